"""The Telegram that a test sees: its chats and people, what waits for the bot, what the bot called, what is to go wrong."""

import inspect
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from tests.platforms.changes import Changes
from tests.telegram.calls import JSON, Call, Refused
from tests.telegram.chats import Chat
from tests.telegram.faults import Faults
from tests.telegram.files import Files
from tests.telegram.methods import METHODS, unknown
from tests.telegram.updates import Updates
from tests.telegram.webhook import Webhook

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
BOT_NAME = "zelador_teste_bot"


@dataclass(frozen=True, slots=True)
class Violation:
    method: str
    what: str


class Telegram:
    """`clock` gives the dates of messages, in seconds since 1970; `keep` is how many of the last calls are kept: None is all."""

    def __init__(self, token: str = TOKEN, *, clock: Callable[[], float] = time.time, keep: int | None = None) -> None:
        self.token, self._clock = token, clock
        self.url = ""  # where it listens
        self.bot: JSON = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Zelador", "username": BOT_NAME}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.changes = Changes()  # told of each call, and of each update that the bot took
        self.updates = Updates(self.changes)
        self.webhook = Webhook(self.updates, self._answered)
        self.faults = Faults()
        self.calls: deque[Call] = deque(maxlen=keep)
        self.violations: list[Violation] = []  # every limit that the bot did not keep
        self.taps: set[str] = set()  # ids of queries without an answer
        self.settings: dict[str, JSON] = {}  # what the bot set of itself, by method
        self._queries = 4_382_000_000_000_000_000

    def made(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method.lower()]

    def now(self) -> int:
        return int(self._clock())

    def chat(self, call: Call) -> Chat:
        """The chat that a call is about."""
        if not call.text("chat_id"):
            raise call.refusal("chat_id is empty")
        if chat := self.chats.get(call.number("chat_id", 0)):
            return chat
        raise Refused(400, "Bad Request: chat not found")

    def query(self) -> str:
        """The id of another tap."""
        self._queries += 1
        self.taps.add(str(self._queries))
        return str(self._queries)

    def expire_taps(self) -> None:
        """Taps that nobody answered in time."""
        self.taps.clear()

    async def perform(self, call: Call) -> Call:
        """Carries a call out; its record then says what was answered."""
        try:
            result = METHODS.get(call.method, unknown)(self, call)
            call.result = await result if inspect.isawaitable(result) else result
        except Refused as refused:
            call.refused = refused
        self.violations += [Violation(call.method, what) for what in call.violations]
        self.changes.tell()
        return call

    def record(self, call: Call) -> Call:
        self.calls.append(call)
        self.changes.tell()
        return call

    async def _answered(self, body: bytes) -> None:
        """A webhook's answer may be the call of a method, though not of one that asks; nobody hears what became of it."""
        try:
            params = msgspec.json.decode(body, type=JSON)
        except msgspec.MsgspecError:
            return
        method = str(params.pop("method", "")).lower()
        if method and not method.startswith(("get", "setwebhook", "deletewebhook")):
            await self.perform(self.record(Call(method, params)))
