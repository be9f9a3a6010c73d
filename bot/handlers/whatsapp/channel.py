"""The channel: what the loops call. One token, and the numbers of the business that it may write from."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import Any, BinaryIO

import aiohttp

from bot.handlers.whatsapp.calls import Body, message, plain, wire
from bot.handlers.whatsapp.files import KEPT, Files, attached, type_of
from bot.handlers.whatsapp.outcomes import FIRST_SECONDS, RETRY_SECONDS, outcome_of
from bot.handlers.whatsapp.payloads import MESSAGE
from bot.handlers.whatsapp.reader import Reader
from bot.handlers.whatsapp.standing import with_standing
from bot.handlers.whatsapp.transport import BRIEF, PATIENT, Answer, Graph, NoAnswerError, NotConnectedError
from bot.handlers.whatsapp.values import listed, text
from core.lending import NO_FILES, UNFIT, Lends, Lent
from core.messages import Address, Fetched, Outcome, Outgoing, Part
from core.pacing import ACCOUNT, Pace
from core.records import evolve

# One message in six seconds to a person, 45 of them at once and then nothing until they are made up for (second hand:
# https://dualhook.com/docs/whatsapp-error-131056); 80 a second from a number, more for those that Meta raises by itself
# (https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput).
PAIR_SECONDS, PAIR_BURST = 6.0, 45
PER_SECOND = 80
SLOWEST_SECONDS = 60.0  # between two tries of an account that is too fast

REFUSED = ("failed", "hold")  # of a message with an id of a file: that may be what there is no more

HINT_SECONDS = 1.0  # an answer that takes longer is announced by "digitando…"

Awaits = Callable[[Address, str], Awaitable[bool]]  # whether somebody there still waits for an answer to that message; never raises

log = logging.getLogger(__name__)


async def always(at: Address, message: str) -> bool:
    return True


class WhatsApp(Reader):
    """Sends, and what is done beside a turn: messages are marked as read, and "digitando…" is shown."""

    def __init__(  # noqa: PLR0913, PLR0917 (who it is, and what the house gives to it)
        self,
        session: aiohttp.ClientSession,
        token: str,
        base: str,
        accounts: Collection[str],
        counts: Callable[[str, str], None] = lambda method, result: None,
        files: Lends = NO_FILES,
        awaits: Awaits = always,
    ) -> None:
        """`accounts`: phone number ids. `counts` is given the method and "done" or "failed" of each call made beside the turns."""
        self.accounts, self._counts, self._awaits = accounts, counts, awaits
        self._graph, self._lends = Graph(session, base, token), files
        self._files = Files(self._graph)
        self._of_account = Pace(ACCOUNT, 1 / PER_SECOND, PER_SECOND)
        self._slow: dict[str, tuple[float, float]] = {}  # by account: until when it waits, and for how many seconds
        self._waiting: dict[Address, asyncio.TimerHandle] = {}  # who has got no answer yet
        self._courtesies: set[asyncio.Task[None]] = set()

    def split(self, raw: bytes) -> list[Part]:
        """Never raises."""
        return [with_standing(part) for part in super().split(raw)]

    def paces(self, address: str) -> Sequence[Pace]:
        return Pace(address, PAIR_SECONDS, PAIR_BURST), self._of_account

    async def call(self, account: str, body: Mapping[str, Any], limit: aiohttp.ClientTimeout = BRIEF) -> Answer:
        """Of what sends. Raises `NotConnectedError` where nothing was sent, `NoAnswerError` where nobody knows."""
        return await self._graph.post(f"{account}/messages", body, limit)

    async def send(self, row: Outgoing) -> Outcome:
        self._answered(Address(row.channel, row.account, row.address))
        if row.call.kind == "media":
            return await self._bring(row)
        body = wire(row)
        return Outcome("sent") if body is None else await self._send(row, body)

    async def _send(self, row: Outgoing, body: Body) -> Outcome:
        try:
            answer = await self.call(row.account, body, PATIENT)
        except NotConnectedError as error:
            return Outcome("again", after_seconds=RETRY_SECONDS, reason=str(error))
        except NoAnswerError as error:
            return Outcome("unknown", reason=str(error))
        outcome = _read(answer, row.attempt)
        return self._slowed(row.account, outcome) if outcome.pauses_account else outcome

    async def _bring(self, row: Outgoing) -> Outcome:
        """By the id that WhatsApp gave it before; else, or where that is refused, by that of an upload."""
        file = await self._lends.lend(row)
        if isinstance(file, Outcome):
            return file
        kind = type_of(file)
        if kind is None:
            return Outcome("failed", reason=UNFIT)
        if file.known_as:
            outcome = await self._send(row, message(row, attached(file, kind, file.known_as, plain(row.call.text))))
            if outcome.do not in REFUSED or outcome.dead_address:
                return outcome
        known_as = await self._uploaded(row, file)
        if isinstance(known_as, Outcome):
            return known_as
        return await self._send(row, message(row, attached(file, kind, known_as, plain(row.call.text))))

    async def _uploaded(self, row: Outgoing, file: Lent) -> str | Outcome:
        known_as = await self._files.upload(row.account, file)
        if isinstance(known_as, str):
            await self._lends.note(file, row, known_as, KEPT)
        return self._slowed(row.account, known_as) if isinstance(known_as, Outcome) and known_as.pauses_account else known_as

    async def fetch(self, ref: str, account: str, into: BinaryIO, most: int) -> Fetched:
        return await self._files.fetch(ref, account, into, most)

    def _slowed(self, account: str, outcome: Outcome) -> Outcome:
        """Each time in a row twice as long; all that was refused while it waits is one time."""
        now = _now()
        until, seconds = self._slow.get(account, (0.0, FIRST_SECONDS))
        if now >= until:
            is_in_a_row = now - until < seconds
            seconds = min(2 * seconds, SLOWEST_SECONDS) if is_in_a_row else FIRST_SECONDS
            self._slow[account] = now + seconds, seconds
        return evolve(outcome, after_seconds=seconds)

    # -- beside the turns

    def stored(self, parts: Sequence[Part]) -> None:
        """To be called when these are in the inbox. Nothing here may fail, and nothing is tried again."""
        for part in parts:
            if part.about == "talk" and MESSAGE in part.body:  # what was written on the business telephone is awaited by nobody
                self._expect(Address(part.channel, part.account, part.address), part.external_id)

    def _expect(self, at: Address, message: str) -> None:
        """Whoever goes on writing is told of the newest; all before it is read with it."""
        self._answered(at)
        self._waiting[at] = asyncio.get_running_loop().call_later(HINT_SECONDS, self._hint, at, message)

    def _hint(self, at: Address, message: str) -> None:
        del self._waiting[at]
        task = asyncio.create_task(self._courtesy(at, message))
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)

    def _answered(self, at: Address) -> None:
        if (timer := self._waiting.pop(at, None)) is not None:
            timer.cancel()

    async def _courtesy(self, at: Address, message: str) -> None:
        """A call without which all works as well: one that is refused is only counted. Nobody is shown a sign of what will not come."""
        if not await self._awaits(at, message):
            return
        try:
            answer = await self.call(at.account, hint(message))
        except (NotConnectedError, NoAnswerError) as error:
            log.info("typing failed: %s", error)
            self._counts("typing", "failed")
        else:
            self._counts("typing", "done" if answer.body.get("success") else "failed")

    async def close(self) -> None:
        """Leaves nothing running."""
        for timer in self._waiting.values():
            timer.cancel()
        self._waiting.clear()
        for task in self._courtesies:
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)


def _now() -> float:
    return asyncio.get_running_loop().time()


def hint(message: str) -> Mapping[str, Any]:
    """Both at once, by the id of what came: https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators."""
    return {"messaging_product": "whatsapp", "status": "read", "message_id": message, "typing_indicator": {"type": "text"}}


def _read(answer: Answer, attempt: int) -> Outcome:
    sent = text(next(iter(listed(answer.body, "messages")), None), "id")
    if sent:
        return Outcome("sent", sent)
    if answer.error is None:
        return Outcome("unknown", reason=f"HTTP {answer.status}, without an answer")
    return outcome_of(*answer.error, answer.status, attempt)
