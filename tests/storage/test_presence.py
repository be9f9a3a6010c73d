"""Processes on one PostgreSQL know of each other; two databases in one process are as two processes to it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

import pytest
from sqlalchemy import text

from storage import processes
from storage.database import Database, connect
from storage.presence import presence
from tests.house import until

ME, OTHER = 1, 2


@asynccontextmanager
async def two(url: str) -> AsyncIterator[tuple[Database, Database]]:
    databases = connect(url), connect(url)
    try:
        yield databases
    finally:
        for each in databases:
            await each.close()


@pytest.fixture
def shared_url(new_database: Callable[..., str], migrated_postgresql: str) -> str:
    return new_database("postgresql", like=migrated_postgresql)


async def missing(database: Database, me: int = ME) -> frozenset[int]:
    return await database.run(partial(processes.missing, me=me))


def test_a_word_reaches_all_others_and_not_the_one_who_says_it(shared_url: str) -> None:
    async def scenario() -> None:
        heard: dict[int, list[str]] = {ME: [], OTHER: []}
        async with two(shared_url) as (mine, theirs):
            me, other = presence(mine, ME), presence(theirs, OTHER)
            async with me.open(heard[ME].append), other.open(heard[OTHER].append):
                me.tell("worker")
                await until(lambda: heard[OTHER] == ["worker"])
                other.tell("sender")
                await until(lambda: heard[ME] == ["sender"])
        assert heard == {ME: ["sender"], OTHER: ["worker"]}

    asyncio.run(scenario())


def test_words_that_come_together_go_as_one(shared_url: str) -> None:
    async def scenario() -> None:
        heard: list[str] = []
        async with two(shared_url) as (mine, theirs):
            me, other = presence(mine, ME), presence(theirs, OTHER)
            async with me.open(lambda word: None), other.open(heard.append):
                for _ in range(100):
                    me.tell("worker")
                await until(lambda: bool(heard))
                await asyncio.sleep(0.1)
        assert len(heard) <= 2

    asyncio.run(scenario())


def test_who_lives_is_not_missing_and_who_left_is_nobody(shared_url: str) -> None:
    async def scenario() -> None:
        async with two(shared_url) as (mine, theirs):
            async with presence(theirs, OTHER).open(lambda word: None):
                assert await missing(mine) == frozenset()
            assert await missing(mine) == frozenset()

    asyncio.run(scenario())


def test_whose_connections_are_cut_is_missing_until_it_is_back(shared_url: str, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario() -> None:
        heard: list[str] = []
        async with two(shared_url) as (mine, theirs):
            me, other = presence(mine, ME), presence(theirs, OTHER)
            async with me.open(lambda word: None), other.open(heard.append):
                await cut_listeners(mine)
                await until(lambda: _is_back(mine))
                heard.clear()
                await until(lambda: _hears(me, heard))

    caplog.set_level(logging.CRITICAL)
    asyncio.run(scenario())


async def cut_listeners(database: Database) -> None:
    """As a network or an administrator does it."""
    cut = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ~ '^(LISTEN|SELECT pg_notify)'"
    )
    await database.run(lambda connection: connection.execute(text(cut)))


async def _is_back(database: Database) -> bool:
    return not await missing(database)


async def _hears(me: object, heard: list[str]) -> bool:
    me.tell("worker")  # type: ignore[attr-defined]
    await asyncio.sleep(0.05)
    return bool(heard)


def test_a_process_alone_tells_nobody(sqlite_url: str) -> None:
    async def scenario() -> None:
        database = connect(sqlite_url)
        me = presence(database, ME)
        async with me.open(lambda word: None):
            me.tell("worker")
            assert await missing(database, OTHER) == {ME}
        assert await missing(database, OTHER) == frozenset()
        await database.close()

    asyncio.run(scenario())
