"""The stand-in as a program: `python -m tests.telegram`, and in another window `zelador serve` against it; here you are the customer."""

import argparse
import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

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
    options = _options()
    async with serving(Telegram(options.token), options.port) as telegram:
        print(f"ZELADOR_TELEGRAM__API_BASE={telegram.url}\nZELADOR_TELEGRAM__TOKEN={telegram.token}\n\n{HELP}")
        who = by_hand.customer(telegram, NUMBER)
        async with asyncio.TaskGroup() as tasks:
            telling = tasks.create_task(_tell(who))
            with contextlib.suppress(EOFError):
                while True:
                    await _do(who, await asyncio.to_thread(input))
            telling.cancel()


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


async def _do(who: Customer, line: str) -> None:
    if not line.strip():
        return
    act, _, rest = line.removeprefix(":").partition(" ")
    acts: dict[str, Callable[[], object]] = {
        "contact": who.share_contact,
        "photo": lambda: who.photo(Path(rest).read_bytes() if rest else None),
    }
    acts |= {"location": lambda: who.location(-23.5614, -46.6559), "start": lambda: who.start(rest)}
    acts |= {name: getattr(who, name) for name in ("voice", "album", "sticker", "block", "unblock")}
    try:
        if line.startswith(":"):
            acts[act]()
        else:
            _tap_or_say(who, line)
    except (LookupError, OSError) as wrong:
        print(f"? {wrong}\n{HELP}")


def _tap_or_say(who: Customer, line: str) -> None:
    try:
        who.tap(line)
    except LookupError:
        who.say(line)


with contextlib.suppress(KeyboardInterrupt):
    asyncio.run(main())
