"""One serving process for one SQLite file: a lock that ends with its process, however that ends."""

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.database import Unusable

LOCK_SUFFIX = ".lock"  # beside the database; empty, and never removed: a removed file could be locked twice
PATIENCE_SECONDS = 1.0  # somebody may be looking at the lock for a moment


class BusyError(Exception):
    """Another process serves the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"another process uses {path}")
        self.path = path


class Serving:
    """Held while a process takes turns and sends: `with Serving(path): …`. Raises `BusyError`, or `Unusable` when no lock can be made.

    SQLite itself locks the lock file, since it knows how on every system, and the system lets go when the process dies.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        self._lock = _open(self._path, PATIENCE_SECONDS)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._lock.close()
            raise BusyError(self._path) from error
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._lock is not None:
            self._lock.close()


def is_served(path: Path) -> bool:
    """Whether some process serves the file now; asking is no claim."""
    if not _lock_file(path).exists():
        return False
    lock = _open(path, 0.0)
    try:
        lock.execute("PRAGMA schema_version")
    except sqlite3.OperationalError:
        return True
    finally:
        lock.close()
    return False


def _lock_file(path: Path) -> Path:
    return path.with_name(path.name + LOCK_SUFFIX)


def _open(path: Path, timeout: float) -> sqlite3.Connection:
    try:
        return sqlite3.connect(_lock_file(path), timeout=timeout, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise Unusable(f"{_lock_file(path)}: {error}") from error
