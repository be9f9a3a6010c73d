"""Updates that are asked for: one that nobody can read holds up no other, and no failure of the question loses any."""

import pytest

from core.messages import Part
from storage.tables import event, inbox
from tests.house import outage
from tests.telegram import faults
from tests.telegram.agency import JOAO, MARIA, Agency, with_agency
from tests.telegram.faults import Fault

PROBLEM = "o chuveiro queimou"


async def said(agency: Agency) -> list[str]:
    """What was stored of what people wrote, in order."""
    return [part["message"]["text"] for part in await agency.column(inbox.c.part) if "text" in part.get("message", {})]


def test_one_that_cannot_be_read_holds_up_no_other(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria, joao, updates = agency.customer(MARIA), agency.customer(JOAO), agency.telegram.updates
        maria.say(PROBLEM)
        updates.put_raw("message", b'{"chat":7}', MARIA.id)
        updates.put_raw("message", b'{"message_id":"\\u0000","from":{"id":7002},"chat":{"id":7002,"type":"private"},"text":[]}', MARIA.id)
        updates.put_raw("of_next_year", b"[1,2]", MARIA.id)
        joao.say("a torneira pinga")
        assert PROBLEM in (await maria.next_message()).bold
        assert "a torneira pinga" in (await joao.next_message()).bold
        await agency.quiet()
        assert await said(agency) == [PROBLEM, [], "a torneira pinga"]
        assert await agency.column(inbox.c.result) == ["done"] * 3
        assert await agency.column(event.c.id) != []

    with_agency(migrated_url, scenario)


FAILURES = {
    "server error": faults.server_error(502),
    "page of a proxy": faults.proxy_error(),
    "no JSON": faults.bad_json(),
    "dropped before": faults.drop_before(),
    "dropped after": faults.drop_after(),
    "too many": faults.too_many(0),
    "refused token": faults.unauthorized(),
    "another asks": faults.refused(
        409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    ),
    "webhook": faults.refused(
        409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
    ),
}


@pytest.mark.parametrize("fault", FAILURES.values(), ids=FAILURES)
def test_a_question_that_fails_loses_nothing(sqlite_url: str, fault: Fault) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.telegram.faults.add(fault, "getUpdates", times=2)
        maria.say(PROBLEM)
        assert PROBLEM in (await maria.next_message()).bold
        await agency.quiet()
        assert agency.telegram.faults.left == 0
        assert await said(agency) == [PROBLEM]
        assert len(maria.heard()) == 1

    with_agency(sqlite_url, scenario)


def test_another_program_that_asks_too_ends_our_question_and_not_our_asking(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        for nth in range(3):
            await agency.channel.call("getUpdates", {"timeout": 0})
            maria.say(f"{PROBLEM} {nth}")
            await maria.next_message()
        assert len(await said(agency)) == 3

    with_agency(sqlite_url, scenario)


def test_what_cannot_be_stored_is_not_confirmed(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario(agency: Agency) -> None:
        put, failures = agency.ingest._store, [outage(), ValueError("bug")]

        async def store(requests: list[list[Part]]) -> object:
            if failures:
                assert len(agency.telegram.updates.waiting) == 1
                raise failures.pop(0)
            return await put(requests)

        monkeypatch.setattr(agency.ingest._batcher, "_write", store)
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)
        assert PROBLEM in (await maria.next_message()).bold
        await agency.quiet()
        assert (failures, await said(agency)) == ([], [PROBLEM])

    with_agency(sqlite_url, scenario)


def test_f01_what_is_given_again_is_heard_once(migrated_url: str) -> None:
    """Before and after it was answered; numbers may jump, as after a week of silence."""

    async def scenario(agency: Agency) -> None:
        maria, updates = agency.customer(MARIA), agency.telegram.updates
        maria.say(PROBLEM)
        updates.repeat()
        updates.repeat()
        await maria.next_message()
        updates.repeat()
        updates.jump(1_000_000)
        maria.say("não")
        await maria.next_message()
        await agency.quiet()
        assert await said(agency) == [PROBLEM, "não"]
        assert len(maria.heard()) == 2

    with_agency(migrated_url, scenario)
