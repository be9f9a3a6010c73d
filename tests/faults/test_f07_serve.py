"""F7: `zelador serve` killed at each step of a talk over HTTP, by polling and by webhook: nothing is lost, and nothing counts twice."""

import asyncio
from pathlib import Path

import pytest

from storage.database import connect
from storage.tables import inbox, outbox, ticket
from tests.faults import killing
from tests.faults.serving import Served, of_telegram
from tests.platforms import faults
from tests.platforms.faults import Fault
from tests.platforms.reporting import go_on
from tests.telegram.agency import MARIA
from tests.telegram.customers import Customer
from tests.telegram.intakes import PROBLEM, STORED, TENANT, form
from tests.telegram.platform import Telegram
from tests.telegram.server import serving


class Talk(killing.Talk):
    customer: Customer
    gone = "sent"

    @property
    def _telegram(self) -> Telegram:
        return self.customer.telegram

    @property
    def waiting(self) -> int:
        return len(self._telegram.updates.waiting)

    @property
    def brought(self) -> int:
        return self._telegram.webhook.deliveries + sum(bool(call.result) for call in self._telegram.made("getUpdates"))

    @property
    def sends(self) -> int:
        return len(self._telegram.made("sendMessage"))

    def fail(self, fault: Fault) -> None:
        self._telegram.faults.add(fault, "sendMessage")

    async def sending(self) -> None:
        """The answer has arrived; the program does not know it, and says it again."""
        await self.dies_in_a_send(faults.unanswered, arrives=True)
        first = await self.customer.next_message()
        again = await self.is_asked()
        assert again.text == first.text
        self.reply(first)


async def report_with_kills(folder: Path, url: str, *, by_webhook: bool) -> None:
    async with serving() as telegram:
        telegram.webhook.retry_seconds = telegram.webhook.retry_most_seconds = 0.05
        served, database = Served(folder, url, of_telegram(telegram, by_webhook=by_webhook)), connect(url)
        try:
            talk = Talk(Customer(telegram, MARIA), PROBLEM, TENANT, served, database)
            await talk.waiting_to_be_heard()
            await talk.receiving()
            await talk.between_commit_and_send()
            await talk.sending()
            await go_on(talk.customer, TENANT)
            await asyncio.to_thread(served.stop)
            await all_is_well(talk)
        finally:
            served.end()
            await database.close()
        assert telegram.violations == []


async def all_is_well(talk: Talk) -> None:
    assert set(await talk.column(inbox.c.result)) == {"done"}
    assert set(await talk.column(outbox.c.status)) == {"sent"}
    assert sum(await talk.column(outbox.c.attempts)) == 2
    assert len(talk.customer.heard()) == len(await talk.column(outbox.c.id)) + 1
    (answers,) = await talk.column(ticket.c.answers)
    assert form(answers) == STORED[MARIA]


@pytest.mark.parametrize("by_webhook", [False, True], ids=["polling", "webhook"])
def test_f07_a_kill_at_each_step_of_a_talk(tmp_path: Path, migrated_url: str, by_webhook: bool) -> None:
    asyncio.run(report_with_kills(tmp_path, migrated_url, by_webhook=by_webhook))
