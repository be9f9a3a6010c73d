"""What a message of Telegram carries beside its words: files, cards, places. Safe looks: whatever has no known shape is not there."""

from collections.abc import Mapping
from typing import Any

from bot.handlers.telegram.looks import integer, record, text
from core.messages import Card, Media, MediaKind, Place

# In this order: an animation comes with a document of the same file. https://core.telegram.org/bots/api#message
_FILES: tuple[tuple[str, MediaKind], ...] = (
    ("photo", "photo"),
    ("video", "video"),
    ("video_note", "video"),
    ("animation", "video"),
    ("voice", "voice"),
    ("audio", "voice"),
    ("document", "document"),
    ("sticker", "sticker"),
)
MAX_NAME = 200  # characters kept of a file's or person's name
_PHONE_DIGITS = range(8, 16)  # of a number with its country code; E.164 has at most 15


def media_in(message: Mapping[str, Any]) -> Media | None:
    for name, kind in _FILES:
        if name in message:
            file = _largest(message[name])
            return Media(
                kind,
                seconds=integer(file.get("duration"), 0),
                ref=text(file.get("file_id")),
                mime=text(file.get("mime_type")),
                name=text(file.get("file_name"))[:MAX_NAME],
                size=integer(file.get("file_size"), 0),
                album=text(message.get("media_group_id")),
            )
    return None


def _largest(file: Any) -> Mapping[str, Any]:
    """A photo comes in several sizes, the largest last."""
    if isinstance(file, list):
        file = file[-1] if file else {}
    return record(file)


def card_in(message: Mapping[str, Any], sender: int | None) -> Card | None:
    """`own` only where Telegram says that the card is of the account that sent it: a forwarded one names another, or nobody."""
    card = message.get("contact")
    if not isinstance(card, dict):
        return None
    digits = "".join(filter(str.isdecimal, text(card.get("phone_number"))))
    is_number = digits.isascii() and len(digits) in _PHONE_DIGITS
    name = " ".join(filter(None, (text(card.get("first_name")), text(card.get("last_name")))))
    own = is_number and sender is not None and card.get("user_id") == sender and "forward_origin" not in message
    return Card(f"+{digits}" if is_number else "", name[:MAX_NAME], own=own)


def place_in(message: Mapping[str, Any]) -> Place | None:
    location, venue = message.get("location"), message.get("venue")
    if not isinstance(location, dict):
        return None
    latitude, longitude = _degrees(location.get("latitude"), 90), _degrees(location.get("longitude"), 180)
    if latitude is None or longitude is None:
        return None
    named = (venue.get("title"), venue.get("address")) if isinstance(venue, dict) else ()
    return Place(latitude, longitude, ", ".join(filter(None, map(text, named)))[:MAX_NAME])


def _degrees(value: Any, most: int) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and -most <= value <= most else None
