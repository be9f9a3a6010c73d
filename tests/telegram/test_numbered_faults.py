"""Faults that users of similar systems report, over HTTP: F3, F9, F10, F11, F16. F1 and F23 stand with the door and the refusals."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import ingest
from bot.turn import MAX_ASKED
from core.files import place_of
from storage.tables import conversation, inbox, media, message, outbox, ticket
from tests.platforms.reporting import asked, go_on, until_asked
from tests.telegram import faults
from tests.telegram.agency import MARIA, Agency, By, with_agency
from tests.telegram.customers import Customer
from tests.telegram.intakes import PROBLEM, TENANT
from tests.telegram.media import content

MOST_ROUNDS = 6 * MAX_ASKED  # each question is refused three times before the next is asked
BETWEEN_PHOTOS = timedelta(seconds=0.7)  # a webhook is brought one after the other, by a machine that may be busy
BOTH = pytest.mark.parametrize("by", ["polling", "webhook"])


def test_f03_handing_over_is_the_last_word(sqlite_url: str) -> None:
    """One message says that a person comes; no question follows it, and what the customer writes then is kept in silence."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        before = len(maria.heard())
        maria.say("atendente")
        await agency.quiet()
        maria.say("é urgente")
        await agency.quiet()
        (told,) = maria.heard()[before:]
        assert "uma pessoa da equipe vai falar com você" in told.text
        assert await agency.column(conversation.c.owner) == ["agent"]
        assert "é urgente" in await agency.column(message.c.text)

    with_agency(sqlite_url, scenario)


@BOTH
def test_f09_a_photo_that_does_not_come_at_once_is_not_lost(migrated_url: str, tmp_path: Path, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        maria, photo = agency.customer(MARIA), content("photo")
        for fault in (faults.server_error(503), faults.bad_json(), faults.drop_after()):
            agency.telegram.faults.add(fault, "getFile")
        agency.telegram.faults.add(faults.drop_before(), "download", times=2)
        maria.photo(photo, caption=PROBLEM)
        agency.telegram.updates.repeat()
        assert PROBLEM.removeprefix("oi, ") in (await maria.next_message()).bold  # the talk waits for no file

        async def there() -> bool:
            return await agency.column(media.c.state) == ["ready"]

        await agency.until(there)
        assert agency.telegram.faults.left == 0
        (digest,), (mime,) = await agency.column(media.c.sha256), await agency.column(media.c.mime)
        assert (tmp_path / place_of(digest, mime)).read_bytes() == photo
        assert await agency.column(media.c.ticket_id) == await agency.column(ticket.c.id)

    with_agency(migrated_url, scenario, by, files=tmp_path)


Sends = Callable[[Customer], Any]
BESIDE_WORDS: Mapping[str, Sequence[Sends]] = {  # at which question; who sends more of it at one is taken for a machine (F16)
    "individual-name": (
        lambda who: who.voice(),
        lambda who: who.audio(),
        lambda who: who.video(),
        lambda who: who.video_note(),
        lambda who: who.document(),
        lambda who: who.photo(),
    ),
    "individual-email": (
        lambda who: who.sticker(),
        lambda who: who.forward_contact("5511987651111", "Bia"),
        lambda who: who.write({"dice": {"emoji": "🎲", "value": 3}}),
        lambda who: who.write({"poll": {"id": "1", "question": "?", "options": []}}),
        lambda who: who.write({"story": {"id": 1, "chat": who.chat.shape}}),
        lambda who: who.write({"hologram": {"file_id": "of next year"}}),
    ),
}


@BOTH
def test_f10_whatever_comes_in_place_of_words_is_answered_in_the_same_question(sqlite_url: str, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        for question, sends in BESIDE_WORDS.items():
            for send in sends:
                send(maria)
                assert asked(await maria.next_message()) == question
            maria.say(TENANT[question])
            await maria.next_message()
        await agency.quiet()
        assert set(await agency.column(inbox.c.result)) == {"done"}
        assert await agency.column(media.c.kind) == ["voice", "voice", "video", "video", "document", "photo"]
        maria.say(TENANT["individual-cpf"])
        await go_on(maria, TENANT)

    with_agency(sqlite_url, scenario, by)


@BOTH
def test_f11_an_album_is_one_turn_with_one_acknowledgement(migrated_url: str, by: By, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a step that does not collect, too; its caption is what the customer says."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        before = len(await agency.column(outbox.c.id))
        monkeypatch.setattr(ingest, "COMPANIONS", BETWEEN_PHOTOS)
        maria.album("photo", "photo", "video", "photo", caption="Maria Souza")
        assert asked(await maria.next_message()) == "individual-email"
        await agency.quiet()
        assert len(await agency.column(outbox.c.id)) == before + 1
        assert len(await agency.column(media.c.id)) == 4
        assert set(await agency.column(media.c.ticket_id)) == set(await agency.column(ticket.c.id))

    with_agency(migrated_url, scenario, by)


@BOTH
def test_f11_an_edit_of_an_answered_question_is_asked_about(sqlite_url: str, by: By) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        said = maria.say("Maria Sousa")
        await maria.next_message()
        maria.edit(said, "Maria Souza")
        offered = await maria.next_message()
        assert {"Maria Sousa", "Maria Souza"} <= set(offered.bold)
        await agency.quiet()
        assert (await answers(agency))["individual.last_name"].value == "Sousa"
        maria.tap("Sim, trocar")
        assert asked(await maria.next_message()) == "individual-email"
        await agency.quiet()
        assert (await answers(agency))["individual.last_name"].value == "Souza"

    with_agency(sqlite_url, scenario, by)


async def answers(agency: Agency) -> Any:
    (found,) = await agency.column(ticket.c.answers)
    return found


def test_f16_a_greeting_is_said_once(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.start()
        await maria.next_message()
        for _ in range(3):
            maria.say("oi")
            await maria.next_message()
        assert sum("Sou a assistente virtual" in shown.text for shown in maria.heard()) == 1

    with_agency(sqlite_url, scenario)


def test_f16_two_machines_end_with_a_person_and_silence(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        machine, rounds = agency.customer(MARIA), 0
        while await agency.column(conversation.c.owner) != ["agent"]:
            machine.say("Estamos fora do horário de atendimento. Responderemos em breve!")
            await agency.quiet()
            rounds += 1
            assert rounds < MOST_ROUNDS
        assert await agency.column(ticket.c.waiting_since) != [None]
        heard = len(machine.heard())
        for _ in range(3):
            machine.say("Estamos fora do horário de atendimento. Responderemos em breve!")
        await agency.quiet()
        assert len(machine.heard()) == heard

    with_agency(sqlite_url, scenario, "webhook")
