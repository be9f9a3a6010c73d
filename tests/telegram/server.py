"""The stand-in of Telegram's Bot API on a port of this machine: in a test's own loop, or in a thread for tests of programs."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from typing import cast
from urllib.parse import parse_qsl

import msgspec
import uvicorn
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from tests.telegram import by_hand
from tests.telegram.calls import JSON, Call, Refused
from tests.telegram.faults import Fault
from tests.telegram.platform import Telegram
from tests.telegram.uploads import read_multipart

STOP_SECONDS = 1.0  # for answers that are on their way
KEEP_ALIVE_SECONDS = 75  # longer than any client keeps a connection that it does not use

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(JSON)


class Droppable(HttpToolsProtocol):
    """A connection that a request may cut."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {"drop": {"transport": self.transport}}


def app(telegram: Telegram) -> Router:
    async def method(request: Request) -> Response:
        name = request.path_params["method"].lower()
        if refusal := _wrong_token(telegram, request):
            return _refusal(refusal)
        call = telegram.record(await _read(request, name))
        fault = telegram.faults.next(name, call.whole("chat_id"))
        return await _faulty(telegram, call, fault, request) if fault else _answer(await telegram.perform(call))

    async def file(request: Request) -> Response:
        fault = telegram.faults.next("download", None)
        if fault and (answer := await _before(fault, request)):
            return answer
        content = None if _wrong_token(telegram, request) else telegram.files.download(request.path_params["path"])
        if content is None:
            return _refusal(Refused(404, "Not Found"))
        return Response(content, media_type="application/octet-stream")

    return Router(
        routes=[
            Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", file),
            *by_hand.routes(telegram),
        ]
    )


@contextlib.asynccontextmanager
async def serving(telegram: Telegram | None = None, port: int = 0) -> AsyncIterator[Telegram]:
    """Listens on 127.0.0.1, on any free port when none is given; `telegram.url` says where."""
    telegram = telegram or Telegram()
    with socket.create_server(("127.0.0.1", port), backlog=512) as listener:
        telegram.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with _listening(app(telegram), listener):
            try:
                yield telegram
            finally:
                await telegram.webhook.stop()
                telegram.updates.end_poll(Refused(502, "Bad Gateway"))


@contextlib.asynccontextmanager
async def _listening(app: Router, listener: socket.socket) -> AsyncIterator[None]:
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


@contextlib.contextmanager
def serving_in_thread(telegram: Telegram | None = None, port: int = 0) -> Iterator[tuple[Telegram, BlockingPortal]]:
    """For a test that blocks: what it does with the stand-in goes through `portal.call(customer.say, "Oi")`."""
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(serving(telegram, port)) as running:
        yield running, portal


def _wrong_token(telegram: Telegram, request: Request) -> Refused | None:
    token = request.path_params["token"]
    if token == telegram.token:
        return None
    number, colon, _ = token.partition(":")
    return Refused(401, "Unauthorized") if colon and number.isdigit() else Refused(404, "Not Found")


async def _read(request: Request, method: str) -> Call:
    """JSON, a form, or fields and files; with them what stands in the address."""
    params: JSON = dict(parse_qsl(request.url.query)) if request.scope["query_string"] else {}
    body = await request.body()
    kind = request.headers.get("content-type", "")
    try:
        fields, uploads = read_multipart(kind, body) if kind.startswith("multipart/form-data") else (_fields(kind, body), {})
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        return Call(method, params, violations=[f"a body that cannot be read: {wrong}"])
    return Call(method, params | fields, uploads)


def _fields(kind: str, body: bytes) -> JSON:
    if kind.startswith("application/json"):
        return _decoder.decode(body or b"{}")
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


async def _before(fault: Fault, request: Request) -> Response | None:
    """What a fault does instead of the work; None when the work follows."""
    if fault.until:
        await fault.until.wait()
    await asyncio.sleep(fault.seconds)
    return None if fault.accepts else await _instead(fault, request)


async def _instead(fault: Fault, request: Request) -> Response | None:
    if fault.drops:
        request.scope["extensions"]["drop"]["transport"].abort()
        await asyncio.sleep(0)  # the connection learns of its end before it is given an answer
        return Response()
    if fault.body is not None:
        return Response(fault.body, fault.code)
    if fault.refusal:
        return _refusal(fault.refusal)
    return None


async def _faulty(telegram: Telegram, call: Call, fault: Fault, request: Request) -> Response:
    if answer := await _before(fault, request):
        call.refused = fault.refusal
        return answer
    await telegram.perform(call)
    if fault.answers:
        await fault.answers.wait()
    return await _instead(fault, request) or _answer(call)


def _answer(call: Call) -> Response:
    return _refusal(call.refused) if call.refused else _json(200, {"ok": True, "result": call.result})


def _refusal(refused: Refused) -> Response:
    told: JSON = {"ok": False, "error_code": refused.code, "description": refused.description}
    return _json(refused.code, told | {"parameters": refused.parameters} if refused.parameters else told)


def _json(code: int, body: JSON) -> Response:
    return Response(_encoder.encode(body), code, media_type="application/json")
