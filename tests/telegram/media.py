"""Photos, videos, voice notes and other files, in the shapes that messages carry."""

from pathlib import PurePosixPath

from tests.platforms.contents import SIGNATURES, content
from tests.telegram.calls import JSON
from tests.telegram.files import Files

__all__ = ["audio_shape", "content", "document_shape", "photo_shape", "sticker_shape", "video_note_shape", "video_shape", "voice_shape"]

PHOTO_SIZES = ((90, 67), (320, 240), (800, 600), (1280, 960))


def photo_shape(files: Files, data: bytes, name: str = "", mime: str = "", size: int | None = None) -> JSON:
    """The largest stands last."""
    *smaller, (width, height) = PHOTO_SIZES
    sizes = [_thumbnail(files, data + b"%d" % each[0]) | {"width": each[0], "height": each[1]} for each in smaller]
    return {"photo": [*sizes, files.put("photo", data, ".jpg", size).shape | {"width": width, "height": height}]}


def document_shape(files: Files, data: bytes, name: str = "documento.pdf", mime: str = "application/pdf", size: int | None = None) -> JSON:
    named = PurePosixPath(name)
    told = ({"file_name": named.name} if name else {}) | ({"mime_type": mime} if mime else {})
    return {"document": told | files.put("document", data, named.suffix, size).shape}


def video_shape(files: Files, data: bytes, seconds: int = 12, size: int | None = None) -> JSON:
    told = {"duration": seconds, "width": 720, "height": 1280, "file_name": "IMG_0042.MP4", "mime_type": "video/mp4"}
    return {"video": told | _thumbnails(files, data) | files.put("video", data, ".mp4", size).shape}


def video_note_shape(files: Files, data: bytes, seconds: int) -> JSON:
    return {"video_note": {"duration": seconds, "length": 384} | _thumbnails(files, data) | files.put("video", data, ".mp4").shape}


def voice_shape(files: Files, data: bytes, seconds: int, size: int | None = None) -> JSON:
    return {"voice": {"duration": seconds, "mime_type": "audio/ogg"} | files.put("voice", data, ".oga", size).shape}


def audio_shape(files: Files, data: bytes, seconds: int) -> JSON:
    told = {"duration": seconds, "file_name": "gravacao.mp3", "mime_type": "audio/mpeg", "title": "Gravação", "performer": "Celular"}
    return {"audio": told | files.put("audio", data, ".mp3").shape}


def sticker_shape(files: Files, data: bytes, emoji: str) -> JSON:
    told = {
        "width": 512,
        "height": 512,
        "emoji": emoji,
        "set_name": "HotCherry",
        "is_animated": False,
        "is_video": False,
        "type": "regular",
    }
    return {"sticker": told | _thumbnails(files, data) | files.put("sticker", data, ".webp").shape}


def _thumbnails(files: Files, data: bytes) -> JSON:
    """Under the old name too, as the Bot API goes on to send."""
    thumbnail = _thumbnail(files, data) | {"width": 180, "height": 320}
    return {"thumbnail": thumbnail, "thumb": thumbnail}


def _thumbnail(files: Files, data: bytes) -> JSON:
    return files.put("photo", SIGNATURES["photo"] + data, ".jpg").shape
