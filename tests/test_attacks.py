"""Who is no agent does nothing that agents do, whatever is sent: tickets, owners and history stay, and nothing of others is said."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.desk.ears import VERBS
from bot.ingest import ingest
from bot.programs.app import clock, means
from bot.settings import Settings
from bot.worker import TurnsFailedError, take_turns
from core.messages import Command, Part
from core.permissions import ACTS, Role
from core.tickets import BY_PHONE
from storage import agents, inbox
from storage.database import Database, connect
from storage.tables import agent, agent_identity, conversation, event, identity, ticket
from storage.tables import inbox as inboxes
from tests.chats import zelador
from tests.house import START
from tests.telegram.agency import MARIA, Agency, with_agency
from tests.telegram.colleagues import ANA, BIA, RUI, colleague
from tests.telegram.customers import Customer, Person
from tests.telegram.groups import founded
from tests.telegram.haste import WAITS

CAIO = Person(7_099, "Caio", phone="5511900000099")
PROBLEM = "a pia da cozinha está vazando muito"
SECRETS = ("pia da cozinha", "Maria", "Marcos", "Helena", "Souza", "Padaria", "@exemplo", "98765", "já vamos")
LISTS = ("fila", "fila alta", "proximo", "meus", "plantao", "novo souza", "chamado #1", "ajuda")
FORGED = (
    "c1:approve:abc",
    "c1:claim:",
    "c0::",
    "q0:next:",
    "t1:view:",
    "s1:send:",
    "p1:0",
    "p2:0",
    "p999999:0",
    "p2:>0",
    "p",
    "",
    "🔥" * 16,
)


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name, wait in WAITS:
        monkeypatch.setattr(where, name, wait)


@dataclass
class Scene:
    """Bia has Maria's talk about ticket 1; Caio is nobody."""

    agency: Agency
    url: str
    folder: Path
    bia: Customer
    maria: Customer
    caio: Customer

    async def run(self, work: Callable[[Connection], Any]) -> Any:
        return await self.agency.database.run(work)


_KEPT = [column for column in ticket.c if column is not ticket.c.version]  # every turn writes one, also one that refuses
Attack = Callable[[Scene], Awaitable[None]]


def others(connection: Connection, attacker: int) -> dict[str, Any]:
    """All that an agent's act would change, less what somebody may do in a talk of their own."""
    own = select(identity.c.conversation_id).where(identity.c.value == str(attacker))
    acts = select(event.c.actor, event.c.act).where(event.c.act.in_([*ACTS, "link"]), event.c.actor != "customer")
    owners = select(conversation.c.id, conversation.c.agent_id, conversation.c.address)
    return {
        "tickets": connection.execute(select(*_KEPT).where(ticket.c.filed_in.not_in(own)).order_by(ticket.c.id)).all(),
        "owners": connection.execute(owners.where(conversation.c.id.not_in(own)).order_by(conversation.c.id)).all(),
        "own": connection.execute(
            select(conversation.c.agent_id).where(conversation.c.id.in_(own), conversation.c.agent_id.is_not(None))
        ).all(),
        "acts": connection.execute(acts.order_by(event.c.id)).all(),
        "agents": connection.execute(select(agent.c.name, agent.c.role, agent.c.chat_id, agent.c.removed_at).order_by(agent.c.id)).all(),
        "links": connection.execute(select(agent_identity).order_by(agent_identity.c.identity_id)).all(),
    }


async def staged(agency: Agency, url: str, folder: Path) -> Scene:
    bia, maria = await colleague(agency, BIA), agency.customer(MARIA)
    maria.say(PROBLEM)
    await agency.quiet()
    bia.say("/assumir #1")
    await agency.quiet()
    bia.say("já vamos", answers=bia.heard()[-1].message)
    await agency.quiet()
    return Scene(agency, url, folder, bia, maria, agency.customer(CAIO))


async def is_in_vain(scene: Scene, attack: Attack, attacker: Customer) -> None:
    customers = len(scene.maria.heard())
    before = await scene.run(partial(others, attacker=attacker.person.id))
    heard = len(attacker.heard())
    await attack(scene)
    await scene.agency.quiet()
    assert await scene.run(partial(others, attacker=attacker.person.id)) == before
    told = "\n".join(each.text for each in attacker.heard()[heard:])
    assert [each for each in SECRETS if each in told] == []
    assert len(scene.maria.heard()) == customers


# ── somebody who never was an agent ──────────────────────────────────────────


async def slash_commands(scene: Scene) -> None:
    """Of every verb, by number, as a reply, and with what it needs."""
    scene.caio.say("oi")
    await scene.agency.quiet()
    answered = scene.caio.heard()[-1].message
    for verb in VERBS:
        scene.caio.say(f"/{verb} #1 alta")
        scene.caio.say(f"/{verb}", answers=answered)
    for command in LISTS:
        scene.caio.say(f"/{command}")


async def forged_callbacks(scene: Scene) -> None:
    scene.caio.say("a torneira pinga")
    await scene.agency.quiet()
    for data in FORGED:
        scene.caio.touch(data, scene.caio.heard()[-1].id)
        await scene.agency.quiet()
    scene.caio.touch(FORGED[0], 999_999)


async def forwarded_messages(scene: Scene) -> None:
    """What agents and customers said, brought along, and replied to as if it stood here."""
    card = scene.bia.heard()[-1]
    scene.caio.forward("/assumir #1", BIA)
    there = scene.caio.forward(card.text.replace("pia", ""), BIA)
    for answers in (there, card.message, scene.maria.heard()[-1].message):
        scene.caio.say("/devolver", answers=answers)
        scene.caio.say("estou aqui", answers=answers)
        scene.caio.say("// uma nota", answers=answers)


async def edited_messages(scene: Scene) -> None:
    said = scene.caio.say("oi")
    await scene.agency.quiet()
    for verb in VERBS:
        scene.caio.edit(said, f"/{verb} #1")


async def wrong_links(scene: Scene) -> None:
    """Guessed, used, overlong, expired, and one that a newer link has replaced."""
    over = partial(agents.offer, name="Rui", code_hash=agents.hashed("over"), expires_at=clock() - timedelta(seconds=1))
    await scene.run(over)
    for code in ("over", "code-of-Bia", "x" * 64, "Bia", "agent", "1"):
        scene.caio.start(code)
    await scene.agency.quiet()
    for code in ("first", "second"):
        await scene.run(partial(agents.offer, name="Rui", code_hash=agents.hashed(code), expires_at=clock() + timedelta(minutes=30)))
    scene.caio.start("first")


async def contact_cards(scene: Scene) -> None:
    """Bia's card, and an own card with the number that she is called by."""
    scene.caio.forward_contact("5511944440001", "Bia", BIA.id)
    scene.caio.forward_contact("5511944440001", "Bia")
    impostor = Customer(scene.agency.telegram, Person(CAIO.id, "Bia", phone="5511944440001"))
    impostor.share_contact()
    impostor.say("/assumir #1")


async def words_in_a_group(scene: Scene) -> None:
    """Nor is anybody an agent there: rights are for private chats."""
    group = founded(scene.agency.telegram, "Central", scene.caio)
    await scene.run(partial(agents.offer, name="Rui", code_hash=agents.hashed("rui"), expires_at=clock() + timedelta(minutes=30)))
    for person in (scene.caio, scene.bia):
        there = person.within(group)
        there.say("/devolver #1")
        there.say("/start rui")


ATTACKS: Mapping[str, Attack] = {
    each.__name__: each
    for each in (slash_commands, forged_callbacks, forwarded_messages, edited_messages, wrong_links, contact_cards, words_in_a_group)
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_customers_chat_reaches_no_act(migrated_url: str, tmp_path: Path, name: str) -> None:
    async def scenario(agency: Agency) -> None:
        scene = await staged(agency, migrated_url, tmp_path)
        named = partial(agents.offer, name="Bia", code_hash=agents.hashed("never"), expires_at=clock(), phone="+5511944440001")
        await scene.run(named)
        await scene.run(partial(agents.offer, name="Rui", code_hash=agents.hashed("never, too"), expires_at=clock()))
        await is_in_vain(scene, ATTACKS[name], scene.caio)

    with_agency(migrated_url, scenario)


def test_a_link_that_two_open_at_once_makes_one_agent(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        offered = partial(agents.offer, name="Rui", code_hash=agents.hashed("once"), expires_at=clock() + timedelta(minutes=30))
        await agency.database.run(offered)
        both = [agency.customer(person) for person in (RUI, CAIO)]
        for each in both:
            each.start("once")
        await agency.quiet()
        assert [count for (count,) in await agency.rows(func.count(agent_identity.c.identity_id))] == [1]
        assert sum("posto de trabalho" in each.heard()[-1].text for each in both) == 1

    with_agency(migrated_url, scenario)


# ── somebody who was one ─────────────────────────────────────────────────────


async def removed(scene: Scene, name: str) -> None:
    """As the command line does it, while the program serves."""
    done = await asyncio.to_thread(zelador, scene.folder, "agent", "remove", name, ZELADOR_DATABASE_URL=scene.url)
    assert done.returncode == 0, done.stderr
    await scene.agency.quiet()


def test_who_is_an_agent_no_more_does_nothing_more(migrated_url: str, tmp_path: Path) -> None:
    """By words, by replies, by buttons, in the call that stood open, and by acts that were under way when the rights ended."""

    async def scenario(agency: Agency) -> None:
        scene = await staged(agency, migrated_url, tmp_path)
        await colleague(agency, ANA, Role.SUPERVISOR)
        number = next(each.id for each in await scene.run(agents.here) if each.name == "Bia")
        scene.bia.say("/novo souza")  # a caller is on the phone
        await agency.quiet()
        call = await scene.run(_calls)
        assert len(call) == 1
        await removed(scene, "Bia")
        assert await agency.column(conversation.c.agent_id) == [None] * 3

        async def afterwards(scene: Scene) -> None:
            relayed = next(each for each in scene.bia.heard() if "é seu" in each.text)
            for words in ("1", "Confere", "/continuar #2", "/assumir #1"):
                scene.bia.say(words)
            scene.bia.say("ainda estou aqui", answers=relayed.message)
            for data in ("c1:claim:abc", "p2:0"):
                scene.bia.touch(data, relayed.id)
            rows = [await ordered(scene, act, number) for act in VERBS.values()]
            await scene.agency.quiet()
            results = [await scene.run(partial(inbox.result_of, inbox_id=row)) for row in rows]
            assert {each.result for each in results} == {"refused"}

        await is_in_vain(scene, afterwards, scene.bia)
        assert await scene.run(_calls) == call

    with_agency(migrated_url, scenario)


def _calls(connection: Connection) -> Any:
    """What agents register by phone, in whatever chat."""
    return connection.execute(select(*_KEPT).where(ticket.c.origin == BY_PHONE)).all()


async def ordered(scene: Scene, act: str, agent_id: int) -> int:
    """The second half of an act, whose first half was when the agent still was one."""
    order = Command(act, 1, "Bia", agent_id, {"text": "ainda"})
    row = await scene.run(partial(inbox.put_command, command=order, external_id=f"late:{act}", now=clock()))
    scene.agency.bells.worker.ring()
    return int(row)


def test_what_an_agent_wrote_before_and_is_heard_after_the_removal_is_a_customers(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Agency) -> None:
        scene = await staged(agency, migrated_url, tmp_path)
        bia = next(each for each in await scene.run(agents.here) if each.name == "Bia")

        def at_once(connection: Connection) -> None:
            """The message is stored in the very transaction in which the rights end."""
            body = {"message": {"message_id": 77, "chat": scene.bia.chat.shape, "from": BIA.user, "date": 0, "text": "/devolver #1"}}
            part = Part("telegram", agency.channel.account, "990077", body, (("user", str(BIA.id)),), str(BIA.id))
            ingest(connection, [part], clock())
            agents.remove(connection, bia.id, clock())

        async def late(scene: Scene) -> None:
            scene.agency.bells.worker.ring()

        await scene.run(at_once)
        await is_in_vain(scene, late, scene.bia)

    with_agency(migrated_url, scenario)


# ── chats that come to somebody else ─────────────────────────────────────────


def by_number(text: str, *ids: tuple[str, str]) -> Part:
    """On a channel that knows people by a number, and later by an id that is stronger."""
    return Part("console", "", text, {"kind": "text", "text": text}, ids, ids[0][1], waits=False)


async def linked_by_number(database: Database) -> tuple[int, int]:
    """Bia, by her number alone. Returns her agent's id and her conversation."""

    def link(connection: Connection) -> tuple[int, int]:
        number = agents.offer(connection, "Bia", agents.hashed("code"), START + timedelta(minutes=30))
        ingest(connection, [by_number("oi", ("number", "+5511944440001"))], START)
        row = connection.execute(select(inboxes.c.id, inboxes.c.conversation_id)).one()
        agents.link(connection, agents.hashed("code"), row.id, START)
        return number, int(row.conversation_id)

    return await database.run(link)


def with_database(url: str, scenario: Callable[[Database], Awaitable[None]]) -> None:
    async def live() -> None:
        database = connect(url)
        try:
            await scenario(database)
        finally:
            await database.close()

    asyncio.run(live())


async def worked(database: Database) -> None:
    """All turns are taken, those that fail as often as they are tried."""
    by, now, alone = means(Settings()), START, None
    for _ in range(20):
        now += timedelta(seconds=15)
        try:
            taken = await database.run(partial(take_turns, now=now, means=by, alone=alone))
            alone = taken.suspect
        except TurnsFailedError as failure:
            count = partial(inbox.count_failure, ids=failure.inbox_ids, now=now, rest=inbox.REST, reason="raised")
            await database.run(count)


def test_a_number_that_was_an_agents_brings_nobody_into_that_chat(migrated_url: str) -> None:
    async def scenario(database: Database) -> None:
        _, chat = await linked_by_number(database)
        await worked(database)
        stranger = by_number("/assumir #1", ("name", "estranho"), ("number", "+5511944440001"))
        await database.run(partial(ingest, parts=[stranger], now=START))
        await worked(database)
        rows = await database.run(lambda connection: connection.execute(select(identity.c.kind, identity.c.conversation_id)).all())
        assert {kind for kind, there in rows if there == chat} == set()
        assert len({there for _, there in rows}) == 1
        assert [each.at for each in await database.run(agents.here)] == [None]  # to be linked anew
        again = by_number("/assumir #1 já", ("number", "+5511944440001"))
        await database.run(partial(ingest, parts=[again], now=START))
        await worked(database)
        assert await database.run(lambda connection: connection.scalar(select(func.count()).select_from(agent_identity))) == 0

    with_database(migrated_url, scenario)


def test_a_merge_that_names_an_agents_chat_is_put_aside(migrated_url: str) -> None:
    async def scenario(database: Database) -> None:
        _, chat = await linked_by_number(database)
        await worked(database)

        def merge(connection: Connection) -> None:
            who = connection.scalar(select(identity.c.id))
            row = inbox.Arrival("merge", "", "7+8", chat, "", '{"with": 2}', START, START, who)
            inbox.put(connection, [row])

        await database.run(merge)
        await worked(database)
        kept = await database.run(lambda connection: connection.execute(select(inboxes.c.channel, inboxes.c.result)).all())
        assert dict(kept)["merge"] == "parked"
        assert await database.run(lambda connection: connection.scalars(select(ticket.c.status)).all()) in ([], ["cancelled"])
        assert [each.at is not None for each in await database.run(agents.here)] == [True]
        told = await database.run(lambda connection: connection.scalars(select(event.c.act)).all())
        assert "parked" in told

    with_database(migrated_url, scenario)
