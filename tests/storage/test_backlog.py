"""What waits is counted, with its age; what waits for its time, or is over, is not."""

from functools import partial

from storage.backlog import Backlog, Line, backlog, parked
from tests.house import House, at, in_house, part


def test_what_waits_and_since_when(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        async def waits(seconds: float) -> Backlog:
            return await house.run(partial(backlog, now=at(seconds)))

        assert await waits(0) == Backlog(Line(0, None), Line(0, None), parked=0, held=0)
        await house.put(part("a"), seconds=0)
        await house.put(part("b", "bia", waits=True), seconds=1)  # for companions
        assert (await waits(2)).inbox == Line(1, at(0))
        assert (await waits(2)).inbox.age_seconds(at(5)) == 5
        await house.take(seconds=10)
        assert await waits(11) == Backlog(Line(0, None), Line(2, at(10)), parked=0, held=0)

    in_house(migrated_url, scenario)


def test_what_was_put_aside(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("bug"))
        for seconds in (0, 10, 20):
            await house.take_or_count(seconds)
        assert await house.run(parked) == 1
        assert (await house.run(partial(backlog, now=at(30)))).parked == 1

    in_house(migrated_url, scenario)
