"""The outbox: what goes out, in order for each address, and what became of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, insert, literal_column, or_, select, update

from core.messages import ASKS, CODE, Address, Call, Outgoing
from storage import expiry
from storage.batches import Batch
from storage.pacing import WHOLE, is_trial, is_whole
from storage.queries import ListQuery, Row
from storage.records import UtcDateTime
from storage.retention import NO_CALL
from storage.tables import card, outbox

IN_FLIGHT = 64  # sends of one process at once; also the most that one claim takes
GONE_AFTER, GONE_WITH_FILE = timedelta(seconds=30), timedelta(minutes=6)  # three times the limit of one send
REPORTING = ("whatsapp",)  # channels whose platform tells what became of each message
REPORTED_WITHIN = timedelta(seconds=30)  # that a send may still be reported, before nobody will ever know (design: one turn)
ATTEMPTS = 3  # sends of one row whose end nobody knows
ARRIVED = ("sent", "delivered", "read")
FOR_PEOPLE = ("alarm", "alert", "ring")  # what the agency's own people must hear: it is tried for as long as somebody may mend it
MAY_BE_MENDED = ("alarm", "alert")  # chats of the agency's people, which somebody may open again
WHATEVER_FOLLOWED = ("relay", "card", *FOR_PEOPLE)  # each says something of its own; an alarm passes by what waits before it
SENT_AGAIN = (*ASKS, *WHATEVER_FOLLOWED)  # when nobody knows whether they went
PASSES = ("safety", "alarm", "ring")  # wait for nobody
ALARMS = (
    "alert-title.danger",
    "alert-title.unacknowledged-1",
    "alert-title.unacknowledged-2",
)  # words of which somebody may take on a danger
ALARM_ENDED = "alert-ended"
AGAIN_FOR_PEOPLE = timedelta(minutes=1)
ATTEMPTS_FOR_PEOPLE = 24 * 60  # a day


class Departure(NamedTuple):
    """A row to be written."""

    conversation_id: int
    version: int
    ordinal: int
    channel: str
    account: str
    address: str
    purpose: str
    call: Call
    due_at: datetime
    ticket_id: int | None = None  # what an agent who replies to it speaks of
    card_id: int | None = None  # of which it is the newest edition
    expires_at: datetime | None = None  # does not go after that; None: may always go


class Noted(NamedTuple):
    """What became of a send. `due_at` None: it is over."""

    id: int
    status: str
    due_at: datetime | None = None
    external_id: str | None = None
    reason: str | None = None


_live = outbox.c.due_at.is_not(None)
_before = outbox.alias("before")
_held_back = (
    select(_before.c.id)
    .where(
        _before.c.address == outbox.c.address,
        _before.c.channel == outbox.c.channel,
        _before.c.account == outbox.c.account,
        _before.c.id < outbox.c.id,
        _before.c.due_at.is_not(None),
        _before.c.status != "unknown",
    )
    .exists()
)
_NOW = bindparam("now", type_=UtcDateTime)
_READY = ListQuery(
    select(
        outbox.c.id,
        outbox.c.attempts,
        outbox.c.channel,
        outbox.c.account,
        outbox.c.address,
        outbox.c.purpose,
        outbox.c.call,
        card.c.external_id,
        WHOLE.c.reason,
        outbox.c.expires_at,
    )
    .join(card, card.c.id == outbox.c.card_id, isouter=True)
    .join(WHOLE, is_whole(outbox), isouter=True)
    .where(
        _live,
        outbox.c.status == "queued",
        outbox.c.due_at <= _NOW,
        or_(*[outbox.c.purpose == each for each in PASSES], ~_held_back),
        or_(WHOLE.c.held_until.is_(None), WHOLE.c.held_until <= _NOW),
    )
    .order_by(outbox.c.due_at, outbox.c.id)
    .limit(literal_column(str(IN_FLIGHT)))
    .with_for_update(skip_locked=True, of=outbox),
    outbox.c.channel,
)
_READY_AT = _READY.narrowed(outbox.c.address == bindparam("address"))
_POSTPONE = Batch(
    update(outbox).where(outbox.c.id == bindparam("_id")).values(due_at=bindparam("at", type_=UtcDateTime)),
    ("_id", "at"),
)
_SENDING = Batch(
    update(outbox)
    .where(outbox.c.id == bindparam("_id"))
    .values(status="sending", claimed_by=bindparam("process"), due_at=bindparam("until", type_=UtcDateTime)),
    ("_id", "process", "until"),
)
_MINE = and_(outbox.c.status == "sending", outbox.c.claimed_by == bindparam("process"))
# What was given up meanwhile may be queued again, or known to be over; if another process sends it now, that one will tell.
_NOTE = Batch(
    update(outbox)
    .where(outbox.c.id == bindparam("id_"), or_(_MINE, outbox.c.status == "queued", outbox.c.status == "unknown"))
    .values({name: bindparam(name) for name in Noted._fields[1:]}),
    ("id_", *Noted._fields[1:], "process"),
)
_PUT = Batch(insert(outbox), Departure._fields)
_CANCEL = (
    update(outbox)
    .where(
        outbox.c.conversation_id.in_(bindparam("ids", expanding=True)),
        _live,
        outbox.c.status == "queued",
        outbox.c.purpose == "prompt",
    )
    .values(status="cancelled", due_at=None)
)
_CANCEL_RINGS = (
    update(outbox)
    .where(outbox.c.ticket_id.in_(bindparam("tickets", expanding=True)), _live, outbox.c.status == "queued", outbox.c.purpose == "ring")
    .values(status="cancelled", due_at=None)
)
_ALARMS = (
    select(outbox.c.channel, outbox.c.account, outbox.c.address, outbox.c.external_id, outbox.c.call)
    .where(outbox.c.ticket_id == bindparam("ticket_id"), outbox.c.purpose.in_(("alarm", "alert")))
    .order_by(outbox.c.id)
)
_CANCEL_TO = (
    update(outbox)
    .where(
        outbox.c.address == bindparam("_address"),
        outbox.c.channel == bindparam("_channel"),
        outbox.c.account == bindparam("_account"),
        outbox.c.ticket_id.is_not(None),
        outbox.c.status == "queued",
        _live,
    )
    .values(status="cancelled", due_at=None)
)
_TICKET = (
    select(outbox.c.ticket_id)
    .where(
        outbox.c.external_id == bindparam("external_id"),
        outbox.c.address == bindparam("address"),
        outbox.c.channel == bindparam("channel"),
        outbox.c.account == bindparam("account"),
        outbox.c.ticket_id.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_READDRESS = (
    update(outbox)
    .where(
        outbox.c.address == bindparam("_address"),
        outbox.c.channel == bindparam("_channel"),
        outbox.c.account == bindparam("_account"),
        outbox.c.status == "queued",
        _live,
    )
    .values(address=bindparam("there"))
)
_ADDRESS = select(outbox.c.channel, outbox.c.account, outbox.c.address).where(outbox.c.id == bindparam("id"))
_MOVE = (
    update(outbox)
    .where(
        outbox.c.address == bindparam("_address"),
        outbox.c.channel == bindparam("_channel"),
        outbox.c.account == bindparam("_account"),
        or_(outbox.c.id == bindparam("_id"), outbox.c.status == "queued"),  # what is being sent will learn it by itself
        _live,
    )
    .values(address=bindparam("there"), status="queued", due_at=bindparam("now", type_=UtcDateTime))
)


_BLANK = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)), outbox.c.purpose == CODE, outbox.c.status.not_in(("queued", "sending")))
    .values(call=NO_CALL)
)


def put(connection: Connection, departures: Sequence[Departure]) -> None:
    _PUT(connection, departures)


def cancel_prompts(connection: Connection, conversation_ids: Collection[int]) -> None:
    """The bot says nothing more there. What is being sent already counts as said; safety texts, references and notes always go."""
    connection.execute(_CANCEL, {"ids": list(conversation_ids)})


def cancel_rings(connection: Connection, tickets: Collection[int]) -> None:
    """Somebody sees to the dangers of these tickets: no other telephone shall ring for them."""
    connection.execute(_CANCEL_RINGS, {"tickets": list(tickets)})


def alarms(connection: Connection, ticket_id: int) -> list[tuple[tuple[str, str, str], str, Call]]:
    """Where our people were told of that ticket's danger, and is not said to be over: address, the channel's id, and how it was told."""
    found: list[tuple[tuple[str, str, str], str, Call]] = []
    for *at, external_id, call in connection.execute(_ALARMS, {"ticket_id": ticket_id}):
        if call.words == ALARM_ENDED:
            found.clear()
        elif call.words in ALARMS and external_id is not None:
            found.append((tuple(at), external_id, call))
    return found


def ready(connection: Connection, now: datetime, channels: Collection[str], address: str | None = None) -> list[Outgoing]:
    """Rows of these channels that may go, locked: the first of each address, or of that one alone, and safety texts in any case.

    What comes too late ends here, and is told to whoever said it.
    """
    found = _READY(connection, channels, now=now) if address is None else _READY_AT(connection, channels, now=now, address=address)
    late = [number for number, *_, expires_at in found if expires_at is not None and expires_at <= now]
    over = expiry.expire(connection, late, now) if late else ()
    blank(connection, over)
    return [_outgoing(row) for row in found if row[0] not in over]


def _outgoing(row: Row) -> Outgoing:
    number, attempts, channel, account, address, purpose, call, edits, refused, _ = row
    return Outgoing(number, attempts + 1, channel, account, address, purpose, call, edits or "", is_trial=is_trial(refused))


def take(connection: Connection, rows: Iterable[Outgoing], now: datetime, process: int) -> None:
    """This process sends them now."""
    until, later = now + GONE_AFTER, now + GONE_WITH_FILE
    _SENDING(connection, [(row.id, process, later if row.call.kind == "media" else until) for row in rows])


def postpone(connection: Connection, times: Mapping[int, datetime]) -> None:
    """By row: when it may go; it was too early now."""
    _POSTPONE(connection, [*times.items()])


def note(connection: Connection, outcomes: Sequence[Noted], process: int) -> None:
    """What became of sends of this process. A send that was given up may still report that it went."""
    _NOTE(connection, [(*each, process) for each in outcomes])


def blank(connection: Connection, ids: Collection[int]) -> None:
    """Codes among these that went, or never will, are kept no longer."""
    if ids:
        connection.execute(_BLANK, {"ids": list(ids)})


def move(connection: Connection, outbox_id: int, there: str, now: datetime) -> None:
    """Whoever was at the address of this row is at another one now: all that has not gone yet goes there."""
    channel, account, address = connection.execute(_ADDRESS, {"id": outbox_id}).one()
    here = {"_channel": channel, "_account": account, "_address": address, "_id": outbox_id}
    connection.execute(_MOVE, here | {"there": there, "now": now})


def readdress(connection: Connection, here: Address, there: str) -> None:
    """Whoever was there is at another address of that account now: what waits goes to that one, when it would have gone."""
    at = {"_channel": here.channel, "_account": here.account, "_address": here.address}
    connection.execute(_READDRESS, at | {"there": there})


def ticket_of(connection: Connection, external_id: str, at: Address) -> int | None:
    """What one of our people was told about in the message of that id at this address."""
    asked = {"external_id": external_id, "address": at.address, "channel": at.channel, "account": at.account}
    found: int | None = connection.scalar(_TICKET, asked)
    return found


def cancel_to(connection: Connection, at: Address) -> None:
    """Nothing about any ticket goes to this address any more."""
    connection.execute(_CANCEL_TO, {"_channel": at.channel, "_account": at.account, "_address": at.address})
