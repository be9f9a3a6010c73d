"""Who is talking; asked of people whom the channel does not vouch for."""

from bot.flows import rules
from bot.steps import Choose, Flow, Prove

ROLES = ("tenant", "landlord", "company", "neighbour", "other")

IDENTIFICATION = Flow(
    "identification",
    None,
    steps=(
        Prove("number", when=rules.provable),
        Choose("role", ROLES, when=rules.unproven),
    ),
    then=(
        (rules.third_party, "reporter"),
        (rules.company, "company"),
        (None, "individual"),
    ),
)
