"""Whose homes, by which contracts."""

from datetime import timedelta
from functools import partial
from typing import Any

from core.contacts import Individual
from core.homes import Home
from storage import contacts, homes
from storage.homes import RECENT
from tests.house import START, House, in_house


def contact(connection: Any, name: str) -> int:
    return contacts.register(connection, Individual(last_name=name, email=f"{name}@x.com.br"), START)


def test_homes_of_contacts(migrated_url: str) -> None:
    def books(connection: Any) -> dict[str, int]:
        ana, bia = contact(connection, "ana"), contact(connection, "bia")
        flat, house, shop, old, older = (
            homes.add(connection, name, city="São Paulo") for name in ("flat", "house", "shop", "old", "older")
        )
        homes.add_contract(connection, flat, {ana: "landlord", bia: "tenant"})
        homes.add_contract(connection, house, {ana: "landlord"})
        newest = homes.add_contract(connection, house, {ana: "tenant"})
        homes.add_contract(connection, shop, {ana: "guarantor"})
        homes.add_contract(connection, old, {ana: "tenant"}, ended_at=START - RECENT + timedelta(seconds=1))
        homes.add_contract(connection, older, {ana: "tenant"}, ended_at=START - RECENT)
        homes.add_contract(connection, flat, {ana: "tenant"}, ended_at=START - timedelta(days=1))
        return {"ana": ana, "bia": bia, "flat": flat, "house": house, "old": old, "newest": newest}

    async def scenario(house: House) -> None:
        ids = await house.run(books)
        found = await house.run(partial(homes.of_contacts, contact_ids=[ids["ana"], ids["bia"]], now=START))
        assert [(home.id, home.role) for home in found[ids["ana"]]] == [
            (ids["house"], "tenant"),
            (ids["flat"], "landlord"),
            (ids["old"], "tenant"),
        ]
        assert found[ids["ana"]][0] == Home(ids["house"], "house", None, "tenant", "São Paulo", "", ids["newest"])
        assert [(home.id, home.role) for home in found[ids["bia"]]] == [(ids["flat"], "tenant")]

    in_house(migrated_url, scenario)


def test_who_has_no_contract_has_no_home(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await house.run(partial(contact, name="ana"))
        assert await house.run(partial(homes.of_contacts, contact_ids=[number], now=START)) == {number: ()}
        assert not await house.run(partial(homes.exists, home_id=1))

    in_house(migrated_url, scenario)
