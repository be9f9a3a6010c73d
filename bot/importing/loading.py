"""Spreadsheets into the books: all rows are checked before the first one is written, then written in short transactions.

So a database that others use is never held for long (decision 0501).
"""

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from sqlalchemy import Connection

from bot.importing.columns import SHEETS, Given, Head, HeadError, Refused, read_head
from bot.importing.spreadsheets import Row, UnreadableError, rows_of
from bot.steps import dashed
from core.entries import ContractEntry, Entry
from core.errors import Rejected, rejections_by_field
from storage.database import Database, Sqlite
from storage.entries import NOUNS, Effect, Found, Key, Moment, Noun, effect, look, named, write
from storage.serving import is_served

BATCH = 250  # rows of one transaction: some 30 ms with their search tokens, which nobody who waits for the database notices
MAX_ROWS = 500_000  # of one run, good ones and bad ones: their codes or places stay in the memory, about 400 bytes each
MAX_FAULTS = 200  # that are told; who has mended these runs it again

ERASE = "apagar"  # in a cell: what the books know is emptied
_NOTHING = frozenset(("", "-", "--", "–", "—"))  # how programs write that there is nothing
_GARBLED = re.compile("[ÃÂ][\xa1-\xbf]|\ufffd")  # UTF-8 that somebody read as Windows-1252 ("JoÃ£o"), or a byte that means nothing

Totals = dict[str, Counter[Effect]]  # by the noun's name
_NOUNS = {noun.name: noun for noun in NOUNS}


class Fault(NamedTuple):
    """What is wrong at one place of a file. `title` is that of the column, empty for the whole line."""

    path: Path
    line: int
    title: str
    words: str
    details: dict[str, Any]


class FaultError(Exception):
    """Ends a run at a place of a file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.words)
        self.fault = fault


def too_many_rows(path: Path, line: int) -> FaultError:
    return FaultError(Fault(path, line, "", "import-rows", {"limit": MAX_ROWS}))


class OvertakenError(FaultError):
    """Between check and write somebody changed the books, or the file."""


@dataclass(slots=True)
class Faults:
    """`lines` and `codes` are those of the refused rows."""

    told: list[Fault] = field(default_factory=list)
    count: int = 0
    lines: set[tuple[Path, int]] = field(default_factory=set)
    codes: set[Key] = field(default_factory=set)

    def add(self, fault: Fault) -> None:
        """Raises `FaultError` when too many rows are wrong."""
        self.count += 1
        self.lines.add((fault.path, fault.line))
        if len(self.lines) > MAX_ROWS:
            raise too_many_rows(fault.path, fault.line)
        if len(self.told) < MAX_FAULTS:
            self.told.append(fault)


class _Known(Faults):
    """When the rows are read again, only what was told before may be wrong."""

    def add(self, fault: Fault) -> None:
        """Raises `OvertakenError`."""
        if (fault.path, fault.line) not in self.lines:
            raise OvertakenError(fault)


class File(NamedTuple):
    path: Path
    head: Head

    @property
    def noun(self) -> Noun:
        return _NOUNS[self.head.sheet.noun]

    def fault(self, line: int, name: str, refusal: Rejected) -> Fault:
        return Fault(self.path, line, self.head.title(name), f"error-{dashed(refusal.code)}", refusal.details)


class Listed(NamedTuple):
    line: int
    entry: Entry


OnRead = Callable[[int], None]  # how many bytes more of the files have been read

# ── files and rows ───────────────────────────────────────────────────────────


def opened(paths: Iterable[Path], faults: Faults) -> list[File]:
    """The files whose heads can be read, each once, in the order in which their rows name each other."""
    files = [file for path in dict.fromkeys(paths) if (file := _opened(path, faults))]
    order = [sheet.noun for sheet in SHEETS]
    return sorted(files, key=lambda file: order.index(file.noun.name))


def _opened(path: Path, faults: Faults) -> File | None:
    try:
        with rows_of(path) as rows:
            head = next(rows, None)
        return File(path, read_head(head.cells if head else ()))
    except UnreadableError as error:
        faults.add(Fault(path, error.line, "", error.code, {}))
    except HeadError as error:
        faults.add(Fault(path, 1, error.title.strip(), error.code, error.details))
    return None


def _listed(file: File, faults: Faults, on_read: OnRead) -> Iterator[Listed]:
    """The rows that can be read by themselves."""
    try:
        with rows_of(file.path, on_read) as rows:
            for row in islice(rows, 1, None):
                if entry := _entry(file, row, faults):
                    yield Listed(row.line, entry)
    except UnreadableError as error:
        faults.add(Fault(file.path, error.line, "", error.code, {}))


def _entry(file: File, row: Row, faults: Faults) -> Entry | None:
    """None for a row that is refused."""
    read = _read(file, row)
    if isinstance(read, Entry):
        return read
    faults.codes.add((file.noun.name, _cell(row.cells, file.head.places["code"])))
    for fault in read:
        faults.add(fault)
    return None


def _read(file: File, row: Row) -> Entry | list[Fault]:
    """The row by itself, or all that is wrong with it."""
    if any(map(str.strip, row.cells[len(file.head.titles) :])):
        return [Fault(file.path, row.line, "", "import-cells", {})]
    try:
        return file.head.sheet.entry(_given(file.head, row.cells))
    except ValidationError as error:
        return [file.fault(row.line, name, refusal) for name, refusal in rejections_by_field(error)]
    except Refused as error:
        return [file.fault(row.line, error.field, error.refusal)]


def _cell(cells: Sequence[str], place: int) -> str:
    """Some programs leave out the empty cells at the end of a row."""
    return cells[place].strip() if place < len(cells) else ""


def _given(head: Head, cells: Sequence[str]) -> Given:
    """Raises `Refused`."""
    given: Given = {}
    for name, place in head.places.items():
        text = _cell(cells, place)
        if not text.isascii() and _GARBLED.search(text):
            raise Refused(name, Rejected("garbled"))
        if text not in _NOTHING:
            given[name] = None if text.lower() == ERASE else text
    return given


def _batches(rows: Iterator[Listed]) -> Iterator[list[Listed]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _zeros(files: Iterable[File]) -> Totals:
    return {file.noun.name: Counter() for file in files}


# ── the check ────────────────────────────────────────────────────────────────


class _Check:
    """What the rows of this run are called, and what of theirs nobody shares: where each stood first."""

    def __init__(self, files: Iterable[File], moment: Moment, faults: Faults, *, valid_only: bool) -> None:
        self._moment, self._faults, self._valid_only, self.totals = moment, faults, valid_only, _zeros(files)
        self._codes: dict[str, dict[str, tuple[File, int]]] = {name: {} for name in _NOUNS}
        self._uniques: dict[str, dict[str, tuple[File, int]]] = {name: {} for name in _NOUNS}

    @property
    def rows(self) -> int:
        return sum(map(len, self._codes.values()))

    def hear(self, file: File, listed: Listed, found: Found) -> None:
        self._promise(file.noun, listed, found)
        repeated = list(self._repeated(file, listed))
        others = list(conflicts(file, listed, found, self._moment))
        for fault in (*repeated, *others):
            self._faults.add(fault)
        if others and not repeated:
            self._faults.codes.add((file.noun.name, listed.entry.code))
        if not (repeated or others):
            self.totals[file.noun.name][effect(file.noun, listed.entry, found, self._moment)] += 1

    def _promise(self, noun: Noun, listed: Listed, found: Found) -> None:
        """What an entry names may be a row of this run, which has no id yet. If that row is refused, and so the run, it is not to blame."""
        for _, key in named(noun, listed.entry):
            is_refused = key in self._faults.codes
            if (is_refused and not self._valid_only) or (key[1] in self._codes[key[0]] and not is_refused):
                found.ids.setdefault(key, 0)

    def _repeated(self, file: File, listed: Listed) -> Iterator[Fault]:
        noun, here = file.noun, (file, listed.line)
        for name, value, seen in (
            ("code", listed.entry.code, self._codes[noun.name]),
            (noun.key, noun.unique(listed.entry), self._uniques[noun.name]),
        ):
            if value is not None and (first := seen.setdefault(value, here)) is not here:
                details = {"line": first[1], "file": first[0].path}
                yield Fault(file.path, listed.line, file.head.title(name), "import-repeated", details)


async def check(database: Database, files: Sequence[File], moment: Moment, on_read: OnRead, *, valid_only: bool) -> tuple[Faults, Totals]:
    """Reads all rows and looks into the books: what is wrong, and what writing the others would do. Raises `FaultError`.

    `valid_only`: the others will be written, so a row that names a refused one is refused too.
    """
    faults = Faults()
    checked = _Check(files, moment, faults, valid_only=valid_only)
    for file in files:
        for batch in _batches(_listed(file, faults, on_read)):
            found = await database.run(partial(look, noun=file.noun, entries=[listed.entry for listed in batch]))
            for listed in batch:
                checked.hear(file, listed, found)
            if checked.rows > MAX_ROWS:
                raise too_many_rows(file.path, batch[-1].line)
    return faults, checked.totals


def conflicts(file: File, listed: Listed, found: Found, moment: Moment) -> Iterator[Fault]:
    """Why a row that holds by itself does not go with the books."""
    noun, entry = file.noun, listed.entry
    stored, owner = found.of(noun, entry), found.owners.get(noun.unique(entry) or "")
    if owner and (stored is None or stored.id != owner.id):
        whose = "import-taken" if owner.code else "import-taken-here"
        yield Fault(file.path, listed.line, file.head.title(noun.key), whose, {"code": owner.code, "id": owner.id})
    if stored and stored.values.get("kind", "") != getattr(entry, "kind", ""):
        yield Fault(file.path, listed.line, file.head.title("kind"), f"import-kind.{stored.values['kind']}", {"id": stored.id})
    for name, key in named(noun, entry):
        if key not in found.ids:
            yield Fault(file.path, listed.line, file.head.title(name), f"import-unknown.{key[0]}", {"code": key[1]})
    if isinstance(entry, ContractEntry) and entry.ended_on and entry.ended_on > moment.today:
        yield Fault(file.path, listed.line, file.head.title("ended_on"), "import-future", {})


# ── the writing ──────────────────────────────────────────────────────────────


async def load(database: Database, files: Sequence[File], moment: Moment, on_read: OnRead, checked: Faults) -> Totals:
    """Writes the rows that were found good, some at a time; what it did. Raises `OvertakenError`."""
    known, totals = _Known(lines=checked.lines), _zeros(files)
    for file in files:
        good = (listed for listed in _listed(file, known, on_read) if (file.path, listed.line) not in known.lines)
        for batch in _batches(good):
            began = time.monotonic()
            totals[file.noun.name] += await database.run(partial(_write, file=file, batch=batch, moment=moment))
            if isinstance(database, Sqlite) and is_served(database.path):
                await asyncio.sleep(time.monotonic() - began)  # one writes at a time there, and the talks go on
    return totals


def _write(connection: Connection, file: File, batch: Sequence[Listed], moment: Moment) -> Counter[Effect]:
    entries = [listed.entry for listed in batch]
    found = look(connection, file.noun, entries, locked=True)
    for listed in batch:
        for fault in conflicts(file, listed, found, moment):
            raise OvertakenError(fault)
    return write(connection, file.noun, entries, moment, found)
