"""F7: a process that is killed at any step loses nothing, doubles nothing, and keeps the order. F1: nor do second deliveries."""

import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
import pytest

from storage.inbox import ATTEMPTS
from tests.faults.child import MESSAGES, PEOPLE, STEPS

ROOT = Path(__file__).parents[2]
LIMIT_SECONDS = 60  # for a run that nobody kills
KILLED = -9
RANDOM_SECONDS = 6.0  # of killing at random
SEED = 20260105
MESSAGES_OF_A_REPORT = 10  # of the talk of `bot.bench`: its first words, and what is asked then


def start(folder: Path, step: str = "never", nth: int = 1, program: str = "child") -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", f"tests.faults.{program}", str(folder), step, str(nth)], cwd=ROOT)


def run(folder: Path, step: str = "never", nth: int = 1, program: str = "child") -> int:
    return start(folder, step, nth, program).wait(LIMIT_SECONDS)


@contextmanager
def reading(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "z.sqlite3")) as connection:
        yield connection


def messages(who: str) -> list[str]:
    return [f"{who}:{number}" for number in range(MESSAGES)]


def assert_all_is_well(folder: Path, killed: int) -> None:
    with reading(folder) as connection:
        assert_each_answer_is_in_its_field(connection)
        assert_each_message_was_answered_once(connection)
        rows = connection.execute("SELECT address, id, status FROM outbox ORDER BY id").fetchall()
    assert {status for *_, status in rows} == {"sent"}
    assert_people_saw_it_in_order(folder, [(address, number) for address, number, _ in rows], killed)


def assert_each_answer_is_in_its_field(connection: sqlite3.Connection) -> None:
    forms = connection.execute("SELECT identity.value, answers FROM ticket JOIN identity ON conversation_id = filed_in").fetchall()
    assert sorted(who for who, _ in forms) == sorted(PEOPLE)  # one ticket each (F26)
    for who, answers in forms:
        form = {key: answer["value"] for key, answer in msgspec.json.decode(answers).items()}
        assert form == {f"form.{number}": text for number, text in enumerate(messages(who))}


def assert_each_message_was_answered_once(connection: sqlite3.Connection) -> None:
    results = Counter(connection.execute("SELECT result FROM inbox WHERE channel = 'console'").fetchall())
    assert results == {("done",): len(PEOPLE) * MESSAGES}
    for who in PEOPLE:
        replies = connection.execute("SELECT json_extract(call, '$.text') FROM outbox WHERE address = ? ORDER BY id", (who,)).fetchall()
        assert [text for (reply,) in replies for text in reply.split("|") if reply != "sorry"] == messages(who)
        events = connection.execute(
            "SELECT after FROM event JOIN ticket ON ticket.id = ticket_id JOIN identity ON "
            "identity.conversation_id = filed_in WHERE value = ? ORDER BY event.id",
            (who,),
        ).fetchall()
        assert [msgspec.json.decode(after) for (after,) in events] == messages(who)
        spoken = connection.execute(
            "SELECT text FROM message JOIN identity USING (conversation_id) WHERE value = ? AND author = 'customer' ORDER BY message.id",
            (who,),
        ).fetchall()
        assert [text for (text,) in spoken] == messages(who)


def assert_people_saw_it_in_order(folder: Path, rows: list[tuple[str, int]], killed: int) -> None:
    """Only what was being sent at a kill may have gone twice: one row of each person, each time."""
    shown = [(line.split(" ")[0], int(line.split(" ")[1])) for line in (folder / "shown").read_text().splitlines()]
    assert list(dict.fromkeys(shown)) != []
    for who in PEOPLE:
        seen = [number for address, number in shown if address == who]
        assert list(dict.fromkeys(seen)) == [number for address, number in rows if address == who]
        assert len(seen) - len(set(seen)) <= killed


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("nth", [1, 4])
def test_a_kill_at_each_step(tmp_path: Path, step: str, nth: int) -> None:
    assert run(tmp_path, step, nth) == KILLED
    assert run(tmp_path, step, nth) in (KILLED, 0)  # the second run may have less to do
    assert run(tmp_path) == 0
    assert_all_is_well(tmp_path, killed=2)


def test_kills_at_random(tmp_path: Path) -> None:
    rng = random.Random(SEED)
    ends_at, killed = time.monotonic() + RANDOM_SECONDS, 0
    while time.monotonic() < ends_at:
        process = start(tmp_path)
        try:
            process.wait(rng.uniform(0.4, 1.3))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        else:
            break
        finally:
            process.wait(LIMIT_SECONDS)
    assert run(tmp_path) == 0
    assert_all_is_well(tmp_path, killed)


def test_a_message_that_kills_is_parked_and_nobody_else_is(tmp_path: Path) -> None:
    deadly = f"{PEOPLE[1]}:2"
    ends = [run(tmp_path, deadly)]
    while ends[-1] == KILLED and len(ends) < 8:
        ends.append(run(tmp_path, deadly))
    assert ends[-1] == 0
    # It is counted from the first death that it outlived: one that came in the commit of its own arrival took it along.
    assert ends.count(KILLED) >= ATTEMPTS
    with reading(tmp_path) as connection:
        parked = connection.execute("SELECT external_id FROM inbox WHERE result = 'parked'").fetchall()
        done = connection.execute("SELECT count(*) FROM inbox WHERE channel = 'console' AND result = 'done'").fetchone()
        told = connection.execute("SELECT result FROM inbox WHERE channel = 'parked'").fetchall()
    assert parked == [(deadly,)]
    assert done == (len(PEOPLE) * MESSAGES - 1,)
    assert told == [("done",)]


def reported(folder: Path) -> dict[str, tuple[object, ...]]:
    """By person: all that stands on their ticket and is the same whenever they report."""
    with reading(folder) as connection:
        rows = connection.execute(
            "SELECT identity.value, state, status, registration, contact_id, answers, reference IS NULL, waiting_since IS NULL "
            "FROM ticket JOIN identity ON conversation_id = filed_in"
        ).fetchall()
        (said,) = connection.execute("SELECT count(*) FROM message WHERE author = 'customer'").fetchone()
        (parked,) = connection.execute("SELECT count(*) FROM inbox WHERE result = 'parked'").fetchone()
    assert sorted(who for who, *_ in rows) == sorted(PEOPLE)
    assert (said, parked) == (len(PEOPLE) * MESSAGES_OF_A_REPORT, 0)
    return {who: (*others[:4], _form(others[4]), *others[5:]) for who, *others in rows}


def _form(answers: str) -> dict[str, tuple[object, str]]:
    return {key: (answer["value"], answer["status"]) for key, answer in msgspec.json.decode(answers).items()}


def test_real_reports_are_the_same_with_and_without_kills(tmp_path: Path) -> None:
    quiet, killed = tmp_path / "quiet", tmp_path / "killed"
    for folder in (quiet, killed):
        folder.mkdir()
    assert run(quiet, program="intake") == 0
    for step in STEPS:
        assert run(killed, step, 9, program="intake") == KILLED
    assert run(killed, program="intake") == 0
    expected = reported(quiet)
    assert reported(killed) == expected
    assert len(set(map(repr, expected.values()))) == 1
