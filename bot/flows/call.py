"""What the caller's contract is contacted for (R27), with the home and what is open there; asked of agents."""

from collections.abc import Iterator, Mapping

from bot.flows import rules
from bot.result import OpenTicket, Turn
from bot.steps import Choose, Flow
from core.answers import Answer, Answers, Value, value_of
from core.conversations import Option
from core.tickets import Kind

SAME = "call.same"  # the ticket, open already, that the caller means


def place(answers: Answers, turn: Turn) -> Mapping[str, str]:
    """Address and role, and a line for each ticket that is open there: "⚠ Já aberto: …"."""
    lines = (
        turn.say("call-open", {"reference": each.reference, "description": each.description, "date": _date(each, turn)})
        for each in _open_there(answers, turn)
    )
    return {"place": " ".join((_home(answers, turn), *lines))}


def _date(there: OpenTicket, turn: Turn) -> str:
    return f"{turn.local(there.since):%d/%m}" if there.since else ""


def _home(answers: Answers, turn: Turn) -> str:
    home_id = value_of(answers, "contract.home")
    home = next((each for each in rules.homes_of(answers, turn) if each.id == home_id), None)
    if home is not None:
        address = ", ".join(part for part in (home.address, home.unit) if part)
        return turn.say("call-home", {"address": address, "role": turn.say(f"home-role.{home.role}")})
    said = (value_of(answers, f"contract.{name}") for name in ("address", "unit"))
    return turn.say("call-address", {"address": ", ".join(str(part) for part in said if part)})


def _open_there(answers: Answers, turn: Turn) -> tuple[OpenTicket, ...]:
    home = value_of(answers, "contract.home")
    return turn.open_tickets(home) if isinstance(home, int) else ()


def _other_ways(answers: Answers, turn: Turn) -> tuple[Option, ...]:
    return (*_same(_open_there(answers, turn), turn), Option("other_home", "change contract.home"))


def _same(there: tuple[OpenTicket, ...], turn: Turn) -> Iterator[Option]:
    """One button; of several that are open, one for each, by its reference."""
    if len(there) == 1:
        yield Option("same", _same_as(there[0]))
        return
    for each in there:
        yield Option(f"same_{each.id}", _same_as(each), label=turn.say("call-same-of", {"reference": each.reference}))


def _same_as(there: OpenTicket) -> dict[str, Answer]:
    meant: dict[str, Value] = {SAME: there.id, "contract.same_problem": "same", "start.kind": Kind.MAINTENANCE.value}
    return {key: Answer(value, author="agent") for key, value in meant.items()}


CALL = Flow(
    "call",
    None,
    steps=(Choose("kind", (Kind.MAINTENANCE, Kind.REFUND, Kind.MOVE_OUT), fills=("start.kind",), more=_other_ways, shows=place),),
    then=(
        (rules.same_problem, "submitted"),
        (rules.maintenance, "maintenance"),
        (None, "handover"),
    ),
)
