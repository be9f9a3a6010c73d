"""The sender: takes what may go, hands it to its channel, and notes what became of it."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from bot.bell import POLL_SECONDS, Bell
from core.messages import CODE, Outcome, Outgoing
from core.pacing import Pace
from core.records import evolve
from storage import arrivals, outbox, pacing, repetition, standing
from storage.database import Database, is_outage
from storage.outbox import IN_FLIGHT, PASSES, Noted
from storage.pacing import Wish

SEND_SECONDS, FILE_SECONDS = 10.0, 120.0  # limit of one send, and of one with a file; `storage.outbox` gives up after three times that
GATHER_SECONDS = 0.005  # ends of sends that come within this time are noted together; what a turn says has gone before
DRAIN_SECONDS = 2.0  # that sends under way may still take at the end; of the rest nobody knows what became
TOO_LONG, STOPPED = "the send took too long", "the program was stopped during the send"

log = logging.getLogger(__name__)


class Sends(Protocol):
    """What a channel gives to the sender."""

    def paces(self, address: str) -> Sequence[Pace]:
        """How fast that address may be written to: its chat, its account, both or none."""

    async def send(self, row: Outgoing) -> Outcome:
        """Shows exactly one message; its file may go to the platform before. What it raises counts as: nobody knows whether it went."""


Channels = Mapping[str, Sends]  # those that this process can send by, by name
Report = tuple[int, Outcome]  # an outbox row and what became of it
OnSent = Callable[[str, str], None]  # is given the channel and what its send came to


def note(connection: Connection, reports: Sequence[Report], now: datetime, process: int) -> None:
    """What became of earlier rows of this process."""
    outbox.note(connection, [_noted(number, outcome, now) for number, outcome in reports if outcome.do in _NOTED_TOGETHER], process)
    arrivals.follow(connection, {number: outcome.external_id for number, outcome in reports if outcome.do == "sent"}, now)
    for number, outcome in reports:
        if outcome.do != "sent" or outcome.resumes:
            _follow(connection, number, outcome, now, process)
    outbox.blank(connection, [number for number, outcome in reports if outcome.is_code])
    repetition.count(connection, [number for number, outcome in reports if outcome.counts])
    repetition.silence(connection, [number for number, outcome in reports if outcome.do in _GOES_AGAIN])


_GOES_AGAIN = ("again", "hold", "moved")
_NOTED_TOGETHER = ("sent", "again", "hold", "failed")


def _noted(number: int, outcome: Outcome, now: datetime) -> Noted:
    if outcome.do in ("again", "hold"):
        return Noted(number, "queued", due_at=now + timedelta(seconds=outcome.after_seconds), reason=outcome.reason or None)
    return Noted(number, outcome.do, external_id=outcome.external_id, reason=outcome.reason or None)


def _follow(connection: Connection, number: int, outcome: Outcome, now: datetime, process: int) -> None:
    """What else follows from a send that did not go as it should."""
    match outcome.do:
        case "unknown":
            repetition.note_unknown(connection, number, process, now, outcome.reason)
        case "moved":
            outbox.move(connection, number, outcome.address, now)
        case "failed":
            repetition.fail(connection, number, outcome.reason, now, dead=outcome.dead_address)
        case "hold":
            log.warning("an account is held, for the platform refuses everything: %s", outcome.reason)
            standing.hold(connection, number, outcome, _until(outcome, now), now)
        case "again" if outcome.pauses_account:
            pacing.hold(connection, number, _until(outcome, now))
        case "sent":
            log.warning("the platform takes what is sent again")
            standing.resume(connection, number, now)


def _until(outcome: Outcome, now: datetime) -> datetime:
    return now + timedelta(seconds=outcome.after_seconds)


def claim(connection: Connection, channels: Channels, now: datetime, process: int, limit: int, only: str | None = None) -> list[Outgoing]:
    """Takes the next rows of these channels, as fast as those may be sent by; those for the address `only`, if one is given."""
    if limit <= 0:
        return []
    rows = outbox.ready(connection, now, channels, only)[:limit]
    wishes = [Wish(row.id, row.channel, row.account, channels[row.channel].paces(row.address), row.purpose in PASSES) for row in rows]
    waits = pacing.late(connection, wishes, now)
    outbox.postpone(connection, waits)
    taken = [row for row in rows if row.id not in waits]
    outbox.take(connection, taken, now, process)
    return taken


def note_and_claim(  # noqa: PLR0913, PLR0917 (both halves of one look, each with what it needs)
    connection: Connection,
    reports: Sequence[Report],
    channels: Channels,
    now: datetime,
    process: int,
    limit: int,
    only: str | None = None,
) -> list[Outgoing]:
    """In one transaction notes what became of earlier rows and takes the next, which those may have held back."""
    note(connection, reports, now, process)
    return claim(connection, channels, now, process, limit, only)


class Sender:
    """Of one process: the sends that are under way, and the reports that nobody has noted yet.

    `only`: the one address that this process sends to; what others are told is left for theirs.
    """

    def __init__(
        self, channels: Channels, bell: Bell, process: int, on_sent: OnSent = lambda channel, result: None, only: str | None = None
    ) -> None:
        self._channels, self._bell, self._process, self._on_sent, self._only = channels, bell, process, on_sent, only
        self._tasks: set[asyncio.Task[None]] = set()
        self._reports: list[Report] = []

    @property
    def _room(self) -> int:
        return 0 if self._bell.stopped else IN_FLIGHT - len(self._tasks)

    def claim(self, connection: Connection, now: datetime) -> list[Outgoing]:
        """What may go at once, taken in the transaction of the turns that wrote it; to be given to `begin` after its commit."""
        return claim(connection, self._channels, now, self._process, self._room, self._only)

    def begin(self, rows: Sequence[Outgoing]) -> None:
        with_file = [row for row in rows if row.call.kind == "media"]
        self._begin(rows if not with_file else [row for row in rows if row.call.kind != "media"], SEND_SECONDS)
        self._begin(with_file, FILE_SECONDS)

    def _begin(self, rows: Sequence[Outgoing], seconds: float) -> None:
        """One clock for all that begin together: one for each took a twentieth of a send."""
        if not rows:
            return
        tasks = [asyncio.create_task(self._send(row)) for row in rows]
        self._tasks.update(tasks)
        for task in tasks:
            task.add_done_callback(self._tasks.discard)
        asyncio.get_running_loop().call_later(seconds, _give_up, tasks, TOO_LONG)

    async def _send(self, row: Outgoing) -> None:
        outcome = await _outcome(self._channels[row.channel], row)
        if row.is_trial and outcome.do == "sent":
            outcome = evolve(outcome, resumes=True)
        if row.purpose == CODE:
            outcome = evolve(outcome, is_code=True)
        self._on_sent(row.channel, outcome.do)
        self._reports.append((row.id, outcome))
        self._bell.wake()

    async def run(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Sends until the bell is stopped; then takes nothing more, and ends when all that was under way is noted."""
        while not (self._bell.stopped and not self._tasks and not self._reports):
            self._bell.clear()
            reports = self._reports[:]
            work = partial(
                note_and_claim,
                reports=reports,
                channels=self._channels,
                now=clock(),
                process=self._process,
                limit=self._room,
                only=self._only,
            )
            try:
                rows = await database.run(work)
            except Exception as error:
                if not is_outage(error):
                    log.exception("nothing could be sent or noted")
                if self._bell.stopped:
                    log.error("the end of %s sends could not be noted: they may go again", len(reports))  # noqa: TRY400 (told already)
                    return
                await asyncio.sleep(POLL_SECONDS)
                continue
            del self._reports[: len(reports)]
            self.begin(rows)
            await self._rest()

    async def _rest(self) -> None:
        """Until there is something to do; at the end, until all sends that are under way are over, or given up."""
        if not self._bell.stopped:
            await self._bell.wait()
            await asyncio.sleep(GATHER_SECONDS)
        elif self._tasks:
            _, hanging = await asyncio.wait(self._tasks, timeout=DRAIN_SECONDS)
            _give_up(hanging, STOPPED)
            await asyncio.gather(*hanging)


def _give_up(tasks: Iterable[asyncio.Task[None]], why: str) -> None:
    for task in tasks:
        task.cancel(why)


async def _outcome(channel: Sends, row: Outgoing) -> Outcome:
    try:
        return await channel.send(row)
    except asyncio.CancelledError as error:  # by `_give_up`, which alone knows of these tasks
        return Outcome("unknown", reason=str(error))
    except Exception as error:  # noqa: BLE001 (nobody knows whether it went)
        return Outcome("unknown", reason=repr(error)[:200])
