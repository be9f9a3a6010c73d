"""The webhook's door with a whole agency behind it: what is forged, replayed, cut, too large or too deep, and what comes again."""

import asyncio
import hmac
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import msgspec
import pytest

from bot.handlers.whatsapp.webhook import MAX_BODY
from core.messages import Part
from storage.tables import event, inbox, outbox
from tests.house import outage
from tests.platforms.bodies import in_pieces
from tests.platforms.calls import JSON
from tests.whatsapp.agency import MARIA, SEVERINO, Agency, with_agency
from tests.whatsapp.platform import NUMBER, SECRET, VERIFY, WABA
from tests.whatsapp.webhook import SIGNATURE_HEADER, body_of

SAID = "o chuveiro queimou"
DEEP = 100_000  # brackets in brackets


def value(*texts: str, wa_id: str = MARIA.wa_id, **more: Any) -> JSON:
    metadata = {"display_phone_number": "551140000001", "phone_number_id": NUMBER}
    messages = [
        {"from": wa_id, "id": f"wamid.{text[:9]}", "timestamp": str(int(time.time())), "type": "text", "text": {"body": text}}
        for text in texts
    ]
    contacts = [{"profile": {"name": "Maria"}, "wa_id": wa_id}]
    return {"messaging_product": "whatsapp", "metadata": metadata, "contacts": contacts, "messages": messages, **more}


def body(*texts: str, **more: Any) -> bytes:
    return msgspec.json.encode(body_of(WABA, [[("messages", value(*texts, **more))]]))


def signed(raw: bytes, secret: str = SECRET) -> Mapping[str, str]:
    return {SIGNATURE_HEADER: "sha256=" + hmac.new(secret.encode(), raw, sha256).hexdigest()}


async def brought(agency: Agency, raw: Any, headers: Mapping[str, str] | None = None) -> int:
    """The answer to a request, as its status; rightly signed unless headers are given."""
    headers = signed(raw) if headers is None else headers
    sent = BytesIO(raw) if isinstance(raw, bytes) else raw
    async with aiohttp.ClientSession() as client, client.post(agency.door, data=sent, headers=headers) as answer:
        return answer.status


async def stored(agency: Agency) -> list[str]:
    return [part["message"]["text"]["body"] for part in await agency.column(inbox.c.part)]


FORGED: Mapping[str, Callable[[bytes], Mapping[str, str]]] = {
    "missing": lambda raw: {},
    "empty": lambda raw: {SIGNATURE_HEADER: ""},
    "cut": lambda raw: {SIGNATURE_HEADER: signed(raw)[SIGNATURE_HEADER][:-1]},
    "of another secret": lambda raw: signed(raw, "f" * 32),
    "of no secret": lambda raw: signed(raw, ""),
    "of another body": lambda raw: signed(raw + b" "),
    "of the older kind": lambda raw: {"X-Hub-Signature": "sha1=" + hmac.new(SECRET.encode(), raw, "sha1").hexdigest()},
    "without its name": lambda raw: {SIGNATURE_HEADER: signed(raw)[SIGNATURE_HEADER].removeprefix("sha256=")},
    "no ASCII": lambda raw: {SIGNATURE_HEADER: "sha256=é"},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
def test_a_forged_body_is_refused_and_nothing_of_it_is_stored(sqlite_url: str, headers: Callable[[bytes], Mapping[str, str]]) -> None:
    async def scenario(agency: Agency) -> None:
        raw = body(SAID)
        assert await brought(agency, raw, headers(raw)) == 403
        assert await stored(agency) == await agency.column(event.c.id) == []
        assert await brought(agency, raw) == 200
        assert await stored(agency) == [SAID]

    with_agency(sqlite_url, scenario)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"hub.mode": "subscribe"},
        {"hub.mode": "unsubscribe", "hub.verify_token": VERIFY},
        {"hub.mode": "subscribe", "hub.verify_token": "é"},
    ],
)
def test_whoever_does_not_know_the_word_learns_nothing(sqlite_url: str, asked: Mapping[str, str]) -> None:
    async def scenario(agency: Agency) -> None:
        async with aiohttp.ClientSession() as client, client.get(agency.door, params={"hub.challenge": "77", **asked}) as answer:
            assert (answer.status, await answer.text()) == (403, "")

    with_agency(sqlite_url, scenario)


def test_f01_one_body_replayed_at_once_and_long_after_is_heard_once(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria, raw = agency.customer(MARIA), body(SAID)
        maria.chat.heard_at = agency.whatsapp.now()
        assert await asyncio.gather(*[brought(agency, raw) for _ in range(3)]) == [200] * 3
        await agency.quiet()
        assert await brought(agency, raw) == 200
        await agency.quiet()
        assert await stored(agency) == [SAID]
        assert len(maria.heard()) == len(await agency.column(outbox.c.id)) == len(await agency.tickets()) == 1

    with_agency(migrated_url, scenario)


UNREADABLE: Mapping[str, bytes] = {
    "nothing": b"",
    "truncated": body(SAID)[:-20],
    "no object": b"[]",
    "no JSON": b"\xff\xfe",
    "brackets": b"[" * DEEP,
    "deep": b'{"object":"whatsapp_business_account","entry":' + b"[" * DEEP + b"]" * DEEP + b"}",
}


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
def test_what_nobody_can_read_is_an_event_and_does_not_come_again(sqlite_url: str, raw: bytes) -> None:
    async def scenario(agency: Agency) -> None:
        assert await brought(agency, raw) == 200
        assert await agency.column(event.c.act) == ["reported"]
        assert await stored(agency) == []
        assert await brought(agency, body(SAID)) == 200

    with_agency(sqlite_url, scenario)


@pytest.mark.parametrize("depth", [50, 900])
def test_a_message_nested_deeply_takes_nothing_of_its_neighbours(migrated_url: str, depth: int) -> None:
    async def scenario(agency: Agency) -> None:
        nested: Any = "fim"
        for _ in range(depth):
            nested = [nested]
        three = value("antes", "depois")
        three["messages"].insert(1, {"from": SEVERINO.wa_id, "id": "wamid.fundo", "type": "text", "text": nested})
        assert await brought(agency, msgspec.json.encode(body_of(WABA, [[("messages", three)]]))) == 200
        await agency.quiet()
        assert set(await agency.column(inbox.c.result)) <= {"done", "parked"}
        texts = [part.get("message", {}).get("text") for part in await agency.column(inbox.c.part)]
        assert [each["body"] for each in texts if isinstance(each, dict)] == ["antes", "depois"]

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize(
    "too_much", [lambda: BytesIO(b" " * (MAX_BODY + 1)), lambda: in_pieces(2 * MAX_BODY)], ids=["length told", "in pieces"]
)
def test_a_body_that_is_too_large_is_refused(sqlite_url: str, too_much: Callable[[], Any]) -> None:
    async def scenario(agency: Agency) -> None:
        assert await brought(agency, too_much(), signed(b"")) == 413
        assert await agency.column(event.c.id) == []
        assert await brought(agency, body(*(f"{number} {'a' * 4000}" for number in range(700)))) == 200  # nearly as much as Meta brings
        assert len(await stored(agency)) == 700

    with_agency(sqlite_url, scenario)


def test_who_hangs_up_in_the_middle_of_a_body_is_no_error(sqlite_url: str, caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(agency: Agency) -> None:
        given = urlsplit(agency.door)
        _, there = await asyncio.open_connection(given.hostname, given.port)
        there.write(f"POST {given.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n{{".encode())
        await there.drain()
        there.close()
        await there.wait_closed()
        assert await brought(agency, body(SAID)) == 200
        assert await stored(agency) == [SAID]

    with_agency(sqlite_url, scenario)
    assert caplog.records == []


def test_what_cannot_be_stored_is_not_taken_and_comes_again(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(agency: Agency) -> None:
        put, failures = agency.ingest._store, [outage(), outage(), ValueError("bug")]

        async def store(requests: list[list[Part]]) -> Any:
            if failures:
                raise failures.pop(0)
            return await put(requests)

        monkeypatch.setattr(agency.ingest._batcher, "_write", store)
        maria = agency.customer(MARIA)
        maria.say(SAID)
        assert SAID in (await maria.next_message()).bold
        await agency.quiet()
        assert failures == []
        assert await stored(agency) == [SAID]
        assert agency.whatsapp.webhook.statuses[:4] == [503, 503, 503, 200]

    with_agency(sqlite_url, scenario)
