"""How this process hears of WhatsApp: by webhook alone. Whether the platform still takes our token is looked at now and then."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

from starlette.routing import Route

from bot.handlers.whatsapp import webhook
from bot.handlers.whatsapp.account import NOT_FOUND, TOKEN_REFUSED, Account, NotReachedError, RefusedError
from bot.settings import SettingError
from bot.settings import WhatsApp as WhatsAppSettings
from core.messages import Put

FIRST_TRY_SECONDS = 3.0  # for the platform's first answer; after that the start goes on, and tries again beside it
LOOK_SECONDS = 60.0  # between two looks

BEGINS = "o programa ainda não falou com o WhatsApp"
NOT_REACHED = "não consigo falar com o WhatsApp"
REFUSES_TOKEN = "o WhatsApp recusa o token"  # noqa: S105 (a sentence)
UNKNOWN_NUMBER = "o WhatsApp não conhece o número {number}, ou o token não o alcança"

log = logging.getLogger(__name__)


class Callback:
    """`trouble`: in words why answers do not go out now, or nobody knows whether they do; None while they do."""

    def __init__(self, settings: WhatsAppSettings, whatsapp: webhook.Receives, account: Account, put: Put) -> None:
        self._settings, self._whatsapp, self._account, self._put = settings, whatsapp, account, put
        self.trouble: str | None = BEGINS

    @property
    def routes(self) -> Sequence[Route]:
        return webhook.routes(self._whatsapp, self._put, self._settings.app_secret, self._settings.verify_token)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Messages come in while the block runs. Raises `SettingError` when the platform refuses token or number at once."""
        await self._try()
        looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            looking.cancel()
            with suppress(asyncio.CancelledError):
                await looking

    async def _try(self) -> None:
        try:
            async with asyncio.timeout(FIRST_TRY_SECONDS):
                trouble, setting = await self._found()
        except TimeoutError:
            trouble, setting = NOT_REACHED, ""
        if trouble and setting:
            raise SettingError(f"{setting}: {trouble}; zelador whatsapp check diz como resolver")
        self._met(trouble)

    async def _look(self) -> None:
        """Until it is cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            trouble, _ = await self._found()
            self._met(trouble)

    async def _found(self) -> tuple[str | None, str]:
        """What is wrong, and the setting whose fault it is, if it is one's."""
        found = await asyncio.gather(*(self._of(number) for number in self._settings.accounts))
        return next((each for each in found if each[0]), (None, ""))

    async def _of(self, number: str) -> tuple[str | None, str]:
        try:
            await self._account.exists(number)
        except RefusedError as error:
            return _in_words(error, number)
        except NotReachedError:
            return NOT_REACHED, ""
        return None, ""

    def _met(self, trouble: str | None) -> None:
        """Said in the log when it changes, and not at every look."""
        if trouble == self.trouble:
            return
        if trouble is not None:
            log.warning("WhatsApp does not answer as it should: %s", trouble)
        elif self.trouble != BEGINS:
            log.warning("WhatsApp answers again")
        self.trouble = trouble


def _in_words(error: RefusedError, number: str) -> tuple[str, str]:
    if error.code == TOKEN_REFUSED:
        return REFUSES_TOKEN, "ZELADOR_WHATSAPP__TOKEN"
    if (error.code, error.subcode) == NOT_FOUND:
        return UNKNOWN_NUMBER.format(number=number), "ZELADOR_WHATSAPP__PHONE_NUMBER_ID"
    return f"{NOT_REACHED} (código {error})", ""
