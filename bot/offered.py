"""A button of the open question that stands for answers."""

from bot.flows import STEPS
from bot.machine import walk
from bot.steps import Heard
from bot.talk import Talk
from core.answers import Answer
from core.conversations import Option
from core.messages import Inbound


def option_meant(talk: Talk, heard: Inbound) -> Option | None:
    if not talk.open or not heard.choice:
        return None
    return next((each for each in talk.open.options if each.name == heard.choice), None)


def hear_offered(talk: Talk, heard: Inbound) -> bool:
    option = option_meant(talk, heard)
    if option is None or not isinstance(option.does, dict):
        return False
    answers = _confirmed(talk, option, dict(option.does))
    if talk.take(answers) and talk.open and talk.open.words == "offer-edit":
        _walk_from(talk, dict(option.does))
    return True


def _walk_from(talk: Talk, answers: dict[str, Answer]) -> None:
    """An answer that stood before the open question may lead elsewhere now."""
    path = walk(talk.answers, talk.turn)
    first = next((state for state in path[:-1] if not answers.keys().isdisjoint(STEPS[state].fills)), None)
    if first is not None and not talk.state.startswith("safety."):
        talk.go(STEPS[first])


def _confirmed(talk: Talk, option: Option, answers: dict[str, Answer]) -> Heard:
    """A doubtful reading that was confirmed is looked at as if it had been read surely."""
    check = getattr(talk.step, "check", None) if option.name == "right" else None
    return (check and check(answers, talk.turn)) or answers
