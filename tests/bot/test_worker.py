"""Turns are taken in order, all or nothing, and whatever fails harms nobody else."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.result import Alert, Event, Input, Result, SetTimer, Turn, TurnResult
from bot.worker import BURST
from core.answers import Answer
from core.conversations import Prompt
from core.messages import Command, Inbound, Timer
from core.records import evolve
from core.tickets import Status, Ticket
from storage import timers
from storage.conversations import BATCH, PATIENCE
from storage.inbox import result_of
from storage.tables import conversation, event, message, outbox, ticket, timer
from storage.tables import inbox as inbox_table
from tests.house import House, act, at, give, in_house, part

# ── what a turn is given ─────────────────────────────────────────────────────


def test_a_burst_is_one_turn_with_one_reply(migrated_url: str) -> None:
    """F8: what came while nobody looked is heard together, in order."""

    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b"), part("c", "bia"))
        assert await house.take() == 2
        assert [[each.text for each in heard if isinstance(each, Inbound)] for _, _, heard in house.turn.turns] == [["a", "b"], ["c"]]
        assert [call.text for call in await house.column(outbox.c.call)] == ["a|b", "c"]
        assert await house.take() == 0

    in_house(migrated_url, scenario)


def test_the_first_turn_knows_its_ticket(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        talk, tickets, (heard,) = house.turn.turns[0]
        assert isinstance(heard, Inbound)
        assert (heard.id, heard.sent_at) == (1, at(0))
        assert tickets == (Ticket(1, filed_in=talk.id, reply_to=talk.id, origin="console"),)
        assert (talk.ticket_id, talk.channel, talk.address, talk.open) == (1, "console", "ana", None)

    in_house(migrated_url, scenario)


def test_the_next_turn_is_given_what_the_last_one_made(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        about = evolve(
            result.tickets[0],
            answers={"individual.email": Answer("ana@x.com", source=1, at=turn.now)},
            said={"mobile": Inbound(3, "+55")},
            owes=(("greeting", {"a": "b"}),),
            hazards={"gas": turn.now},
            status=Status.OPEN,
            reference="2026-000001-5",
            waiting_since=turn.now,
        )
        return evolve(result, tickets=(about,))

    async def scenario(house: House) -> None:
        house.turn.change = change
        for text_ in ("a", "b"):
            await house.put(part(text_))
            await house.take()
        first, second = house.turn.turns
        assert second[0] == evolve(first[0], version=1, open=second[0].open, collects=False, heard_at=at(0))
        assert second[0].open is not None
        made = change(TurnResult(first[0], first[1]), [], _now()).tickets[0]
        assert second[1] == (evolve(made, version=1),)

    def _now() -> Any:
        return type("Turn", (), {"now": at(0)})()

    in_house(migrated_url, scenario)


def test_an_answer_goes_where_the_newest_message_came_from(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.put(evolve(part("b"), address="ana/2"))
        await house.take()
        assert await house.column(outbox.c.address) == ["ana/2"]
        assert await house.column(conversation.c.address) == ["ana/2"]

    in_house(migrated_url, scenario)


def test_commands_and_timers_stand_in_the_same_line(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await house.put(part("b"))
        await give(house, "approve", "c1")
        await house.run(partial(timers.ring, now=at(7200)))
        await house.put(part("c"))
        await house.take(7200)
        heard = house.turn.turns[1][2]
        assert [type(each) for each in heard] == [Inbound, Command, Timer, Inbound]
        assert heard[1] == evolve(act("approve"), id=3)
        assert heard[2] == Timer("nudge", 1, 4)

    in_house(migrated_url, scenario)


def test_a_command_about_another_ticket_of_the_line_brings_it_along(migrated_url: str) -> None:
    """The current ticket stands first."""

    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await house.run(lambda c: c.execute(update(ticket).values(status="open")))
        await house.run(lambda c: c.execute(update(conversation).values(ticket_id=None)))
        await house.put(part("b"))
        await house.take()
        await give(house, "approve", "c1", about=1)
        await give(house, "note", "c2", about=2)
        await house.take()
        assert [each.id for each in house.turn.turns[-1][1]] == [2, 1]

    in_house(migrated_url, scenario)


def test_a_timer_alone_makes_no_draft(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        await house.run(lambda c: c.execute(update(ticket).values(status="cancelled")))
        await house.run(lambda c: c.execute(update(conversation).values(ticket_id=None)))
        assert await house.run(partial(timers.ring, now=at(7200))) == 1
        assert await house.take(7200) == 1
        talk, tickets, heard = house.turn.turns[-1]
        assert (talk.ticket_id, [each.id for each in tickets], heard) == (None, [1], [Timer("nudge", 1, 2)])

    in_house(migrated_url, scenario)


# ── when a conversation is ready ─────────────────────────────────────────────


def test_a_step_that_collects_is_waited_for(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.turn.collects = True
        await house.put(part("a", waits=None))
        assert await house.take(1) == 0
        await house.put(part("b", waits=None), seconds=1.5)
        assert await house.take(2.1) == 0  # still writing
        assert await house.take(3.5) == 1
        await house.put(part("c", waits=None), seconds=10)
        await house.put(part("tap", waits=False), seconds=10.5)
        assert await house.take(10.5) == 1  # a tap ends the wait

    in_house(migrated_url, scenario)


def test_nobody_waits_longer_than_ten_seconds(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        for number in range(60):
            await house.put(part(str(number), waits=True), seconds=number)
            if await house.take(number):
                break
        assert number == PATIENCE.total_seconds()

    in_house(migrated_url, scenario)


def test_a_batch_takes_those_who_wait_longest(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(*[part("a", f"w{number}") for number in range(BATCH + 8)], part("b", "w0"))
        assert [await house.take(), await house.take(), await house.take()] == [BATCH, 8, 0]
        assert [talk.address for talk, _, _ in house.turn.turns] == [f"w{number}" for number in range(BATCH + 8)]

    in_house(migrated_url, scenario)


def test_a_long_burst_is_heard_in_several_turns(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(*[part(f"{number:03}") for number in range(2 * BURST + 1)])
        assert [await house.take() for _ in range(4)] == [1, 1, 1, 0]
        heard = [each.text for _, _, inputs in house.turn.turns for each in inputs if isinstance(each, Inbound)]
        assert heard == [f"{number:03}" for number in range(2 * BURST + 1)]

    in_house(migrated_url, scenario)


# ── what a turn makes ────────────────────────────────────────────────────────


def test_all_that_a_turn_makes_is_written(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        about = result.tickets[0].id
        return evolve(
            result,
            prompts=(Prompt("alarm", "Saia!", purpose="safety"), *result.prompts),
            records=(Event("customer", "answer", about, None, None, {"a": 1}),),
            alerts=(Alert(about, "danger", "+55", "cheiro de gás", ("gas",)),),
            timers=(*result.timers, SetTimer("late", about, at(9)), SetTimer("late", about, None), SetTimer("soon", about, at(9))),
        )

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a"))
        await house.take(1)
        columns = (event.c.actor, event.c.act, event.c.conversation_id, event.c.ticket_id, event.c.after, event.c.at)
        assert await house.rows(select(*columns).order_by(event.c.id)) == [
            ("customer", "answer", 1, 1, {"a": 1}, at(1)),
            ("rule", "alert", 1, 1, {"kind": "danger", "hazards": ["gas"], "number": "+55", "words": "cheiro de gás"}, at(1)),
        ]
        said = select(message.c.author, message.c.kind, message.c.text, message.c.inbox_id, message.c.at).order_by(message.c.id)
        assert await house.rows(said) == [
            ("customer", "text", "a", 1, at(0)),
            ("bot", "safety", "Saia!", None, at(1)),
            ("bot", "prompt", "a", None, at(1)),
        ]
        calls = select(outbox.c.version, outbox.c.ordinal, outbox.c.purpose, outbox.c.status, outbox.c.due_at).order_by(outbox.c.id)
        assert await house.rows(calls) == [(1, 0, "safety", "queued", at(1)), (1, 1, "prompt", "queued", at(1))]
        kept = select(timer.c.ticket_id, timer.c.kind, timer.c.due_at).order_by(timer.c.kind)
        assert await house.rows(kept) == [(1, "nudge", at(7201)), (1, "soon", at(9))]

    in_house(migrated_url, scenario)


def test_commands_get_their_results(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        outcomes = {"approve": Result("done"), "close": Result("refused", "Ainda há perigo."), "claim": Result("conflict", "Caio tem.")}
        return evolve(result, results={each.id: outcomes[each.act] for each in heard if isinstance(each, Command)})

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a"))
        await house.take()
        ids = [await give(house, name, name) for name in ("approve", "close", "claim")]
        assert await give(house, "approve", "approve") == ids[0]  # given twice is given once
        assert await house.run(partial(result_of, inbox_id=ids[0])) is None
        await house.take()
        answered = [await house.run(partial(result_of, inbox_id=each)) for each in ids]
        assert [(each.result, each.reason) for each in answered if each] == [
            ("done", ""),
            ("refused", "Ainda há perigo."),
            ("conflict", "Caio tem."),
        ]

    in_house(migrated_url, scenario)


def test_a_command_stands_in_its_customers_line(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"), part("b", "bia"))
        await house.take()
        await house.run(lambda c: c.execute(update(ticket).where(ticket.c.id == 1).values(reply_to=2)))
        for about, line in ((1, 2), (2, 2)):
            row = await give(house, "approve", f"c{about}", about=about)
            assert (await house.rows(select(inbox_table.c.conversation_id).where(inbox_table.c.id == row))) == [(line,)]

    in_house(migrated_url, scenario)


def test_a_command_about_no_ticket_is_refused_at_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        with pytest.raises(LookupError):
            await give(house, "approve", "c", about=99)

    in_house(migrated_url, scenario)


def test_what_belongs_into_another_line_is_put_there_once(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        sends = isinstance(heard[0], Inbound) and heard[0].text == "forward"
        return evolve(result, forwards=(act("note", 2), act("note", 3))) if sends else result

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a"), part("b", "bia"), part("c", "caio"))
        await house.take()
        await house.put(part("forward"))
        await house.take()
        rows = select(inbox_table.c.conversation_id, inbox_table.c.external_id).where(inbox_table.c.channel == "command")
        assert await house.rows(rows.order_by(inbox_table.c.id)) == [(2, "1:2:0"), (3, "1:2:1")]
        assert await house.take() == 2

    in_house(migrated_url, scenario)


def test_a_take_over_silences_the_bot_but_not_its_warnings(migrated_url: str) -> None:
    """F12: what is queued is cancelled in the same transaction; safety texts are never."""

    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        if isinstance(heard[0], Command):
            note = Prompt("taken", "Bia assumiu", purpose="note")
            return evolve(result, prompts=(note,), conversation=evolve(result.conversation, owner="agent"), silences_bot=True)
        return evolve(result, prompts=(Prompt("alarm", "Saia!", purpose="safety"), *result.prompts))

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a"), part("b", "bia"))
        await house.take()
        await give(house, "claim", "c1")
        await house.take()
        rows = select(outbox.c.conversation_id, outbox.c.purpose, outbox.c.status).order_by(outbox.c.conversation_id, outbox.c.id)
        assert await house.rows(rows) == [
            (1, "safety", "queued"),
            (1, "prompt", "cancelled"),
            (1, "note", "queued"),
            (2, "safety", "queued"),
            (2, "prompt", "queued"),
        ]

    in_house(migrated_url, scenario)


def test_a_new_draft_may_stand_beside_what_it_replaces(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        if result.conversation.version == 1:
            return result
        before = evolve(result.tickets[0], status=Status.CANCELLED)
        draft = turn.new_ticket(instead_of=before)
        return evolve(result, conversation=evolve(result.conversation, ticket_id=draft.id), tickets=(draft, before))

    async def scenario(house: House) -> None:
        house.turn.change = change
        for text_ in ("a", "b"):
            await house.put(part(text_))
            await house.take()
        assert await house.rows(select(ticket.c.status, ticket.c.reply_to).order_by(ticket.c.id)) == [("cancelled", 1), ("draft", 1)]
        assert await house.column(conversation.c.ticket_id) == [2]

    in_house(migrated_url, scenario)


def test_a_timer_is_heard_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("a"))
        await house.take()
        assert await house.run(partial(timers.ring, now=at(7199))) == 0
        rung = await asyncio.gather(*[house.run(partial(timers.ring, now=at(7200) + timedelta(seconds=each))) for each in range(3)])
        assert sum(rung) == 1
        assert await house.take(7203) == 1
        assert await house.take(7203) == 0

    in_house(migrated_url, scenario)
