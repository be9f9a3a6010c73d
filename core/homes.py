"""Homes as they stand in the books, and what an unproven person says of one.

Codes of an address: `address_number` (no number at all, nor "s/n") · `address_street` (nothing but numbers: "88", "número 45") ·
`address_length(limit)` · `address_characters`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import BeforeValidator

from core.characters import has_control, one_line, visible
from core.contacts import Form
from core.errors import Rejected
from core.names import fold
from core.records import Record
from core.spoken_numbers import in_digits

MAX_LENGTH = 200  # characters of an address with its unit; a Brazilian postal label has far fewer
MAX_UNIT = 60  # characters
_MAX_TYPED = 1_000  # characters before cleaning
STREETS = r"rua|r\.|avenida|av\.?|alameda|al\.|travessa|tv\.?|pra[çc]a|p[çc]a|estrada|rodovia|largo|ladeira|viela|servid[ãa]o"
_KINDS = {  # of units: how it is kept, and how people write it
    "ap": "apartamento|apart|apto|apt|ap",
    "casa": "casa",
    "sala": "sala|sl",
    "conjunto": "conjunto|conj|cj",
    "bloco": "bloco|bl",
    "torre": "torre",
    "loja": "loja|lj",
    "cobertura": "cobertura|cob",
    "andar": "andar",
}
_KIND = "|".join(f"(?P<{kept}>{written})" for kept, written in _KINDS.items())
_JOINED = r"(?:[-/]?[a-z])?"  # "31-B", "12B"
_WORD_AEO = r"[aeo](?!\s*(?:$|[,.;)-]|apt?o?\b|apartamento))"  # "casa a 100 m" names no house A; "bloco A, ap 3" does name a block
_NAME = rf"(?:(?:n[º°o]?\.?|n[úu]mero)\s*)?(?P<name>[0-9]{{1,5}}{_JOINED}|(?<![a-z])(?!{_WORD_AEO})[a-z](?:-?[0-9]{{1,4}})?)"
_FLOOR = r"(?P<floor>[0-9]{1,2}[ºª°])\s?andar"
_BACK = r"(?:casa\s+(?:dos\s+|de\s+)?|nos\s+)?(?P<back>fundos)"
_UNIT = re.compile(
    rf"(?P<before>[\s,;(/–-]*)(?<![^\W_])(?:(?:{_KIND})[.:]?[\s-]*{_NAME}|{_FLOOR}|{_BACK})(?![^\W_])(?P<after>[\s,;)–-]*)",
    re.IGNORECASE,
)
_MARK = re.compile("[,;–-]")
_MARKS = re.compile(r"\s*([,;–-])[\s,;–-]+(?=[,;–-])")
_NUMBER = re.compile(
    r"[0-9]|\b(?:s/n[ºo°]?|sn|sem n[úu]mero)(?![^\W_])", re.IGNORECASE
)  # "s/n" is the usual way to say that a house has none
_WORD = re.compile(
    r"(?<![^\W\d_])(?!(?:n[uú]m(?:ero)?|nro|n[aoº°]|[eé]h?|sem|sn)(?![^\W\d_]))[^\W\d_]{2}", re.IGNORECASE
)  # not "número 45"
_FLAT = re.compile(  # "no 31 da rua das Acácias 120": the street has a number of its own
    rf"(?<![^\W_])(?:n[oa]|do|n[º°o]\.?)\s(?P<flat>[0-9]{{1,5}}{_JOINED})\sd[ao]s?\s(?=(?:{STREETS})(?![^\W_])[^0-9]*[0-9])", re.IGNORECASE
)
_SAID = r"[^\W\d_]+(?:\s+e\s+[^\W\d_]+){0,3}"  # "quarenta e cinco"
_INSIDE = re.compile(  # "rua das Acácias 88, é no 45"; not "rua 7 no 45", whose number is 45
    rf"(?<![^\W_])(?!(?:{STREETS}|quadra|qd|br|km)(?![^\W_]))[^\W\d_]+\.?[\s,]+[0-9]{{1,5}}{_JOINED}"
    rf"(?P<between>[\s,;–-]+(?:(?:é|eh?|fica)\s+)?n[oa]\s+)(?P<flat>[0-9]{{1,5}}{_JOINED}|{_SAID})(?=\s*(?:[,;–-]|$))",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:(?:é|eh?|fica|foi|aqui|lá|la)\s+)*(?:(?P<inside>n[oa])\s+|[oa]\s+)?(?P<rest>.+)", re.IGNORECASE)
_STREET = re.compile(rf"(?<![^\W_])(?:{STREETS})(?![^\W_])", re.IGNORECASE)
_PLACE = re.compile(  # where people live who name no street
    rf"(?<![^\W_])(?:{STREETS}|trav\.?|passagem|quadra|vila|bairro|jardim|parque|conjunto|condom[íi]nio|residencial|edif[íi]cio|pr[ée]dio"
    r"|loteamento|ch[áa]cara|s[íi]tio)(?![^\W_])",
    re.IGNORECASE,
)
_ANYWHERE = "Rua A, 1"
_OF_STREET = re.compile(rf"^d[ao]s? (?=(?:{STREETS})(?![^\W_]))", re.IGNORECASE)  # left of "ap 45 da rua das Acácias 120"


class Address(NamedTuple):
    """As typed, less the unit ("ap 12", "bloco B ap 31", "fundos"), which is None when none was named."""

    address: str
    unit: str | None


class Home(Record):
    """A home of a contact, with the role that the contact has there."""

    id: int
    address: str
    unit: str | None
    role: str  # tenant landlord guarantor
    city: str = ""
    zone: str = ""
    contract_id: int | None = None

    def __str__(self) -> str:
        """The differing part first: "ap 45 · R. das Acácias, 120" (R26)."""
        return f"{self.unit} · {self.address}" if self.unit else self.address


def parse_address(text: str) -> Address:
    """Address and unit: only the unit is split off, every other word stays. Raises `Rejected("address_…")`, see the module."""
    return _parsed(_cleaned(text))


def names_place(text: str) -> bool:
    """A word for a street or an estate stands in it: "rua das flores", "condomínio Bela Vista"."""
    return _PLACE.search(text) is not None


@lru_cache(maxsize=64)  # one message is read twice: on the way in, and as the answer
def _parsed(line: str) -> Address:
    if not _NUMBER.search(line):
        raise Rejected("address_number")
    if (flat := _FLAT.search(line)) and not _STREET.search(line, 0, flat.start()):
        line = f"{line[: flat.start()]}ap {flat['flat']}, {line[flat.end() :]}"
    elif (inside := _INSIDE.search(line)) and (number := _number_said(inside["flat"])):
        line = f"{line[: inside.start('between')]}, ap {number}{line[inside.end() :]}"
    units = [found for found in _UNIT.finditer(line) if _is_unit(found)]
    return Address(_street(_OF_STREET.sub("", _without(line, units))), " ".join(map(_written, units)) or None)


def _number_said(text: str) -> str:
    """As typed, or as it is said: "quarenta e cinco" is 45; "" for other words."""
    if text[0].isdecimal():
        return text
    number, *more = in_digits(tuple(fold(text).split()))
    return number if not more and number.isdecimal() else ""


def lone_unit(text: str) -> str | None:
    """The unit, where a text names nothing else: "é no 45", "apto 45", "no quarenta e cinco". A bare number may be that of the house."""
    alone = _ALONE.fullmatch(_cleaned(text))
    if alone is None:
        return None
    if alone["inside"] and (number := _number_said(alone["rest"])):
        return f"ap {number}"
    beside = _parsed(f"{_ANYWHERE}, {alone['rest']}")
    return beside.unit if beside.address == _ANYWHERE else None


def parse_street(text: str) -> str:
    """An address without its unit. Raises `Rejected("address_street")`, `("address_length", limit=…)` or `("address_characters")`."""
    return _street(_cleaned(text))


def parse_unit(text: str) -> str:
    """A unit as typed. Raises `Rejected("unit_length", limit=…)` or `("unit_characters")`."""
    unit = _cleaned(text, "unit", MAX_UNIT)
    if not any(character.isalnum() for character in unit):
        raise Rejected("unit_characters")
    return unit


def numbered(given: Mapping[str, Any]) -> None:
    """Address or unit has a number. Raises `Rejected("address_number", "contract.address")`."""
    if (address := given.get("address")) and not _NUMBER.search(f"{address} {given.get('unit') or ''}"):
        raise Rejected("address_number", "contract.address")


class HomeClaim(Form):
    """What is said of a home: one of the books, or an address that a person will look up."""

    home: int | None = None
    address: Annotated[str, BeforeValidator(parse_street)]
    unit: Annotated[str, BeforeValidator(parse_unit)] | None = None
    same_problem: str | None = None

    rules: ClassVar = (numbered,)


def _cleaned(text: str, kind: str = "address", limit: int = MAX_LENGTH) -> str:
    typed = visible(text, _MAX_TYPED, f"{kind}_length", limit=limit)
    if has_control(typed):
        raise Rejected(f"{kind}_characters")
    line = one_line(typed)
    if len(line) > limit:
        raise Rejected(f"{kind}_length", limit=limit)
    return line


def _street(line: str) -> str:
    if not _WORD.search(line):
        raise Rejected("address_street")
    return line


def _is_unit(found: re.Match[str]) -> bool:
    """Not a street's name: "88 fundos" is a unit, "Rua dos Fundos, 10" is none."""
    return not found["back"] or _NUMBER.search(found.string, 0, found.start()) is not None


def _written(unit: re.Match[str]) -> str:
    if unit["back"]:
        return "fundos"
    if unit["floor"]:
        return f"{unit['floor']} andar"
    return next(f"{kept} {unit['name']}" for kept in _KINDS if unit[kept])


def _without(line: str, units: list[re.Match[str]]) -> str:
    """The line less the units; what stood around one is joined by the mark that stood there."""
    if not units:
        return line
    parts, last = [], 0
    for unit in units:
        mark = _MARK.search(unit["before"] + unit["after"])
        parts += [line[last : unit.start()], f" {mark[0]} " if mark else " "]
        last = unit.end()
    rest = one_line("".join((*parts, line[last:])))
    return _MARKS.sub("", rest).replace(" ,", ",").replace(" ;", ";").strip(" ,;–-")
