"""The program itself, started as people start it, and looked at from outside."""

import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tests.forking import Forked

ROOT = Path(__file__).parents[1]
LIMIT_SECONDS = 60  # for what takes a second or two on a quiet machine


def fresh(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> "subprocess.Popen[str]":
    """From nothing, as people start it; one that is forked has read the program already."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "bot.cli", *words]
    return subprocess.Popen(command, cwd=folder, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


Begin = Callable[[Sequence[str], Path, Mapping[str, str]], "Forked | subprocess.Popen[str]"]


class Program:
    """`zelador WORDS…` in a process of its own; what it writes is read as it comes, or a full pipe would stop it."""

    def __init__(self, folder: Path, words: tuple[str, ...], settings: dict[str, str], begin: Begin) -> None:
        given = {name: value for name, value in os.environ.items() if not name.startswith("ZELADOR_")}
        given |= {"PYTHONPATH": str(ROOT), "COLUMNS": "200", **{f"ZELADOR_{name}": value for name, value in settings.items()}}
        self.process = begin(words, folder, given)
        if self.process.stdin is not None:
            self.process.stdin.close()
        self.out, self.errors = _Lines(self.process.stdout), _Lines(self.process.stderr)

    def told(self, signals: int = 1) -> None:
        for _ in range(signals):
            self.process.send_signal(signal.SIGTERM)

    def ended(self) -> int:
        """Its exit code."""
        code = self.process.wait(LIMIT_SECONDS)
        self.out.end()
        self.errors.end()
        return code

    def stopped(self) -> float:
        """Told to stop, it does so in order; how many seconds it took."""
        began = time.monotonic()
        self.told()
        code = self.ended()
        took = time.monotonic() - began
        assert code == 0, self.errors.text
        return took


class _Lines:
    """What comes out of a pipe."""

    def __init__(self, pipe: IO[str] | None) -> None:
        assert pipe is not None
        self._pipe, self._coming, self._all = pipe, queue.SimpleQueue[str | None](), list[str]()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self._pipe:
            self._all.append(line)
            self._coming.put(line)
        self._coming.put(None)

    def line(self) -> str:
        """The next one."""
        line = self._coming.get(timeout=LIMIT_SECONDS)
        assert line is not None, "it ended"
        return line

    def end(self) -> None:
        self._reader.join(LIMIT_SECONDS)
        self._pipe.close()

    @property
    def text(self) -> str:
        return "".join(self._all)


Start = Callable[..., Program]


@contextmanager
def programs(folder: Path, begin: Begin = Forked) -> Iterator[Start]:
    """`start("serve", DATABASE_URL=…)`; whatever still runs at the end is killed."""
    started: list[Program] = []

    def start(*words: str, **settings: str) -> Program:
        started.append(Program(folder, words, settings, begin))
        return started[-1]

    try:
        yield start
    finally:
        for each in started:
            each.process.kill()
            each.ended()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
    return port


def get(url: str) -> tuple[int, str]:
    """Status and body."""
    try:
        with urllib.request.urlopen(url, timeout=LIMIT_SECONDS) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def ready(url: str) -> dict[str, Any]:
    """What /readyz says."""
    told: dict[str, Any] = json.loads(get(f"{url}/readyz")[1])
    return told


def until(is_so: Callable[[], bool], pause: float = 0.05) -> None:
    """Looks from outside, where nobody tells."""
    give_up_at = time.monotonic() + LIMIT_SECONDS
    while not is_so():
        assert time.monotonic() < give_up_at, "it never came to be"
        time.sleep(pause)
