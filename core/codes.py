"""Codes that prove who writes: six digits, sent to the WhatsApp of whoever is claimed to write, and written back here."""

import hmac
import re
from datetime import datetime, timedelta
from hashlib import sha256

from core.names import fold
from core.records import Record
from core.templates import Approved

DIGITS = 6  # design: who may see what; and the limits below
LIVES = timedelta(minutes=10)
TRIES = 3
A_DAY = 3  # codes in 24 hours, for each conversation that asks and for each contact that gets them
DAY = timedelta(hours=24)
PROOF_LASTS = timedelta(minutes=30)  # or until the ticket is sent, if that is later; never for another ticket
HIDDEN = "•" * DIGITS  # what everybody else reads
LONGEST = 200  # characters of a message that may hold one: Meta's own words around it, copied whole

_CODE = re.compile(r"(?<![0-9])([0-9]{3})[\s.-]?([0-9]{3})(?![0-9])")
_LONG = re.compile(r"[0-9]{3}")  # of another number; the minutes that a code lives are shorter


class CodePost(Record):
    """By what codes go: the accounts that may send them, and their template. `key`: without it nobody makes a code of its digest."""

    channel: str
    accounts: tuple[str, ...]
    template: Approved
    key: bytes


class Code(Record):
    """One that may still be written here. `contact` None: nobody was sent any, and no digits are right."""

    id: int
    contact: int | None
    digest: str
    guesses: int  # that were wrong
    expires_at: datetime


def digits_in(text: str) -> str:
    """The code that a message is, or names as one; "": it holds none."""
    if len(text) > LONGEST:
        return ""
    found = _CODE.search(text)
    if found is None:
        return ""
    rest = text[: found.start()] + text[found.end() :]
    is_named = "codigo" in fold(rest) and not _LONG.search(rest)
    return found[1] + found[2] if is_named or not any(each.isalnum() for each in rest) else ""


def digest_of(digits: str, key: bytes, code_id: int) -> str:
    """How a code is kept: of a row, and by a key that does not stand in the database. A million guesses would find it without one."""
    return hmac.new(key, f"{code_id}:{digits}".encode(), sha256).hexdigest()


def is_right(code: Code, digits: str, key: bytes) -> bool:
    return hmac.compare_digest(code.digest, digest_of(digits, key, code.id))
