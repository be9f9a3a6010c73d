"""A call: what an agent writes down for somebody on the phone."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from core.answers import Answer, Answers
from core.contacts import Form
from core.search import parse_query
from core.tickets import BY_PHONE

CALL = "start.by"  # the answer by which a form, and every rule about it, knows that an agent fills it
BEGINNING = {CALL: Answer(BY_PHONE, author="rule")}


def is_call(answers: Answers) -> bool:
    return CALL in answers


def parse_search(text: str) -> str:
    """What is known of the caller, as typed: it is looked for anew each time. Raises `Rejected("search_…")`."""
    parse_query(text)
    return text


class Caller(Form):
    """Who is on the phone: found in the books, or new (R3, R10)."""

    find: Annotated[str, AfterValidator(parse_search)]
    found: int | None = None
    caller: Literal["confirmed"] | None = None
    person: Literal["individual", "company"] | None = None
