"""E-mail addresses: read from a field of their own, compared by a key, and what a mistyped domain probably meant.

Codes: `email_form` · `email_several` · `email_meant(suggestion)` (an address with an obvious slip: never corrected silently).
"""

import re
from typing import Annotated

from email_validator import EmailNotValidError, ValidatedEmail, validate_email
from pydantic import BeforeValidator
from rapidfuzz.distance import OSA

from core.characters import has_control, narrow, visible
from core.errors import Rejected

_MAX_TYPED = 400  # characters before cleaning; RFC 5321 lets an address have 254
_MAX_DOMAIN = 255  # characters; RFC 1035
_AROUND = " \t\r\n<>()[]\"'.,;:!?"  # what surrounds an address in a sentence or a copied link
_MAILTO = re.compile(r"[\s<\"']*mailto:", re.IGNORECASE)
_LOOSE = re.compile(r"\s*([@.,])\s*")  # "maria @ gmail. com", "maria@gmail,com"
_USUAL = re.compile(r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+(?:com|net|org|br)")  # valid, and in its normal form
_LONGEST_USUAL = 64  # characters: no part of it can be too long
_LATIN_DOMAIN = re.compile(r"[a-z0-9.à-öø-ÿ-]+")  # other scripts can look like a known domain

_SUFFIXES = {  # of the big providers, the usual one first
    "gmail": ("com",), "hotmail": ("com",), "outlook": ("com", "com.br"), "yahoo": ("com", "com.br"), "icloud": ("com",),
    "uol": ("com.br",), "bol": ("com.br",), "terra": ("com.br",),
}  # fmt: skip
_BIG = frozenset(f"{provider}.{suffix}" for provider, suffixes in _SUFFIXES.items() for suffix in suffixes)
_REAL = _BIG | {"hotmail.com.br", "hotmail.com.ar", "outlook.com.ar", "yahoo.com.ar", "terra.com.ar", "uol.com.ar"}
_UNDOTTED = {domain.replace(".", ""): domain for domain in _BIG}  # a dot lost or misplaced: "uolcom.br"
_AT_SPOKEN = re.compile(r"\s*\(?\barroba\b\)?\s*", re.IGNORECASE)
_DOT_SPOKEN = re.compile(r"\s*\bponto\b\s*", re.IGNORECASE)
_LABEL_SPOKEN = re.compile(r"(?:(?:o )?meu )?e-?mail(?: [eé]|:)? ", re.IGNORECASE)
_ONE_SUFFIX = ("gmail", "icloud")  # exist as .com only
_OFTEN_REAL = ("uol", "bol", "terra")  # one letter away stands another company's short domain: "bom.com.br", "serra.com.br"
_OTHERS = ("mail", "email", "ymail", "grail", "cloud")  # one letter away from a big one, and real


def parse_email(text: str) -> str:
    """The address, its domain in small letters, the part before @ as typed. Raises `Rejected("email_…")`, see the module."""
    line = narrow(visible(text, _MAX_TYPED, "email_form"))
    line = _MAILTO.sub("", line, count=1).strip(_AROUND) if not has_control(line) else ""
    if address := _valid(line):
        return address
    if line.count("@") > 1:
        raise Rejected("email_several")
    if meant := _meant(line) or _spoken(line):
        raise Rejected("email_meant", suggestion=meant)
    raise Rejected("email_form")


def _spoken(line: str) -> str | None:
    """ "ana arroba gmail ponto com", as people write and dictate it."""
    said = _DOT_SPOKEN.sub(".", _AT_SPOKEN.sub("@", line))
    if said == line or said.count("@") != 1:
        return None
    address = _LABEL_SPOKEN.sub("", said, count=1)
    return _valid(address) or _meant(address)


def email_key(address: str) -> str:
    """What makes an address unique: casefolded, its domain in IDNA. Plus tags and dots are kept. Raises `Rejected("email_form")`."""
    if (plain := visible(address, _MAX_TYPED, "email_form")).isascii():
        return plain.casefold()
    if not (found := _validated(plain)):
        raise Rejected("email_form")
    return f"{found.local_part}@{found.ascii_domain}".casefold()


def suggest_domain(domain: str) -> str | None:
    """The big domain that was probably meant, or None when the domain is one, or near none. Offer it, never put it in."""
    typed = domain.casefold() if len(domain) <= _MAX_DOMAIN else ""
    if typed in _REAL:
        return None
    label, _, suffix = typed.partition(".")
    near = next((provider for provider in _SUFFIXES if _is_slip(label, suffix, provider)), None)
    return f"{near}.{_suffix(near, suffix)}" if near else _UNDOTTED.get(typed.replace(".", ""))


def _is_slip(label: str, suffix: str, provider: str) -> bool:
    """At most one slip in the label and one in the suffix, where no real domain is that near."""
    if label == provider:
        return provider in _ONE_SUFFIX or _like(suffix, "com") or _like(suffix, "com.br") or suffix == "br"
    if provider in _OFTEN_REAL or label in _OTHERS or not _like(label, provider):
        return False
    return _like(suffix, "com") or (provider not in _ONE_SUFFIX and _like(suffix, "com.br"))


def _suffix(provider: str, typed: str) -> str:
    brazilian = typed == "br" or _like(typed, "com.br")
    return "com.br" if brazilian and "com.br" in _SUFFIXES[provider] else _SUFFIXES[provider][0]


def _like(typed: str, meant: str) -> bool:
    return OSA.distance(typed, meant, score_cutoff=1) <= 1


def _valid(line: str) -> str | None:
    """The address in its normal form; None when it is none, or its domain has letters that are not Latin."""
    if len(line) <= _LONGEST_USUAL and _USUAL.fullmatch(line):  # nearly all of them, in a twentieth of the time
        return line
    found = _validated(line)
    return found.normalized if found and _LATIN_DOMAIN.fullmatch(found.domain) else None


def _validated(line: str) -> ValidatedEmail | None:
    if "@" not in line:  # the usual refusal, without the cost of an exception
        return None
    try:
        return validate_email(line, check_deliverability=False, allow_smtputf8=False, strict=True)
    except (EmailNotValidError, UnicodeError):
        return None


def _meant(line: str) -> str | None:
    """The address less an obvious slip: spaces around its marks, a comma for a dot, a big provider without its suffix."""
    tight = _LOOSE.sub(lambda found: found[1].replace(",", "."), line)
    suffixes = _SUFFIXES.get(tight.rpartition("@")[2].casefold(), ())
    meant = f"{tight}.{suffixes[0]}" if len(suffixes) == 1 else tight
    return _valid(meant) if meant != line else None


Email = Annotated[str, BeforeValidator(parse_email)]
