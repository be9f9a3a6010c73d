"""The service hours of an ordinary week, without holidays: in words, and by their days."""

from functools import lru_cache

from core.hours import DAYS, Span, spans, week_of
from core.visit_sides import week_words


@lru_cache(maxsize=8)
def hours_words(service_hours: str) -> str:
    """The service hours as a person says them: "de seg a sex, 8h–18h, e sáb 8h–12h"."""
    return week_words(week_of(service_hours))


def first_span(service_hours: str, day: str) -> Span | None:
    """The minutes from which to which people work on an ordinary `day` (mon … sun), up to their first break; None for a day off."""
    return next(iter(spans(week_of(service_hours), DAYS.index(day))), None)
