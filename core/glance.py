"""The quick look at a message: which readers it can concern at all, by the first letters of its words."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

BEGUN = 4  # of a word that the quick look keeps; a shorter word stands for itself

Beginnings = AbstractSet[str]


def hints(phrases: Iterable[str]) -> frozenset[str]:
    """What to look for: the first letters of each phrase's first word."""
    return frozenset(phrase.split()[0][:BEGUN] for phrase in phrases)
