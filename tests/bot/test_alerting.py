"""People of the agency hear of danger and of whoever waits for them, in a chat of their own."""

from functools import partial

from sqlalchemy import select

from bot.alerts.team_chat import AlertChat, Announcement, announcements
from bot.sender import note_and_claim
from core.conversations import Prompt
from core.messages import Outcome
from core.records import evolve
from storage.outbox import AGAIN_FOR_PEOPLE as AGAIN
from storage.tables import outbox
from tests.house import House, at, in_house, part
from tests.talks import COPY, Chat

HERE = AlertChat("telegram", "110201543", "-100200", COPY.say)


def told(chat: Chat, *texts: str) -> list[Announcement]:
    """What people hear of the turn in which a customer says this."""
    before = {chat.ticket.id: chat.ticket}
    chat.say(*texts)
    assert chat.last is not None
    return list(announcements(HERE, before, chat.last))


def test_danger_is_told_at_once_with_number_words_and_name() -> None:
    ((purpose, text, *_),) = told(Chat("tenant"), "cheiro de gás forte aqui na cozinha")
    assert purpose == "alarm"
    assert text.splitlines() == [
        "*PERIGO: gás* · 2026-000123-3",
        "Urgência: alta",
        "Número: +5511987651234",
        "“cheiro de gás forte aqui na cozinha”",
    ]


def test_two_dangers_are_one_alert() -> None:
    (alert,) = told(Chat(), "tem cheiro de gás e o vizinho está preso no elevador")
    assert alert.text.startswith("*PERIGO: gás, pessoa presa* · ")


def test_a_ticket_is_told_when_it_begins_to_wait_and_not_again() -> None:
    chat = Chat("tenant")
    assert told(chat, "o chuveiro queimou") == []
    ((purpose, text, *_),) = told(chat, "atendente")
    assert purpose == "alert"
    assert text.splitlines()[0] == "*#123* espera por uma pessoa"
    assert "“o chuveiro queimou”" in text
    assert told(chat, "alguém aí?") == []


def test_long_words_are_cut() -> None:
    ((_, text, *_),) = told(Chat(), "tem cheiro de gás " + "muito forte " * 100)
    assert len(text) < 400
    assert text.endswith("…”")


def test_a_customers_asterisk_opens_no_bold() -> None:
    ((_, text, *_),) = told(Chat(), "cheiro de gás *agora*")
    assert "∗agora∗" in text


# ── on their way ─────────────────────────────────────────────────────────────


def waits(house: House) -> None:
    """From now on each turn makes its ticket wait."""

    def change(result: object, heard: object, turn: object) -> object:
        tickets = tuple(evolve(each, waiting_since=turn.now) for each in result.tickets)  # type: ignore[attr-defined]
        return evolve(result, tickets=tickets, prompts=(Prompt("echo", "sim"),))  # type: ignore[type-var]

    house.turn.change = change  # type: ignore[assignment]
    house.alerts = HERE


async def claimed(house: House, *reports: tuple[int, Outcome], seconds: float = 0) -> list[int]:
    channels = {"console": house.channel, "telegram": house.channel}
    rows = await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=1, limit=9))
    return [row.id for row in rows]


def test_an_alert_goes_to_the_chat_of_the_people_beside_the_answer(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        waits(house)
        await house.put(part("a"))
        await house.take()
        rows = await house.run(lambda connection: connection.execute(select(outbox.c.channel, outbox.c.address, outbox.c.purpose)).all())
        assert [tuple(row) for row in rows] == [("console", "ana", "prompt"), ("telegram", "-100200", "alert")]
        await house.put(part("b"))
        await house.take()
        assert await house.column(outbox.c.purpose) == ["prompt", "alert", "prompt"]

    in_house(migrated_url, scenario)


def test_an_alert_that_is_refused_is_tried_again_and_tells_no_customer(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        waits(house)
        await house.put(part("a"))
        await house.take()
        assert await claimed(house) == [1, 2]
        refused = Outcome("failed", reason="chat not found", dead_address=True)
        assert await claimed(house, (1, Outcome("sent")), (2, refused), seconds=1) == []
        assert await claimed(house, seconds=AGAIN.total_seconds()) == []
        assert await claimed(house, seconds=AGAIN.total_seconds() + 1) == [2]
        assert await house.take(seconds=100) == 0

    in_house(migrated_url, scenario)


def test_a_group_that_moved_gets_what_waits_for_it(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        waits(house)
        await house.put(part("a"), part("b", "bia"))
        await house.take()
        assert await claimed(house) == [1, 2, 3]
        assert await claimed(house, (2, Outcome("moved", address="-100300")), seconds=1) == [2]
        assert await house.column(outbox.c.address) == ["ana", "-100300", "bia", "-100300"]

    in_house(migrated_url, scenario)
