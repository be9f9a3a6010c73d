"""Reports of people whom nobody knows: what each says to each question, and what then stands on the ticket."""

from collections.abc import Mapping
from typing import Any

from core.answers import Answer

PROBLEM = "oi, o chuveiro não esquenta desde ontem"

TENANT = {
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
    "identification-role": "Porteiro ou vizinho",
    "reporter-name": "Severino Alves",
    "reporter-relation": "porteiro do prédio",
    "contract-address": "Rua das Acácias, 120, ap 31",
    "maintenance-priority": "Alta",
    "review-summary": "Enviar",
}
KNOWN = {  # of whoever stands in the books
    "maintenance-priority": "Média",
    "maintenance-visits": "Qualquer horário",
    "review-summary": "Enviar",
}
_SAID_BY_ALL = {
    "start.kind": "maintenance",
    "maintenance.description": "o chuveiro não esquenta desde ontem",
    "review.summary": "sent",
}
STORED_TENANT: Mapping[str, Any] = _SAID_BY_ALL | {
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
}
STORED_COMPANY: Mapping[str, Any] = _SAID_BY_ALL | {
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
}
STORED_DOORMAN: Mapping[str, Any] = _SAID_BY_ALL | {
    "identification.role": "neighbour",
    "reporter.first_name": "Severino",
    "reporter.last_name": "Alves",
    "reporter.relation": "porteiro do prédio",
    "contract.address": "Rua das Acácias, 120",
    "contract.unit": "ap 31",
    "maintenance.priority": "high",
}


def form(answers: Mapping[str, Answer]) -> dict[str, Any]:
    """What stands on a ticket, by field; visit times in the customer's words."""
    return {key: getattr(answer.value, "text", answer.value) for key, answer in answers.items() if key != "identification.number"}
