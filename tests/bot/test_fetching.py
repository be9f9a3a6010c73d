"""Files that people sent are fetched from the platform in a job of their own, whatever happens on the way (F9)."""

import asyncio
import io
import os
import zipfile
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.fetching import CHUNK_BYTES, PARTIAL, Fetcher, clear_remains
from bot.handlers.telegram.channel import Telegram
from bot.http import session
from core.files import MOST_BYTES
from storage import media
from storage.media import AT_ONCE, FIRST_WAIT, LEASE, LONGEST_WAIT, MOST, Medium, Sent
from storage.tables import media as table
from tests.house import House, at, in_house, part, until
from tests.telegram import faults, platform
from tests.telegram.customers import Customer
from tests.telegram.media import content
from tests.telegram.server import serving
from tests.telegram.trying import MARIA

PHOTO = content("photo")


class Post:
    """A house, the platform, and the job between them at a time that each test says."""

    def __init__(self, house: House, telegram: platform.Telegram, channel: Telegram, folder: Path) -> None:
        self.house, self.telegram, self.folder = house, telegram, folder
        self.channel = channel
        self.now = at(0)

    def customer(self) -> Customer:
        return Customer(self.telegram, MARIA)

    async def stored(self, *refs: str, size: int | None = None) -> None:
        """Somebody has sent these files."""
        await self.house.put(part("a"))
        rows = [Sent("telegram", self.channel.account, ref, 1, 1, 1, "photo", "", "", size, at(0), at(0)) for ref in refs]
        await self.house.run(partial(media.add, sent=rows))

    async def fetched(self, seconds: float = 0) -> tuple[Medium, ...]:
        """What the job made of all that is due then."""
        self.now = at(seconds)
        job = asyncio.create_task(Fetcher({"telegram": self.channel}, self.folder / "media").run(self.house.database, self._clock))
        try:
            await until(self._nothing_is_due)
        finally:
            job.cancel()
            await asyncio.gather(job, return_exceptions=True)
        return await self.house.run(partial(media.of_ticket, ticket_id=1))

    def _clock(self) -> datetime:
        return self.now

    async def _nothing_is_due(self) -> bool:
        due = await self.house.column(table.c.due_at)
        return not any(each and (each <= self.now or each == self.now + LEASE) for each in due)


Scenario = Callable[[Post], Awaitable[None]]


def with_post(url: str, folder: Path, scenario: Scenario) -> None:
    async def live(house: House) -> None:
        async with serving() as telegram, session() as outside:
            await scenario(Post(house, telegram, Telegram(outside, telegram.token, telegram.url), folder))

    in_house(url, live)


def ref_of(message: object) -> str:
    return str(message["photo"][-1]["file_id"])  # type: ignore[index]


def test_a_photo_stands_in_the_folder_by_what_is_in_it(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        maria = post.customer()
        await post.stored(ref_of(maria.photo(PHOTO)), ref_of(maria.photo(PHOTO)))
        one, other = await post.fetched()
        assert (one.state, one.mime, one.size) == ("ready", "image/jpeg", len(PHOTO))
        assert one.place == other.place
        assert one.place is not None
        assert (tmp_path / one.place).read_bytes() == PHOTO
        assert [path.name for path in (tmp_path / "media").rglob("*") if path.is_file()] == [Path(one.place).name]

    with_post(migrated_url, tmp_path, scenario)


@pytest.mark.parametrize(
    "fault", [faults.server_error(503), faults.drop_before(), faults.drop_after(), faults.bad_json(), faults.unauthorized()]
)
def test_what_does_not_come_at_once_comes_later(migrated_url: str, tmp_path: Path, fault: faults.Fault) -> None:
    async def scenario(post: Post) -> None:
        post.telegram.faults.add(fault, "getFile")
        await post.stored(ref_of(post.customer().photo(PHOTO)))
        (waiting,) = await post.fetched()
        assert (waiting.state, waiting.place) == ("pending", None)
        assert post.telegram.token.partition(":")[2] not in (waiting.reason or "")
        (there,) = await post.fetched(FIRST_WAIT.total_seconds())
        assert there.state == "ready"

    with_post(migrated_url, tmp_path, scenario)


def test_a_link_that_breaks_is_asked_for_again(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        post.telegram.faults.add(faults.server_error(503), "download")
        await post.stored(ref_of(post.customer().photo(PHOTO)))
        assert [each.state for each in await post.fetched()] == ["pending"]
        assert [each.state for each in await post.fetched(1)] == ["ready"]

    with_post(migrated_url, tmp_path, scenario)


def test_whatever_a_channel_raises_it_may_come_later(migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(self: Telegram, ref: str, account: str, into: object, most: int) -> None:
        raise LookupError(ref)

    async def scenario(post: Post) -> None:
        monkeypatch.setattr(Telegram, "fetch", broken)
        await post.stored("x")
        assert [(each.state, each.reason) for each in await post.fetched()] == [("pending", "LookupError")]
        assert await post.house.column(table.c.due_at) == [at(0) + FIRST_WAIT]

    with_post(migrated_url, tmp_path, scenario)


def test_the_platform_says_how_long_to_wait(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        post.telegram.faults.add(faults.too_many(37), "getFile")
        await post.stored(ref_of(post.customer().photo(PHOTO)))
        await post.fetched()
        assert await post.house.column(table.c.due_at) == [at(37)]

    with_post(migrated_url, tmp_path, scenario)


def test_what_will_never_come_says_why(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        maria = post.customer()
        page = maria.document(b"<!DOCTYPE html><script>alert(1)</script>", name="laudo.pdf")["document"]["file_id"]
        large = maria.document(content("document"), size=MOST_BYTES * 2)["document"]["file_id"]
        await post.stored(page, large, "nobody-knows-it")
        found = await post.fetched()
        assert sorted(each.state for each in found) == ["expired", "refused", "too_large"]
        assert not any(path.is_file() for path in (tmp_path / "media").rglob("*"))

    with_post(migrated_url, tmp_path, scenario)


@pytest.mark.parametrize("before, state", [(0, "refused"), (CHUNK_BYTES - 200, "refused"), (3 * CHUNK_BYTES, "refused"), (None, "ready")])
def test_office_documents_are_kept_without_macros(migrated_url: str, tmp_path: Path, before: int | None, state: str) -> None:
    """Wherever in the file these stand, the border between two pieces that are read included."""

    async def scenario(post: Post) -> None:
        await post.stored(post.customer().document(document(before), name="laudo.docx")["document"]["file_id"])
        assert [each.state for each in await post.fetched()] == [state]

    with_post(migrated_url, tmp_path, scenario)


def document(before: int | None) -> bytes:
    """A text of Word, with so many bytes before its macros; None: without any."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as within:
        within.writestr("[Content_Types].xml", "x")
        within.writestr("word/document.xml", "x" * (before or 0))
        if before is not None:
            for each in range(9):
                within.writestr(f"word/{'x' * each}vbaProject.bin", "x")
    return made.getvalue()


def test_a_disk_that_takes_nothing_is_told(migrated_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "media").touch()  # where the folder should be

    async def scenario(post: Post) -> None:
        await post.stored(ref_of(post.customer().photo(PHOTO)))
        assert [each.state for each in await post.fetched()] == ["pending"]
        (tmp_path / "media").unlink()
        assert [each.state for each in await post.fetched(FIRST_WAIT.total_seconds())] == ["ready"]

    with_post(migrated_url, tmp_path, scenario)
    (told,) = (record.getMessage() for record in caplog.records)
    assert told.endswith(": File exists")


def test_what_is_said_to_be_too_large_is_not_asked_for(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        await post.stored("x", size=MOST_BYTES + 1)
        assert [each.state for each in await post.fetched()] == ["too_large"]
        assert post.telegram.made("getFile") == []

    with_post(migrated_url, tmp_path, scenario)


def test_waits_double_up_to_a_limit_and_end(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        await post.stored("x")
        now, waits = at(0), list[timedelta]()
        for _ in range(MOST):
            (wanted,) = await post.house.run(partial(media.take_due, now=now, channels=("telegram",), room=AT_ONCE))
            await post.house.run(partial(media.come_again, wanted=wanted, now=now, reason="away"))
            (due,) = await post.house.column(table.c.due_at)
            if due is not None:
                waits.append(due - now)
                now = due
        assert waits[:4] == [timedelta(seconds=seconds) for seconds in (1, 2, 4, 8)]
        assert waits[-1] == LONGEST_WAIT
        assert await post.house.column(table.c.state) == ["failed"]
        assert await post.house.column(table.c.reason) == ["away"]

    with_post(migrated_url, tmp_path, scenario)


def test_what_a_process_was_fetching_when_it_died_is_fetched_by_another(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(post: Post) -> None:
        await post.stored(ref_of(post.customer().photo(PHOTO)))
        taken = partial(media.take_due, channels=("telegram",), room=AT_ONCE)
        assert len(await post.house.run(partial(taken, now=at(0)))) == 1
        assert await post.house.run(partial(taken, now=at(1))) == []
        assert [each.state for each in await post.fetched(LEASE.total_seconds() + 1)] == ["ready"]

    with_post(migrated_url, tmp_path, scenario)


def test_remains_are_cleared_but_not_what_is_being_fetched(tmp_path: Path) -> None:
    old, new = tmp_path / f"old{PARTIAL}", tmp_path / f"new{PARTIAL}"
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    (tmp_path / f"gone{PARTIAL}").symlink_to(tmp_path / "nowhere")  # as another process that clears leaves it in between
    clear_remains(tmp_path)
    (tmp_path / f"gone{PARTIAL}").unlink()
    assert [path.name for path in tmp_path.iterdir()] == [new.name]
