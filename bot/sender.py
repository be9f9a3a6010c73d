"""The sender: takes what may go, hands it to its channel, and notes what became of it."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from bot.bell import POLL_SECONDS, Bell
from core.messages import Outcome, Outgoing
from storage import outbox, timers
from storage.database import Database
from storage.outbox import IN_FLIGHT, Noted

SEND_SECONDS = 10.0  # limit of one send; `storage.outbox.GONE_AFTER` is three times that
HOLD_SECONDS = 60.0  # a channel that refuses everything, or is not set up here, is tried again this late

log = logging.getLogger(__name__)


class Sends(Protocol):
    """What a channel gives to the sender."""

    async def send(self, row: Outgoing) -> Outcome:
        """Exactly one call of the platform's interface. What it raises counts as: nobody knows whether it went."""


Report = tuple[int, Outcome]  # an outbox row and what became of it


def new_sender_id() -> int:
    """The name of one run of the sender: rows that bear another are those of a process that died."""
    return secrets.randbits(31)


def note_and_claim(connection: Connection, reports: Sequence[Report], now: datetime, sender: int, limit: int) -> list[Outgoing]:
    """In one transaction notes what became of earlier rows and takes the next, which those may have held back."""
    if noted := [_noted(number, outcome, now) for number, outcome in reports if outcome.do != "unknown"]:
        outbox.note(connection, noted)
    for number, outcome in reports:
        if outcome.do == "unknown":
            outbox.give_up(connection, [number], now, outcome.reason)
    return outbox.claim(connection, now, sender, limit) if limit > 0 else []


def _noted(number: int, outcome: Outcome, now: datetime) -> Noted:
    if outcome.do in ("again", "hold"):
        seconds = outcome.after_seconds or (HOLD_SECONDS if outcome.do == "hold" else 0.0)
        return Noted(number, "queued", due_at=now + timedelta(seconds=seconds), reason=outcome.reason or None)
    return Noted(number, outcome.do, external_id=outcome.external_id, reason=outcome.reason or None)


class _Sending:
    """The sends that are under way, and the reports that nobody has noted yet."""

    def __init__(self, channels: Mapping[str, Sends], bell: Bell) -> None:
        self._channels, self._bell = channels, bell
        self._tasks: set[asyncio.Task[None]] = set()
        self.reports: list[Report] = []

    @property
    def room(self) -> int:
        return IN_FLIGHT - len(self._tasks)

    @property
    def is_over(self) -> bool:
        return not self._tasks and not self.reports

    def begin(self, rows: Sequence[Outgoing]) -> None:
        for row in rows:
            task = asyncio.create_task(self._send(row))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def finish(self) -> None:
        """Waits for all sends that are under way."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _send(self, row: Outgoing) -> None:
        self.reports.append((row.id, await _outcome(self._channels.get(row.channel), row)))
        self._bell.ring()


async def _outcome(channel: Sends | None, row: Outgoing) -> Outcome:
    if channel is None:
        return Outcome("hold", reason=f"the channel {row.channel} is not set up here")
    try:
        async with asyncio.timeout(SEND_SECONDS):
            return await channel.send(row)
    except Exception as error:  # noqa: BLE001 (nobody knows whether it went)
        return Outcome("unknown", reason=repr(error)[:200])


async def send_out(database: Database, channels: Mapping[str, Sends], clock: Callable[[], datetime], bell: Bell, sender: int) -> None:
    """Sends until the bell is stopped; then takes nothing more, and ends when all that is under way is noted."""
    sending = _Sending(channels, bell)
    while not (bell.stopped and sending.is_over):
        bell.clear()
        reports = sending.reports[:]
        room = 0 if bell.stopped else sending.room
        try:
            rows = await database.run(partial(note_and_claim, reports=reports, now=clock(), sender=sender, limit=room))
        except Exception:
            log.exception("nothing could be sent or noted")
            await asyncio.sleep(POLL_SECONDS)
            continue
        del sending.reports[: len(reports)]
        sending.begin(rows)
        await (sending.finish() if bell.stopped else bell.wait())


async def keep_time(database: Database, clock: Callable[[], datetime], sender: int, worker: Bell, sends: Bell) -> None:
    """Twice a second: timers that are due become rows of their lines, and sends that nobody will report are given up."""
    while not worker.stopped:
        try:
            due, given_up = await database.run(partial(tick, now=clock(), sender=sender))
        except Exception:
            log.exception("no timer could be looked at")
        else:
            if due:
                worker.ring()
            if given_up:
                sends.ring()
        await asyncio.sleep(POLL_SECONDS)


def tick(connection: Connection, now: datetime, sender: int) -> tuple[int, int]:
    """How many timers were due, and how many sends were given up."""
    return timers.ring(connection, now), outbox.expire(connection, now, sender)
