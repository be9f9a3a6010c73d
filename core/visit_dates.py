"""Calendar days that a sentence about visits names: "amanhã", "dia 25", "semana que vem", "volto dia 30"."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from core.records import Record, evolve
from core.visit_holidays import NAMES, Dates, holiday
from core.visit_words import DAY_WORDS, MONTHS, NUMBERS

Side = Literal["in", "until", "before", "from", "away"]  # those days · today up to the last · … up to the day before · from the first on
ONE_DAY = timedelta(days=1)


class DateWords(Record):
    """`others`: more days of a list ("dias 1, 3 e 5"). `asked`: read, but people mean different things by it."""

    dates: Dates
    side: Side = "in"
    asked: bool = False
    others: tuple[Dates, ...] = ()


Read = Callable[[re.Match[str], date], Dates | None]
Found = tuple[DateWords, int]  # and where their words end


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY = rf"(?P<weekday>{_alternatives(word for word in DAY_WORDS if word[0].isalpha())})"
_WEEKDAYS = " ".join({word.split()[0] for word in DAY_WORDS if word[0].isalpha()})
_MONTH = rf"(?P<month>{_alternatives(MONTHS)})\b(?: (?:de |do ano de )?(?P<year>20\d\d)\b)?"
_LONG_MONTHS = " ".join(name for name in MONTHS if len(name) > 3)
_LONG_MONTH = rf"(?P<month>{_alternatives(_LONG_MONTHS.split())})\b(?: de (?P<year>20\d\d)\b)?"
_NO_HOUR = r"(?![\dh/]|[:,.]\d| horas?\b)"
_NO_RANGE = r"(?! (?:a|as|ate|e|ou|-|–|min\w*) \d)"
_SPOKEN = {"1o": 1, "primeiro": 1, "um": 1, **NUMBERS, "trinta": 30, "trinta e um": 31}
_SPOKEN |= {f"vinte e {word}": 20 + number for word, number in (("um", 1), ("dois", 2), *NUMBERS.items()) if number <= 9}
_SPOKEN |= {"dois": 2}
_DAY = rf"(?P<day>[0-3]?\d|{_alternatives(_SPOKEN)}){_NO_HOUR}"
_LAST = rf"(?P<last>[0-3]?\d){_NO_HOUR}"
_SLASHED = r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?:/(?P<year>(?:20)?\d\d))?(?![\dh])"
_LAST_SLASHED = r"(?P<last>[0-3]?\d)/(?P<month>[01]?\d)(?:/(?P<year>(?:20)?\d\d))?(?![\dh])"
_THESE = "essa esse nessa nesse esta este nesta neste dessa desse desta deste"
_THIS = r"(?:n?ess[ea]|n?est[ea]|dess[ea]|dest[ea])"
_WEEKEND = r"(?:fim de semana|final de semana|fds|findi)"
_WHOLE = r"(?: (?:toda|inteira|inteirinha|todinha|todo|inteiro))?"


def _ahead(days: int) -> Read:
    def read(_found: re.Match[str], today: date) -> Dates:
        return today + days * ONE_DAY, today + days * ONE_DAY

    return read


def _this_week(_found: re.Match[str], today: date) -> Dates:
    return today, today + (6 - today.weekday()) * ONE_DAY


def _next_week(_found: re.Match[str], today: date) -> Dates:
    monday = today + (7 - today.weekday()) * ONE_DAY
    return monday, monday + 6 * ONE_DAY


def _this_month(_found: re.Match[str], today: date) -> Dates:
    return today, _last_of_month(today)


def _this_year(_found: re.Match[str], today: date) -> Dates:
    return today, date(today.year, 12, 31)


def _next_month(_found: re.Match[str], today: date) -> Dates:
    first = _last_of_month(today) + ONE_DAY
    return first, _last_of_month(first)


def _whole_month(found: re.Match[str], today: date) -> Dates | None:
    """ "em dezembro": what is left of it, if it is this month."""
    month, year = MONTHS[found["month"]], int(found["year"] or today.year + (MONTHS[found["month"]] < today.month))
    last = _last_of_month(date(year, month, 1))
    return (max(today, date(year, month, 1)), last) if last >= today else None


def _weekend(_found: re.Match[str], today: date) -> Dates:
    sunday = today + (6 - today.weekday()) * ONE_DAY
    return max(today, sunday - ONE_DAY), sunday


def _weekday(found: re.Match[str], today: date) -> Dates:
    day = today + (DAY_WORDS[found["weekday"]] - today.weekday()) % 7 * ONE_DAY
    return day, day


def _coming_weekday(found: re.Match[str], today: date) -> Dates:
    """ "quinta que vem": never today."""
    return _weekday(found, today + ONE_DAY)


def _weekday_of_next_week(found: re.Match[str], today: date) -> Dates:
    return _weekday(found, _next_week(found, today)[0])


def _holiday(found: re.Match[str], today: date) -> Dates:
    return holiday(found["holiday"], today)


def _day(found: re.Match[str], today: date) -> Dates | None:
    day = _date(found, "day", today)
    return (day, day) if day else None


def _weekday_and_day(found: re.Match[str], today: date) -> Dates | None:
    """ "quinta 26", if the 26th is one."""
    day = _date(found, "day", today)
    return (day, day) if day and day.weekday() == DAY_WORDS[found["weekday"]] else None


def _days(found: re.Match[str], today: date) -> Dates | None:
    """ "de 10 a 20 de dezembro": the month belongs to both."""
    first, last = _date(found, "day", today), _date(found, "last", today)
    return (first, last) if first and last and first <= last else None


_HOLIDAYS = "feriado " + " ".join({name.split()[0] for name in NAMES})
_RULES: tuple[tuple[str, str, Read, bool], ...] = (  # first words · all words · reading · asked
    ("hoje", "hoje", _ahead(0), False),
    ("amanha", "amanha", _ahead(1), False),
    ("depois", "depois de amanha", _ahead(2), False),
    (_THESE + " resto", rf"(?:resto )?{_THIS} semana{_WHOLE}", _this_week, False),
    ("proxima semana", rf"(?:proxima semana|semana que vem|semana seguinte|semana proxima){_WHOLE}", _next_week, False),
    ("na", r"na (?:proxima semana|semana que vem|semana seguinte)", _next_week, False),
    (_THESE + " resto", rf"(?:resto )?{_THIS} mes{_WHOLE}", _this_month, False),
    ("fim final resto", r"(?:fim|final|resto) (?:do|desse|deste) mes", _this_month, False),
    ("fim final resto", r"(?:fim|final|resto) (?:do|desse|deste) ano", _this_year, False),
    (_THESE, rf"{_THIS} ano", _this_year, False),
    ("proximo mes", rf"(?:proximo mes|mes que vem|mes seguinte){_WHOLE}", _next_month, False),
    ("em durante mes", rf"(?:em|durante|(?:durante )?(?:o )?mes de) (?:todo )?(?:o mes de )?{_LONG_MONTH}{_WHOLE}", _whole_month, False),
    (_LONG_MONTHS, rf"{_LONG_MONTH} (?:todo|inteiro|inteirinho|todinho)", _whole_month, False),
    (_THESE + " fim final fds findi", rf"{_THIS} {_WEEKEND}(?: agora)?|{_WEEKEND} agora", _weekend, False),
    ("proximo fim final fds findi", rf"proximo {_WEEKEND}|{_WEEKEND} que vem", _weekend, True),
    (_WEEKDAYS, rf"{_WEEKDAY} da (?:semana que vem|proxima semana|outra semana)", _weekday_of_next_week, True),
    ("proxima proximo", rf"proxim[ao] {_WEEKDAY}", _coming_weekday, True),
    (_WEEKDAYS, rf"{_WEEKDAY} (?:que vem|proxima|proximo)", _coming_weekday, True),
    (_THESE, rf"{_THIS} (?:proxim[ao] )?{_WEEKDAY}(?: agora)?", _weekday, False),
    ("agora", rf"agora (?:no|na|nesse|nessa|neste|nesta) {_WEEKDAY}", _weekday, False),
    (_WEEKDAYS, rf"{_WEEKDAY} (?:agora|desta semana|dessa semana)", _weekday, False),
    (_HOLIDAYS, rf"(?:feriado d[eoa] )?(?P<holiday>{'|'.join(NAMES)})", _holiday, False),
)  # fmt: skip
_BY_FIRST_WORD: dict[str, list[tuple[re.Pattern[str], Read, bool]]] = {}
for _firsts, _words, _read, _asked in _RULES:
    _rule = (re.compile(rf"(?:{_words})\b"), _read, _asked)
    for _first in _firsts.split():
        _BY_FIRST_WORD.setdefault(_first, []).append(_rule)
_NUMERIC: tuple[tuple[str, Read], ...] = (
    (rf"entre (?:os )?dias {_DAY} e (?:o )?(?:dia )?{_LAST}(?: de {_MONTH})?", _days),
    (rf"(?:do |de |entre )?(?:o |os )?dias? {_DAY} (?:a|ate|ao|-|–) (?:o )?(?:dia )?{_LAST}(?: de {_MONTH})?", _days),
    (rf"(?:de |do |entre )?{_DAY} (?:a|ao|ate|e|-|–) (?:o )?(?:dia )?{_LAST} de {_MONTH}", _days),
    (rf"(?:de |do )?(?:os? )?(?:dias? )?{_DAY} (?:a|ao|ate|-|–) (?:o )?(?:dia )?{_LAST_SLASHED}", _days),
    (rf"entre (?:os? )?(?:dias? )?{_DAY} e (?:o )?(?:dia )?{_LAST_SLASHED}", _days),
    (rf"(?:dia )?{_SLASHED}", _day),
    (rf"dia {_DAY} do (?P<month>1[0-2]|0?[1-9])\b", _day),
    (rf"dia {_DAY}(?: (?:de |do mes de )?{_MONTH})?", _day),
    (rf"{_DAY} de {_MONTH}", _day),
)  # fmt: skip
_NUMERIC_RULES = tuple((re.compile(words), read) for words, read in _NUMERIC)
DAY_LEADS = frozenset(("do", "de", "dia", "dias", "entre", "os", *(word.split()[0] for word in _SPOKEN)))
_LIST = re.compile(
    rf"(?:dias? )?(?P<days>(?:[0-3]?\d|primeiro|1o){_NO_HOUR}(?: (?:,|e|ou|, e) (?:dia )?[0-3]?\d{_NO_HOUR}){{1,8}})(?: de {_MONTH})?"
)
_TO = re.compile(r" (?:e (?:vai|vao|segue|fica|fico|termina|acaba) )?(?:a|ate|ao|-|–) (?:o |a )?(?:fim d[eo] )?")
_AND = re.compile(r" e (?:o |a )?")
_ONWARDS = re.compile(r" (?:em diante|para frente|para a frente|adiante)\b")
_RETURN = (
    r"(?:so |apenas )?(?:volto|retorno|regresso|chego|voltamos|retornamos|chegamos|volta|(?:estou|estarei|estamos) de volta)"
    rf"(?: (?:para|d[aeo]|em) (?!dia\b)[a-z]+(?: [a-z]+)??(?= (?:so |n[oa] |em )?(?:dia|amanha|{_alternatives(_WEEKDAYS.split())}|\d)))?"
    r"(?: (?:so|apenas|somente|de|da|do|para|em|a|viagem|casa|ferias|cidade|aqui|la|mesmo)){0,4}"
    r"(?: n[oa]| em| depois d[eoa](?! amanha)| apos(?: o)?)? "
)
_SIDES: tuple[tuple[Side, str, str], ...] = (  # side · first words · all words
    ("until", "ate", r"ate (?:la |pelo menos |o |a |no |na )?(?:proximo )?"),
    ("before", "antes", r"antes d[eoa] (?:o |a )?(?:proximo |proxima )?"),
    ("from", "a partir", r"(?:a )?partir (?:d[eoa] )?"),
    ("from", "depois apos", r"(?:depois d[eoa](?! amanha)|apos)(?: o| a)? "),
    ("away", "so volto retorno regresso chego voltamos retornamos chegamos volta estou estarei estamos", _RETURN),
)  # fmt: skip
_SIDES_BY_FIRST_WORD: dict[str, list[tuple[Side, re.Pattern[str]]]] = {}
for _side, _firsts, _words in _SIDES:
    for _first in _firsts.split():
        _SIDES_BY_FIRST_WORD.setdefault(_first, []).append((_side, re.compile(_words)))
_RANGE_LEADS = ("de", "entre", "desde", "do")
DATE_LEADS = frozenset((*_BY_FIRST_WORD, *_SIDES_BY_FIRST_WORD, *_RANGE_LEADS))  # words that begin dates, days of a month apart
_WEEKDAY_ONWARDS = re.compile(rf"{_WEEKDAY} (?:em diante|para frente|para a frente|adiante)\b")
_WEEKDAY_AND_DAY = re.compile(rf"{_WEEKDAY} {_DAY}{_NO_RANGE}")
_A_WEEKDAY = re.compile(rf"{_WEEKDAY}\b")
_FIRST = re.compile(r"\S+")
_FIRST_NAMED = re.compile(r"(?:[oa] )?(?P<word>\S+)")
_BEFORE_A_DATE = re.compile(rf"{_WEEKDAY}(?: ,)? (?=dia \d|\d\d?/\d)")
_END_OF_WEEK = re.compile(r"(?:fim|final) d[ea] semana\b")


_AFTER_A_WEEKDAY = frozenset("em para adiante da que agora proxima proximo desta dessa feira feiras".split())
_AFTER_THIS = frozenset((*_WEEKDAYS.split(), *"semana mes ano fim final fds findi proximo proxima".split()))
_SECOND_WORDS = {  # what must follow a common word that may begin dates
    **dict.fromkeys(_LONG_MONTHS.split(), frozenset(("todo", "inteiro", "inteirinho", "todinho"))),
    **dict.fromkeys(_WEEKDAYS.split(), _AFTER_A_WEEKDAY), **dict.fromkeys(_THESE.split(), _AFTER_THIS),
    **dict.fromkeys(_RANGE_LEADS, frozenset((*_BY_FIRST_WORD, "o", "a"))), "a": frozenset(("partir",)), "na": frozenset(("proxima",
    "semana")), "estou": frozenset(("de",)),
    "so": frozenset(next(firsts for side, firsts, _ in _SIDES if side == "away").split()),
}  # fmt: skip


def begins_dates(word: str, following: str) -> bool:
    """The quick look at one of `DATE_LEADS` where no number follows soon."""
    seconds = _SECOND_WORDS.get(word)
    return seconds is None or following in seconds


def dates_at(text: str, at: int, word: str, today: date, *, near: bool) -> Found | None:
    """The dates that begin at one place of a text, with `word`, and where their words end. `near`: a number follows soon."""
    for side, words in _SIDES_BY_FIRST_WORD.get(word, ()):
        if (lead := words.match(text, at)) and (found := _after_lead(side, lead, today)):
            return found
    if not (word in _BY_FIRST_WORD or word in _RANGE_LEADS or (near and (word[0].isdecimal() or word in DAY_LEADS))):
        return None
    return _with_more(text, at, word, today, near=near)


def _with_more(text: str, at: int, word: str, today: date, *, near: bool) -> Found | None:
    """Dates, and what makes a range of them: "de 28/11 até 05/12", "hoje e amanhã" stays two."""
    later = _FIRST_NAMED.match(text, at + len(word) + 1) if word in _RANGE_LEADS else None
    if later and (near or later["word"] in _BY_FIRST_WORD):
        first = _plain(text, later.start("word"), later["word"], today, near=near)
        if first and (ranged := _ranged(first, text, today, _AND if word == "entre" else _TO)):
            return ranged
    if weekday := _WEEKDAY_ONWARDS.match(text, at):
        return DateWords(_weekday(weekday, today), "from", asked=True), weekday.end()
    if (named := _WEEKDAY_AND_DAY.match(text, at)) and (day := _weekday_and_day(named, today)):
        return DateWords(day), named.end()
    found = _plain(text, at, word, today, near=near)
    if found is None:
        return None
    if onwards := _ONWARDS.match(text, found[1]):
        return evolve(found[0], side="from"), onwards.end()
    return _ranged(found, text, today, _TO) or found


def _ranged(first: Found, text: str, today: date, to: re.Pattern[str]) -> Found | None:
    if not (between := to.match(text, first[1])) or not (word := _FIRST.match(text, between.end())):
        return None
    last = _plain(text, between.end(), word[0], today, near=True)
    if last is None and (weekday := _A_WEEKDAY.match(text, between.end())):
        last = DateWords(_weekday(weekday, first[0].dates[0])), weekday.end()
    if last is None or last[0].dates[1] < first[0].dates[0]:
        return None
    return DateWords((first[0].dates[0], last[0].dates[1]), "in", first[0].asked or last[0].asked), last[1]


def _plain(text: str, at: int, word: str, today: date, *, near: bool) -> Found | None:
    for words, read, asked in _BY_FIRST_WORD.get(word, ()):
        if (found := words.match(text, at)) and (dates := read(found, today)):
            return DateWords(dates, "in", asked), found.end()
    if not (near and (word[0].isdecimal() or word in DAY_LEADS)):
        return None
    if (found := _LIST.match(text, at)) and ("dia" in word or found["month"]) and (listed := _listed(found, today)):
        return DateWords(listed[0], others=tuple(listed[1:])), found.end()
    for words, read in _NUMERIC_RULES:
        if (found := words.match(text, at)) and (dates := read(found, today)):
            return DateWords(dates), found.end()
    return None


def _listed(found: re.Match[str], today: date) -> list[Dates]:
    """ "dias 1, 2 e 3 de dezembro"."""
    month = MONTHS[found["month"]] if found["month"] else None
    year = int(found["year"]) if found["year"] else None
    days = [1 if word in ("primeiro", "1o") else int(word) for word in re.findall(r"\d+o?|primeiro", found["days"])]
    read = [day for number in days if (day := _calendar_day(number, month, year, today))]
    return [(day, day) for day in read] if len(read) == len(days) else []


def _after_lead(side: Side, lead: re.Match[str], today: date) -> Found | None:
    text, at = lead.string, lead.end()
    if named := _BEFORE_A_DATE.match(text, at):  # "volto sexta, dia 4 de dezembro"
        at = named.end()
    first = _FIRST.match(text, at)
    if first and (plain := _plain(text, at, first[0], today, near=True)):
        words, end = plain
        return _sided(side, words, today, after="depois" in lead[0] or "apos" in lead[0]), end
    if side == "until" and (found := _END_OF_WEEK.match(text, at)):
        return _sided(side, DateWords(_this_week(found, today), asked=True), today, after=False), found.end()
    if not lead[0].startswith(("chego", "depois", "apos")) and (found := _A_WEEKDAY.match(text, at)):
        return _sided(side, DateWords(_weekday(found, today), "in", asked=True), today, after=False), found.end()
    return None


def _sided(side: Side, words: DateWords, today: date, *, after: bool) -> DateWords:
    """ "A partir do dia 10" begins with it, "depois do dia 10" on the next day; "volto depois do dia 10" is away on the 10th too."""
    first, last = words.dates
    if side == "until":
        return DateWords((today, last), side, words.asked)
    if side == "before":  # "antes do dia 5 não dá"
        return DateWords((today, max(today, first - ONE_DAY)), "until", words.asked)
    if side == "from":
        return DateWords((last + ONE_DAY, last + ONE_DAY) if after else (first, last), side, words.asked)
    return DateWords((today, last if after else first - ONE_DAY), side, asked=True)


def _date(found: re.Match[str], group: str, today: date) -> date | None:
    parts = found.groupdict()
    month, year = parts.get("month"), parts.get("year")
    day = _SPOKEN.get(parts[group]) or int(parts[group])
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
