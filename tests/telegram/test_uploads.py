"""Files that came by another channel are shown in Telegram: each as what it was, where Telegram takes it as that."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.handlers.telegram.channel import Telegram
from bot.http import session
from core.messages import Call, MediaKind, Outcome, Outgoing
from tests.house import House, in_house
from tests.kept import Kept
from tests.platforms.contents import content
from tests.telegram import faults
from tests.telegram.customers import Customer
from tests.telegram.server import serving
from tests.telegram.trying import MARIA


class Line(NamedTuple):
    channel: Telegram
    maria: Customer
    kept: Kept

    async def bring(self, file: int, text: str = "", *, silent: bool = False) -> Outcome:
        call = Call("media", text, file=file, silent=silent)
        return await self.channel.send(Outgoing(7, 1, "telegram", self.channel.account, str(MARIA.id), "agent", call))

    @property
    def made(self) -> list[str]:
        return [call.method for call in self.maria.telegram.calls]


def on_line(url: str, folder: Path, scenario: Callable[[Line], Awaitable[None]]) -> None:
    async def live(house: House) -> None:
        async with serving() as there, session() as outside:
            maria, kept = Customer(there, MARIA), Kept(house, folder)
            maria.start()
            channel = Telegram(outside, there.token, there.url, files=kept.lender)
            await scenario(Line(channel, maria, kept))
            await channel.close()
            assert there.violations == []

    in_house(url, live)


@pytest.mark.parametrize(
    "kind, of, shown",
    [
        ("photo", "photo", "photo"),
        ("video", "video", "video"),
        ("voice", "voice", "voice"),
        ("voice", "audio", "audio"),
        ("document", "document", "document"),
        ("document", "photo", "document"),
    ],
)
def test_each_is_shown_as_what_it_was(sqlite_url: str, tmp_path: Path, kind: MediaKind, of: str, shown: str) -> None:
    async def scenario(line: Line) -> None:
        data = content(of)
        outcome = await line.bring(await line.kept.stands(data, kind, "laudo.pdf"), "olha: *a pia*")
        (came,) = line.maria.heard()
        assert (outcome.do, outcome.external_id) == ("sent", str(came.id))
        assert (came.text, came.bold) == ("olha: a pia", ("a pia",))
        file = came.message[shown][-1] if shown == "photo" else came.message[shown]
        assert line.maria.telegram.files.find(file["file_id"]).content == data

    on_line(sqlite_url, tmp_path, scenario)


def test_a_repeat_takes_the_id_that_telegram_gave(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        file = await line.kept.stands(content("photo"))
        assert [(await line.bring(file)).do for _ in range(2)] == ["sent"] * 2
        first, again = line.maria.telegram.made("sendPhoto")
        assert (set(first.uploads), set(again.uploads)) == ({"photo"}, set())
        assert [again.params["photo"]] == await line.kept.copies()

    on_line(migrated_url, tmp_path, scenario)


def test_an_id_that_telegram_forgot_is_uploaded_anew(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        file = await line.kept.stands(content("photo"))
        await line.bring(file)
        line.maria.telegram.faults.add(faults.bad_request("wrong file identifier/HTTP URL specified"), "sendPhoto")
        assert (await line.bring(file)).do == "sent"
        assert [bool(call.uploads) for call in line.maria.telegram.made("sendPhoto")] == [True, False, True]
        assert len(line.maria.heard()) == 2

    on_line(sqlite_url, tmp_path, scenario)


def test_what_is_no_photo_for_telegram_is_a_document(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        line.maria.telegram.faults.add(faults.bad_request("PHOTO_INVALID_DIMENSIONS"), "sendPhoto")
        assert (await line.bring(await line.kept.stands(content("photo")))).do == "sent"
        large = content("photo") + bytes(10 * 1024 * 1024)
        assert (await line.bring(await line.kept.stands(large))).do == "sent"
        assert ["document" in each.message for each in line.maria.heard()] == [True] * 2
        assert line.made.count("sendphoto") == 1

    on_line(sqlite_url, tmp_path, scenario)


def test_nothing_is_shown_while_the_file_is_on_its_way(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        file = await line.kept.wanted()
        assert (await line.bring(file)).do == "again"
        await line.kept.becomes(file, state="expired", due_at=None)
        assert await line.bring(file) == Outcome("failed", reason="file-expired")
        assert line.made == []

    on_line(sqlite_url, tmp_path, scenario)


@pytest.mark.parametrize("fault, do", [(faults.too_many(7), "again"), (faults.blocked(), "failed"), (faults.drop_after(), "unknown")])
def test_what_goes_wrong_means_what_it_means_for_words(sqlite_url: str, tmp_path: Path, fault: faults.Fault, do: str) -> None:
    async def scenario(line: Line) -> None:
        line.maria.telegram.faults.add(fault, "sendPhoto")
        assert (await line.bring(await line.kept.stands(content("photo")))).do == do

    on_line(sqlite_url, tmp_path, scenario)
