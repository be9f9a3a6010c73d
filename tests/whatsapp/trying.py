"""What the stand-in's own tests share: a plain client of HTTP, a webhook that keeps what comes, and a customer."""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import msgspec
from aiohttp import web

from tests.platforms.calls import JSON
from tests.platforms.changes import PATIENCE_SECONDS
from tests.whatsapp.customers import Customer
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import NUMBER, VERIFY, WhatsApp
from tests.whatsapp.server import serving
from tests.whatsapp.webhook import SIGNATURE_HEADER

MARIA = Person("5511987650001", "Maria Souza")

Answer = tuple[int, Any]  # status and body


class Client:
    def __init__(self, whatsapp: WhatsApp, session: aiohttp.ClientSession, token: str = "") -> None:
        self._whatsapp, self._session = whatsapp, session
        self._headers = {"Authorization": f"Bearer {token or whatsapp.token}"}

    async def get(self, path: str, **params: str) -> Answer:
        return await self._ask("GET", path, params=params)

    async def post(self, path: str, body: JSON) -> Answer:
        return await self._ask("POST", path, json=body)

    async def send(self, text: str, **more: Any) -> Answer:
        """To Maria, unless it says to whom."""
        to = {} if {"to", "recipient"} & more.keys() else {"to": MARIA.wa_id}
        return await self.post(f"{NUMBER}/messages", {"messaging_product": "whatsapp", "type": "text", "text": {"body": text}} | to | more)

    async def upload(self, content: bytes, mime: str) -> Answer:
        form = aiohttp.FormData({"messaging_product": "whatsapp", "type": mime})
        form.add_field("file", io.BytesIO(content), filename="arquivo", content_type=mime)
        return await self._ask("POST", f"{NUMBER}/media", data=form)

    async def download(self, url: str) -> tuple[int, bytes]:
        async with self._session.get(url, headers=self._headers) as answer:
            return answer.status, await answer.read()

    async def _ask(self, method: str, path: str, **what: Any) -> Answer:
        async with self._session.request(method, f"{self._whatsapp.url}/{path}", headers=self._headers, **what) as answer:
            return answer.status, await answer.json()


class Door:
    """A business' webhook: what came in, and how the next requests are answered."""

    def __init__(self) -> None:
        self.url = ""
        self.bodies: list[JSON] = []
        self.signatures: list[str] = []
        self.answers: list[int] = []
        self.word = VERIFY

    @property
    def values(self) -> list[JSON]:
        """Of all changes, in the order in which they came."""
        return [change["value"] for body in self.bodies for entry in body["entry"] for change in entry["changes"]]

    @property
    def messages(self) -> list[JSON]:
        return [each for value in self.values for each in value.get("messages", ())]

    @property
    def statuses(self) -> list[JSON]:
        return [each for value in self.values for each in value.get("statuses", ())]

    async def verify(self, request: web.Request) -> web.Response:
        asked = request.query
        is_known = (asked["hub.mode"], asked["hub.verify_token"]) == ("subscribe", self.word)
        return web.Response(text=asked["hub.challenge"]) if is_known else web.Response(status=403)

    async def take(self, request: web.Request) -> web.Response:
        self.signatures.append(request.headers[SIGNATURE_HEADER])
        status = self.answers.pop(0) if self.answers else 200
        if status == 200:
            self.bodies.append(msgspec.json.decode(await request.read()))
        return web.Response(status=status)


@asynccontextmanager
async def door() -> AsyncIterator[Door]:
    it, application = Door(), web.Application()
    application.router.add_get("/whatsapp", it.verify)
    application.router.add_post("/whatsapp", it.take)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    it.url = f"http://127.0.0.1:{runner.addresses[0][1]}/whatsapp"
    try:
        yield it
    finally:
        await runner.cleanup()


Scenario = Callable[[WhatsApp, Client, Door, Customer], Awaitable[None]]


def with_door(scenario: Scenario, clock: Callable[[], float] | None = None) -> None:
    """Runs it with Maria, who has written, and a webhook that has read that."""

    async def run() -> None:
        whatsapp = WhatsApp(clock=clock) if clock else WhatsApp()
        async with serving(whatsapp), aiohttp.ClientSession() as session, door() as there:
            whatsapp.webhook.retry_seconds = 0.01
            await whatsapp.webhook.register(there.url, VERIFY)
            maria = Customer(whatsapp, MARIA)
            maria.say("Oi")
            await whatsapp.webhook.all_taken()
            there.bodies.clear()
            await scenario(whatsapp, Client(whatsapp, session), there, maria)
            await whatsapp.webhook.stop()

    asyncio.run(run())


async def settled(whatsapp: WhatsApp) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        await whatsapp.webhook.all_taken()
