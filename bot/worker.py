"""The worker: takes the turns of up to 64 conversations in one transaction, and writes what follows from them."""

import asyncio
import logging
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from sqlalchemy import Connection

from bot.alerts.team_chat import AlertChat
from bot.bell import POLL_SECONDS, Bell
from bot.books import Acquaintance, Books, Office, new_draft
from bot.dealing import Dealer
from bot.leaving import Layout, Post, leaving
from bot.picking import picked, suspect_in
from bot.result import Input, Result, Turn, TurnResult
from bot.writing import Line, Turned, write
from core.conversations import Conversation, reached
from core.messages import SIGNALS, Command, Inbound, Limits, Outgoing, Parked, Part, Timer, Undelivered, is_customers
from core.records import evolve
from core.standing import Standing
from core.tickets import Ticket
from storage import agents, conversations, inbox, processes, tickets
from storage.database import Database, is_outage
from storage.inbox import Waiting
from storage.queries import Row
from storage.tables import ACT, BODY, LOST, STANDING

log = logging.getLogger(__name__)

TakeTurn = Callable[[Conversation, tuple[Ticket, ...], Iterable[Input], Turn], TurnResult]
OnTurns = Callable[[int, float], None]  # is given how many turns a batch had, and the seconds from its claim to its commit


class Speaks(Protocol):
    """What a channel gives to the worker."""

    def parse(self, part: Part) -> Inbound:
        """Exactly one message. May raise: then the row is tried again, and parked."""

    def limits(self, address: str) -> Limits: ...


@dataclass(frozen=True, slots=True)
class Means:
    """With what turns are taken."""

    take_turn: TakeTurn
    layout: Layout
    channels: Mapping[str, Speaks]
    office: Office
    alerts: AlertChat | None = None

    @property
    def post(self) -> Post:
        return Post(self.layout, self.channels, self.alerts)


class TurnsFailedError(Exception):
    """These inbox rows were rolled back. `alone`: it is known that it was one conversation's fault."""

    def __init__(self, inbox_ids: list[int], *, alone: bool) -> None:
        super().__init__(inbox_ids)
        self.inbox_ids, self.alone = inbox_ids, alone


class Taken(NamedTuple):
    """One batch of turns."""

    turns: int
    more: bool  # something waits already for the next
    suspect: int | None = None  # nothing was taken: this inbox row must be known to be in hand before, since it may kill the process


def take_turns(connection: Connection, now: datetime, means: Means, alone: int | None = None) -> Taken:
    """Up to 64 turns in one transaction; or one, of a suspect, once it is `alone` in hand.

    Raises `TurnsFailedError` for the caller to count, after the rollback.
    """
    claimed = conversations.claim(connection, now)
    if not claimed:
        return Taken(0, more=False)
    lines = inbox.pending(connection, claimed)
    suspect = suspect_in(claimed, lines)
    if suspect is not None and lines[suspect][0].id != alone:
        return Taken(0, more=True, suspect=lines[suspect][0].id)
    chosen = picked(connection, claimed, lines, suspect)
    if not chosen:
        return Taken(0, more=False)
    writers = agents.writers(connection, {row.identity_id for heard in lines.values() for row in heard if row.identity_id is not None})
    talks = [_open(row, heard, means.channels, writers) for row, heard in chosen]
    talks = [talk._replace(inputs=[_linked(connection, each, now) for each in talk.inputs]) for talk in talks]
    talks = _with_drafts(connection, talks)
    named = {number for talk in talks for number in _named(talk)}
    found = tickets.by_ids(connection, named) if named else {}
    known = Acquaintance(connection, now, [talk.conversation.id for talk in talks])
    turned = [_turn(talk, found, Books(connection, now, means.office, talk.conversation, known, means.channels), means) for talk in talks]
    try:
        write(connection, turned, now, Dealer(connection, now, means.office, means.post))
    except Exception as error:
        rows = [row for talk in talks for row in talk.rows]
        raise _blamed(error, rows, alone=len(talks) == 1) from error
    waited, heard = sum(map(len, lines.values())), sum(len(talk.rows) for talk in talks)
    return Taken(len(turned), more=len(claimed) == conversations.BATCH or heard < waited or any(each.result.forwards for each in turned))


def _blamed(error: Exception, rows: Sequence[Waiting], *, alone: bool) -> Exception:
    """It is the fault of these rows; unless the database is to blame, which is nobody's message."""
    return error if is_outage(error) else TurnsFailedError([row.id for row in rows], alone=alone)


def _open(row: Row, heard: list[Waiting], channels: Mapping[str, Speaks], writers: Mapping[int, int]) -> Line:
    """Reads a conversation and what it is about to hear. It is answered where its newest message came from."""
    try:
        conversation = conversations.read(row)
        address = next((each.address for each in reversed(heard) if each.address), conversation.address)
        if address != conversation.address:
            conversation = evolve(conversation, address=address)
        return Line(conversation, heard, [_input(each, channels, writers) for each in heard])
    except Exception as error:
        raise _blamed(error, heard, alone=True) from error


def _input(row: Waiting, channels: Mapping[str, Speaks], writers: Mapping[int, int]) -> Input:
    if row.channel == inbox.COMMAND:
        command: Command = ACT.decode(row.part)
        return evolve(command, id=row.id)
    if row.channel == inbox.DELIVERY:
        lost: Undelivered = LOST.decode(row.part)
        return evolve(lost, id=row.id)
    if row.channel == inbox.STANDING:
        told: Standing = STANDING.decode(row.part)
        return evolve(told, id=row.id)
    agent = writers.get(row.identity_id) if row.identity_id is not None else None
    body = BODY.decode(row.part)
    match row.channel:
        case inbox.TIMER:
            return Timer(**body, id=row.id)
        case inbox.PARKED:
            return Parked(agent, row.id)
    said = channels[row.channel].parse(Part(row.channel, row.account, row.external_id, body, (), row.address))
    sent_at, writer = said.sent_at or row.received_at, agent if said.author == "customer" else None
    return evolve(said, id=row.id, sent_at=sent_at, agent=writer)


def _linked(connection: Connection, said: Input, now: datetime) -> Input:
    """Whoever opens the link of an agent is that agent, from this message on."""
    if not isinstance(said, Inbound) or not said.payload or said.agent is not None:
        return said
    return evolve(said, agent=agents.link(connection, agents.hashed(said.payload), said.id, now))


def _with_drafts(connection: Connection, talks: list[Line]) -> list[Line]:
    """Where a person speaks and nothing is talked about yet, a draft; so the first turn knows its ticket's id."""
    beginning = [talk.conversation for talk in talks if _begins(talk)]
    if not beginning:
        return talks
    found = {number: tickets.read(row) for number, row in tickets.unfinished(connection, [each.id for each in beginning]).items()}
    new = [new_draft(each) for each in beginning if each.id not in found]
    ids = tickets.insert_new(connection, new) if new else []
    drafts = found | {draft.filed_in: evolve(draft, id=number) for draft, number in zip(new, ids, strict=True)}
    return [_about(talk, drafts.get(talk.conversation.id)) for talk in talks]


def _begins(talk: Line) -> bool:
    """An apology for words that could not be heard needs a ticket as the words themselves would; an agent's words begin none."""
    by_agent = any(isinstance(each, Inbound | Parked) and each.agent is not None for each in talk.inputs)
    return talk.conversation.ticket_id is None and _speaks(talk) and not by_agent


def _speaks(talk: Line) -> bool:
    return any(isinstance(each, Parked) or (isinstance(each, Inbound) and _says(each)) for each in talk.inputs)


def _says(said: Inbound) -> bool:
    return said.author == "customer" and (said.kind not in SIGNALS or (said.kind == "button" and said.agent is not None))


def _about(talk: Line, draft: Ticket | None) -> Line:
    return talk if draft is None else talk._replace(conversation=evolve(talk.conversation, ticket_id=draft.id), draft=draft)


def _named(talk: Line) -> Iterator[int]:
    """The ticket that is talked about, unless it is a draft just made, then those that commands and timers name; each once."""
    current = talk.conversation.ticket_id if talk.draft is None else None
    named = (number for each in talk.inputs for number in _tickets_of(each) if number)
    yield from dict.fromkeys((current, *named) if current is not None else named)


def _tickets_of(heard: Input) -> tuple[int, ...]:
    """0: it names none."""
    match heard:
        case Command() | Timer():
            return heard.about
        case Undelivered():
            return (heard.ring, heard.shut.ticket if heard.shut else 0)
    return ()


def _turn(talk: Line, found: Mapping[int, Row], books: Books, means: Means) -> Turned:
    try:
        given = tuple(tickets.read(found[number]) for number in _named(talk) if number in found)
        if talk.draft is not None:
            given = (talk.draft, *given)
        result = (
            means.take_turn(talk.conversation, given, talk.inputs, books)
            if given or _speaks(talk) or _is_about_talk(talk)
            else _closed(talk, books)
        )
        before = {each.id: each for each in given if each.id not in books.stored}
        return Turned(talk, before, result, [*leaving(before, result, means.post)])
    except Exception as error:
        raise _blamed(error, talk.rows, alone=True) from error


def _is_about_talk(talk: Line) -> bool:
    """Something of the house about the conversation itself, whatever ticket is talked about; or what one of our people does."""
    return any(_is_of_the_house(each) for each in talk.inputs)


def _is_of_the_house(heard: Input) -> bool:
    match heard:
        case Inbound():
            return not is_customers(heard)
        case Command() | Timer():
            return not heard.ticket
    return isinstance(heard, Standing)


def _closed(talk: Line, turn: Turn) -> TurnResult:
    """Where nobody speaks and no ticket is talked about, there is nothing to take a turn of; at most the person can be reached no more."""
    conversation, refused = talk.conversation, Result("refused", turn.say("refused.no-ticket", {}))
    for each in talk.inputs:
        if isinstance(each, Undelivered) or (isinstance(each, Inbound) and each.author == "customer"):
            conversation = reached(conversation, each, turn.now)
    return TurnResult(conversation, (), results={each.id: refused for each in talk.inputs if isinstance(each, Command)})


class Posts(Protocol):
    """What the worker needs of the sender: answers leave in the transaction that made them, and go without another."""

    def claim(self, connection: Connection, now: datetime) -> list[Outgoing]: ...

    def begin(self, rows: Sequence[Outgoing]) -> None: ...


def take_and_claim(
    connection: Connection, now: datetime, means: Means, post: Posts, alone: int | None = None
) -> tuple[Taken, list[Outgoing]]:
    taken = take_turns(connection, now, means, alone)
    return taken, post.claim(connection, now) if taken.turns else []


class Worker:
    """Of one process: takes turns, again and again."""

    def __init__(self, means: Means, post: Posts, bell: Bell, process: int) -> None:
        self._means, self._post, self._bell, self._process = means, post, bell, process
        self._alone: int | None = None  # the suspect that is known to be in hand

    async def run(self, database: Database, clock: Callable[[], datetime], on_turns: OnTurns) -> None:
        """Until the bell is stopped; `on_turns` is called after each batch."""
        while not self._bell.stopped:
            self._bell.clear()
            try:
                taken = await self._take(database, clock(), on_turns)
            except TurnsFailedError as failure:
                await _count(database, failure, clock())
            except Exception as error:
                if not is_outage(error):  # which the database itself tells
                    log.exception("no turn could be taken")
                await asyncio.sleep(POLL_SECONDS)
            else:
                if taken.more:
                    self._bell.ring()  # another process may take some of it
                else:
                    await self._bell.wait()

    async def _take(self, database: Database, now: datetime, on_turns: OnTurns) -> Taken:
        began = time.perf_counter()
        work = partial(take_and_claim, now=now, means=self._means, post=self._post, alone=self._alone)
        taken, going = await database.run(work)
        if taken.suspect is not None:
            await database.run(partial(processes.take, me=self._process, inbox_id=taken.suspect))
        self._alone = taken.suspect
        if taken.turns:
            on_turns(taken.turns, time.perf_counter() - began)
        self._post.begin(going)
        return taken


def _where(cause: BaseException | None) -> str:
    """What was raised and where; not its message, which may hold what somebody said."""
    frames = traceback.extract_tb(cause.__traceback__) if cause else []
    place = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(cause).__name__ + place


async def _count(database: Database, failure: TurnsFailedError, now: datetime) -> None:
    """In a commit of its own. When nobody knows whose fault it was, all are tried again at once, each alone."""
    cause = failure.__cause__
    log.error("a turn failed, inbox rows %s", failure.inbox_ids, exc_info=cause)
    rest = inbox.REST if failure.alone else timedelta(0)
    try:
        await database.run(partial(inbox.count_failure, ids=failure.inbox_ids, now=now, rest=rest, reason=_where(cause)))
    except Exception as error:
        if not is_outage(error):
            log.exception("a failed turn could not be counted")
        await asyncio.sleep(POLL_SECONDS)
