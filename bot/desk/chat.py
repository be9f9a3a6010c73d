"""An agent's chat: no report of their own is talked about there, and several calls may stand open."""

from bot.talk import Talk
from core.records import evolve
from core.tickets import BY_PHONE, Status, Ticket

TELL_REFERENCE = "tell_reference"  # the act that brings the reference of a call to the caller's own chat
AT_DESK = "desk.open"
NO_TICKET = Ticket(0, state=AT_DESK, origin=BY_PHONE)  # what an agent's chat at rest talks about


def leave_desk(talk: Talk) -> None:
    """Nothing is talked about any more; a call that was being registered stays as it stands."""
    if talk.ticket.id:
        talk.pick_up(NO_TICKET)
    talk.conversation = evolve(talk.conversation, owner="bot", open=None, ticket_id=None)
    talk.silent = True


def sit_down(talk: Talk) -> None:
    """From now on an agent writes here: a report of their own that was begun is dropped, what was sent stays."""
    if talk.ticket.status == Status.DRAFT and not talk.ticket.hazards:
        talk.set(status=Status.CANCELLED, waiting_since=None, owes=())
    leave_desk(talk)
