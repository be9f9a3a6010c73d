"""When people work: the agency's service hours, an OSM opening-hours string in local wall time, less the holidays of Brazil."""

from collections.abc import Container
from datetime import date, datetime
from functools import lru_cache

from opening_hours import OpeningHours

from core.hours import DAYS, Span, spans, week_of
from core.visit_sides import week_words

MAX_LOOKS = 60  # changes of the hours looked at: a month with two openings a day; hours that never open give None


@lru_cache(maxsize=8)
def _hours(service_hours: str) -> OpeningHours:
    return OpeningHours(service_hours)


@lru_cache(maxsize=1)
def _holidays() -> Container[date]:
    """National holidays and the days on which most offices close (Carnival, Corpus Christi, Christmas Eve)."""
    from holidays.countries.brazil import Brazil  # noqa: PLC0415 - 0.2 s, which every start would pay for

    return Brazil(categories=("public", "optional"))


def read_holidays(today: date) -> None:
    """For a process that runs long, before its first turn: the first one who asked would wait 0.2 s."""
    _ = today in _holidays()


@lru_cache(maxsize=8)
def hours_words(service_hours: str) -> str:
    """The service hours as a person says them: "seg a sex, 8h–18h, e sáb 8h–12h"."""
    return week_words(week_of(service_hours))


def first_span(service_hours: str, day: str) -> Span | None:
    """The minutes from which to which people work on an ordinary `day` (mon … sun), up to their first break; None for a day off."""
    return next(iter(spans(week_of(service_hours), DAYS.index(day))), None)


def next_opening(service_hours: str, local: datetime) -> datetime | None:
    """When people work again, in the wall time given; None while they do, or when they never do."""
    return _next_opening(service_hours, local.replace(second=0, microsecond=0, tzinfo=None))  # the hours know minutes only


@lru_cache(maxsize=8)  # whoever writes within one minute
def _next_opening(service_hours: str, minute: datetime) -> datetime | None:
    moment: datetime | None = minute
    for look in range(MAX_LOOKS):
        if moment is None:
            return None
        if _works(service_hours, moment):
            return moment if look else None
        moment = _hours(service_hours).next_change(moment)
    return None


def _works(service_hours: str, wall: datetime) -> bool:
    return bool(_hours(service_hours).is_open(wall)) and wall.date() not in _holidays()
