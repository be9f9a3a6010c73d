"""Files: where WhatsApp has them, and their bytes; and the way of ours to it, whose id then stands in a message.

https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import quote, urlsplit

import aiohttp
import msgspec

from bot.http import CONNECT_SECONDS, proxy_for
from core.files import OPUS
from core.lending import Lent
from core.messages import Fetched, MediaKind

CHUNK_BYTES = 2**18
READ_SECONDS = 30.0  # that nothing may come
PAUSE_SECONDS = 60.0  # after the account was refused, or was too fast
KEPT = timedelta(days=29)  # an uploaded file is kept for 30 days
UPLOAD_SECONDS = 100.0  # in all; the message that follows has what is left of the sender's time
UPLOAD_WAITS = (1.0, 4.0)  # seconds before an upload is tried again: nothing of it was shown to anybody
NAME_LENGTH = 200  # characters of a file's name
_JPEG, _PNG, _MP4, _3GP = "image/jpeg", "image/png", "video/mp4", "video/3gpp"
_SOUND = frozenset({"audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", OPUS})  # of Ogg nothing but Opus
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PAPERS = frozenset({"application/pdf", f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"})
_DOCUMENTS = _PAPERS | _SOUND | {_JPEG, _PNG, _MP4, _3GP}  # of all that may be uploaded, what we keep
DOCUMENT_BYTES = 100_000_000
_NO_SUCH_OBJECT = 100  # a code of the Graph API: the id is unknown, or is gone
_ACCOUNT = (401, 403, 429)


class Fit(NamedTuple):
    """As what kind of message a file may be sent."""

    type: str
    bytes: int
    mimes: frozenset[str]


FITS: Mapping[MediaKind, Fit] = {
    "photo": Fit("image", 5_000_000, frozenset({_JPEG, _PNG})),
    "video": Fit("video", 16_000_000, frozenset({_MP4, _3GP})),
    "voice": Fit("audio", 16_000_000, _SOUND),
}


def type_of(file: Lent) -> str | None:
    """As what its author sent it, or as a document; None: WhatsApp takes no such file."""
    fit = FITS.get(file.kind)
    if fit and file.mime in fit.mimes and file.size <= fit.bytes:
        return fit.type
    return "document" if file.mime in _DOCUMENTS and file.size <= DOCUMENT_BYTES else None


def content(file: Lent, kind: str, known_as: str, caption: str) -> dict[str, Any]:
    """What a message says of its file; sound has no caption."""
    told: dict[str, Any] = {"id": known_as}
    if caption and kind != "audio":
        told["caption"] = caption
    if kind == "document":
        told["filename"] = file.name[:NAME_LENGTH]
    return {"type": kind, kind: told}


class Refusal(NamedTuple):
    """Why a file was not taken. `status` 0: nobody answered; `code`: of the Graph API."""

    status: int
    code: int
    words: str


class Files:
    """Of all accounts that the token is good for."""

    def __init__(self, session: aiohttp.ClientSession, base: str, token: str, waits: Sequence[float] = UPLOAD_WAITS) -> None:
        self._session, self._base, self._waits = session, base, waits
        self._headers = {"Authorization": f"Bearer {token}"}
        self._timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=READ_SECONDS)

    async def fetch(self, ref: str, account: str, into: BinaryIO, most: int) -> Fetched:
        """The address lives five minutes, so each attempt asks for its own."""
        try:
            address = await self._address(ref, account)
            return address if isinstance(address, Fetched) else await self._download(address, into, most)
        except (aiohttp.ClientError, TimeoutError) as error:  # by its name alone: what it says may hold the address
            return Fetched("again", reason=type(error).__name__)

    async def _address(self, ref: str, account: str) -> str | Fetched:
        async with self._get(f"{self._base}/{quote(ref, safe='')}", phone_number_id=account) as response:
            told = _read(await response.read())
            if response.status != 200:
                return _not_given(response.status, told)
        address = told.get("url")
        if not isinstance(address, str) or not _is_as_safe(address, self._base):
            return Fetched("again", reason="no address was given")
        return address

    async def _download(self, address: str, into: BinaryIO, most: int) -> Fetched:
        """Stops at `most` bytes, whatever was announced."""
        taken = 0
        async with self._get(address) as response:
            if response.status != 200:
                return Fetched("again", reason=f"HTTP {response.status}")
            async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                taken += len(chunk)
                if taken > most:
                    return Fetched("too_large", reason=f"more than {most} bytes")
                into.write(chunk)
        return Fetched("fetched")

    def _get(self, address: str, **parameters: str) -> Any:
        return self._session.get(address, params=parameters, headers=self._headers, proxy=proxy_for(address), timeout=self._timeout)

    async def upload(self, account: str, file: Lent) -> str | Refusal:
        """The id by which that account may send it. What may be different in a moment is tried again at once: nobody has seen anything."""
        uploaded: str | Refusal = Refusal(0, 0, "it took too long")
        with suppress(TimeoutError):
            async with asyncio.timeout(UPLOAD_SECONDS):
                for seconds in (0.0, *self._waits):
                    await asyncio.sleep(seconds)
                    uploaded = await self._upload(account, file)
                    if isinstance(uploaded, str) or not (uploaded.status == 0 or uploaded.status >= 500):
                        break
        return uploaded

    async def _upload(self, account: str, file: Lent) -> str | Refusal:
        address = f"{self._base}/{account}/media"
        try:
            with file.path.open("rb") as opened:
                form = aiohttp.FormData({"messaging_product": "whatsapp", "type": file.mime})
                form.add_field("file", opened, content_type=file.mime, filename=file.name[:NAME_LENGTH])
                async with self._session.post(
                    address, data=form, headers=self._headers, proxy=proxy_for(address), timeout=self._timeout
                ) as response:
                    status, told = response.status, _read(await response.read())
        except (aiohttp.ClientError, TimeoutError) as error:
            return Refusal(0, 0, type(error).__name__)
        known_as = told.get("id")
        return known_as if status == 200 and isinstance(known_as, str) and known_as else _refusal(status, told)


def _not_given(status: int, told: Mapping[str, Any]) -> Fetched:
    """What an error means for a file that is wanted."""
    refusal = _refusal(status, told)
    if status in (400, 404) and refusal.code == _NO_SUCH_OBJECT:
        return Fetched("expired", reason=refusal.words)
    return Fetched("again", PAUSE_SECONDS if status in _ACCOUNT else 0.0, refusal.words)


def _refusal(status: int, told: Mapping[str, Any]) -> Refusal:
    error = told.get("error")
    error = error if isinstance(error, dict) else {}
    code, words = error.get("code"), error.get("message")
    return Refusal(status, code if isinstance(code, int) else 0, words if isinstance(words, str) and words else f"HTTP {status}")


def _read(answer: bytes) -> Mapping[str, Any]:
    """Empty for what is no answer of the Graph API: the page of a proxy."""
    try:
        read = msgspec.json.decode(answer)
    except msgspec.DecodeError:
        return {}
    return read if isinstance(read, dict) else {}


def _is_as_safe(address: str, base: str) -> bool:
    """The token goes along: never in the open, where the Graph API itself is not."""
    return urlsplit(address).scheme in ("https", urlsplit(base).scheme)
