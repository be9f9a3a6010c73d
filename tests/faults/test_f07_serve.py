"""F7: `zelador serve` killed at each step of a talk over HTTP, by polling and by webhook: nothing is lost, and nothing counts twice."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import select
from sqlalchemy.engine import make_url

from storage.database import Database, connect
from storage.tables import inbox, outbox, ticket
from tests.faults.serving import Served
from tests.platforms.changes import PATIENCE_SECONDS
from tests.platforms.reporting import answer, asked, go_on
from tests.telegram import faults
from tests.telegram.agency import MARIA
from tests.telegram.customers import Customer
from tests.telegram.intakes import PROBLEM, STORED, TENANT, form
from tests.telegram.platform import Telegram
from tests.telegram.server import serving
from tests.telegram.shown import Shown

LOOK_SECONDS = 0.01


class Talk:
    """A customer, the program that is killed, and Telegram between them."""

    def __init__(self, telegram: Telegram, served: Served, url: str, database: Database) -> None:
        self.telegram, self.maria = telegram, Customer(telegram, MARIA)
        self._served, self._url, self._database = served, url, database

    async def column(self, column: Any) -> list[Any]:
        rows = await self._database.run(lambda connection: connection.execute(select(column).order_by(column.table.c.id)).all())
        return [row[0] for row in rows]

    async def dies_when(self, so: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await so():  # noqa: ASYNC110 (another process is looked at from outside)
                await asyncio.sleep(LOOK_SECONDS)
        await asyncio.to_thread(self._served.kill)

    def lives_again(self) -> None:
        self._served.begin()

    async def is_asked(self) -> Shown:
        """What comes next, once all that came before is over."""
        shown = await self.maria.next_message()
        while (await self.column(outbox.c.status))[-1] != "sent":  # noqa: ASYNC110 (another process is looked at from outside)
            await asyncio.sleep(LOOK_SECONDS)
        return shown

    def answers(self, shown: Shown) -> None:
        answer(self.maria, shown, TENANT[str(asked(shown))])

    # the steps

    async def waiting_to_be_heard(self) -> None:
        """Stored, and acknowledged; no turn was taken."""
        self.maria.say(PROBLEM)

        async def stored() -> bool:
            return await self.column(inbox.c.done_at) == [None] and not self.telegram.updates.waiting

        await self.dies_when(stored)
        self.lives_again()

    async def receiving(self) -> None:
        """Brought, and not stored."""
        shown = await self.is_asked()
        async with locked(self._url):
            before = self._brought
            self.answers(shown)

            async def brought() -> bool:
                return self._brought > before

            await self.dies_when(brought)
            assert len(self.telegram.updates.waiting) == 1
        self.lives_again()

    @property
    def _brought(self) -> int:
        """How often an update was handed to the program."""
        return self.telegram.webhook.deliveries + sum(bool(call.result) for call in self.telegram.made("getUpdates"))

    async def between_commit_and_send(self) -> None:
        """The turn is stored; Telegram never heard of its answer."""
        await self._dies_in_a_send(faults.unheard, arrives=False)

    async def sending(self) -> None:
        """The answer has arrived; the program does not know it, and says it again."""
        await self._dies_in_a_send(faults.unanswered, arrives=True)
        first = await self.maria.next_message()
        again = await self.is_asked()
        assert again.text == first.text
        self.answers(first)

    async def _dies_in_a_send(self, fault: Callable[[asyncio.Event], faults.Fault], *, arrives: bool) -> None:
        shown, until = await self.is_asked(), asyncio.Event()
        made, heard = len(self.telegram.made("sendMessage")), len(self.maria.heard())
        self.telegram.faults.add(fault(until), "sendMessage")
        self.answers(shown)

        async def sends() -> bool:
            return len(self.telegram.made("sendMessage")) > made and len(self.maria.heard()) == heard + arrives

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


async def report_with_kills(folder: Path, url: str, *, by_webhook: bool) -> None:
    async with serving() as telegram:
        telegram.webhook.retry_seconds = telegram.webhook.retry_most_seconds = 0.05
        served, database = Served(folder, url, telegram, by_webhook=by_webhook), connect(url)
        try:
            talk = Talk(telegram, served, url, database)
            await talk.waiting_to_be_heard()
            await talk.receiving()
            await talk.between_commit_and_send()
            await talk.sending()
            await go_on(talk.maria, TENANT)
            await asyncio.to_thread(served.stop)
            await all_is_well(talk)
        finally:
            served.end()
            await database.close()
        assert telegram.violations == []


async def all_is_well(talk: Talk) -> None:
    assert set(await talk.column(inbox.c.result)) == {"done"}
    assert set(await talk.column(outbox.c.status)) == {"sent"}
    assert sum(await talk.column(outbox.c.attempts)) == 2
    assert len(talk.maria.heard()) == len(await talk.column(outbox.c.id)) + 1
    (answers,) = await talk.column(ticket.c.answers)
    assert form(answers) == STORED[MARIA]


@pytest.mark.parametrize("by_webhook", [False, True], ids=["polling", "webhook"])
def test_f07_a_kill_at_each_step_of_a_talk(tmp_path: Path, migrated_url: str, by_webhook: bool) -> None:
    asyncio.run(report_with_kills(tmp_path, migrated_url, by_webhook=by_webhook))
