"""A platform that outlives all workers: it delivers each message until it is acknowledged, and shows people what is sent to them."""

import asyncio
import random
import time
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from bot.bench.crew import Worker
from bot.bench.talk import ANSWERED
from bot.bench.wire import Acknowledged, Deliver, Ready, Report, Seen, Send, Sent

AGAIN_CHANCE = 0.05  # of a message that was acknowledged to be delivered once more, as platforms do
AGAIN_SECONDS = 0.5  # at most, after its acknowledgement


@dataclass(frozen=True, slots=True)
class Show:
    """A row that a worker sent."""

    by: Worker
    send: Send


@dataclass
class Message:
    """What somebody said, and when it was acknowledged and answered, in seconds of `time.monotonic`."""

    deliver: Deliver
    with_worker: Worker | None = None
    acknowledged_at: float | None = None
    answered_at: float | None = None
    answer: "asyncio.Future[str]" = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    @property
    def wait_seconds(self) -> float:
        """From acknowledgement to answer; an answer that is quicker than the word of it waited for nothing."""
        if self.acknowledged_at is None or self.answered_at is None:
            return 0.0
        return max(0.0, self.answered_at - self.acknowledged_at)


class Platform:
    """Messages by external id; what was shown, by row of the outbox; and who was shown an older row after a newer one."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.workers: list[Worker] = []
        self.messages: dict[str, Message] = {}
        self.shown: dict[int, list[Show]] = defaultdict(list)
        self.reordered = self.delivered_again = 0
        self._unacknowledged: dict[str, Message] = {}
        self._open: dict[str, Message] = {}  # by person: what has no answer yet
        self._newest: dict[str, int] = {}  # by person: row

    async def say(self, who: str, external_id: str, text: str) -> str:
        """Says it and returns what is asked in the answer."""
        message = Message(Deliver(external_id, who, text))
        self.messages[external_id] = self._unacknowledged[external_id] = self._open[who] = message
        self._deliver(message)
        return await message.answer

    def hear(self, worker: Worker, report: Report) -> None:
        match report:
            case Ready():
                for message in [each for each in self._unacknowledged.values() if each.with_worker is None]:
                    self._deliver(message)
            case Acknowledged(external_id):
                self._acknowledged(external_id)
            case Sent(sends):
                for send in sends:
                    worker.say(Seen(send.row))
                    self._show(worker, send)

    def lost(self, worker: Worker) -> None:
        """The worker is dead: what it has not acknowledged goes to another, or to the next one."""
        self.workers.remove(worker)
        for message in [each for each in self._unacknowledged.values() if each.with_worker is worker]:
            message.with_worker = None
            self._deliver(message)

    def _deliver(self, message: Message) -> None:
        if ready := [worker for worker in self.workers if worker.is_ready]:
            message.with_worker = self._rng.choice(ready)
            message.with_worker.say(message.deliver)

    def _acknowledged(self, external_id: str) -> None:
        message = self._unacknowledged.pop(external_id, None)
        if message is None:
            return
        message.acknowledged_at = time.monotonic()
        if self._rng.random() < AGAIN_CHANCE:
            asyncio.get_running_loop().call_later(self._rng.uniform(0, AGAIN_SECONDS), self._deliver_again, message.deliver)

    def _deliver_again(self, deliver: Deliver) -> None:
        if ready := [worker for worker in self.workers if worker.is_ready]:
            self.delivered_again += 1
            self._rng.choice(ready).say(deliver)

    def _show(self, worker: Worker, send: Send) -> None:
        shows = self.shown[send.row]
        shows.append(Show(worker, send))
        if len(shows) > 1:
            return
        self.reordered += send.row < self._newest.get(send.who, 0)
        self._newest[send.who] = max(send.row, self._newest.get(send.who, 0))
        if send.purpose in ANSWERED and (message := self._open.pop(send.who, None)):
            message.answered_at = send.at
            if not message.answer.done():  # nobody waits any more when all is broken off
                message.answer.set_result(send.words)

    def sent_again(self) -> dict[Worker, int]:
        """By the worker that sent them before: how many sends went out once more."""
        found: dict[Worker, int] = defaultdict(int)
        for shows in self.shown.values():
            for before in shows[:-1]:
                found[before.by] += 1
        return found

    def in_flight_of(self, worker: Worker, sending: Collection[int]) -> int:
        """Of the rows that are being sent, those that this worker has, or may have: nobody was shown them yet."""
        return sum(not self.shown.get(row) or self.shown[row][-1].by is worker for row in sending)

    def acknowledged(self) -> list[Message]:
        return [each for each in self.messages.values() if each.acknowledged_at is not None]
