"""Files that were sent: their ids, their sizes, and what is downloaded under /file/bot<token>/."""

import base64
import hashlib
from dataclasses import dataclass

from tests.telegram.calls import JSON, Refused

DOWNLOAD_BYTES = 20 * 1024 * 1024  # Bot API, getFile
UPLOAD_BYTES = 50 * 1024 * 1024  # Bot API, "Sending files"
PHOTO_BYTES = 10 * 1024 * 1024  # Bot API, sendPhoto

FOLDERS = {"photo": "photos", "video": "videos", "voice": "voice", "audio": "music", "document": "documents", "sticker": "stickers"}
PREFIXES = {
    "photo": b"\x02\x00",
    "voice": b"\x03\x00",
    "video": b"\x04\x00",
    "document": b"\x05\x00",
    "sticker": b"\x08\x00",
    "audio": b"\x09\x00",
}


@dataclass(frozen=True, slots=True)
class File:
    id: str  # another one each time that it is sent
    unique_id: str  # of what is in it
    kind: str
    path: str
    content: bytes
    size: int

    @property
    def shape(self) -> JSON:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def put(self, kind: str, content: bytes, suffix: str, size: int | None = None) -> File:
        """`size`: as it is told, for files that are too large to be made."""
        number = len(self._by_id)
        digest = hashlib.sha256(content + str(size).encode()).digest()
        key = PREFIXES[kind] + hashlib.sha256(b"%d" % number).digest() + digest[:18]
        path = f"{FOLDERS[kind]}/file_{number}{suffix}"
        told = len(content) if size is None else size
        file = File(_base64(key), _base64(digest[:11]), kind, path, content, told)
        self._by_id[file.id] = self._by_path[path] = file
        return file

    def find(self, file_id: str) -> File:
        if file := self._by_id.get(file_id):
            return file
        raise Refused(400, "Bad Request: wrong file identifier/HTTP URL specified")

    def get(self, file_id: str) -> JSON:
        """The answer of getFile."""
        file = self._by_id.get(file_id)
        if file is None:
            raise Refused(400, "Bad Request: invalid file_id")
        if file.size > DOWNLOAD_BYTES:
            raise Refused(400, "Bad Request: file is too big")
        self._by_path[file.path] = file
        return file.shape | {"file_path": file.path}

    def download(self, path: str) -> bytes | None:
        file = self._by_path.get(path)
        return file.content if file else None

    def expire(self, path: str) -> None:
        """A link holds for an hour at least; then getFile gives another."""
        self._by_path.pop(path, None)


def _base64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
