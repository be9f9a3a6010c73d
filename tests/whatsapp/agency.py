"""An agency whose bot is at work: the stand-in of WhatsApp on one side, a real database on the other, the program's own loops between."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.handlers.telegram.channel import Telegram as TelegramChannel
from bot.handlers.telegram.polling import poll
from bot.handlers.whatsapp import webhook
from bot.handlers.whatsapp.channel import WhatsApp as Channel
from bot.http import session
from bot.ingest import Ingest
from bot.lending import Lender
from bot.programs import app, demo
from bot.programs.app import Bells, at_work, clock, fetching, means, opened
from bot.programs.channels import awaited, platforms, rings
from bot.settings import Agency as AgencySettings
from bot.settings import Alerts, Settings
from bot.settings import Telegram as TelegramSettings
from bot.settings import WhatsApp as WhatsAppSettings
from bot.web import web
from core.contracts import Routing
from core.lending import NO_FILES
from storage.database import Database
from tests.channels.ringing import SECRET as RINGING
from tests.platforms import agency
from tests.telegram.platform import Telegram
from tests.whatsapp.customers import Customer
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import NUMBER, OTHER, SECRET, VERIFY, WhatsApp
from tests.whatsapp.server import serving

ON_CALL = "(11) 3333-4444"

MARCOS = Person("5511987650132", "Marcos Lima")  # the tenant of the demo's books
JOAO = Person("5511987650001", "João")  # speaks for the bakery of the books
MARIA = Person("5511976540001", "Maria")
SEVERINO = Person("5511987659988", "Severino")


@dataclass
class Agency(agency.Agency):
    whatsapp: WhatsApp
    telegram: Telegram | None  # where its people work
    channel: Channel
    ingest: Ingest
    bells: Bells
    door: str  # where its webhook listens

    def customer(self, person: Person, account: str = NUMBER) -> Customer:
        return Customer(self.whatsapp, person, account)

    def brought(self) -> int | None:
        if self.whatsapp.webhook.waiting or (self.telegram and self.telegram.updates.waiting):
            return None
        return len(self.whatsapp.webhook.taken)


Scenario = Callable[[Agency], Awaitable[None]]


def with_agency(url: str, scenario: Scenario, **given: Any) -> None:
    """Runs it with the books of the demo. What the bot sends must keep to WhatsApp's limits."""

    async def live() -> None:
        now = given.get("now")
        whatsapp = WhatsApp(clock=lambda: now().timestamp()) if now else WhatsApp()
        async with serving(whatsapp), opened(url) as database:
            await database.run(lambda connection: demo.seed(connection, clock()))
            async with at_the_door(whatsapp, database, **given) as agency:
                await scenario(agency)
            assert whatsapp.violations == []

    asyncio.run(live())


@asynccontextmanager
async def at_the_door(
    whatsapp: WhatsApp,
    database: Database,
    *,
    now: Callable[[], datetime] = clock,
    files: Path | None = None,
    telegram: Telegram | None = None,
    telephone: str = "",
    routing: Routing = "everyone",
    accounts: Sequence[str] = (NUMBER, OTHER),
    **given: Any,
) -> AsyncIterator[Agency]:
    """The program's loops, as `zelador serve` joins them; those for files only where these have a folder."""
    settings = Settings(
        whatsapp=settings_of(whatsapp, accounts, **given),
        telegram=TelegramSettings(token=telegram.token, api_base=telegram.url, per_second=1000) if telegram else TelegramSettings(),
        alerts=Alerts(webhook_url=telephone, webhook_secret=RINGING),
        agency=AgencySettings(on_call_phone=ON_CALL),
        routing=routing,
    )
    async with AsyncExitStack() as stack:
        stack.enter_context(patch.object(app, "clock", now))
        outside = await stack.enter_async_context(session())
        lent = Lender(database, files, now) if files else NO_FILES
        those = await stack.enter_async_context(platforms(settings, outside, files=lent, awaits=awaited(database)))
        bells = await stack.enter_async_context(at_work(database, means(settings), those.by_name | rings(settings, outside, now)))
        if files:
            await stack.enter_async_context(fetching(database, those.by_name, files))
        ingest = Ingest(database, now, bells.worker)
        assert those.whatsapp
        door = await stack.enter_async_context(_brought(whatsapp, those.whatsapp, ingest))
        if those.telegram:
            await stack.enter_async_context(_asked(those.telegram, ingest))
        yield Agency(database, whatsapp, telegram, those.whatsapp, ingest, bells, door)


def settings_of(whatsapp: WhatsApp, accounts: Sequence[str], **given: Any) -> WhatsAppSettings:
    return WhatsAppSettings(
        token=whatsapp.token,
        api_base=whatsapp.url,
        phone_number_id=",".join(accounts),
        app_secret=SECRET,
        verify_token=VERIFY,
        **given,
    )


@asynccontextmanager
async def _brought(whatsapp: WhatsApp, channel: Channel, ingest: Ingest) -> AsyncIterator[str]:
    """Gives the address of the webhook."""
    async with web(webhook.routes(channel, ingest.put, SECRET, VERIFY), "127.0.0.1", 0) as port:
        door = f"http://127.0.0.1:{port}{webhook.PATH}"
        whatsapp.webhook.retry_seconds = 0.05
        await whatsapp.webhook.register(door, VERIFY)
        yield door
        await whatsapp.webhook.stop()


@asynccontextmanager
async def _asked(bot: TelegramChannel, ingest: Ingest) -> AsyncIterator[None]:
    polling = asyncio.create_task(poll(bot, ingest.put))
    yield
    polling.cancel()
    with suppress(asyncio.CancelledError):
        await polling
