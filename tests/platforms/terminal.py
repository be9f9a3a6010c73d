"""A stand-in as a program: whoever sits at the terminal is a customer."""

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Protocol

import uvicorn

Acts = Mapping[str, Callable[[str], object]]  # by the word after a colon; each is given what stands behind it


class Talks(Protocol):
    """What every customer can do."""

    def say(self, text: str) -> object: ...

    def tap(self, label: str) -> object: ...

    async def next_message(self, seconds: float | None = ...) -> Any: ...


def run(main: Coroutine[Any, Any, None]) -> None:
    """Until it is interrupted."""
    with contextlib.suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=uvicorn.Config("").get_loop_factory()) as runner:
        runner.run(main)


async def talk(who: Talks, acts: Acts, help_text: str, lines: Callable[[Any], list[str]]) -> None:
    """Without end, also when nobody sits at the terminal. `lines`: what a message looks like below its words."""
    await asyncio.gather(_tell(who, lines), _listen(who, acts, help_text))


async def _tell(who: Talks, lines: Callable[[Any], list[str]]) -> None:
    """Shows what the bot sends."""
    while True:
        shown = await who.next_message(seconds=None)
        print("\n".join([f"< {shown.text}", *(f"  {line}" for line in lines(shown))]), flush=True)


async def _listen(who: Talks, acts: Acts, help_text: str) -> None:
    """In a thread that ends with the program, since nothing else wakes who waits for a line."""
    lines: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line.strip())

    threading.Thread(target=read, daemon=True).start()
    while True:
        if line := await lines.get():
            _do(who, line, acts, help_text)


def _do(who: Talks, line: str, acts: Acts, help_text: str) -> None:
    act, _, rest = line.removeprefix(":").partition(" ")
    try:
        if line.startswith(":"):
            acts[act](rest)
        else:
            _tap_or_say(who, line)
    except (LookupError, OSError) as wrong:
        print(f"? {wrong}\n{help_text}", flush=True)


def _tap_or_say(who: Talks, line: str) -> None:
    try:
        who.tap(line)
    except LookupError:
        who.say(line)
