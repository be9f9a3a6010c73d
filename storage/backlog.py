"""What waits, and for how long: asked now and then by whoever watches over a running program."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, literal_column, select

from core.pacing import ACCOUNT
from storage.records import UtcDateTime
from storage.tables import channel_state, inbox, outbox


class Line(NamedTuple):
    """How many rows wait, and since when the oldest does."""

    rows: int
    since: datetime | None

    def age_seconds(self, now: datetime) -> float:
        return max(0.0, (now - self.since).total_seconds()) if self.since else 0.0


class Backlog(NamedTuple):
    inbox: Line  # messages, acts and timers without a turn
    outbox: Line  # what may go and has not
    parked: int  # rows that failed too often and were put aside
    held: int  # accounts whose platform refuses everything


_NOW = bindparam("now", type_=UtcDateTime)
_INBOX = select(func.count(), func.min(inbox.c.ready_at)).where(inbox.c.done_at.is_(None), inbox.c.ready_at <= _NOW)
_OUTBOX = select(func.count(), func.min(outbox.c.due_at)).where(
    outbox.c.due_at.is_not(None), outbox.c.status == "queued", outbox.c.due_at <= _NOW
)
_PARKED = select(func.count(inbox.c.id)).where(inbox.c.result == literal_column("'parked'"))  # as its index says it
_HELD = (
    select(channel_state.c.channel, channel_state.c.account, channel_state.c.reason)
    .where(channel_state.c.chat == ACCOUNT, channel_state.c.reason.is_not(None))
    .order_by(channel_state.c.channel, channel_state.c.account)
)


def backlog(connection: Connection, now: datetime) -> Backlog:
    waiting, going = (Line._make(connection.execute(each, {"now": now}).one()) for each in (_INBOX, _OUTBOX))
    return Backlog(waiting, going, parked(connection), len(held(connection)))


def parked(connection: Connection) -> int:
    return connection.scalar(_PARKED) or 0


def held(connection: Connection) -> Sequence[tuple[str, str, str]]:
    """Accounts whose platform refuses everything: channel, account, and why."""
    return [(channel, account, reason) for channel, account, reason in connection.execute(_HELD)]
