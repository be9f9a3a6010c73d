"""Words with one slip."""

import pytest

from core.spelling import Speller

DAYS = Speller(("segunda", "quarta", "sexta", "domingo", "quinta"), others=("quarto", "sesta"))


@pytest.mark.parametrize(
    "typed,meant",
    [
        ("segnda", "segunda"),
        ("sgeunda", "segunda"),
        ("segunnda", "segunda"),
        ("segumda", "segunda"),
        ("dmingo", "domingo"),
        ("quart", "quarta"),
    ],
)
def test_one_slip_is_seen_through(typed: str, meant: str) -> None:
    assert DAYS.meant(typed) == meant


@pytest.mark.parametrize("word", ["quarto", "sesta", "cegunda", "sgnda", "sex", "", "segundas-feiras", "s" * 5_000])
def test_what_may_be_another_word_stays(word: str) -> None:
    assert DAYS.meant(word) == word


def test_what_is_near_to_two_is_none_of_them() -> None:
    assert Speller(("tarde", "tardo")).meant("tardi") == "tardi"


def test_short_words_have_no_slips() -> None:
    assert Speller(("gas", "luz")).meant("gaz") == "gaz"
