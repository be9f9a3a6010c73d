"""What it is about; asked only when nobody has said it (R2, R27)."""

from bot.flows import rules
from bot.steps import Choose, Flow
from core.tickets import Kind

START = Flow(
    "start",
    None,
    steps=(Choose("kind", Kind, when=rules.in_person),),
    then=(
        (rules.by_phone, "search"),
        (None, "identification"),
    ),
)
