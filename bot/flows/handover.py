"""Refund, move-out, other: a person goes on with it (R27)."""

from bot.steps import Ask, Flow
from core.tickets import Matter

HANDOVER = Flow(
    "handover",
    Matter,
    steps=(Ask("matter", fills=("description",), voice=True, collects=True),),
    then=((None, "review"),),
)
