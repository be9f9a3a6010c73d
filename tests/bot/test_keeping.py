"""The loop that empties: at once, then every hour, also after an outage, and it ends when it is told."""

import asyncio
import logging
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from bot import keeping
from bot.keeping import PAUSE_SECONDS, SWEEP_SECONDS, keep_tidy, tidy
from storage import retention
from storage.retention import sweep
from storage.tables import inbox, outbox
from tests.house import LONG_SECONDS, House, at, in_house, outage, part

KEEP = timedelta(days=30)
HOUR, DUE = 3600.0, 31 * 86_400.0


class Clock:
    """A clock that a sleep moves on; after some sleeps it stops the loop."""

    def __init__(self, sleeps: int, seconds: float = 0.0) -> None:
        self.seconds, self.left = seconds, sleeps
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        return at(self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
        if len(self.slept) >= self.left:
            raise asyncio.CancelledError


async def fill(house: House) -> None:
    """Three messages, heard, answered, and marked an hour later."""
    await house.put(*[part(each, who=each) for each in "abc"])
    await house.take()
    await house.run(lambda connection: connection.execute(update(outbox).values(status="sent", due_at=None)))
    await house.run(partial(sweep, now=at(HOUR), keep=KEEP))


async def texts(house: House) -> list[str]:
    return [row[0].get("text", "") for row in await house.rows(select(inbox.c.part))]


def test_it_empties_chunk_after_chunk_with_a_pause(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "CHUNK", 2)

    async def scenario(house: House) -> None:
        await fill(house)
        clock = Clock(sleeps=99, seconds=DUE)
        assert await tidy(house.database, clock, KEEP, clock.sleep) == 6
        assert clock.slept == [PAUSE_SECONDS] * 4
        assert await texts(house) == [""] * 3

    in_house(migrated_url, scenario)


def test_it_looks_at_once_and_then_every_hour(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        clock = Clock(sleeps=3)
        with pytest.raises(asyncio.CancelledError):
            await keep_tidy(house.database, clock, KEEP, clock.sleep)
        assert clock.slept == [SWEEP_SECONDS] * 3

    in_house(migrated_url, scenario)


def test_an_outage_is_told_and_the_next_hour_does_it(
    migrated_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failures = [outage(), KeyError("any other")]

    def failing(*given: object, **more: object) -> retention.Swept:
        if failures:
            raise failures.pop()
        return sweep(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(keeping, "sweep", failing)

    async def scenario(house: House) -> None:
        await fill(house)
        clock = Clock(sleeps=6, seconds=DUE)
        with pytest.raises(asyncio.CancelledError):
            await keep_tidy(house.database, clock, KEEP, clock.sleep)
        assert await texts(house) == [""] * 3

    with caplog.at_level(logging.ERROR, "bot.keeping"):
        in_house(migrated_url, scenario)
    assert [each.message for each in caplog.records if each.name == "bot.keeping"]


def test_it_ends_when_it_is_cancelled(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        loop = asyncio.create_task(keep_tidy(house.database, lambda: at(0), KEEP))
        await asyncio.sleep(0)
        loop.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(loop, LONG_SECONDS)
        assert await texts(house) == []

    in_house(migrated_url, scenario)
