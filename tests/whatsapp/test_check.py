"""What `zelador whatsapp check` and `zelador doctor` find at WhatsApp, over real HTTP."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.handlers.whatsapp import webhook
from bot.handlers.whatsapp.account import NEEDED_SCOPES, Callbacks, Entity, Fault, Health, Number, Throughput, Token
from bot.handlers.whatsapp.standing import NEWS
from bot.http import session
from bot.programs.channels import Platforms
from bot.programs.checking import Site, Verdict, looked, verdicts
from bot.programs.readiness import checks
from bot.programs.whatsapp_checks import cheap, of_number, of_places, of_token, whole
from bot.settings import load
from bot.web import web
from core.records import evolve
from tests.house import real_now
from tests.programs import free_port, programs
from tests.whatsapp.conftest import SETTINGS
from tests.whatsapp.faults import Fault as Failing
from tests.whatsapp.faults import drop_before, refused
from tests.whatsapp.platform import NUMBER, SECRET, TOKEN, VERIFY, WABA, WhatsApp
from tests.whatsapp.server import serving, serving_in_thread
from tests.whatsapp.test_callback import UNKNOWN, Inbox, nowhere

pytestmark = pytest.mark.usefixtures("installed")

Prepare = Callable[[WhatsApp], object]
PUBLIC = "https://zelador.example"


@asynccontextmanager
async def a_site(prepare: Prepare = lambda platform: None) -> AsyncIterator[Site]:
    async with serving() as platform, session() as outside:
        platform.webhook.url, platform.topics = f"{PUBLIC}{webhook.PATH}", ["messages", *NEWS]
        prepare(platform)
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("ZELADOR_WHATSAPP__API_BASE", platform.url)
            settings = load()
        yield Site(settings, Verdict("not looked at"), Platforms(), outside, real_now)
        assert platform.violations == []


def found(name: str, prepare: Prepare = lambda platform: None) -> Verdict:
    async def live() -> Verdict:
        async with a_site(prepare) as site:
            return await looked({each.name: each for each in whole(site.settings.whatsapp)}[name], site)

    return asyncio.run(live())


# ── all at once ──────────────────────────────────────────────────────────────


def test_a_whole_set_up_is_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> dict[str, str]:
        async with web(webhook.routes(Inbox(), nowhere, SECRET, VERIFY), "127.0.0.1", 0) as port:
            monkeypatch.setenv("ZELADOR_PUBLIC_URL", f"http://127.0.0.1:{port}")
            async with a_site(lambda platform: setattr(platform.webhook, "url", f"http://127.0.0.1:{port}{webhook.PATH}")) as site:
                return {check.title: verdict.mark for check, verdict in await verdicts(site, whole(site.settings.whatsapp))}

    marks = asyncio.run(live())
    assert marks.pop("Modelos") == "warning"  # none is set
    assert set(marks.values()) == {"ok"}
    assert f"Número {NUMBER}" in marks


def test_what_refuses_the_token_says_so_everywhere_and_never_shows_it() -> None:
    async def live() -> list[Verdict]:
        async with a_site(lambda platform: setattr(platform, "token", "EAAGanother")) as site:
            return [verdict for check, verdict in await verdicts(site, cheap(site.settings.whatsapp))]

    told = asyncio.run(live())
    assert {each.says for each in told} == {"o WhatsApp recusa o token"}
    assert all(TOKEN not in each.says + each.mend for each in told)


def test_a_platform_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> set[str]:
        monkeypatch.setenv("ZELADOR_WHATSAPP__API_BASE", f"http://127.0.0.1:{free_port()}/v26.0")
        async with session() as outside:
            site = Site(load(), Verdict(""), Platforms(), outside, real_now)
            return {verdict.says for check, verdict in await verdicts(site, cheap(site.settings.whatsapp))}

    assert asyncio.run(live()) == {"não consigo falar com o WhatsApp (ClientConnectorError)"}


FAULTS: dict[str, tuple[Failing, str]] = {
    "a provider that does not show it": (Failing(body=b"<html>", code=404), "ok"),
    "a proxy on the way": (Failing(body=b"<html>", code=502), "wrong"),
    "an answer without end": (Failing(body=b"[" * 100_000), "wrong"),
    "a provider's own refusal": (Failing(body=b'{"meta": {"success": false}}', code=401), "wrong"),
    "another program": (Failing(body=b'{"data": {"is_valid": [1]}}'), "wrong"),
    "no list where one stands": (Failing(body=b"[]"), "wrong"),
    "a cut connection": (drop_before(), "wrong"),
    "too many questions": (refused(4), "wrong"),
}


@pytest.mark.parametrize("fault, mark", FAULTS.values(), ids=FAULTS)
def test_what_is_no_answer(fault: Failing, mark: str) -> None:
    assert found("whatsapp_token", lambda platform: platform.faults.add(fault, "debug_token", times=2)).mark == mark


def test_an_address_where_nothing_answers_is_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider that only passes messages on looks the same."""

    async def live() -> Verdict:
        async with web([], "127.0.0.1", 0) as port, session() as outside:
            monkeypatch.setenv("ZELADOR_WHATSAPP__API_BASE", f"http://127.0.0.1:{port}/v1")
            return await looked(
                {each.name: each for each in cheap(load().whatsapp)}[f"whatsapp_number_{NUMBER}"],
                Site(load(), Verdict(""), Platforms(), outside, real_now),
            )

    doubted = asyncio.run(live())
    assert (doubted.mark, "ZELADOR_WHATSAPP__API_BASE" in doubted.mend) == ("warning", True)


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_as_a_program(tmp_path: Path, words: tuple[str, ...]) -> None:
    """In the order of the set-up; what is wrong ends with 1, and no secret is shown."""
    with serving_in_thread() as (platform, _), programs(tmp_path) as start:
        platform.subscribed = False
        given = {f"WHATSAPP__{name}": value for name, value in SETTINGS.items()} | {"WHATSAPP__API_BASE": platform.url}
        checked = start("whatsapp", "check", *words, **given)
        assert (checked.ended(), checked.errors.text) == (1, "")
    shown = checked.out.text
    order = ["whatsapp_token", f"whatsapp_number_{NUMBER}", "whatsapp", "whatsapp_secret", "whatsapp_subscription", "whatsapp_challenge"]
    if words:
        assert [each["check"] for each in json.loads(shown)] == [*order, "whatsapp_templates"]
    else:
        assert [line[0] for line in shown.splitlines() if line[:1].strip()] == [*"✓✓✗✓✗!!2"]  # the last one: two problems
        assert "✗ Assinatura do webhook: o app não ouve a conta" in shown
    assert not {TOKEN, SECRET, VERIFY} & set(re.split(r"[\s\"',|&=?/]+", shown))


# ── token and numbers ────────────────────────────────────────────────────────


def a_token(ends_in: timedelta | None = None) -> Token:
    return Token("1", is_valid=True, scopes=NEEDED_SCOPES, expires_at=int((real_now() + ends_in).timestamp()) if ends_in else 0)


TOKENS = {
    "for ever": (a_token(), "ok", "vale, tem as permissões e não vence"),
    "for long": (a_token(timedelta(days=60)), "ok", "vence em"),
    "not for long": (a_token(timedelta(hours=20)), "warning", "vence em"),
    "not any more": (Token("1"), "wrong", "não vale mais"),
    "not for all": (evolve(a_token(), scopes=NEEDED_SCOPES[:1]), "wrong", "falta a permissão whatsapp_business_management"),
}


@pytest.mark.parametrize("token, mark, says", TOKENS.values(), ids=TOKENS)
def test_a_token(token: Token, mark: str, says: str) -> None:
    verdict = of_token(token, real_now())
    assert (verdict.mark, says in verdict.says) == (mark, True), verdict


GOOD = Number(
    NUMBER,
    "+55 11 4000-1234",
    "Imobiliária Central",
    "CONNECTED",
    "GREEN",
    Throughput("STANDARD"),
    "TIER_2K",
    Health("AVAILABLE", (Entity("WABA", WABA),)),
)
NUMBERS = {
    "as it should": (GOOD, "ok", "qualidade alta, 80 mensagens por segundo, modelos a 2.000 pessoas em 24 h"),
    "of which little is told": (Number(NUMBER, "+55 11 4000-1234"), "ok", "+55 11 4000-1234, qualidade ainda sem nota"),
    "without limit": (
        evolve(GOOD, whatsapp_business_manager_messaging_limit="TIER_UNLIMITED"),
        "ok",
        "modelos a quantas pessoas quiser",
    ),
    "not registered": (evolve(GOOD, status="PENDING"), "wrong", "não está registrado (PENDING)"),
    "blocked": (
        evolve(GOOD, health_status=Health("BLOCKED", (Entity("WABA", WABA, (Fault(141006), Fault(141000))),))),
        "wrong",
        "não deixa enviar (código 141000, 141006)",
    ),
    "blocked without a word": (evolve(GOOD, health_status=Health("BLOCKED")), "wrong", "sem dizer por quê"),
    "complained of": (evolve(GOOD, quality_rating="RED"), "warning", "qualidade baixa"),
    "limited": (evolve(GOOD, health_status=Health("LIMITED")), "warning", "com restrições"),
}


@pytest.mark.parametrize("number, mark, says", NUMBERS.values(), ids=NUMBERS)
def test_a_number(number: Number, mark: str, says: str) -> None:
    verdict = of_number(number)
    assert (verdict.mark, says in verdict.says) == (mark, True), verdict


def test_each_of_several_numbers_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_WHATSAPP__PHONE_NUMBER_ID", f"{NUMBER},{UNKNOWN}")
    assert found(f"whatsapp_number_{NUMBER}").mark == "ok"
    assert found(f"whatsapp_number_{UNKNOWN}").says == "ninguém o conhece, ou o token não o alcança"


def test_a_field_that_is_unknown_there_does_not_hide_the_others() -> None:
    def older(platform: WhatsApp) -> None:
        platform.faults.add(refused(100), "thing")

    assert found(f"whatsapp_number_{NUMBER}", older) == Verdict("+551140000001, Imobiliária Modelo, qualidade alta")


# ── the webhook ──────────────────────────────────────────────────────────────

HERE, ELSEWHERE = f"{PUBLIC}{webhook.PATH}", "https://elsewhere.example/whatsapp/webhook"
PLACES = {
    "here": (Callbacks(application=HERE), "ok"),
    "elsewhere": (Callbacks(application=ELSEWHERE), "wrong"),
    "elsewhere, for this number": (Callbacks(ELSEWHERE, application=HERE), "wrong"),
    "here, for this account": (Callbacks("", HERE, ELSEWHERE), "ok"),
    "nowhere": (Callbacks(), "wrong"),
    "nobody says where": (None, "warning"),
}


@pytest.mark.parametrize("places, mark", PLACES.values(), ids=PLACES)
def test_where_messages_are_brought(places: Callbacks | None, mark: str) -> None:
    assert of_places([places], PUBLIC).mark == mark


def test_of_two_numbers_both_must_be_brought_here() -> None:
    assert of_places([Callbacks(application=HERE), Callbacks(application=ELSEWHERE)], PUBLIC).mark == "wrong"


def test_a_public_address_that_is_missing_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "")

    async def live() -> list[Verdict]:
        async with a_site() as site:
            return [verdict for _, verdict in await verdicts(site, checks(site.settings))]

    assert sum("ZELADOR_PUBLIC_URL" in each.mend for each in asyncio.run(live())) == 1


def test_without_a_public_address_nobody_knows_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "")
    assert ("não sei" in found("whatsapp").says, found("whatsapp_challenge").mark) == (True, "warning")


def test_the_secret_of_another_app(monkeypatch: pytest.MonkeyPatch) -> None:
    assert found("whatsapp_secret").mark == "ok"
    monkeypatch.setenv("ZELADOR_WHATSAPP__APP_SECRET", "f" * 32)
    assert found("whatsapp_secret").says.startswith("não é o do app deste token")
    assert "segredo" in found("whatsapp_subscription").mend


def test_an_app_that_does_not_listen() -> None:
    deaf = found("whatsapp_subscription", lambda platform: setattr(platform, "subscribed", False))
    assert (deaf.mark, f"/{WABA}/subscribed_apps" in deaf.mend, TOKEN in deaf.mend) == ("wrong", True, False)
    assert "messages" in found("whatsapp_subscription", lambda platform: platform.topics.remove("messages")).says
    assert found("whatsapp_subscription").mark == "ok"


def test_news_of_the_account_are_asked_for_too() -> None:
    lacking = found("whatsapp_subscription", lambda platform: platform.topics.remove("account_update"))
    assert (lacking.mark, lacking.says) == ("warning", "as mensagens chegam; a equipe não será avisada de account_update")


def test_an_account_that_no_number_names_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless(platform: WhatsApp) -> None:
        platform.faults.add(Failing(body=b'{"id": "1", "health_status": null}'), "thing")

    assert "ZELADOR_WHATSAPP__WABA_ID" in found("whatsapp_subscription", nameless).mend
    monkeypatch.setenv("ZELADOR_WHATSAPP__WABA_ID", WABA)
    assert found("whatsapp_subscription").mark == "ok"
    monkeypatch.setenv("ZELADOR_WHATSAPP__WABA_ID", f"{WABA},102290129340399")
    assert found("whatsapp_subscription").says.startswith("ninguém conhece a conta")


@pytest.mark.parametrize("word, mark", [(VERIFY, "ok"), ("another-word-altogether", "wrong")])
def test_the_word_is_asked_for_as_meta_asks(word: str, mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> str:
        async with web(webhook.routes(Inbox(), nowhere, SECRET, word), "127.0.0.1", 0) as port:
            monkeypatch.setenv("ZELADOR_PUBLIC_URL", f"http://127.0.0.1:{port}")
            async with a_site() as site:
                return (await looked({each.name: each for each in whole(site.settings.whatsapp)}["whatsapp_challenge"], site)).mark

    assert asyncio.run(live()) == mark


def test_another_program_at_the_public_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", f"http://127.0.0.1:{free_port()}")
    assert "não responde" in found("whatsapp_challenge").says
