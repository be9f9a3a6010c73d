"""Wordings of a topic: looked for only where a word begins like one of theirs, and not counted where they are denied."""

import re
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
    pattern: re.Pattern[str]

    def said(self, folded: str, begun: Beginnings) -> Span | None:
        """The first place where it is said and not denied right before."""
        if self.begins.isdisjoint(begun):
            return None
        return next((found.span() for found in self.pattern.finditer(folded) if not _is_denied(folded, found.start())), None)


def wordings(begins: str, *patterns: str) -> Wordings:
    return Wordings(hints(begins.split()), re.compile(rf"\b(?:{'|'.join(patterns)})"))


def _is_denied(folded: str, start: int) -> bool:
    return bool(_DENIED.search(folded[max(0, start - _LOOK_BACK) : start]))
