"""The platform says that a customer has another number now: who has the talk hears it once, and the card says it beside what is on file."""

from core.messages import Inbound
from core.records import evolve
from tests.bot.desk_acts import REGISTERED, act, chat_with, letters
from tests.talks import Chat

NEW, NEWER = "+5511976540077", "+5521976540088"


def moves(it: Chat, *numbers: str) -> None:
    it.wait(minutes=1)
    it.take(*(evolve(it._inbound(each, "moved", None), message=f"w{each}{it.next}") for each in numbers))


def claimed() -> Chat:
    it = chat_with(*REGISTERED, persona="nobody")
    act(it, "claim")
    return it


def test_who_has_the_talk_is_told_once_though_the_platform_says_it_twice() -> None:
    it = claimed()
    moves(it, NEW)
    assert letters(it) == [("Ana", "desk-moved")]
    assert it.last
    assert "(11) 97654-0077" in it.last.letters[0].prompt.text
    for again in (NEW, ""):
        moves(it, again)
        assert letters(it) == []
    moves(it, NEWER)
    assert letters(it) == [("Ana", "desk-moved")]
    assert it.conversation.unreachable_since is None


def test_both_in_one_turn_are_told_once() -> None:
    it = claimed()
    moves(it, NEW, NEW, "")
    assert letters(it) == [("Ana", "desk-moved")]


def test_that_nobody_tells_the_new_number_is_told_too() -> None:
    it = claimed()
    moves(it, "")
    assert it.last
    assert "não informa" in it.last.letters[0].prompt.text
    moves(it, "")
    assert letters(it) == []


def test_without_an_agent_nobody_is_told_anything() -> None:
    it = chat_with(*REGISTERED, persona="nobody")
    said, answers = len(it.said), it.ticket.answers
    moves(it, NEW, "")
    assert (letters(it), len(it.said), it.ticket.answers) == ([], said, answers)
    assert [each.after for each in it.books.history if each.act == "moved"] == [NEW, None]
    assert isinstance(it.books.written[-1][0], Inbound)
