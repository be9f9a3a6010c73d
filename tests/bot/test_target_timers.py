"""Targets on their way through the store: columns, timers, the line in which they ring, and the chat of the people."""

from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.alerts.team_chat import AlertChat
from bot.result import Input, SetTimer, Turn, TurnResult
from bot.turn import take_turn
from core.records import evolve
from core.targets import TARGETS
from storage import homes, tickets, timers
from storage.tables import event, outbox, ticket, timer
from tests.house import House, at, in_house, part
from tests.talks import COPY

DUE = 60 * TARGETS.first_reply_medium  # seconds after the words that ask for a person; it is a Monday morning


async def handed_over(house: House) -> None:
    """Ana asks for a person."""
    house.turn = take_turn  # type: ignore[assignment]
    house.alerts = AlertChat("telegram", "1", "-100200", COPY.say)
    for text in ("o portão da garagem não fecha", "atendente"):
        await house.put(part(text))
        await house.take()


async def rung(house: House, seconds: float) -> list[str]:
    """What people of the agency are told when that time has come."""
    told = len(await house.column(outbox.c.id))
    await house.run(partial(timers.ring, now=at(seconds)))
    await house.take(seconds)
    rows = (await house.rows(select(outbox.c.call, outbox.c.address, outbox.c.purpose).order_by(outbox.c.id)))[told:]
    assert all((row.address, row.purpose) == ("-100200", "alert") for row in rows)
    return [row.call.text for row in rows]


def test_supervisors_are_told_before_and_at_the_breach_and_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await handed_over(house)
        assert await house.column(ticket.c.first_reply_due_at) == [at(DUE)]
        assert await house.column(ticket.c.soon_late_at) == [at(0.8 * DUE)]
        assert await rung(house, 0.8 * DUE - 1) == []
        (soon,) = await rung(house, 0.8 * DUE)
        assert soon.startswith("*Primeira resposta quase atrasada* · #1")
        (late,) = await rung(house, DUE)
        assert late.startswith("*Primeira resposta atrasada* · #1")
        assert await rung(house, 10 * DUE) == []
        kinds = [row.after["kind"] for row in await house.rows(select(event.c.after).where(event.c.act == "alert").order_by(event.c.id))]
        assert kinds == ["first_reply_soon", "first_reply_late"]

    in_house(migrated_url, scenario)


def test_every_target_is_stored_and_read(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await handed_over(house)
        (row,) = (await house.run(partial(tickets.by_ids, ids=[1]))).values()
        moments = ("first_reply_at", "first_reply_due_at", "paused_at", "resolve_due_at", "resolved_at", "soon_late_at")
        changed = evolve(tickets.read(row), paused_minutes=7, **{name: at(number) for number, name in enumerate(moments)})
        await house.run(partial(tickets.save, changed=[(changed, tickets.read(row))]))
        (row,) = (await house.run(partial(tickets.by_ids, ids=[1]))).values()
        assert evolve(tickets.read(row), version=0) == evolve(changed, version=0)

    in_house(migrated_url, scenario)


def test_a_timer_may_ring_in_another_line(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        elsewhere = 1 if result.conversation.id == 2 else None
        return evolve(result, timers=(SetTimer("resolve_late", 5, turn.now, elsewhere),))

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a"), part("b", "bia"))
        await house.take()
        assert await house.rows(select(timer.c.conversation_id, timer.c.ticket_id)) == [(1, 5)]

    in_house(migrated_url, scenario)


def test_the_hours_are_those_of_the_homes_zone(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        manaus, none, odd = [
            await house.run(partial(homes.add, address="a", zone=zone)) for zone in ("America/Manaus", "", "America/Sampa")
        ]
        seen: list[object] = []

        def look(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
            seen.extend(turn.calendar(home).zone for home in (manaus, none, odd, 99, None))
            return result

        house.turn.change = look
        await house.put(part("a"))
        await house.take()
        here = ZoneInfo("America/Sao_Paulo")
        assert seen == [ZoneInfo("America/Manaus"), here, here, here, here]

    in_house(migrated_url, scenario)
