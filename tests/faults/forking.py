"""Processes that tests may kill, each for the database and the platform's folder of one house."""

import asyncio
from collections.abc import Callable, Coroutine
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from tests.faults import child, intake
from tests.forking import FORKING, be_ready

LIMIT_SECONDS = 60  # for a run that nobody kills
KILLED = -9

Program = Callable[[Path, str, str, int], Coroutine[Any, Any, None]]
CHILD, INTAKE = child.main, intake.main


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
