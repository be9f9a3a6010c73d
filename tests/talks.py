"""A talk in memory: what the worker does, without a store. Only the clock and the books are doubled."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from bot.desk.chat import NO_TICKET
from bot.machine import walk
from bot.result import Input, TurnResult
from bot.turn import take_turn
from core.agents import Agent
from core.conversations import Conversation, OpenPrompt, Prompt
from core.messages import (
    SHUT,
    SIGNALS,
    Card,
    Command,
    Inbound,
    Kind,
    Media,
    MediaKind,
    Original,
    Parked,
    Place,
    Purpose,
    Shut,
    Timer,
    Undelivered,
    is_customers,
)
from core.records import evolve
from core.tickets import Ticket
from tests.fake_turns import (
    ACACIAS,
    AFTERNOON,
    ANA,
    BIA,
    COPY,
    DRIPPING,
    JOAO,
    MARCOS,
    MARINA,
    PADARIA,
    RUA_UM,
    ZONE,
    FakeTurn,
    personas,
)

__all__ = [
    "ACACIAS",
    "AFTERNOON",
    "ANA",
    "BIA",
    "COPY",
    "DRIPPING",
    "JOAO",
    "MARCOS",
    "MARINA",
    "PADARIA",
    "RUA_UM",
    "ZONE",
    "Chat",
    "FakeTurn",
    "personas",
]


class Chat:
    """One conversation, turn after turn; `say` returns what the bot wrote."""

    def __init__(self, persona: str = "unknown", now: datetime = AFTERNOON) -> None:
        self.books = personas()[persona]
        self.turn = FakeTurn(self.books, now)
        self.conversation = Conversation(1, "console", "", "1")
        self.timers: dict[tuple[str, int], datetime] = {}
        self.next = 1
        self.last: TurnResult | None = None
        self.said: list[Prompt] = []
        self.agent = ANA if persona == "agent" else None
        if self.agent is None:
            first = Ticket(123, filed_in=1, reply_to=1, origin="console")
            self.books.tickets[first.id] = first
            self.conversation = evolve(self.conversation, ticket_id=first.id)

    @property
    def ticket(self) -> Ticket:
        """The current one; after a cancelled draft, that draft."""
        return self.books.tickets.get(self.conversation.ticket_id or max(self.books.tickets, default=0), NO_TICKET)

    @property
    def open(self) -> OpenPrompt | None:
        return self.conversation.open

    def wait(self, **delta: float) -> None:
        self.turn.now += timedelta(**delta)

    def say(self, *texts: str, kind: MediaKind | Literal["text"] = "text", seconds: int | None = None) -> tuple[Prompt, ...]:
        self.wait(minutes=1)
        media = None if kind == "text" else Media(kind, seconds)
        return self.take(*(self._inbound(text, kind, media) for text in texts))

    def tap(self, option: int, prompt: int | None = None, of: str = "") -> tuple[Prompt, ...]:
        self.wait(minutes=1)
        asked = prompt if prompt is not None else self.open.id if self.open else 0
        return self.take(evolve(self._inbound("", "tap", None), prompt=asked, option=option, of=of))

    def album(self, *files: tuple[str, str]) -> tuple[Prompt, ...]:
        """Several files as one burst: kind and caption of each."""
        self.wait(minutes=1)
        return self.take(*(self._inbound(caption, kind, Media(kind)) for kind, caption in files))  # type: ignore[arg-type]

    def start(self, payload: str = "") -> tuple[Prompt, ...]:
        self.wait(minutes=1)
        return self.take(evolve(self._inbound("", "text", None), payload=payload))

    def send_card(self, phone: str, name: str = "", *, own: bool = False) -> tuple[Prompt, ...]:
        self.wait(minutes=1)
        if own:
            self.books.prove(phone)
        return self.take(evolve(self._inbound("", "contact", None), card=Card(phone, name, own=own)))

    def send_place(self, name: str = "") -> tuple[Prompt, ...]:
        self.wait(minutes=1)
        return self.take(evolve(self._inbound("", "location", None), place=Place(-23.55052, -46.633308, name)))

    def edit(self, number: int, text: str) -> tuple[Prompt, ...]:
        """The person's message of that number, the first being 1, is different now."""
        self.wait(minutes=1)
        return self.take(evolve(self._inbound(text, "edited", None), of=self._message(number), message=""))

    def delete(self, number: int) -> tuple[Prompt, ...]:
        """The person's message of that number is taken back."""
        self.wait(minutes=1)
        return self.take(evolve(self._inbound("", "deleted", None), of=self._message(number), message=""))

    def _message(self, number: int) -> str:
        return [each for each, _ in self.books.written if each.message][number - 1].message

    def signal(self, kind: Kind, text: str = "") -> tuple[Prompt, ...]:
        """Blocked, unblocked, or a reaction."""
        self.wait(minutes=1)
        return self.take(evolve(self._inbound(text, kind, None), message=""))

    def move(self, number: str) -> tuple[Prompt, ...]:
        """The platform says that they have another number now; "": not which."""
        if number:
            self.books.change_number(number)
        return self.signal("moved", number)

    def lose(self, reason: str = "bot was blocked by the user") -> tuple[Prompt, ...]:
        """What was said does not arrive, and nothing will."""
        self.wait(minutes=1)
        return self.take(Undelivered(reason, dead=True, id=self._id()))

    def come_late(self, purpose: Purpose, text: str, carries: Original | None = None, reason: str = SHUT) -> tuple[Prompt, ...]:
        """What was to be said came after the end of the window."""
        return self.take(Undelivered(reason, row=7, carries=carries, shut=Shut(purpose, text, self.ticket.id), id=self._id()))

    def echo(self, text: str, kind: Kind = "text") -> tuple[Prompt, ...]:
        """Somebody writes from the agency's own telephone."""
        self.wait(minutes=1)
        return self.take(evolve(self._inbound(text, kind, None), author="agent"))

    def ring(self, kind: str, ticket: int | None = None) -> tuple[Prompt, ...]:
        return self.take(Timer(kind, ticket or self.ticket.id, self._id()))

    def command(self, act: str, ticket: int | None = None, by: Agent = ANA, given: Mapping[str, object] | None = None) -> TurnResult:
        """What an agent does; `given` is the act's input."""
        self.take(Command(act, ticket or self.ticket.id, by.name, by.id, given or {}, id=self._id()))
        assert self.last
        return self.last

    def break_down(self) -> tuple[Prompt, ...]:
        return self.take(Parked(id=self._id()))

    def take(self, *inputs: Input) -> tuple[Prompt, ...]:
        tickets = self._tickets(inputs)
        self.turn.about(self.conversation.ticket_id or 0)
        result = take_turn(self.conversation, tickets, inputs, self.turn)
        for ticket in result.tickets:
            self.books.tickets[ticket.id] = evolve(ticket, version=ticket.version + 1)
        self.books.alerts |= {each.ticket_id: each for each in result.hazard_alerts}
        for timer in result.timers:
            self._set(timer.kind, timer.ticket, timer.due_at)
        self.conversation, self.last = result.conversation, result
        self.books.written.extend((each, self.ticket.id) for each in inputs if isinstance(each, Inbound))
        self.books.history.extend(result.records)
        self.said.extend(result.prompts)
        return result.prompts

    def walked(self) -> list[str]:
        return walk(self.ticket.answers, self.turn)

    def value(self, key: str) -> object:
        return self.ticket.answers[key].value

    def _tickets(self, inputs: tuple[Input, ...]) -> tuple[Ticket, ...]:
        if (
            self.agent is None
            and self.conversation.ticket_id is None
            and any(isinstance(each, Inbound) and each.kind not in SIGNALS and is_customers(each) for each in inputs)
        ):
            fresh = self.turn.new_ticket(self.ticket)
            self.conversation = evolve(self.conversation, ticket_id=fresh.id)
        current = self.conversation.ticket_id or (max(self.books.tickets) if self.agent is None else None)
        ids = [] if current is None else [current]
        ids += [number for each in inputs if isinstance(each, Timer | Command) for number in each.about if number]
        return tuple(self.books.tickets[each] for each in dict.fromkeys(ids))

    def _inbound(self, text: str, kind: Kind, media: Media | None) -> Inbound:
        number = self._id()
        agent = self.agent.id if self.agent else None
        return Inbound(number, text, kind, media=media, sent_at=self.turn.now, message=f"m{number}", agent=agent)

    def _id(self) -> int:
        self.next += 1
        return self.next

    def _set(self, kind: str, ticket: int, due_at: datetime | None) -> None:
        self.timers.pop((kind, ticket), None)
        if due_at is not None:
            self.timers[kind, ticket] = due_at
