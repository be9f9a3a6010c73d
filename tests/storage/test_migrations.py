"""The migrations make exactly the tables of the program, on both engines."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from storage import migrations
from storage.database import Database, connect
from storage.migrations import HEAD, REVISIONS, SchemaForeignError, SchemaNewerError, SchemaOldError, make_ready, upgrade
from storage.tables import metadata

T = Any
ROOT = Path(__file__).parents[2]


def on(url: str, *works: Callable[[Connection], Any]) -> list[Any]:
    async def run() -> list[Any]:
        database = connect(url)
        try:
            return [await database.run(work) for work in works]
        finally:
            await database.close()

    return asyncio.run(run())


def ready(url: str) -> tuple[str, ...]:
    async def run() -> tuple[str, ...]:
        database: Database = connect(url)
        try:
            return await make_ready(database)
        finally:
            await database.close()

    return asyncio.run(run())


def drift(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


POSTGRES_CATALOGUE = """
    SELECT 'column', table_name, column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') || is_identity
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index', tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
"""
SQLITE_CATALOGUE = "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def catalogue(connection: Connection) -> set[tuple[str, ...]]:
    """All that the database says of its tables, less what is written differently and means the same."""
    lite = connection.dialect.name == "sqlite"
    rows = connection.execute(text(SQLITE_CATALOGUE if lite else POSTGRES_CATALOGUE)).all()
    return {(kind, table, _parts(words)) for kind, table, words in rows if table != "alembic_version"}


def _parts(words: str) -> str:
    """The parts of a statement in an order of their own: constraints of one table may stand in any, a new column after them."""
    depth, parts = 0, [""]
    for character in words:
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += character
    return "\n".join(sorted(re.sub(r"\s+", " ", part).strip(" ()") for part in parts))


def test_the_migrations_make_the_tables_of_the_program(database_url: str) -> None:
    added, differences, same = on(database_url, upgrade, drift, upgrade)
    assert (added, differences, same) == (REVISIONS, [], ())


def test_checks_and_conditions_are_those_of_the_program(new_database: Callable[..., str], engine_name: str) -> None:
    """Alembic compares neither CHECKs nor the conditions of partial indexes; the databases do."""
    migrated = on(new_database(engine_name), upgrade, catalogue)[-1]
    created = on(new_database(engine_name), metadata.create_all, catalogue)[-1]
    assert migrated == created


def test_the_chain_is_one(database_url: str) -> None:
    scripts = ScriptDirectory.from_config(migrations.config())
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS
    assert scripts.get_current_head() == HEAD


def test_sqlite_is_upgraded_at_a_start(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/z.sqlite3"
    assert ready(url) == REVISIONS
    assert ready(url) == ()


def test_a_start_against_an_old_postgresql_says_so(new_database: Callable[..., str]) -> None:
    url = new_database("postgresql")
    with pytest.raises(SchemaOldError, match="zelador db upgrade"):
        ready(url)
    on(url, upgrade)
    assert ready(url) == ()


def test_a_newer_database_is_refused(database_url: str) -> None:
    on(database_url, upgrade, lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(SchemaNewerError, match="9999"):
        ready(database_url)


def test_the_database_of_another_program_is_left_alone(database_url: str) -> None:
    on(database_url, lambda connection: connection.execute(text("CREATE TABLE event (name TEXT)")))
    for start in (ready, lambda url: on(url, upgrade)):
        with pytest.raises(SchemaForeignError, match="event"):
            start(database_url)
    assert on(database_url, lambda connection: inspect(connection).get_table_names()) == [["event"]]


def test_a_migration_that_fails_leaves_nothing(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def upgrade_and_fail(connection: Connection) -> None:
        upgrade(connection)
        raise KeyError

    with pytest.raises(KeyError):
        on(database_url, upgrade_and_fail)
    assert on(database_url, catalogue) == [set()]


TWO_AT_ONCE = """
import asyncio, sys
from storage.database import connect
from storage.migrations import upgrade

async def main():
    database = connect(sys.argv[1])
    print(",".join(await database.run(upgrade)))
    await database.close()

asyncio.run(main())
"""


def test_of_two_at_once_one_upgrades(database_url: str) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", TWO_AT_ONCE, database_url], cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = sorted(program.communicate(timeout=60)[0].strip() for program in programs)
    assert [program.returncode for program in programs] == [0, 0]
    assert said == ["", ",".join(REVISIONS)]
