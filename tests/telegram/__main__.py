"""The stand-in as a program: `python -m tests.telegram`, and in another window `zelador serve` against it; here you are the customer."""

import argparse
import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import uvicorn

from tests.telegram import by_hand
from tests.telegram.customers import Customer
from tests.telegram.platform import TOKEN, Telegram
from tests.telegram.server import serving

PORT = 8081  # as a Bot API server of one's own
NUMBER = 5_511_001

HELP = """\
What you write is said to the bot; a button's label taps it. Besides:
  :start [WORD]   :photo [FILE]   :voice   :album   :contact   :location   :sticker   :block   :unblock
"""


async def main() -> None:
    """Until it is interrupted, also when nobody sits at the terminal."""
    options = _options()
    async with serving(Telegram(options.token), options.port) as telegram:
        print(f"ZELADOR_TELEGRAM__API_BASE={telegram.url}\nZELADOR_TELEGRAM__TOKEN={telegram.token}\n\n{HELP}", flush=True)
        who = by_hand.customer(telegram, NUMBER)
        await asyncio.gather(_tell(who), _listen(who))


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.telegram", description="A stand-in of Telegram's Bot API to try the bot against")
    reader.add_argument("--port", type=int, default=PORT)
    reader.add_argument("--token", default=TOKEN)
    return reader.parse_args()


async def _tell(who: Customer) -> None:
    """Shows what the bot sends."""
    while True:
        shown = await who.next_message(seconds=None)
        print("\n".join([f"< {shown.text}", *(f"  [{label}]" for label in shown.labels)]), flush=True)


async def _listen(who: Customer) -> None:
    """In a thread that ends with the program, since nothing else wakes who waits for a line."""
    lines: asyncio.Queue[str] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line.strip())

    threading.Thread(target=read, daemon=True).start()
    while True:
        if line := await lines.get():
            _do(who, line)


def _do(who: Customer, line: str) -> None:
    act, _, rest = line.removeprefix(":").partition(" ")
    acts: dict[str, Callable[[], object]] = {
        "start": lambda: who.start(rest),
        "photo": lambda: who.photo(Path(rest).read_bytes() if rest else None),
        "contact": who.share_contact,
        "location": lambda: who.location(-23.5614, -46.6559),
    }
    acts |= {name: getattr(who, name) for name in ("voice", "album", "sticker", "block", "unblock")}
    try:
        if line.startswith(":"):
            acts[act]()
        else:
            _tap_or_say(who, line)
    except (LookupError, OSError) as wrong:
        print(f"? {wrong}\n{HELP}", flush=True)


def _tap_or_say(who: Customer, line: str) -> None:
    try:
        who.tap(line)
    except LookupError:
        who.say(line)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=uvicorn.Config("").get_loop_factory()) as runner:
        runner.run(main())
