"""Windows of a day that a sentence names by the clock: "das 8h às 12h", "depois das 18h", "até meio-dia", "2 às 5 da tarde"."""

import re
from typing import Literal

from core.records import Record
from core.visit_words import NUMBERS

Form = Literal["span", "from", "until", "point"]
NOON, MIDNIGHT = 720, 1440  # minutes of the day
HOUR_WORDS = frozenset((*NUMBERS, "meio", "meia", "trinta", "primeiro", "dois"))
_EARLIEST_MEANT = 6  # o'clock: a bare "5" is taken for 17h, and asked
_SHORT = 300  # minutes: a window of the day that crosses noon is seldom longer, if its hours are said so
_MINUTES = {"meia": 30, "trinta": 30, "quinze": 15, "quarenta": 40, "quarenta e cinco": 45, "vinte": 20, "dez": 10}
_TO_THE_HOUR = {"cinco": 5, "dez": 10, "quinze": 15, "vinte": 20, "5": 5, "10": 10, "15": 15, "20": 20}  # "quinze para as duas"


class ClockWords(Record):
    """Minutes of the day; an end not after the start is on the next day. `asked`: morning or afternoon was not said."""

    start: int
    end: int
    form: Form = "span"
    asked: bool = False


class _Hour(Record):
    minute: int
    sure: bool  # morning or afternoon is known
    place: int  # where its words end
    marked: bool  # "8h", "8:00", "oito horas", "8 da manhã": nothing but an hour
    lettered: bool  # written with an h


_WORDED = "|".join(("vinte e (?:uma|duas|tres|quatro)", *sorted(NUMBERS, key=len, reverse=True)))
_UNIT = r"(?:hs|horas?|hrs?|h)"
_COUNTED = (  # what is counted is no hour: "8 anos", "três crianças"
    r"feira dias? anos? vez vezes min\w* filh\w* pessoas? mes meses semanas? quartos? cachorros? gatos? netos? andar andares criancas? "
    r"menin[oa]s? moc[oa]s adult[oa]s reais real kg metros irma\w* pont\w* unidades funcionarios predios? blocos? torres?"
)
_NO_HOURS = rf"(?! (?:{'|'.join(_COUNTED.split())}|antes(?! d)|de antecedencia)\b)"
_AFTER_MINUTES = (
    r"(?= (?:as|ate|da|do|minutos|em|eu|a gente|nao|estou|,|;)| *$)"  # "oito e quinze" is an hour, "oito e quinze pessoas" none
)
_HOUR = re.compile(
    rf"(?:(?P<before>{'|'.join(_TO_THE_HOUR)})(?: minutos)? para (?:as |a |o )?)?"
    rf"(?:(?P<noon>meio dia)|(?P<midnight>meia noite)|(?P<number>\d\d?|{_WORDED})"
    rf"(?:(?P<digits>[:.][0-5]\d|(?<=\d\d)[0-5][05])(?P<late_unit> ?{_UNIT})?"
    rf"|(?P<unit> ?{_UNIT}(?![a-z]))(?P<minutes> ?[0-5]\d(?:min)?(?!\d| ?{_UNIT}))?)?)"
    rf"(?![\d/]|[a-z]){_NO_HOURS}"
    rf"(?: e (?P<worded>meia(?! noite)|trinta|quarenta(?: e cinco)?|(?:quinze|vinte|dez){_AFTER_MINUTES}))?(?: minutos)?"
    r"(?P<part> (?:da|de|a) (?:manha|tarde|noite|madrugada)\b)?"
)
_TO = re.compile(
    r" (?:e (?:vai|vao|segue|termina|acaba|fica|fico|saio|sai|largo) )?"
    r"(?P<to>-|–|—|/|as as|as|ate as|ate a|ate o|ate umas|ate|ao|a|e as|e a|e o|e|para as) "
)
_BUT_BEFORE = re.compile(r"(?: e| ,| mas)? (?:ate|antes)(?: (?:as|das|da|de|do|ao|a|o))? ")
_ONWARDS = re.compile(r" (?:em diante|para frente|para a frente|adiante|para la|ou mais tarde|ou depois)\b")
_OF = "(?:das |da |de |do |dos |as |a |ao |o |que sejam |que seja |as )?"
_LEADS: tuple[tuple[Form, str, str], ...] = (  # what comes before an hour, by its first word: form · first words · all words
    ("from", "a partir", f"(?:a )?partir {_OF}"),
    ("from", "depois apos passando passado", rf"(?:depois|apos|passando|passado) (?:mais ou menos )?{_OF}"),
    ("from", "passou", f"passou {_OF}"),
    ("from", "depois", f"depois que (?:da|der|deu|bate|bater|bateu|passa|passar|passou) {_OF}"),
    ("from", "mais", f"mais tarde (?:que |do que ){_OF}"),
    ("from", "so", "so la para depois das "),
    ("until", "ate antes", f"(?:ate antes|ate no maximo|ate|antes) {_OF}"),
    ("until", "no", f"no maximo (?:ate )?{_OF}"),
    ("span", "das da de do dos desde", "(?:das|da|desde as|desde a|desde|de|dos|do) "),
    ("span", "entre", "entre (?:as |a |o )?"),
    ("point", "as a ao o", "(?:as|ao|a|o) "),
)
_BY_FIRST_WORD: dict[str, list[tuple[Form, re.Pattern[str]]]] = {}
for _form, _firsts, _words in _LEADS:
    for _first in _firsts.split():
        _BY_FIRST_WORD.setdefault(_first, []).append((_form, re.compile(_words)))
CLOCK_LEADS = frozenset((*_BY_FIRST_WORD, *HOUR_WORDS, "partir", "diante", "adiante", "frente"))
_OF_A_FLAT = ("do ", "da ", "dos ", "de ")  # "o rapaz do 12"
_BEFORE_A_FLAT = (" do ", " da ", " no ", " na ")
_NO_LEAD: list[tuple[Form, re.Pattern[str]]] = [("point", re.compile(""))]


def clock_at(text: str, at: int, word: str) -> tuple[ClockWords, int] | None:
    """The window that begins at one place of a text, with `word`, and where its words end. Words stand apart by one space."""
    if word.isdecimal() and text[max(0, at - 4) : at] in _BEFORE_A_FLAT and not _TO.match(text, at + len(word)):
        return None
    leads = _NO_LEAD if word[0].isdecimal() or word in HOUR_WORDS else _BY_FIRST_WORD.get(word, ())
    for form, words in leads:
        if (lead := words.match(text, at)) and (hour := _hour_at(text, lead.end())) and (window := _window(form, hour, text)):
            flat = window[0].form == "point" and lead[0] in _OF_A_FLAT and text[lead.end() : hour.place].isdecimal()
            return None if flat else window
    return None


def _window(form: Form, first: _Hour, text: str) -> tuple[ClockWords, int] | None:
    if form == "until":
        return _ended(_until(first), first)
    between = (_BUT_BEFORE if form == "from" else _TO).match(text, first.place)
    if between and (last := _hour_at(text, between.end())) and (span := _between(first, last, between[0])):
        return span, last.place
    if form == "from":
        return _ended(_open(first, "from"), first)
    if onwards := _ONWARDS.match(text, first.place):
        return _ended(_open(first, "from"), first, onwards.end())
    return (ClockWords(first.minute, first.minute, "point", not first.sure), first.place) if first.marked else None


def _ended(words: ClockWords | None, hour: _Hour, place: int | None = None) -> tuple[ClockWords, int] | None:
    return (words, place or hour.place) if words else None


def _between(first: _Hour, last: _Hour, to: str) -> ClockWords | None:
    """From one hour to another; "depois das 18h e antes das 8h" is no such window."""
    if first.minute == last.minute or ("antes" in to and last.minute <= first.minute):
        return None
    if "–" in to and first.lettered and last.lettered and first.minute < last.minute:
        return ClockWords(first.minute, last.minute)  # as the summary writes it
    start, end = first.minute % MIDNIGHT, last.minute
    if first.sure and last.sure:
        return ClockWords(start, end)
    if first.sure:
        return _early_end(start, end)
    return _early_start(start, end, afternoon=last.marked and end > NOON) if last.sure else _early_both(start, end)


def _early_end(first: int, last: int) -> ClockWords:
    """ "8 às 5" ends at 17h, and is asked; "10 às 2" and "meio-dia às 2" can be nothing else than 14h; "22h às 6h" ends on the next day."""
    return ClockWords(first, last + NOON, asked=last + NOON - first > _SHORT) if last <= first < last + NOON else ClockWords(first, last)


def _early_start(first: int, last: int, *, afternoon: bool) -> ClockWords:
    """ "2 às 5 da tarde" begins at 14h; "2 às 17" too, and is asked; "6 às 12" in the morning."""
    return ClockWords(first + NOON, last, asked=not afternoon) if first + NOON < last or last <= first else ClockWords(first, last)


def _early_both(first: int, last: int) -> ClockWords | None:
    return ClockWords(first + NOON, last + NOON, asked=True) if first < last else None


def _until(hour: _Hour) -> ClockWords | None:
    """ "Antes das 6h" is the early morning, "até as 6" may be 18h."""
    return _open(_Hour(hour.minute, hour.sure or hour.lettered, hour.place, hour.marked, hour.lettered), "until")


def _open(hour: _Hour, form: Form) -> ClockWords | None:
    minute = hour.minute if hour.sure else hour.minute + NOON
    minute = 0 if form == "from" and minute == MIDNIGHT else minute
    start, end = (minute, MIDNIGHT) if form == "from" else (0, minute)
    return ClockWords(start, end, form, not hour.sure) if start < end else None


def at_form(point: ClockWords, form: Form) -> ClockWords | None:
    """A corrected hour in the form of what it corrects ("depois das 14h, aliás, 15h")."""
    return _open(_Hour(point.start, not point.asked, 0, marked=True, lettered=False), form)


def _hour_at(text: str, at: int) -> _Hour | None:
    """One hour of the clock; None for what no clock shows."""
    found = _HOUR.match(text, at)
    if found is None:
        return None
    number, minutes = _read(found)
    early = found["noon"] is None and found["midnight"] is None
    if number > 24 or minutes > 59 or number * 60 + minutes > MIDNIGHT:
        return None
    part = (found["part"] or "").rpartition(" ")[2]
    afternoon = part in ("tarde", "noite") and (number < 12 or (number == 12 and part == "noite"))
    said = bool(part) or not early or bool(found["digits"]) or text[at] == "0"
    minute = (number + 12 * afternoon) * 60 + minutes - _TO_THE_HOUR.get(found["before"] or "", 0)
    unit = found["unit"] or found["late_unit"]
    marked = bool(unit or found["digits"] or found["worded"] or part or not early or text[at].isdecimal())
    return _Hour(minute, said or number > _EARLIEST_MEANT, found.end(), marked, bool(unit) and text[at].isdecimal())


def _read(found: re.Match[str]) -> tuple[int, int]:
    """Hours and minutes as they are said: "8h30", "meio dia e meia", "vinte e duas"."""
    minutes = _MINUTES.get(found["worded"] or "", 0)
    if found["noon"] or found["midnight"]:
        return 12 if found["noon"] else 24, minutes
    number, said = found["number"], found["digits"] or found["minutes"]
    if said:
        minutes = int("".join(filter(str.isdecimal, said)))
    if number.isdecimal():
        return int(number), minutes
    tens, _, ones = number.partition(" e ")
    return NUMBERS[tens] + NUMBERS.get(ones, 0), minutes
