"""What an agent says to a customer, and what is only for colleagues."""

from collections.abc import Mapping
from typing import Any

from bot.carrying import brought, hindrance
from bot.commands.ownership import claim
from bot.commands.refusal import conflict, done, refused
from bot.leases import answered
from bot.result import Result
from bot.talk import Talk
from bot.window import as_question, fits_template, has_template, is_shut, refused_shut, shut_since
from core.conversations import Prompt
from core.messages import Command
from core.records import evolve
from core.tickets import Ticket, name_of

UNSENT = "unsent"  # the act of a note that was meant for the customer, of somebody who did not have the talk


def say(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The customer reads it as it was written. Of an agent who does not have the talk it is kept as a note (F12).

    Input: `text`; `message`, the agent's own one; `kind`, if that brings a file; `file`, its inbox row, if the file can be fetched.
    """
    if why := hindrance(talk, given):
        return refused(talk, "not-brought", reason=why)
    if given.agent is not None and talk.conversation.agent_id != given.agent:
        talk.record(given.by, UNSENT, ticket, after=_kept(given))
        holder = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
        return conflict(talk, "kept-as-note", name=holder.name) if holder else conflict(talk, "kept-as-note-free")
    return _speak(talk, ticket, given)


def send(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Takes the talk over, and says what this agent was not yet able to say."""
    unsent = _unsent(talk, ticket, given.by)
    if unsent is None:
        return refused(talk, "nothing-unsent")
    given = evolve(given, input=unsent)
    if why := hindrance(talk, given):
        return refused(talk, "not-brought", reason=why)
    if refusal := _cannot_be_said(talk, ticket, given):
        return refusal
    claimed = claim(talk, ticket, given)
    if claimed.outcome != "done":
        return claimed
    _speak(talk, talk.named(ticket.id) or ticket, given)
    return done(talk, "send", name=name_of(ticket))


def _kept(given: Command) -> Mapping[str, Any]:
    """All of it that `send` needs."""
    return {"text": "", **{name: given.input[name] for name in ("text", "message", "kind", "file") if name in given.input}}


def _unsent(talk: Talk, ticket: Ticket, by: str) -> Mapping[str, Any] | None:
    """Of this turn, else of those before."""
    said = [each for each in talk.events if each.ticket == ticket.id and each.actor == by and each.act in ("say", UNSENT)]
    if said:
        return said[-1].after if said[-1].act == UNSENT else None
    return talk.turn.unsent(ticket.id, by)


def send_again(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """What this talk's agent wrote and did not arrive, or may not have, because that agent wants it (F3). Input: `row`, of the outbox."""
    if is_shut(talk) and not has_template(talk, "question"):
        return refused_shut(talk, "send-again")
    talk.sends_again.append(int(given.input["row"]))
    talk.replace(evolve(ticket, waiting_since=None))
    talk.record(given.by, "send_again", ticket, after={"row": given.input["row"]})
    return Result("done")


def _speak(talk: Talk, ticket: Ticket, given: Command) -> Result:
    text = given.input.get("text", "")
    if refusal := _cannot_be_said(talk, ticket, given):
        talk.record(given.by, UNSENT, ticket, after=_kept(given))
        return refusal
    prompt = brought(talk, Prompt("agent", talk.turn.say("agent", {"text": text}), purpose="agent", by=given.by, ticket=ticket.id), given)
    form = as_question(talk, ticket, prompt) if is_shut(talk) else None
    talk.prompts.append(form or prompt)
    talk.replace(evolve(ticket, waiting_since=None, first_reply_at=ticket.first_reply_at or talk.turn.now))
    answered(talk)
    talk.record(given.by, "say", ticket, after={"text": text})
    return Result("done", talk.turn.say("window.said", {"when": shut_since(talk)}) if form else "")


def _cannot_be_said(talk: Talk, ticket: Ticket, given: Command) -> Result | None:
    """After the end of the window only a template can, which brings one line of text."""
    if not is_shut(talk):
        return None
    if not has_template(talk, "question"):
        return refused_shut(talk, "say")
    if given.input.get("kind"):
        return refused_shut(talk, "say-file")
    return None if fits_template(talk, ticket, given.input.get("text", "")) else refused_shut(talk, "say-long")


def note(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """Stays with the ticket; the customer never sees it. Input: `text`."""
    talk.record(given.by, "note", ticket, after={"text": given.input["text"]})
    return done(talk, "note")
