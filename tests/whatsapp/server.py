"""The stand-in of the Graph API on a port of this machine: in a test's own loop, or in a thread for tests of programs."""

import contextlib
import inspect
import re
import socket
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import msgspec
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from tests.platforms.calls import JSON
from tests.platforms.faults import Fault, drop_after, drop_before
from tests.platforms.listening import answer, before, instead, listening, refusal
from tests.platforms.uploads import read_multipart
from tests.whatsapp import account, by_hand, sending
from tests.whatsapp.calls import Call
from tests.whatsapp.errors import Refused, no_object, no_token
from tests.whatsapp.platform import Number, WhatsApp

VERSION = re.compile(r"v\d{2}\.0")

_decoder = msgspec.json.Decoder(JSON)

Does = Callable[[WhatsApp, Call], Any]  # the result, or an awaitable of it


def _with_number(does: Callable[[WhatsApp, Number, Call], Any]) -> Does:
    def with_number(whatsapp: WhatsApp, call: Call) -> Any:
        if number := whatsapp.numbers.get(call.about):
            return does(whatsapp, number, call)
        raise no_object(call.about)

    return with_number


def _upload(whatsapp: WhatsApp, number: Number, call: Call) -> JSON:
    file = call.uploads.get("file")
    if file is None or call.body.get("messaging_product") != "whatsapp" or not call.body.get("type"):
        call.complain("an upload without its file, its type or its product")
        raise Refused(131008, "messaging_product, type and file are required")
    return {"id": whatsapp.files.uploaded(number.id, file, str(call.body["type"])).id}


CALLS: Mapping[str, Does] = {
    "messages": _with_number(sending.send),
    "read": _with_number(sending.read),
    "upload": _with_number(_upload),
    "thing": account.thing,
    "message_templates": account.message_templates,
    "phone_numbers": account.phone_numbers,
    "subscribed_apps": account.subscribed_apps,
    "subscribe": account.subscribe,
    "subscriptions": account.subscriptions,
    "debug_token": account.debug_token,
}


def app(whatsapp: WhatsApp) -> Router:
    async def call(request: Request) -> Response:
        about, edge = request.path_params.get("about", ""), request.path_params.get("edge", "")
        if not VERSION.fullmatch(request.path_params["version"]):
            return refusal(no_object(request.path_params["version"]))
        if not _may_ask(whatsapp, request, edge):
            return refusal(no_token())
        made = whatsapp.record(await _read(request, about, edge))
        fault = whatsapp.faults.next(made.name, made.to or None) or await _on_the_line(whatsapp)
        return await _faulty(whatsapp, made, fault, request) if fault else _answer(await _perform(whatsapp, made))

    async def file(request: Request) -> Response:
        fault = whatsapp.faults.next("download", None) or await _on_the_line(whatsapp)
        if fault and (response := await before(fault, request)):
            return response
        content = whatsapp.files.download(request.path_params["key"]) if _may_ask(whatsapp, request, "") else None
        if fault and (response := await instead(fault, request)):
            return response
        return Response(status_code=404) if content is None else Response(content, media_type="application/octet-stream")

    return Router(
        routes=[
            *by_hand.routes(whatsapp),
            Route("/lookaside/{key}", file),
            Route("/{version}/{about}", call),
            Route("/{version}/{about}/{edge}", call, methods=["GET", "POST"]),
        ]
    )


@contextlib.asynccontextmanager
async def serving(whatsapp: WhatsApp | None = None, port: int = 0) -> AsyncIterator[WhatsApp]:
    """Listens on 127.0.0.1, on any free port when none is given; `whatsapp.url` says where."""
    whatsapp = whatsapp or WhatsApp()
    with socket.create_server(("127.0.0.1", port), backlog=512) as listener:
        whatsapp.origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with listening(app(whatsapp), listener):
            try:
                yield whatsapp
            finally:
                await whatsapp.webhook.stop()


@contextlib.contextmanager
def serving_in_thread(whatsapp: WhatsApp | None = None, port: int = 0) -> Iterator[tuple[WhatsApp, BlockingPortal]]:
    """For a test that blocks: what it does with the stand-in goes through `portal.call(customer.say, "Oi")`."""
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(serving(whatsapp, port)) as running:
        yield running, portal


def _may_ask(whatsapp: WhatsApp, request: Request, edge: str) -> bool:
    """With the account's token; for what is the app's own, with its id and secret."""
    token = f"{whatsapp.app_id}|{whatsapp.secret}" if edge == "subscriptions" else whatsapp.token
    return request.headers.get("authorization", "") == f"Bearer {token}"


async def _read(request: Request, about: str, edge: str) -> Call:
    body = await request.body()
    kind = request.headers.get("content-type", "")
    asked: JSON = dict(request.query_params)
    try:
        fields, uploads = read_multipart(kind, body) if kind.startswith("multipart/form-data") else (_decoder.decode(body or b"{}"), {})
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        return Call(_name(request.method, about, edge, {}), about, {}, violations=[f"a body that cannot be read: {wrong}"])
    return Call(_name(request.method, about, edge, fields), about, asked | fields, uploads)


def _name(method: str, about: str, edge: str, body: JSON) -> str:
    """Of the call, for the table."""
    if not edge:
        return about if about == "debug_token" else "thing"
    match method, edge:
        case "POST", "messages":
            return "read" if "status" in body else "messages"
        case "POST", "media":
            return "upload"
        case "POST", "subscribed_apps":
            return "subscribe"
        case _:
            return edge


async def _perform(whatsapp: WhatsApp, call: Call) -> Call:
    """Carries a call out; its record then says what was answered."""
    refused = None
    try:
        does = CALLS.get(call.name)
        if does is None:
            call.complain("no such call in the stand-in")
            raise no_object(call.about)
        result = does(whatsapp, call)
        call.result = await result if inspect.isawaitable(result) else result
    except Refused as error:
        refused = error
    return whatsapp.done(call, refused)


async def _on_the_line(whatsapp: WhatsApp) -> Fault | None:
    match await whatsapp.line.carries():
        case "lost":
            return drop_before()
        case "unanswered":
            return drop_after()
        case _:
            return None


async def _faulty(whatsapp: WhatsApp, call: Call, fault: Fault, request: Request) -> Response:
    if response := await before(fault, request):
        call.refused = fault.refusal
        return response
    await _perform(whatsapp, call)
    if fault.answers:
        await fault.answers.wait()
    return await instead(fault, request) or _answer(call)


def _answer(call: Call) -> Response:
    return refusal(call.refused) if call.refused else answer(200, call.result or {})
