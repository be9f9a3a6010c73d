"""Files that came by another channel are shown in WhatsApp: uploaded once, then sent by their id."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.handlers.whatsapp.channel import WhatsApp
from bot.handlers.whatsapp.files import MB
from bot.http import session
from core.messages import Call, MediaKind, Outcome, Outgoing
from tests.house import House, in_house
from tests.kept import Kept
from tests.platforms.contents import content
from tests.whatsapp import faults
from tests.whatsapp.customers import Customer
from tests.whatsapp.platform import NUMBER, OTHER
from tests.whatsapp.server import serving
from tests.whatsapp.trying import MARIA


class Line(NamedTuple):
    channel: WhatsApp
    maria: Customer
    kept: Kept

    async def bring(self, file: int, text: str = "", account: str = NUMBER) -> Outcome:
        return await self.channel.send(Outgoing(7, 1, "whatsapp", account, MARIA.wa_id, "agent", Call("media", text, file=file)))

    @property
    def uploads(self) -> int:
        return len(self.maria.whatsapp.made("upload"))


def on_line(url: str, folder: Path, scenario: Callable[[Line], Awaitable[None]]) -> None:
    async def live(house: House) -> None:
        async with serving() as there, session() as outside:
            maria, kept = Customer(there, MARIA), Kept(house, folder)
            for each in (maria, Customer(there, MARIA, OTHER)):
                each.say("Oi")
            channel = WhatsApp(outside, there.token, there.url, (NUMBER, OTHER), files=kept.lender)
            await scenario(Line(channel, maria, kept))
            await channel.close()
            assert there.violations == []

    in_house(url, live)


@pytest.mark.parametrize(
    "kind, of, shown",
    [
        ("photo", "photo", "image"),
        ("video", "video", "video"),
        ("voice", "voice", "audio"),
        ("voice", "audio", "audio"),
        ("document", "document", "document"),
        ("document", "photo", "document"),
    ],
)
def test_each_is_shown_as_what_it_was(sqlite_url: str, tmp_path: Path, kind: MediaKind, of: str, shown: str) -> None:
    async def scenario(line: Line) -> None:
        data = content(of)
        assert (await line.bring(await line.kept.stands(data, kind, "laudo.pdf"), "olha: *a_pia_")).do == "sent"
        (came,) = line.maria.heard()
        body = came.message[shown]
        file = line.maria.whatsapp.files.find(body["id"])
        assert file is not None
        assert file.content == data
        assert body.get("caption") == (None if shown == "audio" else "olha: *a_pia_")
        assert body.get("filename") == ("laudo.pdf" if shown == "document" else None)

    on_line(sqlite_url, tmp_path, scenario)


def test_a_repeat_takes_the_id_of_the_upload_in_that_account(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        file = await line.kept.stands(content("photo"))
        assert [(await line.bring(file)).do for _ in range(2)] == ["sent"] * 2
        assert line.uploads == 1
        assert {each.file for each in line.maria.heard()} == set(await line.kept.copies())
        assert (await line.bring(file, account=OTHER)).do == "sent"
        assert line.uploads == 2

    on_line(migrated_url, tmp_path, scenario)


def test_an_id_that_leads_nowhere_any_more_is_uploaded_anew(sqlite_url: str, tmp_path: Path) -> None:
    """What is refused then is the file, and not the account."""

    async def scenario(line: Line) -> None:
        file = await line.kept.stands(content("photo"))
        await line.bring(file)
        (known_as,) = await line.kept.copies()
        line.maria.whatsapp.files.expire(known_as)
        assert (await line.bring(file)).do == "sent"
        assert line.uploads == 2
        assert await line.kept.copies() == [line.maria.heard()[-1].file]

    on_line(sqlite_url, tmp_path, scenario)


def test_what_does_not_fit_is_a_document_or_is_told(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        told = Outcome("failed", reason="file-unfit")
        assert await line.bring(await line.kept.stands(content("sticker"))) == told  # a photo, in a form that is none here
        assert await line.bring(await line.kept.stands(b"OggS\0vorbis", "voice")) == told
        assert line.uploads == 0
        told = Outcome("failed", reason="file-too-heavy")
        assert await line.bring(await line.kept.stands(content("photo") + bytes(5 * MB))) == told  # tried as a document
        assert await line.bring(await line.kept.stands(content("video") + bytes(16 * MB), "video")) == told
        assert line.uploads == 2
        assert line.maria.heard() == []

    on_line(sqlite_url, tmp_path, scenario)


def test_nothing_is_uploaded_while_the_file_is_on_its_way(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(line: Line) -> None:
        file = await line.kept.wanted()
        assert (await line.bring(file)).do == "again"
        await line.kept.becomes(file, state="too_large", due_at=None)
        assert await line.bring(file) == Outcome("failed", reason="file-too-large")
        assert line.uploads == 0

    on_line(sqlite_url, tmp_path, scenario)


@pytest.mark.parametrize(
    "call, fault, do",
    [
        ("upload", faults.refused(130429), "again"),
        ("upload", faults.refused(190), "hold"),
        ("messages", faults.refused(131056), "again"),
        ("messages", faults.refused(131026), "failed"),
        ("messages", faults.drop_after(), "unknown"),
    ],
)
def test_what_goes_wrong_means_what_it_means_for_words(sqlite_url: str, tmp_path: Path, call: str, fault: faults.Fault, do: str) -> None:
    async def scenario(line: Line) -> None:
        file = await line.kept.stands(content("photo"))
        line.maria.whatsapp.faults.add(fault, call)
        assert (await line.bring(file)).do == do
        assert (await line.bring(file)).do == "sent"
        assert line.uploads == (2 if call == "upload" else 1)

    on_line(sqlite_url, tmp_path, scenario)
