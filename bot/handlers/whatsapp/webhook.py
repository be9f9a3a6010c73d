"""The address to which Meta brings what happens on WhatsApp: signed, stored first, then answered with 200."""

import hmac
import logging
from hashlib import sha256
from typing import Protocol

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.bodies import body_of
from core.messages import NotStoredError, Part, Put

PATH = "/whatsapp/webhook"
SIGNATURE_HEADER = "X-Hub-Signature-256"
MAX_BODY = 3 * 2**20  # bytes, of one webhook (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview)

log = logging.getLogger(__name__)


class Receives(Protocol):
    """What is brought here is for this channel."""

    def split(self, raw: bytes) -> list[Part]:
        """Never raises."""

    def stored(self, parts: list[Part]) -> None:
        """These are in the inbox."""


def signature(app_secret: str, raw: bytes) -> str:
    """As Meta makes it, over the bytes that it sends."""
    return "sha256=" + hmac.digest(app_secret.encode(), raw, sha256).hex()


def routes(whatsapp: Receives, put: Put, app_secret: str, verify_token: str) -> list[Route]:
    expected = verify_token.encode()

    async def verify(request: Request) -> Response:
        """Meta asks once, when the address is entered."""
        asked = request.query_params
        is_right = hmac.compare_digest(asked.get("hub.verify_token", "").encode(), expected)
        if asked.get("hub.mode") != "subscribe" or not is_right:
            return Response(status_code=403)
        return PlainTextResponse(asked.get("hub.challenge", ""))

    async def receive(request: Request) -> Response:
        raw = await body_of(request, MAX_BODY)
        if isinstance(raw, Response):
            return raw
        given = request.headers.get(SIGNATURE_HEADER, "")
        if not hmac.compare_digest(given.encode(), signature(app_secret, raw).encode()):
            return Response(status_code=403)
        parts = whatsapp.split(raw)
        try:
            await put(parts)
        except Exception as error:
            if not isinstance(error, NotStoredError):
                log.exception("a webhook could not be stored; Meta brings it again")
            return Response(status_code=503)
        whatsapp.stored(parts)
        return Response(status_code=200)

    return [Route(PATH, receive, methods=["POST"]), Route(PATH, verify, methods=["GET"])]
