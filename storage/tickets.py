"""Tickets: read, written by turns, found by their home."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, insert, or_, select, type_coerce, update

from core.answers import value_of
from core.tickets import MOVES, UNFINISHED, Priority, Registration, Status, Ticket
from storage.tables import ANSWERS, BY_PHONE, HAZARDS, OWES, SAID, WAIVED, ticket

PRIORITY = "maintenance.priority"  # the answer by which the queue is ordered
_RANKS: Mapping[object, int] = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}
_NO_RANK = 3

# Somebody still has to do something about it, and its customer knows it by a reference.
STANDING = tuple(each for each in Status if MOVES[each] and each not in UNFINISHED | {Status.RESOLVED, Status.CLOSED})

_JSON = {"answers", "said", "owes", "waived", "hazards"}
_SAVED = (
    "reply_to",
    "state",
    "status",
    "answers",
    "said",
    "owes",
    "waived",
    "hazards",
    "reference",
    "registration",
    "contact_id",
    "home_id",
    "contract_id",
    "merged_into",
    "waiting_since",
    "submitted_at",
    "opened_at",
    "danger",
    "rank",
)
_FIXED = ("id", "filed_in", "origin", "version")
_READ = (*_FIXED, *(name for name in _SAVED if name not in {"danger", "rank"}))

# JSON as text: `read` decodes it row by row.
COLUMNS = tuple(type_coerce(ticket.c[name], Text).label(name) if name in _JSON else ticket.c[name] for name in _READ)
_unfinished = or_(*[ticket.c.status == each.value for each in sorted(UNFINISHED)])

_BY_IDS = select(*COLUMNS).where(ticket.c.id.in_(bindparam("ids", expanding=True)))
_BY_REFERENCE = select(*COLUMNS).where(ticket.c.reference == bindparam("reference"))
_UNFINISHED = select(*COLUMNS).where(
    ticket.c.filed_in.in_(bindparam("conversation_ids", expanding=True)), _unfinished, ticket.c.origin != BY_PHONE
)
_OPEN_AT = (
    select(*COLUMNS)
    .where(
        ticket.c.home_id == bindparam("home_id"),
        ticket.c.reference.is_not(None),
        ticket.c.status.in_([each.value for each in STANDING]),
        ticket.c.id.not_in(bindparam("but", expanding=True)),
    )
    .order_by(ticket.c.id.desc())
    .limit(1)
)
_SAVE = (
    update(ticket)
    .where(ticket.c.id == bindparam("_id"))
    .values({name: bindparam(name) for name in _SAVED} | {"version": ticket.c.version + 1})
)
_NEW = insert(ticket).returning(ticket.c.id, sort_by_parameter_order=True)


def by_ids(connection: Connection, ids: Collection[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    """Rows by id, for `read`; an id that is unknown is left out."""
    return {row[0]: row for row in connection.execute(_BY_IDS, {"ids": list(ids)})}


def unfinished(connection: Connection, conversation_ids: Collection[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    """By conversation: its draft, for `read`."""
    return {row[1]: row for row in connection.execute(_UNFINISHED, {"conversation_ids": list(conversation_ids)})}


def read(row: Sequence[Any]) -> Ticket:
    """The record of a row. Raises `msgspec.ValidationError` when a stored record is not as this program knows it."""
    number, filed_in, origin, version, reply_to, state, status, answers, said, owes, waived, hazards, *others = row
    reference, registration, contact_id, home_id, contract_id, merged_into, waiting_since, submitted_at, opened_at = others
    return Ticket(
        id=number,
        filed_in=filed_in,
        reply_to=reply_to,
        state=state,
        status=Status(status),
        answers=ANSWERS.decode(answers),
        said=SAID.decode(said),
        owes=OWES.decode(owes),
        waived=WAIVED.decode(waived),
        hazards=HAZARDS.decode(hazards),
        reference=reference,
        registration=registration and Registration(registration),
        origin=origin,
        contact_id=contact_id,
        home_id=home_id,
        contract_id=contract_id,
        merged_into=merged_into,
        waiting_since=waiting_since,
        submitted_at=submitted_at,
        opened_at=opened_at,
        version=version,
    )


def find(connection: Connection, name: str) -> Ticket | None:
    """By its reference, or by `#ID` (a draft has no reference)."""
    if name.startswith("#"):
        number = name[1:]
        row = by_ids(connection, [int(number)]).get(int(number)) if number.isdecimal() else None
    else:
        row = connection.execute(_BY_REFERENCE, {"reference": name.strip()}).one_or_none()
    return None if row is None else read(row)


def open_at(connection: Connection, home_id: int, but: Collection[int] = ()) -> Ticket | None:
    """The newest ticket that stands at that home, other than these."""
    row = connection.execute(_OPEN_AT, {"home_id": home_id, "but": list(but)}).one_or_none()
    return None if row is None else read(row)


def save(connection: Connection, changed: Iterable[Ticket]) -> None:
    """Writes tickets that a turn changed; the conversation in whose line they stand is locked."""
    connection.execute(_SAVE, [{"_id": each.id} | _values(each) for each in changed])


def insert_new(connection: Connection, new: Sequence[Ticket]) -> list[int]:
    """Stores tickets and returns their ids, in the same order; the ids that they bear are not looked at."""
    rows = [_values(each) | {"filed_in": each.filed_in, "origin": each.origin} for each in new]
    return list(connection.scalars(_NEW, rows))


def _values(each: Ticket) -> dict[str, Any]:
    return {
        "reply_to": each.reply_to,
        "state": each.state,
        "status": each.status.value,
        "answers": each.answers,
        "said": each.said,
        "owes": each.owes,
        "waived": each.waived,
        "hazards": each.hazards,
        "reference": each.reference,
        "registration": each.registration and each.registration.value,
        "contact_id": each.contact_id,
        "home_id": each.home_id,
        "contract_id": each.contract_id,
        "merged_into": each.merged_into,
        "waiting_since": each.waiting_since,
        "submitted_at": each.submitted_at,
        "opened_at": each.opened_at,
        "danger": bool(each.hazards),
        "rank": _RANKS.get(value_of(each.answers, PRIORITY), _NO_RANK),
    }
