"""The channel: what the loops call. One bot, known by its token."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple

import aiohttp
from telegram.error import BadRequest, ChatMigrated, RetryAfter, TelegramError

from bot.handlers.telegram.calls import Method, wire
from bot.handlers.telegram.files import address_of, download, not_given
from bot.handlers.telegram.outcomes import cannot_be_edited, outcome_of
from bot.handlers.telegram.transport import READ_SECONDS, AiohttpRequest, Upload, given
from bot.handlers.telegram.updates import CHANNEL, Reader, account_of, group_of, part_of, tap_of, updates_in, wants_answer
from bot.handlers.telegram.uploads import DOCUMENT, KEPT, Way, file_id_in, is_no_photo, shown, way_of
from core.lending import NO_FILES, Lends, Lent
from core.messages import Fetched, Outcome, Outgoing, Part
from core.pacing import ACCOUNT, Pace
from core.records import evolve

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about one message a second to a chat, 20 a minute to a
# group, 30 a second in all; short bursts are let through.
CHAT_SECONDS, GROUP_SECONDS, BURST = 1.0, 3.0, 5
PER_SECOND = 30

HINT_SECONDS = 1.0  # an answer that takes longer is announced by "digitando…"
AGAIN_WITHIN_SECONDS = 60.0  # a second refusal for speed within this time is meant for the whole bot, not for one chat

log = logging.getLogger(__name__)


class Habits(NamedTuple):
    """What an installation wants of its bot.

    `stays_in`: the one group that it does not leave; `goodbye`: what it says in another, by that group's number; `per_second`: messages in
    all, more where Telegram allows it.
    """

    stays_in: str = ""
    goodbye: Callable[[str], str] = str
    per_second: int = PER_SECOND


class Telegram(Reader):
    """Sends, and what is done beside a turn: taps are answered, "digitando…" is shown, groups are left."""

    name = CHANNEL

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token: str,
        base: str,
        habits: Habits = Habits(),  # noqa: B008 (it never changes)
        counts: Callable[[str, str], None] = lambda method, result: None,
        files: Lends = NO_FILES,
    ) -> None:
        """`base`: where the Bot API is. `counts` is given the method and "done" or "failed" of each call that is made beside the turns."""
        self.account = account_of(token)
        self.request = AiohttpRequest(session, base)
        self._session, self._base, self._token, self._files = session, base, token, files
        self._url = f"{base}/bot{token}/"
        self._stays_in, self._goodbye, self._counts = habits.stays_in, habits.goodbye, counts
        self._of_account = Pace(ACCOUNT, 1 / habits.per_second, habits.per_second)
        self._refused_at = float("-inf")
        self._waiting: dict[str, asyncio.TimerHandle] = {}  # by address: who has written and got no answer yet
        self._courtesies: set[asyncio.Task[None]] = set()
        self._leaving: set[int] = set()  # groups

    def split(self, raw: bytes) -> list[Part]:
        """Never raises."""
        return self.parts_of(updates_in(raw))

    def parts_of(self, updates: Sequence[Any]) -> list[Part]:
        """Never raises. What agents write in their own group is not for the bot."""
        parts = (part_of(update, self.account) for update in updates)
        return [part for part in parts if part.about == "talk" or str(group_of(part)) != self._stays_in]

    def paces(self, address: str) -> Sequence[Pace]:
        """A group's address is a negative number."""
        return Pace(address, GROUP_SECONDS if address.startswith("-") else CHAT_SECONDS, BURST), self._of_account

    async def call(self, name: str, parameters: dict[str, Any], read_timeout: float | None = READ_SECONDS) -> Any:
        """The `result` of a method of the Bot API. Raises `telegram.error.TelegramError`; with a limit of None the caller has its own."""
        return await self.request.post(self._url + name, given(parameters), read_timeout=read_timeout)

    async def send(self, row: Outgoing) -> Outcome:
        self._answered(row.address)
        try:
            sent = await (self._bring(row) if row.call.kind == "media" else self._show(row))
        except TelegramError as error:
            outcome = outcome_of(error)
            return self._widened(outcome) if isinstance(error, RetryAfter) else outcome
        if isinstance(sent, Outcome):
            return sent
        return Outcome("sent", str(sent["message_id"]) if isinstance(sent, dict) and "message_id" in sent else None)

    async def _show(self, row: Outgoing) -> Any:
        """A card whose message is gone is shown anew."""
        try:
            return await self.call(*wire(row), read_timeout=None)
        except BadRequest as error:
            if not (row.edits and cannot_be_edited(error)):
                raise
            return await self.call(*wire(evolve(row, edits="")), read_timeout=None)

    async def _bring(self, row: Outgoing) -> Any:
        """By the id that Telegram gave it before; else, or where that is refused, from this machine."""
        file = await self._files.lend(row)
        if isinstance(file, Outcome):
            return file
        way = way_of(file)
        if file.known_as:
            name, parameters = shown(row, way)
            with suppress(BadRequest):
                return await self.call(name, parameters | {way.parameter: file.known_as}, read_timeout=None)
        try:
            sent = await self._upload(row, file, way)
        except BadRequest as error:
            if not is_no_photo(error):
                raise
            return await self._upload(row, file, DOCUMENT)
        if known_as := file_id_in(sent):
            await self._files.note(file, row, known_as, KEPT)
        return sent

    async def _upload(self, row: Outgoing, file: Lent, way: Way) -> Any:
        name, parameters = shown(row, way)
        upload = Upload(way.parameter, file.path, file.name, file.mime)
        return await self.request.post(self._url + name, given(parameters, upload), read_timeout=None)

    async def fetch(self, ref: str, account: str, into: BinaryIO, most: int) -> Fetched:
        try:
            file = await self.call("getFile", {"file_id": ref})
        except TelegramError as error:
            return not_given(error)
        path = file.get("file_path") if isinstance(file, dict) else None
        if not isinstance(path, str):
            return Fetched("again", reason="no path was given")
        return await download(self._session, address_of(self._base, self._token, path), self.request.proxy, into, most)

    def _widened(self, outcome: Outcome) -> Outcome:
        """Two refusals for speed in a row: the whole bot is too fast."""
        now = asyncio.get_running_loop().time()
        soon, self._refused_at = now - self._refused_at < AGAIN_WITHIN_SECONDS, now
        return evolve(outcome, pauses_account=soon)

    # -- beside the turns

    def stored(self, parts: Sequence[Part], *, answer_taps: bool = True) -> None:
        """To be called when these are in the inbox. Nothing here may fail, and nothing is tried again."""
        for part in parts:
            if part.about == "talk":
                if wants_answer(part):
                    self._expect(part.address)
                if answer_taps and (tap := tap_of(part)):
                    self._try(tap_answer(tap))
            elif (group := group_of(part)) is not None and group not in self._leaving:
                self._leaving.add(group)
                self._begin(self._leave(group))

    def _expect(self, address: str) -> None:
        if address not in self._waiting:
            self._waiting[address] = asyncio.get_running_loop().call_later(HINT_SECONDS, self._hint, address)

    def _hint(self, address: str) -> None:
        del self._waiting[address]
        self._try(Method("sendChatAction", {"chat_id": int(address), "action": "typing"}))

    def _answered(self, address: str) -> None:
        if (timer := self._waiting.pop(address, None)) is not None:
            timer.cancel()

    async def _leave(self, group: int) -> None:
        """With one line; but never the people's own group, however it is numbered by now."""
        if not await self._is_ours(group):
            words = {"chat_id": group, "text": self._goodbye(str(group))}
            await self.courtesy(Method("sendMessage", words), Method("leaveChat", {"chat_id": group}))
        self._leaving.discard(group)

    async def _is_ours(self, group: int) -> bool:
        """A group that became a supergroup has another number, which Telegram tells to whoever writes to the old one."""
        if not self._stays_in.startswith("-"):
            return False
        try:
            await self.call("sendChatAction", {"chat_id": int(self._stays_in), "action": "typing"})
        except ChatMigrated as moved:
            if moved.new_chat_id == group:
                self._stays_in = str(group)
        except TelegramError as error:
            log.info("sendChatAction failed: %s", type(error).__name__)
        return str(group) == self._stays_in

    def _try(self, method: Method) -> None:
        self._begin(self.courtesy(method))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)

    async def courtesy(self, *methods: Method) -> None:
        """Calls without which the bot works as well: one that Telegram refuses is only counted."""
        for name, parameters in methods:
            try:
                await self.call(name, parameters)
            except TelegramError as error:
                self._counts(name, "failed")
                log.info("%s failed: %s", name, type(error).__name__)
            else:
                self._counts(name, "done")

    async def close(self) -> None:
        """Leaves nothing running."""
        for timer in self._waiting.values():
            timer.cancel()
        self._waiting.clear()
        for task in self._courtesies:
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)


def tap_answer(tap: str) -> Method:
    """Ends the waiting sign on a button, without words."""
    return Method("answerCallbackQuery", {"callback_query_id": tap})
