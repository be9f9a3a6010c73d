"""Waiting for something to become true, without looking at a clock: whoever changes it says so."""

import asyncio
from collections.abc import Callable

PATIENCE_SECONDS = 60.0  # of a test for an answer; only one that fails waits for so long


class Changes:
    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            if not each.done():
                each.set_result(None)

    async def until(self, so: Callable[[], bool]) -> None:
        while not so():
            change = asyncio.get_running_loop().create_future()
            self._waiting.append(change)
            await change
