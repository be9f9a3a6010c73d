"""What a customer types behind a slash that means nothing here: an agent's act, or a word that no bot knows."""

import re

from bot.anywhere import act_meant
from bot.desk.call_ears import WORDS
from bot.desk.ears import VERBS
from bot.desk.lists import LISTS
from bot.talk import Talk
from core.messages import Inbound
from core.names import fold

_COMMAND = re.compile(r"/(\w+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
_OF_AGENTS = frozenset(phrase.partition(" ")[0] for phrase in (*VERBS, *WORDS, *LISTS))


def hear_unknown_command(talk: Talk, heard: Inbound) -> bool:
    """Neither an answer nor a report, whatever numbers it holds; the open question is asked again. Words behind another slash are words."""
    if talk.owned or act_meant(heard.text) or not _is_command(heard):
        return False
    talk.tell("unknown-command")
    return True


def _is_command(heard: Inbound) -> bool:
    """One word alone, unless it names an option; or one that agents use, with whatever follows."""
    found = _COMMAND.fullmatch((heard.typed or heard.text).strip())
    if found is None:
        return False
    word, more = found.groups()
    return fold(word) in _OF_AGENTS if more else heard.choice is None
