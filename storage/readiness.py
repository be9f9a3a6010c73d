"""Whether a database is ready for this program: of its version, and taking what is written."""

from datetime import datetime

from sqlalchemy import Connection, func, select

from storage import processes
from storage.migrations import SchemaOldError, lacking
from storage.records import UtcDateTime

_NOW = select(func.now(type_=UtcDateTime))


def check(connection: Connection) -> None:
    """Writes a row and takes it away again, in this transaction. Raises the errors of `storage.migrations`, and what writing raises."""
    if missing := lacking(connection):
        raise SchemaOldError(missing)
    probe = processes.new_id()
    processes.enter(connection, probe)
    processes.leave(connection, [probe])


def server_time(connection: Connection) -> datetime | None:
    """By the clock of the database's machine; None where that is this one."""
    return None if connection.dialect.name == "sqlite" else connection.scalar(_NOW)
