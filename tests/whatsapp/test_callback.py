"""How WhatsApp reaches the process, and what a process says when the platform refuses it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.handlers.whatsapp import account as nodes
from bot.http import session
from bot.programs import callback
from bot.programs.callback import NOT_REACHED, REFUSES_TOKEN, Callback
from bot.settings import SettingError
from bot.settings import WhatsApp as WhatsAppSettings
from core.messages import Part
from tests.house import until
from tests.programs import free_port
from tests.whatsapp.faults import refused
from tests.whatsapp.platform import NUMBER, SECRET, TOKEN, VERIFY
from tests.whatsapp.server import serving

UNKNOWN = "106540352242999"  # a number that is not the account's


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callback, "LOOK_SECONDS", 0.01)


class Inbox:
    def split(self, raw: bytes) -> list[Part]:
        return []

    def stored(self, parts: Sequence[Part]) -> None:
        """Nothing follows here."""


async def nowhere(parts: Sequence[Part]) -> None:
    """Nobody is interested here."""


@asynccontextmanager
async def receiving(url: str, numbers: str = NUMBER) -> AsyncIterator[Callback]:
    it = WhatsAppSettings(token=TOKEN, phone_number_id=numbers, app_secret=SECRET, verify_token=VERIFY, api_base=url)
    async with session() as outside:
        door = Callback(it, Inbox(), nodes.Account(outside, it.token, it.api_base), nowhere)
        async with door.open():
            yield door


REFUSALS = {
    "the token": ("EAAGanother", NUMBER, f"ZELADOR_WHATSAPP__TOKEN: {REFUSES_TOKEN}; "),
    "one of two numbers": (TOKEN, f"{NUMBER},{UNKNOWN}", f"ZELADOR_WHATSAPP__PHONE_NUMBER_ID: o WhatsApp não conhece o número {UNKNOWN}, "),
}


@pytest.mark.parametrize("token, numbers, sentence", REFUSALS.values(), ids=REFUSALS)
def test_what_the_platform_refuses_at_once_ends_the_start(token: str, numbers: str, sentence: str) -> None:
    async def live() -> str:
        async with serving() as platform:
            platform.token = token
            with pytest.raises(SettingError) as ended:
                async with receiving(platform.url, numbers):
                    pass
            return str(ended.value)

    assert asyncio.run(live()).startswith(sentence)


def test_the_start_waits_for_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> str | None:
        async with receiving(f"http://127.0.0.1:{free_port()}/v26.0") as door:
            return door.trouble

    with caplog.at_level(logging.WARNING):
        assert asyncio.run(live()) == NOT_REACHED
    assert [each.getMessage() for each in caplog.records] == [f"WhatsApp does not answer as it should: {NOT_REACHED}"]


def test_a_token_that_ends_is_told_once_and_so_is_its_return(caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> None:
        async with serving() as platform, receiving(platform.url) as door:
            assert door.trouble is None
            platform.faults.add(refused(190), "thing", times=5)
            await until(lambda: door.trouble == REFUSES_TOKEN)
            await until(lambda: not platform.faults.left)
            await until(lambda: door.trouble is None)

    with caplog.at_level(logging.WARNING):
        asyncio.run(live())
    assert [each.getMessage() for each in caplog.records] == [
        f"WhatsApp does not answer as it should: {REFUSES_TOKEN}",
        "WhatsApp answers again",
    ]


@pytest.mark.parametrize("code", [4, 80007, 2])
def test_what_passes_by_itself_does_not_end_the_start(code: int) -> None:
    async def live() -> str | None:
        async with serving() as platform:
            platform.faults.add(refused(code), "thing")
            async with receiving(platform.url) as door:
                return door.trouble

    assert asyncio.run(live()) == f"{NOT_REACHED} (código {code})"


def test_its_routes_are_those_of_the_webhook() -> None:
    async def live() -> list[str]:
        async with serving() as platform, receiving(platform.url) as door:
            return [each.path for each in door.routes]

    assert asyncio.run(live()) == ["/whatsapp/webhook"] * 2
