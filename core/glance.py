"""The quick look at a message: which readers it can concern at all, by the first letters of its words."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache

BEGUN = 4  # of a word that the quick look keeps; a shorter word stands for itself
_BEGINNINGS = re.compile(rf"([a-z0-9]{{1,{BEGUN}}})[a-z0-9]*")

Beginnings = AbstractSet[str]


@lru_cache(maxsize=64)  # one message is looked at by several readers
def beginnings(folded: str) -> Beginnings:
    """The first letters of each word of a folded text."""
    return frozenset(_BEGINNINGS.findall(folded))


def hints(phrases: Iterable[str]) -> frozenset[str]:
    """What to look for: the first letters of each phrase's first word."""
    return frozenset(phrase.split()[0][:BEGUN] for phrase in phrases)
