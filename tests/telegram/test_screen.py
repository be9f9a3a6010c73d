"""What people see: bold, many homes, long texts, and "digitando…" while they wait."""

import asyncio
from datetime import timedelta

import pytest

from bot import ingest
from bot.handlers.telegram import channel
from bot.handlers.telegram.updates import PRIVATE
from bot.programs import demo
from core.utf16 import units
from storage.tables import ticket
from tests.platforms.reporting import asked, until_asked
from tests.telegram.agency import MARIA, Agency, with_agency
from tests.telegram.customers import Person
from tests.telegram.intakes import PROBLEM, TENANT

MARINA = Person(7_005, "Marina", "Souza", phone=str(demo.NUMBERS["owner"]).removeprefix("+"))
TYPING = "sendChatAction"


def test_typing_is_shown_to_who_waits(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "HINT_SECONDS", 0.01)
    monkeypatch.setattr(ingest, "COMPANIONS", timedelta(seconds=0.2))

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)
        maria.say("desde ontem")
        await maria.next_message()
        await agency.quiet()
        (hint,) = agency.telegram.made(TYPING)
        assert (hint.text("chat_id"), hint.text("action")) == (str(MARIA.id), "typing")

    with_agency(sqlite_url, scenario)


def test_typing_is_not_shown_to_who_is_answered_at_once(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "HINT_SECONDS", 5.0)

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "identification-role", PROBLEM, TENANT)
        assert agency.channel._waiting == {}  # nothing will be shown later
        assert agency.telegram.made(TYPING) == []

    with_agency(sqlite_url, scenario)


def test_typing_is_not_shown_to_who_said_nothing(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor to somebody who has just taken the bot off."""
    monkeypatch.setattr(channel, "HINT_SECONDS", 0.0)

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        role = await until_asked(maria, "identification-role", PROBLEM, TENANT)
        shown = len(agency.telegram.made(TYPING))
        maria.react("👍", role.id)
        maria.block()
        await agency.quiet()
        await asyncio.gather(*agency.channel._courtesies, return_exceptions=True)
        assert len(agency.telegram.made(TYPING)) == shown

    with_agency(sqlite_url, scenario)


@pytest.mark.parametrize(
    "said, bold",
    [
        ("🔥 o chuveiro 🚿 queimou 👨‍👩‍👧", "🔥 o chuveiro 🚿 queimou 👨‍👩‍👧"),
        ("o *chuveiro* queimou", "o ∗chuveiro∗ queimou"),
        ("o _chuveiro_ `queimou` [x](y) <b>", "o _chuveiro_ `queimou` [x](y) <b>"),
    ],
)
def test_bold_marks_what_it_should(sqlite_url: str, said: str, bold: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.say(said)
        shown = await maria.next_message()
        assert bold in shown.bold
        assert "atendente" in shown.bold
        assert not [each for each in shown.text if each == "*"]

    with_agency(sqlite_url, scenario)


def test_more_than_ten_homes_come_in_pages(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        marina = agency.customer(MARINA)
        marina.say(PROBLEM)
        await marina.next_message()
        marina.tap("Enviar meu número")
        first = await marina.next_message()
        while asked(first) != "contract-home":
            first = await marina.next_message()
        assert first.buttons[-2:] == ("Não está na lista", "Mais…")
        assert len(first.buttons) <= 10
        marina.tap("Mais…")
        second = await marina.next_message()
        assert second.buttons[-2:] == ("Não está na lista", "Anteriores")
        homes = [*first.buttons[:-2], *second.buttons[:-2]]
        assert len(set(homes)) == 12
        marina.tap("Anteriores")
        assert (await marina.next_message()).buttons == first.buttons
        marina.tap(homes[-1], on=second)  # the old page: the same question
        await marina.next_message()
        await agency.quiet()
        (answers,) = await agency.column(ticket.c.answers)
        assert answers["contract.home"].status == "valid"
        assert agency.telegram.taps == set()

    with_agency(migrated_url, scenario)


def test_a_long_problem_is_shown_whole_in_several_messages(sqlite_url: str) -> None:
    problem = " ".join(["O chuveiro 🚿 queimou de novo."] * 140)[:4000].rstrip()

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        parts = [await until_asked(maria, "review-summary", problem, TENANT)]
        while not parts[-1].buttons:
            parts.append(await maria.next_message())
        assert len(parts) > 1
        assert parts[-1].buttons == ("Enviar", "Corrigir", "Atendente")
        assert all(units(each.text) <= PRIVATE.text for each in parts)
        assert "".join(problem.split()) in "".join("".join(each.text for each in parts).split())

    with_agency(sqlite_url, scenario)
