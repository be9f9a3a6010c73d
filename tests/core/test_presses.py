"""Buttons that say by themselves what they are of: what is made is read back, and whatever else somebody brings is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cards import DIGEST
from core.presses import LONGEST, Press, pressing, read_press

LONGEST_ACT = "send_back"


@given(
    st.sampled_from(["card", "sent", "ticket", "queue"]),
    st.integers(0, 10**18 - 1),
    st.text("abc_", min_size=1, max_size=9),
    st.text("0a", max_size=12),
)
def test_what_is_made_is_read_back(of: str, number: int, act: str, seen: str) -> None:
    press = Press(of, number, act, seen)  # type: ignore[arg-type]
    assert read_press(pressing(press)) == press


def test_the_longest_fits() -> None:
    assert len(pressing(Press("card", 10**18 - 1, LONGEST_ACT, "f" * DIGEST)).encode()) <= LONGEST


def test_a_longer_one_is_refused() -> None:
    with pytest.raises(ValueError, match="c1:a"):
        pressing(Press("card", 1, "a" * LONGEST))


@pytest.mark.parametrize(
    "data", ["", "p3:0", "c", "c1", "c1:", "c:claim:", "cx:claim:", "c١:claim:", "x1:claim:", "c" + "1" * 40 + ":claim:"]
)
def test_whatever_else_is_brought_is_none(data: str) -> None:
    assert read_press(data) is None
