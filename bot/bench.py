"""`zelador bench turn`: what a turn costs, from inbox row to sent row, beside bare commits of the same minute."""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import settle_memory
from bot.bell import Bell
from bot.books import Office
from bot.copy import copy
from bot.ingest import Ingest
from bot.layout import labels, layout
from bot.result import Input, Turn, TurnResult
from bot.sender import send_out
from bot.turn import take_turn
from bot.worker import Means, work
from core.conversations import Conversation
from core.messages import Inbound, Limits, Outcome, Outgoing, Part
from core.pacing import Pace
from core.tickets import Ticket
from storage import processes
from storage.database import PRAGMAS, connect
from storage.migrations import make_ready

TALKS = 200  # at once
ROUNDS = 5  # of all talks, each followed by bare commits: one figure alone says little on a busy disk
BARE_SECONDS = 0.5  # of bare commits after each round
CHANNEL = "bench"
LIMITS = Limits(text=4096, body=1024, buttons=3, button=20, rows=10, title=24, description=72)

FIRST = "oi, o chuveiro não esquenta desde ontem"
ANSWERS: Mapping[str, str] = {  # what an unknown tenant says to each question; the last one ends the talk
    "start-kind": "manutenção",
    "identification-role": "sou inquilino",
    "individual-name": "Marina Souza",
    "individual-email": "marina.souza@exemplo.com.br",
    "individual-cpf": "529.982.247-25",
    "individual-mobile": "(11) 98765-1234",
    "contract-address": "Rua das Acácias, 120, ap 45",
    "maintenance-description": "o chuveiro não esquenta",
    "maintenance-priority": "média",
    "maintenance-visits": "qualquer horário",
    "review-summary": "enviar",
}
LAST = "submitted-open"
ANSWERED = ("prompt", "reference")  # purposes of messages that somebody answers, or that end a talk
LIMIT_SECONDS = 60.0  # of one round; longer means that some talk hangs


@dataclass
class Round:
    """One round: its length, its CPU, and the bare commits that followed it."""

    turns: int
    seconds: float
    cpu_seconds: float
    commits_a_second: float

    @property
    def ratio(self) -> float:
        return self.turns / self.seconds / self.commits_a_second

    @property
    def cpu_microseconds(self) -> float:
        return self.cpu_seconds / self.turns * 1e6


@dataclass
class Timed:
    """`take_turn`, and the CPU seconds that each call took: the loops beside it must not count."""

    seconds: list[float] = field(default_factory=list)

    def __call__(self, conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn) -> TurnResult:
        began = time.thread_time()
        result = take_turn(conversation, tickets, inputs, turn)
        self.seconds.append(time.thread_time() - began)
        return result


class Swallows:
    """A channel whose sends cost nothing; whoever waits for an answer is told which question it was."""

    def __init__(self) -> None:
        self.waiting: dict[str, asyncio.Future[str]] = {}

    def parse(self, part: Part) -> Inbound:
        return Inbound(text=part.body["text"])

    def limits(self, address: str) -> Limits:
        return LIMITS

    def paces(self, address: str) -> tuple[Pace, ...]:
        return ()

    async def send(self, row: Outgoing) -> Outcome:
        if row.purpose in ANSWERED and (waiting := self.waiting.pop(row.address, None)):
            waiting.set_result(row.call.words)
        return Outcome("sent", "x")


def bench_turn(talks: int = TALKS, rounds: int = ROUNDS) -> None:
    """Prints CPU a turn, turns per bare commit and the median of `take_turn`; each with its range over the rounds."""
    timed = Timed()
    with tempfile.TemporaryDirectory(prefix="zelador-bench-") as folder:
        measured = asyncio.run(_rounds(Path(folder), talks, rounds, timed))
    turns = sum(each.turns for each in measured)
    print(f"{turns} turns of {talks} talks at once, in {rounds} rounds, SQLite synchronous=FULL")
    print(_figure("CPU a turn, inbox row to sent row", [each.cpu_microseconds for each in measured], "µs"))
    print(_figure("turns per bare commit", [each.ratio for each in measured], ""))
    print(_figure("turns a second", [each.turns / each.seconds for each in measured], ""))
    print(_figure("bare commits a second", [each.commits_a_second for each in measured], ""))
    print(_figure("take_turn alone, CPU", [each * 1e6 for each in timed.seconds], "µs", spread=False))


def _figure(name: str, values: Sequence[float], unit: str, *, spread: bool = True) -> str:
    places = 2 if max(values) < 10 else 0
    middle = f"{statistics.median(values):.{places}f}"
    extremes = f" ({min(values):.{places}f}–{max(values):.{places}f})" if spread else ""
    return f"  {name:<36} {middle:>8} {unit}{extremes}".rstrip()


async def _rounds(folder: Path, talks: int, rounds: int, timed: Timed) -> list[Round]:
    database, channel = connect(f"sqlite:///{folder}/bench.sqlite3"), Swallows()
    await make_ready(database)
    say = partial(copy("pt-BR", agency="Imobiliária Exemplo", notice="https://exemplo.com.br/privacidade").say)
    office = Office(ZoneInfo("America/Sao_Paulo"), "Mo-Fr 08:00-18:00", "", say)
    means = Means(timed, partial(layout, own=labels(say)), {CHANNEL: channel}, office)
    worker, sender = Bell(), Bell()
    settle_memory()
    loops = [
        asyncio.create_task(work(database, means, _now, worker, sender.ring)),
        asyncio.create_task(send_out(database, {CHANNEL: channel}, _now, sender, processes.new_id())),
    ]
    door = Ingest(database, _now, worker)
    with _bare(folder) as commit:
        measured = [await _round(number, talks, channel, door, timed, commit) for number in range(rounds)]
    worker.stop()
    sender.stop()
    await asyncio.gather(*loops)
    await database.close()
    return measured


async def _round(number: int, talks: int, channel: Swallows, door: Ingest, timed: Timed, commit: Callable[[], None]) -> Round:
    before, began, cpu = len(timed.seconds), time.perf_counter(), time.process_time()
    async with asyncio.timeout(LIMIT_SECONDS):
        await asyncio.gather(*[_talk(f"{number}-{talk}", channel, door) for talk in range(talks)])
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    return Round(len(timed.seconds) - before, seconds, cpu, _commits_a_second(commit))


async def _talk(who: str, channel: Swallows, door: Ingest) -> None:
    """One person, from the first word to the reference; says the next thing as soon as the answer is sent."""
    text, asked, loop = FIRST, "", asyncio.get_running_loop()
    for number in range(2 * len(ANSWERS)):
        channel.waiting[who] = answer = loop.create_future()
        await door.put([Part(CHANNEL, "", f"{who}:{number}", {"text": text}, (("name", who),), who, waits=False)])
        asked = await answer
        if asked == LAST:
            return
        text = ANSWERS[asked]
    raise AssertionError(f"the talk never ends; asked last: {asked}")


@contextmanager
def _bare(folder: Path) -> Iterator[Callable[[], None]]:
    """One upsert in one commit, as durable as the bot's own, with nothing around it."""
    with closing(sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)")

        def commit() -> None:
            connection.execute("INSERT INTO bare VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET value = value + 1")

        yield commit


def _commits_a_second(commit: Callable[[], None]) -> float:
    commits, began = 0, time.perf_counter()
    while (passed := time.perf_counter() - began) < BARE_SECONDS:
        commit()
        commits += 1
    return commits / passed


def _now() -> datetime:
    return datetime.now(UTC)
