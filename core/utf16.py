"""Lengths as the platforms count them: in units of UTF-16, of which a character outside the basic plane has two."""


def units(text: str) -> int:
    """Length in UTF-16 units, as the platforms count."""
    return len(text) if text.isascii() else len(_utf16(text)) // 2


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "replace")


def head_of(text: str, limit: int) -> str:
    """As much of the beginning as fits `limit` UTF-16 units; a character is never halved."""
    return _utf16(text)[: 2 * limit].decode("utf-16-le", "ignore")


def tail_of(text: str, limit: int) -> str:
    """As much of the end as fits `limit` UTF-16 units."""
    return _utf16(text)[-2 * limit :].decode("utf-16-le", "ignore") if limit else ""
