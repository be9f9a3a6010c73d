"""A card: a ticket as it stands in the chat of one agent. It is edited there while nothing new is wanted."""

from hashlib import sha256
from typing import Any, NamedTuple

from core.records import Record
from core.tickets import Ticket

DIGEST = 12  # hexadecimal digits: among the editions of one card no two are alike


class Card(Record):
    """`chat`: the conversation in which it stands. `external_id`: the channel's, of its message; None while it has not gone."""

    id: int
    chat: int
    ticket: int
    external_id: str | None
    shown: str  # digest of its face


class Quote(NamedTuple):
    """What somebody said, and as what kind of message."""

    text: str
    author: str
    kind: str


def digest(*parts: Any) -> str:
    return sha256("\0".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:DIGEST]


def fields_digest(ticket: Ticket) -> str:
    """Of all that an approval confirms: two tickets that show different fields have different ones."""
    fields = [(key, each.status, each.text) for key, each in sorted(ticket.answers.items())]
    return digest(ticket.contact_id, ticket.home_id, fields)
