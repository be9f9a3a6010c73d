"""Delivery of updates to a bot's webhook: each lane in its order, several lanes at once, again until it is taken."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import aiohttp

from tests.platforms.lanes import Lanes
from tests.telegram.calls import JSON
from tests.telegram.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS = 40  # at once, unless setWebhook says another number (Bot API)
ANSWER_SECONDS = 60.0  # how long the bot may take; not documented, tdlib/telegram-bot-api waits so long
# Before it is delivered again: at once, then twice as long each time, unless the bot says how long (WebhookActor.cpp, on_update_error).
RETRY_SECONDS, RETRY_MOST_SECONDS = 2.0, 60.0

Answered = Callable[[bytes], Awaitable[None]]


class Webhook:
    """`answered` is given the body of each 200: it may hold the call of a method."""

    def __init__(self, updates: Updates, answered: Answered) -> None:
        self.url = self.secret = ""
        self.connections = CONNECTIONS
        self.answer_seconds, self.retry_seconds, self.retry_most_seconds = ANSWER_SECONDS, RETRY_SECONDS, RETRY_MOST_SECONDS
        self.deliveries = 0  # requests made
        self.last_error: tuple[int, str] | None = None  # when, and what
        self._updates, self._answered = updates, answered
        self._lanes = Lanes(self._deliver)
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(CONNECTIONS)

    async def start(self, url: str, secret: str, connections: int) -> None:
        if (url, secret, connections) == (self.url, self.secret, self.connections):
            return
        await self.stop()
        self.url, self.secret, self.connections = url, secret, connections
        self._places = asyncio.Semaphore(connections)
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            timeout=aiohttp.ClientTimeout(total=self.answer_seconds),
            skip_auto_headers={"User-Agent"},
        )
        self._updates.heard = self._put
        for update in [*self._updates.waiting.values(), *self._updates.take_again()]:
            self._put(update)

    async def stop(self) -> None:
        """What was not taken stays with the updates that wait."""
        self.url = self.secret = ""
        self._updates.heard = lambda update: None
        await self._lanes.stop()
        if self._session:
            await self._session.close()
            self._session = None

    def info(self) -> JSON:
        told = {"url": self.url, "has_custom_certificate": False, "pending_update_count": len(self._updates.waiting)}
        if self.url:
            told |= {"max_connections": self.connections, "ip_address": "127.0.0.1"}
        if self.url and self.last_error:
            told |= {"last_error_date": self.last_error[0], "last_error_message": self.last_error[1]}
        if self._updates.allowed:
            told["allowed_updates"] = sorted(self._updates.allowed)
        return told

    def _put(self, update: Update) -> None:
        self._lanes.put(update, update.lane)

    async def _deliver(self, update: Update) -> None:
        delay = 0.0
        while (wait := await self._post(update)) is not None:
            await asyncio.sleep(wait or delay)
            delay = min(max(2 * delay, self.retry_seconds), self.retry_most_seconds)
        self._updates.confirm([update.id])

    async def _post(self, update: Update) -> float | None:
        """None once the bot took it, else how many seconds it asks for."""
        assert self._session
        headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: self.secret} if self.secret else {})
        async with self._places:
            self.deliveries += 1
            try:
                async with self._session.post(self.url, data=update.raw, headers=headers) as answer:
                    body = await answer.read()
            except (aiohttp.ClientError, TimeoutError) as failure:
                return self._failed(f"Connection failed: {type(failure).__name__}")
        if not answer.ok:
            return self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}", answer.headers.get("Retry-After", ""))
        if body:
            await self._answered(body)
        return None

    def _failed(self, why: str, retry_after: str = "") -> float:
        self.last_error = int(time.time()), why
        return float(retry_after) if retry_after.isdecimal() else 0.0
