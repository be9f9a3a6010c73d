"""`zelador bench telegram`: whole reports over real HTTP, between a stand-in of Telegram and the real `zelador serve`.

The stand-in lives with the tests; whoever has only the package cannot run this.
"""

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from typing import Literal

from bot.bench.database import place, sight
from bot.bench.reports import ANSWER_SECONDS, Day
from bot.bench.served import Served, free_port
from bot.bench.talk import Guest
from bot.programs.app import fast_loop, run
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

By = Literal["polling", "webhook"]

AIMS: Mapping[By, int] = {"polling": 330, "webhook": 380}  # µs of CPU a turn, with everything on
CALLS_KEPT = 1_000  # of the stand-in: a list that grows would slow it down
PACED_PEOPLE = 100
FIRST_ID = 10_000_000  # of the people as Telegram numbers them
LOOSENS = "from bot.handlers.telegram import channel; channel.CHAT_SECONDS = 0.0"  # all pacing is done


class Phone:
    def __init__(self, telegram: Telegram, guest: Guest) -> None:
        self._telegram, self._id = telegram, FIRST_ID + guest.number
        self._customer = Customer(telegram, Person(self._id, "Cliente"))
        self.known_as = str(self._id)

    def begin(self) -> None:
        self._customer.start()

    def say(self, text: str) -> None:
        self._customer.say(text)

    async def hear(self) -> str:
        return (await self._customer.next_message(ANSWER_SECONDS)).text

    def forget(self) -> None:
        self._telegram.chats.pop(self._id, None)


@asynccontextmanager
async def day(url: str, by: By) -> AsyncIterator[Day]:
    async with serving(Telegram(keep=CALLS_KEPT)) as telegram:
        telegram.webhook.retry_seconds = 0.1
        port = free_port()
        settings = {
            "TELEGRAM__TOKEN": telegram.token,
            "TELEGRAM__API_BASE": telegram.url,
            "TELEGRAM__PER_SECOND": "1000",
            **({"PUBLIC_URL": f"http://127.0.0.1:{port}"} if by == "webhook" else {}),
        }
        program = Served(url, settings, LOOSENS, port)
        await program.begin()
        try:
            yield Day(program, lambda guest: Phone(telegram, guest))
        finally:
            await program.end()


def bench_telegram(talks: int, rounds: int, many: int, ways: Collection[By] = AIMS.keys()) -> bool:
    """Prints CPU a turn, how long an answer takes, memory, and what became of all reports; returns whether all is well."""
    is_good = True
    for by in ways:
        with place(None) as url:
            is_good &= bool(run(_by(url, by, talks, rounds, many), fast_loop))
    return is_good


async def _by(url: str, by: By, talks: int, rounds: int, many: int) -> bool:
    async with sight(url) as look, day(url, by) as reports:
        print(f"{by}: {talks} reports at once over real HTTP; {await look.engine()}; sending included")
        await reports.tell_cpu(talks, rounds, AIMS[by])
        await reports.tell_waits(PACED_PEOPLE)
        await reports.tell_memory(many, talks)
        await reports.be_killed(talks)
        return await reports.tell_counts(look)
