"""Customers who answer whatever they are asked, from their first words to the reference."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from bot.copy import copy

LAST = "submitted-open"
ALL = (
    "safety-address",
    "identification-number",
    "identification-role",
    "individual-name",
    "individual-email",
    "individual-cpf",
    "individual-mobile",
    "company-company-name",
    "company-cnpj",
    "company-name",
    "company-email",
    "company-cpf",
    "company-mobile",
    "reporter-name",
    "reporter-relation",
    "contract-home",
    "contract-address",
    "maintenance-description",
    "maintenance-priority",
    "maintenance-visits",
    "offer-reading",
    "review-summary",
    LAST,
)
_GAP = "\0"
_VALUES = dict.fromkeys(("summary", "reference", "date", "time", "when", "can", "cannot"), _GAP)
# By words id, how the question begins on the screen: no better words break a test.
BEGINNINGS = {words: copy("pt-BR").say(words, _VALUES).partition(_GAP)[0].replace("*", "") for words in ALL}


class Screen(Protocol):
    """A message as its reader sees it."""

    @property
    def text(self) -> str: ...

    @property
    def labels(self) -> tuple[str, ...]: ...


Shown = TypeVar("Shown", bound=Screen)
Shows_co = TypeVar("Shows_co", bound=Screen, covariant=True)


class Customer(Protocol[Shows_co]):
    """Somebody with a phone, on any platform."""

    def say(self, text: str) -> object: ...

    def tap(self, label: str) -> object: ...

    async def next_message(self) -> Shows_co: ...


def asked(shown: Screen) -> str | None:
    """The question of a message, by its words id."""
    return next((words for words, beginning in BEGINNINGS.items() if beginning in shown.text), None)


def answer(customer: Customer[Shown], shown: Shown, words: str) -> None:
    """By a button where there is one with these words."""
    if words in shown.labels:
        customer.tap(words)
    else:
        customer.say(words)


async def until_asked(customer: Customer[Shown], words: str, first: str, answers: Mapping[str, str]) -> Shown:
    """Gives the message with that question; it has no answer yet."""
    customer.say(first)
    while (found := asked(shown := await customer.next_message())) != words:
        if found is not None:
            answer(customer, shown, answers[found])
    return shown


async def report(customer: Customer[Shown], first: str, answers: Mapping[str, str]) -> Shown:
    """Gives the message with the reference. Raises `KeyError` for a question that is not of this talk."""
    customer.say(first)
    return await go_on(customer, answers)


async def go_on(customer: Customer[Shown], answers: Mapping[str, str]) -> Shown:
    """From the question that comes next."""
    while (words := asked(shown := await customer.next_message())) != LAST:
        if words is not None:
            answer(customer, shown, answers[words])
    return shown
