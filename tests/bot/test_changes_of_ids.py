"""The platform says that a person has other ids now: the talk stays theirs, and the old ids are nobody's (decision 0701)."""

import asyncio
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.turn import take_turn
from core.contacts import Individual
from core.messages import Call, Part
from core.permissions import Role
from storage import agents, contacts, identities, outbox
from storage.outbox import Departure
from storage.tables import agent_identity, conversation, disowned, identity, inbox
from storage.tables import outbox as sends
from tests.house import START, House, at, in_house, part

ANA, BIA = ("user_id", "BR.1"), ("user_id", "BR.2")
ANEW = ("user_id", "BR.11")
OLD, NEW = ("number", "+5511987650001"), ("number", "+5521987650002")


def wrote(text: str, *ids: tuple[str, str], **more: Any) -> Part:
    """On a channel where people are written to by their number, without its plus, or by their user id."""
    address = next((value for kind, value in ids if kind == "number"), ids[0][1]).removeprefix("+")
    return Part("console", "", text, {"text": text}, ids, address, waits=False, **more)


def changed(text: str, *ids: tuple[str, str], former: tuple[tuple[str, str], ...]) -> Part:
    return wrote(text, *ids, former=former)


async def talks(house: House) -> dict[str, int]:
    """By external id: the conversation; of people's own words."""
    rows = select(inbox.c.external_id, inbox.c.conversation_id).where(inbox.c.channel == "console")
    return {row[0]: row[1] for row in await house.rows(rows)}


async def ids_of(house: House, number: int) -> set[tuple[str, str]]:
    rows = await house.rows(select(identity.c.kind, identity.c.value).where(identity.c.conversation_id == number))
    return {(kind, value) for kind, value in rows}


async def unreachable(house: House) -> list[int]:
    """The conversations that are told that nothing reaches their person."""
    rows = await house.rows(select(inbox.c.conversation_id, inbox.c.part).where(inbox.c.channel == "delivery"))
    assert all(row[1]["dead"] for row in rows)
    return [row[0] for row in rows]


def test_the_talk_stays_and_the_old_ids_are_free(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        await house.take()
        await house.put(changed("b", ANEW, NEW, former=(ANA, OLD)))
        await house.take()
        await house.put(wrote("c", ANEW, NEW), wrote("d", BIA, OLD))
        of = await talks(house)
        assert of["a"] == of["b"] == of["c"] != of["d"]
        assert await ids_of(house, of["a"]) == {ANEW, NEW}
        assert await house.run(partial(identities.numbers, conversation_ids=[of["a"]])) == {of["a"]: NEW[1]}
        assert await house.column(conversation.c.address) == [NEW[1][1:], OLD[1][1:]]
        await house.take()
        assert await unreachable(house) == []

    in_house(migrated_url, scenario)


@pytest.mark.parametrize(
    "ids, former",
    [
        ((NEW,), (OLD,)),  # an older message, which names no user id
        ((NEW,), (ANA, OLD)),  # the new one comes with the next words
        ((ANEW,), (ANA,)),
        ((ANEW, OLD), (OLD,)),  # only told: whoever has this number has another user id
        ((ANEW, NEW), (("number", "+551187650001"),)),  # the old number, as it was spelled once
    ],
)
def test_what_a_change_tells_is_enough(migrated_url: str, ids: tuple[tuple[str, str], ...], former: tuple[tuple[str, str], ...]) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        await house.put(changed("b", *ids, former=former), wrote("c", *ids))
        of = await talks(house)
        assert of["a"] == of["b"] == of["c"]
        await house.put(wrote("d", ANEW, *[each for each in ids if each[0] == "number"]))
        assert (await talks(house))["d"] == of["a"]

    in_house(migrated_url, scenario)


def test_a_change_twice_and_after_the_next_one_changes_nothing(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        first = changed("b", ANEW, NEW, former=(ANA, OLD))
        await house.put(first, changed("c", ("user_id", "BR.12"), ("number", "+5531987650003"), former=(ANEW, NEW)))
        await house.put(first)
        of = await talks(house)
        assert of["a"] == of["b"] == of["c"]

    in_house(migrated_url, scenario)


def test_of_somebody_unknown_a_change_begins_their_talk(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(changed("b", ANEW, NEW, former=(ANA, OLD)), wrote("c", ANEW, NEW))
        of = await talks(house)
        assert of["b"] == of["c"]
        assert await ids_of(house, of["b"]) == {ANEW, NEW}

    in_house(migrated_url, scenario)


def test_words_from_the_new_number_before_the_change_was_told(migrated_url: str) -> None:
    """Two talks of one person stay two: from now on all leads to the older one, and people look after the other."""

    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        await house.put(wrote("b", ANEW, NEW))
        await house.put(changed("c", ANEW, NEW, former=(ANA, OLD)), wrote("d", ANEW, NEW))
        of = await talks(house)
        assert of["a"] == of["c"] == of["d"] != of["b"]
        assert await ids_of(house, of["b"]) == set()
        assert await unreachable(house) == [of["b"]]

    in_house(migrated_url, scenario)


def test_a_number_that_was_somebody_elses_brings_nobody_into_that_talk(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD), wrote("b", BIA, NEW))
        await house.put(changed("c", ANEW, NEW, former=(ANA, OLD)), wrote("d", ANEW, NEW), wrote("e", BIA))
        of = await talks(house)
        assert of["a"] == of["c"] == of["d"] != of["b"] == of["e"]
        assert await ids_of(house, of["b"]) == {BIA}

    in_house(migrated_url, scenario)


def test_an_old_number_that_is_somebody_elses_by_now_stays_theirs(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        await house.put(wrote("b", BIA, OLD))
        await house.put(changed("c", ANEW, NEW, former=(ANA, OLD)), wrote("d", OLD))
        of = await talks(house)
        assert of["a"] == of["c"] != of["b"] == of["d"]

    in_house(migrated_url, scenario)


def test_what_waits_for_the_old_address_goes_to_the_new_one(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        call, old = Call("text", "oi"), OLD[1][1:]
        rows = [Departure(1, 9, ordinal, "console", "", old, "note", call, at(5)) for ordinal in range(2)]
        await house.run(partial(outbox.put, departures=rows))
        await house.run(
            lambda connection: connection.execute(sends.update().where(sends.c.ordinal == 0).values(status="sent", due_at=None))
        )
        await house.put(changed("b", ANEW, NEW, former=(ANA, OLD)))
        assert await house.column(sends.c.address) == [old, NEW[1][1:]]
        assert (await house.column(sends.c.due_at))[1] == at(5)

    in_house(migrated_url, scenario)


def test_nothing_goes_to_a_number_that_was_given_to_somebody_else(migrated_url: str) -> None:
    """Without a word of the platform: who had it is reached no more, until they write again."""

    async def scenario(house: House) -> None:
        house.turn = take_turn  # type: ignore[assignment]
        await house.put(wrote("oi", ANA, OLD))
        await house.take()
        await house.put(wrote("a pia vaza", BIA, OLD), seconds=60)
        await house.take(60)
        assert await unreachable(house) == [1]
        assert [bool(each) for each in await house.column(conversation.c.unreachable_since)] == [True, False]
        assert await house.column(sends.c.status) == ["cancelled", "queued"]
        await house.put(wrote("voltei", ANA), seconds=90)
        await house.take(90)
        assert await house.column(conversation.c.unreachable_since) == [None, None]
        assert await house.column(conversation.c.address) == [ANA[1], OLD[1][1:]]

    in_house(migrated_url, scenario)


def test_what_a_person_said_of_their_old_number_ends_with_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))

        def disown(connection: Connection) -> None:
            number = contacts.register(connection, Individual(last_name="Prado", email="ana@exemplo.com.br"), START)
            identities.disown(connection, 1, number, START)

        await house.run(disown)
        await house.put(changed("b", ANEW, NEW, former=(ANA, OLD)))
        assert await house.rows(select(func.count()).select_from(disowned)) == [(0,)]

    in_house(migrated_url, scenario)


async def link(house: House, external_id: str, name: str = "Bia", role: Role = Role.AGENT) -> None:
    """Whoever wrote that is an agent."""

    def make(connection: Connection) -> None:
        agents.offer(connection, name, agents.hashed("code"), at(60), role=role)
        row: int = connection.scalars(select(inbox.c.id).where(inbox.c.external_id == external_id)).one()
        agents.link(connection, agents.hashed("code"), row, START)

    await house.run(make)


def test_an_agents_chat_takes_no_new_ids_along(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        await link(house, "a")
        await house.put(changed("b", ANEW, NEW, former=(ANA, OLD)), wrote("c", ANEW, NEW), wrote("d", BIA, OLD))
        of = await talks(house)
        assert len({of["a"], of["b"], of["d"]}) == 3
        assert of["b"] == of["c"]
        assert await house.rows(select(func.count()).select_from(agent_identity)) == [(0,)]
        assert [each.at for each in await house.run(agents.here)] == [None]

    in_house(migrated_url, scenario)


def test_admins_hear_who_is_to_be_linked_anew(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        house.turn = take_turn  # type: ignore[assignment]
        boss, colleague = ("user_id", "BR.8"), ("user_id", "BR.9")
        await house.put(wrote("a", ANA, OLD), wrote("b", boss), wrote("c", colleague))
        for external_id, name, role in (("a", "Bia", Role.AGENT), ("b", "Eva", Role.ADMIN), ("c", "Rui", Role.SUPERVISOR)):
            await link(house, external_id, name, role)
        await house.take()
        await house.put(changed("d", ANEW, NEW, former=(ANA, OLD)), seconds=9)
        while await house.take(9):
            pass
        told = [(each.address, each.call.words) for each in await house.rows(select(sends.c.address, sends.c.call).order_by(sends.c.id))]
        assert [each for each in told if each[1] == "desk-lost-link"] == [("BR.8", "desk-lost-link")]
        assert "desk-unlinked" not in {words for _, words in told}  # it may be somebody else who reads there

    in_house(migrated_url, scenario)


def test_a_customer_becomes_no_agent_by_a_change(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD), wrote("b", ANEW, NEW))
        await link(house, "b")
        await house.put(changed("c", ANEW, NEW, former=(ANA, OLD)), wrote("d", ANA))
        of = await talks(house)
        assert of["b"] == of["c"] not in (of["a"], of["d"])
        assert await ids_of(house, of["a"]) == set()
        assert await unreachable(house) == [of["a"]]
        assert len(await house.rows(select(agent_identity.c.identity_id))) == 1

    in_house(migrated_url, scenario)


def test_whoever_has_the_number_of_an_agent_by_a_change_is_none(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD), wrote("b", NEW))
        await link(house, "b")
        await house.put(changed("c", ANEW, NEW, former=(ANA, OLD)))
        of = await talks(house)
        assert of["c"] == of["a"]
        assert await house.rows(select(func.count()).select_from(agent_identity)) == [(0,)]

    in_house(migrated_url, scenario)


def test_first_words_and_a_change_at_once(migrated_url: str) -> None:
    """On PostgreSQL the losers of the race run again."""

    async def scenario(house: House) -> None:
        await house.put(wrote("a", ANA, OLD))
        change = changed("b", ANEW, NEW, former=(ANA, OLD))
        await asyncio.gather(*[house.put(each) for each in (change, wrote("c", ANEW, NEW), wrote("d", ANA, OLD), wrote("e", NEW))])
        await house.put(wrote("f", ANEW, NEW))
        of = await talks(house)
        assert of["a"] == of["b"] == of["f"]

    in_house(migrated_url, scenario)


def test_nobody_is_told_of_an_address_that_was_only_a_number(migrated_url: str) -> None:
    """On a channel whose addresses are its own a number may go to another person without a word."""

    async def scenario(house: House) -> None:
        await house.put(part("a", ids=(("name", "ana"), OLD)))
        await house.put(part("b", "bia", ids=(("name", "bia"), OLD)))
        assert await unreachable(house) == []

    in_house(migrated_url, scenario)
