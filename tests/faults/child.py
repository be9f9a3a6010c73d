"""A whole house in a process of its own (`tests.faults.forking`), which kills itself at a given step.

A platform stands outside, in files of a folder: what it delivers again until it was acknowledged, and what reached its people.
Nothing in the program knows of this: the steps are found by wrapping what is handed to it.
"""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select

from bot.books import Office
from bot.copy import copy
from bot.ingest import Ingest
from bot.layout import labels, layout
from bot.programs.app import at_work, served
from bot.result import Event, Input, SetTimer, Turn, TurnResult
from bot.worker import Means, TakeTurn
from core.answers import Answer
from core.calendar import Calendar
from core.conversations import Conversation, OpenPrompt, Prompt
from core.messages import Inbound, Outcome, Outgoing, Part
from core.records import evolve
from core.tickets import Ticket
from storage.tables import inbox, outbox, timer
from tests import house

PEOPLE = tuple(f"w{number}" for number in range(6))
MESSAGES = 8  # of each person
PACE_SECONDS = 0.01  # between one message of everybody and the next

CHANNEL = "console"
STEPS = ("inbox", "turn", "committed", "sent")


class Death:
    """Comes at the nth time that the process passes a step."""

    def __init__(self, step: str, nth: int) -> None:
        self._step, self._left = step, nth

    def passes(self, step: str) -> None:
        if step == self._step:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class Platform:
    """Delivers messages until they are acknowledged, and shows people what is sent to them."""

    def __init__(self, folder: Path) -> None:
        self._acknowledged, self._shown = folder / "acknowledged", folder / "shown"
        self._acknowledged.touch()

    def delivers(self) -> Iterable[list[Part]]:
        known = set(self._acknowledged.read_text().split())
        for number in range(MESSAGES):
            yield [self._part(who, number) for who in PEOPLE if f"{who}:{number}" not in known]

    def _part(self, who: str, number: int) -> Part:
        return Part(CHANNEL, "", f"{who}:{number}", {"text": f"{who}:{number}"}, (("name", who),), who, waits=False)

    def acknowledge(self, part: Part) -> None:
        append(self._acknowledged, part.external_id)

    def show(self, row: Outgoing) -> None:
        append(self._shown, f"{row.address} {row.id} {row.call.text}")


def append(file: Path, line: str) -> None:
    with file.open("a") as opened:
        opened.write(line + "\n")


class Channel(house.Channel):
    """Shows what is sent, and may die before anybody has noted it."""

    def __init__(self, show: Callable[[Outgoing], None], death: Death) -> None:
        super().__init__()
        self._show, self._death = show, death

    async def send(self, row: Outgoing) -> Outcome:
        self._show(row)
        self._death.passes("sent")
        return Outcome("sent", str(row.id))


def keep_all(death: Death) -> Callable[..., TurnResult]:
    """A turn that writes each message into the next field of the form, with an event, and answers it."""

    def take_turn(conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn) -> TurnResult:
        heard = [each for each in inputs if isinstance(each, Inbound)]
        for each in heard:
            death.passes(each.text)
        death.passes("turn")
        about = tickets[0]
        new = {f"form.{len(about.answers) + place}": Answer.of(each.text, each) for place, each in enumerate(heard)}
        version = conversation.version + 1
        words = "|".join(each.text for each in heard) or "sorry"
        return TurnResult(
            evolve(conversation, version=version, open=OpenPrompt(version, "next", (), None, turn.now), collects=False),
            (evolve(about, answers={**about.answers, **new}),),
            (Prompt("next", words),),
            tuple(Event("customer", "answer", about.id, after=each.text) for each in heard),
            timers=(SetTimer("nudge", about.id, turn.now),) if heard else (),
        )

    return take_turn


def _is_busy(connection: Connection) -> bool:
    """Whether something waits to ring, to be heard, or to be sent; reminders that are hours away do not count.

    In one statement, which sees one moment: from one to the next a timer may become a row of the inbox.
    """
    rings = select(timer.c.kind).where(timer.c.due_at <= now()).exists()
    is_heard = select(inbox.c.id).where(inbox.c.done_at.is_(None)).exists()
    is_sent = select(outbox.c.id).where(outbox.c.due_at.is_not(None)).exists()
    return bool(connection.scalar(select(or_(rings, is_heard, is_sent))))


async def live(url: str, channel: Channel, take_turn: TakeTurn, death: Death, people: Callable[[Ingest], Awaitable[None]]) -> None:
    """Serves the database until its people have said everything and all is answered and sent."""
    say = copy("pt-BR", agency="Imobiliária", notice="https://exemplo.com.br").say
    office = Office(Calendar("24/7", ZoneInfo("America/Sao_Paulo")), "", say)
    means = Means(take_turn, partial(layout, own=labels(say)), {CHANNEL: channel}, office)
    async with (
        served(url) as database,
        at_work(database, means, {CHANNEL: channel}, lambda turns, seconds: death.passes("committed")) as bells,
    ):
        await people(Ingest(database, now, bells.worker))
        while await database.run(_is_busy):  # noqa: ASYNC110 (the loops are looked at from outside)
            await asyncio.sleep(0.02)


async def main(folder: Path, url: str, step: str, nth: int) -> None:
    death, platform = Death(step, nth), Platform(folder)

    async def deliver(door: Ingest, part: Part) -> None:
        await door.put([part])
        death.passes("inbox")
        platform.acknowledge(part)

    async def people(door: Ingest) -> None:
        for parts in platform.delivers():
            await asyncio.gather(*[deliver(door, part) for part in parts])
            await asyncio.sleep(PACE_SECONDS if parts else 0)

    await live(url, Channel(platform.show, death), keep_all(death), death, people)


def now() -> datetime:
    return datetime.now(UTC)
