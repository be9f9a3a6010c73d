"""A counter with two agents and several customers on a real database: who writes what is chosen from outside, and what is seen is kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, bindparam, select

from bot.handlers.console import LIMITS
from bot.ingest import ingest
from bot.sender import Report, note_and_claim
from bot.turn import take_turn
from bot.worker import Means, take_turns
from core.messages import Inbound, Limits, Outcome, Outgoing, Part
from core.pacing import Pace
from storage import agents, repetition
from storage.database import Database
from storage.tables import conversation, message, ticket
from storage.tables import outbox as outbox_table
from tests.house import START
from tests.store_people import Person
from tests.store_world import LAYOUT, OFFICE, Died

CHANNEL = "console"
AGENTS = ("bia", "rui")
ALLOWED = frozenset({"safety", "reference", "note", "agent", "alarm", "alert", "relay", "card"})  # while an agent has the talk
ME = 1  # the process


class Desk:
    """The channel: a part's body is what was written."""

    def parse(self, part: Part) -> Inbound:
        return Inbound(**{"message": part.external_id, **part.body})

    def limits(self, address: str) -> Limits:
        return LIMITS

    def paces(self, address: str) -> Sequence[Pace]:
        return ()


@dataclass
class Customer:
    person: Person
    number: int = 0  # of the conversation
    said: list[str] = field(default_factory=list)
    asked: str | None = None  # words id of the open question
    owner: int | None = None  # the agent who has the talk
    with_people: bool = False
    arrived: bool = False
    waits: bool = False  # for the bot to hear
    told: list[str] = field(default_factory=list)  # by agents, as they reached the phone


@dataclass
class Counter:
    database: Database
    customers: Sequence[Customer]
    now: datetime = START
    means: Means = field(default_factory=lambda: Means(take_turn, LAYOUT, {CHANNEL: Desk()}, OFFICE))
    flying: list[Outgoing] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # by person: messages written
    spoken: int = 0  # by agents
    delivered: Sequence[Part] = ()  # at last

    async def open(self, first_words: Sequence[str]) -> None:
        """The agents open their links, and every customer says the first words."""
        for name in AGENTS:
            until = self.now + timedelta(minutes=30)
            offer = partial(agents.offer, name=name, code_hash=agents.hashed(name), expires_at=until)
            await self.database.run(offer)
            await self.deliver([self.part(name, "", payload=name)])
        await self.deliver([self.says(each, words) for each, words in zip(self.customers, first_words, strict=True)])
        await self.hear()

    # ── what comes in ────────────────────────────────────────────────────────

    def part(self, who: str, text: str, **more: Any) -> Part:
        self.numbers[who] += 1
        return Part(CHANNEL, "", f"{who}:{self.numbers[who]}", {"text": text, **more}, (("name", who),), who, waits=False)

    def says(self, customer: Customer, text: str) -> Part:
        customer.said.append(text)
        customer.waits = True
        return self.part(customer.person.who, text)

    def types(self, agent: str, text: str) -> Part:
        return self.part(agent, text)

    async def deliver(self, parts: Sequence[Part]) -> None:
        """Each comes twice, as platforms have it: the second time with what came next."""
        again, self.delivered = self.delivered, parts
        await self.database.run(partial(ingest, parts=[*again, *parts], now=self.now))

    # ── turns and sends ──────────────────────────────────────────────────────

    async def hear(self, *, dies: bool = False) -> None:
        """All turns; a first attempt may die before its commit."""

        def cut_short(connection: Connection) -> None:
            take_turns(connection, self.now, self.means)
            raise Died

        if dies:
            with suppress(Died):
                await self.database.run(cut_short)
        while (await self.database.run(partial(take_turns, now=self.now, means=self.means))).turns:
            pass
        await self.look()

    async def send(self, *, limit: int = 64) -> None:
        """What may go goes; of no row that the bot has to say may the talk be an agent's at that moment."""

        def work(connection: Connection) -> list[Outgoing]:
            rows = note_and_claim(connection, self.reports, {CHANNEL: self.means.channels[CHANNEL]}, self.now, ME, limit)  # type: ignore[dict-item]
            wrong = connection.execute(_OF_TAKEN, {"ids": [row.id for row in rows] or [0]}).all()
            bad = [(row.purpose, row.call.words, row.call.text) for row in wrong if row.purpose not in ALLOWED]
            assert not bad, bad
            return rows

        self.flying += await self.database.run(work)
        self.reports.clear()

    async def send_all(self) -> None:
        """Until nothing waits for a customer any more: to each of them one at a time."""
        await self.send()
        while any(row.address not in AGENTS for row in self.flying):
            self.arrive()
            await self.send()
        self.arrive()

    def arrive(self) -> None:
        """All that is under way reaches its reader, and the sender will hear of it."""
        for row in self.flying:
            self._reach(row)
            self.reports.append((row.id, Outcome("sent", f"x{row.id}")))
        self.flying.clear()

    async def die(self, arrived: int) -> None:
        """Some of what was under way had reached its reader; nobody is told, and another process finds it."""
        for row in self.flying[:arrived]:
            self._reach(row)
        self.flying.clear()
        self.reports.clear()
        await self.database.run(partial(repetition.give_up_of, processes=[ME], now=self.now))

    def _reach(self, row: Outgoing) -> None:
        if row.purpose == "agent":
            next(each for each in self.customers if each.person.who == row.address).told.append(row.call.text)

    # ── what is seen ─────────────────────────────────────────────────────────

    async def look(self) -> None:
        found = await self.database.run(lambda connection: connection.execute(_TALKS).all())
        rows: Mapping[str, Any] = {row.address: row for row in found}
        for each in self.customers:
            row = rows[each.person.who]
            each.number, each.owner, each.with_people, each.waits = row.id, row.agent_id, row.owner != "bot", False
            each.asked = row.open_prompt.words if row.open_prompt and row.owner == "bot" else None
            each.arrived = row.state == "submitted.open" and row.owner == "bot"

    async def transcripts(self) -> Mapping[int, list[str]]:
        """By conversation: what its customer said."""
        said = defaultdict(list)
        for number, words in await self.database.run(lambda connection: connection.execute(_SAID).all()):
            said[number].append(words)
        return said


_OF_TAKEN = (
    select(outbox_table.c.id, outbox_table.c.purpose, outbox_table.c.call)
    .join(conversation, conversation.c.id == outbox_table.c.conversation_id)
    .where(outbox_table.c.id.in_(bindparam("ids", expanding=True)))
    .where(conversation.c.agent_id.is_not(None), outbox_table.c.address == conversation.c.address)
)
_SAID = select(message.c.conversation_id, message.c.text).where(message.c.author == "customer").order_by(message.c.id)
_TALKS = select(
    conversation.c.id,
    conversation.c.address,
    conversation.c.agent_id,
    conversation.c.owner,
    conversation.c.open_prompt,
    ticket.c.state,
).join(ticket, ticket.c.id == conversation.c.ticket_id, isouter=True)
