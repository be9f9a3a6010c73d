"""The databases that tests are given: real, empty, their own, and gone afterwards."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import asyncpg
import pytest

from storage import migrations
from tests import postgres


def rows(url: str, statement: str) -> list[tuple[object, ...]]:
    if url.startswith("sqlite"):
        return _sqlite_rows(url, statement)
    return asyncio.run(_postgres_rows(url, statement))


def _sqlite_rows(url: str, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    try:
        with connection:
            return list(connection.execute(statement))
    finally:
        connection.close()


async def _postgres_rows(url: str, statement: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(statement)]
    finally:
        await connection.close()


def test_each_database_is_empty_and_a_tests_own(engine_name: str, new_database: Callable[..., str]) -> None:
    one, other = new_database(engine_name), new_database(engine_name)
    rows(one, "CREATE TABLE seen (id integer)")
    rows(one, "INSERT INTO seen VALUES (7)")
    rows(other, "CREATE TABLE seen (id integer)")  # would fail in the same database
    assert rows(other, "SELECT id FROM seen") == []


def test_a_copy_has_what_its_template_has(engine_name: str, new_database: Callable[..., str]) -> None:
    template = new_database(engine_name)
    rows(template, "CREATE TABLE seen (id integer)")
    rows(template, "INSERT INTO seen VALUES (7)")
    assert rows(new_database(engine_name, like=template), "SELECT id FROM seen") == [(7,)]


def test_a_migrated_database_has_all_tables_and_nothing_in_them(migrated_url: str) -> None:
    assert rows(migrated_url, "SELECT count(*) FROM inbox") == [(0,)]
    assert rows(migrated_url, "SELECT version_num FROM alembic_version") == [(migrations.HEAD,)]


def test_a_dropped_database_is_gone_even_when_somebody_is_connected(postgres_server: str) -> None:
    databases = postgres.Databases(postgres_server)
    url = databases.new("postgresql", Path())

    async def drop_under_a_connection() -> None:
        connection = await asyncpg.connect(url)
        await asyncio.to_thread(databases.drop, url)
        connection.terminate()

    asyncio.run(drop_under_a_connection())
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        rows(url, "SELECT 1")


def test_the_server_is_postgresql_in_utf8(postgres_server: str) -> None:
    assert rows(postgres_server, "SELECT upper('ção'), current_setting('server_encoding')") == [("ÇÃO", "UTF8")]


def test_a_named_server_is_used_as_it_is(postgres_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(postgres.SERVER_VARIABLE, postgres_server)
    with postgres.serving() as url:
        assert url == postgres_server


def test_a_named_server_that_is_away_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(postgres.SERVER_VARIABLE, f"postgresql://postgres@/postgres?host={tmp_path}")
    with pytest.raises(postgres.NoPostgres, match=postgres.SERVER_VARIABLE), postgres.serving():
        pass


def test_a_missing_wheel_is_said_with_both_ways_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.SERVER_VARIABLE, raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(postgres.NoPostgres, match=r"ZELADOR_TEST_DATABASE_URL.*--sqlite-only"), postgres.serving():
        pass


@pytest.mark.parametrize("sqlite_only", [True, False])
def test_the_head_of_a_run_says_whether_postgresql_is_tested(sqlite_only: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.SERVER_VARIABLE, raising=False)
    assert ("NOT TESTED" in postgres.describe(sqlite_only)) is sqlite_only
