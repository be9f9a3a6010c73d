"""Mobile numbers: read from a field of their own as E.164, compared by a key, written for people, masked.

Codes: `mobile_digits` (no number of a mobile's length) · `mobile_characters` · `mobile_several` · `mobile_document` (a CPF) ·
`mobile_service` (0800, 4004, 190 …) · `mobile_area_code` (none given) · `mobile_area_code_unknown(area_code)` ·
`mobile_landline` · `mobile_old(suggestion)` (eight digits, before the ninth came) · `mobile_lost_digit` · `mobile_foreign`.
"""

import re
from typing import Annotated

import phonenumbers
from phonenumbers import PhoneNumberType
from pydantic import BeforeValidator

from core.characters import narrow, visible
from core.errors import Rejected

BRAZIL = "55"  # country code
_REGIONS = {  # of Anatel's numbering plan: first digit, and the second ones in use
    "1": "123456789", "2": "12478", "3": "1234578", "4": "123456789", "5": "1345", "6": "123456789", "7": "134579", "8": "123456789",
    "9": "123456789",
}  # fmt: skip
AREA_CODES = frozenset(first + second for first, seconds in _REGIONS.items() for second in seconds)  # 67
_MAX_TYPED = 100  # characters before cleaning
_LEAST_DIGITS = 8  # of a number without its area code
_MAX_DIGITS = 19  # 00, a carrier code, and the 15 digits of E.164
_LABEL = r"(?:telefone|tel|fone|celular|cel|zapzap|zap|wpp|whatsapp|whats|n[úu]mero)"  # the longer one first
_BEFORE = re.compile(rf"(?:\(?{_LABEL}\)?\s?[.:/-]{{0,2}}\s?)+", re.IGNORECASE)
_AFTER = re.compile(rf"\s?(?:\({_LABEL}\)|{_LABEL})[.!]?$|[.,;!]$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\(?\+?|\+\()[0-9][0-9 \t\n()./–—‐‑-]*")  # a burst is joined by line breaks
_BETWEEN = re.compile(r"[/,;|\n]|\b(?:e|ou)\b")
_DOCUMENT = re.compile(r"[0-9]{3}[. ]?[0-9]{3}[. ]?[0-9]{3}-[0-9]{2}|[0-9]{3}\.[0-9]{3}\.[0-9]{3}[ .]?[0-9]{2}")
_SERVICE = re.compile(r"0[3589]00[0-9]{6,7}|(?:400[0-9]|300[0-9])[0-9]{4}|1[0-9]{2}")
_TRUNK = re.compile(r"0(?:[1-9][0-9](?=[0-9]{10,11}$))?(?=[0-9]{8,11}$)")  # with or without a carrier code
_COUNTRY = re.compile(r"55(?=(?:[1-9][0-9]{9,10}|0[0-9]{10,11})$)")  # 12 or 13 digits: area code 55 (RS) has 10 or 11
_SUBSCRIBER_SIZES = (8, 9)  # digits after the area code
_SUBSCRIBER = (  # what stands after the area code; the first that fits
    (re.compile("9[0-9]{8}"), None),
    (re.compile("[2-5][0-9]{7}"), "mobile_landline"),
    (re.compile("[6-8][0-9]{7}"), "mobile_old"),
    (re.compile("9[0-9]{7}"), "mobile_lost_digit"),
)
_MOBILE_TYPES = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
_WITH_NINTH = re.compile("55([1-9]{2})9([0-9]{8})")
_WITHOUT_NINTH = re.compile("55([1-9]{2})([6-9][0-9]{7})")
_KEY_DIGITS = 10  # of a Brazilian mobile: area code and eight digits


def parse_mobile(text: str, *, default_area_code: str | None = None) -> str:
    """The number in E.164 ("+5511987654321"). `default_area_code` completes a number without one.

    A foreign number needs + or 00 in front. Raises `Rejected("mobile_…")`, see the module.
    """
    line = _without_labels(narrow(visible(text, _MAX_TYPED, "mobile_characters")).strip())
    digits = re.sub("[^0-9]", "", line)
    _refuse_what_is_no_number(line, digits)
    abroad = "+" in line or digits.startswith("00")
    if not abroad:
        return _brazilian(_national(digits), default_area_code)
    digits = digits.removeprefix("00")
    if not digits.startswith(BRAZIL):
        return _foreign(digits)
    return _brazilian(digits.removeprefix(BRAZIL).removeprefix("0"), default_area_code)


def phone_match_key(e164_or_wa_id: str) -> str:
    """What two spellings of one number have in common; it only compares, nothing is ever sent to it.

    A Brazilian mobile: area code and last eight digits, for a WhatsApp id may lack the ninth. Everything else (landlines too,
    so that they never match mobiles): all its digits, after + when they would look like such a key. Raises `Rejected("mobile_digits")`.
    """
    digits = re.sub(r"[ ()+-]", "", visible(e164_or_wa_id, _MAX_TYPED, "mobile_digits"))
    if not re.fullmatch("[0-9]{5,15}", digits):
        raise Rejected("mobile_digits")
    if found := _WITH_NINTH.fullmatch(digits) or _WITHOUT_NINTH.fullmatch(digits):
        return found[1] + found[2]
    return "+" + digits if len(digits) == _KEY_DIGITS else digits


def spellings(e164: str) -> tuple[str, ...]:
    """The numbers in E.164 with the same match key: a Brazilian mobile with and without its ninth digit."""
    digits = e164.removeprefix("+")
    if found := _WITHOUT_NINTH.fullmatch(digits):
        return (e164, f"+{BRAZIL}{found[1]}9{found[2]}")
    found = _WITH_NINTH.fullmatch(digits)
    return (e164, f"+{BRAZIL}{found[1]}{found[2]}") if found and found[2][0] in "6789" else (e164,)


def format_mobile(e164: str) -> str:
    """(11) 98765-1234; a foreign number as +1 650-253-0000. What is no number in E.164 stays as it is."""
    if found := _WITH_NINTH.fullmatch(e164.removeprefix("+")):
        return f"({found[1]}) 9{found[2][:4]}-{found[2][4:]}"
    number = _parsed(e164)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL) if number else e164


def mask_mobile(e164: str) -> str:
    """•••-1234: what chat, lists and logs show."""
    return f"•••-{e164[-4:]}"


def _without_labels(line: str) -> str:
    if found := _BEFORE.match(line):
        line = line[found.end() :]
    return _AFTER.sub("", line).strip()


def _refuse_what_is_no_number(line: str, digits: str) -> None:
    if len(digits) >= 2 * _LEAST_DIGITS and sum(len(re.sub("[^0-9]", "", part)) >= _LEAST_DIGITS for part in _BETWEEN.split(line)) > 1:
        raise Rejected("mobile_several")
    if _DOCUMENT.fullmatch(line):
        raise Rejected("mobile_document")
    if line and not _NUMBER.fullmatch(line):
        raise Rejected("mobile_characters")
    if len(digits) > _MAX_DIGITS:
        raise Rejected("mobile_several")
    if _SERVICE.fullmatch(digits):
        raise Rejected("mobile_service")


def _national(digits: str) -> str:
    return _TRUNK.sub("", digits) if digits.startswith("0") else _COUNTRY.sub("", digits).removeprefix("0")


def _brazilian(digits: str, default_area_code: str | None) -> str:
    """E.164 of a national number: area code and subscriber, or the subscriber alone."""
    cut = 0 if len(digits) in _SUBSCRIBER_SIZES else 2
    area_code, subscriber = digits[:cut] or default_area_code, digits[cut:]
    code = next((code for pattern, code in _SUBSCRIBER if pattern.fullmatch(subscriber)), "mobile_digits")
    if code in ("mobile_digits", "mobile_landline"):
        raise Rejected(code)
    if area_code not in AREA_CODES:
        raise Rejected("mobile_area_code_unknown", area_code=area_code) if cut else Rejected("mobile_area_code")
    mobile = f"+{BRAZIL}{area_code}{subscriber if len(subscriber) == 9 else '9' + subscriber}"
    if code == "mobile_old":
        raise Rejected(code, suggestion=format_mobile(mobile))
    if code:
        raise Rejected(code)
    return mobile


def _foreign(digits: str) -> str:
    number = _parsed(f"+{digits}")
    if not number or not phonenumbers.is_valid_number(number):
        raise Rejected("mobile_foreign")
    kind = phonenumbers.number_type(number)
    if kind not in _MOBILE_TYPES:
        raise Rejected("mobile_landline" if kind == PhoneNumberType.FIXED_LINE else "mobile_foreign")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _parsed(e164: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return None


Mobile = Annotated[str, BeforeValidator(parse_mobile)]
