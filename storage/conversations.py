"""Conversations: which are ready for a turn, and what a turn made of them."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from operator import attrgetter

from sqlalchemy import Connection, Text, and_, bindparam, func, literal_column, or_, select, type_coerce, update

from core.conversations import Conversation
from storage.batches import Batch
from storage.queries import ListQuery, Query, Row
from storage.records import UtcDateTime
from storage.tables import OPEN_PROMPT, conversation, inbox

BATCH = 64  # conversations in one transaction; measured: twice as many cost a tenth less a turn than 32 (docs/performance.md)
HEADS = 256  # conversations looked at, so that those that other processes hold do not hide the ready ones
PATIENCE = timedelta(seconds=10)  # nobody who goes on writing waits longer than this for the bot

_NOW = bindparam("now", type_=UtcDateTime)
_LONG_AGO = bindparam("long_ago", type_=UtcDateTime)

_waits_for_nothing = func.count().filter(inbox.c.ready_at <= inbox.c.received_at)
_failed_and_rests = func.count().filter(and_(inbox.c.attempts > 0, inbox.c.ready_at > _NOW))
_heads = (
    select(inbox.c.conversation_id, func.min(inbox.c.id).label("first"))
    .where(inbox.c.done_at.is_(None))
    .group_by(inbox.c.conversation_id)
    .having(
        or_(func.max(inbox.c.ready_at) <= _NOW, _waits_for_nothing > 0, func.min(inbox.c.received_at) <= _LONG_AGO),
        _failed_and_rests == 0,
    )
    .order_by("first")
    .limit(literal_column(str(HEADS)))
    .subquery()
)
_CLAIM = Query(
    select(  # the fields of the record, in their order
        conversation.c.id,
        conversation.c.channel,
        conversation.c.account,
        conversation.c.address,
        conversation.c.version,
        conversation.c.owner,
        type_coerce(conversation.c.open_prompt, Text).label("open_prompt"),
        conversation.c.collects,
        conversation.c.ticket_id,
        conversation.c.heard_at,
        conversation.c.flood_until,
        conversation.c.agent_id,
        conversation.c.agent_since,
        conversation.c.lease_until,
        conversation.c.answered_at,
        conversation.c.unreachable_since,
        conversation.c.told_opening_at,
        conversation.c.free_until,
        conversation.c.doubted_since,
    )
    .join(_heads, _heads.c.conversation_id == conversation.c.id)
    .order_by(_heads.c.first)
    .limit(literal_column(str(BATCH)))
    # Not plain FOR UPDATE: the inbox's foreign key would make every ingest wait for the turn.
    .with_for_update(key_share=True, skip_locked=True, of=conversation)
)
_HOLD = ListQuery(
    select(conversation.c.id).with_for_update(key_share=True, skip_locked=True),
    conversation.c.id,
)
_SAVED = ("address", "version", "owner", "open_prompt", "collects", "ticket_id", "heard_at", "flood_until", "agent_id", "agent_since",
          "lease_until", "answered_at", "unreachable_since", "told_opening_at", "free_until", "doubted_since")  # fmt: skip
_SAVE = Batch(
    update(conversation).where(conversation.c.id == bindparam("_id")).values({name: bindparam(name) for name in _SAVED}),
    (*_SAVED, "_id"),
)
_saved = attrgetter(*["open" if name == "open_prompt" else name for name in _SAVED], "id")


def claim(connection: Connection, now: datetime) -> dict[int, Row]:
    """Locks up to 64 conversations that are ready, by their first waiting message, or some would starve.

    Ready: nothing more is awaited, or something came that waits for nothing, or the first has waited long enough; and no message that
    failed still rests. The rows, by id, are for `read`, each on its own: one that cannot be read harms no other.
    """
    return {row[0]: row for row in _CLAIM(connection, now=now, long_ago=now - PATIENCE)}


def hold(connection: Connection, ids: Collection[int]) -> bool:
    """Locks these too, for this transaction, if nobody else has one of them; never waits."""
    return len(_HOLD(connection, ids)) == len(ids)


def read(row: Row) -> Conversation:
    """The record of a claimed row. Raises `msgspec.ValidationError` when a stored record is not as this program knows it."""
    number, channel, account, address, version, owner, opened, *others = row
    return Conversation(number, channel, account, address, version, owner, OPEN_PROMPT.decode(opened) if opened else None, *others)


def save(connection: Connection, changed: Iterable[Conversation]) -> None:
    """Writes what turns made of conversations that are locked."""
    _SAVE(connection, [*map(_saved, changed)])
