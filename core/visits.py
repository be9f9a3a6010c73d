"""When nobody can be received (R31): read from a sentence, written back in words of both sides and as OSM opening hours."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, InstanceOf, ValidationInfo

from core.hours import ALWAYS, DAYS, OSM_MONTHS, by_span, days_in, osm_days, osm_spans, osm_week, week_of, window
from core.names import fold
from core.records import Record, evolve
from core.visit_accents import unmistaken
from core.visit_grammar import ReadTimes, read_times, read_tokens
from core.visit_holidays import Dates
from core.visit_mentions import clause_of
from core.visit_sides import Sides, sides_of, slot_words
from core.visit_times import Times, Unclear, weekdays_of
from core.words import Words, cut

_ADDS = re.compile(r"\W*(?:(?:ah|oi|ok|sim|so)\W+)?(?:e|tb|tbm|tambem|alem disso|mais(?! (?:tarde|cedo|ou menos)\b)|outra coisa)\b")
_REPLACES = re.compile(r"\b(?:na verdade|na real|corrig\w+|alias|quer dizer|ou melhor|digo|errei|me enganei)\b")
ReadingStatus = Literal["parsed", "confirm", "needs_agent"]
_STATUSES: tuple[ReadingStatus, ...] = ("parsed", "confirm", "needs_agent")  # the worse one last
SERVICE_HOURS = "Mo-Fr 08:00-18:00; Sa 08:00-12:00"  # OSM; the default of ZELADOR_SERVICE_HOURS


class BlockedWindow(Record):
    """Local wall time: minutes 0 to 1440 of each of `days` (mon … sun), for ever or from the first to the last date, both included."""

    days: frozenset[str]
    start: int
    end: int
    dates: tuple[date, date] | None = None


class VisitRestriction(Record):
    """`parsed`: read; `confirm`: read, but asked alone; `needs_agent`: kept as text for a person, and blocks nothing."""

    blocked: tuple[BlockedWindow, ...]
    text: str
    status: ReadingStatus = "parsed"

    @property
    def opening_hours(self) -> str:
        """When somebody can be received, as OSM opening hours; dated blocks follow the week's hours as `off` rules."""
        times = _times(self.blocked)
        week = osm_week(ALWAYS & ~times.get(None, 0))
        return "; ".join((week, *(_off(dates, days, span) for dates, days, span in _dated(times))))

    def leaves_a_slot(self, service_hours: str = SERVICE_HOURS) -> bool:
        """Whether an ordinary week has a minute of the service hours left; dated blocks pass by, so they do not count."""
        return bool(week_of(service_hours) & ~_times(self.blocked).get(None, 0))

    def plus(self, other: "VisitRestriction") -> "VisitRestriction":
        """Both hold: the blocks of one and of the other. What a person must read stays for a person, and blocks nothing."""
        text = f"{self.text}; {other.text}"
        status = max(self.status, other.status, key=_STATUSES.index)
        if status == "needs_agent":
            return VisitRestriction((), text, status)
        times = _times(self.blocked)
        for dates, minutes in _times(other.blocked).items():
            times[dates] = times.get(dates, 0) | minutes
        return VisitRestriction(_windows(times), text, status)

    def without(self, day: str, start: int, end: int) -> "VisitRestriction":
        """The same, less one window (minutes) of one day. Its text says so too, so that read again it means the same."""
        freed = window(1 << DAYS.index(day), start, end)
        left = {dates: minutes & ~(0 if dates else freed) for dates, minutes in _times(self.blocked).items()}
        return evolve(self, blocked=_windows(left), text=f"{self.text}; {slot_words(day, start, end)}")


def adds(text: str) -> bool:
    """Whether times are said in addition to those before ("também não posso quarta"), and not in their place."""
    said = fold(text)
    return _ADDS.match(said) is not None and not text.lstrip().startswith(("é", "É")) and not _REPLACES.search(said)


def parse_restriction(text: str, *, now: datetime | None = None) -> VisitRestriction:
    """The times at which nobody can be received; never raises, what is not understood is left to a person.

    Read as the answer to "Em que horários NÃO dá para receber?". `now` is wall time at the home; without it, words that count
    from today ("amanhã") need a person. Bare windows ("a partir das 14h") are availability; bare days are taken for blocked, and
    asked.
    """
    return _parsed(text, now.date() if now else None)


@lru_cache(maxsize=64)  # one message is read twice: on the way in, and as the answer
def _parsed(text: str, today: date | None) -> VisitRestriction:
    try:
        return _restriction(read_times(unmistaken(text, cut(fold(text))), today), text)
    except Unclear:
        return VisitRestriction((), text, "needs_agent")


def _restriction(read: ReadTimes, text: str) -> VisitRestriction:
    return VisitRestriction(_windows(read.blocked), text, "confirm" if read.asked else "parsed")


def restriction_in(text: str, said: Words, now: datetime | None) -> tuple[VisitRestriction, tuple[int, int]] | None:
    """The clause of a longer message that speaks of visit times, and where it stands; `said` may have blanks where more was found.

    Times that say when something happens ("queimou hoje de manhã") are none; neither is a clause that a person would have to read.
    """
    today = now.date() if now else None
    clause = clause_of(unmistaken(text, said), today)
    if not clause:
        return None
    span = (clause[0].start, clause[-1].end)
    try:
        return _restriction(read_tokens(clause, today), text[slice(*span)]), span
    except Unclear:
        return None


@lru_cache(maxsize=256)
def restriction_words(restriction: VisitRestriction) -> Sides:
    """Both sides in pt-BR, without labels: `Sides("no resto", "seg 6h–12h")`."""
    if restriction.status == "needs_agent":
        return Sides("", "")
    times = _times(restriction.blocked)
    return sides_of(times.get(None, 0), sorted((dates, minutes) for dates, minutes in times.items() if dates))


def _times(blocked: Iterable[BlockedWindow]) -> Times:
    times: Times = {}
    for each in blocked:
        days = sum(1 << DAYS.index(day) for day in each.days)
        times[each.dates] = times.get(each.dates, 0) | window(days, each.start, each.end)
    return times


def _windows(times: Times) -> tuple[BlockedWindow, ...]:
    return tuple(
        BlockedWindow(frozenset(DAYS[day] for day in days_in(days)), *span, dates)
        for dates, minutes in times.items()
        for span, days in by_span(minutes).items()
    )


def _dated(times: Times) -> list[tuple[Dates, int, tuple[int, int]]]:
    dated = sorted((dates, minutes) for dates, minutes in times.items() if dates)
    return [(dates, days, span) for dates, minutes in dated for span, days in by_span(minutes).items()]


def _off(dates: Dates, days: int, span: tuple[int, int]) -> str:
    first, last = (f"{day.year} {OSM_MONTHS[day.month - 1]} {day.day:02}" for day in dates)
    named = "" if days == weekdays_of(dates) else osm_days(days)
    return " ".join(part for part in (first if first == last else f"{first}-{last}", named, osm_spans((span,)), "off") if part)


def _read(given: object, info: ValidationInfo) -> object:
    """Text is read with the `now` of the validation's context, if there is one."""
    return parse_restriction(given, now=(info.context or {}).get("now")) if isinstance(given, str) else given


Visits = Annotated[InstanceOf[VisitRestriction], BeforeValidator(_read)]
