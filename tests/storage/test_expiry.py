"""The end of the window in the store: what waits in the outbox beyond it does not go, and is told; what people write there (F12, F24)."""

from collections.abc import Awaitable, Callable
from functools import partial

from sqlalchemy import select

from bot.handlers.console import LIMITS
from bot.programs import demo
from bot.sender import Report, note_and_claim
from bot.turn import take_turn
from core.messages import SHUT, Command, Inbound, Limits, Outcome, Outgoing, Part
from core.records import evolve
from storage import repetition, tickets, timers
from storage.inbox import put_command
from storage.tables import conversation, event, inbox, message, outbox, ticket, timer
from tests.house import Channel, House, at, give, in_house, part
from tests.talks import COPY

DAY = 24 * 3600.0
ME = 1


class Windowed(Channel):
    """Its people may be written to for a day; what a colleague writes on the agency's own telephone comes with `by`."""

    def parse(self, part: Part) -> Inbound:
        return Inbound(text=part.body["text"], author="agent") if part.external_id.startswith("phone:") else Inbound(text=part.body["text"])

    def limits(self, address: str) -> Limits:
        return evolve(LIMITS, window_hours=24)


def windowed(url: str, scenario: Callable[[House], Awaitable[None]]) -> None:
    async def live(house: House) -> None:
        house.channel, house.turn, house.say = Windowed(), take_turn, COPY.say  # type: ignore[assignment]
        await scenario(house)

    in_house(url, live)


async def hears(house: House, text: str, seconds: float = 0, external_id: str = "") -> None:
    await house.put(part(text, external_id=external_id), seconds=seconds)
    await house.take(seconds)


async def goes(house: House, *reports: Report, seconds: float = 0) -> list[Outgoing]:
    """What goes next, once these have."""
    channels = {"console": house.channel}
    return await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=ME, limit=9))


async def statuses(house: House) -> list[str]:
    return await house.column(outbox.c.status)


def test_what_waits_beyond_the_window_does_not_go_and_is_heard_of(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        assert await house.column(outbox.c.expires_at) == [at(DAY)]
        assert await goes(house, seconds=DAY) == []
        assert await statuses(house) == ["expired"]
        assert await house.column(outbox.c.due_at) == [None]
        assert await house.take(DAY) == 1
        (row,) = await house.rows(select(event.c.after).where(event.c.act == "undelivered"))
        assert row.after["reason"].startswith(SHUT)
        assert await statuses(house) == ["expired"]  # nothing can be said: it waits, and people see it
        assert await house.column(ticket.c.waiting_since) == [at(DAY)]

    windowed(migrated_url, scenario)


def test_just_before_its_end_it_goes(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        (row,) = await goes(house, seconds=DAY - 1)
        assert row.call.words == "identification-role"

    windowed(migrated_url, scenario)


def test_who_has_written_since_is_told_all_that_waited(migrated_url: str) -> None:
    """Their words move the end of the window; a row that was written before does not end with the old one."""

    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        await hears(house, "alguém aí?", seconds=DAY - 60)
        (first,) = await goes(house, seconds=DAY)
        (second,) = await goes(house, (first.id, Outcome("sent", "x")), seconds=DAY)
        assert first.id < second.id
        assert await statuses(house) == ["sent", "sending"]

    windowed(migrated_url, scenario)


def test_what_expires_holds_nothing_back(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        await hears(house, "", seconds=1)
        assert await goes(house, seconds=DAY + 2) == []
        assert await goes(house, seconds=DAY + 2) == []
        assert await statuses(house) == ["expired", "expired"]
        assert await house.column(inbox.c.channel) == ["console", "console", "delivery", "delivery"]

    windowed(migrated_url, scenario)


def test_the_platforms_own_word_is_heard_as_the_clocks(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        (row,) = await goes(house)
        assert await goes(house, (row.id, Outcome("failed", reason=f"{SHUT} Re-engagement message")), seconds=60) == []
        await house.take(60)
        assert await statuses(house) == ["failed"]
        assert await house.column(conversation.c.free_until) == [at(60)]
        await hears(house, "oi", seconds=120)
        assert await house.column(conversation.c.free_until) == [at(120 + DAY)]

    windowed(migrated_url, scenario)


def test_news_of_a_ticket_that_is_not_talked_about_come_when_the_person_writes(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        for line in ("sinto cheiro de gás", "estou em segurança", "outro problema"):  # a danger has its reference at once
            await hears(house, line)
        told = ticket.update().where(ticket.c.id == 1).values(owes=(("told-late", {"text": "resolvido"}),))
        await house.run(lambda connection: connection.execute(told))
        assert await house.run(partial(tickets.owing, conversation_id=1)) == (1,)
        await hears(house, "voltei", seconds=DAY + 60)
        due = await house.rows(select(timer.c.due_at).where(timer.c.kind == "notice", timer.c.ticket_id == 1))
        assert [row.due_at for row in due] == ([at(DAY + 60)] if await talked_about(house) != 1 else [])

    windowed(migrated_url, scenario)


async def talked_about(house: House) -> int:
    (number,) = await house.column(conversation.c.ticket_id)
    return int(number)


def test_an_agents_words_that_came_too_late_go_once_the_customer_has_written(migrated_url: str) -> None:
    """And before that they end as they did, without a call."""

    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        (question,) = await goes(house)
        said = Command("say", 1, "Bia", input={"text": "já vamos"})
        await house.run(partial(put_command, command=said, external_id="s", now=at(1)))
        await house.take(1)
        assert await goes(house, (question.id, Outcome("sent", "x")), seconds=DAY) == []
        await house.take(DAY)
        assert await statuses(house) == ["sent", "expired"]
        again = partial(repetition.send_again, conversation_id=1, outbox_ids=[question.id + 1])
        await house.run(partial(again, now=at(DAY + 1)))
        assert await goes(house, seconds=DAY + 1) == []
        assert await statuses(house) == ["sent", "expired"]
        await hears(house, "oi?", seconds=DAY + 60)
        await house.run(partial(again, now=at(DAY + 61)))
        (row,) = await goes(house, seconds=DAY + 61)
        assert (row.id, row.call.text) == (question.id + 1, "já vamos")
        assert (await house.column(outbox.c.expires_at))[1] == at(2 * DAY + 60)

    windowed(migrated_url, scenario)


# ── what is written on the agency's own telephone (F12) ──────────────────────


def test_f12_what_a_colleague_writes_on_the_telephone_takes_the_talk_over(migrated_url: str) -> None:
    """The assistant's question that has not gone is cancelled in the same transaction, and it asks nothing more."""

    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        assert await statuses(house) == ["queued"]
        await hears(house, "Oi! Aqui é a Bia, já vejo isso", seconds=5, external_id="phone:1")
        assert await statuses(house) == ["cancelled"]
        (talk,) = await house.rows(select(conversation.c.owner, conversation.c.agent_id, conversation.c.free_until))
        assert tuple(talk) == ("agent", None, at(DAY))
        said = [tuple(row) for row in await house.rows(select(message.c.author, message.c.kind).order_by(message.c.id))]
        assert said == [("customer", "text"), ("bot", "prompt"), ("agent", "text")]
        await hears(house, "obrigada", seconds=10)
        assert await statuses(house) == ["cancelled"]
        assert await house.column(ticket.c.waiting_since) == [at(10)]

    windowed(migrated_url, scenario)


def test_f12_a_question_that_comes_back_from_its_send_is_not_asked_beside_a_person(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        (row,) = await goes(house)
        await hears(house, "Oi! Aqui é a Bia", seconds=5, external_id="phone:1")
        assert await goes(house, (row.id, Outcome("again", after_seconds=1)), seconds=60) == []
        assert await statuses(house) == ["cancelled"]

    windowed(migrated_url, scenario)


def test_a_talk_that_the_telephone_begins_has_no_report_and_is_no_customers_word(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "Boa tarde! Aqui é da imobiliária", external_id="phone:1")
        assert await house.column(ticket.c.id) == []
        assert await statuses(house) == []
        (talk,) = await house.rows(select(conversation.c.owner, conversation.c.heard_at, conversation.c.free_until))
        assert tuple(talk) == ("agent", None, at(0))
        await hears(house, "o chuveiro queimou", seconds=60)
        assert await house.column(ticket.c.waiting_since) == [at(60)]
        assert await statuses(house) == []

    windowed(migrated_url, scenario)


def test_what_nobody_answers_for_half_a_day_is_the_assistants_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        await hears(house, "Oi! Aqui é a Bia", seconds=5, external_id="phone:1")
        await house.run(partial(timers.ring, now=at(13 * 3600)))
        await house.take(13 * 3600)
        assert await house.column(conversation.c.owner) == ["bot"]

    windowed(migrated_url, scenario)


def test_given_back_the_assistant_goes_on(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await hears(house, "o chuveiro queimou")
        await hears(house, "Oi! Aqui é a Bia", seconds=5, external_id="phone:1")
        await give(house, "give_back", "g", 60)
        await house.take(60)
        assert await house.column(conversation.c.owner) == ["bot"]
        assert await statuses(house) == ["cancelled", "queued"]

    windowed(migrated_url, scenario)


# ── the end of the window on cards (F24) ─────────────────────────────────────


async def shown(house: House) -> set[str]:
    """How the customer may be written to, as the newest editions of both agents' cards say it."""
    rows = await house.rows(select(outbox.c.call).where(outbox.c.purpose == "card").order_by(outbox.c.id.desc()).limit(2))
    lines = (line for row in rows for line in row.call.text.splitlines())
    return {line.removeprefix("Escrever ao cliente: ") for line in lines if line.startswith("Escrever ao cliente")}


def test_f24_the_card_says_until_when_and_that_it_is_over(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.run(partial(demo.hire, now=at(0)))  # two people, in chats of their own
        for line in ("o chuveiro queimou", "atendente"):
            await hears(house, line)
        assert await shown(house) == {"até 06/01 às 09h00 (janela de 24 h do WhatsApp)"}
        await hears(house, "é urgente", seconds=1800)
        assert await shown(house) == {"até 06/01 às 09h30 (janela de 24 h do WhatsApp)"}
        await house.run(partial(timers.ring, now=at(DAY + 1800)))
        await house.take(DAY + 1800)
        assert await shown(house) == {"só quando ele escrever de novo; a janela de 24 h do WhatsApp fechou em 06/01 às 09h30"}

    windowed(migrated_url, scenario)
