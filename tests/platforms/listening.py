"""A platform's servers on a port of this machine, whose answers can fail and whose connections can be cut."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from typing import cast

import msgspec
import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Router
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from tests.platforms.calls import JSON, Refused
from tests.platforms.faults import Fault

STOP_SECONDS = 1.0  # for answers that are on their way
KEEP_ALIVE_SECONDS = 75  # longer than any client keeps a connection that it does not use

_encoder = msgspec.json.Encoder()


class Droppable(HttpToolsProtocol):
    """A connection that a request may cut."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {"drop": {"transport": self.transport}}


@contextlib.asynccontextmanager
async def listening(app: Router, listener: socket.socket) -> AsyncIterator[None]:
    """uvicorn's protocol without its Server, which looks ten times a second whether to stop: too slow for a server to each test."""
    config = uvicorn.Config(
        app,
        http=Droppable,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(lambda: Droppable(config, state, {}), sock=listener)
    try:
        yield
    finally:
        server.close()
        if state.tasks:
            await asyncio.wait(state.tasks, timeout=STOP_SECONDS)
        for connection in list(state.connections):
            cast("Droppable", connection).transport.abort()
        for task in state.tasks:
            task.cancel()


async def before(fault: Fault, request: Request) -> Response | None:
    """What a fault does instead of the work; None when the work follows."""
    if fault.until:
        await fault.until.wait()
    await asyncio.sleep(fault.seconds)
    return None if fault.accepts else await instead(fault, request)


async def instead(fault: Fault, request: Request) -> Response | None:
    """What a fault answers; None: what is right."""
    if fault.drops:
        request.scope["extensions"]["drop"]["transport"].abort()
        await asyncio.sleep(0)  # the connection learns of its end before it is given an answer
        return Response()
    if fault.body is not None:
        return Response(fault.body, fault.code)
    return refusal(fault.refusal) if fault.refusal else None


def refusal(refused: Refused) -> Response:
    return answer(refused.code, refused.shape)


def answer(code: int, body: JSON) -> Response:
    return Response(_encoder.encode(body), code, media_type="application/json")
