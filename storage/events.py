"""The history: who did what, when, and what it was before and after. Nothing here is ever changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select

from storage.batches import Batch
from storage.tables import event

ALERT = "alert"  # the act by which people are called
SAY, UNSENT = "say", "unsent"  # acts of an agent: told to the customer; kept as a note, since somebody else had the talk


class Record(NamedTuple):
    """A row to be written."""

    actor: str
    act: str
    conversation_id: int | None
    ticket_id: int | None
    contact_id: int | None
    before: Any
    after: Any
    at: datetime


@dataclass(frozen=True, slots=True)
class Happened:
    """A row as it is read. `before` and `after` are plain JSON values."""

    actor: str
    act: str
    before: Any
    after: Any
    at: datetime


_ADD = Batch(insert(event), Record._fields)
_OF_TICKET = (
    select(event.c.actor, event.c.act, event.c.before, event.c.after, event.c.at)
    .where(event.c.ticket_id == bindparam("ticket_id"))
    .order_by(event.c.id)
)

_LAST_SAID = (
    select(event.c.act, event.c.after)
    .where(event.c.ticket_id == bindparam("ticket_id"), event.c.actor == bindparam("actor"), event.c.act.in_([SAY, UNSENT]))
    .order_by(event.c.id.desc())
    .limit(1)
)


def add(connection: Connection, records: Sequence[Record]) -> None:
    _ADD(connection, records)


def of_ticket(connection: Connection, ticket_id: int) -> tuple[Happened, ...]:
    """Oldest first."""
    return tuple(Happened(*row) for row in connection.execute(_OF_TICKET, {"ticket_id": ticket_id}))


def unsent(connection: Connection, ticket_id: int, actor: str) -> dict[str, Any] | None:
    """What this agent wrote last of a ticket, if it did not go to its customer."""
    row = connection.execute(_LAST_SAID, {"ticket_id": ticket_id, "actor": actor}).one_or_none()
    after: dict[str, Any] | None = row.after if row is not None and row.act == UNSENT else None
    return after
