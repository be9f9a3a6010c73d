"""After the reference: words and photos still go to the ticket; a call ends, or goes on with another ticket."""

from dataclasses import dataclass

from bot.flows import rules
from bot.result import Chat, Turn
from bot.steps import Flow, Rest
from core.answers import Answers, value_of
from core.calls import is_call
from core.conversations import Option

_NEXT = (Option("another_call", "another_call"), Option("end", "end_call"))


def chat_of_caller(answers: Answers, turn: Turn) -> Chat | None:
    """The contact's own, where what is said reaches it now: freely, or in a template."""
    contact = rules.contact_of(answers, turn)
    chat = turn.chat_of(contact) if contact else None
    may_be_told = chat is not None and (chat.free_until is None or chat.free_until > turn.now or turn.template("status") is not None)
    return chat if may_be_told else None


@dataclass(frozen=True)
class Saved(Rest):
    """What an agent can do next; the customer is written to only where their own chat is proven."""

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        if not is_call(answers):
            return super().options(answers, turn)
        chat = chat_of_caller(answers, turn) if value_of(answers, "call.told") is None else None
        if chat is None:
            return _NEXT
        label = turn.say("call-tell-by", {"channel": turn.say(f"channel.{chat.channel}")})
        return (Option("tell", "tell_caller", label=label), *_NEXT)


SUBMITTED = Flow("submitted", None, steps=(Saved("open"),))
