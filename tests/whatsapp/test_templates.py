"""What `zelador whatsapp templates` says of each template, over real HTTP and as a program."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.copy import copy
from bot.handlers.whatsapp import account
from bot.handlers.whatsapp.account import Component, Submitted
from bot.http import session
from bot.programs.channels import Platforms
from bot.programs.checking import Site, Verdict, looked
from bot.programs.templates import EXAMPLES, FOR, NAMES, matched, wanted
from bot.programs.whatsapp_checks import matches, whole
from bot.settings import load
from core.templates import LONGEST, PARAMETERS, Approved, Use
from tests.house import real_now
from tests.programs import Start, programs
from tests.whatsapp.conftest import SETTINGS
from tests.whatsapp.server import serving

pytestmark = pytest.mark.usefixtures("installed")

SAY = copy("pt-BR").say
NAME, LANGUAGE = "chamado_atualizado", "pt_BR"
PAGE = 2  # templates in one answer


def found() -> dict[Use, Verdict]:
    """In an account with a template of each state, and more of them than stand in one answer."""

    async def live() -> dict[Use, Verdict]:
        async with serving() as platform, session() as outside:
            for number in range(PAGE + 1):
                platform.templates.add(f"outro_{number}", "Olá!")
            platform.templates.add(NAME, wanted("status", SAY).text)
            platform.templates.add("pergunta", "Há {{1}} e {{2}}.", status="REJECTED")
            with pytest.MonkeyPatch.context() as patched:
                patched.setenv("ZELADOR_WHATSAPP__API_BASE", platform.url)
                patched.setenv("ZELADOR_WHATSAPP__TEMPLATES__STATUS", f"{NAME}:{LANGUAGE}")
                patched.setenv("ZELADOR_WHATSAPP__TEMPLATES__QUESTION", f"pergunta:{LANGUAGE}")
                patched.setenv("ZELADOR_WHATSAPP__TEMPLATES__CODE", f"codigo:{LANGUAGE}")
                site = Site(load(), Verdict(""), Platforms(), outside, real_now)
            assert platform.violations == []
            return dict(await matches(site))

    return asyncio.run(live())


def test_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "PAGE", PAGE)
    says = {use: (verdict.mark, verdict.says) for use, verdict in found().items()}
    assert says == {
        "reminder": ("warning", "nenhum; sem ele nada disso vai a quem não escreve há 24 h"),
        "status": ("ok", f"{NAME}:{LANGUAGE} é aprovado"),
        "question": ("wrong", f"pergunta:{LANGUAGE} está recusado (INVALID_FORMAT)"),
        "code": ("wrong", f"codigo:{LANGUAGE} não está na conta"),
    }


# ── one by one ───────────────────────────────────────────────────────────────


def a_template(text: str = "", more: tuple[Component, ...] = (), **changed: str) -> Submitted:
    """The one of news, approved as it was submitted."""
    body = Component("BODY", text or wanted("status", SAY).text)
    given = {"name": NAME, "language": LANGUAGE, "status": "APPROVED", "category": "UTILITY"} | changed
    return Submitted(**given, components=(body, *more))


MATCHES = {
    "approved": (a_template(), "ok", "é aprovado"),
    "there by another name": (a_template(name="outro"), "wrong", "não está na conta"),
    "there in another language": (a_template(language="en_US"), "wrong", "não está na conta"),
    "waiting": (a_template(status="PENDING"), "warning", "em análise"),
    "refused": (a_template(status="REJECTED", rejected_reason="SCAM"), "wrong", "recusado (SCAM)"),
    "paused": (a_template(status="PAUSED", rejected_reason="NONE"), "wrong", "pausado, porque clientes reclamaram"),
    "of a state to come": (a_template(status="ARCHIVED"), "wrong", "ARCHIVED"),
    "with one place less": (a_template("Há {{1}}."), "wrong", "({{1}}, {{2}}), mas {{1}}"),
    "with named places": (a_template("Há {{a}} e {{b}}."), "wrong", "mas {{a}}, {{b}}"),
    "without places": (a_template("Olá!"), "wrong", "mas nenhum"),
    "with a place in its head": (a_template(more=(Component("HEADER", "Olá, {{1}}"),)), "wrong", "não tem os parâmetros"),
    "as an advertisement": (a_template(category="MARKETING"), "warning", "da categoria MARKETING"),
    "in other words": (a_template("Do {{1}} há isto: {{2}}."), "warning", "com outro texto"),
}


@pytest.mark.parametrize("template, mark, says", MATCHES.values(), ids=MATCHES)
def test_a_template_of_the_account(template: Submitted, mark: str, says: str) -> None:
    verdict = matched(wanted("status", SAY), Approved(NAME, LANGUAGE), [a_template(name="outro"), template])
    assert (verdict.mark, says in verdict.says) == (mark, True), verdict


def test_what_is_not_set_is_advised_with_all_that_the_form_asks_for() -> None:
    verdict = matched(wanted("reminder", SAY), None, [])
    assert verdict.mark == "warning"
    for line in ("relato_pendente", "UTILITY", "pt_BR", wanted("reminder", SAY).text, EXAMPLES["problem"]):
        assert line in verdict.mend
    assert "ZELADOR_WHATSAPP__TEMPLATES__REMINDER=relato_pendente:pt_BR" in verdict.mend


def test_the_check_says_it_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    async def live() -> list[Verdict]:
        async with serving() as platform, session() as outside:
            monkeypatch.setenv("ZELADOR_WHATSAPP__API_BASE", platform.url)
            monkeypatch.setenv("ZELADOR_WHATSAPP__TEMPLATES__STATUS", f"{NAME}:{LANGUAGE}")
            site = Site(load(), Verdict(""), Platforms(), outside, real_now)
            check = {each.name: each for each in whole(site.settings.whatsapp)}["whatsapp_templates"]
            missing = await looked(check, site)
            platform.templates.add(NAME, wanted("status", SAY).text)
            return [missing, await looked(check, site)]

    missing, there = asyncio.run(live())
    assert (missing.mark, missing.says) == ("wrong", f"status: {NAME}:{LANGUAGE} não está na conta")
    assert there == Verdict("aprovados: status")


# ── what is submitted ────────────────────────────────────────────────────────


@pytest.mark.parametrize("use", PARAMETERS)
def test_what_is_submitted_would_be_taken(use: Use) -> None:
    """A place stands neither first nor last, and has words around it; examples stand for all places."""
    it = wanted(use, SAY)
    assert len(it.text) <= LONGEST
    assert not it.text.startswith("{{")
    assert not it.text.endswith("}}")
    assert it.text.count("{{") == len(it.examples) == len(PARAMETERS[use])
    assert "\n" not in it.text
    assert "{ $" not in it.text
    assert {use, *FOR, *NAMES} == set(PARAMETERS)


def test_a_code_goes_in_the_words_of_meta() -> None:
    """It takes no others for codes: only the places are compared."""
    code = a_template("*{{1}}* é o seu código de verificação.", (Component("BUTTONS"),), name="codigo", category="AUTHENTICATION")
    assert matched(wanted("code", SAY), Approved("codigo", LANGUAGE), [code]).mark == "ok"
    advice = matched(wanted("code", SAY), Approved("codigo", LANGUAGE), []).mend
    assert ("AUTHENTICATION" in advice, wanted("code", SAY).text in advice) == (True, False)
    useful = a_template("*{{1}}* é o seu código.", name="codigo", category="UTILITY")
    assert matched(wanted("code", SAY), Approved("codigo", LANGUAGE), [useful]).mark == "wrong"  # it takes no button
    assert "AUTHENTICATION" in matched(wanted("code", SAY), None, []).mend


# ── the program ──────────────────────────────────────────────────────────────


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with programs(tmp_path) as started:
        yield started


def test_as_a_program(start: Start) -> None:
    given = {f"WHATSAPP__{name}": value for name, value in SETTINGS.items()}
    listed = start("whatsapp", "templates", "--json", **given)
    assert (listed.ended(), listed.errors.text) == (0, "")
    assert [(each["check"], each["mark"]) for each in json.loads(listed.out.text)] == [(use, "warning") for use in PARAMETERS]
    shown = start("whatsapp", "templates", **given)
    assert shown.ended() == 0
    assert f"      texto      {wanted('question', SAY).text}" in shown.out.text.splitlines()


@pytest.mark.parametrize("command", ["check", "templates"])
def test_without_whatsapp_there_is_nothing_to_look_at(command: str, start: Start) -> None:
    program = start("whatsapp", command)
    assert (program.ended(), program.out.text) == (2, "")
    assert program.errors.text.startswith("Falta o WhatsApp nas configurações")
