"""A message is cut once: words, numbers and signs, where they stand, and what is left when something was found."""

import re
import time

import pytest

from core.glance import hints
from core.names import fold
from core.phrases import Phrases
from core.words import BLANK, Memo, cut


@pytest.mark.parametrize(
    "text,words",
    [
        ("o chuveiro queimou!", ["o", "chuveiro", "queimou", "!"]),
        ("segunda-feira, das 8-12", ["segunda", "feira", ",", "das", "8", "-", "12"]),
        ("dia 12/11 às 18:30h", ["dia", "12/11", "as", "18:30h"]),
        ("2ª via, nº 45", ["2ª", "via", ",", "nº", "45"]),
        ("11 98765-4321", ["11 98765-4321"]),
        ('s/ água... e "só" isso?!', ["s/", "agua", "...", "e", "so", "isso", "?!"]),
        ("❌❌ (não)", ["❌", "❌", "(", "nao", ")"]),
        ("", []),
    ],
)
def test_words_and_signs(text: str, words: list[str]) -> None:
    said = cut(fold(text))
    assert said.texts == words
    assert [said.folded[start : said.end(at)] for at, start in enumerate(said.starts)] == words


@pytest.mark.parametrize(
    "text,found,left",
    [
        ("sou a ana, o piso rachou", "sou a ana", [BLANK * 9, ",", "o", "piso", "rachou"]),
        ("a pia. sou a ana. vaza", "sou a ana", ["a", "pia", ".", BLANK * 9 + ".", "vaza"]),
        ("tel 11 98765-4321", "98765", ["tel", "11", BLANK * 5, "-", "4321"]),
    ],
)
def test_what_was_found_is_blanked_out(text: str, found: str, left: list[str]) -> None:
    start = text.index(found)
    said = cut(text).without([(start, start + len(found))])
    assert said.texts == left
    assert [said.folded[start : said.end(at)] for at, start in enumerate(said.starts)] == left
    assert len(said.folded) == len(text)


def test_what_stands_before_a_greeting_ends_is_gone() -> None:
    said = cut("bom dia, o ralo entupiu").after(9)
    assert said.texts == [BLANK, "o", "ralo", "entupiu"]
    assert "bom" not in said.begun


def test_a_pattern_is_looked_for_where_its_first_words_stand() -> None:
    said = cut("a sala e a sala ao lado, na casa")
    found = said.matches(re.compile(r"(?:sala|casa)(?: e a sala)?"), hints(["sala", "casa"]))
    assert [each[0] for each in found] == ["sala e a sala", "casa"]


def test_the_longest_phrase_counts() -> None:
    phrases = Phrases.of([(("pode", "ser"), "perhaps"), (("pode",), "may"), (("pode", "ser", "hoje"), "today"), (("pode",), "can")])
    words = "pode ser amanha pode ser hoje pode nada".split()
    assert [phrases.longest(words, at) for at in (0, 2, 3, 6, 7)] == [("perhaps", 2), (None, 3), ("today", 6), ("may", 7), (None, 8)]


def test_a_memo_forgets_before_it_grows_too_large() -> None:
    made: Memo[int] = Memo(len)
    assert [made[str(number)] for number in range(5_000)] == [len(str(number)) for number in range(5_000)]
    assert len(made) < 4_097


@pytest.mark.parametrize("piece", ["a", "1", "1/1", "12:30", "s/", "a-", "-", ".", "..,", "ª", "9 9999", BLANK, "\n "])
def test_cutting_takes_time_in_proportion(piece: str) -> None:
    text = (piece * 40_000)[:40_000]
    began = time.perf_counter()
    assert len(cut(text).texts) <= len(text)
    assert time.perf_counter() - began < 1.0
