"""Phrases of a vocabulary, word by word, and what each of them means: the longest one counts."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

MeaningT = TypeVar("MeaningT")


class Phrases(dict[str, "Phrases[MeaningT]"], Generic[MeaningT]):
    """The words with which a phrase begins or goes on; `meaning` of the phrase that ends here."""

    meaning: MeaningT | None = None

    @classmethod
    def of(cls, written: Iterable[tuple[Iterable[str], MeaningT]]) -> "Phrases[MeaningT]":
        """Of a phrase that stands there twice the first meaning counts."""
        tree: Phrases[MeaningT] = cls()
        for words, meaning in written:
            node = tree
            for word in words:
                node = node.setdefault(word, cls())
            node.meaning = meaning if node.meaning is None else node.meaning
        return tree

    def longest(self, words: Sequence[str], at: int) -> tuple[MeaningT | None, int]:
        """The meaning of the longest phrase that begins at a place, and the place behind it; None and the next place if none does."""
        node = self.get(words[at])
        at += 1
        if node is None:
            return None, at
        meaning, end, count = node.meaning, at, len(words)
        while node and at < count and (node := node.get(words[at])) is not None:
            at += 1
            if node.meaning is not None:
                meaning, end = node.meaning, at
        return meaning, end
