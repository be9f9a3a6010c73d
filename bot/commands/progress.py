"""How a ticket goes on: begun, resolved, closed, reopened. Its customer hears of each, in one message, by day."""

from collections.abc import Callable

from bot.commands.refusal import refused
from bot.reopening import may_be_reopened
from bot.result import Event, Result
from bot.sent_back import at_rest
from bot.steps import dashed
from bot.talk import Talk
from bot.telling import owe_everybody
from core.messages import Command
from core.permissions import may
from core.records import evolve
from core.tickets import ENDED, MOVES, Status, Ticket, has_open_alert, is_told, name_of


def moves_to(status: Status) -> Callable[[Talk, Ticket, Command], Result]:
    """An act that leads there, if the table of moves has that way. Input: `note`, for colleagues."""

    def act(talk: Talk, ticket: Ticket, given: Command) -> Result:
        if status not in MOVES[ticket.status]:
            return refused(talk, "move", status=talk.turn.say(f"status-name.{dashed(ticket.status)}"), name=name_of(ticket))
        if status in (Status.RESOLVED, Status.CLOSED) and has_open_alert(ticket):
            return refused(talk, "danger", name=name_of(ticket))
        return _move(talk, ticket, given, status)

    return act


def reopen(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """A ticket that was over goes on, within the days of the setting; a supervisor may do it later too."""
    if Status.REOPENED not in MOVES[ticket.status]:
        return refused(talk, "move", status=talk.turn.say(f"status-name.{dashed(ticket.status)}"), name=name_of(ticket))
    agent = talk.turn.agent(given.agent) if given.agent is not None else None
    if agent is not None and not may_be_reopened(talk, ticket) and not may(agent.role, "reopen_late"):
        return refused(talk, "reopen-late", days=str(talk.turn.reopen_days))
    return _move(talk, ticket, given, Status.REOPENED)


def _move(talk: Talk, ticket: Ticket, given: Command, status: Status) -> Result:
    goes_on = status == Status.REOPENED
    after = evolve(
        ticket,
        status=status,
        assignee_id=ticket.assignee_id if ticket.assignee_id is not None else given.agent,
        waiting_since=(ticket.waiting_since or talk.turn.now) if goes_on else None,
        reopened=ticket.reopened + goes_on,
    )
    after = owe_everybody(talk, after, given, f"status.{dashed(status)}", {"reference": ticket.reference or ""})
    talk.replace(at_rest(talk, after) if status in ENDED else after)
    note = {"note": text} if (text := given.input.get("text")) else {}
    talk.events.append(Event(given.by, given.act, ticket.id, ticket.contact_id, {"status": ticket.status}, {"status": status, **note}))
    words = "act-done.move" if is_told(ticket) else "act-done.move-by-phone"
    return Result("done", talk.turn.say(words, {"name": name_of(ticket), "status": talk.turn.say(f"status-name.{dashed(status)}")}))
