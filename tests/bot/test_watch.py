"""Time passes, and processes die: timers ring, and what is left behind is taken over."""

import asyncio
import logging
from functools import partial

import pytest
from sqlalchemy import select

from bot.bell import Bell
from bot.sender import note_and_claim
from bot.watch import LOOK_SECONDS, Seen, keep_time, look, take_over_at_start
from core.messages import Outgoing
from storage import processes
from storage.outbox import GONE_AFTER
from storage.tables import inbox, outbox, process
from tests.house import House, at, in_house, part

ME, OTHER, THIRD = 1, 2, 3


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Deaths are told, and here they are meant."""
    caplog.set_level(logging.ERROR, "bot.watch")


async def claimed(house: House, by: int = ME, seconds: float = 0) -> list[Outgoing]:
    channels = {"console": house.channel}
    return await house.run(partial(note_and_claim, reports=[], channels=channels, now=at(seconds), process=by, limit=9))


async def lives(house: House, *ids: int) -> None:
    for each in ids:
        await house.run(partial(processes.enter, me=each))


async def looks(house: House, *missing: int, seconds: float = 1) -> Seen:
    return await house.run(partial(look, now=at(seconds), me=ME, missing=missing))


def test_a_send_without_end_is_given_up_after_half_a_minute(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await claimed(house)
        limit = GONE_AFTER.total_seconds()
        assert (await looks(house, seconds=limit - 1)).given_up == 0
        assert (await looks(house, seconds=limit)).given_up == 1
        assert [row.attempt for row in await claimed(house, seconds=limit)] == [2]

    in_house(migrated_url, scenario)


def test_who_is_missing_twice_is_dead_and_its_sends_are_taken_over(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await lives(house, ME, OTHER)
        await house.put(part("a"))
        await house.take()
        await claimed(house, by=OTHER)
        assert await looks(house) == Seen(0, 0, frozenset({OTHER}))
        assert await looks(house, OTHER) == Seen(0, 1, frozenset(), dead=1)
        assert [row.attempt for row in await claimed(house, seconds=1)] == [2]
        assert await house.column(process.c.id) == [ME]

    in_house(migrated_url, scenario)


def test_who_comes_back_is_alive(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await lives(house, ME, OTHER)
        assert (await looks(house)).missing == {OTHER}
        await house.run(partial(processes.leave, ids=[OTHER]))
        assert await looks(house, OTHER) == Seen(0, 0, frozenset())

    in_house(migrated_url, scenario)


def test_of_several_deaths_each_waiting_message_counts_one(migrated_url: str) -> None:
    """They died of one thing, most likely: of the same message, or of no message at all."""

    async def scenario(house: House) -> None:
        await lives(house, ME, OTHER, THIRD)
        await house.put(part("a"))
        await looks(house, OTHER, THIRD)
        assert await house.column(inbox.c.attempts) == [1]

    in_house(migrated_url, scenario)


def test_nobody_died_when_all_left_in_order(migrated_url: str) -> None:
    """What waits at a stop is no suspect at the next start."""

    async def scenario(house: House) -> None:
        await lives(house, OTHER)
        await house.run(partial(processes.leave, ids=[OTHER]))
        await house.put(part("a"))
        await take_over_at_start(house.database, lambda: at(1), ME)
        assert await house.column(inbox.c.attempts) == [0]

    in_house(migrated_url, scenario)


def test_a_death_is_counted_before_the_first_turn(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await lives(house, OTHER)
        await house.put(part("deadly"))
        await take_over_at_start(house.database, lambda: at(1), ME)
        assert await house.column(inbox.c.attempts) == [1]
        assert await house.column(process.c.id) == []

    in_house(migrated_url, scenario)


def test_timers_ring_and_the_worker_is_woken(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        worker, sender = Bell(), Bell()
        await house.put(part("a"))
        await house.take()
        task = asyncio.create_task(keep_time(house.database, lambda: at(7200), ME, worker, sender))
        await worker.wait(5)
        assert await house.rows(select(inbox.c.channel).where(inbox.c.id == 2)) == [("timer",)]
        worker.stop()
        await asyncio.wait_for(task, 2 + LOOK_SECONDS)

    in_house(migrated_url, scenario)


def test_timers_ring_once_in_several_processes(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(*[part("a", f"w{number}") for number in range(20)])
        await house.take()
        seen = await asyncio.gather(*[house.run(partial(look, now=at(7200), me=number, missing=())) for number in range(5)])
        assert sum(each.due for each in seen) == 20
        assert await house.take(7200) == 20
        assert len(await house.column(outbox.c.id)) == 40

    in_house(migrated_url, scenario)
