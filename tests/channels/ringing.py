"""The stand-in of a service that calls people: keeps what it is told over real HTTP, and answers as a test wants."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web import web
from core.signing import key_of, signature

SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
PATH = "/plantao/"


@dataclass
class Heard:
    """One request, as it came."""

    method: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> Any:
        return msgspec.json.decode(self.raw)

    @property
    def is_ours(self) -> bool:
        """As a receiver makes sure of it: over the bytes that came."""
        number, seconds = self.headers["webhook-id"], self.headers["webhook-timestamp"]
        return self.headers["webhook-signature"] == signature(key_of(SECRET), number, seconds, self.raw)


@dataclass
class Telephone:
    """`answers` are given in turn, then 204. `hangs`: no answer comes before it is set."""

    url: str = ""
    answers: list[Response] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    hangs: asyncio.Event | None = None

    @property
    def rung(self) -> Sequence[str]:
        """Whom it was told to call, in order; each request once, however often it came."""
        told = {each.headers["webhook-id"]: each.body["call"] for each in self.heard}
        return list(told.values())

    async def hear(self, request: Request) -> Response:
        self.heard.append(Heard(request.method, request.headers, await request.body()))
        if self.hangs is not None:
            await self.hangs.wait()
        return self.answers.pop(0) if self.answers else Response(status_code=204)


@asynccontextmanager
async def telephone() -> AsyncIterator[Telephone]:
    it = Telephone()
    async with web([Route(PATH, it.hear, methods=["POST", "HEAD"])], "127.0.0.1", 0) as port:
        it.url = f"http://127.0.0.1:{port}{PATH}"
        yield it
