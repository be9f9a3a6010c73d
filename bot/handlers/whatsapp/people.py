"""Who wrote, as Meta knows them: a user id of this business portfolio, a number, or both; and who they were before.

https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids: since 2026 each message names the
user id, and the number only where the business may know it. Whoever changes the number gets a new user id with it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bot.handlers.whatsapp.values import record, text
from core.errors import Rejected
from core.phones import phone_match_key

USER, NUMBER = "user_id", "number"  # kinds of ids, the strongest first
Ids = tuple[tuple[str, str], ...]

_NUMBER = re.compile("[0-9]{5,15}")  # a number with its country code; E.164 has at most 15 digits
_USER = re.compile(r"(?![0-9]+$)[A-Za-z0-9.:_-]{2,200}")  # two letters of a country, a point, and up to 128 characters
# What Meta writes itself ends the sentence; what stands before it is a name, which its person chose.
_CHANGED = re.compile(r"changed from (\S{2,200}) to (\S{2,200})$")
CHANGES = frozenset({"user_changed_number", "customer_changed_number", "user_changed_user_id"})  # types of system messages


class Person(NamedTuple):
    """The ids of one person, strongest first, and the address at which they are written to."""

    ids: Ids
    address: str
    former: Ids | None = None  # Meta's own word: the same person had these before


class _Known(NamedTuple):
    """One side of a talk; "" for what is not told."""

    user: str = ""
    number: str = ""

    @property
    def ids(self) -> Ids:
        number = f"+{self.number}" if self.number else ""
        return tuple((kind, value) for kind, value in ((USER, self.user), (NUMBER, number)) if value)


def sender(message: Mapping[str, Any], contacts: Sequence[Any]) -> Person | None:
    """Of a message that somebody sent; None when it names nobody. A system message tells who they are from now on."""
    known = _known(text(message, "from_user_id"), text(message, "from"))
    if is_change(message):
        return _changed(known, record(message, "system"))
    return _person(_completed(known, contacts))


def recipient(message: Mapping[str, Any], contacts: Sequence[Any]) -> Person | None:
    """Of a message that was written on the business telephone."""
    known = _known(text(message, "to_user_id") or text(message, "recipient_user_id"), text(message, "to"))
    return _person(_completed(known, contacts))


def is_change(message: Mapping[str, Any]) -> bool:
    return message.get("type") == "system" and text(record(message, "system"), "type") in CHANGES


def as_message(update: Any) -> Mapping[str, Any]:
    """A change of the user id that is told in a field of its own, as the message that tells it elsewhere.

    Whether the number beside it is the old or the new one, nobody says.
    """
    ids = record(update, "user_id")
    system = {"type": "user_changed_user_id", "user_id": text(ids, "current"), "previous_user_id": text(ids, "previous")}
    number = f"user_id_update:{text(ids, 'current')}"
    return {"id": number, "timestamp": text(update, "timestamp"), "type": "system", "system": system}


def number_in(value: str) -> str:
    """The digits of a number as Meta writes it, or ""."""
    digits = value.removeprefix("+")
    return digits if _NUMBER.fullmatch(digits) else ""


def _user_in(value: str) -> str:
    return value if _USER.fullmatch(value) else ""


def _known(user: str, number: str) -> _Known:
    """Some providers put the user id where the number was."""
    return _Known(_user_in(user) or _user_in(number), number_in(number))


def _person(known: _Known) -> Person | None:
    return Person(known.ids, known.number or known.user) if known.ids else None


def _completed(known: _Known, contacts: Sequence[Any]) -> _Known:
    """What the message itself does not tell stands in the list of contacts of its change; the address is the `wa_id` there."""
    only = contacts[0] if len(contacts) == 1 and not known.ids else None
    contact = next((each for each in contacts if _is_theirs(each, known)), only)
    return _Known(known.user or _user_in(text(contact, "user_id")), number_in(text(contact, "wa_id")) or known.number)


def _is_theirs(contact: Any, known: _Known) -> bool:
    """Several people may stand in one list. The user id decides; where one side has none, the number."""
    user, number = _user_in(text(contact, "user_id")), number_in(text(contact, "wa_id"))
    if user and known.user:
        return user == known.user
    return bool(number and known.number) and (number == known.number or _is_same_line(number, known.number))


def _is_same_line(one: str, other: str) -> bool:
    """A Brazilian number may stand with its ninth digit in one place and without it in the other (F21)."""
    try:
        return phone_match_key(one) == phone_match_key(other)
    except Rejected:
        return False


def _changed(before: _Known, system: Mapping[str, Any]) -> Person | None:
    """A new number brings a new user id, which this message need not tell: the old one ends in any case."""
    told = _CHANGED.search(text(system, "body"))
    was, is_now = told.groups() if told else ("", "")
    number = number_in(text(system, "wa_id")) or number_in(text(system, "new_wa_id"))
    now = _Known(_user_in(text(system, "user_id")) or _user_in(is_now), number or number_in(is_now))
    person = _person(now)
    if person is None:
        return None
    old = (*_Known(_user_in(text(system, "previous_user_id")), number_in(text(system, "customer"))).ids, *before.ids, *_known(was, was).ids)
    former = tuple(dict.fromkeys(each for each in old if each not in now.ids))
    # Only a user id is told: whoever has this number had it before.
    return person._replace(former=former or tuple(each for each in now.ids if each[0] == NUMBER) or None)
