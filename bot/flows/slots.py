"""Whether visit times can be stored as they were read: what was read with doubt is asked, and so is what leaves nobody a time to come."""

from bot.result import Turn
from bot.steps import Heard
from core.answers import Answer
from core.conversations import Offer, Option
from core.errors import Rejected
from core.records import evolve
from core.service import first_span, hours_words
from core.visit_answers import may_tell_times
from core.visit_sides import span_words
from core.visits import VisitRestriction, restriction_words


def leaves_a_slot(found: dict[str, Answer], turn: Turn) -> Heard | None:
    """Visit times that nobody could read, that were read with doubt, or in which nobody works. Raises `Rejected` for other words."""
    ((key, answer),) = found.items()
    restriction = answer.value
    if not isinstance(restriction, VisitRestriction):
        return None
    if restriction.status == "needs_agent":
        if answer.author == "customer" and not may_tell_times(restriction.text):  # an agent knows what was asked
            raise Rejected("visits")
        return {key: evolve(answer, status="doubtful")}
    if restriction.status == "confirm":
        return _asked_alone(key, answer, restriction)
    return None if restriction.leaves_a_slot(turn.service_hours) else _no_slot(key, answer, restriction, turn)


def _asked_alone(key: str, answer: Answer, restriction: VisitRestriction) -> Offer:
    right = {key: evolve(answer, value=evolve(restriction, status="parsed"))}
    can, cannot = restriction_words(restriction)
    return Offer(
        "offer-reading", (Option("right", right), Option("fix", "ask"), Option("person", "person")), {"can": can, "cannot": cannot}
    )


def _no_slot(key: str, answer: Answer, restriction: VisitRestriction, turn: Turn) -> Offer:
    """Offers Saturday, if people work then; what stays without a slot is for a person."""
    later = {key: evolve(answer, status="doubtful")}
    values = {"hours": hours_words(turn.service_hours)}
    span = first_span(turn.service_hours, "sat")
    if span is None:
        return Offer("offer-no-slot", (Option("other", "ask"), Option("later", later)), values)
    saturday = {key: evolve(answer, value=restriction.without("sat", *span))}
    options = (Option("saturday", saturday), Option("cannot", later), Option("later", later))
    return Offer("offer-saturday", options, {**values, "span": span_words(span)})
