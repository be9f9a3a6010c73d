"""The loop that empties and deletes what was kept long enough."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

from storage import codes
from storage.database import Database, is_outage
from storage.retention import sweep

SWEEP_SECONDS = 3600.0  # between two looks
PAUSE_SECONDS = 0.05  # between two chunks, so that turns wait for one at most

log = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]


async def keep_tidy(database: Database, clock: Callable[[], datetime], keep: timedelta, sleep: Sleep = asyncio.sleep) -> None:
    """At once and then every hour, until it is cancelled; it may be at any moment, since each chunk is a transaction of its own."""
    while True:
        try:
            await tidy(database, clock, keep, sleep)
        except Exception as error:
            if not is_outage(error):
                log.exception("what was kept long enough could not be tidied")
        await sleep(SWEEP_SECONDS)


async def tidy(database: Database, clock: Callable[[], datetime], keep: timedelta, sleep: Sleep = asyncio.sleep) -> int:
    """Empties all that is due, chunk after chunk, and deletes codes that are over; returns how many rows."""
    tidied = await database.run(partial(codes.forget, now=clock()))
    while (swept := await database.run(partial(sweep, now=clock(), keep=keep))).more:
        tidied += swept.emptied
        await sleep(PAUSE_SECONDS)
    return tidied
