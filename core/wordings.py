"""Wordings of a topic: looked for only where a word begins like one of theirs, and not counted where they are denied."""

import re
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from core.glance import hints
from core.words import Span, Words

ValueT = TypeVar("ValueT")

_LOOK_BACK = 30  # characters before a wording in which it may be denied
_DENIED = re.compile(
    r"\b(?:nao|n|nem|sem|nunca)(?: (?:e|eh|esta|ta|tao|muito|quero|preciso|precisa|ser|de|um|uma|o|a|sou|tem|tenho|com|nada|la|assim|tanta|"
    r"vou|ha|mais|sobre|da|do|meu|falo|vim))* $"
)


class Wordings(NamedTuple):
    """Ways to say one thing. `tells`: without a word that begins so, none of them is there; `begins`: how their first words begin."""

    tells: frozenset[str]
    begins: frozenset[str]
    pattern: str

    def said(self, said: Words) -> Span | None:
        """The first place where it is said and not denied right before."""
        places = said.matches(_compiled(self.pattern), self.begins)
        return next((found.span() for found in places if not _is_denied(said.folded, found.start())), None)


class Topic(Generic[ValueT]):
    """Rows of a value and wordings that say it; the first row of a value that is said counts."""

    def __init__(self, *rows: tuple[ValueT, Wordings]) -> None:
        self.rows = rows
        self._by_begin: dict[str, list[int]] = {}
        for at, (_, wording) in enumerate(rows):
            for begin in wording.tells:
                self._by_begin.setdefault(begin, []).append(at)
        self._tells = frozenset(self._by_begin)

    def said(self, said: Words) -> dict[ValueT, Span]:
        found: dict[ValueT, Span] = {}
        for at in sorted({at for begin in self._tells & said.begun for at in self._by_begin[begin]}):
            value, wording = self.rows[at]
            if value not in found and (span := wording.said(said)):
                found[value] = span
        return found


def wordings(tells: str, begins: str, *patterns: str) -> Wordings:
    return Wordings(hints(tells.split()), hints(begins.split()), rf"\b(?:{'|'.join(patterns)})")


_compiled = cache(re.compile)  # on first use: the start of the program need not wait for them


def _is_denied(folded: str, start: int) -> bool:
    return bool(_DENIED.search(folded[max(0, start - _LOOK_BACK) : start]))
