"""Walking on to the first question that nobody has answered yet: the one loop, after each thing heard."""

from bot.answering import words_of
from bot.flows import STEPS
from bot.holders import ask_for_holder
from bot.machine import move, walk
from bot.registration import broken_rules
from bot.sent_back import settle_sent_back
from bot.steps import Confirm, Step
from bot.submission import parties, submit
from bot.talk import Talk
from core.errors import Rejected
from core.tickets import Status


def settle(talk: Talk) -> None:
    """Walks on to the first question that nobody has answered yet."""
    if talk.ticket.status == Status.SENT_BACK and not talk.step.rests:
        settle_sent_back(talk)
    if talk.ticket.status == Status.SENT_BACK and not talk.step.rests:
        return None  # nothing else is asked
    for _ in range(2 * len(STEPS)):
        _go_back_to_overlooked(talk)
        step = talk.step
        if talk.offer or step.rests or _is_to_ask(talk, step):
            return _arrive(talk)
        there = move(step.state, "advance", talk.answers, talk.turn)
        talk.state = _broken_rule(talk, step.state, there) or there
    raise AssertionError(f"more moves than states, in {talk.state}")


def _go_back_to_overlooked(talk: Talk) -> None:
    """Before the summary: a question that is wanted only since it was passed, as when somebody reported that home meanwhile."""
    if talk.offer or not isinstance(talk.step, Confirm):
        return
    first = walk(talk.answers, talk.turn)[-1]
    if first != talk.state:
        talk.go(STEPS[first])


def _arrive(talk: Talk) -> None:
    """At the end of the walk, once for each ticket, it is submitted: whatever is heard next is heard of a submitted one."""
    if talk.step.rests and not talk.ticket.submitted_at and talk.conversation.ticket_id == talk.ticket.id:
        submit(talk)
    elif talk.by_phone and not talk.ticket.submitted_at:
        talk.set(**parties(talk))  # colleagues who look at a call see whose it is, and where
    ask_for_holder(talk)


def _is_to_ask(talk: Talk, step: Step) -> bool:
    return step.wanted(talk.answers, talk.turn) and not step.answered(talk.answers) and not _knows(talk, step)


def _knows(talk: Talk, step: Step) -> bool:
    """Answers the step from what was said before: an Offer is asked, a refusal forgets it, a reopened one is always asked."""
    heard = None if any(key in talk.answers for key in step.fills) else step.known(talk.said, talk.answers, talk.turn)
    if heard is None:
        return False
    try:
        return talk.take(step.accept(heard, talk.answers, talk.turn))
    except Rejected:
        talk.forget(step)
        return False


def _broken_rule(talk: Talk, here: str, there: str) -> str | None:
    """The step to go back to, by a model's rule over several fields, tried when its flow is left. Refused twice, it waits for a person."""
    flow = here.partition(".")[0]
    if there.startswith(flow + "."):
        return None
    refusal = next((each for each in broken_rules(flow, talk.answers) if each.code not in talk.ticket.waived), None)
    if refusal is None or refusal.step is None:
        return None
    talk.set(waived=(*talk.ticket.waived, refusal.code))
    for state in (refusal.step, *refusal.details.get("also", ())):
        talk.reopen(STEPS[state])
    talk.tell(words_of(refusal))
    return refusal.step
