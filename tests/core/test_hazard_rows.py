"""The table of dangers: each row is shown by its sentence, each name has words, and reading takes linear time."""

import time

import pytest

from core.danger_phrases import PHRASES
from core.danger_turns import TURN_PHRASES, TURNS
from core.danger_words import WORDS
from core.dangers import DANGERS, HazardKind, Row
from core.hazards import Hazard, find_hazards

ROWS = [(kind, row) for kind, rows in DANGERS.items() for row in rows]
SIGNS = {"pause", "question"}  # meanings of signs
READ_BY_TOKENS = {
    "nothing",
    "persists",
    "deny",
    "doubt",
    "if",
    "in_case",
    "risk",
    "may",
    "real",
    "such",
    "told",
    "now",
    "how",
    "ever",
    "but",
}
READ_BY_HAZARDS = {
    "mended",
    "still",
    "that",
    "had",
    "freed",
    "not_gas",
    "cleared",
    "no_thief",
    "filled",
    "shallow",
    "false_alarm",
    "gone",
    "stopped",
    "well",
    "year",
    "ago",
    "away",
    "far",
    "here",
    "stay",
}
ALL_PHRASES = {**PHRASES, **TURN_PHRASES}


@pytest.mark.parametrize("kind, row", ROWS, ids=lambda each: each.shows if isinstance(each, Row) else each)
def test_a_row_is_shown_by_its_sentence(kind: HazardKind, row: Row) -> None:
    assert find_hazards(row.shows) == (Hazard(kind, row.certainty),)


def test_each_meaning_of_a_row_has_words() -> None:
    named = {meaning for _, row in ROWS for meaning in (*row.means, *row.around, *row.before, *row.sentence, *row.message, *row.in_doubt)}
    assert named <= WORDS.keys() | TURNS.keys() | ALL_PHRASES.keys() | SIGNS


def test_each_meaning_is_read() -> None:
    read = {meaning for _, row in ROWS for meaning in (*row.means, *row.around, *row.before, *row.sentence, *row.message)}
    assert WORDS.keys() | TURNS.keys() | ALL_PHRASES.keys() == (read - SIGNS) | READ_BY_TOKENS | READ_BY_HAZARDS


def test_sure_rows_stand_before_those_that_ask() -> None:
    for rows in DANGERS.values():
        certainties = [row.certainty for row in rows]
        assert certainties == sorted(certainties, reverse=True)


def test_phrases_have_two_words_or_more() -> None:
    assert [phrase for phrases in (*PHRASES.values(), *TURN_PHRASES.values()) for phrase in phrases if " " not in phrase] == []


@pytest.mark.parametrize(
    "piece",
    [
        "de ", "da ", "gás ", "não é ", "não tem gás ", "não tem cheiro de gás ", "se vazar gás ", "risco de gás vazar ",
        "aquecedor tontura boleto ", "consertaram gás vazando boleto ", "já teve ", "já teve gás ",
        "gás nenhum ", "tem gás não, ", "água subindo ", "trancada gaveta banheiro fora ", "teto caiu tinta ", "x", ".",
        "?!",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece: str) -> None:
    taken = [min(_seconds(piece * (length // len(piece)) + f" {round_}") for round_ in range(3)) for length in (4_000, 16_000)]
    assert taken[0] < 0.05  # some ten times what a quiet machine needs
    assert taken[1] < 12 * taken[0] + 0.01


def _seconds(text: str) -> float:
    began = time.process_time()
    find_hazards(text)
    return time.process_time() - began
