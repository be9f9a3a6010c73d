"""A sentence about visit times, cut into words that mean something (and those that mean nothing here)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from core.records import Record
from core.visit_clocks import ClockWords, clock_at
from core.visit_dates import DateWords, dates_at
from core.visit_words import (
    DAY_GROUPS,
    DAY_WORDS,
    OFFICE,
    OFFICE_HOURS,
    OPEN_PERIODS,
    PERIODS,
    STRONG_MARKS,
    WEAK_MARKS,
    Mark,
)

TimeKind = Literal["day", "days", "date", "window", "office"]
Kind = TimeKind | Mark | Literal["word"]
Meaning = int | ClockWords | DateWords | None


class Token(Record):
    """`start` and `end` are places in the text. `strong`: speaks of visits by itself."""

    kind: Kind
    start: int
    end: int
    value: Meaning = None
    strong: bool = False


Meant = tuple[Kind, Meaning, bool]  # kind, value, strong
Phrase = tuple[tuple[str, ...], Meant]


def _phrases() -> Iterator[tuple[str, Meant]]:
    for word, day in DAY_WORDS.items():
        yield word, ("day", 1 << day, False)
    for word, days in DAY_GROUPS.items():
        yield word, ("days", days, False)
    for word, (start, end) in PERIODS.items():
        yield word, ("window", ClockWords(start, end), False)
    for word, (start, end) in OPEN_PERIODS.items():
        yield word, ("window", ClockWords(start, end, "from" if start else "until"), False)
    for word in OFFICE:
        yield word, ("office", ClockWords(*OFFICE_HOURS), False)
    for marks, strong in ((WEAK_MARKS, False), (STRONG_MARKS, True)):
        for mark, words in marks.items():
            yield from ((word, (mark, None, strong)) for word in words)


def _by_first_words() -> tuple[dict[str, Meant], dict[tuple[str, str], list[Phrase]]]:
    """Single words, and longer phrases by their first two words, the longest first. What stands further up the vocabulary counts."""
    single: dict[str, Meant] = {}
    longer: dict[tuple[str, str], list[Phrase]] = {}
    for phrase, meant in _phrases():
        first, *others = phrase.split()
        if others:
            longer.setdefault((first, others[0]), []).append(((first, *others), meant))
        else:
            single.setdefault(first, meant)
    return single, {start: sorted(phrases, key=lambda each: -len(each[0])) for start, phrases in longer.items()}


_SINGLE, _LONGER = _by_first_words()
_HYPHEN = re.compile(r"(?<=[a-z0-9ªº])-(?=feiras?\b|dia\b|noite\b)")
_PIECE = re.compile(r"[a-z0-9]+|[.;!?]+|[^\sa-z0-9:*_\"'“”]")
_SHIFT = re.compile(r"\d{1,2}(?:x| por )\d{1,2}\b")  # hours on and off: 12x36
_SIGNS: dict[str, Kind] = {
    **dict.fromkeys("-–—", "to"), "/": "and", **dict.fromkeys(",()", "comma"), **dict.fromkeys(".;!?", "stop"),
}  # fmt: skip
_ANY_DAY = date(2026, 11, 23)  # only to see whether words name dates

Piece = tuple[str, int, int]  # a word or a sign, and its place


def plain(folded: str) -> str:
    """A folded text as the tables write words, character for character."""
    return _HYPHEN.sub(" ", folded).replace("ª", "a").replace("º", "o").replace("\n", ";").replace("\x00", ";")


def tokens(folded: str, today: date | None) -> list[Token]:
    """The tokens of a folded text in order. Without a day to count from, words that need one are `vague`."""
    text = plain(folded)
    pieces = [(found[0], found.start(), found.end()) for found in _PIECE.finditer(text)]
    words = [piece[0] for piece in pieces]
    found, at = [], 0
    while at < len(pieces):
        token = _token(text, pieces[at], today) or _phrase(words, pieces, at)
        found.append(token)
        while at < len(pieces) and pieces[at][1] < token.end:
            at += 1
    return found


def _token(text: str, piece: Piece, today: date | None) -> Token | None:
    """What is no phrase of the tables: signs, dates, and windows of the clock."""
    word, start, end = piece
    if not word.isalnum():
        return Token(_SIGNS.get(word[0], "filler"), start, end)
    if word[0].isdecimal() and (shift := _SHIFT.match(text, start)):
        return Token("vague", *shift.span())
    if dates := dates_at(text, start, word, today or _ANY_DAY):
        value, end = dates
        return Token("date", start, end, value, strong=value.side == "away") if today else Token("vague", start, end)
    if clock := clock_at(text, start, word):
        return Token("window", start, clock[1], clock[0])
    return None


def _phrase(words: list[str], pieces: list[Piece], at: int) -> Token:
    """The longest phrase of the tables that begins here; else an unknown word."""
    word, start, end = pieces[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    for phrase, (kind, value, strong) in _LONGER.get((word, following), ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return Token(kind, start, pieces[at + len(phrase) - 1][2], value, strong)
    kind, value, strong = _SINGLE.get(word, ("word", None, False))
    return Token(kind, start, end, value, strong)
