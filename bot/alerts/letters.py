"""Which of our people are told of an alert in their own chats, and what becomes of those messages."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.alerts.wording import acknowledges, alert_text, purpose_of
from bot.result import Letter
from bot.talk import Talk
from core.agents import Agent
from core.conversations import Option, Prompt
from core.hazard_alerts import HazardAlert
from core.targets import WARNINGS
from core.tickets import Ticket


def alert_of(talk: Talk, ticket: Ticket) -> HazardAlert | None:
    """The danger of a ticket, as it stands now; None when it is over."""
    known = talk.hazard_alerts.get(ticket.id) or talk.turn.hazard_alert(ticket.id)
    return known if known and known.ended_at is None else None


def alert_letters(talk: Talk) -> Iterator[Letter]:
    """Of each alert of this turn, to those whom it concerns; nobody who was never linked gets one."""
    for alert in talk.alerts:
        ticket = talk.named(alert.ticket)
        danger = alert_of(talk, ticket) if ticket else None
        prompt = Prompt(alert.title, alert_text(talk.turn.say, alert, ticket), _buttons(talk, danger), purpose=purpose_of(alert))
        yield from (Letter(agent.at, prompt, alert.ticket or None) for agent in READERS.get(alert.kind, _nobody)(talk, danger) if agent.at)


def _buttons(talk: Talk, danger: HazardAlert | None) -> tuple[Option, ...]:
    if danger is None or not danger.waits:
        return ()
    return (Option("acknowledge", label=talk.turn.say("alert-acknowledge"), data=acknowledges(danger.ticket_id)),)


def _nobody(talk: Talk, danger: HazardAlert | None) -> Sequence[Agent]:
    return ()


def on_call(talk: Talk, danger: HazardAlert | None = None) -> Sequence[Agent]:
    """Everyone when nobody is."""
    here = talk.turn.agents()
    return [each for each in here if each.on_call] or here


def _leads(talk: Talk, danger: HazardAlert | None) -> Sequence[Agent]:
    return [each for each in talk.turn.agents() if each.leads]


def _who_sees_to_it(talk: Talk, danger: HazardAlert | None) -> Sequence[Agent]:
    """Everybody on call while nobody does."""
    name = danger.acknowledged_by if danger else None
    return [each for each in talk.turn.agents() if each.name == name] or on_call(talk)


READERS: Mapping[str, Callable[[Talk, HazardAlert | None], Sequence[Agent]]] = {
    "danger": on_call,
    "unacknowledged_2": _leads,
    "account": _leads,
    "unrung": on_call,
    "taken_back": _who_sees_to_it,
    "ill": _who_sees_to_it,
    "place": _who_sees_to_it,
    **dict.fromkeys(WARNINGS, _leads),
}


def mark_cards(talk: Talk, ticket: Ticket, words: str, values: Mapping[str, str]) -> None:
    """What was told of this danger gets a line more, and loses its button."""
    line = talk.turn.say(words, values)
    for told in talk.turn.alarms(ticket.id):
        prompt = Prompt(words, f"{told.text}\n{line}", purpose="alert", edits=told.message)
        talk.letters.append(Letter(told.at, prompt, ticket.id))
