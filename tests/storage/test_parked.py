"""What was put aside is listed, and goes back into its line as if it had never failed."""

from functools import partial

import pytest
from sqlalchemy import Connection, select, text, update

from core.messages import Inbound
from storage import events
from storage.parked import _WAITING, RETRIED, PutAside, Retried, parked, retry
from storage.tables import event, inbox, ticket
from tests.house import House, at, give, in_house, part

LATER = 100.0


async def put_aside(house: House, words: str = "bug") -> None:
    """A message that failed three times, and whose customer was told."""
    await house.put(part(words, who="ana"))
    for seconds in (0, 2, 4):
        assert await house.take_or_count(seconds) == 0
    await house.take(6)


async def listed(house: House) -> list[PutAside]:
    return list(await house.run(parked))


async def tried(house: House, number: int) -> Retried:
    return await house.run(partial(retry, inbox_id=number, by="bia", now=at(LATER)))


def test_what_was_put_aside_is_listed_with_what_is_known(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        assert await listed(house) == []
        await house.put(part("a", who="bia"))
        await house.take()
        await put_aside(house)
        (row,) = await listed(house)
        assert (row.id, row.channel, row.address, row.part, row.received_at) == (2, "console", "ana", '{"text":"bug"}', at(0))
        assert (row.parked_at, row.reference) == (at(4), None)
        assert row.ticket_id == (await house.column(ticket.c.id))[-1]
        assert row.reason.startswith("ValueError")
        await house.run(
            lambda connection: connection.execute(update(ticket).values(reference="2026-000002-9").where(ticket.c.id == row.ticket_id))
        )
        assert [each.reference for each in await listed(house)] == ["2026-000002-9"]

    in_house(migrated_url, scenario)


def test_acts_and_timers_and_what_cannot_be_read_are_listed_too(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await give(house, "approve", "c1")
        await house.put(part("b"))
        broken = {"result": "parked", "done_at": at(1), "reason": None, "address": ""}
        await house.run(lambda connection: connection.execute(update(inbox).where(inbox.c.id > 1).values(broken)))
        await house.run(lambda connection: connection.execute(text("UPDATE inbox SET part = 'no JSON' WHERE id = 3")))
        rows = await listed(house)
        assert [(each.channel, each.address, each.reason) for each in rows] == [("command", "ana", ""), ("console", "ana", "")]
        assert rows[1].part == "no JSON"

    in_house(migrated_url, scenario)


def test_one_is_tried_again_in_its_own_line(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        assert await tried(house, 1) is Retried.WAITS
        columns = (inbox.c.result, inbox.c.reason, inbox.c.done_at, inbox.c.attempts, inbox.c.ready_at)
        (row,) = await house.rows(select(*columns).where(inbox.c.id == 1))
        assert tuple(row) == (None, None, None, 0, at(LATER))
        assert await listed(house) == []
        await house.run(lambda connection: connection.execute(text("""UPDATE inbox SET part = '{"text":"repaired"}' WHERE id = 1""")))
        assert await house.take(LATER) == 1
        (heard,) = house.turn.turns[-1][2]
        assert isinstance(heard, Inbound)
        assert (heard.text, heard.sent_at) == ("repaired", at(0))
        assert (await house.column(inbox.c.result))[0] == "done"

    in_house(migrated_url, scenario)


def test_who_tried_it_again_stands_in_the_history(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        (about,) = [each.ticket_id for each in await listed(house)]
        await tried(house, 1)
        happened = (await house.run(partial(events.of_ticket, ticket_id=about or 0)))[-1]
        assert (happened.actor, happened.act, happened.after, happened.at) == ("bia", RETRIED, {"inbox": 1}, at(LATER))
        assert happened.before["reason"].startswith("ValueError")

    in_house(migrated_url, scenario)


def test_what_fails_again_is_put_aside_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        await tried(house, 1)
        for seconds in (0, 2, 4):
            await house.take_or_count(LATER + seconds)
        assert [each.id for each in await listed(house)] == [1]
        assert (await house.column(event.c.act)).count("parked") == 2

    in_house(migrated_url, scenario)


def test_a_retry_waits_for_a_turn_of_its_conversation_and_harms_no_message_that_came_since(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        await house.put(part("since", who="ana"), seconds=LATER)
        await tried(house, 1)
        for seconds in (0, 2, 4, 6, 8):
            await house.take_or_count(LATER + seconds)
        assert [each.id for each in await listed(house)] == [1]
        assert await house.column(inbox.c.result) == ["parked", "done", "done"]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("number", [0, -1, 99, 2**63 - 1, 2**63, 10**30])
def test_a_number_that_no_row_has(migrated_url: str, number: int) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        assert await tried(house, number) is Retried.UNKNOWN

    in_house(migrated_url, scenario)


def test_what_is_not_parked_is_left_alone(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b", who="bia"))
        assert await tried(house, 1) is Retried.NOT_PARKED
        await house.take()
        before = await house.rows(select(inbox))
        assert await tried(house, 1) is Retried.NOT_PARKED
        assert await house.rows(select(inbox)) == before
        assert await house.column(event.c.act) == []

    in_house(migrated_url, scenario)


def test_twice_is_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        assert [await tried(house, 1), await tried(house, 1)] == [Retried.WAITS, Retried.NOT_PARKED]

    in_house(migrated_url, scenario)


def test_what_was_emptied_cannot_be_tried_again_and_an_apology_can(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await put_aside(house)
        await house.run(lambda connection: connection.execute(update(inbox).values(part={}, result="parked")))
        assert [await tried(house, 1), await tried(house, 2)] == [Retried.EMPTIED, Retried.WAITS]

    in_house(migrated_url, scenario)


def test_the_list_is_read_from_its_index(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        lite = migrated_url.startswith("sqlite")

        def plan(connection: Connection) -> str:
            if not lite:  # which reads so small a table whole, if it may
                connection.execute(text("SET LOCAL enable_seqscan = off"))
            sql = str(_WAITING.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
            return str(connection.exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if lite else ''}{sql}").all())

        assert "ix_inbox_parked" in await house.run(plan)

    in_house(migrated_url, scenario)
