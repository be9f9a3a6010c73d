"""The commands: their help, what they refuse, and that each starts fast."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import FILTERS, zelador
from bot.programs import drawing
from bot.programs.record import Recorder

ROOT = Path(__file__).parents[2]
HEAVY = {"pydantic", "sqlalchemy", "transitions", "prompt_toolkit", "asyncio", "phonenumbers", "fluent"}


def run(*words: str, folder: Path, said: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """`zelador WORDS` as a user starts it, in a folder of its own."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C", **variables}
    command = [sys.executable, "-m", "bot.cli", *words]
    return subprocess.run(command, cwd=folder, env=environment, input=said, capture_output=True, text=True, encoding="utf-8", check=False)


def commands(command: click.Command = zelador, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            if name not in ("check", "test"):  # their help is that of the tool that they start
                yield from commands(each, *path, name)


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_help_is_in_portuguese_and_whole(path: tuple[str, ...], tmp_path: Path) -> None:
    shown = run(*path, "--help", folder=tmp_path)
    assert shown.returncode == 0
    assert shown.stdout.startswith(f"Uso: zelador {' '.join(path)}".strip())
    assert "Mostra esta ajuda." in shown.stdout
    assert not any(word in shown.stdout for word in ("Usage", "Options", "Commands", "Show this", "default:", "..."))


def test_the_version_is_the_projects(tmp_path: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert run("--version", folder=tmp_path).stdout == f"zelador {version}\n"


def test_the_command_line_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys, bot.cli; print(*sys.modules)"
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(shown.stdout.split())


@pytest.mark.parametrize(
    "words, reason",
    [
        (["fila"], "Não conheço o comando fila."),
        (["chat", "--fala"], "Não conheço a opção --fala."),
        (["chat", "--as", "ninguem"], "use tenant, owner, company, unknown, reporter, agent ou supervisor."),
        (["chat", "--number"], "A opção --number precisa de um valor."),
        (["chat", "--number", "190"], "190 não é um celular"),
        (["queue", "approve"], "Falta dizer PROTOCOLO."),
        (["queue", "approve", "12", "--contact", "Maria"], "use um número inteiro."),
        (["queue", "--filter", "todos"], "use alta, sla ou rascunhos."),
        (["queue", "--fila"], "Não conheço a opção --fila."),
    ],
)
def test_what_is_typed_wrong_is_told_in_one_sentence(words: list[str], reason: str, tmp_path: Path) -> None:
    refused = run(*words, folder=tmp_path)
    assert refused.returncode == 2
    assert reason in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert not refused.stdout


def test_a_bad_setting_stops_the_start(tmp_path: Path) -> None:
    refused = run("chat", "--json", folder=tmp_path, ZELADOR_TIMEZONE="Lua")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("ZELADOR_TIMEZONE: ")
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [["queue", "--database", "x.sqlite3"], ["queue", "12", "--database", "x.sqlite3"], ["queue", "approve", "12"]]
)
def test_what_is_not_there_is_refused(words: list[str], tmp_path: Path) -> None:
    refused = run(*words, folder=tmp_path)
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "texto.sqlite3").write_text("isto não é um banco de dados, por mais que o nome diga " * 20)
    for words in (["queue"], ["chat", "--json"], ["db", "upgrade"]):
        refused = run(*words, "--database", "texto.sqlite3", folder=tmp_path)
        assert refused.returncode == 1
        assert len(refused.stderr.splitlines()) == 1


def test_the_queue_of_a_demo_that_was_never_begun_is_empty(tmp_path: Path) -> None:
    assert run("queue", "--json", folder=tmp_path).stdout == "[]\n"
    assert "vazia" in run("queue", folder=tmp_path).stdout
    for only in FILTERS:
        assert "desse tipo" in run("queue", "--filter", only, folder=tmp_path).stdout


def test_upgrading_twice_changes_nothing(tmp_path: Path) -> None:
    assert run("db", "upgrade", "--database", "a.sqlite3", folder=tmp_path).stdout.startswith("Banco atualizado")
    assert "já está" in run("db", "upgrade", "--database", "a.sqlite3", folder=tmp_path).stdout


def test_the_drawing_of_the_conversation_is_current() -> None:
    assert drawing.is_current(), "run `zelador diagram`"


CHANGED = ("> (edited 3) o teto", "> (deleted 3)")


def test_a_recording_can_be_played_as_a_test(tmp_path: Path) -> None:
    with Recorder(tmp_path / "talk.txt", "reporter") as recorder:
        recorder.heard("oi")
        recorder.said("start-kind")
        recorder.said("start-kind")  # the second part of a long one
        recorder.heard("/audio 0:43")
        recorder.said("unsupported-voice")
        recorder.heard("/foto a pia")
        recorder.said("start-kind")
        recorder.heard("/editar o teto", 3)
        recorder.heard("/apagar", 3)
    lines = ["as unknown", "> oi", "< start-kind", "> [voice 0:43]", "< unsupported-voice", "> [photo a pia]", "< start-kind", *CHANGED]
    assert (tmp_path / "talk.txt").read_text().splitlines() == lines


def test_a_recording_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("as tenant\n")
    refused = run("chat", "--json", "--record", "talk.txt", folder=tmp_path)
    assert refused.returncode == 1
    assert (tmp_path / "talk.txt").read_text() == "as tenant\n"
