"""The one chain of migrations: what a database has, what it lacks, and how it gets it.

A version is a file `versions/NNNN_name.py`; its number is the revision. Alembic is imported only when there is something to do, since
that alone takes longer than everything else at a start.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from storage.database import Database, Sqlite

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER: Final = Path(__file__).parent
REVISIONS: Final = tuple(sorted(file.name.partition("_")[0] for file in (FOLDER / "versions").glob("[0-9]*_*.py")))
HEAD: Final = REVISIONS[-1]

SEARCH_CHANGED: Final = frozenset({"0008"})  # after these all contacts are indexed anew; one more when tokens are made otherwise

UPGRADE_LOCK: Final = 1_768_842_350  # key of the advisory lock on PostgreSQL, where two may upgrade at once; any number of our own


class SchemaOldError(Exception):
    """The database lacks migrations."""

    def __init__(self, lacking: tuple[str, ...]) -> None:
        super().__init__(f"the database lacks the migrations {', '.join(lacking)}: run `zelador db upgrade`")
        self.lacking = lacking


class SchemaNewerError(Exception):
    """The database has a migration that this program does not know."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"the database has migration {revision}, this program knows them up to {HEAD}: install a newer program")
        self.revision = revision


class SchemaForeignError(Exception):
    """The database belongs to another program."""

    def __init__(self, tables: Sequence[str]) -> None:
        super().__init__(f"the database has tables of another program ({', '.join(tables)}): name an empty one")
        self.tables = tables


def current(connection: Connection) -> str | None:
    """The newest revision that the database has; None for an empty one. Raises `SchemaForeignError`."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise SchemaForeignError(tables)
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def lacking(connection: Connection) -> tuple[str, ...]:
    """The revisions that `upgrade` would add. Raises `SchemaNewerError`, `SchemaForeignError`."""
    revision = current(connection)
    if revision is not None and revision not in REVISIONS:
        raise SchemaNewerError(revision)
    return REVISIONS if revision is None else REVISIONS[REVISIONS.index(revision) + 1 :]


def upgrade(connection: Connection) -> tuple[str, ...]:
    """Adds what is lacking, all or nothing, and says what it added. Whoever comes second waits and finds nothing to do."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})
    added = lacking(connection)
    if added:
        from alembic import command  # noqa: PLC0415 (see above)

        command.upgrade(config(connection), "head")
    if SEARCH_CHANGED.intersection(added) and connection.scalar(text("SELECT max(id) FROM contact")):
        from storage import search  # noqa: PLC0415 (see above)

        search.rebuild(connection)
    return added


def config(connection: Connection | None = None) -> "Config":
    """Alembic's settings; `env.py` takes the connection from them."""
    from alembic.config import Config  # noqa: PLC0415 (see above)

    settings = Config()
    settings.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


async def make_ready(database: Database) -> tuple[str, ...]:
    """At a start: SQLite gets what it lacks; PostgreSQL, which others use too, is only looked at.

    Raises `SchemaOldError`, `SchemaNewerError`, `SchemaForeignError`.
    """
    missing = await database.run(lacking)
    if missing and not isinstance(database, Sqlite):
        raise SchemaOldError(missing)
    return await database.run(upgrade) if missing else ()
