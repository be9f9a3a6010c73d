"""The one confirmation of a talk (R23, R32): a customer sends, an agent saves."""

from dataclasses import dataclass

from bot.result import Turn
from bot.steps import Confirm, Flow
from core.answers import Answers
from core.calls import is_call
from core.conversations import Option

_CALL = (Option("save"), Option("change", "choose_change"), Option("cancel", "cancel"))


@dataclass(frozen=True)
class Summary(Confirm):
    sends = ("send", "save")

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return _CALL if is_call(answers) else super().options(answers, turn)


REVIEW = Flow("review", None, steps=(Summary("summary"),), then=((None, "submitted"),))
