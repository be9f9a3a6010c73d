"""How urgent a ticket is: as people assigned it, else as its customer states it, else by what the problem does to the home."""

from core.answers import value_of
from core.habitability import suggest_priority
from core.tickets import Priority, Ticket, described

STATED = "maintenance.priority"  # the answer in which the customer states it
_PRIORITIES = {each.value: each for each in Priority}


def urgency(ticket: Ticket) -> Priority | None:
    """None: nobody said, and the problem does not tell."""
    return ticket.assigned_priority or _PRIORITIES.get(str(value_of(ticket.answers, STATED))) or suggested_priority(ticket)


def suggested_priority(ticket: Ticket) -> Priority | None:
    """By what the problem does to the home; beside the client's word, never in its place."""
    return Priority.HIGH if ticket.hazards else suggest_priority(described(ticket) or "")
