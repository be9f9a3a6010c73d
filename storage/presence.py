"""How processes know of each other: whether one lives, and that there is something new. On SQLite one process is alone."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from storage import processes
from storage.database import Database, Postgres, is_outage

NEWS = "zelador"  # channel of LISTEN and NOTIFY
AGAIN_SECONDS = 0.1  # between two attempts to come back: others wait twice `bot.watch.LOOK_SECONDS` before they count one as dead

log = logging.getLogger(__name__)

Hear = Callable[[str], None]


def presence(database: Database, me: int) -> "Presence":
    return Shared(database, me) if isinstance(database, Postgres) else Presence(database, me)


class Presence:
    """Of a process that is the only one on its database."""

    def __init__(self, database: Database, me: int) -> None:
        self._database, self._me = database, me

    def tell(self, word: str) -> None:
        """Tells it to all other processes; it may get lost."""

    @asynccontextmanager
    async def open(self, hear: Hear) -> AsyncIterator[None]:
        """While the block runs, this process lives, as `storage.processes` understands it; `hear` is given the words of the others."""
        async with self._listening(hear):
            try:
                yield
            finally:
                await self._leave()

    @asynccontextmanager
    async def _listening(self, _hear: Hear) -> AsyncIterator[None]:
        await self._enter()
        yield

    async def _enter(self) -> None:
        await self._database.run(partial(processes.enter, me=self._me))

    async def _leave(self) -> None:
        try:
            await self._database.run(partial(processes.leave, ids=[self._me]))
        except Exception as error:
            if not is_outage(error):  # then others think us dead, and find that nothing was in hand
                raise


class Shared(Presence):
    """Of one among several: a connection that only listens, tells, and holds the lock by which others know that this process lives."""

    def __init__(self, database: Postgres, me: int) -> None:
        super().__init__(database, me)
        self._engine = database.engine
        self._words: set[str] = set()
        self._stirred = asyncio.Event()

    def tell(self, word: str) -> None:
        """What is told while a word is under way goes with the next, once."""
        self._words.add(word)
        self._stirred.set()

    @asynccontextmanager
    async def _listening(self, hear: Hear) -> AsyncIterator[None]:
        """Raises what keeps the connection from being made at first; later it comes back by itself."""
        is_up: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        keeping = asyncio.create_task(self._keep(hear, is_up))
        try:
            await is_up
            yield
        finally:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping

    async def _keep(self, hear: Hear, is_up: "asyncio.Future[None]") -> None:
        from asyncpg import InterfaceError, InternalClientError, PostgresError  # noqa: PLC0415 (a start on SQLite does without)

        while True:
            try:
                async with self._connected(hear) as connection:
                    await self._enter()  # after the lock; and again after a break, since others may have thought us dead
                    if not is_up.done():
                        is_up.set_result(None)
                    await self._pass_on(connection)
            except Exception as error:
                if not is_up.done():
                    is_up.set_exception(error)
                    return
                if not (is_outage(error) or isinstance(error, InterfaceError | InternalClientError | PostgresError)):
                    log.exception("other processes cannot be heard")
            await asyncio.sleep(AGAIN_SECONDS)

    @asynccontextmanager
    async def _connected(self, hear: Hear) -> AsyncIterator[Any]:
        """asyncpg's own connection, listening, with the lock; it is closed at the end, which gives the lock back."""
        async with self._engine.connect() as pooled:
            connection: Any = (await pooled.get_raw_connection()).driver_connection
            try:
                if not await connection.fetchval("SELECT pg_try_advisory_lock($1, $2)", processes.LOCK_SPACE, self._me):
                    raise TimeoutError("the server has not noticed yet that the last connection broke")
                connection.add_termination_listener(lambda _: self._stirred.set())
                await connection.add_listener(NEWS, partial(self._heard, hear))
                yield connection
            finally:
                await pooled.invalidate()

    @staticmethod
    def _heard(hear: Hear, connection: Any, sender: int, _channel: str, word: str) -> None:
        if sender != connection.get_server_pid():
            hear(word)

    async def _pass_on(self, connection: Any) -> None:
        while not connection.is_closed():
            words, self._words = self._words, set()
            for word in sorted(words):
                await connection.execute("SELECT pg_notify($1, $2)", NEWS, word)
            await self._stirred.wait()
            self._stirred.clear()
