"""Which home (R26), and whether somebody has reported it already."""

from collections.abc import Mapping, Sequence

from bot.flows import rules
from bot.flows.checks import address_parts
from bot.result import Turn
from bot.steps import Ask, Choose, Flow, Pick
from core.abuse import is_abusive
from core.answers import Answers, value_of
from core.home_mentions import homes_named
from core.homes import Home, HomeClaim


def own_homes(answers: Answers, turn: Turn) -> Sequence[Home]:
    return rules.homes_of(answers, turn)


def reported(answers: Answers, turn: Turn) -> Mapping[str, str]:
    """The newest ticket that is open there."""
    home = value_of(answers, "contract.home")
    there = turn.open_tickets(home) if isinstance(home, int) else ()
    if not there:
        return {}
    told = there[0].description
    return {"reference": there[0].reference, "description": turn.say("told-unquoted") if is_abusive(told) else told}


CONTRACT = Flow(
    "contract",
    HomeClaim,
    steps=(
        Pick("home", own_homes, when=rules.has_homes, names=homes_named, told_in=("address", "description", "matter")),
        Ask("address", fills=("address", "unit"), reads=address_parts, when=rules.no_home),
        Choose("same_problem", ("same", "different"), when=rules.reported_there, shows=reported),
    ),
    then=(
        (rules.by_phone, "call"),
        (rules.same_problem, "submitted"),
        (rules.maintenance, "maintenance"),
        (None, "handover"),
    ),
)
