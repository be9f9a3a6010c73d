"""The stand-in as a program: `python -m tests.whatsapp`, and elsewhere `zelador serve` with what it prints; here you are the customer."""

import argparse
import asyncio
import contextlib
from pathlib import Path

import aiohttp

from bot.copy import copy
from bot.programs.templates import NAMES, wanted
from tests.platforms.lines import Line
from tests.platforms.terminal import Acts, run, talk
from tests.whatsapp import by_hand
from tests.whatsapp.customers import Customer, echo
from tests.whatsapp.platform import NUMBER, OTHER, SECRET, TOKEN, VERIFY, WhatsApp
from tests.whatsapp.server import serving
from tests.whatsapp.shown import Shown

PORT = 8082
CALLBACK = "http://127.0.0.1:8080/whatsapp/webhook"  # where `zelador serve` listens by itself
PERSON = "5511987650132"  # of Marcos, who stands in the books of the demo
LANGUAGE = "pt_BR"
LOOK_SECONDS = 1.0  # between two tries to reach the webhook

HELP = """\
What you write is said to the business; the label of a button or a row taps it. Besides:
  :photo [FILE]   :album   :voice   :video   :document   :sticker   :location   :read   :off   :on   :block   :unblock
  :number NUMBER (your new one)   :echo WORDS (what the agency writes on its own phone)
"""


async def main() -> None:
    options = _options()
    async with serving(WhatsApp(options.token), options.port) as whatsapp:
        whatsapp.line = whatsapp.webhook.line = Line(options.loss, 0, options.slow)
        _approve(whatsapp)
        print("\n".join([*_settings(whatsapp), "", HELP]), flush=True)
        who = by_hand.customer(whatsapp, options.person)
        await asyncio.gather(_register(whatsapp, options.callback), talk(who, _acts(who), HELP, _lines))


def _options() -> argparse.Namespace:
    reader = argparse.ArgumentParser(
        prog="python -m tests.whatsapp", description="A stand-in of WhatsApp's Cloud API to try the bot against"
    )
    reader.add_argument("--port", type=int, default=PORT)
    reader.add_argument("--token", default=TOKEN)
    reader.add_argument("--callback", default=CALLBACK, help="where messages are brought")
    reader.add_argument("--person", default=PERSON, help="the number of whoever sits here")
    reader.add_argument("--loss", type=float, default=0.0, help="the part of requests and of answers that is lost")
    reader.add_argument("--slow", type=float, default=0.0, help="seconds that a request takes at most")
    return reader.parse_args()


def _approve(whatsapp: WhatsApp) -> None:
    """The account has every template as `zelador whatsapp templates` says to submit it."""
    for use, name in NAMES.items():
        asked = wanted(use, copy("pt-BR").say)
        whatsapp.templates.add(name, asked.text, category=asked.category, language=LANGUAGE)


def _settings(whatsapp: WhatsApp) -> list[str]:
    given = {
        "API_BASE": whatsapp.url,
        "TOKEN": whatsapp.token,
        "PHONE_NUMBER_ID": f"{NUMBER},{OTHER}",
        "APP_SECRET": SECRET,
        "VERIFY_TOKEN": VERIFY,
        **{f"TEMPLATES__{use.upper()}": f"{name}:{LANGUAGE}" for use, name in NAMES.items()},
    }
    return [f"ZELADOR_WHATSAPP__{name}={value}" for name, value in given.items()]


async def _register(whatsapp: WhatsApp, callback: str) -> None:
    """As soon as somebody answers there; what was written before waits."""
    while True:
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            await whatsapp.webhook.register(callback, VERIFY)
            return
        await asyncio.sleep(LOOK_SECONDS)


def _acts(who: Customer) -> Acts:
    plain = {name: getattr(who, name) for name in ("album", "voice", "video", "document", "sticker", "read", "block", "unblock")}
    plain |= {"off": who.turn_off, "on": who.turn_on}
    return {name: lambda rest, act=act: act() for name, act in plain.items()} | {
        "photo": lambda rest: who.photo(Path(rest).read_bytes() if rest else None),
        "location": lambda rest: who.location(-23.5614, -46.6559),
        "number": who.change_number,
        "echo": lambda words: echo(who, words),
    }


def _lines(shown: Shown) -> list[str]:
    rows = [f"({title}{' · ' if about else ''}{about})" for title, about in shown.rows]
    return ([f"[{shown.opens} ▾]"] if shown.opens else []) + rows + [f"[{label}]" for label in shown.buttons]


if __name__ == "__main__":
    run(main())
