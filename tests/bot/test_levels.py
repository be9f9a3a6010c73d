"""How far the assistant goes by itself: what is complete and certain opens under `auto`; people look at everything else."""

import pytest

from core.records import evolve
from core.supervision import Level
from core.tickets import Registration, Status
from tests.bot.desk_acts import REGISTERED, SENT, UNKNOWN, chat_with, outcome, words
from tests.talks import BIA, MARCOS, Chat


def sent(level: Level, *lines: str, persona: str = "nobody") -> Chat:
    chat = chat_with(persona=persona)
    chat.turn.supervision = level
    for line in lines:
        chat.say(line)
    return chat


def test_under_review_a_person_looks_first() -> None:
    chat = sent(Level.REVIEW, *REGISTERED)
    assert (chat.ticket.status, chat.books.registered) == (Status.AWAITING_REVIEW, [])
    assert chat.ticket.waiting_since


def test_under_auto_what_is_complete_opens_and_its_contact_enters_the_books() -> None:
    chat = sent(Level.AUTO, *REGISTERED)
    assert (chat.ticket.status, chat.ticket.registration, chat.ticket.contact_id) == (Status.OPEN, Registration.KNOWN, 101)
    assert (chat.ticket.opened_at, chat.ticket.waiting_since) == (chat.turn.now, None)
    assert chat.said[-1].words == "submitted-open"
    assert "está aberto" in chat.said[-1].text
    assert chat.ticket.first_reply_at is None  # nobody has answered


def test_under_auto_a_doubtful_field_is_for_people() -> None:
    cpf = ("529", "529", "529")  # the third refusal leaves it to people
    chat = sent(Level.AUTO, *UNKNOWN[:4], *cpf, UNKNOWN[5], "Rua Um, 10, ap 1", "qualquer horário", "enviar")
    assert any(each.status == "doubtful" for each in chat.ticket.answers.values())
    assert (chat.ticket.status, chat.books.registered) == (Status.AWAITING_REVIEW, [])


def test_under_auto_a_value_of_somebody_else_is_for_people() -> None:
    chat = chat_with(persona="nobody")
    chat.turn.supervision, chat.books.contacts = Level.AUTO, {5: MARCOS}
    for line in (*UNKNOWN[:3], "marcos@exemplo.com.br", *UNKNOWN[4:], "Rua Um, 10, ap 1", "qualquer horário", "enviar"):
        chat.say(line)
    assert (chat.ticket.status, chat.ticket.registration) == (Status.AWAITING_REVIEW, Registration.CLAIMED)
    assert chat.said[-1].words == "submitted-open"
    assert "Marcos" not in chat.said[-1].text


TAKEN = {5: MARCOS, 6: evolve(MARCOS, id=6, email="ana@exemplo.com.br", cpf=None, mobile=None)}
ASKED = ("status", "como está meu chamado?", "cancelar", "obrigada", "ainda vaza", "outro problema", "a porta não fecha, média")


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("claimed", ["ana@exemplo.com.br", "marcos@exemplo.com.br"])
def test_nobody_learns_from_the_level_who_is_known(level: Level, claimed: str) -> None:
    """The same talk, once where nobody has that e-mail, and once where somebody has."""
    read = []
    for known in ({}, TAKEN):
        chat = chat_with(persona="nobody")
        chat.turn.supervision, chat.books.contacts = level, dict(known)
        lines = (*UNKNOWN[:3], claimed, *UNKNOWN[4:], "Rua Um, 10, ap 1", "qualquer horário", "enviar", *ASKED)
        read.append([(line, [each.text for each in chat.say(line)]) for line in lines])
    assert read[0] == read[1]


def test_the_approval_of_what_is_said_to_be_open_is_no_news() -> None:
    chat = chat_with(persona="nobody")
    chat.turn.supervision, chat.books.contacts = Level.AUTO, dict(TAKEN)
    for line in REGISTERED:
        chat.say(line)
    assert outcome(chat, "approve", {"contact": 6}) == "done"
    assert (chat.ticket.status, chat.ticket.owes) == (Status.OPEN, ())
    assert words(chat) == []


def test_under_auto_what_lacks_something_is_for_people() -> None:
    chat = sent(Level.AUTO, *UNKNOWN[:3], "não tenho", *UNKNOWN[4:], "Rua Um, 10, ap 1", "qualquer horário", "enviar")
    assert (chat.ticket.status, chat.ticket.registration) == (Status.AWAITING_REVIEW, Registration.PENDING)


def test_under_auto_danger_waits_for_people() -> None:
    chat = sent(Level.AUTO, "cheiro de gás na cozinha", "já saí", "enviar", persona="tenant")
    assert chat.ticket.submitted_at
    assert chat.ticket.waiting_since


def test_a_refund_goes_to_people_whatever_the_level() -> None:
    chat = sent(Level.AUTO, "quero reembolso da conta de luz", "enviar", persona="tenant")
    assert chat.ticket.submitted_at
    assert chat.ticket.status == Status.AWAITING_REVIEW


@pytest.mark.parametrize("persona,lines,status", [("tenant", SENT, Status.OPEN), ("nobody", REGISTERED, Status.AWAITING_REVIEW)])
def test_auto_when_proven_is_decided_at_the_submission(persona: str, lines: tuple[str, ...], status: Status) -> None:
    assert sent(Level.AUTO_WHEN_PROVEN, *lines, persona=persona).ticket.status == status


def test_a_supervisor_sets_one_ticket_apart() -> None:
    chat = chat_with(*REGISTERED[:-1], persona="nobody")
    assert outcome(chat, "supervise", {"level": "auto"}, BIA) == "done"
    chat.say("enviar")
    assert chat.ticket.status == Status.OPEN
