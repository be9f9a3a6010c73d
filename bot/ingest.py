"""What platforms report goes into the inbox: one commit, and nothing is lost any more."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from bot.bell import Bell
from core.agents import LOST_LINK
from core.characters import storable
from core.messages import Address, Command, Part
from core.records import evolve
from storage import agents, deliveries, events, identities, inbox, outbox, standing, undelivered
from storage.database import Database, is_outage
from storage.identities import Key, Talk, spelled
from storage.inbox import Arrival
from storage.records import encode

COMPANIONS = timedelta(seconds=2)  # how long more of the same is waited for, in a step that collects or with an album (F8, F11)
BATCH = 128  # parts in one transaction
GATHER_SECONDS = 0.005  # that a write waits for more, while they come several at a time: fewer commits, and larger batches of turns
EVENT_LENGTH = 2_000  # characters kept of what is about a channel

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


def ingest(connection: Connection, parts: Sequence[Part], now: datetime) -> datetime | None:
    """Stores parts in the order given, each once; returns when the last of them may be heard, None if nothing is to be heard.

    What became of something that was sent is noted where it was sent; what is about a channel is an event.
    """
    is_told = deliveries.note(connection, [part for part in parts if part.about == "delivery"], now)
    clean = [cleaned(part) for part in parts if part.about != "delivery"]
    said = [(part, body) for part, body in clean if part.about == "talk"]
    if len(said) < len(clean):
        events.add(connection, [_event(part, body, now) for part, body in clean if part.about == "channel"])
        for part, _ in clean:
            if part.standing is not None:
                standing.report(connection, part.standing, part.external_id, now)
    if not said:
        return now if is_told else None
    talks = _talks(connection, [part for part, _ in said], now)
    arrivals = [_arrival(part, body, talk, writer, now) for (part, body), (talk, writer) in zip(said, talks, strict=True)]
    inbox.put(connection, arrivals)
    return max(each.ready_at for each in arrivals)


def _event(part: Part, body: str, now: datetime) -> events.Record:
    after = {"channel": part.channel, "account": part.account, "id": part.external_id, "body": body[:EVENT_LENGTH]}
    return events.Record("channel", "reported", None, None, None, None, after, now)


def cleaned(part: Part) -> tuple[Part, str]:
    """A part that both engines can store, and its body as JSON: NUL and half surrogate pairs, which come in webhooks, are left out."""
    try:
        body = _stored(part.body)
    except RecursionError:  # no message of a person is nested like that
        body = encode({"unreadable": "nested too deeply"})
    named = (part.external_id, part.account, part.address, *(value for _, value in part.ids))
    if all(text.isascii() and "\0" not in text for text in named):
        return part, body
    ids = tuple((kind, _clean(value)) for kind, value in part.ids)
    external_id, account, address = map(_clean, (part.external_id, part.account, part.address))
    return evolve(part, external_id=external_id, account=account, address=address, ids=ids), body


def _stored(body: Mapping[str, Any]) -> str:
    try:
        text = encode(body)
    except UnicodeEncodeError:
        text = encode(_clean(body))
    return encode(_clean(body)) if "\\u0000" in text else text


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {_clean(key): _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value


def _talks(connection: Connection, parts: Sequence[Part], now: datetime) -> list[tuple[Talk, int]]:
    """For each part its conversation and the identity that wrote. A change of ids counts for what comes after it."""
    found: list[tuple[Talk, int]] = []
    for is_change, group in groupby(parts, key=lambda part: part.former is not None):
        together = [*group]
        for some in [[each] for each in together] if is_change else [together]:
            if is_change:
                _follow(connection, some[0], now)
            found += _led(connection, some, now)
    return found


def _led(connection: Connection, parts: Sequence[Part], now: datetime) -> list[tuple[Talk, int]]:
    """Ids that are new are added, in the order in which their parts came."""
    known, rows = identities.lock_known(connection, [key for part in parts for key in identities.keys_of(part)])
    stored = dict(known)
    talks = [_talk(connection, part, known) for part in parts]
    new = {key: talk.conversation_id for key, talk in known.items() if key not in stored}
    moved = {key: talk.conversation_id for key, talk in known.items() if key in stored and stored[key] != talk}
    if new:
        rows |= identities.add(connection, new)
    if moved:
        _move(connection, moved, rows, now)
        _tell_left(connection, [(stored[key], key) for key in moved], now)
    return [(talk, rows[identities.keys_of(part)[0]]) for part, talk in zip(parts, talks, strict=True)]


def _move(connection: Connection, moved: Mapping[Key, int], rows: Mapping[Key, int], now: datetime) -> None:
    identities.move(connection, moved)
    _unlink(connection, [rows[key] for key in moved], now)


def _unlink(connection: Connection, identity_ids: Collection[int], now: datetime) -> None:
    """Whoever acted in chat by these ids does not any more; the chat that was theirs ends, and those who can link them anew hear of it."""
    for agent_id, chat in agents.unlink(connection, identity_ids).items():
        inbox.put_about_talk(connection, chat, Command(LOST_LINK, 0, "rule", input={"agent": agent_id}), now)


def _tell_left(connection: Connection, left: Collection[tuple[Talk, Key]], now: datetime) -> None:
    """Whoever was written to by an id that leads elsewhere now must not be written to by it any more: it may be somebody else's."""
    gone = identities.written_to_at(connection, [(talk.conversation_id, key) for talk, key in left])
    undelivered.tell_unreachable(connection, gone, now)


def _follow(connection: Connection, part: Part, now: datetime) -> None:
    """The platform's own word: who had the former ids has those of the part now.

    The talk stays with the person, and the former ids are nobody's. Never into an agent's chat, nor out of one: whoever acts there is
    linked anew. Two talks of one person stay two (decision 0701): all leads to that of the former ids, and people are told of the other.
    """
    keys = identities.keys_of(part)
    former = [each for key in identities.former_keys_of(part) for each in spelled(key)]
    known, rows = identities.lock_known(connection, [*keys, *former])
    talk = next((known[key] for key in former if key in known), None)
    if talk is None:
        return
    stays = not any(agents.is_chat(connection, each.conversation_id) for each in {talk, known.get(keys[0], talk)})
    ended = _ended(connection, part, talk, stays=stays)
    _unlink(connection, [*ended.values()], now)
    identities.drop(connection, [*ended.values()])
    if stays:
        _readdress(connection, part, talk, ended)
        _bring(connection, keys, talk, known, rows, now)
    else:
        _tell_left(connection, [(talk, key) for key in ended], now)


def _ended(connection: Connection, part: Part, talk: Talk, *, stays: bool) -> dict[Key, int]:
    """The ids of that talk which are nobody's from now on: where the person stays, all but those that they have now."""
    now = {each for key in identities.keys_of(part) for each in spelled(key)}
    former = {each for key in identities.former_keys_of(part) for each in spelled(key)}
    theirs = identities.of_talk(connection, talk.conversation_id).items()
    return {key: row for key, row in theirs if key not in now and (stays or key in former)}


def _readdress(connection: Connection, part: Part, talk: Talk, ended: Iterable[Key]) -> None:
    """What was to go to the person goes to where they are."""
    for address in identities.written_to_at(connection, [(talk.conversation_id, key) for key in ended]).values():
        outbox.readdress(connection, Address(part.channel, part.account, address), part.address)


def _bring(
    connection: Connection, keys: Sequence[Key], talk: Talk, known: Mapping[Key, Talk], rows: Mapping[Key, int], now: datetime
) -> None:
    """These ids lead to the talk, wherever they led before."""
    if new := {key: talk.conversation_id for key in keys if key not in known}:
        identities.add(connection, new)
    elsewhere = [each for key in keys for each in spelled(key) if each in known and known[each] != talk]
    if elsewhere:
        _move(connection, dict.fromkeys(elsewhere, talk.conversation_id), rows, now)
        _tell_left(connection, [(known[key], key) for key in elsewhere], now)


def _talk(connection: Connection, part: Part, known: dict[Key, Talk]) -> Talk:
    """The conversation of the strongest id that is known; all ids of the part lead to it from now on.

    An unknown id beside a weaker one whose talk has another id of that kind (a number that was given to somebody else) begins a new talk,
    and takes the weaker one along: nobody sees what was said there before. An agent's chat is never come into in this way.
    """
    keys = identities.keys_of(part)
    strongest, *_ = keys
    everywhere = [each for key in keys for each in spelled(key) if each == key or each in known]
    talk = next((known[key] for key in everywhere if key in known), None)
    if talk is not None and known.keys().isdisjoint(spelled(strongest)) and _is_somebody_else(connection, strongest, talk, known):
        talk = None
    if talk is None:
        talk = identities.begin(connection, part)
    known.update(dict.fromkeys(everywhere, talk))
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
        self._batcher: Batcher[list[Part], datetime | None] = Batcher(self._store)

    async def put(self, parts: Sequence[Part]) -> None:
        """Parts of one request stay together, in their order."""
        if parts:
            await self._batcher.put(list(parts))

    async def _store(self, requests: list[list[Part]]) -> datetime | None:
        now = self._clock()
        parts = [part for request in requests for part in request]
        ready_at = await self._database.run(partial(ingest, parts=parts, now=now))
        if ready_at is not None:
            self._worker.ring()
        if ready_at is not None and ready_at > now:
            self._worker.ring_in((ready_at - now).total_seconds())
        return ready_at
