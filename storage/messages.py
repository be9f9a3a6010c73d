"""The transcript: what was said on both sides, as a person would read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, insert, select

from storage.batches import Batch
from storage.tables import message

BOT = "bot"  # author of what the bot says


class Record(NamedTuple):
    """A row to be written. `inbox_id` None: the bot said it."""

    conversation_id: int
    ticket_id: int | None
    inbox_id: int | None
    author: str
    kind: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Spoken:
    """A row as it is read; answers name their message by `inbox_id`."""

    author: str
    kind: str
    text: str
    at: datetime
    inbox_id: int | None


_ADD = Batch(insert(message), Record._fields)
_OF_TICKET = (
    select(message.c.author, message.c.kind, message.c.text, message.c.at, message.c.inbox_id)
    .where(message.c.ticket_id == bindparam("ticket_id"))
    .order_by(message.c.id)
)


def add(connection: Connection, records: Sequence[Record]) -> None:
    _ADD(connection, records)


def of_ticket(connection: Connection, ticket_id: int) -> tuple[Spoken, ...]:
    """What was said while this ticket was talked about, oldest first."""
    return tuple(Spoken(*row) for row in connection.execute(_OF_TICKET, {"ticket_id": ticket_id}))
