"""What the assistant does by itself, and where people come first."""

from bot.acts import ACTS
from bot.result import Input
from bot.talk import Talk
from core.messages import SIGNALS, Inbound, is_customers
from core.supervision import Level
from core.tickets import Status


def hand_over(talk: Talk, heard: Input) -> None:
    """Under `manual` the first words of a person are kept and go to people, after the greeting; danger has been told before that."""
    if isinstance(heard, Inbound) and is_customers(heard) and heard.kind not in SIGNALS:
        hand_over_if_manual(talk)


def hand_over_if_manual(talk: Talk) -> None:
    it = talk.ticket
    is_open = it.id == talk.conversation.ticket_id and not it.submitted_at and it.status != Status.CANCELLED
    if talk.level_of(it) == Level.MANUAL and is_open and not talk.owned and not talk.state.startswith("safety."):
        ACTS["person"](talk, Inbound(), "")
