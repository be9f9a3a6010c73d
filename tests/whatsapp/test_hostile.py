"""A thousand hostile payloads through the door of a whole agency: nothing is raised, good neighbours are heard, nothing leaks."""

import copy
import json
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from storage.tables import inbox
from tests.platforms.calls import JSON
from tests.whatsapp.agency import Agency, with_agency
from tests.whatsapp.customers import Customer, echo
from tests.whatsapp.phones import Person
from tests.whatsapp.platform import NUMBER, OTHER, WABA, WhatsApp
from tests.whatsapp.webhook import body_of

BODIES, EACH = 50, 10  # on each of two engines
SEED = 20_261_127
WORD = re.compile(r"vazamento\d+")
JUNK: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**63,
    10**40,
    1e308,
    "",
    " ",
    "\0",
    "a\0b",
    "\ud800",
    "\u202e*_~`",
    "x" * 5_000,
    "🔥" * 300,
    "z:1:1",
    "p1:0",
    "c1:claim:0",
    "user_changed_number",
    "../../etc/passwd",
    "' OR 1=1 --",
    [],
    {},
    [[]],
    [None],
    {"": None},
    {"body": {"body": {"body": "x"}}},
    NUMBER,
    OTHER,
)


def samples(whatsapp: WhatsApp, person: Person) -> list[JSON]:
    """Values of good webhooks, one of each kind, of one person."""
    who = Customer(whatsapp, person)
    said = who.say("oi")
    for act in (who.photo, who.video, who.document, who.voice, who.audio, who.sticker, who.order, who.unsupported):
        act()
    who.edit(said, "olá")
    who.revoke(said)
    who.react("👍", said["id"])
    who.location(-23.56, -46.65, name="Casa")
    who.forward_contact("5511987651111", "Bia")
    who.from_ad("vi o anúncio")
    who.in_group("oi, grupo")
    who.write("interactive", {"type": "button_reply", "button_reply": {"id": "p1:0", "title": "Sim"}}, context={"id": "wamid.1"})
    who.write("interactive", {"type": "list_reply", "list_reply": {"id": "p1:>8", "title": "Mais"}}, context={"id": "wamid.1"})
    who.write("button", {"payload": "p1:0", "text": "Sim"})
    who.write("request_welcome", {})
    echo(who, "aqui é a Bia")
    who.change_number(f"{int(person.wa_id) + 1}")
    statuses = [{"id": "wamid.1", "status": state, "timestamp": "1", "biz_opaque_callback_data": "z:1:1"} for state in ("sent", "failed")]
    bodies = [json.loads(each.raw) for each in whatsapp.webhook.waiting.values()]
    whatsapp.webhook.waiting.clear()
    values = [change["value"] for each in bodies for entry in each["entry"] for change in entry["changes"]]
    return [*values, {"metadata": {"phone_number_id": NUMBER}, "statuses": statuses}]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each container with each of its keys."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def mutated(chance: random.Random, value: JSON) -> JSON:
    """One to four places of it are gone, doubled, renamed, or hold something else; its message is another one each time."""
    value = copy.deepcopy(value)
    for _ in range(chance.randint(1, 4)):
        where, key = chance.choice(list(places(value)) or [(value, "messages")])
        match chance.randrange(5):
            case 0 if isinstance(where, dict):
                where.pop(key, None)
            case 1 if isinstance(where, list):
                where.insert(key, copy.deepcopy(where[key]))
            case 2 if isinstance(where, dict):
                where[chance.choice(("from", "id", "type", "text", "system", "body", "x"))] = where.pop(key, None)
            case _:
                where[key] = copy.deepcopy(chance.choice(JUNK))
    return value


def test_neighbours_of_hostile_payloads_are_heard_and_nobody_reads_anothers_words(
    migrated_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def scenario(agency: Agency) -> None:
        chance = random.Random(SEED)
        good: list[Customer] = []
        for at in range(BODIES):
            bad = samples(agency.whatsapp, Person(f"55119000{at:03}0", "Mal", user_id=f"BR.{at + 1}"))
            who = agency.customer(Person(f"5511988{at:06}", f"Boa {at}"))
            who.say(f"oi, tem um vazamento{at} na pia")
            (delivery,) = agency.whatsapp.webhook.waiting.values()
            agency.whatsapp.webhook.give_up(delivery)
            (own,) = [change["value"] for entry in json.loads(delivery.raw)["entry"] for change in entry["changes"]]
            hostile = [mutated(chance, chance.choice(bad)) for _ in range(EACH)]
            hostile.insert(chance.randrange(EACH), own)
            agency.whatsapp.webhook.put_raw(json.dumps(body_of(WABA, [[("messages", each) for each in hostile]])).encode())
            good.append(who)
        for at, who in enumerate(good):
            assert f"vazamento{at}" in (await who.next_message()).raw
        await agency.quiet()
        results: set[str | None] = {None}

        async def all_heard() -> bool:
            """What is reported late is heard as well."""
            results.clear()
            results.update(await agency.column(inbox.c.result))
            return None not in results

        await agency.until(all_heard)
        assert results <= {"done", "parked"}
        assert set(agency.whatsapp.webhook.statuses) == {200}
        for call in agency.whatsapp.made("messages"):
            (whose,) = [each.person.wa_id for each in good if each.person.wa_id == call.to] or [""]
            assert all(word == f"vazamento{int(whose[7:])}" for word in WORD.findall(json.dumps(call.body)))

    with_agency(migrated_url, scenario)
    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == []
