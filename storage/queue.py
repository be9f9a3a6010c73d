"""The queue: tickets that wait for a person, the most urgent first, and one ticket with all that is known about it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, and_, bindparam, case, literal_column, null, or_, select, true

from core.answers import value_of
from core.contacts import Contact
from core.homes import Home
from core.queue import Only, QueueEntry
from core.tickets import MOVES, UNFINISHED, Ticket, line_of
from storage import events, identities, media, messages, tickets
from storage.contact_rows import COLUMNS as CONTACT
from storage.events import Happened
from storage.media import Medium
from storage.messages import Spoken
from storage.queries import ListQuery
from storage.records import UtcDateTime
from storage.tables import company, contact, contract_party, conversation, home, ticket


@dataclass(frozen=True, slots=True)
class Reporter:
    """Where a ticket came from. `number` is vouched for by the channel."""

    channel: str
    address: str
    number: str | None


@dataclass(frozen=True, slots=True)
class TicketFile:
    """One ticket, whole."""

    entry: QueueEntry
    reporter: Reporter
    history: tuple[Happened, ...]
    transcript: tuple[Spoken, ...]
    media: tuple[Medium, ...] = ()


_HOME = (home.c.id, home.c.address, home.c.unit, home.c.city, home.c.zone)
_is_talked_about = conversation.c.ticket_id == ticket.c.id  # other tickets do not follow these
_free_until = case((_is_talked_about, conversation.c.free_until), else_=null())
_doubted_since = case((_is_talked_about, conversation.c.doubted_since), else_=null())
_ALL = (
    select(*tickets.COLUMNS, *CONTACT, *_HOME, contract_party.c.role, conversation.c.unreachable_since, _free_until, _doubted_since)
    .select_from(ticket)
    .join(contact, contact.c.id == ticket.c.contact_id, isouter=True)
    .join(company, company.c.id == contact.c.company_id, isouter=True)
    .join(home, home.c.id == ticket.c.home_id, isouter=True)
    .join(
        contract_party,
        and_(contract_party.c.contract_id == ticket.c.contract_id, contract_party.c.contact_id == ticket.c.contact_id),
        isouter=True,
    )
    .join(conversation, conversation.c.id == ticket.c.reply_to, isouter=True)
)
_HOMES = select(*_HOME).where(home.c.id.in_(bindparam("ids", expanding=True)))
_ORDER = (ticket.c.danger.desc(), ticket.c.rank, ticket.c.waiting_since, ticket.c.id)
_is_mine = ticket.c.assignee_id == bindparam("agent_id", type_=BigInteger)
_ONLY: Mapping[Only, ColumnElement[bool]] = {
    Only.ANY: true(),
    Only.HIGH: or_(ticket.c.danger, ticket.c.rank == literal_column(str(tickets.HIGH_RANK))),
    Only.SOON_LATE: ticket.c.soon_late_at <= bindparam("now", type_=UtcDateTime),
    Only.DRAFTS: or_(*[ticket.c.status == each.value for each in sorted(UNFINISHED)]),
    Only.MINE: _is_mine,
}
_WAITING = {only: _ALL.where(ticket.c.waiting_since.is_not(None), condition).order_by(*_ORDER) for only, condition in _ONLY.items()}
_ONE = _ALL.where(ticket.c.id == bindparam("id"))
_SOME = ListQuery(_ALL, ticket.c.id)
_MERGED_INTO = ListQuery(_ALL.order_by(ticket.c.id), ticket.c.merged_into)
_MINE = _ALL.where(_is_mine, ticket.c.status.in_([each.value for each in MOVES if MOVES[each]])).order_by(*_ORDER)
_FILED_IN = select(conversation.c.channel, conversation.c.address).where(conversation.c.id == bindparam("id"))

_TICKET_END = len(tickets.COLUMNS)
_CONTACT_END = _TICKET_END + len(CONTACT)


def waiting(
    connection: Connection, only: Only = Only.ANY, *, now: datetime | None = None, agent_id: int | None = None
) -> tuple[QueueEntry, ...]:
    """What waits: hazards first, then by urgency (unknown is last), then who has waited longest.

    `now` is for SOON_LATE, `agent_id` for MINE.
    """
    return _entries(connection, connection.execute(_WAITING[only], {"now": now, "agent_id": agent_id}))


def assigned(connection: Connection, agent_id: int) -> tuple[QueueEntry, ...]:
    """All that this agent goes on with, whether somebody waits or not; what is over for good is left out."""
    return _entries(connection, connection.execute(_MINE, {"agent_id": agent_id}))


def entries(connection: Connection, ticket_ids: Collection[int]) -> dict[int, QueueEntry]:
    """By ticket."""
    return {each.ticket.id: each for each in _entries(connection, _SOME(connection, ticket_ids))}


def merged_into(connection: Connection, ticket_ids: Collection[int]) -> Mapping[int, Sequence[QueueEntry]]:
    """By ticket: what ended in it, the oldest first."""
    found: dict[int, list[QueueEntry]] = defaultdict(list)
    for entry in _entries(connection, _MERGED_INTO(connection, ticket_ids)):
        found[entry.ticket.merged_into or 0].append(entry)
    return found


def open_file(connection: Connection, ticket_id: int) -> TicketFile | None:
    """One ticket with its history and everything that was said while it was talked about."""
    found = _entries(connection, connection.execute(_ONE, {"id": ticket_id}))
    if not found:
        return None
    return TicketFile(
        found[0],
        _reporter(connection, found[0].ticket),
        events.of_ticket(connection, ticket_id),
        messages.of_ticket(connection, ticket_id),
        media.of_ticket(connection, ticket_id),
    )


def _entries(connection: Connection, rows: Iterable[Sequence[Any]]) -> tuple[QueueEntry, ...]:
    """Each ticket once: who holds a contract in two roles would make two rows of it."""
    found = {row[0]: _entry(row) for row in rows}
    chosen = {each.ticket.id: home_id for each in found.values() if each.home is None and (home_id := _chosen(each.ticket)) is not None}
    places = {row.id: row for row in connection.execute(_HOMES, {"ids": list(set(chosen.values()))})} if chosen else {}
    for number, home_id in chosen.items():
        if home_id in places:
            found[number] = replace(found[number], home=_home(found[number].ticket, *places[home_id], ""))
    return tuple(found.values())


def _chosen(it: Ticket) -> int | None:
    """A draft is linked to its home only when it is submitted; a home that was chosen is shown all the same."""
    home_id = value_of(it.answers, "contract.home")
    return home_id if isinstance(home_id, int) else None


def _entry(row: Sequence[Any]) -> QueueEntry:
    person, (*place, unreachable_since, free_until, doubted_since) = row[_TICKET_END:_CONTACT_END], row[_CONTACT_END:]
    found = tickets.read(row[:_TICKET_END])
    home_there = _home(found, *place) if place[0] else None
    known = Contact(*person) if person[0] else None
    return QueueEntry(found, known, home_there, unreachable_since is not None, free_until, doubted_since is not None)


def _home(of: Ticket, *place: Any) -> Home:
    number, address, unit, city, zone, role = place
    return Home(number, address, unit, role or "", city, zone, of.contract_id)


def _reporter(connection: Connection, of: Ticket) -> Reporter:
    """The customer's talk where there is one; an agent may have written the ticket for somebody on the phone."""
    talk = line_of(of)
    channel, address = connection.execute(_FILED_IN, {"id": talk}).one()
    return Reporter(channel, address, identities.numbers(connection, [talk]).get(talk))
