"""Files as users have them: whatever Excel and other programs write is read the same."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.importing.spreadsheets import LONGEST_CELL, LONGEST_LINE, Row, UnreadableError, rows_of

TABLE = "código;nome\r\n1;João\r\n2;Conceição\r\n"
ROWS = [Row(1, ["código", "nome"]), Row(2, ["1", "João"]), Row(3, ["2", "Conceição"])]


def read(content: bytes, folder: Path) -> list[Row]:
    path = folder / "file.csv"
    path.write_bytes(content)
    with rows_of(path) as rows:
        return list(rows)


def refusal(content: bytes, folder: Path) -> tuple[str, int]:
    with pytest.raises(UnreadableError) as raised:
        read(content, folder)
    return raised.value.code, raised.value.line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-16-le"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert read(mark + TABLE.encode(encoding), tmp_path) == ROWS


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str, tmp_path: Path) -> None:
    assert read(TABLE.replace(";", delimiter).replace("\r\n", end).encode(), tmp_path) == ROWS


def test_excels_own_word_for_the_delimiter(tmp_path: Path) -> None:
    assert read(b"sep=,\r\na;b,c\r\n1,2\r\n", tmp_path) == [Row(2, ["a;b", "c"]), Row(3, ["1", "2"])]


def test_a_delimiter_between_quotation_marks_is_none(tmp_path: Path) -> None:
    assert read(b'"a,b,c";d\n"1;2";"3 ""x"""\n', tmp_path) == [Row(1, ["a,b,c", "d"]), Row(2, ["1;2", '3 "x"'])]


def test_blank_rows_are_no_rows_and_lines_are_those_of_the_file(tmp_path: Path) -> None:
    rows = read(b'a;b\n\n;\n"1\n1";2\n ; \n3;4', tmp_path)
    assert rows == [Row(1, ["a", "b"]), Row(4, ["1\n1", "2"]), Row(7, ["3", "4"])]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_rows(content: bytes, tmp_path: Path) -> None:
    assert read(content, tmp_path) == []


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="spreadsheet-pipe"), rows_of(tmp_path / "pipe"):
        """Never, for nobody writes into it."""


@pytest.mark.parametrize("content", [b"PK\x03\x04 and more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"])
def test_a_workbook_is_told_from_text(content: bytes, tmp_path: Path) -> None:
    assert refusal(content, tmp_path) == ("spreadsheet-workbook", 1)


@pytest.mark.parametrize(
    "content, line",
    [
        (b'a;b\n1;2\n3;"x\n5;6\n', 3),
        (b'a;b\n1;"x"y\n', 2),
        (b'a;b\n1;"' + b"x" * (LONGEST_CELL + 1) + b'"\n', 2),
        (b"a;b\n1;2\n" + b"x" * LONGEST_LINE, 3),
        (b"x" * (3 * LONGEST_LINE), 1),
    ],
)
def test_what_is_no_table_says_where(content: bytes, line: int, tmp_path: Path) -> None:
    assert refusal(content, tmp_path) == ("spreadsheet-quotes", line)


def test_half_a_character_at_the_end(tmp_path: Path) -> None:
    assert refusal("a;b\n1;2".encode("utf-16") + b"x", tmp_path)[0] == "spreadsheet-encoding"


def test_bytes_that_mean_nothing_are_seen(tmp_path: Path) -> None:
    assert read(b"a\n\xe3\x81", tmp_path) == [Row(1, ["a"]), Row(2, ["ã\ufffd"])]


def test_all_bytes_are_heard_of(tmp_path: Path) -> None:
    path, heard = tmp_path / "file.csv", list[int]()
    path.write_bytes(TABLE.encode() * 5_000)
    with rows_of(path, heard.append) as rows:
        assert sum(1 for _ in rows) == 15_000
    assert (sum(heard), len(heard) < 100) == (path.stat().st_size, True)


@given(st.binary())
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    try:
        rows = read(content, tmp_path_factory.getbasetemp())
    except UnreadableError as error:
        assert error.line >= 1  # noqa: PT017 (what is not refused is as good)
    else:
        assert [row.line for row in rows] == sorted({row.line for row in rows})
