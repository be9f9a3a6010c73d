"""What Telegram shows of the bot is within its limits, and each command that it offers is understood."""

import pytest
from telegram.constants import BotCommandLimit, BotDescriptionLimit

from bot.anywhere import act_meant
from bot.handlers.telegram.profile import COMMANDS
from bot.handlers.telegram.updates import parse
from bot.programs.app import catalogue
from bot.programs.reception import profile
from bot.settings import Settings
from core.messages import Part


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_a_word_that_works_anywhere(command: str) -> None:
    said = {"message_id": 1, "text": f"/{command}", "chat": {"id": 1, "type": "private"}, "from": {"id": 1}}
    assert act_meant(parse(Part("telegram", "1", "1", {"update_id": 1, "message": said}, (("user", "1"),), "1")).text)


def test_it_is_short_enough() -> None:
    shown = profile(catalogue(Settings()))
    assert len(shown.about) <= BotDescriptionLimit.MAX_DESCRIPTION_LENGTH
    assert len(shown.short) <= BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH
    assert list(shown.commands) == list(COMMANDS)
    assert max(map(len, shown.commands.values())) <= BotCommandLimit.MAX_DESCRIPTION
