"""What people of the agency write from its own telephone, beside this program: the talk is theirs from then on (F12)."""

from bot.carrying import relay
from bot.leases import attend
from bot.talk import Talk
from core.messages import SIGNALS, Inbound
from core.records import evolve

AGENCY = "agent"  # who did it, as the history names somebody whose name is not known
SPOKEN = "echo"


def hear_echo(talk: Talk, heard: Inbound) -> bool:
    """What the assistant would have asked next is not sent; who has the talk already keeps it."""
    if heard.author != AGENCY:
        return False
    talk.silent = True
    if heard.kind in SIGNALS or heard.kind == "edited" or _is_colleague(talk):
        return True
    if not talk.conversation.attended:
        talk.silences_bot, talk.lead = True, []
    attend(talk)
    if talk.ticket.id:
        talk.ticket = evolve(talk.ticket, waiting_since=None, first_reply_at=talk.ticket.first_reply_at or talk.turn.now)
        talk.event(SPOKEN, actor=AGENCY, after={"text": heard.text})
        relay(talk, heard)
    return True


def _is_colleague(talk: Talk) -> bool:
    """It was written to one of our own people."""
    return any(each.chat == talk.conversation.id for each in talk.turn.agents())
