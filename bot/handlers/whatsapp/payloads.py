"""What Meta reports: the body of a webhook becomes parts. Never raises; one odd message never refuses its neighbours.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview: entry × changes × messages and statuses.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from bot.handlers.whatsapp.contents import waits
from bot.handlers.whatsapp.outcomes import failure_of
from bot.handlers.whatsapp.people import Person, as_message, is_change, recipient, sender
from bot.handlers.whatsapp.standing import NEWS
from bot.handlers.whatsapp.values import listed, number, record, text
from core.decoding import decoded
from core.messages import Delivery, Outcome, Part

CHANNEL = "whatsapp"
# What stands in a part's body: what somebody wrote, what was written on the business telephone, what Meta says of somebody's ids.
MESSAGE, ECHO, CHANGE = "message", "echo", "change"
MAX_RAW = 2_000  # characters kept of what nobody can read
MAX_ID = 512  # characters; Meta's have about a hundred, and an index of PostgreSQL holds no more than 2,704 bytes
_OF_NOBODY = frozenset({"metadata", "errors"})  # what stands there says nothing of the people who write
_STATES = {"sent": "sent", "delivered": "delivered", "read": "read", "played": "read", "failed": "failed"}
_SILENT = frozenset({"request_welcome"})  # messages in which nobody says anything


def parts_of(raw: bytes, accounts: Collection[str]) -> list[Part]:
    """`accounts`: the phone number ids of this installation; of others only is kept that there was something."""
    try:
        body = decoded(raw)
    except ValueError:
        body = None
    parts, digest = list[Part](), sha256(raw).hexdigest()[:32]
    for change in (change for entry in listed(body, "entry") for change in listed(entry, "changes")):
        parts += _parts(change, accounts, digest, len(parts))
    return parts or [_event("", digest, 0, {"unreadable": raw[:MAX_RAW].decode("utf-8", "replace")})]


def _parts(change: Any, accounts: Collection[str], digest: str, before: int) -> Iterator[Part]:
    value = record(change, "value")
    account = text(record(value, "metadata"), "phone_number_id")
    if account not in accounts:
        yield _event(account, digest, before, _kept(change))
        return
    read = [*_messages(value, account), *(_status(status, account) for status in listed(value, "statuses"))]
    told = [each if isinstance(each, Part) else _event(account, digest, before + at, each) for at, each in enumerate(read)]
    yield from told
    if not told or listed(value, "errors"):
        yield _event(account, digest, before + len(told), _kept(change))


def _messages(value: Mapping[str, Any], account: str) -> Iterator[Part | Mapping[str, Any]]:
    """What cannot be a part of a talk as what is kept of it."""
    contacts = listed(value, "contacts")
    for message in listed(value, "messages"):
        yield _message(message, account, MESSAGE, contacts)
    for message in listed(value, "message_echoes"):
        yield _message(message, account, ECHO, contacts)
    for update in listed(value, "user_id_update"):
        yield _message(as_message(update), account, MESSAGE, contacts)


def _message(message: Any, account: str, side: str, contacts: Sequence[Any]) -> Part | Mapping[str, Any]:
    """What groups say, and what Meta itself does, is nobody's word."""
    group, kind, external_id = text(message, "group_id"), text(message, "type"), _id(message)
    person = None if group else _person(message, side, contacts)
    if person is None or not external_id or kind in _SILENT or (kind == "system" and not is_change(message)):
        return {"message": {"id": external_id, "type": kind, "group": group, "system": text(record(message, "system"), "type")}}
    body = {CHANGE if kind == "system" else side: message, "ids": person.ids}
    return Part(CHANNEL, account, external_id, body, person.ids, person.address, waits(message), former=person.former)


def _person(message: Any, side: str, contacts: Sequence[Any]) -> Person | None:
    if not isinstance(message, dict):
        return None
    return sender(message, contacts) if side == MESSAGE else recipient(message, contacts)


def _status(status: Any, account: str) -> Part | Mapping[str, Any]:
    """No row of the inbox and no turn: only what the outbox needs."""
    of, state = _id(status), text(status, "status")
    if state not in _STATES or not (of.isascii() and of.isprintable() and of):
        return {"status": {"id": of, "status": state}}
    outbox_id, attempt = _tracked(text(status, "biz_opaque_callback_data"))
    outcome = _failure(status, attempt) if state == "failed" else None
    delivery = Delivery(_STATES[state], of, outbox_id, attempt, outcome)  # type: ignore[arg-type]
    return Part(CHANNEL, account, f"{of}:{state}", {}, about="delivery", delivery=delivery)


def _id(of: Any) -> str:
    """Of a message; "" in place of one that no index holds."""
    found = text(of, "id")
    return found if len(found) <= MAX_ID else ""


def _tracked(tracker: str) -> tuple[int | None, int | None]:
    """`z:<outbox id>:<attempt>`, as it was given with the send; None where it is not ours."""
    mark, *numbers = tracker.split(":")
    if mark != "z" or len(numbers) != 2:
        return None, None
    read = {"row": numbers[0], "attempt": numbers[1]}
    row, attempt = number(read, "row"), number(read, "attempt")
    return (row, attempt) if row and attempt else (None, None)


def _failure(status: Any, attempt: int | None) -> Outcome:
    error = next(iter(listed(status, "errors")), None)
    words = text(record(error, "error_data"), "details") or text(error, "message") or text(error, "title")
    return failure_of(number(error, "code") or 0, words, attempt or 1)


def _event(account: str, digest: str, at: int, body: Mapping[str, Any]) -> Part:
    """About the channel. `digest`: of the whole webhook, so that brought again it has the same ids."""
    return Part(CHANNEL, account, f"{digest}:{at}", body, about="channel")


def _kept(change: Any) -> Mapping[str, Any]:
    """News of the account as they are. Else numbers in place of what may be of people: of strangers, or it stands in parts of its own."""
    field, value = text(change, "field"), record(change, "value")
    if field in NEWS:
        return {"field": field, "value": value}
    counted = {name for name, each in value.items() if isinstance(each, list | dict)} - _OF_NOBODY
    return {"field": field, "value": {name: len(each) if name in counted else each for name, each in value.items()}}
