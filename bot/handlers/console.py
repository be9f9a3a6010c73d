"""The terminal as a channel: one line is one message, and a phone's limits hold."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from core.messages import Call, Card, Choice, Inbound, Kind, Limits, Media, Outcome, Outgoing, Part, Place
from core.pacing import Pace

CHANNEL = "console"
NUMBER = "number"  # the kind of id whose value is a telephone number
ACCOUNT = ""  # there is only one terminal
LIMITS = Limits(text=4096, body=1024, buttons=3, button=20, rows=10, title=24, description=72)  # WhatsApp's, the narrowest (UTF-16 units)

ABSENT_SECONDS = 5.0  # between two looks whether somebody has come; each is a small transaction

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


class Console:
    """One person at a terminal, known by `ids`. `show` puts a call before that person's eyes."""

    name = CHANNEL

    def __init__(self, ids: tuple[tuple[str, str], ...], show: Callable[[Call], None]) -> None:
        self.ids, self.address = ids, ids[0][1]
        self._show = show
        self._choices: tuple[Choice, ...] = ()

    def split(self, raw: bytes) -> list[Part]:
        """Never raises. Nothing is waited for: one line is one turn."""
        line = raw.decode("utf-8", "replace")
        body = self._page(line) or read_line(line)
        ids = (*self.ids, (NUMBER, body["phone"])) if body.get("own") else self.ids
        return [Part(CHANNEL, ACCOUNT, uuid4().hex, body, ids, self.address, waits=False)]

    def _page(self, line: str) -> dict[str, Any] | None:
        """The way to another page of options has no number: it is meant when its label is typed."""
        meant = line.strip(" .…").casefold()
        pages = (choice.data for choice in self._choices if ":>" in choice.data and choice.label.strip(" .…").casefold() == meant)
        data = next(pages, None)
        return {"kind": "tap", "text": line, "data": data} if data else None

    def parse(self, part: Part) -> Inbound:
        body = part.body
        if body["kind"] == "tap":
            prompt, _, first = str(body["data"]).removeprefix("p").partition(":>")
            return Inbound(kind="tap", text=body["text"], prompt=int(prompt), first=int(first))
        if body["kind"] == "contact":
            return Inbound(kind="contact", card=Card(body["phone"], body["name"], own=body["own"]))
        if body["kind"] == "location":
            return Inbound(kind="location", place=Place(*HERE, body["place"]))
        media = None if body["kind"] == "text" else Media(body["kind"], body.get("seconds"))
        return Inbound(kind=body["kind"], text=body["text"], media=media)

    def limits(self, address: str) -> Limits:
        return LIMITS

    def paces(self, address: str) -> tuple[Pace, ...]:
        """A terminal takes all at once."""
        return ()

    async def send(self, row: Outgoing) -> Outcome:
        """Shows what is meant for this person. What another one is told waits until that one is here."""
        if row.address != self.address:
            return Outcome("again", after_seconds=ABSENT_SECONDS, reason="somebody else is at the terminal")
        if row.call.kind != "mark":  # a terminal has no signs on what was said
            self.show(row.call)
        return Outcome("sent", str(row.id))

    def show(self, call: Call) -> None:
        """Shows a call, also one that was sent before."""
        self._choices = call.choices or self._choices
        self._show(call)
