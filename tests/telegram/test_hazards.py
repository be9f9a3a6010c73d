"""A danger that nobody takes on: from the customer's words to a telephone that rings, with the clock moved on."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from starlette.responses import Response

from bot.programs import demo
from bot.programs.app import opened
from core.permissions import Role
from storage import agents
from storage.database import Database
from storage.tables import hazard_alert, outbox, ticket, timer
from tests.channels.ringing import Telephone, telephone
from tests.platforms.agency import Clock
from tests.telegram.agency import MARIA, ON_CALL, Agency, at_the_door
from tests.telegram.chats import Chat
from tests.telegram.customers import Customer, Person
from tests.telegram.groups import founded
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

BIA, CAIO, DORA = Person(7_100, "Bia"), Person(7_101, "Caio"), Person(7_102, "Dora")  # Dora is a supervisor
PHONES = {"Bia": "+5511987650021", "Caio": "+5511987650022"}  # of those on call
DANGER = "socorro, cheiro forte de gás na cozinha"
MINUTE = 60.0


@dataclass
class Scene:
    """A group of the agency's people, three of them with chats of their own, a telephone, and a clock that is moved."""

    telegram: Telegram
    database: Database
    telephone: Telephone
    group: Chat
    clock: Clock
    agency: Agency

    def __getitem__(self, person: Person) -> Customer:
        return Customer(self.telegram, person)

    async def links(self, *people: Person) -> None:
        for each in people:
            role, phone = Role.SUPERVISOR if each is DORA else Role.AGENT, PHONES.get(each.first_name)
            until = self.clock() + timedelta(minutes=30)
            code = agents.hashed(each.first_name)
            offer = partial(agents.offer, name=each.first_name, code_hash=code, expires_at=until, role=role, phone=phone)
            number = await self.database.run(offer)
            await self.database.run(partial(agents.set_on_call, agent_id=number, on_call=phone is not None))
            self[each].start(each.first_name)
            await self.heard()

    async def heard(self) -> None:
        """What was written is there; after two seconds more nothing else is waited for."""

        async def is_there() -> bool:
            return not self.telegram.updates.waiting

        await self.agency.until(is_there)
        self.clock.move(2)
        await self.agency.quiet()

    async def danger(self) -> None:
        self[MARIA].say(DANGER)
        await self.heard()

    async def passes(self, minutes: float, left: int) -> None:
        """Until so many escalations are still to come."""
        self.clock.move(minutes * MINUTE)

        async def rang() -> bool:
            return len([kind for (kind,) in await self.agency.rows(timer.c.kind) if kind.startswith("alert")]) == left

        await self.agency.until(rang)
        await self.agency.quiet()

    def cards(self, person: Person) -> list[str]:
        """The last line of each alert that this person sees, and the button under it."""
        alerts = [each for each in self[person].heard() if each.text.startswith(("PERIGO", "NINGUÉM"))]
        return [" ".join((each.text.splitlines()[-1], *each.buttons)) for each in alerts]

    async def column(self, column: object) -> list[object]:
        return await self.agency.column(column)

    async def report(self, column: object) -> object:
        """Of the ticket of this danger, which is the newest."""
        return (await self.column(column))[-1]


Play = Callable[[Scene], Awaitable[None]]


def played(url: str, *acts: Play, people: tuple[Person, ...] = (BIA, CAIO, DORA)) -> None:
    """Between two acts the program ends, and begins again."""

    async def live() -> None:
        clock = Clock()
        async with serving() as telegram, opened(url) as database, telephone() as there:
            group = founded(telegram, "Plantão", Customer(telegram, BIA))
            await database.run(lambda connection: demo.seed(connection, clock()))
            for number, act in enumerate(acts):
                async with at_the_door(telegram, database, now=clock, telephone=there.url, alert_chat_id=str(group.id)) as agency:
                    scene = Scene(telegram, database, there, group, clock, agency)
                    if not number:
                        await scene.links(*people)
                    await act(scene)
            assert telegram.violations == []

    asyncio.run(live())


def test_a_danger_that_nobody_takes_on_rings_and_rings_again(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        assert scene.telephone.heard == []
        assert scene.cards(BIA) == scene.cards(CAIO) == [f"“{DANGER}” Estou cuidando"]
        assert scene.cards(DORA) == []
        await scene.passes(5, left=1)
        assert scene.telephone.rung == [PHONES["Bia"]]
        assert scene.cards(DORA) == []
        await scene.passes(5, left=0)
        assert scene.telephone.rung == [PHONES["Bia"], PHONES["Caio"]]
        assert all(each.is_ours for each in scene.telephone.heard)
        assert [each.body["step"] for each in scene.telephone.heard] == [1, 2]
        assert scene.telephone.heard[0].body["words"] == DANGER
        assert scene.cards(DORA) == [f"“{DANGER}” Estou cuidando"]
        told = [message["text"].partition(" ·")[0] for message in scene.group.sent]
        assert told == ["PERIGO: gás", "NINGUÉM ASSUMIU EM 5 MINUTOS: gás", "NINGUÉM ASSUMIU EM 10 MINUTOS: gás"]

    played(migrated_url, scenario)


def test_without_anybody_linked_the_group_is_told_and_the_agencys_own_number_rings(sqlite_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        await scene.passes(5, left=1)
        assert scene.telephone.rung == [ON_CALL]
        assert len(scene.group.sent) == 2

    played(sqlite_url, scenario, people=())


def test_who_takes_it_on_is_named_on_every_card_and_nothing_rings(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        scene[CAIO].tap("Estou cuidando")
        await scene.heard()
        assert scene.cards(BIA) == scene.cards(CAIO) == ["✓ Caio está cuidando"]
        assert scene.group.messages[scene.group.sent[0]["message_id"]]["text"].endswith("✓ Caio está cuidando")
        assert not [kind for (kind,) in await scene.agency.rows(timer.c.kind) if kind.startswith("alert")]
        scene.clock.move(11 * MINUTE)
        await scene.agency.quiet()
        assert scene.telephone.heard == []
        assert await scene.report(ticket.c.danger) is True

    played(migrated_url, scenario)


def test_the_button_in_the_teams_group_is_for_agents_only(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        alert, said = scene.group.sent[0]["message_id"], len(scene[MARIA].heard())
        scene[Person(7_200, "Otávio")].within(scene.group).tap("Estou cuidando")
        scene[MARIA].within(scene.group).tap("Estou cuidando")
        await scene.heard()
        assert await scene.column(hazard_alert.c.acknowledged_by) == [None]
        assert len(scene[MARIA].heard()) == said
        scene[DORA].within(scene.group).tap("Estou cuidando")
        await scene.heard()
        assert await scene.column(hazard_alert.c.acknowledged_by) == ["Dora"]
        assert scene.group.messages[alert]["text"].endswith("✓ Dora está cuidando")
        assert len(await scene.column(ticket.c.id)) == 1  # a stranger's tap begins no report

    played(migrated_url, scenario)


def test_of_two_who_take_it_on_the_second_reads_who_was_first(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        card = scene[BIA].heard()[-1]
        scene[CAIO].tap("Estou cuidando")
        await scene.heard()
        scene[BIA].touch(str(card.inline[0]["callback_data"]), card.id)
        await scene.heard()
        assert scene[BIA].heard()[-1].text == "Caio já está cuidando disso."

    played(migrated_url, scenario)


def test_the_danger_ends_by_the_word_of_a_person(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        reference = await scene.report(ticket.c.reference)
        scene[DORA].say(f"/perigo encerrado {reference}")
        await scene.heard()
        assert await scene.report(ticket.c.danger) is True
        assert "como se sabe" in scene[DORA].heard()[-1].text
        scene[DORA].say(f"/perigo encerrado {reference} os bombeiros fecharam o gás")
        await scene.heard()
        assert await scene.report(ticket.c.danger) is False
        assert scene.cards(BIA) == ["✓ Perigo encerrado por Dora: os bombeiros fecharam o gás"]
        assert await scene.column(hazard_alert.c.ended_by) == ["Dora"]

    played(migrated_url, scenario)


def test_an_escalation_outlives_the_program(migrated_url: str) -> None:
    async def later(scene: Scene) -> None:
        scene.clock.move(6 * MINUTE)  # while nothing ran
        await scene.passes(0, left=1)
        assert scene.telephone.rung == [PHONES["Bia"]]

    played(migrated_url, Scene.danger, later)


def test_a_telephone_that_fails_is_tried_again_and_once_it_refuses_people_read_it(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        scene.telephone.answers += [Response(status_code=503), Response(status_code=410)]
        await scene.danger()
        scene.clock.move(5 * MINUTE)

        async def tried() -> bool:
            return ("queued", "HTTP 503") in [tuple(row) for row in await scene.agency.rows(outbox.c.status, outbox.c.reason)]

        await scene.agency.until(tried)
        scene.clock.move(3)
        await scene.agency.quiet()
        assert [each.headers["webhook-id"] for each in scene.telephone.heard] == [scene.telephone.heard[0].body["id"]] * 2
        assert scene[BIA].heard()[-1].text.startswith("Não consegui fazer tocar o telefone do plantão")
        assert ("failed", "HTTP 410") in [tuple(row) for row in await scene.agency.rows(outbox.c.status, outbox.c.reason)]

    played(migrated_url, scenario)


def test_what_is_to_ring_is_taken_back_once_somebody_sees_to_it(migrated_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        scene.telephone.answers.append(Response(status_code=503))
        await scene.danger()
        scene.clock.move(5 * MINUTE)

        async def tried() -> bool:
            return "HTTP 503" in await scene.column(outbox.c.reason)

        await scene.agency.until(tried)
        scene[BIA].tap("Estou cuidando")

        async def cancelled() -> bool:
            return "cancelled" in await scene.column(outbox.c.status)

        await scene.agency.until(cancelled)
        await scene.heard()
        assert len(scene.telephone.heard) == 1

    played(migrated_url, scenario)


def test_a_customer_takes_on_no_danger_whatever_is_sent(sqlite_url: str) -> None:
    async def scenario(scene: Scene) -> None:
        await scene.danger()
        number = await scene.report(ticket.c.id)
        reference = await scene.report(ticket.c.reference)
        maria = scene[MARIA]
        for act in ("acknowledge", "end_hazard", "unlink"):
            maria.touch(f"c{number}:{act}", maria.heard()[-1].id)
        maria.say(f"/cuidando {reference}")
        maria.say(f"/perigo encerrado {reference} já passou")
        await scene.heard()
        assert await scene.column(hazard_alert.c.acknowledged_at) == [None]
        assert await scene.report(ticket.c.danger) is True

    played(sqlite_url, scenario)
