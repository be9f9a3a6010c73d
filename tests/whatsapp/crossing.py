"""An agency whose customers are in WhatsApp and whose agents are in Telegram: both stand-ins, one database, one program between them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.programs import demo
from bot.programs.app import clock, opened
from core.permissions import Role
from storage import agents
from tests.platforms.agency import Clock
from tests.telegram import customers as there
from tests.telegram.platform import Telegram
from tests.telegram.server import serving as telegram_serving
from tests.telegram.shown import Shown as TelegramShown
from tests.whatsapp.agency import Agency, at_the_door
from tests.whatsapp.platform import WhatsApp
from tests.whatsapp.server import serving
from tests.whatsapp.shown import Shown

FILES = ("photo", "video", "voice", "audio", "document")
STEP_SECONDS = 0.05  # by which time goes on, twice at each look whether all is quiet: files on their way are waited for by the clock


@dataclass
class Crossing(Agency):
    clock: Clock

    @property
    def desk(self) -> Telegram:
        """Where its people work."""
        assert self.telegram
        return self.telegram

    def agent(self, person: there.Person) -> there.Customer:
        return there.Customer(self.desk, person)

    async def colleague(self, person: there.Person) -> there.Customer:
        """Opens the link of an agent, and has read the answer."""
        code = f"code-of-{person.first_name}"
        until, code_hash = self.clock() + timedelta(minutes=30), agents.hashed(code)
        await self.database.run(partial(agents.offer, name=person.first_name, code_hash=code_hash, expires_at=until, role=Role.AGENT))
        member = self.agent(person)
        member.start(code)
        await self.quiet()
        assert "posto de trabalho" in member.heard()[-1].text
        return member

    def bytes_shown(self, shown: TelegramShown | Shown) -> bytes:
        """Of the file that a message shows."""
        if isinstance(shown, Shown):
            file = self.whatsapp.files.find(shown.file)
            assert file is not None
            return file.content
        told = next(shown.message[kind] for kind in FILES if kind in shown.message)
        return self.desk.files.find((told[-1] if isinstance(told, list) else told)["file_id"]).content

    def brought(self) -> int | None:
        self.clock.move(STEP_SECONDS)
        return super().brought()


def crossing(url: str, folder: Path, scenario: Callable[[Crossing], Awaitable[None]], begins: datetime | None = None, **given: Any) -> None:
    """What is sent must keep to the limits of both platforms."""

    async def live() -> None:
        now = Clock(begins or clock())
        whatsapp, telegram = WhatsApp(clock=lambda: now().timestamp()), Telegram(clock=lambda: now().timestamp())
        async with serving(whatsapp), telegram_serving(telegram), opened(url) as database:
            await database.run(lambda connection: demo.seed(connection, clock()))
            async with at_the_door(whatsapp, database, now=now, files=folder, telegram=telegram, **given) as agency:
                await scenario(Crossing(**vars(agency), clock=now))
            assert whatsapp.violations == []
            assert telegram.violations == []

    asyncio.run(live())
