"""How people of the agency are told of a danger or of a ticket that waits: what it is, where, and in whose words."""

from collections.abc import Callable, Iterator, Mapping

from bot.copy import Words
from bot.result import Alert
from bot.steps import dashed
from core.answers import first_value
from core.hazard_alerts import cut
from core.messages import Purpose
from core.presses import Press, pressing
from core.targets import WARNINGS
from core.tickets import Ticket, described, name_of
from core.urgency import STATED

NOT_URGENT = frozenset({*WARNINGS, "free", "account"})  # kinds that wait for their turn
Say = Callable[[str, Mapping[str, str]], str]


def alert_text(say: Say, alert: Alert, ticket: Ticket | None) -> str:
    if alert.text:
        return alert.text
    name = name_of(ticket) if ticket else f"#{alert.ticket}"
    words = alert.words or (described(ticket) if ticket else "") or ""
    title = say(alert.title, {"name": name, "kinds": hazard_names(say, alert.hazards)})
    return _joined(title, *_facts(say, ticket), *_said(say, alert.number, words))


def purpose_of(alert: Alert) -> Purpose:
    """Danger waits for no other message to the same chat."""
    return "alert" if alert.kind in NOT_URGENT else "alarm"


def waiting_text(say: Say, ticket: Ticket) -> str:
    number = first_value(ticket.answers, "individual.mobile", "company.mobile")
    title = say("alert-title.waiting", {"name": name_of(ticket)})
    return _joined(title, *_facts(say, ticket), *_said(say, str(number or ""), described(ticket) or ""))


def hazard_names(say: Say, hazards: tuple[str, ...]) -> Words:
    return Words(", ".join(say(f"queue-hazard.{dashed(each)}", {}) for each in hazards))


def _facts(say: Say, ticket: Ticket | None) -> Iterator[str]:
    """Where it is and how urgent, as far as anybody knows."""
    if ticket is None:
        return
    if priority := ticket.assigned_priority or first_value(ticket.answers, STATED):
        yield say("alert-priority", {"priority": say(f"queue-priority.{priority}", {})})
    parts = (first_value(ticket.answers, f"contract.{name}") for name in ("unit", "address"))
    if place := " · ".join(str(part) for part in parts if part):
        yield say("alert-place", {"place": place})


def _said(say: Say, number: str | None, words: str) -> Iterator[str]:
    if number:
        yield say("alert-number", {"number": number})
    if words:
        yield say("alert-words", {"words": cut(words)})


def _joined(*lines: str) -> str:
    return "\n".join(lines)


def acknowledges(ticket_id: int) -> str:
    """What the button of an alert brings back."""
    return pressing(Press("ticket", ticket_id, "acknowledge"))
