"""How this process hears of Telegram's updates: introduced once, then by webhook or by polling, and what is wrong with it now."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus

from starlette.routing import Route
from telegram.error import BadRequest, Conflict, InvalidToken

from bot.copy import Copy
from bot.handlers.telegram import polling, webhook
from bot.handlers.telegram.channel import Telegram
from bot.handlers.telegram.polling import FIRST_REST_SECONDS, LAST_REST_SECONDS
from bot.handlers.telegram.profile import COMMANDS, Profile, introduce
from bot.handlers.telegram.transport import NotTelegramError
from bot.programs.app import catalogue
from bot.settings import BOT_API, SettingError, Settings
from bot.steps import dashed
from core.messages import Put

FIRST_TRY_SECONDS = 3.0  # for Telegram's first answer; after that the start goes on, and tries again beside it
LOOK_SECONDS = 60.0  # between two looks whether the webhook is still ours

BEGINS = "o programa ainda não falou com o Telegram"
NOT_REACHED = "não consigo falar com o Telegram"
TOKEN_REFUSED = "o Telegram recusa o token"  # noqa: S105 (a sentence)
CONFLICT = "outro programa busca as mensagens deste bot"
ADDRESS_REFUSED = "o Telegram não aceita o endereço público"
NO_BOT_API = "ZELADOR_TELEGRAM__API_BASE: esse endereço não conhece o bot do token; confira o endereço e o ZELADOR_TELEGRAM__TOKEN"

log = logging.getLogger(__name__)


class Reception:
    """`trouble`: in words why messages do not come in now; None while they do."""

    def __init__(self, settings: Settings, telegram: Telegram, put: Put) -> None:
        self._settings, self._telegram, self._put = settings, telegram, put
        self._secret = webhook.secret_of(settings.telegram.token, settings.telegram.webhook_secret)
        self._profile = profile(catalogue(settings))
        self.trouble: str | None = BEGINS

    @property
    def routes(self) -> list[Route]:
        """Served from the start, whatever the way: an update that still comes by webhook is stored like any other."""
        return [webhook.route(self._telegram, self._put, self._secret)]

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Messages come in while the block runs. Raises `SettingError` when Telegram refuses the token at once."""
        await self._try_token()
        hearing = asyncio.create_task(self._hear())
        try:
            yield
        finally:
            hearing.cancel()
            with suppress(asyncio.CancelledError):
                await hearing

    async def _try_token(self) -> None:
        try:
            await self._telegram.call("getMe", {}, FIRST_TRY_SECONDS)
        except InvalidToken as error:
            raise SettingError(refused_token(error)) from None
        except NotTelegramError as error:
            if (
                error.status == HTTPStatus.NOT_FOUND and self._settings.telegram.api_base != BOT_API
            ):  # else a proxy, which may let us through
                raise SettingError(NO_BOT_API) from None
            self._met(error)
        except Exception as error:  # noqa: BLE001 (told; the start goes on)
            self._met(error)

    async def _hear(self) -> None:
        """Until it is cancelled."""
        await self._until_done(self._prepare)
        await introduce(self._telegram, self._profile)
        if not self._settings.by_webhook:
            await polling.poll(self._telegram, self._put, self._met)
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self._until_done(self._look_after_webhook)

    async def _prepare(self) -> None:
        if self._settings.by_webhook:
            await webhook.register(self._telegram, self._settings.public_url, self._secret)
        else:
            await webhook.deregister(self._telegram)

    async def _look_after_webhook(self) -> None:
        """Another program may have taken it away, and nobody would tell."""
        if (await self._telegram.call("getWebhookInfo", {})).get("url") != webhook.address(self._settings.public_url):
            log.warning("the webhook was somebody else's, and is ours again")
            await self._prepare()

    async def _until_done(self, act: Callable[[], Awaitable[None]]) -> None:
        rest = FIRST_REST_SECONDS
        while True:
            try:
                await act()
            except Exception as error:  # noqa: BLE001 (told; also what answers that is no Bot API)
                self._met(error)
                await asyncio.sleep(rest)
                rest = min(2 * rest, LAST_REST_SECONDS)
            else:
                self._met(None)
                return

    def _met(self, error: Exception | None) -> None:
        """Said in the log when it changes, and not at every attempt."""
        trouble = None if error is None else in_words(error)
        if trouble == self.trouble:
            return
        if error is not None:
            log.warning("no updates from Telegram, trying again until they come: %s (%s)", trouble, type(error).__name__)
        elif self.trouble != BEGINS:
            log.warning("updates come from Telegram again")
        self.trouble = trouble


def in_words(error: Exception) -> str:
    match error:
        case InvalidToken():
            return TOKEN_REFUSED
        case Conflict():
            return CONFLICT
        case BadRequest():
            return f"{ADDRESS_REFUSED} ({error.message})"
    return NOT_REACHED


def refused_token(error: InvalidToken) -> str:
    """The Bot API answers 404 to what it does not know at all."""
    if "not found" in error.message.lower():
        return NO_BOT_API
    return "ZELADOR_TELEGRAM__TOKEN: o Telegram recusa o token; copie-o de novo do BotFather (/mybots, API Token)"


def profile(words: Copy) -> Profile:
    """As plain text, which goes out as it stands."""
    about, short, *does = (str(words.say(f"profile-about{each}")) for each in ("", ".short", *(f".{dashed(name)}" for name in COMMANDS)))
    return Profile(about, short, dict(zip(COMMANDS, does, strict=True)))
