"""What was said is emptied when its time is over; what is not over, and the ids by which nothing is heard twice, stay."""

import asyncio
import re
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Text, cast, delete, func, insert, select, text, update

from bot.programs import resume
from storage import inbox, queue, retention
from storage.database import connect
from storage.retention import NO_CALL, Swept, sweep
from storage.tables import inbox as inbox_table
from storage.tables import message
from storage.tables import outbox as outbox_table
from storage.tables import retention as ranges
from tests.house import House, at, in_house, part

KEEP = timedelta(days=30)
DAY, HOUR = 86_400.0, 3_600.0
DUE = 30 * DAY + 2 * HOUR  # for what was done at the start and marked within the hour


async def swept(house: House, seconds: float) -> int:
    """All that is due then; how many rows were emptied."""
    emptied = 0
    while (one := await house.run(partial(sweep, now=at(seconds), keep=KEEP))).more:
        emptied += one.emptied
    return emptied


async def bodies(house: House) -> list[Any]:
    return [body.get("text") for body in await house.column(inbox_table.c.part)]


async def calls(house: House) -> list[str]:
    return [call.text for call in await house.column(outbox_table.c.call)]


async def sent(house: House) -> None:
    """All that was written has gone."""
    over = {"status": "sent", "due_at": None, "reason": "why", "external_id": cast(outbox_table.c.id, Text)}
    await house.run(lambda connection: connection.execute(update(outbox_table).values(over)))


async def heard(house: House, *texts: str) -> None:
    """Each heard and answered, by as many people."""
    await house.put(*[part(each, who=each) for each in texts])
    while await house.take():
        pass
    await sent(house)


async def kept(house: House) -> list[tuple[str, int, int | None]]:
    rows = await house.rows(select(ranges.c.store, ranges.c.first_id, ranges.c.last_id).order_by(ranges.c.store, ranges.c.first_id))
    return [tuple(row) for row in rows]


def test_what_is_over_for_long_enough_is_emptied(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a", "b")
        assert await swept(house, HOUR) == 0  # from here on the rows count as written
        assert await swept(house, 30 * DAY) == 0
        assert (await bodies(house), await calls(house)) == (["a", "b"], ["a", "b"])
        assert await swept(house, DUE) == 4
        assert await bodies(house) == [None, None]
        assert await calls(house) == ["", ""]
        assert await house.column(inbox_table.c.address) == await house.column(outbox_table.c.address) == ["", ""]
        assert await house.column(outbox_table.c.external_id) == ["1", "2"]
        assert await house.column(outbox_table.c.reason) == [None, None]
        assert set(await house.column(outbox_table.c.call)) == {NO_CALL}
        assert await swept(house, DUE) == 0

    in_house(migrated_url, scenario)


def test_what_was_said_yesterday_stays(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a")
        await swept(house, HOUR)
        assert await swept(house, 29 * DAY) == 0
        assert (await bodies(house), await calls(house)) == (["a"], ["a"])

    in_house(migrated_url, scenario)


def test_a_message_that_was_emptied_is_still_known(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a")
        await swept(house, HOUR)
        await swept(house, DUE)
        await house.put(part("a", who="a"), seconds=DUE)
        assert await house.take(DUE) == 0
        assert await bodies(house) == [None]

    in_house(migrated_url, scenario)


def test_a_ticket_whose_rows_were_emptied_opens_as_before(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a")
        before = await house.run(partial(queue.open_file, ticket_id=1))
        await swept(house, HOUR)
        assert await swept(house, DUE) == 2
        assert before is not None
        assert await house.run(partial(queue.open_file, ticket_id=1)) == before
        assert await house.column(message.c.text) == ["a", "a"]

    in_house(migrated_url, scenario)


def test_a_talk_whose_question_was_emptied_is_found_without_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a")
        assert [call.text for call in await house.run(partial(resume.as_it_was_sent, name="a", words="echo"))] == ["a"]
        await swept(house, HOUR)
        await swept(house, DUE)
        assert await house.run(partial(resume.as_it_was_sent, name="a", words="echo")) == ()
        opened, _ = await house.run(partial(resume.left_open, name="a"))
        assert opened is not None
        assert opened.words == "echo"
        assert not await house.run(partial(resume.is_busy, name="a"))
        await house.put(part("b", who="a"), seconds=DUE)
        assert await house.take(DUE) == 1
        assert await calls(house) == ["", "b"]
        assert await house.column(outbox_table.c.address) == ["", "a"]

    in_house(migrated_url, scenario)


def test_what_is_not_over_stays_until_it_is(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a", "b", "c")
        await house.run(lambda connection: connection.execute(update(outbox_table).where(outbox_table.c.id == 2).values(due_at=at(0))))
        await house.run(lambda connection: connection.execute(update(inbox_table).where(inbox_table.c.id == 2).values(done_at=None)))
        await swept(house, HOUR)
        assert await swept(house, DUE) == 4
        assert await bodies(house) == [None, "b", None]
        assert await calls(house) == ["", "b", ""]
        await house.run(partial(inbox.close, done=[inbox.Done(2)], now=at(DUE + DAY)))
        await house.run(lambda connection: connection.execute(update(outbox_table).values(due_at=None)))
        assert await swept(house, DUE + 2 * DAY) == 0
        assert await swept(house, 2 * DUE) == 1  # the outbox row; of the inbox the time counts from its end
        assert await bodies(house) == [None, "b", None]
        assert await swept(house, DUE + DAY + 30 * DAY) == 1
        assert await bodies(house) == [None, None, None]
        assert [store for store, _, last in await kept(house) if last is not None] == []

    in_house(migrated_url, scenario)


def test_what_was_parked_goes_with_the_rest_and_keeps_its_reason(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("bug"))
        for second in range(3):
            await house.take_or_count(seconds=2.0 * second)
        await swept(house, HOUR)
        await swept(house, 29 * DAY)
        assert (await bodies(house))[0] == "bug"
        await swept(house, DUE)
        assert (await bodies(house))[0] is None
        assert (await house.column(inbox_table.c.result))[0] == "parked"
        assert "ValueError" in (await house.column(inbox_table.c.reason))[0]

    in_house(migrated_url, scenario)


def test_what_a_refused_act_was_told_goes_too(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await heard(house, "a")
        refused = inbox.Done(1, "refused", "o e-mail é de Maria")
        await house.run(partial(inbox.close, done=[refused], now=at(0)))
        await swept(house, HOUR)
        await swept(house, DUE)
        assert await house.column(inbox_table.c.reason) == [None]

    in_house(migrated_url, scenario)


def test_a_long_table_is_walked_in_chunks(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "CHUNK", 2)

    async def scenario(house: House) -> None:
        await heard(house, *"abcde")
        await house.run(lambda connection: connection.execute(delete(inbox_table).where(inbox_table.c.id == 3)))
        await swept(house, HOUR)
        steps = []
        while (one := await house.run(partial(sweep, now=at(DUE), keep=KEEP))).more:
            steps.append(one.emptied)
        assert sorted(steps) == [1, 1, 1, 2, 2, 2]
        assert await kept(house) == [("inbox", 6, None), ("outbox", 6, None)]

    in_house(migrated_url, scenario)


def test_a_sweep_that_is_broken_off_goes_on_where_it_was(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "CHUNK", 2)

    def half(connection: Any) -> None:
        sweep(connection, at(DUE), KEEP)
        raise KeyError

    async def scenario(house: House) -> None:
        await heard(house, *"abcde")
        await swept(house, HOUR)
        await house.run(partial(sweep, now=at(DUE), keep=KEEP))
        before = await kept(house)
        with pytest.raises(KeyError):
            await house.run(half)
        assert await kept(house) == before
        assert await swept(house, DUE) == 8
        assert await bodies(house) == [None] * 5

    in_house(migrated_url, scenario)


def test_the_newest_range_ends_once_an_hour_and_only_when_there_is_something(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        begun = [("inbox", 1, None), ("outbox", 1, None)]
        await swept(house, 0)
        assert await kept(house) == begun
        await heard(house, "a")
        await swept(house, HOUR / 2)
        assert await kept(house) == begun
        await swept(house, HOUR)
        assert await kept(house) == [("inbox", 1, 1), ("inbox", 2, None), ("outbox", 1, 1), ("outbox", 2, None)]
        await swept(house, 3 * HOUR)
        assert len(await kept(house)) == 4

    in_house(migrated_url, scenario)


def test_several_processes_share_the_work(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row is emptied once, whoever does it."""
    monkeypatch.setattr(retention, "CHUNK", 3)

    async def scenario(house: House) -> None:
        await heard(house, *[f"t{number}" for number in range(20)])
        await swept(house, HOUR)
        await swept(house, 2 * HOUR)
        others = [house.database, connect(migrated_url), connect(migrated_url)]
        counts = await asyncio.gather(*[_swept_by(House(each)) for each in others])
        again = await swept(house, DUE)  # who found every range in somebody's hands had nothing to do
        assert sum(counts) + again == 40
        assert await bodies(house) == [None] * 20
        for other in others[1:]:
            await other.close()

    async def _swept_by(house: House) -> int:
        return await swept(house, DUE)

    in_house(migrated_url, scenario)


def test_a_range_that_another_process_holds_is_passed_by(new_database: Any, migrated_postgresql: str) -> None:
    url = new_database("postgresql", like=migrated_postgresql)

    async def scenario(house: House) -> None:
        await heard(house, "a")
        await swept(house, HOUR)
        other = connect(url)
        holding, done = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()

        async def hold() -> None:
            async with other.engine.begin() as connection:  # type: ignore[union-attr]
                await connection.execute(text("SELECT * FROM retention FOR UPDATE"))
                holding.set()
                await done.wait()

        holder = loop.create_task(hold())
        await holding.wait()
        assert await house.run(partial(sweep, now=at(DUE), keep=KEEP)) == Swept(0, more=False)
        done.set()
        await holder
        assert await swept(house, DUE) == 2
        await other.close()

    in_house(url, scenario)


@pytest.mark.parametrize("store", ["inbox", "outbox"])
def test_no_table_is_read_whole(migrated_url: str, store: str) -> None:
    """Also on a table that nobody has analysed."""

    async def scenario(house: House) -> None:
        lite = migrated_url.startswith("sqlite")
        for statement in (retention._EMPTY[store], retention._LEFT[store], retention._NEWEST[store]):
            plan = str(await house.run(partial(_plan, statement=statement, explain="EXPLAIN QUERY PLAN" if lite else "EXPLAIN")))
            assert not re.search(r"Seq Scan|SCAN (in|out)box'", plan), plan

    in_house(migrated_url, scenario)


def _plan(connection: Any, statement: Any, explain: str) -> Sequence[Any]:
    sql = str(statement.compile(dialect=connection.dialect))
    for parameter, value in ((r"\$\d+::BIGINT|\?", "1"), (r"\$\d+::TIMESTAMP WITH TIME ZONE", "now()"), (r"\$\d+::\w+", "''")):
        sql = re.sub(parameter, value, sql)
    rows: Sequence[Any] = connection.exec_driver_sql(f"{explain} {sql}").all()
    return rows


Moves = Sequence[tuple[str, int, int]]
MOVE = st.tuples(st.sampled_from(["arrive", "finish", "sweep", "sweep"]), st.integers(0, 6), st.integers(1, 20))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVE, max_size=25))
def test_every_body_that_is_kept_is_found_in_time(sqlite_url: str, moves: Moves) -> None:
    """However rows come and end: none is emptied too early, none is forgotten, no two ranges overlap."""

    async def scenario(house: House) -> None:
        await house.run(_fresh)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(retention, "CHUNK", 3)
            now = 0.0
            for move, count, days in moves:
                now += days * DAY / 2
                if move == "arrive":
                    await house.run(partial(_arrive, count=count, now=now))
                elif move == "finish":
                    await house.run(partial(_finish, count=count, now=now))
                else:
                    await swept(house, now)
                    await _check(house, now)
            await house.run(partial(_finish, count=99, now=now))
            for step in (0.0, 31 * DAY, 62 * DAY, 93 * DAY):
                await swept(house, now + step)
            assert set(await bodies(house)) <= {None}

    in_house(sqlite_url, scenario)


def _fresh(connection: Any) -> None:
    connection.execute(text("PRAGMA foreign_keys=OFF"))
    connection.execute(delete(inbox_table))
    connection.execute(text("DELETE FROM conversation"))
    connection.execute(text("INSERT INTO conversation (id, channel, account, address) VALUES (1, 'console', '', 'a')"))
    connection.execute(delete(ranges))
    connection.execute(insert(ranges), {"store": "inbox", "first_id": 1, "last_id": None, "since": at(-DAY)})


def _arrive(connection: Any, count: int, now: float) -> None:
    next_id = (connection.scalar(select(func.max(inbox_table.c.id))) or 0) + 1
    rows = [inbox.Arrival("console", "", f"e{next_id + each}", 1, "a", '{"text": "x"}', at(now), at(now)) for each in range(count)]
    inbox.put(connection, rows)


def _finish(connection: Any, count: int, now: float) -> None:
    """Some of those that wait, the newest first."""
    waiting = connection.scalars(select(inbox_table.c.id).where(inbox_table.c.done_at.is_(None)).order_by(inbox_table.c.id.desc())).all()
    inbox.close(connection, [inbox.Done(number) for number in waiting[:count]], at(now))


async def _check(house: House, now: float) -> None:
    rows = await house.rows(select(inbox_table.c.id, inbox_table.c.part, inbox_table.c.done_at))
    held = [(first, last) for _, first, last in await kept(house)]
    assert all(last is not None and last < first for (_, last), (first, _) in pairwise(held))
    for number, body, done_at in rows:
        if body == {}:
            assert done_at <= at(now) - KEEP
        else:
            assert any(first <= number and (last is None or number <= last) for first, last in held)
