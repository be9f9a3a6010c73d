"""The channels that this installation can send by."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import aiohttp

from bot.copy import copy
from bot.handlers.telegram.channel import Habits, Telegram
from bot.handlers.webhook import Webhook
from bot.sender import Sends
from bot.settings import Settings


@asynccontextmanager
async def telegram(
    settings: Settings, outside: aiohttp.ClientSession, counts: Callable[[str, str], None] = lambda method, result: None
) -> AsyncIterator[Telegram]:
    """The bot of the token. Raises `bot.http.ProxyError`."""
    it, say = settings.telegram, copy(settings.locale).say
    habits = Habits(it.alert_chat_id, lambda group: say("group-only-private", {"group": group}), it.per_second)
    bot = Telegram(outside, it.token, it.api_base, habits, counts)
    try:
        yield bot
    finally:
        await bot.close()


def rings(settings: Settings, outside: aiohttp.ClientSession, clock: Callable[[], datetime]) -> dict[str, Sends]:
    """The address that makes a telephone ring, by its name; none where none is set. Raises `bot.http.ProxyError`."""
    it = settings.alerts
    return {Webhook.name: Webhook(outside, it.webhook_url, it.webhook_secret, clock)} if it.webhook_url else {}
