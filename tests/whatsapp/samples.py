"""What Meta brings, as its published examples show it, with invented people: bodies of webhooks, and what they are made of."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

PHONE, OTHER_PHONE, FOREIGN = "106540352242922", "106540352242923", "999999999999999"  # phone number ids
ACCOUNTS = frozenset({PHONE, OTHER_PHONE})
ANA, ANA_ID = "5511987654477", "BR.1502576394655843"  # a number as Meta writes it, and a user id
BIA, BIA_ID = "5511987651111", "BR.1399031442086620"
ANA_ANEW, ANA_ID_ANEW = "5521987650099", "BR.1760240418301177"  # after a change of the number
TIME = "1767614400"
Message = dict[str, Any]


def wamid(number: int | str) -> str:
    return f"wamid.HBgNNTUxMTk4NzY1NDQ3NxUCABIYFDNB{number}"


def body(*changes: Mapping[str, Any], entries: int = 1) -> bytes:
    entry = {"id": "102290129340398", "changes": list(changes)}
    return msgspec.json.encode({"object": "whatsapp_business_account", "entry": [entry] * entries})


def change(field: str = "messages", phone: str = PHONE, **value: Any) -> Mapping[str, Any]:
    metadata = {"display_phone_number": "551130000000", "phone_number_id": phone}
    return {"field": field, "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}


def contact(number: str | None = ANA, user: str | None = ANA_ID, name: str = "Ana Prado") -> Mapping[str, Any]:
    given = {"wa_id": number, "user_id": user}
    return {"profile": {"name": name}, **{key: value for key, value in given.items() if value}}


def message(kind: str, content: Any = None, number: int | str = 1, **more: Any) -> Message:
    """Of Ana, unless `more` says otherwise; None there takes a field away."""
    whole = {"from": ANA, "from_user_id": ANA_ID, "id": wamid(number), "timestamp": TIME, "type": kind, kind: content, **more}
    return {key: value for key, value in whole.items() if value is not None}


def said(*messages: Message, contacts: Sequence[Mapping[str, Any]] | None = None, phone: str = PHONE) -> bytes:
    return body(change(phone=phone, contacts=[contact()] if contacts is None else contacts, messages=list(messages)))


def text(words: str = "a pia vaza", number: int | str = 1, **more: Any) -> Message:
    return message("text", {"body": words}, number, **more)


def file(kind: str, mime: str, **more: Any) -> Message:
    content = {"mime_type": mime, "sha256": "bTr8Zs1pAn6mBjPBRBXsKe9ZRTDqRUMkj0HHJXDoXwQ=", "id": "1003383421387256", **more}
    return message(kind, content, kind)


def tap(data: str, title: str = "Sim", kind: str = "button_reply") -> Message:
    return message("interactive", {"type": kind, kind: {"id": data, "title": title}}, context={"from": "551130000000", "id": wamid(90)})


def system(kind: str = "user_changed_number", words: str = "", number: int | str = 7, **more: Any) -> Message:
    content = {"body": words or "User Ana Prado changed something", "type": kind, **more}
    return message("system", {key: value for key, value in content.items() if value is not None}, number)


def status(state: str = "delivered", of: int | str = 1, tracker: str | None = "z:1:1", **more: Any) -> Mapping[str, Any]:
    whole = {"id": wamid(of), "status": state, "timestamp": TIME, "recipient_id": ANA, "recipient_user_id": ANA_ID}
    return whole | ({"biz_opaque_callback_data": tracker} if tracker else {}) | more


def error(code: int, title: str) -> Mapping[str, Any]:
    return {"code": code, "title": title, "message": title, "error_data": {"details": "as it is told"}}


CARD = {
    "name": {"formatted_name": "Ana Prado", "first_name": "Ana"},
    "phones": [{"phone": "+55 11 98765-4477", "wa_id": ANA, "type": "CELL"}],
}
CARD_OF_BIA = {"name": {"formatted_name": "Bia Reis"}, "phones": [{"phone": "+55 11 98765-1111", "type": "HOME"}]}
ADVERT = {
    "source_url": "https://fb.me/x",
    "source_id": "120210000000000000",
    "source_type": "ad",
    "headline": "Conserto",
    "ctwa_clid": "Aff-x",
}
EDITED = {"original_message_id": wamid(1), "message": {"type": "text", "text": {"body": "a torneira vaza"}}}
EDITED_CAPTION = {"original_message_id": wamid(1), "message": {"type": "image", "image": {"caption": "a torneira", "id": "1"}}}
PLACE = {"latitude": -23.55052, "longitude": -46.633308, "name": "Padaria Lua", "address": "Rua das Flores, 88"}
ORDER = {
    "catalog_id": "1",
    "text": "dois, por favor",
    "product_items": [{"product_retailer_id": "p", "quantity": 2, "item_price": 1, "currency": "BRL"}],
}

# One of each kind, and the kind of the message that it is read as.
KINDS: Mapping[str, tuple[Message, str]] = {
    "text": (text(), "text"),
    "text of an advert": (text(referral=ADVERT), "text"),
    "reply to a message": (text(context={"from": "551130000000", "id": wamid(90)}), "text"),
    "button": (tap("p3:1"), "tap"),
    "row of a list": (tap("p3:1", kind="list_reply"), "tap"),
    "another page": (tap("p3:>8", kind="list_reply"), "tap"),
    "button that is not ours": (tap("cancel-button", "Cancelar"), "text"),
    "form": (
        message("interactive", {"type": "nfm_reply", "nfm_reply": {"response_json": "{}", "body": "Sent", "name": "flow"}}),
        "unknown",
    ),
    "button of a template": (message("button", {"payload": "Continuar", "text": "Continuar"}), "text"),
    "button of a card": (message("button", {"payload": "c12:claim", "text": "Assumir"}), "button"),
    "image": (file("image", "image/jpeg", caption="a pia"), "photo"),
    "video": (file("video", "video/mp4"), "video"),
    "audio": (file("audio", "audio/mpeg", voice=False), "voice"),
    "voice": (file("audio", "audio/ogg; codecs=opus", voice=True), "voice"),
    "voice, as a type": (file("voice", "audio/ogg"), "voice"),
    "document": (file("document", "application/pdf", filename="laudo.pdf", caption="o laudo"), "document"),
    "sticker": (file("sticker", "image/webp", animated=False), "sticker"),
    "location": (message("location", PLACE), "location"),
    "own card": (message("contacts", [CARD]), "contact"),
    "card of another": (message("contacts", [CARD_OF_BIA]), "contact"),
    "reaction": (message("reaction", {"message_id": wamid(90), "emoji": "👍"}), "reaction"),
    "reaction taken back": (message("reaction", {"message_id": wamid(90), "emoji": ""}), "reaction"),
    "order": (message("order", ORDER), "unknown"),
    "edit": (message("edit", EDITED, 2), "edited"),
    "edit of a caption": (message("edit", EDITED_CAPTION, 2), "edited"),
    "revoke": (message("revoke", {"original_message_id": wamid(1)}, 2), "deleted"),
    "number changed": (system(wa_id=ANA_ANEW, user_id=ANA_ID_ANEW), "moved"),
    "user id changed": (system("user_changed_user_id", user_id=ANA_ID_ANEW, previous_user_id=ANA_ID), "moved"),
    "unsupported": (message("unsupported", {"type": "poll_creation"}, errors=[error(131051, "Message type unknown")]), "unknown"),
    "errors, and nothing else": (message("unknown", errors=[error(131060, "This message is currently unavailable")]), "unknown"),
    "of a kind that comes one day": (message("hologram", {"id": "1"}), "unknown"),
}
