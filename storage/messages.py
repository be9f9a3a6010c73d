"""The transcript: what was said on both sides, as a person would read it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select

from core.cards import Quote
from storage.batches import Batch
from storage.queries import ListQuery
from storage.tables import message

BOT, AGENT = "bot", "agent"  # authors of what the bot says, and of what an agent writes in a chat of their own


class Record(NamedTuple):
    """A row to be written. `inbox_id` None: the bot said it."""

    conversation_id: int
    ticket_id: int | None
    inbox_id: int | None
    author: str
    kind: str
    text: str
    at: datetime
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A row as it is read; answers name their message by `inbox_id`."""

    author: str
    kind: str
    text: str
    at: datetime
    inbox_id: int | None


class Versions(NamedTuple):
    """A message of a person as it was written and edited: inbox rows, oldest first, and its text as it stands."""

    inbox_ids: tuple[int, ...]
    ticket_id: int | None  # talked about then
    text: str
    newest: bool  # nothing was said after it


_ADD = Batch(insert(message), Record._fields)
_OF_TICKET = (
    select(message.c.author, message.c.kind, message.c.text, message.c.at, message.c.inbox_id)
    .where(message.c.ticket_id == bindparam("ticket_id"))
    .order_by(message.c.id)
)

_VERSIONS = (
    select(message.c.inbox_id, message.c.ticket_id, message.c.text)
    .where(message.c.conversation_id == bindparam("conversation_id"), message.c.external_id == bindparam("external_id"))
    .order_by(message.c.id)
)
_QUOTES = ListQuery(
    select(message.c.ticket_id, message.c.inbox_id, message.c.text, message.c.author, message.c.kind).where(
        message.c.inbox_id.is_not(None)
    ),
    message.c.ticket_id,
)
_NEWEST = select(func.max(message.c.inbox_id)).where(message.c.conversation_id == bindparam("conversation_id"))


def add(connection: Connection, records: Sequence[Record]) -> None:
    _ADD(connection, records)


def of_ticket(connection: Connection, ticket_id: int) -> tuple[Spoken, ...]:
    """What was said while this ticket was talked about, oldest first."""
    return tuple(Spoken(*row) for row in connection.execute(_OF_TICKET, {"ticket_id": ticket_id}))


def quotes(connection: Connection, ticket_ids: Collection[int]) -> dict[int, dict[int, Quote]]:
    """By ticket and inbox row: what people said while it was talked about."""
    found: dict[int, dict[int, Quote]] = {number: {} for number in ticket_ids}
    for ticket_id, inbox_id, *said in _QUOTES(connection, ticket_ids):
        found[ticket_id][inbox_id] = Quote(*said)
    return found


def versions(connection: Connection, conversation_id: int, external_id: str) -> Versions | None:
    """The message that the channel knows by this id; None when it is not of this talk's transcript."""
    rows = connection.execute(_VERSIONS, {"conversation_id": conversation_id, "external_id": external_id}).all()
    if not rows:
        return None
    ids = tuple(row.inbox_id for row in rows)
    newest = connection.scalar(_NEWEST, {"conversation_id": conversation_id})
    return Versions(ids, rows[-1].ticket_id, rows[-1].text, newest == ids[-1])
