"""The books as a turn sees them: what it may look up or cause, on the connection that will keep its result."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property, lru_cache
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.codes import Codes
from bot.result import Asked, Chat, Earlier, OpenTicket, Taken, Told, Tried
from core.agents import Agent
from core.answers import Answers, value_of
from core.calendar import Calendar
from core.calls import BEGINNING
from core.cards import Card, Quote, moved_to, newest_words
from core.codes import CodePost
from core.contacts import Company, Contact, Individual
from core.contracts import Routing
from core.conversations import LEASE, Conversation, address_of
from core.found import Found
from core.hazard_alerts import HazardAlert
from core.homes import Home
from core.messages import Address, Attachment, Limits
from core.presses import read_press
from core.queue import Only, QueueEntry
from core.records import evolve
from core.search import Query
from core.supervision import DEFAULT, Level
from core.targets import TARGETS, Targets
from core.templates import Approved, Use
from core.tickets import BY_PHONE, DESCRIPTIONS, REOPEN_DAYS, Ticket
from storage import (
    agents,
    cards,
    codes,
    contacts,
    events,
    hazard_alerts,
    homes,
    identities,
    media,
    messages,
    outbox,
    queue,
    search,
    tickets,
    undelivered,
)
from storage.tables import IDS

Say = Callable[[str, Mapping[str, str]], str]

_NO_VALUES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Office:
    """Where the agency is, when its people work, whom to call, how it speaks, how soon it answers, how far the assistant goes."""

    calendar: Calendar
    on_call_phone: str
    say: Say
    targets: Targets = TARGETS
    reopen_days: int = REOPEN_DAYS
    can_ring: bool = False
    supervision: Level = DEFAULT
    lease: timedelta = LEASE
    routing: Routing = "everyone"
    has: Callable[[str], bool] = lambda words: False  # whether it has words of that id: some are said otherwise to agents
    templates: Mapping[Use, Approved] = field(default_factory=dict)  # what may be said where nobody may be written to freely
    codes: CodePost | None = None  # by what a code goes that proves who writes


class HasLimits(Protocol):
    """What the books ask of a channel."""

    def limits(self, address: str) -> Limits: ...


class Acquaintance:
    """Who the people of one batch are. Each thing is looked up once for all of them, and only if some turn asks."""

    def __init__(self, connection: Connection, now: datetime, conversation_ids: Collection[int]) -> None:
        self._connection, self._now, self._ids = connection, now, conversation_ids

    @cached_property
    def numbers(self) -> dict[int, str]:
        """By conversation: the number that its channel vouches for."""
        return identities.numbers(self._connection, self._ids)

    @cached_property
    def proven(self) -> dict[int, Contact]:
        """By conversation: the one contact whose mobile is that number, unless its person said that they are not."""
        by_number = contacts.only_by_numbers(self._connection, set(self.numbers.values())) if self.numbers else {}
        found = {number: by_number[value] for number, value in self.numbers.items() if value in by_number}
        disowned = identities.disowned_contacts(self._connection, found) if found else set()
        return {number: contact for number, contact in found.items() if (number, contact.id) not in disowned}

    @cached_property
    def _by_code(self) -> dict[tuple[int, int], int]:
        return codes.proofs(self._connection, self._ids, self._now)

    def by_code(self, conversation_id: int, ticket_id: int) -> int | None:
        """The contact that a code has proved there for that ticket."""
        return self._by_code.get((conversation_id, ticket_id))

    @cached_property
    def homes(self) -> dict[int, tuple[Home, ...]]:
        """By contact, of all who are proven by their number."""
        known = {contact.id for contact in self.proven.values()}
        return homes.of_contacts(self._connection, known, self._now) if known else {}

    @cached_property
    def agents(self) -> tuple[Agent, ...]:
        """All who work here now."""
        return agents.here(self._connection)


class Books:
    """What one turn is given (`bot.result.Turn`)."""

    def __init__(
        self,
        connection: Connection,
        now: datetime,
        office: Office,
        conversation: Conversation,
        known: Acquaintance,
        channels: Mapping[str, HasLimits],
    ) -> None:
        self.now, self._channels = now, channels
        self.on_call_phone, self.service_hours, self.targets = office.on_call_phone, office.calendar.hours, office.targets
        self.reopen_days, self.can_ring = office.reopen_days, office.can_ring
        self.supervision, self.lease = office.supervision, office.lease
        self._connection, self._office, self._conversation, self._known = connection, office, conversation, known
        self._is_not_proven = False
        self._codes = Codes(connection, conversation, known.by_code, office.codes, now)
        self.stored: set[int] = set()  # tickets that the turn has had written already
        self._own = set() if conversation.ticket_id is None else {conversation.ticket_id}
        self._open: dict[int, tuple[OpenTicket, ...]] = {}
        self._homes: dict[int, tuple[Home, ...]] = {}
        self._searched: dict[Query, Sequence[Found]] = {}

    @property
    def can_prove(self) -> bool:
        return self._limits is not None and self._limits.asks_contact

    @property
    def window(self) -> timedelta | None:
        hours = self._limits and self._limits.window_hours
        return timedelta(hours=hours) if hours else None

    @property
    def _limits(self) -> Limits | None:
        channel = self._channels.get(self._conversation.channel)  # an agent's act may be for one that this process does not serve
        return None if channel is None else channel.limits(self._conversation.address)

    @property
    def number(self) -> str | None:
        return self._known.numbers.get(self._conversation.id)

    @property
    def proven(self) -> Contact | None:
        if self._is_not_proven:
            return None
        return self._codes.proved or self._known.proven.get(self._conversation.id)

    def say(self, words: str, values: Mapping[str, str] = _NO_VALUES) -> str:
        return self._office.say(words, values)

    def has(self, words: str) -> bool:
        return self._office.has(words)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._office.calendar.zone)

    def calendar(self, home_id: int | None = None) -> Calendar:
        return calendar_at(self._office.calendar, homes.zone_of(self._connection, home_id) if home_id is not None else "")

    def homes(self) -> tuple[Home, ...]:
        proven = self.proven
        if proven is None:
            return ()
        return self.homes_of(proven.id) if self._codes.proved else self._known.homes[proven.id]

    def earlier(self, message: str) -> Earlier | None:
        found = messages.versions(self._connection, self._conversation.id, message)
        return None if found is None else Earlier(*found)

    def filed(self) -> tuple[Ticket, ...]:
        return tickets.filed(self._connection, self._conversation.id)

    def homes_of(self, contact_id: int) -> tuple[Home, ...]:
        if contact_id not in self._homes:
            self._homes |= homes.of_contacts(self._connection, [contact_id], self.now)
        return self._homes[contact_id]

    def search(self, query: Query) -> Sequence[Found]:
        # A table asks for its rows, their count and its buttons in one turn.
        if query not in self._searched:
            self._searched[query] = search.find(self._connection, query, limit=search.CANDIDATES)
        return self._searched[query]

    def holder(self, field_name: str, value: str) -> Contact | None:
        return next(iter(contacts.holders(self._connection, field_name, value)), None)

    def whose(self, number: str) -> Contact | None:
        return contacts.only_by_numbers(self._connection, {number}).get(number)

    def chat_of(self, contact: Contact) -> Chat | None:
        talks = [Chat(*each) for each in identities.talks_of(self._connection, contact.mobile)] if contact.mobile else []
        known = Acquaintance(self._connection, self.now, [each.id for each in talks])
        return next((each for each in talks if known.proven.get(each.id) == contact), None)

    def open_tickets(self, home_id: int) -> tuple[OpenTicket, ...]:
        # Rules ask this again and again in one turn; only a turn of another conversation could change the answer.
        if home_id not in self._open:
            self._open[home_id] = tuple(map(_open_ticket, tickets.open_at(self._connection, home_id, self._own)))
        return self._open[home_id]

    def hazard_alert(self, ticket_id: int) -> HazardAlert | None:
        return hazard_alerts.open_of(self._connection, ticket_id)

    def alarms(self, ticket_id: int) -> tuple[Told, ...]:
        return tuple(Told(Address(*at), message, call.text) for at, message, call in outbox.alarms(self._connection, ticket_id))

    def new_ticket(self, instead_of: Ticket) -> Ticket:
        tickets.save(self._connection, [(instead_of, None)])
        self.stored.add(instead_of.id)
        draft = new_draft(self._conversation)
        (number,) = tickets.insert_new(self._connection, [draft])
        self._own.add(number)
        self._open.clear()
        return evolve(draft, id=number)

    def new_call(self) -> Ticket:
        draft = new_call(self._conversation)
        (number,) = tickets.insert_new(self._connection, [draft])
        self._own.add(number)
        self._open.clear()
        return evolve(draft, id=number)

    def disown(self) -> None:
        proven = self.proven
        self._codes.end()
        if proven is not None:
            identities.disown(self._connection, self._conversation.id, proven.id, self.now)
            self._is_not_proven = True

    @property
    def sends_codes(self) -> bool:
        return self._office.codes is not None

    @property
    def awaits_code(self) -> bool:
        return self._codes.living is not None

    def about(self, ticket_id: int) -> None:
        self._codes.about = ticket_id

    def ask_code(self, given: Mapping[str, str]) -> Asked | None:
        return self._codes.ask(given, self.say)

    def try_code(self, digits: str) -> Tried:
        return self._codes.write(digits)

    def register(self, form: Individual | Company, contact_id: int | None = None) -> int:
        taken = contacts.by_email(self._connection, form.email) if form.email else None
        if taken is not None and taken.id != contact_id:
            raise Taken("email", taken)
        if contact_id is None:
            return contacts.register(self._connection, form, self.now)
        contacts.change(self._connection, contact_id, form)
        return contact_id

    def shows_files(self, at: Address) -> bool:
        channel = self._channels.get(at.channel)
        return channel is not None and channel.limits(at.address).caption > 0

    def lost_file(self, row: int) -> str | None:
        return media.lost(self._connection, row)

    def files(self, ticket_id: int) -> tuple[Attachment, ...]:
        return tuple(Attachment(each.inbox_id, each.kind) for each in media.of_ticket(self._connection, ticket_id))

    def fetch_again(self, ticket_id: int) -> int:
        return media.fetch_again(self._connection, ticket_id, self.now)

    def contact(self, contact_id: int) -> Contact | None:
        return contacts.by_id(self._connection, contact_id)

    def agent(self, agent_id: int) -> Agent | None:
        return next((each for each in self.agents() if each.id == agent_id), None)

    def agents(self) -> tuple[Agent, ...]:
        return self._known.agents

    def find_ticket(self, name: str) -> Ticket | None:
        return tickets.find(self._connection, name)

    def replied_ticket(self, message: str) -> int | None:
        return outbox.ticket_of(self._connection, message, address_of(self._conversation))

    def seen(self, ticket_id: int) -> str | None:
        call = cards.shown(self._connection, self._conversation.id, ticket_id)
        presses = map(read_press, (each.data for each in call.choices)) if call else ()
        return next((each.seen for each in presses if each and each.of == "card"), None)

    def is_unconfirmed(self) -> bool:
        return undelivered.is_unconfirmed(self._connection, self._conversation.id)

    def sent_back(self) -> Ticket | None:
        return tickets.sent_back(self._connection, self._conversation.id)

    def owing(self) -> tuple[int, ...]:
        return tickets.owing(self._connection, self._conversation.id)

    def template(self, use: Use) -> Approved | None:
        return self._office.templates.get(use)

    def _quotes(self, ticket_id: int) -> Mapping[int, Quote]:
        return messages.quotes(self._connection, [ticket_id])[ticket_id]

    def newest_words(self, ticket_id: int) -> int:
        return newest_words(self._quotes(ticket_id))

    def moved_to(self, ticket_id: int) -> str | None:
        return moved_to(self._quotes(ticket_id))

    def keeper(self, contract_id: int | None) -> Agent | None:
        if contract_id is None or self._office.routing == "everyone":
            return None
        external_id = homes.keepers(self._connection, contract_id)[self._office.routing]
        return next((each for each in self.agents() if external_id is not None and each.external_id == external_id), None)

    def merged_into(self, ticket_id: int) -> tuple[Ticket, ...]:
        return tickets.merged_into(self._connection, ticket_id)

    def unsent(self, ticket_id: int, by: str) -> Mapping[str, Any] | None:
        return events.unsent(self._connection, ticket_id, by)

    def waiting(self, only: Only, agent_id: int) -> tuple[QueueEntry, ...]:
        return queue.waiting(self._connection, only, now=self.now, agent_id=agent_id)

    def assigned(self, agent_id: int) -> tuple[QueueEntry, ...]:
        return queue.assigned(self._connection, agent_id)

    def entry(self, ticket_id: int) -> QueueEntry | None:
        return queue.entries(self._connection, [ticket_id]).get(ticket_id) if ticket_id in IDS else None

    def set_on_call(self, agent_id: int, *, on_call: bool) -> None:
        agents.set_on_call(self._connection, agent_id, on_call=on_call)

    def card(self, card_id: int) -> Card | None:
        return cards.by_id(self._connection, card_id)

    def home_exists(self, home_id: int) -> bool:
        return homes.exists(self._connection, home_id)


def calendar_at(agency: Calendar, zone: str) -> Calendar:
    """The agency's, in the zone of a home; its own where the books know none."""
    there = zone_named(zone)
    return agency if there is None else replace(agency, zone=there)


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo | None:
    """None for "", and for what is no zone: the books take any text."""
    try:
        return ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return None


def new_draft(of: Conversation) -> Ticket:
    """What somebody begins to report; it gets its id when it is stored."""
    return Ticket(0, filed_in=of.id, reply_to=of.id, origin=of.channel)


def new_call(of: Conversation) -> Ticket:
    """What an agent begins to write down for a caller."""
    return Ticket(0, filed_in=of.id, origin=BY_PHONE, answers=dict(BEGINNING))


def _open_ticket(found: Ticket) -> OpenTicket:
    return OpenTicket(found.id, found.reference or "", _description(found.answers), found.submitted_at or found.opened_at)


def _description(answers: Answers) -> str:
    return str(next((value for key in DESCRIPTIONS if (value := value_of(answers, key))), ""))
