"""Tickets: kinds, statuses and their moves, priorities, the forms of a report, the reference."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator

from core.answers import Answer, first_value
from core.contacts import Form
from core.errors import Rejected
from core.messages import Inbound
from core.records import Record, field
from core.supervision import Level
from core.visits import Visits

BY_PHONE = "phone"  # origin of a ticket that an agent writes for a caller: several may be open at once in one agent's chat
REOPEN_DAYS = 15  # after its end, in which a ticket may go on; the default of ZELADOR_REOPEN_DAYS
MAX_DESCRIPTION = 20_000  # characters kept word for word; a burst of five messages of any channel (Telegram: 4,096 UTF-16 units each)


class Kind(StrEnum):
    """What a contract is contacted for (R27)."""

    MAINTENANCE = "maintenance"
    REFUND = "refund"
    MOVE_OUT = "move_out"
    OTHER = "other"


class Priority(StrEnum):
    """As the client states it (R30), or as a person of the agency assigns it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    DRAFT = "draft"
    INCOMPLETE = "incomplete"
    AWAITING_REVIEW = "awaiting_review"
    OPEN = "open"
    SENT_BACK = "sent_back"
    IN_PROGRESS = "in_progress"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    CANCELLED = "cancelled"
    MERGED = "merged"


MOVES: Mapping[Status, frozenset[Status]] = {
    Status.DRAFT: frozenset({Status.INCOMPLETE, Status.AWAITING_REVIEW, Status.OPEN, Status.CANCELLED, Status.MERGED}),
    Status.INCOMPLETE: frozenset({Status.DRAFT, Status.AWAITING_REVIEW, Status.OPEN, Status.CANCELLED, Status.MERGED}),
    Status.AWAITING_REVIEW: frozenset({Status.OPEN, Status.SENT_BACK, Status.CANCELLED, Status.MERGED}),
    Status.OPEN: frozenset({Status.IN_PROGRESS, Status.RESOLVED, Status.CLOSED, Status.SENT_BACK, Status.CANCELLED, Status.MERGED}),
    Status.SENT_BACK: frozenset({Status.AWAITING_REVIEW, Status.OPEN, Status.CANCELLED, Status.MERGED}),
    Status.IN_PROGRESS: frozenset({Status.RESOLVED, Status.CLOSED, Status.CANCELLED, Status.MERGED}),
    Status.RESOLVED: frozenset({Status.CLOSED, Status.REOPENED}),
    Status.CLOSED: frozenset({Status.REOPENED}),
    Status.REOPENED: frozenset({Status.IN_PROGRESS, Status.RESOLVED, Status.CLOSED, Status.CANCELLED, Status.MERGED}),
    Status.CANCELLED: frozenset(),
    Status.MERGED: frozenset(),
}
DESCRIPTIONS = ("maintenance.description", "handover.description")  # the answers that tell what a ticket is about
ENDED = frozenset({Status.RESOLVED, Status.CLOSED})  # it may come back
OVER = ENDED | {Status.CANCELLED, Status.MERGED}  # nothing is asked for it any more; a new danger needs a new ticket
UNFINISHED = frozenset({Status.DRAFT, Status.INCOMPLETE})  # at most one of a customer's conversation


# Somebody still has to do something about it, and its customer knows it by a reference.
STANDING = tuple(each for each in Status if MOVES[each] and each not in UNFINISHED | {Status.RESOLVED, Status.CLOSED})


class Registration(StrEnum):
    """known: a linked contact · claimed: complete, unconfirmed · pending: cannot be saved, a person completes it."""

    KNOWN = "known"
    CLAIMED = "claimed"
    PENDING = "pending"


def parse_description(text: str) -> str:
    """The problem, word for word (R29). Raises `Rejected("description_empty")`, or `("description_long", limit=…)`."""
    if not any(character.isalnum() for character in text):
        raise Rejected("description_empty")
    if len(text) > MAX_DESCRIPTION:
        raise Rejected("description_long", limit=MAX_DESCRIPTION)
    return text.strip()


Description = Annotated[str, AfterValidator(parse_description)]


class Maintenance(Form):
    description: Description
    priority: Priority
    restriction: Visits | None = None


class Matter(Form):
    """A request of a kind that a person goes on with (R27)."""

    description: Description


class Ticket(Record):
    """A report as it fills. `answers` is the form; description, priorities and restriction are read from it."""

    id: int
    filed_in: int = 0  # the conversation that wrote it
    reply_to: int | None = None  # the customer's conversation; notices go only there
    state: str = "start.kind"
    status: Status = Status.DRAFT
    answers: dict[str, Answer] = field(default_factory=dict)
    said: dict[str, Inbound] = field(default_factory=dict)  # by field: what was said of it before it was asked
    owes: tuple[tuple[str, dict[str, str]], ...] = ()  # words and their values that the next question outside `safety` carries
    waived: tuple[str, ...] = ()  # model rules that were refused once
    hazards: dict[str, datetime] = field(default_factory=dict)  # of the open alert, by kind: when its safety text was last given
    reference: str | None = None
    registration: Registration | None = None
    assigned_priority: Priority | None = None  # by a person of the agency; counts more than the client's word
    supervision: Level | None = None  # set apart by a supervisor; None: as the installation has it
    origin: str = ""  # channel
    contact_id: int | None = None
    home_id: int | None = None
    contract_id: int | None = None
    assignee_id: int | None = None  # the agent who goes on with it
    merged_into: int | None = None
    reopened: int = 0  # times
    waiting_since: datetime | None = None  # in the queue while set
    submitted_at: datetime | None = None
    opened_at: datetime | None = None
    first_reply_at: datetime | None = None  # a person answered for the first time
    first_reply_due_at: datetime | None = None  # what is due, and the pauses: see core.targets
    paused_at: datetime | None = None  # nothing is counted while set
    paused_minutes: int = 0  # service minutes of the pauses that are over
    resolve_due_at: datetime | None = None
    resolved_at: datetime | None = None
    soon_late_at: datetime | None = None  # from then on a target is nearly missed, or missed
    version: int = 0


def line_of(ticket: Ticket) -> int:
    """The conversation whose turns alone write it: its customer's, where there is one."""
    return ticket.reply_to or ticket.filed_in


def is_call_aside(ticket: Ticket) -> bool:
    """Whether an agent has begun to write it down for a caller, and neither saved nor cancelled it."""
    return ticket.origin == BY_PHONE and not ticket.submitted_at and bool(MOVES[ticket.status])


def name_of(ticket: Ticket) -> str:
    """What people call it: the reference, else its number."""
    return ticket.reference or f"#{ticket.id}"


def is_told(ticket: Ticket) -> bool:
    """Its customer has a chat; whoever reported by phone is called."""
    return ticket.reply_to is not None


def awaits_approval(ticket: Ticket) -> bool:
    """For review; or open already by a danger, with a registration that nobody has confirmed."""
    unconfirmed = ticket.registration in (Registration.CLAIMED, Registration.PENDING)
    return ticket.status == Status.AWAITING_REVIEW or (ticket.status == Status.OPEN and unconfirmed)


def is_told_open(ticket: Ticket) -> bool:
    """Open to its customer since it was sent, though people look first: a value is taken, and nobody learns that from what they read."""
    is_unconfirmed = ticket.status == Status.AWAITING_REVIEW and ticket.registration == Registration.CLAIMED
    return is_unconfirmed and ticket.opened_at is not None and ticket.opened_at == ticket.submitted_at


def has_open_alert(ticket: Ticket) -> bool:
    """There is danger, until a person says that it is over: the ticket is not closed before."""
    return bool(ticket.hazards)


def described(ticket: Ticket) -> str | None:
    """The problem, also one that was said but not yet asked for, or is doubtful."""
    found = first_value(ticket.answers, *DESCRIPTIONS)
    return str(found) if found is not None else ticket.said["description"].text if "description" in ticket.said else None


def reference(year: int, ticket_id: int) -> str:
    """`AAAA-NNNNNN-D`: year of issue, ticket id, Luhn digit over both."""
    body = f"{year}{ticket_id:06d}"
    total = sum(sum(divmod(int(digit) * (2 - index % 2), 10)) for index, digit in enumerate(reversed(body)))
    return f"{year}-{ticket_id:06d}-{-total % 10}"
