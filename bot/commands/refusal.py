"""Why an act is not done, in a sentence for whoever gave it."""

from bot.result import Result
from bot.talk import Talk


def refused(talk: Talk, words: str, **values: str) -> Result:
    return Result("refused", talk.turn.say(f"refused.{words}", values))
