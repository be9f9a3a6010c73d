"""What one turn holds in its hands: the records it was given, what it changes, what it will say."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import Struct, field

from bot.flows import SHARED, STEPS
from bot.machine import move
from bot.result import Alert, Earlier, Event, Letter, Result, SetTimer, Turn
from bot.steps import Heard, Step
from core.agents import Agent
from core.answers import Answer, Answers, value_of
from core.contacts import Contact
from core.conversations import Conversation, Offer, OpenPrompt, Option, Prompt
from core.hazard_alerts import HazardAlert
from core.messages import Address, Call, Command, Inbound, Purpose
from core.records import evolve
from core.supervision import Level
from core.tickets import BY_PHONE, Ticket

DEPENDING = {"contract.home": ("contract.same_problem", "call.same")}  # answers that go when another is asked again
OF_CALLER = ("search.find", "search.found")  # who is on the phone; these go with it:
CALLERS = ("search.caller", "search.person", "search.page", "individual.", "company.", "contract.", "call.")
Said = tuple[str, dict[str, str]]  # a words id and its values


class Talk(Struct):
    turn: Turn
    conversation: Conversation
    ticket: Ticket  # the current one; its form and pool are `answers` and `said` while the turn goes on
    others: dict[int, Ticket]  # named by commands and timers, or left in this turn
    state: str
    began: str  # the state in which this turn found the talk
    answers: dict[str, Answer]
    said: dict[str, Inbound]
    given: Mapping[int, Ticket] = field(default_factory=dict)  # the tickets as this turn found them
    offer: Offer | None = None
    page: int | None = None  # first of the options to show; None: where the question stands
    lead: list[Said] = field(default_factory=list)  # what stands before the question
    tail: list[Said] = field(default_factory=list)  # what stands after it
    refused: bool = False  # the open question was refused: counted
    submitted_now: bool = False
    silent: bool = False  # nothing is asked this time
    newest_words: int = 0  # inbox row of what the customer said last in this turn
    agent: Agent | None = None  # who writes here, where it is an agent's chat
    edited: Earlier | None = None  # the message that the edit at hand changes
    tapped: tuple[int, int] | None = None  # prompt and option of the tap that the open question got in this turn
    files: int = 0  # that came in this turn
    codes: frozenset[int] = frozenset()  # inbox rows of this turn whose words are a code
    prompts: list[Prompt] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    hazard_alerts: dict[int, HazardAlert] = field(default_factory=dict)  # by ticket: the newest
    over: list[HazardAlert] = field(default_factory=list)  # that a newer one of the same ticket has followed
    rings: list[Call] = field(default_factory=list)
    stops_ringing: set[int] = field(default_factory=set)  # tickets
    results: dict[int, Result] = field(default_factory=dict)
    timers: list[SetTimer] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    forwards: list[Command] = field(default_factory=list)
    sends_again: list[int] = field(default_factory=list)
    belonging: dict[int, int] = field(default_factory=dict)  # by inbox row that brought a file: the ticket that it is of
    shows: list[int] = field(default_factory=list)
    tells_now: set[int] = field(default_factory=set)  # tickets of which news came from whoever has the talk
    ends_cards: bool = False
    silences_bot: bool = False
    trace: list[str] = field(default_factory=list)

    @property
    def step(self) -> Step:
        return STEPS[self.state]

    @property
    def open(self) -> OpenPrompt | None:
        return self.conversation.open

    @property
    def owned(self) -> bool:
        """A person has the talk."""
        return self.conversation.owner != "bot"

    def level_of(self, ticket: Ticket) -> Level:
        """How far the assistant goes by itself: as a supervisor set this ticket apart, else as the installation has it."""
        return ticket.supervision or self.turn.supervision

    @property
    def by_phone(self) -> bool:
        """An agent writes for a caller."""
        return self.ticket.origin == BY_PHONE and self.ticket.filed_in == self.conversation.id

    @property
    def writer(self) -> str:
        """Who writes, as the history names them."""
        return self.agent.name if self.agent else "customer"

    def set(self, **changes: Any) -> None:
        self.ticket = evolve(self.ticket, **changes)

    def tell(self, words: str, **values: str) -> None:
        """A sentence before the open question, in the same message."""
        self.lead.append((words, values))

    def send(self, words: str, purpose: Purpose, **values: str) -> None:
        """A message of its own, before the question."""
        self.prompts.append(Prompt(words, self.turn.say(words, values).strip(), purpose=purpose))

    def write_to(self, to: Address | None, words: str, ticket: int | None, *options: Option, **values: str) -> None:
        """A message to one of our own people; nobody who was never linked gets one."""
        if to is not None:
            self.letters.append(Letter(to, Prompt(words, self.turn.say(words, values).strip(), options, purpose="relay"), ticket))

    def record(self, actor: str, act: str, ticket: Ticket, before: Any = None, after: Any = None) -> None:
        """What was done to a ticket, whichever is talked about."""
        self.events.append(Event(actor, act, ticket.id, ticket.contact_id, before, after))

    def event(self, act: str, *, actor: str = "", before: Any = None, after: Any = None) -> None:
        """`actor`: whoever writes, unless somebody else did it."""
        self.events.append(Event(actor or self.writer, act, self.ticket.id, self.ticket.contact_id, before, after))

    def alert(self, kind: str, words: str = "", hazards: tuple[str, ...] = ()) -> None:
        self.alerts.append(Alert(self.ticket.id, kind, self.number, words, hazards))

    @property
    def number(self) -> str | None:
        """The number that the channel vouches for; of a call what the caller gave, never that of the agent's own chat."""
        if not self.by_phone:
            return self.turn.number
        given = value_of(self.answers, "individual.mobile") or value_of(self.answers, "company.mobile")
        return None if given is None else str(given)

    def wait(self) -> None:
        """The ticket waits for a person, from now on unless it does already."""
        self.set(waiting_since=self.ticket.waiting_since or self.turn.now)

    def take(self, outcome: Heard) -> bool:
        """Keeps what a step accepted: answers, or the Offer that is asked next."""
        self.offer = outcome if isinstance(outcome, Offer) else None
        if not isinstance(outcome, Offer):
            self.fill(outcome)
        return self.offer is None

    def fill(self, found: Answers) -> None:
        """Keeps answers; what the summary showed and is now different takes its confirmation back."""
        for key, answer in found.items():
            before = self.answers.get(key)
            self.answers[key] = answer
            self.events.append(Event(answer.author, "answer", self.ticket.id, None, _plain(before), {key: _plain(answer)}))
            name = key.partition(".")[2]
            if name in SHARED and answer.author != "rule":
                self.said[name] = answer.again()
            if before and before.value != answer.value and not self.ticket.submitted_at:
                self._take_back(key)

    def reopen(self, step: Step) -> None:
        """That step is asked again, its old value shown."""
        for key in step.fills:
            if key in self.answers:
                self.answers[key] = evolve(self.answers[key], status="reopened")
        self._unsettle(step)

    def drop(self, step: Step) -> None:
        for key in step.fills:
            self.answers.pop(key, None)
        self._unsettle(step)

    def _unsettle(self, step: Step) -> None:
        self._take_back(step.state)
        if step.state in OF_CALLER:
            self._take_caller_back()

    def _take_back(self, key: str) -> None:
        """What was said of another value, the confirmation first."""
        for each in ("review.summary", *DEPENDING.get(key, ())):
            self.answers.pop(each, None)

    def _take_caller_back(self) -> None:
        """Somebody else is on the phone: what the books gave, and what was typed of the one before, goes."""
        self.answers = {key: each for key, each in self.answers.items() if not key.startswith(OF_CALLER[1:] + CALLERS)}
        self.said = {name: each for name, each in self.said.items() if name not in Contact.__struct_fields__}

    def forget(self, step: Step) -> None:
        for name in step.fields:
            self.said.pop(name, None)

    def go(self, step: Step) -> None:
        self.state, self.offer = move(self.state, "reopen", to=step.state), None

    def later(self, kind: str, due_at: datetime) -> None:
        self.timers.append(SetTimer(kind, self.ticket.id, due_at))

    def named(self, ticket_id: int) -> Ticket | None:
        """A ticket of this line, as it stands now."""
        return self.put_down() if ticket_id == self.ticket.id else self.others.get(ticket_id)

    def replace(self, ticket: Ticket) -> None:
        """Keeps what an agent's act made of a ticket of this line."""
        if ticket.id == self.ticket.id:
            self.ticket = ticket
        else:
            self.others[ticket.id] = ticket

    def with_answers(self, ticket: Ticket, changed: Answers) -> Ticket:
        """The ticket with answers as people made them; what was confirmed stays so. It is for `replace`."""
        if ticket.id == self.ticket.id:
            self.answers.update(changed)
        return evolve(ticket, answers={**ticket.answers, **changed})

    def turn_to(self, ticket: Ticket) -> None:
        """Another ticket of this line is talked about from now on."""
        if ticket.id != self.ticket.id:
            self.pick_up(ticket)
        self.conversation = evolve(self.conversation, ticket_id=ticket.id)

    def leave(self, ticket: Ticket) -> None:
        """That ticket is over: nothing more is asked of it."""
        if ticket.id == self.conversation.ticket_id and not ticket.submitted_at:
            self.conversation = evolve(self.conversation, ticket_id=None, open=None)
            self.offer = None

    def put_down(self) -> Ticket:
        """The current ticket with what this turn made of it."""
        return evolve(self.ticket, state=self.state, answers=dict(self.answers), said=dict(self.said))

    def pick_up(self, ticket: Ticket) -> None:
        """Goes on with another ticket; the one before is kept among the others."""
        self.others[self.ticket.id] = self.put_down()
        self.others.pop(ticket.id, None)
        self.ticket, self.state, self.offer = ticket, ticket.state, None
        self.answers, self.said = dict(ticket.answers), dict(ticket.said)
        self.conversation = evolve(self.conversation, ticket_id=ticket.id)
        self.turn.about(ticket.id)


def _plain(answer: Answer | None) -> Mapping[str, str | None] | None:
    """An answer as history keeps it: its words, never its inner form."""
    if answer is None:
        return None
    return {"value": None if answer.value is None else answer.text, "status": answer.status}
