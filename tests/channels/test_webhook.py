"""Alerts that ring: signed, told once however often they are sent, and tried again while that may help."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from starlette.responses import RedirectResponse, Response, StreamingResponse

from bot.handlers import webhook
from bot.handlers.webhook import FIRST_WAIT_SECONDS, LONGEST_RETRY_AFTER_SECONDS, LONGEST_WAIT_SECONDS, Webhook
from bot.http import session
from core.messages import Call, Outcome, Outgoing, Ring
from core.signing import key_of, signature
from tests.channels.ringing import SECRET, Telephone, telephone
from tests.house import START, at
from tests.programs import free_port

RING = Ring(7, "2026-000007-8", ("gas",), "+5511987650002", "+5511987651234", "cheiro de gás 🔥", 1, at(-300), START)


def row(ring: Ring = RING) -> Outgoing:
    return Outgoing(41, 1, "webhook", "", ring.calls, "ring", Call("ring", "PERIGO: gás", ring=ring))


def ringing(scenario: Callable[[Webhook, Telephone], Awaitable[None]], now: datetime = START) -> None:
    async def live() -> None:
        async with telephone() as there, session() as outside:
            await scenario(Webhook(outside, there.url, SECRET, lambda: now), there)

    asyncio.run(live())


def answered(answer: Response, now: datetime = START) -> Outcome:
    """What becomes of a ring that gets this answer."""
    outcomes: list[Outcome] = []

    async def scenario(channel: Webhook, there: Telephone) -> None:
        there.answers.append(answer)
        outcomes.append(await channel.send(row()))
        assert len(there.heard) == 1

    ringing(scenario, now)
    return outcomes[0]


def test_the_signature_is_that_of_standard_webhooks() -> None:
    """The example that its libraries are tested with."""
    key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    made = signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}')
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_it_is_told_whom_to_call_and_why() -> None:
    async def scenario(channel: Webhook, there: Telephone) -> None:
        assert await channel.send(row()) == Outcome("sent")
        (heard,) = there.heard
        assert heard.is_ours
        assert (heard.headers["webhook-id"], heard.headers["webhook-timestamp"]) == ("41", str(int(START.timestamp())))
        assert heard.headers["content-type"] == "application/json"
        assert heard.body == {
            "id": "41",
            "kind": "hazard",
            "hazards": ["gas"],
            "ticket": "2026-000007-8",
            "call": "+5511987650002",
            "customer": "+5511987651234",
            "words": "cheiro de gás 🔥",
            "text": "PERIGO: gás",
            "step": 1,
            "occurred_at": "2026-01-05T11:55:00Z",
            "escalated_at": "2026-01-05T12:00:00Z",
        }

    ringing(scenario)


def test_sent_again_it_is_the_same_message_signed_anew() -> None:
    times = iter((START, at(9)))

    async def live() -> None:
        async with telephone() as there, session() as outside:
            channel = Webhook(outside, there.url, SECRET, lambda: next(times))
            there.answers.append(Response(status_code=503))
            assert [(await channel.send(row())).do for _ in range(2)] == ["again", "sent"]
            first, second = there.heard
            assert first.is_ours
            assert second.is_ours
            assert first.raw == second.raw
            assert first.headers["webhook-signature"] != second.headers["webhook-signature"]
            assert there.rung == ["+5511987650002"]

    asyncio.run(live())


@pytest.mark.parametrize("status, do", [(200, "sent"), (202, "sent"), (204, "sent"), (408, "again"), (425, "again"), (429, "again")])
def test_what_was_heard_or_comes_too_early(status: int, do: str) -> None:
    assert answered(Response(status_code=status)).do == do


@pytest.mark.parametrize("status", [400, 401, 404, 410])
def test_a_refusal_is_the_end_and_says_why(status: int) -> None:
    assert answered(Response("no", status)) == Outcome("failed", reason=f"HTTP {status}")


@pytest.mark.parametrize(
    "age, wait", [(0, FIRST_WAIT_SECONDS), (8, 8), (45, 45), (3600, LONGEST_WAIT_SECONDS)], ids=["first", "doubles", "again", "bounded"]
)
def test_waits_grow_to_a_minute(age: float, wait: float) -> None:
    assert answered(Response(status_code=500), at(age)) == Outcome("again", after_seconds=wait, reason="HTTP 500")


@pytest.mark.parametrize(
    "told, wait",
    [
        ("30", 30),
        (format_datetime(at(45), usegmt=True), 45),
        ("86400", LONGEST_RETRY_AFTER_SECONDS),
        (format_datetime(at(-60), usegmt=True), FIRST_WAIT_SECONDS),
        ("-5", FIRST_WAIT_SECONDS),
        ("soon", FIRST_WAIT_SECONDS),
        ("²", FIRST_WAIT_SECONDS),
        ("Mon, 05 Jan 2026 12:00:45", FIRST_WAIT_SECONDS),
    ],
)
def test_a_server_says_when_it_wants_to_hear_it_again(told: str, wait: float) -> None:
    answer = Response(status_code=429)
    answer.raw_headers.append((b"retry-after", told.encode("latin-1")))
    assert answered(answer).after_seconds == wait


def test_after_a_day_it_is_over() -> None:
    assert answered(Response(status_code=503), START + timedelta(days=1)) == Outcome("failed", reason="HTTP 503")


def test_no_redirect_is_followed() -> None:
    async def scenario(channel: Webhook, there: Telephone) -> None:
        there.answers.append(RedirectResponse(there.url))
        assert await channel.send(row()) == Outcome("failed", reason="HTTP 307")
        assert len(there.heard) == 1

    ringing(scenario)


def test_an_answer_without_end_is_not_read() -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"x" * 65_536
            await asyncio.sleep(0)

    assert answered(StreamingResponse(endless())) == Outcome("sent")


def test_who_does_not_answer_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "ANSWER_SECONDS", 0.05)

    async def scenario(channel: Webhook, there: Telephone) -> None:
        there.hangs = asyncio.Event()
        outcome = await channel.send(row())
        there.hangs.set()
        assert (outcome.do, outcome.after_seconds, "Timeout" in outcome.reason) == ("again", FIRST_WAIT_SECONDS, True)

    ringing(scenario)


def test_where_nobody_listens_it_is_tried_again_and_the_address_is_not_told() -> None:
    async def live() -> Outcome:
        async with session() as outside:
            return await Webhook(outside, f"http://127.0.0.1:{free_port()}/segredo", SECRET, lambda: START).send(row())

    outcome = asyncio.run(live())
    assert outcome.do == "again"
    assert "segredo" not in outcome.reason


def test_only_rings_go_there() -> None:
    async def scenario(channel: Webhook, there: Telephone) -> None:
        said: Any = Outgoing(1, 1, "webhook", "", "", "note", Call("text", "oi"))
        assert (await channel.send(said)).do == "failed"
        assert there.heard == []

    ringing(scenario)
