"""How the Bot API is reached: aiohttp in place of the library's own HTTP, which takes far more CPU a send."""

from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.http import CONNECT_SECONDS, NOTHING_SENT, proxy_for
from core.decoding import decoded

READ_SECONDS = 9.0  # for an answer; the sender has a limit of its own for its calls
REFUSALS = range(300, 500)
_JSON = {"Content-Type": "application/json"}
_encode = msgspec.json.encode


class NotConnectedError(NetworkError):
    """Nothing was sent: Telegram could not be reached, or somebody on the way refused."""


class NotTelegramError(NotConnectedError):
    """Something else answered: a proxy on the way, or whatever is at the address."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}, not from Telegram")
        self.status = status


class Upload(NamedTuple):
    """A file that goes with a call; `parameter`: of which it is the value."""

    parameter: str
    path: Path
    name: str
    mime: str


class _Given(NamedTuple):
    """All that `do_request` reads of a `RequestData`, whose parts are not the library's to give away."""

    parameters: dict[str, Any]
    upload: Upload | None = None


def given(parameters: dict[str, Any], upload: Upload | None = None) -> RequestData:
    return cast("RequestData", _Given(parameters, upload))


class AiohttpRequest(BaseRequest):
    """Requests with a JSON body; answers read by msgspec. The session is somebody else's to open and close."""

    __slots__ = ("_session", "proxy")

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self._session, self.proxy = session, proxy_for(base)

    @property
    def read_timeout(self) -> float | None:
        return READ_SECONDS

    async def initialize(self) -> None:
        """Nothing: the session is open."""

    async def shutdown(self) -> None:
        """Nothing: the session is closed by whoever opened it."""

    async def do_request(  # noqa: PLR0913, PLR0917 (the library's signature)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Raises `NotConnectedError` where nothing was sent, `TimedOut` and `NetworkError` where nobody knows."""
        asked = cast("_Given | None", request_data)
        seconds = READ_SECONDS if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        try:
            with ExitStack() as open_files:
                body, headers = _body(asked, open_files) if asked else (None, _JSON)
                async with self._session.request(
                    method, url, data=body, headers=headers, proxy=self.proxy, timeout=_timeout(seconds)
                ) as response:
                    status, answer = response.status, await response.read()
        except NOTHING_SENT as error:
            raise NotConnectedError(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut from error
        except Exception as error:  # by its name alone: what it says may hold the address, and that holds the token
            raise NetworkError(type(error).__name__) from error
        if status in REFUSALS and _read(answer) is None:  # the page of a proxy: Telegram has said nothing of the bot or its people
            raise NotTelegramError(status)
        return status, answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Raises `TelegramError` for what is no answer of Telegram, as the library's own does for what is no JSON."""
        if (answer := _read(payload)) is None:
            raise TelegramError("Invalid server response")
        return answer


def _body(asked: _Given, open_files: ExitStack) -> tuple[bytes | aiohttp.FormData, dict[str, str]]:
    """JSON; with a file a form, where whatever is no text stands as JSON. https://core.telegram.org/bots/api#making-requests"""
    if asked.upload is None:
        return _encode(asked.parameters), _JSON
    parameter, path, name, mime = asked.upload
    form = aiohttp.FormData({key: value if isinstance(value, str) else _encode(value).decode() for key, value in asked.parameters.items()})
    form.add_field(parameter, open_files.enter_context(path.open("rb")), content_type=mime, filename=name)
    return form, {}


def _read(answer: bytes) -> dict[str, Any] | None:
    """None for what Telegram does not say: it gives a result, or says that it has none. https://core.telegram.org/bots/api#making-requests"""
    try:
        read = decoded(answer)
    except ValueError:
        return None
    return read if isinstance(read, dict) and (read.get("ok") is False or "result" in read) else None


@lru_cache
def _timeout(seconds: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=seconds)
