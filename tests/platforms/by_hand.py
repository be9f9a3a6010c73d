"""Routes by which a person or a script plays customers: POST /_customer/5511001/say with {"text": "Oi"}, GET to see what was answered."""

import asyncio
import contextlib
from collections.abc import Callable, Collection
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.platforms.calls import JSON
from tests.platforms.changes import PATIENCE_SECONDS


def routes(
    customer: Callable[[str], Any], acts: Collection[str], heard: Callable[[Any], list[JSON]], violations: Callable[[], list[str]]
) -> list[Route]:
    """`customer`: whoever has a number; `acts`: methods of that; `heard`: all that they see, each with a rising "id"."""

    async def act(request: Request) -> Response:
        does = request.path_params["act"]
        if does not in acts:
            return JSONResponse({"acts": sorted(acts)}, 404)
        try:
            done = await _done(customer(request.path_params["number"]), does, request)
        except (LookupError, TypeError, msgspec.DecodeError) as wrong:
            return JSONResponse({"error": str(wrong)}, 400)
        return JSONResponse(done)

    async def look(request: Request) -> Response:
        """With `?after=7`, what came after message 7, once there is something, or nothing after a while."""
        who = customer(request.path_params["number"])
        after = int(request.query_params.get("after", "-1"))
        if after >= 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await who.chat.changes.until(lambda: any(each["id"] > after for each in heard(who)))
        return JSONResponse([each for each in heard(who) if each["id"] > after])

    async def broken(request: Request) -> Response:
        return JSONResponse(violations())

    return [
        Route("/_customer/{number}", look),
        Route("/_customer/{number}/{act}", act, methods=["POST"]),
        Route("/_violations", broken),
    ]


async def _done(who: Any, does: str, request: Request) -> Any:
    """The body is JSON with what the act takes, or the content of a file."""
    body = await request.body()
    given = {} if not body else msgspec.json.decode(body, type=JSON) if _is_json(request) else {"data": body}
    return getattr(who, does)(**given)


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "")
    return not kind.startswith(("image/", "audio/", "video/", "application/octet-stream", "application/pdf"))
