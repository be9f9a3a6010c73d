"""Words and files between an agent and a customer, both ways; what becomes of them is seen on the agent's own message (F3)."""

from storage.tables import outbox
from tests.telegram.agency import Agency, with_agency
from tests.telegram.colleagues import BIA, colleague
from tests.telegram.customers import Customer
from tests.telegram.desk import cards, last, waiting
from tests.telegram.faults import drop_after


async def talking(agency: Agency) -> tuple[Customer, Customer]:
    """An agent who has the talk of a customer."""
    bia, maria = await colleague(agency, BIA), await waiting(agency)
    bia.say("/assumir #1")
    await agency.quiet()
    return bia, maria


def test_photos_go_both_ways_and_an_album_follows_its_first(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await talking(agency)
        maria.photo(caption="olha a pia")
        seen = await last(agency, bia)
        assert "photo" in seen.message
        assert seen.text.endswith("olha a pia")
        bia.album(caption="é este o sifão?", answers=seen.message)
        await agency.quiet()
        came = maria.heard()[-3:]
        assert ["photo" in each.message for each in came] == [True] * 3
        assert came[0].text == "é este o sifão?"
        maria.voice()
        assert "voice" in (await last(agency, bia)).message

    with_agency(migrated_url, scenario)


def test_what_was_sent_is_marked_on_the_agents_own_message(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await talking(agency)
        said = bia.say("Chego às 15h.", answers=cards(bia)[-1].message)
        await agency.quiet()
        assert maria.heard()[-1].text == "Chego às 15h."
        assert bia.chat.reactions == {said["message_id"]: ["👍"]}

    with_agency(migrated_url, scenario)


def test_f03_what_may_have_arrived_is_never_sent_twice_by_itself(migrated_url: str) -> None:
    """A person decides, and then it goes once more."""

    async def scenario(agency: Agency) -> None:
        bia, maria = await talking(agency)
        heard = len(maria.heard())
        agency.telegram.faults.add(drop_after(), "sendMessage", chat=maria.person.id)
        said = bia.say("Chego às 15h.", answers=cards(bia)[-1].message)
        asked = await last(agency, bia)
        assert "Não sei se a sua mensagem chegou" in asked.text
        assert asked.buttons == ("Enviar de novo", "Deixar")
        assert len(maria.heard()) == heard + 1
        assert said["message_id"] not in bia.chat.reactions
        bia.tap("Enviar de novo", on=asked)
        await agency.quiet()
        assert len(maria.heard()) == heard + 2
        assert said["message_id"] in bia.chat.reactions
        bia.touch(asked.inline[0]["callback_data"], asked.id)  # a finger that slipped
        await agency.quiet()
        assert len(maria.heard()) == heard + 2

    with_agency(migrated_url, scenario)


def test_what_failed_says_why(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await talking(agency)
        maria.chat.closed = "bot was blocked by the user"
        bia.say("Chego às 15h.", answers=cards(bia)[-1].message)
        asked = await last(agency, bia)
        assert "bloqueou" in asked.text
        bia.tap("Deixar", on=asked)
        await agency.quiet()
        assert [each.buttons for each in bia.heard() if each.id == asked.id] == [()]
        assert "failed" in await agency.column(outbox.c.status)

    with_agency(sqlite_url, scenario)


def test_what_is_said_to_nobody_waits_until_somebody_is_chosen(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        bia, maria = await talking(agency)
        heard = len(maria.heard())
        said = bia.say("Chego às 15h.")
        asked = await last(agency, bia)
        assert asked.text == "Para quem é?"
        assert len(maria.heard()) == heard
        bia.tap(asked.buttons[0], on=asked)
        await agency.quiet()
        assert maria.heard()[-1].text == "Chego às 15h."
        assert said["message_id"] in bia.chat.reactions
        bia.photo(caption="e isto")
        asked = await last(agency, bia)
        bia.tap("Ninguém", on=asked)
        assert (await last(agency, bia)).text == "Não enviei nada."
        bia.edit(said, "Chego às 16h.")
        assert "não muda" in (await last(agency, bia)).text
        assert len(maria.heard()) == heard + 1

    with_agency(sqlite_url, scenario)
