"""Faults that users of similar systems report, on WhatsApp: F2, F9, F11, F12, F24. Others stand with the door, the statuses, the people."""

from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Templates
from core.files import place_of
from storage.tables import conversation, inbox, media, message, ticket
from tests.platforms.contents import content
from tests.platforms.intakes import KNOWN, PROBLEM, TENANT
from tests.platforms.reporting import asked, until_asked
from tests.telegram import customers as there
from tests.telegram.desk import cards
from tests.whatsapp import faults
from tests.whatsapp.agency import MARCOS, MARIA, SEVERINO, Agency, with_agency
from tests.whatsapp.crossing import Crossing, crossing
from tests.whatsapp.customers import Customer, echo

AFTERNOON = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)  # 15h
BIA = there.Person(8_001, "Bia")
HOUR = 3_600.0
REFERENCE = "2026-000001-1"
STATUS, QUESTION = "chamado_atualizado", "pergunta_da_equipe"


def test_f02_every_message_of_every_change_of_every_entry_is_a_row(migrated_url: str) -> None:
    """Two entries, two changes each, three messages each, of several people, a status among them."""

    async def scenario(agency: Agency) -> None:
        people = [agency.customer(who) for who in (MARCOS, MARIA, SEVERINO)]
        with agency.whatsapp.webhook.together(entries=2, changes=2):
            for number in range(4):
                for who in people:
                    who.say(f"recado {number}")
        await agency.quiet()
        rows = await agency.column(inbox.c.part)
        assert sorted(part["message"]["text"]["body"] for part in rows) == [f"recado {number}" for number in range(4) for _ in range(3)]
        assert len(await agency.column(conversation.c.id)) == 3
        for who in people:
            heard = [words for words in await agency.column(message.c.text) if words.startswith("recado")]
            assert len(heard) == 12
            assert len(who.heard()) == 1  # a burst is one turn, and has one answer

    with_agency(migrated_url, scenario)


def test_f09_a_photo_that_does_not_come_at_once_is_not_lost(migrated_url: str, tmp_path: Path) -> None:
    """Its address is asked for again each time: one that was given before is dead in five minutes."""

    async def scenario(agency: Agency) -> None:
        maria, photo = agency.customer(MARIA), content("photo")
        for fault in (faults.server_error(503), faults.bad_json(), faults.drop_after(), faults.refused(131052)):
            agency.whatsapp.faults.add(fault, "thing")
        agency.whatsapp.faults.add(faults.drop_before(), "download", times=2)
        maria.photo(photo, caption=PROBLEM)
        agency.whatsapp.webhook.repeat(next(iter(agency.whatsapp.webhook.waiting.values())))
        assert PROBLEM.removeprefix("oi, ") in (await maria.next_message()).bold  # the talk waits for no file

        async def there() -> bool:
            return await agency.column(media.c.state) == ["ready"]

        await agency.until(there)
        assert agency.whatsapp.faults.left == 0
        (digest,), (mime,) = await agency.column(media.c.sha256), await agency.column(media.c.mime)
        assert (tmp_path / place_of(digest, mime)).read_bytes() == photo
        assert await agency.column(media.c.ticket_id) == await agency.column(ticket.c.id)

    with_agency(migrated_url, scenario, files=tmp_path)


def test_f09_a_photo_whose_days_are_over_is_said_to_be_gone(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        agency.whatsapp.files.expire(maria.photo(caption=PROBLEM)["image"]["id"])
        await maria.next_message()

        async def gone() -> bool:
            return await agency.column(media.c.state) == ["expired"]

        await agency.until(gone)

    with_agency(sqlite_url, scenario, files=tmp_path)


def test_f11_an_edit_of_an_answered_question_is_asked_about(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        said = maria.say("Maria Sousa")
        await maria.next_message()
        maria.edit(said, "Maria Souza")
        offered = await maria.next_message()
        assert {"Maria Sousa", "Maria Souza"} <= set(offered.bold)
        maria.tap("Sim, trocar")
        assert asked(await maria.next_message()) == "individual-email"
        await agency.quiet()
        (answers,) = await agency.column(ticket.c.answers)
        assert answers["individual.last_name"].value == "Souza"

    with_agency(sqlite_url, scenario)


def test_f11_what_was_taken_back_is_kept_for_people_and_its_answer_stands(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        said, heard = maria.say("Maria Sousa"), len(maria.heard())
        await maria.next_message()
        maria.revoke(said)
        await agency.quiet()
        assert len(maria.heard()) == heard + 2
        assert "continua anotado" in (await maria.next_message()).text
        assert "Maria Sousa" in await agency.column(message.c.text)
        maria.say(TENANT["individual-email"])
        assert asked(await maria.next_message()) == "individual-cpf"

    with_agency(sqlite_url, scenario)


def test_f12_what_people_write_on_the_business_phone_takes_the_talk_over(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        echo(maria, "Oi, Maria! Aqui é a Bia, já estou vendo isso.")
        await agency.quiet()
        heard = len(maria.heard())
        maria.say("que bom, obrigada")
        await agency.quiet()
        assert len(maria.heard()) == heard
        assert "Oi, Maria! Aqui é a Bia, já estou vendo isso." in await agency.column(message.c.text)
        assert await agency.column(conversation.c.owner) == ["agent"]

    with_agency(migrated_url, scenario)


# ── F24 ──────────────────────────────────────────────────────────────────────


async def reported(agency: Crossing, hours: float = 25) -> tuple[Customer, there.Customer]:
    """A report of Marcos', a day later, and Bia at her desk."""
    bia, marcos = await agency.colleague(BIA), agency.customer(MARCOS)
    marcos.say(PROBLEM)
    await agency.quiet()
    for label in KNOWN.values():
        marcos.tap(label)
        await agency.quiet()
    agency.clock.move(hours * HOUR)
    return marcos, bia


def test_f24_after_a_day_nothing_is_sent_and_people_see_why(migrated_url: str, tmp_path: Path) -> None:
    """The platform is not even asked; what there is to say waits until the customer writes."""

    async def scenario(agency: Crossing) -> None:
        marcos, bia = await reported(agency)
        sends = len(agency.whatsapp.made("messages"))
        bia.say("/aprovar #1")
        await agency.quiet()
        assert "espera até que o cliente escreva: a janela de 24 h do WhatsApp fechou em 27/11 às 15h" in bia.heard()[-1].text
        bia.say("/assumir #1")
        await agency.quiet()
        bia.say("já vamos", answers=cards(bia)[-1].message)
        await agency.quiet()
        assert "nada foi enviado" in bia.heard()[-1].text
        bia.say("/devolver #1")
        await agency.quiet()
        assert len(agency.whatsapp.made("messages")) == sends
        marcos.say("e aí?")
        await agency.quiet()
        assert "foi conferido e está aberto" in marcos.heard()[-1].text

    crossing(migrated_url, tmp_path, scenario, AFTERNOON)


def test_f24_after_a_day_news_and_one_line_go_in_templates(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        agency.whatsapp.templates.add(STATUS, "Novidade sobre {{1}}: {{2}}")
        agency.whatsapp.templates.add(QUESTION, "Sobre {{1}}: {{2}}")
        marcos, bia = await reported(agency)
        bia.say("/aprovar #1")
        await agency.quiet()
        assert marcos.heard()[-1].text.startswith(f"Novidade sobre o chamado {REFERENCE}: ")
        bia.say("/assumir #1")
        await agency.quiet()
        bia.say("quando podemos ir?", answers=cards(bia)[-1].message)
        await agency.quiet()
        assert marcos.heard()[-1].text == f"Sobre o chamado {REFERENCE}: quando podemos ir?"
        assert "pelo modelo aprovado" in bia.heard()[-1].text
        assert [call.body["type"] for call in agency.whatsapp.made("messages")][-2:] == ["template", "template"]

    templates = Templates(status=f"{STATUS}:pt_BR", question=f"{QUESTION}:pt_BR")
    crossing(migrated_url, tmp_path, scenario, AFTERNOON, templates=templates)


# ── pace ─────────────────────────────────────────────────────────────────────


def test_a_pair_is_never_written_to_faster_than_the_platform_allows(migrated_url: str, tmp_path: Path) -> None:
    """Fifty lines of an agent: what is over the burst waits for its time, in its order, and the platform refuses none of it."""

    async def scenario(agency: Crossing) -> None:
        marcos, bia = await reported(agency, hours=1)
        bia.say("/assumir #1")
        await agency.quiet()
        card = cards(bia)[-1].message
        lines = [f"linha {number}" for number in range(50)]
        for line in lines:
            bia.say(line, answers=card)

        async def all_there() -> bool:
            agency.clock.move(1)
            return len([each for each in marcos.heard() if each.text.startswith("linha")]) == len(lines)

        await agency.until(all_there)
        assert [each.text for each in marcos.heard()][-50:] == lines
        assert [call for call in agency.whatsapp.made("messages") if call.refused] == []

    crossing(migrated_url, tmp_path, scenario, AFTERNOON)
