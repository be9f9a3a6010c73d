"""What agents do to a ticket, in the line of its customer's words, with their rights as they are now."""

from collections.abc import Callable, Mapping

from bot.commands.approval import approve
from bot.commands.assignment import assign, transfer
from bot.commands.cancellation import cancel
from bot.commands.correction import correct
from bot.commands.files import fetch_again
from bot.commands.hazards import acknowledge, end_hazard
from bot.commands.merging import merge
from bot.commands.ownership import claim, give_back, take_from
from bot.commands.passing import PASSED_ON
from bot.commands.priorities import prioritise
from bot.commands.progress import moves_to, reopen
from bot.commands.refusal import refused, wrong_status
from bot.commands.sending_back import send_back
from bot.commands.speech import note, say, send, send_again
from bot.commands.supervision import supervise
from bot.desk.lists import next_again
from bot.result import Result
from bot.talk import Talk
from bot.window import has_template, is_shut, shut_since
from core.agents import Agent
from core.conversations import Option
from core.messages import Command
from core.permissions import OWNERS, is_possible, may
from core.presses import Press, pressing
from core.records import evolve
from core.tickets import Status, Ticket, line_of

Act = Callable[[Talk, Ticket, Command], Result]

COMMANDS: Mapping[str, Act] = {
    "acknowledge": acknowledge,
    "approve": approve,
    "assign": assign,
    "cancel": cancel,
    "claim": claim,
    "fetch_again": fetch_again,
    "end_hazard": end_hazard,
    "correct": correct,
    "give_back": give_back,
    "merge": merge,
    "note": note,
    "prioritise": prioritise,
    "say": say,
    "send_again": send_again,
    "start": moves_to(Status.IN_PROGRESS),
    "resolve": moves_to(Status.RESOLVED),
    "close": moves_to(Status.CLOSED),
    "reopen": reopen,
    "send": send,
    "send_back": send_back,
    "supervise": supervise,
    "take_from": take_from,
    "transfer": transfer,
}


def obey(talk: Talk, given: Command) -> None:
    """Does it, or says why not: to the row's result, and in the chat where it was given."""
    if passed_on := PASSED_ON.get(given.act):
        passed_on(talk, given)
        return
    talk.results[given.id] = result = _with_delay(talk, given, _obey(talk, given))
    if result.outcome == "conflict" and "tried" in given.input:
        talk.forwards.append(next_again(given))
    elif result.reason:
        talk.write_to(given.at, "act-answer", given.ticket, *_offered(talk, given, result), reason=result.reason)


def _with_delay(talk: Talk, given: Command, result: Result) -> Result:
    """What the customer should hear of it waits, where nobody may write to them."""
    ticket = talk.named(given.ticket)
    waits = is_shut(talk) and not has_template(talk, "status") and ticket is not None and ticket.owes
    if result.outcome != "done" or not result.reason or not waits:
        return result
    return evolve(result, reason=f"{result.reason} {talk.turn.say('window.later', {'when': shut_since(talk)})}")


def _offered(talk: Talk, given: Command, result: Result) -> tuple[Option, ...]:
    """Who spoke in a talk that nobody has may take it over and say it after all."""
    if given.act != "say" or result.outcome != "conflict" or talk.conversation.agent_id is not None:
        return ()
    return (Option("send", label=talk.turn.say("act-answer.send"), data=pressing(Press("ticket", given.ticket, "send"))),)


def _obey(talk: Talk, given: Command) -> Result:
    ticket = talk.named(given.ticket)
    if ticket is None or given.act not in COMMANDS:
        return refused(talk, "no-ticket" if ticket is None else "no-right")
    about = [there for number in given.about if (there := talk.named(number))]
    if min(map(line_of, about)) != talk.conversation.id:
        talk.forwards.append(given)  # the ticket's line has moved since
        return Result("done")
    if "tried" in given.input and not _is_free(talk, ticket):
        return Result("conflict")
    if refusal := _forbidden(talk, given):
        return refusal
    return COMMANDS[given.act](talk, ticket, given) if is_possible(given.act, ticket.status) else wrong_status(talk, ticket)


def _is_free(talk: Talk, ticket: Ticket) -> bool:
    """/proximo takes from nobody, a supervisor's neither."""
    is_held = ticket.reply_to is not None and talk.conversation.agent_id is not None
    return ticket.waiting_since is not None and ticket.assignee_id is None and not is_held


def _forbidden(talk: Talk, given: Command) -> Result | None:
    """By role and by who has the talk. Whoever may use the database itself may do everything."""
    if given.agent is None:
        return None
    agent = talk.turn.agent(given.agent)
    if agent is None or not may(agent.role, given.act):
        return refused(talk, "no-right")
    if given.act in OWNERS and not _may_act_here(talk, given, agent):
        return refused(talk, "not-owner")
    return None


def _may_act_here(talk: Talk, given: Command, agent: Agent) -> bool:
    return talk.conversation.agent_id == agent.id or agent.leads
