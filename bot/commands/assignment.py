"""Who goes on with a ticket, and to whom a talk passes."""

from bot.commands.ownership import take
from bot.commands.refusal import done, has_right, refused
from bot.result import Result
from bot.talk import Talk
from core.agents import Agent
from core.messages import Command
from core.records import evolve
from core.tickets import Ticket, name_of


def assign(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The ticket is this agent's work; who has the talk stays. Input: `agent`."""
    target = _reachable(talk, given)
    if isinstance(target, Result):
        return target
    if target.id != given.agent and not has_right(talk, given, "assign_others"):
        return refused(talk, "no-right")
    _hand(talk, evolve(ticket, assignee_id=target.id), target, given)
    return done(talk, "assign", name=name_of(ticket), agent=target.name)


def transfer(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The talk and the ticket pass to another agent. Input: `agent`."""
    target = _reachable(talk, given)
    if isinstance(target, Result):
        return target
    if ticket.reply_to is not None:
        take(talk, ticket, target)
    _hand(talk, evolve(ticket, assignee_id=target.id), target, given)
    return done(talk, "transfer", name=name_of(ticket), agent=target.name)


def _reachable(talk: Talk, given: Command) -> Agent | Result:
    """The agent that the input names, if this person works here and has a chat."""
    target = talk.turn.agent(given.input["agent"])
    if target is None:
        return refused(talk, "agent-gone")
    return target if target.at is not None else refused(talk, "agent-unlinked", name=target.name)


def _hand(talk: Talk, ticket: Ticket, target: Agent, given: Command) -> None:
    before = talk.turn.agent(ticket_was.assignee_id) if (ticket_was := talk.named(ticket.id)) and ticket_was.assignee_id else None
    talk.replace(ticket)
    talk.record(given.by, given.act, ticket, {"agent": before and before.name}, {"agent": target.name})
    if target.id != given.agent:
        talk.write_to(target.at, "desk-assigned", ticket.id, name=name_of(ticket), by=given.by)
