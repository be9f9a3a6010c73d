"""A far end that answers POST over real HTTP as a test wants: with errors of WhatsApp, pages of a proxy, late, or not at all."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

JSON = Mapping[str, Any]
ACCEPTED: JSON = {"messaging_product": "whatsapp", "contacts": [{"input": "55", "wa_id": "55"}], "messages": [{"id": "wamid.HBgL1"}]}


def refused(code: int, message: str = "", *, subcode: int | None = None, details: str = "") -> JSON:
    """An error as the Graph API shapes it."""
    error: dict[str, Any] = {"message": message or f"(#{code}) Something", "type": "OAuthException", "code": code, "fbtrace_id": "A1b2"}
    if subcode is not None:
        error["error_subcode"] = subcode
    if details:
        error["error_data"] = {"messaging_product": "whatsapp", "details": details}
    return {"error": error}


@dataclass
class FarEnd:
    """`status` and `answer` are given to each request. `drops`: the connection ends "before" or "after" the request is read."""

    status: int = 200
    answer: JSON | str = field(default_factory=lambda: ACCEPTED)
    drops: str = ""
    hangs: asyncio.Event | None = None
    url: str = ""
    heard: list[tuple[str, JSON]] = field(default_factory=list)
    tokens: set[str | None] = field(default_factory=set)
    came: asyncio.Event = field(default_factory=asyncio.Event)  # a request

    async def hear(self, request: web.Request) -> web.StreamResponse:
        if self.drops == "before":
            _drop(request)
        self.heard.append((request.path, await request.json()))
        self.came.set()
        self.tokens.add(request.headers.get("Authorization"))
        if self.hangs is not None:
            await self.hangs.wait()
        if self.drops == "after":
            _drop(request)
        if isinstance(self.answer, str):
            return web.Response(status=self.status, text=self.answer, content_type="text/html")
        return web.json_response(dict(self.answer), status=self.status)


def _drop(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


@asynccontextmanager
async def far_end() -> AsyncIterator[FarEnd]:
    it = FarEnd()
    app = web.Application()
    app.router.add_post("/{tail:.*}", it.hear)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port, *_ = runner.addresses[0]
    it.url = f"http://{host}:{port}"
    try:
        yield it
    finally:
        await runner.cleanup()
