"""What people and programs see of what was put aside, whatever stands in it; and the way back, by the command."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import cli
from bot.copy import copy
from bot.programs.parked import listed, record, words_of
from bot.programs.usage import run
from bot.settings import Settings
from storage.parked import PutAside, Retried
from storage.serving import Serving
from tests.chats import zelador
from tests.house import at

ROW = PutAside(
    12, at(0), at(4), "console", "", "tenant/1", '{"kind":"text","text":"a pia"}', "ValueError in turn.py:3", 1, 7, "2026-000007-2"
)
SETTINGS = Settings(_env_file=None)


def with_part(part: str, channel: str = "console") -> PutAside:
    return ROW._replace(part=part, channel=channel)


# ── what is shown ────────────────────────────────────────────────────────────


def test_a_row_is_three_lines() -> None:
    lines = listed([ROW], SETTINGS).splitlines()
    assert lines[2:5] == [
        "12 · console · de tenant/1 · 05/01/2026 09h00",
        "  “a pia”",
        "  chamado 2026-000007-2 · motivo: ValueError in turn.py:3",
    ]
    assert lines[-1].endswith("zelador inbox retry 12.")


def test_nothing_put_aside_is_said() -> None:
    assert listed([], SETTINGS) == copy("pt-BR").say("parked-empty")


def test_several_are_counted() -> None:
    assert listed([ROW, ROW], SETTINGS).startswith("2 registros")


def test_what_is_unknown_takes_no_room() -> None:
    row = ROW._replace(reason="", ticket_id=None, reference=None)
    assert "motivo" not in listed([row], SETTINGS)
    assert "chamado" not in listed([row], SETTINGS)


@pytest.mark.parametrize(
    "part, words",
    [
        ('{"text": "a pia"}', "a pia"),
        ('{"text": "duas\\n linhas\\t aqui"}', "duas linhas aqui"),
        ('{"message": {"message_id": 5, "from": {"first_name": "Ana"}, "text": "oi"}}', "oi"),
        ('{"type": "text", "text": {"body": "oi"}}', "oi"),
        ('{"photo": [{"file_id": "x"}], "caption": "a pia"}', "a pia"),
        ('[[{"text": "fundo"}]]', "fundo"),
        ('{"text": "\\u001b[31mvermelho\\u0000"}', "[31mvermelho"),
        ('{"text": "\\ud83d oi"}', "oi"),
        ('{"text": ""}', None),
        ('{"text": 5}', None),
        ("{}", None),
        ("5", None),
        ("null", None),
        ("no JSON", None),
        ("[" * 100_000, None),
    ],
)
def test_words_are_found_wherever_they_stand(part: str, words: str | None) -> None:
    assert words_of(with_part(part)) == words


@pytest.mark.parametrize(
    "row, line",
    [
        (with_part("{}"), "(o texto já foi apagado)"),
        (with_part("{}", "parked"), "(sem texto)"),
        (with_part('{"photo": 1}'), "(sem texto)"),
        (with_part("no\x1b JSON"), "(ilegível) no JSON"),
        (with_part('{"act": "approve", "ticket": 3}', "command"), "approve"),
        (with_part('{"kind": "nudge", "ticket": 0}', "timer"), "nudge"),
        (with_part('{"text": "%s"}' % ("x" * 5000)), f"“{'x' * 99}…”"),
    ],
)
def test_a_person_is_told_what_it_was(row: PutAside, line: str) -> None:
    assert listed([row], SETTINGS).splitlines()[3] == f"  {line}"


@pytest.mark.parametrize(
    "channel, part, ticket",
    [
        ("command", '{"act": "approve", "ticket": 3}', "#3"),
        ("command", '{"act": "approve", "ticket": 7}', "2026-000007-2"),
        ("timer", '{"kind": "nudge", "ticket": 0}', None),
        ("timer", '{"kind": "nudge", "ticket": "x"}', None),
        ("timer", "[]", None),
        ("console", "{}", "2026-000007-2"),
    ],
)
def test_acts_and_timers_name_their_own_ticket(channel: str, part: str, ticket: str | None) -> None:
    assert record(with_part(part, channel))["ticket"] == ticket


def test_a_program_reads_every_key() -> None:
    assert record(ROW) == {
        "id": 12,
        "received_at": "2026-01-05T12:00:00+00:00",
        "parked_at": "2026-01-05T12:00:04+00:00",
        "channel": "console",
        "account": "",
        "from": "tenant/1",
        "words": "a pia",
        "reason": "ValueError in turn.py:3",
        "ticket": "2026-000007-2",
    }


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda each: st.lists(each) | st.dictionaries(st.text(), each))


@given(part=st.text() | JSON.map(json.dumps), channel=st.sampled_from(["console", "command", "timer", "parked", "other"]))
def test_whatever_it_is_it_can_be_shown(part: str, channel: str) -> None:
    row = with_part(part, channel)
    assert all(line.isprintable() for line in listed([row], SETTINGS).split("\n"))
    json.dumps(record(row))


@pytest.mark.parametrize("found", sorted(set(Retried) - {Retried.WAITS}))
def test_every_refusal_has_words(found: Retried) -> None:
    assert "12" in copy("pt-BR").say(f"parked-refused.{found.replace('_', '-')}", {"id": "12"})


# ── the commands ─────────────────────────────────────────────────────────────


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a demo whose first message was put aside."""
    assert zelador(tmp_path, "chat", "--as", "unknown", "--json", said="a pia está vazando\n").returncode == 0
    with closing(sqlite3.connect(tmp_path / "data" / "demo.sqlite3")) as connection:
        connection.execute("UPDATE inbox SET result = 'parked', reason = 'ValueError', attempts = 3 WHERE id = 1")
        connection.commit()
    return tmp_path


def rows(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(zelador(folder, "inbox", "parked", "--json").stdout)
    return found


def test_a_row_goes_back_once_and_the_next_talk_takes_it(folder: Path) -> None:
    assert [each["words"] for each in rows(folder)] == ["a pia está vazando"]
    assert "inbox retry 1" in zelador(folder, "inbox", "parked").stdout
    back = zelador(folder, "inbox", "retry", "1")
    assert (back.returncode, back.stderr) == (0, "")
    assert "Ninguém atende" in back.stdout
    assert rows(folder) == []
    refused = zelador(folder, "inbox", "retry", "1")
    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (1, "", 1)
    zelador(folder, "chat", "--as", "reporter", "--json", said="a pia está vazando\n")
    with closing(sqlite3.connect(folder / "data" / "demo.sqlite3")) as connection:
        assert connection.execute("SELECT result FROM inbox WHERE id = 1").fetchone() == ("done",)


def test_a_row_goes_back_while_another_process_serves_the_file(folder: Path) -> None:
    with Serving(folder / "data" / "demo.sqlite3"):
        back = zelador(folder, "inbox", "retry", "1")
    assert back.returncode == 0
    assert "que está aberto" in back.stdout


@pytest.mark.parametrize(
    "words, code", [(["99"], 1), ([str(10**30)], 1), (["0"], 1), (["x"], 2), (["1.5"], 2), ([], 2), (["-1"], 2), (["1", "2"], 2)]
)
def test_what_cannot_be_tried_again_is_told_in_one_sentence(
    words: list[str], code: int, sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZELADOR_DATABASE_URL", sqlite_url)
    with pytest.raises(SystemExit) as ended:
        run(cli.zelador, ["inbox", "retry", *words])
    said = capsys.readouterr()
    assert (ended.value.code, said.out, len(said.err.splitlines())) == (code, "", 1)


@pytest.mark.parametrize("words", [["parked"], ["retry", "1"]])
def test_a_file_that_is_not_there_is_said_so(tmp_path: Path, words: list[str]) -> None:
    refused = zelador(tmp_path, "inbox", *words, "--database", "x.sqlite3")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    assert not list(tmp_path.iterdir())


def test_in_a_demo_that_was_never_begun_nothing_is_put_aside(tmp_path: Path) -> None:
    assert zelador(tmp_path, "inbox", "parked", "--json").stdout == "[]\n"
    assert zelador(tmp_path, "inbox", "retry", "1").returncode == 1
    assert not list(tmp_path.iterdir())
