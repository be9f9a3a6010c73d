"""`zelador serve` in a process that tests may kill: the command itself, forked from a process that has read the program already."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot import ingest
from bot.programs.serving import run_serve
from storage import repetition
from tests.faults.forking import KILLED, end_of
from tests.forking import FORKING, be_ready
from tests.programs import free_port
from tests.telegram import haste as telegram_haste
from tests.telegram.platform import Telegram
from tests.whatsapp import haste as whatsapp_haste
from tests.whatsapp.platform import NUMBER, SECRET, VERIFY, WhatsApp

# Long enough to be killed in, and for the platform's word after that.
WAITS: Sequence[tuple[Any, str, Any]] = (
    *telegram_haste.WAITS,
    *whatsapp_haste.WAITS,
    (ingest, "COMPANIONS", timedelta(seconds=0.3)),
    (repetition, "REPORTED_WITHIN", timedelta(seconds=2)),
)


class Served:
    """One installation: the same settings, whichever process serves it."""

    def __init__(self, folder: Path, url: str, settings: Mapping[str, str]) -> None:
        self._folder = folder
        self.port = free_port()
        self.url = url
        self._settings = {"DATABASE_URL": url, "DATA_DIR": str(folder / "data"), "PORT": str(self.port), **settings}
        if self._settings.get("TELEGRAM__MODE") == "webhook":
            self._settings["PUBLIC_URL"] = self.address
        self.begin()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

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


def of_telegram(telegram: Telegram, *, by_webhook: bool) -> Mapping[str, str]:
    mode = "webhook" if by_webhook else "polling"
    return {"TELEGRAM__TOKEN": telegram.token, "TELEGRAM__API_BASE": telegram.url, "TELEGRAM__MODE": mode}


def of_whatsapp(whatsapp: WhatsApp) -> Mapping[str, str]:
    given = {"TOKEN": whatsapp.token, "API_BASE": whatsapp.url, "PHONE_NUMBER_ID": NUMBER, "APP_SECRET": SECRET, "VERIFY_TOKEN": VERIFY}
    return {f"WHATSAPP__{name}": value for name, value in given.items()}


def _serve(folder: Path, settings: Mapping[str, str]) -> None:
    os.chdir(folder)
    os.environ.update({f"ZELADOR_{name}": value for name, value in settings.items()})
    for where, name, wait in WAITS:
        setattr(where, name, wait)
    run_serve(None)
