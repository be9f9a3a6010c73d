"""A ticket that nobody goes on with, and why."""

from bot.alerts.hazards import end
from bot.commands.refusal import done, has_right, refused
from bot.result import Result
from bot.sent_back import call_back, unasked
from bot.talk import Talk
from core.messages import Command
from core.records import evolve
from core.tickets import Status, Ticket, name_of


def cancel(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Ended by people, with a reason that the customer reads too; what holds a danger by leads only. Input: `text`."""
    if not (reason := str(given.input.get("text") or "").strip()):
        return refused(talk, "no-reason")
    if ticket.hazards and not has_right(talk, given, "drop_hazard"):
        return refused(talk, "hazard")
    told = (
        ("ticket-cancelled", {"reference": ticket.reference, "reason": reason})
        if ticket.reference
        else ("report-cancelled", {"reason": reason})
    )
    end(talk, ticket, given.by, reason)
    after = evolve(unasked(talk, ticket), status=Status.CANCELLED, waiting_since=None, hazards={}, owes=(*ticket.owes, told))
    talk.record(given.by, "cancel", ticket, {"status": ticket.status}, {"status": after.status, "reason": reason})
    talk.replace(after)
    talk.leave(after)
    call_back(talk)
    return done(talk, "cancel", name=name_of(ticket))
