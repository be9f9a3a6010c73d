"""Moments that were waited for. Each looks whether it still holds."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.alerts import hazards
from bot.asking import told_problem
from bot.desk.routing import WIDEN
from bot.leases import LEASE, REST, hear_idle, hear_lease
from bot.sent_back import ASK, WAITED, hear_ask, hear_waited
from bot.talk import Talk
from bot.targets import hear_target
from bot.telling import is_day, morning
from bot.window import WINDOW, as_reminder, hear_window, is_shut
from core.messages import Timer
from core.targets import WARNINGS
from core.tickets import Status

QUIET = timedelta(hours=2)  # after the last prompt an unfinished report waits for a person (design: one turn)
REMINDED = "nudge"  # in `Ticket.waived`


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
    """After the end of the window in a template, if the account has one; the question stays open."""
    reminder = as_reminder(talk) if is_shut(talk) else None
    if is_shut(talk) and reminder is None:
        return
    talk.set(waived=(*talk.ticket.waived, REMINDED))
    if reminder is not None:
        talk.prompts.append(reminder)
    else:
        talk.silent = False
        talk.tell("nudge")


def notice(talk: Talk, heard: Timer) -> None:
    """What is owed to the customer and could not be said at night; the end of the turn says it."""
    talk.silent = True


def widen(talk: Talk, heard: Timer) -> None:
    """Who looks after the contract has not answered: after this turn the ticket is brought to everyone."""
    talk.silent = True


TIMERS: Mapping[str, Callable[[Talk, Timer], None]] = {
    "nudge": nudge,
    "notice": notice,
    ASK: hear_ask,
    WAITED: hear_waited,
    LEASE: hear_lease,
    REST: hear_idle,
    WIDEN: widen,
    WINDOW: hear_window,
    **dict.fromkeys(WARNINGS, hear_target),
    **hazards.TIMERS,
}
