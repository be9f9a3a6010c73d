"""Somebody who reports for others: no registration, no visit times."""

from bot.flows.checks import own_relation, person_name
from bot.steps import Ask, Flow
from core.contacts import Reporter

REPORTER = Flow(
    "reporter",
    Reporter,
    steps=(
        Ask("name", fills=("first_name", "last_name"), reads=person_name),
        Ask("relation", reads=own_relation),
    ),
    then=((None, "contract"),),
)
