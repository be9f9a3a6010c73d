"""What platforms report goes into the inbox: one commit, and nothing is lost any more."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from bot.bell import Bell
from core.messages import Part
from core.records import evolve
from storage import agents, events, identities, inbox
from storage.database import Database, is_outage
from storage.identities import Key, Talk
from storage.inbox import Arrival
from storage.records import encode

COMPANIONS = timedelta(seconds=2)  # how long more of the same is waited for, in a step that collects or with an album (F8, F11)
BATCH = 128  # parts in one transaction
GATHER_SECONDS = 0.005  # that a write waits for more, while they come several at a time: fewer commits, and larger batches of turns
EVENT_LENGTH = 2_000  # characters kept of what is about a channel

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


def ingest(connection: Connection, parts: Sequence[Part], now: datetime) -> datetime:
    """Stores parts in the order given, each once; returns when the last of them may be heard. What is about a channel is an event."""
    clean = [cleaned(part) for part in parts]
    said = [(part, body) for part, body in clean if part.about == "talk"]
    if len(said) < len(clean):
        events.add(connection, [_event(part, body, now) for part, body in clean if part.about == "channel"])
    if not said:
        return now
    talks = _talks(connection, [part for part, _ in said])
    arrivals = [_arrival(part, body, talk, writer, now) for (part, body), (talk, writer) in zip(said, talks, strict=True)]
    inbox.put(connection, arrivals)
    return max(each.ready_at for each in arrivals)


def _event(part: Part, body: str, now: datetime) -> events.Record:
    after = {"channel": part.channel, "account": part.account, "id": part.external_id, "body": body[:EVENT_LENGTH]}
    return events.Record("channel", "reported", None, None, None, None, after, now)


def cleaned(part: Part) -> tuple[Part, str]:
    """A part that both engines can store, and its body as JSON: NUL and half surrogate pairs, which come in webhooks, are left out."""
    try:
        body = encode(part.body)
    except UnicodeEncodeError:
        body = encode(_clean(part.body))
    if "\\u0000" in body:
        body = encode(_clean(part.body))
    named = (part.external_id, part.address, *(value for _, value in part.ids))
    if all(text.isascii() and "\0" not in text for text in named):
        return part, body
    ids = tuple((kind, _clean(value)) for kind, value in part.ids)
    return evolve(part, external_id=_clean(part.external_id), address=_clean(part.address), ids=ids), body


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    if isinstance(value, dict):
        return {_clean(key): _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value


def _talks(connection: Connection, parts: Sequence[Part]) -> list[tuple[Talk, int]]:
    """For each part its conversation and the identity that wrote. Ids that are new are added, in the order in which their parts came."""
    known, rows = identities.lock_known(connection, [key for part in parts for key in identities.keys_of(part)])
    stored = dict(known)
    talks = [_talk(connection, part, known) for part in parts]
    new = {key: talk.conversation_id for key, talk in known.items() if key not in stored}
    moved = {key: talk.conversation_id for key, talk in known.items() if key in stored and stored[key] != talk}
    if new:
        rows |= identities.add(connection, new)
    if moved:
        identities.move(connection, moved)
        agents.unlink(connection, [rows[key] for key in moved])
    return [(talk, rows[identities.keys_of(part)[0]]) for part, talk in zip(parts, talks, strict=True)]


def _talk(connection: Connection, part: Part, known: dict[Key, Talk]) -> Talk:
    """The conversation of the strongest id that is known; all ids of the part lead to it from now on.

    An unknown id beside a weaker one whose talk has another id of that kind (a number that was given to somebody else) begins a new talk,
    and takes the weaker one along: nobody sees what was said there before. An agent's chat is never come into in this way.
    """
    keys = identities.keys_of(part)
    strongest = keys[0]
    talk = next((known[key] for key in keys if key in known), None)
    if talk is not None and strongest not in known and _is_somebody_else(connection, strongest, talk, known):
        talk = None
    if talk is None:
        talk = identities.begin(connection, part)
    known.update(dict.fromkeys(keys, talk))
    return talk


def _is_somebody_else(connection: Connection, strongest: Key, talk: Talk, known: dict[Key, Talk]) -> bool:
    just_learned = any(
        key[1:] == strongest[1:] and each.conversation_id == talk.conversation_id for key, each in known.items() if key != strongest
    )
    return (
        just_learned or identities.has_kind(connection, talk.conversation_id, strongest) or agents.is_chat(connection, talk.conversation_id)
    )


def _arrival(part: Part, body: str, talk: Talk, writer: int, now: datetime) -> Arrival:
    waits = talk.collects if part.waits is None else part.waits
    ready_at = now + COMPANIONS if waits else now
    return Arrival(part.channel, part.account, part.external_id, talk.conversation_id, part.address, body, now, ready_at, writer)


class Batcher(Generic[Item, Outcome]):
    """While one write is under way, what arrives waits, and goes together in the next; after several, that waits a moment for more."""

    def __init__(self, write: Callable[[list[Item]], Awaitable[Outcome]]) -> None:
        self._write = write
        self._waiting: list[tuple[Item, asyncio.Future[Outcome]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._is_busy = False  # the last write had several

    async def put(self, item: Item) -> Outcome:
        """What `write` gave back for the batch in which the item went. Raises what `write` raised for it."""
        future: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await future

    async def _write_all(self) -> None:
        while self._waiting:
            if self._is_busy:
                await asyncio.sleep(GATHER_SECONDS)
            batch, self._waiting = self._waiting[:BATCH], self._waiting[BATCH:]
            self._is_busy = len(batch) > 1
            await self._write_batch(batch)
        self._writing = None

    async def _write_batch(self, batch: "list[tuple[Item, asyncio.Future[Outcome]]]") -> None:
        try:
            outcome = await self._write([item for item, _ in batch])
        except Exception as error:  # noqa: BLE001 (it belongs to whoever put the item)
            await self._fail(batch, error)
            return
        for _, future in batch:
            if not future.done():
                future.set_result(outcome)

    async def _fail(self, batch: "list[tuple[Item, asyncio.Future[Outcome]]]", error: Exception) -> None:
        """One bad item must not refuse its neighbours; an outage would only refuse them one by one."""
        if len(batch) > 1 and not is_outage(error):
            for one in batch:
                await self._write_batch([one])
            return
        for _, future in batch:
            if not future.done():
                future.set_exception(error)


class Ingest:
    """The door for all channels: `await put(parts)` returns when they are stored, and then the worker is woken."""

    def __init__(self, database: Database, clock: Callable[[], datetime], worker: Bell) -> None:
        self._database, self._clock, self._worker = database, clock, worker
        self._batcher: Batcher[list[Part], datetime] = Batcher(self._store)

    async def put(self, parts: Sequence[Part]) -> None:
        """Parts of one request stay together, in their order."""
        if parts:
            await self._batcher.put(list(parts))

    async def _store(self, requests: list[list[Part]]) -> datetime:
        now = self._clock()
        parts = [part for request in requests for part in request]
        ready_at = await self._database.run(partial(ingest, parts=parts, now=now))
        self._worker.ring()
        if ready_at > now:
            self._worker.ring_in((ready_at - now).total_seconds())
        return ready_at
