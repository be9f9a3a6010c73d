"""The stand-in as a program: `python -m tests.telegram`, and in another window `zelador serve` against it; here you are the customer."""

import argparse
from pathlib import Path

from tests.platforms.terminal import Acts, run, talk
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
        print(f"ZELADOR_TELEGRAM__API_BASE={telegram.url}\nZELADOR_TELEGRAM__TOKEN={telegram.token}\n\n{HELP}", flush=True)
        who = by_hand.customer(telegram, NUMBER)
        await talk(who, _acts(who), HELP, lambda shown: [f"[{label}]" for label in shown.labels])


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m tests.telegram", description="A stand-in of Telegram's Bot API to try the bot against")
    reader.add_argument("--port", type=int, default=PORT)
    reader.add_argument("--token", default=TOKEN)
    return reader.parse_args()


def _acts(who: Customer) -> Acts:
    plain = {name: getattr(who, name) for name in ("voice", "album", "sticker", "block", "unblock")}
    return {name: lambda rest, act=act: act() for name, act in plain.items()} | {
        "start": who.start,
        "photo": lambda rest: who.photo(Path(rest).read_bytes() if rest else None),
        "contact": lambda rest: who.share_contact(),
        "location": lambda rest: who.location(-23.5614, -46.6559),
    }


if __name__ == "__main__":
    run(main())
