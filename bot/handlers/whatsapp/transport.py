"""How the Graph API is reached, over the session of all channels: JSON, and the bytes of files."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import aiohttp
import msgspec

from bot.handlers.whatsapp.values import number, record, text
from bot.http import CONNECT_SECONDS, NOTHING_SENT, proxy_for

READ_SECONDS = 9.0  # for an answer; the sender has a limit of its own for its calls
REFUSALS = range(300, 500)
# Code and subcode for what is not there, or what the token may not use; and the code that stands for it alone.
# https://developers.facebook.com/docs/graph-api/guides/error-handling
NO_SUCH_OBJECT, NOT_THERE = (100, 33), 33
_encoded = msgspec.json.Encoder().encode


class NotConnectedError(Exception):
    """Nothing was sent: WhatsApp could not be reached, or somebody on the way refused. `status`: of HTTP, if there was any."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


class NoAnswerError(Exception):
    """Nobody knows whether it was received."""


class Error(NamedTuple):
    """What the Graph API refuses."""

    code: int
    words: str


class Answer(NamedTuple):
    """`body` is empty where it is no JSON."""

    status: int
    body: Mapping[str, Any]

    @property
    def error(self) -> Error | None:
        found = record(self.body, "error")
        code = number(found, "code") or 0
        if (code, number(found, "error_subcode")) == NO_SUCH_OBJECT:
            code = NOT_THERE
        return Error(code, text(record(found, "error_data"), "details") or text(found, "message")) if found else None


class Graph:
    """The session is somebody else's to open and close. Raises `bot.http.ProxyError`."""

    def __init__(self, session: aiohttp.ClientSession, base: str, token: str) -> None:
        self._session, self._base, self._proxy = session, base.rstrip("/"), proxy_for(base)
        self._bearer = {"Authorization": f"Bearer {token}"}
        self._headers = {"Content-Type": "application/json", **self._bearer}

    async def post(self, path: str, body: Mapping[str, Any], limit: aiohttp.ClientTimeout) -> Answer:
        """Raises `NotConnectedError` where nothing was sent, `NoAnswerError` where nobody knows. They hold no word of what was sent."""
        return await self._answer("POST", path, limit, data=_encoded(body), headers=self._headers)

    async def upload(self, path: str, form: aiohttp.FormData, limit: aiohttp.ClientTimeout) -> Answer:
        """Raises as `post` does."""
        return await self._answer("POST", path, limit, data=form, headers=self._bearer)

    async def get(self, path: str, parameters: Mapping[str, str], limit: aiohttp.ClientTimeout) -> Answer:
        """Raises as `post` does."""
        return await self._answer("GET", path, limit, params=parameters, headers=self._bearer)

    def download(self, address: str, limit: aiohttp.ClientTimeout) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        """A file, by an address that the platform gave."""
        return self._session.get(address, headers=self._bearer, proxy=proxy_for(address), timeout=limit)

    def is_as_safe(self, address: str) -> bool:
        """The token goes along: never in the open, where the Graph API itself is not."""
        return urlsplit(address).scheme in ("https", urlsplit(self._base).scheme)

    async def _answer(self, method: str, path: str, limit: aiohttp.ClientTimeout, **what: Any) -> Answer:
        request = self._session.request(method, f"{self._base}/{path}", proxy=self._proxy, timeout=limit, allow_redirects=False, **what)
        try:
            async with request as response:
                status, raw = response.status, await response.read()
        except NOTHING_SENT as error:
            raise NotConnectedError(type(error).__name__) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NoAnswerError(type(error).__name__) from error
        answer = Answer(status, _read(raw))
        if status in REFUSALS and not answer.body:  # the page of a proxy: WhatsApp has said nothing of us
            raise NotConnectedError(f"HTTP {status}, not from WhatsApp", status)
        return answer


PATIENT = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS)  # for callers that have a clock of their own
BRIEF = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS)


def _read(raw: bytes) -> Mapping[str, Any]:
    try:
        read = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
