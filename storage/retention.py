"""Bodies of inbox and outbox go when their time is over; the rows stay, and with them the ids by which nothing is heard twice.

Rows are never searched for. The table `retention` holds ranges of ids, and the time since when nothing was added to each. Once an hour the
newest range ends where the table ends, and another begins; when a range has stood as long as bodies are kept, its rows are emptied, a
chunk in a transaction. What is not over yet stays behind as a small range of its own. So no insert pays for it, no row is read twice
without need, and several processes do it together: who holds a range is passed by.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, Select, Text, Update, bindparam, case, func, insert, select, type_coerce, update

from core.messages import Call
from storage.records import UtcDateTime, encode
from storage.tables import inbox, outbox, retention

CHUNK = 500  # ids in one transaction: some milliseconds, for which turns wait on SQLite
MARKED_EVERY = timedelta(hours=1)  # how exactly the age of what has no time of its own is known
NO_CALL = Call("text", "")

_FIRST, _LAST = bindparam("first", type_=BigInteger), bindparam("last", type_=BigInteger)
_BEFORE, _NOW = bindparam("before", type_=UtcDateTime), bindparam("now", type_=UtcDateTime)

_TAIL = (
    select(retention.c.first_id, retention.c.since)
    .where(retention.c.store == bindparam("store"), retention.c.last_id.is_(None))
    .with_for_update(skip_locked=True)
)
_RIPE = (
    select(retention.c.store, retention.c.first_id, retention.c.last_id)
    .where(retention.c.last_id.is_not(None), retention.c.since <= _BEFORE)
    .order_by(retention.c.since, retention.c.store, retention.c.first_id)
    .limit(1)
    .with_for_update(skip_locked=True)
)
_THIS = (retention.c.store == bindparam("_store"), retention.c.first_id == bindparam("_first"))
_CLOSE = update(retention).where(*_THIS).values(last_id=bindparam("last"), since=_NOW)
_CUT = update(retention).where(*_THIS).values(first_id=bindparam("rest"))
_FORGET = retention.delete().where(*_THIS)
_ADD = insert(retention)

_NEWEST: Mapping[str, Select[Any]] = {table.name: select(func.max(table.c.id)) for table in (inbox, outbox)}
_inbox_over = inbox.c.done_at <= _BEFORE
_outbox_over = outbox.c.due_at.is_(None)
_EMPTY: Mapping[str, Update] = {
    # A parked row's reason says what broke, and nothing else; a refused command's may name a person.
    "inbox": update(inbox)
    .where(inbox.c.id.between(_FIRST, _LAST), _inbox_over, (type_coerce(inbox.c.part, Text) != "{}") | (inbox.c.address != ""))
    .values(part={}, address="", reason=case((inbox.c.result == "parked", inbox.c.reason), else_=None)),
    "outbox": update(outbox)
    .where(outbox.c.id.between(_FIRST, _LAST), _outbox_over, type_coerce(outbox.c.call, Text) != encode(NO_CALL))
    .values(call=NO_CALL, address="", reason=None),
}
_LEFT: Mapping[str, Select[Any]] = {
    "inbox": select(func.min(inbox.c.id), func.max(inbox.c.id), func.min(inbox.c.done_at)).where(
        inbox.c.id.between(_FIRST, _LAST), inbox.c.done_at.is_(None) | (inbox.c.done_at > _BEFORE)
    ),
    "outbox": select(func.min(outbox.c.id), func.max(outbox.c.id), func.min(outbox.c.due_at)).where(
        outbox.c.id.between(_FIRST, _LAST), outbox.c.due_at.is_not(None)
    ),
}


class Swept(NamedTuple):
    """What one chunk was."""

    emptied: int  # rows
    more: bool  # there may be another one


def sweep(connection: Connection, now: datetime, keep: timedelta) -> Swept:
    """Empties the next chunk of rows whose time is over: at most `CHUNK` ids.

    Of the inbox that is `keep` after a row was done (or parked), of the outbox `keep` after it was written, and in both never before it
    is over.
    """
    for store in _NEWEST:
        _mark(connection, store, now)
    ripe = connection.execute(_RIPE, {"before": now - keep}).one_or_none()
    if ripe is None:
        return Swept(0, more=False)
    store, first, end = ripe
    last = min(end, first + CHUNK - 1)
    emptied = connection.execute(_EMPTY[store], {"first": first, "last": last, "before": now - keep}).rowcount
    _shrink(connection, store, first, last, end)
    _leave_behind(connection, store, {"first": first, "last": last}, now, now - keep)
    return Swept(emptied, more=True)


def _mark(connection: Connection, store: str, now: datetime) -> None:
    """Ends the newest range once an hour, so that all in it is older than this."""
    tail = connection.execute(_TAIL, {"store": store}).one_or_none()
    if tail is None or now - tail.since < MARKED_EVERY:  # or another process does it now
        return
    newest = connection.scalar(_NEWEST[store]) or 0
    this = {"_store": store, "_first": tail.first_id}
    if newest < tail.first_id:
        connection.execute(_CLOSE, {**this, "last": None, "now": now})
        return
    connection.execute(_CLOSE, {**this, "last": newest, "now": now})
    connection.execute(_ADD, {"store": store, "first_id": newest + 1, "last_id": None, "since": now})


def _shrink(connection: Connection, store: str, first: int, last: int, end: int) -> None:
    this = {"_store": store, "_first": first}
    if last < end:
        connection.execute(_CUT, {**this, "rest": last + 1})
    else:
        connection.execute(_FORGET, this)


def _leave_behind(connection: Connection, store: str, chunk: Mapping[str, int], now: datetime, before: datetime) -> None:
    """Rows of a chunk that are not over, or not for long enough, are one range, looked at again when the first of them may be due."""
    first, last, time = connection.execute(_LEFT[store], {**chunk, "before": before} if store == "inbox" else chunk).one()
    if first is not None:
        since = time if store == "inbox" and time is not None else now
        connection.execute(_ADD, {"store": store, "first_id": first, "last_id": last, "since": since})
