"""An agency whose bot is at work: the stand-in of Telegram on one side, a real database on the other, the program's own loops between."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from bot import demo
from bot.app import at_work, clock, means, opened
from bot.handlers.telegram import webhook
from bot.handlers.telegram.channel import Telegram as Channel
from bot.handlers.telegram.polling import poll
from bot.http import session
from bot.ingest import Ingest
from bot.settings import Settings
from bot.settings import Telegram as TelegramSettings
from bot.web import web
from storage.database import Database
from storage.tables import inbox, outbox, ticket
from tests.telegram.customers import PATIENCE_SECONDS, Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

By = Literal["polling", "webhook"]
ALERTS = -1_002_000_000_001

MARCOS = Person(7_001, "Marcos", "Lima", phone=demo.NUMBERS["tenant"].removeprefix("+"))  # type: ignore[union-attr]
MARIA = Person(7_002, "Maria", phone="5511976540001")
JOAO = Person(7_003, "João", phone="5511987650001")  # speaks for the bakery of the books
SEVERINO = Person(7_004, "Severino", phone="5511987659988")


@dataclass
class Agency:
    telegram: Telegram
    database: Database
    channel: Channel
    ingest: Ingest

    def customer(self, person: Person) -> Customer:
        return Customer(self.telegram, person)

    async def rows(self, *columns: Any) -> Sequence[Any]:
        return await self.database.run(lambda connection: connection.execute(select(*columns)).all())

    async def tickets(self) -> list[str]:
        """The status of each."""
        return [row[0] for row in await self.rows(ticket.c.status)]

    async def quiet(self) -> None:
        """All that came in was heard, and all that was said has gone."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await self._busy():  # noqa: ASYNC110 (only the database knows)
                await asyncio.sleep(0.01)

    async def _busy(self) -> bool:
        waiting = await self.rows(inbox.c.id, inbox.c.done_at)
        going = await self.rows(outbox.c.id, outbox.c.due_at)
        return any(done is None for _, done in waiting) or any(due is not None for _, due in going)


Scenario = Callable[[Agency], Awaitable[None]]


def with_agency(url: str, scenario: Scenario, by: By = "polling", **given: Any) -> None:
    """Runs it with the books of the demo. What the bot sends must keep to Telegram's limits."""

    async def live() -> None:
        async with serving() as telegram, opened(url) as database:
            await database.run(lambda connection: demo.seed(connection, clock()))
            async with at_the_door(telegram, database, by, **given) as agency:
                await scenario(agency)
            assert telegram.violations == []

    asyncio.run(live())


@asynccontextmanager
async def at_the_door(telegram: Telegram, database: Database, by: By = "polling", **given: Any) -> AsyncIterator[Agency]:
    """The program's loops, as `zelador serve` joins them."""
    asked = TelegramSettings(token=telegram.token, api_base=telegram.url, **given)
    settings = Settings(telegram=asked)
    async with session() as outside:
        channel = Channel(outside, telegram.token, telegram.url, stays_in=asked.alert_chat_id, goodbye="Só em particular.")
        async with at_work(database, means(settings), {channel.name: channel}) as bells:
            ingest = Ingest(database, clock, bells.worker)
            async with _heard(telegram, channel, ingest, by):
                yield Agency(telegram, database, channel, ingest)
        await channel.close()


@asynccontextmanager
async def _heard(telegram: Telegram, channel: Channel, ingest: Ingest, by: By) -> AsyncIterator[None]:
    secret = webhook.secret_of(telegram.token, "")
    if by == "polling":
        polling = asyncio.create_task(poll(channel, ingest.put))
        yield
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
        return
    async with web([webhook.route(channel, ingest.put, secret)], "127.0.0.1", 0) as port:
        telegram.webhook.retry_seconds = 0.05
        await webhook.register(channel, f"http://127.0.0.1:{port}", secret)
        yield
