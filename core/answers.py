"""Answers as they are kept, and short answers as they are typed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from core.asides import Aside, read_aside
from core.assent import read_yes_no
from core.choices import read_option
from core.messages import Author, Inbound, Media
from core.records import Record
from core.visits import VisitRestriction

__all__ = ["Answer", "Answers", "Aside", "Status", "Value", "first_value", "read_aside", "read_option", "read_yes_no", "value_of"]

Status = Literal["valid", "reopened", "doubtful", "skipped", "confirmed"]
Value = str | int | VisitRestriction | None


class Answer(Record):
    """A value with its origin.

    valid: read and checked · reopened: asked again, the old value is shown · doubtful: unclear after asking, a person must
    look · skipped: known to be none · confirmed: valid when [Enviar] came.
    """

    value: Value
    status: Status = "valid"
    source: int = 0  # inbox row of the message that said it
    author: Author = "customer"
    at: datetime | None = None
    seconds: int | None = None  # of the voice note that it is, which nobody has read; 0: of a length that nobody knows

    @classmethod
    def of(cls, value: Value, heard: Inbound, status: Status = "valid") -> "Answer":
        return cls(value, status, heard.id, heard.author, heard.sent_at, heard.seconds)

    @property
    def text(self) -> str:
        """The value in words; "" for none."""
        return self.value.text if isinstance(self.value, VisitRestriction) else str(self.value or "")

    def again(self) -> Inbound:
        """The message that would give this answer."""
        text = self.text
        if self.seconds is not None:
            note = Media("voice", self.seconds)
            return Inbound(self.source, text, "voice", media=note, choice=text, sent_at=self.at, author=self.author)
        return Inbound(self.source, text, choice="skip" if self.value is None else text, sent_at=self.at, author=self.author)


Answers = Mapping[str, Answer]  # by `flow.field`


def value_of(answers: Answers, key: str) -> Value:
    """What a rule may build on: a doubtful, reopened or skipped answer is None."""
    answer = answers.get(key)
    return answer.value if answer and answer.status in ("valid", "confirmed") else None


def first_value(answers: Answers, *keys: str) -> Any:
    """The value of the first answer that has one, also a doubtful one: for people who look at it."""
    return next((answers[key].value for key in keys if key in answers and answers[key].value is not None), None)
