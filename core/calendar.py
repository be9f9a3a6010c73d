"""The agency's calendar: when people work, in local wall time, less the holidays; and time that is counted only while they do."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from opening_hours import OpeningHours, State

IDLE_DAYS = 366  # without an hour of work: from then on nobody waits for a next one
MOST_HOLIDAYS = 24  # of the country in any 366 days; it has 17 a year, public and optional (holidays 0.84)
EVEN_HOLIDAYS = "24/7"  # https://wiki.openstreetmap.org/wiki/Key:opening_hours: holidays included
_DAY = timedelta(days=1)
_DAY_OFF = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?:/(?P<year>[0-9]{4}))?")
_LEAP_YEAR = 2000  # 29/02 comes again, though not every year


class DayOff(NamedTuple):
    """A local holiday; without a year, it comes every year."""

    day: int
    month: int
    year: int | None = None


class Period(NamedTuple):
    """People work from `opens` until just before `closes`, both UTC."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Calendar:
    """`hours` are an OSM string. The national holidays are always days off; the local ones are `days_off`."""

    hours: str
    zone: tzinfo
    days_off: frozenset[DayOff] = frozenset()

    def is_open(self, moment: datetime) -> bool:
        """Whether people work at this aware moment."""
        return any(each.opens <= moment < each.closes for each in _periods_of(self, moment.astimezone(self.zone).date()))

    def opens_next(self, moment: datetime) -> datetime | None:
        """When people work again, in UTC; None while they do, or when they will not for a year."""
        found = next((each for each in _periods(self, moment) if each.closes > moment), None)
        return None if found is None or found.opens <= moment else found.opens

    def never_opens(self, moment: datetime) -> bool:
        """From this moment on, for a year. Holidays are looked at only where so few days have hours that they may be all of these."""
        first, most = moment.astimezone(self.zone).date(), MOST_HOLIDAYS + 2 * len(self.days_off)
        with_hours = (number for number in range(IDLE_DAYS) if _walls(self.hours, first + number * _DAY))
        few = len([*islice(with_hours, most + 1)]) <= most
        return few and not self.is_open(moment) and self.opens_next(moment) is None

    def is_off(self, day: date) -> bool:
        """Whether a day is a holiday, national or local."""
        if self.hours == EVEN_HOLIDAYS:
            return False
        local = {DayOff(day.day, day.month), DayOff(day.day, day.month, day.year)}
        return not local.isdisjoint(self.days_off) or day in _holidays()


def parse_days_off(text: str) -> frozenset[DayOff]:
    """ "25/01, 20/03/2027". Raises `ValueError` with what is no day."""
    return frozenset(_day_off(each.strip()) for each in text.split(",") if each.strip())


def _day_off(text: str) -> DayOff:
    found = _DAY_OFF.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day, month, year = (int(each) if each else None for each in found.group("day", "month", "year"))
    try:
        there = date(_LEAP_YEAR if year is None else year, int(month or 0), int(day or 0))
    except ValueError as error:
        raise ValueError(text) from error
    return DayOff(there.day, there.month, year)


def read_holidays(today: date) -> None:
    """For a process that runs long, before its first turn: the first one who asked would wait 0.2 s."""
    _ = today in _holidays()


# ── service time ─────────────────────────────────────────────────────────────


def add_service(start: datetime, minutes: int, calendar: Calendar) -> datetime:
    """The UTC moment at which so many service minutes have passed since `start`; at the end of a day's work rather than at the next one's
    beginning. Where nobody works for a year, the rest passes as on any clock.
    """
    reached, left = start.astimezone(UTC), timedelta(minutes=minutes)
    if not left:
        return reached
    for period in _periods(calendar, start):
        if period.closes <= reached:
            continue
        reached = max(reached, period.opens)
        room = period.closes - reached
        if left <= room:
            return reached + left
        reached, left = period.closes, left - room
    return reached + left


def service_minutes(start: datetime, end: datetime, calendar: Calendar) -> int:
    """How many whole service minutes lie between two moments."""
    passed = timedelta(0)
    for period in _periods(calendar, start):
        if period.opens >= end:
            break
        passed += max(timedelta(0), min(period.closes, end) - max(period.opens, start))
    return passed // timedelta(minutes=1)


def _periods(calendar: Calendar, moment: datetime) -> Iterator[Period]:
    """In order, from those of the moment's day; they end when for a year there is none."""
    day, idle = moment.astimezone(calendar.zone).date(), 0
    while idle < IDLE_DAYS:
        found = _periods_of(calendar, day)
        yield from found
        day, idle = day + _DAY, 0 if found else idle + 1


@lru_cache(maxsize=4_096)  # some years of days, a few dozen bytes each
def _periods_of(calendar: Calendar, day: date) -> tuple[Period, ...]:
    """Of one day. An hour that the clock passes twice counts from its first to its first; what a change leaves out is never worked."""
    if not (walls := _walls(calendar.hours, day)) or calendar.is_off(day):
        return ()
    found: list[Period] = []
    for opens, closes in (_in_utc(wall, calendar.zone) for wall in walls):
        begins = max(opens, found[-1].closes) if found else opens
        if begins < closes:
            found.append(Period(begins, closes))
    return tuple(found)


def _walls(hours: str, day: date) -> list[tuple[datetime, datetime]]:
    midnight = datetime.combine(day, time())
    found = _hours(hours).intervals(midnight, midnight + _DAY)
    return [(start, end) for start, end, state, _ in found if state == State.OPEN]


def _in_utc(wall: tuple[datetime, datetime], zone: tzinfo) -> Period:
    opens, closes = (each.replace(tzinfo=zone).astimezone(UTC) for each in wall)
    return Period(opens, closes)


@lru_cache(maxsize=8)
def _hours(service_hours: str) -> OpeningHours:
    return OpeningHours(service_hours)


@lru_cache(maxsize=1)
def _holidays() -> Container[date]:
    """National holidays and the days on which most offices close (Carnival, Corpus Christi, Christmas Eve)."""
    from holidays.countries.brazil import Brazil  # noqa: PLC0415 - 0.2 s, which every start would pay for

    return Brazil(categories=("public", "optional"), language="pt_BR")
