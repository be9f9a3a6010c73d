"""Files that people sent: which are to be fetched, and what became of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, bindparam, delete, literal_column, select, update

from core.files import MOST_BYTES, place_of
from core.messages import MediaKind
from storage.batches import Batch
from storage.insertion import insert_new, insert_or_set
from storage.queries import ListQuery, Query
from storage.records import UtcDateTime
from storage.tables import media, media_copy

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=1), timedelta(hours=6)  # between two attempts: doubled each time
MOST = 24  # attempts, some two and a half days; a platform that is away for longer has lost the file
LEASE = timedelta(minutes=5)  # after which the attempt of a process that died is made again; longer than a fetch may take
AT_ONCE = 4  # fetches of one process
REASON_LENGTH = 300  # characters kept of why it did not come

State = str  # pending ready failed expired too_large refused


class Sent(NamedTuple):
    """A row to be written."""

    channel: str
    account: str
    ref: str
    conversation_id: int
    inbox_id: int
    ticket_id: int | None
    kind: str
    mime: str
    name: str
    size: int | None
    received_at: datetime
    due_at: datetime


class Wanted(NamedTuple):
    """A file to be fetched now."""

    id: int
    channel: str
    account: str
    ref: str
    size: int | None
    attempts: int  # with this one


@dataclass(frozen=True, slots=True)
class Medium:
    """A file as it is read. Once it is ready it stands in the data folder at `place`."""

    inbox_id: int
    kind: MediaKind
    mime: str
    name: str
    size: int | None
    sha256: str | None
    state: State
    reason: str | None

    @property
    def place(self) -> str | None:
        return place_of(self.sha256, self.mime) if self.sha256 else None


class Brought(NamedTuple):
    """A file as it is brought to people elsewhere. `known_as`: the id by which the account there has it already."""

    id: int
    kind: MediaKind
    mime: str
    name: str
    size: int | None
    sha256: str | None
    state: State
    attempts: int
    received_at: datetime
    due_at: datetime | None
    known_as: str | None


class Copy(NamedTuple):
    """A row to be written."""

    media_id: int
    channel: str
    account: str
    ref: str
    expires_at: datetime


_ADD = Batch(insert_new(media), Sent._fields)
_DUE = ListQuery(
    select(media.c.id, media.c.channel, media.c.account, media.c.ref, media.c.size, media.c.attempts)
    .where(media.c.due_at <= bindparam("now", type_=UtcDateTime))
    .order_by(media.c.due_at)
    .limit(literal_column(str(AT_ONCE)))
    .with_for_update(skip_locked=True),
    media.c.channel,
)
_TAKE = Batch(
    update(media)
    .where(media.c.id == bindparam("_id"))
    .values(attempts=bindparam("attempts"), due_at=bindparam("until", type_=UtcDateTime)),
    ("_id", "attempts", "until"),
)
_PENDING = (media.c.id == bindparam("_id"), media.c.state == "pending")
_AGAIN = update(media).where(*_PENDING).values(due_at=bindparam("at", type_=UtcDateTime), reason=bindparam("why"))
_READY = (
    update(media)
    .where(*_PENDING)
    .values(state="ready", due_at=None, reason=None, sha256=bindparam("digest"), mime=bindparam("true_mime"), size=bindparam("true_size"))
)
_OVER = update(media).where(*_PENDING).values(state=bindparam("becomes"), due_at=None, reason=bindparam("why"))
_GIVEN_UP = ("failed", "expired")  # what may still come, if somebody asks again
_AFRESH = (
    update(media)
    .where(media.c.ticket_id == bindparam("_ticket_id"), media.c.state.in_(_GIVEN_UP))
    .values(state="pending", attempts=0, due_at=bindparam("now", type_=UtcDateTime), reason=None)
)
_WANTED_AGAIN = (
    update(media)
    .where(media.c.inbox_id == bindparam("_inbox_id"), media.c.state.in_(_GIVEN_UP))
    .values(state="pending", attempts=0, due_at=bindparam("now", type_=UtcDateTime), reason=None)
)
_OF_TICKET = (
    select(
        media.c.inbox_id,
        media.c.kind,
        media.c.mime,
        media.c.name,
        media.c.size,
        media.c.sha256,
        media.c.state,
        media.c.reason,
    )
    .where(media.c.ticket_id == bindparam("ticket_id"))
    .order_by(media.c.id)
)
_BROUGHT = Query(
    select(*[media.c[name] for name in Brought._fields[:-1]], media_copy.c.ref)
    .join(
        media_copy,
        and_(
            media_copy.c.media_id == media.c.id,
            media_copy.c.channel == bindparam("channel"),
            media_copy.c.account == bindparam("account"),
            media_copy.c.expires_at > bindparam("now", type_=UtcDateTime),
        ),
        isouter=True,
    )
    .where(media.c.inbox_id == bindparam("inbox_id"))
    .order_by(media.c.id)
    .limit(literal_column("1"))
)
_STATE = Query(
    select(media.c.state, media.c.size).where(media.c.inbox_id == bindparam("inbox_id")).order_by(media.c.id).limit(literal_column("1"))
)
_COPY = Batch(insert_or_set(media_copy, "ref", "expires_at"), Copy._fields)
_FORGET = delete(media_copy).where(
    media_copy.c.media_id.in_(select(media.c.id).where(media.c.inbox_id == bindparam("inbox_id"))),
    media_copy.c.channel == bindparam("there"),
    media_copy.c.account == bindparam("whose"),
)
_BELONGS = Batch(
    update(media).where(media.c.inbox_id == bindparam("_inbox_id")).values(ticket_id=bindparam("ticket")), ("_inbox_id", "ticket")
)


def add(connection: Connection, sent: Sequence[Sent]) -> None:
    """What is known already is left out: a turn that was rolled back is taken again."""
    _ADD(connection, sent)


def take_due(connection: Connection, now: datetime, channels: Collection[str], room: int) -> list[Wanted]:
    """The next files of these channels, as this process fetches them now."""
    rows = _DUE(connection, channels, now=now)[:room]
    wanted = [Wanted._make(row)._replace(attempts=row[-1] + 1) for row in rows]
    _TAKE(connection, [(each.id, each.attempts, now + LEASE) for each in wanted])
    return wanted


def come_again(connection: Connection, wanted: Wanted, now: datetime, reason: str, at_least: timedelta = FIRST_WAIT) -> None:
    """It did not come: later, unless it was tried often enough."""
    if wanted.attempts >= MOST:
        end(connection, wanted.id, "failed", reason)
        return
    wait = max(at_least, min(LONGEST_WAIT, FIRST_WAIT * 2 ** (wanted.attempts - 1)))
    connection.execute(_AGAIN, {"_id": wanted.id, "at": now + wait, "why": reason[:REASON_LENGTH]})


def end(connection: Connection, media_id: int, state: State, reason: str) -> None:
    """There will be no further attempt."""
    connection.execute(_OVER, {"_id": media_id, "becomes": state, "why": reason[:REASON_LENGTH]})


def ready(connection: Connection, media_id: int, sha256: str, mime: str, size: int) -> None:
    """The file stands in the data folder."""
    connection.execute(_READY, {"_id": media_id, "digest": sha256, "true_mime": mime, "true_size": size})


def of_ticket(connection: Connection, ticket_id: int) -> tuple[Medium, ...]:
    """In the order in which they came."""
    return tuple(Medium(*tuple(row)) for row in connection.execute(_OF_TICKET, {"ticket_id": ticket_id}))


def fetch_again(connection: Connection, ticket_id: int, now: datetime) -> int:
    """By a person's wish: what was given up is tried as if it had just been sent. Returns how many."""
    return connection.execute(_AFRESH, {"_ticket_id": ticket_id, "now": now}).rowcount


def want_again(connection: Connection, inbox_id: int, now: datetime) -> None:
    """The same of the file of one message."""
    connection.execute(_WANTED_AGAIN, {"_inbox_id": inbox_id, "now": now})


def brought(connection: Connection, inbox_id: int, channel: str, account: str, now: datetime) -> Brought | None:
    """The file of that message, on its way to an account of a channel."""
    return next((Brought._make(row) for row in _BROUGHT(connection, inbox_id=inbox_id, channel=channel, account=account, now=now)), None)


def lost(connection: Connection, inbox_id: int) -> State | None:
    """Why the file of that message will never come; None where it is here, or may come."""
    for state, size in _STATE(connection, inbox_id=inbox_id):
        if state == "pending" and size is not None and size > MOST_BYTES:
            return "too_large"
        return None if state in ("pending", "ready") else str(state)
    return "failed"


def note_copy(connection: Connection, copy: Copy) -> None:
    """An account has the file now, or has it anew."""
    _COPY(connection, [copy])


def forget_copy(connection: Connection, inbox_id: int, channel: str, account: str) -> None:
    """What came of its id there is not known, or was nothing: the file is uploaded anew the next time."""
    connection.execute(_FORGET, {"inbox_id": inbox_id, "there": channel, "whose": account})


def belong(connection: Connection, pairs: Sequence[tuple[int, int]]) -> None:
    """The files of these messages are of these tickets, whatever was talked about where they were sent."""
    _BELONGS(connection, pairs)
