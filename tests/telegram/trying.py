"""What the stand-in's own tests share: python-telegram-bot's Bot as the client, and a customer."""

import asyncio
from collections.abc import Awaitable, Callable

from telegram import Bot
from telegram.request import HTTPXRequest

from tests.platforms.changes import PATIENCE_SECONDS
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

MARIA = Person(5_511_001, "Maria", "Souza", "mariasouza", phone="5511987650001")

Scenario = Callable[[Telegram, Bot, Customer], Awaitable[None]]


def with_bot(scenario: Scenario) -> None:
    """Runs it with the real client and a customer who has written `/start`; the bot has read that."""

    async def run() -> None:
        async with serving() as telegram, client(telegram) as bot:
            maria = Customer(telegram, MARIA)
            maria.start()
            telegram.updates.drop()
            await scenario(telegram, bot, maria)

    asyncio.run(run())


def client(telegram: Telegram, token: str = "") -> Bot:
    """Reads no certificates, which takes longer than most of these tests and is of no use on this machine's own port."""
    request, polling = (HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2))
    base, files = f"{telegram.url}/bot", f"{telegram.url}/file/bot"
    return Bot(token or telegram.token, base_url=base, base_file_url=files, request=request, get_updates_request=polling)


async def settled(telegram: Telegram, so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        await telegram.changes.until(so)
