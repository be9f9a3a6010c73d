"""What goes out keeps the pace of its channel, whoever sends it."""

import asyncio
from collections.abc import Sequence
from functools import partial

import pytest
from sqlalchemy import Connection, select

from bot.sender import note_and_claim
from core.messages import Outcome
from core.pacing import ACCOUNT, Pace, free_after, goes_at
from storage import pacing
from storage.pacing import Wish
from storage.tables import channel_state, outbox
from tests.house import Channel, House, at, in_house, part


@pytest.mark.parametrize("burst, expected", [(1, [0, 6, 12, 18]), (3, [0, 0, 0, 6]), (9, [0, 0, 0, 0])])
def test_after_a_burst_one_message_in_so_many_seconds(burst: int, expected: list[int]) -> None:
    pace, free, times = Pace("ana", 6, burst), None, []
    for _ in range(4):
        now = goes_at(pace, free, at(0))
        times.append((now - at(0)).total_seconds())
        free = free_after(pace, free, now)
    assert times == expected


def test_a_rest_gives_the_burst_back() -> None:
    pace = Pace("ana", 6, 2)
    free = free_after(pace, free_after(pace, None, at(0)), at(0))
    assert goes_at(pace, free, at(1)) == at(6)
    assert goes_at(pace, free, at(12)) == at(12)
    assert goes_at(pace, free_after(pace, free, at(12)), at(12)) == at(12)


class Paced(Channel):
    """Three messages a chat at once and then one in two seconds; twenty of the account."""

    def paces(self, address: str) -> Sequence[Pace]:
        return Pace(address, 2, 3), Pace(ACCOUNT, 0.5, 20)


async def go(house: House, seconds: float, process: int = 1, *reports: tuple[int, Outcome]) -> list[int]:
    channels = {"console": house.channel}
    work = partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=process, limit=64)
    return [row.id for row in await house.run(work)]


async def said(house: House, *who: str, seconds: float = 0) -> None:
    await house.put(*[part(f"{seconds} {each}", each) for each in who])
    while await house.take(seconds):
        pass


SENT = Outcome("sent", "x")


def test_a_chat_waits_and_the_others_do_not(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.channel = Paced()
        for second in range(4):
            await said(house, "ana", seconds=second / 10)
        await said(house, "bia", seconds=0.4)
        went: list[list[int]] = []
        reports: tuple[tuple[int, Outcome], ...] = ()
        for _ in range(5):
            ids = await go(house, 0.5, 1, *reports)
            went.append(ids)
            reports = tuple((number, SENT) for number in ids)
        assert went == [[1, 5], [2], [3], [], []]
        assert await go(house, 1.9) == []
        assert await go(house, 2.5) == [4]

    in_house(migrated_url, scenario)


def test_an_account_is_paced_too(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.channel = Paced()
        await said(house, *[f"w{number:02}" for number in range(25)])
        assert await go(house, 0) == list(range(1, 21))
        assert await go(house, 0.4) == []
        assert await go(house, 1) == [21, 22]

    in_house(migrated_url, scenario)


def test_safety_ignores_the_pace_and_counts(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.channel = Paced()
        for number in range(4):
            await said(house, "ana", seconds=number)
        await house.run(lambda connection: connection.execute(outbox.update().values(purpose="safety")))
        assert await go(house, 3) == [1, 2, 3, 4]
        free_at = await house.rows(select(channel_state.c.free_at).where(channel_state.c.chat == "ana"))
        assert free_at == [(at(3 + 8),)]

    in_house(migrated_url, scenario)


def test_several_processes_keep_the_pace_together(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.channel = Paced()
        await said(house, *[f"w{number:02}" for number in range(60)])
        taken = await asyncio.gather(*[go(house, 0, process) for process in range(1, 7)])
        assert sum(len(each) for each in taken) <= 20
        while len(more := await go(house, 0)):  # whoever came at the same moment may have left some to the next
            taken.append(more)
        ids = [number for each in taken for number in each]
        assert len(ids) == len(set(ids)) == 20

    in_house(migrated_url, scenario)


def test_what_waits_for_the_account_comes_again_one_after_the_other(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.channel = Paced()
        await said(house, *(f"person {number}" for number in range(24)))
        assert len(await go(house, 0)) == 20
        waiting = await house.rows(select(outbox.c.due_at).where(outbox.c.status == "queued").order_by(outbox.c.id))
        assert [row[0] for row in waiting] == [at(0.5), at(1), at(1.5), at(2)]
        assert len(await go(house, 0.5)) == 1

    in_house(migrated_url, scenario)


def test_a_chat_that_waits_keeps_nobody_else_of_the_account_waiting(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.channel = Paced()
        for second in range(6):
            await said(house, "ana", seconds=second / 100)
            for row in await go(house, second / 100):
                await go(house, second / 100, 1, (row, SENT))
        await said(house, "ana", "bia", "caio", seconds=0.1)
        assert len(await go(house, 0.1)) == 2

    in_house(migrated_url, scenario)


def test_of_two_pauses_of_an_account_the_longer_counts(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "bia", "caio")
        assert await go(house, 0) == [1, 2, 3]
        long, short = (Outcome("again", after_seconds=seconds, pauses_account=True) for seconds in (30, 5))
        assert await go(house, 0, 1, (1, long), (2, short), (3, SENT)) == []
        await said(house, "duda")
        assert await go(house, 29.9) == []
        assert sorted(await go(house, 30)) == [1, 2, 4]

    in_house(migrated_url, scenario)


def test_the_same_chat_of_another_account_has_a_pace_of_its_own(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        paces = Paced().paces("ana")
        wishes = [Wish(number, "console", "ab"[number % 2], paces, passes=False) for number in range(8)]
        waits = await house.run(partial(pacing.late, wishes=wishes, now=at(0)))
        assert waits == {6: at(2), 7: at(2)}

    in_house(migrated_url, scenario)


def test_the_pace_is_read_by_its_key(migrated_url: str) -> None:
    """However many chats there are; also on a table that nobody has analysed."""

    async def scenario(house: House) -> None:
        lite = migrated_url.startswith("sqlite")

        def plan(connection: Connection) -> str:
            statement = pacing._FREE._for(2).params(channel="console", account="", listed_0="ana", listed_1="bia")
            sql = str(statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
            return str(connection.exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if lite else ''}{sql}").all())

        assert ("channel=? AND account=? AND chat=?" if lite else "Index Scan") in await house.run(plan)

    in_house(migrated_url, scenario)
