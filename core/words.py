"""A message cut into words and signs, once for all its readers, and where each stands in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import compress
from typing import TypeVar

from core.glance import BEGUN, Beginnings

Span = tuple[int, int]
ValueT = TypeVar("ValueT")
BLANK = "\x00"  # stands where something else was found; it is no word and no space: a clause ends there
_CACHED = 4_096  # words; people write few different ones
_NUMBER = (
    r"\d\d\)? ?9\d{4}[- ]?\d{4}\b|\d{5,}[- ]?\d{4}\b"  # a telephone
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d:h])|\d{1,2}[:.][0-5]\d(?!\d)[a-z]*|[a-z0-9ªº]+"  # a date, an hour, any other
)
_PIECE = re.compile(
    rf"(?=[\S\n])(?:[sc]/(?=\s)|[a-z][a-z0-9ªº]*|(?=[\dªº])(?:{_NUMBER})|[.;!?\n{BLANK}]+"  # "s/ água"
    r"|(?!(?<=[a-z0-9ªº])-(?:feiras?|dia|noite)\b)(?P<sign>[^\sa-z0-9_\"'“”])(?P=sign)*)"
)
_STOPS = frozenset(f".;!?\n{BLANK}")


class Words:
    """`folded`: the text itself. A date, an hour and a telephone are one word; so are stops, and the same sign, side by side."""

    def __init__(self, folded: str, texts: list[str], starts: list[int], ends: list[int], begun: Beginnings | None = None) -> None:
        self.folded, self.texts, self.starts, self.ends = folded, texts, starts, ends
        self._begun = begun

    @cached_property
    def begun(self) -> Beginnings:
        """How the words begin, for the quick looks. What was found and is gone does no harm there."""
        return self._begun or frozenset([text[:BEGUN] for text in self.texts])

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where words begin so."""
        found: dict[str, list[int]] = {}
        for text, start in zip(self.texts, self.starts, strict=True):
            found.setdefault(text[:BEGUN], []).append(start)
        return found

    def starts_of(self, begins: Iterable[str]) -> list[int]:
        """Where the words stand that begin so."""
        return sorted([start for begin in begins for start in self.places.get(begin, ())])

    def matches(self, pattern: re.Pattern[str], begins: Iterable[str]) -> Iterator[re.Match[str]]:
        """Where a pattern matches, which begins with one of these beginnings of words."""
        end = 0
        for start in self.starts_of(begins):
            if start >= end and (found := pattern.match(self.folded, start)):
                yield found
                end = found.end()

    def without(self, spans: Sequence[Span]) -> "Words":
        """The same with blanks in place of what was found, so that places stay."""
        if not spans:
            return self
        folded, texts, starts, ends = self.folded, self.texts[:], self.starts[:], self.ends[:]
        for start, end in spans:
            folded = f"{folded[:start]}{BLANK * (end - start)}{folded[end:]}"
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first and texts[first - 1][0] in _STOPS and ends[first - 1] == start:
                first -= 1
            if last < len(texts) and texts[last][0] in _STOPS and starts[last] == end:
                last += 1
            around = (*starts[first:last], start, *ends[first:last], end)
            texts[first:last], starts[first:last], ends[first:last] = _pieces(folded, min(around), max(around))
        return Words(folded, texts, starts, ends, self.begun)

    def after(self, place: int) -> "Words":
        """The same less what stands before a place, for the quick looks too."""
        left = self.without([(0, place)])
        return Words(left.folded, left.texts, left.starts, left.ends)

    def but(self, places: Iterable[int]) -> "Words":
        """The same with spaces in place of some words."""
        gone = frozenset(places)
        folded = self.folded
        for at in gone:
            folded = f"{folded[: self.starts[at]]}{' ' * len(self.texts[at])}{folded[self.ends[at] :]}"
        stay = [at not in gone for at in range(len(self.texts))]
        return Words(folded, [*compress(self.texts, stay)], [*compress(self.starts, stay)], [*compress(self.ends, stay)])


@lru_cache(maxsize=64)  # one message is looked at by several readers
def cut(folded: str) -> Words:
    """The words of a folded text; the lists are never changed."""
    return Words(folded, *_pieces(folded, 0, len(folded)))


def _pieces(folded: str, low: int, high: int) -> tuple[list[str], list[int], list[int]]:
    spans = [piece.span() for piece in _PIECE.finditer(folded, low, high)]
    return [folded[start:end] for start, end in spans], [start for start, _ in spans], [end for _, end in spans]


class Memo(dict[str, ValueT]):
    """What is made of a word, made once: people write few different ones."""

    def __init__(self, make: Callable[[str], ValueT]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> ValueT:
        if len(self) >= _CACHED:
            self.clear()
        made = self[word] = self._make(word)
        return made
