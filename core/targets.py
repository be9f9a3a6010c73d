"""Targets: how soon a person first replies to a ticket and how soon it is resolved, in service minutes; and the due times they make."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from core.calendar import Calendar, add_service, service_minutes
from core.records import Record, evolve
from core.tickets import ENDED, UNFINISHED, Priority, Status, Ticket
from core.urgency import urgency

Goal = Literal["first_reply", "resolve"]
GOALS: tuple[Goal, ...] = ("first_reply", "resolve")
WARNINGS: Mapping[str, Goal] = {f"{goal}_{how}": goal for goal in GOALS for how in ("soon", "late")}  # of what supervisors are told
SOON = 0.8  # of a target: from then on it is soon late, and supervisors are told (design: SLA)
MOST_MINUTES = 43_200  # of a target: thirty days round the clock
_WITHOUT = UNFINISHED | {Status.CANCELLED, Status.MERGED}  # nobody is waited for, or another ticket is


class Targets(Record):
    """Service minutes by priority; the defaults of ZELADOR_SLA__*, for a working day of ten hours."""

    first_reply_high: int = 30
    first_reply_medium: int = 120
    first_reply_low: int = 300
    resolve_high: int = 600
    resolve_medium: int = 1_800
    resolve_low: int = 3_000

    def minutes(self, goal: Goal, priority: Priority | None) -> int:
        """A ticket of which nobody knows how urgent it is has the targets of a medium one."""
        found: int = getattr(self, f"{goal}_{priority or Priority.MEDIUM}")
        return found


TARGETS = Targets()


def counted(ticket: Ticket, now: datetime, targets: Targets, calendar: Calendar) -> Ticket:
    """The ticket with its pauses and due times as they follow from its status and its times; `calendar` is that of its home."""
    it = _stopped_or_going_on(ticket, now, calendar)
    due: dict[str, Any] = {f"{goal}_due_at": due_at(it, goal, targets, calendar) for goal in GOALS if not _is_done(it, goal)}
    it = evolve(it, **due)
    soon = filter(None, (due_at(it, goal, targets, calendar, SOON) for goal in running(it)))
    return evolve(it, soon_late_at=min(soon, default=None))


def _stopped_or_going_on(it: Ticket, now: datetime, calendar: Calendar) -> Ticket:
    """A ticket that was sent back waits for its customer, and a resolved one for nobody: that time is taken out when it goes on."""
    stood_since = it.paused_at or it.resolved_at
    if it.status == Status.SENT_BACK:
        return evolve(it, paused_at=stood_since or now)
    if it.status in ENDED:
        return evolve(it, resolved_at=stood_since or now)
    if stood_since is None:
        return it
    return evolve(it, paused_at=None, resolved_at=None, paused_minutes=it.paused_minutes + service_minutes(stood_since, now, calendar))


def due_at(it: Ticket, goal: Goal, targets: Targets, calendar: Calendar, share: float = 1) -> datetime | None:
    """When that share of the target is used up; None while nothing is counted. A hazard's first reply counts round the clock."""
    begins = _begins_at(it, goal)
    if begins is None or it.paused_at or it.status in _WITHOUT:
        return None
    minutes = round(share * targets.minutes(goal, urgency(it)))
    if it.hazards and goal == "first_reply":
        return begins + timedelta(minutes=minutes)
    return add_service(begins, minutes + it.paused_minutes, calendar)


def _begins_at(it: Ticket, goal: Goal) -> datetime | None:
    """With the report, or with the danger that opened it; who asks for a person before that waits for a first reply since then."""
    if it.hazards and goal == "first_reply" and it.opened_at:
        return it.opened_at
    times = [each for each in (it.submitted_at, it.opened_at) if each]
    return min(times) if times else it.waiting_since if goal == "first_reply" else None


def _is_done(it: Ticket, goal: Goal) -> bool:
    return (it.first_reply_at if goal == "first_reply" else it.resolved_at) is not None


def running(it: Ticket) -> Mapping[Goal, datetime]:
    """The due time of each goal that is still to be reached, the first reply before the rest; none while it is paused."""
    due = {"first_reply": it.first_reply_due_at, "resolve": it.resolve_due_at}
    return {goal: moment for goal in GOALS if (moment := due[goal]) and not _is_done(it, goal)}
