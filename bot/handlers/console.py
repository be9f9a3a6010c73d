"""The terminal as a channel: one line is one message, and a phone's limits hold."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
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
EDIT, DELETE = "editar", "apagar"
_CHANGE = re.compile(rf"/(?:({EDIT})(?:\s+(.+))?|{DELETE})", re.DOTALL)
WORDY: frozenset[str] = frozenset({"text", "photo", "video", "document"})  # kinds of message with words that may be edited
KEEPS_ALL: frozenset[str] = frozenset(
    {"telegram"}
)  # channels that tell nobody of a message that was taken back: https://core.telegram.org/bots/api#update
_LENGTH = re.compile(r"(?:(\d{1,2}):)?(\d{1,4})")  # 0:43, or 43 seconds


def read_line(line: str) -> dict[str, Any]:
    """The body of a part: `/foto a pia` is a photo with a caption, `/audio 0:43` a voice note, anything else plain text.

    `/contato 11 91234-5678` is the own card, with a name in front somebody else's; `/local Rua Um, 10` a place on the map.
    """
    line = _storable(line)
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


def _storable(line: str) -> str:
    return line.replace("\0", "").encode("utf-8", "ignore").decode()  # half surrogates too


def change(line: str) -> tuple[str, str]:
    """What is done to the last message, and its new text; "": it is left as it is."""
    found = _CHANGE.fullmatch(line.strip())
    return (found[1] or DELETE, found[2] or "") if found else ("", "")


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


def _parsed(body: Mapping[str, Any]) -> Inbound:
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
    if "of" in body:
        return Inbound(kind=body["kind"], text=body["text"], of=body["of"])
    media = None if body["kind"] == "text" else Media(body["kind"], body.get("seconds"))
    payload, typed, replies_to = (str(body.get(name, "")) for name in ("payload", "typed", "replies_to"))  # agents alone
    return Inbound(kind=body["kind"], text=body["text"], media=media, payload=payload, typed=typed, replies_to=replies_to)


class Said(NamedTuple):
    """A message of whoever sits there, as it may be changed afterwards."""

    number: int  # the first of this sitting is 1
    id: str
    kind: str


class Console:
    """One person at a terminal, known by `ids`. `show` puts a call before that person's eyes.

    `phones`: by channel, what its telephone takes; whoever holds one is shown what it would show, less files, and nothing else (F29).
    """

    name = CHANNEL

    def __init__(self, ids: tuple[tuple[str, str], ...], show: Callable[[Call], None], phones: Mapping[str, Limits] = NO_PHONES) -> None:
        self.ids, self.address = ids, ids[0][1]
        self._show, self._phones = show, {name: evolve(each, caption=0, copies=False) for name, each in phones.items()}
        self._choices: tuple[Choice, ...] = ()
        self._said: list[Said] = []  # in this sitting, and not taken back
        self._count = 0

    def split(self, raw: bytes) -> list[Part]:
        """Never raises. Nothing is waited for: one line is one turn."""
        line = raw.decode("utf-8", "replace")
        number = uuid4().hex
        body = self._read(line, number)
        ids = (*self.ids, (NUMBER, body["phone"])) if body.get("own") else self.ids
        return [Part(CHANNEL, ACCOUNT, number, body, ids, self.address, waits=False)]

    def _read(self, line: str, number: str) -> dict[str, Any]:
        return self._changed(line) or self._known(number, self._page(line) or read_line(line))

    def refused(self, line: str) -> str:
        """Why what was said cannot be changed as this line wants it; "" where it can be, or the line changes nothing."""
        verb, text = change(line)
        if not verb:
            return ""
        if not self._said:
            return "Desde que você entrou não há mensagem sua que se possa mudar."
        if verb == DELETE:
            keeps_all = phone_of(self.address) in KEEPS_ALL
            return "Quem apaga uma mensagem no Telegram a apaga só no celular: a assistente não fica sabendo." if keeps_all else ""
        if self._said[-1].kind not in WORDY:
            return "A sua última mensagem não tem palavras que se possam editar."
        return "" if text else "Depois de /editar vem o texto novo."

    def changes(self, line: str) -> int:
        """The number of the message that this line edits or takes back, which is the newest; 0: it is a message of its own."""
        return self._said[-1].number if change(line)[0] and self._said else 0

    def _changed(self, line: str) -> dict[str, Any] | None:
        verb, text = change(line)
        if not verb or self.refused(line):
            return None
        if verb == EDIT:
            return {"kind": "edited", "text": _storable(text), "of": self._said[-1].id}
        return {"kind": "deleted", "text": "", "of": self._said.pop().id}

    def _known(self, number: str, body: dict[str, Any]) -> dict[str, Any]:
        """By an id of its own, under which it may be changed."""
        self._count += 1
        self._said.append(Said(self._count, number, body["kind"]))
        return body | {"message": number}

    def _page(self, line: str) -> dict[str, Any] | None:
        """The way to another page of options has no number: it is meant when its label is typed."""
        meant = line.strip(" .…").casefold()
        pages = (choice.data for choice in self._choices if ":>" in choice.data and choice.label.strip(" .…").casefold() == meant)
        data = next(pages, None)
        return {"kind": "tap", "text": line, "data": data} if data else None

    def parse(self, part: Part) -> Inbound:
        return evolve(_parsed(part.body), message=part.body.get("message", ""))

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

    def _read(self, line: str, number: str) -> dict[str, Any]:
        """Nothing is edited here: what an agent said to a customer stands."""
        meant = _NAMED.fullmatch(line.strip())
        if meant is None:
            return self._page(line) or _typed(line)
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
