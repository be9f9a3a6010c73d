"""The webhook's door: who may bring updates, what is refused, and what is told to come again. Nothing is stored that is not said to be."""

import asyncio
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import msgspec
import pytest

from bot.handlers.telegram.webhook import MAX_BODY, SECRET_HEADER, secret_of
from core.messages import Part
from storage.tables import event, identity, inbox, outbox
from tests.house import outage
from tests.platforms.bodies import in_pieces
from tests.telegram.agency import MARCOS, MARIA, Agency, with_agency
from tests.telegram.customers import Person
from tests.telegram.platform import TOKEN

KEY = {SECRET_HEADER: secret_of(TOKEN, "")}


def update(number: int, text: str, who: Person = MARIA) -> bytes:
    chat = {"id": who.id, "type": "private", "first_name": who.first_name}
    return msgspec.json.encode(
        {"update_id": number, "message": {"message_id": number, "from": who.user, "chat": chat, "date": 1_764_000_000, "text": text}}
    )


async def brought(agency: Agency, body: Any, headers: Mapping[str, str] = KEY) -> int:
    """The answer to a request, as its status."""
    async with aiohttp.ClientSession() as client, client.post(agency.door, data=body, headers=headers) as answer:
        return answer.status


async def stored(agency: Agency) -> list[str]:
    return [part["message"]["text"] for part in await agency.column(inbox.c.part)]


@pytest.mark.parametrize(
    "headers",
    [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: KEY[SECRET_HEADER][:-1]}, {SECRET_HEADER: secret_of("1:x", "")}, {SECRET_HEADER: "segrêdo"}],
    ids=["missing", "empty", "cut", "of another bot", "no ASCII"],
)
def test_who_does_not_know_the_secret_is_refused_and_nothing_is_stored(sqlite_url: str, headers: dict[str, str]) -> None:
    async def scenario(agency: Agency) -> None:
        assert await brought(agency, update(1, "oi"), headers) == 403
        assert await stored(agency) == await agency.column(event.c.id) == []
        assert await brought(agency, update(1, "oi")) == 200
        assert await stored(agency) == ["oi"]

    with_agency(sqlite_url, scenario, "webhook")


@pytest.mark.parametrize(
    "body", [lambda: BytesIO(b" " * (MAX_BODY + 1)), lambda: in_pieces(2 * MAX_BODY)], ids=["length told", "in pieces"]
)
def test_a_body_that_is_too_large_is_refused(sqlite_url: str, body: Callable[[], Any]) -> None:
    async def scenario(agency: Agency) -> None:
        assert await brought(agency, body()) == 413
        assert await agency.column(event.c.id) == []
        assert await brought(agency, update(1, "a" * 4096)) == 200

    with_agency(sqlite_url, scenario, "webhook")


def test_who_hangs_up_in_the_middle_of_a_body_is_no_error(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(agency: Agency) -> None:
        given = urlsplit(agency.door)
        _, there = await asyncio.open_connection(given.hostname, given.port)
        head = f"POST {given.path} HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {KEY[SECRET_HEADER]}\r\nContent-Length: 999\r\n\r\n"
        there.write(head.encode() + b"{")
        await there.drain()
        there.close()
        await there.wait_closed()
        assert await brought(agency, update(1, "oi")) == 200
        assert await stored(agency) == ["oi"]

    with_agency(sqlite_url, scenario, "webhook")
    assert caplog.records == []


def test_only_a_post_is_a_delivery(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        async with aiohttp.ClientSession() as client, client.get(agency.door, headers=KEY) as answer:
            assert answer.status == 405

    with_agency(sqlite_url, scenario, "webhook")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b'{"update_id": "1"}'])
def test_what_nobody_can_read_is_an_event_and_does_not_come_again(sqlite_url: str, body: bytes) -> None:
    async def scenario(agency: Agency) -> None:
        assert await brought(agency, body) == 200
        assert await agency.column(event.c.act) == ["reported"]
        assert await stored(agency) == []

    with_agency(sqlite_url, scenario, "webhook")


def test_f01_one_update_brought_three_times_at_once_is_one_row_and_one_reply(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.chat.started = True
        assert await asyncio.gather(*[brought(agency, update(1, "o chuveiro queimou")) for _ in range(3)]) == [200] * 3
        await agency.quiet()
        assert await brought(agency, update(1, "o chuveiro queimou")) == 200  # long after it was answered, too
        await agency.quiet()
        assert await stored(agency) == ["o chuveiro queimou"]
        assert len(maria.heard()) == len(await agency.column(outbox.c.id)) == len(await agency.tickets()) == 1

    with_agency(migrated_url, scenario, "webhook")


def test_deliveries_out_of_order_are_all_heard_in_one_talk(migrated_url: str) -> None:
    """As they come when Telegram repeats one while it brings the next: each once, in one conversation, by one ticket."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.chat.started = True
        texts = {number: f"mensagem {number}" for number in (5, 2, 9, 1, 7, 3, 8, 4, 6)}
        deliveries = [(number, text) for number, text in texts.items() for _ in range(2)]
        assert set(await asyncio.gather(*[brought(agency, update(*each)) for each in deliveries])) == {200}
        await agency.quiet()
        assert sorted(await stored(agency)) == sorted(texts.values())
        assert set(await agency.column(inbox.c.result)) == {"done"}
        assert len(set(await agency.column(inbox.c.conversation_id))) == len(await agency.tickets()) == 1

    with_agency(migrated_url, scenario, "webhook")


def test_a_card_and_words_brought_at_once_are_one_talk(migrated_url: str) -> None:
    """Both are the first: one knows the person by their id, the other by their number too."""

    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        marcos.share_contact()
        assert agency.telegram.updates.newest
        card = agency.telegram.updates.newest.raw
        deliveries = (update(1, "oi", MARCOS), card, update(2, "olá", MARCOS), card)
        assert await asyncio.gather(*[brought(agency, each) for each in deliveries]) == [200] * 4
        await agency.quiet()
        assert len(set(await agency.column(inbox.c.conversation_id))) == len(await agency.tickets()) == 1
        assert sorted(await agency.column(identity.c.kind)) == ["number", "user"]
        assert len(await agency.column(inbox.c.id)) == 3

    with_agency(migrated_url, scenario, "webhook")


def test_what_cannot_be_stored_comes_again(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(agency: Agency) -> None:
        put, failures = agency.ingest._store, [outage(), outage(), ValueError("bug")]

        async def store(requests: list[list[Part]]) -> Any:
            if failures:
                raise failures.pop(0)
            return await put(requests)

        monkeypatch.setattr(agency.ingest._batcher, "_write", store)
        maria = agency.customer(MARIA)
        maria.say("o chuveiro queimou")
        assert "o chuveiro queimou" in (await maria.next_message()).bold
        await agency.quiet()
        assert failures == []
        assert await stored(agency) == ["o chuveiro queimou"]
        last = agency.telegram.webhook.last_error
        assert last is not None
        assert last[1] == "Wrong response from the webhook: 503 Service Unavailable"

    with_agency(sqlite_url, scenario, "webhook")
