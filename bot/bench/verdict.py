"""What the books say after the kills, beside what the platform saw."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from msgspec.json import decode

from bot.bench.platform import Platform
from bot.bench.talk import ANSWERED, CHANNEL, Guest

_INBOX = f"SELECT external_id, result FROM inbox WHERE channel = '{CHANNEL}'"  # noqa: S608 (constants)
_PARKED = "SELECT count(*) FROM inbox WHERE result = 'parked'"
_HEARD = "SELECT inbox_id FROM message WHERE author = 'customer'"
_ANSWERS = f"SELECT address, count(*) FROM outbox WHERE purpose IN {ANSWERED} GROUP BY address"  # noqa: S608 (constants)
_TICKETS = """
SELECT identity.value, ticket.answers, ticket.reference FROM ticket JOIN identity ON identity.conversation_id = ticket.filed_in
"""


class Books(Protocol):
    """A database that can be read."""

    async def rows(self, statement: str) -> list[tuple[Any, ...]]: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """Each of these should be 0."""

    lost: int  # messages that were acknowledged, and are not in the books as heard
    doubled: int  # messages that were heard, or answered, more than once
    reordered: int  # replies that were shown after a newer one
    wrong: int  # answers of finished talks that are not what their person said
    tickets: int  # finished talks with no ticket, or several
    parked: int
    unfinished: int  # talks that never came to an end

    @property
    def is_good(self) -> bool:
        return not any(getattr(self, name) for name in self.__slots__)


async def judge(books: Books, platform: Platform, finished: Collection[Guest], unfinished: int) -> Verdict:
    tickets = await tickets_by_person(books)
    ((parked,),) = await books.rows(_PARKED)
    return Verdict(
        lost=await _lost(books, platform),
        doubled=await _doubled(books, platform),
        reordered=platform.reordered,
        wrong=sum(wrong_answers(guest, tickets[guest.who][0]) for guest in finished if tickets.get(guest.who)),
        tickets=sum(len(tickets.get(guest.who, ())) != 1 for guest in finished),
        parked=parked,
        unfinished=unfinished,
    )


async def _lost(books: Books, platform: Platform) -> int:
    done = {external_id for external_id, result in await books.rows(_INBOX) if result == "done"}
    return sum(message.deliver.external_id not in done for message in platform.acknowledged())


async def _doubled(books: Books, platform: Platform) -> int:
    heard: Counter[int] = Counter(inbox_id for (inbox_id,) in await books.rows(_HEARD))
    said = Counter(message.deliver.who for message in platform.messages.values())
    answers: dict[str, int] = {who: count for who, count in await books.rows(_ANSWERS)}  # noqa: C416 (rows are tuples of anything)
    return sum(count - 1 for count in heard.values()) + sum(max(0, answers.get(who, 0) - count) for who, count in said.items())


async def tickets_by_person(books: Books) -> Mapping[str, list[Mapping[str, Any]]]:
    """By person: the answers on each ticket that was sent in."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for who, answers, reference in await books.rows(_TICKETS):
        if reference is not None:
            found.setdefault(who, []).append(decode(answers) if isinstance(answers, str) else answers)
    return found


def wrong_answers(guest: Guest, answers: Mapping[str, Any]) -> int:
    return sum(answers.get(name, {}).get("value") != value for name, value in guest.form().items())
