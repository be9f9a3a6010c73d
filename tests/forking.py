"""Processes forked from one that has read the program already, so that a start takes hardly any time; all else of them is real."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from pkgutil import iter_modules
from typing import TextIO

from bot import cli, programs

FORKING = multiprocessing.get_context("forkserver")
PRELOADED = [
    "pytest",
    "bot.bench.preloaded",
    "bot.bench.crew",
    "asyncpg",
    "sqlalchemy.ext.asyncio",
    *[f"{programs.__name__}.{each.name}" for each in iter_modules(programs.__path__)],
    __name__,
    "tests.faults.forking",
    "tests.faults.serving",
]


def be_ready() -> None:
    """The process that all others are forked from reads everything once, whoever is the first to need it."""
    FORKING.set_forkserver_preload(PRELOADED)
    forkserver.ensure_running()


class Forked:
    """`zelador WORDS` as `subprocess.Popen` would have begun it in that folder and environment, with three pipes of UTF-8."""

    def __init__(self, words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        be_ready()
        (stdin, write), (read, stdout), (read_errors, stderr) = (multiprocessing.Pipe(duplex=False) for _ in range(3))
        self._process = FORKING.Process(target=_be, args=(words, folder, dict(environment), (stdin, stdout, stderr)))
        self._process.start()
        self.stdin = os.fdopen(os.dup(write.fileno()), "w", encoding="utf-8")
        self.stdout, self.stderr = (os.fdopen(os.dup(each.fileno()), encoding="utf-8") for each in (read, read_errors))
        for each in (stdin, write, read, stdout, read_errors, stderr):
            each.close()

    @property
    def returncode(self) -> int | None:
        """None while it runs."""
        return self._process.exitcode

    def send_signal(self, told: int) -> None:
        if self._process.is_alive() and self._process.pid is not None:
            os.kill(self._process.pid, told)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise TimeoutError(f"it did not end within {timeout} seconds")
        return self._process.exitcode

    def communicate(self, said: str = "", timeout: float | None = None) -> tuple[str, str]:
        """Says that, and no more; gives what it wrote."""
        with ThreadPoolExecutor(2) as reading:
            written = [reading.submit(_rest, each) for each in (self.stdout, self.stderr)]
            with suppress(BrokenPipeError, ValueError):  # it has ended, or was said all before
                self.stdin.write(said)
            with suppress(BrokenPipeError):
                self.stdin.close()
            try:
                self.wait(timeout)
            except TimeoutError:
                self.kill()
                raise
            out, errors = (each.result() for each in written)
        self.stdout.close()
        self.stderr.close()
        return out, errors


def _rest(written: TextIO) -> str:
    return "" if written.closed else written.read()


def _be(words: Sequence[str], folder: Path, environment: Mapping[str, str], ends: Sequence[Connection]) -> None:
    """In the new process."""
    for number, end in enumerate(ends):
        os.dup2(end.fileno(), number)
        end.close()
    sys.stdin, sys.stdout = open(0, encoding="utf-8", closefd=False), open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv[:] = ["zelador", *words]
    cli.main()
