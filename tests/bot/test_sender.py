"""What goes out: in order for each address, once, and with an end that is noted."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Any, Literal

import pytest
from sqlalchemy import select

from bot.bell import Bell
from bot.result import Input, Turn, TurnResult
from bot.sender import TOO_LONG, Sender, note_and_claim
from core.conversations import Prompt
from core.messages import Outcome, Outgoing
from core.records import evolve
from storage import repetition
from storage.outbox import ATTEMPTS, IN_FLIGHT
from storage.tables import channel_state, outbox
from tests.house import LONG_SECONDS, Channel, House, at, in_house, part, until

ME, OTHER = 1, 2


def says(*purposes: str) -> Callable[[TurnResult, list[Input], Turn], TurnResult]:
    """A turn with one message of each purpose, named by it."""

    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        return evolve(result, prompts=tuple(Prompt(each, each, purpose=each) for each in purposes))  # type: ignore[arg-type]

    return change


async def claim(house: House, *reports: tuple[int, Outcome], seconds: float = 0, sender: int = ME, limit: int = 9) -> list[int]:
    return [row.id for row in await claimed(house, *reports, seconds=seconds, sender=sender, limit=limit)]


async def claimed(house: House, *reports: tuple[int, Outcome], seconds: float = 0, sender: int = ME, limit: int = 9) -> list[Outgoing]:
    channels = {"console": house.channel}
    return await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=sender, limit=limit))


async def said(house: House, who: str, *purposes: str) -> None:
    """One turn of this person that says all this."""
    house.turn.change = says(*purposes)
    await house.put(part(f"{len(house.turn.turns)}", who))
    await house.take()


async def statuses(house: House) -> list[str]:
    return await house.column(outbox.c.status)


SENT, UNKNOWN = Outcome("sent", "x"), Outcome("unknown", reason="cut")


def test_one_address_waits_for_its_first_row(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt", "note", "prompt")
        await said(house, "bia", "prompt")
        assert await claim(house) == [1, 4]
        assert await claim(house) == []
        assert await claim(house, (1, SENT)) == [2]
        assert await claim(house, (2, Outcome("again", after_seconds=5)), seconds=1) == []  # what waits holds back the next
        assert await claim(house, seconds=5.9) == []
        assert await claim(house, seconds=6) == [2]
        assert await claim(house, (2, Outcome("failed", reason="blocked")), seconds=7) == [3]
        assert await statuses(house) == ["sent", "failed", "sending", "sending"]
        assert await house.column(outbox.c.reason) == [None, "blocked", None, None]
        assert await house.column(outbox.c.external_id) == ["x", None, None, None]

    in_house(migrated_url, scenario)


def test_the_same_address_of_another_channel_waits_for_nothing(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.turn.change = says("prompt")
        await house.put(part("a"), part("a", account="2", external_id="2"))
        await house.take()
        assert await claim(house) == [1, 2]

    in_house(migrated_url, scenario)


def test_safety_passes_all_that_waits(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt", "prompt", "safety", "prompt")
        assert await claim(house) == [1, 3]
        assert await claim(house, (3, SENT)) == []
        assert await claim(house, (1, SENT)) == [2]

    in_house(migrated_url, scenario)


def test_no_more_is_taken_than_there_is_room_for(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(*[part("a", f"w{number}") for number in range(5)])
        await house.take()
        assert await claim(house, limit=2) == [1, 2]
        assert await claim(house, limit=0) == []
        assert await claim(house, limit=9) == [3, 4, 5]

    in_house(migrated_url, scenario)


def test_at_a_terminal_what_is_for_somebody_else_waits(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "bia", "prompt")
        await said(house, "ana", "prompt")
        channels = {"console": house.channel}
        rows = await house.run(partial(note_and_claim, reports=[], channels=channels, now=at(1), process=ME, limit=9, only="ana"))
        assert [row.address for row in rows] == ["ana"]
        assert await statuses(house) == ["queued", "sending"]

    in_house(migrated_url, scenario)


def test_rows_are_taken_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(*[part("a", f"w{number}") for number in range(30)])
        await house.take()
        taken = await asyncio.gather(*[claim(house, sender=number, limit=10) for number in range(6)])
        taken += [await claim(house, limit=30)]  # whoever comes at the same moment may leave some to the next
        assert sorted(number for each in taken for number in each) == list(range(1, 31))

    in_house(migrated_url, scenario)


def test_an_unknown_end_is_tried_again_while_nothing_newer_was_sent(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt")
        assert [each.attempt for each in await claimed(house)] == [1]
        assert [each.attempt for each in await claimed(house, (1, UNKNOWN), seconds=1)] == [2]
        assert await claim(house, (1, UNKNOWN)) == [1]
        assert await claim(house, (1, UNKNOWN)) == []
        assert (await statuses(house), await house.column(outbox.c.attempts)) == (["unknown"], [ATTEMPTS])
        assert await house.column(outbox.c.due_at) == [None]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("purpose, again", [("safety", True), ("reference", True), ("note", False), ("agent", False)])
def test_words_of_people_are_not_said_twice(migrated_url: str, purpose: str, again: bool) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", purpose)
        await claim(house)
        assert await claim(house, (1, UNKNOWN)) == ([1] if again else [])

    in_house(migrated_url, scenario)


def test_what_is_newer_makes_an_unknown_send_needless(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt", "safety")
        assert await claim(house) == [1, 2]
        assert await claim(house, (2, SENT), (1, UNKNOWN)) == []
        assert await statuses(house) == ["unknown", "sent"]

    in_house(migrated_url, scenario)


def test_an_unknown_send_may_still_report_that_it_went(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "note")
        await claim(house)
        await claim(house, (1, UNKNOWN))
        await claim(house, (1, SENT))
        assert await statuses(house) == ["sent"]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("late", ["sent", "failed", "unknown"])
def test_a_late_report_changes_nothing_that_another_process_sends(migrated_url: str, late: Literal["sent", "failed", "unknown"]) -> None:
    """Or the next row could overtake it."""

    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt", "prompt")
        assert await claim(house) == [1]
        await house.run(partial(repetition.give_up_overdue, now=at(60)))
        assert await claim(house, seconds=60, sender=OTHER) == [1]
        assert await claim(house, (1, Outcome(late, "x")), seconds=61) == []
        assert await statuses(house) == ["sending", "queued"]
        assert await claim(house, (1, SENT), seconds=62, sender=OTHER) == [2]

    in_house(migrated_url, scenario)


def test_what_is_over_is_never_taken_back(migrated_url: str) -> None:
    """A late report of a send that was tried again must not send it a third time."""

    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt")
        await claim(house)
        await claim(house, (1, SENT))
        assert await claim(house, (1, Outcome("again"))) == []
        assert await claim(house, (1, UNKNOWN)) == []
        assert await statuses(house) == ["sent"]

    in_house(migrated_url, scenario)


# ── the loop ─────────────────────────────────────────────────────────────────


class Slow(Channel):
    """Sends when it is allowed to."""

    def __init__(self) -> None:
        super().__init__()
        self.may, self.begun = asyncio.Event(), 0

    async def send(self, row: Outgoing) -> Outcome:
        self.begun += 1
        await self.may.wait()
        return await super().send(row)


def loop(house: House, channel: Any, bell: Bell) -> "asyncio.Task[None]":
    return asyncio.create_task(Sender({"console": channel}, bell, ME).run(house.database, lambda: at(0)))


def test_the_loop_sends_and_notes(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        bell = Bell()
        task = loop(house, house.channel, bell)
        await said(house, "ana", "prompt", "note", "prompt")
        bell.ring()
        await until(lambda: _all_sent(house))
        bell.stop()
        await task
        assert [row.id for row in house.channel.sent] == [1, 2, 3]
        assert house.channel.sent[0] == Outgoing(1, 1, "console", "", "ana", "prompt", house.channel.sent[0].call)
        assert await house.column(outbox.c.external_id) == ["x1", "x2", "x3"]

    in_house(migrated_url, scenario)


async def _all_sent(house: House) -> bool:
    return set(await statuses(house)) == {"sent"}


def test_a_stop_waits_for_what_is_under_way_and_takes_nothing_more(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        channel, bell = Slow(), Bell()
        await said(house, "ana", "prompt", "note")
        task = loop(house, channel, bell)
        await until(lambda: channel.begun == 1)
        bell.stop()
        await asyncio.sleep(0.05)
        assert not task.done()
        channel.may.set()
        await asyncio.wait_for(task, LONG_SECONDS)
        assert await statuses(house) == ["sent", "queued"]

    in_house(migrated_url, scenario)


def test_a_stop_gives_up_what_hangs(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows whether it went: a question goes again, a note does not."""
    monkeypatch.setattr("bot.sender.DRAIN_SECONDS", 0.05)

    async def scenario(house: House) -> None:
        channel, bell = Slow(), Bell()
        await said(house, "ana", "prompt")
        await said(house, "bia", "note")
        task = loop(house, channel, bell)
        await until(lambda: channel.begun == 2)
        bell.stop()
        await asyncio.wait_for(task, LONG_SECONDS)
        assert await statuses(house) == ["queued", "unknown"]
        assert await house.column(outbox.c.reason) == ["the program was stopped during the send"] * 2

    in_house(migrated_url, scenario)


def test_a_slow_address_holds_up_nobody_else(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        bell = Bell()

        class OneIsSlow(Channel):
            async def send(self, row: Outgoing) -> Outcome:
                if row.address == "ana":
                    await asyncio.sleep(60)
                return await super().send(row)

        await said(house, "ana", "prompt")
        await house.put(*[part("a", f"w{number}") for number in range(IN_FLIGHT + 5)])
        while await house.take():
            pass
        channel = OneIsSlow()
        task = loop(house, channel, bell)
        await until(lambda: len(channel.sent) == IN_FLIGHT + 5)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("error", [ValueError("x"), TimeoutError(), OSError("reset")])
def test_what_a_send_raises_means_that_nobody_knows(migrated_url: str, error: Exception) -> None:
    async def scenario(house: House) -> None:
        class Broken(Channel):
            async def send(self, row: Outgoing) -> Outcome:
                raise error

        bell = Bell()
        await said(house, "ana", "note")
        task = loop(house, Broken(), bell)
        await until(lambda: _is(house, ["unknown"]))
        bell.stop()
        await task
        assert await house.column(outbox.c.reason) == [repr(error)]

    in_house(migrated_url, scenario)


async def _is(house: House, expected: list[str]) -> bool:
    return await statuses(house) == expected


def test_a_send_has_a_limit(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(house: House) -> None:
        monkeypatch.setattr("bot.sender.SEND_SECONDS", 0.01)
        bell = Bell()
        await said(house, "ana", "note")
        task = loop(house, Slow(), bell)
        await until(lambda: _is(house, ["unknown"]))
        assert await house.column(outbox.c.reason) == [TOO_LONG]
        bell.stop()
        await task

    in_house(migrated_url, scenario)


def test_rows_of_a_channel_that_this_process_cannot_send_by_are_left_to_others(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt")
        work = partial(note_and_claim, reports=[], now=at(0), process=ME, limit=9)
        assert await house.run(partial(work, channels={})) == []
        assert await house.run(partial(work, channels={"telegram": house.channel})) == []
        assert await claim(house, sender=OTHER) == [1]

    in_house(migrated_url, scenario)


def test_an_account_whose_platform_refuses_everything_is_held_and_tried_again(migrated_url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Its other rows wait too; those of another account do not."""

    async def scenario(house: House) -> None:
        await said(house, "ana", "prompt")
        await said(house, "bia", "prompt")
        house.turn.change = says("prompt")
        await house.put(part("a", "caio", account="2"))
        await house.take()
        assert await claim(house, limit=1) == [1]
        assert await claim(house, (1, Outcome("hold", after_seconds=60, reason="the token is over"))) == [3]
        assert await claim(house, seconds=59) == []
        assert await claim(house, seconds=60) == [2, 1]  # of two people
        assert await house.column(outbox.c.attempts) == [0, 0, 0]
        assert await house.rows(select(channel_state.c.account, channel_state.c.chat, channel_state.c.reason)) == [
            ("", "", "the token is over")
        ]

    in_house(migrated_url, scenario)
    assert "the token is over" in caplog.text


def test_the_loop_outlives_an_outage_and_loses_no_report(
    migrated_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(house: House) -> None:
        monkeypatch.setattr("bot.sender.POLL_SECONDS", 0.01)
        channel, bell = Slow(), Bell()
        await said(house, "ana", "prompt")
        task = loop(house, channel, bell)
        await until(lambda: channel.begun == 1)
        run, failures = house.database.run, [OSError("refused")] * 3

        async def unreliable(work: Any) -> Any:
            if failures:
                raise failures.pop()
            return await run(work)

        monkeypatch.setattr(house.database, "run", unreliable)
        channel.may.set()
        await until(lambda: not failures)
        await until(lambda: _is(house, ["sent"]))
        bell.stop()
        await task

    caplog.set_level(logging.CRITICAL, "bot.sender")
    in_house(migrated_url, scenario)
