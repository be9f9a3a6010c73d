"""Faults on demand reach the real client as the errors that it raises for them."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.telegram import faults
from tests.telegram.customers import Customer, Person
from tests.telegram.faults import Fault
from tests.telegram.platform import Telegram
from tests.telegram.trying import MARIA, settled, with_bot

FAULTS: dict[str, tuple[Fault, type[TelegramError], bool]] = {
    "too many": (faults.too_many(7), RetryAfter, False),
    "blocked": (faults.blocked(), Forbidden, False),
    "bad request": (faults.bad_request("message thread not found"), BadRequest, False),
    "migrated": (faults.migrated(-100), ChatMigrated, False),
    "unauthorized": (faults.unauthorized(), InvalidToken, False),
    "not found": (faults.not_found(), InvalidToken, False),
    "server error": (faults.server_error(502), NetworkError, False),
    "server error after": (faults.server_error(504, accepts=True), NetworkError, True),
    "proxy error": (faults.proxy_error(), NetworkError, False),
    "bad JSON": (faults.bad_json(), TelegramError, True),
    "dropped before": (faults.drop_before(), NetworkError, False),
    "dropped after": (faults.drop_after(), NetworkError, True),
}


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")  # RetryAfter's seconds will be a timedelta
@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_raised_once_and_sends_what_it_says(what: str) -> None:
    fault, error, arrives = FAULTS[what]

    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        telegram.faults.add(fault, "sendMessage")
        with pytest.raises(error):
            await bot.send_message(MARIA.id, "um")
        assert [shown.text for shown in maria.heard()] == ["um"] * arrives
        assert telegram.faults.left == 0
        await bot.send_message(MARIA.id, "dois")
        assert maria.heard()[-1].text == "dois"
        assert len(telegram.made("sendMessage")) == 2
        assert telegram.violations == []

    with_bot(scenario)


def test_a_fault_is_for_its_chat_and_as_often_as_said() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        joana = Customer(telegram, Person(5_511_002, "Joana"))
        joana.start()
        telegram.faults.add(faults.blocked(), "sendMessage", chat=MARIA.id, times=2)
        await bot.send_message(joana.person.id, "Oi")
        for _ in range(2):
            with pytest.raises(Forbidden):
                await bot.send_message(MARIA.id, "Oi")
        await bot.send_message(MARIA.id, "Oi")

    with_bot(scenario)


def test_an_answer_waits_until_the_test_says_so() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        until = asyncio.Event()
        telegram.faults.add(faults.held(until), "sendMessage")
        sending = asyncio.create_task(bot.send_message(MARIA.id, "Oi"))
        await settled(telegram, lambda: bool(telegram.made("sendMessage")))
        assert maria.heard() == []
        until.set()
        await sending
        assert (await maria.next_message()).text == "Oi"

    with_bot(scenario)


def test_a_slow_answer_is_a_time_out_that_sends() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        telegram.faults.add(faults.slow(0.2), "sendMessage")
        with pytest.raises(TimedOut):
            await bot.send_message(MARIA.id, "Oi", read_timeout=0.05)
        assert (await maria.next_message()).text == "Oi"

    with_bot(scenario)


def test_a_download_fails_and_then_succeeds() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        maria.document()
        [update] = await bot.get_updates()
        assert update.message
        assert update.message.document
        file = await bot.get_file(update.message.document.file_id)
        telegram.faults.add(faults.drop_before(), "download")
        telegram.faults.add(faults.server_error(500), "download")
        for _ in range(2):
            with pytest.raises(NetworkError):
                await file.download_as_bytearray()
        assert (await file.download_as_bytearray()).startswith(b"%PDF")

    with_bot(scenario)


def test_a_poll_that_fails_loses_nothing() -> None:
    async def scenario(telegram: Telegram, bot: Bot, maria: Customer) -> None:
        maria.say("Oi")
        telegram.faults.add(faults.drop_after(), "getUpdates")
        with pytest.raises(NetworkError):
            await bot.get_updates()
        assert len(await bot.get_updates()) == 1

    with_bot(scenario)
