"""Sentences with the right answer (`tests/understanding/*.jsonl`): how each kind of set is read and judged.

A file is `NAME.jsonl` (for building) or `NAME.sealed.jsonl` (by somebody who has not seen the program), one JSON object a line with
`text` and what is right; docs/understanding.md says what each field means. The sentences were written for one moment, `NOW`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.json import decode

from core.answers import read_aside, read_option, read_yes_no
from core.habitability import suggest_priority
from core.hazards import find_hazards
from core.hours import DAY, DAYS, week_of, window
from core.reading import read_message
from core.visits import SERVICE_HOURS, BlockedWindow, VisitRestriction, parse_restriction

NOW = datetime(2026, 11, 24, 10)  # noqa: DTZ001 - wall time at the home, a Tuesday
DAYS_LOOKED_AT = 420  # dated blocks are compared up to a year ahead
SERVED = week_of(SERVICE_HOURS)
DATA = ("cpf", "cnpj", "email", "mobile")
WORDS = ("kind", "first_name", "last_name", "company_name", "role", "address", "priority")
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: what was right, what was read, and what that counts for."""

    text: str
    expected: str
    read: str
    right: bool
    counts: Counter[str] = field(default_factory=Counter)


def lines(file: Path) -> list[Line]:
    return [decode(line) for line in file.read_bytes().splitlines() if line.strip()]


# -- visit times

_OSM = ("mo", "tu", "we", "th", "fr", "sa", "su")
_DAY = f"(?:{'|'.join(_OSM)})"
_DATE = r"\d{4}-\d\d-\d\d"
_ENTRY = re.compile(
    rf"(?:(?P<first>{_DATE})(?:\.\.(?P<last>{_DATE}))?|(?P<days>{_DAY}(?:[,-]{_DAY})*)) (?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)"
)


def blocked_windows(written: str) -> tuple[BlockedWindow, ...]:
    """ "mo,we-fr 06:00-12:00; 2026-12-01..2026-12-05 00:00-24:00". Raises ValueError for anything else."""
    return tuple(_window(entry) for entry in written.split("; ") if entry)


def _window(entry: str) -> BlockedWindow:
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise ValueError(f"{entry!r} is no time that is blocked")
    start, end = (int(each[:2]) * 60 + int(each[3:]) for each in (found["start"], found["end"]))
    if found["days"]:
        return BlockedWindow(frozenset(_days(found["days"])), start, end)
    first = date.fromisoformat(found["first"])
    return BlockedWindow(frozenset(DAYS), start, end, (first, date.fromisoformat(found["last"]) if found["last"] else first))


def _days(written: str) -> Iterable[str]:
    for part in written.split(","):
        first, _, last = part.partition("-")
        start, end = _OSM.index(first), _OSM.index(last or first)
        yield from (DAYS[day % 7] for day in range(start, end + 1 if end >= start else end + 8))


def served_minutes(blocked: Iterable[BlockedWindow]) -> tuple[int, ...]:
    """For each day from now on the minutes of the service hours that are blocked, as bits of its week."""
    each = tuple(blocked)
    return tuple(_on(NOW.date() + timedelta(days=ahead), each) for ahead in range(DAYS_LOOKED_AT))


def _on(day: date, blocked: tuple[BlockedWindow, ...]) -> int:
    weekday = day.weekday()
    minutes = 0
    for each in blocked:
        if DAYS[weekday] in each.days and (each.dates is None or each.dates[0] <= day <= each.dates[1]):
            minutes |= window(1 << weekday, each.start, each.end) if each.end > each.start else 0
    return minutes & SERVED & ((1 << DAY) - 1) << weekday * DAY


def same_times(read: VisitRestriction, written: str) -> bool:
    return served_minutes(read.blocked) == served_minutes(blocked_windows(written))


def judge_times(line: Line) -> Judged:
    read = parse_restriction(line["text"], now=NOW)
    status = line["status"]
    same = read.status != "needs_agent" and same_times(read, line.get("blocked", "")) if status != "needs_agent" else False
    right = read.status == "needs_agent" if status == "needs_agent" else same
    counts = Counter(
        right=right,
        silent=read.status == "parsed" and not right,
        needless=right and read.status == "confirm" and status == "parsed",
        unasked=right and read.status == "parsed" and status == "confirm",
        clear=status == "parsed",
        doubtful=status == "confirm",
    )
    return Judged(line["text"], f"{status} {line.get('blocked', '')}", f"{read.status} {_written(read)}", right, counts)


def _written(read: VisitRestriction) -> str:
    return "; ".join(f"{_when(each)} {_clock(each.start)}-{_clock(each.end)}" for each in read.blocked)


def _when(each: BlockedWindow) -> str:
    if each.dates:
        return "..".join(map(str, each.dates))
    return ",".join(_OSM[DAYS.index(day)] for day in sorted(each.days, key=DAYS.index))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


# -- danger, priority


def judge_hazards(line: Line) -> Judged:
    read: dict[str, str] = {hazard.kind: hazard.certainty for hazard in find_hazards(line["text"])}
    expected: dict[str, str] = line["hazards"]
    counts = Counter(
        expected=len(expected),
        found=len(expected.keys() & read.keys()),
        certain=sum(read.get(kind) == certainty for kind, certainty in expected.items()),
        calm=not expected,
        alarmed=bool(read) and not expected,
        extra=bool(expected) and bool(read.keys() - expected.keys()),
    )
    return Judged(line["text"], _pairs(expected), _pairs(read), read == expected, counts)


def _pairs(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in sorted(values.items())) or "–"


def judge_priority(line: Line) -> Judged:
    found = read_message(line["text"], now=NOW).priority
    read, suggested = found.value.value if found else None, suggest_priority(line["text"])
    told, right = line["suggests"] is not None, read == line["priority"]
    meant = not told or suggested == line["suggests"]
    opposite = {read, line["priority"]} == {"high", "low"}
    counts = Counter(right=right, opposite=opposite, told=told, suggested=told and meant)
    expected = f"{line['priority']}, suggests {line['suggests']}"
    return Judged(line["text"], expected, f"{read}, suggests {suggested}", right and meant, counts)


# -- whole messages


def judge_message(line: Line) -> Judged:
    reading = read_message(line["text"], now=NOW)
    expected: dict[str, Any] = line["expect"]
    read: dict[str, Any] = {name: str(each.value) for name in (*DATA, *WORDS) if (each := getattr(reading, name))}
    counts: Counter[str] = Counter()
    for name in (*DATA, *WORDS):
        group = "data" if name in DATA else "words"
        same = name in read and _same(name, read[name], expected.get(name))
        counts += Counter({f"{group} expected": name in expected, f"{group} read": name in read, f"{group} right": same})
    times = _times_right(reading.restriction.value if reading.restriction else None, expected.get("restriction"))
    told = reading.description.value if reading.description else ""
    problem = "problem" not in expected or str(expected["problem"]).casefold() in told.casefold()
    danger = {hazard.kind: hazard.certainty for hazard in reading.hazards} == expected.get("hazards", {})
    right = read.keys() == expected.keys() - {"restriction", "problem", "hazards"} and times and problem and danger
    right = right and all(_same(name, value, expected[name]) for name, value in read.items())
    counts += Counter(right=right, times=times, told="problem" in expected, kept="problem" in expected and problem)
    read |= {"restriction": _written(reading.restriction.value)} if reading.restriction else {}
    read |= {"problem": told} if told else {}
    return Judged(line["text"], _pairs(expected), _pairs(read | {"hazards": reading.hazards}), right, counts)


def _same(name: str, read: str, expected: object) -> bool:
    """Names and addresses: as written, less the signs at their ends; the rest exactly."""
    loose = name in ("address", "first_name", "last_name", "company_name")
    return expected is not None and (_loose(read) == _loose(str(expected)) if loose else read == expected)


def _loose(text: str) -> str:
    return " ".join(re.sub(r"[^\w/]+", " ", text.casefold()).split())


def _times_right(read: VisitRestriction | None, expected: str | None) -> bool:
    if expected is None or expected == "needs_agent":
        return read is None or (expected is not None and read.status == "needs_agent")
    return read is not None and read.status != "needs_agent" and same_times(read, expected)


# -- short answers


def judge_short(line: Line) -> Judged:
    expected, read = line["expect"], SHORT[line["ask"]](line)
    right = read == expected and type(read) is type(expected)
    counts = Counter(right=right, wrong=not right and read is not None and expected is not None)
    return Judged(f"{line['text']!r} {line['ask']} {line.get('field', line.get('labels', ''))}", repr(expected), repr(read), right, counts)


def _choice(line: Line) -> object:
    index = read_option(line["text"], line["labels"])
    return read_aside(line["text"]) if index is None and line["expect"] == "question" else index


SHORT: Mapping[str, Callable[[Line], object]] = {
    "yes_no": lambda line: read_yes_no(line["text"]),
    "option": _choice,
    "field": lambda line: read_aside(line["text"]),
}

JUDGES: Mapping[str, Callable[[Line], Judged]] = {
    "times": judge_times,
    "hazards": judge_hazards,
    "priority": judge_priority,
    "messages": judge_message,
    "short": judge_short,
}
