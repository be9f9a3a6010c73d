"""Files as spreadsheets write them: CSV with semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252. Read row by row."""

import codecs
import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple, TextIO

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # how the files of Excel itself begin: xlsx (and ods), xls
WINDOWS = "cp1252"  # what Excel calls CSV in Brazil; it has all that Latin-1 prints
DELIMITERS = (";", "\t", ",")  # where a head has as many of two, the first one
LONGEST_CELL = 20_000  # characters; more is a quotation mark that nobody closed
LONGEST_LINE = 200_000  # characters; more is no table
CHUNK = 1 << 20  # bytes read at once to find the encoding


class UnreadableError(Exception):
    """A file, or the rest of it, is no table: `code` of the words, and the line where that shows."""

    def __init__(self, code: str, line: int = 1) -> None:
        super().__init__(code)
        self.code, self.line = code, line


class Row(NamedTuple):
    """`line`: of the file, where the row begins; the head is line 1, or 2 below Excel's "sep="."""

    line: int
    cells: list[str]


@contextmanager
def rows_of(path: Path, on_read: Callable[[int], None] = lambda read: None) -> Iterator[Iterator[Row]]:
    """The rows, head first, without blank ones; `on_read` hears how many bytes more were read. Raises `UnreadableError`, `OSError`."""
    if not path.is_file():  # a pipe gives its bytes once, and a file is read several times
        raise UnreadableError("spreadsheet-pipe")
    encoding = _encoding(path)
    errors = "replace" if encoding == WINDOWS else "strict"  # five bytes mean nothing there: whoever reads the cell sees which one
    with path.open("rb") as raw, TextIOWrapper(raw, encoding=encoding, errors=errors, newline="") as text:
        yield _heard(_rows(text), raw.tell, on_read)


def _heard(rows: Iterator[Row], tell: Callable[[], int], on_read: Callable[[int], None]) -> Iterator[Row]:
    before = 0
    for row in rows:
        if (now := tell()) != before:
            on_read(now - before)
            before = now
        yield row


def _encoding(path: Path) -> str:
    """By its mark; else UTF-8 if all of it is that; else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as raw:
        chunk = raw.read(CHUNK)
        if chunk.startswith(NOT_TEXT):
            raise UnreadableError("spreadsheet-workbook")
        if marked := next((name for mark, name in MARKS if chunk.startswith(mark)), None):
            return marked
        try:
            while chunk:
                decoder.decode(chunk)
                chunk = raw.read(CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return WINDOWS
    return "utf-8"


def _rows(text: TextIO) -> Iterator[Row]:
    """Raises `UnreadableError`."""
    csv.field_size_limit(LONGEST_CELL)
    at = 1
    try:
        first, delimiter, above = _head(text)
        reader = csv.reader(_lines(first, text), delimiter=delimiter, strict=True)
        for cells in reader:
            if any(map(str.strip, cells)):
                yield Row(at + above, cells)
            at = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableError("spreadsheet-quotes", at) from error
    except UnicodeError as error:
        raise UnreadableError("spreadsheet-encoding", at) from error


def _head(text: TextIO) -> tuple[str, str, int]:
    """The first line, what stands between its cells, and how many lines came before it."""
    first = text.readline(LONGEST_LINE)
    if first[:4].casefold() == "sep=" and len(first.strip()) == len("sep=;"):  # Excel's own word for it
        return text.readline(LONGEST_LINE), first[4], 1
    outside = "".join(first.split('"')[::2])
    return first, max(DELIMITERS, key=outside.count), 0


def _lines(first: str, rest: TextIO) -> Iterator[str]:
    """Never more than `LONGEST_LINE` in the memory."""
    line = first
    while line:
        if len(line) == LONGEST_LINE:
            raise csv.Error(f"a line of over {LONGEST_LINE} characters")
        yield line
        line = rest.readline(LONGEST_LINE)
