"""The channels that this installation can send by."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import partial
from typing import NamedTuple

import aiohttp
from sqlalchemy.exc import DBAPIError

from bot.copy import copy
from bot.handlers.telegram.channel import Habits, Telegram
from bot.handlers.webhook import Webhook
from bot.handlers.whatsapp.channel import Awaits, WhatsApp, always
from bot.sender import Sends
from bot.settings import Settings
from core.lending import NO_FILES, Lends
from core.messages import Address
from storage.awaiting import is_awaited
from storage.database import Database

Counts = Callable[[str, str], None]  # is given a method and what it came to


class Platforms(NamedTuple):
    """Those whose token is set."""

    telegram: Telegram | None = None
    whatsapp: WhatsApp | None = None

    @property
    def by_name(self) -> dict[str, Telegram | WhatsApp]:
        return {each.name: each for each in self if each is not None}


@asynccontextmanager
async def platforms(
    settings: Settings,
    outside: aiohttp.ClientSession,
    counts: Counts = lambda method, result: None,
    files: Lends = NO_FILES,
    awaits: Awaits = always,
) -> AsyncIterator[Platforms]:
    """Raises `bot.http.ProxyError`."""
    it = settings.whatsapp
    async with AsyncExitStack() as closing:  # also of the one before, where the other cannot be made
        bot = _telegram(settings, outside, counts, files) if settings.telegram.token else None
        if bot is not None:
            closing.push_async_callback(bot.close)
        phone = WhatsApp(outside, it.token, it.api_base, it.accounts, counts, files, awaits) if it.token else None
        if phone is not None:
            closing.push_async_callback(phone.close)
        yield Platforms(bot, phone)


def _telegram(settings: Settings, outside: aiohttp.ClientSession, counts: Counts, files: Lends) -> Telegram:
    it, say = settings.telegram, copy(settings.locale).say
    habits = Habits(it.alert_chat_id, lambda group: say("group-only-private", {"group": group}), it.per_second)
    return Telegram(outside, it.token, it.api_base, habits, counts, files)


def awaited(database: Database) -> Awaits:
    """By what stands in the database. While that cannot be used, nobody knows, and nothing is shown."""

    async def ask(at: Address, message: str) -> bool:
        try:
            return await database.run(partial(is_awaited, at=at, message=message))
        except (DBAPIError, OSError):
            return False

    return ask


def rings(settings: Settings, outside: aiohttp.ClientSession, clock: Callable[[], datetime]) -> dict[str, Sends]:
    """The address that makes a telephone ring, by its name; none where none is set. Raises `bot.http.ProxyError`."""
    it = settings.alerts
    return {Webhook.name: Webhook(outside, it.webhook_url, it.webhook_secret, clock)} if it.webhook_url else {}
