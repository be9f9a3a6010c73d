"""`zelador bench telegram`: whole reports over real HTTP, between a stand-in of Telegram and the real `zelador serve`.

The stand-in lives with the tests; whoever has only the package cannot run this.
"""

import asyncio
import os
import re
import signal
import socket
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sqlalchemy.engine import make_url

from bot.bench.database import place, sight
from bot.bench.figures import figure, line, megabytes, percentile
from bot.bench.talk import LAST, NOTHING, SCRIPT, Guest, guests
from bot.bench.verdict import tickets_by_person, wrong_answers
from bot.copy import copy
from bot.programs.app import fast_loop, run
from tests.telegram.customers import Customer, Person
from tests.telegram.platform import Telegram
from tests.telegram.server import serving

By = Literal["polling", "webhook"]

AIMS: Mapping[By, int] = {"polling": 330, "webhook": 380}  # µs of CPU a turn, with everything on
CALLS_KEPT = 1_000  # of the stand-in: a list that grows would slow it down
START_SECONDS, ANSWER_SECONDS = 30.0, 60.0
SCRIPT_BEGINS, NUMBER, SUMMARY = "start-kind", "identification-number", "review-summary"
WITHOUT_NUMBER = "Continuar sem"  # the button of somebody who does not send their number
KILLS, KILL_EVERY_SECONDS = 4, 4.0
PACED_PEOPLE, PAUSE_SECONDS = 100, 1.0  # each of whom speaks once a second
FIRST_ID = 10_000_000  # of the people as Telegram numbers them
ROOT = Path(__file__).parents[2]
# The program as it is, but that people may write as fast as they like: they wait for an answer and for nothing else. All pacing is done.
_PROGRAM = "from bot.handlers.telegram import channel; channel.CHAT_SECONDS = 0.0; from bot.cli import main; main()"
_USER_TICKS, _SYSTEM_TICKS = 11, 12  # fields of /proc/PID/stat behind the program's name, from 0
_RESIDENT = re.compile(r"VmRSS:\s+(\d+) kB")


@dataclass
class Served:
    """The program as a process, which may be killed and started again."""

    url: str
    telegram: Telegram
    by: By
    process: Process | None = None

    def __post_init__(self) -> None:
        self.port = _free_port()

    async def begin(self) -> None:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _PROGRAM,
            "serve",
            cwd=ROOT,
            env=self._environment(),
            stderr=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
        )
        assert self.process.stdout  # noqa: S101 (asked for above)
        async with asyncio.timeout(START_SECONDS):
            await self.process.stdout.readline()

    def _environment(self) -> dict[str, str]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ZELADOR_")}
        public = {"ZELADOR_PUBLIC_URL": f"http://127.0.0.1:{self.port}"} if self.by == "webhook" else {}
        return {
            **clean,
            **public,
            "ZELADOR_DATABASE_URL": self.url,
            "ZELADOR_DATA_DIR": str(Path(make_url(self.url).database or "").parent),
            "ZELADOR_PORT": str(self.port),
            "ZELADOR_TELEGRAM__TOKEN": self.telegram.token,
            "ZELADOR_TELEGRAM__API_BASE": self.telegram.url,
            "ZELADOR_TELEGRAM__PER_SECOND": "1000",
        }

    async def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.send_signal(how)
            await self.process.wait()

    def cpu_seconds(self) -> float:
        """User and system time; Linux only."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks = int(fields[_USER_TICKS]) + int(fields[_SYSTEM_TICKS])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Resident bytes."""
        found = _RESIDENT.search(Path(f"/proc/{self.pid}/status").read_text(encoding="ascii"))
        return int(found[1]) * 1024 if found else 0

    @property
    def pid(self) -> int:
        return self.process.pid if self.process else 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@asynccontextmanager
async def served(url: str, by: By) -> AsyncIterator[Served]:
    async with serving(Telegram(keep=CALLS_KEPT)) as telegram:
        telegram.webhook.retry_seconds = 0.1
        program = Served(url, telegram, by)
        await program.begin()
        try:
            yield program
        finally:
            await program.end()


class Talker:
    """Somebody who reports from the first word to the reference, and notes how long each answer took."""

    def __init__(self, telegram: Telegram, guest: Guest, pause_seconds: float = 0.0) -> None:
        self.guest, self._pause = guest, pause_seconds
        self.id = FIRST_ID + guest.number
        self._customer = Customer(telegram, Person(self.id, "Cliente"))
        self.waits: list[float] = []  # seconds; not that for the first answer, which gathers what comes within two seconds

        self.said = 0

    async def report(self) -> None:
        """A question that comes twice, since nobody knew whether it had arrived, is answered once."""
        self._customer.start()
        asked, answered, self.said = await self._asked(), set[str](), 1
        while asked != LAST:
            if asked in answered:
                asked = await self._asked()
            else:
                answered.add(asked)
                asked = await self._answer(asked)

    async def _answer(self, asked: str) -> str:
        """What is asked next."""
        await asyncio.sleep(self._pause)
        began = time.monotonic()
        self._customer.say(WITHOUT_NUMBER if asked == NUMBER else self.guest.says(NOTHING if asked == SCRIPT_BEGINS else asked))
        self.said += 1
        asked = await self._asked()
        self.waits.append(time.monotonic() - began)
        return asked

    async def _asked(self) -> str:
        text = (await self._customer.next_message(ANSWER_SECONDS)).text
        return next(question for question, words in _questions().items() if words in text)


@cache
def _questions() -> Mapping[str, str]:
    """By words id: what stands in the question and in no other."""
    say = copy("pt-BR").say
    plain = (SCRIPT_BEGINS, NUMBER, *(each for each in SCRIPT if each not in (NOTHING, SUMMARY)))
    return {LAST: "Protocolo", SUMMARY: "Posso enviar?", **{words: say(words).replace("*", "") for words in plain}}


async def _talk(program: Served, people: Iterator[Guest], count: int, at_once: int, pause_seconds: float = 0.0) -> list[Talker]:
    """So many reports, a number of them at once; a chat that is over is forgotten, since the stand-in keeps every message."""
    talkers = [Talker(program.telegram, guest, pause_seconds) for guest in islice(people, count)]
    places = asyncio.Semaphore(at_once)

    async def one(talker: Talker) -> None:
        async with places:
            await talker.report()
            program.telegram.chats.pop(talker.id, None)

    await asyncio.gather(*map(one, talkers))
    return talkers


# ── the figures ──────────────────────────────────────────────────────────────


def bench_telegram(talks: int, rounds: int, many: int, ways: Collection[By] = AIMS.keys()) -> bool:
    """Prints CPU a turn, how long an answer takes, memory, and what became of all reports; returns whether all is well."""
    is_good = True
    for by in ways:
        with place(None) as url:
            is_good &= bool(run(_by(url, by, talks, rounds, many), fast_loop))
    return is_good


async def _by(url: str, by: By, talks: int, rounds: int, many: int) -> bool:
    people, finished = guests(), list[Talker]()
    async with sight(url) as look, served(url, by) as program:
        print(f"{by}: {talks} reports at once over real HTTP; {await look.engine()}; sending included")
        finished += await _talk(program, people, talks // 4 or 1, talks)  # all that is made once is made
        print(
            figure(
                "CPU of the program a turn", [await _cpu(program, people, talks, finished) for _ in range(rounds)], "µs", f"<= {AIMS[by]}"
            )
        )
        paced = await _talk(program, people, PACED_PEOPLE, PACED_PEOPLE, PAUSE_SECONDS)
        waits = [1e3 * wait for talker in paced for wait in talker.waits]
        print(line(f"at {PACED_PEOPLE} a second, p50 / p99", f"{percentile(waits, 0.5):.1f} / {percentile(waits, 0.99):.1f} ms"))
        finished += [*paced, *await _talk(program, people, max(0, many - len(finished)), talks)]
        print(line(f"memory after {len(finished)} talks", f"RSS {megabytes(program.memory())}"))
        finished += await _killed(program, people, talks)
        return _told(await tickets_by_person(look), finished)


async def _cpu(program: Served, people: Iterator[Guest], talks: int, finished: list[Talker]) -> float:
    before = program.cpu_seconds()
    talkers = await _talk(program, people, talks, talks)
    finished += talkers
    return (program.cpu_seconds() - before) / sum(each.said for each in talkers) * 1e6


async def _killed(program: Served, people: Iterator[Guest], talks: int) -> list[Talker]:
    """The program is killed in the middle of it all, and begun again."""
    talking = asyncio.create_task(_talk(program, people, talks, talks, pause_seconds=KILL_EVERY_SECONDS / 5))
    for _ in range(KILLS):
        await asyncio.sleep(KILL_EVERY_SECONDS / 2)
        await program.end(signal.SIGKILL)
        await program.begin()
    return await talking


def _told(tickets: Mapping[str, list[Mapping[str, Any]]], finished: Sequence[Talker]) -> bool:
    found = [(each.guest, tickets.get(str(each.id), [])) for each in finished]
    counts = {
        "talks without a ticket": sum(not made for _, made in found),
        "tickets doubled": sum(len(made) > 1 for _, made in found),
        "answers in a wrong field": sum(wrong_answers(guest, made[0]) for guest, made in found if made),
    }
    for name, count in counts.items():
        print(line(f"{name}, {KILLS} kills", f"{count} of {len(finished)}", "0"))
    return not any(counts.values())
