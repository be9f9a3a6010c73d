"""People in the books are found by what they give, and written once."""

from functools import partial

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from core.contacts import Company, Contact, Individual
from core.search import parse_query
from storage import contacts, search
from storage.tables import company
from tests.house import House, at, in_house

ANA = Individual(first_name="Ana", last_name="Souza", email="Ana@X.com.br", cpf="529.982.247-25", mobile="(11) 98765-1234")
BAKERY = Company(company_name="Padaria Sol Ltda", cnpj="11.222.333/0001-81", last_name="Lima", mobile="(11) 98765-0001")


async def register(house: House, form: Individual | Company) -> int:
    return await house.run(partial(contacts.register, form=form, now=at(0)))


def test_a_person_comes_back(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await register(house, ANA)
        expected = Contact(number, "individual", "Souza", "Ana", ANA.email, "52998224725", "+5511987651234")
        assert await house.run(partial(contacts.by_id, contact_id=number)) == expected
        assert await house.run(partial(contacts.by_email, address="ana@x.com.br")) == expected
        assert await house.run(partial(contacts.by_id, contact_id=99)) is None
        assert await house.run(partial(contacts.by_email, address="bia@x.com.br")) is None

    in_house(migrated_url, scenario)


def test_two_people_of_one_company_share_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        first = await register(house, BAKERY)
        second = await register(house, BAKERY.model_copy(update={"last_name": "Reis", "mobile": "+5511987650002"}))
        assert first != second
        assert await house.rows(select(company.c.name, company.c.cnpj)) == [("Padaria Sol Ltda", "11222333000181")]
        found = await house.run(partial(contacts.by_id, contact_id=second))
        assert found == Contact(second, "company", "Reis", None, None, None, "+5511987650002", "Padaria Sol Ltda", "11222333000181")

    in_house(migrated_url, scenario)


def test_an_email_that_is_taken_is_refused_by_the_database_too(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await register(house, ANA)
        with pytest.raises(IntegrityError):
            await register(house, ANA.model_copy(update={"email": "ana@x.com.br"}))

    in_house(migrated_url, scenario)


def test_a_contact_changes_and_keeps_its_kind(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await register(house, ANA)
        new = ANA.model_copy(update={"last_name": "Lima", "mobile": None, "email": "ana.lima@x.com.br"})
        await house.run(partial(contacts.change, contact_id=number, form=new))
        found = await house.run(partial(contacts.by_email, address="ana.lima@x.com.br"))
        assert found == Contact(number, "individual", "Lima", "Ana", "ana.lima@x.com.br", "52998224725", None)
        assert await house.run(partial(contacts.only_by_numbers, numbers=["+5511987651234"])) == {}

    in_house(migrated_url, scenario)


def test_another_name_of_a_company_is_that_of_all_its_speakers_and_another_cnpj_is_another_company(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        first = await register(house, BAKERY)
        second = await register(house, BAKERY.model_copy(update={"last_name": "Reis", "mobile": "+5511987650002"}))
        renamed = BAKERY.model_copy(update={"company_name": "Padaria Lua Ltda"})
        await house.run(partial(contacts.change, contact_id=first, form=renamed))
        assert await house.run(partial(search.find, query=parse_query("empresa: lua"), limit=9)) != []
        assert await companies(house, first, second) == ["Padaria Lua Ltda", "Padaria Lua Ltda"]
        moved = renamed.model_copy(update={"cnpj": "12ABC34501DE35", "company_name": "Padaria Nova Ltda"})
        await house.run(partial(contacts.change, contact_id=first, form=moved))
        assert await companies(house, first, second) == ["Padaria Nova Ltda", "Padaria Lua Ltda"]

    in_house(migrated_url, scenario)


async def companies(house: House, *ids: int) -> list[str | None]:
    return [
        None if found is None else found.company_name
        for each in ids
        for found in [await house.run(partial(contacts.by_id, contact_id=each))]
    ]


@pytest.mark.parametrize("spelling", ["+5511987651234", "5511987651234", "551187651234"])
def test_a_number_is_its_contacts_in_any_spelling(migrated_url: str, spelling: str) -> None:
    """F21: with or without the ninth digit, as WhatsApp gives it."""

    async def scenario(house: House) -> None:
        number = await register(house, ANA)
        found = await house.run(partial(contacts.only_by_numbers, numbers=[spelling, "+5511987650009", "no number"]))
        assert {key: each.id for key, each in found.items()} == {spelling: number}

    in_house(migrated_url, scenario)


def test_a_number_of_two_people_proves_nobody(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await register(house, ANA)
        await register(house, ANA.model_copy(update={"email": "bia@x.com.br"}))
        assert await house.run(partial(contacts.only_by_numbers, numbers=["+5511987651234"])) == {}

    in_house(migrated_url, scenario)


def test_a_landline_is_nobodys_mobile(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await register(house, ANA.model_copy(update={"mobile": "+5511933334444"}))
        assert await house.run(partial(contacts.only_by_numbers, numbers=["+551133334444"])) == {}

    in_house(migrated_url, scenario)
