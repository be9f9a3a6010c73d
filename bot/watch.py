"""Looks after time and neighbours: timers that are due, sends that never ended, processes that died."""

import asyncio
import logging
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection

from bot.bell import Bell
from bot.picking import BURST
from storage import conversations, inbox, processes, repetition, timers
from storage.database import Database, is_outage

# Between two looks. Whoever is missing in two of them is dead: after a restart of PostgreSQL all are missing for a moment.
LOOK_SECONDS = 0.2

DEATHS = inbox.ATTEMPTS + 1  # of processes, after which what they died of is parked: the first is counted against a whole batch

log = logging.getLogger(__name__)


class Seen(NamedTuple):
    """One look: timers that were due, sends that were given up, processes that are missing but may come back, and how many will not."""

    due: int
    given_up: int
    missing: frozenset[int]
    dead: int = 0


def look(connection: Connection, now: datetime, me: int, missing: Collection[int]) -> Seen:
    """`missing`: who was missing at the last look."""
    gone = processes.missing(connection, me)
    dead = gone.intersection(missing)
    given_up = repetition.give_up_overdue(connection, now) + take_over(connection, dead, now)
    return Seen(timers.ring(connection, now), given_up, gone - dead, len(dead))


def take_over(connection: Connection, dead: Collection[int], now: datetime) -> int:
    """What dead processes had in hand: their sends are given up, and what they may have died of is counted; returns how many sends."""
    if not dead:
        return 0
    log.info("died: %s; what was in hand there is taken over", ", ".join(f"process {each}" for each in sorted(dead)))
    count_deaths(connection, dead, now)
    processes.leave(connection, dead)
    return repetition.give_up_of(connection, dead, now)


def count_deaths(connection: Connection, dead: Collection[int], now: datetime) -> None:
    """What these processes may have died of counts one attempt: the row that one took alone; else all that the next batch would take.

    Of a whole batch nobody knows which row it was, so all of it is only suspected, once, and taken alone from then on. Counting those
    again and again would park innocent messages where processes are killed for other reasons.
    """
    alone = inbox.still_waiting(connection, processes.in_hand(connection, dead))
    suspected = _next_batch(connection, now) if len(alone) < len(dead) else []
    if ids := [*alone, *suspected]:
        inbox.count_failure(connection, ids, now, rest=timedelta(0), reason="the process died in this turn", most=DEATHS)


def _next_batch(connection: Connection, now: datetime) -> list[int]:
    """The inbox rows that whoever comes next would take, less those that are suspects already."""
    claimed = conversations.claim(connection, now)
    lines = inbox.pending(connection, claimed) if claimed else {}
    return [each.id for number in claimed for each in lines[number][:BURST] if not each.attempts]


async def take_over_at_start(database: Database, clock: Callable[[], datetime], me: int) -> None:
    """Before the first turn, or the message that killed the last process would kill this one before anybody has counted that."""
    gone = await database.run(partial(processes.missing, me=me))
    if gone and database.is_shared:
        await asyncio.sleep(LOOK_SECONDS)
        gone &= await database.run(partial(processes.missing, me=me))
    await database.run(partial(take_over, dead=gone, now=clock()))


async def keep_time(database: Database, clock: Callable[[], datetime], me: int, worker: Bell, sender: Bell) -> None:
    """Looks again and again, until the worker is stopped."""
    missing: frozenset[int] = frozenset()
    while not worker.stopped:
        try:
            seen = await database.run(partial(look, now=clock(), me=me, missing=missing))
        except Exception as error:
            if not is_outage(error):
                log.exception("nobody looked after the timers")
        else:
            missing = seen.missing
            if seen.due or seen.missing or seen.dead:
                worker.ring()  # what a process stored just before it died, nobody has told
            if seen.given_up:
                sender.ring()
        await asyncio.sleep(LOOK_SECONDS)
