"""What was put aside after failing too often, and its way back into its line."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, Text, bindparam, func, literal_column, select, type_coerce, update

from storage import events
from storage.inbox import PARKED
from storage.records import UtcDateTime
from storage.tables import IDS, conversation, inbox, ticket

RETRIED = "retried"  # the act in the history


class PutAside(NamedTuple):
    """A parked row. `part` is JSON, and may be what broke; `{}` when it was emptied (storage/retention.py)."""

    id: int
    received_at: datetime
    parked_at: datetime
    channel: str
    account: str
    address: str
    part: str
    reason: str
    conversation_id: int
    ticket_id: int | None  # that its conversation talks about now
    reference: str | None


class Retried(StrEnum):
    """What became of the wish to try a row again."""

    WAITS = "waits"
    UNKNOWN = "unknown"
    NOT_PARKED = "not_parked"
    EMPTIED = "emptied"


_IS_PARKED = inbox.c.result == literal_column("'parked'")  # with a parameter neither engine would know that the index is enough
_WAITING = (
    select(
        inbox.c.id,
        inbox.c.received_at,
        inbox.c.done_at,
        inbox.c.channel,
        inbox.c.account,
        func.coalesce(func.nullif(inbox.c.address, ""), conversation.c.address),
        type_coerce(inbox.c.part, Text),
        func.coalesce(inbox.c.reason, ""),
        inbox.c.conversation_id,
        conversation.c.ticket_id,
        ticket.c.reference,
    )
    .join(conversation, conversation.c.id == inbox.c.conversation_id)
    .join(ticket, ticket.c.id == conversation.c.ticket_id, isouter=True)
    .where(_IS_PARKED)
    .order_by(inbox.c.id)
)
_ONE = (
    select(
        inbox.c.result,
        inbox.c.reason,
        inbox.c.channel,
        type_coerce(inbox.c.part, Text).label("part"),
        inbox.c.conversation_id,
        conversation.c.ticket_id,
    )
    .join(conversation, conversation.c.id == inbox.c.conversation_id)
    .where(inbox.c.id == bindparam("id"))
    .with_for_update(of=inbox)
)
_BACK = (
    update(inbox)
    .where(inbox.c.id == bindparam("_id"))
    .values(result=None, reason=None, done_at=None, attempts=0, ready_at=bindparam("now", type_=UtcDateTime))
)


def parked(connection: Connection) -> Sequence[PutAside]:
    """All of them, oldest first."""
    return [PutAside._make(row) for row in connection.execute(_WAITING)]


def retry(connection: Connection, inbox_id: int, by: str, now: datetime) -> Retried:
    """Puts a parked row back into its line, as if it had never been tried; who did it stands in the history."""
    row = connection.execute(_ONE, {"id": inbox_id}).one_or_none() if inbox_id in IDS else None
    if row is None:
        return Retried.UNKNOWN
    if row.result != "parked":
        return Retried.NOT_PARKED
    if row.part == "{}" and row.channel != PARKED:
        return Retried.EMPTIED
    connection.execute(_BACK, {"_id": inbox_id, "now": now})
    before, after = {"reason": row.reason}, {"inbox": inbox_id}
    events.add(connection, [events.Record(by, RETRIED, row.conversation_id, row.ticket_id, None, before, after, now)])
    return Retried.WAITS
