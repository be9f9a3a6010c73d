"""`zelador bench memory`: what a worker holds when many talks stand open.

State lives in the database, so an idle talk should cost nothing.
"""

import asyncio
from dataclasses import dataclass
from functools import partial

from bot.bench.crew import Worker, crew
from bot.bench.database import Sight, place, sight
from bot.bench.figures import line, megabytes
from bot.bench.talk import SCRIPT, Guest, guests, part
from bot.bench.wire import Report, Usage, Wake
from bot.ingest import ingest
from bot.programs.app import clock, run
from storage.database import Database, connect

TALKS = 10_000
FEW = 10  # this part of them is opened first: only then has everything been read that is read once
SPOKEN = 3  # messages of each talk
AT_ONCE = 500  # talks that are opened together
LIMIT_SECONDS = 120.0  # for those
LOOK_SECONDS = 0.01
AIM_MEGABYTES = 120


@dataclass(frozen=True, slots=True)
class Held:
    """What the worker uses with so many talks open."""

    talks: int
    usage: Usage


def bench_memory(talks: int = TALKS, server: str | None = None) -> None:
    """Prints the memory of a worker at its start, with a tenth of the talks and with all, and the growth a talk between those two."""
    with place(server) as url:
        run(_print(url, talks))


async def _print(url: str, talks: int) -> None:
    held = await _held(url, talks)
    print(f"{talks} talks left open after {SPOKEN} messages each")
    for each in held:
        aim = f"<= {AIM_MEGABYTES} MB" if each is held[-1] else ""
        print(line(f"{each.talks} open talks", f"RSS {megabytes(each.usage.rss)}, PSS {megabytes(each.usage.pss)}", aim))
    few, all_ = held[-2:]
    growth = (all_.usage.rss - few.usage.rss) / max(1, all_.talks - few.talks)
    print(line("growth an idle talk", f"{growth:.0f} bytes", "0"))


async def _held(url: str, talks: int) -> list[Held]:
    database, strangers = connect(url), guests()
    try:
        # A process that read the program itself: one that is forked shares pages with another.
        async with sight(url) as look, crew(url, 1, _pass_by, fresh=True) as (worker,):
            held = [Held(0, await worker.usage(memory=True))]
            for goal in (max(1, talks // FEW), talks):
                people = [next(strangers) for _ in range(goal - held[-1].talks)]
                for first in range(0, len(people), AT_ONCE):
                    await _open(database, look, worker, people[first : first + AT_ONCE])
                held.append(Held(goal, await worker.usage(memory=True)))
            return held
    finally:
        await database.close()


async def _open(database: Database, look: Sight, worker: Worker, people: list[Guest]) -> None:
    """Each says a few things, one after the other, and then nothing more."""
    for number in range(SPOKEN):
        parts = [part(guest.who, f"{guest.who}:{number}", guest.says(SCRIPT[number])) for guest in people]
        await database.run(partial(ingest, parts=parts, now=clock()))
        worker.say(Wake())
        async with asyncio.timeout(LIMIT_SECONDS):
            await look.until_idle(LOOK_SECONDS)


def _pass_by(_worker: Worker, _report: Report) -> None:
    """What is answered is not looked at."""
