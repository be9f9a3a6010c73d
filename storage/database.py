"""The one door to SQL: `await database.run(fn)`. `fn(connection)` may be run again, so it keeps no state of its own."""

import asyncio
import os
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.trouble import Trouble

T = TypeVar("T")
Work = Callable[[Connection], T]  # runs in a transaction; never commits, never awaits

GROUP = 256  # functions in one SQLite commit; measured: more brings nothing, and one that raises makes all run again
TRIES = 4  # of one function on PostgreSQL, when another process was quicker or the connection broke
POOL = 6  # connections of one process on PostgreSQL: ingest, worker, sender, time, the one that listens, and one to spare
ANSWER_SECONDS = 30.0  # for PostgreSQL to answer one statement; later means that nobody is there
BUSY_MS = 5_000  # milliseconds to wait for another process that writes the same SQLite file
OPENING_SECONDS = 30.0  # at the first opening: another program may be bringing the file to its own version
BUSY_LOOK_SECONDS = 0.01  # between two looks, where SQLite does not wait by itself
OLDEST_SQLITE = (3, 35, 0)  # RETURNING

LOST_RACES = frozenset({"23505", "40001", "40P01"})  # unique_violation, serialization_failure, deadlock_detected
# Classes of SQLSTATE that are nobody's message: connection, rolled back, resources, operator's intervention, system.
OUTAGES = frozenset({"08", "40", "53", "57", "58"})
READ_ONLY = "25006"  # read_only_sql_transaction: this server is a standby, or has just become one

# A process that is stuck, or whose machine is gone, must not hold its conversations for ever (PostgreSQL, "Client Connection Defaults"
# and "Connections and Authentication"). Milliseconds and seconds.
SERVER_SETTINGS = {
    "application_name": "zelador",
    "idle_in_transaction_session_timeout": "30000",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}

OPTIONS = frozenset({"host", "port", "ssl", "passfile", "target_session_attrs"})  # that a PostgreSQL URL may have (asyncpg.connect)

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_MS}")


class Unusable(Exception):
    """The database cannot be used as it is; the message says which and why."""


class FileGoneError(OSError):
    """The SQLite file was moved or deleted while it is in use: what is written would be lost with it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was moved or deleted: put the same file back, or stop and start again")


def connect(url: str) -> "Sqlite | Postgres":
    """Opens `sqlite:///path` or `postgresql://…`. Raises `Unusable` when the file is none of ours."""
    if url.startswith("sqlite"):
        return Sqlite(url)
    return Postgres(url)


def is_outage(error: BaseException) -> bool:
    """The database's fault (cut, full, locked), not the message's: to be tried again without counting."""
    if not isinstance(error, DBAPIError):
        return isinstance(error, OSError)  # a server that cannot be reached, or does not answer in time
    is_broken_file = type(error.orig) is sqlite3.DatabaseError  # SQLITE_CORRUPT and SQLITE_NOTADB; all others have a class of their own
    is_servers = _sqlstate(error)[:2] in OUTAGES or _sqlstate(error) == READ_ONLY
    return is_broken_file or is_servers or isinstance(error, OperationalError) or error.connection_invalidated


def _sqlstate(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""


@dataclass(frozen=True, slots=True)
class _Job:
    work: Work[Any]
    future: "asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop


class Sqlite:
    """One thread writes; what waits for it goes together in one commit (group commit)."""

    is_shared = False  # by several processes that take turns

    def __init__(self, url: str) -> None:
        self.path, self._trouble = Path(make_url(url).database or ""), Trouble()
        _check_file(self.path)
        self.engine = create_engine(url, hide_parameters=True)  # an error message must not carry what people said
        event.listen(self.engine, "connect", _configure)
        event.listen(self.engine, "begin", _begin)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=_write, args=(self.engine, self.path, self._jobs), name="sqlite-writer", daemon=True)
        self._thread.start()

    async def run(self, work: Work[T]) -> T:
        """What `work` gives back, after COMMIT."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._jobs.put(_Job(work, future, loop))
        with _noticed(self._trouble):
            return await future

    async def close(self) -> None:
        """After everything that was asked for is done."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)
        self.engine.dispose()


def _check_file(path: Path) -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Unusable(f"SQLite {sqlite3.sqlite_version} is too old: {'.'.join(map(str, OLDEST_SQLITE))} or newer is needed")
    try:
        connection = sqlite3.connect(path, timeout=OPENING_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise Unusable(f"{path}: {error}") from error
    try:
        # WAL first: it alone tells a file that may be read only; the empty transaction takes the write lock and changes nothing.
        _use_wal(connection)
        connection.executescript("BEGIN IMMEDIATE; COMMIT")
    except sqlite3.Error as error:
        raise Unusable(f"{path}: {error}") from error
    finally:
        connection.close()


def _use_wal(connection: sqlite3.Connection) -> None:
    """Of several that open a new file at once, SQLite lets some wait and tells others at once that it is locked."""
    give_up_at = time.monotonic() + OPENING_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up_at:
                raise
            time.sleep(BUSY_LOOK_SECONDS)
        else:
            return


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    # The module's own transactions let a released savepoint survive the outer rollback: we say BEGIN ourselves.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _noticed(trouble: Trouble) -> Iterator[None]:
    """Keeps book of whether the database can be used."""
    try:
        yield
    except Exception as error:
        if is_outage(error):
            trouble.met(error)
        raise
    trouble.over()


def _write(engine: Engine, path: Path, jobs: "queue.SimpleQueue[_Job | None]") -> None:
    """The writer thread, until `None` comes."""
    with engine.connect() as connection:
        file = _identity(path)
        while group := _group(jobs):
            outcomes = _commit(connection, group) if _identity(path) == file else [FileGoneError(path)] * len(group)
            if len(group) > 1 and isinstance(outcomes[0], Exception) and not is_outage(outcomes[0]):
                # Each on its own: who raised harms nobody else. A lock or a full disk would only refuse them one by one.
                outcomes = [_commit(connection, [job])[0] for job in group]
            _report(group, outcomes)


def _identity(path: Path) -> tuple[int, int] | None:
    """Tells a file from another one that later bears its name."""
    try:
        found = os.stat(path)  # noqa: PTH116 (half the time of a Path's, at each commit)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _group(jobs: "queue.SimpleQueue[_Job | None]") -> list[_Job]:
    """All that waits, at least one; empty when it is time to stop."""
    group: list[_Job] = []
    while (job := jobs.get()) is not None:
        group.append(job)
        if jobs.empty() or len(group) == GROUP:
            return group
    if group:
        jobs.put(None)
    return group


def _commit(connection: Connection, group: list[_Job]) -> list[Any]:
    try:
        with connection.begin():
            return [job.work(connection) for job in group]
    except Exception as error:  # noqa: BLE001 (it belongs to whoever awaits)
        return [error] * len(group)


def _report(group: list[_Job], outcomes: list[Any]) -> None:
    """One call into the loop for the whole group: waking it costs more than the work."""
    try:
        group[0].loop.call_soon_threadsafe(_resolve, group, outcomes)
    except RuntimeError:
        return  # the loop is closed: nobody waits any more


def _resolve(group: list[_Job], outcomes: list[Any]) -> None:
    for job, outcome in zip(group, outcomes, strict=True):
        if job.future.done():
            continue
        if isinstance(outcome, Exception):
            job.future.set_exception(outcome)
        else:
            job.future.set_result(outcome)


class Postgres:
    """Each function is a transaction of its own, run again when another process was quicker."""

    is_shared = True

    def __init__(self, url: str) -> None:
        from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 (it brings the ORM along: 50 ms of every start on SQLite)

        self._trouble = Trouble()
        self._under_way: set[asyncio.Task[Any]] = set()
        self.engine = create_async_engine(
            _for_asyncpg(make_url(url)),
            pool_size=POOL,
            max_overflow=0,
            hide_parameters=True,
            connect_args={"server_settings": SERVER_SETTINGS, "command_timeout": ANSWER_SECONDS, "timeout": ANSWER_SECONDS},
        )

    async def run(self, work: Work[T]) -> T:
        """What `work` gives back, after COMMIT. It goes on to its end, as on SQLite, also when nobody waits for it any more."""
        # A connection whose user is cancelled is handed back by another task, which nobody awaits when the loop ends.
        task = asyncio.create_task(self._run(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return await asyncio.shield(task)

    async def _run(self, work: Work[T]) -> T:
        with _noticed(self._trouble):
            for _ in range(TRIES - 1):
                try:
                    return await self._run_once(work)
                except DBAPIError as error:
                    if not (error.connection_invalidated or _sqlstate(error) in LOST_RACES):
                        raise
            return await self._run_once(work)

    async def _run_once(self, work: Work[T]) -> T:
        async with self.engine.begin() as connection:
            return await connection.run_sync(work)

    async def close(self) -> None:
        """After everything that was asked for is done."""
        if self._under_way:
            await asyncio.wait(self._under_way)
        await self.engine.dispose()


def _for_asyncpg(url: URL) -> URL:
    """`sslmode`, as libpq and most hosts write it, is `ssl` to asyncpg. Raises `Unusable` for an option that would be overlooked."""
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    if unknown := sorted(set(query) - OPTIONS):
        raise Unusable(f"the address of the database has an option that is not known: {', '.join(unknown)}")
    return url.set(drivername="postgresql+asyncpg", query=query)


Database = Sqlite | Postgres
