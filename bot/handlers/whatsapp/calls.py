"""What is sent: a neutral call becomes the body of one message of the Cloud API. Pure.

https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/message-api.
Our `*bold*` is WhatsApp's own. What was sent can not be changed, so an edition is a message of its own.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from core.messages import Call, Choice, Outgoing, Template
from core.utf16 import head_of

Body = dict[str, Any]

SENT = "👍"
PARAMETER = 1_024  # UTF-16 units of a template's whole text, and so of what takes a place in it
_NOTHING = "…"
_EDGES = r"(?<!\w)([_~`])(?=\S)([^\n]*?\S)\1(?!\w)"
_MARKED = re.compile(rf"\S+://\S+|{_EDGES}")  # an address stays as it is: whoever taps it wants to arrive
ALIKE = {"_": "＿", "~": "∼", "`": "‵"}


def wire(row: Outgoing) -> Body | None:
    """None: there is nothing to do, for buttons stay under what was sent."""
    if row.call.kind == "clear":
        return None
    return message(row, content(row.call))


def message(row: Outgoing, what: Mapping[str, Any]) -> Body:
    """`what`: its type, and what that type says. The tracker comes back in what is reported of the message."""
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        _kind_of(row.address): row.address,
        "biz_opaque_callback_data": f"z:{row.id}:{row.attempt}",
        **what,
    }


def _kind_of(address: str) -> str:
    """A number, as WhatsApp gave it; else the id by which it knows the person here ("BR.1502…")."""
    return "to" if address.removeprefix("+").isdecimal() else "recipient"


def content(call: Call) -> Mapping[str, Any]:
    """Of all that brings no file."""
    match call.kind:
        case "buttons":
            return _interactive("button", call, {"buttons": [_button(each) for each in call.choices]})
        case "list":
            return _interactive("list", call, {"button": call.opens, "sections": [{"rows": _rows(call.choices)}]})
        case "mark":
            return {"type": "reaction", "reaction": {"message_id": call.edits, "emoji": SENT}}
        case "template" if call.template is not None:
            return {"type": "template", "template": _template(call.template)}
    return {"type": "text", "text": {"body": plain(call.text) or _NOTHING, "preview_url": False}}


def _interactive(kind: str, call: Call, action: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": plain(call.text)}, "action": action}}


def _button(choice: Choice) -> Mapping[str, Any]:
    return {"type": "reply", "reply": {"id": choice.data, "title": choice.label}}


def _rows(choices: Sequence[Choice]) -> Sequence[Mapping[str, str]]:
    """An empty description is refused."""
    return [{"id": each.data, "title": each.label} | ({"description": each.hint} if each.hint else {}) for each in choices]


def _template(it: Template) -> Mapping[str, Any]:
    """A code stands in its words and in its button, which Meta made a link when it approved it.

    https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates/auth-otp-template-messages
    """
    told: Body = {"name": it.name, "language": {"code": it.language}}
    body = [{"type": "body", "parameters": [_parameter(each) for each in it.values]}] if it.values else []
    button = [{"type": "button", "sub_type": "url", "index": "0", "parameters": [_parameter(it.button)]}] if it.button else []
    return told | {"components": body + button} if body or button else told


def _parameter(value: str) -> Mapping[str, str]:
    """On one line, without gaps (error 132018)."""
    return {"type": "text", "text": head_of(plain(" ".join(value.split())), PARAMETER).rstrip() or _NOTHING}


def plain(text: str) -> str:
    """Of WhatsApp's marks only `*` is ours: others, which somebody has typed, get look-alikes where they would slant, strike or space."""
    if "_" in text or "~" in text or "`" in text:
        for _ in ALIKE:  # one may stand within another
            text = _MARKED.sub(_without_marks, text)
    return text


def _without_marks(found: re.Match[str]) -> str:
    mark = found[1]
    return f"{ALIKE[mark]}{found[2]}{ALIKE[mark]}" if mark else found[0]
