"""When people work: the agency's service hours, an OSM opening-hours string in local wall time."""

from datetime import datetime
from functools import lru_cache

from opening_hours import OpeningHours

from core.hours import week_of
from core.visit_sides import week_words


@lru_cache(maxsize=8)
def _hours(service_hours: str) -> OpeningHours:
    return OpeningHours(service_hours)


@lru_cache(maxsize=8)
def hours_words(service_hours: str) -> str:
    """The service hours as a person says them: "seg a sex, 8h–18h, e sáb 8h–12h"."""
    return week_words(week_of(service_hours))


def next_opening(service_hours: str, local: datetime) -> datetime | None:
    """When people work again, in the wall time given; None while they do, or when they never do."""
    wall = local.replace(tzinfo=None)
    hours = _hours(service_hours)
    return None if hours.is_open(wall) else hours.next_change(wall)
