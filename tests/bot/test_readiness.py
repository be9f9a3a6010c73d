"""The checks of /readyz and `zelador doctor`, each against the real thing."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.handlers.telegram import webhook
from bot.http import session
from bot.programs import checking, readiness
from bot.programs.channels import Platforms, platforms
from bot.programs.checking import Check, Site, Verdict, looked, verdicts
from bot.programs.readiness import checks
from bot.sender import note_and_claim
from bot.settings import Settings, known, load
from bot.settings import Telegram as TelegramSettings
from bot.web import web
from core.messages import Outcome
from storage import agents
from storage.database import Database, connect
from tests.channels.ringing import SECRET, telephone
from tests.house import House, in_house, part, real_now
from tests.programs import free_port
from tests.telegram.chats import Chat
from tests.telegram.faults import drop_before, migrated, unauthorized
from tests.telegram.platform import TOKEN, Telegram
from tests.telegram.server import serving

Look = Callable[[Site, Telegram], Any]
TEAM = -1_001_234_567_890  # a chat
BY_NAME = {each.name: each for each in checks(Settings(telegram=TelegramSettings(token=TOKEN)))}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for each in known():
        monkeypatch.delenv(each.name, raising=False)
    monkeypatch.setenv("ZELADOR_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.chdir(tmp_path)


@asynccontextmanager
async def a_site(url: str) -> AsyncIterator[tuple[Site, Telegram]]:
    async with serving() as platform, session() as outside:
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("ZELADOR_TELEGRAM__API_BASE", platform.url)
            settings = load()
        database = connect(url)
        async with platforms(settings, outside) as those:
            yield Site(settings, database, those, outside, real_now), platform
        await database.close()


def found(url: str, name: str, prepare: Callable[[Telegram], object] = lambda platform: None) -> Verdict:
    """What a check finds."""

    async def live() -> Verdict:
        async with a_site(url) as (site, platform):
            prepare(platform)
            return await looked(BY_NAME[name], site)

    return asyncio.run(live())


def test_all_checks_have_an_answer(migrated_url: str) -> None:
    async def live() -> dict[str, str]:
        async with a_site(migrated_url) as (site, _):
            return {check.name: verdict.mark for check, verdict in await verdicts(site, checks(site.settings))}

    marks = asyncio.run(live())
    assert marks.pop("disk") in ("ok", "warning")
    assert {name for name, mark in marks.items() if mark == "warning"} == {"serve", "alerts", "on_call", "ringing"}
    assert {name for name, mark in marks.items() if mark == "wrong"} == set()


def test_only_what_is_set_up_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    by_telegram = {each.name for each in checks(load())}
    for name in ("TOKEN", "PHONE_NUMBER_ID", "APP_SECRET", "VERIFY_TOKEN"):
        monkeypatch.setenv(f"ZELADOR_WHATSAPP__{name}", "1" * 16)
    by_both = {each.name for each in checks(load())}
    monkeypatch.setenv("ZELADOR_TELEGRAM__TOKEN", "")
    by_whatsapp = {each.name for each in checks(load())}
    assert by_both - by_telegram == {"whatsapp", "whatsapp_token", f"whatsapp_number_{'1' * 16}"}
    assert by_both - by_whatsapp == {"token", "reception"}


def test_where_only_whatsapp_is_used_nobody_is_asked_for_a_bot(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TELEGRAM__TOKEN", "")
    for name in ("TOKEN", "PHONE_NUMBER_ID", "APP_SECRET", "VERIFY_TOKEN"):
        monkeypatch.setenv(f"ZELADOR_WHATSAPP__{name}", "1" * 16)

    async def live() -> list[Verdict]:
        async with session() as outside:
            site = Site(load(), Verdict(""), Platforms(), outside, real_now)
            return [await looked(BY_NAME[name], site) for name in ("alerts", "public_url")]

    alerts, public_url = asyncio.run(live())
    assert (alerts.mark, "Telegram" in alerts.mend) == ("warning", True)
    assert (public_url.mark, "WhatsApp" in public_url.says) == ("warning", True)


def test_a_database_without_tables(database_url: str) -> None:
    assert found(database_url, "database").mend == "Rode: zelador db upgrade"


def test_what_was_put_aside(sqlite_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("bug"))
        for seconds in (0, 10, 20):
            await house.take_or_count(seconds)

    in_house(sqlite_url, scenario)
    assert found(sqlite_url, "parked").mend == "Veja quais são: zelador inbox parked"


def test_an_account_that_its_platform_refuses(migrated_url: str) -> None:
    refused = Outcome("hold", after_seconds=60, reason="190 the token has expired or was withdrawn")

    async def scenario(house: House) -> None:
        await house.put(part("oi"))
        await house.take()
        for reports in ([], [(1, refused)]):
            look = partial(note_and_claim, reports=reports, channels={"console": house.channel}, now=real_now(), process=1, limit=9)
            await house.run(look)

    assert found(migrated_url, "held") == Verdict("nenhuma")
    in_house(migrated_url, scenario)
    assert found(migrated_url, "held").says == "a plataforma recusa o que enviamos: console (código 190)"


def test_a_token_that_is_refused_and_a_telegram_that_is_away(sqlite_url: str) -> None:
    assert "recusa o token" in found(sqlite_url, "token", lambda platform: platform.faults.add(unauthorized(), "getMe")).says
    assert "não consigo falar" in found(sqlite_url, "token", lambda platform: platform.faults.add(drop_before(), "getMe")).says


def test_a_webhook_that_keeps_polling_out(sqlite_url: str) -> None:
    def registered(platform: Telegram) -> None:
        platform.webhook.url = "https://elsewhere.example/telegram/webhook"

    assert found(sqlite_url, "reception", registered).mark == "warning"
    assert found(sqlite_url, "reception").says == "são buscadas (polling); esperam no Telegram: 0"


def test_a_webhook_that_is_ours_is_not_or_fails(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "https://zelador.example")

    def registered(platform: Telegram, ago: timedelta | None = None) -> None:
        platform.webhook.url = webhook.address("https://zelador.example")
        if ago is not None:
            platform.webhook.last_error = int((real_now() - ago).timestamp()), "Connection refused"

    assert found(sqlite_url, "reception").mark == "warning"
    assert found(sqlite_url, "reception", registered).mark == "ok"
    failed = found(sqlite_url, "reception", lambda platform: registered(platform, timedelta(minutes=5)))
    assert (failed.mark, "Connection refused" in failed.says) == ("wrong", True)
    assert found(sqlite_url, "reception", lambda platform: registered(platform, timedelta(hours=2))).mark == "ok"


def test_a_chat_for_alerts_must_be_within_reach(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_TELEGRAM__ALERT_CHAT_ID", str(TEAM))

    def founded(platform: Telegram) -> None:
        platform.chats[TEAM] = Chat({"id": TEAM, "title": "Equipe", "type": "supergroup"})

    assert found(sqlite_url, "alerts").mark == "wrong"
    assert found(sqlite_url, "alerts", founded).mark == "ok"
    assert str(TEAM) in found(sqlite_url, "alerts", lambda platform: platform.faults.add(migrated(TEAM), "getChat")).mend


RINGING = {
    "as it should": (204, "ok"),
    "it wants no HEAD": (405, "ok"),
    "it leads elsewhere": (308, "wrong"),
    "it is broken": (502, "warning"),
}


@pytest.mark.parametrize("status, mark", RINGING.values(), ids=RINGING)
def test_an_address_that_rings_is_looked_at_without_ringing(
    status: int, mark: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def live() -> tuple[Verdict, list[str]]:
        async with telephone() as there:
            monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_URL", there.url)
            monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_SECRET", SECRET)
            monkeypatch.setenv("ZELADOR_AGENCY__ON_CALL_PHONE", "193")
            there.answers.append(Response(status_code=status))
            async with a_site(sqlite_url) as (site, _):
                return await looked(BY_NAME["ringing"], site), [each.method for each in there.heard]

    verdict, methods = asyncio.run(live())
    assert (verdict.mark, methods) == (mark, ["HEAD"])
    assert "plantao" not in verdict.says


def test_an_address_that_rings_has_somebody_to_call(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> list[str]:
        async with telephone() as there:
            monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_URL", there.url)
            monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_SECRET", SECRET)
            async with a_site(migrated_url) as (site, _):
                nobody = await looked(BY_NAME["ringing"], site)
                offer = partial(agents.offer, name="Bia", code_hash="x", expires_at=real_now(), phone="+5511987650021")
                assert isinstance(site.database, Database)
                number = await site.database.run(offer)
                off_call = await looked(BY_NAME["ringing"], site)
                await site.database.run(partial(agents.set_on_call, agent_id=number, on_call=True))
                return [each.mark for each in (nobody, off_call, await looked(BY_NAME["ringing"], site))]

    assert asyncio.run(live()) == ["warning", "warning", "ok"]


def test_an_address_that_rings_where_nobody_listens(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_URL", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("ZELADOR_ALERTS__WEBHOOK_SECRET", SECRET)
    assert found(sqlite_url, "ringing").mark == "wrong"


@pytest.mark.parametrize("off, mark", [(0, "ok"), (readiness.CLOCK_SECONDS + 10, "wrong"), (-readiness.CLOCK_SECONDS - 10, "wrong")])
def test_a_clock_that_goes_wrong(off: float, mark: str, migrated_url: str) -> None:
    """The stand-in tells no time: only on SQLite there is nothing to compare with."""

    async def live() -> Verdict:
        async with a_site(migrated_url) as (site, _):
            return await looked(BY_NAME["clock"], replace(site, clock=lambda: late(off)))

    assert asyncio.run(live()).mark == ("ok" if migrated_url.startswith("sqlite") else mark)


def late(seconds: float) -> datetime:
    return real_now() + timedelta(seconds=seconds)


def test_the_time_of_telegram_is_read_from_its_answers(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> Verdict:
        async def old(request: Request) -> Response:
            return Response(headers={"Date": "Mon, 05 Jan 2026 12:00:00 GMT"})

        async with a_site(sqlite_url) as (site, _), web([Route("/", old)], "127.0.0.1", 0) as port:
            site.settings.telegram.api_base = f"http://127.0.0.1:{port}"
            return await looked(BY_NAME["clock"], site)

    assert asyncio.run(live()).mark == "wrong"


def test_a_folder_that_takes_no_files(sqlite_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ZELADOR_DATA_DIR", "file")
    assert (found(sqlite_url, "disk").mark, found(sqlite_url, "disk").says) == ("wrong", f"não posso gravar em {tmp_path / 'file'}")


@pytest.mark.parametrize("free, mark", [(50, "wrong"), (500, "warning"), (5000, "ok")])
def test_a_disk_that_fills_up(free: int, mark: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=free * readiness.MEGABYTE))
    assert found(sqlite_url, "disk").mark == mark


@pytest.mark.parametrize("status, mark", [(200, "ok"), (502, "warning")])
def test_a_public_address(status: int, mark: str, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> Verdict:
        async def answers(request: Request) -> Response:
            return Response(status_code=status)

        async with web([Route("/healthz", answers)], "127.0.0.1", 0) as port:
            monkeypatch.setenv("ZELADOR_PUBLIC_URL", f"http://127.0.0.1:{port}")
            async with a_site(sqlite_url) as (site, _):
                return await looked(BY_NAME["public_url"], site)

    assert asyncio.run(live()).mark == mark


def test_a_public_address_where_nobody_listens(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", f"http://127.0.0.1:{free_port()}")
    assert found(sqlite_url, "public_url").mark == "wrong"


def test_another_program_on_our_port(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> Verdict:
        async def other(request: Request) -> Response:
            return Response("<html>")

        async with web([Route("/readyz", other)], "127.0.0.1", 0) as port:
            monkeypatch.setenv("ZELADOR_PORT", str(port))
            async with a_site(sqlite_url) as (site, _):
                return await looked(BY_NAME["serve"], site)

    assert "outro programa" in asyncio.run(live()).says


def test_a_check_that_hangs_or_fails_is_an_answer(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "LIMIT_SECONDS", 0.01)

    async def hangs(site: Site) -> Verdict:
        await asyncio.sleep(60)
        return Verdict("")

    async def fails(site: Site) -> Verdict:
        raise ValueError("Maria")

    async def live() -> list[Verdict]:
        async with a_site(sqlite_url) as (site, _):
            return [await looked(Check("x", "X", look), site) for look in (hangs, fails)]

    hung, failed = asyncio.run(live())
    assert (hung.wrong, failed.wrong, failed.says) == (True, True, "não consegui conferir (ValueError)")
