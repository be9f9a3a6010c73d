"""Times as sets: minutes of every week, and minutes of the weeks between two dates; and how day and clock words make them."""

from collections.abc import Iterable
from datetime import date

from core.hours import ALWAYS, DAY, EVERY_DAY, window
from core.records import Record, evolve
from core.visit_clocks import ClockWords
from core.visit_dates import ONE_DAY, DateWords
from core.visit_holidays import Dates
from core.visit_tokens import Kind, Token
from core.visit_words import WEEKDAYS

TIMES: tuple[Kind, ...] = ("day", "days", "any_day", "date", "window", "office")
Times = dict[Dates | None, int]  # by dates (None: every week) the set of minutes of the week


class Unclear(Exception):
    """The words cannot be read for sure."""


class Group(Record):
    """Days (or dates) and windows that belong together: "segunda e quarta de manhã"."""

    days: int = 0
    dates: tuple[DateWords, ...] = ()
    windows: tuple[ClockWords, ...] = ()
    office: bool = False  # business hours, of weekdays unless days are named
    windows_first: bool = False

    @property
    def names_days(self) -> bool:
        return bool(self.dates) or self.days not in (0, EVERY_DAY) or (self.office and not self.days)

    @property
    def whole_week(self) -> bool:
        """ "todos os dias", "o dia todo"."""
        some = self.days == EVERY_DAY or bool(self.windows)
        return some and self.days in (0, EVERY_DAY) and not self.dates and self.lasts_all_day

    @property
    def lasts_all_day(self) -> bool:
        return all((each.start, each.end) == (0, DAY) for each in self.windows)

    @property
    def is_open(self) -> bool:
        """Says from or until when, and so speaks of what is possible."""
        return any(each.form in ("from", "until") for each in self.windows)

    @property
    def asked(self) -> bool:
        return any(each.asked for each in self.windows) or any(each.asked for each in self.dates)

    def has(self, what: str) -> bool:
        return bool(self.windows) if what == "windows" else bool(self.days or self.dates)

    def times(self) -> Times:
        """Raises Unclear for a point in time, or days and dates that do not go together."""
        if any(each.form == "point" for each in self.windows) or any(each.side == "from" for each in self.dates):
            raise Unclear
        windows = [(each.start, each.end) for each in self.windows] or [(0, DAY)]
        if self.dates:
            return united(_dated(each.dates, self.days, windows) for each in self.dates)
        days = self.days or (WEEKDAYS if self.office else EVERY_DAY)
        return {None: _weekly(days, windows)}


def _weekly(days: int, windows: Iterable[tuple[int, int]]) -> int:
    minutes = 0
    for start, end in windows:
        minutes |= window(days, start, end)
    return minutes


def _dated(dates: Dates, days: int, windows: Iterable[tuple[int, int]]) -> Times:
    """Over midnight the early hours are the next day's."""
    inside = weekdays_of(dates)
    if (days and not days & inside) or (days and len_of(dates) == 1 and days != inside):
        raise Unclear
    found: Times = {}
    for start, end in windows:
        evening = window(days & inside or inside, start, end if end > start else DAY)
        found = united((found, {dates: evening}))
        if end <= start and end:
            after = (dates[0] + ONE_DAY, dates[1] + ONE_DAY)
            found = united((found, {after: window(_next_day(days & inside or inside), 0, end)}))
    return found


def _next_day(days: int) -> int:
    return (days << 1 | days >> 6) & EVERY_DAY


def len_of(dates: Dates) -> int:
    return (dates[1] - dates[0]).days + 1


def weekdays_of(dates: Dates) -> int:
    """The days of the week that lie between two dates."""
    days = 0
    for ahead in range(min(7, len_of(dates))):
        days |= 1 << (dates[0] + ahead * ONE_DAY).weekday()
    return days


def united(several: Iterable[Times]) -> Times:
    found: Times = {}
    for times in several:
        for dates, minutes in times.items():
            found[dates] = found.get(dates, 0) | minutes
    return found


def less(times: Times, freed: Times) -> Times:
    """Raises Unclear where single dates would have to be taken out of every week."""
    if any(dates not in times and minutes & times.get(None, 0) for dates, minutes in freed.items() if dates):
        raise Unclear
    always = freed.get(None, 0)
    left = {dates: minutes & ~always & ~(freed.get(dates, 0) if dates else 0) for dates, minutes in times.items()}
    return {dates: minutes for dates, minutes in left.items() if minutes}


def contrary(times: Times) -> Times:
    """Every other time; of dates the other times of those days. Raises Unclear where that is nothing: "só amanhã"."""
    if set(times) == {None}:
        return {None: ALWAYS & ~times[None]}
    left: Times = {dates: window(weekdays_of(dates), 0, DAY) & ~minutes for dates, minutes in times.items() if dates}
    if None in times or not all(left.values()):
        raise Unclear
    return left


def groups_of(tokens: Iterable[Token]) -> list[Group]:
    """Day, date and window tokens in order, grouped: days before windows share them, a new day after a window begins anew."""
    found: list[Group] = [Group()]
    parted: Kind | None = None  # "ou" or "e" stands before
    for token in _with_ranges(tokens):
        if token.kind not in ("or", "and"):
            if _begins_anew(found[-1], token) or (parted and _is_other(found[-1], token, parted)):
                found.append(Group())
            found[-1] = _joined(found[-1], token)
        parted = token.kind if token.kind in ("or", "and") else None
    return _checked(found)


def _is_other(group: Group, token: Token, parted: Kind) -> bool:
    """ "à noite ou sábado", "à noite e sábado": two times, not Saturday night; "sábado ou à noite" is for a person."""
    window = token.kind in ("window", "office")
    if parted == "and":
        return group.has("windows") and not group.has("days") and not window
    return group.has("days") != group.has("windows") and group.has("days") == window


def _begins_anew(group: Group, token: Token) -> bool:
    if token.kind in ("window", "office"):
        return group.windows_first and group.has("days")
    return group.has("windows") and group.has("days") and not group.windows_first and group.days != EVERY_DAY


def _joined(group: Group, token: Token) -> Group:
    days, dates, windows, value = group.days, group.dates, group.windows, token.value
    first = group.windows_first
    if isinstance(value, ClockWords):
        first = first or not group.has("days")
        windows = _narrowed(windows, value)
    elif isinstance(value, DateWords):
        dates = (*dates, value, *(DateWords(other) for other in value.others))
    elif isinstance(value, int):
        days = _named(days, value)
    return Group(days, dates, windows, group.office or token.kind == "office", first)


def _named(days: int, more: int) -> int:
    """ "todo dia das 8 às 10, de seg a sex": the days that are said more exactly."""
    if EVERY_DAY in (days, more):
        return days if more == EVERY_DAY and days else more
    return days | more


def _narrowed(windows: tuple[ClockWords, ...], more: ClockWords) -> tuple[ClockWords, ...]:
    """ "de manhã das 8 às 10", "à tarde depois das 15h": the part of a window that is said more exactly."""
    last = windows[-1] if windows else None
    if last is None or last.form == "point" or more.form == "point" or last.end <= last.start or more.end <= more.start:
        return (*windows, more)
    start, end = max(last.start, more.start), min(last.end, more.end)
    inside = (start, end) in ((last.start, last.end), (more.start, more.end)) or "span" not in (last.form, more.form)
    if start >= end or not (inside or more.form != "span"):
        return (*windows, more)
    return (*windows[:-1], evolve(more, start=start, end=end, form="span" if start and end < DAY else more.form))


def _checked(groups: list[Group]) -> list[Group]:
    """ "de manhã na segunda e quarta à tarde": nobody can say whose the afternoon is."""
    if len(groups) > 1 and any(group.windows_first and not group.has("days") for group in groups[1:]):
        raise Unclear
    return groups


def _with_ranges(tokens: Iterable[Token]) -> Iterable[Token]:
    """ "seg a sex" becomes one token."""
    found: list[Token] = []
    joining = False
    for token in tokens:
        if token.kind == "to":
            joining = bool(found) and found[-1].kind == "day"
        elif joining and token.kind == "day":
            first = found.pop()
            found.append(Token("days", first.start, token.end, _day_range(first.value, token.value)))
            joining = False
        elif token.kind in (*TIMES, "or", "and"):
            found.append(token)
            joining = False
    return found


def _day_range(first: object, last: object) -> int:
    if not (isinstance(first, int) and isinstance(last, int)):
        raise Unclear
    start, end = first.bit_length() - 1, last.bit_length() - 1
    return sum(1 << day % 7 for day in range(start, end + 1 if end >= start else end + 8))


def until_the_day_before(words: DateWords, today: date) -> Times:
    """ "a partir do dia 10": nothing before."""
    if words.dates[0] <= today:
        return {}
    dates = (today, words.dates[0] - ONE_DAY)
    return {dates: window(weekdays_of(dates), 0, DAY)}
