"""Cards in the chats of two agents, over real HTTP: sent when a ticket begins to wait, edited and not repeated, acted on by buttons."""

from storage.tables import card, ticket
from tests.telegram.agency import MARIA, Agency, with_agency
from tests.telegram.colleagues import ANA, BIA, colleague
from tests.telegram.customers import Customer
from tests.telegram.shown import Shown


def cards(who: Customer) -> list[Shown]:
    return [each for each in who.heard() if each.text.startswith(("#", "2026-", "20"))]


async def waiting(agency: Agency) -> Customer:
    """A customer who wants a person."""
    maria = agency.customer(MARIA)
    maria.say("boa tarde, a pia da cozinha está vazando")
    await agency.quiet()
    maria.say("quero falar com um atendente")
    await agency.quiet()
    return maria


def test_a_ticket_that_begins_to_wait_is_brought_to_everyone_and_claimed_by_a_button(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, ana = await colleague(agency, BIA), await colleague(agency, ANA)
        await waiting(agency)
        (of_bia,), (of_ana,) = cards(bia), cards(ana)
        assert "a pia da cozinha está vazando" in of_bia.text
        assert "Ninguém assumiu" in of_ana.text
        assert "Assumir" in of_bia.buttons
        ana.tap("Assumir", on=of_ana)
        await agency.quiet()
        assert "é seu" in ana.heard()[-1].text
        (of_bia,), (of_ana,) = cards(bia), [each for each in cards(ana) if "é seu" not in each.text]
        assert "Com Ana" in of_bia.text
        assert "Assumir" not in of_bia.buttons
        assert "Devolver" in of_ana.buttons
        assert await agency.column(ticket.c.assignee_id) == [2]
        assert [each for each in await agency.column(card.c.external_id) if each is None] == []

    with_agency(migrated_url, scenario)
