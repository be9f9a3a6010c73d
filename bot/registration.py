"""What a form gives to the books: which flow registered it, whether it is whole, and the contact that it makes."""

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from bot.flows import FLOWS
from bot.flows.rules import contact_of
from bot.machine import walk
from bot.result import Turn
from core.answers import Answer, Answers, value_of
from core.calls import is_call
from core.contacts import Company, Individual
from core.errors import Rejected
from core.tickets import Registration, Ticket

FORMS: Mapping[str, type[Individual | Company]] = {"individual": Individual, "company": Company}


def registration(answers: Answers, turn: Turn) -> Registration | None:
    """known: a proven contact · claimed: all that its model needs · pending: a person completes it. Third parties have none."""
    flow = next((flow for state in walk(answers, turn) if (flow := state.partition(".")[0]) in FORMS), None)
    if flow is None:
        return None
    if contact_of(answers, turn) is not None:
        return Registration.KNOWN
    return Registration.PENDING if _lacking(flow, answers) else Registration.CLAIMED


def registering_flow(ticket: Ticket) -> str | None:
    """The flow whose form a ticket keeps, by the role that was told, or the kind of person of a call; a proven contact's form is whole."""
    if is_call(ticket.answers):
        return str(value_of(ticket.answers, "search.person") or "individual")
    role = value_of(ticket.answers, "identification.role")
    if role in ("neighbour", "other"):
        return None
    if role is not None:
        return "company" if role == "company" else "individual"
    return "company" if _given("company", ticket.answers).get("cnpj") else "individual"


def lacking(ticket: Ticket) -> tuple[str, ...]:
    """The fields (`flow.field`) without which the contact cannot be saved."""
    flow = registering_flow(ticket)
    return _lacking(flow, ticket.answers) if flow else ()


def form_of(ticket: Ticket) -> Individual | Company:
    """Raises ValidationError when something is lacking."""
    flow = registering_flow(ticket) or "individual"
    return FORMS[flow].model_validate(_given(flow, ticket.answers))


def broken_rules(flow_name: str, answers: Answers) -> Iterator[Rejected]:
    """The model's rules over several fields that do not hold, tried on what was given so far; none where a person has to look anyway."""
    rules = getattr(FLOWS[flow_name].model, "rules", ())
    if not rules:
        return
    own = _of(flow_name, answers)
    if any(answer.status == "doubtful" for answer in own.values()):
        return
    given = {name: answer.value for name, answer in own.items()}
    for rule in rules:
        try:
            rule(given)
        except Rejected as refusal:
            yield refusal


def _lacking(flow: str, answers: Answers) -> tuple[str, ...]:
    try:
        FORMS[flow].model_validate(_given(flow, answers))
    except ValidationError as error:
        fields = [
            each["loc"][0] if each["loc"] else "email"
            for each in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        return tuple(f"{flow}.{name}" for name in fields)
    return ()


def _given(flow: str, answers: Answers) -> dict[str, object]:
    return {
        name: answer.value
        for name, answer in _of(flow, answers).items()
        if answer.status in ("valid", "confirmed") and answer.value is not None
    }


def _of(flow: str, answers: Answers) -> dict[str, Answer]:
    return {key.partition(".")[2]: answer for key, answer in answers.items() if key.startswith(f"{flow}.")}
