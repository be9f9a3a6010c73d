"""What leaves a turn: each call, laid out for the channel on which whoever shall read it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import NamedTuple, Protocol

from bot.alerts.team_chat import AlertChat, announcements
from bot.result import TurnResult
from core.conversations import Prompt, address_of
from core.messages import RINGS, Address, Call, Limits, Purpose
from core.records import evolve
from core.tickets import Ticket
from core.utf16 import units

Layout = Callable[[Prompt, Limits], tuple[Call, ...]]


class HasLimits(Protocol):
    """What is asked of a channel."""

    def limits(self, address: str) -> Limits: ...


class Leaving(NamedTuple):
    to: Address
    purpose: Purpose
    call: Call
    ticket: int | None = None  # what one of our people who replies to it speaks of
    card: int | None = None  # of which it is the newest edition
    until: datetime | None = None  # does not go later


class Post(NamedTuple):
    """How calls are made of words, and where the agency's own people are told."""

    layout: Layout
    channels: Mapping[str, HasLimits]
    alerts: AlertChat | None


def leaving(before: Mapping[int, Ticket], result: TurnResult, post: Post) -> Iterator[Leaving]:
    """For the person of the talk, for agents in their own chats, and for the chat where people are told. `before`: tickets as they were."""
    here = address_of(result.conversation)
    if result.prompts:
        limits = post.channels[here.channel].limits(here.address)
        said = chain.from_iterable(_laid_out(here, prompt, prompt.ticket, post) for prompt in result.prompts)
        yield from joined(said, limits) if limits.joins else said
    for letter in result.letters:
        yield from (each._replace(until=letter.until) for each in _laid_out(letter.to, letter.prompt, letter.ticket, post))
    if (chat := post.alerts) is not None:
        there = Address(chat.channel, chat.account, chat.address)
        for purpose, text, words, ticket, choices in announcements(chat, before, result):
            yield Leaving(there, purpose, Call("buttons" if choices else "text", text, choices, words=words), ticket)
    for call in result.rings:
        if call.ring is not None:
            yield Leaving(Address(RINGS, "", call.ring.calls), "ring", call, call.ring.about)


def _laid_out(to: Address, prompt: Prompt, ticket: int | None, post: Post) -> Iterator[Leaving]:
    calls = post.layout(prompt, post.channels[to.channel].limits(to.address))
    if prompt.carries is not None:
        calls = (*calls[:-1], evolve(calls[-1], carries=prompt.carries))
    for call in calls:
        yield Leaving(to, prompt.purpose, call, ticket)


JOINED: frozenset[tuple[Purpose, Purpose]] = frozenset({("note", "note"), ("note", "prompt")})


def joined(said: Iterable[Leaving], limits: Limits) -> Iterator[Leaving]:
    """What is said to one person in a turn, in as few messages as it fits, where a channel allows few of them.

    A note goes along with what follows it, a question included: whoever takes the talk over reads both in it. What must go whatever happens
    (safety, a reference), and what somebody waits for the end of (an agent's words), stays a message of its own.
    """
    before: Leaving | None = None
    for each in said:
        if before is not None and (both := _together(before, each, limits)):
            before = both
            continue
        if before is not None:
            yield before
        before = each
    if before is not None:
        yield before


def _together(first: Leaving, then: Leaving, limits: Limits) -> Leaving | None:
    """None where they do not go together. Only what is last may carry choices."""
    text = f"{first.call.text}\n\n{then.call.text}"
    room = {"text": limits.text, "buttons": limits.body, "list": limits.body}.get(then.call.kind, 0)
    goes = (first.purpose, then.purpose) in JOINED and first.call == Call("text", first.call.text, words=first.call.words)
    if not goes or first.to != then.to or first.ticket != then.ticket or then.call.edits or units(text) > room:
        return None
    return then._replace(call=evolve(then.call, text=text))
