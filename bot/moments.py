"""Moments as people say them: "amanhã, 8h"."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED_DAYS = 7  # from today on, a day is called by its weekday; later ones, and those that are over, by their date

Say = Callable[[str, Mapping[str, str]], str]


def clock(moment: datetime) -> str:
    """8h, 8h30."""
    return f"{moment.hour}h{moment.minute:02d}" if moment.minute else f"{moment.hour}h"


def day_words(say: Say, moment: datetime, now: datetime) -> str:
    """ "hoje", "quinta", "12/01". Both local."""
    days = (moment.date() - now.date()).days
    if days not in range(NAMED_DAYS):
        return f"{moment:%d/%m}"
    name = "today" if days == 0 else "tomorrow" if days == 1 else WEEKDAYS[moment.weekday()]
    return say(f"when.{name}", {})


def ago(say: Say, since: datetime, now: datetime) -> str:
    """ "há 5 min", "há 3 h", "há 2 d"."""
    passed = max(timedelta(0), now - since)
    minutes = passed // timedelta(minutes=1)
    if not minutes:
        return say("ago.now", {})
    if minutes < 60:
        return say("ago.minutes", {"count": str(minutes)})
    return say("ago.hours", {"count": str(minutes // 60)}) if passed.days < 2 else say("ago.days", {"count": str(passed.days)})
