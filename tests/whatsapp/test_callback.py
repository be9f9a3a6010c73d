"""How WhatsApp reaches the process, and what a process says when the platform refuses it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.handlers.whatsapp import account as nodes
from bot.http import session
from bot.programs import callback
from bot.programs.callback import Callback
from bot.settings import SettingError
from bot.settings import WhatsApp as WhatsAppSettings
from core.messages import Part
from tests.programs import free_port
from tests.whatsapp.faults import held, refused
from tests.whatsapp.platform import NUMBER, SECRET, TOKEN, VERIFY
from tests.whatsapp.server import serving

UNKNOWN = "106540352242999"  # a number that is not the account's


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


def test_a_number_that_is_not_the_accounts_ends_the_start() -> None:
    async def live() -> str:
        async with serving() as platform:
            with pytest.raises(SettingError) as ended:
                async with receiving(platform.url, f"{NUMBER},{UNKNOWN}"):
                    pass
            return str(ended.value)

    assert asyncio.run(live()).startswith(f"ZELADOR_WHATSAPP__PHONE_NUMBER_ID: o WhatsApp não conhece o número {UNKNOWN}, ")


@pytest.mark.parametrize("code", [190, 4, 80007, 2])
def test_people_are_heard_whatever_the_platform_refuses(code: int, caplog: pytest.LogCaptureFixture) -> None:
    async def live() -> None:
        async with serving() as platform:
            platform.faults.add(refused(code), "thing")
            async with receiving(platform.url):
                pass

    with caplog.at_level(logging.WARNING):
        asyncio.run(live())
    assert [each.getMessage() for each in caplog.records] == [
        f"WhatsApp refuses us (code {code}): zelador whatsapp check says how to mend it"
    ]


@pytest.mark.parametrize("is_slow", [False, True])
def test_the_start_waits_for_nobody(is_slow: bool, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(callback, "FIRST_TRY_SECONDS", 0.05)

    async def live() -> None:
        async with serving() as platform:
            platform.faults.add(held(asyncio.Event()), "thing")
            async with receiving(platform.url if is_slow else f"http://127.0.0.1:{free_port()}/v26.0"):
                pass

    with caplog.at_level(logging.WARNING):
        asyncio.run(live())
    told = [each.getMessage() for each in caplog.records if each.name == callback.__name__]
    assert ["was not reached" in each for each in told] == [True]


def test_its_routes_are_those_of_the_webhook() -> None:
    async def live() -> list[str]:
        async with serving() as platform, receiving(platform.url) as door:
            return [each.path for each in door.routes]

    assert asyncio.run(live()) == ["/whatsapp/webhook"] * 2
