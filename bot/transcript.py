"""What stands in the transcript of a turn: what was said on both sides, as a person would read it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.result import Input
from core.conversations import Prompt
from core.messages import Inbound
from storage.messages import BOT, Record


def transcript(
    conversation_id: int, about: int | None, heard: Iterable[Input], prompts: Iterable[Prompt], now: datetime
) -> Iterator[Record]:
    """`about`: the ticket that was talked about."""
    for each in heard:
        if isinstance(each, Inbound):
            known_as = each.of if each.kind == "edited" else each.message
            at = each.sent_at or now
            yield Record(conversation_id, about, each.id, each.author, each.kind, _written(each), at, known_as or None)
    for prompt in prompts:
        if not prompt.clears:
            yield Record(conversation_id, about, None, BOT, prompt.purpose, prompt.text, now)


def _written(said: Inbound) -> str:
    """The words of a message; of a card or a place, what it says."""
    if said.card is not None:
        return " ".join(filter(None, (said.card.name, said.card.phone)))
    return str(said.place) if said.place is not None else said.text
