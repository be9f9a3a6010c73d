"""The inbox: what came in, once each, in the order in which it is heard. Messages, commands and timers stand in the same line."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, Text, bindparam, case, func, select, type_coerce, update

from core.messages import Command
from storage.batches import Batch
from storage.insertion import insert_new
from storage.queries import ListQuery
from storage.records import UtcDateTime, encode
from storage.tables import conversation, event, inbox, ticket

# Channels of our own: rows that no platform sent.
COMMAND, TIMER, PARKED, DELIVERY, STANDING = "command", "timer", "parked", "delivery", "standing"
APART = "apart"  # account of a command on tickets of two conversations: its turn runs alone, and holds both
OWN_CHANNELS = frozenset({COMMAND, TIMER, PARKED, DELIVERY, STANDING})

ATTEMPTS = 3  # failed turns after which a row is parked and a person is told
REST = timedelta(seconds=1)  # between a failed turn and the next attempt
REASON_LENGTH = 300  # characters kept of an error


class Arrival(NamedTuple):
    """A row to be written. `part` is JSON."""

    channel: str
    account: str
    external_id: str
    conversation_id: int
    address: str
    part: str
    received_at: datetime
    ready_at: datetime
    identity_id: int | None = None  # who wrote


class Waiting(NamedTuple):
    """A row that waits for its turn. `part` is JSON, read by the worker, so that what cannot be read is one row's fault."""

    id: int
    conversation_id: int
    channel: str
    account: str
    external_id: str
    address: str
    part: str
    received_at: datetime
    attempts: int
    identity_id: int | None = None


class Done(NamedTuple):
    """A row that was heard, and for a command what became of it."""

    id: int
    result: str = "done"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a command. `result`: done, refused, conflict, or parked (it could not be handled)."""

    result: str
    reason: str


_JSON_AS_TEXT = {"part": bindparam("part", type_=Text)}  # encoded already, by whoever looked for bad characters
_PUT = Batch({name: statement.values(_JSON_AS_TEXT) for name, statement in insert_new(inbox).items()}, Arrival._fields)
_PENDING = ListQuery(
    select(
        inbox.c.id,
        inbox.c.conversation_id,
        inbox.c.channel,
        inbox.c.account,
        inbox.c.external_id,
        inbox.c.address,
        type_coerce(inbox.c.part, Text),
        inbox.c.received_at,
        inbox.c.attempts,
        inbox.c.identity_id,
    )
    .where(inbox.c.done_at.is_(None))
    .order_by(inbox.c.id),
    inbox.c.conversation_id,
)
_CLOSE = Batch(
    update(inbox)
    .where(inbox.c.id == bindparam("_id"))
    .values(result=bindparam("result"), reason=bindparam("reason"), done_at=bindparam("done_at")),
    ("_id", "result", "reason", "done_at"),
)
_BLANK = update(inbox).where(inbox.c.id.in_(bindparam("ids", expanding=True))).values(part={})
_COUNT = (
    update(inbox)
    .where(inbox.c.id.in_(bindparam("ids", expanding=True)), inbox.c.done_at.is_(None))
    .values(
        attempts=inbox.c.attempts + 1,
        ready_at=case((inbox.c.ready_at < bindparam("rests_until", type_=UtcDateTime), bindparam("rests_until")), else_=inbox.c.ready_at),
    )
)
_USED_UP = (
    select(inbox.c.id, inbox.c.conversation_id, inbox.c.channel, inbox.c.identity_id, conversation.c.ticket_id)
    .join(conversation, conversation.c.id == inbox.c.conversation_id)
    .where(inbox.c.id.in_(bindparam("ids", expanding=True)), inbox.c.done_at.is_(None), inbox.c.attempts >= bindparam("most"))
    .order_by(inbox.c.id)
)
_STILL_WAITING = select(inbox.c.id).where(inbox.c.id.in_(bindparam("ids", expanding=True)), inbox.c.done_at.is_(None))
_LINE = select(ticket.c.id, func.coalesce(ticket.c.reply_to, ticket.c.filed_in)).where(ticket.c.id.in_(bindparam("ids", expanding=True)))
_BY_EXTERNAL_ID = select(inbox.c.id).where(
    inbox.c.external_id == bindparam("external_id"), inbox.c.channel == COMMAND, inbox.c.account.in_(["", APART])
)
_RESULT = select(inbox.c.result, inbox.c.reason).where(inbox.c.id == bindparam("id"), inbox.c.done_at.is_not(None))


def put(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    """Stores what is new, in the order given; what is known already is left out."""
    _PUT(connection, arrivals)


def pending(connection: Connection, conversation_ids: Collection[int]) -> dict[int, list[Waiting]]:
    """By conversation, all that waits, in order."""
    found: dict[int, list[Waiting]] = defaultdict(list)
    for waiting in map(Waiting._make, _PENDING(connection, conversation_ids)):
        found[waiting.conversation_id].append(waiting)
    return found


def still_waiting(connection: Connection, ids: Collection[int]) -> Sequence[int]:
    """Those of these rows that are not done."""
    return connection.scalars(_STILL_WAITING, {"ids": list(ids)}).all()


def close(connection: Connection, done: Iterable[Done], now: datetime) -> None:
    _CLOSE(connection, [(*each, now) for each in done])


def blank(connection: Connection, ids: Collection[int]) -> None:
    """What was said there is kept no longer; that something was is."""
    connection.execute(_BLANK, {"ids": list(ids)})


def count_failure(connection: Connection, ids: Sequence[int], now: datetime, *, rest: timedelta, reason: str, most: int = ATTEMPTS) -> None:
    """One more failed turn for each of these rows, which then rest; those that failed `most` times are parked.

    A parked message of a person writes a row of channel `parked` into its line, whose turn tells that person; all that is parked stands
    in the history.
    """
    connection.execute(_COUNT, {"ids": list(ids), "rests_until": now + rest})
    parked = connection.execute(_USED_UP, {"ids": list(ids), "most": most}).all()
    if not parked:
        return
    close(connection, [Done(row.id, "parked", reason[:REASON_LENGTH]) for row in parked], now)
    told = [row for row in parked if row.channel not in OWN_CHANNELS]
    if told:
        put(connection, [Arrival(PARKED, "", str(row.id), row.conversation_id, "", "{}", now, now, row.identity_id) for row in told])
    connection.execute(_EVENT, [_parked_event(row.conversation_id, row.ticket_id, row.id, reason, now) for row in parked])


_EVENT = event.insert()


def _parked_event(conversation_id: int, ticket_id: int | None, inbox_id: int, reason: str, now: datetime) -> dict[str, Any]:
    after = {"inbox": inbox_id, "reason": reason[:REASON_LENGTH]}
    return {"actor": "rule", "act": "parked", "conversation_id": conversation_id, "ticket_id": ticket_id, "after": after, "at": now}


def lines(connection: Connection, ticket_ids: Collection[int]) -> dict[int, int]:
    """By ticket: the conversation in whose line what is done to it stands: the customer's, else the one that wrote it."""
    return {number: line for number, line in connection.execute(_LINE, {"ids": sorted(set(ticket_ids))})}  # noqa: C416


def put_commands(connection: Connection, commands: Mapping[str, Command], now: datetime) -> None:
    """Commands by their external id, each into the line that it names, else of its ticket; one on two lines into that of the lower
    conversation, and apart.

    Raises `LookupError` for a ticket that does not exist.
    """
    line = lines(connection, [number for each in commands.values() if each.line is None for number in each.about])
    put(connection, [_arrival(key, each, _lines_of(each, line), now) for key, each in commands.items()])


def _lines_of(command: Command, line: Mapping[int, int]) -> Collection[int]:
    return {line[number] for number in command.about} if command.line is None else {command.line}


def _arrival(key: str, command: Command, line: Collection[int], now: datetime) -> Arrival:
    return Arrival(COMMAND, APART if len(line) > 1 else "", key, min(line), "", _command(command), now, now)


def put_command(connection: Connection, command: Command, external_id: str, now: datetime) -> int:
    """Puts an act into its ticket's line; `external_id` is made by whoever gives it, so that giving it twice is giving it once.

    Returns the inbox row, whose `result_of` tells what became of it. Raises `LookupError` for a ticket that does not exist.
    """
    put_commands(connection, {external_id: command}, now)
    row: int = connection.scalars(_BY_EXTERNAL_ID, {"external_id": external_id}).one()
    return row


def put_about_talk(connection: Connection, conversation_id: int, command: Command, now: datetime) -> None:
    """An act about a conversation itself, whatever ticket is talked about there."""
    key = f"{command.act}:{conversation_id}:{now.timestamp()}"
    put(connection, [Arrival(COMMAND, "", key, conversation_id, "", _command(command), now, now)])


def _command(command: Command) -> str:
    return encode({name: getattr(command, name) for name in ("act", "ticket", "by", "agent", "input", "at")})


def result_of(connection: Connection, inbox_id: int) -> Answered | None:
    """None while its turn has not come."""
    row = connection.execute(_RESULT, {"id": inbox_id}).one_or_none()
    return None if row is None else Answered(row.result, row.reason or "")
