"""Acts of several agents at the same moment, over both engines: one wins, the others hear why."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import select

from bot.copy import copy
from bot.turn import take_turn
from core.messages import Command
from core.permissions import Role
from core.records import evolve
from core.tickets import Status
from storage import agents, inbox, tickets
from storage.database import connect
from storage.tables import contact, conversation, event, message, ticket
from tests.bot.desk_acts import REGISTERED
from tests.house import House, at, in_house, part

SAY = copy("pt-BR", agency="Imobiliária", notice="").say
MANY = 50  # agents who want the same ticket (issue 7, point 4)


async def agency(house: House, *lines: str, staff: int = 2) -> list[int]:
    """A customer's report, as far as these lines go, and as many agents."""
    house.turn = take_turn  # type: ignore[assignment]
    house.say = SAY
    for number, line in enumerate(lines):
        await house.put(part(line, external_id=str(number)), seconds=20 * number)
        await house.take(20 * number)
    offer = partial(agents.offer, expires_at=at(0), role=Role.AGENT)
    return [await house.run(partial(offer, name=f"Agente {number}", code_hash=str(number))) for number in range(staff)]


async def give(house: House, act: str, agent: int, given: Mapping[str, Any] | None = None) -> int:
    command = Command(act, 1, f"Agente {agent}", agent, given or {})
    return await house.run(partial(inbox.put_command, command=command, external_id=f"{act}:{agent}:{len(given or {})}", now=at(900)))


async def results(house: House, rows: list[int]) -> list[inbox.Answered]:
    found = [await house.run(partial(inbox.result_of, inbox_id=row)) for row in rows]
    return [each for each in found if each is not None]


def test_of_fifty_who_claim_at_once_one_has_it(migrated_url: str) -> None:
    """F15. Several processes put and take at the same time."""

    async def claim(house: House, agent: int) -> int:
        database = connect(migrated_url)
        try:
            other = House(database)
            other.turn, other.say = house.turn, house.say
            row = await give(other, "claim", agent)
            await other.take(900)
        finally:
            await database.close()
        return row

    async def scenario(house: House) -> None:
        staff = await agency(house, "a pia está vazando", staff=MANY)
        rows: list[int] = []
        for start in range(0, MANY, 10):
            rows += await asyncio.gather(*(claim(house, agent) for agent in staff[start : start + 10]))
        while await house.take(900):
            pass
        answered = await results(house, rows)
        assert Counter(each.result for each in answered) == {"done": 1, "conflict": MANY - 1}
        (winner,) = [agent for agent, each in zip(staff, answered, strict=True) if each.result == "done"]
        assert await house.column(conversation.c.agent_id) == [winner]
        assert (await house.column(event.c.act)).count("claim") == 1

    in_house(migrated_url, scenario)


def test_two_who_approve_at_once_write_one_contact(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        ana, bia = await agency(house, *REGISTERED)
        rows = [await give(house, "approve", agent) for agent in (ana, bia)]
        assert await house.take(900) == 1
        first, second = await results(house, rows)
        assert (first.result, second.result, "está aberto" in second.reason) == ("done", "refused", True)
        assert len(await house.column(contact.c.id)) == 1
        assert await house.column(ticket.c.status) == ["open"]

    in_house(migrated_url, scenario)


def test_what_an_agent_says_stands_under_their_name(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        ana, _ = await agency(house, "a pia está vazando")
        await give(house, "claim", ana)
        await give(house, "say", ana, {"text": "Boa tarde!"})
        await house.take(900)
        said = await house.rows(select(message.c.author, message.c.text).order_by(message.c.id))
        assert said[-1] == (f"Agente {ana}", "Boa tarde!")
        assert said[0] == ("customer", "a pia está vazando")

    in_house(migrated_url, scenario)


def test_a_note_that_was_not_sent_is_found_and_sent_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        ana, bia = await agency(house, "a pia está vazando")
        await give(house, "say", ana, {"text": "Já vou aí"})
        rows = [await give(house, "send", bia), await give(house, "send", ana)]
        await house.take(900)
        assert [each.result for each in await results(house, rows)] == ["refused", "done"]
        rows = [await give(house, "send", ana, {"again": 1})]
        await house.take(901)
        assert [each.result for each in await results(house, rows)] == ["refused"]
        assert "Já vou aí" in await house.column(message.c.text)

    in_house(migrated_url, scenario)


def test_a_take_over_before_any_session_is_heard(migrated_url: str) -> None:
    """F14: a ticket that was written for somebody, whose talk nobody has begun."""

    async def scenario(house: House) -> None:
        ana, _ = await agency(house, "a pia está vazando")
        await house.run(lambda connection: tickets.save(connection, [(evolve(_read(connection), status=Status.OPEN), None)]))
        await house.run(lambda connection: connection.execute(conversation.update().values(open_prompt=None, ticket_id=None)))
        row = await give(house, "claim", ana)
        assert await house.take(900) == 1
        assert [each.result for each in await results(house, [row])] == ["done"]
        assert await house.column(conversation.c.owner) == ["agent"]

    def _read(connection: Any) -> Any:
        return tickets.read(tickets.by_ids(connection, [1])[1])

    in_house(migrated_url, scenario)
