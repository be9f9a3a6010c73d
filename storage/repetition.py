"""What is sent once more: nobody knows whether it went, or it failed and may go later."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, Integer, and_, bindparam, case, null, or_, select, update

from core.messages import CODE
from storage import media, undelivered
from storage.outbox import (
    AGAIN_FOR_PEOPLE,
    ARRIVED,
    ATTEMPTS,
    ATTEMPTS_FOR_PEOPLE,
    FOR_PEOPLE,
    MAY_BE_MENDED,
    REPORTED_WITHIN,
    REPORTING,
    SENT_AGAIN,
    WHATEVER_FOLLOWED,
    blank,
)
from storage.records import UtcDateTime
from storage.tables import conversation, outbox

_IDS = outbox.c.id.in_(bindparam("ids", expanding=True))
_has_person = or_(conversation.c.agent_id.is_not(None), conversation.c.answered_at.is_not(None))
_is_attended = select(conversation.c.id).where(conversation.c.id == outbox.c.conversation_id, _has_person).exists()
_SILENCE = (
    update(outbox)
    .where(
        _IDS,
        outbox.c.status == "queued",
        outbox.c.purpose == "prompt",
        _is_attended,
    )
    .values(status="cancelled", due_at=None)
)
_NOW = bindparam("now", type_=UtcDateTime)
_live = outbox.c.due_at.is_not(None)
_sends = _live & (outbox.c.status == "sending")
_STILL_MINE = (
    select(outbox.c.id).where(outbox.c.id == bindparam("id"), outbox.c.status == "sending", outbox.c.claimed_by == bindparam("process"))
).with_for_update()
_OVERDUE = select(outbox.c.id).where(_sends, outbox.c.due_at <= _NOW).with_for_update(skip_locked=True)
_OF_PROCESSES = (
    select(outbox.c.id).where(_sends, outbox.c.claimed_by.in_(bindparam("processes", expanding=True))).with_for_update(skip_locked=True)
)
_after = outbox.alias("after")
_newer = (
    select(_after.c.id)
    .where(
        _after.c.conversation_id == outbox.c.conversation_id,
        _after.c.address == outbox.c.address,
        _after.c.id > outbox.c.id,
        _after.c.status.in_(("sending", *ARRIVED)),
    )
    .exists()
)
_NEEDED = ("safety", "reference", *WHATEVER_FOLLOWED)  # nothing newer takes their place
_is_wanted = or_(outbox.c.purpose.in_(_NEEDED), ~_newer)
_waits_for_word = and_(outbox.c.channel.in_(REPORTING), outbox.c.purpose != "safety")  # which is rather read twice than half a minute late
_STILL_SENDING = outbox.c.status == "sending"
_UNKNOWN = (
    update(outbox)
    .where(_IDS, _STILL_SENDING)
    .values(
        status="unknown",
        due_at=case((_waits_for_word, bindparam("until", type_=UtcDateTime)), else_=null()),
        attempts=outbox.c.attempts + 1,
        reason=bindparam("why"),
    )
    .returning(outbox.c.id, outbox.c.due_at)
)
_UNREPORTED = select(outbox.c.id).where(_live, outbox.c.status == "unknown", outbox.c.due_at <= _NOW).with_for_update(skip_locked=True)
_OVER = update(outbox).where(_IDS).values(due_at=None)
_AGAIN = (
    update(outbox)
    .where(_IDS, outbox.c.purpose.in_(SENT_AGAIN), outbox.c.attempts < ATTEMPTS, _is_wanted)
    .values(status="queued", due_at=bindparam("now", type_=UtcDateTime))
)
_AGAIN_AFTER_FAILURE = (
    update(outbox)
    .where(_IDS, outbox.c.status == "failed", outbox.c.purpose != CODE, outbox.c.attempts < bindparam("most") - 1, _is_wanted)
    .values(status="queued", due_at=bindparam("at", type_=UtcDateTime), attempts=outbox.c.attempts + 1, external_id=None)
    .returning(outbox.c.id)
)
_AGAIN_FOR_PEOPLE = (
    update(outbox)
    .where(_IDS, outbox.c.purpose.in_(FOR_PEOPLE), outbox.c.status.in_(("unknown", "failed")), outbox.c.attempts < ATTEMPTS_FOR_PEOPLE)
    .values(status="queued", due_at=bindparam("later", type_=UtcDateTime), attempts=outbox.c.attempts + bindparam("more", type_=Integer))
)

_COUNT = update(outbox).where(_IDS).values(attempts=outbox.c.attempts + 1)
_CALLS = select(outbox.c.call).where(_IDS)
_free_until = select(conversation.c.free_until).where(conversation.c.id == outbox.c.conversation_id).scalar_subquery()
_ONCE_MORE = (
    update(outbox)
    .where(
        _IDS,
        outbox.c.conversation_id == bindparam("conversation"),
        outbox.c.purpose == "agent",
        outbox.c.status.in_(("unknown", "failed", "expired")),
    )
    .values(
        status="queued",
        due_at=bindparam("now", type_=UtcDateTime),
        expires_at=case((outbox.c.expires_at.is_not(None), _free_until)),  # a template always goes
        attempts=outbox.c.attempts + 1,
    )
)
_PURPOSE = select(outbox.c.purpose).where(outbox.c.id == bindparam("id"))


def note_unknown(connection: Connection, outbox_id: int, process: int, now: datetime, why: str) -> None:
    """Nobody will ever tell what became of this send."""
    ids = connection.scalars(_STILL_MINE, {"id": outbox_id, "process": process}).all()
    give_up(connection, ids, now, why)


def give_up(connection: Connection, ids: Collection[int], now: datetime, why: str) -> int:
    """Nobody knows whether these were sent. They hold nothing back; a question that nothing has followed goes again, a few times; so
    do words of danger and a reference, whatever has followed them.

    Where the platform reports what became of a message, its word is waited for first.
    What people of the agency must hear goes on for longer, now and then: an outage does not end with the third attempt.
    """
    if not ids:
        return 0
    unknown = connection.execute(_UNKNOWN, {"ids": list(ids), "why": why, "until": now + REPORTED_WITHIN}).all()
    blank(connection, [row.id for row in unknown])
    _repeat(connection, [row.id for row in unknown if row.due_at is None], now)
    return len(unknown)


def _repeat(connection: Connection, ids: Collection[int], now: datetime) -> None:
    if ids:
        connection.execute(_AGAIN, {"ids": list(ids), "now": now})
        undelivered.ask(connection, ids, now)
        again_for_people(connection, ids, now, attempts=0)  # which are counted already
        silence(connection, ids)


def again_after_failure(connection: Connection, outbox_id: int, at: datetime, *, is_held: bool = False) -> bool:
    """Its platform says that it did not go and may later: then it does, unless it was tried too often, or something newer took its place.

    `is_held`: the whole account is refused, which lasts until somebody has mended it.
    """
    most = ATTEMPTS_FOR_PEOPLE if is_held else ATTEMPTS
    is_going = connection.scalar(_AGAIN_AFTER_FAILURE, {"ids": [outbox_id], "at": at, "most": most}) is not None
    silence(connection, [outbox_id] if is_going else [])
    return is_going


def count(connection: Connection, ids: Collection[int]) -> None:
    """These sends were attempts, though they did not go."""
    if ids:
        connection.execute(_COUNT, {"ids": list(ids)})


def silence(connection: Connection, ids: Collection[int]) -> None:
    """Of rows that are to go again after all: what the bot asked is said no more when an agent has the talk by now (F12)."""
    if ids:
        connection.execute(_SILENCE, {"ids": list(ids)})


def again_for_people(connection: Connection, ids: Collection[int], now: datetime, *, attempts: int = 1) -> None:
    """Later, for as long as somebody may mend it; what other people were to hear is left as it is."""
    connection.execute(_AGAIN_FOR_PEOPLE, {"ids": list(ids), "later": now + AGAIN_FOR_PEOPLE, "more": attempts})


def fail(connection: Connection, outbox_id: int, reason: str, now: datetime, *, dead: bool) -> None:
    """It was refused: whoever said it is told so; what people of the agency must hear in a chat is tried again instead."""
    if connection.scalar(_PURPOSE, {"id": outbox_id}) in MAY_BE_MENDED:
        again_for_people(connection, [outbox_id], now)
    else:
        undelivered.tell(connection, outbox_id, reason, now, dead=dead)


def send_again(connection: Connection, conversation_id: int, outbox_ids: Collection[int], now: datetime) -> None:
    """What an agent wrote there and did not arrive, or may not have: once more, because a person wants it."""
    for call in connection.scalars(_CALLS, {"ids": list(outbox_ids)}):
        if call.file is not None:
            media.want_again(connection, call.file, now)
    connection.execute(_ONCE_MORE, {"ids": list(outbox_ids), "conversation": conversation_id, "now": now})


def give_up_overdue(connection: Connection, now: datetime) -> int:
    """Gives up the sends that should have ended long ago, and those of which no report came; returns how many."""
    unreported = connection.scalars(_UNREPORTED, {"now": now}).all()
    if unreported:
        connection.execute(_OVER, {"ids": list(unreported)})
        _repeat(connection, unreported, now)
    ids = connection.scalars(_OVERDUE, {"now": now}).all()
    return len(unreported) + give_up(connection, ids, now, "it never ended")


def give_up_of(connection: Connection, processes: Collection[int], now: datetime) -> int:
    """Gives up what processes that died were sending; returns how many rows."""
    ids = connection.scalars(_OF_PROCESSES, {"processes": list(processes)}).all()
    return give_up(connection, ids, now, "its process died")
