"""What WhatsApp refuses, to its end as the table of errors says, through the whole program; nothing that came in is lost."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot import ingest
from bot.handlers.whatsapp.outcomes import HOLD_SECONDS
from storage import backlog, events
from storage import outbox as outboxes
from storage.tables import conversation, event, inbox, outbox
from tests.platforms.agency import Clock
from tests.whatsapp import faults
from tests.whatsapp.agency import JOAO, MARIA, Agency, with_agency
from tests.whatsapp.customers import Customer

PROBLEM = "o chuveiro queimou"


@pytest.fixture(autouse=True)
def in_haste() -> None:
    """The waits themselves are looked at here."""


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stands still: nothing is waited for that a test does not wait for itself."""
    monkeypatch.setattr(ingest, "COMPANIONS", timedelta(0))
    return Clock()


async def outboxed(agency: Agency) -> Sequence[tuple[str, str, datetime | None, int]]:
    """Address, status, when it may go, and attempts, of all that is or was to be sent."""
    columns = (outbox.c.address, outbox.c.status, outbox.c.due_at, outbox.c.attempts)
    rows = await agency.database.run(lambda connection: connection.execute(select(*columns).order_by(outbox.c.id)).all())
    return [(row[0], row[1], row[2], row[3]) for row in rows]


async def waits_until(agency: Agency, who: Customer, due_at: datetime) -> None:
    async def so() -> bool:
        return (who.person.wa_id, "queued", due_at) in [row[:3] for row in await outboxed(agency)]

    await agency.until(so)


async def may_go(agency: Agency, now: datetime) -> list[str]:
    """Addresses."""
    return [row.address for row in await agency.database.run(lambda connection: outboxes.ready(connection, now, ["whatsapp"]))]


async def alerts(agency: Agency) -> list[str]:
    """What people were told of accounts."""
    found = await agency.rows(event.c.act, event.c.after)
    return [after["words"] for act, after in found if act == events.ALERT and after["kind"] == "account"]


async def quiet(agency: Agency, who: Customer) -> None:
    """All reports of what was sent have come too."""
    await agency.quiet()
    assert who.whatsapp.violations == []


def test_a_pair_that_is_too_fast_waits_longer_each_time_and_nobody_else_does(migrated_url: str, time: Clock) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao = agency.customer(MARIA), agency.customer(JOAO)
        agency.whatsapp.faults.add(faults.refused(131056), "messages", chat=MARIA.wa_id, times=3)
        maria.say(PROBLEM)
        for attempt, seconds in enumerate((4, 16, 64), 1):
            await waits_until(agency, maria, time.now + timedelta(seconds=seconds))
            assert [row[3] for row in await outboxed(agency) if row[0] == MARIA.wa_id] == [attempt]
            if attempt == 1:
                joao.say(PROBLEM)
                await joao.next_message()
            time.move(seconds - 0.001)
            assert await may_go(agency, time.now) == []
            time.move(0.001)
            agency.bells.sender.ring()
        await maria.next_message()
        await quiet(agency, maria)
        assert len(maria.heard()) == 1

    with_agency(migrated_url, scenario, now=time)


@pytest.mark.parametrize("number", [4, 80007, 130429, 131016])
def test_an_account_that_is_too_fast_pauses_as_a_whole(sqlite_url: str, time: Clock, number: int) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao = agency.customer(MARIA), agency.customer(JOAO)
        agency.whatsapp.faults.add(faults.refused(number), "messages", chat=MARIA.wa_id)
        maria.say(PROBLEM)
        await waits_until(agency, maria, time.now + timedelta(seconds=1))
        joao.say(PROBLEM)
        await waits_until(agency, joao, time.now)
        assert await may_go(agency, time.now + timedelta(seconds=0.999)) == []
        time.move(1)
        agency.bells.sender.ring()
        for who in (maria, joao):
            await who.next_message()
        await quiet(agency, maria)
        assert await alerts(agency) == []

    with_agency(sqlite_url, scenario, now=time)


@pytest.mark.parametrize("number", [190, 131042, 133010])
def test_f23_a_refused_account_holds_what_goes_out_and_loses_nothing_that_comes_in(migrated_url: str, time: Clock, number: int) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao = agency.customer(MARIA), agency.customer(JOAO)
        agency.whatsapp.faults.add(faults.refused(number), "messages", times=3)
        maria.say(PROBLEM)
        await waits_until(agency, maria, time.now + timedelta(seconds=HOLD_SECONDS))
        maria.say("ajuda")
        joao.say("a torneira pinga")

        async def all_is_heard() -> bool:
            return len(await outboxed(agency)) == 3 and len(await alerts(agency)) == 1

        await agency.until(all_is_heard)
        assert set(await agency.column(inbox.c.result)) == {"done"}
        assert maria.heard() == joao.heard() == []
        time.move(HOLD_SECONDS)  # and both talks are refused once more
        agency.bells.sender.ring()
        await agency.until(lambda: is_tried(agency, 3))
        time.move(HOLD_SECONDS)
        agency.bells.sender.ring()
        for who in (maria, joao):
            await who.next_message()
        await quiet(agency, maria)
        assert [len(who.heard()) for who in (maria, joao)] == [2, 1]
        (held, resumed) = await alerts(agency)
        assert (held.partition(" ")[0], agency.whatsapp.token in held, resumed) == (str(number), False, "")
        assert await agency.database.run(backlog.held) == []

    with_agency(migrated_url, scenario, now=time)


async def is_tried(agency: Agency, times: int) -> bool:
    refused = [call for call in agency.whatsapp.made("messages") if call.refused]
    return len(refused) == times and not [row for row in await outboxed(agency) if row[1] == "sending"]


@pytest.mark.parametrize("number, dead", [(131026, True), (131009, False)])
def test_what_is_refused_for_good_is_told_to_people(sqlite_url: str, number: int, dead: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "COMPANIONS", timedelta(0))

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.whatsapp.faults.add(faults.refused(number), "messages")
        maria.say(PROBLEM)
        await agency.quiet()
        assert maria.heard() == []
        assert await agency.column(outbox.c.status) == ["failed"]
        told = [after for act, after in await agency.rows(event.c.act, event.c.after) if act == "undelivered"]
        assert [each["dead"] for each in told] == [dead]
        assert (await agency.column(conversation.c.unreachable_since) == [None]) != dead
        maria.say("alguém aí?")
        await maria.next_message()
        await agency.quiet()
        assert await agency.column(conversation.c.unreachable_since) == [None]

    with_agency(sqlite_url, scenario)


def test_read_and_typing_come_only_where_an_answer_waits(sqlite_url: str, monkeypatch: pytest.MonkeyPatch, time: Clock) -> None:
    monkeypatch.setattr("bot.handlers.whatsapp.channel.HINT_SECONDS", 0.0)

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.whatsapp.faults.add(faults.refused(131056), "messages", chat=MARIA.wa_id)  # so that it waits
        said = maria.say(PROBLEM)
        await agency.until(lambda: is_seen(maria))
        assert (maria.chat.seen, maria.chat.typing) == ([said["id"]], 1)

    async def is_seen(who: Customer) -> bool:
        return bool(who.chat.seen)

    with_agency(sqlite_url, scenario, now=time)
