"""The database goes away under load and comes back: nothing is lost, doubled or reordered, it is said once, and all goes on by itself."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from bot.ingest import Ingest
from bot.programs.app import at_work
from storage import database as databases
from storage.database import Database, connect, is_outage
from storage.migrations import upgrade
from storage.tables import inbox, outbox
from storage.trouble import QUIET_SECONDS
from tests import postgres
from tests.house import House, part, real_now, until

PEOPLE = 5
BEFORE, DURING, AFTER = range(6), range(6, 12), range(12, 18)  # messages of each person
OUTAGE_SECONDS = 1.5
PATIENCE_SECONDS = 0.05  # of a platform between two deliveries of the same message
SAID = "the database cannot be used, trying again until it can: "


class Town:
    """People who write, a platform that delivers until it is told that the message is stored, and a house at work."""

    def __init__(self, house: House, door: Ingest) -> None:
        self.house, self._door = house, door
        self.refused = 0

    async def write(self, numbers: range) -> None:
        await asyncio.gather(*[self._person(f"w{who}", numbers) for who in range(PEOPLE)])

    async def _person(self, who: str, numbers: range) -> None:
        for number in numbers:
            await self._deliver(who, number)

    async def _deliver(self, who: str, number: int) -> None:
        while True:
            try:
                await self._door.put([part(f"{number:02}", who)])
            except (DBAPIError, OSError) as error:
                assert is_outage(error), error  # noqa: PT017 (it is not what is tested)
                self.refused += 1
                await asyncio.sleep(PATIENCE_SECONDS)
            else:
                return

    async def settled(self) -> None:
        await until(self._is_settled)

    async def _is_settled(self) -> bool:
        waiting = await self.house.rows(select(inbox.c.id).where(inbox.c.done_at.is_(None)))
        return not waiting and not await self.house.rows(select(outbox.c.id).where(outbox.c.due_at.is_not(None)))

    async def assert_all_is_well(self) -> None:
        assert set(await self.house.column(inbox.c.result)) == {"done"}
        for who in range(PEOPLE):
            replies = [row.call.text for row in self.house.channel.sent if row.address == f"w{who}"]
            heard = [line for reply in dict.fromkeys(replies) for line in reply.split("|")]
            assert heard == [f"{number:02}" for number in (*BEFORE, *DURING, *AFTER)]


@asynccontextmanager
async def town(database: Database) -> AsyncIterator[Town]:
    house = House(database)
    async with at_work(database, house.means, {"console": house.channel}) as bells:
        yield Town(house, Ingest(database, real_now, bells.worker))


async def outlives(database: Database, breaks: Callable[[], Awaitable[None]], mends: Callable[[], Awaitable[None]]) -> Town:
    """Before, during and after; what was said during the outage is told when it is over."""
    async with town(database) as people:
        await people.write(BEFORE)
        await people.settled()
        await breaks()
        during = asyncio.create_task(people.write(DURING))
        await asyncio.sleep(OUTAGE_SECONDS)
        await mends()
        await during
        await people.write(AFTER)
        await people.settled()
        await people.assert_all_is_well()
        await asyncio.sleep(1.2 * QUIET_SECONDS)  # until the end of the trouble is certain, and told
    return people


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was said, which is never a traceback: it is nobody's bug."""
    assert not [record for record in caplog.records if record.exc_info]
    return [record.message for record in caplog.records if record.name == "storage.trouble"]


# ── SQLite ───────────────────────────────────────────────────────────────────


def on_sqlite(url: str, breaks: Callable[[Any], Awaitable[None]], mends: Callable[[Any], Awaitable[None]]) -> Town:
    async def scenario() -> Town:
        database: Any = connect(url)
        try:
            return await outlives(database, partial(breaks, database), partial(mends, database))
        finally:
            await database.close()

    return asyncio.run(scenario())


def assert_it_was_said_once(caplog: pytest.LogCaptureFixture, cause: str) -> None:
    first, last = lines(caplog)
    assert first.startswith(SAID)
    assert cause in first
    assert last.startswith("the database can be used again, after ")


def test_a_file_that_is_locked_from_outside(sqlite_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(databases, "PRAGMAS", [each.replace(str(databases.BUSY_MS), "100") for each in databases.PRAGMAS])
    holding: list[sqlite3.Connection] = []

    async def locks(database: Any) -> None:
        holding.append(sqlite3.connect(database.path, isolation_level=None))
        holding[0].execute("BEGIN IMMEDIATE")

    async def unlocks(database: Any) -> None:
        holding[0].close()

    assert on_sqlite(sqlite_url, locks, unlocks).refused
    assert_it_was_said_once(caplog, "database is locked")


def test_a_disk_that_is_full(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    async def fills(database: Any) -> None:
        await database.run(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1"))

    async def frees(database: Any) -> None:
        await database.run(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1000000"))

    on_sqlite(sqlite_url, fills, frees)
    assert_it_was_said_once(caplog, "disk is full")


def test_a_file_that_may_only_be_read(sqlite_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Root may write whatever the file's mode says, so SQLite itself is told to refuse."""
    mode = {"query_only": "OFF"}
    begin = databases._begin

    def begin_in_mode(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA query_only = {mode['query_only']}")
        begin(connection)

    async def shuts(database: Any) -> None:
        mode["query_only"] = "ON"

    async def opens(database: Any) -> None:
        mode["query_only"] = "OFF"

    monkeypatch.setattr(databases, "_begin", begin_in_mode)
    assert on_sqlite(sqlite_url, shuts, opens).refused
    assert_it_was_said_once(caplog, "readonly")


def test_a_file_that_is_moved_away_and_put_back(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """What would be written into a file that nobody finds again is refused."""

    async def moves(database: Any) -> None:
        database.path.rename(database.path.with_suffix(".away"))

    async def returns(database: Any) -> None:
        database.path.with_suffix(".away").rename(database.path)

    assert on_sqlite(sqlite_url, moves, returns).refused
    assert_it_was_said_once(caplog, "was moved or deleted")


# ── PostgreSQL ───────────────────────────────────────────────────────────────

CUT_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


def test_all_connections_are_cut(new_database: Callable[..., str], migrated_postgresql: str, caplog: pytest.LogCaptureFixture) -> None:
    url = new_database("postgresql", like=migrated_postgresql)

    async def scenario() -> None:
        database, scissors = connect(url), connect(url)

        async def cuts() -> None:
            await scissors.run(lambda connection: connection.execute(text(CUT_ALL)).all())

        async def cuts_again() -> None:
            for _ in range(5):
                await cuts()
                await asyncio.sleep(PATIENCE_SECONDS)

        try:
            await outlives(database, cuts, cuts_again)
        finally:
            await scissors.close()
            await database.close()

    asyncio.run(scenario())
    lines(caplog)


def test_the_server_is_restarted(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(server: postgres.Server) -> None:
        database = connect(server.url)
        try:
            await database.run(upgrade)
            await outlives(database, _in_thread(server.stop), _in_thread(server.start))
        finally:
            await database.close()

    with postgres.restartable() as server:
        asyncio.run(scenario(server))
    first, last = lines(caplog)
    assert first.startswith(SAID)
    assert last.startswith("the database can be used again, after ")


def _in_thread(work: Callable[[], None]) -> Callable[[], Awaitable[None]]:
    return partial(asyncio.to_thread, work)
