"""The life of an alert: raised by a danger, told again to more people while nobody takes it on."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from bot.alerts.letters import alert_of, mark_cards
from bot.alerts.wording import hazard_names
from bot.copy import Words
from bot.result import Alert, Event, Input, SetTimer
from bot.talk import Talk
from core.hazard_alerts import HazardAlert, cut
from core.messages import Call, Ring, Timer, Undelivered
from core.records import evolve
from core.tickets import Ticket, has_open_alert, line_of, name_of

# An alert that nobody acknowledges rings the next person's telephone, then reaches every supervisor (design: agents in chat).
ESCALATES: Mapping[str, timedelta] = {"alert_5": timedelta(minutes=5), "alert_10": timedelta(minutes=10)}


def raise_alert(talk: Talk, kinds: list[str], words: str) -> None:
    """People are called. Another danger beside one that somebody sees to begins anew: nobody sees to that one."""
    before = alert_of(talk, talk.ticket)
    if before is None:
        talk.over += filter(None, [talk.hazard_alerts.get(talk.ticket.id)])
        _begin(talk, HazardAlert(talk.ticket.id, tuple(dict.fromkeys(kinds)), talk.number or "", words, talk.turn.now))
    else:
        more = tuple(each for each in kinds if each not in before.kinds)
        wider = evolve(before, kinds=(*before.kinds, *more), words=words if more and words else before.words)
        talk.hazard_alerts[wider.ticket_id] = wider
        if more and not before.waits:
            _begin(talk, evolve(wider, raised_at=talk.turn.now, step=0, acknowledged_at=None, acknowledged_by=None))
    talk.alert("danger", words, tuple(kinds))


def _begin(talk: Talk, alert: HazardAlert) -> None:
    talk.hazard_alerts[alert.ticket_id] = alert
    talk.timers += [SetTimer(kind, alert.ticket_id, alert.raised_at + after) for kind, after in ESCALATES.items()]


def stop(talk: Talk, ticket: Ticket, alert: HazardAlert, words: str, values: Mapping[str, str]) -> None:
    """Nobody else is called, what was to ring and has not gone stays here, and all who were told read why."""
    talk.hazard_alerts[ticket.id] = alert
    talk.timers += [SetTimer(kind, ticket.id, None) for kind in ESCALATES]
    talk.stops_ringing.add(ticket.id)
    mark_cards(talk, ticket, words, values)


def end(talk: Talk, ticket: Ticket, by: str, words: str) -> None:
    """The danger of this ticket is over, by the word of a person."""
    if (alert := alert_of(talk, ticket)) is not None:
        stop(talk, ticket, evolve(alert, ended_at=talk.turn.now, ended_by=by), "alert-ended", {"name": by, "words": words})


def carry_over(talk: Talk, ticket: Ticket, there: Ticket) -> None:
    """A ticket that ends in another takes its danger along: it is called for there, as long as nobody sees to it."""
    alert = alert_of(talk, ticket)
    if alert is None or alert_of(talk, there) is not None:
        return
    talk.hazard_alerts[there.id] = evolve(alert, ticket_id=there.id, id=0)
    talk.replace(evolve(there, hazards={**ticket.hazards, **there.hazards}))
    if alert.waits:
        line = None if line_of(there) == talk.conversation.id else line_of(there)
        talk.timers += [SetTimer(kind, there.id, alert.raised_at + after, line) for kind, after in ESCALATES.items()]


def move_timers(talk: Talk) -> None:
    """A ticket that another line writes from now on is escalated there."""
    for ticket in (talk.ticket, *talk.others.values()):
        before = talk.given.get(ticket.id)
        if before is None or not has_open_alert(ticket) or line_of(before) == line_of(ticket):
            continue
        if (alert := alert_of(talk, ticket)) is not None and alert.waits:
            talk.timers += [SetTimer(kind, ticket.id, None) for kind in ESCALATES]
            talk.timers += [SetTimer(kind, ticket.id, alert.raised_at + after, line_of(ticket)) for kind, after in ESCALATES.items()]


def escalate(talk: Talk, heard: Timer, step: int) -> None:
    """Nobody has taken it on in time."""
    talk.silent = True
    ticket = talk.named(heard.ticket)
    alert = alert_of(talk, ticket) if ticket else None
    if ticket is None or alert is None or not alert.waits or alert.step >= step or talk.turn.now < alert.raised_at + ESCALATES[heard.kind]:
        return
    phone = _to_call(talk, step)
    talk.hazard_alerts[ticket.id] = evolve(alert, step=step)
    talk.events.append(Event("rule", "escalate", ticket.id, after={"step": step, "calls": phone}))
    talk.alerts.append(Alert(ticket.id, f"unacknowledged_{step}", alert.number, alert.words, alert.kinds))
    if talk.turn.can_ring:
        talk.rings.append(_ring(talk, ticket, evolve(alert, step=step), phone))


def _to_call(talk: Talk, step: int) -> str:
    """The next of those on call, then the agency's own number; the last of them again where there are no more."""
    phones = (each.phone for each in talk.turn.agents() if each.on_call)
    numbers = list(dict.fromkeys(each for each in (*phones, talk.turn.on_call_phone) if each))
    return numbers[min(step, len(numbers)) - 1] if numbers else ""


def _ring(talk: Talk, ticket: Ticket, alert: HazardAlert, phone: str) -> Call:
    told = (alert.kinds, phone, alert.number, cut(alert.words))
    ring = Ring(ticket.id, name_of(ticket), *told, alert.step, alert.raised_at, talk.turn.now)
    return Call("ring", _spoken(talk, ring), ring=ring)


def _spoken(talk: Talk, ring: Ring) -> str:
    say = talk.turn.say
    kinds = hazard_names(say, ring.hazards)
    number = Words(say("ring.number", {"number": ring.customer}) if ring.customer else "")
    return say("ring", {"kinds": kinds, "name": ring.ticket, "number": number, "words": ring.words})


def hear_unrung(talk: Talk, heard: Input) -> bool:
    """No telephone could be made to ring: those who read are told so, at once."""
    if not isinstance(heard, Undelivered) or not heard.ring:
        return False
    talk.silent = True
    if (ticket := talk.named(heard.ring)) is not None:
        talk.events.append(Event("rule", "unrung", ticket.id, after={"reason": heard.reason}))
        talk.alerts.append(Alert(ticket.id, "unrung", talk.turn.number, heard.reason))
    return True


TIMERS: Mapping[str, Callable[[Talk, Timer], None]] = {kind: partial(escalate, step=step) for step, kind in enumerate(ESCALATES, 1)}
