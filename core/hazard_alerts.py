"""The alert of a danger: raised by what a customer said, acknowledged by whoever sees to it, ended by a person only."""

from datetime import datetime

from core.records import Record

LONGEST_WORDS = 300  # characters of a customer's words where people are told of them; the ticket has them whole


class HazardAlert(Record):
    """At most one of a ticket has not ended. `step`: how often nobody took it on in time. `…_by`: names of agents."""

    ticket_id: int
    kinds: tuple[str, ...]
    number: str  # vouched for by the channel; "" where it vouches for none
    words: str  # of whoever reported it
    raised_at: datetime
    step: int = 0
    acknowledged_at: datetime | None = None
    acknowledged_by: str | None = None
    ended_at: datetime | None = None
    ended_by: str | None = None
    id: int = 0  # 0: not stored yet

    @property
    def waits(self) -> bool:
        """Nobody sees to it."""
        return self.acknowledged_at is None and self.ended_at is None


def cut(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS].rstrip() + "…"
