"""What wakes a loop: something new, the next look at the database, or the end."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

POLL_SECONDS = 0.5  # rows that another process wrote are found this late, when nobody tells


class Bell:
    """A loop clears it, looks for work, and waits when there was none; so what is rung between looking and waiting is heard.

    `otherwise` is called when it is rung and the loop is busy: another process may be idle.
    """

    def __init__(self, otherwise: Callable[[], None] = lambda: None) -> None:
        self._rung, self._otherwise, self._is_awaited = asyncio.Event(), otherwise, False
        self.stopped = False

    def ring(self) -> None:
        """There is something new, for this loop or for that of another process."""
        if not self._is_awaited:
            self._otherwise()
        self.wake()

    def ring_in(self, seconds: float) -> None:
        """Rings later, from within the running loop."""
        asyncio.get_running_loop().call_later(seconds, self.ring)

    def wake(self) -> None:
        """The loop looks again: only it can do this, or others know already."""
        self._rung.set()

    def stop(self) -> None:
        """The loop ends as soon as what it has in hand is done."""
        self.stopped = True
        self._rung.set()

    def clear(self) -> None:
        if not self.stopped:
            self._rung.clear()

    async def wait(self, seconds: float = POLL_SECONDS) -> None:
        self._is_awaited = True
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._is_awaited = False
