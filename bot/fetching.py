"""The job that fetches files which people sent, apart from the turns: a file that does not come holds nobody up (F9)."""

import asyncio
import hashlib
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO, NamedTuple, Protocol

from sqlalchemy import Connection

from bot.bell import POLL_SECONDS
from core.files import HEAD_BYTES, MACROS, MOST_BYTES, OFFICE, file_kind, place_of
from core.messages import Fetched
from storage import media
from storage.database import Database, is_outage
from storage.media import AT_ONCE, Wanted

FETCH_SECONDS = 120.0  # limit of one file; shorter than `storage.media.LEASE`
CHUNK_BYTES = 2**18  # read at once
PARTIAL = ".part"

log = logging.getLogger(__name__)


class Fetches(Protocol):
    """What a channel gives to this job."""

    async def fetch(self, ref: str, account: str, into: BinaryIO, most: int) -> Fetched:
        """Writes the file that this account was sent, at most so many bytes. What it raises counts as: it may come later."""


class _Stands(NamedTuple):
    """A file in the data folder."""

    sha256: str
    mime: str
    size: int


class Fetcher:
    """Of one process."""

    def __init__(self, channels: Mapping[str, Fetches], folder: Path) -> None:
        self._channels, self._folder = channels, folder
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Until it is cancelled; what was under way then is fetched again after its lease."""
        try:
            while True:
                await self._begin(database, clock)
                await asyncio.sleep(POLL_SECONDS)
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _begin(self, database: Database, clock: Callable[[], datetime]) -> None:
        room = AT_ONCE - len(self._tasks)
        if room <= 0:
            return
        try:
            wanted = await database.run(partial(media.take_due, now=clock(), channels=self._channels, room=room))
        except Exception as error:
            if not is_outage(error):
                log.exception("no file could be fetched")
            return
        for each in wanted:
            task = asyncio.create_task(self._fetch(database, clock, each))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _fetch(self, database: Database, clock: Callable[[], datetime], wanted: Wanted) -> None:
        """What cannot be noted is fetched again after its lease."""
        try:
            outcome = await self._outcome(wanted)
            await database.run(partial(_note, wanted=wanted, outcome=outcome, now=clock()))
        except Exception as error:
            if not is_outage(error):
                log.exception("a file could not be kept")

    async def _outcome(self, wanted: Wanted) -> "Fetched | _Stands | None":
        """None: it is nothing that may be kept."""
        if wanted.size is not None and wanted.size > MOST_BYTES:
            return Fetched("too_large", reason=f"{wanted.size} bytes")
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                with _partial(self._folder) as (path, into):
                    fetched = await self._channels[wanted.channel].fetch(wanted.ref, wanted.account, into, MOST_BYTES)
                    into.flush()
                    return fetched if fetched.do != "fetched" else await asyncio.to_thread(_keep, path, self._folder)
        except Exception as error:  # noqa: BLE001 (of the disk, of time, or of the channel: it may come later)
            if isinstance(error, OSError) and error.errno:
                log.warning("a file cannot be kept, and is fetched again later: %s", error.strerror)
            return Fetched("again", reason=type(error).__name__)


@contextmanager
def _partial(folder: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file that only its owner may read; gone at the end, unless it was moved to its place."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = mkstemp(dir=folder, suffix=PARTIAL)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield Path(name), file
    finally:
        Path(name).unlink(missing_ok=True)


def _note(connection: Connection, wanted: Wanted, outcome: "Fetched | _Stands | None", now: datetime) -> None:
    match outcome:
        case None:
            media.end(connection, wanted.id, "refused", "a kind of file that is not kept")
        case _Stands(sha256, mime, size):
            media.ready(connection, wanted.id, sha256, mime, size)
        case Fetched("again"):
            media.come_again(connection, wanted, now, outcome.reason, timedelta(seconds=outcome.after_seconds))
        case _:
            media.end(connection, wanted.id, outcome.do, outcome.reason)


def _keep(path: Path, folder: Path) -> _Stands | None:
    """Moves the file to where its content says; it stands there whole or not at all, also when the power goes."""
    with path.open("rb+") as file:
        kind = file_kind(file.read(HEAD_BYTES))
        if kind is None or (kind in OFFICE and _holds(file, MACROS)):
            return None
        file.seek(0)
        sha256, size = hashlib.file_digest(file, "sha256").hexdigest(), file.tell()
        os.fsync(file.fileno())
    there = folder.parent / place_of(sha256, kind.mime)
    there.parent.mkdir(parents=True, exist_ok=True)
    path.replace(there)
    _sync_folder(there.parent)
    return _Stands(sha256, kind.mime, size)


def _holds(file: BinaryIO, words: bytes) -> bool:
    """Anywhere in it."""
    before = b""
    file.seek(0)
    while chunk := file.read(CHUNK_BYTES):
        if words in before + chunk:
            return True
        before = chunk[-len(words) :]
    return False


def _sync_folder(folder: Path) -> None:
    """So that the name too is on the disk."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_remains(folder: Path) -> None:
    """Takes away what a process that died had begun to fetch."""
    for path in folder.glob(f"*{PARTIAL}"):
        with suppress(FileNotFoundError):  # another process that shares the folder clears it too, or is done with the file
            if time.time() - path.stat().st_mtime > FETCH_SECONDS:
                path.unlink()
