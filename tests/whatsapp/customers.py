"""People who write to the business, each with a phone: what they do becomes webhooks, shaped as the Cloud API shapes them."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from tests.platforms.calls import JSON
from tests.platforms.changes import PATIENCE_SECONDS
from tests.platforms.contents import content
from tests.whatsapp.errors import reported
from tests.whatsapp.files import File
from tests.whatsapp.phones import Person, user_id_of
from tests.whatsapp.platform import NUMBER, WhatsApp
from tests.whatsapp.shown import Shown

MIMES = {
    "photo": "image/jpeg",
    "video": "video/mp4",
    "voice": "audio/ogg; codecs=opus",
    "audio": "audio/mpeg",
    "document": "application/pdf",
    "sticker": "image/webp",
}


class Customer:
    """Somebody in the chat with one number of the business."""

    def __init__(self, whatsapp: WhatsApp, person: Person, account: str = NUMBER) -> None:
        self.whatsapp, self.person = whatsapp, person
        self.phone = whatsapp.phone(person)
        self.number = whatsapp.numbers[account]
        self.chat = self.phone.chat(account)
        self._read = 0

    # what they write

    def write(self, kind: str, content: JSON, *, parallel: bool = False, **more: Any) -> JSON:
        """A message of any kind, those too that have no method here. `parallel`: it may overtake others on its way."""
        message: JSON = {**self._from, "id": self.whatsapp.message_id(), "timestamp": str(int(self.whatsapp.now())), "type": kind, **more}
        message |= {kind: content} if kind not in {"unsupported", "errors"} else {}
        self.chat.messages[message["id"]] = message
        if kind != "system":
            self.chat.heard_at = self.whatsapp.now()
        self._put({"contacts": [self.phone.contact], "messages": [message]}, parallel=parallel)
        return message

    def say(self, text: str, answers: str = "", **more: Any) -> JSON:
        """`answers`: the id of a message."""
        return self.write("text", {"body": text}, **_context(self.number.display, answers), **more)

    def from_ad(self, text: str) -> JSON:
        """The first message of whoever tapped an ad."""
        referral = {
            "source_url": "https://fb.me/3cr4Wqqkv",
            "source_id": "120226305854810726",
            "source_type": "ad",
            "headline": "Alugue sem fiador",
            "body": "Fale com a gente",
            "ctwa_clid": "Aff-n8ZTODiE79d22KtAwQKj9e_mIEOOj27vDVwFjN80dp4",
        }
        return self.say(text, referral=referral)

    def edit(self, message: JSON, text: str) -> JSON:
        """Changes an earlier message; of a file, the caption."""
        kind = message["type"]
        changed = message[kind] | ({"body": text} if kind == "text" else {"caption": text})
        return self.write("edit", {"original_message_id": message["id"], "message": {"type": kind, kind: changed}})

    def revoke(self, message: JSON) -> JSON:
        return self.write("revoke", {"original_message_id": message["id"]})

    def photo(self, data: bytes | None = None, caption: str = "", **more: Any) -> JSON:
        return self.write("image", self.file("photo", data).shape | _caption(caption), **more)

    def album(self, count: int = 5, caption: str = "") -> list[JSON]:
        """Photos sent together: webhooks in parallel, without a word that they belong together."""
        return [self.photo(caption="" if nth else caption, parallel=True) for nth in range(count)]

    def video(self, data: bytes | None = None, caption: str = "") -> JSON:
        return self.write("video", self.file("video", data).shape | _caption(caption))

    def document(self, data: bytes | None = None, caption: str = "", name: str = "laudo.pdf") -> JSON:
        return self.write("document", self.file("document", data).shape | {"filename": name} | _caption(caption))

    def voice(self, data: bytes | None = None) -> JSON:
        return self.write("audio", self.file("voice", data).shape | {"voice": True})

    def audio(self, data: bytes | None = None) -> JSON:
        return self.write("audio", self.file("audio", data).shape | {"voice": False})

    def sticker(self) -> JSON:
        return self.write("sticker", self.file("sticker").shape | {"animated": False})

    def location(self, latitude: float, longitude: float, **more: str) -> JSON:
        return self.write("location", {"latitude": latitude, "longitude": longitude, **more})

    def forward_contact(self, wa_id: str, name: str) -> JSON:
        card = {"name": {"formatted_name": name, "first_name": name}, "phones": [{"phone": f"+{wa_id}", "wa_id": wa_id, "type": "CELL"}]}
        return self.write("contacts", [card])  # type: ignore[arg-type]

    def react(self, emoji: str, message: str) -> JSON:
        """An empty emoji takes the reaction back."""
        return self.write("reaction", {"message_id": message} | ({"emoji": emoji} if emoji else {}))

    def order(self) -> JSON:
        items = [{"product_retailer_id": "di9ozbzfi4", "quantity": 2, "item_price": 30, "currency": "BRL"}]
        return self.write("order", {"catalog_id": "194836987003835", "text": "Quero esses", "product_items": items})

    def unsupported(self) -> JSON:
        """What the Cloud API does not carry, a poll for instance."""
        return self.write("unsupported", {}, errors=[reported(131051, "Message type is currently not supported.")])

    def in_group(self, text: str) -> JSON:
        """In a group that the business was taken into."""
        return self.say(text, group_id="Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD")

    def file(self, kind: str, data: bytes | None = None) -> File:
        return self.whatsapp.files.received(MIMES[kind], data or content(kind))

    # what they touch

    def tap(self, label: str, on: Shown | None = None) -> JSON:
        """A button or a row: of the message `on`, else of the newest message that has it."""
        for shown in [on] if on else reversed(self.heard()):
            if choice := next((each for each in shown.choices if label in (each["title"], each.get("description"))), None):
                return self.touch(choice, shown)
        labels = [each for shown in self.heard() for each in shown.labels]
        raise LookupError(f"{label!r} is on no button: {labels}")

    def touch(self, choice: JSON, shown: Shown) -> JSON:
        kind = "list_reply" if shown.opens else "button_reply"
        reply = {name: value for name, value in choice.items() if name in {"id", "title", "description"}}
        return self.write("interactive", {"type": kind, kind: reply}, **_context(self.number.display, shown.id))

    def tap_template(self, payload: str, text: str, on: Shown) -> JSON:
        return self.write("button", {"payload": payload, "text": text}, **_context(self.number.display, on.id))

    def change_number(self, wa_id: str, *, told: Sequence[str] = ("user_changed_number", "user_changed_user_id")) -> None:
        """Keeps the chat, under a new number and a new user id; the platform says so in these messages."""
        before, self.phone.wa_id = self.phone.wa_id, wa_id
        former, self.phone.user_id = self.phone.user_id, user_id_of(wa_id)
        words = f"User {self.person.name} changed from {before} to {wa_id}"
        if "user_changed_number" in told:
            system: JSON = {"body": words, "wa_id": wa_id, "type": "user_changed_number"}
            self._system(system | ({} if self.phone.shows == "number" else {"user_id": self.phone.user_id}), {"from": before})
        if "user_changed_user_id" in told and self.phone.shows != "number":
            of_id = {
                "body": f"User changed from {former} to {self.phone.user_id}",
                "previous_user_id": former,
                "user_id": self.phone.user_id,
            }
            self._system(of_id | {"type": "user_changed_user_id"}, {})

    def block(self) -> None:
        """Nobody is told."""
        self.chat.blocked = True

    def unblock(self) -> None:
        self.chat.blocked = False

    def turn_off(self) -> None:
        self.phone.is_on = False

    def turn_on(self) -> None:
        """What was waiting arrives, in this chat."""
        self.phone.is_on = True
        waiting, self.chat.waiting[:] = self.chat.waiting[:], []
        for each in waiting:
            self.chat.show(*each)
            self.whatsapp.sent[each[0]].report("delivered")

    # what they see

    def heard(self) -> list[Shown]:
        """All that the business sent to the chat."""
        return self.chat.sent

    def read(self) -> None:
        """Opens the chat: the business learns that all is read."""
        unread, self.chat.unread[:] = self.chat.unread[:], []
        for each in unread:
            self.whatsapp.sent[each].report("read")

    async def next_message(self, seconds: float | None = PATIENCE_SECONDS) -> Shown:
        """The first message that was not looked at yet."""
        try:
            async with asyncio.timeout(seconds):
                await self.chat.changes.until(lambda: self._read < len(self.chat.sent))
        except TimeoutError:
            last = self.heard()[-1].text if self.chat.sent else None
            raise TimeoutError(f"{self.person.name} heard nothing new; the last was {last!r}") from None
        self._read += 1
        return self.chat.sent[self._read - 1]

    # how it becomes webhooks

    @property
    def _from(self) -> JSON:
        return self.phone.named("from", "from_user_id")

    def _system(self, system: JSON, named: JSON) -> None:
        """Without `contacts`."""
        message = {
            **named,
            "id": self.whatsapp.message_id(),
            "timestamp": str(int(self.whatsapp.now())),
            "type": "system",
            "system": system,
        }
        self._put({"messages": [message]})

    def _put(self, value: JSON, *, parallel: bool = False, field: str = "messages") -> None:
        lane = None if parallel else f"{self.number.id} {self.person.wa_id or self.person.user_id}"
        self.whatsapp.webhook.put({"messaging_product": "whatsapp", "metadata": self.number.metadata, **value}, field, lane)


def echo(customer: Customer, text: str) -> JSON:
    """What somebody of the business writes on its own phone, in this chat (coexistence)."""
    number, phone = customer.number, customer.phone
    message: JSON = {
        "from": number.display,
        **phone.named("to", "to_user_id"),
        "id": customer.whatsapp.message_id(),
        "timestamp": str(int(customer.whatsapp.now())),
        "type": "text",
        "text": {"body": text},
    }
    customer._put({"contacts": [phone.contact], "message_echoes": [message]}, field="smb_message_echoes")
    return message


def _caption(text: str) -> JSON:
    return {"caption": text} if text else {}


def _context(display: str, answers: str) -> JSON:
    return {"context": {"from": display, "id": answers}} if answers else {}


Sends = Callable[[Customer], Any]
