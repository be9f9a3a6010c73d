"""F7 on WhatsApp: `zelador serve` killed at each step of a talk; what is reported afterwards keeps it from saying anything twice."""

import asyncio
import contextlib
from pathlib import Path

import aiohttp

from storage.database import connect
from storage.tables import inbox, outbox, ticket
from tests.faults import killing
from tests.faults.serving import Served, of_whatsapp
from tests.platforms import faults
from tests.platforms.changes import PATIENCE_SECONDS
from tests.platforms.faults import Fault
from tests.platforms.intakes import PROBLEM, STORED_TENANT, TENANT, form
from tests.platforms.reporting import go_on
from tests.whatsapp.agency import MARIA
from tests.whatsapp.customers import Customer
from tests.whatsapp.platform import VERIFY, WhatsApp
from tests.whatsapp.server import serving

CALLBACK = "/whatsapp/webhook"
REPORTS = ("sent", "delivered")


class Talk(killing.Talk):
    customer: Customer
    gone = "delivered"

    @property
    def _whatsapp(self) -> WhatsApp:
        return self.customer.whatsapp

    @property
    def waiting(self) -> int:
        return len(self._whatsapp.webhook.waiting)

    @property
    def brought(self) -> int:
        return self._whatsapp.webhook.deliveries

    @property
    def sends(self) -> int:
        return len(self._whatsapp.made("messages"))

    def fail(self, fault: Fault) -> None:
        """What becomes of it is not reported before the program lives again."""
        self._whatsapp.faults.add(fault, "messages")
        self._whatsapp.reports = ()

    def lives_again(self) -> None:
        self._whatsapp.reports = REPORTS
        super().lives_again()

    async def sending(self) -> None:
        """The answer has arrived; the program does not know it, hears it from the platform, and says nothing again."""
        await self.dies_in_a_send(faults.unanswered, arrives=True)
        self._whatsapp.sent[self.customer.chat.unread[-1]].report("delivered")
        self.reply(await self.is_asked())

    async def hearing_a_status(self) -> None:
        """Brought, and not stored: that somebody has read it is known all the same."""
        shown = await self.is_asked()
        row = (await self.column(outbox.c.id))[-1]
        async with killing.locked(self._served.url):
            before = self.brought
            self.customer.read()

            async def brought() -> bool:
                return self.brought > before

            await self.dies_when(brought)
        self.lives_again()

        async def is_read() -> bool:
            return bool((await self.column(outbox.c.status))[row - 1] == "read")

        await self.comes_to_be(is_read)
        self.reply(shown)


async def registered(whatsapp: WhatsApp, served: Served) -> None:
    """As soon as somebody answers there."""
    whatsapp.webhook.retry_seconds = whatsapp.webhook.retry_most_seconds = 0.05
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not whatsapp.webhook.url:
            with contextlib.suppress(aiohttp.ClientError):
                await whatsapp.webhook.register(served.address + CALLBACK, VERIFY)
            await asyncio.sleep(killing.LOOK_SECONDS)


async def report_with_kills(folder: Path, url: str) -> None:
    async with serving() as whatsapp:
        served, database = Served(folder, url, of_whatsapp(whatsapp)), connect(url)
        try:
            await registered(whatsapp, served)
            talk = Talk(Customer(whatsapp, MARIA), PROBLEM, TENANT, served, database)
            await talk.waiting_to_be_heard()
            await talk.receiving()
            await talk.between_commit_and_send()
            await talk.sending()
            await talk.hearing_a_status()
            await go_on(talk.customer, TENANT)
            await whatsapp.webhook.all_taken()
            await asyncio.to_thread(served.stop)
            await all_is_well(talk)
        finally:
            served.end()
            await database.close()
        assert whatsapp.violations == []


async def all_is_well(talk: Talk) -> None:
    assert set(await talk.column(inbox.c.result)) == {"done"}
    assert set(await talk.column(outbox.c.status)) <= {"delivered", "read"}
    assert len(talk.customer.heard()) == len(await talk.column(outbox.c.id))
    (answers,) = await talk.column(ticket.c.answers)
    assert form(answers) == STORED_TENANT


def test_f07_a_kill_at_each_step_of_a_talk(tmp_path: Path, migrated_url: str) -> None:
    asyncio.run(report_with_kills(tmp_path, migrated_url))
