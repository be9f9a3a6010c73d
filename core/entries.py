"""What a row of a spreadsheet gives of a company, a contact, a home or a contract. Each row must hold by itself.

A field that is not given is not said: what the books know of it stays. One that is given as None is to be emptied.
Codes: `code_form(limit)` · `kind_form` · `day_form` · `city_form(limit)` · `company_of_individual` · `contract_parties`.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from core.characters import has_control, one_line, visible
from core.contacts import Form, Individual, reachable
from core.contracts import Role
from core.documents import Cnpj, Cpf
from core.emails import Email
from core.errors import Rejected
from core.homes import Address, numbered, parse_address, parse_street, parse_unit
from core.names import CompanyName, PersonName, fold
from core.phones import Mobile

MAX_CODE = 64  # characters: room for a UUID with a prefix
MAX_CITY = 120  # characters; as a name
_MAX_TYPED = 1_000  # characters before cleaning
_BETWEEN = re.compile(r"[,;|\n]")  # the codes of one cell
_KINDS = {
    "individual": frozenset(("pf", "f", "fisica", "pessoa fisica")),
    "company": frozenset(("pj", "j", "juridica", "pessoa juridica")),
}
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?(?:\.0+)?$")  # a date that went through a database
_DAY = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def parse_code(text: str) -> str:
    """What another program calls something, as it stands there. Raises `Rejected("code_form", limit=…)`."""
    code = one_line(visible(text, _MAX_TYPED, "code_form", limit=MAX_CODE))
    if not code or len(code) > MAX_CODE or has_control(text) or _BETWEEN.search(code):
        raise Rejected("code_form", limit=MAX_CODE)
    return code


def parse_codes(text: str) -> tuple[str, ...]:
    """One or several, between commas, semicolons, bars or line breaks; each once."""
    typed = visible(text, _MAX_TYPED, "code_form", limit=MAX_CODE)
    return tuple(dict.fromkeys(parse_code(each) for each in _BETWEEN.split(typed) if each.strip()))


def parse_kind(text: str) -> str:
    """`individual` or `company`, from "PF", "Pessoa Jurídica" and the like. Raises `Rejected("kind_form")`."""
    word = fold(one_line(visible(text, _MAX_TYPED, "kind_form")))
    for kind, words in _KINDS.items():
        if word in words:
            return kind
    raise Rejected("kind_form")


def parse_day(text: str) -> date:
    """A date as Brazil writes it, or as ISO 8601 does. Raises `Rejected("day_form")`."""
    typed = _MIDNIGHT.sub("", one_line(visible(text, _MAX_TYPED, "day_form")))
    found = _DAY.fullmatch(typed) or _ISO.fullmatch(typed)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else _no_day()
    except ValueError as error:
        raise Rejected("day_form") from error


def _no_day() -> date:
    raise Rejected("day_form")


def parse_city(text: str) -> str:
    """Raises `Rejected("city_form", limit=…)`."""
    city = one_line(visible(text, _MAX_TYPED, "city_form", limit=MAX_CITY))
    if len(city) > MAX_CITY or has_control(text) or not any(map(str.isalpha, city)):
        raise Rejected("city_form", limit=MAX_CITY)
    return city


def _no_company(text: str | None) -> None:
    """A person is never made a company (R24), nor half of one."""
    if text is not None:
        raise Rejected("company_of_individual")


Code = Annotated[str, BeforeValidator(parse_code)]
Codes = Annotated[tuple[str, ...], BeforeValidator(parse_codes)]


class Entry(Form):
    """What its own program calls the thing: by that a second run finds it again."""

    code: Code


class CompanyEntry(Entry):
    company_name: CompanyName
    cnpj: Cnpj


class IndividualEntry(Entry, Individual):
    """A person (R11–R15)."""

    kind: Literal["individual"] = "individual"
    company: Annotated[None, BeforeValidator(_no_company)] = None


class SpeakerEntry(Entry):
    """A person who speaks for a company, which is named by its code (R16–R22)."""

    kind: Literal["company"] = "company"
    company: Code
    first_name: PersonName | None = None
    last_name: PersonName
    email: Email | None = None
    cpf: Cpf | None = None
    mobile: Mobile | None = None

    rules: ClassVar = (reachable,)


class HomeEntry(Entry):
    address: Annotated[str, BeforeValidator(parse_street)]
    unit: Annotated[str, BeforeValidator(parse_unit)] | None = None
    city: Annotated[str, BeforeValidator(parse_city)] | None = None

    rules: ClassVar = (numbered,)

    @property
    def place(self) -> Address:
        """Address and unit are one fact: a unit that is not given is the one that stands in the address, or none."""
        if self.unit is not None:
            return Address(self.address, self.unit)
        try:
            return parse_address(self.address)
        except Rejected:  # it holds as it was typed
            return Address(self.address, None)


def peopled(given: Mapping[str, Any]) -> None:
    """Without tenant and landlord a contract makes nobody known."""
    if not (given.get("tenants") or given.get("landlords")):
        raise Rejected("contract_parties", "contract.tenants")


class ContractEntry(Entry):
    """Of one home. `ended_on` is the day on which it ended, never a day to come."""

    home: Code
    tenants: Codes | None = None
    landlords: Codes | None = None
    guarantors: Codes | None = None
    ended_on: Annotated[date, BeforeValidator(parse_day)] | None = None
    account_manager: Code | None = None
    maintenance_owner: Code | None = None

    rules: ClassVar = (peopled,)


PARTIES = {"tenants": Role.TENANT, "landlords": Role.LANDLORD, "guarantors": Role.GUARANTOR}  # field of a contract's entry → role
