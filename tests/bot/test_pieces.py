"""A problem that is written in pieces, each after the question has moved on: all of it stands on the ticket, and nothing is refused."""

from datetime import timedelta

import pytest

from core.conversations import Prompt
from tests.talks import Chat


def says(it: Chat, text: str, seconds: float) -> Prompt:
    it.turn.now += timedelta(seconds=seconds)
    (said,) = it.take(it._inbound(text, "text", None))
    return said


@pytest.mark.parametrize("persona, question", [("tenant", "maintenance-priority"), ("nobody", "identification-role")])
def test_pieces_of_a_problem_are_one_problem(persona: str, question: str) -> None:
    it = Chat(persona)
    assert says(it, "o chuveiro", 1).words == question
    for piece, noted in (("queimou", "o chuveiro queimou"), ("desde ontem", "o chuveiro queimou desde ontem")):
        said = says(it, piece, 8)
        assert (said.words, f"Anotei: *{noted}*." in said.text) == (question, True)
    assert it.open
    assert it.open.refusals == 0
    told = it.value("maintenance.description") if persona == "tenant" else it.ticket.said["description"].text
    assert told == "o chuveiro\nqueimou\ndesde ontem"


def test_a_piece_is_no_name() -> None:
    it = Chat("nobody")
    assert says(it, "sou inquilina, o chuveiro", 1).words == "individual-name"
    assert says(it, "queimou", 4).words == "individual-name"
    assert says(it, "Ana Lima", 4).words == "individual-email"
    assert it.value("individual.first_name") == "Ana"


@pytest.mark.parametrize(
    "text, seconds, words",
    [
        ("alta", 3, "maintenance-visits"),
        ("desde ontem", 90, "maintenance-priority"),
        ("banana", 3, "maintenance-priority"),
        ("moro aqui", 3, "maintenance-priority"),
    ],
)
def test_an_answer_is_none_and_what_comes_late_is_none(text: str, seconds: float, words: str) -> None:
    it = Chat("tenant")
    says(it, "o chuveiro queimou", 1)
    said = says(it, text, seconds)
    assert (said.words, "Anotei" in said.text) == (words, False)
    assert it.value("maintenance.description") == "o chuveiro queimou"
