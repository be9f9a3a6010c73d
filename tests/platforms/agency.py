"""An agency whose bot is at work, whatever the platform: what its database holds, and when all is said and heard."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select

from bot.programs.app import clock
from storage.database import Database
from storage.tables import inbox, outbox, ticket
from tests.platforms.changes import PATIENCE_SECONDS


@dataclass
class Clock:
    """Stands still until a test moves it."""

    now: datetime = field(default_factory=clock)

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def running_from(moment: datetime) -> Callable[[], datetime]:
    """A clock that goes on from there."""
    began = clock()
    return lambda: moment + (clock() - began)


@dataclass
class Agency(ABC):
    database: Database

    @abstractmethod
    def brought(self) -> int | None:
        """How much the platform has brought so far; None while something of it waits."""

    async def rows(self, *columns: Any) -> Sequence[Any]:
        return await self.database.run(lambda connection: connection.execute(select(*columns)).all())

    async def column(self, column: Any) -> list[Any]:
        """A column of a table, by id."""
        return [row[0] for row in await self.database.run(lambda connection: connection.execute(_by_id(column)).all())]

    async def tickets(self) -> list[str]:
        """The status of each."""
        return await self.column(ticket.c.status)

    async def quiet(self) -> None:
        """All that people wrote was taken and heard, and all that was said has gone."""
        await self.until(self._quiet)

    async def until(self, so: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await so():  # noqa: ASYNC110 (only the database knows)
                await asyncio.sleep(0.01)

    async def _quiet(self) -> bool:
        """What was said may bring something anew: nothing did while the database was looked at."""
        before = self.brought()
        is_busy = await self.database.run(lambda connection: connection.scalar(BUSY))
        return before is not None and not is_busy and self.brought() == before


# In one statement, which sees one moment: what was heard becomes what is to be sent, and what did not arrive is heard of.
BUSY = select(
    or_(select(inbox.c.id).where(inbox.c.done_at.is_(None)).exists(), select(outbox.c.id).where(outbox.c.due_at.is_not(None)).exists())
)


def _by_id(column: Any) -> Any:
    return select(column).order_by(column.table.c.id)
