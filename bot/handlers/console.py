"""The terminal as a channel: one line is one message, and a phone's limits hold."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from core.messages import Call, Card, Choice, Inbound, Kind, Limits, Media, Outcome, Outgoing, Part, Place, Purpose
from core.pacing import Pace
from core.presses import read_press
from core.records import evolve

CHANNEL = "console"
NUMBER = "number"  # the kind of id whose value is a telephone number
ACCOUNT = ""  # there is only one terminal
LIMITS = Limits(text=4096, body=1024, buttons=3, button=20, rows=10, title=24, description=72)  # as narrow as any (UTF-16 units)

LETTERS: frozenset[Purpose] = frozenset({"relay", "alert", "alarm", "card"})  # what an agent is told of a ticket, and may reply to
UNSEEN = frozenset({"clear", "mark"})  # signs on what was said, and buttons that go: a terminal cannot change what it shows
NO_PHONES: Mapping[str, Limits] = {}
START = "/start"  # with the code of an agent's link, as Telegram sends it

KINDS: Mapping[str, Kind] = {
    "foto": "photo",
    "video": "video",
    "documento": "document",
    "audio": "voice",
    "figurinha": "sticker",
    "contato": "contact",
    "local": "location",
}
HERE = (-23.55052, -46.633308)  # the centre of São Paulo, since a terminal does not know where it stands
NATIONAL_DIGITS = 11  # of a mobile with its area code
_UNACCENTED = str.maketrans("áí", "ai")  # /áudio and /vídeo are meant too
_SPECIAL = re.compile(r"/(\w+)(?:\s+(.*))?", re.DOTALL)
_CARD = re.compile(r"(?P<name>[^0-9+(]*)(?P<phone>[0-9\s()+-]+)")
_NAMED = re.compile(r"@(?P<message>\d{1,18})(?:\.(?P<button>\d{1,3})|\s+(?P<rest>.+))", re.DOTALL)
_LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,4})")  # 0:43, or 43 seconds


def read_line(line: str) -> dict[str, Any]:
    """The body of a part: `/foto a pia` is a photo with a caption, `/audio 0:43` a voice note, anything else plain text.

    `/contato 11 91234-5678` is the own card, with a name in front somebody else's; `/local Rua Um, 10` a place on the map.
    """
    line = line.replace("\0", "").encode("utf-8", "ignore").decode()  # half surrogates too
    special = _SPECIAL.fullmatch(line.strip())
    kind = KINDS.get(special[1].lower().translate(_UNACCENTED)) if special else None
    if special is None or kind is None:
        return {"kind": "text", "text": line}
    rest = special[2] or ""
    match kind:
        case "voice":
            return {"kind": "voice", "text": "", "seconds": _seconds(rest)}
        case "contact":
            return {"kind": "contact", "text": "", **_card(rest)}
        case "location":
            return {"kind": "location", "text": "", "place": rest.strip()}
    return {"kind": kind, "text": rest}


def _card(line: str) -> dict[str, Any]:
    """A Brazilian number may be written without its country code."""
    found = _CARD.fullmatch(line.strip())
    digits = re.sub(r"[^0-9]", "", found["phone"]) if found else ""
    name = found["name"].strip() if found else line.strip()
    phone = f"+{digits}" if len(digits) > NATIONAL_DIGITS else f"+55{digits}" if digits else ""
    return {"name": name, "phone": phone, "own": bool(phone) and not name}


def _seconds(length: str) -> int | None:
    found = _LENGTH.fullmatch(length.strip())
    return int(found[1] or 0) * 60 + int(found[2]) if found else None


def phone_of(address: str) -> str:
    """The channel whose telephone is held there, as in `tenant@whatsapp/1`; "": none is named."""
    return address.rpartition("/")[0].partition("@")[2]


class Console:
    """One person at a terminal, known by `ids`. `show` puts a call before that person's eyes.

    `phones`: by channel, what its telephone takes; whoever holds one is shown what it would show, less files, and nothing else (F29).
    """

    name = CHANNEL

    def __init__(self, ids: tuple[tuple[str, str], ...], show: Callable[[Call], None], phones: Mapping[str, Limits] = NO_PHONES) -> None:
        self.ids, self.address = ids, ids[0][1]
        self._show, self._phones = show, {name: evolve(each, caption=0, copies=False) for name, each in phones.items()}
        self._choices: tuple[Choice, ...] = ()

    def split(self, raw: bytes) -> list[Part]:
        """Never raises. Nothing is waited for: one line is one turn."""
        line = raw.decode("utf-8", "replace")
        body = self._page(line) or self._read(line)
        ids = (*self.ids, (NUMBER, body["phone"])) if body.get("own") else self.ids
        return [Part(CHANNEL, ACCOUNT, uuid4().hex, body, ids, self.address, waits=False)]

    def _read(self, line: str) -> dict[str, Any]:
        return read_line(line)

    def _page(self, line: str) -> dict[str, Any] | None:
        """The way to another page of options has no number: it is meant when its label is typed."""
        meant = line.strip(" .…").casefold()
        pages = (choice.data for choice in self._choices if ":>" in choice.data and choice.label.strip(" .…").casefold() == meant)
        data = next(pages, None)
        return {"kind": "tap", "text": line, "data": data} if data else None

    def parse(self, part: Part) -> Inbound:
        body = part.body
        if body["kind"] == "tap":
            if "button" in body:
                press = read_press(str(body["button"]))
                return Inbound(kind="button" if press else "tap", text=body["text"], press=press)
            prompt, _, first = str(body["data"]).removeprefix("p").partition(":>")
            return Inbound(kind="tap", text=body["text"], prompt=int(prompt), first=int(first))
        if body["kind"] == "contact":
            return Inbound(kind="contact", card=Card(body["phone"], body["name"], own=body["own"]))
        if body["kind"] == "location":
            return Inbound(kind="location", place=Place(*HERE, body["place"]))
        media = None if body["kind"] == "text" else Media(body["kind"], body.get("seconds"))
        payload, typed, replies_to = (str(body.get(name, "")) for name in ("payload", "typed", "replies_to"))  # agents alone
        return Inbound(kind=body["kind"], text=body["text"], media=media, payload=payload, typed=typed, replies_to=replies_to)

    def limits(self, address: str) -> Limits:
        return self._phones.get(phone_of(address), LIMITS)

    def paces(self, address: str) -> tuple[Pace, ...]:
        """A terminal takes all at once."""
        return ()

    async def send(self, row: Outgoing) -> Outcome:
        if row.call.kind not in UNSEEN:
            self.show(row.call)
        return Outcome("sent", str(row.id))

    def show(self, call: Call) -> None:
        """Shows a call, also one that was sent before."""
        self._choices = call.choices or self._choices
        self._show(call)


class AgentConsole(Console):
    """An agent at a terminal: `/assumir #1` is heard as an act, `@12 já vamos` replies to message 12, `@12.1` is its first button.

    `show` puts a call that can be replied to before the agent's eyes, with its number; without one where the number is "". `buttons`: by
    message, those that were shown before.
    """

    def __init__(
        self, ids: tuple[tuple[str, str], ...], show: Callable[[Call, str], None], buttons: Mapping[str, tuple[Choice, ...]]
    ) -> None:
        super().__init__(ids, lambda call: show(call, ""))
        self._show_letter, self._buttons = show, dict(buttons)

    def _read(self, line: str) -> dict[str, Any]:
        meant = _NAMED.fullmatch(line.strip())
        if meant is None:
            return _typed(line)
        if meant["button"]:
            return {"kind": "tap", "text": line, "button": self._button(meant["message"], int(meant["button"]))}
        return _typed(meant["rest"]) | {"replies_to": meant["message"]}

    def _button(self, message: str, number: int) -> str:
        """What it brings back; "" where there is none."""
        return next((each.data for each in self._buttons.get(message, ())[number - 1 : number]), "")

    async def send(self, row: Outgoing) -> Outcome:
        if row.call.kind in UNSEEN:
            self._buttons.pop(row.call.edits, None)
            return await super().send(row)
        if row.purpose not in LETTERS and not any(read_press(each.data) for each in row.call.choices):
            return await super().send(row)
        number = row.edits or row.call.edits or str(row.id)  # shown again, a card keeps its number
        self._buttons[number] = row.call.choices
        self._show_letter(row.call, number)
        return Outcome("sent", number)


def _typed(line: str) -> dict[str, Any]:
    """What stands behind a slash, and is no other kind of message, is an act; the code of a link makes whoever sends it an agent."""
    body = read_line(line)
    text = body["text"].strip()
    if body["kind"] != "text" or not text.startswith("/") or text.startswith("//"):
        return body
    verb, _, rest = text.partition(" ")
    return body | ({"text": "", "payload": rest.strip()} if verb.lower() == START else {"text": text, "typed": text})
