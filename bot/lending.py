"""Lends files of the data folder to the channels that bring them to people; what is still on its way is waited for, for a while."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from core.files import HEAD_BYTES, mime_with_codec, name_of, place_of
from core.lending import LOST, Lent
from core.messages import Outcome, Outgoing
from storage import media
from storage.database import Database, is_outage
from storage.media import Brought, Copy

LOOK_SECONDS, LONGEST_LOOK_SECONDS = 1.0, 5.0  # until a file on its way is looked for again; each look counts as a message for the pace
PATIENCE = 5  # fetches after which nothing waits for a file any more: it may still come, but not in its place among the words
NOBODY_FETCHES = timedelta(minutes=10)  # after the moment of a fetch: no process has made it

log = logging.getLogger(__name__)


class Lender:
    """Of one process."""

    def __init__(self, database: Database, folder: Path, clock: Callable[[], datetime]) -> None:
        """`folder`: that of all data."""
        self._database, self._folder, self._clock = database, folder, clock

    async def lend(self, row: Outgoing) -> Lent | Outcome:
        """A file whose time is not over holds back what follows to that address, as the order of words demands."""
        if row.call.file is None:
            raise LookupError(f"the call {row.id} names no file")
        now = self._clock()
        find = partial(media.brought, inbox_id=row.call.file, channel=row.channel, account=row.account, now=now)
        try:
            found = await self._database.run(find)
        except Exception as error:
            if not is_outage(error):
                raise
            return Outcome("again", after_seconds=LOOK_SECONDS)  # nothing was sent
        if found is None:
            return Outcome("failed", reason=f"{LOST}failed")
        if found.state == "pending":
            return Outcome("failed", reason=f"{LOST}late") if _is_late(found, now) else Outcome("again", after_seconds=_look(found, now))
        if found.state != "ready" or found.sha256 is None:
            return Outcome("failed", reason=f"{LOST}{found.state.replace('_', '-')}")
        return await asyncio.to_thread(_lent, found, self._folder / place_of(found.sha256, found.mime))

    async def note(self, file: Lent, row: Outgoing, known_as: str, lasts: timedelta) -> None:
        copy = Copy(file.id, row.channel, row.account, known_as, self._clock() + lasts)
        try:
            await self._database.run(partial(media.note_copy, copy=copy))
        except Exception as error:  # what was shown is shown; without its id it is uploaded again the next time
            if not is_outage(error):
                log.exception("the id of a file could not be kept")


def _is_late(found: Brought, now: datetime) -> bool:
    return found.attempts >= PATIENCE or found.due_at is None or found.due_at + NOBODY_FETCHES < now


def _look(found: Brought, now: datetime) -> float:
    """The longer it takes, the seldomer."""
    return min(max(LOOK_SECONDS, (now - found.received_at).total_seconds() / 4), LONGEST_LOOK_SECONDS)


def _lent(found: Brought, path: Path) -> Lent | Outcome:
    try:
        with path.open("rb") as file:
            mime, size = mime_with_codec(found.mime, file.read(HEAD_BYTES)), path.stat().st_size
    except OSError:  # taken away by hand, or in a folder that another machine has
        return Outcome("failed", reason=f"{LOST}failed")
    return Lent(found.id, found.kind, mime, found.name or name_of(found.mime), size, path, found.known_as or "")
