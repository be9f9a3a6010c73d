"""The door that Meta knocks at, over real HTTP: who may come in, what is stored, and what is answered."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.handlers.whatsapp.reader import Reader
from bot.handlers.whatsapp.webhook import MAX_BODY, PATH, SIGNATURE_HEADER, routes, signature
from bot.http import session
from bot.ingest import ingest
from bot.web import web
from core.messages import NotStoredError, Part
from storage.tables import event, inbox
from storage.tables import outbox as sends
from tests.house import House, at, in_house
from tests.whatsapp.samples import ACCOUNTS, FOREIGN, KINDS, PHONE, body, change, contact, said, status, text

SECRET, VERIFY = "5f4dcc3b5aa765d61d8327deb882cf99", "lar doce lar"
GOOD = said(text())


class Channel(Reader):
    """Reads, and is told what was stored."""

    def __init__(self) -> None:
        self.accounts = ACCOUNTS
        self.told: list[Part] = []

    def stored(self, parts: Sequence[Part]) -> None:
        self.told += parts


@dataclass
class Door:
    """The webhook, and all that came in by it."""

    url: str
    outside: aiohttp.ClientSession
    channel: Channel
    kept: list[list[Part]] = field(default_factory=list)
    trouble: Exception | None = None

    async def put(self, parts: Sequence[Part]) -> None:
        if self.trouble:
            raise self.trouble
        self.kept.append([*parts])

    async def post(self, raw: Any, signed: str | None = None, **headers: str) -> int:
        given = {SIGNATURE_HEADER: signature(SECRET, raw) if signed is None else signed} | headers
        async with self.outside.post(self.url, data=raw, headers=given) as answer:
            return answer.status

    async def get(self, **asked: str) -> tuple[int, str]:
        async with self.outside.get(self.url, params={f"hub.{name}": value for name, value in asked.items()}) as answer:
            return answer.status, await answer.text()


@asynccontextmanager
async def door(put: Callable[[Sequence[Part]], Awaitable[None]] | None = None) -> AsyncIterator[Door]:
    async with session() as outside:
        it = Door("", outside, Channel())
        async with web(routes(it.channel, put or it.put, SECRET, VERIFY), "127.0.0.1", 0) as port:
            it.url = f"http://127.0.0.1:{port}{PATH}"
            yield it


def at_the_door(scenario: Callable[[Door], Awaitable[None]]) -> None:
    async def live() -> None:
        opened: AbstractAsyncContextManager[Door] = door()
        async with opened as it:
            await scenario(it)

    asyncio.run(live())


def test_meta_finds_the_door() -> None:
    async def scenario(it: Door) -> None:
        assert await it.get(mode="subscribe", verify_token=VERIFY, challenge="1158201444") == (200, "1158201444")
        for asked in ({"verify_token": "x"}, {"mode": "unsubscribe"}, {"verify_token": ""}, {"verify_token": VERIFY + "é"}):
            assert await it.get(**{"mode": "subscribe", "verify_token": VERIFY, "challenge": "1"} | asked) == (403, "")
        assert await it.get() == (403, "")

    at_the_door(scenario)


def test_what_is_signed_is_stored_and_then_answered() -> None:
    async def scenario(it: Door) -> None:
        assert await it.post(GOOD) == 200
        assert [part.body["message"]["text"]["body"] for part in it.kept[0]] == ["a pia vaza"]
        assert it.channel.told == it.kept[0]

    at_the_door(scenario)


@pytest.mark.parametrize(
    "signed",
    [
        "",
        "sha256=",
        signature("another secret", GOOD),
        signature(SECRET, GOOD + b" "),
        signature(SECRET, GOOD)[7:],
        "sha1=" + "0" * 40,
        "sha256=ü",
    ],
)
def test_what_is_signed_otherwise_is_refused_unread(signed: str) -> None:
    async def scenario(it: Door) -> None:
        it.channel.split = None  # type: ignore[assignment,method-assign]
        assert await it.post(GOOD, signed) == 403
        assert it.kept == []

    at_the_door(scenario)


def test_without_a_signature_nobody_comes_in() -> None:
    async def scenario(it: Door) -> None:
        async with it.outside.post(it.url, data=GOOD) as answer:
            assert answer.status == 403
        assert it.kept == []

    at_the_door(scenario)


def test_what_is_larger_than_any_webhook_is_refused() -> None:
    async def scenario(it: Door) -> None:
        largest = b" " * (MAX_BODY - len(GOOD)) + GOOD
        assert await it.post(BytesIO(largest), signature(SECRET, largest)) == 200
        assert await it.post(BytesIO(largest + b" "), signature(SECRET, largest + b" ")) == 413

        async def endless() -> AsyncIterator[bytes]:
            for _ in range(64):
                yield b" " * 2**16

        assert await it.post(endless(), "sha256=") == 413
        assert len(it.kept) == 1

    at_the_door(scenario)


@pytest.mark.parametrize(
    "raw", [b"", b"{", GOOD[:-7], b"[" * 100_000, b'{"entry":' + b"[" * 50_000 + b"]" * 50_000 + b"}", b"\xff\xfe", b"null", b"\0" * 99]
)
def test_what_nobody_can_read_is_kept_as_an_event_and_not_brought_again(raw: bytes) -> None:
    async def scenario(it: Door) -> None:
        assert await it.post(raw) == 200
        assert [part.about for part in it.kept[0]] == ["channel"]

    at_the_door(scenario)


@pytest.mark.parametrize("trouble", [NotStoredError(), OSError("disk full"), ValueError("bug")])
def test_what_could_not_be_stored_is_to_come_again(trouble: Exception, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(it: Door) -> None:
        it.trouble = trouble
        assert await it.post(GOOD) == 503
        assert it.channel.told == []
        it.trouble = None
        assert await it.post(GOOD) == 200

    at_the_door(scenario)
    assert bool(caplog.records) != isinstance(trouble, NotStoredError)


def test_a_caller_who_hangs_up_in_the_middle_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(it: Door) -> None:
        port = int(it.url.split(":")[2].split("/")[0])
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        assert await it.post(GOOD) == 200
        assert len(it.kept) == 1

    at_the_door(scenario)
    assert caplog.records == []


# ── with a store behind it ───────────────────────────────────────────────────


def in_an_agency(url: str, scenario: Callable[[Door, House], Awaitable[None]]) -> None:
    async def live(house: House) -> None:
        async def put(parts: Sequence[Part]) -> None:
            await house.run(partial(ingest, parts=parts, now=at(0)))

        async with door(put) as it:
            await scenario(it, house)

    in_house(url, live)


def test_a_batch_is_one_commit_and_each_message_a_row_however_often_it_is_brought(migrated_url: str) -> None:
    """F1, F2."""
    batch = body(
        *[change(contacts=[contact()], messages=[text(number=f"{at}{each}") for each in "abc"], statuses=[status()]) for at in "12"],
        change(phone=FOREIGN, messages=[text()]),
        entries=2,
    )

    async def scenario(it: Door, house: House) -> None:
        answers = await asyncio.gather(*[it.post(batch) for _ in range(3)])
        assert answers == [200] * 3
        rows = await house.rows(select(inbox.c.external_id, inbox.c.account, inbox.c.conversation_id))
        assert len(rows) == len({row.external_id for row in rows}) == 6
        assert {(row.account, row.conversation_id) for row in rows} == {(PHONE, rows[0].conversation_id)}
        assert {row[0] for row in await house.rows(select(event.c.act))} == {"reported"}
        assert await house.rows(select(sends.c.id)) == []

    in_an_agency(migrated_url, scenario)


def test_every_kind_is_stored_and_read(migrated_url: str) -> None:
    async def scenario(it: Door, house: House) -> None:
        for at_, (sent, _) in enumerate(KINDS.values()):
            assert await it.post(said(sent | {"id": f"wamid.{at_}"})) == 200
        rows = await house.rows(select(inbox.c.channel, inbox.c.account, inbox.c.external_id, inbox.c.part).order_by(inbox.c.id))
        kinds = [Reader().parse(Part(row.channel, row.account, row.external_id, row.part)).kind for row in rows]
        assert kinds == [kind for _, kind in KINDS.values()]

    in_an_agency(migrated_url, scenario)
