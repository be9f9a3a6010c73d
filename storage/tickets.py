"""Tickets: read, written by turns, found by their home."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Text, bindparam, insert, literal_column, or_, select, type_coerce, update

from core.supervision import Level
from core.tickets import BY_PHONE, STANDING, UNFINISHED, Priority, Registration, Status, Ticket, has_open_alert
from core.urgency import urgency
from storage.batches import Batch
from storage.queries import ListQuery, Query, Row
from storage.tables import ANSWERS, HAZARDS, IDS, OWES, SAID, WAIVED, ticket

_RANKS: Mapping[Priority | None, int] = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2, None: 3}
HIGH_RANK = _RANKS[Priority.HIGH]

OPEN_SHOWN = 3  # tickets of one home that somebody is asked about; more are hardly ever open, and a person sees them all

_JSON = {"answers", "said", "owes", "waived", "hazards"}
# What nearly every turn changes stands in no index, and is written alone where nothing else changed: half the work.
_FORM = ("state", "answers", "said", "owes", "waived", "hazards")
_STANDING = ("reply_to", "status", "reference", "registration", "assigned_priority", "supervision", "contact_id", "home_id", "contract_id",
             "assignee_id", "merged_into", "reopened", "waiting_since", "submitted_at", "opened_at", "first_reply_at",
             "first_reply_due_at", "paused_at", "paused_minutes", "resolve_due_at", "resolved_at", "soon_late_at")  # fmt: skip
_PROJECTED = ("danger", "rank")
LOOKED_AT = 20  # newest tickets of one person of which something may still be to be told
FILED = 3  # tickets of one person that are told of at once
_STATUSES = {each.value: each for each in Status}

# The fields of the record, in their order. JSON as text: `read` decodes it row by row.
COLUMNS = tuple(type_coerce(ticket.c[name], Text).label(name) if name in _JSON else ticket.c[name] for name in Ticket.__struct_fields__)
_unfinished = or_(*[ticket.c.status == each.value for each in sorted(UNFINISHED)])

_BY_IDS = ListQuery(select(*COLUMNS), ticket.c.id)
NUMBER_PART = 6  # digits of a reference, between its year and its check digit
_BY_REFERENCE = select(*COLUMNS).where(ticket.c.reference == bindparam("reference"))
_UNFINISHED = ListQuery(select(*COLUMNS).where(_unfinished, ticket.c.origin != BY_PHONE), ticket.c.filed_in)
_OPEN_AT = (
    select(*COLUMNS)
    .where(
        ticket.c.home_id == bindparam("home_id"),
        ticket.c.reference.is_not(None),
        ticket.c.status.in_([each.value for each in STANDING]),
        ticket.c.id.not_in(bindparam("but", expanding=True)),
    )
    .order_by(ticket.c.id.desc())
    .limit(OPEN_SHOWN)
)
_FILED = (
    select(*COLUMNS)
    .where(
        ticket.c.reply_to == bindparam("conversation_id"),
        ticket.c.reference.is_not(None),
        ticket.c.status.in_([each.value for each in STANDING]),
    )
    .order_by(ticket.c.id.desc())
    .limit(literal_column(str(FILED)))
)
_TOLD_OF = (
    select(ticket.c.id, ticket.c.owes)
    .where(ticket.c.reply_to == bindparam("reply_to"), ticket.c.reference.is_not(None))
    .order_by(ticket.c.id.desc())
    .limit(literal_column(str(LOOKED_AT)))
)
_SENT_BACK = Query(
    select(*COLUMNS)
    .where(ticket.c.reply_to == bindparam("reply_to"), ticket.c.status == literal_column(repr(Status.SENT_BACK.value)))
    .order_by(ticket.c.id)
    .limit(literal_column("1"))
)
_MERGED_INTO = ListQuery(select(*COLUMNS).order_by(ticket.c.id), ticket.c.merged_into)
_NEW = insert(ticket).returning(ticket.c.id, sort_by_parameter_order=True)


def _update(*columns: str) -> Batch:
    values: dict[str, Any] = {name: bindparam(name) for name in columns} | {"version": ticket.c.version + 1}
    return Batch(update(ticket).where(ticket.c.id == bindparam("_id")).values(values), (*columns, "_id"))


_SAVE = _update(*_FORM, *_STANDING, *_PROJECTED)
_SAVE_FORM = _update(*_FORM)


def by_ids(connection: Connection, ids: Collection[int]) -> dict[int, Row]:
    """Rows by id, for `read`; an id that is unknown is left out."""
    return {row[0]: row for row in _BY_IDS(connection, ids)}


def unfinished(connection: Connection, conversation_ids: Collection[int]) -> dict[int, Row]:
    """By conversation: its draft, for `read`."""
    return {row[1]: row for row in _UNFINISHED(connection, conversation_ids)}


def read(row: Sequence[Any]) -> Ticket:
    """The record of a row. Raises `msgspec.ValidationError` when a stored record is not as this program knows it."""
    number, filed_in, reply_to, state, status, answers, said, owes, waived, hazards, reference, registration, assigned, level, *others = row
    return Ticket(
        number,
        filed_in,
        reply_to,
        state,
        _STATUSES[status],
        ANSWERS.decode(answers),
        SAID.decode(said),
        OWES.decode(owes),
        WAIVED.decode(waived),
        HAZARDS.decode(hazards),
        reference,
        registration and Registration(registration),
        assigned and Priority(assigned),
        level and Level(level),
        *others,
    )


def find(connection: Connection, name: str) -> Ticket | None:
    """By its reference or the six digits in its middle, or by `#ID` (a draft has no reference)."""
    if name.startswith("#") or (len(name) == NUMBER_PART and name.isdecimal()):
        number = int(digits) if (digits := name.removeprefix("#")).isdecimal() else 0
        row = by_ids(connection, [number]).get(number) if number in IDS else None
    else:
        row = connection.execute(_BY_REFERENCE, {"reference": name.strip()}).one_or_none()
    return None if row is None else read(row)


def open_at(connection: Connection, home_id: int, but: Collection[int] = ()) -> tuple[Ticket, ...]:
    """The tickets that stand at that home, other than these, the newest first; at most `OPEN_SHOWN`."""
    return tuple(read(row) for row in connection.execute(_OPEN_AT, {"home_id": home_id, "but": list(but)}))


def filed(connection: Connection, conversation_id: int) -> tuple[Ticket, ...]:
    """The newest that stand and whose customer's talk this is."""
    return tuple(read(row) for row in connection.execute(_FILED, {"conversation_id": conversation_id}))


def sent_back(connection: Connection, conversation_id: int) -> Ticket | None:
    """The oldest of a customer's tickets that waits for answers to what people asked back."""
    return next((read(row) for row in _SENT_BACK(connection, reply_to=conversation_id)), None)


def owing(connection: Connection, conversation_id: int) -> tuple[int, ...]:
    """The newest of a customer's tickets of which something is still to be told."""
    return tuple(number for number, owes in connection.execute(_TOLD_OF, {"reply_to": conversation_id}) if owes)


def merged_into(connection: Connection, ticket_id: int) -> tuple[Ticket, ...]:
    """Those that ended in that one, the oldest first."""
    return tuple(read(row) for row in _MERGED_INTO(connection, [ticket_id]))


def save(connection: Connection, changed: Iterable[tuple[Ticket, Ticket | None]]) -> None:
    """Writes tickets, each beside what it was before this turn, if that is known; the conversation of their line is locked."""
    whole, forms = [], []
    for each, before in changed:
        projected = _projected(each)
        if before is not None and _standing(before) == _standing(each) and _projected(before) == projected:
            forms.append((*_form(each), each.id))
        else:
            whole.append((*_form(each), *_plain_standing(each), *projected, each.id))
    _SAVE(connection, whole)
    _SAVE_FORM(connection, forms)


def insert_new(connection: Connection, new: Sequence[Ticket]) -> list[int]:
    """Stores tickets and returns their ids, in the same order; the ids that they bear are not looked at."""
    names = ("filed_in", "origin", *_FORM, *_STANDING, *_PROJECTED)
    values = [(each.filed_in, each.origin, *_form(each), *_plain_standing(each), *_projected(each)) for each in new]
    rows = [dict(zip(names, row, strict=True)) for row in values]
    return list(connection.scalars(_NEW, rows))


_form = attrgetter(*_FORM)
_standing = attrgetter(*_STANDING)


def _plain_standing(it: Ticket) -> Iterable[Any]:
    return (each.value if isinstance(each, Enum) else each for each in _standing(it))


def _projected(it: Ticket) -> tuple[bool, int]:
    """In the order of `_PROJECTED`. The rank counts only while a ticket waits: what its problem suggests is read only then."""
    return has_open_alert(it), _RANKS[urgency(it) if it.waiting_since else None]
