"""The tokens by which a contact is found, and the same of what somebody typed: both sides of the index are made here.

A token is the letter of its kind and a key. Kinds of words are small letters and come after all others, so that both engines find them
by one range.
"""

import re
from collections.abc import Iterable, Iterator

from core.contacts import Contact
from core.documents import CNPJ_LENGTH, CPF_LENGTH
from core.emails import email_key
from core.errors import Rejected
from core.names import fold, name_key
from core.phones import AREA_CODES, BRAZIL
from core.records import Record

COMPANY, FIRST, LAST = "c", "f", "l"  # kinds of words: of a company's name, nome, sobrenome
_CPF, _CNPJ, _MOBILE, _EMAIL = "D", "J", "M", "E"
_BACKWARDS = "R"  # before a kind: the number read from its end, for "final 1234"
WORDS_FROM = "a"  # tokens of words are this and more

LONGEST_KEY = 80  # characters of an e-mail's token; who types more has typed the whole
_MASKED = {_CPF: 3, _CNPJ: 2, _MOBILE: 2}  # characters before the first that lists show; a mobile's are its area code
_LENGTHS = {_CPF: CPF_LENGTH, _CNPJ: CNPJ_LENGTH, _MOBILE: 11}
_LEAST_END = 4  # digits from the end of a number: fewer are too many people's
_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile("[^0-9A-Z]")
_AT_PARTS = re.compile(r"[._+-](?=.*@)|(?=@)")  # before the later parts of an address
PARTICLES = frozenset("da das de di do dos du e".split())  # of names: nobody is found by them


class Condition(Record):
    """A contact that is meant has the word, or what it may stand for, in one of the kinds; or a token with one of the beginnings."""

    word: str = ""
    kinds: str = ""
    beginnings: tuple[str, ...] = ()


# ── of a contact ─────────────────────────────────────────────────────────────


def tokens_of(contact: Contact) -> frozenset[str]:
    return frozenset(
        (
            *(FIRST + word for word in words_of(contact.first_name)),
            *(LAST + word for word in words_of(contact.last_name)),
            *(COMPANY + word for word in words_of(contact.company_name)),
            *_number_tokens(_CPF, contact.cpf),
            *_number_tokens(_CNPJ, contact.cnpj),
            *_number_tokens(_MOBILE, contact.mobile and _national(contact.mobile)),
            *_email_tokens(contact.email),
        )
    )


def words_in(text: str | None) -> list[str]:
    """The words of a name, folded."""
    return _WORD.findall(name_key(text)) if text else []


def words_of(text: str | None) -> list[str]:
    """The same without particles, unless there is nothing else."""
    words = words_in(text)
    return [word for word in words if word not in PARTICLES] or words


def _number_tokens(kind: str, number: str | None) -> tuple[str, ...]:
    return (kind + number, kind + number[_MASKED[kind] :], _BACKWARDS + kind + number[::-1]) if number else ()


def _email_tokens(address: str | None) -> Iterator[str]:
    if address:
        key = email_key(address)
        for start in (0, *(found.end() for found in _AT_PARTS.finditer(key))):
            yield (_EMAIL + key[start:])[:LONGEST_KEY]


def _national(e164: str) -> str:
    return e164.removeprefix(f"+{BRAZIL}").removeprefix("+")


# ── of a query ───────────────────────────────────────────────────────────────


def name_conditions(first_name: str, last_name: str, company_name: str, words: Iterable[str]) -> Iterator[Condition]:
    """Where a whole name is cut in two is the registration's choice: only its first word must be nome's, its last one sobrenome's."""
    for place, word in enumerate(words_of(first_name)):
        yield Condition(word, FIRST if place == 0 else FIRST + LAST)
    for place, word in enumerate(reversed(words_of(last_name))):
        yield Condition(word, LAST if place == 0 else LAST + FIRST)
    for word in words_of(company_name):
        yield Condition(word, COMPANY)
    for word in words_of(" ".join(words)):
        yield Condition(word, COMPANY + FIRST + LAST)


def number_conditions(cpf: str, cnpj: str, mobile: str, email: str) -> Iterator[Condition]:
    for beginnings in (_beginnings(_CPF, cpf), _beginnings(_CNPJ, cnpj), _beginnings(_MOBILE, mobile), _of_email(email)):
        if beginnings:
            yield Condition(beginnings=beginnings)


def beginning_in_any(number: str) -> Condition | None:
    """Digits of which nobody said what they are; a company may have them in its name."""
    kinds = (_MOBILE,) if number.startswith("+") else (_CPF, _MOBILE, _CNPJ)
    numbers = (each for kind in kinds for each in _beginnings(kind, number))
    beginnings = (*numbers, *((COMPANY + fold(number),) if number.isalnum() else ()))
    return Condition(beginnings=beginnings) if beginnings else None


def _beginnings(kind: str, typed: str) -> tuple[str, ...]:
    number = _ENDS.sub("", fold(typed).upper())
    if kind != _CNPJ:
        number = "".join(filter(str.isdecimal, number))
    if not number:
        return ()
    numbers = _without_country(typed, number) if kind == _MOBILE else (number,)
    if len(numbers[0]) > _LENGTHS[kind] and not typed.strip().startswith("+"):
        return ()
    from_end = _LEAST_END <= len(numbers[0]) < _LENGTHS[kind]
    return (*(kind + each for each in numbers), *((_BACKWARDS + kind + numbers[0][::-1],) if from_end else ()))


def _without_country(typed: str, number: str) -> tuple[str, ...]:
    """As it stands in the books, and with the ninth digit that it may lack."""
    if typed.strip().startswith(f"+{BRAZIL}") or len(number) > _LENGTHS[_MOBILE]:
        number = number.removeprefix("00").removeprefix(BRAZIL) or number
    number = number.removeprefix("0") or number
    is_old = len(number) == _LENGTHS[_MOBILE] - 1 and number[:2] in AREA_CODES and number[2] in "6789"
    return (number, f"{number[:2]}9{number[2:]}") if is_old else (number,)


def _of_email(typed: str) -> tuple[str, ...]:
    """Part of an address: how one of its parts begins, its domain too."""
    try:
        key = email_key(typed).strip(" <>,;.")[: LONGEST_KEY - 1]
    except Rejected:
        key = fold(typed).strip(" <>,;.")[: LONGEST_KEY - 1]
    if not words_in(key):
        return ()
    return (_EMAIL + key,) if "@" in key else (_EMAIL + key, f"{_EMAIL}@{key}")
