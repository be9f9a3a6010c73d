"""What Telegram shows of the bot before and beside the talk: its commands and what it is for."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.handlers.telegram.calls import Method
from bot.handlers.telegram.channel import Telegram

# `updates.py` makes words of them that work everywhere; https://core.telegram.org/bots/api#botcommand: small letters, digits, _
COMMANDS = ("ajuda", "status", "atendente", "recomecar", "meus_dados", "cancelar")


class Profile(NamedTuple):
    """At most 512 characters before the first message, 120 where the bot is shared; and by command what it does, at most 256."""

    about: str
    short: str
    commands: Mapping[str, str]


async def introduce(telegram: Telegram, profile: Profile) -> None:
    """Without it the bot works as well: what Telegram refuses is left as it was."""
    commands = [{"command": name, "description": text} for name, text in profile.commands.items()]
    await telegram.courtesy(
        Method("setMyCommands", {"commands": commands}),
        Method("setMyDescription", {"description": profile.about}),
        Method("setMyShortDescription", {"short_description": profile.short}),
    )
