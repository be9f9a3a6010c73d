"""A message cut into words and signs, once for all its readers, and where each stands in it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
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
    r"|(?!(?<=[a-z0-9ªº])-(?:feiras?|dia|noite)\b)(?:,+|-+|\(+|\)+|[^\sa-z0-9_\"'“”]))"  # "segunda-feira" is two words and no sign
)
_STOPS = frozenset(f".;!?\n{BLANK}")


class Words:
    """`folded`: the text itself; `texts`: its words and signs, `starts`: where each begins. A date, an hour and a telephone are one word.

    `begun`: how the words begin, for the quick looks; what was found and is gone does no harm there.
    """

    def __init__(self, folded: str, texts: list[str], starts: list[int], whole: "Words | None" = None) -> None:
        self.folded, self.texts, self.starts = folded, texts, starts
        self.begun: Beginnings = whole.begun if whole else frozenset(self._heads())
        self._places: defaultdict[str, list[int]] | None = whole.places if whole else None

    @property
    def places(self) -> defaultdict[str, list[int]]:
        """Where words begin so, or once began."""
        if self._places is None:
            self._places = defaultdict(list)
            for head, start in zip(self._heads(), self.starts, strict=True):
                self._places[head].append(start)
        return self._places

    def _heads(self) -> list[str]:
        return [text[:BEGUN] for text in self.texts]

    def end(self, at: int) -> int:
        return self.starts[at] + len(self.texts[at])

    def matches(self, pattern: re.Pattern[str], begins: Beginnings) -> Iterator[re.Match[str]]:
        """Where a pattern matches, which begins with one of these beginnings of words."""
        here = begins & self.begun
        end = 0
        for start in sorted([start for begin in here for start in self.places[begin]]) if here else ():
            if start >= end and (found := pattern.match(self.folded, start)):
                yield found
                end = found.end()

    def without(self, spans: Sequence[Span]) -> "Words":
        """The same with blanks in place of what was found, so that places stay. A stop that touches a blank is one with it."""
        if not spans:
            return self
        left = Words(self.folded, self.texts[:], self.starts[:], self)
        for start, end in spans:
            left._blank(start, end)
        return left

    def _blank(self, start: int, end: int) -> None:
        self.folded = f"{self.folded[:start]}{BLANK * (end - start)}{self.folded[end:]}"
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first and self.end(first - 1) >= start + (self.texts[first - 1][0] not in _STOPS):
            first -= 1
        if last < len(self.texts) and self.starts[last] == end and self.texts[last][0] in _STOPS:
            last += 1
        low, high = (min(start, self.starts[first]), max(end, self.end(last - 1))) if first < last else (start, end)
        pieces = [*_PIECE.finditer(self.folded, low, high)]
        self.texts[first:last] = [piece[0] for piece in pieces]
        self.starts[first:last] = [piece.start() for piece in pieces]

    def after(self, place: int) -> "Words":
        """The same with blanks up to a place; to the quick looks, too, nothing stands there."""
        first = bisect_left(self.starts, place)
        return Words(BLANK * place + self.folded[place:], [BLANK, *self.texts[first:]], [0, *self.starts[first:]])

    def but(self, gone: Collection[int]) -> "Words":
        """The same with spaces in place of some words."""
        folded = self.folded
        for at in gone:
            folded = f"{folded[: self.starts[at]]}{' ' * len(self.texts[at])}{folded[self.end(at) :]}"
        stay = [at not in gone for at in range(len(self.texts))]
        return Words(folded, [*compress(self.texts, stay)], [*compress(self.starts, stay)])


@lru_cache(maxsize=64)  # one message is looked at by several readers
def cut(folded: str) -> Words:
    """The words of a folded text; nobody changes them."""
    return Words(folded, _PIECE.findall(folded), [piece.start() for piece in _PIECE.finditer(folded)])


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
