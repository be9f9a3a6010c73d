"""Files that somebody sent, as they stand in a house: their rows, and their bytes in the data folder."""

import hashlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import update

from bot.lending import Lender
from core.files import HEAD_BYTES, file_kind, place_of
from core.messages import MediaKind
from storage import media
from storage.media import Sent
from storage.tables import media as table
from storage.tables import media_copy
from tests.house import House, at, part

ELSEWHERE = ("console", "")  # channel and account by which they came


@dataclass
class Kept:
    """`seconds`: what the lender's clock says."""

    house: House
    folder: Path
    seconds: float = 0
    _rows: list[int] = field(default_factory=list)

    @property
    def lender(self) -> Lender:
        return Lender(self.house.database, self.folder, lambda: at(self.seconds))

    async def wanted(self, kind: MediaKind = "photo", name: str = "", size: int | None = None) -> int:
        """A file that is on its way; the inbox row that brought it."""
        if not self._rows:
            await self.house.put(part("a"))
        row = len(self._rows) + 1
        self._rows.append(row)
        sent = Sent(*ELSEWHERE, f"ref{row}", 1, row, 1, kind, "", name, size, at(0), at(0))
        await self.house.run(partial(media.add, sent=[sent]))
        return row

    async def stands(self, content: bytes, kind: MediaKind = "photo", name: str = "") -> int:
        """A file that has come."""
        row = await self.wanted(kind, name)
        digest, found = hashlib.sha256(content).hexdigest(), file_kind(content[:HEAD_BYTES])
        assert found is not None
        place = self.folder / place_of(digest, found.mime)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        (number,) = await self._numbers(row)
        await self.house.run(partial(media.ready, media_id=number, sha256=digest, mime=found.mime, size=len(content)))
        return row

    async def becomes(self, row: int, **values: object) -> None:
        """What the fetching made of it."""
        statement = update(table).where(table.c.inbox_id == row).values(**values)
        await self.house.run(lambda connection: connection.execute(statement).rowcount)

    async def copies(self) -> list[str]:
        """By what ids accounts elsewhere have files."""
        return [each for (each,) in await self.house.rows(media_copy.select().with_only_columns(media_copy.c.ref))]

    async def _numbers(self, row: int) -> list[int]:
        return [each for (each,) in await self.house.rows(table.select().with_only_columns(table.c.id).where(table.c.inbox_id == row))]
