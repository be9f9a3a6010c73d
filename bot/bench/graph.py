"""The far end of `zelador bench whatsapp`: as little of Meta as a report needs, over real HTTP, so that it costs the machine little.

What may be sent, and what goes wrong, is for the stand-in of the tests.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import aiohttp
from msgspec.json import decode, encode
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.bench.talk import FIRST, Guest
from bot.handlers.whatsapp.webhook import PATH, SIGNATURE_HEADER, signature
from bot.web import web

ACCOUNT = "106540352242922"  # the phone number id of whoever is written to
SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105 (of nothing)
RETRY_SECONDS = 0.1  # until a webhook is brought again that nobody took
CONNECTIONS = 400  # on which webhooks come: Meta waits for no answer before it brings the next
STATES = ("sent", "delivered", "read")


class Meta:
    """Brings what people write until it is answered with 200, and keeps what is sent to them, by number."""

    def __init__(self, door: str) -> None:
        self.url = ""
        self.answered: list[float] = []  # seconds until the 200 of each webhook that was taken at once
        self.again = 0.0  # chance of a webhook that was taken to come once more
        self.sent: list[tuple[str, str]] = []  # of the messages that were sent since this was emptied: id, tracker
        self._screens: dict[str, asyncio.Queue[str]] = {}
        self._door, self._ids, self._chance = f"{door}{PATH}", count(1), random.Random(7)  # noqa: S311 (nothing secret)
        self._bringing: set[asyncio.Task[None]] = set()

    def screen(self, number: str) -> asyncio.Queue[str]:
        """What comes to that number."""
        return self._screens.setdefault(number, asyncio.Queue())

    def forget(self, number: str) -> None:
        self._screens.pop(number, None)

    # ── what is brought ──────────────────────────────────────────────────────

    def says(self, number: str, text: str) -> None:
        person = {"wa_id": number, "user_id": f"BR.{number}", "profile": {"name": "Cliente"}}
        said = {"from": number, "from_user_id": f"BR.{number}", "id": f"wamid.in{next(self._ids)}", "timestamp": str(int(time.time()))}
        self.bring({"contacts": [person], "messages": [said | {"type": "text", "text": {"body": text}}]})

    def reports(self, sent: Sequence[tuple[str, str]], state: str) -> None:
        """In one webhook."""
        self.bring({"statuses": [_status(message, tracker, state) for message, tracker in sent]})

    def bring(self, value: Mapping[str, Any]) -> None:
        metadata = {"display_phone_number": "551133334444", "phone_number_id": ACCOUNT}
        change = {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}
        raw = encode({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]})
        task = asyncio.create_task(self._bring(raw))
        self._bringing.add(task)
        task.add_done_callback(self._bringing.discard)

    async def all_taken(self) -> None:
        while self._bringing:
            await asyncio.gather(*self._bringing)

    async def _bring(self, raw: bytes) -> None:
        began = time.perf_counter()
        if await self._is_taken(raw):
            self.answered.append(time.perf_counter() - began)
        else:
            await asyncio.sleep(RETRY_SECONDS)
            while not await self._is_taken(raw):  # noqa: ASYNC110 (nobody says when the program is there again)
                await asyncio.sleep(RETRY_SECONDS)
        if self._chance.random() < self.again:
            await self._is_taken(raw)

    async def _is_taken(self, raw: bytes) -> bool:
        headers = {"Content-Type": "application/json", SIGNATURE_HEADER: signature(SECRET, raw)}
        try:
            async with self._session.post(self._door, data=raw, headers=headers) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, OSError):
            return False

    # ── what is sent ─────────────────────────────────────────────────────────

    async def _send(self, request: Request) -> Response:
        asked = decode(await request.body())
        if "to" not in asked:  # read, and "digitando…"
            return _json({"success": True})
        number, what = asked["to"], asked[asked["type"]]
        known_as = f"wamid.out{next(self._ids)}"
        self.sent.append((known_as, asked["biz_opaque_callback_data"]))
        if number in self._screens:
            self._screens[number].put_nowait(what["body"]["text"] if asked["type"] == "interactive" else what["body"])
        return _json({"messaging_product": "whatsapp", "contacts": [{"input": number, "wa_id": number}], "messages": [{"id": known_as}]})

    async def _number(self, request: Request) -> Response:
        return _json({"id": ACCOUNT})

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        routes = [Route(f"/{ACCOUNT}/messages", self._send, methods=["POST"]), Route(f"/{ACCOUNT}", self._number)]
        async with (
            web(routes, "127.0.0.1", 0) as port,
            aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS)) as self._session,
        ):
            self.url = f"http://127.0.0.1:{port}"
            yield
            for task in self._bringing:
                task.cancel()


def _json(body: Mapping[str, Any]) -> Response:
    return Response(encode(body), media_type="application/json")


def _status(message: str, tracker: str, state: str) -> Mapping[str, Any]:
    moment = str(int(time.time()))
    return {"id": message, "status": state, "timestamp": moment, "recipient_id": "", "biz_opaque_callback_data": tracker}


class Phone:
    """Its number is the one that its owner names in a report."""

    def __init__(self, meta: Meta, guest: Guest) -> None:
        self.known_as: str = guest.form()["individual.mobile"]
        self._meta, self._number = meta, self.known_as.removeprefix("+")
        self._screen = meta.screen(self._number)

    def begin(self) -> None:
        self.say(FIRST)

    def say(self, text: str) -> None:
        self._meta.says(self._number, text)

    async def hear(self) -> str:
        return await self._screen.get()

    def forget(self) -> None:
        self._meta.forget(self._number)
