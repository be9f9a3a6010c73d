"""What must be true of the store machine's world when everything was heard and everything was sent."""

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, select, union_all

from core.records import evolve
from core.tickets import Status
from storage import tables, tickets
from tests.store_people import BACK, DANGER, GREETING, Person
from tests.store_world import World

ROUNDS = 60  # of everybody's words, turns and sends: more means that some talk hangs
PAUSE = timedelta(seconds=31)  # whatever waits, rests or is gone may go on


# ── to the end ───────────────────────────────────────────────────────────────


async def bring_home(world: World) -> None:
    """Everybody goes on until their reports have arrived, then all timers ring; nothing fails any more."""
    for _ in range(ROUNDS):
        await settle(world)
        if all(person.arrived for person in world.people):
            break
        for person in world.people:
            await world.deliver([world.says(person, words)] if (words := _insists(person)) else [])
    assert [person.who for person in world.people if not person.arrived] == []
    for _ in range(ROUNDS):
        await settle(world)
        due = [row[0] for row in await world.read(union_all(select(tables.timer.c.due_at), select(tables.outbox.c.due_at))) if row[0]]
        if not due:
            return
        world.now = max(world.now, min(due))
    raise AssertionError("timers or sends without end")


def _insists(person: Person) -> str | None:
    """The answer; where no question has come, what brings it back."""
    if person.arrived:
        return None
    return person.next_words() or (BACK if person.has_person else GREETING)


async def settle(world: World) -> None:
    """Takes all turns and sends all rows."""
    world.pass_time(PAUSE, arrives=True)
    for process in world.processes:
        world.end_all_well(process)
        await world.look(process)
    for _ in range(ROUNDS):
        turns = await world.take()
        for process in [world.processes[0], *[each for each in world.processes[1:] if each.reports]]:
            await world.claim(process, 64)
            world.end_all_well(process)
        if not turns and not any(process.reports for process in world.processes):
            return
    raise AssertionError("turns or sends without end")


# ── what is true then ────────────────────────────────────────────────────────


async def check(world: World) -> None:
    await check_inbox(world)
    await check_talks(world)
    await check_outbox(world)
    await check_commands(world)


async def check_inbox(world: World) -> None:
    """All that was delivered is done, each message once; nothing was parked."""
    rows = await world.read(select(tables.inbox.c.external_id, tables.inbox.c.channel, tables.inbox.c.result, tables.inbox.c.done_at))
    assert {row.result for row in rows if row.channel != "command"} <= {"done"}
    assert all(row.done_at for row in rows)
    said = sorted(part.external_id for person in world.people for part in person.said)
    assert sorted(row.external_id for row in rows if row.channel == "console") == said


async def check_talks(world: World) -> None:
    """One conversation a person; one ticket a report, as its last turn left it; the transcript is what was said."""
    found = {row[0]: tickets.read(row) for row in await world.read(select(*tickets.COLUMNS))}
    assert sorted(found) == sorted(number for person in world.people for number in person.tickets)
    for person in world.people:
        await check_conversation(world, person)
        await check_transcript(world, person)
        assert len(person.tickets) == len(person.reports)
        assert sum(bool(each.hazards) for each in person.tickets.values()) == (DANGER in person.texts)
        for report, ticket in zip(person.reports, person.tickets.values(), strict=True):
            assert found[ticket.id] == evolve(ticket, version=found[ticket.id].version, owes=())
            assert ticket.status in (Status.AWAITING_REVIEW, Status.OPEN)
            person.check_form(report, ticket)
    assert len({each.reference for each in found.values() if each.reference}) == sum(len(person.reports) for person in world.people)


async def check_conversation(world: World, person: Person) -> None:
    """As its last turn left it; there is no other of this person."""
    it, columns = person.conversation, tables.conversation.c
    assert it is not None
    kept = (columns.id, columns.version, columns.owner, columns.open_prompt, columns.ticket_id, columns.heard_at, columns.flood_until)
    found = await world.read(select(*kept).where(columns.address == person.who))
    assert found == [(it.id, it.version, it.owner, it.open, it.ticket_id, it.heard_at, it.flood_until)]


async def check_transcript(world: World, person: Person) -> None:
    """Each message of the customer once, in order; and what the bot said, once a prompt."""
    assert person.conversation is not None
    query = select(tables.message.c.text, tables.message.c.author).where(tables.message.c.conversation_id == person.conversation.id)
    rows = await world.read(query.order_by(tables.message.c.id))
    assert [row.text for row in rows if row.author == "customer"] == [part.body["text"] for part in person.said]
    assert [row.text for row in rows if row.author == "bot"] == person.told


async def check_outbox(world: World) -> None:
    """Every row is over. What was sent was seen; what was seen twice is what nobody knew; and in order."""
    columns = (tables.outbox.c.id, tables.outbox.c.status, tables.outbox.c.purpose, tables.outbox.c.due_at)
    rows = await world.read(select(*columns).order_by(tables.outbox.c.id))
    assert [row.id for row in rows] == list(world.rows)
    seen = Counter(world.shown)
    for row in rows:
        assert row.due_at is None
        assert seen[row.id] <= 1 + world.doubts[row.id]
        match row.status:
            case "sent":
                assert seen[row.id] >= 1
            case "cancelled":
                assert row.id in world.silenced
                assert seen[row.id] <= world.doubts[row.id]
            case "failed":
                assert row.id in world.failed
            case other:
                assert other == "unknown"
                assert row.id in world.unknown
    check_order(world)


def check_order(world: World) -> None:
    """Each address sees its rows in their order; a safety text waits for nobody."""
    for person in world.people:
        waited = [number for number in world.shown if world.rows[number].address == person.who and world.rows[number].purpose != "safety"]
        assert waited == sorted(waited)


async def check_commands(world: World) -> None:
    """Each act was heard once, however often it was given, and its result is kept."""
    assert world.obeyed == Counter(world.commands.values())
    results = {key: await world.result_of(key) for key in world.commands}
    assert None not in results.values()
    approved = sum(key.startswith("approve") and result is not None and result.result == "done" for key, result in results.items())
    assert await world.read(select(func.count()).where(tables.event.c.act == "approve")) == [(approved,)]
    added = sum(key.startswith("add_words") for key in world.commands)
    assert await world.read(counted_added()) == [(added,)]


def counted_added() -> Select[Any]:
    return select(func.count()).where(tables.event.c.act == "added", tables.event.c.actor == "Bia")
