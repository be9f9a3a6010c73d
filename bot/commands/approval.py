"""Approval: a ticket opens, and its contact enters the books (R23)."""

from collections.abc import Mapping
from typing import Any

from bot.commands.refusal import done, refused, wrong_status
from bot.flows.rules import contact_of, third_party
from bot.registration import form_of, lacking, registering_flow, registration
from bot.result import Event, Result, Taken
from bot.sent_back import at_rest
from bot.summary import field_name
from bot.talk import Talk
from bot.telling import owe_everybody
from core.cards import seen_digest
from core.messages import Command
from core.records import evolve
from core.tickets import Registration, Status, Ticket, awaits_approval, is_told_open, name_of, reference


def approve(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Opens a ticket that waits for review, and writes its contact into the books (R23). Nothing more is asked for its form.

    Input: `contact` (id of the contact it belongs to), `home` (id), `pending` (open it though the registration lacks something), `seen`
    (digest of what was looked at: neither other fields than these are approved, nor with words that were not read).
    """
    if not awaits_approval(ticket):
        return wrong_status(talk, ticket)
    if given.input.get("seen") not in (None, seen_digest(ticket, _newest_words(talk, ticket))):
        return Result("conflict", talk.turn.say("refused.changed"))
    registered = _register(talk, _told(talk, ticket), given.input)
    if isinstance(registered, Result):
        return registered
    if (home := given.input.get("home")) is not None:
        if not talk.turn.home_exists(home):
            return refused(talk, "no-home", id=str(home))
        registered = evolve(registered, home_id=home)
    _open(talk, given, ticket, registered)
    return done(talk, "approve", name=name_of(talk.named(ticket.id) or ticket))


def _newest_words(talk: Talk, ticket: Ticket) -> int:
    """Those of this turn are not stored yet."""
    return talk.newest_words if talk.newest_words and ticket.id == talk.ticket.id else talk.turn.newest_words(ticket.id)


def _told(talk: Talk, ticket: Ticket) -> Ticket:
    """Of a report that was never sent: whose it is, as far as that is proven; what nobody has told yet is lacking."""
    if ticket.submitted_at is not None or ticket.registration is not None or third_party(ticket.answers, talk.turn):
        return ticket
    contact = contact_of(ticket.answers, talk.turn)
    known = registration(ticket.answers, talk.turn) or Registration.PENDING
    return evolve(ticket, registration=known, contact_id=contact.id if contact else ticket.contact_id)


def _register(talk: Talk, ticket: Ticket, given: Mapping[str, Any]) -> Ticket | Result:
    """The ticket with its contact; third parties have none."""
    if (contact_id := given.get("contact")) is not None:
        return _linked(talk, ticket, contact_id)
    if ticket.registration is None or (ticket.registration == Registration.PENDING and given.get("pending")):
        return ticket
    if missing := lacking(ticket):
        return refused(talk, "lacking", fields=", ".join(field_name(talk, key) for key in missing))
    try:
        contact_id = talk.turn.register(form_of(ticket), ticket.contact_id)
    except Taken as taken:
        return _taken(talk, taken)
    return evolve(ticket, contact_id=contact_id, registration=Registration.KNOWN)


def _linked(talk: Talk, ticket: Ticket, contact_id: int) -> Ticket | Result:
    contact = talk.turn.contact(contact_id)
    if contact is None:
        return refused(talk, "no-contact", id=str(contact_id))
    if (flow := registering_flow(ticket)) and contact.kind != flow:
        return refused(talk, "other-kind")  # a person on file is never made a company, nor the other way (R24)
    return evolve(ticket, contact_id=contact_id, registration=Registration.KNOWN)


def _taken(talk: Talk, taken: Taken) -> Result:
    name = " ".join(part for part in (taken.contact.first_name, taken.contact.last_name) if part)
    return refused(talk, "taken", field=field_name(talk, taken.field_name), name=name, id=str(taken.contact.id))


def _open(talk: Talk, given: Command, before: Ticket, after: Ticket) -> None:
    opened = evolve(
        after,
        status=Status.OPEN,
        reference=before.reference or reference(talk.turn.local(talk.turn.now).year, before.id),
        opened_at=before.opened_at or talk.turn.now,
        first_reply_at=before.first_reply_at or talk.turn.now,
        waiting_since=None,
    )
    if not is_told_open(before):
        opened = owe_everybody(talk, opened, given, "approved", {"reference": opened.reference or ""})
    opened = opened if before.submitted_at else at_rest(talk, opened)
    was, now = ({"status": each.status, "contact": each.contact_id, "home": each.home_id} for each in (before, opened))
    talk.events.append(Event(given.by, "approve", before.id, opened.contact_id, was, now))
    talk.replace(opened)
