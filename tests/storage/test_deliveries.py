"""What a platform reports of messages, in any order, once or again (F6, decision 0702)."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from itertools import permutations

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.event import listen

from bot.ingest import ingest
from bot.sender import note_and_claim
from core.messages import Address, Call, Delivery, Original, Outcome, Outgoing, Part
from core.records import evolve
from storage import outbox
from storage.deliveries import RANKS
from storage.outbox import ATTEMPTS, REPORTED_WITHIN, Departure
from storage.repetition import give_up_overdue
from storage.tables import channel_state, inbox
from storage.tables import outbox as table
from storage.undelivered import is_unconfirmed
from tests.house import House, at, in_house, part

ME = 7
WHATSAPP, PHONE, ANA = "whatsapp", "106540352242922", "5511987654477"
FAILED = Outcome("failed", reason="131026 Message undeliverable", dead_address=True)
AGAIN = Outcome("again", after_seconds=4, reason="131056 Pair rate limit hit")
WORDS_OF_THE_BOT = Call("text", "oi")
WORDS = Original(Address("console", "", "bia"), "m1")
SECONDS = REPORTED_WITHIN / timedelta(seconds=1)


def report(
    state: str, of: int | None = 1, attempt: int | None = 1, message: str = "w1", outcome: Outcome | None = None, account: str = PHONE
) -> Part:
    outcome = outcome or (FAILED if state == "failed" else None)
    delivery = Delivery(state, message, of, attempt if of else None, outcome)  # type: ignore[arg-type]
    return Part(WHATSAPP, account, f"{message}:{state}", {}, about="delivery", delivery=delivery)


def failed(outcome: Outcome, attempt: int = 1, message: str = "w1") -> Part:
    return report("failed", 1, attempt, message, outcome)


async def said(house: House, *purposes: str, channel: str = WHATSAPP, call: Call = WORDS_OF_THE_BOT) -> None:
    """Rows of one conversation, which nobody has sent yet."""
    await house.put(part("oi", "ana"))
    version = len(await house.column(table.c.id)) + 1
    rows = [Departure(1, version, each, channel, PHONE, ANA, purpose, call, at(0)) for each, purpose in enumerate(purposes)]
    await house.run(partial(outbox.put, departures=rows))


async def go(house: House, *reports: tuple[int, Outcome], seconds: float = 0) -> list[Outgoing]:
    """What may go next, once this is known of what went before."""
    channels = {WHATSAPP: house.channel, "console": house.channel}
    return await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=ME, limit=9))


async def hear(house: House, *parts: Part, seconds: float = 0) -> bool:
    """Whether somebody is told."""
    return await house.run(partial(ingest, parts=parts, now=at(seconds))) is not None


async def statuses(house: House) -> list[str]:
    return await house.column(table.c.status)


async def told(house: House) -> Sequence[dict[str, object]]:
    rows = await house.rows(select(inbox.c.part).where(inbox.c.channel == "delivery").order_by(inbox.c.id))
    return [row[0] for row in rows]


SENT, UNKNOWN = Outcome("sent", "w1"), Outcome("unknown", reason="cut")


@pytest.mark.parametrize("states", [*permutations(("sent", "delivered", "read"))], ids=" ".join)
@pytest.mark.parametrize("together", [True, False])
def test_a_report_only_raises(migrated_url: str, states: tuple[str, ...], together: bool) -> None:
    """F6: each of them twice."""

    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await go(house, (1, SENT))
        batch = [report(each) for each in (*states, *states)]
        highest = 0
        for some in [batch] if together else [[each] for each in batch]:
            assert not await hear(house, *some)
            rank = RANKS[(await statuses(house))[0]]
            assert rank >= highest
            highest = rank
        assert await statuses(house) == ["read"]
        assert await house.column(table.c.due_at) == [None]
        assert await told(house) == []

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("state", ["sent", "delivered", "read"])
def test_a_report_before_the_answer_to_the_send(migrated_url: str, state: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt", "note")
        await go(house)
        await hear(house, report(state))
        assert await statuses(house) == [state, "queued"]
        (second,) = await go(house, (1, Outcome("sent", "w1")))
        assert second.id == 2  # it holds nothing back
        assert await statuses(house) == [state, "sending"]
        assert (await house.column(table.c.external_id))[0] == "w1"

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "order", [("failed", "sent"), ("failed", "delivered"), ("delivered", "failed"), ("read", "failed"), ("sent", "failed")]
)
def test_what_arrived_did_not_fail(migrated_url: str, order: tuple[str, str]) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await go(house, (1, SENT))
        for state in order:
            await hear(house, report(state))
        assert await statuses(house) == [max(order, key=RANKS.__getitem__)]

    in_house(migrated_url, scenario)


def test_what_failed_is_told_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await go(house, (1, SENT))
        assert await hear(house, report("failed"), report("failed"))
        assert not await hear(house, report("failed"))
        assert await statuses(house) == ["failed"]
        assert await told(house) == [{"reason": FAILED.reason, "dead": True}]
        assert await house.column(table.c.reason) == [FAILED.reason]

    in_house(migrated_url, scenario)


def test_a_failure_before_the_answer_to_the_send_stands(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "agent", call=Call("text", "oi", carries=WORDS))
        await go(house)
        assert await hear(house, failed(AGAIN))
        assert await go(house, (1, SENT)) == []
        assert await statuses(house) == ["failed"]  # and no mark that it went
        assert [each["row"] for each in await told(house)] == [1]

    in_house(migrated_url, scenario)


def test_after_a_crash_a_report_takes_the_repetition_away(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        assert await house.run(partial(give_up_overdue, now=at(60))) == 1
        assert await statuses(house) == ["unknown"]
        await hear(house, report("delivered"), seconds=61)
        assert await house.run(partial(give_up_overdue, now=at(200))) == 0
        assert await go(house, seconds=200) == []
        assert await statuses(house) == ["delivered"]

    in_house(migrated_url, scenario)


def test_an_unknown_send_waits_for_its_report_and_holds_nothing_back(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await go(house, (1, Outcome("unknown", reason="cut")), seconds=1)
        assert await house.run(partial(give_up_overdue, now=at(SECONDS))) == 0
        assert await statuses(house) == ["unknown"]
        assert await house.run(partial(give_up_overdue, now=at(1 + SECONDS))) == 1
        (again,) = await go(house, seconds=1 + SECONDS)
        assert again.attempt == 2
        assert not await hear(house, report("sent", attempt=1), seconds=40)  # it went after all: this one is the second
        await go(house, (1, Outcome("sent", "w2")), seconds=41)
        assert await statuses(house) == ["sent"]

    in_house(migrated_url, scenario)


def test_while_it_waits_the_next_one_goes_and_makes_it_needless(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt", "prompt")
        await go(house)
        (second,) = await go(house, (1, Outcome("unknown", reason="cut")), seconds=1)
        assert second.id == 2
        await go(house, (2, Outcome("sent", "w2")), seconds=2)
        assert await house.run(partial(give_up_overdue, now=at(1 + SECONDS))) == 1
        assert await statuses(house) == ["unknown", "sent"]
        assert await house.column(table.c.due_at) == [None, None]

    in_house(migrated_url, scenario)


def test_of_a_channel_that_reports_nothing_nobody_waits(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt", channel="console")
        await go(house)
        (again,) = await go(house, (1, Outcome("unknown", reason="cut")), seconds=1)
        assert again.attempt == 2

    in_house(migrated_url, scenario)


def test_an_agent_is_asked_only_when_no_report_came(migrated_url: str) -> None:
    """F3; and of a failure that is known later they hear too."""

    async def scenario(house: House) -> None:
        await said(house, "agent", call=Call("text", "oi", carries=WORDS))
        await go(house)
        await go(house, (1, Outcome("unknown", reason="cut")))
        assert await told(house) == []
        await house.run(partial(give_up_overdue, now=at(SECONDS)))
        (asked,) = await told(house)
        assert asked["unknown"]
        assert await hear(house, report("failed"), seconds=90)
        assert [each.get("unknown", False) for each in await told(house)] == [True, False]
        assert await statuses(house) == ["failed"]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("purpose", ["prompt", "reference"])
def test_of_a_question_that_is_lost_at_last_its_line_is_told_and_again_when_it_arrived_after_all(migrated_url: str, purpose: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, purpose)
        await go(house)
        for attempt in range(ATTEMPTS):
            assert await told(house) == []
            assert not await house.run(partial(is_unconfirmed, conversation_id=2))
            await go(house, (1, UNKNOWN), seconds=100 * attempt)
            assert await house.run(partial(is_unconfirmed, conversation_id=1))
            await house.run(partial(give_up_overdue, now=at(100 * attempt + SECONDS)))
            await go(house, seconds=100 * attempt + SECONDS)
        assert (await statuses(house), await told(house)) == (["unknown"], [{"reason": "", "asked": True}])
        assert await hear(house, report("delivered"), seconds=900)
        assert await told(house) == 2 * [{"reason": "", "asked": True}]
        assert not await house.run(partial(is_unconfirmed, conversation_id=1))

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("before_the_answer", [True, False])
def test_an_agents_words_are_marked_once(migrated_url: str, before_the_answer: bool) -> None:
    async def scenario(house: House) -> None:
        await said(house, "agent", call=Call("text", "oi", carries=WORDS))
        await go(house)
        reports = [partial(hear, house, report(each)) for each in ("sent", "delivered", "read")]
        for each in reports if before_the_answer else ():
            await each()
        marks = [row.id for row in await go(house, (1, SENT))]
        for each in () if before_the_answer else reports:
            await each()
        assert marks == [2]
        assert await house.column(table.c.id) == [1, 2]

    in_house(migrated_url, scenario)


def test_what_may_go_later_does_as_another_attempt(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        for attempt in range(1, ATTEMPTS):
            now = 10.0 * attempt
            await go(house, (1, Outcome("sent", f"w{attempt}")), seconds=now)
            assert not await hear(house, failed(AGAIN, attempt, f"w{attempt}"), failed(AGAIN, attempt, f"w{attempt}"), seconds=now)
            assert await go(house, seconds=now + 3) == []
            (again,) = await go(house, seconds=now + 4)
            assert again.attempt == attempt + 1
            assert not await hear(house, failed(AGAIN, attempt, f"w{attempt}"), seconds=now + 5)  # brought once more
            assert await statuses(house) == ["sending"]
        await go(house, (1, Outcome("sent", "w3")), seconds=50)
        assert await hear(house, failed(AGAIN, ATTEMPTS, "w3"), seconds=51)
        assert await statuses(house) == ["failed"]
        assert [each["reason"] for each in await told(house)] == [AGAIN.reason]

    in_house(migrated_url, scenario)


def test_what_something_newer_has_followed_does_not_go_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt", "prompt")
        await go(house)
        await go(house, (1, SENT))
        await go(house, (2, Outcome("sent", "w2")))
        assert await hear(house, failed(AGAIN))
        assert await statuses(house) == ["failed", "sent"]

    in_house(migrated_url, scenario)


def test_a_refusal_of_the_account_holds_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await go(house, (1, SENT))
        await hear(house, failed(Outcome("hold", after_seconds=60, reason="131042 Business eligibility payment issue")))
        assert await statuses(house) == ["queued"]
        assert await go(house, seconds=59) == []
        assert [row.id for row in await go(house, seconds=61)] == [1]
        assert [row[0] for row in await house.rows(select(channel_state.c.account).where(channel_state.c.held_until.is_not(None)))] == [
            PHONE
        ]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "other",
    [
        report("read", account="2"),
        evolve(report("read"), channel="telegram"),
        report("read", of=99),
        report("read", message="w9"),  # our number stood for another message once, in a store that is gone
        report("read", of=None, message="w9"),
        report("read", of=None, account="2"),
    ],
)
def test_what_is_not_ours_changes_nothing(migrated_url: str, other: Part) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await go(house, (1, SENT))
        assert not await hear(house, other)
        assert await statuses(house) == ["sent"]

    in_house(migrated_url, scenario)


def test_without_our_number_the_platforms_own_is_enough(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt", "note")
        await go(house)
        await go(house, (1, SENT))
        await go(house, (2, Outcome("sent", "w2")))
        await hear(house, report("read", of=None), report("delivered", of=2, message="w2"), report("sent", of=None, message="w3"))
        assert await statuses(house) == ["read", "delivered"]

    in_house(migrated_url, scenario)


def test_what_was_taken_back_and_went_all_the_same(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await said(house, "prompt")
        await go(house)
        await house.run(partial(give_up_overdue, now=at(60)))
        await house.run(partial(give_up_overdue, now=at(60 + SECONDS)))
        await house.run(partial(outbox.cancel_prompts, conversation_ids=[1]))
        assert await statuses(house) == ["cancelled"]
        await hear(house, report("delivered"), seconds=99)
        assert await statuses(house) == ["delivered"]

    in_house(migrated_url, scenario)


def test_a_batch_of_reports_is_two_statements_however_many_there_are(migrated_url: str) -> None:
    """The rows of all, and what is new of them; one of those is sent to the driver with many values."""

    async def scenario(house: House) -> None:
        await said(house, *["prompt"] * 64)
        await house.run(lambda connection: connection.execute(table.update().values(status="sent", due_at=None)))

        def note_all(connection: Connection) -> list[str]:
            statements: list[str] = []
            listen(connection, "before_cursor_execute", lambda *args: statements.append(str(args[2])))
            ingest(connection, [report("delivered", of, message=f"w{of}") for of in range(1, 65)], at(1))
            return [each.split()[0] for each in statements]

        assert [each for each in await house.run(note_all) if each in ("SELECT", "UPDATE", "INSERT")] == ["SELECT", "UPDATE"]
        assert set(await statuses(house)) == {"delivered"}

    in_house(migrated_url, scenario)
