"""A query finds what SQLAlchemy would find."""

from functools import partial

import pytest
from sqlalchemy import bindparam, insert, select

from storage.queries import ListQuery, Query
from storage.records import UtcDateTime
from storage.tables import conversation, event
from tests.house import House, at, in_house

SINCE = Query(
    select(event.c.at, event.c.act, event.c.after)
    .where(event.c.at >= bindparam("since", type_=UtcDateTime), event.c.actor == "ana")
    .order_by(event.c.id)
    .limit(2)
)
NAMED = ListQuery(
    select(event.c.id, event.c.before).where(event.c.at < bindparam("until", type_=UtcDateTime)).order_by(event.c.id), event.c.act
)
FLAGS = ListQuery(select(conversation.c.collects).order_by(conversation.c.id), conversation.c.id)


def happened(number: int, actor: str = "ana") -> dict[str, object]:
    return {"at": at(number), "actor": actor, "act": f"act{number}", "after": {"n": number}, "before": None}


async def filled(house: House, count: int) -> None:
    await house.run(lambda connection: connection.execute(insert(event), [happened(number) for number in range(count)]))


def test_values_go_in_and_come_out_as_those_of_their_columns(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house, 5)
        await house.run(lambda connection: connection.execute(insert(event), happened(9, "bia")))
        assert await house.run(partial(SINCE, since=at(1))) == [(at(1), "act1", {"n": 1}), (at(2), "act2", {"n": 2})]
        assert await house.run(partial(SINCE, since=at(5))) == []

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 33])
def test_a_list_may_have_any_length(migrated_url: str, count: int) -> None:
    async def scenario(house: House) -> None:
        await filled(house, 40)
        wanted = [f"act{number}" for number in range(count)]
        found = [(number + 1, None) for number in range(count)]
        assert await house.run(lambda c: NAMED(c, wanted, until=at(40))) == found
        assert await house.run(lambda c: NAMED(c, [*wanted, "nothing", *wanted[:1]], until=at(40))) == found
        assert await house.run(lambda c: NAMED(c, set(wanted), until=at(0))) == []

    in_house(migrated_url, scenario)


def test_a_flag_is_true_or_false(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        made = [{"channel": "x", "account": "", "address": "", "collects": collects} for collects in (True, False)]
        await house.run(lambda connection: connection.execute(insert(conversation), made))
        flags = await house.run(lambda c: FLAGS(c, [1, 2]))
        assert [type(flag) for (flag,) in flags] == [bool, bool]
        assert flags == [(True,), (False,)]

    in_house(migrated_url, scenario)
