"""`zelador bench steady`: whether anything grows while tables do: minutes at one rate, each beside the ones before."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from bot.bench.crew import Used, crew, used_by
from bot.bench.crowd import Crowd
from bot.bench.database import place, sight
from bot.bench.figures import line, megabytes, percentile
from bot.bench.load import rest
from bot.programs.app import run

MINUTE_SECONDS = 60.0
EARLY = slice(1, 4)  # the minutes 2 to 4: in the first one everything is new
LATE = slice(-3, None)
HEAD = f"{'minute':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU µs a turn':>14} {'RSS':>10} {'database':>10} {'messages':>9}"


@dataclass(frozen=True, slots=True)
class Minute:
    p50: float  # ms from arrival to channel
    p99: float
    cpu: float  # µs a turn, of all workers
    rss: float  # bytes, of all workers
    size: float  # bytes of the database
    messages: int

    def __str__(self) -> str:
        size = f"{megabytes(self.rss):>10} {megabytes(self.size):>10} {self.messages:>9}"
        return f"{self.p50:>8.1f} {self.p99:>8.1f} {self.cpu:>14.0f} {size}"


def bench_steady(minutes: int, rate: float, processes: int = 1, server: str | None = None, minute_seconds: float = MINUTE_SECONDS) -> None:
    """Prints a line a minute, and at the end the late minutes beside the early ones."""
    with place(server) as url:
        run(_steady(url, minutes, rate, 1 if server is None else processes, minute_seconds))


async def _steady(url: str, minutes: int, rate: float, size: int, minute_seconds: float) -> None:
    crowd, told = Crowd(rate), list[Minute]()
    async with sight(url) as look, crew(url, size, crowd.hear) as workers:
        print(f"{rate:.0f} messages a second for {minutes} minutes of {minute_seconds:.0f} s, {size} workers, {await look.engine()}")
        print(HEAD)
        before = await used_by(workers, memory=True)
        for number in range(1, minutes + 1):
            crowd.answered.clear()
            await crowd.speak(workers, minute_seconds)
            after = await used_by(workers, memory=True)
            told.append(_minute(crowd, before, after, await look.size()))
            print(f"{number:>8} {told[-1]}", flush=True)
            before = after
        await rest(crowd)
    _compare(told)


def _minute(crowd: Crowd, before: Used, after: Used, size: int) -> Minute:
    """The few messages that are still without an answer count in the next."""
    answers = [each.seconds * 1e3 for each in crowd.answered]
    return Minute(percentile(answers, 0.5), percentile(answers, 0.99), after.since(before), after.rss, size, len(answers))


def _compare(told: Sequence[Minute]) -> None:
    early, late = told[EARLY] or told, told[LATE]
    print("the last three minutes beside the minutes 2 to 4")
    for name, words in (("p50", "p50"), ("p99", "p99"), ("cpu", "CPU a turn"), ("rss", "RSS")):
        print(line(words, f"{_middle(late, name) / _middle(early, name):.2f}", "about 1"))


def _middle(minutes: Sequence[Minute], name: str) -> float:
    values: list[float] = [getattr(each, name) for each in minutes]
    return statistics.median(values)
