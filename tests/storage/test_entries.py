"""Entries are put into the books by their codes, and only what differs is written."""

from collections import Counter
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, event, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from core.contacts import Individual
from core.entries import CompanyEntry, ContractEntry, Entry, HomeEntry, IndividualEntry, SpeakerEntry
from storage import contacts
from storage.entries import COMPANIES, CONTACTS, CONTRACTS, HOMES, Found, Moment, Noun, effect, look, write
from storage.tables import company, contact, contract, contract_party, home
from tests.house import START, House, in_house

MOMENT = Moment(START, ZoneInfo("America/Sao_Paulo"))
SOL = {"code": "E1", "company_name": "Sol Ltda", "cnpj": "11.222.333/0001-81"}
ANA = {"code": "C1", "last_name": "Lima", "email": "ana@exemplo.com.br", "mobile": "11 98765-4321"}
BIA = {"code": "C2", "last_name": "Souza", "company": "E1", "mobile": "11 98765-0001"}
FLAT = {"code": "I1", "address": "Rua das Acácias, 120 ap 32"}
LEASE = {"code": "L1", "home": "I1", "tenants": "C1", "guarantors": "C2", "account_manager": "A1"}


def put(connection: Connection, noun: Noun, *entries: Entry) -> Counter[Any]:
    return write(connection, noun, entries, MOMENT, look(connection, noun, entries, locked=True))


async def filled(house: House) -> None:
    await house.run(put_all)


def put_all(connection: Connection) -> list[Counter[Any]]:
    return [
        put(connection, COMPANIES, CompanyEntry.model_validate(SOL)),
        put(connection, CONTACTS, IndividualEntry.model_validate(ANA), SpeakerEntry.model_validate(BIA)),
        put(connection, HOMES, HomeEntry.model_validate(FLAT), HomeEntry.model_validate(FLAT | {"code": "I2"})),
        put(connection, CONTRACTS, ContractEntry.model_validate(LEASE), ContractEntry.model_validate(LEASE | {"code": "L2"})),
    ]


def one(house: House, noun: Noun, entry: Entry) -> Any:
    return house.run(lambda connection: put(connection, noun, entry))


def test_what_is_new_is_written_whole(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        assert await house.rows(select(company.c.name, company.c.cnpj, company.c.external_id)) == [("Sol Ltda", "11222333000181", "E1")]
        ana, bia = await house.rows(select(contact).order_by(contact.c.id))
        assert ana[1:] == ("individual", None, None, "Lima", *["ana@exemplo.com.br"] * 2, None, "+5511987654321", "1187654321", "C1", START)
        assert bia[1:] == ("company", 1, None, "Souza", None, None, None, "+5511987650001", "1187650001", "C2", START)
        assert (await house.rows(select(home).order_by(home.c.id)))[0][1:] == ("Rua das Acácias, 120", "ap 32", "", "", "I1")
        assert (await house.rows(select(contract).order_by(contract.c.id)))[0][1:] == (1, "active", None, "L1", "A1", None)
        assert sorted(await house.rows(select(contract_party))) == [
            (lease, *party) for lease in (1, 2) for party in ((1, "tenant"), (2, "guarantor"))
        ]

    in_house(migrated_url, scenario)


def test_the_second_time_nothing_is_written(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        engine = getattr(house.database.engine, "sync_engine", house.database.engine)
        said: list[str] = []
        event.listen(engine, "before_cursor_execute", lambda conn, cursor, statement, *rest: said.append(statement.split()[0]))
        assert await house.run(put_all) == [Counter(same=1), *[Counter(same=2)] * 3]
        assert set(said) <= {"SELECT", "BEGIN"}

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "noun, entry, column, value",
    [
        (COMPANIES, CompanyEntry.model_validate(SOL | {"company_name": "Lua Ltda"}), company.c.name, "Lua Ltda"),
        (CONTACTS, IndividualEntry.model_validate(ANA | {"email": "Ana@outro.com.br"}), contact.c.email_key, "ana@outro.com.br"),
        (CONTACTS, IndividualEntry.model_validate(ANA | {"mobile": None}), contact.c.mobile_key, None),
        (HOMES, HomeEntry.model_validate(FLAT | {"address": "Rua das Acácias, 120"}), home.c.unit, None),
        (HOMES, HomeEntry.model_validate(FLAT | {"city": "Recife"}), home.c.city, "Recife"),
        (CONTRACTS, ContractEntry.model_validate(LEASE | {"home": "I2"}), contract.c.home_id, 2),
        (CONTRACTS, ContractEntry.model_validate(LEASE | {"ended_on": "31/12/2025"}), contract.c.status, "ended"),
    ],
)
def test_what_differs_is_written_and_nothing_else(migrated_url: str, noun: Noun, entry: Entry, column: Any, value: Any) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        others = [each for each in (company, contact, home, contract, contract_party) if each is not column.table]
        before = [await house.rows(select(each)) for each in others]
        assert await one(house, noun, entry) == Counter(changed=1)
        assert (await house.column(column))[0] == value
        assert [await house.rows(select(each)) for each in others] == before
        assert await one(house, noun, entry) == Counter(same=1)

    in_house(migrated_url, scenario)


def test_what_is_not_said_stays(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        known = {name: value for name, value in ANA.items() if name != "mobile"}
        assert await one(house, CONTACTS, IndividualEntry.model_validate(known)) == Counter(same=1)
        assert (await house.column(contact.c.mobile))[0] == "+5511987654321"

    in_house(migrated_url, scenario)


def test_a_contract_ends_with_its_last_day_and_goes_on_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        await one(house, CONTRACTS, ContractEntry.model_validate(LEASE | {"ended_on": "31/12/2025"}))
        assert (await house.column(contract.c.ended_at))[0].isoformat() == "2026-01-01T03:00:00+00:00"
        await one(house, CONTRACTS, ContractEntry.model_validate(LEASE | {"ended_on": None}))
        assert (await house.rows(select(contract.c.status, contract.c.ended_at)))[0] == ("active", None)

    in_house(migrated_url, scenario)


def test_a_role_that_is_said_is_said_whole(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        entry = ContractEntry.model_validate({"code": "L1", "home": "I1", "tenants": "C2, C1"})
        assert await one(house, CONTRACTS, entry) == Counter(changed=1)
        assert set(await house.rows(select(contract_party).where(contract_party.c.contract_id == 1))) == {
            (1, 1, "tenant"),
            (1, 2, "tenant"),
            (1, 2, "guarantor"),
        }
        entry = ContractEntry.model_validate({"code": "L1", "home": "I1", "landlords": "C2", "tenants": None, "guarantors": None})
        assert await one(house, CONTRACTS, entry) == Counter(changed=1)
        assert await house.rows(select(contract_party).where(contract_party.c.contract_id == 1)) == [(1, 2, "landlord")]

    in_house(migrated_url, scenario)


def test_who_was_registered_in_a_talk_gets_a_code(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        form = Individual(last_name="L", email="Ana@exemplo.com.br", cpf="529.982.247-25")
        number = await house.run(lambda connection: contacts.register(connection, form, START))
        assert await one(house, CONTACTS, IndividualEntry.model_validate(ANA)) == Counter(changed=1)
        found = await house.rows(select(contact.c.id, contact.c.last_name, contact.c.cpf, contact.c.external_id))
        assert found == [(number, "Lima", "52998224725", "C1")]

    in_house(migrated_url, scenario)


def test_a_look_tells_what_is_missing_and_whose_an_email_is(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await filled(house)
        entries = [IndividualEntry.model_validate(ANA | {"code": "C9"}), SpeakerEntry.model_validate(BIA | {"code": "C8", "company": "E9"})]
        found: Found = await house.run(partial(look, noun=CONTACTS, entries=entries))
        assert (found.known, found.ids, found.owners["ana@exemplo.com.br"].code) == ({}, {}, "C1")
        assert [found.of(CONTACTS, each) for each in entries] == [None, None]
        assert effect(CONTACTS, entries[0], found, MOMENT) == "new"

    in_house(migrated_url, scenario)


def test_what_is_about_to_be_written_is_locked(new_database: Any, migrated_postgresql: str) -> None:
    """Else an approval between look and write would be undone. On SQLite one writes at a time anyhow."""

    async def scenario(house: House) -> None:
        await filled(house)
        entry = IndividualEntry.model_validate(ANA | {"first_name": "Ana"})
        engine = house.database.engine
        assert isinstance(engine, AsyncEngine)
        async with engine.connect() as mine, engine.connect() as other:
            await mine.run_sync(partial(look, noun=CONTACTS, entries=[entry], locked=True))
            await other.exec_driver_sql("SET lock_timeout = '50ms'")
            with pytest.raises(Exception, match="lock timeout"):
                await other.execute(update(contact).where(contact.c.external_id == "C1").values(first_name="x"))

    in_house(new_database("postgresql", like=migrated_postgresql), scenario)
