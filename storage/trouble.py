"""Whether a database can be used: said in the log when that changes, and not at every attempt."""

import logging
import time

from sqlalchemy.exc import DBAPIError

QUIET_SECONDS = 1.0  # without a refusal, until the end is told: what is full or locked may still be read

log = logging.getLogger(__name__)


class Trouble:
    """Of one database."""

    def __init__(self) -> None:
        self._since: float | None = None  # since when it cannot be used
        self._back: float | None = None  # since when it can again, after that

    def met(self, error: BaseException) -> None:
        """The database could not be used."""
        self._back = None
        if self._since is None:
            self._since = time.monotonic()
            log.error("the database cannot be used, trying again until it can: %s", cause_of(error))

    def over(self) -> None:
        """It could."""
        if self._since is None:
            return
        now = time.monotonic()
        if self._back is None:
            self._back = now
        elif now - self._back > QUIET_SECONDS:
            log.warning("the database can be used again, after %.1f seconds", self._back - self._since)
            self._since = None


def cause_of(error: BaseException) -> str:
    """What the driver says, in one line; never the values of a statement."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    return " ".join(str(cause).split()) or type(cause).__name__
