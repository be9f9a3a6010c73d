"""What is sent: a neutral call becomes a method of the Bot API with its parameters. Pure.

https://core.telegram.org/bots/api#sendmessage. Bold goes as an entity, so nothing needs escaping.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from core.messages import Call, Choice, Outgoing
from core.utf16 import units

_BOLD = re.compile(r"\*(?=[^*\n]*[^*\s])([^*\n]+)\*")  # something that can be seen
_NO_PREVIEW = {"is_disabled": True}


class Method(NamedTuple):
    """A call of the Bot API."""

    name: str
    parameters: dict[str, Any]


def wire(row: Outgoing) -> Method:
    chat, call = int(row.address), row.call
    if call.kind == "clear":
        return Method("editMessageReplyMarkup", {"chat_id": chat, "message_id": int(call.edits), "reply_markup": {"inline_keyboard": []}})
    text, entities = bold(call.text)
    parameters: dict[str, Any] = {"chat_id": chat, "text": text, "link_preview_options": _NO_PREVIEW}
    if entities:
        parameters["entities"] = entities
    if call.edits:
        return Method("editMessageText", parameters | {"message_id": int(call.edits)})  # without buttons it loses those that it had
    if (markup := _markup(call, is_private=chat > 0)) is not None:
        parameters["reply_markup"] = markup
    return Method("sendMessage", parameters)


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
