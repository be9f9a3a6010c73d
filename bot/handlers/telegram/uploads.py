"""How a file is shown: by which method, with which words. Pure. https://core.telegram.org/bots/api#sending-files"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from telegram.error import BadRequest

from bot.handlers.telegram.calls import Method, bold
from core.files import OPUS
from core.lending import Lent
from core.messages import MediaKind, Outgoing

PHOTO_BYTES = 10_000_000  # https://core.telegram.org/bots/api#sendphoto
KEPT = timedelta(days=3_650)  # a file_id is not said to end: https://core.telegram.org/bots/api#file
_NO_PHOTO = ("photo_invalid_dimensions", "image_process_failed", "photo_ext_invalid", "photo_save_file_invalid", "too big for a photo")


class Way(NamedTuple):
    """A method, and its parameter for the file."""

    method: str
    parameter: str


DOCUMENT = Way("sendDocument", "document")
_WAYS: Mapping[tuple[MediaKind, str], Way] = {
    **{("photo", mime): Way("sendPhoto", "photo") for mime in ("image/jpeg", "image/png", "image/webp")},
    ("video", "video/mp4"): Way("sendVideo", "video"),
    ("voice", OPUS): Way("sendVoice", "voice"),
    **{("voice", mime): Way("sendAudio", "audio") for mime in ("audio/mpeg", "audio/mp4")},
}


def way_of(file: Lent) -> Way:
    """As what it was sent by its author; where Telegram does not take it as that, as a document."""
    if file.kind == "photo" and file.size > PHOTO_BYTES:
        return DOCUMENT
    return _WAYS.get((file.kind, file.mime), DOCUMENT)


def shown(row: Outgoing, way: Way) -> Method:
    """Without the file."""
    caption, entities = bold(row.call.text)
    parameters: dict[str, Any] = {"chat_id": int(row.address)}
    if caption:
        parameters["caption"] = caption
    if entities:
        parameters["caption_entities"] = entities
    if row.call.silent:
        parameters["disable_notification"] = True
    return Method(way.method, parameters)


def is_no_photo(error: BadRequest) -> bool:
    """Telegram cannot show it as one; as a document it takes it. https://core.telegram.org/bots/api#sendphoto"""
    return any(words in error.message.lower() for words in _NO_PHOTO)


def file_id_in(sent: Any) -> str:
    """Of the message that shows the file; "" where it has none."""
    for name in ("photo", "video", "voice", "audio", "document", "animation"):
        if name in sent:
            file = sent[name]
            return str((file[-1] if isinstance(file, list) else file)["file_id"])
    return ""
