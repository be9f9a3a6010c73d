"""The stand-in of the Graph API: what it takes and refuses, its limits, its files, and what it tells of an account."""

from typing import Any

import pytest

from tests.platforms.contents import content
from tests.whatsapp import faults
from tests.whatsapp.customers import Customer
from tests.whatsapp.errors import ERRORS
from tests.whatsapp.files import MB
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import APP, NUMBER, OTHER, SECRET, WABA, WhatsApp
from tests.whatsapp.trying import MARIA, Client, Door, settled, with_door

BUTTONS = {
    "type": "button",
    "body": {"text": "É *perigo*?"},
    "action": {"buttons": [{"type": "reply", "reply": {"id": f"p1:{at}", "title": title}} for at, title in enumerate(("Sim", "Não"))]},
}
LIST = {
    "type": "list",
    "body": {"text": "Quem fala?"},
    "action": {
        "button": "Ver opções",
        "sections": [
            {"rows": [{"id": "p2:0", "title": "Inquilino", "description": "Moro na casa"}, {"id": "p2:1", "title": "Outra pessoa"}]}
        ],
    },
}
DAY = 86_400


def number_of(answer: Any) -> int:
    """The code of an error."""
    status, body = answer
    assert status == ERRORS[body["error"]["code"]][0]
    return int(body["error"]["code"])


def test_a_talk_of_words_buttons_and_a_list() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        status, body = await client.send("Olá, *Maria*!", biz_opaque_callback_data="z:7:1")
        assert (status, body["contacts"]) == (200, [{"input": MARIA.wa_id, "wa_id": MARIA.wa_id, "user_id": maria.phone.user_id}])
        shown = await maria.next_message()
        assert (shown.text, shown.bold, shown.id) == ("Olá, Maria!", ("Maria",), body["messages"][0]["id"])
        to = {"messaging_product": "whatsapp", "to": MARIA.wa_id, "type": "interactive"}
        await client.post(f"{NUMBER}/messages", to | {"interactive": BUTTONS})
        assert (await maria.next_message()).buttons == ("Sim", "Não")
        maria.tap("Não")
        await client.post(f"{NUMBER}/messages", to | {"interactive": LIST})
        shown = await maria.next_message()
        assert (shown.opens, shown.rows) == ("Ver opções", (("Inquilino", "Moro na casa"), ("Outra pessoa", "")))
        maria.tap("Moro na casa")
        with pytest.raises(LookupError):
            maria.tap("Talvez")
        await settled(whatsapp)
        button, row = (each["interactive"] for each in door.messages)
        assert button == {"type": "button_reply", "button_reply": {"id": "p1:1", "title": "Não"}}
        assert row["list_reply"] == {"id": "p2:0", "title": "Inquilino", "description": "Moro na casa"}
        assert [(each["status"], each.get("biz_opaque_callback_data")) for each in door.statuses[:2]] == [
            ("sent", "z:7:1"),
            ("delivered", "z:7:1"),
        ]
        maria.read()
        await settled(whatsapp)
        assert [each["status"] for each in door.statuses].count("read") == 3
        assert whatsapp.violations == []

    with_door(scenario)


def test_by_a_user_id_by_a_number_without_its_ninth_digit_and_by_both() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        for to in ({"recipient": maria.phone.user_id}, {"to": "551187650001"}, {"to": f"+{MARIA.wa_id}"}):
            assert (await client.send("Oi", **to))[0] == 200
        joana = Customer(whatsapp, Person("5511987650002", "Joana"))
        joana.say("Oi")
        assert (await client.send("Oi", to=MARIA.wa_id, recipient=joana.phone.user_id))[0] == 200
        assert (len(maria.heard()), len(joana.heard())) == (4, 0)
        assert [each.what for each in whatsapp.violations] == ["both to and recipient"]

    with_door(scenario)


def test_what_breaks_a_published_limit_is_refused_and_remembered() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        assert number_of(await client.send("x" * 4097)) == 100
        assert number_of(await client.post(f"{NUMBER}/messages", {"to": MARIA.wa_id})) == 100
        assert len(whatsapp.violations) == 2
        assert maria.heard() == []

    with_door(scenario)


def test_nobody_without_the_token_and_nobody_with_a_wrong_number() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        stranger = Client(whatsapp, client._session, "EAAoutro")
        assert number_of(await stranger.send("Oi")) == 190
        assert number_of(await client.post("999/messages", {"messaging_product": "whatsapp"})) == 100
        assert maria.heard() == []

    with_door(scenario)


def test_whom_nothing_reaches() -> None:
    """A number without WhatsApp, one who blocked the business, one who wrote a day ago: accepted, and told by a status."""

    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        assert (await client.send("Oi", to="5511900000000"))[0] == 200
        maria.block()
        await client.send("Oi")
        maria.unblock()
        now[0] += DAY
        await client.send("Oi")
        await settled(whatsapp)
        assert [(each["status"], each["errors"][0]["code"]) for each in door.statuses] == [
            ("failed", each) for each in (131026, 131026, 131047)
        ]
        assert maria.heard() == []

    now = [1_764_000_000.0]
    with_door(scenario, lambda: now[0])


def test_a_template_goes_whenever_and_only_as_it_was_approved() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        whatsapp.templates.add("lembrete", "Olá, {{1}}! O chamado {{2}} espera por você.")
        whatsapp.templates.add("parado", "Olá!", status="PAUSED")
        now[0] += DAY

        async def send(name: str, *values: str) -> Any:
            parameters = [{"type": "text", "text": value} for value in values]
            components = [{"type": "body", "parameters": parameters}] if values else []
            template = {"name": name, "language": {"code": "pt_BR"}, "components": components}
            body = {"messaging_product": "whatsapp", "to": MARIA.wa_id, "type": "template", "template": template}
            return await client.post(f"{NUMBER}/messages", body)

        assert (await send("lembrete", "Maria", "2026-000001-1"))[0] == 200
        assert (await maria.next_message()).text == "Olá, Maria! O chamado 2026-000001-1 espera por você."
        assert number_of(await send("lembrete", "Maria")) == 132000
        assert number_of(await send("outro")) == 132001
        assert number_of(await send("parado")) == 132015

    now = [1_764_000_000.0]
    with_door(scenario, lambda: now[0])


def test_a_pair_and_a_number_have_their_pace() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        for _ in range(45):
            assert (await client.send("Oi"))[0] == 200
        assert number_of(await client.send("Oi")) == 131056
        now[0] += 6
        assert (await client.send("Oi"))[0] == 200
        others = [Customer(whatsapp, Person(f"55119876600{at:02}", f"Pessoa {at}")) for at in range(90)]
        answers = [await client.send("Oi", to=each.person.wa_id) for each in others]
        assert [number_of(each) for each in answers if each[0] != 200] == [130429] * 11

    now = [1_764_000_000.0]
    with_door(scenario, lambda: now[0])


def test_a_phone_that_is_off_gets_it_later() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        maria.turn_off()
        await client.send("Oi")
        await settled(whatsapp)
        assert [each["status"] for each in door.statuses] == ["sent"]
        assert maria.heard() == []
        maria.turn_on()
        await settled(whatsapp)
        assert [each["status"] for each in door.statuses] == ["sent", "delivered"]
        assert (await maria.next_message()).text == "Oi"

    with_door(scenario)


def test_marked_as_read_and_seen_typing() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        said = maria.say("demora?")
        read = {"messaging_product": "whatsapp", "status": "read", "message_id": said["id"], "typing_indicator": {"type": "text"}}
        assert await client.post(f"{NUMBER}/messages", read) == (200, {"success": True})
        assert (maria.chat.seen, maria.chat.typing) == ([said["id"]], 1)
        assert number_of(await client.post(f"{OTHER}/messages", read)) == 131009

    with_door(scenario)


def test_files_both_ways() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        photo = content("photo")
        image = maria.photo(photo, caption="a pia")["image"]
        _, told = await client.get(image["id"])
        assert (told["mime_type"], told["file_size"]) == ("image/jpeg", len(photo))
        assert await client.download(told["url"]) == (200, photo)
        assert (await Client(whatsapp, client._session, "EAAoutro").download(told["url"]))[0] == 404
        now[0] += 5 * 60
        assert (await client.download(told["url"]))[0] == 404
        assert (await client.get(image["id"]))[0] == 200
        now[0] += 7 * DAY
        assert number_of(await client.get(image["id"])) == 100
        _, uploaded = await client.upload(photo, "image/jpeg")
        maria.say("Oi")
        body = {"messaging_product": "whatsapp", "to": MARIA.wa_id, "type": "image", "image": {"id": uploaded["id"], "caption": "assim"}}
        assert (await client.post(f"{NUMBER}/messages", body))[0] == 200
        shown = await maria.next_message()
        assert (shown.text, whatsapp.files.find(shown.file)) == ("assim", whatsapp.files.find(uploaded["id"]))
        assert number_of(await client.upload(b"\0" * (5 * MB + 1), "image/jpeg")) == 131053
        assert number_of(await client.upload(b"MZ", "application/x-msdownload")) == 131053
        assert number_of(await client.post(f"{NUMBER}/messages", body | {"image": {"id": "1"}})) == 100

    now = [1_764_000_000.0]
    with_door(scenario, lambda: now[0])


def test_what_an_account_is_asked() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        for at in range(30):
            whatsapp.templates.add(f"modelo_{at}", "Olá!")
        assert (await client.get(NUMBER, fields="quality_rating"))[1] == {"quality_rating": "GREEN", "id": NUMBER}
        assert number_of(await client.get(NUMBER, fields="colour")) == 100
        _, page = await client.get(f"{WABA}/message_templates")
        assert len(page["data"]) == 25
        _, rest = await client.get(f"{WABA}/message_templates", after=page["paging"]["cursors"]["after"])
        assert (len(rest["data"]), "paging" in rest) == (5, False)
        assert (await client.get(f"{WABA}/subscribed_apps"))[1]["data"][0]["whatsapp_business_api_data"]["id"] == APP
        assert len((await client.get(f"{WABA}/phone_numbers"))[1]["data"]) == 2
        assert (await client.get("debug_token", input_token=whatsapp.token))[1]["data"]["is_valid"] is True
        assert (await client.get("debug_token", input_token="EAAoutro"))[1]["data"]["is_valid"] is False
        assert number_of(await client.get("7/message_templates")) == 100
        assert number_of(await client.get(NUMBER, fields="id", appsecret_proof="0")) == 100
        owner = Client(whatsapp, client._session, f"{APP}|{SECRET}")
        assert (await owner.get(f"{APP}/subscriptions"))[1]["data"][0]["callback_url"] == door.url
        assert number_of(await client.get(f"{APP}/subscriptions")) == 190

    with_door(scenario)


@pytest.mark.parametrize("number", ERRORS)
def test_every_error_of_the_table_on_demand(number: int) -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        whatsapp.faults.add(faults.refused(number), "messages", chat=MARIA.wa_id)
        assert number_of(await client.send("Oi")) == number
        assert (await client.send("Oi"))[0] == 200
        assert len(maria.heard()) == 1

    with_door(scenario)
