"""Names of people and companies, and text folded for comparing.

Codes of people's names: `name_empty` (no letter) · `name_length(limit)` · `name_digits` · `name_link` · `name_script` (letters that
are not Latin) · `name_characters`. Of companies: the same after `company_`, less `digits`.
"""

import re
from functools import lru_cache
from itertools import chain
from typing import Annotated, NamedTuple
from unicodedata import category, normalize

from pydantic import BeforeValidator

from core.characters import WIDE, has_control, one_line, visible
from core.errors import Rejected
from core.name_labels import COMPANY_LABELS, NAME_LABELS, SURNAME_LABEL, Labels

MAX_LENGTH = 120  # characters of a name, in NFC
_MAX_TYPED = 1_000  # characters before cleaning
_LATIN = "A-Za-zÀ-ÖØ-öø-ƿǄ-ɏḀ-ỿ"  # Unicode's Latin blocks less signs (× ÷) and clicks
_LETTER = rf"[{_LATIN}][\u0300-\u036f]{{0,2}}"  # accents that have no letter of their own in NFC: the g̃ of Guarani
_PERSON = re.compile(rf"(?:{_LETTER}|[ '.-])+")
_COMPANY = re.compile(rf"(?:{_LETTER}|[ '.0-9&+/(),ºª-])+")
_ANY_LATIN = re.compile(f"[{_LATIN}]")
_DIGIT = re.compile("[0-9]")
_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)
_SITE = re.compile(r"\w\.(?:com|net|org|[a-z]{2,4}\.br)\b", re.IGNORECASE)  # companies may be called like that ("Americanas.com S.A.")
_APOSTROPHES = str.maketrans("’`´", "'''")


class SplitName(NamedTuple):
    """The first word, and the others as typed; None when there was one word only."""

    first_name: str
    last_name: str | None


def parse_person_name(text: str) -> str:
    """A name as typed, in NFC, spaces collapsed. Raises `Rejected("name_…")`, see the module."""
    name = _cleaned(text, "name", _PERSON)
    if _LINK.search(name) or _SITE.search(name):
        raise Rejected("name_link")
    return name


def parse_company_name(text: str) -> str:
    """A company's name as typed, in NFC, spaces collapsed. Raises `Rejected("company_…")`, see the module."""
    name = _cleaned(text, "company", _COMPANY)
    if _LINK.search(name):
        raise Rejected("company_link")
    return name


def name_in(text: str) -> str:
    """An answer to "qual é o seu nome?" less what people put around it: "meu nome é Rui Costa e sou inquilino"."""
    name = _less_labels(text, NAME_LABELS)
    while between := SURNAME_LABEL.search(fold(name)):
        name = _less_labels(f"{name[: between.start()]} {name[between.end() :]}", NAME_LABELS)
    return name


def company_in(text: str) -> str:
    """The same for "qual é o nome da empresa?": "a empresa se chama Sol Ltda"."""
    return _less_labels(text, COMPANY_LABELS)


def _less_labels(text: str, labels: Labels) -> str:
    """What is far too long, or nothing but labels, comes back as it is."""
    if len(text) > _MAX_TYPED or has_control(text):
        return text
    name = one_line(visible(text, _MAX_TYPED, "name_length", limit=MAX_LENGTH))
    while (start_end := labels.around(fold(name))) != (0, len(name)):
        start, end = start_end
        name = name[start:end]
    return name or text


def split_name(text: str) -> SplitName:
    """Nome and sobrenome from one answer; each part is a name. Raises `Rejected("name_…")`, see the module."""
    typed = visible(text, _MAX_TYPED, "name_length", limit=MAX_LENGTH)
    first, _, last = parse_person_name(name_in(typed)).partition(" ")
    if not all(_ANY_LATIN.search(part) for part in (first, last) if part):
        raise Rejected("name_empty")
    return SplitName(first, last or None)


def name_key(name: str) -> str:
    """What a name is searched and compared by: folded, apostrophes removed."""
    return fold(one_line(name).translate(_APOSTROPHES)).replace("'", "")


def fold(text: str) -> str:
    """Small letters without accents, plain spaces. One character stays one character, so that spans hold in the text itself.

    Latin, Greek and Cyrillic; other letters, and accents that stand as characters of their own, stay.
    """
    return text.lower() if text.isascii() else _fold(text)


@lru_cache(maxsize=64)  # one message is looked at by many
def _fold(text: str) -> str:
    return text.translate(_FOLDED)


def _cleaned(text: str, kind: str, allowed: re.Pattern[str]) -> str:
    typed = visible(text, _MAX_TYPED, f"{kind}_length", limit=MAX_LENGTH)
    if has_control(typed):
        raise Rejected(f"{kind}_characters")
    name = one_line(typed).translate(_APOSTROPHES)
    if len(name) > MAX_LENGTH:
        raise Rejected(f"{kind}_length", limit=MAX_LENGTH)
    if name and not allowed.fullmatch(name):
        raise _refusal(name, kind)
    if not _ANY_LATIN.search(name):
        raise Rejected(f"{kind}_empty")
    return name


def _refusal(name: str, kind: str) -> Rejected:
    """Why a name holds characters that it may not."""
    if _LINK.search(name):
        return Rejected(f"{kind}_link")
    if kind == "name" and _DIGIT.search(name):
        return Rejected("name_digits")
    if any(character.isalpha() and not _ANY_LATIN.match(character) for character in name):
        return Rejected(f"{kind}_script")
    return Rejected(f"{kind}_characters")


def _folded(code: int) -> str:
    character = chr(WIDE.get(code, code))
    return " " if category(character) == "Zs" else normalize("NFD", character.lower())[0]


_FOLDED = {
    code: _folded(code) for code in chain(range(0x0041, 0x0530), range(0x1E00, 0x2070), (0x3000,), WIDE) if _folded(code) != chr(code)
}

PersonName = Annotated[str, BeforeValidator(parse_person_name)]
CompanyName = Annotated[str, BeforeValidator(parse_company_name)]
