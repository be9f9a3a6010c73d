"""The queue: tickets that wait for a person, each with the contact and the home that it is linked to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.contacts import Contact
from core.homes import Home
from core.tickets import Ticket


class Only(StrEnum):
    """Which of those that wait."""

    ANY = "any"
    HIGH = "high"  # danger included
    SOON_LATE = "soon_late"  # a target is nearly missed, or missed
    DRAFTS = "drafts"  # given up by their customer, or without a way to reach them
    MINE = "mine"  # of the agent who asks


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """The contact's role at the home is "" where no contract tells it."""

    ticket: Ticket
    contact: Contact | None
    home: Home | None
    unreachable: bool = False  # nothing that is sent arrives at its customer
    free_until: datetime | None = None  # its customer, who talks about it, may be written to freely until then; None: always
    doubted: bool = False  # nobody knows whether what was asked last has arrived
