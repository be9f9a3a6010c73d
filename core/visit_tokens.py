"""A sentence about visit times, cut into words that mean something (and those that mean nothing here)."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from core.hours import EVERY_DAY
from core.records import Record
from core.spelling import Speller
from core.visit_clocks import CLOCK_LEADS, HOUR_WORDS, ClockWords, clock_at
from core.visit_dates import DATE_LEADS, DAY_LEADS, DateWords, dates_at
from core.visit_fillers import FILLERS, LINKS, NEIGHBOURS, SPELLINGS, THINGS
from core.visit_marks import STRONG_MARKS, WEAK_MARKS, Mark
from core.visit_reasons import BEING_AT, COMING_BACK, DOINGS, ENDING, EVENTS, LEAVING
from core.visit_words import ANY_DAY, DAY_GROUPS, DAY_WORDS, MONTHS, OFFICE, OFFICE_HOURS, OPEN_PERIODS, PERIODS

TimeKind = Literal["day", "days", "any_day", "date", "window", "office"]
Kind = TimeKind | Mark | Literal["thing", "word"]
Meaning = int | ClockWords | DateWords | None


class Token(Record):
    """`start` and `end` are places in the text. `strong`: speaks of visits by itself. `word`: nobody knows it; `thing`: no time, but
    somebody or something."""

    kind: Kind
    start: int
    end: int
    value: Meaning = None
    strong: bool = False


class Meant(NamedTuple):
    kind: Kind
    value: Meaning = None
    strong: bool = False


Phrases = tuple[tuple[int, ...], dict[tuple[str, ...], Meant]]  # lengths in words, the longest first, and what each phrase means
Piece = tuple[int, int]  # place of a word or a sign


_AS_TYPED: tuple[Kind, ...] = ("leave", "early", "reason", "filler", "link", "thing")  # a slip in these does no harm


def _phrases() -> Iterator[tuple[str, Meant]]:
    """All tables; what stands further up counts."""
    yield from ((word, Meant("day", 1 << day)) for word, day in DAY_WORDS.items())
    yield from ((word, Meant("days", days)) for word, days in DAY_GROUPS.items())
    yield from ((word, Meant("any_day", EVERY_DAY)) for word in ANY_DAY)
    yield from ((word, Meant("window", ClockWords(*span))) for word, span in PERIODS.items())
    for word, (start, end) in OPEN_PERIODS.items():
        yield word, Meant("window", ClockWords(start, end, "from" if start else "until"))
    yield from ((word, Meant("office", ClockWords(*OFFICE_HOURS))) for word in OFFICE)
    for marks, strong in ((STRONG_MARKS, True), (WEAK_MARKS, False)):
        for mark, words in marks.items():
            yield from ((word, Meant(mark, None, strong)) for word in words)
    for kind, words in _PLAIN:
        yield from ((word, Meant(kind)) for word in words)


_PLAIN: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("leave", LEAVING),
    ("early", (*COMING_BACK, *ENDING)),
    ("reason", (*DOINGS, *EVENTS, *BEING_AT)),
    ("link", LINKS),
    ("filler", FILLERS),
    ("thing", THINGS),
)


def _by_first_words() -> tuple[dict[str, Meant], dict[tuple[str, ...], Phrases]]:
    """Single words, and longer phrases by their first two words."""
    single: dict[str, Meant] = {}
    longer: dict[tuple[str, ...], dict[tuple[str, ...], Meant]] = {}
    for phrase, meant in _phrases():
        words = tuple(phrase.split())
        if len(words) > 1:
            longer.setdefault(words[:2], {}).setdefault(words, meant)
        else:
            single.setdefault(phrase, meant)
    return single, {start: (tuple(sorted({*map(len, phrases)}, reverse=True)), phrases) for start, phrases in longer.items()}


_SINGLE, _LONGER = _by_first_words()
_CORRECTED = {word for phrase, meant in _phrases() if meant.kind not in _AS_TYPED for word in phrase.split() if word.isalpha()}
_SPELLER = Speller(
    _CORRECTED | CLOCK_LEADS | DATE_LEADS | set(MONTHS) | {"proxima", "seguinte", "carnaval", "vespera"}, (*SPELLINGS, *NEIGHBOURS)
)
_HYPHEN = re.compile(r"(?<=[a-z0-9ªº])-(?=feiras?\b|dia\b|noite\b)")
_PIECE = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d:h])|\d{1,2}[:.][0-5]\d(?!\d)[a-z]*|[a-z0-9]+|[.;!?]+|(?P<sign>[^\sa-z0-9:_*\"'“”])(?P=sign)*"
)
_DIGIT = re.compile("[0-9]")
_CORRECTION = "§"
_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")  # "nãooo"
_SHIFT = re.compile(r"\d{1,2}(?: ?x ?| por )\d{1,2}\b")  # hours on and off: 12x36
_SIGNS: dict[str, Kind] = {
    **dict.fromkeys("-–—", "to"), "/": "and", "&": "and", "+": "and", **dict.fromkeys(",()", "comma"), **dict.fromkeys(".;!?", "stop"),
    **dict.fromkeys("❌🚫⛔✖❎👎", "not"), "§": "fix", **dict.fromkeys("✅✔🆗☑👍👌", "yes"),
}  # fmt: skip
_ANY_DAY = date(2026, 11, 23)  # only to see whether words name dates
MAX_NUMBERS = 60  # of a text: whoever writes more writes of other things than visits
_HOURS_AHEAD, _MONTHS_AHEAD = 5, 20  # words between the first word of a window and its hour, at most
_DAYS_OF_MONTH = frozenset(("dia", "dias"))


def plain(folded: str) -> str:
    """A folded text as the tables write words, character for character."""
    return _HYPHEN.sub(" ", folded).replace("ª", "a").replace("º", "o").replace("\n", ";").replace("\x00", ";")


class _Words:
    """The words and signs of a text as the tables write them, and where they stand in it."""

    def __init__(self, folded: str) -> None:
        words: list[str] = []
        places: list[Piece] = []
        for found in _PIECE.finditer(_unstarred(plain(folded))):
            word, place = found[0], found.span()
            if word in _AS_WRITTEN:
                words.append(word)
                places.append(place)
                continue
            for meant in _spelled(word):
                words.append(meant)
                places.append(place)
        self.words, self.places = words, places
        self.text = " ".join(words)
        self.starts = [0, *accumulate([len(word) + 1 for word in words])]
        numbers = _DIGIT.search(self.text) is not None or not HOUR_WORDS.isdisjoint(words)
        hours = _steps(words, _may_be_hour) if numbers else []
        self.hours = hours if 0 < hours.count(0) <= MAX_NUMBERS else None
        self.months = _steps(words, _may_be_month) if self.hours else None

    def near(self, at: int) -> bool:
        """Whether an hour or a day of a month follows soon."""
        return self.hours is not None and self.hours[at] <= _HOURS_AHEAD

    def near_month(self, at: int) -> bool:
        return self.months is not None and self.months[at] <= _MONTHS_AHEAD

    def after(self, at: int, end: int) -> int:
        """The index of the first word that begins after a place of `text`."""
        at += 1
        while at < len(self.words) and self.starts[at] < end:
            at += 1
        return at


def _may_be_hour(word: str) -> bool:
    return word[0].isdecimal() or word in HOUR_WORDS


def _may_be_month(word: str) -> bool:
    return word in MONTHS or "/" in word or word in _DAYS_OF_MONTH


def _steps(words: list[str], wanted: Callable[[str], bool]) -> list[int]:
    """For each word how many words ahead the next wanted one stands."""
    steps, ahead = [0] * len(words), len(words)
    for at in range(len(words) - 1, -1, -1):
        ahead = 0 if wanted(words[at]) else ahead + 1
        steps[at] = ahead
    return steps


def _unstarred(text: str) -> str:
    """A last line with one star is a correction ("*de noite"): its line break becomes a sign that says so."""
    if text.count("*") != 1 or ";" not in text:
        return text
    cut = text.rindex(";")
    line = text[cut + 1 :].strip()
    return f"{text[:cut]}{_CORRECTION}{text[cut + 1 :]}" if line.startswith("*") or line.endswith("*") else text


@lru_cache(maxsize=4_096)  # words; people write few different ones
def _spelled(word: str) -> tuple[str, ...]:
    meant = _SPELLED.get(word)
    if meant is None and word.isalpha() and word not in _SINGLE:
        word = _LONG_DRAWN.sub(r"\1", word)
        meant = _SPELLED.get(word) or (_SPELLER.meant(word),)
    return (word,) if meant is None else meant


_SPELLED = {word: tuple(meant.split()) for word, meant in SPELLINGS.items()}


def tokens(folded: str, today: date | None) -> list[Token]:
    """The tokens of a folded text in order. Without a day to count from, words that need one are `vague`."""
    said = _Words(folded)
    words, places, hours = said.words, said.places, said.hours
    found, at, count = [], 0, len(words)
    while at < count:
        word = words[at]
        if word in DATE_LEADS or (hours and hours[at] <= _HOURS_AHEAD and (word in _NUMBER_LEADS or word[0].isdecimal())):
            kind, value, strong, end = _meant_at(said, at, today)
        elif word in _FIRST_WORDS:
            kind, value, strong, end = _phrase(words, at)
        else:
            kind, value, strong = _SINGLE.get(word) or _outside(word)
            end = at + 1
        found.append(Token(kind, places[at][0], places[end - 1][1], value, strong))
        at = end
    return found


def _meant_at(said: _Words, at: int, today: date | None) -> tuple[Kind, Meaning, bool, int]:
    """What the words that begin here mean, and the index of the first word after them."""
    word, start = said.words[at], said.starts[at]
    near = said.near(at)
    if near and word[0].isdecimal() and (shift := _SHIFT.match(said.text, start)):
        return "vague", None, False, said.after(at, shift.end())
    if (near or word in DATE_LEADS) and (dates := dates_at(said.text, start, word, today or _ANY_DAY, near=near and said.near_month(at))):
        value, end = dates
        return ("date" if today else "vague"), (value if today else None), value.side == "away", said.after(at, end)
    if word[0].isdecimal() and (phrase := _phrase(said.words, at))[0] not in ("word", "thing"):
        return phrase
    if near and (clock := clock_at(said.text, start, word)):
        return "window", clock[0], False, said.after(at, clock[1])
    return _phrase(said.words, at)


def _phrase(words: list[str], at: int) -> tuple[Kind, Meaning, bool, int]:
    """The longest phrase of the tables that begins here; else one word."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _SPECIAL:
        if word in _LAST and not following.isalnum():
            return _LAST[word], None, False, at + 1
        if word in _STAYING and following.endswith("ndo"):
            return "reason", None, False, at + 2  # "estou almoçando"
    if found := _LONGER.get((word, following)):
        lengths, phrases = found
        for length in lengths:
            if meant := phrases.get(tuple(words[at : at + length])):
                return *meant, min(at + length, len(words))
    kind, value, strong = _SINGLE.get(word) or _outside(word)
    return kind, value, strong, at + 1


@lru_cache(maxsize=4_096)
def _outside(word: str) -> Meant:
    """A word of no table: a sign, something that is done or happens, or nobody knows what."""
    if not word[0].isalnum():
        return Meant(_SIGNS.get(word[0], "filler"))
    return Meant("thing" if _INFLECTED.search(word) else "word")


_INFLECTED = re.compile(r"..(?:[aei]r|[aei]ndo|[ai]d[ao]s?|[aei]mos|mente|inh[ao]s?|c(?:ao|oes)|dade|ista)$")  # no time is called like that
_STAYING = ("estou", "estarei", "estamos", "estaremos", "fico", "ficamos", "ando")
_LAST: dict[str, Kind] = {"da": "yes", "fora": "filler"}  # as a clause's last word: "segunda dá", "almoço fora"
_NUMBER_LEADS = CLOCK_LEADS | DAY_LEADS
_SPECIAL = frozenset((*_STAYING, *_LAST))
# Words that begin a phrase, a window of the clock or a date: all others stand for themselves.
_FIRST_WORDS = frozenset((*(start[0] for start in _LONGER), *CLOCK_LEADS, *DATE_LEADS, *_SPECIAL)) - SPELLINGS.keys()
_AS_WRITTEN = _FIRST_WORDS | _SINGLE.keys() - SPELLINGS.keys()
