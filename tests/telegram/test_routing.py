"""Whoever looks after a contract has its tickets first; at half of the target for the first reply they are everyone's."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy import update

from bot.programs import demo
from bot.programs.app import clock, opened
from storage.tables import agent, contract
from tests.platforms.agency import Clock
from tests.platforms.reporting import report
from tests.telegram.agency import MARCOS, at_the_door
from tests.telegram.colleagues import ANA, BIA, colleague
from tests.telegram.desk import cards
from tests.telegram.server import serving

AFTERNOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # a Tuesday, 14h in São Paulo
BEGAN = clock()
HOUR = 60 * 60.0  # half of the target of a medium ticket
IS_ANA = update(agent).where(agent.c.name == "Ana").values(external_id="G7")
KNOWN = {
    "identification-number": "Enviar meu número",
    "maintenance-priority": "Média",
    "maintenance-visits": "Qualquer horário",
    "review-summary": "Enviar",
}


class Running(Clock):
    """Goes on by itself."""

    def __call__(self) -> datetime:
        return self.now + (clock() - BEGAN)


def test_the_account_manager_has_it_alone_for_half_of_the_target(migrated_url: str) -> None:
    async def live() -> None:
        now = Running(AFTERNOON)
        async with serving() as telegram, opened(migrated_url) as database:
            await database.run(lambda connection: demo.seed(connection, now()))
            async with at_the_door(telegram, database, now=now, routing="account_manager") as agency:
                bia, ana = await colleague(agency, BIA), await colleague(agency, ANA)
                await database.run(lambda connection: connection.execute(update(contract).values(account_manager="G7")))
                await database.run(
                    lambda connection: connection.execute(update(agent).where(agent.c.name == "Ana").values(external_id="G7"))
                )
                await report(agency.customer(MARCOS), "o chuveiro não esquenta desde ontem", KNOWN)
                await agency.quiet()
                assert (len(cards(ana)), len(cards(bia))) == (1, 0)
                now.move(HOUR + 60)

                async def is_brought() -> bool:
                    return bool(cards(bia))

                await agency.until(is_brought)
                await agency.quiet()
                assert (len(cards(ana)), len(cards(bia))) == (1, 1)

    asyncio.run(live())
