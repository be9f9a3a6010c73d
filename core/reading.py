"""What a free message says, wherever in the talk it comes."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar

from core.addresses import address_in, may_name_address
from core.companies import company_in
from core.descriptions import description_in
from core.glance import hints
from core.greetings import after_greeting, greeting_end, is_greeting
from core.hazards import Hazard, find_hazards, hazards_in
from core.introductions import introduced
from core.mentions import NONE, Mention, mentioned
from core.names import fold
from core.records import Record
from core.tickets import Kind, Priority
from core.topics import kind_in, priority_in, role_in, stands_alone
from core.visit_mentions import may_speak
from core.visits import VisitRestriction, restriction_in
from core.words import Span, Words, cut

__all__ = ["Found", "Reading", "after_greeting", "is_greeting", "read_message"]

MAX_READ = 4_096  # characters; one message of any channel is shorter

ValueT = TypeVar("ValueT")
Reader = Callable[[Words], tuple[Any, Span] | None]
_DATA = re.compile(r"\d|@|arroba")
_DIGIT = re.compile(r"\d|\bs/?n|sem numero")
_THANKS_HINTS = hints(
    "obrigado brigado obg mt valeu vlw por pf pfv pff viu ok blz grato att atenciosamente cordialmente aguardo fico ficamos no abraco"
    " abs bj bjs beijos desde muito agradeco eu ate tchau deus tenha tenham um bom boa".split()
)
CORRECTABLE = frozenset(
    {"cpf", "cnpj", "email", "mobile", "priority", "restriction", "address"}
)  # read so surely that naming one changes it


class Found(NamedTuple, Generic[ValueT]):
    """A value and where its words stand, label included: the span is only for cutting."""

    value: ValueT
    span: Span


class Reading(Record):
    """What was found for sure; None stands for nothing, for two things at once, and for what no parser takes."""

    kind: Found[Kind] | None = None
    cpf: Found[str] | None = None
    cnpj: Found[str] | None = None
    email: Found[str] | None = None
    mobile: Found[str] | None = None
    first_name: Found[str] | None = None
    last_name: Found[str] | None = None
    company_name: Found[str] | None = None
    role: Found[str] | None = None  # tenant landlord company neighbour other
    address: Found[str] | None = None
    priority: Found[Priority] | None = None
    restriction: Found[VisitRestriction] | None = None
    description: Found[str] | None = None  # the problem or request, word for word, less everything else
    hazards: tuple[Hazard, ...] = ()


def read_message(text: str, *, now: datetime | None = None) -> Reading:
    """Everything that one message says; `now` is wall time at the home. Never raises."""
    if len(text) > MAX_READ:
        return Reading(hazards=find_hazards(text))
    whole = rest = cut(fold(text))
    hazards = hazards_in(whole)
    if greeting := greeting_end(whole.folded):
        rest = whole.after(greeting)  # "boa tarde" is no time
        if greeting == len(text):
            return Reading(hazards=hazards) if hazards else NOTHING
    found: dict[str, Any] = {}
    rest, private = _read_data(text, rest, found)
    if topic := priority_in(rest):  # "não é pra hoje" speaks of no visit
        rest = _with_topic("priority", topic, rest, found)
    if may_speak(rest):
        rest = _read_visits(text, rest, now, found)
    for name, read in _TOPICS:
        if name not in found and (topic := read(rest)):
            rest = _with_topic(name, topic, rest, found)
    if "kind" in found or hazards:
        told = description_in(text, whole.folded, rest.folded, greeting, polite=not _THANKS_HINTS.isdisjoint(rest.begun), private=private)
        found["description"] = Found(*told) if told else None
        if told and "kind" not in found:
            found["kind"] = Found(Kind.MAINTENANCE, told[1])
    return Reading(**found, hazards=hazards) if found or hazards else NOTHING


NOTHING = Reading()


def _read_data(text: str, rest: Words, found: dict[str, Any]) -> tuple[Words, tuple[Span, ...]]:
    """Documents, e-mail, mobile, address and names; the text without them, and where documents and the like stand."""
    mentions = NONE
    if _DATA.search(rest.folded):
        mentions = mentioned(text, rest)
        found |= _found(mentions.found)
        rest = rest.without(mentions.places)
    if _DIGIT.search(rest.folded) and may_name_address(rest) and (address := address_in(text, rest)):
        found["address"] = Found(*address)
        rest = rest.without([address[1]])
    if company := company_in(text, rest, found["cnpj"].span if "cnpj" in found else None):
        found["company_name"] = Found(company.name, company.span)
        if company.speaks:
            found["role"] = Found("company", company.span)
        rest = rest.without([company.span])
    people = introduced(text, rest, [span for _, span in mentions.found.values()])
    found |= _found({name: mention for name, mention in people.found.items() if name not in found})
    rest = rest.without([*people.places, *([people.found["role"][1]] if "role" in people.found else [])])
    return rest, mentions.places


def _found(mentions: Mapping[str, Mention]) -> dict[str, Any]:
    return {name: Found(*mention) for name, mention in mentions.items()}


def _read_visits(text: str, rest: Words, now: datetime | None, found: dict[str, Any]) -> Words:
    said = restriction_in(text, rest.without([found["priority"].span] if "priority" in found else []), now)
    if said is None:
        return rest
    found["restriction"] = Found(*said)
    return rest.without([said[1]])


def _with_topic(name: str, topic: tuple[Any, Span], rest: Words, found: dict[str, Any]) -> Words:
    """A role or priority that is no clause of its own stays in the text."""
    found[name] = Found(*topic)
    return rest.without([topic[1]]) if name != "kind" and stands_alone(rest.folded, topic[1]) else rest


_TOPICS: tuple[tuple[str, Reader], ...] = (("kind", kind_in), ("role", role_in))
