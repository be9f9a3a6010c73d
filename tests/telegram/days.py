"""A day at the agency, told line by line: who writes, who taps, what each of them reads; the clock stands where the play puts it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.programs import demo
from bot.programs.app import opened
from core.permissions import Role
from storage import agents
from tests.channels.ringing import Telephone, telephone
from tests.platforms.agency import Clock
from tests.telegram.agency import Agency, at_the_door
from tests.telegram.calls import JSON
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving
from tests.telegram.shown import Shown

AFTERNOON, NIGHT = datetime(2026, 11, 26, 18, 0, tzinfo=UTC), datetime(2026, 11, 27, 1, 0, tzinfo=UTC)  # 15h and 22h of a Thursday


@dataclass
class Day:
    telegram: Telegram
    agency: Agency
    clock: Clock
    telephone: Telephone

    def __getitem__(self, person: Person) -> Customer:
        return Customer(self.telegram, person)

    async def links(self, person: Person, role: Role = Role.AGENT, phone: str | None = None) -> None:
        """Whoever has a phone here is on call."""
        until, code = self.clock() + timedelta(minutes=30), agents.hashed(person.first_name)
        offer = partial(agents.offer, name=person.first_name, code_hash=code, expires_at=until, role=role, phone=phone)
        number = await self.agency.database.run(offer)
        await self.agency.database.run(partial(agents.set_on_call, agent_id=number, on_call=phone is not None))
        self[person].start(person.first_name)
        await self.goes_on()

    async def goes_on(self) -> None:
        """All that was written is heard and answered; two seconds are over."""

        async def is_there() -> bool:
            return not self.telegram.updates.waiting

        await self.agency.until(is_there)
        self.clock.move(2)
        await self.agency.quiet()

    async def says(self, person: Person, text: str, to: str | None = None) -> str:
        """In answer to the newest message that has `to` in it. Gives the last that this person reads then."""
        self[person].say(text, answers=None if to is None else self.sees(person, to).message)
        await self.goes_on()
        return self.reads(person)

    async def talks(self, person: Person, *lines: str) -> str:
        return [await self.says(person, line) for line in lines][-1]

    async def taps(self, person: Person, label: str, on: Shown | None = None) -> str:
        self[person].tap(label, on=on)
        await self.goes_on()
        return self.reads(person)

    async def at_once(self, *written: Callable[[], JSON | list[JSON]]) -> None:
        """Nobody waits for anybody."""
        for write in written:
            write()
        await self.goes_on()

    async def hears(self, person: Person, part: str) -> None:
        """What a timer brings: nobody says when it will be there."""

        async def is_there() -> bool:
            return part in self.reads(person)

        await self.agency.until(is_there)
        await self.agency.quiet()

    def reads(self, person: Person) -> str:
        return self[person].heard()[-1].text

    def sees(self, person: Person, part: str) -> Shown:
        """The newest message to this person with that in it."""
        return next(each for each in reversed(self[person].heard()) if part in each.text)

    def was_told(self, person: Person, part: str) -> bool:
        return any(part in each.text for each in self[person].heard())

    def card(self, person: Person, name: str) -> Shown:
        """Of that ticket, which begins it."""
        return next(each for each in reversed(self[person].heard()) if each.text.startswith(f"{name} · "))

    def count(self, person: Person) -> int:
        return len(self[person].heard())


Play = Callable[[Day], Awaitable[None]]


def lived(url: str, *plays: Play, begins: datetime = AFTERNOON) -> None:
    """Between two plays the program ends, and begins again."""

    async def live() -> None:
        clock = Clock(begins)
        telegram = Telegram(clock=lambda: clock().timestamp())
        async with serving(telegram), opened(url) as database, telephone() as there:
            await database.run(lambda connection: demo.seed(connection, clock()))
            for play in plays:
                async with at_the_door(telegram, database, now=clock, telephone=there.url) as agency:
                    await play(Day(telegram, agency, clock, there))
            assert telegram.violations == []

    asyncio.run(live())
