"""Where messages come in, a door for each platform that is set up."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import Protocol

from starlette.routing import Route

from core.messages import NotStoredError, Part, Put
from storage.database import is_outage


class Door(Protocol):
    """What one process needs of it."""

    @property
    def routes(self) -> Sequence[Route]:
        """Served from the start."""

    def open(self) -> AbstractAsyncContextManager[None]:
        """Messages come in while the block runs. Raises `bot.settings.SettingError` where they never would."""


@asynccontextmanager
async def open_all(doors: Sequence[Door]) -> AsyncIterator[None]:
    async with AsyncExitStack() as opened:
        for door in doors:
            await opened.enter_async_context(door.open())
        yield


def told_once(put: Put) -> Put:
    """That the database is away, it tells itself, once: a door need not."""

    async def stored(parts: Sequence[Part]) -> None:
        try:
            await put(parts)
        except Exception as error:
            if is_outage(error):
                raise NotStoredError from error
            raise

    return stored
