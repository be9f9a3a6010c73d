"""Which home (R26), and whether somebody has reported it already."""

from collections.abc import Sequence

from bot.flows import rules
from bot.flows.checks import address_parts
from bot.result import Turn
from bot.steps import Ask, Choose, Flow, Pick
from core.answers import Answers
from core.homes import Home, HomeClaim


def own_homes(answers: Answers, turn: Turn) -> Sequence[Home]:
    return turn.homes()


CONTRACT = Flow(
    "contract",
    HomeClaim,
    steps=(
        Pick("home", own_homes, when=rules.has_homes),
        Ask("address", fills=("address", "unit"), reads=address_parts, when=rules.no_home),
        Choose("same_problem", ("same", "different"), when=rules.reported_there),
    ),
    then=(
        (rules.same_problem, "submitted"),
        (rules.maintenance, "maintenance"),
        (None, "handover"),
    ),
)
