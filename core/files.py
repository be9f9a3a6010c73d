"""What a file is, by how it begins: never by its name, nor by what its sender says. What is not on the list is not kept.

Photos, films, sound, PDF and office documents without macros; nothing that a browser or a system would run.
"""

from collections.abc import Mapping
from typing import NamedTuple

MOST_BYTES = 20_000_000  # kept of one file: what Telegram gives; https://core.telegram.org/bots/api#getfile
HEAD_BYTES = 4_096  # that must be looked at
MEDIA = "media"  # in the data folder


class FileKind(NamedTuple):
    mime: str
    suffix: str


class _Signature(NamedTuple):
    """Bytes at a place from the beginning. https://www.iana.org/assignments/media-types, and each format's own specification."""

    at: int
    bytes: bytes
    kind: FileKind


_JPEG, _PNG = FileKind("image/jpeg", ".jpg"), FileKind("image/png", ".png")
_GIF, _WEBP = FileKind("image/gif", ".gif"), FileKind("image/webp", ".webp")
_HEIF, _MP4, _MOV = FileKind("image/heif", ".heic"), FileKind("video/mp4", ".mp4"), FileKind("video/quicktime", ".mov")
_3GP, _WEBM = FileKind("video/3gpp", ".3gp"), FileKind("video/webm", ".webm")
_OGG, _MP3, _M4A = FileKind("audio/ogg", ".ogg"), FileKind("audio/mpeg", ".mp3"), FileKind("audio/mp4", ".m4a")
_AAC, _AMR, _WAV = FileKind("audio/aac", ".aac"), FileKind("audio/amr", ".amr"), FileKind("audio/wav", ".wav")
_PDF = FileKind("application/pdf", ".pdf")

_SIGNATURES = (
    _Signature(0, b"\xff\xd8\xff", _JPEG),
    _Signature(0, b"\x89PNG\r\n\x1a\n", _PNG),
    _Signature(0, b"GIF87a", _GIF),
    _Signature(0, b"GIF89a", _GIF),
    _Signature(8, b"WEBP", _WEBP),
    _Signature(8, b"WAVE", _WAV),
    _Signature(0, b"OggS", _OGG),
    _Signature(0, b"ID3", _MP3),
    _Signature(0, b"\xff\xfb", _MP3),
    _Signature(0, b"\xff\xf3", _MP3),
    _Signature(0, b"\xff\xf2", _MP3),
    _Signature(0, b"\xff\xf1", _AAC),
    _Signature(0, b"\xff\xf9", _AAC),
    _Signature(0, b"#!AMR", _AMR),
    _Signature(0, b"\x1aE\xdf\xa3", _WEBM),
    _Signature(0, b"%PDF-", _PDF),
)
_RIFF = (_WEBP, _WAV)
_BRANDS: Mapping[bytes, FileKind] = {  # of the ISO base media format: four letters after "ftyp"
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"), _HEIF),
    **dict.fromkeys((b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash", b"MSNV"), _MP4),
    b"qt  ": _MOV,
    **dict.fromkeys((b"M4A ", b"M4B ", b"F4A "), _M4A),
    **dict.fromkeys((b"3gp4", b"3gp5", b"3gp6", b"3ge6", b"3gg6", b"3g2a"), _3GP),
}
_OFFICE: tuple[tuple[bytes, FileKind], ...] = (  # names within a ZIP archive
    (b"word/", FileKind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")),
    (b"xl/", FileKind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")),
    (b"application/vnd.oasis.opendocument.text", FileKind("application/vnd.oasis.opendocument.text", ".odt")),
    (b"application/vnd.oasis.opendocument.spreadsheet", FileKind("application/vnd.oasis.opendocument.spreadsheet", ".ods")),
)
_ZIP, _OPEN_XML = b"PK\x03\x04", b"[Content_Types].xml"
OFFICE = frozenset(kind for _, kind in _OFFICE)
MACROS = b"vbaProject"  # in a name within an office document, at any place of the file


def file_kind(head: bytes) -> FileKind | None:
    """By the first `HEAD_BYTES` of a file; None for what is not on the list. What is in `OFFICE` is kept only without `MACROS`."""
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head.startswith(_ZIP):
        return _office(head)
    found = next((each.kind for each in _SIGNATURES if head.startswith(each.bytes, each.at)), None)
    return None if found in _RIFF and not head.startswith(b"RIFF") else found


def _office(head: bytes) -> FileKind | None:
    is_document = _OPEN_XML in head or head.startswith(b"mimetype", 30)
    return next((kind for name, kind in _OFFICE if name in head), None) if is_document else None


_SUFFIXES = {kind.mime: kind.suffix for kind in (*[each.kind for each in _SIGNATURES], *_BRANDS.values(), *OFFICE)}


_OPUS = b"OpusHead"  # in the first page of an Ogg file: https://www.rfc-editor.org/rfc/rfc7845#section-5.1
OPUS = f"{_OGG.mime}; codecs=opus"


def mime_with_codec(mime: str, head: bytes) -> str:
    """As platforms want it who play only one sound of those that an Ogg file may hold."""
    return OPUS if mime == _OGG.mime and _OPUS in head else mime


def name_of(mime: str) -> str:
    """For a file that has none."""
    return f"arquivo{_SUFFIXES.get(mime, '')}"


def place_of(sha256: str, mime: str) -> str:
    """Where a file stands in the data folder: by what is in it, so that the same photo sent twice stands there once."""
    return f"{MEDIA}/{sha256[:2]}/{sha256}{_SUFFIXES[mime]}"
