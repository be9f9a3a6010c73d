"""What a channel is lent of a file, and what it does while the file is not there."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.lending import LONGEST_LOOK_SECONDS, NOBODY_FETCHES, PATIENCE, Lender
from core.lending import Lent
from core.messages import Call, Outcome, Outgoing
from tests.house import House, at, in_house
from tests.kept import Kept
from tests.platforms.contents import content

SECONDS = NOBODY_FETCHES.total_seconds()


def row(file: int | None, account: str = "55", channel: str = "whatsapp") -> Outgoing:
    return Outgoing(7, 1, channel, account, "551188887777", "agent", Call("media", "", file=file))


def kept(url: str, folder: Path, scenario: Callable[[Kept], Awaitable[None]]) -> None:
    async def live(house: House) -> None:
        await scenario(Kept(house, folder))

    in_house(url, live)


async def lent(lender: Lender, asked: Outgoing) -> Lent:
    file = await lender.lend(asked)
    assert isinstance(file, Lent)
    return file


def test_what_stands_in_the_folder_is_lent_by_what_is_in_it(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(kept: Kept) -> None:
        paper, note = content("document"), content("voice")
        named = await lent(kept.lender, row(await kept.stands(paper, "document", "laudo.pdf")))
        assert (named.kind, named.mime, named.name, named.size) == ("document", "application/pdf", "laudo.pdf", len(paper))
        assert named.path.read_bytes() == paper
        unnamed = await lent(kept.lender, row(await kept.stands(note, "voice")))
        assert (unnamed.mime, unnamed.name) == ("audio/ogg; codecs=opus", "arquivo.ogg")

    kept(migrated_url, tmp_path, scenario)


def test_an_account_that_has_it_already_is_told_its_own_id_until_that_ends(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(kept: Kept) -> None:
        file = await kept.stands(content("photo"))
        first = await lent(kept.lender, row(file))
        assert first.known_as == ""
        await kept.lender.note(first, row(file), "4711", timedelta(days=30))
        assert (await lent(kept.lender, row(file))).known_as == "4711"
        assert (await lent(kept.lender, row(file, account="56"))).known_as == ""
        assert (await lent(kept.lender, row(file, channel="telegram"))).known_as == ""
        await kept.lender.note(first, row(file), "4712", timedelta(days=30))
        assert (await lent(kept.lender, row(file))).known_as == "4712"
        kept.seconds = timedelta(days=31).total_seconds()
        assert (await lent(kept.lender, row(file))).known_as == ""

    kept(migrated_url, tmp_path, scenario)


def test_what_is_on_its_way_is_waited_for_though_not_for_ever(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(kept: Kept) -> None:
        file = await kept.wanted()
        assert (await kept.lender.lend(row(file))).do == "again"  # type: ignore[union-attr]
        kept.seconds = 60
        assert await kept.lender.lend(row(file)) == Outcome("again", after_seconds=LONGEST_LOOK_SECONDS)
        await kept.becomes(file, attempts=PATIENCE - 1, due_at=at(60))
        assert (await kept.lender.lend(row(file))).do == "again"  # type: ignore[union-attr]
        kept.seconds = 60 + SECONDS + 1
        assert await kept.lender.lend(row(file)) == Outcome("failed", reason="file-late")
        kept.seconds = 0
        await kept.becomes(file, attempts=PATIENCE)
        assert await kept.lender.lend(row(file)) == Outcome("failed", reason="file-late")

    kept(migrated_url, tmp_path, scenario)


@pytest.mark.parametrize("state", ["failed", "expired", "too_large", "refused"])
def test_what_never_comes_says_why(migrated_url: str, tmp_path: Path, state: str) -> None:
    async def scenario(kept: Kept) -> None:
        file = await kept.wanted()
        await kept.becomes(file, state=state, due_at=None)
        assert await kept.lender.lend(row(file)) == Outcome("failed", reason=f"file-{state.replace('_', '-')}")

    kept(migrated_url, tmp_path, scenario)


def test_what_nobody_sent_or_somebody_took_away_is_failed(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(kept: Kept) -> None:
        assert await kept.lender.lend(row(9)) == Outcome("failed", reason="file-failed")
        file = await kept.stands(content("photo"))
        (await lent(kept.lender, row(file))).path.unlink()
        assert await kept.lender.lend(row(file)) == Outcome("failed", reason="file-failed")
        with pytest.raises(LookupError):
            await kept.lender.lend(row(None))

    kept(sqlite_url, tmp_path, scenario)
