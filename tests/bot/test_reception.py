"""How updates reach the process, what goes wrong with that, and that it is told once."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.handlers.telegram import polling, webhook
from bot.handlers.telegram.channel import Telegram as Channel
from bot.http import session
from bot.programs import reception
from bot.programs.channels import platforms
from bot.programs.doors import told_once
from bot.programs.reception import CONFLICT, NOT_REACHED, TOKEN_REFUSED, Reception
from bot.settings import Settings
from bot.settings import Telegram as TelegramSettings
from bot.web import origin, web
from core.messages import Part, Put
from tests.house import outage, until
from tests.telegram.customers import Customer
from tests.telegram.faults import Fault, bad_json, bad_request, drop_before, refused, unauthorized
from tests.telegram.platform import Telegram
from tests.telegram.server import serving
from tests.telegram.trying import MARIA

PUBLIC = "http://127.0.0.1:9"  # nobody listens there, and nothing is delivered


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reception, "FIRST_REST_SECONDS", 0.01)
    monkeypatch.setattr(reception, "LOOK_SECONDS", 0.01)
    monkeypatch.setattr(polling, "FIRST_REST_SECONDS", 0.01)


async def nowhere(parts: Sequence[Part]) -> None:
    """Nobody is interested here."""


@asynccontextmanager
async def receiving(platform: Telegram, public_url: str = "", put: Put = nowhere) -> AsyncIterator[tuple[Reception, Channel]]:
    settings = Settings(telegram=TelegramSettings(token=platform.token, api_base=platform.url), public_url=public_url)
    async with session() as outside, platforms(settings, outside) as those:
        assert those.telegram
        at_the_door = Reception(settings, those.telegram, told_once(put))
        async with at_the_door.open():
            yield at_the_door, those.telegram


async def is_well(door: Reception) -> None:
    await until(lambda: door.trouble is None)


@pytest.mark.parametrize(
    "method, fault, trouble",
    [
        ("getUpdates", refused(409, "Conflict: terminated by other getUpdates request"), CONFLICT),
        ("getUpdates", unauthorized(), TOKEN_REFUSED),
        ("getUpdates", drop_before(), NOT_REACHED),
        ("getUpdates", Fault(body=b'{"ok": true, "result": {"message": 1}}'), NOT_REACHED),
        ("getUpdates", Fault(body=b'{"ok": true, "result": [{"message": {}}, 1]}'), NOT_REACHED),
        ("deleteWebhook", bad_json(), NOT_REACHED),
    ],
)
def test_a_trouble_is_told_once_and_its_end_too(method: str, fault: Fault, trouble: str, caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> None:
        async with serving() as platform:
            platform.faults.add(fault, method, times=3)
            async with receiving(platform) as (door, _):
                await until(lambda: not platform.faults.left)
                await is_well(door)

    with caplog.at_level(logging.WARNING):
        asyncio.run(live())
    begins, ends = (record.getMessage() for record in caplog.records)
    assert f": {trouble} (" in begins
    assert ends == "updates come from Telegram again"


@pytest.mark.parametrize("error, told", [(outage(), 0), (ValueError("bug"), 1)], ids=["outage", "bug"])
def test_an_outage_of_the_database_is_left_for_it_to_tell(error: Exception, told: int, caplog: pytest.LogCaptureFixture) -> None:
    """By polling, then by webhook."""
    failures, came = [error, error], list[Part]()

    async def put(parts: Sequence[Part]) -> None:
        if parts and failures:
            raise failures.pop()
        came.extend(parts)

    async def live() -> None:
        async with serving() as platform, receiving(platform, put=put) as (door, _):
            Customer(platform, MARIA).say("oi")
            await until(lambda: bool(came))
            async with web(door.routes, "127.0.0.1", 0) as port, aiohttp.ClientSession() as client:
                failures.append(error)
                key = {webhook.SECRET_HEADER: webhook.secret_of(platform.token, "")}
                async with client.post(f"{origin('127.0.0.1', port)}{webhook.PATH}", data=b"{}", headers=key) as answer:
                    assert answer.status == 503

    asyncio.run(live())
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == [
        *["updates could not be stored; Telegram gives them again"] * 2 * told,
        *["updates could not be stored; Telegram brings them again"] * told,
    ]


def test_an_address_that_telegram_does_not_take() -> None:
    async def live() -> None:
        async with serving() as platform:
            platform.faults.add(bad_request("bad webhook: Failed to resolve host"), "setWebhook", times=50)
            async with receiving(platform, PUBLIC) as (door, _):
                await until(lambda: "failed to resolve host" in (door.trouble or ""))

    asyncio.run(live())


def test_a_webhook_that_another_program_took_is_taken_back(caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> None:
        async with serving() as platform, receiving(platform, PUBLIC) as (door, bot):
            await is_well(door)
            await bot.call("deleteWebhook", {})
            await until(lambda: bool(platform.webhook.url))

    with caplog.at_level(logging.WARNING):
        asyncio.run(live())
    assert [record.getMessage() for record in caplog.records] == ["the webhook was somebody else's, and is ours again"]
