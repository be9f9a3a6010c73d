"""What a running program says of itself: /healthz (it is alive) and /readyz (what it serves with is in order)."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.programs.checking import Site, verdicts
from bot.programs.readiness import OK, checks

KEEP_SECONDS = 2.0  # an answer of /readyz: whoever asks often is given the last one


def routes(site: Site) -> list[Route]:
    return [Route("/healthz", _alive), Route("/readyz", _Ready(site).answer)]


async def _alive(request: Request) -> Response:
    return PlainTextResponse("ok\n")


class _Ready:
    def __init__(self, site: Site) -> None:
        self._site, self._looking = site, asyncio.Lock()
        self._found: dict[str, str] = {}
        self._until = float("-inf")

    async def answer(self, request: Request) -> Response:
        async with self._looking:
            if (now := asyncio.get_running_loop().time()) > self._until:
                self._found, self._until = await self._look(), now + KEEP_SECONDS
        is_ready = all(says == OK for says in self._found.values())
        return JSONResponse({"ready": is_ready, "checks": self._found}, 200 if is_ready else 503)

    async def _look(self) -> dict[str, str]:
        found = await verdicts(self._site, (each for each in checks(self._site.settings) if each.serving))
        return {check.name: verdict.says if verdict.wrong else OK for check, verdict in found}
