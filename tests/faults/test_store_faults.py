"""Faults that similar systems have in their inbox, named by their numbers; F7 is `test_f07_kill.py`."""

import asyncio
import random
from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.ingest import Ingest, ingest
from bot.programs.app import at_work
from core.messages import Inbound, Outcome, Outgoing
from storage.database import connect
from storage.tables import conversation, inbox, outbox, ticket
from tests.house import Channel, House, at, in_house, part, real_now, until

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
        assert await house.column(ticket.c.status) == ["draft"]

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


def test_f05_ids_of_one_talk_are_given_in_the_order_in_which_processes_stored_them(
    new_database: Callable[..., str], migrated_postgresql: str
) -> None:
    """Or the worker could hear the second message while the first is not committed yet."""
    url = new_database("postgresql", like=migrated_postgresql)

    async def scenario(house: House) -> None:
        other: Any = connect(url)
        await house.put(part("0"))
        async with other.engine.begin() as slow:
            await slow.run_sync(partial(ingest, parts=[part("1")], now=at(1)))
            second = asyncio.create_task(house.put(part("2"), seconds=1))
            await asyncio.sleep(0.2)
            assert not second.done()
            await house.put(part("a", "bia"), seconds=1)  # nobody else waits
            assert await house.take(1) == 2
        await second
        await house.take(1)
        assert [call.text for address, call in await house.rows(select(outbox.c.address, outbox.c.call)) if address == "ana"] == [
            "0",
            "1|2",
        ]
        await other.close()

    in_house(url, scenario)


def test_f30_who_answers_before_the_send_is_noted_is_heard(migrated_url: str) -> None:
    """The question is committed before it is sent, so its answer finds it, however fast it comes."""

    class Quick(Channel):
        """Its person answers, and is heard, while the question is still being sent."""

        def __init__(self, house: House, door: Ingest) -> None:
            super().__init__()
            self._house, self._door = house, door

        async def send(self, row: Outgoing) -> Outcome:
            if len(self.sent) < 5:
                await self._door.put([part(f"answer {len(self.sent)}")])
                await until(self._has_heard)
            return await super().send(row)

        async def _has_heard(self) -> bool:
            return not await self._house.rows(select(inbox.c.id).where(inbox.c.done_at.is_(None)))

    async def scenario(house: House) -> None:
        channels: dict[str, Channel] = {}
        async with at_work(house.database, house.means, channels) as bells:
            door = Ingest(house.database, real_now, bells.worker)
            channels["console"] = channel = Quick(house, door)
            await door.put([part("hello")])
            await until(lambda: len(channel.sent) == 6)
        assert [row.call.text for row in channel.sent] == ["hello", *[f"answer {number}" for number in range(5)]]

    in_house(migrated_url, scenario)
