"""A ticket goes on: what may follow what, who may reopen late, and what its customer hears."""

import pytest

from core.messages import Command
from core.permissions import Role
from core.records import evolve
from core.tickets import Status
from tests.bot.desk_acts import words
from tests.talks import ANA, BIA, Chat


def sent() -> Chat:
    chat = Chat("tenant")
    chat.say("o chuveiro queimou, qualquer horário, urgente")
    chat.say("enviar")
    chat.command("approve")
    assert chat.ticket.status == Status.OPEN
    return chat


@pytest.mark.parametrize(
    "acts, status",
    [
        (("start",), Status.IN_PROGRESS),
        (("start", "resolve"), Status.RESOLVED),
        (("close",), Status.CLOSED),
        (("resolve", "close"), Status.CLOSED),
        (("close", "reopen"), Status.REOPENED),
        (("resolve", "reopen", "start", "resolve"), Status.RESOLVED),
    ],
)
def test_each_move_is_told_once_and_has_its_row_of_history(acts: tuple[str, ...], status: Status) -> None:
    chat = sent()
    for act in acts:
        told = chat.command(act).prompts
        assert [each.purpose for each in told] == ["note"]
        assert chat.last
        assert [event.act for event in chat.last.records] == [act]
    assert chat.ticket.status == status
    assert chat.ticket.assignee_id == ANA.id


@pytest.mark.parametrize("act", ["reopen", "start", "resolve", "close"])
def test_what_does_not_follow_is_refused_in_words(act: str) -> None:
    chat = sent()
    chat.take(Command("close", chat.ticket.id, "Ana", ANA.id, id=50))
    if act == "reopen":
        chat.take(Command("reopen", chat.ticket.id, "Ana", ANA.id, id=51))
    result = chat.command(act).results[chat.next]
    assert result.outcome == "refused"
    assert ("reaberto" if act == "reopen" else "encerrado") in result.reason


def test_long_after_its_end_only_those_who_lead_reopen_a_ticket() -> None:
    chat = sent()
    chat.command("resolve")
    chat.wait(days=16)
    assert chat.command("reopen").results[chat.next].outcome == "refused"
    assert chat.command("reopen", by=BIA).results[chat.next].outcome == "done"
    assert BIA.role == Role.SUPERVISOR
    assert chat.ticket.reopened == 1


def test_a_ticket_reported_by_phone_is_told_by_phone() -> None:
    chat = sent()
    chat.books.tickets[chat.ticket.id] = evolve(chat.ticket, reply_to=None)
    done = chat.command("resolve")
    assert done.prompts == ()
    assert "por telefone" in done.results[chat.next].reason


@pytest.mark.parametrize("act", ["resolve", "close"])
def test_a_ticket_with_an_open_danger_does_not_end(act: str) -> None:
    chat = Chat("tenant")
    chat.say("cheiro forte de gás na cozinha")
    assert chat.command(act).results[chat.next].outcome == "refused"
    chat.command("end_hazard", given={"text": "bombeiros foram"})
    assert chat.command(act).results[chat.next].outcome == "done"


def test_what_the_owner_of_the_talk_resolves_is_told_at_once_and_what_others_do_when_it_is_given_back() -> None:
    chat = sent()
    chat.command("claim")
    chat.command("start", by=BIA)
    assert words(chat) == []
    chat.command("resolve")
    assert words(chat) == ["status.resolved"]
    assert "em andamento" in chat.said[-1].text  # in one message
    chat.command("give_back")
    assert words(chat) == []
