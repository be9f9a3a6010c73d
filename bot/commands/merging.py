"""Two tickets on one problem: one goes on, the other ends in it, and both keep their history (F28)."""

from bot.alerts.hazards import carry_over, end
from bot.commands.refusal import done, has_right, refused, status_name
from bot.result import Result, SetTimer
from bot.sent_back import at_rest, unasked
from bot.talk import Talk
from bot.telling import owe_everybody
from core.messages import Command
from core.records import evolve
from core.tickets import Status, Ticket, described, line_of, name_of

OVER = frozenset({Status.CLOSED, Status.CANCELLED, Status.MERGED})  # nothing is merged into these


def merge(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Each customer keeps their own talk, and hears of it. Input: `into` (the ticket that goes on), `sure` (though of another customer)."""
    there = talk.named(given.input["into"])
    if there is None or there.id == ticket.id:
        return refused(talk, "same-ticket" if there else "no-ticket")
    if there.status in OVER:
        return refused(talk, "over", name=name_of(there), status=status_name(talk, there))
    if ticket.hazards and not has_right(talk, given, "drop_hazard"):
        return refused(talk, "hazard")
    if not _same_customer(ticket, there) and not given.input.get("sure"):
        return refused(talk, "other-customer", name=name_of(ticket), into=name_of(there))
    merged = done(talk, "merge", name=name_of(ticket), into=name_of(there))
    carry_over(talk, ticket, there)
    end(talk, ticket, given.by, merged.reason)
    _end(talk, ticket, there, given)
    _go_on(talk, talk.named(there.id) or there, ticket, given)
    return merged


def _same_customer(one: Ticket, other: Ticket) -> bool:
    if one.contact_id is not None and other.contact_id is not None:
        return one.contact_id == other.contact_id
    return line_of(one) == line_of(other)


def _end(talk: Talk, ticket: Ticket, there: Ticket, given: Command) -> None:
    """A form that was being filled rests: what its customer says from now on goes to the other ticket."""
    ended = at_rest(talk, unasked(talk, ticket))
    after = evolve(ended, status=Status.MERGED, merged_into=there.id, waiting_since=None, hazards={})
    talk.replace(owe_everybody(talk, after, given, "ticket-merged", {"reference": name_of(there)}))
    talk.record(given.by, "merge", ticket, {"status": ticket.status}, {"status": after.status, "into": name_of(there)})
    if line_of(ticket) != talk.conversation.id:
        talk.timers.append(SetTimer("notice", ticket.id, talk.turn.now, line_of(ticket)))


def _go_on(talk: Talk, there: Ticket, ticket: Ticket, given: Command) -> None:
    """It waits for people if the other one did, and is whoever's had that one if nobody has it; its history has the other's words."""
    waits, holder = there.waiting_since or ticket.waiting_since, there.assignee_id or ticket.assignee_id
    talk.replace(evolve(there, waiting_since=waits, assignee_id=holder))
    talk.record(given.by, "merge", there, after={"from": name_of(ticket), "text": described(ticket)})
