"""Who somebody is on WhatsApp: by number, by user id, by both; with a new number, with somebody else's old one, to two numbers of ours."""

from collections.abc import Sequence
from functools import partial

import pytest

from core.cards import moved_to
from storage import messages
from storage.tables import contact, conversation, event, identity, inbox, ticket
from tests.platforms.intakes import KNOWN, PROBLEM, TENANT
from tests.platforms.reporting import asked, go_on, report, until_asked
from tests.whatsapp.agency import MARCOS, MARIA, Agency, with_agency
from tests.whatsapp.customers import Customer
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import NUMBER, OTHER

NEW_NUMBER = "5511976540077"
STRANGER = Person(MARIA.wa_id, "Paulo", user_id="BR.9999999999999999")  # who got Maria's number after her


def recipients(agency: Agency) -> Sequence[str]:
    """Whom the messages were for, each once."""
    return tuple(dict.fromkeys(call.to for call in agency.whatsapp.made("messages")))


@pytest.mark.parametrize("told", [("user_changed_number", "user_changed_user_id"), ("user_changed_number",)], ids=["both", "number"])
def test_a_new_number_in_the_middle_of_a_talk(migrated_url: str, told: Sequence[str]) -> None:
    """Nothing is asked again, nothing is lost, and what is said next goes to the new number."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-email", PROBLEM, TENANT)
        maria.change_number(NEW_NUMBER, told=told)
        await agency.quiet()
        maria.say(TENANT["individual-email"])
        await go_on(maria, TENANT)
        await agency.quiet()
        assert len(await agency.column(conversation.c.id)) == len(await agency.tickets()) == 1
        assert recipients(agency) == (MARIA.wa_id, NEW_NUMBER)
        (answers,) = await agency.column(ticket.c.answers)
        assert (answers["individual.first_name"].value, answers["individual.email"].value) == ("Maria", TENANT["individual-email"])
        known = {(kind, value) for kind, value in await agency.rows(identity.c.kind, identity.c.value)}
        assert known == {("number", f"+{NEW_NUMBER}"), ("user_id", maria.phone.user_id)}
        quotes = await agency.database.run(partial(messages.quotes, ticket_ids=[1]))
        assert moved_to(quotes[1]) == f"+{NEW_NUMBER}"

    with_agency(migrated_url, scenario)


def test_a_proof_ends_with_the_number_that_gave_it(migrated_url: str) -> None:
    """Whoever has the account now is perhaps not who stood in the books."""

    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        shown = await until_asked(marcos, "maintenance-priority", PROBLEM, KNOWN)
        assert "Marcos" in shown.text
        marcos.change_number(NEW_NUMBER)
        await agency.quiet()
        marcos.say("meus dados")
        shown = await marcos.next_message()
        assert not {"marcos@exemplo.com.br", "Lima", "Rua das Acácias"} & set(shown.text.split())
        assert "marcos@exemplo.com.br" not in shown.text

    with_agency(migrated_url, scenario)


def test_whose_proof_has_ended_goes_on_with_what_stands_in_the_form(migrated_url: str) -> None:
    """By the platform's own word it is the same person. Whose contact it is, is for a person to say; the books stay as they are."""

    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        await until_asked(marcos, "maintenance-priority", PROBLEM, KNOWN)
        marcos.change_number(NEW_NUMBER)
        await agency.quiet()
        marcos.tap("Média")
        shown = await marcos.next_message()
        assert ("o seu número mudou" in shown.text, asked(shown)) == (True, "maintenance-visits")
        marcos.tap("Qualquer horário")
        await go_on(marcos, KNOWN)
        await agency.quiet()
        assert await agency.rows(ticket.c.status, ticket.c.registration, ticket.c.contact_id) == [("awaiting_review", "claimed", None)]
        (answers,) = await agency.column(ticket.c.answers)
        told = "individual.last_name individual.email individual.mobile contract.address maintenance.priority".split()
        assert [answers[key].value for key in told] == [
            "Lima",
            "marcos@exemplo.com.br",
            f"+{NEW_NUMBER}",
            "Rua das Acácias, 120",
            "medium",
        ]
        assert f"+{MARCOS.wa_id}" in await agency.column(contact.c.mobile)

    with_agency(migrated_url, scenario)


def test_the_number_that_changed_is_the_one_that_is_shown_and_sent(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "review-summary", PROBLEM, TENANT)
        maria.change_number(NEW_NUMBER)
        await agency.quiet()
        maria.tap("Enviar")
        await agency.quiet()
        last = maria.heard()[-1]
        assert "o seu número mudou" in last.text
        assert "(•••-0077)" in last.text
        assert await agency.tickets() == ["draft"]
        maria.tap("Enviar")
        await agency.quiet()
        (answers,) = await agency.column(ticket.c.answers)
        assert answers["individual.mobile"].value == f"+{NEW_NUMBER}"

    with_agency(migrated_url, scenario)


def test_a_number_that_was_somebody_elses_begins_a_talk_of_its_own(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await report(maria, PROBLEM, TENANT)
        paulo = agency.customer(STRANGER)
        for words in ("oi", "status", "meus dados"):
            paulo.say(words)
            await paulo.next_message()
        await agency.quiet()
        assert len(await agency.column(conversation.c.id)) == 2
        shown = " ".join(each.text for each in paulo.heard())
        assert not any(told in shown for told in ("Maria", "Souza", TENANT["individual-email"], "2026-000001", "Acácias"))

    with_agency(migrated_url, scenario)


def test_one_person_to_two_numbers_of_ours_has_two_talks(migrated_url: str) -> None:
    """Each is answered from the number that was written to; what is brought of a third number is nobody's talk."""

    async def scenario(agency: Agency) -> None:
        here, there = agency.customer(MARCOS), agency.customer(MARCOS, OTHER)
        here.say("oi, o chuveiro queimou")
        there.say("a pia da cozinha está vazando")
        assert "chuveiro" in (await here.next_message()).text
        assert "pia" in (await there.next_message()).text
        there.say("baixa")
        await there.next_message()
        await agency.quiet()
        assert (len(here.heard()), len(there.heard())) == (1, 2)
        assert sorted(await agency.column(conversation.c.account)) == [NUMBER, OTHER]
        assert {call.about for call in agency.whatsapp.made("messages")} == {NUMBER, OTHER}

    with_agency(migrated_url, scenario)


def test_what_is_brought_of_somebody_elses_number_is_nobodys_talk(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        agency.customer(MARIA, OTHER).say("meu cpf é 529.982.247-25")
        await agency.quiet()
        assert await agency.column(inbox.c.id) == []
        kept = await agency.column(event.c.after)
        assert [each["account"] for each in kept] == [OTHER]
        assert "529" not in str(kept)

    with_agency(migrated_url, scenario, accounts=(NUMBER,))


# ── F21, F22 ─────────────────────────────────────────────────────────────────


def test_f21_without_its_ninth_digit_a_number_is_the_same_and_is_written_to_as_it_came(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(Person("551187650132", "Marcos"))
        shown = await until_asked(marcos, "maintenance-priority", PROBLEM, KNOWN)
        assert "Oi, Marcos!" in shown.text
        assert recipients(agency) == ("551187650132",)
        (value,) = [value for kind, value in await agency.rows(identity.c.kind, identity.c.value) if kind == "number"]
        assert value == "+551187650132"

    with_agency(migrated_url, scenario)


def test_f21_a_landline_gets_no_ninth_digit_and_is_nobody_elses(migrated_url: str) -> None:
    """With a nine in front, this one would be Marcos'."""

    async def scenario(agency: Agency) -> None:
        shop = agency.customer(Person("551137650132", "Loja"))
        shop.say(PROBLEM)
        shown = await shop.next_message()
        assert (asked(shown), "Marcos" in shown.text) == ("identification-role", False)
        answers = TENANT | {"individual-mobile": "(11) 97654-0001"}
        shop.tap("Sou inquilino(a)")
        await go_on(shop, answers)
        await agency.quiet()
        (found,) = await agency.column(ticket.c.answers)
        assert found["individual.mobile"].value == "+5511976540001"
        assert recipients(agency) == ("551137650132",)

    with_agency(migrated_url, scenario)


def test_f22_by_number_then_by_both_then_by_the_user_id_alone_is_one_talk(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(Person(MARIA.wa_id, "Maria", shows="number"))
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        for shows, answer, question in (("both", "individual-name", "individual-email"), ("user_id", "individual-email", "individual-cpf")):
            maria.phone.shows = shows  # type: ignore[assignment]
            maria.say(TENANT[answer])
            assert asked(await maria.next_message()) == question
        await agency.quiet()
        assert len(await agency.column(conversation.c.id)) == 1
        assert recipients(agency) == (MARIA.wa_id, maria.phone.user_id)

    with_agency(migrated_url, scenario)


def test_f22_somebody_without_a_number_reports_and_is_asked_for_it(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria: Customer = agency.customer(Person(MARIA.wa_id, "Maria", username="maria", shows="user_id"))
        await report(maria, PROBLEM, TENANT | {"identification-number": "Continuar sem"})
        await agency.quiet()
        assert await agency.tickets() == ["awaiting_review"]
        assert recipients(agency) == (maria.phone.user_id,)
        (found,) = await agency.column(ticket.c.answers)
        assert found["individual.mobile"].value == "+5511976540001"
        assert "+5511976540001" not in await agency.column(identity.c.value)

    with_agency(migrated_url, scenario)
