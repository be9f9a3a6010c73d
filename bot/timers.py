"""Moments that were waited for. Each looks whether it still holds."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot import hazard_alerts
from bot.asking import told_problem
from bot.talk import Talk
from bot.targets import hear_target
from core.messages import Timer
from core.targets import WARNINGS
from core.tickets import Status, Ticket

QUIET = timedelta(hours=2)  # after the last prompt an unfinished report waits for a person (design: one turn)
REMINDED = "nudge"  # in `Ticket.waived`
DAY_BEGINS, DAY_ENDS = 8, 20  # local hours in which the bot writes of its own accord (design: supervision)


def nudge(talk: Talk, heard: Timer) -> None:
    """An abandoned form: the customer is reminded once, by day, and people see it as incomplete."""
    talk.silent = True
    if not _abandoned(talk, heard) or talk.open is None:
        return
    due = talk.open.asked_at + QUIET
    reminds = REMINDED not in talk.ticket.waived and talk.conversation.unreachable_since is None
    if talk.turn.now < due:
        talk.later("nudge", due)
    elif reminds and not is_day(talk, talk.ticket):
        talk.later("nudge", morning(talk, talk.ticket))
    else:
        _leave_incomplete(talk)
        if reminds:
            _remind(talk)


def _abandoned(talk: Talk, heard: Timer) -> bool:
    current = heard.ticket == talk.conversation.ticket_id and not talk.owned
    return current and talk.ticket.status == Status.DRAFT and bool(told_problem(talk))


def _leave_incomplete(talk: Talk) -> None:
    talk.event("abandon", actor="rule", before=Status.DRAFT, after=Status.INCOMPLETE)
    talk.set(status=Status.INCOMPLETE)
    talk.wait()


def _remind(talk: Talk) -> None:
    talk.silent = False
    talk.set(waived=(*talk.ticket.waived, REMINDED))
    talk.tell("nudge")


def notice(talk: Talk, heard: Timer) -> None:
    """What is owed to the customer and could not be said at night; the end of the turn says it."""
    talk.silent = True


def is_day(talk: Talk, ticket: Ticket) -> bool:
    """Where its home is."""
    return DAY_BEGINS <= _local(talk, ticket).hour < DAY_ENDS


def morning(talk: Talk, ticket: Ticket) -> datetime:
    """The next time the day begins, where its home is."""
    local = _local(talk, ticket)
    begins = local.replace(hour=DAY_BEGINS, minute=0, second=0, microsecond=0)
    return begins if begins > local else begins + timedelta(days=1)


def _local(talk: Talk, ticket: Ticket) -> datetime:
    return talk.turn.now.astimezone(talk.turn.calendar(ticket.home_id).zone)


TIMERS: Mapping[str, Callable[[Talk, Timer], None]] = {
    "nudge": nudge,
    "notice": notice,
    **dict.fromkeys(WARNINGS, hear_target),
    **hazard_alerts.TIMERS,
}
