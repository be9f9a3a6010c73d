"""The stand-in of Telegram's Bot API on a port of this machine: in a test's own loop, or in a thread for tests of programs."""

import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from urllib.parse import parse_qsl

import msgspec
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from tests.platforms.faults import Fault
from tests.platforms.listening import answer, before, instead, listening, refusal
from tests.platforms.uploads import read_multipart
from tests.telegram import by_hand
from tests.telegram.calls import JSON, Call, Refused
from tests.telegram.platform import Telegram

_decoder = msgspec.json.Decoder(JSON)


def app(telegram: Telegram) -> Router:
    async def method(request: Request) -> Response:
        name = request.path_params["method"].lower()
        if wrong := _wrong_token(telegram, request):
            return refusal(wrong)
        call = telegram.record(await _read(request, name))
        fault = telegram.faults.next(name, call.whole("chat_id"))
        return await _faulty(telegram, call, fault, request) if fault else _answer(await telegram.perform(call))

    async def file(request: Request) -> Response:
        fault = telegram.faults.next("download", None)
        if fault and (response := await before(fault, request)):
            return response
        content = None if _wrong_token(telegram, request) else telegram.files.download(request.path_params["path"])
        if content is None:
            return refusal(Refused(404, "Not Found"))
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
        async with listening(app(telegram), listener):
            telegram.updates.closed = None
            try:
                yield telegram
            finally:
                telegram.updates.closed = Refused(502, "Bad Gateway")  # also for a poll that is just coming in
                await telegram.webhook.stop()
                telegram.updates.end_poll(telegram.updates.closed)


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


async def _faulty(telegram: Telegram, call: Call, fault: Fault, request: Request) -> Response:
    if response := await before(fault, request):
        call.refused = fault.refusal
        return response
    await telegram.perform(call)
    if fault.answers:
        await fault.answers.wait()
    return await instead(fault, request) or _answer(call)


def _answer(call: Call) -> Response:
    return refusal(call.refused) if call.refused else answer(200, {"ok": True, "result": call.result})
