"""What platforms report is stored once, in order, in the right talk."""

import asyncio
from functools import partial

import pytest
from sqlalchemy import select

from bot.bell import Bell
from bot.ingest import BATCH, Batcher, Ingest, cleaned, ingest
from core.messages import Delivery, Part
from core.records import evolve
from storage import identities
from storage.tables import conversation, identity, inbox
from tests.house import LONG_SECONDS, House, at, in_house, part


async def talks(house: House) -> dict[str, int]:
    """By external id: the conversation."""
    return {row[0]: row[1] for row in await house.rows(select(inbox.c.external_id, inbox.c.conversation_id))}


def test_parts_of_one_person_are_one_talk(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b"), part("c", "bia"))
        await house.put(part("d"), part("e", "bia"))
        of = await talks(house)
        assert of["ana:a"] == of["ana:b"] == of["ana:d"]
        assert of["bia:c"] == of["bia:e"] != of["ana:a"]

    in_house(migrated_url, scenario)


def test_the_same_id_of_another_channel_or_account_is_another_talk(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("a", channel="web"), part("a", account="2"))
        assert len(set(await house.column(inbox.c.conversation_id))) == 3

    in_house(migrated_url, scenario)


def test_a_new_id_joins_the_talk_of_a_known_one(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a", ids=(("number", "+551"),)))
        await house.put(part("b", ids=(("name", "ana"), ("number", "+551"))))
        await house.put(part("c", ids=(("name", "ana"),)))
        assert len(set((await talks(house)).values())) == 1

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_number_that_was_given_to_somebody_else_begins_a_new_talk(migrated_url: str, at_once: bool) -> None:
    """They must not read what was said before, and the number leads to them from now on."""
    parts = [part("a", ids=(("name", "ana"), ("number", "+551"))), part("b", ids=(("name", "bia"), ("number", "+551")))]

    async def scenario(house: House) -> None:
        for batch in [parts] if at_once else [[each] for each in parts]:
            await house.put(*batch)
        await house.put(part("c", ids=(("number", "+551"),)), part("d", ids=(("name", "ana"),)))
        of = await talks(house)
        assert of["ana:b"] == of["ana:c"] != of["ana:a"] == of["ana:d"]
        assert await house.run(partial(identities.numbers, conversation_ids=set(of.values()))) == {of["ana:b"]: "+551"}

    in_house(migrated_url, scenario)


def test_a_person_with_another_number_stays_in_their_talk(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a", ids=(("name", "ana"), ("number", "+551"))))
        await house.put(part("b", ids=(("name", "ana"), ("number", "+552"))))
        of = await talks(house)
        assert of["ana:a"] == of["ana:b"]
        assert await house.run(partial(identities.numbers, conversation_ids=[of["ana:a"]])) == {of["ana:a"]: "+552"}

    in_house(migrated_url, scenario)


SPELLINGS = (("number", "+5511987650001"), ("number", "+551187650001"))  # of one line, with and without its ninth digit


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("first, then", [SPELLINGS, SPELLINGS[::-1]])
def test_a_number_leads_to_its_talk_however_it_is_spelled(
    migrated_url: str, first: tuple[str, str], then: tuple[str, str], at_once: bool
) -> None:
    """F21: it is matched, never rewritten."""
    parts = [
        part("a", ids=(first,)),
        part("b", ids=(then,)),
        part("c", ids=(("name", "ana"), first)),
        part("d", ids=(("name", "ana"), then)),
    ]

    async def scenario(house: House) -> None:
        for batch in [parts] if at_once else [[each] for each in parts]:
            await house.put(*batch)
        assert len(set((await talks(house)).values())) == 1
        assert set(await house.column(identity.c.value)) == {first[1], then[1], "ana"}

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("spelled", SPELLINGS)
def test_a_number_that_was_given_to_somebody_else_goes_in_all_its_spellings(migrated_url: str, spelled: tuple[str, str]) -> None:
    async def scenario(house: House) -> None:
        await house.put(*[part(each[1], ids=(("name", "ana"), each)) for each in SPELLINGS])
        await house.put(part("b", ids=(("name", "bia"), spelled)))
        rows = await house.rows(select(identity.c.value, identity.c.conversation_id).order_by(identity.c.value))
        assert {row.conversation_id for row in rows if row.value != "ana"} == {2}

    in_house(migrated_url, scenario)


def test_a_landline_is_nobody_elses_mobile(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a", ids=(("number", "+551133334444"),)), part("b", ids=(("number", "+5511933334444"),)))
        assert len(set((await talks(house)).values())) == 2

    in_house(migrated_url, scenario)


def test_first_messages_at_once_make_one_talk(migrated_url: str) -> None:
    """F22; on PostgreSQL the losers of the race run again."""

    async def scenario(house: House) -> None:
        ids = (("name", "ana"), ("number", "+551"))
        await asyncio.gather(*[house.put(part(str(number), ids=ids[number % 2 :])) for number in range(8)])
        assert len(await house.column(conversation.c.id)) == 1
        assert len(set((await talks(house)).values())) == 1
        assert len(await house.column(identity.c.id)) == 2

    in_house(migrated_url, scenario)


def test_when_a_part_may_be_heard(migrated_url: str) -> None:
    """A new talk collects; an album waits in any case, a tap never."""

    async def scenario(house: House) -> None:
        for text, waits, expected in (("a", None, 2), ("b", False, 0), ("c", True, 2)):
            assert await house.put(part(text, text, waits=waits)) == at(expected)
        await house.put(part("x", waits=False))
        await house.take()  # the echo's step does not collect
        for text, waits, expected in (("y", None, 0), ("z", True, 2)):
            assert await house.put(part(text, waits=waits)) == at(expected)

    in_house(migrated_url, scenario)


BAD = ["a\0b", "a\ud800b", "\ud83d", "a\0\udc00b"]


@pytest.mark.parametrize("bad", BAD)
def test_characters_that_no_database_takes_are_left_out(migrated_url: str, bad: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part(bad, external_id="1" + bad, who="w" + bad), part("fine", "bia"))
        assert await house.take() == 2
        good = "".join(letter for letter in bad if letter in "ab")
        assert [each[2][0].text for each in house.turn.turns] == [good, "fine"]  # type: ignore[union-attr]
        assert await house.column(inbox.c.external_id) == ["1" + good, "bia:fine"]

    in_house(migrated_url, scenario)


def test_cleaning_goes_into_depth_and_changes_nothing_else() -> None:
    body = {"a\0": [{"b": "c\ud800"}, 1, None, True, "ação 😀 \\u0000"], "d": {"e": "f\0"}}
    _, text = cleaned(evolve(part("x"), body=body))
    assert text == '{"a":[{"b":"c"},1,null,true,"ação 😀 \\\\u0000"],"d":{"e":"f"}}'


def test_the_batcher_gathers_what_comes_while_it_writes() -> None:
    async def scenario() -> None:
        batches: list[list[int]] = []

        async def write(items: list[int]) -> int:
            batches.append(items)
            await asyncio.sleep(0)
            return len(items)

        batcher = Batcher(write)
        assert await asyncio.gather(*[batcher.put(number) for number in range(300)]) == [BATCH] * 2 * BATCH + [300 - 2 * BATCH] * 44
        assert [each for batch in batches for each in batch] == list(range(300))
        assert await batcher.put(7) == 1

    asyncio.run(scenario())


@pytest.mark.parametrize("before, expected", [(1, [1, 1, 1]), (2, [2, 2])])
def test_where_several_came_the_next_waits_for_more(before: int, expected: list[int]) -> None:
    async def scenario() -> None:
        sizes: list[int] = []

        async def write(items: list[int]) -> None:
            sizes.append(len(items))

        batcher = Batcher(write)
        await asyncio.gather(*[batcher.put(number) for number in range(before)])
        first = asyncio.create_task(batcher.put(8))
        for _ in range(9):  # turns of the loop; a write takes fewer
            await asyncio.sleep(0)
        await asyncio.gather(first, batcher.put(9))
        assert sizes == expected

    asyncio.run(scenario())


def test_one_bad_item_does_not_refuse_its_neighbours() -> None:
    async def scenario() -> None:
        async def write(items: list[int]) -> list[int]:
            if 3 in items:
                raise ValueError(items)
            return items

        batcher = Batcher(write)
        outcomes = await asyncio.gather(*[batcher.put(number) for number in range(6)], return_exceptions=True)
        assert [isinstance(each, ValueError) for each in outcomes] == [number == 3 for number in range(6)]

    asyncio.run(scenario())


def test_the_worker_is_woken_when_something_may_be_heard(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        bell = Bell()
        door = Ingest(house.database, lambda: at(0), bell)
        await asyncio.gather(door.put([part("a")]), door.put([part("b"), part("c")]), door.put([]))
        await asyncio.wait_for(bell.wait(seconds=2 * LONG_SECONDS), LONG_SECONDS)
        assert await house.take() == 1

    in_house(migrated_url, scenario)


def test_reports_wake_nobody_unless_there_is_something_to_hear(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        bell = Bell()
        door = Ingest(house.database, lambda: at(0), bell)
        report = Part("console", "", "x", {}, about="delivery", delivery=Delivery("read", "m9"))
        await door.put([report, evolve(part("a"), about="channel", ids=(), address="")])
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(bell.wait(seconds=5), 0.01)
        await door.put([report, part("b")])
        await asyncio.wait_for(bell.wait(seconds=2 * LONG_SECONDS), LONG_SECONDS)

    in_house(migrated_url, scenario)


def test_the_order_of_one_request_is_kept(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        parts = [part(f"{number:03}") for number in range(200)]
        await house.run(partial(ingest, parts=parts, now=at(0)))
        assert await house.column(inbox.c.external_id) == [each.external_id for each in parts]

    in_house(migrated_url, scenario)
