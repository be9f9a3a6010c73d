"""A copy of a whole database in one file, also while it is in use; never a half one, and never over another file."""

import errno
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy.engine import URL, make_url

from storage.database import BUSY_MS, Unusable

DUMP = "pg_dump"
CONNECT_SECONDS = "10"  # to reach a server, unless the environment says otherwise
SIDE_FILES = ("-journal", "-wal", "-shm")  # what SQLite may leave beside a copy that was broken off

# What libpq reads from its environment, by how a URL of ours says it. asyncpg's `ssl` has the values of `sslmode`.
_LIBPQ = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "database": "PGDATABASE",
    "dbname": "PGDATABASE",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "ssl": "PGSSLMODE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
}


class NotOursError(Exception):
    """The file is a database, but none of this program's."""


class DumpMissingError(Exception):
    """There is no `pg_dump` on the PATH."""


class DumpFailedError(Exception):
    """`pg_dump` failed; the message is what it said last."""


def backup(url: str, target: Path) -> None:
    """Writes the copy. Raises `FileExistsError`, another `OSError` (no folder, no room), `Unusable`, and the errors of this module.

    On SQLite a database file of one piece, on PostgreSQL an archive of `pg_dump`. Only its owner may read it. It bears its name when it
    is whole and on the disk.
    """
    parsed = make_url(url)
    if url.startswith("sqlite"):
        source = Path(parsed.database or "")
        _write(target, lambda copy, _: _copy(source, copy))
    else:
        command = dump_command()
        _write(target, lambda _, opened: _dump(command, libpq(parsed), opened))


def _write(target: Path, fill: Callable[[Path, int], None]) -> None:
    """Through a file beside it, which goes when anything fails."""
    if target.exists() or target.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    opened, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)  # for its owner alone
    copy = Path(name)
    try:
        try:
            fill(copy, opened)
            os.fsync(opened)
        finally:
            os.close(opened)
        _name(copy, target)
    finally:
        for each in (copy, *(copy.with_name(copy.name + suffix) for suffix in SIDE_FILES)):
            each.unlink(missing_ok=True)


def _name(copy: Path, target: Path) -> None:
    """Gives the copy its name, unless somebody took it meanwhile."""
    try:
        target.hardlink_to(copy)  # a rename would replace what stands there
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        copy.rename(target)
    with suppress(OSError):  # Windows opens no folders
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


# ── SQLite ───────────────────────────────────────────────────────────────────


def _copy(source: Path, copy: Path) -> None:
    """One read transaction, so that it is of one moment; who writes is not kept waiting, since the file has a write-ahead log."""
    if not source.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(source))
    with _telling(source), closing(_connect(source)) as original:
        if not original.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]:
            raise NotOursError(str(source))
        with closing(_connect(copy)) as written:
            original.backup(written)
            written.execute("PRAGMA journal_mode=DELETE")  # no other file belongs to it
            found = written.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise Unusable(f"{source}: {found}")


def _connect(path: Path) -> sqlite3.Connection:
    """Never makes the file."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=BUSY_MS / 1000, isolation_level=None)


@contextmanager
def _telling(source: Path) -> Iterator[None]:
    """What SQLite raises, as what it means."""
    try:
        yield
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise Unusable(f"{source}: {error}") from error


# ── PostgreSQL ───────────────────────────────────────────────────────────────


def dump_command() -> str:
    """Raises `DumpMissingError`."""
    found = shutil.which(DUMP)
    if found is None:
        raise DumpMissingError
    return found


def libpq(url: URL) -> Mapping[str, str]:
    """How PostgreSQL's own programs are told what a URL says: by their environment, which other users cannot read as they can arguments."""
    given = {name: getattr(url, name) for name in ("host", "port", "username", "password", "database")}
    given["user"] = given.pop("username")
    given |= {name: value if isinstance(value, str) else ",".join(value) for name, value in url.query.items()}
    return {_LIBPQ[name]: str(value) for name, value in given.items() if name in _LIBPQ and value is not None}


def _dump(command: str, environment: Mapping[str, str], output: int) -> None:
    """An archive for `pg_restore`, of one moment. A password that is lacking is an error and no question."""
    done = subprocess.run(  # noqa: S603 (a list of words, without a shell)
        [command, "--format=custom", "--no-password"],
        env={"PGCONNECT_TIMEOUT": CONNECT_SECONDS, **os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise DumpFailedError(_last_words(done.stderr) or f"{DUMP}: {done.returncode}")


def _last_words(said: str) -> str:
    """The last line that the program itself said; what follows may be advice of the library in several lines."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    own = [line for line in lines if line.startswith(f"{DUMP}:")]
    return (own or lines or [""])[-1]
