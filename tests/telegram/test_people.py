"""The chat in which the agency's people are told, and groups that are none of the bot's."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.programs import demo
from bot.programs.app import clock, opened
from storage.tables import inbox, outbox, ticket
from tests.telegram import faults
from tests.telegram.agency import JOAO, MARIA, SEVERINO, Agency, at_the_door, with_agency
from tests.telegram.chats import Chat
from tests.telegram.customers import Customer, Person
from tests.telegram.groups import founded, migrated
from tests.telegram.server import serving

OWNER = Person(7_100, "Bia")
DANGER = "socorro, cheiro forte de gás na cozinha"


def with_people(url: str, scenario: Callable[[Agency, Chat, Customer], Awaitable[None]]) -> None:
    """Runs it with a group of the agency's people, founded before the program begins."""

    async def live() -> None:
        async with serving() as telegram, opened(url) as database:
            owner = Customer(telegram, OWNER)
            group = founded(telegram, "Plantão", owner)
            await database.run(lambda connection: demo.seed(connection, clock()))
            async with at_the_door(telegram, database, alert_chat_id=str(group.id)) as agency:
                await agency.quiet()
                await scenario(agency, group, owner)
            assert telegram.violations == []

    asyncio.run(live())


def texts(chat: Chat) -> list[str]:
    return [message["text"] for message in chat.sent]


async def courtesies(agency: Agency) -> None:
    """All that is done beside the turns is over."""
    await agency.quiet()
    await asyncio.gather(*agency.channel._courtesies, return_exceptions=True)


def test_people_hear_of_danger_and_of_whoever_waits_for_them(migrated_url: str) -> None:
    async def scenario(agency: Agency, group: Chat, owner: Customer) -> None:
        maria, joao = agency.customer(MARIA), agency.customer(JOAO)
        maria.say(DANGER)
        joao.say("o chuveiro queimou")
        await agency.quiet()
        joao.say("atendente")
        await agency.quiet()
        danger, waits = texts(group)
        assert danger.startswith("PERIGO: gás")
        assert DANGER in danger
        assert "espera por uma pessoa" in waits
        assert group.sent[0]["entities"][0]["type"] == "bold"
        owner.within(group).say("já estou vendo")
        await courtesies(agency)
        assert len(group.sent) == 2  # neither answered nor left
        assert not group.closed
        assert len(await agency.column(inbox.c.id)) == 3

    with_people(migrated_url, scenario)


def test_people_are_told_where_their_group_has_moved_and_the_bot_stays_there(migrated_url: str) -> None:
    """A group that becomes a supergroup has another number: what was on its way goes there, and what comes later too."""

    async def scenario(agency: Agency, group: Chat, owner: Customer) -> None:
        bigger = migrated(agency.telegram, group, owner)
        agency.customer(MARIA).say(DANGER)
        await courtesies(agency)
        agency.customer(SEVERINO).say("fogo no apartamento do lado, muita fumaça")
        owner.within(bigger).say("a caminho")
        await courtesies(agency)
        assert [text.partition(" ·")[0] for text in texts(bigger)] == ["PERIGO: gás", "PERIGO: fogo"]
        assert texts(group) == []
        assert not bigger.closed
        assert {status for status, address in await agency.rows(outbox.c.status, outbox.c.address) if address == str(bigger.id)} == {"sent"}
        assert agency.telegram.made("leaveChat") == []

    with_people(migrated_url, scenario)


def test_an_alert_that_does_not_arrive_is_tried_for_as_long_as_somebody_may_mend_it(sqlite_url: str) -> None:
    async def scenario(agency: Agency, group: Chat, owner: Customer) -> None:
        agency.telegram.faults.add(faults.refused(403, "Forbidden: bot was kicked from the group chat"), "sendMessage", chat=group.id)
        agency.customer(MARIA).say(DANGER)

        async def waits() -> bool:
            return ("queued", "forbidden: bot was kicked from the group chat") in [
                (status, (reason or "").lower()) for status, reason in await agency.rows(outbox.c.status, outbox.c.reason)
            ]

        await agency.until(waits)
        assert await agency.column(ticket.c.danger) == [True]
        assert not [row for row in await agency.column(inbox.c.channel) if row == "delivery"]

    with_people(sqlite_url, scenario)


def test_in_other_groups_one_line_is_said_and_they_are_left(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        owner = Customer(agency.telegram, OWNER)
        group = founded(agency.telegram, "Condomínio", owner)
        await courtesies(agency)
        assert texts(group) == [f"Só em particular: {group.id}"]
        assert group.closed
        assert await agency.column(inbox.c.id) == []

    with_agency(sqlite_url, scenario)
