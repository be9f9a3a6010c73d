"""What a platform brings: that of one lane one after the other, several lanes at once."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Brought = TypeVar("Brought")


class Lanes(Generic[Brought]):
    """`bring` returns once it is taken, however often it was tried."""

    def __init__(self, bring: Callable[[Brought], Awaitable[None]]) -> None:
        self._bring = bring
        self._lanes: dict[Hashable, deque[Brought]] = {}  # with something in them
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, each: Brought, lane: Hashable | None = None) -> None:
        """Of no lane: at once."""
        lane = object() if lane is None else lane
        if lane in self._lanes:
            self._lanes[lane].append(each)
            return
        self._lanes[lane] = deque([each])
        task = asyncio.get_running_loop().create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, lane: Hashable) -> None:
        queue = self._lanes[lane]
        while queue:
            await self._bring(queue[0])
            queue.popleft()
        del self._lanes[lane]

    async def stop(self) -> None:
        """What is under way is brought no more."""
        self._lanes.clear()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
