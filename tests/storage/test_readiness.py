"""Whether a database can be served from: its version, and that it takes what is written."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from storage.database import Database, connect
from storage.migrations import SchemaOldError
from storage.readiness import check, server_time
from tests.house import real_now


def on(url: str, look: Callable[[Database], Awaitable[Any]]) -> Any:
    async def live() -> Any:
        database = connect(url)
        try:
            return await look(database)
        finally:
            await database.close()

    return asyncio.run(live())


def test_a_database_that_is_ready_is_left_as_it_was(migrated_url: str) -> None:
    async def look(database: Database) -> Any:
        await database.run(check)
        return await database.run(lambda connection: connection.scalar(text("SELECT count(*) FROM process")))

    assert on(migrated_url, look) == 0


def test_one_without_tables(database_url: str) -> None:
    with pytest.raises(SchemaOldError):
        on(database_url, lambda database: database.run(check))


def test_only_another_machine_has_a_clock_of_its_own(migrated_url: str) -> None:
    told = on(migrated_url, lambda database: database.run(server_time))
    assert (told is None) == migrated_url.startswith("sqlite")
    assert told is None or abs(told - real_now()) < timedelta(minutes=1)
