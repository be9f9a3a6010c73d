"""The command `zelador db upgrade`."""

from pathlib import Path

from bot.programs.app import database_url, in_words, run
from bot.settings import load
from storage.database import connect
from storage.migrations import upgrade


def run_upgrade(file: Path | None) -> None:
    with in_words():
        added = run(upgraded(database_url(load(), file)))
    print(f"Banco atualizado: {', '.join(added)}." if added else "O banco já está na versão deste programa.")


async def upgraded(url: str) -> tuple[str, ...]:
    """Brings the database to the version of the program; what was added."""
    database = connect(url)
    try:
        return await database.run(upgrade)
    finally:
        await database.close()
