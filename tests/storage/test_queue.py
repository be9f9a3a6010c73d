"""The queue stands in the order in which people shall look; one ticket opens with all that belongs to it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest

from bot.result import Event, Input, Turn, TurnResult
from core.answers import Answer
from core.contacts import Individual
from core.homes import Home
from core.queue import Only
from core.records import evolve
from core.tickets import Priority, Status, Ticket
from storage import contacts, homes, queue, tickets
from tests.house import START, House, at, in_house, part


def waiting(since: float, priority: str | None = None, **more: Any) -> Mapping[str, Any]:
    answers = {"maintenance.priority": Answer(priority)} if priority else {}
    return {"waiting_since": at(since), "answers": answers, "status": Status.AWAITING_REVIEW, **more}


async def file(house: House, *each: Mapping[str, Any]) -> list[int]:
    """Tickets of as many people."""
    await house.put(*[part("a", f"w{number}") for number in range(len(each))])
    while await house.take():
        pass

    def write(connection: Any) -> list[int]:
        found = [tickets.read(row) for row in tickets.by_ids(connection, range(1, len(each) + 1)).values()]
        tickets.save(connection, [(evolve(ticket, **changes), ticket) for ticket, changes in zip(found, each, strict=True)])
        return [ticket.id for ticket in found]

    return await house.run(write)


async def order(house: House) -> list[int]:
    return [entry.ticket.id for entry in await house.run(queue.waiting)]


def test_the_order(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await file(
            house,
            waiting(1),
            waiting(2, "low"),
            waiting(3, "medium"),
            waiting(5, "high"),
            waiting(4, "high"),
            waiting(9, "low", hazards={"gas": at(0)}),
            waiting(8, hazards={"fire": at(0)}),
            {"status": Status.OPEN, "answers": {"maintenance.priority": Answer("high")}},
            waiting(1),
        )
        assert await order(house) == [7, 6, 5, 4, 3, 2, 1, 9]  # danger suggests high where nothing is stated

    in_house(migrated_url, scenario)


def test_a_doubtful_priority_is_none(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await file(house, waiting(2, answers={"maintenance.priority": Answer("high", "doubtful")}), waiting(1, "low"))
        assert await order(house) == [2, 1]

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("only", [each for each in Only if each != Only.MINE])  # one agent has few: they stand in an index of their own
def test_the_queue_is_read_from_its_index(sqlite_url: str, only: Only) -> None:
    async def scenario(house: House) -> None:
        it = queue._WAITING[only].compile(house.database.engine)
        given = tuple(it.params[name] for name in it.positiontup or ())
        plan = await house.run(lambda connection: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {it}", given).all())
        assert "ix_ticket_queue" in str(plan)
        assert "TEMP B-TREE" not in str(plan)

    in_house(sqlite_url, scenario)


def test_parts_of_the_queue(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await file(
            house,
            waiting(1, "low"),
            waiting(2, "high"),
            waiting(3, hazards={"gas": at(0)}),
            waiting(4, "low", soon_late_at=at(60)),
            waiting(5, "medium", soon_late_at=at(61)),
            waiting(6, status=Status.INCOMPLETE),
            {"status": Status.OPEN, "soon_late_at": at(1), "assignee_id": 7},
            waiting(7, assignee_id=7),
            waiting(8, assignee_id=8),
        )

        async def part_of_it(only: Only) -> list[int]:
            return [entry.ticket.id for entry in await house.run(partial(queue.waiting, only=only, now=at(60), agent_id=7))]

        assert await part_of_it(Only.HIGH) == [3, 2]
        assert await part_of_it(Only.SOON_LATE) == [4]
        assert await part_of_it(Only.DRAFTS) == [6]
        assert await part_of_it(Only.MINE) == [8]
        assert await part_of_it(Only.ANY) == [3, 2, 5, 1, 4, 6, 8, 9]

    in_house(migrated_url, scenario)


def test_what_people_assign_goes_before_what_was_stated_and_that_before_what_the_problem_suggests(migrated_url: str) -> None:
    dry = {"maintenance.description": Answer("acabou a água do apartamento inteiro")}

    async def scenario(house: House) -> None:
        await file(
            house,
            waiting(1, "high", assigned_priority=Priority.LOW),
            waiting(2, answers=dry),
            waiting(3, answers=dry | {"maintenance.priority": Answer("medium")}),
            waiting(4, assigned_priority=Priority.HIGH),
            waiting(0),
        )
        assert await order(house) == [2, 4, 3, 1, 5]
        assert (await house.run(queue.waiting))[1].ticket.assigned_priority is Priority.HIGH

    in_house(migrated_url, scenario)


def test_one_ticket_with_all_that_belongs_to_it(migrated_url: str) -> None:
    def change(result: TurnResult, heard: list[Input], turn: Turn) -> TurnResult:
        return evolve(result, records=(Event("customer", "answer", result.tickets[0].id, after={"a": 1}),))

    async def scenario(house: House) -> None:
        house.turn.change = change
        await house.put(part("a", ids=(("name", "ana"), ("number", "+5511987651234"))), part("other", "bia"))
        await house.take()
        home, contact, contract = await house.run(link)
        file = await house.run(partial(queue.open_file, ticket_id=1))
        assert file is not None
        assert file.entry.ticket.contact_id == contact
        assert file.entry.contact is not None
        assert file.entry.contact.last_name == "Souza"
        assert file.entry.home == Home(home, "Rua A, 1", "ap 2", "tenant", "", "", contract)
        assert file.reporter == queue.Reporter("console", "ana", "+5511987651234")
        assert [(each.actor, each.act, each.after, each.at) for each in file.history] == [("customer", "answer", {"a": 1}, at(0))]
        assert [(each.author, each.text, each.inbox_id) for each in file.transcript] == [("customer", "a", 1), ("bot", "a", None)]
        assert await house.run(partial(queue.open_file, ticket_id=99)) is None

    def link(connection: Any) -> tuple[int, int, int]:
        home = homes.add(connection, "Rua A, 1", "ap 2")
        contact = contacts.register(connection, Individual(last_name="Souza", email="a@x.com.br"), START)
        contract = homes.add_contract(connection, home, {contact: "tenant"})
        ticket = tickets.read(tickets.by_ids(connection, [1])[1])
        tickets.save(connection, [(evolve(ticket, home_id=home, contact_id=contact, contract_id=contract), None)])
        return home, contact, contract

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "name, found",
    [
        ("#1", 1),
        ("2026-000002-9", 2),
        (" 2026-000002-9 ", 2),
        ("#9", None),
        ("#", None),
        ("#x", None),
        ("2026-1-1", None),
        ("#99999999999999999999", None),
    ],
)
def test_a_ticket_is_found_by_reference_or_number(migrated_url: str, name: str, found: int | None) -> None:
    async def scenario(house: House) -> None:
        await file(house, {}, {"reference": "2026-000002-9", "status": Status.OPEN})
        ticket = await house.run(partial(tickets.find, name=name))
        assert (ticket and ticket.id) == found

    in_house(migrated_url, scenario)


def test_the_newest_ticket_that_stands_at_a_home(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        home = await house.run(partial(homes.add, address="a"))
        of = {"home_id": home}
        await file(
            house,
            of | {"status": Status.OPEN, "reference": "1"},
            of | {"status": Status.IN_PROGRESS, "reference": "2"},
            of | {"status": Status.RESOLVED, "reference": "3"},
            of | {"status": Status.CANCELLED, "reference": "4"},
            of | {"status": Status.DRAFT},
            {"status": Status.OPEN, "reference": "6"},
        )

        async def at_home(*but: int) -> list[int]:
            return [each.id for each in await house.run(partial(tickets.open_at, home_id=home, but=but))]

        assert [await at_home(), await at_home(2), await at_home(1, 2)] == [[2, 1], [1], []]

    in_house(migrated_url, scenario)


def test_a_ticket_comes_back_whole(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await file(house, {}, {})
        home = await house.run(partial(homes.add, address="a"))
        changed = Ticket(
            2,
            filed_in=2,
            reply_to=1,
            state="review.summary",
            status=Status.SENT_BACK,
            answers={"individual.email": Answer("a@x.com", "confirmed", 3, "agent", at(1))},
            waived=("company_reachable",),
            origin="console",
            home_id=home,
            merged_into=1,
            submitted_at=at(1),
            opened_at=at(2),
            version=1,
        )
        await house.run(partial(tickets.save, changed=[(changed, None)]))
        assert await house.run(partial(tickets.find, name="#2")) == evolve(changed, version=changed.version + 2)

    in_house(migrated_url, scenario)
