"""Files of a ticket that did not come: a person has them fetched again (F9)."""

from bot.commands.refusal import done, refused
from bot.result import Result
from bot.talk import Talk
from core.messages import Command
from core.tickets import Ticket, name_of


def fetch_again(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """At once, as if they had just been sent; what the platform has lost says so anew."""
    count = talk.turn.fetch_again(ticket.id)
    if not count:
        return refused(talk, "no-files", name=name_of(ticket))
    talk.record(given.by, "fetch_again", ticket, after={"files": count})
    return done(talk, "fetch-again", name=name_of(ticket), count=str(count))
