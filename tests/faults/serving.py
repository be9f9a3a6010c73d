"""`zelador serve` in a process that tests may kill: the command itself, forked from a process that has read the program already."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bot import ingest
from bot.programs.serving import run_serve
from tests.faults.forking import FORKING, KILLED, be_ready, end_of
from tests.telegram.haste import WAITS
from tests.telegram.platform import Telegram

COMPANIONS = timedelta(seconds=0.3)  # long enough to be killed in


class Served:
    """One installation: the same settings, whichever process serves it."""

    def __init__(self, folder: Path, url: str, telegram: Telegram, *, by_webhook: bool = False, **more: str) -> None:
        port = _free_port()
        self._folder = folder
        self._settings = {
            "ZELADOR_DATABASE_URL": url,
            "ZELADOR_DATA_DIR": str(folder / "data"),
            "ZELADOR_TELEGRAM__TOKEN": telegram.token,
            "ZELADOR_TELEGRAM__API_BASE": telegram.url,
            "ZELADOR_PORT": str(port),
            "ZELADOR_PUBLIC_URL": f"http://127.0.0.1:{port}" if by_webhook else "",
            **{f"ZELADOR_{name}": value for name, value in more.items()},
        }
        self.begin()

    def begin(self) -> None:
        be_ready()
        self._process = FORKING.Process(target=_serve, args=(self._folder, self._settings))
        self._process.start()

    def kill(self) -> None:
        self._process.kill()
        assert end_of(self._process) == KILLED

    def stop(self) -> None:
        """In order."""
        self._process.terminate()
        assert end_of(self._process) == 0

    def end(self) -> None:
        """However the test ended."""
        with suppress(ValueError):  # it is over
            self._process.kill()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def _serve(folder: Path, settings: Mapping[str, str]) -> None:
    os.chdir(folder)
    os.environ.update(settings)
    for where, name, wait in WAITS:
        setattr(where, name, wait)
    ingest.COMPANIONS = COMPANIONS
    run_serve(None)
