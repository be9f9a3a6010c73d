"""How webhooks come: verified, signed, in batches, again until they are taken, statuses in any order, on any line."""

import hmac
from collections import Counter
from hashlib import sha256

import aiohttp
import msgspec
import pytest

from tests.platforms.lines import Line
from tests.whatsapp import faults
from tests.whatsapp.customers import Customer, echo
from tests.whatsapp.phones import Person, Shows
from tests.whatsapp.platform import NUMBER, OTHER, SECRET, WhatsApp
from tests.whatsapp.trying import MARIA, Client, Door, settled, with_door

LOSSY = 0.3


def test_only_whoever_knows_the_word_is_brought_anything() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        await whatsapp.webhook.stop()
        maria.say("alguém?")
        door.word = "outra"
        with pytest.raises(LookupError, match="403"):
            await whatsapp.webhook.register(door.url, "palavra-de-teste")
        door.word = "palavra-de-teste"
        await whatsapp.webhook.register(door.url, "palavra-de-teste")
        await settled(whatsapp)
        assert [each["text"]["body"] for each in door.messages] == ["alguém?"]

    with_door(scenario)


def test_each_body_is_signed_with_the_secret_of_the_app() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        maria.say("Oi")
        await settled(whatsapp)
        raw = whatsapp.webhook.taken[-1].raw
        assert door.signatures[-1] == "sha256=" + hmac.new(SECRET.encode(), raw, sha256).hexdigest()
        assert msgspec.json.decode(raw) == door.bodies[-1]

    with_door(scenario)


def test_it_comes_again_until_it_is_taken_and_twice_on_demand() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        door.answers = [503, 404, 500]
        for text in ("um", "dois"):
            maria.say(text)
        await settled(whatsapp)
        whatsapp.webhook.repeat()
        await settled(whatsapp)
        assert [each["text"]["body"] for each in door.messages] == ["um", "dois", "dois"]
        assert whatsapp.webhook.statuses[1:] == [503, 404, 500, 200, 200, 200]

    with_door(scenario)


def test_what_happens_together_is_one_body_of_several_entries_and_changes() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        joana = Customer(whatsapp, Person("5511987650002", "Joana"))
        with whatsapp.webhook.together(entries=2, changes=2):
            for at in range(6):
                maria.say(f"maria {at}")
                joana.say(f"joana {at}")
        await settled(whatsapp)
        (body,) = door.bodies
        assert [[len(change["value"]["messages"]) for change in entry["changes"]] for entry in body["entry"]] == [[3, 3], [3, 3]]
        assert [len(value["contacts"]) for value in door.values] == [2, 2, 2, 2]

    with_door(scenario)


def test_statuses_in_any_order_and_before_the_answer() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        whatsapp.reports, whatsapp.early = ("read", "sent", "delivered"), True
        _, body = await client.send("Oi")
        assert [each["status"] for each in door.statuses] == ["read", "sent", "delivered"]
        assert {each["id"] for each in door.statuses} == {body["messages"][0]["id"]}

    with_door(scenario)


@pytest.mark.parametrize(
    "shows,sender,contact,status",
    [
        ("number", {"from"}, {"wa_id"}, {"recipient_id"}),
        ("both", {"from", "from_user_id"}, {"wa_id", "user_id"}, {"recipient_id", "recipient_user_id"}),
        ("user_id", {"from_user_id"}, {"user_id"}, {"recipient_user_id"}),
    ],
)
def test_older_and_newer_payloads(shows: Shows, sender: set[str], contact: set[str], status: set[str]) -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        joana = Customer(whatsapp, Person("5511987650002", "Joana", username="joana", shows=shows))
        joana.say("Oi")
        await client.send("Oi", to=joana.person.wa_id)
        await settled(whatsapp)
        assert {name for name in door.messages[0] if name.startswith("from")} == sender
        assert door.values[0]["contacts"][0].keys() - {"profile"} == contact
        assert {name for name in door.statuses[0] if name.startswith("recipient")} == status

    with_door(scenario)


def test_a_number_changes_and_the_same_chat_goes_on() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        before = maria.phone.user_id
        maria.change_number("5511987650077")
        maria.say("troquei")
        await settled(whatsapp)
        number, user, said = door.messages
        assert (number["from"], number["system"]["wa_id"]) == (MARIA.wa_id, "5511987650077")
        assert (user["system"]["previous_user_id"], user["system"]["user_id"]) == (before, maria.phone.user_id)
        assert (said["from"], said["from_user_id"]) == ("5511987650077", maria.phone.user_id)
        assert all("contacts" not in value for value in door.values[:2])
        new = Customer(whatsapp, Person(MARIA.wa_id, "Outra Maria", user_id="BR.1"))
        await client.send("Oi", to=MARIA.wa_id)
        assert (len(new.heard()), len(maria.heard())) == (0, 0)  # she has never written: the window is closed
        await client.send("Oi", to="5511987650077")
        assert len(maria.heard()) == 1

    with_door(scenario)


def test_two_numbers_of_the_business_are_two_chats() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        other = Customer(whatsapp, MARIA, OTHER)
        other.say("Oi")
        await settled(whatsapp)
        assert door.values[-1]["metadata"]["phone_number_id"] == OTHER
        body = {"messaging_product": "whatsapp", "to": MARIA.wa_id, "type": "text", "text": {"body": "Oi"}}
        await client.post(f"{OTHER}/messages", body)
        await client.post(f"{NUMBER}/messages", body)
        assert (len(other.heard()), len(maria.heard())) == (1, 1)
        echo(maria, "aqui é a Bia")
        await settled(whatsapp)
        assert door.values[-1]["message_echoes"][0]["to"] == MARIA.wa_id

    with_door(scenario)


def test_a_lossy_line_loses_some_and_brings_all_in_the_end() -> None:
    """Both ways: what is lost on its way back comes twice, and a call of which nobody heard may have been carried out."""

    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        whatsapp.webhook.line, whatsapp.webhook.retry_most_seconds = Line(LOSSY, seed=7), 0.01
        for at in range(20):
            maria.say(str(at))
        await settled(whatsapp)
        times = Counter(each["text"]["body"] for each in door.messages)
        assert sorted(times, key=int) == [str(at) for at in range(20)]
        assert max(times.values()) > 1
        whatsapp.line, went = Line(LOSSY, seed=7), 0
        for _ in range(20):
            try:
                went += (await client.send("Oi"))[0] == 200
            except aiohttp.ServerDisconnectedError:
                continue
        assert went < len(maria.heard()) < 20

    with_door(scenario)


def test_a_connection_is_cut_before_and_after() -> None:
    async def scenario(whatsapp: WhatsApp, client: Client, door: Door, maria: Customer) -> None:
        for fault, heard in ((faults.drop_before(), 0), (faults.drop_after(), 1)):
            whatsapp.faults.add(fault, "messages")
            with pytest.raises(aiohttp.ServerDisconnectedError):
                await client.send("Oi")
            assert len(maria.heard()) == heard
        whatsapp.faults.add(faults.proxy_error(), "messages")
        assert (await client._session.post(f"{whatsapp.url}/{NUMBER}/messages", headers=client._headers, json={})).status == 502

    with_door(scenario)
