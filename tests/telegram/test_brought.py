"""Over real HTTP: what people bring beside words, and that all that comes of it keeps to Telegram's limits."""

import asyncio

from storage.tables import conversation, event, message, ticket
from tests.platforms.changes import PATIENCE_SECONDS
from tests.telegram.agency import MARCOS, MARIA, Agency, with_agency

PROBLEM = "o chuveiro queimou"


def test_the_button_that_sends_the_number_makes_somebody_known(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        marcos.start("porta-12")
        await marcos.next_message()
        marcos.say(PROBLEM)
        asked = await marcos.next_message()
        assert asked.keyboard == ("Enviar meu número", "Continuar sem")
        marcos.forward_contact("5511987651111", "Bia", 99)
        assert "outra pessoa" in (await marcos.next_message()).text
        marcos.tap("Enviar meu número")
        known = await marcos.next_message()
        assert "Obrigada, Marcos!" in known.text
        assert known.buttons == ("Alta", "Média", "Baixa")
        assert "started" in [row[0] for row in await agency.rows(event.c.act)]

    with_agency(sqlite_url, scenario)


def test_a_venue_becomes_the_address_and_an_old_button_goes_away(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        for said in (PROBLEM, "Continuar sem", "sou inquilina", "Maria da Silva", "pular", "pular", "pular"):
            maria.say(said)
            await maria.next_message()
        maria.venue(-23.5, -46.6, "Edifício Lua", "Rua das Flores, 88")
        offered = await maria.next_message()
        assert "Edifício Lua, Rua das Flores, 88" in offered.text
        maria.tap("Sim, é esse", on=offered)
        await maria.next_message()
        maria.tap("Não", on=offered)
        assert "já foi respondida" in (await maria.next_message()).text
        await agency.quiet()
        assert next(each for each in maria.heard() if each.id == offered.id).buttons == ()
        ((answers,),) = await agency.rows(ticket.c.answers)
        assert answers["contract.address"].value == "Edifício Lua, Rua das Flores, 88"

    with_agency(sqlite_url, scenario)


def test_the_transcript_says_what_was_tapped(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        for said in (PROBLEM, "Continuar sem"):
            maria.say(said)
            asked = await maria.next_message()
        maria.tap("Porteiro ou vizinho")
        await maria.next_message()
        maria.tap("Outra pessoa", on=asked)
        await maria.next_message()
        await agency.quiet()
        taps = [text for kind, text in await agency.rows(message.c.kind, message.c.text) if kind == "tap"]
        assert taps == ["Porteiro ou vizinho", ""]

    with_agency(sqlite_url, scenario)


def test_an_edit_a_reaction_and_an_album(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)
        await maria.next_message()
        maria.say("continuar sem")
        asked = await maria.next_message()
        role = maria.say("sou inquilina")
        await maria.next_message()
        maria.edit(role, "falo por uma empresa")
        assert (await maria.next_message()).buttons == ("Sim, trocar", "Não")
        maria.tap("Sim, trocar")
        assert "nome da empresa" in (await maria.next_message()).text
        maria.react("👍", asked.id)
        assert "Vi a sua reação!" in (await maria.next_message()).text
        maria.album("photo", "photo", "video")
        assert "Guardei os 3 arquivos" in (await maria.next_message()).text

    with_agency(sqlite_url, scenario)


def test_who_blocks_the_bot_is_left_alone_until_they_are_back(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.say(PROBLEM)
        await maria.next_message()
        maria.block()
        await agency.quiet()
        async with asyncio.timeout(PATIENCE_SECONDS):
            while await agency.rows(conversation.c.unreachable_since) == [(None,)]:  # noqa: ASYNC110 (only the database knows)
                await asyncio.sleep(0.01)
        maria.unblock()
        maria.say("continuar sem")
        assert "Quem está falando?" in (await maria.next_message()).text
        assert await agency.rows(conversation.c.unreachable_since) == [(None,)]

    with_agency(sqlite_url, scenario)
