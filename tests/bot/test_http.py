"""What goes out takes the proxy that the environment names."""

import asyncio

import pytest

from bot.handlers.telegram.channel import Telegram
from bot.http import ProxyError, proxy_for, session
from bot.programs.channels import platforms
from bot.settings import Settings
from bot.settings import Telegram as TelegramSettings
from bot.settings import WhatsApp as WhatsAppSettings

API = "https://api.telegram.org"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_a_proxy_the_way_is_open() -> None:
    assert proxy_for(API) is None


@pytest.mark.parametrize(
    "given, used",
    [
        ("http://proxy:3128", "http://proxy:3128"),
        ("HTTP://somebody:password@proxy:3128", "HTTP://somebody:password@proxy:3128"),
        ("proxy:3128", "http://proxy:3128"),
        ("somebody:password@proxy:3128", "http://somebody:password@proxy:3128"),
    ],
)
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_is_taken_as_people_write_it(monkeypatch: pytest.MonkeyPatch, name: str, given: str, used: str) -> None:
    monkeypatch.setenv(name, given)
    assert proxy_for(API) == used


@pytest.mark.parametrize("excepted", ["api.telegram.org", ".telegram.org", "*"])
def test_an_address_may_be_excepted(monkeypatch: pytest.MonkeyPatch, excepted: str) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy:3128")
    monkeypatch.setenv("NO_PROXY", excepted)
    assert proxy_for(API) is None


def test_another_kind_of_proxy_is_refused_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://somebody:password@proxy:1080")
    with pytest.raises(ProxyError, match="socks5") as raised:
        proxy_for(API)
    assert "password" not in str(raised.value)


def test_where_one_platform_cannot_be_reached_so_the_other_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = list[Telegram]()

    async def close(bot: Telegram) -> None:
        closed.append(bot)

    monkeypatch.setattr(Telegram, "close", close)
    monkeypatch.setenv("HTTPS_PROXY", "socks5://proxy:1080")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    telegram = TelegramSettings(token=f"123456789:{'A' * 35}", api_base="http://127.0.0.1:9")
    whatsapp = WhatsAppSettings(token="A" * 20, phone_number_id="106540352242922", app_secret="a" * 32, verify_token="b" * 20)

    async def live() -> None:
        async with session() as outside, platforms(Settings(telegram=telegram, whatsapp=whatsapp), outside):
            raise AssertionError("it was begun")

    with pytest.raises(ProxyError):
        asyncio.run(live())
    assert len(closed) == 1
