"""Visit times written back in Portuguese: "Pode: sáb 8h–12h, ou todo dia depois das 18h. Não pode: nos outros horários."."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from core.hours import ALWAYS, DAY, DAYS, EVERY_DAY, Span, by_span, days_in, runs
from core.visit_words import ALL_TIMES, ANY_TIME, AT_OTHER_TIMES, EVERY_DAY_WORDS, FULL_DAYS, IN_THE_REST, NO_TIME, SHORT_DAYS

AMBIGUOUS_BEFORE = 6  # o'clock: an earlier hour is read as one of the afternoon, unless a nought is written before it
_WHOLE_DAY = (0, DAY)
_TUESDAY = 1
_BEGINS_WITH_RANGE = re.compile(r"\w+ a ")
_FEW = 2  # days, which are named in full where no hours stand behind them
Dated = list[tuple[tuple[date, date], int]]  # dates and the minutes of the week blocked between them


class Sides(NamedTuple):
    """What follows "Pode:" and "Não pode:", without labels and full stops; "" where there is nothing to say."""

    can: str
    cannot: str

    @property
    def cannot_first(self) -> bool:
        """The side that names times is read first."""
        return self.can == IN_THE_REST


def sides_of(blocked: int, dated: Dated) -> Sides:
    """`blocked` minutes of every week, and dated blocks: the side with fewer windows is named, the other is "the rest"."""
    if not blocked and not dated:
        return Sides(ANY_TIME, "")
    if blocked == ALWAYS:
        return Sides(NO_TIME, ALL_TIMES)
    free = ALWAYS & ~blocked
    if blocked and not dated and _weight(free) < _weight(blocked):
        return Sides(_listed(_pieces(free, " ou "), ", ou "), AT_OTHER_TIMES)
    pieces = _pieces(blocked, " e ") + [piece for dates, minutes in dated for piece in _dated_pieces(dates, minutes)]
    return Sides(IN_THE_REST, "; ".join(pieces))


def week_words(minutes: int) -> str:
    """Times that all hold: "de seg a sex, 8h–18h, e sáb 8h–12h"."""
    words = _listed(_pieces(minutes, " e "), ", e ")
    return f"de {words}" if _BEGINS_WITH_RANGE.match(words) else words


def slot_words(day: str, start: int, end: int) -> str:
    """ "sáb 8h–12h pode"."""
    return f"{SHORT_DAYS[DAYS.index(day)]} {span_words((start, end))} pode"


def span_words(span: Span) -> str:
    """ "6h–12h", "antes das 12h", "depois das 18h30"; "" for the whole day."""
    start, end = span
    if span == _WHOLE_DAY:
        return ""
    if end == DAY:
        return f"depois {_of(start)}"
    return f"antes {_of(end)}" if start == 0 else f"{hour_words(start)}–{hour_words(end)}"


def hour_words(minute: int) -> str:
    """ "8h", "8h30"; "05h" is the early morning, for "5h" may be the afternoon."""
    hour, past = divmod(minute, 60)
    written = f"0{hour}h" if 0 < hour < AMBIGUOUS_BEFORE else f"{hour}h"
    return f"{written}{past:02}" if past else written


def _of(minute: int) -> str:
    words = hour_words(minute)
    return f"{'da' if minute // 60 in (0, 1) else 'das'} {f'0{words}' if minute // 60 == AMBIGUOUS_BEFORE else words}"


def _weight(minutes: int) -> tuple[int, int]:
    """Fewer windows first, then fewer minutes."""
    return len(by_span(minutes)), minutes.bit_count()


def _pieces(minutes: int, between: str) -> list[str]:
    """One piece for each set of days; whole days come late, or they would be read as days of the hours behind them; "todo dia" last."""
    ordered = sorted(
        _by_days(minutes).items(), key=lambda each: (each[0] == EVERY_DAY, each[1] == [_WHOLE_DAY], each[0] & -each[0], each[1])
    )
    return [_piece(days, between.join(span_words(span) for span in its_spans)) for days, its_spans in ordered]


def _by_days(minutes: int) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for span, days in sorted(by_span(minutes).items()):
        found.setdefault(days, []).append(span)
    return found


def _piece(days: int, hours: str) -> str:
    named = day_words(days, alone=not hours)
    if not hours:
        return named
    return f"{named}{' ' if days == EVERY_DAY or days.bit_count() == 1 else ', '}{hours}"


def day_words(days: int, *, alone: bool = False) -> str:
    """ "seg", "seg e qua", "seg a sex", "todo dia"; alone: without hours behind them, "terça e quarta"."""
    if days == EVERY_DAY:
        return EVERY_DAY_WORDS
    names = _names(days, alone=alone)
    return _listed([part for first, last in runs(days) for part in _run(names[first : last + 1])], " e ")


def _names(days: int, *, alone: bool) -> Sequence[str]:
    """In full where "Não pode: ter 8h–12h" would be read as the verb, and where one or two days stand alone."""
    in_full = next(days_in(days)) == _TUESDAY or (alone and days.bit_count() <= _FEW)
    return FULL_DAYS if in_full else SHORT_DAYS


def _run(names: Sequence[str]) -> Sequence[str]:
    """Three days or more are a range."""
    return (f"{names[0]} a {names[-1]}",) if len(names) > _FEW else names


def _listed(parts: list[str], last: str) -> str:
    comma = ", " if last == " e " else "; "
    return last.join((comma.join(parts[:-1]), parts[-1])) if len(parts) > 1 else parts[0]


def _dated_pieces(dates: tuple[date, date], minutes: int) -> list[str]:
    """ "quarta 25/11, 0h–12h"; "de 30/11 a 06/12, seg e ter, depois das 18h"."""
    first, last = (f"{day:%d/%m}" for day in dates)
    one = first == last
    named = f"{FULL_DAYS[dates[0].weekday()]} {first}" if one else f"de {first} a {last}"
    pieces = []
    for days, its_spans in _by_days(minutes).items():
        every = one or days.bit_count() == min(7, (dates[1] - dates[0]).days + 1)
        hours = " e ".join(span_words(span) for span in its_spans)
        pieces.append(", ".join(part for part in (named, "" if every else day_words(days, alone=not hours), hours) if part))
    return pieces
