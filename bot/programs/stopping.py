"""The end of a program that serves: told to stop, it ends in order and in time; told again, at once."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from typing import Any

from bot.programs.usage import REFUSED

STOP_SECONDS = 5.0  # for an orderly end. What is not over then is cut off: the next start goes on with it, as after a crash
SIGNALS = (signal.SIGINT, signal.SIGTERM)

log = logging.getLogger(__name__)


def run_until_told(main: Coroutine[Any, Any, None], loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None) -> None:
    """Ctrl-C or SIGTERM cancels `main`; what it then does to end in order has its limit."""

    limit = threading.Timer(STOP_SECONDS, _cut_off)  # a thread, for the loop itself may be what hangs
    limit.daemon = True

    async def stoppable() -> None:
        task = asyncio.ensure_future(main)
        for each in SIGNALS:
            with suppress(NotImplementedError):  # Windows: there Ctrl-C does it, by the runner's own hand
                asyncio.get_running_loop().add_signal_handler(each, partial(_stop, task, limit))
        with suppress(asyncio.CancelledError):
            await task

    with suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(stoppable())
    limit.cancel()


def _stop(task: "asyncio.Future[None]", limit: threading.Timer) -> None:
    for each in SIGNALS:
        asyncio.get_running_loop().remove_signal_handler(each)
        signal.signal(each, signal.SIG_DFL)  # the next one ends the process
    limit.start()
    task.cancel()


def _cut_off() -> None:
    log.error("not everything ended within %.0f seconds and is cut off; nothing that was stored is lost", STOP_SECONDS)
    logging.shutdown()
    os._exit(REFUSED)
