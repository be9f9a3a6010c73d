"""An agency whose customers are in WhatsApp and whose agents are in Telegram: both stand-ins, one database, one program between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from bot.handlers.telegram.channel import Habits
from bot.handlers.telegram.channel import Telegram as Bot
from bot.handlers.telegram.polling import poll
from bot.handlers.whatsapp.channel import WhatsApp as Business
from bot.http import session
from bot.ingest import Ingest
from bot.lending import Lender
from bot.programs import app, demo
from bot.programs.app import at_work, clock, fetching, means, opened
from bot.settings import Settings
from core.permissions import Role
from storage import agents
from storage.database import Database
from tests.platforms import agency as platforms
from tests.platforms.agency import Clock
from tests.telegram import customers as there
from tests.telegram.platform import Telegram
from tests.telegram.server import serving as telegram_serving
from tests.telegram.shown import Shown as TelegramShown
from tests.whatsapp.agency import heard
from tests.whatsapp.customers import Customer
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import NUMBER, OTHER, WhatsApp
from tests.whatsapp.server import serving
from tests.whatsapp.shown import Shown

FILES = ("photo", "video", "voice", "audio", "document")
STEP_SECONDS = 0.1  # by which time goes on at each look whether all is quiet: files on their way are waited for by the clock


@dataclass
class Crossing(platforms.Agency):
    whatsapp: WhatsApp
    telegram: Telegram
    clock: Clock

    def customer(self, person: Person) -> Customer:
        return Customer(self.whatsapp, person)

    def agent(self, person: there.Person) -> there.Customer:
        return there.Customer(self.telegram, person)

    async def colleague(self, person: there.Person) -> there.Customer:
        """Opens the link of an agent, and has read the answer."""
        code = f"code-of-{person.first_name}"
        until, code_hash = self.clock() + timedelta(minutes=30), agents.hashed(code)
        await self.database.run(partial(agents.offer, name=person.first_name, code_hash=code_hash, expires_at=until, role=Role.AGENT))
        member = self.agent(person)
        member.start(code)
        await self.quiet()
        assert "posto de trabalho" in member.heard()[-1].text
        return member

    def bytes_shown(self, shown: TelegramShown | Shown) -> bytes:
        """Of the file that a message shows."""
        if isinstance(shown, Shown):
            file = self.whatsapp.files.find(shown.file)
            assert file is not None
            return file.content
        told = next(shown.message[kind] for kind in FILES if kind in shown.message)
        return self.telegram.files.find((told[-1] if isinstance(told, list) else told)["file_id"]).content

    def all_came(self) -> bool:
        self.clock.move(STEP_SECONDS)
        return not self.whatsapp.webhook.waiting and not self.telegram.updates.waiting


def crossing(url: str, folder: Path, scenario: Callable[[Crossing], Awaitable[None]]) -> None:
    """What is sent must keep to the limits of both platforms."""

    async def live() -> None:
        async with serving() as whatsapp, telegram_serving() as telegram, opened(url) as database:
            await database.run(lambda connection: demo.seed(connection, clock()))
            async with _at_work(whatsapp, telegram, database, folder) as agency:
                await scenario(agency)
            assert whatsapp.violations == []
            assert telegram.violations == []

    asyncio.run(live())


@asynccontextmanager
async def _at_work(whatsapp: WhatsApp, telegram: Telegram, database: Database, folder: Path) -> AsyncIterator[Crossing]:
    now = Clock()
    with patch.object(app, "clock", now):
        async with session() as outside:
            files = Lender(database, folder, now)
            bot = Bot(outside, telegram.token, telegram.url, Habits(per_second=1000), files=files)
            business = Business(outside, whatsapp.token, whatsapp.url, (NUMBER, OTHER), files=files)
            channels: dict[str, Bot | Business] = {bot.name: bot, business.name: business}
            async with at_work(database, means(Settings()), channels) as bells, fetching(database, channels, folder):
                ingest = Ingest(database, now, bells.worker)
                polling = asyncio.create_task(poll(bot, ingest.put))
                async with heard(whatsapp, business, ingest):
                    yield Crossing(database, whatsapp, telegram, now)
                polling.cancel()
                with suppress(asyncio.CancelledError):
                    await polling
            await bot.close()
            await business.close()
