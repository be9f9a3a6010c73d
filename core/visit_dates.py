"""Calendar days that a sentence about visits names: "amanhã", "dia 25", "semana que vem", "volto dia 30"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from core.records import Record
from core.visit_words import DAY_WORDS, MONTHS

Dates = tuple[date, date]  # first and last, both included
Side = Literal["in", "until", "from", "away"]  # those days · today up to the last · from the first on · today up to the day before
ONE_DAY = timedelta(days=1)


class DateWords(Record):
    """`asked`: read, but people mean different things by it."""

    dates: Dates
    side: Side = "in"
    asked: bool = False


Read = Callable[[re.Match[str], date], Dates | None]


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY = rf"(?P<weekday>{_alternatives([word for word in DAY_WORDS if word[0].isalpha()])})"
_WEEKDAYS = tuple({word.split()[0] for word in DAY_WORDS if word[0].isalpha()})
_MONTH = rf"(?P<month>{_alternatives(list(MONTHS))})\b(?: de (?P<year>20\d\d)\b)?"
_DAY = r"(?P<day>[0-3]?\d|primeiro)(?![\dh]|[:,.]\d| h\b| horas?\b)"
_LAST = r"(?P<last>[0-3]?\d)(?![\dh]|[:,.]\d| h\b| horas?\b)"
_THIS = r"(?:n?ess[ea]|n?est[ea]|dess[ea]|dest[ea])"
_WEEKEND = r"(?:fim de semana|final de semana|fds)"


def _today(_found: re.Match[str], today: date) -> Dates:
    return today, today


def _tomorrow(_found: re.Match[str], today: date) -> Dates:
    return today + ONE_DAY, today + ONE_DAY


def _day_after(_found: re.Match[str], today: date) -> Dates:
    return today + 2 * ONE_DAY, today + 2 * ONE_DAY


def _this_week(_found: re.Match[str], today: date) -> Dates:
    return today, today + (6 - today.weekday()) * ONE_DAY


def _next_week(_found: re.Match[str], today: date) -> Dates:
    monday = today + (7 - today.weekday()) * ONE_DAY
    return monday, monday + 6 * ONE_DAY


def _this_month(_found: re.Match[str], today: date) -> Dates:
    return today, _last_of_month(today)


def _next_month(_found: re.Match[str], today: date) -> Dates:
    first = _last_of_month(today) + ONE_DAY
    return first, _last_of_month(first)


def _weekend(_found: re.Match[str], today: date) -> Dates:
    sunday = today + (6 - today.weekday()) * ONE_DAY
    return max(today, sunday - ONE_DAY), sunday


def _weekday(found: re.Match[str], today: date) -> Dates:
    day = today + (DAY_WORDS[found["weekday"]] - today.weekday()) % 7 * ONE_DAY
    return day, day


def _coming_weekday(found: re.Match[str], today: date) -> Dates:
    """ "quinta que vem": never today."""
    return _weekday(found, today + ONE_DAY)


def _day(found: re.Match[str], today: date) -> Dates | None:
    day = _date(found, "day", today)
    return (day, day) if day else None


def _days(found: re.Match[str], today: date) -> Dates | None:
    """ "de 10 a 20 de dezembro": the month belongs to both."""
    first, last = _date(found, "day", today), _date(found, "last", today)
    return (first, last) if first and last and first <= last else None


def _slashed_days(found: re.Match[str], today: date) -> Dates | None:
    first = _calendar_day(int(found["day"]), int(found["month"]), None, today)
    last = _calendar_day(int(found["last"]), int(found["last_month"]), None, first or today)
    return (first, last) if first and last else None


_THESE = ("essa", "esse", "nessa", "nesse", "esta", "este", "nesta", "neste", "dessa", "desse", "desta", "deste")
_NUMERIC = (
    (
        r"(?:do dia |entre |de )?(?P<day>[0-3]?\d)/(?P<month>[01]?\d) (?:a|ate|ao|e) (?P<last>[0-3]?\d)/(?P<last_month>[01]?\d)\b",
        _slashed_days,
        False,
    ),
    (rf"entre (?:os )?dias {_DAY} e {_LAST}(?: de {_MONTH})?", _days, False),
    (rf"(?:do )?dias? {_DAY} (?:a|ate|ao) (?:o )?(?:dia )?{_LAST}(?: de {_MONTH})?", _days, False),
    (rf"(?:de |entre )?{_DAY} (?:a|ate|e) {_LAST} de {_MONTH}", _days, False),
    (r"(?:dia )?(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?:/(?P<year>(?:20)?\d\d))?\b(?!h)", _day, False),
    (rf"dia {_DAY}(?: de {_MONTH})?", _day, False),
    (rf"{_DAY} de {_MONTH}", _day, False),
)
_WORDED: tuple[tuple[tuple[str, ...], str, Read, bool], ...] = (  # first words · all words · reading · asked
    (("hoje",), r"hoje\b", _today, False),
    (("amanha",), r"amanha\b", _tomorrow, False),
    (("depois",), r"depois de amanha\b", _day_after, False),
    (_THESE, rf"{_THIS} semana\b", _this_week, False),
    (("proxima", "semana"), r"(?:proxima semana|semana que vem|semana seguinte)\b", _next_week, False),
    (_THESE, rf"{_THIS} mes\b", _this_month, False),
    (("proximo", "mes"), r"(?:proximo mes|mes que vem)\b", _next_month, False),
    ((*_THESE, "fim", "final", "fds"), rf"{_THIS} {_WEEKEND}\b|{_WEEKEND} agora\b", _weekend, False),
    (("proximo", "fim", "final", "fds"), rf"proximo {_WEEKEND}\b|{_WEEKEND} que vem\b", _weekend, True),
    (("proxima", "proximo"), rf"proxim[ao] {_WEEKDAY}\b", _coming_weekday, True),
    (_WEEKDAYS, rf"{_WEEKDAY} (?:que vem|da semana que vem|da proxima semana|proxima)\b", _coming_weekday, True),
    (_THESE, rf"{_THIS} {_WEEKDAY}(?: agora)?\b", _weekday, False),
    (_WEEKDAYS, rf"{_WEEKDAY} agora\b", _weekday, False),
)  # fmt: skip
_NUMERIC_RULES = tuple((re.compile(words), read, asked) for words, read, asked in _NUMERIC)
_NUMERIC_FIRST = frozenset(("do", "de", "dia", "dias", "entre", "primeiro"))
_NUMBER_NEAR = re.compile(r"(?:[a-z]+ ){0,3}(?:\d|primeiro)")  # the quick look
_SIDES: tuple[tuple[Side, re.Pattern[str]], ...] = (
    ("until", re.compile(r"ate (?:o |a )?")),
    ("from", re.compile(r"(?:a partir d[eoa]|depois d[oa]|apos o) ")),
    (
        "away",
        re.compile(
            r"(?:so )?(?:volto|retorno|regresso|voltamos|retornamos|estarei de volta|estou de volta)(?: so|"
            r" apenas)?(?: em casa)?(?: n[oa]| em)? "
        ),
    ),
)
_SIDE_FIRST = frozenset(("ate", "a", "depois", "apos", "so", "volto", "retorno", "regresso", "voltamos", "retornamos", "estarei", "estou"))
_UNTIL_WEEKDAY = re.compile(rf"{_WEEKDAY}\b")


def _by_first_word() -> dict[str, list[tuple[re.Pattern[str], Read, bool]]]:
    rules: dict[str, list[tuple[re.Pattern[str], Read, bool]]] = {}
    for firsts, words, read, asked in _WORDED:
        for first in firsts:
            rules.setdefault(first, []).append((re.compile(words), read, asked))
    return rules


_BY_FIRST_WORD = _by_first_word()
_FIRST = re.compile("[a-z0-9]+")


def dates_at(text: str, at: int, word: str, today: date) -> tuple[DateWords, int] | None:
    """The dates that begin at one place of a folded text, with `word`, and where their words end."""
    if word in _SIDE_FIRST:
        for side, words in _SIDES:
            if lead := words.match(text, at):
                return _after_lead(side, text, lead.end(), today)
    return _plain(text, at, word, today)


def _plain(text: str, at: int, word: str, today: date) -> tuple[DateWords, int] | None:
    rules = _BY_FIRST_WORD.get(word, ())
    if (word[0].isdecimal() or word in _NUMERIC_FIRST) and _NUMBER_NEAR.match(text, at):
        rules = (*rules, *_NUMERIC_RULES)
    for words, read, asked in rules:
        if (found := words.match(text, at)) and (dates := read(found, today)):
            return DateWords(dates, "in", asked), found.end()
    return None


def _after_lead(side: Side, text: str, at: int, today: date) -> tuple[DateWords, int] | None:
    first = _FIRST.match(text, at)
    if first and (plain := _plain(text, at, first[0], today)):
        words, end = plain
        return _sided(side, words, today), end
    if side in ("until", "away") and (found := _UNTIL_WEEKDAY.match(text, at)):
        return _sided(side, DateWords(_weekday(found, today), "in", True), today), found.end()
    return None


def _sided(side: Side, words: DateWords, today: date) -> DateWords:
    first, last = words.dates
    if side == "until":
        return DateWords((today, last), side, words.asked)
    if side == "from":
        return DateWords((first, last), side, words.asked)
    return DateWords((today, first - ONE_DAY), side, True)


def _date(found: re.Match[str], group: str, today: date) -> date | None:
    parts = found.groupdict()
    month, year = parts.get("month"), parts.get("year")
    day = 1 if parts[group] == "primeiro" else int(parts[group])
    return _calendar_day(day, (int(month) if month.isdecimal() else MONTHS[month]) if month else None, int(year) if year else None, today)


def _calendar_day(day: int, month: int | None, year: int | None, today: date) -> date | None:
    """The day meant: without a year or month the next one to come."""
    if year is not None:
        return _valid(year if year > 99 else 2000 + year, month or today.month, day)
    if month is not None:
        return _next_of((_valid(today.year + ahead, month, day) for ahead in (0, 1)), today)
    first_of_next = _last_of_month(today) + ONE_DAY
    return _next_of((_valid(each.year, each.month, day) for each in (today, first_of_next)), today)


def _next_of(days: Iterable[date | None], today: date) -> date | None:
    return next((day for day in days if day and day >= today), None)


def _valid(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
