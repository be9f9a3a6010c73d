"""What the Bot API answers to a send, and what the sender must do then: the one place where its errors are read.

https://core.telegram.org/bots/api#making-requests, #responseparameters. Texts are compared in small letters: the library capitalises some.
"""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "1")  # `retry_after` as a length of time, as all later versions of the library have it

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.handlers.telegram.transport import NotConnectedError
from core.characters import storable
from core.messages import Outcome

RETRY_SECONDS = 2.0  # after Telegram could not be reached, or answered that it cannot serve now
LONGEST_SECONDS = 30 * 86_400.0  # of a wait that is asked for; more is a mistake, and the calendar has an end
HOLD_SECONDS = 60.0  # the token is refused: nothing goes until somebody has looked
_NOT_THERE = ("message to edit not found", "message can't be edited")
_DONE_ALREADY = ("message is not modified", "query is too old", *_NOT_THERE)
_TOO_FAST = "too many requests"
_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")


def outcome_of(error: TelegramError) -> Outcome:
    reason = storable(error.message.lower())
    return next(make(error, reason) for kind, make in _BY_KIND if isinstance(error, kind))


def cannot_be_edited(error: BadRequest) -> bool:
    """The message is gone, or too old."""
    return any(words in error.message.lower() for words in _NOT_THERE)


def _too_fast(error: Any, reason: str) -> Outcome:
    return Outcome("again", after_seconds=_seconds(error.retry_after), reason=reason)


def _moved(error: Any, reason: str) -> Outcome:
    return Outcome("moved", address=str(error.new_chat_id), reason=reason)


def _refuses_the_token(error: Any, reason: str) -> Outcome:
    return Outcome("hold", after_seconds=HOLD_SECONDS, reason=f"Telegram refuses the token ({reason})", cause="token")


def _not_sent(error: Any, reason: str) -> Outcome:
    return Outcome("again", after_seconds=RETRY_SECONDS, reason=reason)


def _not_wanted(error: Any, reason: str) -> Outcome:
    return Outcome("failed", reason=reason, dead_address=True)


def _refused(error: Any, reason: str) -> Outcome:
    if any(words in reason for words in _DONE_ALREADY):
        return Outcome("sent", reason=reason)
    return Outcome("failed", reason=reason, dead_address=any(words in reason for words in _NOBODY_THERE))


def _unclear(error: Any, reason: str) -> Outcome:
    """Nobody knows whether it went; but what is too fast, by whoever does not say for how long, did not."""
    return _not_sent(error, reason) if _TOO_FAST in reason else Outcome("unknown", reason=reason)


# The first that fits: a BadRequest is a NetworkError too, of which otherwise nobody knows whether it was received.
_BY_KIND: tuple[tuple[type[TelegramError], Callable[[Any, str], Outcome]], ...] = (
    (RetryAfter, _too_fast),
    (ChatMigrated, _moved),
    (InvalidToken, _refuses_the_token),
    (NotConnectedError, _not_sent),
    (Forbidden, _not_wanted),
    (BadRequest, _refused),
    (TelegramError, _unclear),
)


def _seconds(length: Any) -> float:
    return min(length.total_seconds() if isinstance(length, timedelta) else float(length), LONGEST_SECONDS)
