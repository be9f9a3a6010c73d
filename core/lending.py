"""Files that a channel brings to people: what it is given of one, and by whom."""

from datetime import timedelta
from pathlib import Path
from typing import Protocol

from core.messages import MediaKind, Outcome, Outgoing
from core.records import Record

LOST = "file-"  # how the reason of an outcome begins that is about the file, and not about the platform
UNFIT = f"{LOST}unfit"  # the platform takes no such file
TOO_HEAVY = f"{LOST}too-heavy"  # it would, if it were smaller


class Lent(Record):
    """A file that stands on this machine. `mime` is by what is in it; `size` in bytes."""

    id: int  # row of `media`
    kind: MediaKind
    mime: str
    name: str
    size: int
    path: Path
    known_as: str = ""  # the platform's own id of it, where the account has it already


class Lends(Protocol):
    """Where a channel gets the files that it brings."""

    async def lend(self, row: Outgoing) -> Lent | Outcome:
        """The file of that call; or what the sender must do instead, since it is not there yet or never will be."""

    async def note(self, file: Lent, row: Outgoing, known_as: str, lasts: timedelta) -> None:
        """The account of that row has the file by this id, for so long."""


class NoFiles:
    """For a channel that only looks, or says words."""

    async def lend(self, row: Outgoing) -> Lent | Outcome:
        return Outcome("failed", reason=f"{LOST}failed")

    async def note(self, file: Lent, row: Outgoing, known_as: str, lasts: timedelta) -> None:
        """Nothing was lent."""


NO_FILES = NoFiles()
