"""Tells the people of the agency, in a chat of their own, of danger, of targets, and of each ticket that begins to wait for one of them."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from bot.alerts.wording import acknowledges, alert_text, purpose_of, waiting_text
from bot.result import TurnResult
from core.messages import Choice, Purpose
from core.tickets import Ticket


class AlertChat(NamedTuple):
    """Where people are told."""

    channel: str
    account: str
    address: str
    say: Callable[[str, Mapping[str, str]], str]


class Announcement(NamedTuple):
    purpose: Purpose
    text: str
    words: str  # id of its title
    ticket: int | None
    choices: tuple[Choice, ...] = ()


def announcements(chat: AlertChat, before: Mapping[int, Ticket], result: TurnResult) -> Iterator[Announcement]:
    """What this turn made that people must hear of: each alert, and each ticket that waits since now. `before`: tickets as they were."""
    after = {each.id: each for each in result.tickets}
    for alert in result.alerts:
        ticket = after.get(alert.ticket) or before.get(alert.ticket)
        waits = any(each.ticket_id == alert.ticket and each.waits for each in result.hazard_alerts)
        choices = (Choice(acknowledges(alert.ticket), chat.say("alert-acknowledge", {})),) if waits else ()
        yield Announcement(purpose_of(alert), alert_text(chat.say, alert, ticket), alert.title, alert.ticket or None, choices)
    told = {alert.ticket for alert in result.alerts}
    for ticket in result.tickets:
        if ticket.waiting_since and ticket.id not in told and not _waited(before.get(ticket.id)):
            yield Announcement("alert", waiting_text(chat.say, ticket), "alert-title.waiting", ticket.id)


def _waited(ticket: Ticket | None) -> bool:
    return ticket is not None and ticket.waiting_since is not None
