"""Contacts are found by any part of what they gave, as they stand in the books now."""

from collections.abc import Mapping
from functools import partial

import pytest
from alembic import command
from sqlalchemy import Connection, bindparam, delete, select, text

from core.contacts import Company, Individual
from core.entries import CompanyEntry
from core.errors import Rejected
from core.search import Query, parse_query
from storage import contacts, search
from storage.entries import COMPANIES, look, write
from storage.migrations import config, upgrade
from storage.records import UtcDateTime
from storage.tables import search_term, search_token
from tests.house import START, House, in_house
from tests.storage.test_entries import MOMENT, put_all

PEOPLE: Mapping[str, Individual | Company] = {
    "marina": Individual(
        first_name="Marina", last_name="Souza", email="marina.souza@exemplo.com.br", cpf="529.982.247-25", mobile="(11) 98765-1234"
    ),
    "joao": Company(
        company_name="Padaria Três Irmãos Ltda",
        cnpj="11.222.333/0001-81",
        first_name="João",
        last_name="Souza Lima",
        mobile="(11) 98765-0001",
    ),
    "rita": Company(company_name="Padaria Três Irmãos Ltda", cnpj="11.222.333/0001-81", last_name="Prado", email="rita@padaria.com.br"),
    "conceicao": Individual(
        first_name="Conceição", last_name="D'Ávila", email="c@outra.com.br", cpf="111.444.777-35", mobile="(21) 99876-5432"
    ),
    "aparecida": Individual(first_name="Maria Aparecida", last_name="da Silva", email="cida@exemplo.com.br", mobile="(11) 91111-2222"),
    "luiz": Individual(first_name="Luiz", last_name="Marina", email="luiz@outra.com.br"),
}


def fill(connection: Connection) -> None:
    for form in PEOPLE.values():
        contacts.register(connection, form, START)


async def found(house: House, query: Query | str) -> list[str]:
    """Who is found, by the keys above."""
    wanted = parse_query(query) if isinstance(query, str) else query
    rows = await house.run(partial(search.find, query=wanted))
    return [list(PEOPLE)[each.id - 1] for each in rows]


@pytest.mark.parametrize(
    "text, who",
    [
        ("marina", ["luiz", "marina", "aparecida"]),
        ("MARINA souza", ["marina"]),
        ("souza marina", ["marina"]),
        ("conceicao", ["conceicao"]),
        ("CONCEIÇÃO d'ávila", ["conceicao"]),
        ("davila", ["conceicao"]),
        ("marnia souza", ["marina"]),
        ("mrina sousa", ["marina"]),
        ("luis", ["luiz"]),
        ("apare silva", ["aparecida"]),
        ("maria da silva", ["aparecida"]),
        ("souza 98765", ["marina", "joao"]),
        ("padaria", ["rita", "joao"]),
        ("tres irmaos", ["rita", "joao"]),
        ("empresa: padria irmãos", ["rita", "joao"]),
        ("11.222.333/0001-81", ["rita", "joao"]),
        ("cnpj 222333", ["rita", "joao"]),
        ("padaria lima", ["joao"]),
        ("529.982.247-25", ["marina"]),
        ("cpf 529", ["marina"]),
        ("•••.982.247-••", ["marina"]),
        ("4725", ["marina"]),
        ("11987651234", ["marina"]),
        ("1187651234", ["marina"]),
        ("+55 (11) 98765-1234", ["marina"]),
        ("98765-1234", ["marina"]),
        ("87651234", ["marina"]),
        ("1234", ["marina"]),
        ("11 911", ["aparecida"]),
        ("marina.souza@exemplo.com.br", ["marina"]),
        ("MARINA.S@", []),
        ("marina.souza@", ["marina"]),
        ("souza@exemplo", ["marina"]),
        ("@exemplo.com.br", ["marina", "aparecida"]),
        ("@exemplo.com.br silva", ["aparecida"]),
        ("e-mail: exemplo", ["marina", "aparecida"]),
        ("xyzzy", []),
        ("marina 5432", []),
    ],
)
def test_equal_and_similar_are_found(migrated_url: str, text: str, who: list[str]) -> None:
    """R3, R5, R6: by any part, whatever accents, case and one slip; a company by the people who speak for it."""

    async def scenario(house: House) -> None:
        await house.run(fill)
        assert await found(house, text) == who

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "query, who",
    [
        (Query(first_name="Marina"), ["marina", "aparecida"]),
        (Query(last_name="Marina"), ["luiz"]),
        (Query(first_name="Souza"), []),
        (Query(first_name="Padaria"), []),
        (Query(company_name="Souza"), []),
        (Query(company_name="padaria", last_name="prado"), ["rita"]),
        (Query(first_name="Maria", last_name="Aparecida da Silva"), ["aparecida"]),
        (Query(first_name="Maria Aparecida", last_name="Silva"), ["aparecida"]),
        (Query(cpf="98765"), []),
        (Query(mobile="98765"), ["marina", "joao"]),
        (Query(mobile="529"), []),
        (Query(cnpj="529"), []),
        (Query(email="marina"), ["marina"]),
        (Query(email="rita", company_name="irmaos"), ["rita"]),
    ],
)
def test_a_field_finds_its_own_kind(migrated_url: str, query: Query, who: list[str]) -> None:
    async def scenario(house: House) -> None:
        await house.run(fill)
        assert await found(house, query) == who

    in_house(migrated_url, scenario)


def test_rows_are_masked(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(fill)
        rows = [
            *await house.run(partial(search.find, query=parse_query("souza"))),
            *await house.run(partial(search.find, query=parse_query("prado"))),
        ]
        assert [str(each) for each in rows] == [
            "Marina Souza · •••.982.247-•• · cel …98765-1234",
            "João Souza Lima · Padaria Três Irmãos Ltda · cel …98765-0001",
            "Prado · Padaria Três Irmãos Ltda · rita@padaria.com.br",
        ]

    in_house(migrated_url, scenario)


def test_pages_follow_each_other(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(partial(many, count=search.CANDIDATES + 10))
        names: list[str] = []
        while page := await house.run(partial(search.find, query=parse_query("ana"), limit=50, offset=len(names))):
            names += [each.last_name for each in page]
        assert (len(names), len(set(names))) == (search.CANDIDATES, search.CANDIDATES)

    in_house(migrated_url, scenario)


def many(connection: Connection, count: int) -> None:
    for number in range(count):
        contacts.register(connection, Individual(first_name="Ana", last_name=f"L{letters(number)}", email=f"a{number}@x.com.br"), START)


def letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def test_nothing_is_refused_by_the_search_too(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        with pytest.raises(Rejected, match="search_empty"):
            await house.run(partial(search.find, query=Query()))

    in_house(migrated_url, scenario)


def test_a_change_is_found_and_what_was_is_not(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(fill)
        new = PEOPLE["marina"].model_copy(update={"last_name": "Quaresma", "mobile": None, "cpf": None})
        await house.run(partial(contacts.change, contact_id=1, form=new))
        assert await found(house, "quaresma") == ["marina"]
        for gone in ("marina souza", "529982", "987651234"):
            assert await found(house, gone) == []
        terms = dict(await house.rows(select(search_term.c.token, search_term.c.frequency)))
        assert (terms["lsouza"], terms["lquaresma"], terms["fmarina"]) == (1, 1, 1)

    in_house(migrated_url, scenario)


def test_what_spreadsheets_bring_is_found(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(put_all)
        rows = await house.run(partial(search.find, query=parse_query("sol ltda")))
        assert [str(each) for each in rows] == ["Souza · Sol Ltda · cel …98765-0001"]
        renamed = CompanyEntry(code="E1", company_name="Lua Ltda", cnpj="11.222.333/0001-81")
        await house.run(lambda connection: write(connection, COMPANIES, [renamed], MOMENT, look(connection, COMPANIES, [renamed])))
        assert [each.company_name for each in await house.run(partial(search.find, query=parse_query("lua")))] == ["Lua Ltda"]
        assert await house.run(partial(search.find, query=parse_query("sol"))) == []

    in_house(migrated_url, scenario)


def test_contacts_of_before_are_found_after_a_rebuild(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(fill)
        assert await found(house, "souza") == ["marina", "joao"]
        before = [await house.rows(select(each).order_by(*each.primary_key)) for each in (search_token, search_term)]
        await house.run(lambda connection: connection.execute(delete(search_token)))
        assert await found(house, "souza") == []
        await house.run(search.rebuild)
        assert await found(house, "souza") == ["marina", "joao"]
        after = [await house.rows(select(each).order_by(*each.primary_key)) for each in (search_token, search_term)]
        assert before[0] == after[0]
        assert {row[1:] for row in before[1]} == {row[1:] for row in after[1]}

    in_house(migrated_url, scenario)


def test_a_word_of_an_undone_transaction_is_unlearned(migrated_url: str) -> None:
    """SQLite gives its id to another word."""

    def register_and_fail(connection: Connection, form: Individual) -> None:
        contacts.register(connection, form, START)
        assert search.find(connection, parse_query(form.last_name))
        raise KeyError

    async def scenario(house: House) -> None:
        with pytest.raises(KeyError):
            await house.run(partial(register_and_fail, form=Individual(last_name="Quaresma", email="q@x.com.br")))
        await house.run(partial(contacts.register, form=Individual(last_name="Bragança", email="b@x.com.br"), now=START))
        assert [each.last_name for each in await house.run(partial(search.find, query=parse_query("bragansa")))] == ["Bragança"]

    in_house(migrated_url, scenario)


def test_contacts_that_were_there_before_the_index_are_found_after_the_upgrade(database_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(partial(_upgraded_to, revision="0007"))
        company = "INSERT INTO company (name, cnpj) VALUES ('Sol Ltda', '11222333000181') RETURNING id"
        columns = "kind, company_id, last_name, mobile, mobile_key, created_at"
        speaker = f"INSERT INTO contact ({columns}) VALUES ('company', :id, 'Souza', '+5511987650001', '1187650001', :at)"

        def write_as_before(connection: Connection) -> None:
            number = connection.scalar(text(company))
            connection.execute(text(speaker).bindparams(bindparam("at", type_=UtcDateTime)), {"id": number, "at": START})

        await house.run(write_as_before)
        await house.run(upgrade)
        assert [each.last_name for each in await house.run(partial(search.find, query=parse_query("sol ltda")))] == ["Souza"]

    in_house(database_url, scenario)


def _upgraded_to(connection: Connection, revision: str) -> None:
    command.upgrade(config(connection), revision)
