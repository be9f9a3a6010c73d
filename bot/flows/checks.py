"""Readings and checks that several flows share: what was read well, yet needs one more word."""

from collections.abc import Sequence

from bot.result import Turn
from bot.steps import Heard
from core.answers import Answer, read_yes_no
from core.contacts import MAX_RELATION
from core.conversations import Offer, Option
from core.emails import suggest_domain
from core.errors import Rejected
from core.homes import lone_unit, parse_address
from core.names import company_in, split_name
from core.reading import read_message
from core.records import evolve
from core.service import first_span, hours_words
from core.small_talk import answers_who
from core.visit_sides import span_words
from core.visits import VisitRestriction, restriction_words

MAX_STREET = 120  # characters of a street without a number; longer is no street


def person_name(text: str) -> Sequence[str | None]:
    """First name and the rest. A sentence about the problem, a yes or a no are names of nobody. Raises `Rejected`."""
    if read_yes_no(text) is not None or not answers_who(text):
        raise Rejected("name_sentence")
    return split_name(text)


def company_name(text: str) -> Sequence[str | None]:
    """The name less "a empresa se chama". Raises `Rejected`."""
    if read_yes_no(text) is not None or read_message(text).description:
        raise Rejected("name_sentence")
    return (company_in(text),)


def address_parts(text: str) -> Sequence[str | None]:
    """Street and unit, less what is no address; one of them alone is kept in front of what comes next. Raises `Rejected`."""
    if unit := lone_unit(text):
        raise Rejected("unit_alone", before=unit)
    read = read_message(text)
    if any((read.restriction, read.priority, read.email, read.mobile, read.cpf)):
        if read.address is None:
            raise Rejected("address_street")
        text = read.address.value
    try:
        return parse_address(text)
    except Rejected as refusal:
        if refusal.code != "address_number" or not _is_street(text):
            raise
        raise Rejected("address_parts", before=text) from None


def _is_street(text: str) -> bool:
    """Some words in one line that say nothing else."""
    read = read_message(text)
    other = (read.kind, read.description, read.priority, read.role, read.restriction)
    return len(text) <= MAX_STREET and len(text.split()) > 1 and "\n" not in text and not any(other) and read_yes_no(text) is None


def own_relation(text: str) -> Sequence[str | None]:
    """What somebody is to the home; not its address, nor its problem. Raises `Rejected`."""
    read = read_message(text)
    if read.address or read.description:
        raise Rejected("relation_form", limit=MAX_RELATION)
    return (text,)


def whole_name(found: dict[str, Answer], turn: Turn) -> Heard | None:
    """One word as a name: the surname is asked once, then it is doubtful (R12)."""
    first, last = found
    if found[last].value is not None:
        return None
    only = {first: found[first], last: evolve(found[last], status="doubtful")}
    return Offer("offer-surname", (Option("only", only),), before=str(found[first].value))


def likely_domain(found: dict[str, Answer], turn: Turn) -> Heard | None:
    """A domain that looks mistyped is asked, never corrected in silence."""
    ((key, answer),) = found.items()
    local, _, domain = str(answer.value).partition("@")
    meant = suggest_domain(domain)
    if meant is None:
        return None
    fixed = {key: evolve(answer, value=f"{local}@{meant}")}
    return Offer("offer-domain", (Option("yes", fixed), Option("as_typed", dict(found))), {"local": local, "domain": meant})


def leaves_a_slot(found: dict[str, Answer], turn: Turn) -> Heard | None:
    """Visit times that nobody could read, that were read with doubt, or in which nobody works."""
    ((key, answer),) = found.items()
    restriction = answer.value
    if not isinstance(restriction, VisitRestriction):
        return None
    if restriction.status == "needs_agent":
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
