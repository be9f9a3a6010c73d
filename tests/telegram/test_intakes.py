"""Whole talks over HTTP, from the first words to the row of the ticket: by polling and by webhook, on both engines."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables import contact, home, identity, ticket
from tests.platforms.reporting import go_on, report, until_asked
from tests.telegram.agency import JOAO, MARCOS, MARIA, SEVERINO, Agency, By, with_agency
from tests.telegram.intakes import COMPANY, DOORMAN, PROBLEM, STORED, TENANT, form


async def filed(agency: Agency) -> dict[int, Any]:
    """By the person's id: the row of their ticket."""
    its_writer = select(identity.c.value, ticket).join(ticket, ticket.c.filed_in == identity.c.conversation_id)
    rows = await agency.database.run(lambda connection: connection.execute(its_writer.where(identity.c.kind == "user")).all())
    return {int(row.value): row for row in rows}


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
            assert form(row.answers) == STORED[who]
            assert {answer.status for answer in row.answers.values()} <= {"confirmed", "skipped", "valid"}
            assert (row.state, row.status, row.origin) == ("submitted.open", "awaiting_review", "telegram")
            assert row.reference in shown.bold
            assert row.waiting_since == row.submitted_at is not None
            assert row.contact_id is row.home_id is None
        assert {who: rows[who.id].registration for who in talks} == {MARIA: "claimed", JOAO: "claimed", SEVERINO: None}
        assert agency.telegram.taps == set()

    with_agency(migrated_url, scenario, by)


KNOWN = {
    "identification-number": "Enviar meu número",
    "maintenance-priority": "Média",
    "maintenance-visits": "Qualquer horário",
    "review-summary": "Enviar",
}


@pytest.mark.parametrize("by", ["polling", "webhook"])
def test_whose_own_card_is_in_the_books_is_asked_for_nothing_that_stands_there(migrated_url: str, by: By) -> None:
    """A tenant, and one who speaks for a company; their homes and contracts are those of the books."""

    async def scenario(agency: Agency) -> None:
        shown = await asyncio.gather(*[report(agency.customer(who), PROBLEM, KNOWN) for who in (MARCOS, JOAO)])
        await agency.quiet()
        rows, books = await filed(agency), {row.first_name: row for row in await agency.rows(contact)}
        addresses = {row.id: row.address for row in await agency.rows(home)}
        for who, address, last in zip((MARCOS, JOAO), ("Rua das Acácias, 120", "Avenida das Palmeiras, 1500"), shown, strict=True):
            row = rows[who.id]
            assert (row.status, row.registration, row.state) == ("awaiting_review", "known", "submitted.open")
            assert row.contact_id == books[who.first_name].id
            assert addresses[row.home_id] == address
            assert row.contract_id is not None
            assert row.reference in last.bold
            flow = books[who.first_name].kind
            assert row.answers[f"{flow}.mobile"].value == books[who.first_name].mobile
            assert row.answers[f"{flow}.mobile"].author == "rule"
            assert "identification.role" not in row.answers

    with_agency(migrated_url, scenario, by)


def test_a_card_that_is_in_nobodys_books_spares_only_the_question_for_it(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        answers = TENANT | {"identification-number": "Enviar meu número"}
        del answers["individual-mobile"]
        await report(agency.customer(MARIA), PROBLEM, answers)
        await agency.quiet()
        row = (await filed(agency))[MARIA.id]
        assert (row.registration, row.contact_id) == ("claimed", None)
        assert form(row.answers) == STORED[MARIA]

    with_agency(sqlite_url, scenario)


def test_a_forwarded_card_proves_nothing(sqlite_url: str) -> None:
    """Nor one that a dishonest client sends with its own number in it, in the name of nobody."""

    async def scenario(agency: Agency) -> None:
        maria, phone = agency.customer(MARIA), MARCOS.phone
        await until_asked(maria, "identification-number", PROBLEM, KNOWN)
        for user_id in (MARCOS.id, None):
            maria.forward_contact(phone, "Marcos", user_id)
            assert "outra pessoa" in (await maria.next_message()).text
        maria.say("Continuar sem")
        await go_on(maria, TENANT)
        await agency.quiet()
        row = (await filed(agency))[MARIA.id]
        assert (row.registration, row.contact_id, row.home_id) == ("claimed", None, None)

    with_agency(sqlite_url, scenario)
