"""What a file is, is told by how it begins."""

import io
import zipfile

import pytest

from core.files import FileKind, file_kind, place_of


def archive(*names: str, first: bytes = b"") -> bytes:
    """A ZIP file with these names in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as within:
        if first:
            within.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            within.writestr(name, "x")
    return made.getvalue()


KEPT = {
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "image/png": b"\x89PNG\r\n\x1a\n\x00",
    "image/webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "image/heif": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
    "video/mp4": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00",
    "video/quicktime": b"\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00",
    "audio/ogg": b"OggS\x00\x02",
    "audio/mpeg": b"ID3\x03",
    "audio/wav": b"RIFF\x24\x00\x00\x00WAVEfmt ",
    "application/pdf": b"%PDF-1.7\n",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": archive("[Content_Types].xml", "word/document.xml"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": archive("[Content_Types].xml", "xl/workbook.xml"),
    "application/vnd.oasis.opendocument.text": archive(first=b"application/vnd.oasis.opendocument.text"),
}


@pytest.mark.parametrize("mime", KEPT)
def test_what_is_kept(mime: str) -> None:
    kind = file_kind(KEPT[mime])
    assert kind is not None
    assert kind.mime == mime


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"MZ\x90\x00",  # a program
        b"\x7fELF",
        b"#!/bin/sh\n",
        b"<!DOCTYPE html><html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",  # holds scripts
        b"PK\x03\x04" + b"\0" * 60,
        archive("AndroidManifest.xml", "classes.dex"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # old office documents: with macros or without, their beginning does not say
        b"\x00\x00\x00\x18ftypjunk",
        b"not RIFFWEBP",
        b"Rar!\x1a\x07",
        b"oi, tudo bem?",
    ],
)
def test_what_is_not(head: bytes) -> None:
    assert file_kind(head) is None


def test_the_same_photo_stands_in_the_same_place() -> None:
    assert place_of("ab" * 32, "image/jpeg") == f"media/ab/{'ab' * 32}.jpg"
    assert file_kind(KEPT["image/jpeg"]) == FileKind("image/jpeg", ".jpg")
