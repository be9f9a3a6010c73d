"""Hours of a week as a set of minutes, and how OSM opening hours write them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from opening_hours import OpeningHours, State

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OSM_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
OSM_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = 1440  # minutes
WEEK = 7 * DAY
ALWAYS = (1 << WEEK) - 1  # every minute of the week; bit 0 is Monday 00:00
EVERY_DAY = (1 << 7) - 1  # every day; bit 0 is Monday
_WHOLE_DAY = (1 << DAY) - 1
_SOME_MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - wall time; any Monday: service hours are the same every week

Span = tuple[int, int]  # minutes of one day, first and one past the last, 0 to 1440


def days_in(days: int) -> Iterator[int]:
    """The numbers (0 = Monday) of a set of days."""
    return (day for day in range(7) if days >> day & 1)


@lru_cache(maxsize=1_024)
def window(days: int, start: int, end: int) -> int:
    """The minutes from `start` to `end` of each of `days`; an end not after the start is on the next day."""
    length = end - start if end > start else end + DAY - start
    minutes = 0
    for day in days_in(days):
        minutes |= ((1 << length) - 1) << day * DAY + start
    return (minutes | minutes >> WEEK) & ALWAYS


def spans(minutes: int, day: int) -> tuple[Span, ...]:
    """The unbroken spans of one day (0 = Monday)."""
    left, found = minutes >> day * DAY & _WHOLE_DAY, []
    while left:
        start = (left & -left).bit_length() - 1
        run = left >> start
        end = start + (~run & run + 1).bit_length() - 1
        found.append((start, end))
        left = left >> end << end
    return tuple(found)


@lru_cache(maxsize=1_024)
def by_span(minutes: int) -> Mapping[Span, int]:
    """Each span with the set of days that have exactly it."""
    found: dict[Span, int] = {}
    for day in range(7):
        for span in spans(minutes, day):
            found[span] = found.get(span, 0) | 1 << day
    return MappingProxyType(found)


def osm_days(days: int) -> str:
    """ "Mo-Fr,Su"; "" for every day."""
    return "" if days == EVERY_DAY else ",".join(_osm_run(first, last) for first, last in runs(days))


def runs(days: int) -> list[tuple[int, int]]:
    """The unbroken runs in a set of days, first and last included."""
    found: list[tuple[int, int]] = []
    for day in days_in(days):
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _osm_run(first: int, last: int) -> str:
    return OSM_DAYS[first] if first == last else f"{OSM_DAYS[first]}-{OSM_DAYS[last]}"


def osm_spans(day_spans: Iterable[Span]) -> str:
    """ "08:00-12:00,14:00-24:00"."""
    return ",".join(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}" for start, end in day_spans)


def osm_week(minutes: int) -> str:
    """The minutes of a week as OSM opening hours."""
    if minutes == ALWAYS:
        return "24/7"
    alike: dict[tuple[Span, ...], int] = {}
    for day in range(7):
        alike[spans(minutes, day)] = alike.get(spans(minutes, day), 0) | 1 << day
    rules = (f"{osm_days(days) or 'Mo-Su'} {osm_spans(day_spans)}" for day_spans, days in alike.items() if day_spans)
    return "; ".join(rules) or "off"


@lru_cache(maxsize=64)
def week_of(opening_hours: str) -> int:
    """The minutes of an ordinary week in which OSM opening hours are open; holidays and seasons are left out.

    Raises opening_hours' `ParserError` (a SyntaxError) for what is no OSM string.
    """
    minutes, sunday = 0, _SOME_MONDAY + timedelta(days=7)
    for start, end, state, _ in OpeningHours(opening_hours).intervals(_SOME_MONDAY, sunday):
        if state == State.OPEN:
            first, last = (int((each - _SOME_MONDAY).total_seconds()) // 60 for each in (start, end))
            minutes |= ((1 << last - first) - 1) << first
    return minutes
