"""Why an act is not done, in a sentence for whoever gave it."""

from bot.result import Result
from bot.steps import dashed
from bot.talk import Talk
from core.messages import Command
from core.permissions import may
from core.tickets import Ticket


def refused(talk: Talk, words: str, **values: str) -> Result:
    return Result("refused", talk.turn.say(f"refused.{words}", values))


def conflict(talk: Talk, words: str, **values: str) -> Result:
    """It could have been done a moment ago."""
    return Result("conflict", talk.turn.say(f"refused.{words}", values))


def done(talk: Talk, words: str, **values: str) -> Result:
    return Result("done", talk.turn.say(f"act-done.{words}", values))


def wrong_status(talk: Talk, ticket: Ticket) -> Result:
    return refused(talk, "status", status=status_name(talk, ticket))


def status_name(talk: Talk, ticket: Ticket) -> str:
    return talk.turn.say(f"status-name.{dashed(ticket.status)}")


def has_right(talk: Talk, given: Command, act: str) -> bool:
    """Of whoever gave this command, as of this moment. Whoever may use the database itself may do everything."""
    if given.agent is None:
        return True
    agent = talk.turn.agent(given.agent)
    return agent is not None and may(agent.role, act)
