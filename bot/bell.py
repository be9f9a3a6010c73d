"""What wakes a loop: something new, the next look at the database, or the end."""

import asyncio
from contextlib import suppress

POLL_SECONDS = 0.5  # rows that another process wrote are found this late; a dead process is noticed in under a second


class Bell:
    """A loop clears it, looks for work, and waits when there was none; so what is rung between looking and waiting is heard."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self.stopped = False

    def ring(self) -> None:
        self._rung.set()

    def ring_in(self, seconds: float) -> None:
        """Rings later, from within the running loop."""
        asyncio.get_running_loop().call_later(seconds, self.ring)

    def stop(self) -> None:
        """The loop ends as soon as what it has in hand is done."""
        self.stopped = True
        self._rung.set()

    def clear(self) -> None:
        if not self.stopped:
            self._rung.clear()

    async def wait(self, seconds: float = POLL_SECONDS) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
