"""The invented people stand in the books as real ones would, once, and never beside real ones."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, create_engine, func, insert, select

from bot.programs.demo import AGENTS, NUMBERS, hire, ids_of, people, seed
from core.contacts import Company
from core.errors import Rejected
from storage import agents
from storage.contacts import only_by_numbers
from storage.homes import of_contacts
from storage.tables import contact, contract_party, home, metadata

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture
def books() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_the_personas_are_known_by_their_number() -> None:
    known = {person.name: person.form.mobile for person in people()}
    assert {name: known.get(name) for name in ("tenant", "owner", "company")} == {
        name: NUMBERS[name] for name in ("tenant", "owner", "company")
    }
    assert NUMBERS["reporter"] not in known.values()
    assert NUMBERS["unknown"] is None


def test_the_personas_have_what_their_names_promise() -> None:
    one, many, firm = (next(each for each in people() if each.name == name) for name in ("tenant", "owner", "company"))
    assert len(one.homes) == 1
    assert len(many.homes) > 10  # more than a phone's list has rows
    assert isinstance(firm.form, Company)
    assert firm.form.email is None


def test_the_homes_are_found_in_the_order_in_which_they_are_told(books: Connection) -> None:
    seed(books, NOW)
    found = only_by_numbers(books, [str(NUMBERS["owner"])])[str(NUMBERS["owner"])]
    labels = [str(each) for each in of_contacts(books, [found.id], NOW)[found.id]]
    assert labels[:2] == ["Travessa do Ipê, 7", "ap 45 · Rua das Acácias, 120"]  # where she lives comes first
    assert labels[2:4] == ["bloco B ap 11 · Rua das Flores, 88", "bloco B ap 12 · Rua das Flores, 88"]


def test_documents_are_the_same_every_time() -> None:
    assert people() == people()


def test_the_books_are_filled_once(books: Connection) -> None:
    assert seed(books, NOW)
    before = books.scalar(select(func.count()).select_from(home))
    assert not seed(books, NOW)
    assert books.scalar(select(func.count()).select_from(home)) == before == sum(len(each.homes) for each in people())
    assert books.scalar(select(func.count()).select_from(contract_party)) == before


def test_real_books_are_left_alone(books: Connection) -> None:
    real = {"kind": "individual", "last_name": "Real", "email": "a@b.com.br", "email_key": "a@b.com.br", "created_at": NOW}
    books.execute(insert(contact).values(real))
    assert not seed(books, NOW)
    assert books.scalars(select(contact.c.last_name)).all() == ["Real"]


def test_a_talk_is_known_by_its_persona_and_the_number() -> None:
    assert ids_of("tenant", None) == (("name", "tenant/1"), ("number", NUMBERS["tenant"]))
    assert ids_of("unknown", None, 3) == (("name", "unknown/3"),)


def test_a_given_number_makes_a_talk_of_its_own() -> None:
    assert ids_of("unknown", "(11) 98765-4321") == (("name", "+5511987654321/1"), ("number", "+5511987654321"))


def test_a_number_that_is_no_mobile_is_refused() -> None:
    with pytest.raises(Rejected):
        ids_of("unknown", "190")


def test_the_agents_work_at_their_terminals_and_nobody_beside_real_ones(books: Connection) -> None:
    assert hire(books, NOW)
    assert {each.name: each.at and each.at.address for each in agents.here(books)} == {"Bia": "agent/1", "Ana": "supervisor/1"}
    assert {each.name: each.role for each in agents.here(books)} == dict(AGENTS.values())
    assert not hire(books, NOW)


def test_nobody_links_a_chat_by_the_code_of_an_invented_agent(books: Connection) -> None:
    hire(books, NOW)
    assert all(agents.link(books, agents.hashed(name), 1, NOW) is None for name, _ in AGENTS.values())
