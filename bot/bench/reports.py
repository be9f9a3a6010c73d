"""Whole reports over a real channel: people who talk from the first word to the reference, what that costs, and whether all is there."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, Protocol

from bot.bench.database import Sight
from bot.bench.figures import figure, line, megabytes, percentile
from bot.bench.served import Served
from bot.bench.talk import LAST, NOTHING, SCRIPT, Guest, guests
from bot.bench.verdict import tickets_by_person, wrong_answers
from bot.copy import copy

ANSWER_SECONDS = 60.0
SCRIPT_BEGINS, NUMBER, SUMMARY = "start-kind", "identification-number", "review-summary"
WITHOUT_NUMBER = "Continuar sem"  # the button of somebody who does not send their number
KILLS, KILL_EVERY_SECONDS = 4, 4.0
PAUSE_SECONDS = 1.0  # so whoever is paced speaks once a second


class Phone(Protocol):
    """Somebody's telephone. `known_as`: the id by which the books know its owner."""

    known_as: str

    def begin(self) -> None:
        """Whatever opens a talk there."""

    def say(self, text: str) -> None: ...

    async def hear(self) -> str:
        """The text that comes next."""

    def forget(self) -> None:
        """The talk is over; a far end that kept every message would grow."""


class Talker:
    """Somebody who reports, and notes how long each answer took."""

    def __init__(self, phone: Phone, guest: Guest, pause_seconds: float = 0.0) -> None:
        self.phone, self.guest, self._pause = phone, guest, pause_seconds
        self.waits: list[float] = []  # seconds; not that for the first answer, which gathers what comes within two seconds
        self.said = 0

    async def report(self) -> None:
        """A question that comes twice, since nobody knew whether it had arrived, is answered once."""
        self.phone.begin()
        asked, answered, self.said = await self._asked(), set[str](), 1
        while asked != LAST:
            if asked in answered:
                asked = await self._asked()
            else:
                answered.add(asked)
                asked = await self._answer(asked)
        self.phone.forget()

    async def _answer(self, asked: str) -> str:
        """What is asked next."""
        await asyncio.sleep(self._pause)
        began = time.monotonic()
        self.phone.say(WITHOUT_NUMBER if asked == NUMBER else self.guest.says(NOTHING if asked == SCRIPT_BEGINS else asked))
        self.said += 1
        asked = await self._asked()
        self.waits.append(time.monotonic() - began)
        return asked

    async def _asked(self) -> str:
        async with asyncio.timeout(ANSWER_SECONDS):
            text = (await self.phone.hear()).replace("*", "")
        return next(question for question, words in _questions().items() if words in text)


@cache
def _questions() -> Mapping[str, str]:
    """By words id: what stands in the question and in no other."""
    say = copy("pt-BR").say
    plain = (SCRIPT_BEGINS, NUMBER, *(each for each in SCRIPT if each not in (NOTHING, SUMMARY)))
    return {LAST: "Protocolo", SUMMARY: "Posso enviar?", **{words: say(words).replace("*", "") for words in plain}}


@dataclass
class Day:
    """One program, and all who report to it. `telephone` gives one to whoever comes next."""

    program: Served
    telephone: Callable[[Guest], Phone]
    people: Iterator[Guest] = field(default_factory=guests)
    finished: list[Talker] = field(default_factory=list)

    async def talk(self, count: int, at_once: int, pause_seconds: float = 0.0) -> list[Talker]:
        """So many reports, a number of them at once."""
        talkers = [Talker(self.telephone(guest), guest, pause_seconds) for guest in islice(self.people, count)]
        places = asyncio.Semaphore(at_once)

        async def one(talker: Talker) -> None:
            async with places:
                await talker.report()

        await asyncio.gather(*map(one, talkers))
        self.finished += talkers
        return talkers

    async def tell_cpu(self, talks: int, rounds: int, aim: int) -> None:
        await self.talk(talks // 4 or 1, talks)  # all that is made once is made
        spent = [await self._cpu(talks) for _ in range(rounds)]
        print(figure("CPU of the program a turn", spent, "µs", f"<= {aim}"), flush=True)

    async def _cpu(self, talks: int) -> float:
        before = self.program.cpu_seconds()
        talkers = await self.talk(talks, talks)
        return (self.program.cpu_seconds() - before) / sum(each.said for each in talkers) * 1e6

    async def tell_waits(self, people: int) -> None:
        """Each of whom speaks once a second."""
        waits = [1e3 * wait for talker in await self.talk(people, people, PAUSE_SECONDS) for wait in talker.waits]
        print(line(f"at {people} a second, p50 / p99", f"{percentile(waits, 0.5):.1f} / {percentile(waits, 0.99):.1f} ms"), flush=True)

    async def tell_memory(self, many: int, at_once: int) -> None:
        await self.talk(max(0, many - len(self.finished)), at_once)
        print(line(f"memory after {len(self.finished)} talks", f"RSS {megabytes(self.program.memory())}"), flush=True)

    async def be_killed(self, talks: int) -> None:
        """The program is killed in the middle of it all, and begun again."""
        talking = asyncio.create_task(self.talk(talks, talks, pause_seconds=KILL_EVERY_SECONDS / 5))
        for _ in range(KILLS):
            await asyncio.sleep(KILL_EVERY_SECONDS / 2)
            await self.program.end(signal.SIGKILL)
            await self.program.begin()
        await talking

    async def tell_counts(self, look: Sight) -> bool:
        """What became of all reports; whether all is well."""
        tickets: Mapping[str, list[Mapping[str, Any]]] = await tickets_by_person(look)
        found = [(each.guest, tickets.get(each.phone.known_as, [])) for each in self.finished]
        counts = {
            "talks without a ticket": sum(not made for _, made in found),
            "tickets doubled": sum(len(made) > 1 for _, made in found),
            "answers in a wrong field": sum(wrong_answers(guest, made[0]) for guest, made in found if made),
        }
        for name, count in counts.items():
            print(line(f"{name}, {KILLS} kills", f"{count} of {len(found)}", "0"))
        return not any(counts.values())
