"""Visit times said in addition to others (R31)."""

import pytest

from core.visits import adds
from tests.core.test_visits import read, windows


@pytest.mark.parametrize(
    "text",
    [
        "também não posso quarta à tarde", "tb não posso sexta", "e sábado só depois das 10", "além disso quarta não", "mais: sexta não",
        "ah, também não posso sexta", "e também quarta não",
    ],
)  # fmt: skip
def test_times_in_addition(text: str) -> None:
    assert adds(text)


@pytest.mark.parametrize(
    "text",
    [
        "na verdade só depois das 10", "na real quarta", "corrigindo: quarta", "e na verdade quarta não", "é só à tarde", "mais tarde",
        "só à tarde", "escola de manhã", "",
    ],
)  # fmt: skip
def test_times_in_place_of_others(text: str) -> None:
    assert not adds(text)


def test_both_hold() -> None:
    both = read("não posso de manhã").plus(read("também não posso quarta à tarde"))
    assert both.text == "não posso de manhã; também não posso quarta à tarde"
    assert both.status == "parsed"
    assert set(both.blocked) == windows(("mon tue thu fri sat sun", 6, 12), ("wed", 6, 18))


@pytest.mark.parametrize(
    "before,after,status",
    [
        ("não posso de manhã", "trabalho das 8 às 17", "confirm"),
        ("trabalho das 8 às 17", "não posso de manhã", "confirm"),
        ("não posso de manhã", "12x36", "needs_agent"),
        ("12x36", "trabalho das 8 às 17", "needs_agent"),
    ],
)
def test_the_worse_status_counts(before: str, after: str, status: str) -> None:
    both = read(before).plus(read(after))
    assert both.status == status
    assert bool(both.blocked) is (status == "confirm")
