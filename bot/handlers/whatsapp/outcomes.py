"""What the Cloud API answers to a send, or reports of it later, and what the sender must do then: the one table of its errors.

https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes: `code` is what counts, not the status of
HTTP, nor the title. No reason holds what WhatsApp says of a refused token: it may quote it.
"""

from collections.abc import Mapping
from http import HTTPStatus

from core.characters import storable
from core.messages import Outcome
from core.records import evolve
from core.standing import Cause

RETRY_SECONDS = 2.0  # after WhatsApp could not be reached
FIRST_SECONDS = 1.0  # after the whole account was too fast; each time in a row it is twice as long (`channel`)
PAIR_BASE = (
    4.0  # one person was written to too fast: 4^X s, as https://dualhook.com/docs/whatsapp-error-131056 has it; also after a failure
)
PAIR_MOST = 4  # of X: longer waits than four minutes help nobody, for the pace of a pair is known before (`channel`)
HOLD_SECONDS = 60.0  # nothing goes until somebody has looked
RESTRICTED_SECONDS = 900.0  # too many of our messages were blocked or reported: a send that is refused again does not help
REASON_LENGTH = 200  # characters

TOO_FAST: Mapping[int, str] = {
    4: "the app calls too often",
    80007: "the business account calls too often",
    130429: "the number sends too often",
    131016: "the service is overloaded",
    131057: "the account is being maintained",
}
PAIR = 131056
RESTRICTED = 131048
HELD: Mapping[int, tuple[Cause, str]] = {
    3: ("permission", "the token may not do this"),
    10: ("permission", "a permission is lacking"),
    33: ("number", "there is no such number, or the token may not use it"),
    190: ("token", "the token has expired or was withdrawn"),
    368: ("account", "the business account is blocked for a breach of policy"),
    131005: ("permission", "access is denied"),
    131031: ("account", "the business account is locked"),
    131037: ("number", "the number's display name awaits approval"),
    131042: ("payment", "there is trouble with the payment of the business account"),
    131045: ("number", "the number's certificate is wrong"),
    RESTRICTED: ("quality", "the number is restricted: too many of its messages were blocked or reported"),
    133010: ("number", "the number is not registered"),
}
PERMISSIONS = range(200, 300)
REFUSES = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
NOBODY_THERE: Mapping[int, str] = {
    130497: "the business account may not write to that country",
    131021: "the number writes to itself",
    131026: "cannot be delivered to this person",
    131030: "the number is a test number, and this person not on its list",
}
UNCLEAR = frozenset({1, 2, 131000})  # WhatsApp itself has failed: perhaps it went, unless it is reported that it did not


def outcome_of(code: int, title: str, status: int = HTTPStatus.OK, attempt: int = 1) -> Outcome:
    """`status` of HTTP, where there was an answer. `attempt`: counts from one, for a pair that is too fast."""
    if code in TOO_FAST:
        return Outcome("again", after_seconds=FIRST_SECONDS, reason=f"{code} {TOO_FAST[code]}", pauses_account=True)
    if code == PAIR:
        return Outcome("again", after_seconds=_longer(attempt), reason=f"{code} too much to this person", counts=True)
    if code in NOBODY_THERE:
        return Outcome("failed", reason=f"{code} {NOBODY_THERE[code]}", dead_address=True)
    if code in HELD or code in PERMISSIONS or status in REFUSES:
        return _hold(code)
    return _by_status(storable(f"{code} {title}".strip()[:REASON_LENGTH]), code, status)


def failure_of(code: int, title: str, attempt: int = 1) -> Outcome:
    """As a report has it: then it did not go, and whatever was wrong with WhatsApp itself may be over in a moment."""
    outcome = outcome_of(code, title, attempt=attempt)
    return outcome if outcome.do != "unknown" else evolve(outcome, do="again", after_seconds=_longer(attempt))


def _longer(attempt: int) -> float:
    return PAIR_BASE ** min(attempt, PAIR_MOST)


def _hold(code: int) -> Outcome:
    cause, words = HELD.get(code, ("permission" if code in PERMISSIONS else "token", "access is refused"))
    seconds = RESTRICTED_SECONDS if code == RESTRICTED else HOLD_SECONDS
    return Outcome("hold", after_seconds=seconds, reason=f"{code} {words}", cause=cause)


def _by_status(reason: str, code: int, status: int) -> Outcome:
    """An error that stands in no row: what is wrong with this message alone, unless WhatsApp itself has failed."""
    if code in UNCLEAR or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Outcome("unknown", reason=reason)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Outcome("again", after_seconds=FIRST_SECONDS, reason=reason, pauses_account=True)
    return Outcome("failed", reason=reason)
