"""A person (R11–R15)."""

from bot.flows.checks import likely_domain, person_name, whole_name
from bot.steps import Ask, Flow
from core.contacts import Individual

INDIVIDUAL = Flow(
    "individual",
    Individual,
    steps=(
        Ask("name", fills=("first_name", "last_name"), reads=person_name, check=whole_name),
        Ask("email", check=likely_domain, without=True),
        Ask("cpf"),
        Ask("mobile"),
    ),
    then=((None, "contract"),),
)
