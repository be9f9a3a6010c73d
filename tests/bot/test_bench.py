"""`zelador bench …`: each command runs to its end with little to do, tells its figures, and leaves no database. No time is judged."""

import asyncio
import random
import re
from typing import Any

import asyncpg
import pytest
from msgspec.json import encode

from bot.bench import reports
from bot.bench import telegram as bench_of_telegram
from bot.bench.crew import Worker
from bot.bench.database import NAME, place, sight
from bot.bench.figures import figure, percentile
from bot.bench.kill import bench_kill
from bot.bench.load import bench_load
from bot.bench.memory import bench_memory
from bot.bench.platform import Platform
from bot.bench.search import WAYS, bench_search
from bot.bench.steady import bench_steady
from bot.bench.talk import ANSWERS, LAST, SCRIPT, Guest
from bot.bench.turn import bench_turn
from bot.bench.verdict import Verdict, judge
from bot.bench.whatsapp import bench_whatsapp
from bot.bench.wire import Acknowledged, Send, Sent
from core.documents import parse_cpf
from tests import forking

GOOD = (
    "messages lost",
    "turns doubled",
    "replies reordered",
    "answers in a wrong field",
    "finished talks without exactly one ticket",
    "rows parked",
    "talks without an end",
)


@pytest.fixture(autouse=True)
def _forked_from_one_that_has_read_everything() -> None:
    forking.be_ready()


@pytest.fixture
def server(engine_name: str, request: pytest.FixtureRequest) -> str | None:
    """What `--database` names, on each engine in turn."""
    return str(request.getfixturevalue("postgres_server")) if engine_name == "postgresql" else None


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What was printed, by the name of each figure."""
    lines = [re.split(r"\s{2,}", line.strip(), maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    return {name: value for name, *values in lines for value in values}


def test_kill_loses_nothing(server: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_kill(5, server, every_seconds=1, people=6)
    figures = shown(capsys)
    assert {name: figures[name].split()[0] for name in GOOD} == dict.fromkeys(GOOD, "0")
    assert "longest wait" in figures


def test_load(server: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    bench_load(20, 1, 2, server)
    figures = shown(capsys)
    assert "0 without an answer" in figures["reached"]
    assert "arrival to channel, p50 / p90 / p99 / max" in figures


@pytest.mark.parametrize("processes", [1, 2])
def test_turn(server: str | None, processes: int, capsys: pytest.CaptureFixture[str]) -> None:
    bench_turn(5, 1, processes, server)
    figures = shown(capsys)
    assert {"turns per bare commit", "CPU of the workers a turn", "messages per bare commit", "take_turn alone, CPU"} <= figures.keys()


@pytest.fixture
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """People hardly pause, and the program is killed once."""
    for name, little in {"PAUSE_SECONDS": 0.02, "KILLS": 1, "KILL_EVERY_SECONDS": 0.5}.items():
        monkeypatch.setattr(reports, name, little)


@pytest.mark.usefixtures("_soon")
def test_telegram(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bench_of_telegram, "PACED_PEOPLE", 2)
    assert bench_of_telegram.bench_telegram(talks=3, rounds=1, many=5, ways=["polling"])
    figures = shown(capsys)
    assert {"CPU of the program a turn", "at 2 a second, p50 / p99"} <= figures.keys()
    assert figures["talks without a ticket, 1 kills"].split()[0] == "0"


@pytest.mark.usefixtures("_soon")
def test_whatsapp(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_whatsapp(talks=3, rounds=1, many=5, rates=[2])
    figures = shown(capsys)
    assert {"CPU of the program a turn", "CPU of the program a status", "at 2 a second, p50 / p99"} <= figures.keys()
    assert "webhook answered, 2 a second, p50 / p99" in figures
    assert figures["talks without a ticket, 1 kills"].split()[0] == "0"


def test_memory(server: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    bench_memory(20, server)
    assert {"0 open talks", "2 open talks", "20 open talks", "growth an idle talk"} <= shown(capsys).keys()


def test_steady(server: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    bench_steady(2, 20, 1, server, minute_seconds=1)
    assert {"1", "2", "p50", "p99", "CPU a turn", "RSS"} <= shown(capsys).keys()


def test_search(server: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    bench_search(300, 600, 6, server)
    figures = shown(capsys)
    assert {way.name for way in WAYS} <= figures.keys()
    assert figures["recall@20 with a slip"].startswith("1.000")


def test_nothing_is_left_on_the_server_when_it_is_interrupted(postgres_server: str) -> None:
    with pytest.raises(KeyboardInterrupt), place(postgres_server):
        raise KeyboardInterrupt
    assert asyncio.run(names(postgres_server)) == []


async def names(server: str) -> list[str]:
    connection = await asyncpg.connect(server)
    try:
        return [row["datname"] for row in await connection.fetch("SELECT datname FROM pg_database WHERE datname LIKE $1", f"{NAME}%")]
    finally:
        await connection.close()


def test_a_look_tells_what_waits(server: str | None) -> None:
    async def look(url: str) -> tuple[bool, int, float]:
        async with sight(url) as seen:
            return await seen.is_busy(), await seen.size(), await seen.bare_commits()

    with place(server) as url:
        is_busy, size, commits = asyncio.run(look(url))
    assert (is_busy, size > 0, commits > 0) == (False, True, True)


# ── what is counted ──────────────────────────────────────────────────────────


ANA, BIA = Guest("ana", 1), Guest("bia", 2)


class Books:
    """What a database might say, by the table that is asked."""

    def __init__(self, **tables: list[tuple[Any, ...]]) -> None:
        self.tables = tables

    async def rows(self, statement: str) -> list[tuple[Any, ...]]:
        (table,) = (name for name in ("inbox", "message", "outbox", "ticket") if f"FROM {name} " in statement)
        rows = self.tables[table]
        return [(sum(result == "parked" for _, result in rows),)] if "'parked'" in statement else rows


def ticket(guest: Guest, **wrong: str) -> tuple[str, str, str]:
    answers = {name: {"value": wrong.get(name.partition(".")[2], value)} for name, value in guest.form().items()}
    return guest.who, encode(answers).decode(), "2026-000001-1"


def judged(
    *, inbox: str = "done", heard: tuple[int, ...] = (1,), answers: int = 1, tickets: tuple[tuple[str, str, str], ...] = (ticket(ANA),)
) -> Verdict:
    """Ana said one thing."""

    async def scenario() -> Verdict:
        platform = Platform(random.Random(1))
        saying = asyncio.create_task(platform.say("ana", "ana:0", "oi"))
        await asyncio.sleep(0)
        platform.hear(no_worker(), Acknowledged("ana:0"))
        saying.cancel()
        books = Books(inbox=[("ana:0", inbox)], message=[(each,) for each in heard], outbox=[("ana", answers)], ticket=list(tickets))
        return await judge(books, platform, [ANA], unfinished=0)

    return asyncio.run(scenario())


def no_worker() -> Any:
    class Deaf:
        def say(self, order: object) -> None:
            """Nobody hears it."""

    return Deaf()


def test_all_is_well() -> None:
    assert judged().is_good


@pytest.mark.parametrize(
    "given, count",
    [
        ({"inbox": "parked"}, {"lost": 1, "parked": 1}),
        ({"heard": (1, 1)}, {"doubled": 1}),
        ({"answers": 3}, {"doubled": 2}),
        ({"tickets": (ticket(ANA, email="bia@exemplo.com.br", cpf="1"),)}, {"wrong": 2}),
        ({"tickets": (ticket(ANA), ticket(ANA))}, {"tickets": 1}),
        ({"tickets": (ticket(BIA),)}, {"tickets": 1}),
    ],
    ids=["parked", "heard twice", "answered thrice", "wrong fields", "two tickets", "no ticket"],
)
def test_what_is_not_well_is_counted(given: dict[str, Any], count: dict[str, int]) -> None:
    verdict = judged(**given)
    assert {name: getattr(verdict, name) for name in Verdict.__slots__ if getattr(verdict, name)} == count
    assert not verdict.is_good


def test_an_older_reply_after_a_newer_one_is_reordered_and_a_second_send_is_not() -> None:
    def send(row: int) -> Sent:
        return Sent((Send(row, "ana", "prompt", "individual-cpf", 0.0),))

    async def scenario() -> tuple[int, dict[Worker, int]]:
        platform, worker = Platform(random.Random(1)), no_worker()
        for row in (1, 3, 3, 2):
            platform.hear(worker, send(row))
        return platform.reordered, platform.sent_again()

    reordered, again = asyncio.run(scenario())
    assert reordered == 1
    assert [*again.values()] == [1]


def test_an_answer_that_nobody_waits_for_any_more_breaks_nothing() -> None:
    async def scenario() -> float | None:
        platform = Platform(random.Random(1))
        saying = asyncio.create_task(platform.say("ana", "ana:0", "oi"))
        await asyncio.sleep(0)
        saying.cancel()
        await asyncio.sleep(0)
        platform.hear(no_worker(), Sent((Send(1, "ana", "prompt", "individual-cpf", 5.0),)))
        return platform.messages["ana:0"].answered_at

    assert asyncio.run(scenario()) == 5.0


def test_guests_say_what_is_theirs() -> None:
    said = {asked: (ANA.says(asked), BIA.says(asked)) for asked in SCRIPT}
    own = {asked for asked, (ana, bia) in said.items() if ana != bia}
    assert own == {"individual-name", "individual-email", "individual-cpf", "individual-mobile", "contract-address"}
    assert all(parse_cpf(Guest("", number).says("individual-cpf")) for number in range(1_000))
    assert LAST not in ANSWERS


def test_figures() -> None:
    assert percentile([3, 1, 2, 4], 0.5) == 2
    assert percentile([3, 1, 2, 4], 0.99) == 4
    assert "2.00 µs (1.00–9.00)   [aim <= 3]" in figure("some", [9, 1, 2], "µs", "<= 3")
