"""`zelador bench kill`: workers are killed at random moments while people report; nothing may be lost, doubled, reordered or mixed up."""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from bot.bench.crew import START_SECONDS, Worker, hire
from bot.bench.database import Sight, place, sight
from bot.bench.figures import line, percentile
from bot.bench.platform import Message, Platform
from bot.bench.talk import LAST, NOTHING, Guest, guests
from bot.bench.verdict import Verdict, judge
from bot.programs.app import run

PEOPLE = 24  # at once; each reports again and again, as somebody else each time
EVERY_SECONDS = 1.0  # longest time between two kills, half of it on average; a worker is at work again after 0.05 to 0.4 of them
SPARE_SECONDS = 0.2  # for one kill, above all that a limit allows
FINISH_SECONDS = 60.0  # for everything to be said, answered and sent when nobody is killed any more
LOOK_SECONDS = 0.02
PATIENCE_SECONDS = 1.0  # the aim: nobody waits longer
WORST = 5  # waits that are told of one by one
SENDING = "SELECT id FROM outbox WHERE status = 'sending'"


@dataclass(frozen=True, slots=True)
class Kill:
    """A worker's end. `in_flight`: rows that it was sending, at most."""

    worker: Worker
    at: float
    in_flight: int


@dataclass
class Siege:
    """All that goes on: the platform, its people, the workers, and how those ended."""

    url: str
    rng: random.Random
    platform: Platform
    every_seconds: float
    strangers: Iterator[Guest] = field(default_factory=guests)
    finished: list[Guest] = field(default_factory=list)
    kills: list[Kill] = field(default_factory=list)
    is_over: bool = False  # nobody begins another talk

    async def begin(self) -> Worker:
        worker = await hire(self.url, self.platform.hear, patient=True)
        self.platform.workers.append(worker)
        return worker

    async def kill_one(self, look: Sight) -> None:
        """Some worker dies, whatever it does, and another is started at once."""
        worker = self.rng.choice(self.platform.workers)
        if worker.listening.done():
            raise RuntimeError(f"a worker died by itself, with exit code {worker.process.exitcode}")
        worker.kill()
        at = time.monotonic()
        await worker.listening  # what it has said is heard to the end
        sending = [row for (row,) in await look.rows(SENDING)]
        self.kills.append(Kill(worker, at, self.platform.in_flight_of(worker, sending)))
        self.platform.lost(worker)
        await self.begin()
        await worker.bury()

    async def people(self, guest: Guest) -> None:
        """One report after the other."""
        while True:
            await self._report(guest)
            self.finished.append(guest)
            if self.is_over:
                return
            guest = next(self.strangers)

    async def _report(self, guest: Guest) -> None:
        asked, number = NOTHING, 0
        while asked != LAST:
            asked = await self.platform.say(guest.who, f"{guest.who}:{number}", guest.says(asked))
            number += 1


def bench_kill(kills: int, server: str | None = None, seed: int = 1, every_seconds: float = EVERY_SECONDS, people: int = PEOPLE) -> bool:
    """Prints what became of all messages; returns whether all is well."""
    with place(server) as url:
        rng = random.Random(seed)  # noqa: S311 (no secret)
        siege = Siege(url, rng, Platform(rng), every_seconds)
        verdict = run(_besiege(siege, kills, 1 if server is None else 2, people))
    return verdict is not None and verdict.is_good


async def _besiege(siege: Siege, kills: int, workers: int, people: int) -> Verdict:
    began = time.monotonic()
    async with sight(siege.url) as look:
        talks = [asyncio.create_task(siege.people(next(siege.strangers))) for _ in range(people)]
        try:
            for _ in range(workers):
                await siege.begin()
            async with asyncio.timeout(kills * (siege.every_seconds + SPARE_SECONDS) + START_SECONDS):
                for _ in range(kills):
                    await asyncio.sleep(siege.rng.uniform(0, siege.every_seconds))
                    await siege.kill_one(look)
            siege.is_over = True
            ended = await _finish(look, talks)
        finally:
            for talk in talks:
                talk.cancel()
            await asyncio.gather(*talks, return_exceptions=True)
            await asyncio.gather(*[worker.stop() for worker in siege.platform.workers])
        verdict = await judge(look, siege.platform, siege.finished, people - ended)
        print(f"{kills} kills of {workers} at work, {await look.engine()}, in {time.monotonic() - began:.0f} s")
    _tell(siege, verdict)
    return verdict


async def _finish(look: Sight, talks: "list[asyncio.Task[None]]") -> int:
    """Waits until all is said, answered and sent; returns how many people came to an end."""
    with suppress(TimeoutError):
        async with asyncio.timeout(FINISH_SECONDS):
            await asyncio.wait(talks)
            await look.until_idle(LOOK_SECONDS)
    return sum(talk.done() and not talk.cancelled() and talk.exception() is None for talk in talks)


def _tell(siege: Siege, verdict: Verdict) -> None:
    platform, waits = siege.platform, sorted(siege.platform.acknowledged(), key=lambda each: -each.wait_seconds)
    again = platform.sent_again()
    worst = max(siege.kills, key=lambda kill: again.get(kill.worker, 0), default=None)
    seconds = [each.wait_seconds for each in waits]
    print(f"  {len(platform.messages)} messages of {len(siege.finished)} talks; {platform.delivered_again} delivered again")
    print(line("messages lost", str(verdict.lost), "0"))
    print(line("turns doubled", str(verdict.doubled), "0"))
    print(line("replies reordered", str(verdict.reordered), "0"))
    print(line("answers in a wrong field", str(verdict.wrong), "0"))
    print(line("finished talks without exactly one ticket", str(verdict.tickets), "0"))
    print(line("rows parked", str(verdict.parked), "0"))
    print(line("talks without an end", str(verdict.unfinished), "0"))
    total, in_flight = sum(again.values()), sum(kill.in_flight for kill in siege.kills)
    print(line("sends that went out twice", f"{total}, {total / max(1, len(siege.kills)):.2f} a kill; {in_flight} were in flight at kills"))
    if worst is not None:
        print(line("most for one kill", f"{again.get(worst.worker, 0)} of {worst.in_flight} in flight"))
    print(line("wait from acknowledgement to answer, p50 / p99", f"{percentile(seconds, 0.5):.3f} / {percentile(seconds, 0.99):.3f} s"))
    aim = f"<= {PATIENCE_SECONDS:.0f} s"
    print(line("longest wait", f"{max(seconds, default=0.0):.2f} s over {_most_kills(waits, siege.kills)} kills", aim))
    late = [(message, _after_last_kill(message, siege.kills)) for message in waits]
    print(line("longest wait after the last kill in it", f"{max((after for _, after in late), default=0.0):.2f} s", aim))
    for message, after in sorted(late, key=lambda each: -each[1])[:WORST]:
        if after > PATIENCE_SECONDS:
            print(f"    {_story(message, siege.kills)}")


def _after_last_kill(message: Message, kills: Sequence[Kill]) -> float:
    """Seconds of a wait in which nobody was killed any more: where workers die faster than they start, the rest is their killer's."""
    return min([message.wait_seconds, *((message.answered_at or 0.0) - kill.at for kill in _during(message, kills))])


def _during(message: Message, kills: Sequence[Kill]) -> list[Kill]:
    return [kill for kill in kills if (message.acknowledged_at or 0.0) <= kill.at <= (message.answered_at or 0.0)]


def _most_kills(waits: Sequence[Message], kills: Sequence[Kill]) -> int:
    """During the longest wait."""
    return len(_during(waits[0], kills)) if waits else 0


def _story(message: Message, kills: Sequence[Kill]) -> str:
    """When the workers died during a long wait."""
    began = message.acknowledged_at or 0.0
    during = [f"{kill.at - began:+.2f}" for kill in kills if -PATIENCE_SECONDS < kill.at - began < message.wait_seconds]
    return f"{message.deliver.external_id} waited {message.wait_seconds:.2f} s; kills at {', '.join(during) or 'no time'} s"
