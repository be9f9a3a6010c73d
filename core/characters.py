"""Characters that carry no meaning, and wide ones: cleaned the same way before any field is read."""

import re
from unicodedata import normalize

from core.errors import Rejected

# Soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width and bidi marks, word joiner and what follows it, BOM.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # not tab and line breaks: they are spaces
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"  # Unicode's Zs
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width ASCII, as NFKC maps it
_NARROWED = WIDE | {ord(space): " " for space in _SPACES}


def visible(text: object, limit: int, code: str, /, **details: object) -> str:
    """The text without invisible characters.

    `limit` counts characters before any work is done, so that a flood costs nothing. Raises `Rejected("missing")` for None,
    `("invalid")` for what is no text, and `(code, **details)` for what is too long.
    """
    if not isinstance(text, str):
        raise Rejected("missing" if text is None else "invalid")
    if len(text) > limit:
        raise Rejected(code, **details)
    return text if text.isascii() else _INVISIBLE.sub("", text)


def narrow(text: str) -> str:
    """Full-width ASCII and every kind of space as plain ASCII, and nothing else: NFKC as a whole would make ² a 2."""
    return text if text.isascii() else text.translate(_NARROWED)


def one_line(text: str) -> str:
    """NFC, runs of spaces and line breaks as one space, none around."""
    return " ".join((text if text.isascii() else normalize("NFC", text)).split())


def has_control(text: str) -> bool:
    """True with control characters (NUL too), Unicode's own line ends, or half surrogates; tab and line breaks count as spaces."""
    return _CONTROL.search(text) is not None


def storable(text: str) -> str:
    """Without what no database takes: NUL, and halves of characters."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def still(text: str) -> str:
    """For a terminal: a space in place of what would move its cursor or change its colours, and of half characters. Lines stay lines."""
    return _CONTROL.sub(" ", text.replace("\r", " "))
