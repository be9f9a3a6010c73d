"""A worker as `zelador worker` is one: real turns, a channel that sends nothing, and a line to whoever measures."""

import asyncio
import resource
import signal
import socket
import time
from collections import deque
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.bench.talk import CHANNEL, part
from bot.bench.wire import LONGEST, ORDERS, Acknowledged, Deliver, Line, Measure, Order, Ready, Seen, Send, Sent, Stop, Usage, Wake
from bot.books import Office
from bot.copy import Copy, copy
from bot.handlers.console import LIMITS
from bot.ingest import Ingest
from bot.layout import labels, layout
from bot.programs.app import Bells, at_work, clock, fast_loop, served
from bot.result import Input, Turn, TurnResult
from bot.turn import take_turn
from bot.worker import Means
from core.calendar import Calendar, read_holidays
from core.conversations import Conversation
from core.messages import Inbound, Limits, Outcome, Outgoing, Part
from core.pacing import Pace
from core.tickets import Ticket

TIMEZONE, SERVICE_HOURS = "America/Sao_Paulo", "Mo-Fr 08:00-18:00"
TIMED = 7  # one turn in so many is timed; no divisor of what comes again and again (10 messages of a talk, 32 talks of a batch)
KEPT = 4096  # turns whose CPU is kept: a list that grows would be measured as the worker's memory
MEMORY = Path("/proc/self/smaps_rollup")  # Linux
KILOBYTE = 1024


class Timed:
    """`take_turn`, and the CPU seconds that some of its calls took: the loops beside it must not count, nor asking for the time itself."""

    def __init__(self) -> None:
        self.turns = 0
        self.seconds: deque[float] = deque(maxlen=KEPT)

    def __call__(self, conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn) -> TurnResult:
        self.turns += 1
        if self.turns % TIMED:
            return take_turn(conversation, tickets, inputs, turn)
        began = time.thread_time()
        result = take_turn(conversation, tickets, inputs, turn)
        self.seconds.append(time.thread_time() - began)
        return result


class Channel:
    """Tells what it was handed, all of one moment together. With `patient` a send ends when the platform has answered."""

    def __init__(self, line: Line[Order], *, patient: bool) -> None:
        self._line, self._patient = line, patient
        self._untold: list[Send] = []
        self._unseen: dict[int, asyncio.Future[None]] = {}

    def parse(self, part: Part) -> Inbound:
        return Inbound(text=part.body["text"])

    def limits(self, address: str) -> Limits:
        return LIMITS

    def paces(self, address: str) -> tuple[Pace, ...]:
        return ()

    async def send(self, row: Outgoing) -> Outcome:
        if not self._untold:
            asyncio.get_running_loop().call_soon(self._tell)
        self._untold.append(Send(row.id, row.address, row.purpose, row.call.words, time.monotonic()))
        if self._patient:
            self._unseen[row.id] = answer = asyncio.get_running_loop().create_future()
            await answer
        return Outcome("sent", "x")

    def seen(self, row: int) -> None:
        if (answer := self._unseen.pop(row, None)) and not answer.done():
            answer.set_result(None)

    def _tell(self) -> None:
        self._line.say(Sent(tuple(self._untold)))
        self._untold.clear()


def read_all() -> None:
    """What `zelador worker` reads before its first turn, or the first that needs it would wait: the words, and the holidays (0.2 s)."""
    words()
    read_holidays(clock().date())


@cache
def words() -> Copy:
    return copy("pt-BR", agency="Imobiliária Exemplo", notice="https://exemplo.com.br/privacidade")


def means(timed: Timed, channel: Channel) -> Means:
    say = words().say
    office = Office(Calendar(SERVICE_HOURS, ZoneInfo(TIMEZONE)), "", say)
    return Means(timed, partial(layout, own=labels(say)), {CHANNEL: channel}, office)


def live(end: socket.socket, url: str, *, patient: bool) -> None:
    """The whole life of the process; it ends when it is told to, or when nobody is at the other end any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever measures
    with asyncio.Runner(loop_factory=fast_loop) as runner:
        runner.run(_live(end, url, patient=patient))


async def _live(end: socket.socket, url: str, *, patient: bool) -> None:
    read_all()
    line = Line(*await asyncio.open_connection(sock=end, limit=LONGEST), ORDERS)
    timed, channel = Timed(), Channel(line, patient=patient)
    async with served(url) as database, at_work(database, means(timed, channel), {CHANNEL: channel}) as bells:
        door = Ingest(database, clock, bells.worker)
        line.say(Ready())
        await _obey(line, bells, door, timed, channel)
    await line.close()


async def _obey(line: Line[Order], bells: Bells, door: Ingest, timed: Timed, channel: Channel) -> None:
    under_way: set[asyncio.Task[None]] = set()
    async for order in line.heard():
        match order:
            case Deliver():
                task = asyncio.create_task(_take_in(order, door, line))
                under_way.add(task)
                task.add_done_callback(under_way.discard)
            case Seen(row):
                channel.seen(row)
            case Wake():
                bells.worker.wake()
            case Measure(memory):
                line.say(usage(timed, memory=memory))
            case Stop():
                break
    await asyncio.gather(*under_way)


async def _take_in(message: Deliver, door: Ingest, line: Line[Order]) -> None:
    await door.put([part(message.who, message.external_id, message.text)])
    line.say(Acknowledged(message.external_id))


def usage(timed: Timed, *, memory: bool) -> Usage:
    used, (rss, pss) = resource.getrusage(resource.RUSAGE_SELF), _memory() if memory else (0, 0)
    return Usage(used.ru_utime + used.ru_stime, timed.turns, tuple(timed.seconds), rss, pss)


def _memory() -> tuple[int, int]:
    """Bytes in memory, and those that are this process's share of what several use."""
    if not MEMORY.exists():
        return 0, 0
    lines = (line.split() for line in MEMORY.read_text().splitlines()[1:])
    found = {name: int(kilobytes) * KILOBYTE for name, kilobytes, *_ in lines}
    return found["Rss:"], found["Pss:"]
