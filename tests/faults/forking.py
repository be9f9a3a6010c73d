"""Processes that tests may kill: each is forked from one that has read the program already, so that a start takes hardly any time."""

import asyncio
import multiprocessing
from collections.abc import Callable, Coroutine
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from tests.faults import child, intake

FORKING = multiprocessing.get_context("forkserver")
PRELOADED = ["pytest", "bot.bench.preloaded", "bot.bench.crew", "asyncpg", "sqlalchemy.ext.asyncio", __name__, "tests.faults.serving"]
LIMIT_SECONDS = 60  # for a run that nobody kills
KILLED = -9

Program = Callable[[Path, str, str, int], Coroutine[Any, Any, None]]
CHILD, INTAKE = child.main, intake.main


def be_ready() -> None:
    """The process that all others are forked from reads everything once, whoever is the first to need it."""
    FORKING.set_forkserver_preload(PRELOADED)
    forkserver.ensure_running()


def live(program: Program, folder: Path, url: str, step: str, nth: int) -> None:
    asyncio.run(program(folder, url, step, nth))


class House:
    """A database, its platform's folder, and the processes that serve it, one after the other or several at once."""

    def __init__(self, folder: Path, url: str, program: Program = CHILD) -> None:
        self.folder, self.url, self._program = folder, url, program

    def start(self, step: str = "never", nth: int = 1) -> ForkServerProcess:
        be_ready()
        process = FORKING.Process(target=live, args=(self._program, self.folder, self.url, step, nth))
        process.start()
        return process

    def run(self, step: str = "never", nth: int = 1) -> int | None:
        return end_of(self.start(step, nth))


def end_of(process: ForkServerProcess) -> int | None:
    """The exit code; None when it had to be ended."""
    process.join(LIMIT_SECONDS)
    code = process.exitcode
    process.kill()
    process.join()
    process.close()
    return code
