"""What somebody knows of a caller, read from what an agent types (R3, R4, R9)."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Rejected
from core.search import MAX_CONDITIONS, MAX_TYPED, Query, conditions, parse_query, proposed


@pytest.mark.parametrize(
    "text", ["", " ", "...", "-- ; ,", "\u200b\u2060\ufeff", "👍", "nome:", "cpf: ; celular:", "•••", "@", "\t\n", "nome: -"]
)
def test_nothing_is_not_searched(text: str) -> None:
    """R4: blanks, punctuation and zero-width characters count as nothing."""
    with pytest.raises(Rejected) as refused:
        parse_query(text)
    assert refused.value.code == "search_empty"


def test_a_form_that_is_left_empty_is_not_searched() -> None:
    for query in (Query(), Query(first_name=" ", cpf="..-", email="@", words=("-",))):
        with pytest.raises(Rejected) as refused:
            conditions(query)
        assert refused.value.code == "search_empty"


def test_a_flood_is_refused() -> None:
    with pytest.raises(Rejected) as refused:
        parse_query("ana " * MAX_TYPED)
    assert (refused.value.code, refused.value.details) == ("search_long", {"limit": MAX_TYPED})


@pytest.mark.parametrize(
    "text, query",
    [
        ("souza 98765", Query(words=("souza",), numbers=("98765",))),
        ("Ana d'Ávila", Query(words=("Ana", "d'Ávila"))),
        ("nome: ana; cpf 982247", Query(first_name="ana", cpf="982247")),
        ("nome ana sobrenome da silva", Query(first_name="ana", last_name="da silva")),
        ("Sobrenome: Lima, Empresa: Padaria Sol", Query(last_name="Lima", company_name="Padaria Sol")),
        ("razão social: Sol Ltda\nCNPJ 11.222.333", Query(company_name="Sol Ltda", cnpj="11.222.333")),
        ("cpf 529.982.247-25 marina souza", Query(cpf="529.982.247-25", words=("marina", "souza"))),
        ("cpf 529 982 247 25", Query(cpf="529 982 247 25")),
        ("•••.982.247-•• souza", Query(words=("souza",), numbers=("982.247",))),
        ("cpf •••.982.247-••", Query(cpf="982.247")),
        ("cnpj ••.222.333/0001-••", Query(cnpj="222.333/0001")),
        ("CNPJ AB.12C.34D", Query(cnpj="AB.12C.34D")),
        ("Final 1234", Query(numbers=("1234",))),
        ("cel …98765-1234", Query(mobile="98765-1234")),
        ("tel (11) 98765-4321 joão", Query(mobile="(11) 98765-4321", words=("joão",))),
        ("11 98765 4321", Query(numbers=("11 98765 4321",))),
        ("+55 11 98765-4321", Query(numbers=("+55 11 98765-4321",))),
        ("final 1234", Query(numbers=("1234",))),
        ("marina@ souza", Query(email="marina@", words=("souza",))),
        ("e-mail: exemplo.com souza", Query(email="exemplo.com", words=("souza",))),
        ("12.ABC.345/01DE-35", Query(numbers=("12.ABC.345/01DE-35",))),
        ("cnpj 12.abc.345", Query(cnpj="12.abc.345")),
        ("academia 24h", Query(words=("academia", "24h"))),
        ("casa do celular", Query(words=("casa", "do", "celular"))),
        ("nome completo: Ana Lima; celular 98765", Query(words=("Ana", "Lima"), mobile="98765")),
        ("ＡＮＡ　９８７６５", Query(words=("ANA",), numbers=("98765",))),
    ],
)
def test_what_is_typed_is_told_apart(text: str, query: Query) -> None:
    assert parse_query(text) == query


def test_what_is_told_last_of_a_field_counts() -> None:
    assert parse_query("cpf 529; cpf 982") == Query(cpf="982")


def test_more_conditions_than_narrow_are_left_out() -> None:
    assert len(conditions(parse_query(" ".join(f"palavra{chr(97 + number)}" for number in range(20))))) == MAX_CONDITIONS


@pytest.mark.parametrize(
    "field, value, kinds",
    [
        ("first_name", "Ana", {"f"}),
        ("last_name", "Lima", {"l"}),
        ("company_name", "Sol", {"c"}),
        ("cpf", "529", {"D"}),
        ("mobile", "987", {"M"}),
        ("cnpj", "112", {"J"}),
        ("email", "ana", {"E"}),
    ],
)
def test_each_field_constrains_its_own_kind(field: str, value: str, kinds: set[str]) -> None:
    fields: dict[str, Any] = {field: value}
    assert {letter for each in conditions(Query(**fields)) for letter in each.kinds or [begun[0] for begun in each.beginnings]} == kinds


def test_particles_narrow_nothing_unless_they_are_all() -> None:
    assert [each.word for each in conditions(parse_query("maria da silva"))] == ["maria", "silva"]
    assert [each.word for each in conditions(parse_query("da"))] == ["da"]


@pytest.mark.parametrize(
    "text, fields",
    [
        ("souza 98765", {}),
        ("cpf 982247", {}),
        ("nome: ana", {}),
        ("marina", {}),
        ("marina de", {}),
        ("padaria sol", {}),
        ("empresa: padaria sol", {}),
        ("marina@", {}),
        ("cpf 529.982.247-24", {}),
        ("cel 98765-4321", {}),
        ("cpf 52998224725", {"cpf": "529.982.247-25"}),
        ("529.982.247-25", {"cpf": "529.982.247-25"}),
        ("11987654321", {"mobile": "(11) 98765-4321"}),
        ("11222333000181", {"cnpj": "11.222.333/0001-81"}),
        ("marina@exemplo.com.br", {"email": "marina@exemplo.com.br"}),
        ("Marina Souza Lima", {"first_name": "Marina", "last_name": "Souza Lima"}),
        ("nome: Zuleide; sobrenome: Reis", {"first_name": "Zuleide", "last_name": "Reis"}),
        ("empresa: Padaria Sol Ltda", {"company_name": "Padaria Sol Ltda"}),
    ],
)
def test_only_what_is_whole_is_proposed(text: str, fields: dict[str, str]) -> None:
    """R9: a part of a name, document or phone is never taken as the whole."""
    assert proposed(parse_query(text)) == fields


@given(st.text(max_size=60) | st.text("nomecpfj emailcel:;,@.-/()+•0123456789\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(Rejected):
        query = parse_query(text)
        assert conditions(query)
        assert all(proposed(query).values())
