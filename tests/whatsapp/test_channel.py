"""Sending by WhatsApp over real HTTP: what goes out, what each end of it comes to, and what is shown while somebody waits."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.handlers.whatsapp import channel
from bot.handlers.whatsapp.channel import WhatsApp
from bot.http import session
from core.messages import Address, Call, Outcome, Outgoing, Part
from core.pacing import ACCOUNT
from tests.platforms.changes import PATIENCE_SECONDS
from tests.programs import free_port
from tests.whatsapp.answering import FarEnd, far_end, refused
from tests.whatsapp.published import refusal

TOKEN, NUMBER, ANA = "EAAGm0PX4ZCpsBAKexample", "106540352242922", "5511987654321"
Scenario = Callable[[WhatsApp, FarEnd], Awaitable[None]]


@pytest.fixture(autouse=True)
def in_haste() -> None:
    """The waits themselves are looked at here."""


def row(call: Call = Call("text", "Olá!"), attempt: int = 1) -> Outgoing:  # noqa: B008 (it never changes)
    return Outgoing(41, attempt, "whatsapp", NUMBER, ANA, "prompt", call)


def part(message: str = "wamid.HBgL7", address: str = ANA, side: str = "message") -> Part:
    return Part("whatsapp", NUMBER, message, {side: {"id": message}}, (("number", address),), address)


def sending(scenario: Scenario) -> list[tuple[str, str]]:
    """What was counted meanwhile."""
    counted: list[tuple[str, str]] = []

    async def live() -> None:
        async with far_end() as there, session() as outside:
            it = WhatsApp(outside, TOKEN, f"{there.url}/v25.0", (NUMBER,), lambda *each: counted.append(each))
            try:
                await scenario(it, there)
            finally:
                await it.close()

    asyncio.run(live())
    return counted


def outcome(given: Callable[[FarEnd], None], attempt: int = 1) -> Outcome:
    """Of one send to a far end that is as `given` makes it."""
    found: list[Outcome] = []

    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        given(there)
        found.append(await it.send(row(attempt=attempt)))

    sending(scenario)
    return found[0]


def answering(status: int, answer: object) -> Callable[[FarEnd], None]:
    def given(there: FarEnd) -> None:
        there.status, there.answer = status, answer  # type: ignore[assignment]

    return given


def dropping(when: str) -> Callable[[FarEnd], None]:
    def given(there: FarEnd) -> None:
        there.drops = when

    return given


def test_what_goes_out_is_one_request_and_its_message_is_known() -> None:
    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        assert await it.send(row()) == Outcome("sent", "wamid.HBgL1")
        ((path, body),) = there.heard
        assert path == f"/v25.0/{NUMBER}/messages"
        assert there.tokens == {f"Bearer {TOKEN}"}
        assert refusal(body) is None
        assert body["text"] == {"body": "Olá!", "preview_url": False}

    sending(scenario)


def test_buttons_of_old_messages_cost_no_request() -> None:
    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        assert await it.send(row(Call("clear", "", edits="wamid.HBgL"))) == Outcome("sent")
        assert there.heard == []

    sending(scenario)


@pytest.mark.parametrize(
    "status, answer, do",
    [
        (400, refused(130429), "again"),
        (429, refused(131056), "again"),
        (401, refused(190, f"Malformed access token {TOKEN}"), "hold"),
        (400, refused(100, "Unsupported post request. Object with ID '1' does not exist", subcode=33), "hold"),
        (400, refused(100, "(#100) Invalid parameter"), "failed"),
        (400, refused(131047), "failed"),
        (500, refused(131000), "unknown"),
        (500, refused(131016), "again"),
        (503, "<html>Service Unavailable</html>", "unknown"),
        (500, "", "unknown"),
        (200, "", "unknown"),
        (200, {"messages": []}, "unknown"),
        (200, {"messages": [{"id": 7}]}, "sent"),  # a provider's
        (200, {"messages": [{"id": None}]}, "unknown"),
        (200, {"error": "no"}, "unknown"),
        (407, "<html>Proxy Authentication Required</html>", "again"),
        (302, "<html>Moved</html>", "again"),
        (403, "<html>Blocked by the firewall</html>", "again"),
    ],
)
def test_what_each_answer_comes_to(status: int, answer: object, do: str) -> None:
    found = outcome(answering(status, answer))
    assert found.do == do
    assert TOKEN not in found.reason


def test_the_reason_says_what_was_wrong_with_a_message() -> None:
    found = outcome(answering(400, refused(131009, details="Button title length invalid. Min length: 1, Max length: 20")))
    assert found == Outcome("failed", reason="131009 Button title length invalid. Min length: 1, Max length: 20")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_that_drops_leaves_it_unknown(when: str) -> None:
    """Before or after WhatsApp took the message: from here it is the same."""
    assert outcome(dropping(when)).do == "unknown"


def test_an_answer_that_does_not_come_leaves_it_unknown() -> None:
    """The sender gives a send up; what hangs here is cancelled."""

    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        there.hangs = asyncio.Event()
        send = asyncio.create_task(it.send(row()))
        await heard(there)
        send.cancel()
        with pytest.raises(asyncio.CancelledError):
            await send
        there.hangs.set()
        assert len(there.heard) == 1

    sending(scenario)


def test_a_connection_that_never_stood_is_tried_again() -> None:
    async def live() -> None:
        async with session() as outside:
            found = await WhatsApp(outside, TOKEN, f"http://127.0.0.1:{free_port()}", (NUMBER,)).send(row())
        assert (found.do, found.after_seconds, found.pauses_account) == ("again", 2.0, False)

    asyncio.run(live())


def test_a_pair_waits_by_the_attempts_of_its_row() -> None:
    """They stand in the database, so a restart forgets nothing."""
    too_fast = answering(429, refused(131056))
    assert [outcome(too_fast, attempt).after_seconds for attempt in (1, 2, 3)] == [4, 16, 64]


def test_an_account_that_is_too_fast_waits_twice_as_long_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        there.status, there.answer = 400, refused(130429)
        now = [100.0]
        monkeypatch.setattr(channel, "_now", lambda: now[0])
        waits: list[float] = []
        for _ in range(8):
            together = await asyncio.gather(*[it.send(row()) for _ in range(3)])
            (seconds,) = {each.after_seconds for each in together}
            waits.append(seconds)
            now[0] += seconds
        assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
        now[0] += 1_000
        assert (await it.send(row())).after_seconds == 1

    sending(scenario)


def test_the_paces_are_those_of_the_pair_and_of_the_number() -> None:
    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        pair, account = it.paces(ANA)
        assert (pair.chat, pair.seconds, pair.burst) == (ANA, 6.0, 45)
        assert (account.chat, account.seconds, account.burst) == (ACCOUNT, 1 / 80, 80)

    sending(scenario)


# ── while somebody waits ─────────────────────────────────────────────────────


BIA = "BR.1502576394655843"


async def heard(there: FarEnd) -> None:
    async with asyncio.timeout(PATIENCE_SECONDS):
        await there.came.wait()


def test_whoever_waits_sees_read_and_typing_in_one_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the newest of what they wrote; nobody waits for an answer to what the business itself wrote."""
    monkeypatch.setattr(channel, "HINT_SECONDS", 0.02)

    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        there.answer = {"success": True}
        it.stored([part("wamid.echo", BIA, "echo"), part("wamid.1"), part("wamid.2")])
        await heard(there)
        ((path, body),) = there.heard
        assert path == f"/v25.0/{NUMBER}/messages"
        assert refusal(body) is None
        assert (body["status"], body["message_id"], body["typing_indicator"]) == ("read", "wamid.2", {"type": "text"})

    sending(scenario)


def test_an_answer_in_time_shows_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channel, "HINT_SECONDS", 0.02)

    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        it.stored([part("wamid.ana")])
        await it.send(row())
        there.came.clear()
        it.stored([part("wamid.bia", BIA)])
        await heard(there)  # of Bia, who came later; so that Ana's would be here
        assert [body.get("message_id") for _, body in there.heard] == [None, "wamid.bia"]

    sending(scenario)


def test_nobody_is_shown_a_sign_of_an_answer_that_will_not_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person has the talk: what was written is heard, and nothing is said to it."""
    monkeypatch.setattr(channel, "HINT_SECONDS", 0.0)

    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        asked = asyncio.Queue[tuple[Address, str]]()

        async def awaits(at: Address, message: str) -> bool:
            asked.put_nowait((at, message))
            return at.address == BIA

        it._awaits = awaits
        it.stored([part("wamid.ana"), part("wamid.bia", BIA)])
        assert [await asked.get() for _ in range(2)] == [
            (Address("whatsapp", NUMBER, ANA), "wamid.ana"),
            (Address("whatsapp", NUMBER, BIA), "wamid.bia"),
        ]
        await asyncio.gather(*it._courtesies)
        assert [body["message_id"] for _, body in there.heard] == ["wamid.bia"]

    sending(scenario)


REFUSALS: tuple[Callable[[FarEnd], None], ...] = (answering(400, refused(131009)), answering(502, ""), dropping("before"))


@pytest.mark.parametrize("given", REFUSALS)
def test_a_sign_that_is_refused_is_only_counted(monkeypatch: pytest.MonkeyPatch, given: Callable[[FarEnd], None]) -> None:
    monkeypatch.setattr(channel, "HINT_SECONDS", 0.0)

    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        given(there)
        it.stored([part()])
        await heard(there)
        await asyncio.gather(*it._courtesies)

    assert sending(scenario) == [("typing", "failed")]


def test_the_end_leaves_nothing_running(monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(it: WhatsApp, there: FarEnd) -> None:
        it.stored([part()])
        monkeypatch.setattr(channel, "HINT_SECONDS", 0.0)
        there.hangs = asyncio.Event()
        it.stored([part("wamid.bia", BIA)])
        await heard(there)
        (under_way,) = it._courtesies
        await it.close()
        assert under_way.cancelled()
        assert not it._waiting
        there.hangs.set()

    sending(scenario)
