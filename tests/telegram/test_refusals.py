"""What Telegram refuses, and what fails on the way: each to its end as the table of errors says, and nothing that came in is lost."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot import ingest, sender
from bot.handlers.telegram.outcomes import HOLD_SECONDS
from storage import outbox as outboxes
from storage.outbox import ATTEMPTS
from storage.tables import channel_state, conversation, event, inbox, outbox, ticket
from tests.platforms.agency import Clock
from tests.platforms.reporting import asked
from tests.telegram import faults
from tests.telegram.agency import JOAO, MARIA, SEVERINO, Agency, with_agency
from tests.telegram.customers import Customer
from tests.telegram.faults import Fault

PROBLEM = "o chuveiro queimou"


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stands still: nothing is waited for that a test does not wait for itself."""
    monkeypatch.setattr(ingest, "COMPANIONS", timedelta(0))
    return Clock()


async def outboxed(agency: Agency) -> Sequence[tuple[str, str, datetime | None]]:
    """Address, status, and when it may go, of all that is or was to be sent."""
    rows = await agency.database.run(
        lambda connection: connection.execute(select(outbox.c.address, outbox.c.status, outbox.c.due_at).order_by(outbox.c.id)).all()
    )
    return [(row[0], row[1], row[2]) for row in rows]


async def waits_until(agency: Agency, who: Customer, due_at: datetime) -> None:
    async def so() -> bool:
        return (str(who.person.id), "queued", due_at) in await outboxed(agency)

    await agency.until(so)


async def may_go(agency: Agency, now: datetime) -> list[str]:
    """Addresses."""
    return [row.address for row in await agency.database.run(lambda connection: outboxes.ready(connection, now, ["telegram"]))]


async def held_until(agency: Agency) -> datetime | None:
    """The whole account."""
    rows = await agency.rows(channel_state.c.chat, channel_state.c.held_until)
    return next((moment for chat, moment in rows if not chat), None)


# ── too fast ─────────────────────────────────────────────────────────────────


def test_retry_after_is_obeyed_to_the_moment(migrated_url: str, time: Clock) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao, began = agency.customer(MARIA), agency.customer(JOAO), time.now
        agency.telegram.faults.add(faults.too_many(7), "sendMessage", chat=MARIA.id)
        maria.say(PROBLEM)
        await waits_until(agency, maria, began + timedelta(seconds=7))
        joao.say(PROBLEM)
        await joao.next_message()  # nobody else waits
        time.move(6.999)
        assert await may_go(agency, time.now) == []
        time.move(0.001)
        agency.bells.sender.ring()
        assert PROBLEM in (await maria.next_message()).bold
        await agency.quiet()
        assert len(maria.heard()) == 1
        assert await held_until(agency) is None
        assert await agency.column(outbox.c.attempts) == [0, 0]  # known not to have gone: no attempt

    with_agency(migrated_url, scenario, now=time)


def test_a_second_one_within_a_minute_pauses_the_account(migrated_url: str, time: Clock) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao, severino = (agency.customer(who) for who in (MARIA, JOAO, SEVERINO))
        for who, seconds in ((maria, 7), (joao, 5)):
            agency.telegram.faults.add(faults.too_many(seconds), "sendMessage", chat=who.person.id)
            who.say(PROBLEM)
            await waits_until(agency, who, time.now + timedelta(seconds=seconds))
        assert await held_until(agency) == time.now + timedelta(seconds=5)
        severino.say(PROBLEM)
        await waits_until(agency, severino, time.now)
        time.move(4.999)
        assert await may_go(agency, time.now) == []
        time.move(2.001)
        agency.bells.sender.ring()
        for who in (maria, joao, severino):
            assert PROBLEM in (await who.next_message()).bold
        await agency.quiet()
        assert [len(who.heard()) for who in (maria, joao, severino)] == [1, 1, 1]

    with_agency(migrated_url, scenario, now=time)


# ── nobody knows whether it went ─────────────────────────────────────────────

UNKNOWN: Mapping[str, tuple[Fault, bool]] = {  # and whether it went
    "server error": (faults.server_error(500), False),
    "server error after": (faults.server_error(504, accepts=True), True),
    "page of a proxy": (faults.proxy_error(), False),
    "no JSON": (faults.bad_json(), True),
    "dropped before": (faults.drop_before(), False),
    "dropped after": (faults.drop_after(), True),
}


@pytest.mark.parametrize("fault, went", UNKNOWN.values(), ids=UNKNOWN)
def test_f03_a_question_of_unknown_end_goes_once_more_and_counts_once(sqlite_url: str, fault: Fault, went: bool) -> None:
    """Rather twice than never; and whichever copy is tapped, it is the same question."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)
        await maria.next_message()
        agency.telegram.faults.add(fault, "sendMessage")
        maria.tap("Continuar sem")
        await maria.next_message()
        if went:
            await maria.next_message()
        await agency.quiet()
        _, first, *others = maria.heard()
        assert [each.text for each in others] == [first.text] * went
        assert await agency.column(outbox.c.status) == ["sent", "sent"]
        assert await agency.column(outbox.c.attempts) == [0, 1]
        maria.tap(first.buttons[0], on=first)
        await agency.quiet()
        assert asked(maria.heard()[-1]) == "individual-name"
        assert agency.telegram.taps == set()

    with_agency(sqlite_url, scenario)


def test_an_answer_that_does_not_come_is_not_waited_for(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(agency: Agency) -> None:
        maria, until = agency.customer(MARIA), asyncio.Event()
        agency.telegram.faults.add(faults.unanswered(until), "sendMessage")
        with monkeypatch.context() as hasty:
            hasty.setattr(sender, "SEND_SECONDS", 0.1)
            maria.say(PROBLEM)
            first = await maria.next_message()
        assert (await maria.next_message()).text == first.text
        until.set()
        await agency.quiet()
        assert await agency.column(outbox.c.status) == ["sent"]

    with_agency(sqlite_url, scenario)


def test_a_question_is_not_sent_for_ever(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.telegram.faults.add(faults.drop_after(), "sendMessage", times=ATTEMPTS)
        maria.say(PROBLEM)
        await agency.quiet()
        assert await agency.column(outbox.c.status) == ["unknown"]
        assert len(maria.heard()) == ATTEMPTS
        maria.say("ajuda")
        await agency.quiet()
        assert await agency.column(outbox.c.status) == ["unknown", "sent"]

    with_agency(migrated_url, scenario)


def test_what_was_never_sent_goes_when_telegram_is_there_again(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria, there = agency.customer(MARIA), agency.channel._url
        agency.channel._url = there.replace(agency.telegram.url, "http://127.0.0.1:9")
        maria.say(PROBLEM)

        async def refused() -> bool:
            return "clientconnectorerror" in await agency.column(outbox.c.reason)

        await agency.until(refused)
        assert await agency.column(outbox.c.attempts) == [0]
        agency.channel._url = there
        await maria.next_message()
        await agency.quiet()
        assert len(maria.heard()) == 1

    with_agency(sqlite_url, scenario, "webhook")


# ── refused for good ─────────────────────────────────────────────────────────

REFUSED: Mapping[str, tuple[Fault, bool]] = {  # and whether nothing will reach that chat any more
    "blocked": (faults.blocked(), True),
    "account deleted": (faults.refused(403, "Forbidden: user is deactivated"), True),
    "no such chat": (faults.bad_request("chat not found"), True),
    "too long": (faults.bad_request("message is too long"), False),
}


@pytest.mark.parametrize("fault, dead", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_for_good_is_told_to_people(migrated_url: str, fault: Fault, dead: bool) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.telegram.faults.add(fault, "sendMessage")
        maria.say(PROBLEM)
        await agency.quiet()
        assert maria.heard() == []
        assert await agency.column(outbox.c.status) == ["failed"]
        told = [after for act, after in await agency.rows(event.c.act, event.c.after) if act == "undelivered"]
        assert [each["dead"] for each in told] == [dead]
        assert await agency.column(ticket.c.waiting_since) != [None]
        assert (await agency.column(conversation.c.unreachable_since) == [None]) != dead
        maria.say("alguém aí?")
        assert (await maria.next_message()).labels
        await agency.quiet()
        assert await agency.column(conversation.c.unreachable_since) == [None]
        assert await agency.column(outbox.c.status) == ["failed", "sent"]

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize("text", ["message is not modified", "message can't be edited", "message to edit not found"])
def test_buttons_that_are_gone_already_are_no_failure(sqlite_url: str, text: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.telegram.faults.add(faults.bad_request(text), "sendMessage")  # no matter which call is answered so
        maria.say(PROBLEM)
        await agency.quiet()
        assert await agency.column(outbox.c.status) == ["sent"]

    with_agency(sqlite_url, scenario)


def test_f23_a_refused_token_holds_what_goes_out_and_loses_nothing_that_comes_in(migrated_url: str, time: Clock) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao = agency.customer(MARIA), agency.customer(JOAO)
        agency.telegram.faults.add(faults.unauthorized(), "sendMessage")
        maria.say(PROBLEM)
        await waits_until(agency, maria, time.now + timedelta(seconds=HOLD_SECONDS))
        assert await held_until(agency) == time.now + timedelta(seconds=HOLD_SECONDS)
        maria.say("ajuda")
        joao.say("a torneira pinga")

        async def all_is_heard() -> bool:
            return len(await outboxed(agency)) == 3

        await agency.until(all_is_heard)
        assert [row for row in await agency.rows(inbox.c.channel, inbox.c.result) if row[0] == "telegram"] == [("telegram", "done")] * 3
        time.move(HOLD_SECONDS - 0.001)
        assert await may_go(agency, time.now) == []
        assert maria.heard() == joao.heard() == []
        time.move(0.001)
        agency.bells.sender.ring()
        assert PROBLEM in (await maria.next_message()).bold
        await agency.quiet()
        assert [len(who.heard()) for who in (maria, joao)] == [2, 1]
        assert await agency.column(outbox.c.status) == ["sent"] * 3

    with_agency(migrated_url, scenario, "webhook", now=time)


def test_who_blocks_the_bot_and_takes_it_back_is_answered(migrated_url: str) -> None:
    """The refusal of the answer comes before the word of it."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.chat.closed = "bot was blocked by the user"
        maria.say(PROBLEM)
        await agency.quiet()
        maria.block()
        await agency.quiet()
        assert maria.heard() == []
        assert await agency.column(outbox.c.status) == ["failed"]
        assert await agency.column(conversation.c.unreachable_since) != [None]
        maria.start()
        assert (await maria.next_message()).labels
        await agency.quiet()
        assert await agency.column(conversation.c.unreachable_since) == [None]
        assert await agency.column(outbox.c.status) == ["failed", "sent"]

    with_agency(migrated_url, scenario)
