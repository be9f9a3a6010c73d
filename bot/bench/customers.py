"""Invented customers for the search, as many as asked for: few names that many bear, numbers at random, and contracts."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import accumulate, product
from typing import NamedTuple

from sqlalchemy import Connection, insert, text

from core.given_names import GIVEN, SURNAMES
from core.phones import AREA_CODES, phone_match_key
from storage.batches import Batch
from storage.tables import company, contact

WORDS = 39_000  # different words of all names: as many as among a million Brazilians, of whom few bear most of them
BATCH = 10_000  # customers written together
SPEAKS_EACH = 7  # every so many speaks for a company, two or three for the same
PEOPLE_OF_A_COMPANY = 2.5

_SYLLABLES = [consonant + vowel for consonant, vowel in product("b c d f g j l m n p r s t v br cl fr gr pr tr".split(), "aeiou")]
_ENDINGS = "no na ldo lva lho nha ndo res rez sso zzi tti mann ski ker ston".split()
_BUSINESSES = "Padaria Mercado Farmácia Oficina Escola Clínica Pousada Gráfica Ótica Academia".split()
_DOMAINS = ("gmail.com", "hotmail.com", "outlook.com", "yahoo.com.br", "uol.com.br", "exemplo.com.br")
_NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)

_COMPANIES = Batch(insert(company), ("name", "cnpj"))
_CONTACTS = Batch(insert(contact), "kind company_id first_name last_name email email_key cpf mobile mobile_key created_at".split())
_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT CAST(:first AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :last)"
TOGETHER = 250_000  # contracts of one transaction, which no limit of the database ends
_CONTRACTS = (  # two for a home, one after the other; the same words on both engines
    f"INSERT INTO home (address) {_NUMBERS} SELECT 'Rua ' || (i / 50) || ', ' || i FROM n WHERE i <= :homes",  # noqa: S608
    f"INSERT INTO contract (home_id) {_NUMBERS} SELECT i / 2 + 1 FROM n",  # noqa: S608
    f"INSERT INTO contract_party (contract_id, contact_id, role) {_NUMBERS} SELECT i, 1 + i % :people, 'tenant' FROM n",  # noqa: S608
)


class Customer(NamedTuple):
    id: int  # which an empty database gives
    first_name: str
    last_name: str
    email: str
    cpf: str
    mobile: str  # E.164


class Names:
    """Words of which few are borne by many, as Zipf found."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        invented = sorted({f"{one}{two}{end}" for one, two in product(_SYLLABLES, repeat=2) for end in _ENDINGS} - GIVEN - SURNAMES)
        rare = chance.sample(invented, WORDS - len(GIVEN | SURNAMES))
        self._given, self._surnames = [*sorted(GIVEN), *rare[::4]], [*sorted(SURNAMES), *rare]
        for words in (self._given, self._surnames):
            words[: len(words) // 8] = chance.sample(words[: len(words) // 8], len(words) // 8)
        self._longest = [*accumulate(1 / (rank + 20) for rank in range(len(self._surnames)))]

    def given(self, count: int) -> list[str]:
        return self._chance.choices(self._given, cum_weights=self._longest[: len(self._given)], k=count)

    def surnames(self, count: int) -> list[str]:
        return self._chance.choices(self._surnames, cum_weights=self._longest, k=count)


def customers(count: int, chance: random.Random) -> Iterator[list[Customer]]:
    """In batches."""
    names, areas = Names(chance), sorted(AREA_CODES)
    for first in range(1, count + 1, BATCH):
        numbers = range(first, min(first + BATCH, count + 1))
        words = zip(numbers, names.given(len(numbers)), names.surnames(len(numbers)), names.surnames(len(numbers)), strict=True)
        yield [
            Customer(
                number,
                given.title(),
                f"{one.title()} {two.title()}",
                f"{given}.{two}{number}@{_DOMAINS[number % len(_DOMAINS)]}",
                f"{chance.randrange(10**11):011d}",
                f"+55{areas[number % len(areas)]}9{chance.randrange(10**8):08d}",
            )
            for number, given, one, two in words
        ]


def companies_of(count: int) -> int:
    """How many companies so many customers have."""
    return max(1, round(count / SPEAKS_EACH / PEOPLE_OF_A_COMPANY))


def write_companies(connection: Connection, count: int, chance: random.Random) -> None:
    words = Names(chance).surnames(count)
    _COMPANIES(connection, [(f"{chance.choice(_BUSINESSES)} {word.title()} Ltda", f"{at:08d}000100") for at, word in enumerate(words)])


def write_customers(connection: Connection, some: Sequence[Customer], companies: int) -> None:
    _CONTACTS(connection, [_row(each, companies) for each in some])


def _row(each: Customer, companies: int) -> Sequence[object]:
    speaks = each.id % SPEAKS_EACH == 0
    kind, company_id = ("company", 1 + each.id // SPEAKS_EACH % companies) if speaks else ("individual", None)
    names = (each.first_name, each.last_name, each.email, each.email, each.cpf, each.mobile, phone_match_key(each.mobile))
    return kind, company_id, *names, _NOW


def write_contracts(connection: Connection, first: int, last: int, homes: int, people: int) -> None:
    """Those with numbers from `first` to `last`; `homes` in all."""
    given = {"first": first, "last": last, "homes": homes, "people": people}
    for statement in _CONTRACTS:
        connection.execute(text(statement), {name: value for name, value in given.items() if f":{name}" in statement})
