"""Routes by which a person or a script plays customers: POST /_customer/5511001/say with {"text": "Oi"}, GET to see what was answered."""

import asyncio
import contextlib
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.platforms.changes import PATIENCE_SECONDS
from tests.telegram.calls import JSON
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.shown import Shown

ACTS = frozenset(
    "say start tap photo album video video_note document voice audio sticker share_contact forward_contact location block unblock".split()
)


def customer(telegram: Telegram, number: int) -> Customer:
    """Whoever has this number; each number is somebody."""
    return Customer(telegram, Person(number, "Cliente", str(number), phone=f"55119{number % 100_000_000:08}"))


def as_text(shown: Shown) -> JSON:
    return {"id": shown.id, "text": shown.text, "buttons": shown.buttons, "keyboard": shown.keyboard}


def routes(telegram: Telegram) -> list[Route]:
    async def act(request: Request) -> Response:
        does = request.path_params["act"]
        if does not in ACTS:
            return JSONResponse({"acts": sorted(ACTS)}, 404)
        try:
            done = await _done(customer(telegram, request.path_params["number"]), does, request)
        except (LookupError, TypeError, msgspec.DecodeError) as wrong:
            return JSONResponse({"error": str(wrong)}, 400)
        return JSONResponse(done)

    async def heard(request: Request) -> Response:
        """With `?after=7`, what came after message 7, once there is something, or nothing after a while."""
        who = customer(telegram, request.path_params["number"])
        after = int(request.query_params.get("after", "-1"))
        if after >= 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await who.chat.changes.until(lambda: bool(who.chat.sent) and who.chat.sent[-1]["message_id"] > after)
        return JSONResponse([as_text(each) for each in who.heard() if each.id > after])

    async def violations(request: Request) -> Response:
        return JSONResponse([f"{each.method}: {each.what}" for each in telegram.violations])

    return [
        Route("/_customer/{number:int}", heard),
        Route("/_customer/{number:int}/{act}", act, methods=["POST"]),
        Route("/_violations", violations),
    ]


async def _done(who: Customer, does: str, request: Request) -> Any:
    """The body is JSON with what the act takes, or the content of a file."""
    body = await request.body()
    given = {} if not body else msgspec.json.decode(body, type=JSON) if _is_json(request) else {"data": body}
    return getattr(who, does)(**given)


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "")
    return not kind.startswith(("image/", "audio/", "video/", "application/octet-stream", "application/pdf"))
