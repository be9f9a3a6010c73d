"""The platform says that a customer has another number now: who has the talk hears it once, and the card says it beside what is on file."""

import pytest

from core.messages import Inbound
from core.records import evolve
from tests.bot.desk_acts import REGISTERED, act, chat_with, letters
from tests.talks import ACACIAS, MARCOS, MARINA, PADARIA, RUA_UM, Chat

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


# ── whom the books knew by the old number ────────────────────────────────────


def known(persona: str) -> Chat:
    it = Chat(persona)
    it.say("oi, o chuveiro queimou")
    return it


@pytest.mark.parametrize("persona, role, name", [("tenant", "tenant", MARCOS.last_name), ("company", "company", PADARIA.last_name)])
def test_the_form_of_whom_the_books_knew_is_what_they_say_of_themselves(persona: str, role: str, name: str) -> None:
    it = known(persona)
    it.move(NEW)
    (said,) = it.say("baixa")
    assert said.words == "maintenance-visits"
    form = {"tenant": "individual"}.get(role, role)
    assert (it.value("identification.role"), it.value(f"{form}.last_name"), it.value(f"{form}.mobile")) == (role, name, NEW)
    assert {key for key, each in it.ticket.answers.items() if each.author == "rule"} == {f"{form}.mobile"}
    assert (it.value("contract.address"), it.value("contract.unit")) == (ACACIAS.address, ACACIAS.unit)


def test_without_the_new_number_it_is_asked_and_nothing_else() -> None:
    it = known("tenant")
    it.books.change_number(NEW)
    it.books.number = None
    it.move("")
    (said,) = it.say("baixa")
    assert said.words == "individual-mobile"
    (said,) = it.say("11 97654-0077")
    assert said.words == "maintenance-visits"


def test_of_several_homes_the_one_that_was_picked_stays() -> None:
    it = known("owner")
    it.tap(1)
    it.move(NEW)
    (said,) = it.say("baixa")
    assert said.words == "review-summary"
    assert (it.value("contract.address"), it.value("identification.role")) == (RUA_UM.address, "landlord")


def test_a_proof_that_ends_without_the_platforms_word_takes_the_form_along() -> None:
    """Nobody says that it is the same person."""
    it = known("tenant")
    it.books.proven, it.books.homes = None, ()
    (said,) = it.say("baixa")
    assert said.words == "identification-role"
    assert "Não reconheço mais este número" in said.text
    assert "individual.last_name" not in it.ticket.answers


def test_a_number_that_the_books_have_as_somebody_elses_is_theirs() -> None:
    it = known("tenant")
    it.books.on_file[NEW] = evolve(MARINA, mobile=NEW), (RUA_UM,)
    it.move(NEW)
    it.say("baixa")
    assert (it.value("individual.last_name"), it.value("contract.home")) == (MARINA.last_name, RUA_UM.id)
    assert it.value("maintenance.priority") == "low"


def test_another_report_after_the_change_asks_nothing_again() -> None:
    it = known("tenant")
    it.say("baixa")
    it.say("qualquer horário")
    it.say("enviar")
    it.move(NEW)
    (said,) = it.tap(0)
    assert said.words == "maintenance-description"
    assert "o seu número mudou" in said.text
