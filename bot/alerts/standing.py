"""What people are told of an account of ours: that its platform refuses what we send, that it does no longer, and what it reports."""

from collections.abc import Iterator

from bot.result import Alert, Input
from bot.talk import Talk
from core.standing import Standing


def hear_standing(talk: Talk, heard: Input) -> bool:
    if not isinstance(heard, Standing):
        return False
    talk.silent = True
    text = "\n".join(_lines(talk, heard))
    talk.alerts.append(Alert(0, "account", None, heard.said, text=text))
    return True


def _lines(talk: Talk, it: Standing) -> Iterator[str]:
    say = talk.turn.say
    yield say(f"standing.{it.kind}", {"channel": say(f"channel.{it.channel}")})
    if it.account:
        yield say("standing-account", {"account": it.account})
    if it.cause:
        yield say(f"standing-mend.{it.cause}")
    if it.kind == "held":
        yield say("standing-waits")
    if it.said:
        yield say("standing-said", {"words": it.said})
