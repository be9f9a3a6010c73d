"""How this process hears of WhatsApp: by webhook alone, whatever becomes of what goes out."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.routing import Route

from bot.handlers.whatsapp import webhook
from bot.handlers.whatsapp.account import Account, NotReachedError, RefusedError
from bot.handlers.whatsapp.transport import NOT_THERE
from bot.settings import SettingError
from bot.settings import WhatsApp as WhatsAppSettings
from core.messages import Put

FIRST_TRY_SECONDS = 3.0  # for the platform's answer; after that the start goes on
UNKNOWN_NUMBER = (
    "ZELADOR_WHATSAPP__PHONE_NUMBER_ID: o WhatsApp não conhece o número {number}, ou o token não o alcança; "
    "zelador whatsapp check diz como resolver"
)

log = logging.getLogger(__name__)


class Callback:
    def __init__(self, settings: WhatsAppSettings, whatsapp: webhook.Receives, account: Account, put: Put) -> None:
        self._settings, self._whatsapp, self._account, self._put = settings, whatsapp, account, put

    @property
    def routes(self) -> Sequence[Route]:
        return webhook.routes(self._whatsapp, self._put, self._settings.app_secret, self._settings.verify_token)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Raises `SettingError` for a number that is not the account's: what is brought for the right one would be nobody's.

        A token that is refused is only told: people are heard without it, and of a danger others may be told.
        """
        await asyncio.gather(*(self._try(number) for number in self._settings.accounts))
        yield

    async def _try(self, number: str) -> None:
        try:
            async with asyncio.timeout(FIRST_TRY_SECONDS):
                await self._account.exists(number)
        except RefusedError as error:
            if error.code == NOT_THERE:
                raise SettingError(UNKNOWN_NUMBER.format(number=number)) from None
            log.warning("WhatsApp refuses us (code %s): zelador whatsapp check says how to mend it", error)
        except (NotReachedError, TimeoutError) as error:
            log.warning("WhatsApp was not reached (%s); what is brought is heard, and what is to be sent waits", type(error).__name__)
