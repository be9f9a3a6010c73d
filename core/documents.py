"""CPF and CNPJ: read from a field of their own, checked, written for people, masked.

A field takes one number, with its mask in full, in part or not at all. A label or a sentence around it is for `core.reading`.
Codes, each after `cpf_` or `cnpj_`: `length(count)` · `characters` · `several` · `check_digits` · `equal_digits` · and, each with
`suggestion=` (what was probably meant, written with its mask): `lost_zero` · `letters` · `groups`.
"""

import re
from collections.abc import Callable
from operator import mul
from typing import Annotated

from pydantic import BeforeValidator

from core.characters import narrow, visible
from core.errors import Rejected
from core.records import Record

CPF_LENGTH, CNPJ_LENGTH = 11, 14  # characters
_MAX_TYPED = 100  # characters before cleaning: two CNPJs with their masks, with room for invisible marks
_SEPARATOR = r"[ \t\r\n./,_‐‑–-]"  # what people put between groups; the dashes are hyphen, no-break hyphen and en dash
_GAP = _SEPARATOR + "{0,3}"  # "247 - 25" has three
_CHARACTER = "[0-9A-Za-z]"
_SEPARATORS = re.compile(_SEPARATOR)
_FOREIGN = re.compile(rf"(?!{_SEPARATOR})[^0-9A-Za-z]")
_SPREADSHEET = re.compile("[0-9]+[.,]0+")  # "52998224725.0": a number that went through one has lost its zeros
_LOOKALIKES = str.maketrans("OI", "01")


class _Kind(Record):
    """One kind of document. Numbers inside are compact: no mask, capital letters."""

    name: str
    length: int
    mask: re.Pattern[str]  # the whole field, one group each
    short: re.Pattern[str]  # the same less its first character, all digits
    anywhere: re.Pattern[str]
    digits_from: int  # from here on only digits
    weights: tuple[int, ...]  # of the second check digit; the first one uses all but the first
    format: Callable[[str], str]

    def holds(self, number: str) -> bool:
        return self.well_formed(number) and number[-2:] == self._check_digits(number) and number != number[0] * self.length

    def well_formed(self, number: str) -> bool:
        return number[self.digits_from :].isdecimal()

    def _check_digits(self, number: str) -> str:
        values = [code - 48 for code in number[:-2].encode()]  # ASCII - 48: Receita Federal's rule for letters, a digit's own value
        values.append(_check_digit(values, self.weights[1:]))
        return f"{values[-1]}{_check_digit(values, self.weights)}"

    def rejected(self, reason: str, **details: object) -> Rejected:
        return Rejected(f"{self.name}_{reason}", **details)

    def meant(self, reason: str, number: str) -> Rejected:
        return self.rejected(reason, suggestion=self.format(number))


def _check_digit(values: list[int], weights: tuple[int, ...]) -> int:
    rest = sum(map(mul, values, weights)) % 11
    return 0 if rest < 2 else 11 - rest


def parse_cpf(text: str) -> str:
    """Eleven digits. Raises `Rejected("cpf_…")`, see the module."""
    return _parse(_CPF, text)


def parse_cnpj(text: str) -> str:
    """Fourteen characters, letters as capitals: twelve of 0-9 A-Z and two digits. Raises `Rejected("cnpj_…")`, see the module."""
    return _parse(_CNPJ, text)


def format_cpf(cpf: str) -> str:
    """529.982.247-25, from what `parse_cpf` gave."""
    return f"{cpf[:3]}.{cpf[3:6]}.{cpf[6:9]}-{cpf[9:]}"


def format_cnpj(cnpj: str) -> str:
    """11.222.333/0001-81, from what `parse_cnpj` gave."""
    return f"{cnpj[:2]}.{cnpj[2:5]}.{cnpj[5:8]}/{cnpj[8:12]}-{cnpj[12:]}"


def mask_cpf(cpf: str) -> str:
    """•••.982.247-••: what chat, lists and logs show."""
    return f"•••.{cpf[3:6]}.{cpf[6:9]}-••"


def _parse(kind: _Kind, text: str) -> str:
    line = narrow(visible(text, _MAX_TYPED, f"{kind.name}_characters")).strip(" \t\r\n")
    if not (found := kind.mask.fullmatch(line)) or _SPREADSHEET.fullmatch(line):
        raise _misshapen(kind, line)
    number = "".join(found.groups()).upper()
    if not kind.holds(number):
        raise _wrong(kind, number)
    return number


def _wrong(kind: _Kind, number: str) -> Rejected:
    """Why a number of the right shape does not hold."""
    if number == number[0] * kind.length:
        return kind.rejected("equal_digits")
    if (swapped := number.translate(_LOOKALIKES)) != number and kind.holds(swapped):
        return kind.meant("letters", swapped)
    return kind.rejected("check_digits" if kind.well_formed(number) else "characters")


def _misshapen(kind: _Kind, line: str) -> Rejected:
    """Why a text is not one number with its mask."""
    if len(kind.anywhere.findall(line)) > 1:
        return kind.rejected("several")
    if (short := kind.short.fullmatch(line)) and kind.holds(whole := "0" + "".join(short.groups())):
        return kind.meant("lost_zero", whole)
    number = _SEPARATORS.sub("", line).upper()
    last = number[kind.digits_from :]
    if _FOREIGN.search(line) or _SPREADSHEET.fullmatch(line) or (last and not last.isdecimal()):
        return kind.rejected("characters")
    return _misgrouped(kind, line, number)


def _misgrouped(kind: _Kind, line: str, number: str) -> Rejected:
    """Only characters that may stand in a number: too many, too few, or with separators where none belong."""
    if len(number) != kind.length:
        return kind.rejected("length", count=len(number))
    if line[0].isalnum() and line[-1].isalnum() and kind.holds(number):
        return kind.meant("groups", number)
    return kind.rejected("characters")


def _pattern(sizes: tuple[int, ...], character: str = _CHARACTER) -> str:
    return _GAP.join(f"({character}{{{size}}})" for size in sizes)


def _kind(name: str, sizes: tuple[int, ...], digits_from: int, weights: tuple[int, ...], write: Callable[[str], str]) -> _Kind:
    return _Kind(
        name,
        sum(sizes),
        re.compile(_pattern(sizes)),
        re.compile(_pattern((sizes[0] - 1, *sizes[1:]), "[0-9]")),
        re.compile(rf"(?<!{_CHARACTER}){_pattern(sizes)}(?!{_CHARACTER})"),
        digits_from,
        weights,
        write,
    )


# Weights: Receita Federal, mod 11.
_CPF = _kind("cpf", (3, 3, 3, 2), 0, (11, 10, 9, 8, 7, 6, 5, 4, 3, 2), format_cpf)
_CNPJ = _kind("cnpj", (2, 3, 3, 4, 2), 12, (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), format_cnpj)

Cpf = Annotated[str, BeforeValidator(parse_cpf)]
Cnpj = Annotated[str, BeforeValidator(parse_cnpj)]
