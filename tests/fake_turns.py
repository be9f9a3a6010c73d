"""What a turn in memory looks up: invented people with their homes, agents, and books that keep what turns write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.copy import Copy
from bot.result import Asked, Earlier, Event, OpenTicket, Taken, Told, Tried
from bot.result import Chat as TheirChat
from core.agents import Agent
from core.calendar import Calendar
from core.calls import BEGINNING
from core.cards import Card as StandingCard
from core.cards import Quote, moved_to, says_something
from core.contacts import Company, Contact, Individual
from core.conversations import LEASE
from core.emails import email_key
from core.found import Found
from core.hazard_alerts import HazardAlert
from core.homes import Home
from core.messages import (
    Address,
    Attachment,
    Inbound,
)
from core.names import fold
from core.permissions import Role
from core.queue import Only, QueueEntry
from core.records import evolve
from core.search import Query
from core.supervision import DEFAULT, Level
from core.targets import TARGETS, Targets
from core.templates import Approved, Use
from core.tickets import BY_PHONE, REOPEN_DAYS, STANDING, Status, Ticket
from tests.fake_codes import FakeCodes

ZONE = ZoneInfo("America/Sao_Paulo")
AFTERNOON = datetime(2026, 11, 24, 18, tzinfo=UTC)  # a Tuesday, 15h in São Paulo
COPY = Copy("pt-BR", {"agency": "Imobiliária Exemplo", "notice": "Seus dados servem só a este atendimento."})
ANA, BIA = Agent(1, "Ana", Role.AGENT), Agent(2, "Bia", Role.SUPERVISOR)
SERVICE_HOURS = "Mo-Fr 08:00-18:00; Sa 08:00-12:00"

MARCOS = Contact(5, "individual", "Lima", "Marcos", "marcos@exemplo.com.br", None, "+5511987651234")
PADARIA = Contact(6, "company", "Souza", "João", None, None, "+5511987650001", "Padaria Três Irmãos Ltda", "11222333000181")
ACACIAS = Home(7, "Rua das Acácias, 120", "ap 32", "tenant", contract_id=70)
ON_FILE = "+5511987651234"
DRIPPING = OpenTicket(9, "2026-000009-3", "torneira pingando", datetime(2026, 11, 21, 15, tzinfo=UTC))
MARINA = Contact(11, "individual", "Souza", "Marina", "marina@exemplo.com.br", "52998224725", "+5511987651234")
JOAO = Contact(12, "company", "Souza Lima", "João", None, None, "+5511987650001", "Padaria Três Irmãos Ltda", "11222333000181")
RUA_UM = Home(8, "Rua Um, 1", "casa 2", "landlord", contract_id=80)


@dataclass
class Books:
    """What the store would know, and what the turns wrote into it."""

    number: str | None = "+5511987651234"
    proven: Contact | None = None
    homes: tuple[Home, ...] = ()
    opened: dict[int, tuple[OpenTicket, ...]] = field(default_factory=dict)
    homes_of: dict[int, tuple[Home, ...]] = field(default_factory=dict)  # by contact
    chats: dict[int, TheirChat] = field(default_factory=dict)  # by contact who is proven there
    contacts: dict[int, Contact] = field(default_factory=dict)
    tickets: dict[int, Ticket] = field(default_factory=dict)
    registered: list[Individual | Company] = field(default_factory=list)
    can_prove: bool = False
    is_unconfirmed: bool = False
    shows_files: bool = True
    lost_files: dict[int, str] = field(default_factory=dict)  # why, by inbox row
    files: dict[int, list[Attachment]] = field(default_factory=dict)  # by ticket
    on_file: dict[str, tuple[Contact, tuple[Home, ...]]] = field(default_factory=dict)  # whom a number proves
    told: list[Told] = field(default_factory=list)  # to our people, of the danger
    alerts: dict[int, HazardAlert] = field(default_factory=dict)  # by ticket
    written: list[tuple[Inbound, int]] = field(default_factory=list)  # by the person, in earlier turns, with the ticket talked about

    history: list[Event] = field(default_factory=list)
    keepers: dict[int, Agent] = field(default_factory=dict)  # by contract
    agents: dict[int, Agent] = field(default_factory=lambda: {each.id: each for each in (ANA, BIA)})

    cards: dict[int, StandingCard] = field(default_factory=dict)
    codes: FakeCodes | None = None  # None: no template for them is set

    def prove(self, number: str) -> None:
        """What ingest and the store do with the number of an own card."""
        self.number = number
        self.proven, self.homes = self.on_file.get(number, (None, ()))

    def change_number(self, number: str) -> None:
        """What ingest and the store do with the platform's word: the books know the person by the old number still."""
        if self.proven and self.number:
            self.on_file[self.number] = self.proven, self.homes
            self.homes_of[self.proven.id] = self.homes
        self.prove(number)


@dataclass
class FakeTurn:
    books: Books
    now: datetime
    on_call_phone: str = ""
    service_hours: str = SERVICE_HOURS
    targets: Targets = TARGETS
    reopen_days: int = REOPEN_DAYS
    can_ring: bool = True
    supervision: Level = DEFAULT
    lease: timedelta = LEASE
    window: timedelta | None = None
    templates: dict[Use, Approved] = field(default_factory=dict)
    ticket: int = 123  # that is talked about

    @property
    def can_prove(self) -> bool:
        return self.books.can_prove

    @property
    def number(self) -> str | None:
        return self.books.number

    @property
    def proven(self) -> Contact | None:
        return self._proved_by_code or self.books.proven

    @property
    def _proved_by_code(self) -> Contact | None:
        return self.books.codes.proved(self.books.tickets.get(self.ticket), self.now) if self.books.codes else None

    @property
    def sends_codes(self) -> bool:
        return self.books.codes is not None

    @property
    def awaits_code(self) -> bool:
        return self.books.codes is not None and self.books.codes.living(self.ticket, self.now) is not None

    def about(self, ticket_id: int) -> None:
        self.ticket = ticket_id

    def ask_code(self, given: Mapping[str, str]) -> Asked | None:
        assert self.books.codes
        return self.books.codes.ask(self.ticket, self.books.contacts.values(), given, self.now)

    def try_code(self, digits: str) -> Tried:
        assert self.books.codes
        return self.books.codes.write(self.ticket, digits, self.now)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZONE)

    def calendar(self, home_id: int | None = None) -> Calendar:
        return Calendar(self.service_hours, ZONE)

    def homes(self) -> tuple[Home, ...]:
        found = self._proved_by_code
        return self.books.homes_of.get(found.id, ()) if found else self.books.homes if self.proven else ()

    def filed(self) -> tuple[Ticket, ...]:
        return tuple(each for each in reversed(self.books.tickets.values()) if each.reference and each.status in STANDING)

    def homes_of(self, contact_id: int) -> tuple[Home, ...]:
        return self.books.homes_of.get(contact_id, ())

    def search(self, query: Query) -> Sequence[Found]:
        """Those who bear each word and number as it stands: how near the others are is the store's."""
        fields = ("id", "kind", "last_name", "first_name", "email", "cpf", "mobile", "company_name")
        sought = [fold(each) for each in (*query.words, *query.numbers, *(getattr(query, name) for name in CONTACT)) if each]
        return [Found(*(getattr(each, name) for name in fields)) for each in self.books.contacts.values() if bears(each, sought)]

    def holder(self, field_name: str, value: str) -> Contact | None:
        return next((each for each in self.books.contacts.values() if getattr(each, field_name) == value), None)

    def whose(self, number: str) -> Contact | None:
        return self.books.on_file.get(number, (None, ()))[0]

    def chat_of(self, contact: Contact) -> TheirChat | None:
        return self.books.chats.get(contact.id)

    def open_tickets(self, home_id: int) -> tuple[OpenTicket, ...]:
        own = (each for each in self.filed() if each.home_id == home_id and each.id != self.ticket)
        return (*(OpenTicket(each.id, each.reference or "", "", each.submitted_at) for each in own), *self.books.opened.get(home_id, ()))

    def new_call(self) -> Ticket:
        ticket = Ticket(max(self.books.tickets, default=123) + 1, filed_in=1, origin=BY_PHONE, answers=dict(BEGINNING))
        self.books.tickets[ticket.id] = ticket
        return ticket

    def earlier(self, message: str) -> Earlier | None:
        found = [said for said in self.books.written if message in (said[0].message, said[0].of if said[0].kind == "edited" else "")]
        if not found:
            return None
        last, ticket = found[-1]
        return Earlier(tuple(each.id for each, _ in found), ticket, last.text, self.books.written[-1] is found[-1])

    def hazard_alert(self, ticket_id: int) -> HazardAlert | None:
        return self.books.alerts.get(ticket_id)

    def alarms(self, ticket_id: int) -> tuple[Told, ...]:
        return tuple(self.books.told)

    def new_ticket(self, instead_of: Ticket) -> Ticket:
        self.books.tickets[instead_of.id] = instead_of
        ticket = Ticket(max(self.books.tickets) + 1, filed_in=1, reply_to=1, origin="console")
        self.books.tickets[ticket.id] = ticket
        return ticket

    def disown(self) -> None:
        self.books.proven = None
        if self.books.codes:
            self.books.codes.end(self.ticket)

    def register(self, form: Individual | Company, contact_id: int | None = None) -> int:
        for known in self.books.contacts.values():
            if form.email and known.email and email_key(known.email) == email_key(form.email) and known.id != contact_id:
                raise Taken("email", known)
        self.books.registered.append(form)
        number = contact_id or 100 + len(self.books.registered)
        self.books.contacts[number] = Contact(number, "company" if isinstance(form, Company) else "individual", **form.model_dump())
        return number

    def shows_files(self, at: Address) -> bool:
        return self.books.shows_files

    def lost_file(self, row: int) -> str | None:
        return self.books.lost_files.get(row)

    def files(self, ticket_id: int) -> tuple[Attachment, ...]:
        return tuple(self.books.files.get(ticket_id, ()))

    def fetch_again(self, ticket_id: int) -> int:
        return 0

    def contact(self, contact_id: int) -> Contact | None:
        return self.books.contacts.get(contact_id)

    def home_exists(self, home_id: int) -> bool:
        return home_id in (ACACIAS.id, RUA_UM.id)

    def agent(self, agent_id: int) -> Agent | None:
        return self.books.agents.get(agent_id)

    def agents(self) -> tuple[Agent, ...]:
        return tuple(self.books.agents.values())

    def find_ticket(self, name: str) -> Ticket | None:
        return next((each for each in self.books.tickets.values() if name in (each.reference, f"#{each.id}")), None)

    def replied_ticket(self, message: str) -> int | None:
        return None

    def seen(self, ticket_id: int) -> str | None:
        return None

    def is_unconfirmed(self) -> bool:
        return self.books.is_unconfirmed

    def sent_back(self) -> Ticket | None:
        return next((each for each in self.books.tickets.values() if each.status == Status.SENT_BACK), None)

    def owing(self) -> tuple[int, ...]:
        return tuple(each.id for each in self.books.tickets.values() if each.reference and each.owes)

    def template(self, use: Use) -> Approved | None:
        return self.templates.get(use)

    def newest_words(self, ticket_id: int) -> int:
        said = (each for each, about in self.books.written if about == ticket_id and each.agent is None and says_something(each.kind))
        return max((each.id for each in said), default=0)

    def moved_to(self, ticket_id: int) -> str | None:
        quotes = {each.id: Quote(each.text, each.author, each.kind) for each, about in self.books.written if about == ticket_id}
        return moved_to(quotes)

    def keeper(self, contract_id: int | None) -> Agent | None:
        return self.books.keepers.get(contract_id or 0)

    def merged_into(self, ticket_id: int) -> tuple[Ticket, ...]:
        return tuple(each for each in self.books.tickets.values() if each.merged_into == ticket_id)

    def unsent(self, ticket_id: int, by: str) -> Mapping[str, Any] | None:
        said = [each for each in self.books.history if each.ticket == ticket_id and each.actor == by and each.act in ("say", "unsent")]
        return said[-1].after if said and said[-1].act == "unsent" else None

    def waiting(self, only: Only, agent_id: int) -> tuple[QueueEntry, ...]:
        return tuple(self._entry(each) for each in self.books.tickets.values() if each.waiting_since)

    def assigned(self, agent_id: int) -> tuple[QueueEntry, ...]:
        return tuple(self._entry(each) for each in self.books.tickets.values() if each.assignee_id == agent_id)

    def entry(self, ticket_id: int) -> QueueEntry | None:
        return self._entry(self.books.tickets[ticket_id]) if ticket_id in self.books.tickets else None

    def _entry(self, ticket: Ticket) -> QueueEntry:
        return QueueEntry(ticket, None, None)

    def set_on_call(self, agent_id: int, *, on_call: bool) -> None:
        self.books.agents[agent_id] = evolve(self.books.agents[agent_id], on_call=on_call)

    def card(self, card_id: int) -> StandingCard | None:
        return self.books.cards.get(card_id)

    def has(self, words: str) -> bool:
        return COPY.has(words)

    def say(self, words: str, values: Mapping[str, str] = {}) -> str:
        return COPY.say(words, values)


CONTACT = ("first_name", "last_name", "cpf", "email", "mobile", "company_name", "cnpj")


def bears(contact: Contact, sought: Sequence[str]) -> bool:
    values = [fold(value) for name in CONTACT if (value := getattr(contact, name))]
    return all(any(word in value for value in values) for word in sought)


def personas() -> dict[str, Books]:
    return {
        "unknown": Books(),
        "nobody": Books(number=None),
        "tenant": Books(proven=MARCOS, homes=(ACACIAS,)),
        "owner": Books(proven=MARCOS, homes=(ACACIAS, RUA_UM)),
        "homeless": Books(proven=MARCOS),
        "company": Books(number="+5511987650001", proven=PADARIA, homes=(ACACIAS,)),
        "stranger": Books(
            None,
            can_prove=True,
            on_file={ON_FILE: (MARCOS, (ACACIAS,)), "+5511987650002": (MARCOS, (ACACIAS, RUA_UM)), "+5511987650001": (PADARIA, (ACACIAS,))},
        ),
        "agent": Books(
            None,
            contacts={each.id: each for each in (MARINA, JOAO)},
            homes_of={MARINA.id: (ACACIAS,), JOAO.id: (ACACIAS, RUA_UM)},
            opened={7: (DRIPPING,)},
            chats={MARINA.id: TheirChat(2, "whatsapp")},
        ),
        "claimant": Books(None, can_prove=True, contacts={MARCOS.id: MARCOS}, homes_of={MARCOS.id: (ACACIAS,)}, codes=FakeCodes()),
        "open": Books(proven=MARCOS, homes=(ACACIAS,), opened={7: (DRIPPING,)}),
    }
