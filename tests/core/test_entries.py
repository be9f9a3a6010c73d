"""What a row of a spreadsheet must give."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.entries import (
    MAX_CODE,
    CompanyEntry,
    ContractEntry,
    Entry,
    HomeEntry,
    IndividualEntry,
    SpeakerEntry,
    parse_city,
    parse_code,
    parse_codes,
    parse_day,
    parse_kind,
)
from core.errors import Rejected, rejections_by_field
from core.homes import Address

PERSON: dict[str, Any] = {"code": "C1", "last_name": "Lima", "email": "ana@exemplo.com.br"}
SPEAKER: dict[str, Any] = {"code": "C2", "last_name": "Lima", "company": "E1"}


def refused(model: type[Entry], **given: Any) -> list[tuple[str, str]]:
    """Field and code of each refusal."""
    with pytest.raises(ValidationError) as raised:
        model.model_validate(given)
    return [(field, refusal.code) for field, refusal in rejections_by_field(raised.value)]


def test_a_person_needs_surname_and_email() -> None:
    assert refused(IndividualEntry, code="C1") == [("last_name", "missing"), ("email", "missing")]


def test_what_is_to_be_emptied_counts_as_not_given() -> None:
    assert refused(IndividualEntry, **PERSON | {"email": None}) == [("email", "missing")]
    assert refused(SpeakerEntry, **SPEAKER | {"email": None, "mobile": None}) == [("email", "company_reachable")]


@pytest.mark.parametrize("way", [{"email": "a@exemplo.com.br"}, {"mobile": "11 98765-4321"}])
def test_who_speaks_for_a_company_needs_one_way_to_be_reached(way: dict[str, str]) -> None:
    assert SpeakerEntry.model_validate(SPEAKER | way).kind == "company"
    assert refused(SpeakerEntry, **SPEAKER) == [("email", "company_reachable")]


def test_only_a_company_has_a_company() -> None:
    assert refused(IndividualEntry, **PERSON, company="E1") == [("company", "company_of_individual")]
    assert ("company", "missing") in refused(SpeakerEntry, code="C2", last_name="Lima", mobile="11 98765-4321")


def test_documents_are_checked() -> None:
    assert refused(IndividualEntry, **PERSON, cpf="529.982.247-24") == [("cpf", "cpf_check_digits")]
    assert refused(CompanyEntry, code="E1", company_name="Sol", cnpj="11.222.333/0001-82") == [("cnpj", "cnpj_check_digits")]


def test_a_contract_has_somebody() -> None:
    assert refused(ContractEntry, code="L1", home="I1", guarantors="C1") == [("tenants", "contract_parties")]
    assert ContractEntry.model_validate({"code": "L1", "home": "I1", "landlords": "C1"}).landlords == ("C1",)


@pytest.mark.parametrize(
    "given, place",
    [
        ({"address": "Rua das Acácias, 120 ap 32"}, Address("Rua das Acácias, 120", "ap 32")),
        ({"address": "Rua das Acácias, 120", "unit": "bloco B"}, Address("Rua das Acácias, 120", "bloco B")),
        ({"address": "Rua das Acácias, 120"}, Address("Rua das Acácias, 120", None)),
        ({"address": "casa 3"}, Address("casa 3", None)),  # without its unit nothing would be left
    ],
)
def test_a_home_has_its_unit_from_either_place(given: dict[str, str], place: Address) -> None:
    assert HomeEntry.model_validate({"code": "I1", **given}).place == place


def test_an_address_has_a_number_somewhere() -> None:
    assert refused(HomeEntry, code="I1", address="Rua das Acácias") == [("address", "address_number")]


@pytest.mark.parametrize(
    "text, code", [(" 12 ", "12"), ("A-1/b.2", "A-1/b.2"), ("0012", "0012"), ("ç 1", "ç 1"), ("x" * MAX_CODE, "x" * MAX_CODE)]
)
def test_a_code_stays_as_it_is(text: str, code: str) -> None:
    assert parse_code(text) == code


@pytest.mark.parametrize("text", ["", " ", "a,b", "a;b", "a|b", "a\x00b", "x" * (MAX_CODE + 1), "x" * 2_000])
def test_what_is_no_code(text: str) -> None:
    with pytest.raises(Rejected) as refusal:
        parse_code(text)
    assert refusal.value.code == "code_form"


@pytest.mark.parametrize("text", ["C1, C2", "C1;C2;", "C1 | C2", "C1\nC2\nC1", "C1,,C2"])
def test_several_codes_in_one_cell(text: str) -> None:
    assert parse_codes(text) == ("C1", "C2")


@pytest.mark.parametrize(
    "text, kind", [("PF", "individual"), ("pessoa física", "individual"), ("Jurídica", "company"), (" pj ", "company")]
)
def test_kinds(text: str, kind: str) -> None:
    assert parse_kind(text) == kind


@pytest.mark.parametrize(
    "text", ["31/12/2025", "31-12-2025", "31.12.2025", "2025-12-31", "31/12/2025 00:00", "2025-12-31T00:00:00", "2025-12-31 00:00:00.000"]
)
def test_days(text: str) -> None:
    assert parse_day(text) == date(2025, 12, 31)


@pytest.mark.parametrize(
    "text", ["", "31/02/2025", "12/31/2025", "31/12/25", "2025-12-31 10:00", "45657", "amanhã", "００/1/2025", "1/1/0000"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(Rejected) as refusal:
        parse_day(text)
    assert refusal.value.code == "day_form"


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for parse in (parse_code, parse_codes, parse_kind, parse_day, parse_city):
        try:
            parse(text)
        except Rejected as refusal:
            assert refusal.code in {"code_form", "kind_form", "day_form", "city_form"}  # noqa: PT017 (what is not refused is as good)
