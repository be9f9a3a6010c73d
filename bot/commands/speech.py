"""What an agent says to a customer, and what is only for colleagues."""

from bot.result import Event, Result
from bot.talk import Talk
from core.conversations import Prompt
from core.messages import Command
from core.records import evolve
from core.tickets import Ticket


def say(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The customer reads it as it was written. Input: `text`."""
    talk.prompts.append(Prompt("agent", talk.turn.say("agent", {"text": given.input["text"]}), purpose="agent"))
    talk.replace(evolve(ticket, waiting_since=None, first_reply_at=ticket.first_reply_at or talk.turn.now))
    talk.conversation = evolve(talk.conversation, lease_until=None)
    talk.events.append(Event(given.by, "say", ticket.id, ticket.contact_id, after={"text": given.input["text"]}))
    return Result("done")


def note(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Stays with the ticket; the customer never sees it. Input: `text`."""
    talk.events.append(Event(given.by, "note", ticket.id, ticket.contact_id, after={"text": given.input["text"]}))
    return Result("done", talk.turn.say("act-done.note"))
