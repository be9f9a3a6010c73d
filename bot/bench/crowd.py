"""Load that does not wait: people speak at fixed times, whatever happens, and it is noted when each answer was handed to the channel."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.bench.crew import Worker
from bot.bench.talk import ANSWERED, SCRIPT, Guest, guests
from bot.bench.wire import Deliver, Report, Sent

PAUSE_SECONDS = 1.0  # between two messages of one person, many times what an answer takes


@dataclass(frozen=True, slots=True)
class Answered:
    """When a message came and how long it took until its answer was handed to the channel. Seconds."""

    came_at: float
    seconds: float


@dataclass
class Seat:
    """A place in the crowd. Whoever has told everything makes room for the next."""

    guest: Guest
    leaves_after: int  # messages; the first in a seat leaves early, so that the seats do not all begin a talk at once
    said: int = 0


@dataclass
class Crowd:
    """People who speak `rate` times a second, each once in `PAUSE_SECONDS`."""

    rate: float
    answered: list[Answered] = field(default_factory=list)
    said: int = 0

    def __post_init__(self) -> None:
        self._strangers = guests()
        size = max(1, round(self.rate * PAUSE_SECONDS))
        self._seats = [Seat(next(self._strangers), number % len(SCRIPT) + 1) for number in range(size)]
        self._waiting: dict[str, list[float]] = defaultdict(list)  # by person: when what has no answer yet came

    @property
    def unanswered(self) -> int:
        return sum(map(len, self._waiting.values()))

    def hear(self, _worker: Worker, report: Report) -> None:
        """One answer may answer several messages."""
        if isinstance(report, Sent):
            for send in report.sends:
                if send.purpose in ANSWERED:
                    self.answered += [Answered(came_at, send.at - came_at) for came_at in self._waiting.pop(send.who, ())]

    async def speak(self, workers: Sequence[Worker], seconds: float) -> None:
        """Each message comes at its own time, also when this process is late: then it has waited already."""
        began = time.monotonic()
        for number in range(round(self.rate * seconds)):
            due = began + number / self.rate
            if (rest := due - time.monotonic()) > 0:
                await asyncio.sleep(rest)
            workers[number % len(workers)].say(self._next(due))

    def _next(self, due: float) -> Deliver:
        seat = self._seats[self.said % len(self._seats)]
        self.said += 1
        if seat.said == seat.leaves_after:
            seat.guest, seat.leaves_after, seat.said = next(self._strangers), len(SCRIPT), 0
        who, number = seat.guest.who, seat.said
        seat.said += 1
        self._waiting[who].append(due)
        return Deliver(f"{who}:{number}", who, seat.guest.says(SCRIPT[number]))
