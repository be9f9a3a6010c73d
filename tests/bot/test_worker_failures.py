"""A turn that fails harms nobody else, is tried again, and in the end is told."""

import asyncio
from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import select, text, update

from bot.result import Input, Turn, TurnResult
from bot.watch import DEATHS, count_deaths
from bot.worker import Taken, TurnsFailedError, take_turns
from core.conversations import Prompt
from core.messages import Inbound, Limits, Parked, Part
from core.records import evolve
from storage import inbox, processes
from storage.conversations import BATCH
from storage.inbox import COMMAND, TIMER, Arrival, result_of
from storage.records import encode
from storage.tables import conversation, event, outbox, ticket
from storage.tables import inbox as inbox_table
from tests.house import LONG_SECONDS, Channel, House, at, give, in_house, outage, part

# ── what fails ───────────────────────────────────────────────────────────────


def test_a_bug_harms_its_own_talk_alone(migrated_url: str) -> None:
    """Nothing of the batch is written; the one whose fault it was rests, and the others go on at once."""

    async def scenario(house: House) -> None:
        await house.put(part("a", "w1"), part("bug", "w2"), part("c", "w3"))
        assert await house.take_or_count() == 0
        assert await house.column(outbox.c.id) == []
        assert await house.column(inbox_table.c.attempts) == [0, 1, 0]
        assert await house.take_or_count() == 2
        assert await house.take_or_count(0.5) == 0

    in_house(migrated_url, scenario)


def test_what_fails_three_times_is_parked_and_its_person_told(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("before"), part("bug"), part("after"))
        taken = [await house.take_or_count(seconds) for seconds in range(20)]
        assert sum(taken) == 3
        assert await house.rows(select(inbox_table.c.external_id, inbox_table.c.result).order_by(inbox_table.c.id)) == [
            ("ana:before", "done"),
            ("ana:bug", "parked"),
            ("ana:after", "done"),
            ("2", "done"),
        ]
        assert [call.text for call in await house.column(outbox.c.call)] == ["before", "after", "sorry"]
        assert await house.rows(select(event.c.act, event.c.conversation_id)) == [("parked", 1)]

    in_house(migrated_url, scenario)


def test_an_apology_for_a_first_message_has_a_ticket(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("bug"))
        for seconds in range(8):
            await house.take_or_count(seconds)
        _, tickets, heard = house.turn.turns[-1]
        assert [type(each) for each in heard] == [Parked]
        assert len(tickets) == 1

    in_house(migrated_url, scenario)


def test_an_apology_that_fails_too_is_the_last(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        def fail(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
            raise ValueError

        house.turn.change = fail
        await house.put(part("a"))
        for seconds in range(30):
            await house.take_or_count(seconds)
        assert await house.column(inbox_table.c.result) == ["parked", "parked"]
        assert await house.take(100) == 0

    in_house(migrated_url, scenario)


def test_a_command_that_cannot_be_handled_says_so_and_apologises_to_nobody(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        row = await give(house, "bug", "c1")
        for seconds in range(8):
            await house.take_or_count(seconds)
        answered = await house.run(partial(result_of, inbox_id=row))
        assert answered is not None
        assert answered.result == "parked"
        assert len(await house.column(inbox_table.c.id)) == 2

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("broken", ["parse", "limits", "conversation", "ticket", "channel", "part"])
def test_what_cannot_be_read_or_written_blocks_nobody_else(migrated_url: str, broken: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b", "bia"))
        await house.take()
        await house.put(part("c"), part("d", "bia"))
        if broken in BREAKS:
            await house.run(lambda connection: connection.execute(text(BREAKS[broken])))
        house.channel = Broken(broken)
        for seconds in range(20):
            await house.take_or_count(seconds)
        results = dict(zip(await house.column(inbox_table.c.external_id), await house.column(inbox_table.c.result), strict=True))
        assert results["ana:c"] == "parked"
        assert results["bia:d"] == "done"

    in_house(migrated_url, scenario)


BREAKS = {  # something of the first conversation, Ana's
    "conversation": "UPDATE conversation SET open_prompt = '{\"x\": 1}' WHERE id = 1",
    "ticket": "UPDATE ticket SET answers = '[]' WHERE id = 1",
    "channel": "UPDATE conversation SET channel = 'gone' WHERE id = 1",
    "part": "UPDATE inbox SET part = '[' WHERE external_id = 'ana:c'",
}


class Broken(Channel):
    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    def parse(self, part: Part) -> Inbound:
        if self._what == "parse" and part.address == "ana":
            raise KeyError(part.address)
        return super().parse(part)

    def limits(self, address: str) -> Limits:
        if self._what == "limits" and address == "ana":
            raise KeyError(address)
        return super().limits(address)


def test_when_nobody_knows_whose_fault_it_was_each_goes_alone(migrated_url: str) -> None:
    """What is raised while the batch is written counts for all of them, and they are tried again at once."""

    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        bad = any(isinstance(each, Inbound) and each.text == "bad" for each in heard)
        return evolve(result, prompts=(Prompt("x", None),)) if bad else result  # type: ignore[arg-type]

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a", "w1"), part("bad", "w2"), part("c", "w3"))
        with pytest.raises(TurnsFailedError) as caught:
            await house.take()
        assert (caught.value.inbox_ids, caught.value.alone) == ([1, 2, 3], False)
        assert [await house.take_or_count(0) for _ in range(5)] == [0, 1, 0, 1, 0]
        assert await house.column(inbox_table.c.attempts) == [1, 2, 1]

    in_house(migrated_url, scenario)


def test_an_outage_counts_for_nobody(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        def fail(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
            raise outage()

        house.turn.change = fail
        await house.put(part("a"))
        with pytest.raises(Exception, match="disk is full"):
            await house.take()
        assert await house.column(inbox_table.c.attempts) == [0]

    in_house(migrated_url, scenario)


DEAD = 7  # the id of a process


async def dies(house: House, alone: int | None = None) -> None:
    """A process dies, and it is counted."""
    await house.run(partial(processes.enter, me=DEAD))
    if alone is not None:
        await house.run(partial(processes.take, me=DEAD, inbox_id=alone))
    await house.run(partial(count_deaths, dead=[DEAD], now=at(0)))
    await house.run(partial(processes.leave, ids=[DEAD]))


def test_all_that_a_dead_process_may_have_had_in_hand_is_suspected(migrated_url: str) -> None:
    """Only that: what waits behind it, or is still being collected, is nobody's suspect."""

    async def scenario(house: House) -> None:
        await house.put(*[part("a", f"w{number}") for number in range(BATCH + 2)], part("late", "z", waits=True))
        await dies(house)
        assert await house.column(inbox_table.c.attempts) == [1] * BATCH + [0] * 3
        for _ in range(BATCH + 1):
            await house.take(0)
        assert await house.column(inbox_table.c.result) == ["done"] * (BATCH + 2) + [None]

    in_house(migrated_url, scenario)


def test_who_is_suspected_is_not_suspected_again(migrated_url: str) -> None:
    """However often processes are killed for other reasons, nothing innocent is parked."""

    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b", "bia"))
        for _ in range(DEATHS + 1):
            await dies(house)
        assert await house.column(inbox_table.c.attempts) == [1, 1]

    in_house(migrated_url, scenario)


def test_a_suspect_is_taken_only_when_it_is_known_to_be_in_hand(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b", "bia"))
        await dies(house)
        work = partial(take_turns, now=at(0), means=house.means)
        assert await house.run(work) == Taken(0, more=True, suspect=1)
        assert await house.run(partial(work, alone=2)) == Taken(0, more=True, suspect=1)
        assert await house.run(partial(work, alone=1)) == Taken(1, more=True)
        assert await house.run(work) == Taken(0, more=True, suspect=2)

    in_house(migrated_url, scenario)


def test_a_message_that_kills_its_process_is_parked(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a", "bia"), part("deadly"), part("next"))
        await dies(house)
        await house.take()
        for _ in range(DEATHS - 1):
            assert await house.column(inbox_table.c.result) == ["done", None, None]
            await dies(house, alone=2)
        assert await house.column(inbox_table.c.result) == ["done", "parked", None, None]
        assert await house.column(inbox_table.c.attempts) == [1, DEATHS, 1, 0]

    in_house(migrated_url, scenario)


def test_a_process_that_died_later_did_not_die_of_what_it_took_alone(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b", "bia"))
        await house.take()
        await house.put(part("c"))
        await dies(house, alone=1)
        assert await house.column(inbox_table.c.attempts) == [0, 0, 1]

    in_house(migrated_url, scenario)


def test_turns_do_not_wait_for_ingest_nor_ingest_for_turns(new_database: Callable[..., str], migrated_postgresql: str) -> None:
    """On PostgreSQL the claim locks the conversation, and the inbox's foreign key must not wait for that."""

    async def scenario(house: House) -> None:
        await house.put(part("a"))
        async with house.database.engine.begin() as held:  # type: ignore[union-attr]
            await held.run_sync(partial(take_turns, now=at(0), means=house.means))
            await asyncio.wait_for(house.put(part("b"), seconds=1), LONG_SECONDS)
            assert await house.take(1) == 0  # somebody has it
        assert await house.take(1) == 1

    in_house(new_database("postgresql", like=migrated_postgresql), scenario)


def test_what_concerns_no_ticket_is_closed_without_a_turn(migrated_url: str) -> None:
    """A timer of nothing is over; a command about a ticket that is not in the books is refused."""

    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await house.run(lambda c: c.execute(update(ticket).values(status="cancelled")))
        await house.run(lambda c: c.execute(update(conversation).values(ticket_id=None)))
        late = [
            Arrival(TIMER, "", "t", 1, "", encode({"kind": "nudge", "ticket": 77}), at(1), at(1)),
            Arrival(COMMAND, "", "c", 1, "", encode({"act": "approve", "ticket": 77, "by": "Bia"}), at(1), at(1)),
        ]
        await house.run(partial(inbox.put, arrivals=late))
        assert await house.take(1) == 1
        assert len(house.turn.turns) == 1
        assert await house.column(inbox_table.c.result) == ["done", "done", "refused"]
        assert await house.column(inbox_table.c.reason) == [None, None, "refused.no-ticket"]

    in_house(migrated_url, scenario)
