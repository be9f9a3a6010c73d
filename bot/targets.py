"""The targets of tickets: counted at the end of each turn, waited for by timers, told to supervisors and written for people."""

from collections.abc import Callable, Iterator
from datetime import datetime

from bot.moments import Say, ago, clock, day_words
from bot.result import Alert, SetTimer
from bot.steps import dashed
from bot.talk import Talk
from core.messages import Timer
from core.targets import SOON, WARNINGS, counted, due_at, running
from core.tickets import UNFINISHED, Ticket, line_of


def count_targets(talk: Talk) -> None:
    """For every ticket that this turn changed: what is due, and the timers that wait for it."""
    for each in (talk.ticket, *talk.others.values()):
        if each.status in UNFINISHED:
            continue
        ticket, before = talk.named(each.id) or each, talk.given.get(each.id)
        if ticket != before:
            after = counted(ticket, talk.turn.now, talk.turn.targets, talk.turn.calendar(ticket.home_id))
            talk.replace(after)
            talk.timers.extend(_timers(talk, before, after))


def _timers(talk: Talk, before: Ticket | None, after: Ticket) -> Iterator[SetTimer]:
    """Those whose due time is another than before; in the line in which the ticket is now."""
    here, line = talk.conversation.id, line_of(after)
    moved = before is not None and line_of(before) != line
    due, was = running(after), running(before) if before else {}
    for kind, goal in WARNINGS.items():
        if moved:
            yield SetTimer(kind, after.id, None)
        if moved or due.get(goal) != was.get(goal):
            yield SetTimer(kind, after.id, _rings_at(talk, after, kind), None if line == here else line)


def _rings_at(talk: Talk, ticket: Ticket, kind: str) -> datetime | None:
    goal = WARNINGS[kind]
    if goal not in running(ticket):
        return None
    share = SOON if kind.endswith("soon") else 1
    return due_at(ticket, goal, talk.turn.targets, talk.turn.calendar(ticket.home_id), share)


def hear_target(talk: Talk, heard: Timer) -> None:
    """A target is nearly missed, or missed: supervisors hear of it, if it still holds."""
    talk.silent = True
    ticket = talk.named(heard.ticket)
    rings_at = _rings_at(talk, ticket, heard.kind) if ticket else None
    if ticket is None or rings_at is None or rings_at > talk.turn.now:
        return
    late = running(ticket)[WARNINGS[heard.kind]] <= talk.turn.now
    if late == heard.kind.endswith("late"):  # what is late already is no longer told to be so soon
        talk.alerts.append(Alert(ticket.id, heard.kind, talk.turn.number, ""))


def target_words(say: Say, ticket: Ticket, now: datetime, local: Callable[[datetime], datetime]) -> str:
    """ "responder até hoje, 16h10", "solução atrasada há 2 h", "em pausa"; "" while nothing is counted."""
    if ticket.paused_at:
        return say("target-paused", {})
    for goal, due in running(ticket).items():  # the first one is the one to be looked at
        if due <= now:
            return say(f"target-late.{dashed(goal)}", {"time": ago(say, due, now)})
        there = local(due)
        return say(f"target-due.{dashed(goal)}", {"day": day_words(say, there, local(now)), "time": clock(there)})
    return ""
