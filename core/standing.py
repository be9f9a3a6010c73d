"""How an account of ours stands with its platform: what our own people are told of it."""

from typing import Literal

from core.records import Record

Cause = Literal["token", "permission", "payment", "account", "number", "quality", "template"]  # what somebody has to mend


class Standing(Record):
    """`held`: the platform refuses whatever we send, and `resumed`: no longer; the others are the platform's own news.

    `account`: "" where it is of all that we have there. `said`: the platform's words.
    """

    channel: str
    account: str
    kind: Literal["held", "resumed", "quality", "limit", "account", "template"]
    cause: Cause | None = None
    said: str = ""
    id: int = 0  # inbox row
