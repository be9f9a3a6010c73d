"""A talk through which the program is killed at each step, whatever the platform."""

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing
from typing import Any, Protocol

import asyncpg
from sqlalchemy import select
from sqlalchemy.engine import make_url

from storage.database import Database
from storage.tables import inbox, outbox
from tests.faults.serving import Served
from tests.platforms import faults
from tests.platforms.changes import PATIENCE_SECONDS
from tests.platforms.faults import Fault
from tests.platforms.reporting import answer, asked

LOOK_SECONDS = 0.01


class Customer(Protocol):
    def say(self, text: str) -> object: ...

    def tap(self, label: str) -> object: ...

    def heard(self) -> list[Any]: ...

    async def next_message(self) -> Any: ...


class Talk(ABC):
    """A customer, the program that is killed, and a platform between them. `gone`: how a message stands that needs nothing more."""

    gone: str

    def __init__(self, customer: Any, problem: str, answers: Mapping[str, str], served: Served, database: Database) -> None:
        self.customer: Customer = customer
        self._problem, self._answers, self._served, self._database = problem, answers, served, database

    # what each platform knows

    @property
    @abstractmethod
    def waiting(self) -> int:
        """How much of what the customer did the program has not taken."""

    @property
    @abstractmethod
    def brought(self) -> int:
        """How often anything was handed to the program."""

    @property
    @abstractmethod
    def sends(self) -> int:
        """How often the program sent a message."""

    @abstractmethod
    def fail(self, fault: Fault) -> None:
        """The next message of the program."""

    # what every test does

    async def column(self, column: Any) -> list[Any]:
        rows = await self._database.run(lambda connection: connection.execute(select(column).order_by(column.table.c.id)).all())
        return [row[0] for row in rows]

    async def comes_to_be(self, so: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await so():  # noqa: ASYNC110 (another process is looked at from outside)
                await asyncio.sleep(LOOK_SECONDS)

    async def dies_when(self, so: Callable[[], Awaitable[bool]]) -> None:
        await self.comes_to_be(so)
        await asyncio.to_thread(self._served.kill)

    def lives_again(self) -> None:
        self._served.begin()

    async def is_asked(self) -> Any:
        """What comes next, once all that came before is over."""
        shown = await self.customer.next_message()

        async def is_gone() -> bool:
            return bool((await self.column(outbox.c.status))[-1] == self.gone)

        await self.comes_to_be(is_gone)
        return shown

    def reply(self, shown: Any) -> None:
        answer(self.customer, shown, self._answers[str(asked(shown))])

    # the steps

    async def waiting_to_be_heard(self) -> None:
        """Stored, and acknowledged; no turn was taken."""
        self.customer.say(self._problem)

        async def stored() -> bool:
            return await self.column(inbox.c.done_at) == [None] and not self.waiting

        await self.dies_when(stored)
        self.lives_again()

    async def receiving(self) -> None:
        """Brought, and not stored."""
        shown = await self.is_asked()
        async with locked(self._served.url):
            before = self.brought
            self.reply(shown)

            async def brought() -> bool:
                return self.brought > before

            await self.dies_when(brought)
            assert self.waiting == 1
        self.lives_again()

    async def between_commit_and_send(self) -> None:
        """The turn is stored; the platform never heard of its answer."""
        await self.dies_in_a_send(faults.unheard, arrives=False)

    async def dies_in_a_send(self, fault: Callable[[asyncio.Event], Fault], *, arrives: bool) -> None:
        shown, until = await self.is_asked(), asyncio.Event()
        made, heard = self.sends, len(self.customer.heard())
        self.fail(fault(until))
        self.reply(shown)

        async def sends() -> bool:
            return self.sends > made and len(self.customer.heard()) == heard + arrives

        await self.dies_when(sends)
        assert (await self.column(outbox.c.status))[-1] == "sending"
        until.set()
        self.lives_again()


@asynccontextmanager
async def locked(url: str) -> AsyncIterator[None]:
    """Nobody else can store a message."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(str(make_url(url).database), isolation_level=None)) as file:
            file.execute("BEGIN IMMEDIATE")
            yield
        return
    server = await asyncpg.connect(url)
    try:
        async with server.transaction():
            await server.execute("LOCK TABLE inbox IN EXCLUSIVE MODE")
            yield
    finally:
        await server.close()
