"""Wordings of a topic: looked for only where a word begins like one of theirs, and not counted where they are denied."""

import re
from functools import cache
from typing import NamedTuple

from core.glance import Beginnings, hints

Span = tuple[int, int]
_LOOK_BACK = 30  # characters before a wording in which it may be denied
_DENIED = re.compile(
    r"\b(?:nao|n|nem|sem|nunca)(?: (?:e|eh|esta|ta|tao|muito|quero|preciso|precisa|ser|de|um|uma|o|a|sou|tem|tenho|com|nada|la|assim|tanta|"
    r"vou|ha|mais|sobre|da|do|meu|falo|vim))* $"
)


class Wordings(NamedTuple):
    """Ways to say one thing. `begins`: without a word that begins so, none of them is there."""

    begins: frozenset[str]
    pattern: str

    def said(self, folded: str, begun: Beginnings, within: Span | None = None) -> Span | None:
        """The first place, of the text or within a part of it, where it is said and not denied right before."""
        if self.begins.isdisjoint(begun):
            return None
        places = _compiled(self.pattern).finditer(folded, *(within or ()))
        return next((found.span() for found in places if not _is_denied(folded, found.start())), None)


def wordings(begins: str, *patterns: str) -> Wordings:
    return Wordings(hints(begins.split()), rf"\b(?:{'|'.join(patterns)})")


_compiled = cache(re.compile)  # on first use: the start of the program need not wait for them


def _is_denied(folded: str, start: int) -> bool:
    return bool(_DENIED.search(folded[max(0, start - _LOOK_BACK) : start]))
