"""Who has a talk: an agent takes it over, and gives it back to the assistant (F12, F13, F14)."""

from bot.asking import shortened, told_problem
from bot.commands.refusal import conflict, done, refused
from bot.leases import answered, begin_lease, return_to_bot
from bot.result import Result
from bot.sent_back import call_back
from bot.talk import Talk
from bot.window import has_template, is_shut, shut_since
from core.abuse import is_abusive
from core.agents import Agent
from core.messages import Command
from core.records import evolve
from core.supervision import Level
from core.tickets import OVER, Ticket, is_told, name_of


def claim(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The talk and its tickets are this agent's; the bot asks nothing more. Without a talk, only the ticket is."""
    agent = _agent(talk, given.agent)
    if agent is None:
        return refused(talk, "no-agent")
    holder = _agent(talk, talk.conversation.agent_id)
    if holder is not None and holder.id != agent.id:
        return conflict(talk, "claimed", name=holder.name)
    if _has(talk, ticket, agent):
        return done(talk, "claim-again" if is_told(ticket) else "claim-again-by-phone", name=name_of(ticket))
    return _claimed(talk, ticket, given, agent)


def _has(talk: Talk, ticket: Ticket, agent: Agent) -> bool:
    """By an earlier tap: a second one changes nothing."""
    return ticket.assignee_id == agent.id and (not is_told(ticket) or talk.conversation.agent_id == agent.id)


def take_from(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """As `claim`, though a colleague has the talk; who hears of it."""
    agent, holder = _agent(talk, given.agent), _agent(talk, talk.conversation.agent_id)
    if agent is None:
        return refused(talk, "no-agent")
    if holder is not None and holder.id != agent.id:
        talk.write_to(holder.at, "desk-taken", ticket.id, name=name_of(ticket), by=agent.name)
    return _claimed(talk, ticket, given, agent)


def _agent(talk: Talk, number: int | None) -> Agent | None:
    return None if number is None else talk.turn.agent(number)


def _claimed(talk: Talk, ticket: Ticket, given: Command, agent: Agent) -> Result:
    before = _agent(talk, talk.conversation.agent_id)
    talk.replace(evolve(ticket, assignee_id=agent.id))
    take(talk, ticket, agent)
    talk.record(given.by, given.act, ticket, {"agent": before and before.name}, {"agent": agent.name})
    if is_told(ticket) and is_shut(talk):
        return done(talk, "claim-shut" if has_template(talk, "question") else "claim-mute", name=name_of(ticket), when=shut_since(talk))
    return done(talk, "claim" if is_told(ticket) else "claim-by-phone", name=name_of(ticket))


def take(talk: Talk, ticket: Ticket, agent: Agent) -> None:
    """From now on this agent has the talk, where there is one; what the bot would have asked next is not sent."""
    if ticket.reply_to is None or talk.conversation.agent_id == agent.id:
        return
    talk.conversation = evolve(talk.conversation, owner="agent", agent_id=agent.id, agent_since=talk.turn.now, lease_until=None)
    talk.silences_bot, talk.lead = True, []  # nor what it would have said with it
    answered(talk)
    if ticket.waiting_since:
        begin_lease(talk)


def give_back(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The assistant goes on: what was said meanwhile is used, and the open question is asked again after a recap (F13)."""
    if not talk.owned:
        return refused(talk, "not-owned")
    if talk.level_of(talk.ticket) == Level.MANUAL and not talk.ticket.submitted_at:
        return refused(talk, "manual")
    return_to_bot(talk)
    talk.silent = talk.ticket.status in OVER  # its customer is told what became of it, and asked nothing
    call_back(talk)
    if not talk.step.rests and not talk.silent:
        problem = shortened(told_problem(talk)).rstrip(".")
        is_said = problem and not is_abusive(problem)
        talk.tell("given-back.about", description=problem) if is_said else talk.tell("given-back")
    talk.record(given.by, "give_back", ticket)
    return done(talk, "give-back", name=name_of(ticket))
