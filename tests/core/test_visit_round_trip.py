"""Visit times written in words mean the same when they are read again (R31)."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.hours import ALWAYS, DAYS, by_span, days_in, window
from core.visits import BlockedWindow, VisitRestriction, restriction_words
from tests.core.test_visits import NOW, read

MINUTES = st.integers(0, 48).map(lambda half_hours: half_hours * 30)
SOON = st.integers(0, 300).map(lambda days: NOW.date() + timedelta(days=days))


def restricted(minutes: int, dates: tuple[date, date] | None = None) -> VisitRestriction:
    windows = (BlockedWindow(frozenset(DAYS[day] for day in days_in(days)), *span, dates) for span, days in by_span(minutes).items())
    return VisitRestriction(tuple(windows), "")


@st.composite
def spans(draw: st.DrawFn) -> int:
    """Minutes of a week: some days, from one half-hour to a later one."""
    start, end = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2, unique=True)))
    return window(draw(st.integers(1, 127)), start, end)


@st.composite
def weekly(draw: st.DrawFn) -> VisitRestriction:
    minutes = 0
    for span in draw(st.lists(spans(), min_size=1, max_size=3)):
        minutes |= span
    return restricted(ALWAYS & ~minutes if draw(st.booleans()) else minutes)


@st.composite
def dated(draw: st.DrawFn) -> VisitRestriction:
    first = draw(SOON)
    last = first + timedelta(days=draw(st.integers(0, 20)))
    within = sum(1 << day for day in {(first + timedelta(days=ahead)).weekday() for ahead in range(min(7, (last - first).days + 1))})
    start, end = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2, unique=True)))
    return restricted(window(within, start, end), (first, last))


def spoken(restriction: VisitRestriction) -> str:
    """Both sides as the summary joins them (bot/locale/pt-BR/review.ftl), less the markup."""
    sides = restriction_words(restriction)
    if not sides.cannot:
        return f"Pode: {sides.can}."
    return f"Não pode: {sides.cannot}. Pode: {sides.can}." if sides.cannot_first else f"Pode: {sides.can}. Não pode: {sides.cannot}."


def same(restriction: VisitRestriction) -> bool:
    words = spoken(restriction)
    again = read(words)
    return again.status == "parsed" and again.opening_hours == restriction.opening_hours


@given(weekly())
@settings(max_examples=300)
def test_weekly_times_read_back_mean_the_same(restriction: VisitRestriction) -> None:
    nothing_left = restriction.opening_hours == "off"
    assert nothing_left or same(restriction), (spoken(restriction), read(spoken(restriction)))


@given(dated())
@settings(max_examples=200)
def test_dated_times_read_back_mean_the_same(restriction: VisitRestriction) -> None:
    assert same(restriction), (spoken(restriction), read(spoken(restriction)))
