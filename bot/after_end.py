"""What its customer says after a ticket is over: thanks, the same problem again, or another one (F26)."""

from bot.acts import ACTS
from bot.reopening import may_be_reopened
from bot.talk import Talk
from core.conversations import Offer, Option
from core.messages import Inbound
from core.reading import is_greeting
from core.small_talk import is_thanks
from core.solved import says_solved
from core.tickets import ENDED, name_of

_SAME_OR_OTHER = (Option("reopen", "reopen"), Option("other_problem", "another_told"))


def hear_after_end(talk: Talk, heard: Inbound) -> bool:
    """Asked about once, so that neither the old ticket nor a new one gets what is meant for the other; after the days, a new one."""
    if not talk.step.rests or talk.ticket.status not in ENDED or _is_small_talk(heard.text):
        return False
    talk.said["description"] = heard
    if may_be_reopened(talk, talk.ticket):
        talk.offer = Offer("offer-reopen", _SAME_OR_OTHER, {"reference": name_of(talk.ticket)})
    else:
        ACTS["another_told"](talk, heard, "")
    return True


def _is_small_talk(text: str) -> bool:
    return not text.strip() or is_greeting(text) or is_thanks(text) or says_solved(text)
