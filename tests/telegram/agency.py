"""An agency whose bot is at work: the stand-in of Telegram on one side, a real database on the other, the program's own loops between."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

from bot.handlers.telegram import webhook
from bot.handlers.telegram.channel import Habits
from bot.handlers.telegram.channel import Telegram as Channel
from bot.handlers.telegram.polling import poll
from bot.http import session
from bot.ingest import Ingest
from bot.lending import Lender
from bot.programs import app, demo
from bot.programs.app import Bells, at_work, clock, fetching, means, opened
from bot.programs.channels import rings
from bot.settings import Agency as AgencySettings
from bot.settings import Alerts, Settings
from bot.settings import Telegram as TelegramSettings
from bot.web import web
from core.contracts import Routing
from core.lending import NO_FILES
from storage.database import Database
from tests.channels.ringing import SECRET
from tests.platforms import agency as platforms
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

By = Literal["polling", "webhook"]
ALERTS = -1_002_000_000_001
ON_CALL = "(11) 3333-4444"

MARCOS = Person(7_001, "Marcos", "Lima", phone=demo.NUMBERS["tenant"].removeprefix("+"))  # type: ignore[union-attr]
MARIA = Person(7_002, "Maria", phone="5511976540001")
JOAO = Person(7_003, "João", phone="5511987650001")  # speaks for the bakery of the books
SEVERINO = Person(7_004, "Severino", phone="5511987659988")


@dataclass
class Agency(platforms.Agency):
    telegram: Telegram
    channel: Channel
    ingest: Ingest
    bells: Bells
    door: str  # where its webhook listens

    def customer(self, person: Person) -> Customer:
        return Customer(self.telegram, person)

    def brought(self) -> int | None:
        return None if self.telegram.updates.waiting else 0


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
async def at_the_door(
    telegram: Telegram,
    database: Database,
    by: By = "polling",
    *,
    now: Callable[[], datetime] = clock,
    files: Path | None = None,
    telephone: str = "",
    routing: Routing = "everyone",
    **given: Any,
) -> AsyncIterator[Agency]:
    """The program's loops, as `zelador serve` joins them; those for files only where these have a folder."""
    asked = TelegramSettings(token=telegram.token, api_base=telegram.url, **given)
    alerts = Alerts(webhook_url=telephone, webhook_secret=SECRET)
    settings = Settings(telegram=asked, alerts=alerts, agency=AgencySettings(on_call_phone=ON_CALL), routing=routing)
    with patch.object(app, "clock", now):
        async with session() as outside:
            habits = Habits(asked.alert_chat_id, "Só em particular: {}".format, per_second=1000)
            lender = Lender(database, files, now) if files else NO_FILES
            channel = Channel(outside, telegram.token, telegram.url, habits, files=lender)
            bots = {channel.name: channel}
            async with at_work(database, means(settings), {**bots, **rings(settings, outside, now)}) as bells:
                ingest = Ingest(database, now, bells.worker)
                async with _heard(telegram, channel, ingest, by) as door, fetching(database, bots, files) if files else nullcontext():
                    yield Agency(database, telegram, channel, ingest, bells, door)
            await channel.close()


@asynccontextmanager
async def _heard(telegram: Telegram, channel: Channel, ingest: Ingest, by: By) -> AsyncIterator[str]:
    """Gives the address of the webhook, which listens whatever the way."""
    secret = webhook.secret_of(telegram.token, "")
    async with web([webhook.route(channel, ingest.put, secret)], "127.0.0.1", 0) as port:
        url = f"http://127.0.0.1:{port}"
        if by == "webhook":
            telegram.webhook.retry_seconds = 0.05
            await webhook.register(channel, url, secret)
            yield url + webhook.PATH
            await telegram.webhook.stop()
            return
        polling = asyncio.create_task(poll(channel, ingest.put))
        yield url + webhook.PATH
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
