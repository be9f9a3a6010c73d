"""Cards in the chats of two agents, over real HTTP: sent when a ticket begins to wait, edited and not repeated, acted on by buttons."""

from functools import partial

import pytest
from sqlalchemy import update

from bot.programs import hiring
from bot.programs.app import clock
from core.answers import Answer, Answers
from core.presses import Press, pressing
from storage.tables import card, event, outbox, ticket
from tests.platforms.reporting import report
from tests.telegram.agency import JOAO, MARIA, Agency, with_agency
from tests.telegram.colleagues import ANA, BIA, colleague
from tests.telegram.desk import cards, last, waiting
from tests.telegram.intakes import PROBLEM, TENANT


def test_a_ticket_that_begins_to_wait_is_brought_to_everyone_and_claimed_by_a_button(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, ana = await colleague(agency, BIA), await colleague(agency, ANA)
        await waiting(agency)
        (of_bia,), (of_ana,) = cards(bia), cards(ana)
        assert "a pia da cozinha está vazando" in of_bia.text
        assert "Ninguém assumiu" in of_ana.text
        assert "Assumir" in of_bia.buttons
        ana.tap("Assumir", on=of_ana)
        assert "é seu" in (await last(agency, ana)).text
        (of_bia,), (of_ana,) = cards(bia), cards(ana)
        assert "Com Ana" in of_bia.text
        assert "Assumir" not in of_bia.buttons
        assert "Devolver" in of_ana.buttons
        assert await agency.column(ticket.c.assignee_id) == [2]
        assert None not in await agency.column(card.c.external_id)

    with_agency(migrated_url, scenario)


def test_a_new_card_goes_to_the_bottom_and_the_old_one_loses_its_buttons(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        maria = await waiting(agency)
        (first,) = cards(bia)
        bia.tap("Assumir", on=first)
        bia.say("Já vejo.", answers=(await last(agency, bia)).message)
        await agency.quiet()
        bia.say("/devolver #1")
        await agency.quiet()
        assert "Ninguém assumiu" in cards(bia)[-1].text
        maria.say("quero falar com um atendente")
        await agency.quiet()
        old, new = cards(bia)
        assert (old.id, old.buttons) == (first.id, ())
        assert new.buttons
        bia.touch(pressing(Press("card", 1, "claim", "x")), first.id)  # the button as an old client still has it
        assert "não vale mais" in (await last(agency, bia)).text

    with_agency(migrated_url, scenario)


def test_a_card_that_was_deleted_is_sent_anew(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await waiting(agency)
        (gone,) = cards(bia)
        del bia.chat.messages[gone.id]
        bia.chat.sent.remove(next(each for each in bia.chat.sent if each["message_id"] == gone.id))
        bia.say("/assumir #1")
        await agency.quiet()
        (anew,) = cards(bia)
        assert anew.id != gone.id
        assert "Com Bia" in anew.text
        assert await agency.column(card.c.external_id) == [str(anew.id)]

    with_agency(sqlite_url, scenario)


def test_whoever_is_no_agent_reaches_nothing_by_a_button(migrated_url: str) -> None:
    """A customer who forges one; an agent who was removed in between."""

    async def scenario(agency: Agency) -> None:
        bia, ana = await colleague(agency, BIA), await colleague(agency, ANA)
        maria = await waiting(agency)
        forged = [Press("card", 1, "approve"), Press("ticket", 1, "view"), Press("queue", 0, "more"), Press("sent", 1, "again")]
        heard = len(maria.heard())
        for press in forged:
            maria.touch(pressing(press), maria.heard()[-1].id)
        await agency.quiet()
        assert len(maria.heard()) == heard
        (of_bia,) = cards(bia)
        await agency.database.run(partial(hiring._remove, name="Bia", now=clock()))
        agency.bells.worker.ring()
        await agency.quiet()
        assert [each.text for each in bia.heard() if each.id == of_bia.id] == ["Este cartão não vale mais."]
        assert cards(bia) == []
        bia.touch(of_bia.inline[0]["callback_data"], of_bia.id)
        await agency.quiet()
        assert "claim" not in await agency.column(event.c.act)
        assert len(cards(ana)) == 1

    with_agency(migrated_url, scenario)


def test_an_approval_of_what_the_card_no_longer_shows_is_a_conflict(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await reported(agency)
        shown = cards(bia)[-1]
        bia.touch(pressing(Press("card", 1, "approve", "0123456789ab")), shown.id)
        assert "mudou depois desse cartão" in (await last(agency, bia)).text
        assert await agency.tickets() == ["awaiting_review"]
        bia.tap("Aprovar", on=shown)
        await agency.quiet()
        assert await agency.tickets() == ["open"]

    with_agency(sqlite_url, scenario)


@pytest.mark.parametrize("replies", [True, False])
def test_a_typed_approval_is_of_what_the_card_in_that_chat_shows(migrated_url: str, *, replies: bool) -> None:
    """What stands by now is not approved unseen; once the card shows it, it is."""

    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await reported(agency)
        shown = cards(bia)[-1]
        line, to = ("/aprovar", shown.message) if replies else ("/aprovar #1", None)
        (before,) = await agency.column(ticket.c.answers)
        await _stands(agency, {**before, "maintenance.description": Answer("outra coisa", "confirmed")})
        bia.say(line, answers=to)
        assert "mudou depois desse cartão" in (await last(agency, bia)).text
        assert "outra coisa" in cards(bia)[-1].text
        bia.say(line, answers=to)
        await agency.quiet()
        assert await agency.tickets() == ["open"]

    with_agency(migrated_url, scenario)


async def _stands(agency: Agency, answers: Answers) -> None:
    await agency.database.run(lambda connection: connection.execute(update(ticket).values(answers=answers)))


def test_whoever_names_no_ticket_is_shown_their_own_by_buttons(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await reported(agency)
        bia.say("/aprovar")
        assert (await last(agency, bia)).buttons == ()
        bia.say("/assumir #1")
        await agency.quiet()
        bia.say("/aprovar")
        asked = await last(agency, bia)
        assert asked.text.startswith("De qual chamado? Toque no seu")
        assert await agency.tickets() == ["awaiting_review"]
        bia.tap(asked.buttons[0], on=asked)
        await agency.quiet()
        bia.tap("Aprovar", on=cards(bia)[-1])
        await agency.quiet()
        assert await agency.tickets() == ["open"]

    with_agency(sqlite_url, scenario)


def test_of_what_was_merged_each_customer_is_answered_in_their_own_talk(migrated_url: str) -> None:
    """F28: the reply path belongs to the talk, and is chosen."""

    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        maria, joao = await waiting(agency, MARIA), await waiting(agency, JOAO)
        bia.say("/assumir #1")
        await agency.quiet()
        bia.say("/juntar #2 #1 sim")
        await agency.quiet()
        joao.say("agora vaza na sala também")
        assert (await last(agency, bia)).text == "#1, do relato #2 que foi juntado: agora vaza na sala também"
        card = cards(bia, alive=True)[-1]
        assert "Também relatado por #2" in card.text
        bia.tap("Responder a #2", on=card)
        bia.say("Chego às 15h.", answers=(await last(agency, bia)).message)
        await agency.quiet()
        assert joao.heard()[-1].text == "Chego às 15h."
        assert maria.heard()[-1].text != "Chego às 15h."

    with_agency(migrated_url, scenario)


async def reported(agency: Agency) -> None:
    """A report that is whole, and waits for its review."""
    await report(agency.customer(MARIA), PROBLEM, TENANT)
    await agency.quiet()


def test_a_field_is_corrected_and_others_are_asked_back_by_buttons(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await reported(agency)
        bia.tap("Corrigir", on=cards(bia)[-1])
        bia.tap("E-mail", on=await last(agency, bia))
        asked = await last(agency, bia)
        assert "maria.souza@exemplo.com.br" in asked.text
        bia.say("maria.s@exemplo.com.br")
        await agency.quiet()
        assert "maria.s@exemplo.com.br" in cards(bia)[-1].text
        bia.tap("Pedir", on=cards(bia)[-1])
        bia.tap("CPF", on=await last(agency, bia))
        bia.tap("Celular", on=await last(agency, bia))
        bia.tap("✓ Celular", on=await last(agency, bia))
        bia.tap("Pedir", on=await last(agency, bia))
        await agency.quiet()
        assert await agency.tickets() == ["sent_back"]
        assert cards(bia)[-1].text.splitlines()[0].endswith("devolvido ao cliente")

    with_agency(migrated_url, scenario)


def test_a_question_of_a_card_leaves_the_one_of_a_call_open(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia = await colleague(agency, BIA)
        await reported(agency)
        bia.say("/novo")
        asked = await last(agency, bia)
        bia.tap("Corrigir", on=cards(bia)[-1])
        bia.tap("Nada", on=await last(agency, bia))
        assert (await last(agency, bia)).text == asked.text

    with_agency(sqlite_url, scenario)


def test_cards_are_silent_while_nobody_works(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        await colleague(agency, BIA)
        await waiting(agency, MARIA)
        (call,) = [each for each in agency.telegram.made("sendMessage") if "Ninguém assumiu" in each.text("text")]
        (kept,) = [each for each in await agency.rows(outbox.c.purpose, outbox.c.call) if each[0] == "card"]
        assert bool(call.params.get("disable_notification")) == kept[1].silent

    with_agency(sqlite_url, scenario)
