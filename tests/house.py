"""A small house for tests.

A database with its tables, a clock that stands still, a channel that swallows what is sent, and a turn that says back what it heard.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, select
from sqlalchemy.exc import OperationalError

from bot.alerts.team_chat import AlertChat
from bot.books import Office, Say
from bot.handlers.console import LIMITS
from bot.ingest import ingest
from bot.result import Input, SetTimer, Turn, TurnResult
from bot.worker import Means, TurnsFailedError, take_turns
from core.calendar import Calendar
from core.conversations import Conversation, OpenPrompt, Option, Prompt
from core.messages import Call, Command, Inbound, Limits, Outcome, Outgoing, Parked, Part
from core.pacing import Pace
from core.records import evolve
from core.tickets import Ticket
from storage import inbox
from storage.database import Database, connect

T = TypeVar("T")

LONG_SECONDS = 60.0  # for what takes milliseconds on a machine that has nothing else to do; only a test that fails waits for so long

START = datetime(2026, 1, 5, 12, tzinfo=UTC)


def real_now() -> datetime:
    return datetime.now(UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def part(text: str, who: str = "ana", external_id: str = "", **more: Any) -> Part:
    """A message; its external id is its text unless one is given, so that the same text is the same message."""
    ids = more.pop("ids", (("name", who),))
    return Part(
        more.pop("channel", "console"),
        more.pop("account", ""),
        external_id or f"{who}:{text}",
        {"text": text},
        ids,
        who,
        **{"waits": False} | more,
    )


class Channel:
    """Reads what `part` makes; keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []

    def parse(self, part: Part) -> Inbound:
        return Inbound(text=part.body["text"])

    def limits(self, address: str) -> Limits:
        return LIMITS

    def paces(self, address: str) -> Sequence[Pace]:
        return ()

    async def send(self, row: Outgoing) -> Outcome:
        self.sent.append(row)
        return Outcome("sent", f"x{row.id}")


@dataclass
class Echo:
    """A turn that says back what it heard, a line each, and asks again. "bug" in a text raises; what it took part in is kept."""

    turns: list[tuple[Conversation, tuple[Ticket, ...], list[Input]]] = field(default_factory=list)
    collects: bool = False
    change: Callable[[TurnResult, list[Input], Turn], TurnResult] = lambda result, inputs, turn: result

    def __call__(self, conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn) -> TurnResult:
        heard = list(inputs)
        self.turns.append((conversation, tickets, heard))
        words = "|".join(_words(each) for each in heard)
        if "bug" in words:
            raise ValueError("bug")
        version = conversation.version + 1
        opened = OpenPrompt(version, "echo", (Option("yes", label="Sim"),), None, turn.now)
        result = TurnResult(
            evolve(conversation, version=version, open=opened, collects=self.collects, heard_at=turn.now),
            tickets,
            (Prompt("echo", words, opened.options, version),),
            timers=(SetTimer("nudge", conversation.ticket_id or 0, turn.now + timedelta(hours=2)),),
        )
        return self.change(result, heard, turn)


def _words(each: Input) -> str:
    match each:
        case Inbound():
            return each.text
        case Parked():
            return "sorry"
    return f"{type(each).__name__.lower()} {getattr(each, 'act', getattr(each, 'kind', ''))}"


def layout(prompt: Prompt, limits: Limits) -> tuple[Call, ...]:
    return (Call("text", prompt.text, words=prompt.words),)


class House:
    """Puts, turns and looks, at a time that each test says in seconds."""

    def __init__(self, database: Database) -> None:
        self.database, self.channel, self.turn = database, Channel(), Echo()
        self.alerts: AlertChat | None = None
        self.say: Say = lambda words, values: words

    @property
    def means(self) -> Means:
        office = Office(Calendar("Mo-Fr 08:00-18:00", ZoneInfo("America/Sao_Paulo")), "", self.say)
        return Means(self.turn, layout, {"console": self.channel}, office, self.alerts)

    async def put(self, *parts: Part, seconds: float = 0) -> datetime | None:
        work: Callable[[Connection], datetime | None] = partial(ingest, parts=parts, now=at(seconds))
        return await self.database.run(work)

    async def take(self, seconds: float = 0) -> int:
        """One batch of turns; how many."""
        work = partial(take_turns, now=at(seconds), means=self.means)
        taken = await self.database.run(work)
        return (taken if taken.suspect is None else await self.database.run(partial(work, alone=taken.suspect))).turns

    async def take_or_count(self, seconds: float = 0) -> int:
        """As the worker's loop does it: a failure is counted, and 0 turns were taken."""
        try:
            return await self.take(seconds)
        except TurnsFailedError as failure:
            rest = inbox.REST if failure.alone else timedelta(0)
            await self.database.run(
                partial(inbox.count_failure, ids=failure.inbox_ids, now=at(seconds), rest=rest, reason=repr(failure.__cause__))
            )
            return 0

    async def rows(self, statement: Select[Any]) -> Sequence[Any]:
        return await self.database.run(lambda connection: connection.execute(statement).all())

    async def column(self, column: Any) -> list[Any]:
        """A column of a table, by id."""
        return [row[0] for row in await self.rows(select(column).order_by(column.table.c.id))]

    async def run(self, work: Callable[[Connection], T]) -> T:
        return await self.database.run(work)


async def until(condition: Callable[[], Awaitable[bool] | bool]) -> None:
    """Looks every hundredth of a second, for some seconds."""
    async with asyncio.timeout(LONG_SECONDS):
        while not await _holds(condition()):  # noqa: ASYNC110 (what is waited for happens in the database)
            await asyncio.sleep(0.01)


async def _holds(found: Awaitable[bool] | bool) -> bool:
    return found if isinstance(found, bool) else await found


def in_house(url: str, scenario: Callable[[House], Awaitable[None]]) -> None:
    """Runs the scenario on a database that has its tables."""

    async def live() -> None:
        database = connect(url)
        try:
            await scenario(House(database))
        finally:
            await database.close()

    asyncio.run(live())


def act(name: str, about: int = 1, **given: Any) -> Command:
    """What an agent does to a ticket."""
    return Command(name, about, "Bia", input=given)


async def give(house: House, name: str, key: str, seconds: float = 0, about: int = 1) -> int:
    """Puts an act into its ticket's line; returns the inbox row."""
    return await house.run(partial(inbox.put_command, command=act(name, about), external_id=key, now=at(seconds)))


def outage() -> OperationalError:
    return OperationalError("", None, sqlite3.OperationalError("database or disk is full"))
