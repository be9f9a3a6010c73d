"""Tells the people of the agency, in a chat of their own, of danger, of targets, and of each ticket that begins to wait for one of them."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from bot.result import Alert, TurnResult
from core.answers import first_value
from core.messages import Purpose
from core.targets import WARNINGS
from core.tickets import Ticket, described, name_of
from core.urgency import STATED

LONGEST_WORDS = 300  # characters of a customer's words in an alert; the ticket has them whole
URGENT: Purpose = "alarm"  # waits for no other message to that chat


class AlertChat(NamedTuple):
    """Where people are told."""

    channel: str
    account: str
    address: str
    say: Callable[[str, Mapping[str, str]], str]


class Announcement(NamedTuple):
    purpose: Purpose
    text: str


def announcements(chat: AlertChat, before: Mapping[int, Ticket], result: TurnResult) -> Iterator[Announcement]:
    """What this turn made that people must hear of: each alert, and each ticket that waits since now. `before`: tickets as they were."""
    after = {each.id: each for each in result.tickets}
    for alert in result.alerts:
        purpose: Purpose = "alert" if alert.kind in WARNINGS else URGENT
        yield Announcement(purpose, _alert(chat, alert, after.get(alert.ticket) or before.get(alert.ticket)))
    told = {alert.ticket for alert in result.alerts}
    for ticket in result.tickets:
        if ticket.waiting_since and ticket.id not in told and not _waited(before.get(ticket.id)):
            yield Announcement("alert", _waiting(chat, ticket))


def _waited(ticket: Ticket | None) -> bool:
    return ticket is not None and ticket.waiting_since is not None


def _alert(chat: AlertChat, alert: Alert, ticket: Ticket | None) -> str:
    name = name_of(ticket) if ticket else f"#{alert.ticket}"
    words = alert.words or (described(ticket) if ticket else "") or ""
    title = chat.say(f"alert-title.{alert.kind.replace('_', '-')}", {"name": name})
    return _joined(title, *_facts(chat, ticket), *_said(chat, alert.number, words))


def _waiting(chat: AlertChat, ticket: Ticket) -> str:
    number = first_value(ticket.answers, "individual.mobile", "company.mobile")
    title = chat.say("alert-title.waiting", {"name": name_of(ticket)})
    return _joined(title, *_facts(chat, ticket), *_said(chat, str(number or ""), described(ticket) or ""))


def _facts(chat: AlertChat, ticket: Ticket | None) -> Iterator[str]:
    """Where it is and how urgent, as far as anybody knows."""
    if ticket is None:
        return
    if priority := ticket.assigned_priority or first_value(ticket.answers, STATED):
        yield chat.say("alert-priority", {"priority": chat.say(f"queue-priority.{priority}", {})})
    parts = (first_value(ticket.answers, f"contract.{name}") for name in ("unit", "address"))
    if place := " · ".join(str(part) for part in parts if part):
        yield chat.say("alert-place", {"place": place})


def _said(chat: AlertChat, number: str | None, words: str) -> Iterator[str]:
    if number:
        yield chat.say("alert-number", {"number": number})
    if words:
        short = words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS].rstrip() + "…"
        yield chat.say("alert-words", {"words": short})


def _joined(*lines: str) -> str:
    return "\n".join(lines)
