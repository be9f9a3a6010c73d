"""The stand-in against python-telegram-bot: the real client parses every answer and every update, and raises what it should."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

MARIA = Person(5_511_001, "Maria", "Souza", "mariasouza", phone="5511987650001")


@asynccontextmanager
async def bot_of(telegram: Telegram) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot") as bot:
        yield bot


def with_bot(scenario: Callable[[Telegram, Bot, Customer], Awaitable[None]]) -> None:
    async def run() -> None:
        async with serving() as telegram, bot_of(telegram) as bot:
            await scenario(telegram, bot, Customer(telegram, MARIA))

    asyncio.run(run())


def buttons(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"p1:{nth}")] for nth, label in enumerate(labels)])


def test_a_talk_of_words_and_taps() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        assert bot.username == telegram.bot["username"]
        maria.start("casa_42")
        [update] = await bot.get_updates()
        assert update.message
        assert update.message.text == "/start casa_42"
        assert update.message.from_user
        assert update.message.from_user.username == "mariasouza"
        await bot.send_message(MARIA.id, "Tem *perigo*?", reply_markup=buttons("Sim", "Não"))
        asked = await maria.next_message()
        assert asked.buttons == ("Sim", "Não")
        maria.tap("Não")
        [tapped] = await bot.get_updates(offset=update.update_id + 1, timeout=5)
        assert tapped.callback_query
        assert tapped.callback_query.data == "p1:1"
        await tapped.callback_query.answer()
        assert not telegram.taps
        with pytest.raises(BadRequest, match="Query is too old"):
            await tapped.callback_query.answer()
        await bot.edit_message_reply_markup(MARIA.id, asked.id)
        assert maria.heard()[0].buttons == ()
        assert telegram.violations == []

    with_bot(scenario)
