"""`zelador serve` as a process of its own: begun, killed, begun again, and looked at from outside."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import make_url

START_SECONDS = 30.0
ROOT = Path(__file__).parents[2]
_USER_TICKS, _SYSTEM_TICKS = 11, 12  # fields of /proc/PID/stat behind the program's name, from 0
_RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


class NotServedError(Exception):
    """`zelador serve` ended instead of beginning."""


@dataclass
class Served:
    """The program as it is, but for what `loosens` sets first: people who are measured wait for an answer and for nothing else."""

    url: str
    settings: Mapping[str, str]  # by name, without the prefix
    loosens: str  # statements
    port: int = field(default_factory=free_port)
    process: Process | None = None

    async def begin(self) -> None:
        program = f"{self.loosens}; from bot.cli import main; main()"
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", program, "serve"),
            cwd=ROOT,
            env=self._environment(),
            stderr=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
        )
        assert self.process.stdout  # noqa: S101 (asked for above)
        async with asyncio.timeout(START_SECONDS):
            if not await self.process.stdout.readline():
                raise NotServedError

    def _environment(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ZELADOR_")}
        folder = Path(make_url(self.url).database or "").parent
        own = {"DATABASE_URL": self.url, "DATA_DIR": str(folder), "PORT": str(self.port), **self.settings}
        return clean | {f"ZELADOR_{name}": value for name, value in own.items()}

    async def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.send_signal(how)
            await self.process.wait()

    def cpu_seconds(self) -> float:
        """User and system time; Linux only."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks = int(fields[_USER_TICKS]) + int(fields[_SYSTEM_TICKS])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Resident bytes."""
        found = _RESIDENT.search(Path(f"/proc/{self.pid}/status").read_text(encoding="ascii"))
        return int(found[1]) * 1024 if found else 0

    @property
    def pid(self) -> int:
        return self.process.pid if self.process else 0
