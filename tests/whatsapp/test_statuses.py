"""What becomes of what was said: F4 and F6, sends of which nobody heard, whom nothing reaches, and lines that lose."""

import asyncio
from datetime import timedelta

import pytest

from bot import ingest
from bot.handlers.whatsapp import channel
from storage import repetition
from storage.outbox import ATTEMPTS
from storage.tables import conversation, event, inbox, outbox, ticket
from tests.platforms.changes import PATIENCE_SECONDS
from tests.platforms.intakes import KNOWN, PROBLEM, STORED_TENANT, TENANT, form
from tests.platforms.lines import Line
from tests.platforms.reporting import asked, report, until_asked
from tests.whatsapp import faults
from tests.whatsapp.agency import MARCOS, MARIA, SEVERINO, Agency, with_agency
from tests.whatsapp.customers import Customer
from tests.whatsapp.errors import reported
from tests.whatsapp.faults import Fault

ALL = ("sent", "delivered", "read")
LONG = timedelta(seconds=30)  # that the platform's word is waited for, as people wait


async def first(agency: Agency) -> Customer:
    """Somebody who was asked something; all is quiet again."""
    maria = agency.customer(MARIA)
    maria.say(PROBLEM)
    await maria.next_message()
    await agency.quiet()
    return maria


# ── F4, F6 ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("order", [ALL, ("read", "delivered", "sent"), ("delivered", "sent", "read"), ("read", "sent"), ("sent", "read")])
@pytest.mark.parametrize("early", [False, True], ids=["after", "before"])
def test_f06_statuses_in_any_order_never_go_back(sqlite_url: str, order: tuple[str, ...], early: bool) -> None:
    """Also when they come before the send itself is answered, and each of them twice."""

    async def scenario(agency: Agency) -> None:
        agency.whatsapp.reports, agency.whatsapp.early = order, early
        maria = await first(agency)
        for delivery in agency.whatsapp.webhook.taken[1:]:
            agency.whatsapp.webhook.repeat(delivery)
        await agency.quiet()
        assert await agency.column(outbox.c.status) == ["read"]
        assert await agency.column(outbox.c.external_id) == [maria.heard()[0].id]
        assert len(await agency.column(inbox.c.id)) == 1

    with_agency(sqlite_url, scenario)


def test_f06_what_arrived_did_not_fail(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = await first(agency)
        sent = agency.whatsapp.sent[maria.heard()[0].id]
        sent.report("failed", reported(131000))
        maria.read()
        sent.report("failed", reported(131026))
        await agency.quiet()
        assert await agency.column(outbox.c.status) == ["read"]

    with_agency(migrated_url, scenario)


def test_words_that_no_database_takes_hold_nothing_up(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        agency.whatsapp.reports = ()
        maria = await first(agency)
        agency.whatsapp.sent[maria.heard()[0].id].report("failed", {"code": 100, "title": "a\0b"})
        await agency.quiet()
        assert await agency.column(outbox.c.reason) == ["100 ab"]

    with_agency(migrated_url, scenario)


def test_f04_a_status_is_stored_before_it_is_taken_and_counts_once(migrated_url: str) -> None:
    """All of one body, beside what people wrote, in one commit."""

    async def scenario(agency: Agency) -> None:
        maria, severino = await first(agency), agency.customer(SEVERINO)
        with agency.whatsapp.webhook.together(entries=2, changes=2):
            maria.read()
            severino.say(PROBLEM)
            maria.say("Sou inquilino(a)")
            agency.whatsapp.sent[maria.heard()[0].id].report("delivered")
        for _ in range(3):
            agency.whatsapp.webhook.repeat(next(iter(agency.whatsapp.webhook.waiting.values())))
        assert asked(await maria.next_message()) == "individual-name"
        assert asked(await severino.next_message()) == "identification-role"
        await agency.quiet()
        assert (await agency.column(outbox.c.status))[0] == "read"
        assert len(await agency.column(inbox.c.id)) == 3

    with_agency(migrated_url, scenario)


# ── sends of which nobody heard ──────────────────────────────────────────────


@pytest.mark.parametrize("fault", [faults.drop_after(), faults.proxy_error(accepts=True), faults.bad_json()], ids=["cut", "page", "half"])
def test_a_send_that_was_taken_is_known_by_its_status_and_not_said_again(
    migrated_url: str, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario(agency: Agency) -> None:
        monkeypatch.setattr(repetition, "REPORTED_WITHIN", LONG)
        agency.whatsapp.faults.add(fault, "messages")
        maria = await first(agency)
        assert await agency.column(outbox.c.status) == ["delivered"]
        assert len(maria.heard()) == 1

    with_agency(migrated_url, scenario)


def test_a_send_that_was_lost_is_said_again(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        agency.whatsapp.faults.add(faults.drop_before(), "messages", times=2)
        maria = await first(agency)
        assert await agency.column(outbox.c.status) == ["delivered"]
        assert (len(maria.heard()), len(agency.whatsapp.made("messages"))) == (1, 3)

    with_agency(migrated_url, scenario)


def test_on_a_slow_and_lossy_line_a_report_is_made_and_nothing_is_lost(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to a third of all requests, and of all answers, in both directions."""

    async def scenario(agency: Agency) -> None:
        lines = [Line(0.3, 0, 0.02, seed=each) for each in (11, 12)]
        agency.whatsapp.line, agency.whatsapp.webhook.line = lines
        monkeypatch.setattr(repetition, "REPORTED_WITHIN", timedelta(seconds=1))
        maria = agency.customer(MARIA)
        await report(maria, PROBLEM, TENANT)
        await agency.quiet()
        assert all(each.lost > 0 for each in lines)
        (answers,) = await agency.column(ticket.c.answers)
        assert form(answers) == STORED_TENANT
        assert set(await agency.column(inbox.c.result)) == {"done"}

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize("times", [2, 3])
def test_what_whatsapp_itself_failed_to_bring_goes_again_a_few_times(migrated_url: str, times: int) -> None:
    """Each try is answered as sent, and reported as failed; after the third people are told."""

    async def scenario(agency: Agency) -> None:
        agency.whatsapp.reports = ()
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)

        async def taken() -> bool:
            return await agency.column(outbox.c.status) == ["sent"]

        for number in range(times):
            await maria.next_message()
            await agency.until(taken)
            agency.whatsapp.sent[maria.heard()[number].id].report("failed", reported(131000))
        if times < ATTEMPTS:
            await maria.next_message()
        await agency.quiet()
        assert len(agency.whatsapp.made("messages")) == ATTEMPTS
        assert await agency.column(outbox.c.status) == ["sent" if times < ATTEMPTS else "failed"]
        assert (await agency.column(event.c.act)).count("undelivered") == (times == ATTEMPTS)

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize("times", [1, 3], ids=["waits", "given up"])
def test_whoever_writes_on_is_asked_what_may_not_have_arrived(migrated_url: str, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a report is still waited for, and when nobody waits any more; then people see it too."""
    monkeypatch.setattr(repetition, "REPORTED_WITHIN", LONG if times == 1 else timedelta(0))

    async def scenario(agency: Agency) -> None:
        agency.whatsapp.faults.add(faults.drop_before(), "messages", times=times)
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)

        async def lost() -> bool:
            waits = await agency.column(ticket.c.waiting_since)
            return await agency.column(outbox.c.status) == ["unknown"] and (times == 1 or waits != [None])

        async def arrived() -> bool:
            return await agency.column(outbox.c.status) == ["unknown", "delivered"]

        await agency.until(lost)
        assert bool((await agency.column(conversation.c.doubted_since))[0]) == (times == 3)
        maria.say("alguém aí?")
        message = await maria.next_message()
        assert (asked(message), "Anotei" in message.text) == ("identification-role", True)
        await agency.until(arrived)
        assert len(maria.heard()) == 1
        assert (await agency.column(conversation.c.doubted_since), await agency.column(ticket.c.waiting_since)) == ([None], [None])

    with_agency(migrated_url, scenario)


@pytest.mark.parametrize("at_once", [True, False], ids=["answer", "status"])
def test_whom_nothing_reaches_is_told_to_people_and_heard_again_when_they_write(migrated_url: str, at_once: bool) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        if at_once:
            agency.whatsapp.faults.add(faults.refused(131026), "messages")
        else:
            maria.block()
        maria.say(PROBLEM)

        async def failed() -> bool:
            return await agency.column(outbox.c.status) == ["failed"]

        await agency.until(failed)
        await agency.quiet()
        assert await agency.column(conversation.c.unreachable_since) != [None]
        maria.unblock()
        maria.say("oi?")
        assert (await maria.next_message()).labels
        await agency.quiet()
        assert await agency.column(conversation.c.unreachable_since) == [None]
        assert await agency.column(outbox.c.status) == ["failed", "delivered"]

    with_agency(migrated_url, scenario)


def test_words_of_danger_wait_for_no_report(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are lost, and the question behind them is not: nobody may be left with the question alone, nor for half a minute."""

    async def scenario(agency: Agency) -> None:
        monkeypatch.setattr(repetition, "REPORTED_WITHIN", LONG)
        agency.whatsapp.faults.add(faults.drop_before(), "messages")
        maria = agency.customer(MARIA)
        maria.say("socorro, cheiro forte de gás na cozinha")
        shown = [await maria.next_message(), await maria.next_message()]
        assert any("*193*" in each.raw for each in shown)
        assert any(each.buttons == ("Estou em segurança",) for each in shown)
        await agency.quiet()
        assert set(await agency.column(outbox.c.status)) == {"delivered"}

    with_agency(migrated_url, scenario)


def test_the_reference_is_said_again_though_the_customer_wrote_on(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        await until_asked(marcos, "review-summary", PROBLEM, KNOWN)
        agency.whatsapp.faults.add(faults.drop_before(), "messages")
        marcos.tap("Enviar")
        marcos.say("obrigado")
        shown = [await marcos.next_message(), await marcos.next_message()]
        assert any("Protocolo" in each.text for each in shown)

    with_agency(migrated_url, scenario)


# ── beside the answers ───────────────────────────────────────────────────────


def test_whoever_waits_sees_that_it_was_read_and_somebody_types(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, for the newest; and whoever is answered soon sees neither."""

    async def scenario(agency: Agency) -> None:
        maria = await first(agency)
        assert (maria.chat.seen, maria.chat.typing) == ([], 0)
        monkeypatch.setattr(channel, "HINT_SECONDS", 0.1)
        monkeypatch.setattr(ingest, "COMPANIONS", timedelta(seconds=0.6))
        maria.photo(caption="é assim")
        said = maria.photo(caption="aqui também")
        async with asyncio.timeout(PATIENCE_SECONDS):
            await maria.chat.changes.until(lambda: maria.chat.typing > 0)
        await maria.next_message()
        await agency.quiet()
        assert (maria.chat.seen, maria.chat.typing) == ([said["id"]], 1)

    with_agency(sqlite_url, scenario)
