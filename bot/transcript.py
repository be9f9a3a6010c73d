"""What stands in the transcript of a turn: what was said on both sides, as a person would read it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.result import Input, TurnResult
from core.codes import HIDDEN
from core.conversations import Conversation, OpenPrompt
from core.messages import Inbound
from storage.messages import AGENT, BOT, Record


def transcript(talk: Conversation, about: int | None, heard: Iterable[Input], said: TurnResult, now: datetime) -> Iterator[Record]:
    """`talk`: as it was before the turn; `about`: the ticket that was talked about."""
    for each in heard:
        if isinstance(each, Inbound):
            known_as = each.of if each.kind == "edited" else each.message
            at = each.sent_at or now
            yield Record(
                talk.id,
                about,
                each.id,
                each.author if each.agent is None else AGENT,
                each.kind,
                HIDDEN if each.id in said.codes else _written(each, talk.open),
                at,
                known_as or None,
            )
    for prompt in said.prompts:
        if not prompt.clears:
            yield Record(talk.id, about, None, prompt.by or BOT, prompt.purpose, prompt.text, now)


def _written(said: Inbound, opened: OpenPrompt | None) -> str:
    """The words of a message; of a card or a place, what it says; of a button, its label, unless it is that of an older question."""
    if said.option is not None and opened is not None and said.prompt == opened.id:
        return "".join(each.label for each in opened.options[said.option : said.option + 1])
    if said.card is not None:
        return " ".join(filter(None, (said.card.name, said.card.phone)))
    return str(said.place) if said.place is not None else said.text
