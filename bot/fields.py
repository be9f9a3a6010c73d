"""The fields of a ticket as people of the agency name them: by the label that customers read, or by the state."""

import re

from bot.asking import option_named
from bot.flows import STEPS
from bot.registration import registering_flow
from bot.steps import Ask, Choose, Heard, Step
from bot.summary import field_label
from bot.talk import Talk
from core.messages import Inbound
from core.names import fold
from core.records import evolve
from core.tickets import Ticket

NONE = frozenset({"-", "–"})  # a field that may stay empty is emptied so
LONGEST_LABEL = 3  # words
NOT_OF_THE_FORM = frozenset(  # they lead the talk, or say who is on the phone
    {"start.kind", "contract.same_problem", "safety.safe", "search.find", "search.caller", "search.person", "call.kind"}
)
_LIST = re.compile(r"[,;]|\se\s")
_SIGNS = re.compile(r"[\W_]+")


def is_field(step: Step) -> bool:
    """What people may correct, and ask of the customer again: asked in the flow to which it belongs."""
    own = step.state.partition(".")[0] + "."
    return isinstance(step, Ask | Choose) and step.state not in NOT_OF_THE_FORM and step.fills[0].startswith(own)


def given_fields(ticket: Ticket) -> list[Step]:
    """Those that the form of this ticket was asked, in the order of the flows."""
    return [step for step in STEPS.values() if is_field(step) and not ticket.answers.keys().isdisjoint(step.fills)]


def written(ticket: Ticket, step: Step) -> str:
    """What stands in the ticket for this step, plainly; "" when nothing does."""
    return ", ".join(answer.text for key in step.fills if (answer := ticket.answers.get(key)) and answer.value is not None)


def read_field(talk: Talk, ticket: Ticket, step: Step, said: Inbound) -> Heard:
    """What the step that asked the customer makes of an agent's words. Raises `Rejected`."""
    said = evolve(said, text=said.text.strip())
    if isinstance(step, Choose):
        said = option_named(talk, step, said)
    elif said.text in NONE:
        said = evolve(said, choice="skip")
    return step.accept(said, ticket.answers, talk.turn)


def field_meant(talk: Talk, ticket: Ticket, text: str) -> tuple[Step | None, str]:
    """The step that the text begins with, and the rest of the text."""
    words = text.split(maxsplit=LONGEST_LABEL)
    for count in range(min(LONGEST_LABEL, len(words)), 0, -1):
        if step := _named(talk, ticket, " ".join(words[:count])):
            return step, text.split(maxsplit=count)[count] if len(text.split()) > count else ""
    return None, ""


def fields_meant(talk: Talk, ticket: Ticket, text: str) -> tuple[Step, ...]:
    """The steps of a list, "celular, cpf e e-mail"; () when one of its names is none."""
    names = [each for each in _LIST.split(text) if each.strip()]
    steps = [_named(talk, ticket, each) for each in names]
    return () if None in steps else tuple({step.state: step for step in steps if step}.values())


def _named(talk: Talk, ticket: Ticket, name: str) -> Step | None:
    """Of several forms the one that this ticket has."""
    said = _plain(name)
    fits = [step for step in STEPS.values() if is_field(step) and said in (_plain(step.state), _plain(field_label(talk, step)))]
    own = registering_flow(ticket) or "reporter"
    return next((step for step in fits if not ticket.answers.keys().isdisjoint(step.fills)), None) or next(
        (step for step in fits if step.state.startswith(own) or not step.state.startswith(("individual", "company", "reporter"))), None
    )


def _plain(name: str) -> str:
    return _SIGNS.sub("", fold(name))
