"""Cards in the store: one of a ticket in a chat, whose newest edition alone goes, and whose message is known when it went."""

from functools import partial
from typing import Any

from bot.sender import note_and_claim
from core.messages import Address, Call, Original, Outcome, Outgoing
from storage import cards, outbox, repetition
from storage.outbox import Departure
from storage.tables import inbox
from storage.tables import outbox as table
from tests.house import House, at, in_house, part

BIA = Address("console", "", "bia")


async def put(house: House, ordinal: int, call: Call, purpose: str = "card", card: int | None = None) -> None:
    row = Departure(1, 9, ordinal, BIA.channel, BIA.account, BIA.address, purpose, call, at(0), 1, card)
    await house.run(partial(outbox.put, departures=[row]))


async def gone(house: House, *reports: tuple[int, Outcome], seconds: float = 0) -> list[Outgoing]:
    """What goes next, once these have."""
    channels = {"console": house.channel}
    rows = await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=1, limit=9))
    return [each for each in rows if each.address == BIA.address]


async def dealt(house: House) -> int:
    """A card of the ticket that somebody's first words began."""
    await house.put(part("oi"))
    await house.take()
    (number,) = await house.run(partial(cards.deal, new=[cards.Dealt(1, 1, "a")]))
    return number


async def column(house: House, of: Any) -> list[Any]:
    return await house.column(of)


def test_an_edition_finds_the_message_that_went_before_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await dealt(house)
        await put(house, 0, Call("text", "a"), card=number)
        (first,) = await gone(house)
        assert first.edits == ""
        await house.run(partial(cards.show, faces={number: "b"}))
        await put(house, 1, Call("text", "b"), card=number)
        (second,) = await gone(house, (first.id, Outcome("sent", "m1")))
        assert (second.call.text, second.edits) == ("b", "m1")
        await gone(house, (second.id, Outcome("sent", reason="message is not modified")))
        card = await house.run(partial(cards.by_id, card_id=number))
        assert card is not None
        assert (card.external_id, card.shown) == ("m1", "b")

    in_house(migrated_url, scenario)


def test_a_newer_edition_cancels_one_that_has_not_gone(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await dealt(house)
        await put(house, 0, Call("text", "a"), card=number)
        await house.run(partial(cards.show, faces={number: "b"}))
        await put(house, 1, Call("text", "b"), card=number)
        assert [each.call.text for each in await gone(house)] == ["b"]

    in_house(migrated_url, scenario)


def test_a_card_that_is_gone_is_never_another_one(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await dealt(house)
        await put(house, 0, Call("text", "a"), card=number)
        await house.run(partial(cards.remove, card_ids=[number]))
        assert await gone(house) == []
        assert await house.run(partial(cards.by_id, card_id=number)) is None
        assert await house.run(partial(cards.deal, new=[cards.Dealt(1, 1, "b")])) != [number]
        assert [each.shown for each in await house.run(partial(cards.in_chat, chat_id=1))] == ["b"]

    in_house(migrated_url, scenario)


def test_what_an_agent_wrote_is_marked_once_it_went(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await dealt(house)
        carried = Call("text", "já vou", carries=Original(BIA, "m7"))
        await put(house, 0, carried, "agent")
        (row,) = await gone(house)
        (mark,) = await gone(house, (row.id, Outcome("sent", "m9")))
        assert (mark.call.kind, mark.call.edits) == ("mark", "m7")
        assert await gone(house, (row.id, Outcome("sent", "m9"))) == []

    in_house(migrated_url, scenario)


def test_f03_nobody_knows_of_it_a_person_is_asked_and_only_that_person_sends_it_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await dealt(house)
        await put(house, 0, Call("text", "já vou", carries=Original(BIA, "m7")), "agent")
        (row,) = await gone(house)
        assert await gone(house, (row.id, Outcome("unknown", reason="cut")), seconds=60) == []
        assert "delivery" in await column(house, inbox.c.channel)
        await house.run(partial(repetition.send_again, conversation_id=2, outbox_ids=[row.id], now=at(61)))
        assert await gone(house, seconds=61) == []  # of another talk
        for _ in range(2):  # pressed twice
            await house.run(partial(repetition.send_again, conversation_id=1, outbox_ids=[row.id], now=at(61)))
        (again,) = await gone(house, seconds=61)
        assert again.id == row.id
        await gone(house, (row.id, Outcome("failed", reason="blocked")), seconds=62)
        assert (await column(house, inbox.c.channel)).count("delivery") == 2

    in_house(migrated_url, scenario)


def test_what_only_shows_how_things_stand_is_nobodys_trouble(migrated_url: str) -> None:
    """An agent who blocked the bot says nothing of the customer."""

    async def scenario(house: House) -> None:
        number = await dealt(house)
        await put(house, 0, Call("text", "a"), card=number)
        (row,) = await gone(house)
        await gone(house, (row.id, Outcome("failed", reason="blocked", dead_address=True)))
        assert "delivery" not in await column(house, inbox.c.channel)

    in_house(migrated_url, scenario)


def test_nothing_more_goes_to_somebody_who_was_removed(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        number = await dealt(house)
        await put(house, 0, Call("text", "a"), card=number)
        await put(house, 1, Call("text", "oi"), "relay")
        await house.run(partial(outbox.cancel_to, at=BIA))
        assert await gone(house) == []
        assert (await column(house, table.c.status))[-2:] == ["cancelled", "cancelled"]

    in_house(migrated_url, scenario)
