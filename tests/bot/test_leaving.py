"""Where a person can be sent few messages, those of one turn go as one, in their order, and nothing that must arrive hangs on another."""

from collections.abc import Iterable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.console import LIMITS
from bot.layout import Labels, layout
from bot.leaving import JOINED, Leaving, Post, joined, leaving
from bot.result import TurnResult
from core.conversations import Conversation, Option, Prompt
from core.messages import Address, Call, Limits, Original, Purpose
from core.records import evolve

OWN = Labels("Escolher", "Mais…", "Anteriores", "Responda com o número:")
FEW = evolve(LIMITS, joins=True)
ANA = Conversation(1, "whatsapp", "1", "5511987654321")
QUESTION = Prompt("review-summary", "Posso enviar?", (Option("send", label="Enviar"), Option("change", label="Corrigir")), id=3)
NOTED = Prompt("photo-noted", "Foto anotada.", purpose="note")


class Channel:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def limits(self, address: str) -> Limits:
        return self._limits


def said(*prompts: Prompt, limits: Limits = FEW) -> list[Leaving]:
    post = Post(partial(layout, own=OWN), {"whatsapp": Channel(limits)}, None)
    return [*leaving({}, TurnResult(ANA, (), prompts), post)]


def texts(some: Iterable[Leaving]) -> list[str]:
    return [each.call.text for each in some]


def test_a_note_goes_along_with_the_question_that_follows() -> None:
    (only,) = said(NOTED, QUESTION)
    assert (only.purpose, only.call.kind, only.call.words) == ("prompt", "buttons", "review-summary")
    assert only.call.text == "Foto anotada.\n\nPosso enviar?"
    assert [each.label for each in only.call.choices] == ["Enviar", "Corrigir"]


def test_notes_go_together() -> None:
    (only,) = said(NOTED, evolve(NOTED, words="told", text="Um técnico vai amanhã."), evolve(NOTED, words="last", text="Até já."))
    assert only.call == Call("text", "Foto anotada.\n\nUm técnico vai amanhã.\n\nAté já.", words="last")


def test_what_follows_a_question_stays_behind_it() -> None:
    """Its buttons would no longer stand under what they answer."""
    assert texts(said(QUESTION, NOTED)) == ["Posso enviar?", "Foto anotada."]


@pytest.mark.parametrize("purpose", ["safety", "reference", "agent"])
def test_what_must_arrive_goes_alone(purpose: Purpose) -> None:
    alone = Prompt("it", "Saia já.", purpose=purpose)
    assert texts(said(NOTED, alone, QUESTION)) == ["Foto anotada.", "Saia já.", "Posso enviar?"]
    assert [each.purpose for each in said(alone, NOTED, alone)] == [purpose, "note", purpose]


def test_nothing_is_joined_that_does_not_fit() -> None:
    long = evolve(NOTED, text="a" * (FEW.body - len("\n\nPosso enviar?")))
    assert len(said(long, QUESTION)) == 1
    assert len(said(evolve(long, text=long.text + "a"), QUESTION)) == 2
    assert len(said(evolve(NOTED, text="a" * 4_000), evolve(NOTED, text="b" * 95))) == 2


def test_what_changes_an_old_message_is_joined_with_nothing() -> None:
    gone = Prompt("already-answered", "", purpose="note", clears="wamid.1")
    assert [each.call.kind for each in said(NOTED, gone, NOTED, QUESTION)] == ["text", "clear", "buttons"]
    assert len(said(NOTED, evolve(NOTED, edits="wamid.1"))) == 2


def test_what_somebody_hears_of_stays_its_own() -> None:
    carried = evolve(NOTED, carries=Original(Address("telegram", "1", "2"), "3"))
    assert len(said(carried, NOTED)) == 2


def test_each_ticket_is_spoken_of_in_its_own_message() -> None:
    to = Address("whatsapp", "1", "5511987654321")
    calls = [Leaving(to, "note", Call("text", "a"), 1), Leaving(to, "note", Call("text", "b"), 2)]
    assert [*joined(calls, FEW)] == calls


def test_other_channels_say_each_by_itself() -> None:
    assert texts(said(NOTED, NOTED, QUESTION, limits=LIMITS)) == ["Foto anotada.", "Foto anotada.", "Posso enviar?"]


prompts = st.lists(
    st.builds(
        Prompt,
        st.sampled_from(["a", "b"]),
        st.text(min_size=1, max_size=900),
        st.sampled_from([(), QUESTION.options]),
        purpose=st.sampled_from(["note", "prompt", "safety", "reference", "agent"]),
    ),
    max_size=7,
)


@given(prompts)
def test_nothing_is_lost_nor_changes_its_place(some: list[Prompt]) -> None:
    apart, together = said(*some, limits=LIMITS), said(*some)
    assert "\n\n".join(texts(together)) == "\n\n".join(texts(apart))
    assert len(together) <= len(apart)
    kept = [each.purpose for each in apart if each.purpose not in {purpose for pair in JOINED for purpose in pair}]
    assert [each.purpose for each in together if each.purpose in kept] == kept
    assert [each.call.choices for each in together if each.call.choices] == [each.call.choices for each in apart if each.call.choices]
