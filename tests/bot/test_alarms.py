"""Word of danger reaches the agency's people: through an outage, and once where their group has moved."""

from collections.abc import Callable
from functools import partial

import pytest

from bot.result import Input, Turn, TurnResult
from bot.sender import note_and_claim
from core.conversations import Prompt
from core.messages import Outcome, Purpose
from core.records import evolve
from storage.outbox import AGAIN_FOR_PEOPLE, ATTEMPTS
from storage.tables import outbox
from tests.house import House, at, in_house, part

MOVED, UNKNOWN, SENT = Outcome("moved", address="-100300"), Outcome("unknown", reason="cut"), Outcome("sent", "x")
REFUSED = Outcome("failed", reason="bot was kicked")
WAIT = AGAIN_FOR_PEOPLE.total_seconds()


def says(*purposes: Purpose) -> Callable[[TurnResult, list[Input], Turn], TurnResult]:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        return evolve(result, prompts=tuple(Prompt(each, each, purpose=each) for each in purposes))

    return change


async def said(house: House, *purposes: Purpose) -> None:
    house.turn.change = says(*purposes)
    await house.put(part("a"))
    await house.take()


async def claimed(house: House, *reports: tuple[int, Outcome], seconds: float = 0) -> list[int]:
    channels = {"console": house.channel}
    rows = await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=1, limit=9))
    return [row.id for row in rows]


@pytest.mark.parametrize("purpose", ["alarm", "alert", "ring"])
def test_an_outage_is_outlived(migrated_url: str, purpose: Purpose) -> None:
    """Rather told twice than never: a question is given up after some attempts, word of danger is not."""

    async def scenario(house: House) -> None:
        await said(house, purpose)
        assert await claimed(house) == [1]
        for _ in range(ATTEMPTS - 1):
            assert await claimed(house, (1, UNKNOWN)) == [1]
        assert await claimed(house, (1, UNKNOWN)) == []
        assert await claimed(house, seconds=WAIT - 1) == []
        assert await claimed(house, seconds=WAIT) == [1]
        assert await claimed(house, (1, UNKNOWN), seconds=WAIT) == []
        assert await claimed(house, seconds=2 * WAIT) == [1]
        assert await claimed(house, (1, SENT), seconds=2 * WAIT) == []
        assert await house.column(outbox.c.status) == ["sent"]

    in_house(migrated_url, scenario)


def test_refusals_before_an_outage_take_no_attempt_away(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "alarm")
        assert await claimed(house) == [1]
        for minute in range(ATTEMPTS):
            assert await claimed(house, (1, REFUSED), seconds=minute * WAIT) == []
            assert await claimed(house, seconds=(minute + 1) * WAIT) == [1]
        assert await claimed(house, (1, UNKNOWN), seconds=ATTEMPTS * WAIT) == []
        assert await claimed(house, seconds=(ATTEMPTS + 1) * WAIT) == [1]

    in_house(migrated_url, scenario)


def test_what_was_on_its_way_to_a_group_that_moved_arrives_once(migrated_url: str) -> None:
    """Each of them learns it by its own refusal, whenever that comes."""

    async def scenario(house: House) -> None:
        await said(house, "alarm", "alarm", "alert")
        assert await claimed(house) == [1, 2]
        assert await claimed(house, (1, MOVED)) == [1]
        assert await claimed(house, (2, MOVED)) == [2]
        assert await claimed(house, (1, SENT), (2, SENT)) == [3]
        assert await house.column(outbox.c.address) == ["-100300"] * 3

    in_house(migrated_url, scenario)
