"""Faults that users of similar systems report, of numbers: F21, the ninth digit splits or joins people."""

from functools import partial

import pytest

from core.contacts import Individual
from storage import contacts
from tests.house import START, House, in_house, part

MOBILE = "+5541988887777"  # Paraná, where a WhatsApp id often comes without the ninth digit


async def proven_by(house: House, number: str) -> int | None:
    found = await house.run(partial(contacts.only_by_numbers, numbers=[number]))
    return found[number].id if number in found else None


async def registered(house: House, mobile: str | None, email: str) -> int:
    form = Individual(last_name="Lima", email=email, mobile=mobile)
    return await house.run(partial(contacts.register, form=form, now=START))


@pytest.mark.parametrize("number", ["+5541988887777", "5541988887777", "554188887777"])
def test_f21_one_line_with_and_without_the_ninth_digit_is_one_person(migrated_url: str, number: str) -> None:
    async def scenario(house: House) -> None:
        person = await registered(house, MOBILE, "a@x.com.br")
        assert await proven_by(house, number) == person

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("number", ["554133334444", "5541933334444", "+4541988887777", "08001234567", "554199887777"])
def test_f21_landlines_services_and_neighbours_are_nobody_else(migrated_url: str, number: str) -> None:
    async def scenario(house: House) -> None:
        await registered(house, MOBILE, "a@x.com.br")
        assert await proven_by(house, number) is None

    in_house(migrated_url, scenario)


def test_f21_a_number_of_two_contacts_proves_neither(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await registered(house, MOBILE, "a@x.com.br")
        await registered(house, MOBILE, "b@x.com.br")
        assert await proven_by(house, MOBILE) is None

    in_house(migrated_url, scenario)


def test_f21_the_number_received_is_kept_as_it_came(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        person = await registered(house, MOBILE, "a@x.com.br")
        await house.put(part("oi", "ana", ids=(("name", "ana"), ("number", "554188887777"))))
        seen: list[tuple[str | None, int | None]] = []

        def look(result, heard, turn):  # type: ignore[no-untyped-def]
            seen.append((turn.number, turn.proven and turn.proven.id))
            return result

        house.turn.change = look
        await house.take()
        assert seen == [("554188887777", person)]

    in_house(migrated_url, scenario)
