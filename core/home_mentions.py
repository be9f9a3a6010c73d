"""Which of somebody's homes a text names: by its street, its unit, or both."""

import re
from collections.abc import Sequence

from core.homes import Home
from core.names import fold

_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"[^\w]+")


def home_named(text: str, homes: Sequence[Home]) -> Home | None:
    """The one of which most is named: "o chuveiro do ap 32", "vazamento na Rua Um". None where none is, or two are."""
    said = f" {_plain(text)} "
    scores = [_score(said, home) for home in homes]
    best = max(scores, default=0)
    return homes[scores.index(best)] if best > 0 and scores.count(best) == 1 else None


def _score(said: str, home: Home) -> int:
    return _says_street(said, home.address) + (home.unit is not None and f" {_plain(home.unit)} " in said)


def _says_street(said: str, address: str) -> int:
    """1 where the street is named; far less where it is, with the number of another house."""
    digit = _DIGIT.search(address)
    street, number = (address[: digit.start()], address[digit.start() :]) if digit else (address, "")
    found = re.search(rf" {re.escape(_plain(street))} (?:(?:n|no|numero) )?(?P<number>\d+)?", said)
    if found is None:
        return 0
    house = _plain(number).split()
    return -2 if found["number"] and house and found["number"] != house[0] else 1


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(text)).split())
