"""A card: a ticket as it stands in the chat of one agent. It is edited there while nothing new is wanted."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from core.messages import SIGNALS
from core.records import Record
from core.tickets import Ticket

CUSTOMER, AGENCY = "customer", "agent"  # authors of what customers say, and of what people of the agency write
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


def newest_words(quotes: Mapping[int, Quote]) -> int:
    """The inbox row of what the customer said last; 0: nothing. A tap chooses an answer, and a signal says nothing."""
    return max((row for row, said in quotes.items() if said.author == CUSTOMER and says_something(said.kind)), default=0)


def moved_to(quotes: Mapping[int, Quote]) -> str | None:
    """The number that its customer has now, as the platform has said; "": it has not said which. None: they have not moved."""
    said = [each.text for _, each in sorted(quotes.items()) if each.kind == "moved"]
    return next((number for number in reversed(said) if number), "") if said else None


def says_something(kind: str) -> bool:
    return kind not in SIGNALS and kind != "tap"


def seen_digest(ticket: Ticket, newest: int) -> str:
    """Of all that an approval confirms, and of the customer's newest words: who approves has seen both."""
    fields = [(key, each.status, each.text) for key, each in sorted(ticket.answers.items())]
    return digest(ticket.contact_id, ticket.home_id, fields, newest)
