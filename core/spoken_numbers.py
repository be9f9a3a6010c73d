"""Numbers as they are said: "trezentos e dois", "três zero dois" and "ap45" in digits, as the labels of homes write them."""

import re
from collections.abc import Mapping

from core.short_answers import Words

_SAID: Mapping[str, int] = {
    word: value
    for value, row in {
        0: "zero", 1: "um uma", 2: "dois duas", 3: "tres", 4: "quatro", 5: "cinco", 6: "seis meia", 7: "sete", 8: "oito", 9: "nove",
        10: "dez", 11: "onze", 12: "doze", 13: "treze", 14: "quatorze catorze", 15: "quinze", 16: "dezesseis", 17: "dezessete",
        18: "dezoito", 19: "dezenove", 20: "vinte", 30: "trinta", 40: "quarenta", 50: "cinquenta", 60: "sessenta", 70: "setenta",
        80: "oitenta", 90: "noventa", 100: "cem cento", 200: "duzentos duzentas", 300: "trezentos trezentas", 400: "quatrocentos",
        500: "quinhentos", 600: "seiscentos", 700: "setecentos", 800: "oitocentos", 900: "novecentos", 1000: "mil",
    }.items()
    for word in row.split()
}  # fmt: skip
_SMALL = 13  # alone these name places too, "dois": they stay words
_GLUED = re.compile("([a-z]{2,})([0-9]{1,4})")


def in_digits(words: Words) -> Words:
    """ "ap quarenta e cinco" and "ap45" are "ap 45"; a small number alone stays a word."""
    found: list[str] = []
    at = 0
    while at < len(words):
        number, length = _number(words, at)
        if length:
            found.append(number)
        else:
            glued = _GLUED.fullmatch(words[at])
            found += glued.groups() if glued else (words[at],)
        at += length or 1
    return tuple(found)


def _number(words: Words, at: int) -> tuple[str, int]:
    """The number that begins at a place, and how many words it has; 0 words if none does."""
    digits, run = _digit_by_digit(words, at)
    if run:
        return digits, run
    value, length = _value(words, at)
    return (str(value), length) if value >= _SMALL else ("", 0)


def _digit_by_digit(words: Words, at: int) -> tuple[str, int]:
    """ "três zero dois", "doze zero três": with a zero between, and nothing that could be several options."""
    end = at
    while end < len(words) and (words[end] in _SAID or words[end].isdigit()):
        end += 1
    said = [words[place] if words[place].isdigit() else str(_SAID[words[place]]) for place in range(at, end)]
    return ("".join(said), end - at) if len(said) > 1 and "0" in said[1:] else ("", 0)


def _value(words: Words, at: int) -> tuple[int, int]:
    """ "mil duzentos e três": each part smaller than the zeros of the one before."""
    value, room, end = 0, 10_000, at
    while end < len(words):
        here = end + 1 if end > at and words[end] == "e" and end + 1 < len(words) else end
        part = _SAID.get(words[here])
        if not part or part >= room:
            break
        value, room, end = value + part, _room(part), here + 1
    return value, end - at


def _room(part: int) -> int:
    """What may follow a part is smaller: units behind "vinte", tens behind "cem", nothing behind "doze"."""
    return next((zeros for zeros in (1_000, 100, 10) if part >= zeros and part % zeros == 0 and part != 10), 1)
