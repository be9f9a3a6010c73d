"""Fifty agents ask for the next ticket at the same moment, over both engines: each has another, and none is had by two."""

import asyncio
from collections import Counter as Count
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Select, select

from bot.worker import take_turns
from storage import agents
from storage.database import connect
from storage.tables import event, outbox, ticket
from tests.counter import Counter
from tests.house import START
from tests.store_people import PERSON

STAFF = tuple(f"agente{number}" for number in range(50))
TICKETS = 40  # so some find none left
PROCESSES = 5


async def agency(counter: Counter) -> None:
    """Customers who want a person, and agents in chats of their own."""
    for name in STAFF:
        offer = partial(agents.offer, name=name, code_hash=agents.hashed(name), expires_at=START + timedelta(minutes=30))
        await counter.database.run(offer)
    await counter.deliver([counter.part(name, "", payload=name) for name in STAFF])
    customers = [f"cliente{number}" for number in range(TICKETS)]
    for words in ("o chuveiro não esquenta", PERSON):
        counter.now += timedelta(seconds=40)
        await counter.deliver([counter.part(who, words) for who in customers])
        await counter.hear()


async def ask(url: str, staff: Sequence[str]) -> None:
    """In a process of their own, which takes what is there."""
    own = Counter(connect(url), [], now=START + timedelta(seconds=200))
    try:
        own.numbers.update(dict.fromkeys(staff, 1))
        for name in staff:
            await own.deliver([own.part(name, "/proximo", typed="/proximo")])
        await own.database.run(partial(take_turns, now=own.now, means=own.means))
    finally:
        await own.database.close()


def test_f15_of_fifty_who_ask_for_the_next_each_has_another(migrated_url: str) -> None:
    async def live() -> None:
        counter = Counter(connect(migrated_url), [])
        try:
            await agency(counter)
            await asyncio.gather(*(ask(migrated_url, STAFF[number::PROCESSES]) for number in range(PROCESSES)))
            counter.now += timedelta(seconds=300)
            await counter.hear()
            await check(counter)
        finally:
            await counter.database.close()

    asyncio.run(live())


async def check(counter: Counter) -> None:
    holders = Count(await column(counter, select(ticket.c.assignee_id)))
    assert len(holders) == TICKETS
    assert {*holders.values()} == {1}
    assert None not in holders
    assert (await column(counter, select(event.c.act))).count("claim") == TICKETS
    told = Count(call.words for call in await column(counter, select(outbox.c.call)))
    assert told["list-none-free"] == len(STAFF) - TICKETS


async def column(counter: Counter, statement: Select[Any]) -> list[Any]:
    return list(await counter.database.run(lambda connection: connection.scalars(statement).all()))
