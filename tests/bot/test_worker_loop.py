"""The worker's loop: goes on until it is stopped, whatever happens to the database, and tells others of what is left."""

import asyncio
from typing import Any

import pytest

from bot.bell import Bell
from bot.sender import Sender
from bot.worker import Worker
from storage import conversations
from storage.conversations import BATCH
from storage.tables import inbox as inbox_table
from storage.tables import outbox
from tests.house import LONG_SECONDS, House, at, in_house, outage, part, until


def test_the_loop_takes_turns_until_it_is_stopped(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        bell, batches = Bell(), []
        loop = asyncio.create_task(
            Worker(house.means, Sender({}, Bell(), 1), bell, 1).run(house.database, lambda: at(0), lambda turns, seconds: batches.append(1))
        )
        await house.put(part("a"))
        bell.ring()
        await until(lambda: bool(batches))
        await house.put(part("bug"))
        bell.ring()
        await until(lambda: _attempted(house))
        bell.stop()
        await asyncio.wait_for(loop, LONG_SECONDS)
        assert await house.column(outbox.c.id) == [1]

    in_house(migrated_url, scenario)


async def _attempted(house: House) -> bool:
    return await house.column(inbox_table.c.attempts) == [0, 1]


def test_the_loop_outlives_an_outage(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(house: House) -> None:
        claim, failures = conversations.claim, [outage(), OSError("refused")]

        def unreliable(*given: Any) -> Any:
            if failures:
                raise failures.pop()
            return claim(*given)

        monkeypatch.setattr("bot.worker.POLL_SECONDS", 0.01)
        monkeypatch.setattr("storage.conversations.claim", unreliable)
        bell, batches = Bell(), []
        await house.put(part("a"))
        loop = asyncio.create_task(
            Worker(house.means, Sender({}, Bell(), 1), bell, 1).run(house.database, lambda: at(0), lambda turns, seconds: batches.append(1))
        )
        await until(lambda: bool(batches))
        bell.stop()
        await loop
        assert await house.column(inbox_table.c.attempts) == [0]

    in_house(migrated_url, scenario)


def test_other_processes_are_told_of_what_is_left(migrated_url: str) -> None:
    """A backlog that came to one process is for all."""

    async def scenario(house: House) -> None:
        told: list[int] = []
        bell = Bell(lambda: told.append(1))
        await house.put(*[part("a", f"w{number}") for number in range(BATCH + 1)])
        loop = asyncio.create_task(
            Worker(house.means, Sender({}, Bell(), 1), bell, 1).run(house.database, lambda: at(0), lambda turns, seconds: None)
        )
        await until(lambda: len(house.turn.turns) == BATCH + 1)
        bell.stop()
        await loop
        assert told == [1]

    in_house(migrated_url, scenario)
