"""Updates that wait for the bot, whichever way it fetches them: by long polling, or through its webhook."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import msgspec

from tests.platforms.changes import Changes
from tests.telegram.calls import JSON, Refused

FIRST_ID = 684_213_001
# Not sent unless asked for by name (Bot API, getUpdates).
ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True)
class Update:
    """`lane`: updates of one lane are delivered to a webhook one after the other, those of different lanes at once."""

    id: int
    kind: str
    lane: int
    raw: bytes


class Updates:
    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self.waiting: dict[int, Update] = {}  # by id, oldest first
        self.allowed: frozenset[str] = frozenset()  # empty: all but ASKED_FOR
        self.heard: Callable[[Update], None] = lambda update: None  # the webhook listens here
        self.newest: Update | None = None
        self._next = FIRST_ID
        self._again: list[Update] = []
        self._poll: asyncio.Future[None] | None = None
        self.closed: Refused | None = None  # what every poll is told from then on

    def put(self, kind: str, body: JSON, lane: int) -> Update | None:
        """None when the bot did not ask for this kind: it will never see it."""
        if kind not in self.allowed if self.allowed else kind in ASKED_FOR:
            return None
        return self.put_raw(kind, msgspec.json.encode(body), lane)

    def put_raw(self, kind: str, body: bytes, lane: int) -> Update:
        """Any body under a kind, be it what no client would send."""
        update = Update(self._next, kind, lane, b'{"update_id":%d,"%s":%s}' % (self._next, kind.encode(), body))
        self._next += 1
        self.waiting[update.id] = self.newest = update
        self._ring(update)
        return update

    def jump(self, ids: int) -> None:
        """As after a week of silence, when Telegram may go on from any number."""
        self._next += ids

    def repeat(self, update: Update | None = None) -> None:
        """Delivers an update, or the newest, once more, confirmed or not."""
        update = update or self.newest
        assert update
        self._again.append(update)
        self._ring(update)

    def take_again(self) -> list[Update]:
        again, self._again = self._again, []
        return again

    def confirm(self, ids: Iterable[int]) -> None:
        for each in ids:
            self.waiting.pop(each, None)
        self._changes.tell()

    def drop(self) -> None:
        self.waiting.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """The next updates; everything below `offset` is confirmed, a negative one counts from the end. Ends another poll."""
        if offset < 0:
            offset = min(list(self.waiting)[offset:], default=0)
        self.confirm([each for each in self.waiting if each < offset])
        if self.closed:
            raise self.closed
        self.end_poll(Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"))
        if not self.waiting and not self._again and seconds > 0:
            await self._news(seconds)
        waiting = [each for each, _ in zip(self.waiting.values(), range(limit), strict=False)]
        return [*self.take_again(), *waiting][:limit]

    def end_poll(self, why: Refused) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_exception(why)

    async def _news(self, seconds: float) -> None:
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def _ring(self, update: Update) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
        self.heard(update)
