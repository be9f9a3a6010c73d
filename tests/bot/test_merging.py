"""Two tickets on one problem become one: both histories stay, each customer keeps their talk, and two conversations are held at once."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any

import asyncpg
import pytest
from sqlalchemy import select

from bot.turn import take_turn
from core.messages import Command
from core.records import evolve
from core.tickets import Status
from storage import inbox
from storage.tables import conversation, event, outbox, ticket
from storage.tables import inbox as inbox_table
from tests.bot.desk_acts import SENT, act, chat_with, ordered, outcome, words
from tests.house import House, at, in_house, part
from tests.talks import ANA, BIA, Chat


def two_reports() -> Chat:
    """Tickets 123 and 124 of one customer, the second being talked about."""
    chat = chat_with(*SENT)
    for line in ("outro problema", "o chuveiro não liga", "urgente", "qualquer horário", "enviar"):
        chat.say(line)
    assert chat.ticket.id == 124
    return chat


def test_the_words_of_both_stand_in_the_one_that_goes_on() -> None:
    chat = two_reports()
    assert outcome(chat, "merge", {"into": 123}) == "done"
    assert words(chat) == ["ticket-merged"]
    ended, goes_on = chat.books.tickets[124], chat.books.tickets[123]
    assert (ended.status, ended.merged_into, ended.waiting_since) == (Status.MERGED, 123, None)
    assert (goes_on.status, goes_on.waiting_since) == (Status.AWAITING_REVIEW, goes_on.submitted_at)
    histories = [(each.ticket, each.act, each.after) for each in chat.books.history if each.act == "merge"]
    assert histories == [
        (124, "merge", {"status": "merged", "into": "2026-000123-3"}),
        (123, "merge", {"from": "2026-000124-1", "text": "o chuveiro não liga"}),
    ]


@pytest.mark.parametrize("of_both", [False, True])
def test_what_goes_on_is_whose_that_was_which_ended_unless_somebody_has_it(*, of_both: bool) -> None:
    chat = two_reports()
    if of_both:
        outcome(chat, "assign", {"agent": BIA.id}, BIA, ticket=123)
    outcome(chat, "claim", ticket=124)
    outcome(chat, "merge", {"into": 123})
    assert chat.books.tickets[123].assignee_id == (BIA if of_both else ANA).id


def test_later_words_go_to_the_ticket_that_goes_on() -> None:
    chat = two_reports()
    outcome(chat, "merge", {"into": 123})
    chat.say("a resistência está preta")
    assert words(chat) == ["submitted-open"]
    assert chat.last
    assert [(each.act, each.ticket, each.input["words"]) for each in chat.last.forwards] == [("add_words", 123, "a resistência está preta")]
    assert chat.ticket.waiting_since is None


def test_a_draft_that_is_merged_rests() -> None:
    chat = chat_with(*SENT)
    for line in ("outro problema", "o chuveiro não liga"):
        chat.say(line)
    assert outcome(chat, "merge", {"into": 123}) == "done"
    chat.say("oi")
    assert words(chat) == ["submitted-open"]


def test_what_cannot_be_merged() -> None:
    chat = two_reports()
    assert outcome(chat, "merge", {"into": 124}) == "refused"
    outcome(chat, "cancel", {"text": "engano"}, ticket=123)
    done, said = act(chat, "merge", {"into": 123})
    assert (done, "está cancelado" in said) == ("refused", True)


def test_a_danger_is_merged_by_leads_only() -> None:
    chat = chat_with(*SENT)
    chat.say("outro problema")
    chat.say("cheiro de gás na cozinha")
    assert outcome(chat, "merge", {"into": 123}) == "refused"
    assert outcome(chat, "merge", {"into": 123}, BIA) == "done"


def test_a_danger_goes_along_and_ends_where_its_ticket_ended() -> None:
    chat = chat_with(*SENT)
    for line in ("outro problema", "cheiro forte de gás na cozinha"):
        chat.say(line)
    assert outcome(chat, "merge", {"into": 123}, by=BIA) == "done"
    ended, goes_on = chat.books.tickets[124], chat.books.tickets[123]
    assert (ended.hazards, sorted(goes_on.hazards)) == ({}, ["gas"])
    assert chat.books.alerts[124].ended_by == "Bia"
    assert chat.books.alerts[123].waits
    assert ("alert_5", 123) in chat.timers
    assert outcome(chat, "end_hazard", {"text": "era o botijão"}, ticket=123) == "done"


def test_of_another_customer_it_is_asked_once() -> None:
    chat = two_reports()
    chat.books.tickets[123] = evolve(chat.books.tickets[123], contact_id=77)
    done, said = act(chat, "merge", {"into": 123})
    assert (done, "/juntar 2026-000124-1 2026-000123-3 sim" in said) == ("refused", True)
    assert outcome(chat, "merge", {"into": 123, "sure": True}) == "done"


def test_it_is_typed_with_both_references() -> None:
    chat = two_reports()
    command = ordered(chat, "/juntar #124 2026-000123-3 sim")
    assert (command.ticket, dict(command.input), command.about) == (124, {"into": 123, "sure": True}, (124, 123))


# ── over the store ───────────────────────────────────────────────────────────


async def give(house: House, key: str, about: int, given: Mapping[str, Any]) -> int:
    return await house.run(partial(inbox.put_command, command=Command("merge", about, "Bia", input=given), external_id=key, now=at(10)))


async def take_all(house: House, seconds: float) -> None:
    while await house.take(seconds):
        pass


async def two_customers(house: House) -> None:
    house.turn = take_turn  # type: ignore[assignment]
    await house.put(part("a pia está vazando", "ana"), part("a pia vaza", "rui"))
    await take_all(house, 0)


def test_customers_of_two_talks_both_hear(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await two_customers(house)
        row = await give(house, "a", 2, {"into": 1, "sure": True})
        assert await house.rows(select(inbox_table.c.conversation_id, inbox_table.c.account).where(inbox_table.c.id == row)) == [
            (1, "apart")
        ]
        assert await house.take(10) == 1
        assert await house.column(ticket.c.status) == ["draft", "merged"]
        assert await house.column(ticket.c.merged_into) == [None, 1]
        about = await house.rows(select(event.c.ticket_id).where(event.c.act == "merge").order_by(event.c.id))
        assert [each for (each,) in about] == [2, 1]
        assert await house.column(conversation.c.ticket_id) == [1, 2]  # each keeps their own
        await house.put(part("ainda vaza", "rui"), seconds=20)
        await take_all(house, 20)
        added = await house.rows(select(event.c.ticket_id, event.c.after).where(event.c.act == "added"))
        assert [(number, after["text"]) for number, after in added] == [(1, "ainda vaza")]
        assert {call.words for call in await house.column(outbox.c.call)} >= {"submitted-open"}

    in_house(migrated_url, scenario)


def test_both_ways_at_once_one_is_merged(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await two_customers(house)
        rows = [await give(house, key, about, {"into": into, "sure": True}) for key, about, into in (("a", 1, 2), ("b", 2, 1))]
        await asyncio.gather(take_all(house, 10), take_all(house, 10))
        await take_all(house, 11)
        results = [await house.run(partial(inbox.result_of, inbox_id=row)) for row in rows]
        assert results == [inbox.Answered("done", "act-done.merge"), inbox.Answered("refused", "refused.over")]
        assert await house.column(ticket.c.merged_into) == [2, None]

    in_house(migrated_url, scenario)


def test_a_merge_waits_while_somebody_has_the_other_talk_and_holds_nobody_up(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await two_customers(house)
        row = await give(house, "a", 2, {"into": 1, "sure": True})
        await house.put(part("olá", "eva"), seconds=10)
        other = await asyncpg.connect(migrated_url.replace("+asyncpg", ""))
        async with other.transaction():
            await other.execute("SELECT id FROM conversation WHERE id = 2 FOR NO KEY UPDATE")
            assert [await house.take(10), await house.take(10)] == [1, 0]
            assert await house.run(partial(inbox.result_of, inbox_id=row)) is None
        await other.close()
        assert await house.take(10) == 1
        assert await house.run(partial(inbox.result_of, inbox_id=row)) == inbox.Answered("done", "act-done.merge")

    if migrated_url.startswith("postgresql"):  # SQLite has one writer at a time
        in_house(migrated_url, scenario)


def test_what_becomes_of_the_one_that_goes_on_is_told_in_every_talk_that_ended_in_it(migrated_url: str) -> None:
    """F28, on both engines: three customers of one leak, the second merged into the third before that one is merged into the first."""

    async def scenario(house: House) -> None:
        await two_customers(house)
        await house.put(part("a pia não para de vazar", "eva"))
        await take_all(house, 0)
        await give(house, "a", 2, {"into": 3, "sure": True})
        await take_all(house, 10)
        await give(house, "b", 3, {"into": 1, "sure": True})
        await take_all(house, 11)
        before = await said(house)
        cancel = Command("cancel", 1, "Bia", input={"text": "o condomínio consertou"})
        await house.run(partial(inbox.put_command, command=cancel, external_id="c", now=at(12)))
        await take_all(house, 12)
        assert sorted((await said(house))[len(before) :]) == [(who, "report-cancelled") for who in ("ana", "eva", "rui")]

    in_house(migrated_url, scenario)


async def said(house: House) -> list[tuple[str, str]]:
    rows = await house.rows(select(outbox.c.address, outbox.c.call).order_by(outbox.c.id))
    return [(address, call.words) for address, call in rows]
