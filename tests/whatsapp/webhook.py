"""What happens on WhatsApp, brought to the business: signed, alone or in batches, again until it is taken."""

import asyncio
import hmac
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

import aiohttp
import msgspec

from tests.platforms.calls import JSON
from tests.platforms.changes import Changes
from tests.platforms.lanes import Lanes
from tests.platforms.lines import GOOD, Line

SIGNATURE_HEADER = "X-Hub-Signature-256"
CONNECTIONS = 40  # at once
ANSWER_SECONDS = 20.0  # how long the business may take
RETRY_SECONDS, RETRY_MOST_SECONDS = 1.0, 60.0  # before it is brought again; with less and less patience for up to seven days
CHALLENGE = "1158201444"
LISTS = ("contacts", "messages", "statuses", "message_echoes", "errors")  # of a change's value

Change = tuple[str, JSON]  # field and value


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request. Those of one `lane` are brought one after the other, those of none at once."""

    id: int
    raw: bytes
    signature: str
    lane: str | None = None


class Webhook:
    """`line`: what becomes of requests on their way."""

    def __init__(self, secret: str, waba: str, changes: Changes) -> None:
        self.secret, self._waba, self._changes = secret, waba, changes
        self.url = ""
        self.line: Line = GOOD
        self.retry_seconds, self.retry_most_seconds = RETRY_SECONDS, RETRY_MOST_SECONDS
        self.waiting: dict[int, Delivery] = {}  # not taken yet, oldest first
        self.taken: list[Delivery] = []
        self.statuses: list[int] = []  # of HTTP, of all answers that arrived
        self.deliveries = 0  # requests made
        self._next = 1
        self._held: list[Change] | None = None
        self._lanes = Lanes(self._bring)
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(CONNECTIONS)

    # what is brought

    def put(self, value: JSON, field: str = "messages", lane: str | None = None) -> Delivery | None:
        """None while a batch is gathered."""
        if self._held is not None:
            self._held.append((field, value))
            return None
        return self.put_body(body_of(self._waba, [[(field, value)]]), lane)

    @contextmanager
    def together(self, entries: int = 1, changes: int = 1) -> Iterator[None]:
        """All that happens in the block is one request, with its parts spread over so many entries and changes."""
        self._held = []
        try:
            yield
        finally:
            held, self._held = self._held, None
        self.put_body(body_of(self._waba, spread(held, entries, changes)))

    def put_body(self, body: JSON, lane: str | None = None) -> Delivery:
        return self.put_raw(msgspec.json.encode(body), lane=lane)

    def put_raw(self, raw: bytes, *, signature: str | None = None, lane: str | None = None) -> Delivery:
        """Any bytes, rightly signed unless a signature is given."""
        delivery = Delivery(self._next, raw, self.signed(raw) if signature is None else signature, lane)
        self._next += 1
        self.waiting[delivery.id] = delivery
        if self.url:
            self._lanes.put(delivery, lane)
        return delivery

    def repeat(self, delivery: Delivery | None = None) -> None:
        """Brings one, or the newest that was taken, once more."""
        delivery = delivery or self.taken[-1]
        self.waiting[delivery.id] = delivery
        self._lanes.put(delivery, delivery.lane)

    def give_up(self, delivery: Delivery) -> None:
        """As after seven days."""
        self.waiting.pop(delivery.id, None)
        self._changes.tell()

    def signed(self, raw: bytes) -> str:
        return "sha256=" + hmac.new(self.secret.encode(), raw, sha256).hexdigest()

    # to whom

    async def register(self, url: str, verify_token: str) -> None:
        """As when the address is given in the app's settings. Raises `LookupError` when nobody there knows the word."""
        self._session = self._session or aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(ANSWER_SECONDS))
        asked = {"hub.mode": "subscribe", "hub.challenge": CHALLENGE, "hub.verify_token": verify_token}
        async with self._session.get(url, params=asked) as answer:
            if answer.status != 200 or await answer.text() != CHALLENGE:
                raise LookupError(f"The callback URL or verify token couldn't be validated: {answer.status}")
        self.url = url
        for delivery in self.waiting.values():
            self._lanes.put(delivery, delivery.lane)

    async def stop(self) -> None:
        """What was not taken waits."""
        self.url = ""
        await self._lanes.stop()
        if self._session:
            await self._session.close()
            self._session = None

    async def all_taken(self, *deliveries: Delivery) -> None:
        await self._changes.until(lambda: not any(each.id in self.waiting for each in deliveries or tuple(self.waiting.values())))

    async def _bring(self, delivery: Delivery) -> None:
        delay = 0.0
        while not await self._post(delivery) and delivery.id in self.waiting:
            delay = min(max(2 * delay, self.retry_seconds), self.retry_most_seconds)
            await asyncio.sleep(delay)
        if self.waiting.pop(delivery.id, None):
            self.taken.append(delivery)
            self._changes.tell()

    async def _post(self, delivery: Delivery) -> bool:
        """Whether the business took it, as far as the platform can tell."""
        assert self._session
        headers = {"Content-Type": "application/json", SIGNATURE_HEADER: delivery.signature}
        async with self._places:
            fate = await self.line.carries()
            if fate == "lost":
                return False
            self.deliveries += 1
            try:
                async with self._session.post(self.url, data=delivery.raw, headers=headers) as answer:
                    await answer.read()
            except (aiohttp.ClientError, TimeoutError):
                return False
        self.statuses.append(answer.status)
        return answer.ok and fate == "arrives"


def body_of(waba: str, entries: Sequence[Sequence[Change]]) -> JSON:
    changes = [[{"value": value, "field": field} for field, value in entry] for entry in entries]
    return {"object": "whatsapp_business_account", "entry": [{"id": waba, "changes": each} for each in changes]}


def spread(held: Sequence[Change], entries: int, changes: int) -> list[list[Change]]:
    """In the order in which they came; what falls into one change is joined."""
    size = -(-len(held) // (entries * changes))
    joined = [_joined(held[at : at + size]) for at in range(0, len(held), size)]
    return [joined[at : at + changes] for at in range(0, len(joined), changes)]


def _joined(held: Sequence[Change]) -> Change:
    field, first = held[0]
    value = dict(first)
    for _, each in held[1:]:
        for name in LISTS:
            if name in each:
                value[name] = [*value.get(name, ()), *(one for one in each[name] if one not in value.get(name, ()))]
    return field, value
