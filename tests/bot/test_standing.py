"""How accounts of ours stand with their platforms: people are told once when one is refused, once when it is not any more (F23)."""

from functools import partial
from typing import Literal

import pytest
from sqlalchemy import Connection, select

from bot.alerts.team_chat import AlertChat
from bot.ingest import ingest
from bot.sender import note_and_claim
from bot.turn import take_turn
from core.messages import Delivery, Outcome, Outgoing, Part
from core.records import evolve
from core.standing import Standing
from storage import agents, backlog
from storage.tables import inbox, outbox
from tests.house import Echo, House, at, in_house, part
from tests.talks import COPY

TEAM = AlertChat("telegram", "1", "-100200", COPY.say)
REFUSED = Outcome("hold", after_seconds=60, reason="190 the token has expired or was withdrawn", cause="token")
SENT = Outcome("sent", "wamid.1")


async def claim(house: House, *reports: tuple[int, Outcome], seconds: float = 0) -> list[Outgoing]:
    channels = {"console": house.channel}
    return await house.run(partial(note_and_claim, reports=reports, channels=channels, now=at(seconds), process=1, limit=9))


async def asked(house: House, *people: str) -> None:
    """Each of these is to be sent one message."""
    house.turn = Echo()
    for each in people:
        await house.put(part("oi", each))
        await house.take()


async def told(house: House, seconds: float = 0) -> dict[str, list[str]]:
    """What the agency's people are told when all turns are taken: by address."""
    house.turn, house.alerts, house.say = take_turn, TEAM, COPY.say  # type: ignore[assignment]
    before = len(await house.column(outbox.c.id))
    while await house.take(seconds):
        pass
    rows = await house.rows(select(outbox.c.address, outbox.c.call, outbox.c.purpose).order_by(outbox.c.id))
    found: dict[str, list[str]] = {}
    for address, call, purpose in rows[before:]:
        assert purpose == "alert"
        found.setdefault(address, []).append(call.text)
    return found


async def with_lead(house: House) -> None:
    """Rui leads, and has a chat of his own."""

    def link(connection: Connection) -> None:
        agents.offer(connection, "Rui", agents.hashed("code"), at(60), role="supervisor")
        ingest(connection, [part("oi", "rui")], at(0))
        agents.link(connection, agents.hashed("code"), connection.execute(select(inbox.c.id)).scalar_one(), at(0))

    await house.run(link)
    await house.take()


def test_a_refused_account_is_told_once_and_its_end_once(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await asked(house, "ana", "bia")
        first, second = await claim(house)
        assert not first.is_trial
        await claim(house, (first.id, REFUSED), (second.id, REFUSED))
        assert (await told(house))["-100200"] == [
            (
                "*O terminal recusa o que enviamos*\n"
                "O token venceu ou foi retirado: crie outro, ponha nas configurações e reinicie o Zelador.\n"
                "Nada se perde: o que temos a dizer espera, e o que os clientes escrevem continua chegando.\n"
                "A plataforma diz: “190 the token has expired or was withdrawn”"
            )
        ]
        assert await house.run(backlog.held) == [("console", "", REFUSED.reason)]
        again = await claim(house, seconds=60)
        assert [(row.id, row.is_trial) for row in again] == [(first.id, True), (second.id, True)]
        await claim(house, (first.id, REFUSED), (second.id, REFUSED), seconds=61)
        assert await told(house, seconds=61) == {}
        await claim(house, seconds=121)
        await claim(house, (first.id, evolve(SENT, resumes=True)), (second.id, evolve(SENT, resumes=True)), seconds=122)
        assert (await told(house, seconds=122))["-100200"] == [
            "✓ *O terminal voltou a aceitar o que enviamos.* As mensagens que esperavam estão saindo."
        ]
        assert await house.run(backlog.held) == []
        assert (await house.column(outbox.c.status))[:2] == ["sent", "sent"]

    in_house(migrated_url, scenario)


def test_whoever_leads_hears_of_it_in_their_own_chat(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await with_lead(house)
        await asked(house, "ana")
        for row in await claim(house):
            await claim(house, (row.id, REFUSED))
        assert {address: len(texts) for address, texts in (await told(house)).items()} == {"rui": 1, "-100200": 1}

    in_house(migrated_url, scenario)


def test_what_is_refused_again_later_is_told_again(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await asked(house, "ana")
        (row,) = await claim(house)
        await claim(house, (row.id, REFUSED))
        assert len(await told(house)) == 1
        await claim(house, seconds=60)
        await claim(house, (row.id, evolve(SENT, resumes=True)), seconds=61)
        assert len(await told(house, 61)) == 1
        await asked(house, "bia")
        (other,) = [each for each in await claim(house, seconds=62) if each.channel == "console"]
        assert not other.is_trial
        await claim(house, (other.id, REFUSED), seconds=63)
        assert len(await told(house, 63)) == 1

    in_house(migrated_url, scenario)


def test_whoever_is_only_too_fast_alarms_nobody(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await asked(house, "ana", "bia")
        first, second = await claim(house)
        await claim(house, (first.id, Outcome("again", after_seconds=4, reason="130429", pauses_account=True)), (second.id, SENT))
        assert await told(house) == {}
        assert await house.run(backlog.held) == []
        assert await claim(house, seconds=3.9) == []
        assert [(row.id, row.is_trial) for row in await claim(house, seconds=4)] == [(first.id, False)]

    in_house(migrated_url, scenario)


def test_a_pause_ends_no_refusal_and_shortens_none(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await asked(house, "ana", "bia")
        first, second = await claim(house)
        await claim(house, (first.id, REFUSED), (second.id, Outcome("again", after_seconds=4, pauses_account=True)))
        assert await house.run(backlog.held) == [("console", "", REFUSED.reason)]
        assert await claim(house, seconds=59) == []

    in_house(migrated_url, scenario)


def test_each_refusal_that_counts_is_an_attempt_of_its_row(migrated_url: str) -> None:
    """So that a restart does not begin with short waits again."""

    async def scenario(house: House) -> None:
        await asked(house, "ana")
        (row,) = await claim(house)
        for attempt in (1, 2, 3, 4):
            assert row.attempt == attempt
            await claim(house, (row.id, Outcome("again", after_seconds=1, counts=True)), seconds=attempt)
            (row,) = await claim(house, seconds=attempt + 1)

    in_house(migrated_url, scenario)


def test_a_refusal_that_is_reported_later_ends_with_what_arrives(migrated_url: str) -> None:
    """The platform takes each message, and then says of each that the bill is not paid: nobody is told of an end that is none."""

    def reported(row: Outgoing, state: Literal["failed", "delivered"], outcome: Outcome | None = None) -> Part:
        delivery = Delivery(state, f"wamid.{row.id}", row.id, row.attempt, outcome)
        return Part("console", "", f"{row.id}:{row.attempt}:{state}", {}, about="delivery", delivery=delivery)

    async def scenario(house: House) -> None:
        await asked(house, "ana")
        unpaid = Outcome("hold", after_seconds=60, reason="131042 trouble with the payment", cause="payment")
        (row,) = await claim(house)
        await claim(house, (row.id, Outcome("sent", f"wamid.{row.id}")))
        await house.put(reported(row, "failed", unpaid))
        (text,) = (await told(house))["-100200"]
        assert "pagamento" in text
        for minute in range(1, 6):  # it is kept, however often it is tried
            (row,) = await claim(house, seconds=60 * minute)
            assert (row.attempt, row.is_trial) == (minute + 1, False)
            await claim(house, (row.id, Outcome("sent", f"wamid.{row.id}")), seconds=60 * minute)
            assert await told(house, 60 * minute) == {}
            if minute < 5:
                await house.put(reported(row, "failed", unpaid), seconds=60 * minute)
        await house.put(reported(row, "delivered"), seconds=301)
        (text,) = (await told(house, 301))["-100200"]
        assert text.startswith("✓")
        assert await house.run(backlog.held) == []

    in_house(migrated_url, scenario)


@pytest.mark.parametrize("account", ["", "106540352242922"])
def test_what_a_platform_reports_of_an_account_is_told_once(migrated_url: str, account: str) -> None:
    async def scenario(house: House) -> None:
        news = Standing("whatsapp", account, "quality", "quality", "event: FLAGGED")
        reported = Part("whatsapp", account, "hash:0", {"field": "phone_number_quality_update"}, about="channel", standing=news)
        await house.put(reported)
        await house.put(reported)
        (text,) = (await told(house))["-100200"]
        assert text.splitlines() == [
            "*Aviso do WhatsApp: qualidade do número*",
            *([f"Conta: {account}"] if account else []),
            "Clientes bloquearam ou denunciaram mensagens: escreva menos por iniciativa própria, até a qualidade voltar.",
            "A plataforma diz: “event: FLAGGED”",
        ]
        assert await house.column(inbox.c.result) == ["done"]

    in_house(migrated_url, scenario)
