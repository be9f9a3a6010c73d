"""What people and companies must give (R10–R22), and how a model refuses."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.contacts import MAX_RELATION, Company, Form, Individual, Reporter, parse_relation, reachable
from core.errors import Rejected, rejections

PERSON = {"last_name": "da Silva", "email": "maria@gmail.com"}
FIRM = {"company_name": "Padaria Pão & Cia", "cnpj": "11.222.333/0001-81", "last_name": "Souza", "email": "contato@padaria.com.br"}


def refused(model: type[Form], fields: dict[str, object]) -> list[tuple[str, str | None]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    return [(each.code, each.step) for each in rejections(caught.value)]


def test_r11_r13_r15_a_person_needs_no_first_name_cpf_or_mobile() -> None:
    person = Individual.model_validate(PERSON)
    assert (person.first_name, person.cpf, person.mobile) == (None, None, None)


def test_a_person_is_kept_in_normal_form() -> None:
    person = Individual.model_validate(
        {"first_name": " Maria ", "last_name": "D’Ávila", "email": "Maria@GMAIL.com", "cpf": "529.982.247-25", "mobile": "(11) 98765-4321"}
    )
    assert person.model_dump() == {
        "first_name": "Maria",
        "last_name": "D'Ávila",
        "email": "Maria@gmail.com",
        "cpf": "52998224725",
        "mobile": "+5511987654321",
    }


@pytest.mark.parametrize("field", ["last_name", "email"])
@pytest.mark.parametrize("nothing", [None, "absent"])
def test_r12_r14_last_name_and_email_are_required(field: str, nothing: str | None) -> None:
    fields: dict[str, object] = {**PERSON, field: None}
    if nothing == "absent":
        del fields[field]
    assert refused(Individual, fields) == [("missing", None)]


@pytest.mark.parametrize(
    "field,value,code",
    [
        ("cpf", "529.982.247-24", "cpf_check_digits"),
        ("mobile", "11 3265-4321", "mobile_landline"),
        ("email", "maria", "email_form"),
        ("first_name", "M4ria", "name_digits"),
        ("last_name", "", "name_empty"),
    ],
)
def test_r13_r15_what_is_given_is_valid(field: str, value: str, code: str) -> None:
    assert refused(Individual, {**PERSON, field: value}) == [(code, None)]


def test_several_refusals_come_in_the_order_of_the_fields() -> None:
    assert refused(Individual, {"cpf": "1", "last_name": "1"}) == [("name_digits", None), ("missing", None), ("cpf_length", None)]


@pytest.mark.parametrize("field", ["company_name", "cnpj", "last_name"])
def test_r16_r17_r19_what_a_company_must_give(field: str) -> None:
    assert refused(Company, {key: value for key, value in FIRM.items() if key != field}) == [("missing", None)]


def test_r18_r20_what_a_company_may_leave_out() -> None:
    company = Company.model_validate(FIRM)
    assert (company.cnpj, company.first_name, company.cpf, company.mobile) == ("11222333000181", None, None, None)


def test_r21_r22_a_company_gives_an_email_or_a_mobile() -> None:
    without = {key: value for key, value in FIRM.items() if key != "email"}
    assert Company.model_validate({**without, "mobile": "11 98765-4321"}).email is None
    with pytest.raises(ValidationError) as caught:
        Company.model_validate(without)
    (both,) = rejections(caught.value)
    assert (both.code, both.step, both.details) == ("company_reachable", "company.email", {"also": ("company.mobile",)})


def test_the_rule_is_tried_on_what_was_given_so_far() -> None:
    reachable({"mobile": "+5511987654321"})
    with pytest.raises(Rejected):
        reachable({"company_name": "Padaria", "email": None})


# ── third parties ────────────────────────────────────────────────────────────


def test_a_reporter_says_a_name_and_a_relation() -> None:
    reporter = Reporter.model_validate({"first_name": "Severino", "relation": " vizinho  do 32 "})
    assert (reporter.last_name, reporter.relation) == (None, "vizinho do 32")
    assert refused(Reporter, {"first_name": "Severino"}) == [("missing", None)]


@pytest.mark.parametrize("text", ["", "32", "😀", "a\x00", "\ud800a", "a" * (MAX_RELATION + 1), "a" * 1_000_000])
def test_refused_relation(text: str) -> None:
    with pytest.raises(Rejected) as caught:
        parse_relation(text)
    assert (caught.value.code, caught.value.details) == ("relation_form", {"limit": MAX_RELATION})


@given(st.text())
def test_any_text_is_a_relation_or_refused(text: str) -> None:
    try:
        relation = parse_relation(text)
    except Rejected:
        return
    assert parse_relation(relation) == relation


@given(
    st.dictionaries(
        st.sampled_from([*Company.model_fields]), st.one_of(st.none(), st.integers(), st.binary(), st.text(), st.lists(st.text()))
    )
)
def test_junk_in_a_model_is_refused_by_codes(fields: dict[str, object]) -> None:
    for model in (Individual, Company, Reporter):
        with contextlib.suppress(Rejected):
            validated(model, fields)


def validated(model: type[Form], fields: dict[str, object]) -> Form:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise rejections(error)[0] from None
