"""Windows of a day that a sentence names by the clock: "das 8h às 12h", "depois das 18h", "até meio-dia", "2 às 5 da tarde"."""

import re
from typing import Literal

from core.records import Record
from core.visit_words import NUMBERS

Form = Literal["span", "from", "until", "point"]
NOON, MIDNIGHT = 720, 1440  # minutes of the day
_EARLIEST_MEANT = 6  # o'clock: a bare "5" is taken for 17h, and asked


class ClockWords(Record):
    """Minutes of the day; an end not after the start is on the next day. `asked`: morning or afternoon was not said."""

    start: int
    end: int
    form: Form = "span"
    asked: bool = False


class _Hour(Record):
    minute: int
    sure: bool  # morning or afternoon is known


_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?![\d/]|(?!as )[a-gi-z]| feira)"
_UNIT = r"(?: ?h(?:oras?|rs?|s)?(?![a-z])(?: ?[0-5]\d(?:min)?(?!\d))?|:[0-5]\d(?: ?h(?:rs|s)?\b)?)"
_PART = r"(?: (?:da|de|a) (?:manha|tarde|noite|madrugada)\b)"
_HOUR = rf"(?:(?:{_NUMBER}{_UNIT}?(?: e meia\b)?{_PART}?)|(?:o )?meio dia(?: e meia)?\b|(?:a )?meia noite\b)(?!\d|/\d)"
_TO = r" ?(?:-|–|—|/) ?| (?:as|a|ate as|ate a|ate o|ate|ao|e as|e a|e|as as) |(?<=[0-9h])(?:as|a) "
_SPAN = re.compile(
    rf"(?:(?:das|da|de|do|dos|entre as|entre a|entre o|entre|desde as|desde|as) )?(?P<start>{_HOUR})(?:{_TO})(?P<end>{_HOUR})"
)
_FROM = re.compile(
    rf"(?:(?:a partir|apartir|a parti|partir|depois|dps|apos|passando|passado|mais tarde que)(?: ?(?:das|da|de|do|as|d|a|"
    rf"dos))? )(?P<start>{_HOUR})"
    rf"|(?:das |da |de |do )?(?P<onwards>{_HOUR})(?: em diante\b| pra frente\b| para frente\b| adiante\b)"
)
_UNTIL = re.compile(rf"(?:(?:ate|antes|no maximo ate)(?: (?:as|das|da|de|do|ao|a|o|umas))? )(?P<end>{_HOUR})")
_POINT = re.compile(rf"(?:(?:as|ao|a) )?(?P<start>{_HOUR})")
_FIRST_WORDS = frozenset((
    "a", "as", "ao", "das", "da", "do", "de", "dos", "entre", "desde", "partir", "apartir", "depois", "dps", "apos", "passando", "passado",
    "mais", "ate", "antes", "no", "meio", "meia", "o", *NUMBERS,
))  # fmt: skip
_NEAR = re.compile(rf"(?:[a-z]+ ){{0,4}}(?:\d|meio dia|meia noite|{'|'.join(NUMBERS)})")  # the quick look: an hour follows soon
_PARTS = re.compile(r"(?P<hour>\d+|[a-z]+)(?: ?h[a-z]*|:)? ?(?P<minutes>[0-5]\d)?(?P<half>.*e meia)?")


def clock_at(text: str, at: int, word: str) -> tuple[ClockWords, int] | None:
    """The window that begins at one place of a folded text, with `word`, and where its words end."""
    if not ((word[0].isdecimal() or word in _FIRST_WORDS) and _NEAR.match(text, at)):
        return None
    for words, read in ((_SPAN, _span), (_FROM, _from), (_UNTIL, _until), (_POINT, _point)):
        if (found := words.match(text, at)) and (window := read(found)):
            return window, found.end()
    return None


def _span(found: re.Match[str]) -> ClockWords | None:
    start, end = _hour(found["start"]), _hour(found["end"])
    if start is None or end is None or start.minute == end.minute:
        return None
    first, last = start.minute % MIDNIGHT, end.minute
    if start.sure and end.sure:
        return ClockWords(first, last)
    if start.sure:
        return _early_end(first, last)
    return _early_start(first, last, "tarde" in found["end"]) if end.sure else _early_both(first, last)


def _early_end(first: int, last: int) -> ClockWords:
    """ "8 às 5" ends at 17h, and is asked; "22h às 6h" ends on the next day."""
    return ClockWords(first, last + NOON, asked=True) if last <= first < last + NOON else ClockWords(first, last)


def _early_start(first: int, last: int, afternoon: bool) -> ClockWords:
    """ "2 às 5 da tarde" begins at 14h; "2 às 17" too, and is asked; "6 às 12" in the morning."""
    return ClockWords(first + NOON, last, asked=not afternoon) if first + NOON < last or last <= first else ClockWords(first, last)


def _early_both(first: int, last: int) -> ClockWords | None:
    return ClockWords(first + NOON, last + NOON, asked=True) if first < last else None


def _from(found: re.Match[str]) -> ClockWords | None:
    start = _hour(found["start"] or found["onwards"])
    return _open(start, "from") if start else None


def _until(found: re.Match[str]) -> ClockWords | None:
    end = _hour(found["end"])
    if end and "h" in found["end"] and found["end"][0].isdecimal():
        end = _Hour(end.minute, sure=True)  # "antes das 6h" is the early morning, "até as 6" may be 18h
    return _open(end, "until") if end else None


def _open(hour: _Hour, form: Form) -> ClockWords | None:
    minute = hour.minute if hour.sure else hour.minute + NOON
    minute = 0 if form == "from" and minute == MIDNIGHT else minute
    start, end = (minute, MIDNIGHT) if form == "from" else (0, minute)
    return ClockWords(start, end, form, not hour.sure) if start < end else None


def _point(found: re.Match[str]) -> ClockWords | None:
    start = _hour(found["start"])
    return None if start is None else ClockWords(start.minute, start.minute, "point", not start.sure)


def at_form(point: ClockWords, form: Form) -> ClockWords | None:
    """A corrected hour in the form of what it corrects ("depois das 14h, aliás, 15h")."""
    return _open(_Hour(point.start, not point.asked), form)


def _hour(words: str) -> _Hour | None:
    """One hour of the clock; None for what no clock shows."""
    if "meio dia" in words:
        return _Hour(NOON + 30 * ("e meia" in words), sure=True)
    if "meia noite" in words:
        return _Hour(MIDNIGHT, sure=True)
    found = _PARTS.match(words)
    if found is None:
        return None
    number = int(found["hour"]) if found["hour"].isdecimal() else NUMBERS.get(found["hour"], 99)
    minutes = 30 if found["half"] else int(found["minutes"] or 0)
    return _with_part(number, minutes, words) if number * 60 + minutes <= MIDNIGHT else None


def _with_part(number: int, minutes: int, words: str) -> _Hour:
    """ "2 da tarde" is 14h, "12 da noite" is midnight; a bare hour up to 6 is not sure unless written as 06 or 6:00."""
    if words.endswith(("tarde", "noite")):
        number += 12 * (number < 12 or (words.endswith("noite") and number == 12))
        return _Hour(number * 60 + minutes, sure=True)
    said = words.endswith(("manha", "madrugada")) or words.startswith("0") or ":" in words
    return _Hour(number * 60 + minutes, sure=said or number > _EARLIEST_MEANT)
