"""What is sent: a neutral call becomes a method of the Bot API with its parameters. Pure.

https://core.telegram.org/bots/api#sendmessage. Bold goes as an entity, so nothing needs escaping.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from core.messages import Call, Choice, Original, Outgoing
from core.utf16 import units

_BOLD = re.compile(r"\*(?=[^*\n]*[^*\s])([^*\n]+)\*")  # something that can be seen
SENT = "👍"  # one of those that every chat takes (https://core.telegram.org/bots/api#reactiontypeemoji)
_NO_PREVIEW = {"is_disabled": True}


class Method(NamedTuple):
    """A call of the Bot API."""

    name: str
    parameters: dict[str, Any]


def wire(row: Outgoing) -> Method:
    chat, call = int(row.address), row.call
    match call.kind:
        case "clear":
            return Method("editMessageReplyMarkup", _message(chat, call) | {"reply_markup": {"inline_keyboard": []}})
        case "mark":
            return Method("setMessageReaction", _message(chat, call) | {"reaction": [{"type": "emoji", "emoji": SENT}]})
        case "copy" if call.original is not None:
            return _copied(chat, call, call.original)
    edits = call.edits or row.edits
    return _edited(chat, call, edits) if edits else _sent(chat, call)


def _message(chat: int, call: Call) -> dict[str, Any]:
    return {"chat_id": chat, "message_id": int(call.edits)}


def _sent(chat: int, call: Call) -> Method:
    parameters: dict[str, Any] = {"chat_id": chat} | _words(call)
    if (markup := _markup(call, is_private=chat > 0)) is not None:
        parameters["reply_markup"] = markup
    if call.silent:
        parameters["disable_notification"] = True
    return Method("sendMessage", parameters)


def _edited(chat: int, call: Call, message: str) -> Method:
    """The newest edition of a message. Only buttons below it can change."""
    buttons = _markup(call, is_private=False) if call.kind == "buttons" else {"inline_keyboard": []}
    return Method("editMessageText", {"chat_id": chat, "message_id": int(message), "reply_markup": buttons} | _words(call))


def _copied(chat: int, call: Call, original: Original) -> Method:
    """https://core.telegram.org/bots/api#copymessage: as it was sent, and by its own kind."""
    parameters: dict[str, Any] = {"chat_id": chat, "from_chat_id": int(original.at.address), "message_id": int(original.message)}
    if call.text:
        caption, entities = bold(call.text)
        parameters |= {"caption": caption} | ({"caption_entities": entities} if entities else {})
    return Method("copyMessage", parameters)


def _words(call: Call) -> dict[str, Any]:
    text, entities = bold(call.text)
    return {"text": text, "link_preview_options": _NO_PREVIEW} | ({"entities": entities} if entities else {})


def bold(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The text less its `*marks*`, and where they stood, in UTF-16 units."""
    if "*" not in text:
        return text, []
    plain, entities, at, offset = [], [], 0, 0
    for found in _BOLD.finditer(text):
        before, marked = text[at : found.start()], found[1]
        offset += units(before)
        entities.append({"type": "bold", "offset": offset, "length": units(marked)})
        offset += units(marked)
        plain += [before, marked]
        at = found.end()
    return "".join((*plain, text[at:])), entities


def _markup(call: Call, *, is_private: bool) -> Mapping[str, Any] | None:
    """Buttons; or, with a text without any, the end of the keyboard that asked for a number."""
    if call.kind == "buttons":
        return {"inline_keyboard": [[{"text": each.label, "callback_data": each.data}] for each in call.choices]}
    if call.kind == "contact":
        return {"keyboard": [[_key(each)] for each in call.choices], "one_time_keyboard": True, "resize_keyboard": True}
    return {"remove_keyboard": True} if is_private else None


def _key(choice: Choice) -> Mapping[str, Any]:
    return {"text": choice.label, "request_contact": True} if choice.asks_contact else {"text": choice.label}
