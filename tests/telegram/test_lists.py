"""What an agent asks to see in chat: the queue in pages, the next one, their own, one ticket whole, and who is on call."""

from core.permissions import Role
from storage.tables import agent, event, ticket
from tests.telegram.agency import JOAO, MARIA, Agency, with_agency
from tests.telegram.colleagues import ANA, BIA, colleague
from tests.telegram.customers import Person
from tests.telegram.desk import cards, last, waiting


def test_the_queue_in_pages_and_a_ticket_whole(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        for number in range(9):
            await waiting(agency, Person(9_000 + number, "Zé"))
        bia.say("/fila")
        page = await last(agency, bia)
        assert "Na fila: 9" in page.text
        assert page.buttons[-1] == "Mais…"
        assert len(page.buttons) == 9
        bia.tap("Mais…", on=page)
        rest = await last(agency, bia)
        assert len(rest.buttons) == 1
        before = len(cards(bia, alive=True))
        bia.tap(rest.buttons[0], on=rest)
        whole = await last(agency, bia)
        assert "a pia da cozinha está vazando" in whole.text
        assert whole.buttons
        assert len(cards(bia, alive=True)) == before  # the one above has lost its buttons
        bia.say("/fila rascunhos")
        assert (await last(agency, bia)).text == "Não há nenhum."
        bia.say("/fila tudo")
        assert "/fila alta" in (await last(agency, bia)).text
        assert (await agency.column(event.c.act)).count("view") == 10

    with_agency(sqlite_url, scenario)


def test_the_next_one_is_claimed_and_taken_from_nobody(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, ana = await colleague(agency, BIA, Role.SUPERVISOR), await colleague(agency, ANA)
        await waiting(agency, MARIA)
        await waiting(agency, JOAO)
        bia.say("/proximo")
        ana.say("/próximo")
        await agency.quiet()
        assert sorted(await agency.column(ticket.c.assignee_id)) == [1, 2]
        bia.say("/proximo")
        assert "Ninguém espera" in (await last(agency, bia)).text
        ana.say("/meus")
        assert "Com você: 1" in (await last(agency, ana)).text

    with_agency(migrated_url, scenario)


def test_a_reply_to_a_list_is_for_its_one_ticket_or_for_the_one_that_it_names(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        maria = await waiting(agency, MARIA)
        bia.say("/assumir #1")
        await agency.quiet()
        bia.say("/meus")
        bia.say("Já estou vendo.", answers=(await last(agency, bia)).message)
        await agency.quiet()
        assert maria.heard()[-1].text == "Já estou vendo."
        joao = await waiting(agency, JOAO)
        bia.say("/assumir #2")
        await agency.quiet()
        bia.say("/meus")
        both = (await last(agency, bia)).message
        bia.say("Chego às 15h.", answers=both)
        assert "comece pelo número dele" in (await last(agency, bia)).text
        bia.say("#2: Chego às 15h.", answers=both)
        await agency.quiet()
        assert (joao.heard()[-1].text, maria.heard()[-1].text) == ("Chego às 15h.", "Já estou vendo.")

    with_agency(migrated_url, scenario)


def test_who_is_on_call_and_what_there_is(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        bia.say("/plantao")
        assert "de plantão" in (await last(agency, bia)).text
        assert await agency.column(agent.c.on_call) == [True]
        bia.say("/plantão sair")
        await agency.quiet()
        assert await agency.column(agent.c.on_call) == [False]
        bia.say("/ajuda")
        assert "/proximo" in (await last(agency, bia)).text

    with_agency(sqlite_url, scenario)
