"""How fast a channel may be written to: one moment for each chat or account says all (GCRA, the leaky bucket as a meter)."""

from datetime import datetime, timedelta
from typing import NamedTuple

ACCOUNT = ""  # in place of a chat: all of the account's messages together


class Pace(NamedTuple):
    """In the long run one message in `seconds`; after a rest, `burst` of them at once."""

    chat: str
    seconds: float
    burst: int


def goes_at(pace: Pace, free_at: datetime | None, now: datetime) -> datetime:
    """When the next message may go. `free_at`: from then on nothing that was sent counts any more; None: nothing was."""
    return now if free_at is None else max(now, free_at - timedelta(seconds=pace.seconds * (pace.burst - 1)))


def free_after(pace: Pace, free_at: datetime | None, now: datetime) -> datetime:
    """The same moment, once one more message has gone."""
    return max(now, free_at or now) + timedelta(seconds=pace.seconds)
