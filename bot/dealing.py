"""Deals the cards that a batch of turns asks for: new ones to those who shall look, newer faces for those that stand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import Connection

from bot.books import Office, calendar_at
from bot.desk.cards import Face, Front, Sight, buttons, face, front
from bot.desk.routing import WIDEN, alone_until, recipients
from bot.desk.ticket_words import TicketWords
from bot.leaving import Leaving, Post
from bot.result import TurnResult
from core.agents import Agent
from core.cards import Card
from core.conversations import Prompt, address_of
from core.messages import Address, Call
from core.queue import QueueEntry
from core.records import evolve
from core.tickets import UNFINISHED, Status, Ticket, line_of
from storage import agents, cards, homes, messages, queue, timers

RELAY = "relay"  # words of a letter by which somebody reads at once what is new
GONE = "card-gone"


class Played(NamedTuple):
    """A turn that was taken, and is written. `before`: tickets as they were."""

    before: Mapping[int, Ticket]
    result: TurnResult


class _Hand(NamedTuple):
    """A ticket for an agent's chat. `line`: the conversation whose turn asked. `stands`: its card there; `anew`: in place of that."""

    line: int
    agent: Agent
    at: Address
    chat: int
    entry: QueueEntry
    stands: Card | None
    anew: bool


class Dealer:
    """For one batch of turns, in their transaction: whatever is dealt together takes a statement a table."""

    def __init__(self, connection: Connection, now: datetime, office: Office, post: Post) -> None:
        self._connection, self._now, self._office, self._post = connection, now, office, post
        self._leaves: dict[int, list[Leaving]] = defaultdict(list)

    def deal(self, turns: Iterable[Played]) -> Mapping[int, list[Leaving]]:
        """What leaves for it, by the conversation whose turn asked."""
        turns = [*turns]
        played = [(each, ticket) for each in turns for ticket in each.result.tickets if _concerns_people(each, ticket)]
        standing = cards.of_tickets(self._connection, [ticket.id for _, ticket in played]) if played else {}
        wanted = [(each, ticket) for each, ticket in played if waits(ticket) or ticket.id in standing or _is_taken(each, ticket)]
        entries = queue.entries(self._connection, [ticket.id for _, ticket in wanted]) if wanted else {}
        self._lay([hand for each, ticket in wanted for hand in self._of_ticket(each, entries[ticket.id], standing.get(ticket.id, []))])
        self._lay([hand for each in turns if each.result.shows or each.result.ends_cards for hand in self._of_chat(each.result)])
        return self._leaves

    def _of_ticket(self, played: Played, entry: QueueEntry, standing: Iterable[Card]) -> Iterator[_Hand]:
        ticket, in_chat, line = entry.ticket, {each.chat: each for each in standing}, played.result.conversation.id
        begins = waits(ticket) and (not waits(played.before.get(ticket.id)) or _is_free_again(played, ticket))
        told = {letter.to for letter in played.result.letters if letter.ticket == ticket.id and letter.prompt.words == RELAY}
        for agent in self._recipients(entry) if waits(ticket) or _is_taken(played, ticket) else ():
            if agent.chat not in in_chat or (begins and agent.at not in told):
                yield from _hand(line, agent, entry, in_chat.pop(agent.chat or 0, None), anew=True)
        for agent in self._agents:
            if (card := in_chat.get(agent.chat or 0)) is not None:
                yield from _hand(line, agent, entry, card, anew=False)

    def _recipients(self, entry: QueueEntry) -> Iterable[Agent]:
        """Where one of them has it alone, a timer brings it to the others."""
        ticket, keeper = entry.ticket, None
        if self._office.routing != "everyone" and ticket.contract_id is not None:
            calendar = calendar_at(self._office.calendar, entry.home.zone if entry.home else "")
            until = alone_until(ticket, self._office.targets, calendar)
            if until is None or until > self._now:
                keeper = homes.keepers(self._connection, ticket.contract_id)[self._office.routing]
                timers.put(self._connection, [(timers.Key(line_of(ticket), ticket.id, WIDEN), until)])
        return recipients(ticket, self._agents, keeper)

    # -- of one chat

    def _of_chat(self, result: TurnResult) -> Iterator[_Hand]:
        """What was asked for there; or the end of all that stands there."""
        here = result.conversation
        standing = {each.ticket: each for each in cards.in_chat(self._connection, here.id)}
        if result.ends_cards:
            self._leaves[here.id] += self._ended(address_of(here), standing.values())
            return
        entries = queue.entries(self._connection, result.shows).values()
        for reader in (each for each in self._agents if each.chat == here.id):
            for entry in entries:
                yield from _hand(here.id, reader, entry, standing.get(entry.ticket.id), anew=True)

    def _ended(self, at: Address, standing: Collection[Card]) -> Iterator[Leaving]:
        """One line, without data."""
        cards.remove(self._connection, [each.id for each in standing])
        for each in standing:
            if each.external_id is not None:
                yield Leaving(at, "card", Call("text", self._office.say(GONE, {}), words=GONE, edits=each.external_id))

    # -- cards

    def _lay(self, hands: Sequence[_Hand]) -> None:
        """Those that look as they did stay as they are; of those that are dealt anew the one before loses its buttons."""
        if not hands:
            return
        faces = self._faces(hands)
        new = [(hand, shown) for hand, shown in zip(hands, faces, strict=True) if hand.anew]
        cards.remove(self._connection, [hand.stands.id for hand, _ in new if hand.stands])
        dealt = [cards.Dealt(hand.chat, hand.entry.ticket.id, shown.digest) for hand, shown in new]
        numbers = iter(cards.deal(self._connection, dealt))
        newer: dict[int, str] = {}
        for hand, shown in zip(hands, faces, strict=True):
            if hand.anew:
                self._leaves[hand.line] += self._laid_anew(hand, shown, next(numbers))
            elif hand.stands is not None and hand.stands.shown != shown.digest:
                newer[hand.stands.id] = shown.digest
                self._leaves[hand.line].append(self._laid_out(hand, shown, hand.stands.id))
        cards.show(self._connection, newer)

    def _faces(self, hands: Sequence[_Hand]) -> list[Face]:
        """What is the same to all who look at a ticket is put into words once."""
        numbers = {hand.entry.ticket.id for hand in hands}
        quotes, merged = messages.quotes(self._connection, numbers), queue.merged_into(self._connection, numbers)
        has_template = "question" in self._office.templates
        fronts: dict[tuple[int, int], Front] = {}
        faces = []
        for hand in hands:
            ticket, limit = hand.entry.ticket, self._post.channels[hand.at.channel].limits(hand.at.address).body
            holder = next((each for each in self._agents if each.id == ticket.assignee_id), None)
            sight = Sight(hand.entry, hand.agent, holder, quotes[ticket.id], merged.get(ticket.id, ()), has_template)
            if (ticket.id, limit) not in fronts:
                fronts[ticket.id, limit] = front(self._words, sight, limit)
            faces.append(face(fronts[ticket.id, limit], sight))
        return faces

    def _laid_anew(self, hand: _Hand, shown: Face, number: int) -> Iterator[Leaving]:
        if hand.stands is not None and hand.stands.external_id is not None:
            yield Leaving(hand.at, "card", Call("clear", "", edits=hand.stands.external_id))
        yield self._laid_out(hand, shown, number)

    def _laid_out(self, hand: _Hand, shown: Face, card_id: int) -> Leaving:
        to, ticket = hand.at, hand.entry.ticket
        prompt = Prompt("card", shown.text, buttons(self._words, shown, card_id), purpose="card")
        (call,) = self._post.layout(prompt, self._post.channels[to.channel].limits(to.address))
        silent = not ticket.hazards and not self._office.calendar.is_open(self._now)
        return Leaving(to, "card", evolve(call, silent=silent), ticket.id, card_id)

    @cached_property
    def _agents(self) -> tuple[Agent, ...]:
        """Those who can be written to."""
        return tuple(each for each in agents.here(self._connection) if each.at is not None)

    @cached_property
    def _words(self) -> TicketWords:
        return TicketWords(self._office.say, self._now, lambda moment: moment.astimezone(self._office.calendar.zone))


def _hand(line: int, agent: Agent, entry: QueueEntry, stands: Card | None, *, anew: bool) -> Iterator[_Hand]:
    """None for somebody who cannot be written to."""
    if agent.at is not None and agent.chat is not None:
        yield _Hand(line, agent, agent.at, agent.chat, entry, stands, anew)


def waits(ticket: Ticket | None) -> bool:
    """For a person to whom it is brought; a report that its customer gave up is only in the queue."""
    return ticket is not None and ticket.waiting_since is not None and ticket.status != Status.INCOMPLETE


def _is_taken(played: Played, ticket: Ticket) -> bool:
    """In this turn, by somebody who now goes on with it."""
    before = played.before.get(ticket.id)
    return ticket.assignee_id is not None and (before is None or before.assignee_id != ticket.assignee_id)


def _is_free_again(played: Played, ticket: Ticket) -> bool:
    """Its customer has waited too long for whoever had it."""
    return any(each.kind == "free" and each.ticket == ticket.id for each in played.result.alerts)


def _concerns_people(played: Played, ticket: Ticket) -> bool:
    states = (ticket, played.before.get(ticket.id))
    return any(each is not None and (waits(each) or each.assignee_id or each.status not in UNFINISHED) for each in states)
