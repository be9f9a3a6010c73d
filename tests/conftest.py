"""What every test may ask for: a fresh database on each engine, empty or with all tables."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage import migrations
from storage.database import connect
from tests import postgres

settings.register_profile("zelador", deadline=None)  # speed is for benchmarks: a busy machine fails no test
settings.register_profile("long", deadline=None, max_examples=4_000)  # `--hypothesis-profile=long`: by hand, after a change of the store
settings.load_profile("zelador")

ENGINE_NAMES = ("sqlite", "postgresql")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sqlite-only", action="store_true", help="leave PostgreSQL untested; the tests for it are skipped")


def pytest_report_header(config: pytest.Config) -> str:
    return postgres.describe(sqlite_only=config.getoption("sqlite_only"))


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The URL of a PostgreSQL server, started by the first test that asks."""
    if request.config.getoption("sqlite_only"):
        pytest.skip("--sqlite-only")
    try:
        with postgres.serving() as url:
            yield url
    except postgres.NoPostgres as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(params=ENGINE_NAMES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """A test that asks for it, directly or not, runs once on each engine."""
    name: str = request.param
    return name


@pytest.fixture
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """`new_database(engine_name, like=None)`: the URL of an empty database, or of a copy of `like`; dropped after the test."""
    made: list[str] = []

    def new(engine_name: str, like: str | None = None) -> str:
        made.append(_databases(request, engine_name).new(engine_name, tmp_path, like=like))
        return made[-1]

    yield new
    for url in made:
        _databases(request, url.partition(":")[0]).drop(url)


@pytest.fixture
def database_url(engine_name: str, new_database: Callable[..., str]) -> str:
    """The URL of an empty database, on each engine in turn."""
    return new_database(engine_name)


@pytest.fixture
def migrated_url(engine_name: str, new_database: Callable[..., str], request: pytest.FixtureRequest) -> str:
    """The URL of a database with all tables, on each engine in turn: a copy, since the migrations take longer than most tests."""
    return new_database(engine_name, like=request.getfixturevalue(f"migrated_{engine_name}"))


@pytest.fixture
def sqlite_url(new_database: Callable[..., str], migrated_sqlite: str) -> str:
    """The URL of a SQLite database with all tables, for what is looked at on that engine alone."""
    return new_database("sqlite", like=migrated_sqlite)


@pytest.fixture(scope="session")
def migrated_sqlite(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _migrated(_databases(request, "sqlite").new("sqlite", tmp_path_factory.mktemp("migrated")))


@pytest.fixture(scope="session")
def migrated_postgresql(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    databases = _databases(request, "postgresql")
    url = databases.new("postgresql", tmp_path_factory.getbasetemp())
    yield _migrated(url)
    databases.drop(url)


def _migrated(url: str) -> str:
    """The same database with all tables, and nobody connected."""

    async def migrate() -> None:
        database = connect(url)
        try:
            await database.run(migrations.upgrade)
        finally:
            await database.close()

    asyncio.run(migrate())
    return url


def _databases(request: pytest.FixtureRequest, engine_name: str) -> postgres.Databases:
    # Asked for only by a test that needs it, so that a run without PostgreSQL's tests starts no server.
    return postgres.Databases(request.getfixturevalue("postgres_server") if engine_name == "postgresql" else None)
