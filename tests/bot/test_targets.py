"""A turn counts the targets of the tickets that it changed; timers wait for them, and supervisors hear of those that still hold."""

from datetime import datetime, timedelta

import pytest

from bot.alerts.team_chat import AlertChat, announcements
from bot.commands import COMMANDS
from bot.result import Result
from bot.talk import Talk
from bot.targets import target_words
from core.messages import Command
from core.records import evolve
from core.targets import TARGETS, WARNINGS
from core.tickets import Priority, Status, Ticket
from tests.talks import COPY, ZONE, Chat

PEOPLE = AlertChat("telegram", "1", "-1", COPY.say)


def sent(priority: str = "média") -> Chat:
    """A report that a known tenant has sent, on a Tuesday at about three in the afternoon."""
    chat = Chat("tenant")
    for line in ("a pia da cozinha está vazando", priority, "qualquer horário", "enviar"):
        chat.say(line)
    assert chat.ticket.submitted_at
    return chat


@pytest.fixture(autouse=True)
def any_act(monkeypatch: pytest.MonkeyPatch) -> None:
    """An act that does what its input says."""

    def change(talk: Talk, ticket: Ticket, given: Command) -> Result:
        talk.replace(evolve(ticket, **given.input))
        return Result("done")

    monkeypatch.setitem(COMMANDS, "change", change)


def later(chat: Chat, **changes: object) -> None:
    """What an act makes of the ticket."""
    chat.take(Command("change", chat.ticket.id, "Ana", None, changes, id=chat._id()))


def waits(chat: Chat) -> dict[str, datetime]:
    return {kind: due_at for (kind, _), due_at in chat.timers.items() if kind in WARNINGS}


def alerts(chat: Chat) -> list[str]:
    assert chat.last
    return [each.kind for each in chat.last.alerts]


def test_a_draft_has_no_targets() -> None:
    chat = Chat("tenant")
    chat.say("a pia da cozinha está vazando")
    assert (chat.ticket.first_reply_due_at, waits(chat)) == (None, {})


def test_what_was_sent_is_waited_for() -> None:
    chat = sent()
    at = chat.ticket.submitted_at
    assert at
    assert chat.ticket.first_reply_due_at == at + timedelta(minutes=TARGETS.first_reply_medium)
    assert waits(chat) == {
        "first_reply_soon": at + timedelta(minutes=0.8 * TARGETS.first_reply_medium),
        "first_reply_late": chat.ticket.first_reply_due_at,
        "resolve_soon": waits(chat)["resolve_soon"],
        "resolve_late": chat.ticket.resolve_due_at,
    }


def test_what_does_not_change_a_due_time_sets_no_timer() -> None:
    chat = sent()
    chat.say("também pinga à noite")
    assert chat.last
    assert chat.last.timers == ()


def test_approval_is_a_first_reply() -> None:
    chat = sent()
    chat.command("approve")
    assert chat.ticket.first_reply_at == chat.turn.now
    assert set(waits(chat)) == {"resolve_soon", "resolve_late"}


def test_words_of_an_agent_are_a_first_reply_and_later_ones_are_none() -> None:
    chat = sent()
    chat.command("claim")
    chat.command("say", given={"text": "Bom dia!"})
    replied = chat.ticket.first_reply_at
    assert replied == chat.turn.now
    chat.wait(hours=1)
    chat.command("say", given={"text": "O encanador vai hoje."})
    assert chat.ticket.first_reply_at == replied


def test_a_priority_that_people_assign_moves_what_is_due() -> None:
    chat = sent()
    later(chat, assigned_priority=Priority.HIGH)
    assert chat.ticket.submitted_at
    assert chat.ticket.first_reply_due_at == chat.ticket.submitted_at + timedelta(minutes=TARGETS.first_reply_high)
    assert waits(chat)["first_reply_late"] == chat.ticket.first_reply_due_at


def test_a_ticket_that_was_sent_back_is_waited_for_by_nobody() -> None:
    chat = sent()
    due = chat.ticket.resolve_due_at
    later(chat, status=Status.SENT_BACK)
    assert (chat.ticket.paused_at, waits(chat)) == (chat.turn.now, {})
    chat.wait(minutes=30)
    later(chat, status=Status.AWAITING_REVIEW)
    assert due
    assert chat.ticket.resolve_due_at == due + timedelta(minutes=30)
    assert set(waits(chat)) == set(WARNINGS)


def test_a_danger_is_waited_for_round_the_clock() -> None:
    chat = Chat("tenant")
    chat.wait(hours=8)  # it is night
    chat.say("cheiro de gás forte aqui na cozinha")
    assert waits(chat)["first_reply_late"] == chat.turn.now + timedelta(minutes=TARGETS.first_reply_high)


def test_what_another_conversation_writes_rings_in_its_line() -> None:
    """A ticket that an agent wrote for a caller gets a customer's chat: from now on that chat's turns write it."""
    chat = sent()
    later(chat, reply_to=9)
    assert chat.last
    assert {(each.kind, each.line, each.due_at is None) for each in chat.last.timers} == {
        (kind, line, gone) for kind in WARNINGS for line, gone in ((None, True), (9, False))
    }


# ── what supervisors hear ────────────────────────────────────────────────────


def ring(chat: Chat, kind: str) -> list[str]:
    """When its time has come; what people are told."""
    chat.turn.now = waits(chat).pop(kind)
    assert chat.ring(kind) == ()
    return alerts(chat)


@pytest.mark.parametrize("kind", WARNINGS)
def test_supervisors_are_told(kind: str) -> None:
    chat = sent()
    before = {chat.ticket.id: chat.ticket}
    assert ring(chat, kind) == [kind]
    assert chat.last
    (told,) = announcements(PEOPLE, before, chat.last)
    assert told.purpose == "alert"
    assert told.text.splitlines()[0] == COPY.say(f"alert-title.{kind.replace('_', '-')}", {"name": chat.ticket.reference or ""})


def test_nobody_is_told_of_what_no_longer_holds() -> None:
    chat = sent()
    old = waits(chat)["first_reply_soon"]
    chat.command("approve")
    chat.turn.now = old
    chat.ring("first_reply_soon")
    assert alerts(chat) == []


def test_nobody_is_told_before_the_time_that_counts_now() -> None:
    chat = sent("alta")
    old = waits(chat)["first_reply_late"]
    later(chat, assigned_priority=Priority.LOW)
    chat.turn.now = old
    chat.ring("first_reply_late")
    assert alerts(chat) == []


def test_what_is_late_is_not_told_to_be_so_soon() -> None:
    """The program stood still while the first timer fell due."""
    chat = sent()
    chat.turn.now = waits(chat)["first_reply_late"]
    chat.ring("first_reply_soon")
    assert alerts(chat) == []
    chat.ring("first_reply_late")
    assert alerts(chat) == ["first_reply_late"]


def test_a_ticket_of_another_time_is_told_of_too() -> None:
    """Its customer has begun another report since."""
    chat = sent()
    first = chat.ticket.id
    due = waits(chat)["first_reply_late"]
    chat.tap(0)
    chat.say("outra coisa: a porta range")
    assert chat.ticket.id != first
    chat.turn.now = due
    chat.ring("first_reply_late", first)
    assert chat.last
    assert [(each.kind, each.ticket) for each in chat.last.alerts] == [("first_reply_late", first)]


# ── words ────────────────────────────────────────────────────────────────────


NOW = datetime(2026, 11, 24, 15, tzinfo=ZONE)


def words(**of_it: object) -> str:
    return target_words(COPY.say, Ticket(1, **of_it), NOW, lambda moment: moment.astimezone(ZONE))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "due, said",
    [
        ("2026-11-24 16:10", "responder até hoje, 16h10"),
        ("2026-11-25 08:00", "responder até amanhã, 8h"),
        ("2026-11-28 10:00", "responder até sábado, 10h"),
        ("2026-12-01 10:00", "responder até 01/12, 10h"),
        ("2026-11-24 13:00", "resposta atrasada há 2 h"),
        ("2026-11-24 15:00", "resposta atrasada há menos de 1 min"),
    ],
)
def test_the_first_reply_in_words(due: str, said: str) -> None:
    moment = datetime.fromisoformat(due).replace(tzinfo=ZONE)
    assert words(first_reply_due_at=moment, resolve_due_at=moment + timedelta(hours=1)) == said


def test_the_solution_in_words() -> None:
    assert words(first_reply_at=NOW, first_reply_due_at=NOW, resolve_due_at=NOW + timedelta(hours=2)) == "resolver até hoje, 17h"
    assert words(first_reply_at=NOW, resolve_due_at=NOW - timedelta(days=3)) == "solução atrasada há 3 d"


def test_nothing_is_said_of_what_is_done_or_was_never_due() -> None:
    assert words() == ""
    assert words(first_reply_at=NOW, first_reply_due_at=NOW, resolved_at=NOW, resolve_due_at=NOW) == ""


def test_a_pause_in_words() -> None:
    assert words(paused_at=NOW) == "prazo em pausa"
