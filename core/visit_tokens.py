"""A sentence about visit times, cut into words that mean something (and those that mean nothing here)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import accumulate, chain, compress, count, pairwise, repeat
from typing import Literal, NamedTuple

from core.hours import EVERY_DAY
from core.phrases import Phrases
from core.records import Record
from core.spelling import Speller
from core.visit_clocks import CLOCK_LEADS, HOUR_WORDS, ClockWords, clock_at
from core.visit_dates import DATE_LEADS, DAY_LEADS, DateWords, begins_dates, dates_at
from core.visit_fillers import FILLERS, LINKS, NEIGHBOURS, SPELLINGS, THINGS
from core.visit_marks import STRONG_MARKS, WEAK_MARKS, Mark
from core.visit_reasons import BEING_AT, CLOSING, COMING_BACK, DOINGS, ENDING, EVENTS, LEAVING
from core.visit_words import ANY_DAY, DAY_GROUPS, DAY_WORDS, MONTHS, OFFICE, OFFICE_HOURS, OPEN_PERIODS, PERIODS
from core.words import BLANK, Memo, Span, Words

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


def _written() -> Iterator[tuple[str, Meant]]:
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


_PHRASES = Phrases.of((phrase.split(), meant) for phrase, meant in _written())
_CORRECTED = {word for phrase, meant in _written() if meant.kind not in _AS_TYPED for word in phrase.split() if word.isalpha()}
_SPELLER = Speller(
    _CORRECTED | CLOCK_LEADS | DATE_LEADS | set(MONTHS) | {"proxima", "seguinte", "carnaval", "vespera"}, (*SPELLINGS, *NEIGHBOURS)
)
_CORRECTION, _STOP = "§", ";"
_STOPS, _LINE_ENDS, _UNREAD = frozenset(f".;!?\n{BLANK}"), frozenset(f";\n{BLANK}"), frozenset(":*")
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


class Row:
    """The words and signs of a text as the tables write them; `places` say which word of the text each is.

    `near` and `near_month` say of each word whether an hour or a day of a month, or a month, follows soon.
    """

    def __init__(self, said: Words) -> None:
        spelled = [*map(_SPELLED.__getitem__, _with_correction(said) if "*" in said.texts else said.texts)]
        self.said = said
        self.words = words = [*chain.from_iterable(spelled)]
        self.places = [*chain.from_iterable(map(repeat, count(), map(len, spelled)))]
        self.text = " ".join(words)
        self.starts = [0, *accumulate(map((1).__add__, map(len, words)))]
        hours = [*compress(count(), map(_IS_HOUR.__getitem__, words))]
        self.near = _before(hours, _HOURS_AHEAD, len(words)) if 0 < len(hours) <= MAX_NUMBERS else bytes(len(words))
        months = [at for at, word in enumerate(words) if word in _NAMING_MONTHS or "/" in word] if any(self.near) else []
        self.near_month = _before(months, _MONTHS_AHEAD, len(words))

    @property
    def sentences(self) -> Iterator[Span]:
        """The first word of each, and the one behind its stop."""
        stops = [at + 1 for at, word in enumerate(self.words) if word == _STOP]
        return ((first, last) for first, last in pairwise((0, *stops, len(self.words))) if first < last)

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


def _with_correction(said: Words) -> list[str]:
    """A last line with one star is a correction ("*de noite"): its line break becomes a sign that says so."""
    texts, star = said.texts, said.texts.index("*")
    line = next((at for at in reversed(range(len(texts))) if not _LINE_ENDS.isdisjoint(texts[at])), None)
    if said.folded.count("*") != 1 or line is None or star not in (line + 1, len(texts) - 1):
        return texts
    return [*texts[:line], _CORRECTION, *texts[line + 1 :]]


def _spell(word: str) -> tuple[str, ...]:
    word = word.replace("ª", "a").replace("º", "o")
    if word[0] in _STOPS:
        return (_STOP,)
    if word[0] in _UNREAD:
        return ()
    if word in _AS_WRITTEN:
        return (word,)
    meant = _SPELLINGS.get(word)
    if meant is None and word.isalpha() and not _means(word):
        word = _LONG_DRAWN.sub(r"\1", word)
        single = _DOUBLED.sub(r"\1", word)
        meant = _SPELLINGS.get(word) or (single if _means(single) else _SPELLER.meant(word),)
    return (word,) if meant is None else meant


def _means(word: str) -> bool:
    """Whether it stands in the tables by itself."""
    return word in _PHRASES and _PHRASES[word].meaning is not None


_SPELLINGS: dict[str, tuple[str, ...]] = {word: tuple(meant.split()) for word, meant in SPELLINGS.items()} | {
    "s/": ("sem",),
    "c/": ("com",),
}
_SPELLED = Memo(_spell)


def tokens(said: Words, today: date | None) -> list[Token]:
    """The tokens of a text in order. Without a day to count from, words that need one are `vague`."""
    row = Row(said)
    return tokens_of(row, (0, len(row.words)), today)


def tokens_of(row: Row, part: Span, today: date | None) -> list[Token]:
    """The same of whole sentences."""
    words, near, places = row.words, row.near, row.places
    starts, texts = row.said.starts, row.said.texts
    found, (at, last) = [], part
    while at < last:
        word, place = words[at], places[at]
        if meant := _ALONE[word]:
            found.append(Token(meant[0], starts[place], starts[place] + len(texts[place]), meant[1], meant[2]))
            at += 1
            continue
        if (near[at] and (word in _LEADING or word[0].isdecimal())) or (word in DATE_LEADS and _begins_dates(words, at)):
            kind, value, strong, at = _meant_at(row, at, today)
        else:
            kind, value, strong, at = _phrase(words, at)
        found.append(Token(kind, starts[place], row.said.end(places[at - 1]), value, strong))
    return found


def _begins_dates(words: list[str], at: int) -> bool:
    return begins_dates(words[at], words[at + 1] if at + 1 < len(words) else "")


def _meant_at(row: Row, at: int, today: date | None) -> tuple[Kind, Meaning, bool, int]:
    """What the words that begin here mean, and the index of the first word after them."""
    word, start = row.words[at], row.starts[at]
    near = bool(row.near[at])
    if near and word[0].isdecimal() and (shift := _SHIFT.match(row.text, start)):
        return "vague", None, False, row.after(at, shift.end())
    if (near or word in DATE_LEADS) and (
        dates := dates_at(row.text, start, word, today or _ANY_DAY, near=near and bool(row.near_month[at]))
    ):
        value, end = dates
        named = at and row.words[at - 1] in _STREETS  # "rua 7 de setembro"
        kind: Kind = "thing" if named else "date" if today else "vague"
        return kind, (value if kind == "date" else None), kind == "date" and value.side == "away", row.after(at, end)
    if word[0].isdecimal() and (phrase := _phrase(row.words, at))[0] not in ("word", "thing", "filler"):
        return phrase
    numbered = word.isdecimal() and at and row.words[at - 1] in _NUMBERED  # "apto 8"
    if near and not numbered and (clock := clock_at(row.text, start, word)):
        return "window", clock[0], False, row.after(at, clock[1])
    return _phrase(row.words, at)


def _phrase(words: list[str], at: int) -> tuple[Kind, Meaning, bool, int]:
    """The longest phrase of the tables that begins here; else one word."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _SPECIAL:
        if word in _LAST and not following.isalnum():
            return _LAST[word], None, False, at + 1
        if word in _STAYING and following.endswith("ndo"):
            return "reason", None, False, at + 2  # "estou almoçando"
    meant, end = _PHRASES.longest(words, at)
    return (*(meant or _outside(word)), end)


@lru_cache(maxsize=4_096)
def _outside(word: str) -> Meant:
    """A word of no table: a sign, something that is done or happens, or nobody knows what."""
    if not word[0].isalnum():
        return Meant(_SIGNS.get(word[0], "filler"))
    return Meant("filler" if len(word) > _LONG_NUMBER and word[:_SHORT].isdecimal() else "thing" if _INFLECTED.search(word) else "word")


def _alone(word: str) -> Meant | None:
    """What a word means whatever follows; None where a phrase, a window of the clock or a date may begin."""
    if word in _FIRST_WORDS or word in _LEADING or word[0].isdecimal():
        return None
    return (_PHRASES[word].meaning if word in _PHRASES else None) or _outside(word)


_SHORT, _LONG_NUMBER = 2, 6  # digits: no time has more than six
_INFLECTED = re.compile(r"..(?:[aei]r|[aei]ndo|[ai]d[ao]s?|[aei]mos|mente|inh[ao]s?|c(?:ao|oes)|dade|ista)$")  # no time is called like that
_STAYING = ("estou", "estarei", "estamos", "estaremos", "fico", "ficamos", "ando")
_LAST: dict[str, Kind] = {"da": "yes", "fora": "filler", "no": "not"}  # as a clause's last word: "segunda dá", "almoço fora", "domingo no"
_NUMBERED = frozenset(
    ("ap", "ape", "apto", "apartamento", "bloco", "torre", "sala", "loja", "numero", "quadra", "lote", "ramal", "protocolo", "tel")
)
_STREETS = frozenset(("rua", "avenida", "av", "praca", "travessa", "alameda", "r", "vila"))
_LEADING = CLOCK_LEADS | DAY_LEADS | DATE_LEADS
_SPECIAL = frozenset((*_STAYING, *_LAST))
# Words that begin a phrase, a window of the clock or a date: all others stand for themselves.
_FIRST_WORDS = frozenset((*(word for word, longer in _PHRASES.items() if longer), *CLOCK_LEADS, *DATE_LEADS, *_SPECIAL)) - SPELLINGS.keys()
_AS_WRITTEN = _FIRST_WORDS | {word for word in _PHRASES if _means(word)} - SPELLINGS.keys()
_ALONE = Memo(_alone)
_IS_HOUR = Memo(lambda word: word in HOUR_WORDS or word[0].isdecimal())
