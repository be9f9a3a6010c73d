"""The words of all names in the books, and which of them a typed word may stand for: a slip of the thumb, a sound, a beginning."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from core.sounds import sound

SHORTEST = 4  # letters of a word that may have a slip; in "ana" it would be half of the names
TWO_SLIPS = 8  # letters of a word that may have two
MOST = 24  # words that one typed word may stand for; the nearest, and of those the most borne
_SOUND = 0.8  # closeness of what sounds alike; a slip in "souza" leaves 0.8 too
_BEGINNING = 0.7  # closeness of a beginning, more as less is missing


class Vocabulary:
    """Learns words and never forgets one: a word that nobody bears any more finds nobody."""

    def __init__(self) -> None:
        self._borne: dict[str, int] = {}  # by word: how often, when it was learned
        self._sorted: list[str] = []
        self._by_length: dict[int, list[bytes]] = {}  # rapidfuzz compares bytes seven times as fast as text
        self._by_sound: dict[str, list[str]] = {}

    def learn(self, words: Iterable[tuple[str, str, int]]) -> None:
        """Words with their sound and how often they are borne. The same word may come again, of another kind of name."""
        new: list[str] = []
        for word, heard, borne in words:
            if word not in self._borne:
                new.append(word)
                self._by_length.setdefault(len(typed := word.encode()), []).append(typed)
                self._by_sound.setdefault(heard, []).append(word)
            self._borne[word] = self._borne.get(word, 0) + borne
        self._insert(new)

    def _insert(self, new: Collection[str]) -> None:
        if len(new) < MOST:
            for word in new:
                insort(self._sorted, word)
        else:
            self._sorted = sorted([*self._sorted, *new])

    def near(self, word: str) -> Mapping[str, float]:
        """What a folded word may stand for, the nearest first: its closeness, 1 for the word itself, which need not be known."""
        found = dict.fromkeys(self._by_sound.get(sound(word), ()), _SOUND)
        for each in self._begun_by(word):
            found[each] = max(found.get(each, 0), _BEGINNING + (1 - _BEGINNING) * len(word) / len(each))
        for each, distance in self._slipped(word):
            found[each] = max(found.get(each, 0), 1 - distance / max(len(word), len(each)))
        found.pop(word, None)
        best = nlargest(MOST - 1, found.items(), key=lambda item: (item[1], self._borne[item[0]], item[0]))
        return {word: 1.0, **dict(best)}

    def _begun_by(self, word: str) -> list[str]:
        first, last = bisect_left(self._sorted, word), bisect_left(self._sorted, word + chr(0x10FFFF))
        return nlargest(MOST, self._sorted[first:last], key=self._borne.__getitem__)

    def _slipped(self, word: str) -> Iterable[tuple[str, int]]:
        slips = 0 if len(word) < SHORTEST else 1 if len(word) < TWO_SLIPS else 2
        typed = word.encode()
        for length in range(len(typed) - slips, len(typed) + slips + 1) if slips else ():
            for each, distance, _ in extract(typed, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=slips, limit=None):
                yield each.decode(), int(distance)
