"""Which of somebody's homes a text names: by its unit ("ap 32"), its street ("o da Augusta"), or what it is ("o apartamento")."""

import re
from collections.abc import Sequence

from core.address_words import PARTICLES, SHORT_STREETS, STREETS, TITLES
from core.homes import Home, lone_unit
from core.names import fold

_NOUN = r"ap|apt|apto|ape|apartamento|casa|sala|loja|imovel|predio|kitnet|sobrado|aquel[ea]|ess[ea]|est[ea]|[oa]"
_KIND = rf"(?:{'|'.join(sorted(STREETS | SHORT_STREETS, key=len, reverse=True))})\.?"
_STREET_LED = (
    rf"(?:(?:\b(?:{_NOUN})\b,? (?:que (?:e|eh|fica) )?(?:d[aeo]s?|n[ao]s?)|\bn[ao]s?|^(?:e |eh )?d[aeo]s?) (?:{_KIND} )?|\b{_KIND} )"
)
_UNIT = re.compile(
    r"\b(?:ap|apt|apto|ape|apartamento|casa|cs|sala|sl|loja|lj|conjunto|conj|cj|bloco|bl|torre|cobertura|cob)\b\.?"
    r"(?: n(?:umero)?[º°.]?)? ?-?\d{1,5}(?:[/-]?[a-z](?![a-z]))?|\b(?:bloco|bl|torre)\.? [a-z]\b"
)
_NUMBER = re.compile(r"(?:(?:e|eh|o|a|no|na|do|da|aquele|aquela|esse|essa) )*(?P<number>\d{2,5}[a-z]?)[ .!]*")
_FLAT = re.compile(r"\b(?:ap|apt|apto|ape|apartamento)\b(?!\.? ?\d)")  # no house is called so; "casa" and "sala" are words of any home
_KINDS = STREETS | SHORT_STREETS | TITLES
_NUMBERED = re.compile(r"[\d,]")
_HOUSE = re.compile(r"\b\d+\b")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters of a word that tells one street from another
_DENIED = re.compile(r"(?:\bn(?:ao)?(?: e| eh)?|\bnem|\bmenos|\bsem ser|\bvizinh[oa]s?|\bfrente)(?: [a-z]{1,2})?[ ,]*$")  # right before it
_BEFORE = 20  # characters in which that stands


def homes_named(text: str, homes: Sequence[Home]) -> list[Home]:
    """The homes that fit all that a text says of one; none where it says nothing of any."""
    said = f"{fold(text)} ".replace("\n", " ")
    left, found = list(homes), False
    for fits in (_by_street, _by_unit, _by_number, _by_kind):
        fitting = fits(said, left)
        if fitting is not None:
            left, found = fitting, True
    return left if found else []


def _by_street(said: str, homes: Sequence[Home]) -> list[Home] | None:
    """Those of whose street the most words are named; of several the one whose number is. Not one that all of them are in."""
    named = [_words_named(said, home) for home in homes]
    most = max(named, default=0)
    fitting = [home for home, words in zip(homes, named, strict=True) if words == most]
    if not most:
        return None
    numbered = [home for home in fitting if (number := _HOUSE.search(home.address)) and re.search(rf"\b{number[0]}\b", said)]
    return numbered or (fitting if len(fitting) < len(homes) else None)


def _words_named(said: str, home: Home) -> int:
    """How many words of its street stand where one is named: "o da Augusta", "na Augusta", "rua Augusta", or nothing but it."""
    row = [word for word in _WORD.findall(_NUMBERED.split(fold(home.address), maxsplit=1)[0]) if word not in _KINDS]
    own = [word for word in row if len(word) >= _SHORTEST and word not in PARTICLES] or row
    if said.strip(" .!") in own:
        return 1
    return sum(_names_street(said, word, row) for word in own)


def _names_street(said: str, word: str, row: Sequence[str]) -> bool:
    """Only words of its street may stand before it: "a dona Augusta" is a person."""
    between = "|".join(map(re.escape, dict.fromkeys((*row, *PARTICLES))))
    named = re.search(rf"{_STREET_LED}(?:(?:{between})\.? )*?{re.escape(word)}\b", said)
    return named is not None and not _is_denied(said, named.start())


def _by_unit(said: str, homes: Sequence[Home]) -> list[Home] | None:
    """Those whose unit is named; none where it is that of no home."""
    named = next((each for each in _UNIT.finditer(said) if not _is_denied(said, each.start())), None)
    unit = lone_unit(named[0]) if named else None
    return [home for home in homes if home.unit and unit in _units(home)] if unit else None


def _units(home: Home) -> frozenset[str]:
    """Its unit, and the parts of it: "bloco b", "ap 12"."""
    whole = fold(home.unit or "")
    return frozenset((whole, *(f"{kind} {name}" for kind, name in re.findall(r"([a-z]+) (\S+)", whole))))


def _by_number(said: str, homes: Sequence[Home]) -> list[Home] | None:
    """A number and nothing else: that of the unit, or of the house."""
    alone = _NUMBER.fullmatch(said)
    if alone is None:
        return None
    return [home for home in homes if re.search(rf"(?<![\w]){alone['number']}(?![\w])", fold(str(home)))]


def _by_kind(said: str, homes: Sequence[Home]) -> list[Home] | None:
    named = _FLAT.search(said)
    if named is None or _is_denied(said, named.start()) or any(home.unit is None for home in homes):
        return None
    return [home for home in homes if "ap" in fold(home.unit or "").split()] or None


def _is_denied(said: str, at: int) -> bool:
    return _DENIED.search(said[max(0, at - _BEFORE) : at]) is not None
