"""The channels as the contract looks at them: each with what its platform sends, and with a place where what is sent is checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import msgspec
from hypothesis import strategies as st

from bot.handlers.console import Console
from bot.handlers.telegram.calls import wire
from bot.handlers.telegram.channel import Telegram
from bot.handlers.whatsapp import calls as whatsapp_calls
from bot.handlers.whatsapp.channel import WhatsApp
from bot.sender import Sends
from bot.settings import BOT_API, GRAPH_API
from bot.worker import Speaks
from core.messages import Outgoing, Part
from tests.telegram import calls, platform
from tests.telegram.customers import Customer, Person
from tests.telegram.methods import METHODS
from tests.whatsapp import samples
from tests.whatsapp.published import refusal
from tests.whatsapp.shown import Shown

ANA = Person(77, "Ana", "Prado", phone="5511987654477")
JUNK = st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))


class Channel(Speaks, Sends, Protocol):
    """All that the loops call."""

    name: str

    def split(self, raw: bytes) -> list[Part]: ...


@dataclass(repr=False)
class Subject:
    """`raws`: bodies as the platform sends them, one message each. `shown`: what people see of a call. Raises for a broken limit."""

    channel: Channel
    address: str
    raws: Sequence[bytes]
    shown: Callable[[Outgoing], str]

    def __repr__(self) -> str:
        return self.channel.name


def console() -> Subject:
    """Its limits are checked by the layout's own tests: a terminal takes all."""
    lines = ("oi", "a pia 🔥", "/foto a pia", "/audio 0:43", "/figurinha", "/contato 11 91234-5678", "/local Rua Um, 10", "", "\0")
    channel = Console((("name", "ana/1"),), lambda call: None)
    return Subject(channel, "ana/1", [line.encode() for line in lines], lambda row: row.call.text)


def telegram() -> Subject:
    session: Any = None  # nothing is sent
    there = Customer(platform.Telegram(), ANA)
    return Subject(Telegram(session, there.telegram.token, BOT_API), str(ANA.id), list(_updates(there)), _Screen(there))


def _updates(ana: Customer) -> list[bytes]:
    """One of each kind."""
    ana.telegram.updates.allowed = frozenset(("message", "edited_message", "callback_query", "my_chat_member", "message_reaction"))
    said = ana.say("oi")
    ana.say("/start porta-12")
    ana.edit(said, "olá")
    ana.album("photo", "video")
    for send in (ana.photo, ana.voice, ana.audio, ana.video, ana.video_note, ana.document, ana.sticker, ana.share_contact):
        send()
    ana.forward_contact("5511987651111", "Bia")
    ana.location(-23.5, -46.6)
    ana.venue(-23.5, -46.6, "Edifício Lua", "Rua das Flores, 88")
    ana.write({"dice": {"emoji": "🎲", "value": 3}})
    ana.react("👍", said["message_id"])
    ana.touch("p1:0", said["message_id"])
    ana.touch("p1:>8", said["message_id"])
    ana.block()
    ana.unblock()
    return [update.raw for update in ana.telegram.updates.waiting.values()]


def whatsapp() -> Subject:
    session: Any = None  # nothing is sent
    raws = [samples.said({**sent, "id": f"wamid.{name}"}) for name, (sent, kind) in samples.KINDS.items() if kind != "moved"]
    return Subject(WhatsApp(session, "", GRAPH_API, samples.ACCOUNTS), samples.ANA, raws, _on_whatsapp)


def _on_whatsapp(row: Outgoing) -> str:
    """What no published limit forbids, with the marks that WhatsApp would take for its own as they were written."""
    body = whatsapp_calls.wire(row)
    assert refusal(body) is None
    assert body is not None
    return Shown("", body).raw.translate({ord(shown): mark for mark, shown in whatsapp_calls.ALIKE.items()})


class _Screen:
    """Carries out what would be sent, without a network. Everything that Telegram refuses or mends in silence is an error."""

    def __init__(self, ana: Customer) -> None:
        self._ana = ana

    def __call__(self, row: Outgoing) -> str:
        name, parameters = wire(row)
        call = calls.Call(name, msgspec.json.decode(msgspec.json.encode(parameters)))
        message = METHODS[name.lower()](self._ana.telegram, call)  # raises `Refused`
        assert call.violations == []
        return str(message["text"])


SUBJECTS: dict[str, Callable[[], Subject]] = {"console": console, "telegram": telegram, "whatsapp": whatsapp}
