"""What is broken, how urgent, when nobody can open (R28–R31)."""

from bot.flows import rules
from bot.flows.slots import leaves_a_slot
from bot.steps import Ask, Choose, Flow
from core.tickets import Maintenance, Priority
from core.visit_words import ANY_TIME
from core.visits import VisitRestriction

MAINTENANCE = Flow(
    "maintenance",
    Maintenance,
    steps=(
        Ask("description", voice=True, collects=True),
        Choose("priority", Priority),
        Ask("visits", fills=("restriction",), check=leaves_a_slot, none=VisitRestriction((), ANY_TIME), when=rules.asks_visits),
    ),
    then=((None, "review"),),
)
