"""Alerts of dangers are kept: one of a ticket open, those that have ended beside it."""

from functools import partial

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from core.hazard_alerts import HazardAlert
from core.messages import Call
from core.records import evolve
from storage import hazard_alerts, outbox
from storage.outbox import Departure
from storage.tables import hazard_alert
from tests.house import House, at, in_house, part

GAS = HazardAlert(1, ("gas", "trapped"), "+5511987651234", "cheiro de gás", at(0))


async def saved(house: House, *alerts: HazardAlert) -> None:
    await house.run(partial(hazard_alerts.save, alerts=alerts))


async def open_one(house: House) -> HazardAlert:
    found = await house.run(partial(hazard_alerts.open_of, ticket_id=1))
    assert found is not None
    return found


def test_an_alert_is_read_as_it_was_written_and_followed_by_another(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await saved(house, evolve(GAS, step=1))
        first = await open_one(house)
        assert first == evolve(GAS, step=1, id=1)
        taken = evolve(first, acknowledged_at=at(60), acknowledged_by="Ana")
        await saved(house, taken)
        assert await open_one(house) == taken
        fire = evolve(GAS, kinds=("fire",), acknowledged_at=at(91), acknowledged_by="Bia")
        await saved(house, fire, evolve(taken, ended_at=at(90), ended_by="Bia"))
        assert await open_one(house) == evolve(fire, id=2)
        assert await house.column(hazard_alert.c.ended_by) == ["Bia", None]

    in_house(migrated_url, scenario)


def test_a_ticket_has_one_open_alert(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        with pytest.raises(IntegrityError):
            await saved(house, GAS, GAS)

    in_house(migrated_url, scenario)


def test_what_people_were_told_is_found_until_the_danger_is_over(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()

        async def told(number: int, words: str, ticket: int = 1) -> None:
            row = Departure(1, 9, number, "telegram", "1", "-100", "alarm", Call("text", words, words=words), at(0), ticket)
            await house.run(partial(outbox.put, departures=[row]))

        async def found() -> list[str]:
            rows = await house.run(partial(outbox.alarms, ticket_id=1))
            return [external_id for _, external_id, _ in rows]

        await told(1, "alert-title.danger")
        await told(2, "alert-title.place")
        await told(3, "alert-title.danger", ticket=2)
        await told(4, "alert-title.unacknowledged-1")
        assert await found() == []  # nothing has arrived yet
        await arrive(house)
        assert len(await found()) == 2
        await told(5, "alert-ended")
        assert await found() == []
        await told(6, "alert-title.danger")
        await arrive(house)
        assert len(await found()) == 1

    in_house(migrated_url, scenario)


async def arrive(house: House) -> None:
    """All that was told so far."""

    def note(connection: Connection) -> None:
        rows = outbox.ready(connection, at(0), ["telegram"])
        outbox.take(connection, rows, at(0), 1)
        outbox.note(connection, [outbox.Noted(row.id, "sent", external_id=f"m{row.id}") for row in rows], 1)

    await house.run(note)
