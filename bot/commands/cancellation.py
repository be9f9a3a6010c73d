"""A ticket that nobody goes on with, and why."""

from bot.alerts.hazards import end
from bot.commands.refusal import done, has_right, refused
from bot.result import Result
from bot.sent_back import call_back, unasked
from bot.talk import Said, Talk
from bot.telling import owe_everybody
from core.messages import Command
from core.records import evolve
from core.tickets import Status, Ticket, name_of


def cancel(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Ended by people, with a reason that the customer reads too; what holds a danger by leads only. Input: `text`."""
    if not (reason := str(given.input.get("text") or "").strip()):
        return refused(talk, "no-reason")
    if ticket.hazards and not has_right(talk, given, "drop_hazard"):
        return refused(talk, "hazard")
    end(talk, ticket, given.by, reason)
    after = evolve(unasked(talk, ticket), status=Status.CANCELLED, waiting_since=None, hazards={})
    talk.record(given.by, "cancel", ticket, {"status": ticket.status}, {"status": after.status, "reason": reason})
    talk.replace(after := owe_everybody(talk, after, given, *_told(ticket, reason)))
    talk.leave(after)
    call_back(talk)
    return done(talk, "cancel", name=name_of(ticket))


def _told(ticket: Ticket, reason: str) -> Said:
    if ticket.reference is None:
        return "report-cancelled", {"reason": reason}
    return "ticket-cancelled", {"reference": ticket.reference, "reason": reason}
