"""Files of people and of the business: ids, the addresses that ids lead to for five minutes, and what may be uploaded."""

import base64
import hashlib
import itertools
from collections.abc import Callable
from dataclasses import dataclass

from tests.platforms.calls import JSON, Upload
from tests.whatsapp.errors import Refused, no_object

# https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
LINK_SECONDS = 5 * 60
RECEIVED_SECONDS, UPLOADED_SECONDS = 7 * 86_400, 30 * 86_400  # how long an id leads to its file
MB = 1024 * 1024
MOST_BYTES = {
    "image/jpeg": 5 * MB,
    "image/png": 5 * MB,
    "image/webp": 500 * 1024,
    "audio/aac": 16 * MB,
    "audio/amr": 16 * MB,
    "audio/mpeg": 16 * MB,
    "audio/mp4": 16 * MB,
    "audio/ogg": 16 * MB,
    "video/3gpp": 16 * MB,
    "video/mp4": 16 * MB,
    "text/plain": 100 * MB,
    "application/pdf": 100 * MB,
    "application/msword": 100 * MB,
    "application/vnd.ms-excel": 100 * MB,
    "application/vnd.ms-powerpoint": 100 * MB,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": 100 * MB,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": 100 * MB,
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": 100 * MB,
}
FIRST_ID = 1_013_859_600_285_441


@dataclass(frozen=True, slots=True)
class File:
    id: str
    mime: str
    content: bytes
    until: float  # when the id leads nowhere any more
    size: int
    account: str = ""  # the number that uploaded it

    @property
    def shape(self) -> JSON:
        """As a message carries it."""
        return {"mime_type": self.mime, "sha256": base64.b64encode(hashlib.sha256(self.content).digest()).decode(), "id": self.id}


class Files:
    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._by_id: dict[str, File] = {}
        self._ids = itertools.count(FIRST_ID)
        self._links: dict[str, tuple[File, float]] = {}  # by the last part of the address

    def received(self, mime: str, content: bytes, size: int | None = None) -> File:
        """From a person. `size`: as it is told, for files that are too large to be made."""
        return self._keep(mime, content, RECEIVED_SECONDS, len(content) if size is None else size)

    def uploaded(self, account: str, file: Upload, mime: str) -> File:
        most = MOST_BYTES.get(mime.partition(";")[0].strip())
        if most is None:
            raise Refused(131053, f"Unsupported mime type {mime}")
        if len(file.content) > most:
            raise Refused(131053, f"File size exceeds the limit of {most} bytes")
        return self._keep(mime, file.content, UPLOADED_SECONDS, len(file.content), account)

    def find(self, number: str) -> File | None:
        """None also when its time is over."""
        file = self._by_id.get(number)
        return file if file and self._now() < file.until else None

    def get(self, number: str, url: str) -> JSON:
        """The answer to GET of an id: an address below `url`, another one each time."""
        file = self.find(number)
        if file is None:
            raise no_object(number)
        key = hashlib.sha256(f"{number} {len(self._links)}".encode()).hexdigest()
        self._links[key] = file, self._now() + LINK_SECONDS
        told = {"url": f"{url}/{key}", "mime_type": file.mime, "sha256": hashlib.sha256(file.content).hexdigest()}
        return told | {"file_size": file.size, "id": file.id, "messaging_product": "whatsapp"}

    def download(self, key: str) -> bytes | None:
        file, until = self._links.get(key, (None, 0.0))
        return file.content if file and self._now() < until else None

    def expire_links(self) -> None:
        """As if five minutes were over."""
        self._links.clear()

    def expire(self, number: str) -> None:
        """As if its days were over."""
        self._by_id.pop(number, None)

    def _keep(self, mime: str, content: bytes, seconds: float, size: int, account: str = "") -> File:
        file = File(str(next(self._ids)), mime, content, self._now() + seconds, size, account)
        self._by_id[file.id] = file
        return file
