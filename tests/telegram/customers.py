"""People who write to the bot, each with a phone: what they do becomes updates, shaped as Telegram shapes them."""

import asyncio
import copy
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from tests.platforms.changes import PATIENCE_SECONDS
from tests.telegram import media
from tests.telegram.calls import JSON
from tests.telegram.chats import Chat
from tests.telegram.entities import found
from tests.telegram.files import Files
from tests.telegram.platform import Telegram
from tests.telegram.shown import Shown, keys

# To a webhook these are delivered beside messages, not after them (tdlib/telegram-bot-api, Client.cpp).
TAP_LANE, MEMBERSHIP_LANE, REACTION_LANE = 3 << 33, 5 << 33, 8 << 33
PAYLOAD = 64  # characters after /start in a link (Bot API, "Deep linking")

ALBUM: dict[str, Callable[[Files, bytes], JSON]] = {
    "photo": media.photo_shape,
    "video": media.video_shape,
    "document": media.document_shape,
}
_albums = itertools.count(13_700_000_000_000_001)


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    phone: str = ""  # digits, as on the own contact card

    @property
    def named(self) -> JSON:
        shape: JSON = {"first_name": self.first_name}
        return shape | ({"last_name": self.last_name} if self.last_name else {}) | ({"username": self.username} if self.username else {})

    @property
    def user(self) -> JSON:
        return {"id": self.id, "is_bot": False, **self.named, "language_code": "pt-br"}


class Customer:
    """Somebody in a chat with the bot: the private one, or with `within` a group."""

    def __init__(self, telegram: Telegram, person: Person) -> None:
        self.telegram, self.person = telegram, person
        if person.id not in telegram.chats:
            telegram.chats[person.id] = Chat({"id": person.id, **person.named, "type": "private"})
        self.chat = telegram.chats[person.id]
        self._read = 0

    def within(self, group: Chat) -> Self:
        """The same person in a group."""
        there = copy.copy(self)
        there.chat, there._read = group, len(group.sent)
        group.members.setdefault(self.person.id, {"user": self.person.user, "status": "member"})
        return there

    # what they write

    def write(self, content: JSON) -> JSON:
        """A message of any kind, those too that have no method here."""
        self.chat.started = True
        message = {
            "message_id": self.chat.number(),
            "from": self.person.user,
            "chat": self.chat.shape,
            "date": self.telegram.now(),
            **content,
        }
        self.chat.messages[message["message_id"]] = message
        self.telegram.updates.put("message", message, self.chat.id)
        return message

    def say(self, text: str, answers: JSON | None = None) -> JSON:
        entities = found(text)
        return self.write({"text": text} | ({"entities": entities} if entities else {}) | _answers(answers))

    def forward(self, text: str, author: Person) -> JSON:
        """What somebody else wrote elsewhere."""
        date = self.telegram.now()
        origin = {"type": "user", "sender_user": author.user, "date": date}
        return self.write({"forward_origin": origin, "forward_from": author.user, "forward_date": date, "text": text})

    def start(self, payload: str = "") -> JSON:
        """Opens the bot by a link. Who had blocked it and starts again has unblocked it by that."""
        if self.chat.closed:
            self.unblock()
        return self.say(f"/start {payload[:PAYLOAD]}".rstrip())

    def edit(self, message: JSON, text: str) -> JSON:
        """Changes an earlier message; with a caption, the caption."""
        key, marks = ("caption", "caption_entities") if "caption" in message else ("text", "entities")
        edited = {name: value for name, value in message.items() if name != marks}
        edited |= {"edit_date": self.telegram.now(), key: text} | ({marks: found(text)} if found(text) else {})
        self.chat.messages[message["message_id"]] = edited
        self.telegram.updates.put("edited_message", edited, self.chat.id)
        return edited

    def photo(self, data: bytes | None = None, caption: str = "", **more: Any) -> JSON:
        return self.write(media.photo_shape(self.telegram.files, data or media.content("photo"), **more) | _caption(caption))

    def album(self, *kinds: str, caption: str = "", answers: JSON | None = None) -> list[JSON]:
        """Files sent together, three photos unless said otherwise: one message each, the caption on the first, as is what they answer."""
        group = {"media_group_id": str(next(_albums))}
        files = [ALBUM[kind](self.telegram.files, media.content(kind)) for kind in kinds or ("photo",) * 3]
        return [
            self.write(group | file | _caption("" if nth else caption) | _answers(None if nth else answers))
            for nth, file in enumerate(files)
        ]

    def video(self, data: bytes | None = None, seconds: int = 12, caption: str = "", **more: Any) -> JSON:
        return self.write(media.video_shape(self.telegram.files, data or media.content("video"), seconds, **more) | _caption(caption))

    def video_note(self, seconds: int = 8) -> JSON:
        return self.write(media.video_note_shape(self.telegram.files, media.content("video"), seconds))

    def document(self, data: bytes | None = None, caption: str = "", **more: Any) -> JSON:
        return self.write(media.document_shape(self.telegram.files, data or media.content("document"), **more) | _caption(caption))

    def voice(self, data: bytes | None = None, seconds: int = 43, **more: Any) -> JSON:
        return self.write(media.voice_shape(self.telegram.files, data or media.content("voice"), seconds, **more))

    def audio(self, data: bytes | None = None, seconds: int = 61) -> JSON:
        return self.write(media.audio_shape(self.telegram.files, data or media.content("audio"), seconds))

    def sticker(self, emoji: str = "👍") -> JSON:
        return self.write(media.sticker_shape(self.telegram.files, media.content("sticker"), emoji))

    def share_contact(self) -> JSON:
        """The own card. Phones answer the message with the button by it."""
        card: JSON = {"phone_number": self.person.phone, "first_name": self.person.first_name, "user_id": self.person.id}
        asked = self.chat.messages.get(max(self.chat.keyboards, default=0))
        return self.write({"contact": card | self._last_name()} | _answers(asked))

    def forward_contact(self, phone: str, first_name: str, user_id: int | None = None) -> JSON:
        """Somebody else's card, out of the address book."""
        card: JSON = {"phone_number": phone, "first_name": first_name, "vcard": f"BEGIN:VCARD\nFN:{first_name}\nTEL:{phone}\nEND:VCARD"}
        return self.write({"contact": card | ({} if user_id is None else {"user_id": user_id})})

    def location(self, latitude: float, longitude: float, **more: Any) -> JSON:
        return self.write({"location": {"latitude": latitude, "longitude": longitude, **more}})

    def venue(self, latitude: float, longitude: float, title: str, address: str) -> JSON:
        place = {"latitude": latitude, "longitude": longitude}
        return self.write({"venue": {"location": place, "title": title, "address": address}, "location": place})

    # what they touch

    def tap(self, label: str, on: Shown | None = None) -> JSON:
        """A button: of the message `on` as it was then, else of the newest message that has it, else of the keyboard."""
        for shown in [on] if on else reversed(self.heard()):
            if button := next((each for each in shown.inline if each["text"] == label), None):
                return self.touch(str(button["callback_data"]), shown.id)
        if on is None and (key := next((each for each in keys(self.chat.keyboard) if each["text"] == label), None)):
            return self._press(key)
        labels = [each for shown in self.heard() for each in shown.buttons] + [each["text"] for each in keys(self.chat.keyboard)]
        raise LookupError(f"{label!r} is on no button: {labels}")

    def touch(self, data: str, message_id: int) -> JSON:
        """A tap with any data, as an old or a dishonest client sends it. Of a message that Telegram has no more, little is told."""
        query = {
            "id": self.telegram.query(),
            "from": self.person.user,
            "message": self.chat.messages.get(message_id) or {"message_id": message_id, "chat": self.chat.shape, "date": 0},
            "chat_instance": str(-7_000_000_000_000_000_000 - self.chat.id),
            "data": data,
        }
        self.telegram.updates.put("callback_query", query, TAP_LANE + self.person.id)
        return query

    def react(self, emoji: str, message_id: int, before: str = "") -> None:
        """An empty emoji takes the reaction back."""
        old, new = ([{"type": "emoji", "emoji": each}] if each else [] for each in (before, emoji))
        what = {"chat": self.chat.shape, "message_id": message_id, "user": self.person.user, "date": self.telegram.now()}
        self.telegram.updates.put("message_reaction", what | {"old_reaction": old, "new_reaction": new}, self.chat.id + REACTION_LANE)

    def block(self) -> None:
        self.chat.closed = "bot was blocked by the user"
        self._membership("member", "kicked")

    def unblock(self) -> None:
        self.chat.closed = ""
        self._membership("kicked", "member")

    def deactivate(self) -> None:
        """Deletes the account; nobody is told."""
        self.chat.closed = "user is deactivated"

    # what they see

    def heard(self) -> list[Shown]:
        """All that the bot sent to the chat, as it stands now."""
        return [self._shown(self.chat.messages[each["message_id"]]) for each in self.chat.sent]

    async def next_message(self, seconds: float | None = PATIENCE_SECONDS) -> Shown:
        """The first message that was not read yet, as it was when it came."""
        try:
            async with asyncio.timeout(seconds):
                await self.chat.changes.until(lambda: self._read < len(self.chat.sent))
        except TimeoutError:
            last = self.heard()[-1].text if self.chat.sent else None
            raise TimeoutError(f"{self.person.first_name} heard nothing new; the last was {last!r}") from None
        self._read += 1
        return self._shown(self.chat.sent[self._read - 1])

    def _shown(self, message: JSON) -> Shown:
        return Shown(message, self.chat.keyboards.get(message["message_id"]))

    # how it becomes updates

    def _press(self, key: JSON) -> JSON:
        said = self.share_contact() if key.get("request_contact") else self.say(key["text"])
        if self.chat.keyboard and self.chat.keyboard.get("one_time_keyboard"):
            self.chat.keyboard = None
        return said

    def _membership(self, old: str, new: str) -> None:
        statuses = [{"user": self.telegram.bot, "status": each} | ({"until_date": 0} if each == "kicked" else {}) for each in (old, new)]
        what = {"chat": self.chat.shape, "from": self.person.user, "date": self.telegram.now()}
        self.telegram.updates.put(
            "my_chat_member", what | dict(zip(("old_chat_member", "new_chat_member"), statuses, strict=True)), self.chat.id
        )

    def _last_name(self) -> JSON:
        return {"last_name": self.person.last_name} if self.person.last_name else {}


def _caption(text: str) -> JSON:
    return {"caption": text} if text else {}


def _answers(message: JSON | None) -> JSON:
    return {"reply_to_message": message} if message else {}
