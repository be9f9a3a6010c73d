"""Two agents and a customer, over real HTTP: linked, a talk taken over, spoken in, given back."""

from pathlib import Path

from sqlalchemy import update

from core.permissions import Role
from storage.tables import conversation, event, media, message, ticket
from tests.telegram import faults
from tests.telegram.agency import MARIA, Agency, with_agency
from tests.telegram.colleagues import ANA, BIA, colleague
from tests.telegram.customers import Customer


async def last(agency: Agency, who: Customer) -> str:
    await agency.quiet()
    return who.heard()[-1].text


def test_an_agent_takes_a_talk_over_and_gives_it_back(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await colleague(agency, BIA), agency.customer(MARIA)
        maria.say("boa tarde, a pia da cozinha está vazando")
        await agency.quiet()
        bia.say("/assumir #1")
        assert "é seu" in await last(agency, bia)
        maria.say("alguém aí?")
        assert "alguém aí?" in await last(agency, bia)
        relayed = bia.heard()[-1]
        bia.say("Boa tarde, aqui é a Bia.", answers=relayed.message)
        assert await last(agency, maria) == "Boa tarde, aqui é a Bia."
        bia.say("// parece vazamento do sifão", answers=relayed.message)
        assert "não a vê" in await last(agency, bia)
        assert maria.heard()[-1].text == "Boa tarde, aqui é a Bia."
        bia.say("/devolver", answers=relayed.message)
        assert "assistente" in await last(agency, bia)
        assert "continuar" in maria.heard()[-1].text
        assert {"link", "claim", "say", "note", "give_back"} <= set(await agency.column(event.c.act))
        assert await agency.column(conversation.c.agent_id) == [None, None]

    with_agency(migrated_url, scenario)


def test_what_is_said_to_nobody_goes_to_nobody(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await colleague(agency, BIA), agency.customer(MARIA)
        maria.say("a pia da cozinha está vazando")
        await agency.quiet()
        heard = len(maria.heard())
        bia.say("já estamos indo")
        assert "Para quem?" in await last(agency, bia)
        bia.say("/assumir 2026-000099-1")
        assert "Não conheço o chamado 2026-000099-1" in await last(agency, bia)
        bia.say("/inventado #1")
        assert "/ajuda" in await last(agency, bia)
        assert len(maria.heard()) == heard
        assert await agency.column(ticket.c.filed_in) == [2]  # an agent's words begin no report

    with_agency(sqlite_url, scenario)


def test_a_talk_that_a_colleague_has_is_not_taken_from_her(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, ana, maria = await colleague(agency, BIA), await colleague(agency, ANA, Role.SUPERVISOR), agency.customer(MARIA)
        maria.say("a pia da cozinha está vazando")
        await agency.quiet()
        ana.say("/assumir #1")
        await agency.quiet()
        bia.say("/assumir #1")
        assert "Ana já está" in await last(agency, bia)
        bia.say("/devolver #1")
        assert "não está com você" in await last(agency, bia)
        assert None in await agency.column(message.c.inbox_id)

    with_agency(sqlite_url, scenario)


def test_f09_a_file_that_was_given_up_is_fetched_again_when_a_person_wishes(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await colleague(agency, BIA), agency.customer(MARIA)
        agency.telegram.faults.add(faults.refused(400, "Bad Request: file is temporarily unavailable"), "getFile")
        maria.photo(caption="a pia da cozinha está vazando")
        await agency.quiet()

        await agency.database.run(lambda connection: connection.execute(update(media).values(state="failed", due_at=None)))
        bia.say("/buscar arquivos #1")
        await agency.quiet()
        answer, photo = bia.heard()[-2:]
        assert "Busco de novo 1" in answer.text
        assert "photo" in photo.message
        bia.say("/buscar arquivos #1")
        await agency.quiet()
        answer, photo = bia.heard()[-2:]
        assert "Os arquivos de #1" in answer.text
        assert "photo" in photo.message

    with_agency(migrated_url, scenario, files=tmp_path)
