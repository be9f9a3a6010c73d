"""A company and the person who speaks for it (R16–R22)."""

from bot.flows.checks import company_name, likely_domain, person_name, whole_name
from bot.steps import Ask, Flow
from core.contacts import Company

COMPANY = Flow(
    "company",
    Company,
    steps=(
        Ask("company_name", reads=company_name),
        Ask("cnpj"),
        Ask("name", fills=("first_name", "last_name"), reads=person_name, check=whole_name),
        Ask("email", check=likely_domain),
        Ask("cpf"),
        Ask("mobile"),
    ),
    then=((None, "contract"),),
)
