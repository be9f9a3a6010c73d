"""The world of the store machine: a real database, processes that die, a platform, a clock; and what was committed and shown."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Executable, select, text

from bot.books import Office
from bot.copy import copy
from bot.handlers.console import LIMITS
from bot.ingest import ingest
from bot.layout import labels, layout
from bot.result import Input, Turn, TurnResult
from bot.sender import Report, note_and_claim
from bot.turn import MAX_ASKED, take_turn
from bot.watch import Seen, look
from bot.worker import Means, take_turns
from core.calendar import Calendar
from core.conversations import Conversation
from core.messages import Call, Command, Inbound, Outcome, Outgoing, Part
from core.records import evolve
from core.tickets import Ticket
from storage import inbox, processes
from storage.database import Database, connect
from storage.inbox import Answered
from storage.outbox import ATTEMPTS, GONE_AFTER, SENT_AGAIN
from storage.presence import presence
from storage.tables import metadata, outbox
from tests.house import START, Channel, until
from tests.store_people import CHANNEL, Person, people

T = TypeVar("T")

SENT = Outcome("sent", "x")
HARMLESS = inbox.ATTEMPTS - 1  # deaths that a message outlives
SEND_LIMIT = timedelta(seconds=10)  # `bot.sender.SEND_SECONDS`: a send that takes longer ends, and nobody knows how
SAY = copy("pt-BR", agency="Imobiliária", notice="https://exemplo.com.br").say
LAYOUT = partial(layout, own=labels(SAY))
OFFICE = Office(Calendar("24/7", ZoneInfo("America/Sao_Paulo")), "", SAY)
CHANNELS = {CHANNEL: Channel()}

# ── what the product is asked for; all its signatures stand here ─────────────


def _take(connection: Connection, now: datetime, turn: Callable[..., TurnResult]) -> int:
    take = partial(take_turns, connection, now, Means(turn, LAYOUT, CHANNELS, OFFICE))
    taken = take()
    return (taken if taken.suspect is None else take(taken.suspect)).turns


def _claim(connection: Connection, reports: Sequence[Report], now: datetime, process: "Process", limit: int) -> list[Outgoing]:
    return note_and_claim(connection, reports, CHANNELS, now, process.id, limit)


def _look(connection: Connection, now: datetime, process: "Process") -> Seen:
    """Rings timers and takes over what others left."""
    return look(connection, now, process.id, process.missing)


# ── a world ──────────────────────────────────────────────────────────────────

Key = tuple[int, int, int]  # conversation, version, ordinal


class Row(NamedTuple):
    """Of the outbox."""

    address: str
    purpose: str
    call: Call


class Died(Exception):
    """The process ended before its commit."""


@dataclass
class Taken:
    """A turn, as the worker asked for it."""

    conversation: Conversation
    tickets: tuple[Ticket, ...]
    inputs: list[Input]
    result: TurnResult


@dataclass
class Process:
    """What a process holds in memory, and its death takes away."""

    id: int = field(default_factory=processes.new_id)
    flying: list[Outgoing] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    since: dict[int, datetime] = field(default_factory=dict)  # by row: when it was claimed
    missing: frozenset[int] = frozenset()  # at the last look
    life: AsyncExitStack = field(default_factory=AsyncExitStack)

    def overdue(self, after: timedelta, now: datetime) -> set[int]:
        """Rows that it has held for longer, sent or not."""
        held = {row.id for row in self.flying} | {number for number, _ in self.reports}
        return {number for number in held if self.since[number] + after <= now}


@dataclass
class World:
    database: Database
    people: tuple[Person, ...] = field(default_factory=people)
    now: datetime = START
    processes: list[Process] = field(default_factory=list)
    corpses: set[int] = field(default_factory=set)  # processes that died, and nobody has taken over what they had in hand
    burials: int = 0
    rows: dict[int, Row] = field(default_factory=dict)  # of the outbox, by id, as they were committed
    silenced: set[int] = field(default_factory=set)  # rows that a committed turn may have cancelled
    shown: list[int] = field(default_factory=list)  # rows, in the order in which they reached their people
    claimed: set[int] = field(default_factory=set)  # rows
    unknown: set[int] = field(default_factory=set)  # rows
    doubts: Counter[int] = field(default_factory=Counter)  # by row: how often nobody knew whether it had gone
    failed: set[int] = field(default_factory=set)  # rows that the platform refused for good
    commands: dict[str, int] = field(default_factory=dict)  # by external id: the inbox row
    obeyed: Counter[int] = field(default_factory=Counter)  # by that row: turns that heard it

    async def run(self, work: Callable[[Connection], T], *, dies: bool = False) -> T | None:
        """A transaction; one that dies leaves nothing behind."""
        if not dies:
            return await self.database.run(work)

        def cut_short(connection: Connection) -> T:
            work(connection)
            raise Died

        try:
            return await self.database.run(cut_short)
        except Died:
            return None

    async def read(self, query: Executable) -> list[Any]:
        return await self.database.run(lambda connection: list(connection.execute(query).all()))

    # ── what comes in ────────────────────────────────────────────────────────

    async def deliver(self, parts: Sequence[Part], *, dies: bool = False) -> None:
        """One request of the platform, which comes again when nobody acknowledged it."""
        if not parts:
            return
        if dies:
            await self.run(partial(ingest, parts=parts, now=self.now), dies=True)
        await self.run(partial(ingest, parts=parts, now=self.now))

    def says(self, person: Person, words: str, waits: bool | None = False) -> Part:
        """The part is to be delivered before anything else happens."""
        said = person.part(words, waits)
        person.said.append(said)
        return said

    async def command(self, act: str, ticket: int, key: str, **given: Any) -> None:
        it = Command(act, ticket, "Bia", input=given)
        number = await self.database.run(partial(inbox.put_command, command=it, external_id=key, now=self.now))
        assert self.commands.setdefault(key, number) == number

    async def result_of(self, key: str) -> Answered | None:
        return await self.database.run(partial(inbox.result_of, inbox_id=self.commands[key]))

    # ── turns ────────────────────────────────────────────────────────────────

    async def take(self, *, living: int = 1, dying: int = 0) -> int:
        """Workers that take a batch each, at once; those that die do so before their commit. How many turns were committed."""
        batches = await asyncio.gather(*[self._batch(dies=number >= living) for number in range(living + dying)])
        turns = sorted((each for batch in batches for each in batch), key=lambda each: each.conversation.version)
        expected = {key: row for each in turns for key, row in self._keep(each)}
        await self._look_at_outbox(expected)
        return len(turns)

    async def _batch(self, *, dies: bool) -> list[Taken]:
        taken: list[Taken] = []

        def attempt(connection: Connection) -> int:
            taken.clear()  # the database may run it again
            return _take(connection, self.now, partial(_recorded, taken))

        return [] if await self.run(attempt, dies=dies) is None else taken

    def _keep(self, taken: Taken) -> Iterable[tuple[Key, Row]]:
        """Compares a committed turn with what is known, and returns the outbox rows that it must have written."""
        person = next(each for each in self.people if each.who == taken.conversation.address)
        _check_given(person, taken)
        heard = [each.text for each in taken.inputs if isinstance(each, Inbound)]
        assert heard == [each.body["text"] for each in person.said[person.heard :][: len(heard)]]
        person.hears(heard, {each.id: each for each in taken.result.tickets})
        self.obeyed.update(each.id for each in taken.inputs if isinstance(each, Command))
        person.conversation = taken.result.conversation
        _check_answered(person, taken)
        person.told += [prompt.text for prompt in taken.result.prompts]
        if taken.result.silences_bot:
            self.silenced |= {number for number, row in self.rows.items() if (row.address, row.purpose) == (person.who, "prompt")}
        calls = [(prompt, call) for prompt in taken.result.prompts for call in LAYOUT(prompt, LIMITS)]
        for ordinal, (prompt, call) in enumerate(calls):
            yield (taken.conversation.id, taken.result.conversation.version, ordinal), Row(person.who, prompt.purpose, call)

    async def _look_at_outbox(self, expected: dict[Key, Row]) -> None:
        """What these turns said stands there once, that of each turn in its order, and nothing else is new."""
        columns = (outbox.c.conversation_id, outbox.c.version, outbox.c.ordinal, outbox.c.address, outbox.c.purpose, outbox.c.call)
        query = select(outbox.c.id, *columns).where(outbox.c.id > max(self.rows, default=0)).order_by(outbox.c.id)
        found = await self.read(query)
        new = {(each.conversation_id, each.version, each.ordinal): Row(each.address, each.purpose, each.call) for each in found}
        assert new == expected
        assert sorted(new) == sorted(new, key=lambda key: (key[0], list(new).index(key)))  # in each line, by version
        self.rows |= {each.id: row for each, row in zip(found, new.values(), strict=True)}
        for person in self.people:
            self._ask(person, [each.id for each in found if each.address == person.who])

    def _ask(self, person: Person, new: list[int]) -> None:
        opened = person.conversation.open if person.conversation else None
        if opened and (asked := [number for number in new if self.rows[number].call.words == opened.words]):
            person.asked = tuple(asked)

    # ── processes ────────────────────────────────────────────────────────────

    async def begin(self) -> None:
        process = Process()
        await process.life.enter_async_context(presence(self.database, process.id)._listening(lambda _: None))
        self.processes.append(process)

    async def kill(self, process: Process, arrived: int = 0) -> None:
        """The first so many of its sends had reached the platform; another process begins."""
        for row in process.flying[:arrived]:
            self._show(row)
        self.doubts.update(row.id for row in process.flying)
        self.doubts.update(number for number, outcome in process.reports if outcome.do != "unknown")  # those are counted
        self.processes.remove(process)
        self.corpses.add(process.id)
        await self.end(process)
        await self.begin()

    async def end(self, process: Process) -> None:
        """Nothing is left of it but its row; the server needs a moment to notice."""

        async def is_gone() -> bool:
            return process.id in await self.database.run(partial(processes.missing, me=0))

        await process.life.aclose()
        await until(is_gone)

    async def close(self) -> None:
        for process in self.processes:
            await process.life.aclose()
        await self.database.close()

    # ── sends ────────────────────────────────────────────────────────────────

    async def claim(self, process: Process, limit: int, *, dies: bool = False) -> None:
        """Notes what is known and takes more rows."""
        reports = process.reports[:]
        rows = await self.run(partial(_claim, reports=reports, now=self.now, process=process, limit=limit), dies=dies)
        if rows is not None:
            del process.reports[: len(reports)]
            if any(outcome.do == "unknown" for _, outcome in reports):
                await self._look_at_unknown()
            process.flying += rows
            process.since |= {row.id: self.now for row in rows}
            self.claimed |= {row.id for row in rows}

    async def _look_at_unknown(self) -> None:
        """A question goes again when nobody knows whether it went, a few times, unless something newer did."""
        columns = (outbox.c.id, outbox.c.purpose, outbox.c.attempts)
        for row in await self.read(select(*columns).where(outbox.c.status == "unknown", outbox.c.id.not_in(self.unknown))):
            self.unknown.add(row.id)
            assert self.doubts[row.id]
            assert row.purpose not in SENT_AGAIN or row.attempts == ATTEMPTS or self._is_overtaken(row.id)

    def _is_overtaken(self, number: int) -> bool:
        return any(each > number and self.rows[each].address == self.rows[number].address for each in self.claimed)

    def end_send(self, process: Process, row: Outgoing, *, arrives: bool, outcome: Outcome) -> None:
        """What the platform did with a row, and what the sender will report."""
        process.flying.remove(row)
        if arrives:
            self._show(row)
        if outcome.do == "unknown":
            self.doubts[row.id] += 1
        if outcome.do == "failed":
            self.failed.add(row.id)
        process.reports.append((row.id, outcome))

    def end_all_well(self, process: Process) -> None:
        """Sends go on at once and end in any order; the worst is the newest first."""
        for row in process.flying[::-1]:
            self.end_send(process, row, arrives=True, outcome=SENT)

    def _show(self, row: Outgoing) -> None:
        assert Row(row.address, row.purpose, row.call) == self.rows[row.id]
        self.shown.append(row.id)
        next(each for each in self.people if each.who == row.address).seen.add(row.id)

    # ── time ─────────────────────────────────────────────────────────────────

    def pass_time(self, much: timedelta, *, arrives: bool) -> None:
        """Sends that take too long end, and nobody knows how."""
        self.now += much
        for process in self.processes:
            late = process.overdue(SEND_LIMIT, self.now)
            for row in [each for each in process.flying if each.id in late]:
                self.end_send(process, row, arrives=arrives, outcome=Outcome("unknown", reason="too long"))

    async def look(self, process: Process, *, dies: bool = False) -> None:
        """Timers ring, and what nobody will report is given up. What waits when a dead process is found may be what killed it."""
        found = self.corpses & process.missing
        while found and self.burials >= HARMLESS and await self.take():
            pass  # or it would be parked, quite rightly
        seen = await self.run(partial(_look, now=self.now, process=process), dies=dies)
        if seen is None:
            return
        process.missing = seen.missing
        self.doubts.update(number for each in self.processes for number in each.overdue(GONE_AFTER, self.now))
        if seen.given_up:
            await self._look_at_unknown()
        if found:
            self.corpses -= found
            self.burials += 1
            left = select(outbox.c.id).where(outbox.c.status == "sending", outbox.c.claimed_by.in_(found))
            assert await self.read(left) == []


def _recorded(
    taken: list[Taken], conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn
) -> TurnResult:
    heard = list(inputs)
    result = take_turn(conversation, tickets, heard, turn)
    if conversation.channel != inbox.STANDING:  # news of an account is heard where nobody writes
        taken.append(Taken(conversation, tickets, heard, result))
    return result


def _check_given(person: Person, taken: Taken) -> None:
    """A turn is given what the last one left, whatever died between them."""
    before = person.conversation
    if before is not None:
        assert evolve(taken.conversation, address=before.address, ticket_id=before.ticket_id) == before
        assert before.ticket_id in (None, taken.conversation.ticket_id)
    assert taken.result.conversation.version == taken.conversation.version + 1
    for ticket in taken.tickets:
        known = person.tickets.get(ticket.id)
        assert known is None or evolve(ticket, version=0) == evolve(known, version=0)


def _check_answered(person: Person, taken: Taken) -> None:
    """Whoever says something to the bot is answered, with what is open now."""
    opened = taken.result.conversation.open
    said = [each.text for each in taken.inputs if isinstance(each, Inbound)]
    answered = opened is not None and any(prompt.id == opened.id for prompt in taken.result.prompts)
    enough = opened is not None and opened.asked >= MAX_ASKED  # nobody talks to a machine for ever
    assert answered or not said or taken.result.conversation.owner != "bot" or enough, (opened, said)
    person.unanswered = not answered and (bool(said) or person.unanswered)


async def opened(url: str) -> World:
    """A world on a database that has its tables, emptied. Several processes may serve it, unless it is a file."""
    world = World(connect(url))
    await world.database.run(empty)
    for _ in range(2 if world.database.is_shared else 1):
        await world.begin()
    return world


def empty(connection: Connection) -> None:
    names = [table.name for table in reversed(metadata.sorted_tables)]
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"TRUNCATE {', '.join(names)} RESTART IDENTITY"))
    else:
        for name in names:
            connection.execute(text(f"DELETE FROM {name}"))
