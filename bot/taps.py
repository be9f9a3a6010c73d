"""Taps that answer nothing: another page of the same options, and buttons of a question that is over."""

from datetime import timedelta

from bot.talk import Talk
from core.conversations import Prompt
from core.messages import Inbound

SLIP = timedelta(seconds=5)  # between two taps of one finger that meant one


def hear_page(talk: Talk, heard: Inbound) -> bool:
    """Another page of the same options."""
    if heard.first is None or not talk.open or heard.prompt != talk.open.id:
        return False
    talk.page = heard.first
    return True


def hear_stale_tap(talk: Talk, heard: Inbound) -> bool:
    """Said once, with the question that is open; the old message loses its buttons, where the channel says which it was."""
    if heard.kind != "tap" or heard.choice is not None:
        return False
    if heard.of and not _is_open(talk, heard):
        talk.prompts.append(Prompt("already-answered", "", purpose="note", clears=heard.of))
    if not _is_a_slip(talk, heard):
        talk.tell("already-answered")
    elif talk.tapped is None:
        talk.silent = True  # the first tap was answered just now
    return True


def _is_open(talk: Talk, heard: Inbound) -> bool:
    return talk.open is not None and heard.prompt == talk.open.id and talk.tapped is None


def _is_a_slip(talk: Talk, heard: Inbound) -> bool:
    """The tap that led here, once more."""
    tap = (heard.prompt, heard.option)
    just_asked = talk.open is not None and talk.turn.now - talk.open.asked_at < SLIP
    return tap == talk.tapped or (just_asked and talk.open is not None and tap == talk.open.tap)
