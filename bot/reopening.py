"""A ticket that was over goes on: within some days it is the same problem, later another one (F26)."""

from datetime import timedelta

from bot.talk import Talk
from core.messages import Inbound
from core.tickets import Status, Ticket, name_of


def may_be_reopened(talk: Talk, ticket: Ticket) -> bool:
    return ticket.resolved_at is not None and talk.turn.now - ticket.resolved_at <= timedelta(days=talk.turn.reopen_days)


def reopen(talk: Talk, heard: Inbound, detail: str) -> None:
    """ "Voltou a vazar": people look again, and what was said is with the ticket."""
    told = talk.said.pop("description", None)
    talk.event("reopen", before=talk.ticket.status, after=Status.REOPENED)
    talk.set(status=Status.REOPENED, reopened=talk.ticket.reopened + 1)
    if told is not None:
        talk.event("added", after={"text": told.text})
    talk.wait()
    talk.tell("reopened", reference=name_of(talk.ticket))
