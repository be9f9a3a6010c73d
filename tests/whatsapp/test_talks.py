"""Whole talks over HTTP, word for word as the phones show them, and what then stands in the books."""

import asyncio
from typing import Any

from sqlalchemy import select

from storage.tables import identity, ticket
from tests.platforms.intakes import COMPANY, DOORMAN, KNOWN, PROBLEM, STORED_COMPANY, STORED_DOORMAN, STORED_TENANT, TENANT, form
from tests.platforms.reporting import report
from tests.whatsapp.agency import JOAO, MARCOS, MARIA, SEVERINO, Agency, with_agency
from tests.whatsapp.customers import Customer
from tests.whatsapp.phones import Person
from tests.whatsapp.shown import Shown

OFICINA = Person("5511987650009", "João Pereira")  # a company that nobody knows
SUMMARY = ("Enviar", "Corrigir", "Atendente")


def said(customer: Customer) -> int:
    """How many messages of their own."""
    return len(customer.chat.messages)


async def answers(customer: Customer, words: str) -> Shown:
    if words in customer.heard()[-1].labels:
        customer.tap(words)
    else:
        customer.say(words)
    return await customer.next_message()


async def filed(agency: Agency) -> dict[str, Any]:
    """By the number that wrote: the row of its ticket."""
    its_writer = select(identity.c.value, ticket).join(ticket, ticket.c.filed_in == identity.c.conversation_id)
    rows = await agency.database.run(lambda connection: connection.execute(its_writer.where(identity.c.kind == "number")).all())
    return {row.value.removeprefix("+"): row for row in rows}


def test_a_a_known_tenant_in_four_messages(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        marcos.say("oi, o chuveiro queimou, só posso depois das 18h 😩")
        shown = await marcos.next_message()
        assert shown.raw == ""

    with_agency(migrated_url, scenario)


def test_b_an_unknown_tenant_in_ten_messages(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.say("boa tarde a pia da cozinha ta vazando embaixo")
        shown = await maria.next_message()
        for words in (
            "Sou inquilino(a)",
            "Maria Aparecida da Silva",
            "maria.silva@gmial.com",
            "Sim, gmail.com",
            "Pular",
            "rua das flores 88 apto 12 vila mariana",
            "Média",
            "menos segunda de manha",
            "Enviar",
        ):
            print(repr(shown.raw), shown.buttons, shown.opens, shown.rows)
            shown = await answers(maria, words)
        print(repr(shown.raw), shown.buttons)
        assert said(maria) == 0

    with_agency(migrated_url, scenario)


def test_a_person_a_company_and_a_doorman_report_at_once(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        talks = {MARIA: (TENANT, STORED_TENANT), OFICINA: (COMPANY, STORED_COMPANY), SEVERINO: (DOORMAN, STORED_DOORMAN)}
        last = await asyncio.gather(*[report(agency.customer(who), PROBLEM, said) for who, (said, _) in talks.items()])
        await agency.quiet()
        rows = await filed(agency)
        assert len(rows) == len(await agency.tickets()) == 3
        for (who, (_, stored)), shown in zip(talks.items(), last, strict=True):
            row = rows[who.wa_id]
            assert form(row.answers) == stored
            assert (row.state, row.status, row.origin) == ("submitted.open", "awaiting_review", "whatsapp")
            assert row.reference in shown.bold
            assert row.contact_id is row.home_id is None

    with_agency(migrated_url, scenario)


def test_whose_number_is_in_the_books_is_asked_for_nothing_that_stands_there(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        shown = await asyncio.gather(*[report(agency.customer(who), PROBLEM, KNOWN) for who in (MARCOS, JOAO)])
        await agency.quiet()
        rows = await filed(agency)
        for who, last in zip((MARCOS, JOAO), shown, strict=True):
            row = rows[who.wa_id]
            assert (row.registration, row.state) == ("known", "submitted.open")
            assert row.contact_id is not None
            assert row.reference in last.bold

    with_agency(migrated_url, scenario)
