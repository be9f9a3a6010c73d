"""Asks Telegram for updates, again and again. What was stored is confirmed by the next question: nothing is lost in between."""

import asyncio
import logging
from collections.abc import Callable

from telegram.error import RetryAfter, TelegramError

from bot.handlers.telegram.channel import Telegram
from bot.handlers.telegram.outcomes import outcome_of
from bot.handlers.telegram.updates import ALLOWED_UPDATES, number_of
from core.messages import NotStoredError, Put

WAIT_SECONDS = 25  # that Telegram holds a question for which it has nothing yet; it takes up to 50
READ_SECONDS = WAIT_SECONDS + 10.0
MOST = 100  # updates in one answer; https://core.telegram.org/bots/api#getupdates
FIRST_REST_SECONDS, LAST_REST_SECONDS = 1.0, 30.0  # after a failure: doubled each time

log = logging.getLogger(__name__)


async def poll(telegram: Telegram, put: Put, met: Callable[[TelegramError | None], None] = lambda error: None) -> None:
    """Until it is cancelled. `put` returns when all is stored; while it raises, nothing is confirmed and all of it comes again.

    `met` is given what Telegram refused, or None after each answer.
    """
    offset: int | None = None
    rest, wait = FIRST_REST_SECONDS, 0  # the first question, and the first after a failure, is answered at once: all is well again
    while True:
        try:
            offset = await _once(telegram, put, offset, wait)
            rest, wait = FIRST_REST_SECONDS, WAIT_SECONDS
            met(None)
        except TelegramError as error:
            met(error)
            wait = 0
            await asyncio.sleep(outcome_of(error).after_seconds if isinstance(error, RetryAfter) else rest)
            rest = min(2 * rest, LAST_REST_SECONDS)
        except Exception as error:
            if not isinstance(error, NotStoredError):
                log.exception("updates could not be stored; Telegram gives them again")
            await asyncio.sleep(rest)
            rest = min(2 * rest, LAST_REST_SECONDS)


async def _once(telegram: Telegram, put: Put, offset: int | None, wait: int) -> int | None:
    asked = {"timeout": wait, "limit": MOST, "allowed_updates": ALLOWED_UPDATES}
    updates = await telegram.call("getUpdates", asked if offset is None else {**asked, "offset": offset}, READ_SECONDS)
    numbers = [number for update in updates if (number := number_of(update)) is not None] if isinstance(updates, list) else []
    if updates != [] and not numbers:  # it could never be confirmed, and would come again at once, without end
        raise TelegramError("Invalid server response")
    parts = telegram.parts_of(updates)
    await put(parts)
    telegram.stored(parts)
    return max(numbers) + 1 if numbers else offset
