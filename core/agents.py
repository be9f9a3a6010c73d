"""Agents: the people of the agency who act in chat."""

from core.messages import Address
from core.permissions import LEADS, Role
from core.records import Record

NEXT = "next"  # the one that /proximo wanted has gone to somebody else: the next is tried
RELEASE, UNLINK = "release", "unlink"  # what the removal of an agent does in the talks that they had, and in their own
LOST_LINK = "lost_link"  # what the platform's change of an agent's ids does in the chat that was theirs


class Agent(Record):
    """Somebody who works here now; who was removed is none any more."""

    id: int
    name: str
    role: Role
    on_call: bool = False
    phone: str | None = None  # E.164
    external_id: str | None = None  # in the agency's own system: contracts name their account manager by it
    at: Address | None = None  # the private chat where this person wrote last; None: never linked
    chat: int | None = None  # its conversation

    @property
    def leads(self) -> bool:
        return self.role in LEADS
