"""Messages that were deleted: what they answered stands, and people see what was taken back. A change of number says nothing."""

from core.messages import Inbound
from core.records import evolve
from tests.bot.desk_acts import SENT, chat_with, outcome, words
from tests.talks import Chat

PROBLEM = "o chuveiro queimou"


def deletion(chat: Chat, of: Inbound) -> Inbound:
    return evolve(chat._inbound("", "deleted", None), of=of.message, message="")


def happened(chat: Chat) -> list[tuple[int, str, object]]:
    assert chat.last
    return [(each.ticket, each.act, each.before) for each in chat.last.records]


def test_a_message_deleted_before_it_is_heard_answers_nothing() -> None:
    chat = chat_with(PROBLEM, "sou inquilino", persona="nobody")
    first = chat._inbound("Mraia da Silva", "text", None)
    chat.take(first, deletion(chat, first))
    assert "individual.first_name" not in chat.ticket.answers
    assert words(chat) == []
    chat.say("Maria da Silva")
    assert chat.value("individual.first_name") == "Maria"


def test_danger_is_heard_also_where_it_was_deleted() -> None:
    chat = chat_with(PROBLEM)
    first = chat._inbound("cheiro forte de gás", "text", None)
    chat.take(first, deletion(chat, first))
    assert words(chat)[0] == "safety-gas"


def test_after_the_reference_a_person_looks() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "approve")
    assert not chat.ticket.waiting_since
    chat.delete(1)
    assert happened(chat) == [(123, "deleted", SENT[0])]
    assert chat.ticket.waiting_since
    assert chat.value("maintenance.priority") == "high"
    assert words(chat) == []


def test_whoever_has_the_talk_reads_what_was_taken_back() -> None:
    chat = chat_with(*SENT)
    outcome(chat, "claim")
    chat.say("a porta também")
    chat.delete(3)
    assert chat.last
    (letter,) = chat.last.letters
    assert (letter.to.address, letter.prompt.words) == ("Ana", "relay")
    assert "(apagou a mensagem) a porta também" in letter.prompt.text


def test_of_words_that_nobody_has_only_that_they_were_deleted_is_kept() -> None:
    chat = chat_with(*SENT)
    chat.take(evolve(chat._inbound("", "deleted", None), of="unknown", message=""))
    assert happened(chat) == [(123, "deleted", None)]


def test_what_was_deleted_belongs_to_the_ticket_of_which_it_was_said() -> None:
    chat = chat_with(*SENT, "outro problema")
    chat.delete(1)
    assert happened(chat) == [(123, "deleted", SENT[0])]
    assert chat.ticket.id != 123
    assert words(chat) == []


def test_a_change_of_number_is_kept_and_answered_by_nothing() -> None:
    chat = chat_with(PROBLEM)
    chat.signal("moved")
    assert happened(chat) == [(123, "moved", None)]
    assert words(chat) == []
    chat.say("média")
    assert chat.value("maintenance.priority") == "medium"
