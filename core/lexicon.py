"""Phrases and what each of them means: how the short grammars read a row of words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from core.phrases import Phrases
from core.spelling import Speller
from core.words import Memo

MeaningT = TypeVar("MeaningT")
_DRAWN_OUT = re.compile(r"([^0-9]{1,2}?)\1+")


class Lexicon(Generic[MeaningT]):
    """Reads words from the left, the longest phrase first.

    Sees through drawn-out letters and syllables ("siiim", "hahaha") and one slip of a longer word.

    The table gives for each meaning its phrases, separated by commas. `spelled` are the words looked for behind a slip (all, if none
    are given), `others` those that are never taken for one.
    """

    def __init__(self, table: Mapping[MeaningT, str], spelled: str | None = None, others: str = "") -> None:
        self.phrases = {" ".join(phrase.split()): meaning for meaning, row in table.items() for phrase in row.split(",")}
        self._tree = Phrases.of((phrase.split(), meaning) for phrase, meaning in self.phrases.items())
        self.words = frozenset(word for phrase in self.phrases for word in phrase.split())
        self._by_sound = {_DRAWN_OUT.sub(r"\1", word): word for word in sorted(self.words, key=len, reverse=True)}
        self._others = frozenset(others.split())
        self._speller = Speller(self.words if spelled is None else spelled.split(), self._others)
        self.settled = Memo(self._settled).__getitem__

    def read(self, words: Sequence[str]) -> Iterator[tuple[MeaningT | None, int]]:
        """The meaning of each phrase and the place behind it; None for a word that is in no phrase, and on to the next word."""
        known = [self.settled(word) for word in words]
        at = 0
        while at < len(known):
            meaning, at = self._tree.longest(known, at)
            yield meaning, at

    def longest(self, words: Sequence[str], at: int) -> tuple[MeaningT | None, int]:
        """The meaning of the longest phrase that begins at a place, and how many words it has; None and 1 if none does."""
        meaning, end = self._tree.longest(words, at)
        return meaning, end - at

    def _settled(self, word: str) -> str:
        """The word of the lexicon that was meant, or the word itself: "siiim" is sim, "negatvo" is negativo."""
        if word in self.words or word in self._others:
            return word
        short = _DRAWN_OUT.sub(r"\1", word)
        meant = self._by_sound.get(short) or self._speller.meant(word)
        return meant if meant in self.words else self._speller.meant(short)
