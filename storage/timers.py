"""Timers: moments that are waited for. When due, one becomes a row in the line of its conversation."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, literal_column, select

from storage import inbox
from storage.batches import Batch
from storage.insertion import insert_or_set
from storage.records import UtcDateTime, encode
from storage.tables import timer

AT_ONCE = 256  # timers that become due in one transaction


class Key(NamedTuple):
    conversation_id: int
    ticket_id: int  # 0: of the conversation alone
    kind: str


_SET = Batch(insert_or_set(timer, "due_at"), (*Key._fields, "due_at"))
_CLEAR = Batch(
    delete(timer).where(
        timer.c.conversation_id == bindparam("conversation_id"),
        timer.c.ticket_id == bindparam("ticket_id"),
        timer.c.kind == bindparam("kind"),
    ),
    Key._fields,
)
_DUE = (
    select(timer.c.conversation_id, timer.c.ticket_id, timer.c.kind, timer.c.due_at)
    .where(timer.c.due_at <= bindparam("now", type_=UtcDateTime))
    .order_by(timer.c.due_at)
    .limit(literal_column(str(AT_ONCE)))
    .with_for_update(skip_locked=True)
)


def put(connection: Connection, changes: Iterable[tuple[Key, datetime | None]]) -> None:
    """Sets timers; one without a time is taken away. Of several changes to one timer the last counts."""
    final = dict(changes)
    _SET(connection, [(*key, due_at) for key, due_at in final.items() if due_at is not None])
    _CLEAR(connection, [key for key, due_at in final.items() if due_at is None])


def ring(connection: Connection, now: datetime) -> int:
    """Turns what is due into inbox rows and takes the timers away, in one transaction; returns how many.

    The row's external id names the timer and its time, so that it is heard once, whatever happens.
    """
    due = [(Key(row.conversation_id, row.ticket_id, row.kind), row.due_at) for row in connection.execute(_DUE, {"now": now})]
    if due:
        inbox.put(connection, [_arrival(key, due_at, now) for key, due_at in due])
        _CLEAR(connection, [key for key, _ in due])
    return len(due)


def _arrival(key: Key, due_at: datetime, now: datetime) -> inbox.Arrival:
    external_id = f"{key.conversation_id}:{key.ticket_id}:{key.kind}:{due_at.isoformat()}"
    part = encode({"kind": key.kind, "ticket": key.ticket_id})
    return inbox.Arrival(inbox.TIMER, "", external_id, key.conversation_id, "", part, now, now)
