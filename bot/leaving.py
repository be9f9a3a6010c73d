"""What leaves a turn: each call, laid out for the channel on which whoever shall read it is."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Protocol

from bot.alerts.team_chat import AlertChat, announcements
from bot.result import TurnResult
from core.conversations import Prompt, address_of
from core.messages import RINGS, Address, Call, Limits, Purpose
from core.records import evolve
from core.tickets import Ticket

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


class Post(NamedTuple):
    """How calls are made of words, and where the agency's own people are told."""

    layout: Layout
    channels: Mapping[str, HasLimits]
    alerts: AlertChat | None


def leaving(before: Mapping[int, Ticket], result: TurnResult, post: Post) -> Iterator[Leaving]:
    """For the person of the talk, for agents in their own chats, and for the chat where people are told. `before`: tickets as they were."""
    here = address_of(result.conversation)
    for prompt in result.prompts:
        yield from _laid_out(here, prompt, prompt.about, post)
    for letter in result.letters:
        yield from _laid_out(letter.to, letter.prompt, letter.ticket, post)
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
