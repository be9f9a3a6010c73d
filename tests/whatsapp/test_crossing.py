"""Files between customers in WhatsApp and agents in Telegram: as what they are, in order, and whatever fails is said (F3, F9, F11)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.tables import media, outbox
from tests.platforms.calls import JSON
from tests.platforms.contents import content
from tests.telegram import customers as there
from tests.telegram import faults as telegram_faults
from tests.telegram.desk import cards
from tests.telegram.media import document_shape, photo_shape, sticker_shape, voice_shape
from tests.telegram.shown import Shown as TelegramShown
from tests.whatsapp import faults
from tests.whatsapp.crossing import Crossing, crossing
from tests.whatsapp.customers import Customer, echo
from tests.whatsapp.errors import reported
from tests.whatsapp.phones import Person

AFTERNOON = datetime(2026, 11, 24, 18, 10, tzinfo=UTC)  # 15h10 there, a Tuesday
MARIA = Person("5511976540001", "Maria")
BIA, ANA = there.Person(8_001, "Bia"), there.Person(8_002, "Ana")


async def talking(agency: Crossing) -> tuple[Customer, there.Customer]:
    """A customer, and the agent who has the talk."""
    bia, maria = await agency.colleague(BIA), agency.customer(MARIA)
    for said in ("boa tarde, a pia da cozinha está vazando", "quero falar com um atendente"):
        maria.say(said)
        await agency.quiet()
    bia.say("/assumir #1")
    await agency.quiet()
    return maria, bia


def answer(who: there.Customer, shape: JSON, caption: str = "") -> JSON:
    """With a file, to the newest card."""
    return who.write(shape | ({"caption": caption} if caption else {}) | {"reply_to_message": cards(who)[-1].message})


def photo(who: there.Customer, data: bytes | None = None, **more: Any) -> JSON:
    return photo_shape(who.telegram.files, data or content("photo"), **more)


async def last(agency: Crossing, bia: there.Customer) -> TelegramShown:
    await agency.quiet()
    return bia.heard()[-1]


def test_f11_an_album_of_five_comes_in_order_and_each_as_a_photo(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        photos = [content("photo") for _ in range(5)]
        for number, each in enumerate(photos):
            maria.photo(each, caption="olha" if number == 0 else "")
        await agency.quiet()
        came = bia.heard()[-5:]
        assert [agency.bytes_shown(each) for each in came] == photos
        assert came[0].text == "#1: olha"
        assert {*await agency.column(media.c.state)} == {"ready"}

    crossing(migrated_url, tmp_path, scenario)


def test_who_has_the_talk_reads_a_new_number_once_and_on_the_card(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        heard = len(bia.heard())
        maria.change_number("5511976540077")
        await agency.quiet()
        assert [each.text.partition(".")[0] for each in bia.heard()[heard:]] == [
            "O cliente de #1 mudou de número no WhatsApp: agora é (11) 97654-0077"
        ]
        assert "Mudou de número no WhatsApp: (11) 97654-0077" in cards(bia)[-1].text

    crossing(sqlite_url, tmp_path, scenario)


def test_f24_a_card_says_that_the_window_has_ended_when_it_does(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        _, bia = await talking(agency)
        assert "Escrever ao cliente: até 25/11 às 15h" in cards(bia)[-1].text
        agency.clock.move(24 * 3600 - 120)
        await agency.quiet()
        assert "Escrever ao cliente: até 25/11 às 15h" in cards(bia)[-1].text

        async def ended() -> bool:
            agency.clock.move(1)
            return "só quando ele escrever de novo; a janela de 24 h do WhatsApp fechou em 25/11 às 15h" in cards(bia)[-1].text

        await agency.until(ended)

    crossing(sqlite_url, tmp_path, scenario, AFTERNOON)


def test_what_an_agent_sends_is_shown_and_marked_and_belongs_to_that_ticket(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        data = [content("photo"), content("document"), content("voice")]
        files = bia.telegram.files
        sent = [
            answer(bia, photo(bia, data[0]), "é este o sifão?"),
            answer(bia, document_shape(files, data[1], "laudo.pdf")),
            answer(bia, voice_shape(files, data[2], 43)),
        ]
        await agency.quiet()
        came = maria.heard()[-3:]
        assert [each.message["type"] for each in came] == ["image", "document", "audio"]
        assert [agency.bytes_shown(each) for each in came] == data
        assert [each.text for each in came] == ["é este o sifão?", "", ""]
        assert came[1].message["document"]["filename"] == "laudo.pdf"
        assert [bia.chat.reactions.get(each["message_id"]) for each in sent] == [["👍"]] * 3
        assert await agency.column(media.c.ticket_id) == [1] * 3

    crossing(migrated_url, tmp_path, scenario)


def test_f11_an_agents_album_stays_in_order_whoever_it_was_for(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        five = ("photo",) * 5
        sent = [agency.bytes_shown(TelegramShown(each)) for each in bia.album(*five, caption="veja", answers=cards(bia)[-1].message)]
        await agency.quiet()
        assert [agency.bytes_shown(each) for each in maria.heard()[-5:]] == sent
        assert [each.text for each in maria.heard()[-5:]] == ["veja", "", "", "", ""]
        sent = [agency.bytes_shown(TelegramShown(each)) for each in bia.album(*five)]
        asked = await last(agency, bia)
        bia.tap(asked.buttons[0], on=asked)
        await agency.quiet()
        assert [agency.bytes_shown(each) for each in maria.heard()[-5:]] == sent

    crossing(sqlite_url, tmp_path, scenario)


def test_words_after_a_file_wait_for_it(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        agency.desk.faults.add(telegram_faults.server_error(503), "getFile")
        answer(bia, photo(bia))
        bia.say("é este?", answers=cards(bia)[-1].message)
        await agency.quiet()
        assert [each.message["type"] for each in maria.heard()[-2:]] == ["image", "text"]

    crossing(sqlite_url, tmp_path, scenario)


def test_f09_a_photo_that_does_not_come_at_once_comes_in_its_place(migrated_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        for fault in (faults.server_error(503), faults.drop_before()):
            agency.whatsapp.faults.add(fault, "thing")
        agency.whatsapp.faults.add(faults.server_error(503), "download")
        data = content("photo")
        maria.photo(data, caption="olha")
        maria.say("e agora?")
        await agency.quiet()
        assert agency.bytes_shown(bia.heard()[-2]) == data
        assert bia.heard()[-1].text == "#1: e agora?"

    crossing(migrated_url, tmp_path, scenario)


def test_f09_a_photo_that_is_gone_is_said_and_a_person_may_try_again(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        data = content("photo")
        first = maria.photo()
        agency.whatsapp.files.expire(first["image"]["id"])
        told = await last(agency, bia)
        assert "não tem mais o arquivo" in told.text
        assert "/buscar arquivos #1" in told.text
        maria.photo(data)
        await agency.quiet()
        bia.say("/buscar arquivos #1")
        await agency.quiet()
        newest = bia.heard()[-3:]
        assert [agency.bytes_shown(each) for each in newest if "photo" in each.message] == [data]
        assert any("Busco de novo 1 arquivo" in each.text for each in newest)
        assert any("não tem mais o arquivo" in each.text for each in newest)

    crossing(sqlite_url, tmp_path, scenario)


def test_f03_an_agent_decides_what_becomes_of_a_file_that_may_have_arrived(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        heard = len(maria.heard())
        agency.whatsapp.faults.add(faults.refused(131009), "messages")
        sent = answer(bia, photo(bia))
        asked = await last(agency, bia)
        assert asked.buttons == ("Enviar de novo", "Deixar")
        assert len(maria.heard()) == heard
        bia.tap("Enviar de novo", on=asked)
        await agency.quiet()
        assert len(maria.heard()) == heard + 1
        assert len(agency.whatsapp.made("upload")) == 2  # the id of what failed is not trusted
        assert bia.chat.reactions[sent["message_id"]] == ["👍"]

    crossing(sqlite_url, tmp_path, scenario)


def test_f03_a_file_that_did_not_come_is_fetched_again_with_the_message(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        agency.desk.faults.add(telegram_faults.bad_request("wrong file_id"), "getFile")
        sent = answer(bia, photo(bia))
        asked = await last(agency, bia)
        assert "não tem mais o arquivo" in asked.text
        bia.tap("Enviar de novo", on=asked)
        await agency.quiet()
        assert agency.bytes_shown(maria.heard()[-1]) == agency.bytes_shown(TelegramShown(sent))

    crossing(sqlite_url, tmp_path, scenario)


def test_what_will_never_go_is_refused_at_once_or_said(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        heard = len(maria.heard())
        answer(bia, document_shape(bia.telegram.files, content("document"), size=30_000_000))
        assert "até 20 MB" in (await last(agency, bia)).text
        answer(bia, document_shape(bia.telegram.files, b"GIF89a", "a.gif", "image/gif"))
        asked = await last(agency, bia)
        assert "não aceita esse tipo" in asked.text
        assert asked.buttons == ("Enviar de novo", "Deixar")
        answer(bia, sticker_shape(bia.telegram.files, content("sticker"), "👍"))
        assert "Posso enviar" in (await last(agency, bia)).text
        assert len(maria.heard()) == heard

    crossing(sqlite_url, tmp_path, scenario)


def test_f03_a_file_that_whatsapp_could_not_bring_after_all_is_uploaded_anew(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        _, bia = await talking(agency)
        agency.whatsapp.reports = ("sent",)
        answer(bia, photo(bia))
        await agency.quiet()
        (sent,) = [each for each in agency.whatsapp.sent.values() if each.body["type"] == "image"]
        sent.report("failed", reported(131053, "Media upload error"))
        asked = await last(agency, bia)
        assert asked.buttons == ("Enviar de novo", "Deixar")
        bia.tap("Enviar de novo", on=asked)
        await agency.quiet()
        assert len(agency.whatsapp.made("upload")) == 2

    crossing(sqlite_url, tmp_path, scenario)


def test_a_sticker_is_told_in_words(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        maria.sticker()
        assert (await last(agency, bia)).text == "#1: (figurinha)"

    crossing(sqlite_url, tmp_path, scenario)


def test_a_place_a_card_and_what_nobody_can_read_are_told_in_words(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        maria.location(-23.5614, -46.6559, name="Edifício Sol")
        assert (await last(agency, bia)).text == "#1: (localização) Edifício Sol (-23.561400,-46.655900)"
        maria.forward_contact("5511987654477", "Helena Prado")
        assert (await last(agency, bia)).text == "#1: (cartão de contato) Helena Prado +5511987654477"
        maria.unsupported()
        assert (await last(agency, bia)).text == "#1: (mensagem que não sei ler)"

    crossing(sqlite_url, tmp_path, scenario)


def test_who_has_a_talk_reads_what_is_written_there_on_the_agencys_telephone(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        echo(maria, "amanhã eu passo aí")
        assert (await last(agency, bia)).text == "#1: (pelo celular da imobiliária) amanhã eu passo aí"

    crossing(sqlite_url, tmp_path, scenario)


def test_an_edit_says_that_it_is_one(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        said = maria.say("pode vir às 15h")
        await agency.quiet()
        maria.edit(said, "pode vir às 16h")
        assert (await last(agency, bia)).text == "#1: (mudou a mensagem) pode vir às 16h"

    crossing(sqlite_url, tmp_path, scenario)


def test_what_was_kept_as_a_note_is_sent_with_its_file(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, bia = await talking(agency)
        bia.say("/devolver #1")
        await agency.quiet()
        data = content("photo")
        sent = answer(bia, photo(bia, data), "o sifão")
        assert "como nota" in (await last(agency, bia)).text
        bia.say("/enviar #1")
        await agency.quiet()
        (came,) = [each for each in maria.heard() if each.message["type"] == "image"]
        assert (agency.bytes_shown(came), came.text) == (data, "o sifão")
        assert bia.chat.reactions[sent["message_id"]] == ["👍"]

    crossing(sqlite_url, tmp_path, scenario)


def test_what_a_customer_sent_before_is_shown_to_whoever_asks(sqlite_url: str, tmp_path: Path) -> None:
    async def scenario(agency: Crossing) -> None:
        maria, data = agency.customer(MARIA), content("photo")
        maria.say("boa tarde, a pia da cozinha está vazando")
        await agency.quiet()
        maria.photo(data)
        await agency.quiet()
        bia = await agency.colleague(BIA)
        bia.say("/buscar arquivos #1")
        await agency.quiet()
        assert [agency.bytes_shown(each) for each in bia.heard() if "photo" in each.message] == [data]
        assert "expired" not in await agency.column(outbox.c.status)

    crossing(sqlite_url, tmp_path, scenario)
