"""Faults that similar systems have in their inbox, named by their numbers; F7 is `test_f07_kill.py`."""

import asyncio
import random

from sqlalchemy import select

from core.messages import Inbound
from storage.tables import conversation, inbox, outbox, ticket
from tests.house import House, in_house, part

SEED = 20260106


def test_f01_what_is_delivered_three_times_at_once_is_heard_and_answered_once(migrated_url: str) -> None:
    """Platforms deliver at least once, and again when they are answered late."""

    async def scenario(house: House) -> None:
        await asyncio.gather(*[house.put(part("oi", who)) for who in ("ana", "bia") for _ in range(3)])
        while await house.take():
            pass
        await asyncio.gather(*[house.put(part("oi", who)) for who in ("ana", "bia") for _ in range(3)])
        assert await house.take() == 0
        assert sorted(await house.column(inbox.c.external_id)) == ["ana:oi", "bia:oi"]
        assert sorted(await house.column(outbox.c.address)) == ["ana", "bia"]
        assert len(await house.column(conversation.c.id)) == 2

    in_house(migrated_url, scenario)


def test_f05_order_is_kept_under_load(migrated_url: str) -> None:
    """200 messages of 10 people, four workers, and turns that end in any order."""

    async def scenario(house: House) -> None:
        people, rng = [f"w{number}" for number in range(10)], random.Random(SEED)
        waiting = {who: [f"{number:02}" for number in range(20)] for who in people}

        async def delivers() -> None:
            while remaining := [who for who in people if waiting[who]]:
                who = rng.choice(remaining)
                await house.put(part(waiting[who].pop(0), who))

        async def works() -> None:
            while any(waiting.values()) or await house.rows(select(inbox.c.id).where(inbox.c.done_at.is_(None))):
                await house.take()

        await asyncio.gather(delivers(), *[works() for _ in range(4)])
        heard: dict[str, list[str]] = {who: [] for who in people}
        for talk, _, inputs in house.turn.turns:
            heard[talk.address] += [each.text for each in inputs if isinstance(each, Inbound)]
        replies = await house.rows(select(outbox.c.address, outbox.c.call).order_by(outbox.c.id))
        for who in people:
            expected = [f"{number:02}" for number in range(20)]
            assert heard[who] == expected
            assert [text for address, call in replies if address == who for text in call.text.split("|")] == expected

    in_house(migrated_url, scenario)


def test_f26_first_messages_at_once_make_one_ticket(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await asyncio.gather(*[house.put(part(str(number))) for number in range(10)], *[house.take() for _ in range(5)])
        while await house.take():
            pass
        await house.put(part("back again"))
        await house.take()
        assert await house.rows(select(ticket.c.filed_in, ticket.c.status)) == [(1, "draft")]

    in_house(migrated_url, scenario)


def test_f26_a_draft_that_the_talk_has_forgotten_is_taken_up_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await house.run(lambda connection: connection.execute(conversation.update().values(ticket_id=None)))
        await house.put(part("b"))
        await house.take()
        _, tickets, _ = house.turn.turns[-1]
        assert [each.id for each in tickets] == [1]
        assert await house.column(conversation.c.ticket_id) == [1]

    in_house(migrated_url, scenario)
