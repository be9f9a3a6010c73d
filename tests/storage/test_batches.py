"""A batch writes what SQLAlchemy would write."""

from functools import partial

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import sqlite

from storage.batches import Batch
from storage.insertion import insert_new, insert_or_set
from storage.tables import event, home, timer
from tests.house import House, at, in_house, part

ADD = Batch(insert(event), ("at", "actor", "after", "act"))
CHANGE = Batch(
    update(event).where(event.c.id == bindparam("_id"), event.c.actor != "nobody").values(act=bindparam("act"), ticket_id=event.c.id + 10),
    ("_id", "act"),
)


@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_rows_are_written_in_any_order_of_fields(migrated_url: str, count: int) -> None:
    async def scenario(house: House) -> None:
        rows = [(at(number), "ana", {"n": number}, f"act{number}") for number in range(count)]
        await house.run(partial(ADD, rows=rows))
        found = await house.rows(select(event.c.at, event.c.actor, event.c.after, event.c.act).order_by(event.c.id))
        assert found == rows

    in_house(migrated_url, scenario)


def test_a_statement_may_bring_values_of_its_own(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(partial(ADD, rows=[(at(0), "ana", None, "a"), (at(0), "nobody", None, "b")]))
        await house.run(partial(CHANGE, rows=[(1, "x"), (2, "y")]))
        assert await house.rows(select(event.c.act, event.c.ticket_id).order_by(event.c.id)) == [("x", 11), ("b", None)]

    in_house(migrated_url, scenario)


def test_a_taken_key_is_left_out_or_set_anew(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        fields = ("conversation_id", "ticket_id", "kind", "due_at")
        for statement, expected in ((insert_new(timer), at(1)), (insert_new(timer), at(1)), (insert_or_set(timer, "due_at"), at(3))):
            rows = [(1, 0, "nudge", expected if expected == at(3) else at(1)), (1, 1, "nudge", at(9))]
            await house.run(partial(Batch(statement, fields), rows=rows))
            assert await house.rows(select(timer.c.due_at).order_by(timer.c.ticket_id)) == [(expected,), (at(9),)]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("fields", [("address", "unit", "nothing"), ("address", "unit", "_id", "extra")])
def test_fields_that_do_not_fit_are_refused(fields: tuple[str, ...]) -> None:
    statement = update(home).where(home.c.id == bindparam("_id")).values(address=bindparam("address"), unit=bindparam("unit"))
    with pytest.raises(LookupError):
        Batch(statement, fields)._compile(sqlite.dialect())
