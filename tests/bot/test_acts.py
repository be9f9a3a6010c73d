"""Acts of agents in a ticket's line: urgency, who goes on with it, cancellation, the level of supervision, and who may."""

from collections.abc import Mapping

import pytest

from bot.leases import IDLE
from core.cards import seen_digest
from core.messages import Address, Command, Inbound, Timer
from core.records import evolve
from core.supervision import Level
from core.tickets import Priority, Registration, Status, described
from tests.bot.desk_acts import SENT, act, chat_with, holder, letters, outcome, words
from tests.talks import ANA, BIA, MARCOS, Chat

HERE = Address("telegram", "1", "Ana")


def test_an_assigned_priority_counts_and_the_clients_word_stays() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "prioritise", {"level": "low"}) == "done"
    assert chat.ticket.assigned_priority == Priority.LOW
    assert chat.value("maintenance.priority") == "high"
    assert [(each.before, each.after) for each in chat.last.records] == [({"priority": "high"}, {"priority": "low"})]  # type: ignore[union-attr]


@pytest.mark.parametrize("act,given", [("prioritise", {"level": "low"}), ("cancel", {"text": "engano"})])
def test_what_holds_a_danger_is_lowered_or_ended_by_leads_only(act: str, given: Mapping[str, object]) -> None:
    chat = chat_with("cheiro de gás na cozinha")
    assert outcome(chat, act, given) == "refused"
    assert chat.ticket.status == Status.OPEN
    assert chat.ticket.assigned_priority is None
    assert outcome(chat, act, given, BIA) == "done"


def test_a_ticket_is_assigned_to_oneself_and_by_leads_to_others_who_are_told() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "assign", {"agent": BIA.id}) == "refused"
    assert outcome(chat, "assign", {"agent": ANA.id}) == "done"
    assert letters(chat) == []
    assert outcome(chat, "assign", {"agent": ANA.id}, BIA) == "done"
    assert letters(chat) == [("Ana", "desk-assigned")]
    assert chat.ticket.assignee_id == ANA.id
    assert chat.conversation.owner == "bot"


def test_nothing_passes_to_who_has_gone_or_never_came() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim")
    chat.books.agents[BIA.id] = evolve(BIA, at=None)
    assert outcome(chat, "transfer", {"agent": BIA.id}) == "refused"
    del chat.books.agents[BIA.id]
    assert outcome(chat, "transfer", {"agent": BIA.id}) == "refused"
    assert chat.conversation.agent_id == ANA.id


def test_a_talk_passes_from_its_owner_to_a_colleague() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "transfer", {"agent": BIA.id}) == "refused"  # Ana does not have it
    outcome(chat, "claim")
    assert outcome(chat, "transfer", {"agent": BIA.id}) == "done"
    assert (chat.conversation.agent_id, chat.ticket.assignee_id) == (BIA.id, BIA.id)
    assert letters(chat) == [("Bia", "desk-assigned")]


def test_a_second_tap_of_the_same_claim_changes_nothing_and_says_so() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim")
    done, said = act(chat, "claim")
    assert (done, "já é seu" in said) == ("done", True)
    assert [each.act for each in chat.books.history].count("claim") == 1


def test_a_lead_takes_a_talk_only_by_saying_so_and_its_agent_hears_of_it() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim")
    assert outcome(chat, "claim", by=BIA) == "conflict"
    assert outcome(chat, "take_from", by=BIA) == "done"
    assert letters(chat) == [("Ana", "desk-taken")]
    assert chat.conversation.agent_id == BIA.id
    assert outcome(chat, "take_from") == "refused"


def test_a_cancelled_ticket_is_told_with_its_reason() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "cancel", {"text": ""}) == "refused"
    assert outcome(chat, "cancel", {"text": "já resolvido pelo condomínio"}) == "done"
    assert words(chat) == ["ticket-cancelled"]
    assert "pelo condomínio" in chat.said[-1].text
    assert (chat.ticket.status, chat.ticket.waiting_since) == (Status.CANCELLED, None)
    assert outcome(chat, "cancel", {"text": "de novo"}) == "refused"


def test_after_a_cancelled_draft_the_next_words_begin_another() -> None:
    chat = chat_with("o chuveiro queimou")
    outcome(chat, "cancel", {"text": "teste"})
    assert words(chat) == ["report-cancelled"]
    chat.say("a pia está vazando")
    assert chat.ticket.id != 123
    assert words(chat) == ["maintenance-priority"]


def test_manual_greets_keeps_what_is_said_and_hands_over_at_once() -> None:
    chat = Chat("tenant")
    chat.turn.supervision = Level.MANUAL
    (said,) = chat.say("o chuveiro queimou")
    assert said.words == "person"
    assert "assistente" in said.text
    assert not said.options
    assert chat.ticket.status == Status.AWAITING_REVIEW
    assert described(chat.ticket) == "o chuveiro queimou"
    assert [each.words for each in chat.say("continuar com a assistente")] == ["person"]
    assert chat.conversation.owner == "agent"
    assert outcome(chat, "give_back", by=BIA) == "refused"


def test_manual_set_in_mid_draft_hands_over_at_once() -> None:
    chat = chat_with("o chuveiro queimou")
    assert outcome(chat, "supervise", {"level": "manual"}) == "refused"  # by leads only
    assert outcome(chat, "supervise", {"level": "manual"}, BIA) == "done"
    assert words(chat) == ["person"]
    assert chat.conversation.owner == "agent"


def test_danger_is_told_before_people_come() -> None:
    chat = Chat("tenant")
    chat.turn.supervision = Level.MANUAL
    assert [each.words for each in chat.say("cheiro de gás na cozinha")] == ["safety-gas", "safety-safe"]
    assert [each.words for each in chat.say("já saí")] == ["person-danger"]


def test_the_level_of_what_is_submitted_stands() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "supervise", {"level": "manual"}, BIA) == "refused"


def test_a_customer_who_waits_too_long_is_everybodys_again() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim")
    chat.command("say", given={"text": "Boa tarde!"})
    assert chat.conversation.lease_until is None
    chat.say("e o encanador?")
    until = chat.conversation.lease_until
    assert until == chat.turn.now + chat.turn.lease == chat.timers["lease", 0]
    chat.wait(minutes=20)
    chat.say("oi?")
    assert chat.conversation.lease_until == until  # the first unanswered message counts
    chat.take(Timer("lease", 0, 900))
    assert chat.conversation.agent_id == ANA.id
    chat.wait(minutes=10)
    chat.take(Timer("lease", 0, 901))
    assert holder(chat) == ("agent", None)
    assert letters(chat) == [("Ana", "desk-freed")]
    assert outcome(chat, "claim", by=BIA) == "done"


def test_where_nothing_is_said_for_half_a_day_the_bot_goes_on_without_a_word() -> None:
    chat = chat_with("o chuveiro queimou")
    outcome(chat, "claim")
    chat.command("say", given={"text": "Boa tarde!"})
    assert chat.timers["idle", 0] == chat.turn.now + IDLE
    chat.wait(hours=11)
    chat.take(Timer("idle", 0, 900))
    assert holder(chat) == ("agent", ANA.id)
    chat.wait(hours=1)
    assert chat.take(Timer("idle", 0, 901)) == ()
    assert holder(chat) == ("bot", None)
    chat.say("oi")
    assert words(chat) == ["resume"]


def test_what_is_said_without_the_talk_is_a_note_until_it_is_taken() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "say", {"text": "Já vou aí"}) == "conflict"
    assert words(chat) == []
    assert outcome(chat, "send") == "done"
    assert chat.said[-1].text == "Já vou aí"
    assert chat.said[-1].by == "Ana"
    assert outcome(chat, "send") == "refused"  # it is sent already


def test_what_a_colleague_keeps_is_not_sent_by_taking_it() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim", by=BIA)
    assert outcome(chat, "say", {"text": "Já vou aí"}) == "conflict"
    assert outcome(chat, "send") == "conflict"
    assert words(chat) == []


def test_who_goes_on_with_the_assistant_is_missed_by_the_agent() -> None:
    chat = chat_with("o chuveiro queimou")
    outcome(chat, "claim")
    chat.say("continuar com a assistente")
    assert letters(chat) == [("Ana", "desk-taken-back")]
    assert words(chat) == ["maintenance-priority"]


def test_a_talk_of_an_agent_who_was_removed_is_free() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim")
    del chat.books.agents[ANA.id]
    chat.command("release", given={"agent": ANA.id}, by=BIA)
    assert holder(chat) == ("agent", None)
    assert chat.ticket.waiting_since
    assert outcome(chat, "claim", by=BIA) == "done"


def seen_now(chat: Chat) -> str:
    return seen_digest(chat.ticket, chat.turn.newest_words(chat.ticket.id))


def test_what_the_card_shows_no_more_is_not_approved() -> None:
    chat = chat_with(*SENT)
    seen = seen_now(chat)
    outcome(chat, "correct", {"field": "maintenance.priority", "value": "baixa"}, BIA)
    assert outcome(chat, "approve", {"seen": seen}) == "conflict"
    assert chat.ticket.status == Status.AWAITING_REVIEW
    assert outcome(chat, "approve", {"seen": seen_now(chat)}) == "done"


def test_words_that_the_card_does_not_show_are_not_approved_away() -> None:
    """Whether they were heard in an earlier turn or in this one."""
    chat = chat_with(*SENT)
    seen = seen_now(chat)
    chat.say("esperem, agora está pingando na tomada")
    assert outcome(chat, "approve", {"seen": seen}) == "conflict"
    assert chat.ticket.waiting_since
    seen = seen_now(chat)
    approval = Command("approve", 123, "Ana", ANA.id, {"seen": seen}, id=900)
    chat.take(Inbound(899, "e no corredor", sent_at=chat.turn.now, message="m899"), approval)
    assert chat.last
    assert chat.last.results[900].outcome == "conflict"
    assert outcome(chat, "approve", {"seen": seen_now(chat)}) == "done"


def test_a_report_that_was_never_sent_opens_with_the_contact_that_is_proven_or_says_what_is_lacking() -> None:
    chat = chat_with("o chuveiro queimou", "atendente", persona="nobody")
    done, said = act(chat, "approve")
    assert (done, said.startswith("Falta no cadastro: ")) == ("refused", True)
    assert outcome(chat, "approve", {"pending": True}) == "done"
    assert (chat.ticket.status, chat.ticket.registration) == (Status.OPEN, Registration.PENDING)
    chat = chat_with("o chuveiro queimou", "atendente")
    assert outcome(chat, "approve") == "done"
    assert (chat.ticket.contact_id, chat.ticket.registration) == (MARCOS.id, Registration.KNOWN)
    outcome(chat, "claim")
    outcome(chat, "give_back")
    assert words(chat) == ["submitted-open"]  # nothing more is asked
    chat = chat_with("o chuveiro queimou", "sou o porteiro", "atendente", persona="nobody")
    assert outcome(chat, "approve") == "done"


def test_of_two_who_approve_at_once_the_second_hears_that_it_is_open() -> None:
    chat = chat_with(*SENT)
    seen = {"seen": seen_now(chat)}
    assert outcome(chat, "approve", seen) == "done"
    done, said = act(chat, "approve", seen, BIA)
    assert (done, "está aberto" in said) == ("refused", True)
    assert [each.act for each in chat.books.history].count("approve") == 1


def test_who_speaks_without_the_talk_is_offered_to_take_it() -> None:
    chat = chat_with(*SENT)
    chat.take(Command("say", 123, "Ana", ANA.id, {"text": "Já vou aí"}, HERE, id=900))
    assert chat.last
    (letter,) = chat.last.letters
    assert [(each.label, each.data) for each in letter.prompt.options] == [("Assumir e enviar", "t123:send:")]
    outcome(chat, "claim", by=BIA)
    chat.take(Command("say", 123, "Ana", ANA.id, {"text": "Já vou aí"}, HERE, id=901))
    (letter,) = chat.last.letters
    assert letter.prompt.options == ()
    assert "está com Bia" in letter.prompt.text
