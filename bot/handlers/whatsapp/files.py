"""Files: where WhatsApp has them, and their bytes; and the way of ours to it, whose id then stands in a message.

https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from http import HTTPStatus
from typing import Any, BinaryIO, NamedTuple
from urllib.parse import quote

import aiohttp

from bot.handlers.whatsapp.outcomes import RETRY_SECONDS, outcome_of
from bot.handlers.whatsapp.transport import BRIEF, NOT_THERE, Answer, Error, Graph, NoAnswerError, NotConnectedError
from bot.http import CONNECT_SECONDS
from core.characters import storable
from core.files import OPUS
from core.lending import LOST, TOO_HEAVY, UNFIT, Lent
from core.messages import Fetched, MediaKind, Outcome

CHUNK_BYTES = 2**18
PAUSE_SECONDS = 60.0  # after the account was refused, or was too fast
SILENCE = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=30.0)  # while bytes are on their way
KEPT = timedelta(days=29)  # an uploaded file is kept for 30
UPLOAD_SECONDS = 100.0  # in all; the message that follows has what is left of the sender's time
UPLOAD_WAITS = (1.0, 4.0)  # seconds before an upload is tried again: nothing of it was shown to anybody
NAME_LENGTH = 200  # characters of a file's name
MB = 1024 * 1024
_JPEG, _PNG, _MP4, _3GP = "image/jpeg", "image/png", "video/mp4", "video/3gpp"
_SOUND = frozenset({"audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", OPUS})  # of Ogg nothing but Opus
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PAPERS = frozenset({"application/pdf", f"{_OFFICE}.wordprocessingml.document", f"{_OFFICE}.spreadsheetml.sheet"})
_DOCUMENTS = _PAPERS | _SOUND | {_JPEG, _PNG, _MP4, _3GP}  # of all that may be uploaded, what we keep
DOCUMENT_BYTES = 100 * MB
_REFUSED_FILE = (100, 131053)  # what was uploaded is too large, or of no kind that is taken
_GONE = (100, NOT_THERE)  # the id is unknown, or is no more
_NONE = Error(0, "")
_OF_ACCOUNT = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)


class Fit(NamedTuple):
    """As what kind of message a file may be sent."""

    type: str
    bytes: int
    mimes: frozenset[str]


FITS: Mapping[MediaKind, Fit] = {
    "photo": Fit("image", 5 * MB, frozenset({_JPEG, _PNG})),
    "video": Fit("video", 16 * MB, frozenset({_MP4, _3GP})),
    "voice": Fit("audio", 16 * MB, _SOUND),
}


def type_of(file: Lent) -> str | None:
    """As what its author sent it, or as a document; None: WhatsApp takes no such file.

    Whether a photo over 5 MB may be a document, nobody says: Meta lists none among documents, others find the size refused at the upload
    (https://github.com/vellum-ai/vellum-assistant/pull/43026), where a kind of file that is not listed is refused too
    (https://github.com/MissaelAnda/laravel-whatsapp/issues/4). It is tried, and if it is refused, told.
    """
    fit = FITS.get(file.kind)
    if fit and file.mime in fit.mimes and file.size <= fit.bytes:
        return fit.type
    return "document" if file.mime in _DOCUMENTS and file.size <= DOCUMENT_BYTES else None


def attached(file: Lent, kind: str, known_as: str, caption: str) -> Mapping[str, Any]:
    """What a message says of its file; sound has no caption, and plays at once where it is a voice message, which only Opus may be."""
    told: dict[str, Any] = {"id": known_as}
    if kind == "audio" and file.mime == OPUS:
        told["voice"] = True
    if caption and kind != "audio":
        told["caption"] = caption
    if kind == "document":
        told["filename"] = file.name[:NAME_LENGTH]
    return {"type": kind, kind: told}


class Files:
    """Of all accounts that the token is good for."""

    def __init__(self, graph: Graph, waits: Sequence[float] = UPLOAD_WAITS) -> None:
        self._graph, self._waits = graph, waits

    async def fetch(self, ref: str, account: str, into: BinaryIO, most: int) -> Fetched:
        """The address lives five minutes, so each attempt asks for its own."""
        try:
            answer = await self._graph.get(quote(ref, safe=""), {"phone_number_id": account}, BRIEF)
            address = answer.body.get("url")
            if answer.status != HTTPStatus.OK:
                return _not_given(answer)
            if not isinstance(address, str) or not self._graph.is_as_safe(address):
                return Fetched("again", reason="no address was given")
            return await self._download(address, into, most)
        except (NotConnectedError, NoAnswerError) as error:
            return Fetched("again", reason=str(error))
        except (aiohttp.ClientError, TimeoutError) as error:  # by its name alone: what it says may hold the address
            return Fetched("again", reason=type(error).__name__)

    async def _download(self, address: str, into: BinaryIO, most: int) -> Fetched:
        """Stops at `most` bytes, whatever was announced."""
        taken = 0
        async with self._graph.download(address, SILENCE) as response:
            if response.status != HTTPStatus.OK:
                return Fetched("again", reason=f"HTTP {response.status}")
            async for chunk in response.content.iter_chunked(CHUNK_BYTES):
                taken += len(chunk)
                if taken > most:
                    return Fetched("too_large", reason=f"more than {most} bytes")
                into.write(chunk)
        return Fetched("fetched")

    async def upload(self, account: str, file: Lent) -> str | Outcome:
        """The id by which that account may send it. What may be different in a moment is tried again at once: nobody has seen anything."""
        with suppress(TimeoutError):
            async with asyncio.timeout(UPLOAD_SECONDS):
                for seconds in (0.0, *self._waits):
                    await asyncio.sleep(seconds)
                    uploaded = await self._upload(account, file)
                    if isinstance(uploaded, str) or uploaded.do != "unknown":
                        return uploaded
        return Outcome("failed", reason=f"{LOST}upload")

    async def _upload(self, account: str, file: Lent) -> str | Outcome:
        form = aiohttp.FormData({"messaging_product": "whatsapp", "type": file.mime})
        with file.path.open("rb") as opened:
            form.add_field("file", opened, content_type=file.mime, filename=file.name[:NAME_LENGTH])
            try:
                answer = await self._graph.upload(f"{account}/media", form, SILENCE)
            except NotConnectedError as error:
                return Outcome("again", after_seconds=RETRY_SECONDS, reason=str(error))
            except NoAnswerError as error:
                return Outcome("unknown", reason=str(error))
        known_as = answer.body.get("id")
        return known_as if isinstance(known_as, str) and known_as else _not_taken(answer, file)


def _not_given(answer: Answer) -> Fetched:
    """What an error means for a file that is wanted."""
    code, words = answer.error or _NONE
    if answer.status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND) and code in _GONE:
        return Fetched("expired", reason=storable(words))
    return Fetched("again", PAUSE_SECONDS if answer.status in _OF_ACCOUNT else 0.0, f"HTTP {answer.status}")


def _not_taken(answer: Answer, file: Lent) -> Outcome:
    """What an error means for a file that is given; `unknown`: it may be taken in a moment."""
    code, words = answer.error or _NONE
    if answer.status < HTTPStatus.INTERNAL_SERVER_ERROR and code in _REFUSED_FILE:
        return Outcome("failed", reason=TOO_HEAVY if _is_heavy(file) else UNFIT)
    return outcome_of(code, words, answer.status)


def _is_heavy(file: Lent) -> bool:
    """A smaller one would be taken, whatever its author sent it as."""
    return any(file.mime in fit.mimes and file.size > fit.bytes for fit in FITS.values())
