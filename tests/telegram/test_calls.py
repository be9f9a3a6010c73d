"""A caller registered by an agent over real HTTP: found, chosen, saved, told in their own chat; and one who is new in the books."""

from sqlalchemy import Connection, select, update

from core.tickets import Registration, Status
from storage import contacts
from storage.tables import agent, contract, event, ticket
from tests.telegram.agency import MARCOS, MARIA, Agency, with_agency
from tests.telegram.colleagues import ANA, BIA, colleague
from tests.telegram.customers import Customer
from tests.telegram.desk import cards


async def says(agency: Agency, who: Customer, *lines: str) -> str:
    """The answer to the last of these; what is a button there is tapped."""
    for line in lines:
        shown = who.heard()[-1] if who.heard() else None
        if shown and line in shown.buttons:
            who.tap(line)
        else:
            who.say(line)
        await agency.quiet()
    return who.heard()[-1].text


def test_a_call_from_the_search_to_its_end(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, marcos = await colleague(agency, BIA), agency.customer(MARCOS)
        await says(agency, marcos, "oi", "cancelar", "Sim, cancelar")
        marcos.share_contact()
        await agency.quiet()
        heard = len(marcos.heard())
        assert "2 resultados:\n1 Marcos Lima" in await says(agency, bia, "/novo lima 98765")
        assert "Confere com quem liga?" in await says(agency, bia, "1")
        assert "Rua das Acácias, 120, ap 32 (locatário(a))" in await says(agency, bia, "Confere")
        assert "Problema; prioridade" in await says(agency, bia, "Manutenção")
        assert "Origem: telefone." in await says(agency, bia, "chuveiro queimado; alta; só à tarde")
        saved = await says(agency, bia, "Salvar")
        number, reference = (await agency.rows(ticket.c.id, ticket.c.reference))[-1]
        assert reference in saved
        assert len(marcos.heard()) == heard
        assert "Enviado por Telegram." in await says(agency, bia, "Enviar por Telegram")
        assert reference in marcos.heard()[-1].text
        assert "Atendimento concluído" in await says(agency, bia, "Concluir")
        kept = ticket.c.status, ticket.c.registration, ticket.c.origin, ticket.c.reply_to, ticket.c.state
        rows = await agency.database.run(lambda connection: connection.execute(select(*kept).where(ticket.c.id == number)).all())
        assert [tuple(row) for row in rows] == [(Status.OPEN, Registration.KNOWN, "phone", 2, "submitted.open")]
        acts = await agency.column(event.c.act)
        assert {"search", "choose_contact", "view_contact", "submit", "tell_caller"} <= set(acts)

    with_agency(migrated_url, scenario)


def test_somebody_new_is_in_the_books_with_the_ticket(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await says(agency, bia, "/novo maria prado; maria.prado@exemplo.com.br; 11 97654-0001", "Novo", "Pessoa física")
        assert "Endereço do imóvel" in await says(agency, bia, "Pular")
        await says(agency, bia, "rua das flores 88 apto 12", "Manutenção", "torneira pingando; baixa; qualquer horário")
        assert await agency.database.run(lambda connection: contacts.by_email(connection, "maria.prado@exemplo.com.br")) is None
        assert "Salvo." in await says(agency, bia, "Salvar")
        found = await agency.database.run(lambda connection: contacts.by_email(connection, "maria.prado@exemplo.com.br"))
        assert found
        assert (found.name, found.mobile) == ("maria prado", "+5511976540001")
        assert await agency.column(ticket.c.contact_id) == [found.id]
        assert "1 resultado" in await says(agency, bia, "/novo prado 97654")  # in the index, by the same transaction

    with_agency(migrated_url, scenario)


CALL = ("/novo lima 98765", "1", "Confere", "Manutenção", "chuveiro queimado; alta; só à tarde", "Salvar")


def test_what_was_saved_is_with_whoever_saved_it_unless_somebody_looks_after_the_contract(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, ana = await colleague(agency, BIA), await colleague(agency, ANA)
        await says(agency, bia, *CALL, "Concluir")
        assert "Com você: 1" in await says(agency, bia, "/meus")
        await agency.database.run(keeps_all)
        await says(agency, bia, *CALL, "Concluir")
        assert await agency.column(ticket.c.assignee_id) == [1, 2]
        assert "Com Ana" in cards(ana)[-1].text

    with_agency(migrated_url, scenario, routing="account_manager")


def keeps_all(connection: Connection) -> None:
    """Ana looks after every contract."""
    connection.execute(update(agent).where(agent.c.name == "Ana").values(external_id="G7"))
    connection.execute(update(contract).values(account_manager="G7"))


def test_a_call_put_aside_comes_back_by_its_card(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await says(agency, bia, "/novo marina", "1", "/novo lima")
        card = next(each for each in reversed(bia.heard()) if "Continuar" in each.buttons)
        bia.tap("Continuar", card)
        await agency.quiet()
        assert any("*Marina Souza*".replace("*", "") in each.text and "Confere" in each.buttons for each in bia.heard()[-2:])
        assert len(await agency.tickets()) == 2

    with_agency(migrated_url, scenario)


def test_a_customer_begins_no_call(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        for words in ("/novo marcos", "/continuar 1", "/perigo gás"):
            assert "Marcos" not in await says(agency, maria, words)
        assert "search" not in await agency.column(event.c.act)
        assert "phone" not in await agency.column(ticket.c.origin)

    with_agency(sqlite_url, scenario)
