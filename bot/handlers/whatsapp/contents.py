"""What a message of WhatsApp says: one message each. Safe looks: whatever has no known shape is of an unknown kind.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.handlers.whatsapp.people import NUMBER, is_change, number_in
from bot.handlers.whatsapp.values import degrees, listed, number, record, text
from core.messages import Card, Inbound, Media, MediaKind, Place
from core.presses import read_press
from core.records import evolve

MAX_NAME = 200  # characters kept of a file's, person's or place's name
_FILES: Mapping[str, MediaKind] = {
    "image": "photo",
    "video": "video",
    "audio": "voice",
    "voice": "voice",
    "document": "document",
    "sticker": "sticker",
}
_MAX_PROMPT = 10**18  # above any version of a conversation


def read(message: Mapping[str, Any], ids: tuple[tuple[str, str], ...]) -> Inbound:
    """`ids`: of whoever wrote it."""
    kind = text(message, "type")
    replies_to = text(record(message, "context"), "id")
    told = Inbound(message=text(message, "id"), sent_at=_moment(message), payload=_advert(message), replies_to=replies_to)
    if kind in _FILES:
        return _file(told, record(message, kind), _FILES[kind])
    if kind == "contacts":
        return _contacts(told, listed(message, kind), dict(ids).get(NUMBER, ""))
    if kind == "system":
        return evolve(told, kind="moved", text=dict(ids).get(NUMBER, "")) if is_change(message) else evolve(told, kind="unknown")
    reads = _READS.get(kind)
    return evolve(told, kind="unknown") if reads is None else reads(told, record(message, kind))


def _text(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    return evolve(told, text=text(body, "body"))


def _reply(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    """A button or a row of a list. What else can be answered (a form, a permission to call) we never send."""
    kind = text(body, "type")
    return _chosen(told, record(body, kind), "id", "title") if kind in ("button_reply", "list_reply") else evolve(told, kind="unknown")


def _button(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    """Of a template."""
    return _chosen(told, body, "payload", "text")


def _chosen(told: Inbound, body: Mapping[str, Any], data: str, label: str) -> Inbound:
    """`p<prompt>:<index>`, `p<prompt>:><first>` for another page, or the button of a card; what is not ours counts as its words."""
    chosen = text(body, data)
    if (press := read_press(chosen)) is not None:
        return evolve(told, kind="button", press=press, of=told.replies_to, replies_to="")
    before, _, place = chosen.partition(":")
    page = place.startswith(">")
    prompt, meant = _whole(before[1:]), _whole(place.removeprefix(">"))
    if not before.startswith("p") or prompt is None or meant is None:
        return evolve(told, text=text(body, label) or chosen)
    choice = {"first": meant} if page else {"option": meant}
    return evolve(told, kind="tap", prompt=prompt, of=told.replies_to, replies_to="", **choice)


def _whole(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < len(str(_MAX_PROMPT)) else None


def _location(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    latitude, longitude = degrees(body, "latitude", 90), degrees(body, "longitude", 180)
    if latitude is None or longitude is None:
        return evolve(told, kind="unknown")
    name = ", ".join(filter(None, (text(body, "name"), text(body, "address"))))
    return evolve(told, kind="location", place=Place(latitude, longitude, name[:MAX_NAME]))


def _reaction(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    """Without an emoji it was taken back."""
    return evolve(told, kind="reaction", text=text(body, "emoji"), of=text(body, "message_id"), replies_to="")


def _order(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    """Nothing is for sale; what was written with it is kept."""
    return evolve(told, kind="unknown", text=text(body, "text"))


def _edit(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    new = record(body, "message")
    words = text(record(new, "text"), "body") or text(record(new, text(new, "type")), "caption")
    return evolve(told, kind="edited", text=words, of=text(body, "original_message_id"))


def _revoke(told: Inbound, body: Mapping[str, Any]) -> Inbound:
    return evolve(told, kind="deleted", of=text(body, "original_message_id"))


_READS: Mapping[str, Callable[[Inbound, Mapping[str, Any]], Inbound]] = {
    "text": _text,
    "interactive": _reply,
    "button": _button,
    "location": _location,
    "reaction": _reaction,
    "order": _order,
    "edit": _edit,
    "revoke": _revoke,
}


def _file(told: Inbound, body: Mapping[str, Any], kind: MediaKind) -> Inbound:
    mime = text(body, "mime_type").partition(";")[0].strip()
    media = Media(kind, ref=text(body, "id"), mime=mime, name=text(body, "filename")[:MAX_NAME])
    return evolve(told, kind=kind, text=text(body, "caption"), media=media)


def _contacts(told: Inbound, cards: list[Any], sender: str) -> Inbound:
    """Of several the sender's own, else the first: only one whose WhatsApp is the sender's is known to be theirs."""
    found = [_card(each, sender) for each in cards]
    if not found:
        return evolve(told, kind="unknown")
    return evolve(told, kind="contact", card=next((card for card in found if card.own), found[0]))


def _card(body: Any, sender: str) -> Card:
    phones = [(number_in(text(each, "wa_id")), _digits(text(each, "phone"))) for each in listed(body, "phones")]
    name = text(record(body, "name"), "formatted_name")[:MAX_NAME]
    for known, _ in phones:
        if known and f"+{known}" == sender:
            return Card(sender, name, own=True)
    phone = next((known or given for known, given in phones if known or given), "")
    return Card(f"+{phone}" if phone else "", name)


def _digits(phone: str) -> str:
    return number_in("".join(filter(str.isdecimal, phone)))


def _advert(message: Mapping[str, Any]) -> str:
    """What brought the person here, as a link's payload would."""
    referral = record(message, "referral")
    return f"{text(referral, 'source_type') or 'ad'}:{text(referral, 'source_id')}" if referral else ""


def _moment(message: Mapping[str, Any]) -> datetime | None:
    """Whole seconds since 1970."""
    seconds = number(message, "timestamp")
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None and 0 < seconds < 2**32 else None


def waits(message: Mapping[str, Any]) -> bool | None:
    """Each photo of an album is a message of its own, and nothing tells that more will come."""
    kind = text(message, "type")
    if kind in ("image", "video", "document"):
        return True
    return None if kind in ("text", "audio", "voice", "sticker", "location", "edit") else False
