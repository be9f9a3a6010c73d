"""The one door to SQL, on both engines."""

import asyncio
import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError, OperationalError

from storage import database
from storage.database import Postgres, Unusable, connect, is_outage
from storage.tables import home
from tests.house import House, in_house


def add(connection: Connection, address: str) -> None:
    connection.execute(insert(home).values(address=address))


def add_and_fail(connection: Connection, address: str) -> None:
    add(connection, address)
    raise KeyError(address)


def add_slowly(connection: Connection, address: str) -> None:
    add(connection, address)
    time.sleep(0.05)  # the COMMIT is still to come when the database is closed


def test_what_raises_leaves_nothing_and_harms_no_neighbour(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        jobs = [house.run(partial(add_and_fail if number % 3 == 0 else add, address=str(number))) for number in range(12)]
        outcomes = await asyncio.gather(*jobs, return_exceptions=True)
        assert [isinstance(each, KeyError) for each in outcomes] == [number % 3 == 0 for number in range(12)]
        assert set(await house.column(home.c.address)) == {str(number) for number in range(12) if number % 3}

    in_house(migrated_url, scenario)


def test_run_answers_after_the_commit(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(partial(add, address="a"))
        other = connect(migrated_url)
        assert await other.run(lambda connection: connection.scalar(select(home.c.address))) == "a"
        await other.close()

    in_house(migrated_url, scenario)


def test_what_was_asked_for_is_done_before_the_end_though_nobody_waits_for_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        other = connect(migrated_url)
        asked = asyncio.create_task(other.run(partial(add_slowly, address="a")))
        await asyncio.sleep(0)
        asked.cancel()
        await other.close()
        assert await house.column(home.c.address) == ["a"]

    in_house(migrated_url, scenario)


def test_what_waits_goes_in_one_commit(tmp_path: Path) -> None:
    async def scenario(house: House) -> None:
        begun = []
        await asyncio.gather(*[house.run(lambda connection: begun.append(connection.get_transaction())) for _ in range(50)])
        assert len(set(map(id, begun))) < 5

    in_house(f"sqlite:///{tmp_path}/z.sqlite3", scenario)


def test_an_outage_fails_all_that_wait_at_once(tmp_path: Path) -> None:
    """A locked or full file would only refuse them one by one."""

    async def scenario(house: House) -> None:
        tried = []

        def out_of_order(connection: Connection, number: int) -> None:
            tried.append(number)
            raise OperationalError("", None, sqlite3.OperationalError("database or disk is full"))

        hold = house.run(lambda connection: __import__("time").sleep(0.05))
        outcomes = await asyncio.gather(hold, *[house.run(partial(out_of_order, number=each)) for each in range(5)], return_exceptions=True)
        assert [type(each) for each in outcomes[1:]] == [OperationalError] * 5
        assert len(tried) == 1

    in_house(f"sqlite:///{tmp_path}/z.sqlite3", scenario)


def test_a_lost_race_is_run_again(migrated_url: str) -> None:
    """As when two processes meet a person for the first time: the loser runs again and finds the row."""

    async def scenario(house: House) -> None:
        if "sqlite" in migrated_url:
            return  # one writer: there is no race
        runs = []

        def race(connection: Connection) -> None:
            runs.append(1)
            for _ in range(1 if len(runs) == 3 else 2):
                connection.execute(text("INSERT INTO company (id, name, cnpj) VALUES (1, 'a', 'x')"))

        await house.run(race)
        assert len(runs) == 3

    in_house(migrated_url, scenario)


def test_a_race_lost_too_often_is_raised(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        def twice(connection: Connection) -> None:
            for _ in range(2):
                connection.execute(text("INSERT INTO company (id, name, cnpj) VALUES (1, 'a', 'x')"))

        with pytest.raises(IntegrityError):
            await house.run(twice)

    in_house(migrated_url, scenario)


def test_errors_do_not_carry_what_people_said(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        with pytest.raises(IntegrityError) as caught:
            await house.run(lambda connection: connection.execute(insert(home).values(address=None, city="segredo")))
        assert "[SQL: INSERT" in str(caught.value)
        assert "[parameters" not in str(caught.value)

    in_house(migrated_url, scenario)


def test_sqlite_is_durable_and_checks_foreign_keys(tmp_path: Path) -> None:
    async def scenario(house: House) -> None:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        values = await house.run(lambda connection: [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas])
        assert values == ["wal", 2, 1, database.BUSY_MS]

    in_house(f"sqlite:///{tmp_path}/z.sqlite3", scenario)


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("not a database, but long enough to have a header of its own\n" * 20)
    with pytest.raises(Unusable, match=r"notes\.txt: file is not a database"):
        connect(f"sqlite:///{wrong}")


def test_a_folder_that_is_missing_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"z\.sqlite3: unable to open"):
        connect(f"sqlite:///{tmp_path}/missing/z.sqlite3")


def test_an_old_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(Unusable, match=r"3\.35\.0 or newer"):
        connect(f"sqlite:///{tmp_path}/z.sqlite3")


class _Postgres(Exception):
    def __init__(self, sqlstate: str) -> None:
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


@pytest.mark.parametrize("sqlstate", ["08006", "40001", "40P01", "53100", "57P01", "58030", "25006"])
def test_the_database_is_to_blame(sqlstate: str) -> None:
    assert is_outage(InterfaceError("", None, _Postgres(sqlstate)))


@pytest.mark.parametrize("sqlstate", ["22021", "22003", "23502", "42703"])
def test_the_message_is_to_blame(sqlstate: str) -> None:
    assert not is_outage(InterfaceError("", None, _Postgres(sqlstate)))


def test_a_file_that_broke_is_nobodys_message() -> None:
    assert is_outage(DatabaseError("", None, sqlite3.DatabaseError("database disk image is malformed")))
    assert not is_outage(IntegrityError("", None, sqlite3.IntegrityError("UNIQUE constraint failed")))


def test_a_bug_is_no_outage() -> None:
    assert not is_outage(ValueError("x"))


@pytest.mark.parametrize("query", ["sslmode=require", "ssl=require", "host=/run/postgresql&port=5433"])
def test_a_postgresql_address_may_have_options(query: str) -> None:
    connected = connect(f"postgresql://ana@/zelador?{query}")
    assert isinstance(connected, Postgres)
    assert {"ssl", "host"} & set(connected.engine.url.query)


def test_an_option_that_would_be_overlooked_is_refused() -> None:
    with pytest.raises(Unusable, match="sslrootcert"):
        connect("postgresql://ana@server/zelador?sslrootcert=x")


def test_a_new_file_may_be_opened_while_another_process_makes_it(tmp_path: Path) -> None:
    """SQLite does not wait before it changes to WAL, whatever its timeout says."""
    file = tmp_path / "z.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        Timer(0.2, other.rollback).start()
        asyncio.run(connect(f"sqlite:///{file}").close())
