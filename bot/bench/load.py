"""`zelador bench load`: how long an answer takes when messages come at fixed times, whatever happens.

Messages go to the workers as a platform's requests do: the process that gets one takes it in, and any may take its turn.
"""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress

from bot.bench.crew import crew, used_by
from bot.bench.crowd import Answered, Crowd
from bot.bench.database import place, sight
from bot.bench.figures import line, percentile
from bot.programs.app import run

WARM_SECONDS = 3.0  # at most: statements are compiled, and talks spread over all steps
REST_SECONDS = 10.0  # for the answers to the last messages
LOOK_SECONDS = 0.01
AIM_P50, AIM_P99 = 15, 50  # ms at 400 messages a second


def bench_load(rate: float, seconds: float, processes: int = 2, server: str | None = None) -> None:
    """Prints p50, p90, p99 and the longest time from a message's arrival until its answer is handed to the channel."""
    size = 1 if server is None else processes
    with place(server) as url:
        run(_load(url, rate, seconds, size))


async def _load(url: str, rate: float, seconds: float, size: int) -> None:
    crowd = Crowd(rate)
    async with sight(url) as look, crew(url, size, crowd.hear) as workers:
        await crowd.speak(workers, min(WARM_SECONDS, seconds))
        before = await used_by(workers)
        began, said = time.monotonic(), crowd.said
        await crowd.speak(workers, seconds)
        spoke = time.monotonic() - began
        await rest(crowd)
        after = await used_by(workers)
        engine = await look.engine()
    answers = [each for each in crowd.answered if each.came_at >= began]
    print(f"{crowd.said - said} messages in {spoke:.1f} s, {rate:.0f} a second asked for; {size} workers that also take in; {engine}")
    tell(answers)
    print(line("reached", f"{len(answers) / spoke:.0f} answered a second; {crowd.unanswered} without an answer"))
    print(line("CPU a turn, taking in included", f"{after.since(before):.0f} µs"))


def tell(answers: Sequence[Answered]) -> None:
    p50, p90, p99, longest = [percentile([each.seconds for each in answers], share) * 1e3 for share in (0.5, 0.9, 0.99, 1)]
    print(line("arrival to channel, p50 / p90 / p99 / max", f"{p50:.1f} / {p90:.1f} / {p99:.1f} / {longest:.1f} ms", _AIM))


_AIM = f"p50 <= {AIM_P50}, p99 <= {AIM_P99} ms"


async def rest(crowd: Crowd) -> None:
    """Until everything is answered."""
    with suppress(TimeoutError):
        async with asyncio.timeout(REST_SECONDS):
            while crowd.unanswered:  # noqa: ASYNC110 (answers are noted as they come)
                await asyncio.sleep(LOOK_SECONDS)
