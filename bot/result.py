"""What a turn is given and what it gives back: the records that pass between `take_turn` and the worker, and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

from core.agents import Agent
from core.calendar import Calendar
from core.cards import Card
from core.contacts import Company, Contact, Individual
from core.conversations import Conversation, Prompt
from core.found import Found
from core.hazard_alerts import HazardAlert
from core.homes import Home
from core.messages import Address, Attachment, Call, Command, Inbound, Parked, Timer, Undelivered
from core.queue import Only, QueueEntry
from core.records import Record, field
from core.search import Query
from core.standing import Standing
from core.supervision import Level
from core.targets import Targets
from core.templates import Approved, Use
from core.tickets import Ticket

Input = Inbound | Command | Timer | Parked | Undelivered | Standing


class Taken(Exception):
    """A value that shall be saved stands already with another contact."""

    def __init__(self, field_name: str, contact: Contact) -> None:
        super().__init__(field_name)
        self.field_name, self.contact = field_name, contact


class OpenTicket(Record):
    """A ticket that is open at a home, as little of it as a proven person may read."""

    id: int
    reference: str
    description: str
    since: datetime | None = None  # it was sent, or opened by a danger


class Chat(Record):
    """A conversation in which somebody of the books is proven."""

    id: int
    channel: str
    free_until: datetime | None = None  # may be written to freely until then; None: always


class Earlier(Record):
    """A message of the person as it was written and edited so far."""

    sources: tuple[int, ...]  # inbox rows
    ticket: int | None  # talked about then
    text: str
    newest: bool  # nothing was said after it


class Told(Record):
    """A message to one of our own people that has arrived: where, the channel's id of it, and what it says."""

    at: Address
    message: str
    text: str


class Letter(Record):
    """A message to somebody elsewhere: to one of our own people, wherever their chat is, or a code. Whoever of them replies to it speaks of
    its ticket.
    """

    to: Address
    prompt: Prompt
    ticket: int | None = None
    until: datetime | None = None  # does not go later


class Asked(Record):
    """`is_new`: it is told that a code may have gone. `contact`, `letter`: who is sent one now, if anybody is."""

    is_new: bool
    contact: Contact | None = None
    letter: Letter | None = None


Tried = Literal["right", "wrong", "over"]  # of digits that were written as a code; over: wrong, and none is right any more


class Turn(Protocol):
    """What a turn may look up or cause, in the transaction that will keep its result. Nothing here awaits."""

    now: datetime  # aware UTC
    on_call_phone: str  # "" when none is set
    can_ring: bool  # there is a service that calls people
    service_hours: str  # OSM opening hours in which people work
    targets: Targets
    reopen_days: int  # after its end, in which a ticket may go on
    supervision: Level  # of this installation
    lease: timedelta  # how long a customer waits for the agent who has the talk, before it is free again

    @property
    def can_prove(self) -> bool:
        """The channel has a button by which people send their own number."""

    @property
    def window(self) -> timedelta | None:
        """How long after their own words people may be written to freely on this channel; None: always."""

    @property
    def number(self) -> str | None:
        """E.164, vouched for by the channel."""

    @property
    def proven(self) -> Contact | None:
        """Whom a code has proved for the ticket that is talked about, else the one contact whose mobile is that number, unless disowned."""

    @property
    def sends_codes(self) -> bool:
        """There is a template for them, and somebody who sends it."""

    @property
    def awaits_code(self) -> bool:
        """One was asked for this ticket and may be written still; whether anybody was sent one is not to be seen."""

    def about(self, ticket_id: int) -> None:
        """That ticket is talked about from now on."""

    def ask_code(self, given: Mapping[str, str]) -> Asked | None:
        """`given`: documents and e-mail that somebody claims, by field. None where there is nothing to tell and nobody to send it to."""

    def try_code(self, digits: str) -> Tried:
        """A right one makes its contact `proven` at once."""

    def local(self, moment: datetime) -> datetime:
        """Wall time where the agency is."""

    def calendar(self, home_id: int | None = None) -> Calendar:
        """When people work, in the zone of that home; in the agency's where the books know none."""

    def homes(self) -> tuple[Home, ...]:
        """Of the proven contact, from active and recently ended contracts, each home once; () when nobody is proven."""

    def earlier(self, message: str) -> Earlier | None:
        """What the person wrote in the message that the channel knows by this id, before this turn."""

    def filed(self) -> tuple[Ticket, ...]:
        """The newest tickets of this conversation that stand, as they are stored."""

    def homes_of(self, contact_id: int) -> tuple[Home, ...]:
        """The same of anybody in the books: for an agent who has chosen them."""

    def search(self, query: Query) -> Sequence[Found]:
        """Those who are meant, equal before similar; for agents. Raises `Rejected("search_empty")`."""

    def holder(self, field_name: str, value: str) -> Contact | None:
        """Whose e-mail, CPF or CNPJ this is, if it is on file; for agents."""

    def whose(self, number: str) -> Contact | None:
        """The one contact whose mobile that is."""

    def chat_of(self, contact: Contact) -> Chat | None:
        """Where this contact, and nobody else, is proven and can be reached; of several the one heard last."""

    def open_tickets(self, home_id: int) -> tuple[OpenTicket, ...]:
        """Tickets that are open at that home, other than those of this turn, the newest first; a few at most."""

    def new_call(self) -> Ticket:
        """A fresh draft that an agent writes here for a caller, stored at once; others may stand beside it."""

    def hazard_alert(self, ticket_id: int) -> HazardAlert | None:
        """The alert of that ticket that had not ended before this turn."""

    def alarms(self, ticket_id: int) -> tuple[Told, ...]:
        """What our people were told of that ticket's open danger, before this turn."""

    def new_ticket(self, instead_of: Ticket) -> Ticket:
        """A fresh draft of this conversation, stored at once so that it has its id.

        `instead_of` is stored first, since only one draft of a conversation may stand.
        """

    def disown(self) -> None:
        """The person is not the proven contact: `proven` is None from now on, also in later turns."""

    def register(self, form: Individual | Company, contact_id: int | None = None) -> int:
        """Writes a contact, or the changes of one (and its company, unless known by its CNPJ); returns its id. Raises `Taken`."""

    def shows_files(self, at: Address) -> bool:
        """The channel there has a way to show what came by another."""

    def lost_file(self, row: int) -> str | None:
        """Why the file of that inbox row will never come (`storage.media.State`), or None."""

    def files(self, ticket_id: int) -> tuple[Attachment, ...]:
        """In the order in which they came."""

    def fetch_again(self, ticket_id: int) -> int:
        """Files of that ticket which did not come are fetched anew; how many."""

    def contact(self, contact_id: int) -> Contact | None: ...

    def is_unconfirmed(self) -> bool:
        """Nothing tells that what the bot asked here last has arrived; its platform may have told that it has not."""

    def sent_back(self) -> Ticket | None:
        """The oldest ticket of this person that waits for answers to what people asked back, as it is stored."""

    def owing(self) -> tuple[int, ...]:
        """The newest tickets of this person of which something is still to be told."""

    def template(self, use: Use) -> Approved | None:
        """The one that the account has for that."""

    def newest_words(self, ticket_id: int) -> int:
        """The inbox row of what the customer of that ticket said last before this turn; 0: nothing."""

    def moved_to(self, ticket_id: int) -> str | None:
        """The number of the customer of that ticket, if the platform said before this turn that they have another one; "": not which."""

    def keeper(self, contract_id: int | None) -> Agent | None:
        """Whoever works here and looks after that contract, where tickets go to them first (`ZELADOR_ROUTING`)."""

    def merged_into(self, ticket_id: int) -> tuple[Ticket, ...]:
        """The tickets that ended in that one before this turn, as they are stored."""

    def unsent(self, ticket_id: int, by: str) -> Mapping[str, Any] | None:
        """The input of what that agent wrote last to the customer of this ticket, if it was kept as a note instead."""

    def home_exists(self, home_id: int) -> bool: ...

    def agent(self, agent_id: int) -> Agent | None:
        """Somebody who works here now."""

    def agents(self) -> tuple[Agent, ...]:
        """All who work here now."""

    def find_ticket(self, name: str) -> Ticket | None:
        """Of any line, as it is stored: by its reference, or by `#12`."""

    def replied_ticket(self, message: str) -> int | None:
        """The ticket that a message to this chat was about; by the channel's id of it."""

    def seen(self, ticket_id: int) -> str | None:
        """What the card of that ticket showed in this chat last, as an approval confirms it; None: no card of it is there."""

    def waiting(self, only: Only, agent_id: int) -> tuple[QueueEntry, ...]:
        """The queue, or a part of it; `agent_id`: whose tickets MINE are."""

    def assigned(self, agent_id: int) -> tuple[QueueEntry, ...]:
        """What this agent goes on with."""

    def entry(self, ticket_id: int) -> QueueEntry | None:
        """A ticket of any line, with its contact and home."""

    def set_on_call(self, agent_id: int, *, on_call: bool) -> None: ...

    def card(self, card_id: int) -> Card | None:
        """One that stands in some agent's chat."""

    def say(self, words: str, values: Mapping[str, str] = ...) -> str:
        """The words of a catalogue id, or of its attribute (`individual-email.skip`)."""

    def has(self, words: str) -> bool:
        """Whether the catalogue has that id or attribute."""


class Event(Record):
    """A row of history: who did what, and what it was before and after."""

    actor: str  # customer, rule, or the name of an agent
    act: str
    ticket: int
    contact: int | None = None
    before: Any = None
    after: Any = None


class Alert(Record):
    """People must look at once. `hazards`: the kinds of a danger. `text`: all that is to be said, where it is of no ticket (0)."""

    ticket: int
    kind: str
    number: str | None
    words: str
    hazards: tuple[str, ...] = ()
    text: str = ""

    @property
    def title(self) -> str:
        return f"alert-title.{self.kind.replace('_', '-')}"


class SetTimer(Record):
    """`due_at` None takes the timer away."""

    kind: str
    ticket: int
    due_at: datetime | None
    line: int | None = None  # the conversation in whose line it rings; None: this one's


class Result(Record):
    """What became of a command, for the one who gave it; `reason` is a sentence for that person."""

    outcome: Literal["done", "refused", "conflict"]
    reason: str = ""


class TurnResult(Record):
    conversation: Conversation
    tickets: tuple[Ticket, ...]  # the current one and every other that changed
    prompts: tuple[Prompt, ...] = ()
    records: tuple[Event, ...] = ()
    alerts: tuple[Alert, ...] = ()
    hazard_alerts: tuple[HazardAlert, ...] = ()  # new or changed
    rings: tuple[Call, ...] = ()
    stops_ringing: tuple[int, ...] = ()  # tickets whose queued rings are cancelled
    results: Mapping[int, Result] = field(default_factory=dict)  # by inbox row of the command
    timers: tuple[SetTimer, ...] = ()
    letters: tuple[Letter, ...] = ()
    forwards: tuple[Command, ...] = ()  # acts on tickets of other lines: an inbox row in each of those lines
    sends_again: tuple[int, ...] = ()  # outbox rows of this conversation that an agent wants to go once more
    belonging: Mapping[int, int] = field(default_factory=dict)  # by inbox row that brought a file: the ticket that it is of
    shows: tuple[int, ...] = ()  # tickets whose cards shall stand at the bottom of this chat
    ends_cards: bool = False  # nobody works in this chat any more: the cards there say nothing from now on
    silences_bot: bool = False  # queued prompts of this conversation are cancelled
    codes: frozenset[int] = frozenset()  # inbox rows whose words are a code, which nobody reads
    trace: tuple[str, ...] = ()  # what each input was heard by, for people who look on
