"""Who has a talk: an agent takes it over, and gives it back to the assistant (F12, F13, F14)."""

from datetime import timedelta

from bot.acts import take_back
from bot.commands.refusal import refused
from bot.result import Event, Result
from bot.talk import Talk
from core.messages import Command, Inbound
from core.permissions import may
from core.records import evolve
from core.tickets import Ticket, name_of

LEASE = timedelta(minutes=30)  # a claimed talk whose customer waits longer than this is free again (design: agents)


def claim(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The talk and its tickets are this agent's; the bot asks nothing more. Without a talk, only the ticket is."""
    agent = talk.turn.agent(given.agent) if given.agent is not None else None
    if agent is None:
        return refused(talk, "no-agent")
    holder = talk.turn.agent(talk.conversation.agent_id) if talk.conversation.agent_id is not None else None
    if holder is not None and holder.id != agent.id and not may(agent.role, "take_from"):
        return Result("conflict", talk.turn.say("refused.claimed", {"name": holder.name}))
    before = {"agent": holder and holder.name}
    talk.replace(evolve(ticket, assignee_id=agent.id))
    if ticket.reply_to is not None and (holder is None or holder.id != agent.id):
        lease_until = talk.turn.now + LEASE if ticket.waiting_since else None
        talk.conversation = evolve(talk.conversation, owner="agent", agent_id=agent.id, agent_since=talk.turn.now, lease_until=lease_until)
        talk.silences_bot = True
    talk.events.append(Event(given.by, "claim", ticket.id, ticket.contact_id, before, {"agent": agent.name}))
    return Result("done", talk.turn.say("act-done.claim", {"name": name_of(ticket)}))


def give_back(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """The assistant goes on: what was said meanwhile is used, and the open question is asked again after a recap (F13)."""
    if not talk.owned:
        return refused(talk, "not-owned")
    take_back(talk, Inbound(), "")
    talk.silent = False
    if not talk.step.rests:
        talk.tell("given-back")
    talk.events.append(Event(given.by, "give_back", ticket.id, ticket.contact_id))
    return Result("done", talk.turn.say("act-done.give-back", {"name": name_of(ticket)}))
