"""Whether somebody still waits: from what they wrote to the last word of the answer."""

from functools import partial

from bot.sender import note_and_claim
from core.messages import Address, Outcome
from storage.awaiting import is_awaited
from tests.house import House, at, in_house, part


def test_from_the_message_to_its_answer(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        async def awaits(who: str = "ana", message: str = "ana:oi") -> bool:
            return await house.run(partial(is_awaited, at=Address("console", "", who), message=message))

        look = partial(note_and_claim, channels={"console": house.channel}, now=at(0), process=1, limit=9)
        assert not await awaits()
        await house.put(part("oi"))
        assert await awaits()
        assert not await awaits("bia", "bia:oi")
        await house.take()
        assert await awaits()  # the answer has not gone yet
        (row,) = await house.run(partial(look, reports=[]))
        assert await awaits()
        await house.run(partial(look, reports=[(row.id, Outcome("sent", "x"))]))
        assert not await awaits()

    in_house(migrated_url, scenario)
