"""`zelador bench turn`: what a turn costs beside bare commits of the same minute.

Three ways: from inbox row to sent row, with all that is said in one step put into the inbox beforehand; all at once, with the people who
talk and with the taking in of what they say; and a backlog, where ten messages of each talk wait and are one turn.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from bot.bench.crew import Worker, crew, used_by
from bot.bench.database import Sight, place, sight
from bot.bench.figures import figure
from bot.bench.talk import ANSWERED, FIRST, LAST, NOTHING, Guest, guests, part
from bot.bench.wire import Deliver, Report, Sent, Wake
from bot.ingest import ingest
from bot.programs.app import run
from core.messages import Part
from storage.database import Database, connect

TALKS = 200  # at once
ROUNDS = 5  # of all talks, each followed by bare commits: one figure alone says little on a busy disk
BURST = 10  # messages of each talk in the backlog
LIMIT_SECONDS = 60.0  # of one step or round; longer means that some talk hangs
LOOK_SECONDS = 0.001  # between two looks whether all is noted as sent
AIMS: Mapping[tuple[bool, int], float] = {(False, 1): 0.5, (True, 1): 0.4, (True, 2): 0.55}  # turns per bare commit, on a server or not
AIM_MICROSECONDS = 250  # of CPU a turn on SQLite
AIM_BACKLOG = 2  # messages per bare commit


@dataclass(frozen=True, slots=True)
class Measured:
    """Some work: its length, the CPU of the workers, and the bare commits that followed it."""

    turns: int
    messages: int
    seconds: float
    cpu_seconds: float
    commits_a_second: float

    @property
    def turns_per_commit(self) -> float:
        return self.turns / self.seconds / self.commits_a_second

    @property
    def messages_per_commit(self) -> float:
        return self.messages / self.seconds / self.commits_a_second

    @property
    def cpu_microseconds(self) -> float:
        return self.cpu_seconds / self.turns * 1e6


@dataclass
class Answers:
    """Who was asked what; and whom somebody waits for."""

    asked: dict[str, str] = field(default_factory=dict)
    awaited: "dict[str, asyncio.Future[str]]" = field(default_factory=dict)

    def hear(self, _worker: Worker, report: Report) -> None:
        if isinstance(report, Sent):
            for send in report.sends:
                if send.purpose in ANSWERED:
                    self.asked[send.who] = send.words
                    if (waiting := self.awaited.pop(send.who, None)) and not waiting.done():
                        waiting.set_result(send.words)

    def of(self, who: str) -> "asyncio.Future[str]":
        """The next question to that person."""
        self.awaited[who] = answer = asyncio.get_running_loop().create_future()
        return answer


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured, and with what."""

    database: Database
    look: Sight
    workers: Sequence[Worker]
    answers: Answers
    strangers: Iterator[Guest]
    talks: int

    def people(self) -> list[Guest]:
        return [next(self.strangers) for _ in range(self.talks)]

    async def cpu_seconds(self) -> float:
        return (await used_by(self.workers)).cpu_seconds

    async def drained(self, parts: Sequence[Part]) -> tuple[float, float]:
        """Puts these into the inbox; returns the seconds and the CPU from then until every answer is noted as sent."""
        awaited = [self.answers.of(who) for who in {each.address for each in parts}]
        cpu = await self.cpu_seconds()
        await self.database.run(partial(ingest, parts=parts, now=datetime.now(UTC)))
        began = time.perf_counter()
        async with asyncio.timeout(LIMIT_SECONDS):
            for worker in self.workers:
                worker.say(Wake())
            await asyncio.gather(*awaited)
            await self.look.until_idle(LOOK_SECONDS)
        return time.perf_counter() - began, await self.cpu_seconds() - cpu


def bench_turn(talks: int = TALKS, rounds: int = ROUNDS, processes: int = 1, server: str | None = None) -> None:
    """Prints turns per bare commit and CPU a turn, each with its range over the rounds."""
    with place(server) as url:
        run(_print(url, talks, rounds, 1 if server is None else processes))


async def _print(url: str, talks: int, rounds: int, processes: int) -> None:
    async with _bench(url, talks, processes) as bench:
        steps, together, backlogs = [], [], []
        for _ in range(rounds):
            steps.append(await _steps(bench))
            together.append(await _together(bench))
            backlogs.append(await _backlog(bench))
        alone = [seconds * 1e6 for worker in bench.workers for seconds in (await worker.usage()).turn_seconds]
        print(f"{talks} talks at once, {rounds} rounds, {processes} workers, {await bench.look.engine()}")
    ratio = AIMS.get((not url.startswith("sqlite"), processes))
    print("from inbox row to sent row, step by step")
    print(figure("turns per bare commit", [each.turns_per_commit for each in steps], aim=f">= {ratio}" if ratio else ""))
    aim = f"<= {AIM_MICROSECONDS} µs" if url.startswith("sqlite") else ""
    print(figure("CPU of the workers a turn", [each.cpu_microseconds for each in steps], "µs", aim))
    _tell_rates(steps)
    print("all at once, taking in and the people who talk included")
    print(figure("turns per bare commit", [each.turns_per_commit for each in together]))
    print(figure("CPU of the workers and the people a turn", [each.cpu_microseconds for each in together], "µs"))
    _tell_rates(together)
    print(f"backlog of {BURST} messages of each talk")
    print(figure("messages per bare commit", [each.messages_per_commit for each in backlogs], aim=f">= {AIM_BACKLOG}"))
    if alone:
        print(figure("take_turn alone, CPU", alone, "µs", spread=False))


def _tell_rates(rounds: Sequence[Measured]) -> None:
    print(figure("turns a second", [each.turns / each.seconds for each in rounds]))
    print(figure("bare commits a second", [each.commits_a_second for each in rounds]))


@asynccontextmanager
async def _bench(url: str, talks: int, processes: int) -> AsyncIterator[Bench]:
    answers, database = Answers(), connect(url)
    try:
        async with sight(url) as look, crew(url, processes, answers.hear) as workers:
            yield Bench(database, look, workers, answers, guests(), talks)
    finally:
        await database.close()


async def _steps(bench: Bench) -> Measured:
    """All talks, step by step; what is said in a step is in the inbox before it is measured."""
    people, turns, seconds, cpu = bench.people(), 0, 0.0, 0.0
    asked = {guest.who: NOTHING for guest in people}
    while speaking := [guest for guest in people if asked[guest.who] != LAST]:
        parts = [part(each.who, f"{each.who}:{asked[each.who]}", each.says(asked[each.who])) for each in speaking]
        took, used = await bench.drained(parts)
        turns, seconds, cpu = turns + len(parts), seconds + took, cpu + used
        asked |= {guest.who: bench.answers.asked[guest.who] for guest in speaking}
    return Measured(turns, turns, seconds, cpu, await bench.look.bare_commits())


async def _together(bench: Bench) -> Measured:
    """Everybody talks at once, and says the next thing as soon as the answer is sent; the CPU of this process counts too."""
    people, began, cpu = bench.people(), time.perf_counter(), await bench.cpu_seconds() + time.process_time()
    async with asyncio.timeout(LIMIT_SECONDS):
        counts = await asyncio.gather(*[_talk(bench, guest, number) for number, guest in enumerate(people)])
    seconds, cpu = time.perf_counter() - began, await bench.cpu_seconds() + time.process_time() - cpu
    return Measured(sum(counts), sum(counts), seconds, cpu, await bench.look.bare_commits())


async def _talk(bench: Bench, guest: Guest, number: int) -> int:
    """One person, from the first word to the reference; returns how many messages that took."""
    asked, said = NOTHING, 0
    while asked != LAST:
        answer = bench.answers.of(guest.who)
        worker = bench.workers[(number + said) % len(bench.workers)]
        worker.say(Deliver(f"{guest.who}:{said}", guest.who, guest.says(asked)))
        asked, said = await answer, said + 1
    return said


async def _backlog(bench: Bench) -> Measured:
    """New people, each of whom has said ten things before anybody listens."""
    people = bench.people()
    parts = [
        part(each.who, f"{each.who}:{number}", FIRST if number == 0 else f"é o aviso {number}")
        for number in range(BURST)
        for each in people
    ]
    seconds, cpu = await bench.drained(parts)
    return Measured(len(people), len(parts), seconds, cpu, await bench.look.bare_commits())
