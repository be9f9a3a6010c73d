"""How fast a channel may be written to: one moment for each chat or account says all (GCRA, the leaky bucket as a meter)."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

ACCOUNT = ""  # in place of a chat: all of the account's messages together


class Pace(NamedTuple):
    """In the long run one message in `seconds`; after a rest, `burst` of them at once."""

    chat: str
    seconds: float
    burst: int


def goes_at(pace: Pace, free_at: datetime | None, now: datetime) -> datetime:
    """When the next message may go. `free_at`: from then on nothing that was sent counts any more; None: nothing was."""
    if free_at is None or free_at <= now:
        return now
    return max(now, free_at - _length(pace.seconds * (pace.burst - 1)))


def free_after(pace: Pace, free_at: datetime | None, now: datetime) -> datetime:
    """The same moment, once one more message has gone."""
    start = now if free_at is None or free_at <= now else free_at
    return start + _length(pace.seconds)


@lru_cache
def _length(seconds: float) -> timedelta:
    """Remembered: the same few stand in every pace, and to make one takes longer than all the rest."""
    return timedelta(seconds=seconds)
