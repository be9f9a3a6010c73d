"""A sentence about visit times, cut into words that mean something (and those that mean nothing here)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from core.hours import EVERY_DAY
from core.records import Record
from core.spelling import Speller
from core.visit_clocks import CLOCK_LEADS, HOUR_WORDS, ClockWords, clock_at
from core.visit_dates import DATE_LEADS, DAY_LEADS, DateWords, begins_dates, dates_at
from core.visit_fillers import FILLERS, LINKS, NEIGHBOURS, SPELLINGS, THINGS
from core.visit_marks import STRONG_MARKS, WEAK_MARKS, Mark
from core.visit_reasons import BEING_AT, CLOSING, COMING_BACK, DOINGS, ENDING, EVENTS, LEAVING
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


_AS_TYPED: tuple[Kind, ...] = (
    "because",
    "that",
    "being",
    "home",
    "there",
    "before",
    "after",
    "week",
    "past",
    "staying",
    "if",
    "doubt",
    "leave",
    "ends",
    "early",
    "reason",
    "filler",
    "link",
    "thing",
)  # a slip in these does no harm


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
    ("ends", CLOSING),
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
    r"\d\d\)? ?9\d{4}[- ]?\d{4}\b|\d{5,}[- ]?\d{4}\b"  # a telephone
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d:h])|\d{1,2}[:.][0-5]\d(?!\d)[a-z]*|[a-z0-9]+|[.;!?]+|(?P<sign>[^\sa-z0-9:_*\"'“”])(?P=sign)*"
)
_CORRECTION = "§"
_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")  # "nãooo"
_DOUBLED = re.compile(r"([aeiou])\1")  # "terçaa"
_SHIFT = re.compile(r"\d{1,2}(?: ?x ?| por )\d{1,2}\b")  # hours on and off: 12x36
_SIGNS: dict[str, Kind] = {
    **dict.fromkeys("-–—", "to"), "/": "and", "&": "and", "+": "and", **dict.fromkeys(",()", "comma"), **dict.fromkeys(".;!?", "stop"),
    **dict.fromkeys("❌🚫⛔✖❎👎", "not"), "§": "fix", **dict.fromkeys("✅✔🆗☑👍👌", "yes"),
}  # fmt: skip
_ANY_DAY = date(2026, 11, 23)  # only to see whether words name dates
MAX_NUMBERS = 60  # of a text: whoever writes more writes of other things than visits
_HOURS_AHEAD, _MONTHS_AHEAD = 5, 20  # words between the first word of a window and its hour, at most
_NAMING_MONTHS = frozenset((*MONTHS, "dia", "dias"))


def plain(folded: str) -> str:
    """A folded text as the tables write words, character for character."""
    return _HYPHEN.sub(" ", folded).replace("ª", "a").replace("º", "o").replace("\n", ";").replace("\x00", ";")


class _Words:
    """The words and signs of a text as the tables write them, and where they stand in it.

    `near` and `near_month` say of each word whether an hour or a day of a month, or a month, follows soon.
    """

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
        hours = [at for at, word in enumerate(words) if word in HOUR_WORDS or word[0].isdecimal()]
        self.near = _before(hours, _HOURS_AHEAD, len(words)) if 0 < len(hours) <= MAX_NUMBERS else bytes(len(words))
        months = [at for at, word in enumerate(words) if word in _NAMING_MONTHS or "/" in word] if any(self.near) else []
        self.near_month = _before(months, _MONTHS_AHEAD, len(words))

    def after(self, at: int, end: int) -> int:
        """The index of the first word that begins after a place of `text`."""
        at += 1
        while at < len(self.words) and self.starts[at] < end:
            at += 1
        return at


def _before(places: list[int], ahead: int, count: int) -> bytes:
    """For each word of a text whether one of the places follows soon."""
    near = bytearray(count)
    for at in places:
        start = max(0, at - ahead)
        near[start : at + 1] = b"\1" * (at + 1 - start)
    return bytes(near)


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
        single = _DOUBLED.sub(r"\1", word)
        meant = _SPELLED.get(word) or (single if single in _SINGLE else _SPELLER.meant(word),)
    return (word,) if meant is None else meant


_SPELLED = {word: tuple(meant.split()) for word, meant in SPELLINGS.items()}


def tokens(folded: str, today: date | None) -> list[Token]:
    """The tokens of a folded text in order. Without a day to count from, words that need one are `vague`."""
    said = _Words(folded)
    words, places, near = said.words, said.places, said.near
    following = [*words[1:], ""]
    found, at, count = [], 0, len(words)
    while at < count:
        word = words[at]
        if (near[at] and (word in _LEADS or word[0].isdecimal())) or (word in DATE_LEADS and begins_dates(word, following[at])):
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
    near = bool(said.near[at])
    if near and word[0].isdecimal() and (shift := _SHIFT.match(said.text, start)):
        return "vague", None, False, said.after(at, shift.end())
    if (near or word in DATE_LEADS) and (
        dates := dates_at(said.text, start, word, today or _ANY_DAY, near=near and bool(said.near_month[at]))
    ):
        value, end = dates
        named = at and said.words[at - 1] in _STREETS  # "rua 7 de setembro"
        kind: Kind = "thing" if named else "date" if today else "vague"
        return kind, (value if kind == "date" else None), kind == "date" and value.side == "away", said.after(at, end)
    if word[0].isdecimal() and (phrase := _phrase(said.words, at))[0] not in ("word", "thing", "filler"):
        return phrase
    numbered = word.isdecimal() and at and said.words[at - 1] in _NUMBERED  # "apto 8"
    if near and not numbered and (clock := clock_at(said.text, start, word)):
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
    return Meant("filler" if len(word) > _LONG_NUMBER and word[:_SHORT].isdecimal() else "thing" if _INFLECTED.search(word) else "word")


_SHORT, _LONG_NUMBER = 2, 6  # digits: no time has more than six
_INFLECTED = re.compile(r"..(?:[aei]r|[aei]ndo|[ai]d[ao]s?|[aei]mos|mente|inh[ao]s?|c(?:ao|oes)|dade|ista)$")  # no time is called like that
_STAYING = ("estou", "estarei", "estamos", "estaremos", "fico", "ficamos", "ando")
_LAST: dict[str, Kind] = {"da": "yes", "fora": "filler", "no": "not"}  # as a clause's last word: "segunda dá", "almoço fora", "domingo no"
_NUMBERED = frozenset(
    ("ap", "ape", "apto", "apartamento", "bloco", "torre", "sala", "loja", "numero", "quadra", "lote", "ramal", "protocolo", "tel")
)
_STREETS = frozenset(("rua", "avenida", "av", "praca", "travessa", "alameda", "r", "vila"))
_LEADS = CLOCK_LEADS | DAY_LEADS | DATE_LEADS
_SPECIAL = frozenset((*_STAYING, *_LAST))
# Words that begin a phrase, a window of the clock or a date: all others stand for themselves.
_FIRST_WORDS = frozenset((*(start[0] for start in _LONGER), *CLOCK_LEADS, *DATE_LEADS, *_SPECIAL)) - SPELLINGS.keys()
_AS_WRITTEN = _FIRST_WORDS | _SINGLE.keys() - SPELLINGS.keys()
