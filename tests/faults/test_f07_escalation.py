"""F7: `zelador serve` killed while a danger is told to more and more people: no telephone rings twice, and nobody is forgotten."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, update

from core.permissions import Role
from storage import agents
from storage.database import Database, connect
from storage.tables import hazard_alert, inbox, outbox, timer
from tests.channels.ringing import SECRET, Telephone, telephone
from tests.faults.serving import Served, of_telegram
from tests.platforms.agency import BUSY
from tests.platforms.changes import PATIENCE_SECONDS
from tests.telegram import faults
from tests.telegram.agency import MARIA
from tests.telegram.customers import Customer, Person
from tests.telegram.desk import cards
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

BIA, CAIO, DORA = Person(7_100, "Bia"), Person(7_101, "Caio"), Person(7_102, "Dora")  # the first two are on call, Dora is a supervisor
PHONES = {BIA: "+5511987650021", CAIO: "+5511987650022"}
DANGER = "socorro, cheiro forte de gás na cozinha"
FIVE_MINUTES = timedelta(minutes=5)
OVER = frozenset({"sent", "cancelled"})  # a card that a newer one took the place of
LOOK_SECONDS = 0.01


@dataclass
class Night:
    telegram: Telegram
    telephone: Telephone
    served: Served
    database: Database

    def __getitem__(self, person: Person) -> Customer:
        return Customer(self.telegram, person)

    async def rows(self, *columns: Any) -> Sequence[Any]:
        return await self.database.run(lambda connection: connection.execute(select(*columns).order_by(columns[0].table.c.id)).all())

    async def column(self, column: Any) -> list[Any]:
        return [row[0] for row in await self.rows(column)]

    async def until(self, so: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not await so():  # noqa: ASYNC110 (another process is looked at from outside)
                await asyncio.sleep(LOOK_SECONDS)

    async def links(self, person: Person) -> None:
        role, phone = (Role.AGENT, PHONES[person]) if person in PHONES else (Role.SUPERVISOR, None)
        until, code = datetime.now(UTC) + timedelta(minutes=30), agents.hashed(person.first_name)
        offer = partial(agents.offer, name=person.first_name, code_hash=code, expires_at=until, role=role, phone=phone)
        number = await self.database.run(offer)
        await self.database.run(partial(agents.set_on_call, agent_id=number, on_call=phone is not None))
        self[person].start(person.first_name)
        await self.quiet()

    async def five_minutes_pass(self) -> None:
        """All that is written down happened, and will be due, five minutes earlier."""
        await self.database.run(_move_back)

    async def is_killed_in_the_middle(self, of: str, reached: Callable[[], bool], rows: int = 1) -> None:
        """Once all has gone but so many rows that are under way to this address, and have `reached` the far end."""

        async def only_that_is_under_way() -> bool:
            left = [row for row in await self.rows(outbox.c.address, outbox.c.status) if row.status not in OVER]
            return reached() and [*map(tuple, left)] == [(of, "sending")] * rows

        await self.until(only_that_is_under_way)
        await asyncio.to_thread(self.served.kill)
        self.served.begin()

    async def quiet(self) -> None:
        async def nothing_waits() -> bool:
            return not self.telegram.updates.waiting and not await self.database.run(lambda connection: connection.scalar(BUSY))

        await self.until(nothing_waits)

    def alerts(self, person: Person) -> list[str]:
        """How each began that this person sees."""
        return [each.text.partition(":")[0] for each in self[person].heard() if each.text.startswith(("PERIGO", "NINGUÉM"))]


def _move_back(connection: Connection) -> None:
    for number, raised_at in connection.execute(select(hazard_alert.c.id, hazard_alert.c.raised_at)).all():
        connection.execute(update(hazard_alert).where(hazard_alert.c.id == number).values(raised_at=raised_at - FIVE_MINUTES))
    for *key, due_at in connection.execute(select(timer.c.conversation_id, timer.c.ticket_id, timer.c.kind, timer.c.due_at)).all():
        is_it = [column == value for column, value in zip(timer.primary_key, key, strict=True)]
        connection.execute(update(timer).where(*is_it).values(due_at=due_at - FIVE_MINUTES))


async def nobody_takes_it_on(folder: Path, url: str) -> None:
    async with serving() as telegram, telephone() as rings:
        alarms = {"ALERTS__WEBHOOK_URL": rings.url, "ALERTS__WEBHOOK_SECRET": SECRET}
        served = Served(folder, url, {**of_telegram(telegram, by_webhook=False), **alarms})
        night = Night(telegram, rings, served, connect(url))
        try:
            for person in (BIA, CAIO, DORA):
                await night.links(person)
            await dies_while_the_danger_is_told(night)
            await dies_while_a_telephone_rings(night)
            await dies_while_a_supervisor_is_told(night)
            await asyncio.to_thread(served.stop)
            assert set(await night.column(inbox.c.result)) == {"done"}
            assert {*await night.column(outbox.c.status)} <= OVER
        finally:
            served.end()
            await night.database.close()
        assert telegram.violations == []


async def dies_while_the_danger_is_told(night: Night) -> None:
    """One of two who are on call has not heard of it: neither the card has come nor the alarm, which passes by it."""
    until = asyncio.Event()
    night.telegram.faults.add(faults.unheard(until), "sendMessage", chat=CAIO.id, times=2)
    night[MARIA].say(DANGER)
    await night.is_killed_in_the_middle(str(CAIO.id), lambda: not night.telegram.faults.left, rows=2)
    until.set()
    await night.quiet()
    assert (night.alerts(BIA), night.alerts(CAIO), night.alerts(DORA)) == (["PERIGO"], ["PERIGO"], [])
    assert len(cards(night[BIA])) == len(cards(night[CAIO])) == 1
    assert night.telephone.heard == []


async def dies_while_a_telephone_rings(night: Night) -> None:
    """It was told; the program does not know it, and says it again under the same id."""
    night.telephone.hangs = until = asyncio.Event()
    await night.five_minutes_pass()
    await night.is_killed_in_the_middle(PHONES[BIA], lambda: bool(night.telephone.heard))
    night.telephone.hangs = None
    until.set()
    await night.quiet()
    assert len(night.telephone.heard) == 2
    assert night.telephone.rung == [PHONES[BIA]]


async def dies_while_a_supervisor_is_told(night: Night) -> None:
    until = asyncio.Event()
    night.telegram.faults.add(faults.unheard(until), "sendMessage", chat=DORA.id)
    await night.five_minutes_pass()
    await night.is_killed_in_the_middle(str(DORA.id), lambda: not night.telegram.faults.left)
    until.set()
    await night.quiet()
    assert night.telephone.rung == [PHONES[BIA], PHONES[CAIO]]
    assert len(night.telephone.heard) == 3
    assert night.alerts(DORA) == ["NINGUÉM ASSUMIU EM 10 MINUTOS"]
    assert night.alerts(BIA) == night.alerts(CAIO) == ["PERIGO"]


def test_f07_an_escalation_goes_on_wherever_it_was_cut(tmp_path: Path, migrated_url: str) -> None:
    asyncio.run(nobody_takes_it_on(tmp_path, migrated_url))
