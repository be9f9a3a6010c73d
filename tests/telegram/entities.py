"""Text as Telegram counts and marks it: UTF-16 units, entities that a bot gives, and those that Telegram finds itself."""

import re
from typing import Any

from tests.telegram.calls import JSON, Call

TEXT_UNITS = 4096  # of a message, in UTF-16 units (Bot API, sendMessage)
CAPTION_UNITS = 1024  # Bot API, sendPhoto
ENTITIES = 100  # of one message; Telegram leaves out the others (Bot API, "Formatting options")

GIVEN = frozenset(
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote "
    "expandable_blockquote code pre text_link text_mention custom_emoji".split()
)
FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(\.[\w-]+)+)"
    r"|(?P<url>https?://\S+|(?<!\w)www\.\S+)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(@\w+)?)"
    r"|(?P<mention>(?<!\w)@\w{4,32})"
    r"|(?P<hashtag>(?<!\w)#\w+)"
    r"|(?P<phone_number>(?<![\w.])\+\d[\d ()-]{8,17}\d)"
)


def units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def found(text: str) -> list[JSON]:
    """What Telegram marks by itself in what somebody wrote."""
    return [
        {"offset": units(text[: each.start()]), "length": units(each.group()), "type": each.lastgroup}
        for each in FOUND.finditer(text)
        if each.lastgroup
    ]


def part(text: str, entity: JSON) -> str:
    """The words that an entity marks."""
    raw = text.encode("utf-16-le")
    return raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


def check_entities(call: Call, text: str, entities: Any) -> list[JSON]:
    """The entities of a call, each of a known kind and on whole characters within the text."""
    if entities is None:
        return []
    if not isinstance(entities, list):
        raise call.refusal("can't parse entities: expected an Array of MessageEntity")
    if len(entities) > ENTITIES:
        call.complain(f"{len(entities)} entities in one message")
    raw = text.encode("utf-16-le", "surrogatepass")
    for entity in entities:
        _check_entity(call, raw, entity)
    return entities


def _check_entity(call: Call, raw: bytes, entity: Any) -> None:
    if not isinstance(entity, dict) or entity.get("type") not in GIVEN:
        raise call.refusal("can't parse MessageEntity: Unsupported type specified")
    start, length = entity.get("offset"), entity.get("length")
    if not isinstance(start, int) or not isinstance(length, int) or start < 0 or length <= 0:
        raise call.refusal('can\'t parse MessageEntity: Field "offset" and "length" must be of type Number')
    end = start + length
    if 2 * end > len(raw):
        raise call.refusal(f"entity beginning at UTF-16 offset {start} ends after the end of the text at UTF-16 offset {end}")
    if _splits(raw, start) or _splits(raw, end):
        raise call.refusal(f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol at byte offset {2 * end}")


def _splits(raw: bytes, unit: int) -> bool:
    """Whether a pair of surrogates would be cut before this unit."""
    return 2 * unit < len(raw) and 0xDC <= raw[2 * unit + 1] <= 0xDF
