"""The workers that are measured, as whoever measures them sees them: started, talked to, stopped and killed, each by its own process."""

import asyncio
import multiprocessing
import socket
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

from bot.bench.wire import LONGEST, REPORTS, Line, Measure, Order, Ready, Report, Stop, Usage
from bot.bench.worker import live

START_SECONDS = 30.0  # of a worker, on a busy machine
STOP_SECONDS = 15.0  # a send may take ten
PRELOADED = ["bot.bench.preloaded", "bot.bench.crew", "asyncpg", "sqlalchemy.ext.asyncio"]

Hear = Callable[["Worker", Report], None]


class Worker:
    """One worker process. What it reports goes to `hear`, but for the reports that somebody awaits."""

    def __init__(self, process: BaseProcess, line: Line[Report], hear: Hear) -> None:
        self.process, self._line, self._hear = process, line, hear
        loop = asyncio.get_running_loop()
        self.started_at = time.monotonic()
        self.ready: asyncio.Future[None] = loop.create_future()
        self._usage: asyncio.Future[Usage] | None = None
        self.listening = asyncio.create_task(self._listen())

    @property
    def is_ready(self) -> bool:
        return self.ready.done() and not self.ready.cancelled() and not self.listening.done()

    def say(self, order: Order) -> None:
        self._line.say(order)

    async def usage(self, *, memory: bool = False) -> Usage:
        self._usage = asyncio.get_running_loop().create_future()
        self.say(Measure(memory))
        async with asyncio.timeout(START_SECONDS):
            return await self._usage

    def kill(self) -> None:
        self.process.kill()

    async def stop(self) -> None:
        """In order; one that does not end is killed."""
        self.say(Stop())
        with suppress(TimeoutError):
            async with asyncio.timeout(STOP_SECONDS):
                await asyncio.shield(self.listening)
        await self.bury()

    async def bury(self) -> None:
        """After its end, whatever it was."""
        self.process.kill()
        await self.listening
        await asyncio.to_thread(self.process.join)
        self.process.close()

    async def _listen(self) -> None:
        async for report in self._line.heard():
            match report:
                case Ready():
                    self.ready.set_result(None)
                    self._hear(self, report)
                case Usage() if self._usage is not None:
                    self._usage.set_result(report)
                case _:
                    self._hear(self, report)
        self.ready.cancel()
        await self._line.close()


async def hire(url: str, hear: Hear, *, patient: bool = False, fresh: bool = False) -> Worker:
    """Starts a worker. It is forked from a process that has read the program already, unless it shall be `fresh`."""
    ours, theirs = socket.socketpair()
    with theirs:
        process = _process(fresh)(target=live, args=(theirs, url), kwargs={"patient": patient}, daemon=True)
        process.start()
    return Worker(process, Line(*await asyncio.open_connection(sock=ours, limit=LONGEST), REPORTS), hear)


def _process(fresh: bool) -> Callable[..., BaseProcess]:
    if fresh:
        return multiprocessing.get_context("spawn").Process
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(PRELOADED)
    return forking.Process


@asynccontextmanager
async def crew(url: str, size: int, hear: Hear, *, fresh: bool = False) -> AsyncIterator[Sequence[Worker]]:
    """Workers that are all at work, and stopped in order when the block ends."""
    workers = [await hire(url, hear, fresh=fresh) for _ in range(size)]
    try:
        async with asyncio.timeout(START_SECONDS):
            await asyncio.gather(*[worker.ready for worker in workers])
        yield workers
    finally:
        await asyncio.gather(*[worker.stop() for worker in workers])


@dataclass(frozen=True, slots=True)
class Used:
    """What all workers together have used. Bytes."""

    cpu_seconds: float
    turns: int
    rss: int

    def since(self, before: "Used") -> float:
        """CPU microseconds a turn."""
        return (self.cpu_seconds - before.cpu_seconds) / max(1, self.turns - before.turns) * 1e6


async def used_by(workers: Sequence[Worker], *, memory: bool = False) -> Used:
    usages = [await worker.usage(memory=memory) for worker in workers]
    return Used(sum(each.cpu_seconds for each in usages), sum(each.turns for each in usages), sum(each.rss for each in usages))
