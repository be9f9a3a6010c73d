"""Words as a telephone mistypes them: the word of a vocabulary that one slip has changed."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; a shorter word with a slip could be too many others
_CACHED = 4_096  # words; people write few different ones


class Speller:
    """Finds what a folded word was meant to be: one letter more, fewer, other or swapped, never the first one ("segnda", "tadre").

    `others` are words of their own that stand near the vocabulary ("quarto" beside "quarta"): they are never taken for it. What is near
    to two words of the vocabulary is none of them.
    """

    def __init__(self, vocabulary: Iterable[str], others: Iterable[str] = ()) -> None:
        self._known = frozenset(vocabulary)
        self._others = frozenset(others)
        self._longest = max(map(len, self._known), default=0)
        self._by_lack: dict[str, set[str]] = {}  # words of the vocabulary by what is left of them without one letter
        for word in self._known:
            if len(word) >= SHORTEST:
                for left in (word, *_lacking_one(word)):
                    self._by_lack.setdefault(left, set()).add(word)
        self.meant = lru_cache(maxsize=_CACHED)(self._meant)

    def _meant(self, word: str) -> str:
        """The word of the vocabulary, or the word itself."""
        if word in self._known or word in self._others or not SHORTEST - 1 <= len(word) <= self._longest + 1:
            return word
        near = {each for left in (word, *_lacking_one(word)) for each in self._by_lack.get(left, ())}
        near = {each for each in near if each[0] == word[0] and OSA.distance(word, each, score_cutoff=1) == 1}
        return near.pop() if len(near) == 1 else word


def _lacking_one(word: str) -> Iterable[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
