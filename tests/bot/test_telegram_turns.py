"""Updates of Telegram become rows, and a real turn makes of them what it should: cards, edits, old buttons, people who leave."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.books import Office
from bot.copy import copy
from bot.handlers.telegram.updates import Reader, part_of
from bot.ingest import ingest
from bot.layout import labels, layout
from bot.turn import take_turn
from bot.worker import Means, take_turns
from core.calendar import Calendar
from core.contacts import Individual
from core.messages import Call
from storage import contacts, homes, inbox, queue
from storage.inbox import Arrival
from storage.tables import conversation, event, message, outbox, ticket
from tests.house import START, House, at, in_house

USER = 77
NUMBER = "5511987651234"
SAY = copy("pt-BR", agency="Imobiliária", notice="").say
OFFICE = Office(Calendar("24/7", ZoneInfo("America/Sao_Paulo")), "", SAY)
MEANS = Means(take_turn, partial(layout, own=labels(SAY)), {"telegram": Reader()}, OFFICE)
MARCOS = Individual(first_name="Marcos", last_name="Lima", email="marcos@exemplo.com.br", mobile=f"+{NUMBER}")


@dataclass
class Somebody:
    """One person in a private chat with the bot."""

    house: House
    seconds: float = 0
    numbers: Any = field(default_factory=partial(count, 1))

    async def does(self, kind: str, **item: Any) -> list[Call]:
        """One update and its turn; the calls that came of it."""
        self.seconds += 60
        number = next(self.numbers)
        whom = {"from": {"id": USER}, "chat": {"id": USER, "type": "private"}}
        body = {"update_id": number, kind: {"message_id": 1000 + number, "date": 1_767_614_400 + 60 * number, **whom, **item}}
        return await self.hears(partial(ingest, parts=[part_of(body, "1")], now=at(self.seconds)))

    async def hears(self, put: Callable[[Any], Any]) -> list[Call]:
        before = len(await self.house.column(outbox.c.id))
        await self.house.run(put)
        await self.house.run(partial(take_turns, now=at(self.seconds + 10), means=MEANS))
        return (await self.house.column(outbox.c.call))[before:]

    async def says(self, text: str) -> list[Call]:
        return await self.does("message", text=text)

    async def taps(self, data: str, under: int) -> list[Call]:
        chat = {"message_id": under, "chat": {"id": USER, "type": "private"}}
        return await self.does("callback_query", id="q", data=data, message=chat)

    async def changes(self, status: str) -> list[Call]:
        return await self.does("my_chat_member", new_chat_member={"status": status})


def with_somebody(url: str, scenario: Callable[[Somebody], Awaitable[None]]) -> None:
    in_house(url, lambda house: scenario(Somebody(house)))


def known(connection: Any) -> None:
    contact = contacts.register(connection, MARCOS, START)
    homes.add_contract(connection, homes.add(connection, "Rua das Acácias, 120", "ap 32"), {contact: "tenant"})


def test_the_own_card_proves_the_number_in_that_very_turn(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        await ana.house.run(known)
        (asked,) = await ana.says("o chuveiro queimou")
        assert (asked.kind, [each.asks_contact for each in asked.choices]) == ("contact", [True, False])
        (foreign,) = await ana.does("message", contact={"phone_number": NUMBER, "user_id": USER + 1})
        assert foreign.kind == "contact"
        assert "outra pessoa" in foreign.text
        (greeted,) = await ana.does("message", contact={"phone_number": NUMBER, "first_name": "Ana", "user_id": USER})
        assert greeted.words == "maintenance-priority"
        assert "Obrigada, Marcos!" in greeted.text
        assert "ap 32 · Rua das Acácias, 120" in greeted.text
        assert (await ana.house.column(message.c.text))[-2] == f"Ana +{NUMBER}"

    with_somebody(migrated_url, scenario)


def test_an_edit_is_compared_with_what_was_written(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        await ana.says("o chuveiro queimou")
        await ana.says("continuar sem")
        await ana.says("sou inquilino")
        await ana.says("Maria da Silva")
        (offer,) = await ana.does("edited_message", message_id=1004, text="Mariana da Silva", edit_date=1_767_614_500)
        assert offer.words == "offer-edit"
        assert "*Maria da Silva* por *Mariana da Silva*" in offer.text
        (again,) = await ana.does("edited_message", message_id=1004, text="Mariana da Silva", edit_date=1_767_614_600) or [offer]
        assert again == offer
        await ana.says("sim")
        (answers,) = await ana.house.column(ticket.c.answers)
        assert answers["individual.first_name"].value == "Mariana"
        edits = select(event.c.before, event.c.after).where(event.c.act == "edited").order_by(event.c.id)
        assert [tuple(row) for row in await ana.house.rows(edits)] == [
            ("Maria da Silva", "Mariana da Silva"),
            ("Mariana da Silva", "Mariana da Silva"),
        ]

    with_somebody(migrated_url, scenario)


def test_an_old_button_is_cleared_and_nothing_of_it_stored(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        await ana.says("oi")
        await ana.taps("p1:0", under=501)
        cleared, asked = await ana.taps("p1:3", under=501)
        assert (cleared.kind, cleared.edits) == ("clear", "501")
        assert "já foi respondida" in asked.text
        (answers,) = await ana.house.column(ticket.c.answers)
        assert answers["start.kind"].value == "maintenance"
        texts = await ana.house.rows(select(message.c.text).where(message.c.author == "bot"))
        assert ("",) not in texts

    with_somebody(migrated_url, scenario)


def test_who_took_the_bot_off_is_marked_and_the_queue_says_so(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        await ana.says("o chuveiro queimou")
        await ana.says("atendente")
        assert await ana.changes("kicked") == []
        assert (await ana.house.column(conversation.c.unreachable_since))[0] is not None
        (entry,) = await ana.house.run(queue.waiting)
        assert entry.unreachable
        assert await ana.changes("member") == []
        assert await ana.house.column(conversation.c.unreachable_since) == [None]
        assert await ana.house.column(event.c.act) == ["answer", "hand_over", "blocked", "unblocked"]

    with_somebody(migrated_url, scenario)


def test_who_took_the_bot_off_before_saying_anything_begins_no_report(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        assert await ana.changes("kicked") == []
        assert (await ana.house.column(conversation.c.unreachable_since))[0] is not None
        assert await ana.house.column(ticket.c.id) == []
        (asked,) = await ana.says("oi")
        assert asked.words == "start-kind"
        assert await ana.house.column(conversation.c.unreachable_since) == [None]

    with_somebody(migrated_url, scenario)


def test_a_send_that_nobody_can_receive_marks_the_person(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        await ana.says("o chuveiro queimou")
        body = '{"reason":"bot was blocked by the user","dead":true}'
        ana.seconds += 60
        lost = Arrival(inbox.DELIVERY, "", "1", 1, "", body, at(ana.seconds), at(ana.seconds))
        assert await ana.hears(partial(inbox.put, arrivals=[lost])) == []
        assert (await ana.house.column(conversation.c.unreachable_since))[0] is not None

    with_somebody(migrated_url, scenario)


def test_the_payload_of_a_link_stands_in_the_history(migrated_url: str) -> None:
    async def scenario(ana: Somebody) -> None:
        (asked,) = await ana.says("/start porta-12")
        assert asked.words == "start-kind"
        file = await ana.house.run(partial(queue.open_file, ticket_id=1))
        assert file is not None
        assert [(each.act, each.after) for each in file.history] == [("started", "porta-12")]

    with_somebody(migrated_url, scenario)
