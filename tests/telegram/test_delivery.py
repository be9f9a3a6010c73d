"""How updates reach a bot: long polling with its offset, and a webhook with its secret, its lanes and its redelivery."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import Conflict

from tests.platforms.changes import PATIENCE_SECONDS
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.trying import MARIA, client, settled, with_bot
from tests.telegram.webhook import SECRET_HEADER

SECRET = "segredo-de-teste"
JOANA = Person(5_511_002, "Joana")


class Door:
    """A bot's webhook: what came in, and how the next requests are answered."""

    def __init__(self) -> None:
        self.url = ""
        self.came: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.secrets: set[str | None] = set()
        self.answers: list[web.Response] = []
        self.open = asyncio.Event()
        self.open.set()
        self.inside = self.most_inside = 0

    async def take(self, request: web.Request) -> web.Response:
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.secrets.add(request.headers.get(SECRET_HEADER))
        await self.came.put(msgspec.json.decode(await request.read()))
        await self.open.wait()
        self.inside -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    async def texts(self, count: int) -> list[str]:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return [(await self.came.get())["message"]["text"] for _ in range(count)]


@asynccontextmanager
async def webhook(telegram: Telegram, bot: Bot, **options: Any) -> AsyncIterator[Door]:
    door = Door()
    app = web.Application()
    app.router.add_post("/telegram", door.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    door.url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    telegram.webhook.retry_seconds = 0.01
    await bot.set_webhook(door.url, secret_token=SECRET, **options)
    try:
        yield door
    finally:
        await telegram.webhook.stop()
        await runner.cleanup()


def test_an_update_comes_again_until_the_next_offset_confirms_it() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        for text in "abc":
            maria.say(text)
        first = await bot.get_updates(limit=2)
        assert [update.message.text for update in first if update.message] == ["a", "b"]
        assert len(await bot.get_updates()) == 3
        [third] = await bot.get_updates(offset=first[-1].update_id + 1)
        assert third.update_id == first[0].update_id + 2
        assert len(await bot.get_updates(offset=-1)) == 1
        assert await bot.get_updates(offset=third.update_id + 1) == ()
        assert telegram.violations == []

    with_bot(scenario)


def test_a_long_poll_ends_with_the_next_message() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        poll = asyncio.create_task(bot.get_updates(timeout=30))
        await settled(telegram, lambda: len(telegram.made("getUpdates")) == 1)
        maria.say("Oi")
        assert len(await poll) == 1

    with_bot(scenario)


def test_an_update_on_demand_comes_twice_and_numbers_may_jump() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        maria.say("Oi")
        [update] = await bot.get_updates()
        telegram.updates.repeat()
        [again] = await bot.get_updates(offset=update.update_id + 1)
        assert again.update_id == update.update_id
        telegram.updates.jump(1_000_000)
        maria.say("Olá")
        assert (await bot.get_updates())[0].update_id == update.update_id + 1_000_001

    with_bot(scenario)


def test_a_poll_without_news_ends_empty() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        assert await telegram.updates.poll(0, 100, 0.01) == []

    with_bot(scenario)


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBUserWarning")  # the client prefers its own method
def test_any_body_can_be_delivered() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        telegram.updates.put_raw("message", b'{"chat":7}', MARIA.id)
        [update] = await bot.do_api_request("getUpdates")
        assert update["message"] == {"chat": 7}

    with_bot(scenario)


def test_there_is_one_poller_and_none_beside_a_webhook() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        first = asyncio.create_task(bot.get_updates(timeout=30))
        await settled(telegram, lambda: len(telegram.made("getUpdates")) == 1)
        async with client(telegram) as other:
            second = asyncio.create_task(other.get_updates(timeout=30))
            with pytest.raises(Conflict, match="terminated by other getUpdates request"):
                await first
            await bot.set_webhook("http://127.0.0.1:9/telegram")
            with pytest.raises(Conflict, match="terminated by setWebhook request"):
                await second
            with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
                await bot.get_updates()
            await bot.delete_webhook()
            assert await bot.get_updates() == ()

    with_bot(scenario)


def test_a_webhook_is_told_the_secret_and_what_waited() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        maria.say("antes")
        async with webhook(telegram, bot) as door:
            maria.say("depois")
            assert await door.texts(2) == ["antes", "depois"]
            await settled(telegram, lambda: not telegram.updates.waiting)
            assert door.secrets == {SECRET}
            info = await bot.get_webhook_info()
            assert (info.url, info.pending_update_count, info.last_error_date) == (door.url, 0, None)
        maria.say("sem ninguém")
        assert len(telegram.updates.waiting) == 1
        await bot.delete_webhook(drop_pending_updates=True)
        assert telegram.updates.waiting == {}

    with_bot(scenario)


def test_what_is_not_taken_comes_again_before_what_follows() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        async with webhook(telegram, bot) as door:
            door.answers = [web.Response(status=500), web.Response(status=503, headers={"Retry-After": "0"})]
            maria.say("um")
            maria.say("dois")
            assert await door.texts(4) == ["um", "um", "um", "dois"]
            info = await bot.get_webhook_info()
            assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"

    with_bot(scenario)


def test_who_answers_too_late_is_told_again() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        telegram.webhook.answer_seconds = 0.05
        async with webhook(telegram, bot) as door:
            door.open.clear()
            maria.say("um")
            assert await door.texts(2) == ["um", "um"]
            door.open.set()
            await settled(telegram, lambda: not telegram.updates.waiting)

    with_bot(scenario)


def test_people_come_at_once_but_each_in_order_and_never_more_than_agreed() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        async with webhook(telegram, bot, max_connections=2) as door:
            door.open.clear()
            maria.say("um")
            maria.say("dois")
            Customer(telegram, JOANA).say("outra")
            Customer(telegram, Person(5_511_003, "Rui")).say("terceiro")
            assert set(await door.texts(2)) == {"um", "outra"}
            door.open.set()
            assert set(await door.texts(2)) == {"dois", "terceiro"}
            assert door.most_inside == 2

    with_bot(scenario)


def test_the_same_webhook_set_again_disturbs_nothing() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        async with webhook(telegram, bot) as door:
            door.open.clear()
            maria.say("um")
            assert await door.texts(1) == ["um"]
            await bot.set_webhook(door.url, secret_token=SECRET)
            door.open.set()
            await settled(telegram, lambda: not telegram.updates.waiting)
            assert telegram.webhook.deliveries == 1

    with_bot(scenario)


def test_a_repeated_update_reaches_the_webhook_twice() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        async with webhook(telegram, bot) as door:
            maria.say("um")
            telegram.updates.repeat()
            first, second = [await door.came.get() for _ in range(2)]
            assert first == second

    with_bot(scenario)


def test_the_answer_may_be_a_call() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        await bot.send_message(MARIA.id, "Sim?", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Sim", callback_data="p1:0")]]))
        async with webhook(telegram, bot) as door:
            query = maria.tap("Sim")
            assert telegram.taps == {query["id"]}
            door.answers = [web.json_response({"method": "answerCallbackQuery", "callback_query_id": query["id"]})]
            await settled(telegram, lambda: not telegram.taps)
            door.answers = [web.json_response({"method": "sendMessage", "chat_id": MARIA.id, "text": ""})]
            maria.say("Oi")
            await settled(telegram, lambda: bool(telegram.violations))
            assert telegram.violations[0].what == "message text is empty"

    with_bot(scenario)
