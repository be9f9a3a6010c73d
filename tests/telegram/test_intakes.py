"""Whole talks over HTTP, from the first words to the row of the ticket: by polling and by webhook, on both engines."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables import identity, ticket
from tests.telegram.agency import JOAO, MARIA, SEVERINO, Agency, By, with_agency
from tests.telegram.customers import Person
from tests.telegram.reporting import report

PROBLEM = "oi, o chuveiro não esquenta desde ontem"

TENANT = {
    "identification-number": "Continuar sem",
    "identification-role": "Sou inquilino(a)",
    "individual-name": "Maria Souza",
    "individual-email": "maria.souza@exemplo.com.br",
    "individual-cpf": "529.982.247-25",
    "individual-mobile": "(11) 97654-0001",
    "contract-address": "Rua das Acácias, 120, ap 45",
    "maintenance-priority": "Média",
    "maintenance-visits": "segunda de manhã",
    "offer-reading": "Certo",
    "review-summary": "Enviar",
}
COMPANY = {
    "identification-number": "Continuar sem",
    "identification-role": "Falo por uma empresa",
    "company-company-name": "Oficina do Bairro Ltda",
    "company-cnpj": "11.222.333/0001-81",
    "company-name": "João Pereira",
    "company-email": "Não tenho e-mail",
    "company-cpf": "Pular",
    "company-mobile": "11 98765-0009",
    "contract-address": "Avenida das Palmeiras, 1500, loja 3",
    "maintenance-priority": "Baixa",
    "maintenance-visits": "Qualquer horário",
    "review-summary": "Enviar",
}
DOORMAN = {
    "identification-number": "Continuar sem",
    "identification-role": "Porteiro ou vizinho",
    "reporter-name": "Severino Alves",
    "reporter-relation": "porteiro do prédio",
    "contract-address": "Rua das Acácias, 120, ap 31",
    "maintenance-priority": "Alta",
    "review-summary": "Enviar",
}
SAID_BY_ALL = {
    "start.kind": "maintenance",
    "maintenance.description": "o chuveiro não esquenta desde ontem",
    "review.summary": "sent",
}
STORED: Mapping[Person, Mapping[str, Any]] = {
    MARIA: SAID_BY_ALL
    | {
        "identification.role": "tenant",
        "individual.first_name": "Maria",
        "individual.last_name": "Souza",
        "individual.email": "maria.souza@exemplo.com.br",
        "individual.cpf": "52998224725",
        "individual.mobile": "+5511976540001",
        "contract.address": "Rua das Acácias, 120",
        "contract.unit": "ap 45",
        "maintenance.priority": "medium",
        "maintenance.restriction": "segunda de manhã",
    },
    JOAO: SAID_BY_ALL
    | {
        "identification.role": "company",
        "company.company_name": "Oficina do Bairro Ltda",
        "company.cnpj": "11222333000181",
        "company.first_name": "João",
        "company.last_name": "Pereira",
        "company.email": None,
        "company.cpf": None,
        "company.mobile": "+5511987650009",
        "contract.address": "Avenida das Palmeiras, 1500",
        "contract.unit": "loja 3",
        "maintenance.priority": "low",
        "maintenance.restriction": "qualquer horário",
    },
    SEVERINO: SAID_BY_ALL
    | {
        "identification.role": "neighbour",
        "reporter.first_name": "Severino",
        "reporter.last_name": "Alves",
        "reporter.relation": "porteiro do prédio",
        "contract.address": "Rua das Acácias, 120",
        "contract.unit": "ap 31",
        "maintenance.priority": "high",
    },
}


async def filed(agency: Agency) -> dict[int, Any]:
    """By the person's id: the row of their ticket."""
    its_writer = select(identity.c.value, ticket).join(ticket, ticket.c.filed_in == identity.c.conversation_id)
    rows = await agency.database.run(lambda connection: connection.execute(its_writer.where(identity.c.kind == "user")).all())
    return {int(row.value): row for row in rows}


def form(row: Any) -> dict[str, Any]:
    """What stands on a ticket, by field; visit times in the customer's words."""
    return {key: getattr(answer.value, "text", answer.value) for key, answer in row.answers.items() if key != "identification.number"}


@pytest.mark.parametrize("by", ["polling", "webhook"])
def test_a_person_a_company_and_a_doorman_report_at_once(migrated_url: str, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        talks = {MARIA: TENANT, JOAO: COMPANY, SEVERINO: DOORMAN}
        last = await asyncio.gather(*[report(agency.customer(who), PROBLEM, answers) for who, answers in talks.items()])
        await agency.quiet()
        rows = await filed(agency)
        assert len(rows) == len(await agency.tickets()) == 3
        for who, shown in zip(talks, last, strict=True):
            row = rows[who.id]
            assert form(row) == STORED[who]
            assert {answer.status for answer in row.answers.values()} <= {"confirmed", "skipped", "valid"}
            assert (row.state, row.status, row.origin) == ("submitted.open", "awaiting_review", "telegram")
            assert row.reference in shown.bold
            assert row.waiting_since == row.submitted_at is not None
            assert row.contact_id is row.home_id is None
        assert {who: rows[who.id].registration for who in talks} == {MARIA: "claimed", JOAO: "claimed", SEVERINO: None}
        assert agency.telegram.taps == set()

    with_agency(migrated_url, scenario, by)
