"""Buttons: each tap is answered at once and counts once, and none stores what its reader did not mean."""

import asyncio

import pytest

from storage.tables import inbox, ticket
from tests.platforms.reporting import asked, until_asked
from tests.telegram.agency import JOAO, MARIA, Agency, By, with_agency
from tests.telegram.intakes import PROBLEM, TENANT

BOTH = pytest.mark.parametrize("by", ["polling", "webhook"])


async def said(agency: Agency, key: str) -> object:
    (answers,) = await agency.column(ticket.c.answers)
    return answers[key].value if key in answers else None


async def answered(agency: Agency) -> None:
    """Every tap."""

    async def all_of_them() -> bool:
        return not agency.telegram.taps

    await agency.quiet()
    await agency.until(all_of_them)


@BOTH
def test_two_taps_at_once_are_one_answer(migrated_url: str, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        role = await until_asked(maria, "identification-role", PROBLEM, TENANT)
        maria.tap("Sou inquilino(a)", on=role)
        maria.tap("Sou inquilino(a)", on=role)
        await answered(agency)
        assert asked(await maria.next_message()) == "individual-name"
        assert all("já foi respondida" not in shown.text for shown in maria.heard())
        assert await said(agency, "identification.role") == "tenant"

    with_agency(migrated_url, scenario, by)


@BOTH
def test_the_first_of_two_different_taps_counts(sqlite_url: str, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        role = await until_asked(maria, "identification-role", PROBLEM, TENANT)
        maria.tap("Sou inquilino(a)", on=role)
        maria.tap("Falo por uma empresa", on=role)
        await answered(agency)
        assert await said(agency, "identification.role") == "tenant"
        assert asked(maria.heard()[-1]) == "individual-name"

    with_agency(sqlite_url, scenario, by)


@BOTH
def test_a_tap_on_an_old_question_changes_nothing_and_takes_its_buttons_off(migrated_url: str, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        role = await until_asked(maria, "identification-role", PROBLEM, TENANT)
        maria.tap("Sou inquilino(a)", on=role)
        await maria.next_message()
        maria.say("Maria Souza")
        assert asked(await maria.next_message()) == "individual-email"
        maria.tap("Falo por uma empresa", on=role)
        await answered(agency)
        again = maria.heard()[-1]
        assert "já foi respondida" in again.text
        assert asked(again) == "individual-email"
        assert next(each for each in maria.heard() if each.id == role.id).buttons == ()
        assert again.buttons
        assert await said(agency, "identification.role") == "tenant"

    with_agency(migrated_url, scenario, by)


@pytest.mark.parametrize(
    "data", ["", "p", "p0:0", "p99999999999999999999:0", "p2:-1", "p2:99", "p2:>99", "p2:>-1", "c1:take", "💥" * 16, "\u0000"]
)
def test_data_that_no_button_has_changes_nothing(sqlite_url: str, data: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        role = await until_asked(maria, "identification-role", PROBLEM, TENANT)
        maria.touch(data, role.id)
        maria.touch(data, 4_000_000)  # under a message that Telegram has no more
        await answered(agency)
        assert asked(maria.heard()[-1]) == "identification-role"
        assert await said(agency, "identification.role") is None
        assert set(await agency.column(inbox.c.result)) == {"done"}
        maria.tap("Sou inquilino(a)")
        await answered(agency)
        assert asked(maria.heard()[-1]) == "individual-name"

    with_agency(sqlite_url, scenario)


def test_somebody_elses_button_is_nobodys(sqlite_url: str) -> None:
    """Data of another talk's open question, as only a dishonest client sends it."""

    async def scenario(agency: Agency) -> None:
        maria, joao = agency.customer(MARIA), agency.customer(JOAO)
        role = await until_asked(maria, "identification-role", PROBLEM, TENANT)
        joao.say("a torneira pinga")
        await joao.next_message()
        joao.touch(role.inline[0]["callback_data"], role.id)
        await answered(agency)
        assert await agency.column(ticket.c.state) == ["identification.role", "identification.number"]

    with_agency(sqlite_url, scenario)


def test_an_old_copy_of_an_offer_stores_no_other_value(sqlite_url: str) -> None:
    """ "joana@gmial.com": the copy that offers gmail.com for her is of no use for what she writes next."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-email", PROBLEM, TENANT)
        maria.say("joana@gmial.com")
        first = await maria.next_message()
        maria.say("joana.souza@gmial.com")
        second = await maria.next_message()
        assert first.buttons == second.buttons
        maria.tap(first.buttons[0], on=first)
        await answered(agency)
        assert await said(agency, "individual.email") is None
        maria.tap(second.buttons[0], on=second)
        await answered(agency)
        assert await said(agency, "individual.email") == "joana.souza@gmail.com"

    with_agency(sqlite_url, scenario)


def test_a_tap_that_is_answered_too_late_stops_nothing(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "identification-role", PROBLEM, TENANT)
        maria.tap("Sou inquilino(a)")
        agency.telegram.expire_taps()
        assert asked(await maria.next_message()) == "individual-name"
        await agency.quiet()
        await asyncio.gather(*agency.channel._courtesies, return_exceptions=True)
        assert [call.refused is not None for call in agency.telegram.made("answerCallbackQuery")] == [True]

    with_agency(sqlite_url, scenario)
