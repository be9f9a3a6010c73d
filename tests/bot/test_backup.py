"""`zelador db backup` as a user starts it: what it says, and that nothing is left behind when it is refused or told to stop."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.chats import ENVIRONMENT, zelador
from tests.forking import Forked

PATIENCE_SECONDS = 30


def refused(done: subprocess.CompletedProcess[str], reason: str) -> None:
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1), done.stderr
    assert reason in done.stderr


def test_a_copy_of_the_demo_opens_by_itself_and_is_never_written_over(tmp_path: Path) -> None:
    zelador(tmp_path, "chat", "--as", "unknown", "--json", said="a pia está vazando\n")
    done = zelador(tmp_path, "db", "backup", "copy.sqlite3")
    assert (done.returncode, done.stderr) == (0, "")
    assert "copy.sqlite3" in done.stdout
    assert "dados pessoais" in done.stdout
    before = (tmp_path / "copy.sqlite3").read_bytes()
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
    refused(zelador(tmp_path, "db", "backup", "copy.sqlite3"), "já existe")
    assert (tmp_path / "copy.sqlite3").read_bytes() == before
    assert zelador(tmp_path, "queue", "--database", "copy.sqlite3").returncode == 0


@pytest.mark.parametrize(
    "holds, words, reason",
    [
        (None, ["copy"], "demo.sqlite3 não existe"),
        (None, ["copy", "--database", "x.sqlite3"], "x.sqlite3 não existe"),
        ("", ["no/copy", "--database", "x.sqlite3"], "A pasta no não existe"),
        ("", ["copy", "--database", "x.sqlite3"], "não é um banco de dados do Zelador"),
        ("isto não é um banco de dados " * 100, ["copy", "--database", "x.sqlite3"], "Não consigo usar o banco"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, holds: str | None, words: list[str], reason: str) -> None:
    if holds is not None:
        (tmp_path / "x.sqlite3").write_text(holds, encoding="utf-8")
    before = list(tmp_path.iterdir())
    refused(zelador(tmp_path, "db", "backup", *words), reason)
    assert list(tmp_path.iterdir()) == before


def test_without_pg_dump_one_is_told_what_to_install(tmp_path: Path) -> None:
    done = zelador(tmp_path, "db", "backup", "copy", PATH=str(tmp_path), ZELADOR_DATABASE_URL="postgresql://ana:segredo@h/casa")
    refused(done, "pg_dump não foi encontrado")
    assert "segredo" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a stand-in in the words of a shell")
def test_what_pg_dump_says_is_passed_on(tmp_path: Path) -> None:
    _stand_in(tmp_path, "echo 'pg_dump: error: no room' >&2; exit 1")
    done = zelador(tmp_path, "db", "backup", "copy", PATH=f"{tmp_path}/bin:/bin:/usr/bin", ZELADOR_DATABASE_URL="postgresql://h/casa")
    refused(done, "A cópia não foi feita: pg_dump: error: no room")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_copy_that_is_broken_off_leaves_nothing(tmp_path: Path, told: signal.Signals) -> None:
    _stand_in(tmp_path, "echo half; exec sleep 60")
    copies = tmp_path / "copies"
    copies.mkdir()
    variables = ENVIRONMENT | {"PATH": f"{tmp_path}/bin:/bin:/usr/bin", "ZELADOR_DATABASE_URL": "postgresql://h/casa"}
    process = Forked(["db", "backup", "copies/copy"], tmp_path, variables)
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while not any(each.stat().st_size for each in copies.iterdir()):
        assert time.monotonic() < give_up_at
        time.sleep(0.01)
    process.send_signal(told)
    process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 1
    assert not list(copies.iterdir())


def _stand_in(folder: Path, script: str) -> None:
    (folder / "bin").mkdir()
    program = folder / "bin" / "pg_dump"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_takes_nothing_is_named(tmp_path: Path) -> None:
    zelador(tmp_path, "chat", "--json")
    (tmp_path / "closed").mkdir(mode=0o555)
    refused(zelador(tmp_path, "db", "backup", "closed/copy"), "não posso gravar em closed/copy")
