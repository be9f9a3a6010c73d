"""An act that is given in an agent's chat, on its way into the ticket's line, where it is done with the rights of that moment."""

from collections.abc import Mapping
from typing import Any

from bot.talk import Talk
from core.agents import Agent
from core.conversations import address_of
from core.messages import Command, Inbound


def writer(talk: Talk, heard: Inbound) -> Agent:
    """Who writes here. Only agents are heard by these ears, and in one transaction nobody is removed."""
    agent = talk.turn.agent(heard.agent) if heard.agent is not None else None
    if agent is None:
        raise LookupError(f"no agent wrote {heard.id}")
    return agent


def ask_for(talk: Talk, heard: Inbound, act: str, ticket_id: int, given: Mapping[str, Any]) -> None:
    """`given`: what the act needs; what is empty is left out."""
    agent, kept = writer(talk, heard), {name: value for name, value in given.items() if value}
    talk.forwards.append(Command(act, ticket_id, agent.name, agent.id, kept, address_of(talk.conversation)))
