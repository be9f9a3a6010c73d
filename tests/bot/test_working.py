"""`zelador worker`: several on PostgreSQL, one on a file, stopped in order or by force."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.forking import Forked

LIMIT_SECONDS = 60  # for what takes a second or two on a quiet machine
STOP_SECONDS = 5  # for an orderly end
SAYS = "Zelador atendendo. Ctrl-C encerra em ordem.\n"

Start = Callable[..., Forked]


@pytest.fixture
def zelador(tmp_path: Path) -> Iterator[Start]:
    """`zelador(url, *words)`: the program in a process of its own, which ends with the test."""
    started: list[Forked] = []

    def start(url: str | None, *words: str) -> Forked:
        given = {name: value for name, value in os.environ.items() if not name.startswith("ZELADOR_")}
        given |= {"COLUMNS": "200"} | ({} if url is None else {"ZELADOR_DATABASE_URL": url})
        started.append(Forked(words, tmp_path, given))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.communicate()


def serving(zelador: Start, url: str) -> Forked:
    """A worker that takes turns already."""
    worker = zelador(url, "worker")
    assert worker.stdout.readline() == SAYS
    return worker


def stopped(worker: Forked) -> str:
    """What it wrote, once it has ended in order."""
    worker.send_signal(signal.SIGTERM)
    out, errors = worker.communicate(timeout=LIMIT_SECONDS)
    assert (worker.returncode, out) == (0, ""), errors
    return errors


def talk(zelador: Start, url: str, *lines: str, new: bool = True) -> list[str]:
    """The words ids that somebody unknown is answered with."""
    chat = zelador(url, "chat", "--as", "unknown", "--json", *(["--new"] if new else []))
    out, errors = chat.communicate("".join(f"{line}\n" for line in lines), timeout=LIMIT_SECONDS)
    assert (chat.returncode, errors) == (0, "")
    return [each["words"] for line in out.splitlines() if "words" in (each := json.loads(line))]


@pytest.fixture
def shared_url(new_database: Callable[..., str], migrated_postgresql: str) -> str:
    return new_database("postgresql", like=migrated_postgresql)


def test_two_workers_and_a_talk_on_one_postgresql(zelador: Start, shared_url: str) -> None:
    workers = [serving(zelador, shared_url) for _ in range(2)]
    assert talk(zelador, shared_url, "a pia está vazando", "sou inquilino") == ["identification-role", "individual-name"]
    assert [stopped(each) for each in workers] == ["", ""]


def test_what_a_killed_worker_leaves_is_taken_over(zelador: Start, shared_url: str) -> None:
    killed, left = (serving(zelador, shared_url) for _ in range(2))
    killed.kill()
    assert talk(zelador, shared_url, "a pia está vazando") == ["identification-role"]
    assert "died: process " in left.stderr.readline()
    stopped(left)


def test_one_worker_serves_a_file(zelador: Start, sqlite_url: str) -> None:
    worker = serving(zelador, sqlite_url)
    second = zelador(sqlite_url, "worker")
    _, errors = second.communicate(timeout=LIMIT_SECONDS)
    assert (second.returncode, len(errors.splitlines())) == (1, 1)
    assert "Outro zelador já está usando" in errors
    assert stopped(worker) == ""


def test_a_worker_is_told_which_database(zelador: Start) -> None:
    """The demo's people are no customers: nobody serves that file by mistake."""
    worker = zelador(None, "worker")
    out, errors = worker.communicate(timeout=LIMIT_SECONDS)
    assert (worker.returncode, out, len(errors.splitlines())) == (2, "", 1)
    assert "ZELADOR_DATABASE_URL" in errors


def test_what_is_under_way_is_finished_at_a_stop(zelador: Start, shared_url: str) -> None:
    worker = serving(zelador, shared_url)
    worker.send_signal(signal.SIGINT)
    assert worker.wait(STOP_SECONDS + LIMIT_SECONDS) == 0
