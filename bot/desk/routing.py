"""To whom a ticket that waits is brought."""

from collections.abc import Sequence
from datetime import datetime

from core.agents import Agent
from core.calendar import Calendar
from core.targets import Targets, due_at
from core.tickets import Ticket

WIDEN = "widen"  # the timer at which a ticket is brought to everyone
HALF = 0.5  # of the target for the first reply: until then the one who looks after the contract has it alone (design: cards)


def recipients(ticket: Ticket, agents: Sequence[Agent], keeper: str | None) -> Sequence[Agent]:
    """Whoever goes on with it; else `keeper`, whose external id is given while that one has it alone; else everyone.

    `agents`: those who can be written to.
    """
    holders = [each for each in agents if each.id == ticket.assignee_id]
    keepers = [each for each in agents if keeper is not None and each.external_id == keeper]
    return holders or keepers or agents


def alone_until(ticket: Ticket, targets: Targets, calendar: Calendar) -> datetime | None:
    """Until when a ticket is its keeper's alone; None: for good, since its customer has had a reply."""
    return due_at(ticket, "first_reply", targets, calendar, HALF) if ticket.first_reply_at is None else None
