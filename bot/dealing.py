"""Deals the cards that a batch of turns asks for: new ones to those who shall look, newer faces for those that stand."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache, cached_property
from typing import NamedTuple

from sqlalchemy import Connection

from bot.books import Office, calendar_at
from bot.desk.cards import Face, Sight, buttons, face
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


class Dealer:
    """For one batch of turns, in their transaction."""

    def __init__(self, connection: Connection, now: datetime, office: Office, post: Post) -> None:
        self._connection, self._now, self._office, self._post = connection, now, office, post
        self._quotes = cache(lambda ticket_id: messages.quotes(connection, [ticket_id]))
        self._merged = cache(lambda ticket_id: queue.merged_into(connection, ticket_id))

    def deal(self, turns: Iterable[Played]) -> dict[int, list[Leaving]]:
        """What leaves for it, by the conversation whose turn asked."""
        turns = [*turns]
        played = [(each, ticket) for each in turns for ticket in each.result.tickets if _concerns_people(each, ticket)]
        standing = cards.of_tickets(self._connection, [ticket.id for _, ticket in played]) if played else {}
        wanted = [(each, ticket) for each, ticket in played if waits(ticket) or ticket.id in standing or _is_taken(each, ticket)]
        entries = queue.entries(self._connection, [ticket.id for _, ticket in wanted]) if wanted else {}
        dealt: dict[int, list[Leaving]] = {}
        for each, ticket in wanted:
            leaves = self._of_ticket(each, entries[ticket.id], standing.get(ticket.id, []))
            dealt.setdefault(each.result.conversation.id, []).extend(leaves)
        for each in turns:
            if each.result.shows or each.result.ends_cards:
                dealt.setdefault(each.result.conversation.id, []).extend(self._of_chat(each.result))
        return dealt

    def _of_ticket(self, played: Played, entry: QueueEntry, standing: Iterable[Card]) -> Iterator[Leaving]:
        ticket, in_chat = entry.ticket, {each.chat: each for each in standing}
        begins = waits(ticket) and (not waits(played.before.get(ticket.id)) or _is_free_again(played, ticket))
        told = {letter.to for letter in played.result.letters if letter.ticket == ticket.id and letter.prompt.words == RELAY}
        for agent in self._recipients(entry) if waits(ticket) or _is_taken(played, ticket) else ():
            if agent.chat not in in_chat or (begins and agent.at not in told):
                yield from self._anew(agent, entry, in_chat.pop(agent.chat or 0, None))
        for agent in self._agents:
            if (card := in_chat.get(agent.chat or 0)) is not None:
                yield from self._edited(agent, entry, card)

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

    def _of_chat(self, result: TurnResult) -> Iterator[Leaving]:
        """What was asked for there; or the end of all that stands there."""
        here = result.conversation
        standing = {each.ticket: each for each in cards.in_chat(self._connection, here.id)}
        if result.ends_cards:
            yield from self._ended(address_of(here), standing.values())
            return
        entries = queue.entries(self._connection, result.shows).values()
        for reader in (each for each in self._agents if each.chat == here.id):
            for entry in entries:
                yield from self._anew(reader, entry, standing.get(entry.ticket.id))

    def _ended(self, at: Address, standing: Iterable[Card]) -> Iterator[Leaving]:
        """One line, without data."""
        for each in standing:
            cards.remove(self._connection, [each.id])
            if each.external_id is not None:
                yield Leaving(at, "card", Call("text", self._office.say(GONE, {}), words=GONE, edits=each.external_id))

    # -- one card

    def _anew(self, agent: Agent, entry: QueueEntry, before: Card | None) -> Iterator[Leaving]:
        """At the bottom of the chat; the one before loses its buttons."""
        if agent.at is None or agent.chat is None:
            return
        if before is not None:
            cards.remove(self._connection, [before.id])
            if before.external_id is not None:
                yield Leaving(agent.at, "card", Call("clear", "", edits=before.external_id))
        shown = self._face(agent, entry)
        number = cards.deal(self._connection, agent.chat, entry.ticket.id, shown.digest)
        yield self._laid_out(agent.at, entry.ticket, number, shown)

    def _edited(self, agent: Agent, entry: QueueEntry, card: Card) -> Iterator[Leaving]:
        shown = self._face(agent, entry)
        if agent.at is not None and shown.digest != card.shown:
            cards.show(self._connection, {card.id: shown.digest})
            yield self._laid_out(agent.at, entry.ticket, card.id, shown)

    def _face(self, agent: Agent, entry: QueueEntry) -> Face:
        holder = next((each for each in self._agents if each.id == entry.ticket.assignee_id), None)
        limit = self._post.channels[agent.at.channel].limits(agent.at.address).body if agent.at else 0
        number, has_template = entry.ticket.id, "question" in self._office.templates
        return face(self._words, Sight(entry, agent, holder, self._quotes(number), self._merged(number), has_template), limit)

    def _laid_out(self, to: Address, ticket: Ticket, card_id: int, shown: Face) -> Leaving:
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
