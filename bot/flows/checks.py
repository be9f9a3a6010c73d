"""Readings and checks that several flows share: what was read well, yet needs one more word."""

from collections.abc import Sequence

from bot.result import Turn
from bot.steps import Heard
from core.answers import Answer, read_yes_no
from core.contacts import MAX_RELATION
from core.conversations import Offer, Option
from core.emails import suggest_domain
from core.errors import Rejected
from core.homes import lone_unit, names_place, parse_address
from core.name_sentences import is_sentence
from core.names import company_in, split_name
from core.reading import read_message
from core.records import evolve
from core.small_talk import answers_who, plain

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
    """Street with number, and the unit, less what is no address. Raises `Rejected` for one alone, and keeps it for what comes next."""
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
    if len(text) > MAX_STREET or len(text.split()) < 2 or "\n" in text or any(other) or read_yes_no(text) is not None:
        return False
    return names_place(text) or not is_sentence(plain(text))


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
