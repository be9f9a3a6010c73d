"""Questions of which nobody knows whether they have arrived: people see that, and whoever writes on is asked anew."""

from bot.result import Input
from bot.steps import Confirm
from bot.talk import Said, Talk
from core.messages import Inbound, Undelivered
from core.records import evolve
from core.tickets import Status

FIRST: tuple[Said, ...] = (("greeting", {}), ("noted", {}))  # what the first message carries


def hear_doubt(talk: Talk, heard: Input) -> bool:
    """How it stands by now: something newer may have been asked, or the platform has told after all that it arrived."""
    if not isinstance(heard, Undelivered) or not heard.asked:
        return False
    talk.silent = True
    if not talk.turn.is_unconfirmed():
        dispel(talk)
    elif talk.conversation.doubted_since is None:
        talk.event("undelivered", actor="rule", after={"reason": heard.reason, "dead": False, "unknown": True})
        talk.conversation = evolve(talk.conversation, doubted_since=talk.turn.now)
        talk.wait()
    return True


def dispel(talk: Talk) -> None:
    """It arrived, or its person writes: then nobody needs to look after a report only because of that."""
    since = talk.conversation.doubted_since
    if since is None:
        return
    talk.conversation = evolve(talk.conversation, doubted_since=None)
    if talk.ticket.waiting_since == since and talk.ticket.status != Status.INCOMPLETE:
        talk.set(waiting_since=None)


def ask_anew_if_unread(talk: Talk) -> bool:
    """Whether it may be; then the question follows. Where nobody has answered one yet, all of the first message may be lost."""
    if not may_be_unread(talk):
        return False
    if len({each.source for each in talk.answers.values() if each.author == "customer"}) > 1:
        talk.tell("asked-again")
    else:  # all that is known was in the words that began it
        talk.set(owes=(*FIRST, *talk.ticket.owes))
    return True


def confirms_unread(talk: Talk, heard: Inbound) -> bool:
    """The summary is the one confirmation: what may not have been read is confirmed by no words. A tap shows that it was."""
    return isinstance(talk.step, Confirm) and heard.choice is not None and heard.kind != "tap" and may_be_unread(talk)


def may_be_unread(talk: Talk) -> bool:
    return not talk.by_phone and talk.turn.is_unconfirmed()
