"""Whole talks over HTTP, from the first words to the row of the ticket: by polling and by webhook, on both engines."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from storage.tables import identity, ticket
from tests.telegram.agency import JOAO, MARIA, SEVERINO, Agency, By, with_agency
from tests.telegram.intakes import COMPANY, DOORMAN, PROBLEM, STORED, TENANT, form
from tests.telegram.reporting import report


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
