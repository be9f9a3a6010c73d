"""A database of another version is named in one sentence, and stays as it is."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url

from bot import cli
from bot.programs.usage import run
from bot.settings import known
from storage import migrations
from storage.database import connect

COMMANDS = (["chat", "--json"], ["queue"], ["queue", "approve", "1"], ["inbox", "parked"], ["inbox", "retry", "1"])


@dataclass
class Ended:
    """How a command ended."""

    code: object
    out: str
    err: str


@pytest.fixture
def zelador(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """`zelador(url, *words)` in a folder of its own, in this process: a process for each would take a minute."""
    monkeypatch.chdir(tmp_path)
    for each in known():
        monkeypatch.delenv(each.name, raising=False)

    def start(url: str, *words: str) -> Ended:
        monkeypatch.setenv("ZELADOR_DATABASE_URL", url)
        with pytest.raises(SystemExit) as ended:
            run(cli.zelador, words)
        return Ended(ended.value.code, *capsys.readouterr())

    return start


def refused(done: Ended, reason: str) -> None:
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1), done.err
    assert reason in done.err


def on(url: str, work: Callable[[Connection], object]) -> object:
    async def look() -> object:
        database = connect(url)
        try:
            return await database.run(work)
        finally:
            await database.close()

    return asyncio.run(look())


def version(url: str) -> object:
    return on(url, migrations.current)


@pytest.mark.parametrize("words", [*COMMANDS, ["db", "upgrade"]], ids=" ".join)
def test_a_newer_one_is_refused(zelador: Callable[..., Ended], migrated_url: str, words: list[str]) -> None:
    on(migrated_url, lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    before = _bytes(migrated_url)
    refused(zelador(migrated_url, *words), "(9999)")
    assert _bytes(migrated_url) == before
    assert version(migrated_url) == "9999"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_on_a_server_an_older_one_is_refused_with_the_remedy(
    zelador: Callable[..., Ended], new_database: Callable[..., str], words: list[str]
) -> None:
    url = new_database("postgresql")
    refused(zelador(url, *words), "zelador db upgrade")
    assert version(url) is None


def test_an_older_file_gets_what_it_lacks_at_a_start(zelador: Callable[..., Ended], new_database: Callable[..., str]) -> None:
    url = new_database("sqlite")
    on(url, lambda connection: connection.execute(text("CREATE TABLE alembic_version (version_num TEXT)")))
    assert zelador(url, "inbox", "parked", "--json").out == "[]\n"
    assert version(url) == migrations.HEAD


def _bytes(url: str) -> bytes:
    """Of a file; what a server holds is not compared."""
    path = Path(make_url(url).database or "")
    return path.read_bytes() if url.startswith("sqlite") else b""
