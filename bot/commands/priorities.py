"""How urgent a ticket is, by the word of a person of the agency."""

from bot.commands.refusal import done, has_right, refused
from bot.result import Event, Result
from bot.talk import Talk
from core.messages import Command
from core.records import evolve
from core.tickets import Priority, Ticket, name_of
from core.urgency import urgency


def prioritise(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Counts more than the client's word, which stays as it was said. Input: `level`."""
    level = Priority(given.input["level"])
    if ticket.hazards and level != Priority.HIGH and not has_right(talk, given, "lower_hazard"):
        return refused(talk, "hazard")
    talk.replace(evolve(ticket, assigned_priority=level))
    talk.events.append(
        Event(
            given.by,
            "prioritise",
            ticket.id,
            ticket.contact_id,
            {"priority": ticket.assigned_priority or urgency(ticket)},
            {"priority": level},
        )
    )
    return done(talk, "prioritise", name=name_of(ticket), level=talk.turn.say(f"queue-priority.{level}"))
