"""Where it is measured: a database of its own, bare commits beside it, and a look into it that disturbs nobody."""

import asyncio
import sqlite3
import tempfile
import time
import uuid
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import make_url

from bot.programs.app import file_of, in_words
from bot.programs.upgrading import upgraded
from storage.database import PRAGMAS, Postgres

BARE_SECONDS = 0.5  # of bare commits at a time
NAME = "zelador_bench_"  # of a database, with a unique end

_BARE_TABLE = "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, value INTEGER NOT NULL)"
_BARE = "INSERT INTO bare VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET value = bare.value + 1"
_WAITING = "SELECT (SELECT count(*) FROM inbox WHERE done_at IS NULL) + (SELECT count(*) FROM outbox WHERE due_at IS NOT NULL)"


@contextmanager
def place(server: str | None) -> Iterator[str]:
    """The URL of a database with all tables, which is gone afterwards: on a PostgreSQL server, or a SQLite file."""
    if server is None:
        with tempfile.TemporaryDirectory(prefix="zelador-bench-") as folder:
            yield _migrated(f"sqlite:///{folder}/bench.sqlite3")
        return
    name = f"{NAME}{uuid.uuid4().hex}"
    with in_words():
        asyncio.run(_execute(server, f"CREATE DATABASE {name}"))
    try:
        yield _migrated(make_url(server).set(database=name).render_as_string(hide_password=False))
    finally:
        asyncio.run(_execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


def _migrated(url: str) -> str:
    asyncio.run(upgraded(url))
    return url


async def _execute(server: str, statement: str) -> None:
    """By itself: no database is made or dropped in a transaction."""
    database = Postgres(server)
    try:
        async with database.engine.connect() as connection:
            alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await alone.execute(text(statement))
    finally:
        await database.close()


class Sight(ABC):
    """Looks into the database beside the workers, by plain SELECTs that both engines know; and makes bare commits."""

    @abstractmethod
    async def rows(self, statement: str) -> list[tuple[Any, ...]]: ...

    @abstractmethod
    async def engine(self) -> str:
        """Its name, and how durable a commit is."""

    @abstractmethod
    async def size(self) -> int:
        """Bytes of the whole database."""

    @abstractmethod
    async def bare_commits(self) -> float:
        """A second: one upsert in one commit, as durable as the bot's own, with nothing around it."""

    @abstractmethod
    async def tidy(self) -> None:
        """What the engine does by itself within a minute after much was written."""

    async def is_busy(self) -> bool:
        """Whether something waits to be heard or sent, or is not noted as sent."""
        ((waiting,),) = await self.rows(_WAITING)
        return bool(waiting)

    async def until_idle(self, look_seconds: float) -> None:
        while await self.is_busy():  # noqa: ASYNC110 (workers are looked at from outside)
            await asyncio.sleep(look_seconds)


@asynccontextmanager
async def sight(url: str) -> AsyncIterator[Sight]:
    path = file_of(url)
    if path is not None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection, _bare(path.with_name("bare.sqlite3")) as bare:
            yield _SqliteSight(path, connection, bare)
        return
    import asyncpg  # noqa: PLC0415 (not on SQLite)

    server = await asyncpg.connect(url)
    try:
        yield _PostgresSight(server)
    finally:
        await server.close()


@contextmanager
def _bare(path: Path) -> Iterator[sqlite3.Connection]:
    """A file of its own, so that bare commits disturb no worker."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(_BARE_TABLE)
        yield connection


class _SqliteSight(Sight):
    def __init__(self, path: Path, connection: sqlite3.Connection, bare: sqlite3.Connection) -> None:
        self._path, self._connection, self._bare = path, connection, bare

    async def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(statement).fetchall()

    async def engine(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}, synchronous=FULL"

    async def size(self) -> int:
        return sum(file.stat().st_size for file in self._path.parent.glob(f"{self._path.name}*"))

    async def tidy(self) -> None:
        """Nothing."""

    async def bare_commits(self) -> float:
        commits, began = 0, time.perf_counter()
        while (passed := time.perf_counter() - began) < BARE_SECONDS:
            self._bare.execute(_BARE)
            commits += 1
        return commits / passed


class _PostgresSight(Sight):
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await self._connection.fetch(statement)]

    async def engine(self) -> str:
        names = ("server_version", "fsync", "synchronous_commit")
        version, fsync, synchronous = [await self._connection.fetchval(f"SHOW {name}") for name in names]
        return f"PostgreSQL {version}, fsync={fsync}, synchronous_commit={synchronous}"

    async def size(self) -> int:
        size: int = await self._connection.fetchval("SELECT pg_database_size(current_database())")
        return size

    async def tidy(self) -> None:
        await self._connection.execute("VACUUM (ANALYZE)")

    async def bare_commits(self) -> float:
        await self._connection.execute(_BARE_TABLE)
        statement = await self._connection.prepare(_BARE)
        commits, began = 0, time.perf_counter()
        while (passed := time.perf_counter() - began) < BARE_SECONDS:
            await statement.fetch()
            commits += 1
        return commits / passed
