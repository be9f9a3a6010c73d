"""The address to which Telegram brings its updates: stored first, then answered with 200."""

import hmac
import logging
from collections.abc import Sequence
from hashlib import sha256

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.bodies import body_of
from bot.handlers.telegram.channel import Telegram, tap_answer
from bot.handlers.telegram.updates import ALLOWED_UPDATES, tap_of
from core.messages import NotStoredError, Part, Put

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)
MAX_BODY = 2**20  # bytes; an update is far smaller
CONNECTIONS = 40  # deliveries at once, Telegram's default

log = logging.getLogger(__name__)


def secret_of(token: str, chosen: str) -> str:
    """The one that was set; else one that only who knows the token can know, the same in every process."""
    return chosen or hmac.digest(token.encode(), b"zelador webhook", sha256).hex()


def address(public_url: str) -> str:
    """Where Telegram brings updates."""
    return public_url.rstrip("/") + PATH


async def register(telegram: Telegram, public_url: str, secret: str) -> None:
    """Tells Telegram where to bring updates. Raises `telegram.error.TelegramError`."""
    await telegram.call(
        "setWebhook",
        {
            "url": address(public_url),
            "secret_token": secret,
            "allowed_updates": ALLOWED_UPDATES,
            "max_connections": CONNECTIONS,
        },
    )


async def deregister(telegram: Telegram) -> None:
    """Updates are asked for from now on; those that wait are kept. Raises `telegram.error.TelegramError`."""
    await telegram.call("deleteWebhook", {"drop_pending_updates": False})


def route(telegram: Telegram, put: Put, secret: str) -> Route:
    expected = secret.encode()

    async def receive(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), expected):
            return Response(status_code=403)
        raw = await body_of(request, MAX_BODY)
        if isinstance(raw, Response):
            return raw
        parts = telegram.split(raw)
        try:
            await put(parts)
        except Exception as error:
            if not isinstance(error, NotStoredError):
                log.exception("updates could not be stored; Telegram brings them again")
            return Response(status_code=503)
        telegram.stored(parts, answer_taps=False)
        return _reply(parts)

    return Route(PATH, receive, methods=["POST"])


def _reply(parts: Sequence[Part]) -> Response:
    """A call of the Bot API may stand in the answer itself: a tap is answered without a request of its own."""
    tap = next((tap for part in parts if (tap := tap_of(part))), None)
    if tap is None:
        return Response(status_code=200)
    name, parameters = tap_answer(tap)
    return Response(msgspec.json.encode({"method": name, **parameters}), media_type="application/json")
