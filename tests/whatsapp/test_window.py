"""The 24 hours in which WhatsApp lets people be written to freely, over HTTP: nothing that it would refuse is called (F12, F24)."""

from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import uuid4

import pytest

from bot import ingest
from bot.programs import app
from bot.settings import Templates
from core.messages import Command
from core.permissions import Role
from storage import agents, inbox
from storage.inbox import Answered
from storage.tables import conversation, event, ticket
from tests.platforms.agency import running_from
from tests.platforms.intakes import KNOWN, PROBLEM
from tests.platforms.reporting import report
from tests.whatsapp.agency import MARCOS, Agency, with_agency
from tests.whatsapp.customers import Customer, echo

AFTERNOON = datetime(2026, 11, 24, 18, 10, tzinfo=UTC)  # 15h10 there, a Tuesday
DAY = 24 * 3600
QUESTION = "Sobre {{1}}: {{2}} Para responder, é só escrever aqui."
STATUS = "Novidade sobre {{1}}: {{2}} Para falar conosco, é só responder a esta mensagem."


class Clock:
    """Goes on from the afternoon, and is moved by a test."""

    def __init__(self) -> None:
        self._runs, self._moved = running_from(AFTERNOON), timedelta(0)

    def __call__(self) -> datetime:
        return self._runs() + self._moved

    def move(self, seconds: float) -> None:
        self._moved += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def _companions_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "COMPANIONS", timedelta(0))


async def hire(agency: Agency) -> int:
    """Bia, who works at no chat of ours."""
    offer = partial(agents.offer, name="Bia", code_hash=agents.hashed("x"), expires_at=AFTERNOON, role=Role.SUPERVISOR)
    return int(await agency.database.run(offer))


async def does(agency: Agency, agent: int, act: str, **given: object) -> Answered:
    """An act of Bia's on the only ticket, and what became of it."""
    command = Command(act, 1, "Bia", agent, given)
    row = await agency.database.run(partial(inbox.put_command, command=command, external_id=uuid4().hex, now=app.clock()))
    agency.bells.worker.ring()
    await agency.quiet()
    answered = await agency.database.run(partial(inbox.result_of, inbox_id=row))
    assert answered is not None
    return answered


async def submitted(agency: Agency) -> Customer:
    marcos = agency.customer(MARCOS)
    await report(marcos, PROBLEM, KNOWN)
    await agency.quiet()
    return marcos


def test_f24_after_a_day_an_agents_words_are_refused_before_the_call(migrated_url: str) -> None:
    now = Clock()

    async def scenario(agency: Agency) -> None:
        marcos, bia = await submitted(agency), await hire(agency)
        await does(agency, bia, "claim")
        now.move(DAY)
        calls = len(agency.whatsapp.made("messages"))
        answered = await does(agency, bia, "say", text="o técnico vai amanhã às 9h")
        assert answered.result == "refused"
        assert answered.reason.startswith("A janela de 24 h do WhatsApp fechou em 25/11 às 15h10")
        assert (await does(agency, bia, "approve")).reason.endswith("e não há modelo aprovado para avisos.")
        assert len(agency.whatsapp.made("messages")) == calls
        marcos.say("alguma novidade?")
        await agency.quiet()
        assert (await does(agency, bia, "send")).result == "done"
        assert marcos.heard()[-1].text == "o técnico vai amanhã às 9h"

    with_agency(migrated_url, scenario, now=now)


def test_f24_what_has_a_template_goes_in_it_and_an_answer_opens_the_window(migrated_url: str) -> None:
    now = Clock()

    async def scenario(agency: Agency) -> None:
        agency.whatsapp.templates.add("pergunta_da_equipe", QUESTION)
        agency.whatsapp.templates.add("chamado_atualizado", STATUS)
        marcos, bia = await submitted(agency), await hire(agency)
        now.move(DAY)
        assert (await does(agency, bia, "approve")).result == "done"
        (reference,) = await agency.column(ticket.c.reference)
        assert marcos.heard()[-1].text.startswith(f"Novidade sobre o chamado {reference}: ")
        await does(agency, bia, "claim")
        answered = await does(agency, bia, "say", text="o técnico vai amanhã às 9h.\nPode receber?")
        assert "pelo modelo aprovado" in answered.reason
        words = "o técnico vai amanhã às 9h. Pode receber?"
        assert marcos.heard()[-1].text == f"Sobre o chamado {reference}: {words} Para responder, é só escrever aqui."
        marcos.say("posso sim")
        await agency.quiet()
        await does(agency, bia, "say", text="combinado!")
        assert marcos.heard()[-1].text == "combinado!"

    templates = Templates(status="chamado_atualizado:pt_BR", question="pergunta_da_equipe:pt_BR")
    with_agency(migrated_url, scenario, now=now, templates=templates)


def test_f24_what_whatsapp_knows_better_is_tried_once(migrated_url: str) -> None:
    """Its own clock says that the window is shut: the ticket waits for a person, and the next words are refused before the call."""
    now = Clock()

    async def scenario(agency: Agency) -> None:
        marcos, bia = await submitted(agency), await hire(agency)
        await does(agency, bia, "claim")
        marcos.chat.heard_at = None
        heard, calls = len(marcos.heard()), len(agency.whatsapp.made("messages"))
        now.move(60)
        assert (await does(agency, bia, "say", text="já vamos")).result == "done"
        await agency.quiet()
        assert (await does(agency, bia, "say", text="já vamos")).result == "refused"
        assert (len(marcos.heard()), len(agency.whatsapp.made("messages"))) == (heard, calls + 1)
        reasons = [row.after["reason"] for row in await agency.rows(event.c.after, event.c.act) if row.act == "undelivered"]
        assert [reason.partition(" ")[0] for reason in reasons] == ["131047"]
        assert await agency.column(ticket.c.waiting_since) != [None]

    with_agency(migrated_url, scenario, now=now)


def test_f12_the_assistant_is_silent_beside_whoever_writes_on_the_agencys_telephone(migrated_url: str) -> None:
    now = Clock()

    async def scenario(agency: Agency) -> None:
        marcos = agency.customer(MARCOS)
        marcos.say("o chuveiro queimou")
        await agency.quiet()
        heard = len(marcos.heard())
        echo(marcos, "Oi, Marcos! Aqui é a Bia, já vejo isso")
        await agency.quiet()
        marcos.say("obrigado!")
        await agency.quiet()
        assert len(marcos.heard()) == heard
        (talk,) = await agency.rows(conversation.c.owner, conversation.c.agent_id)
        assert tuple(talk) == ("agent", None)
        assert await agency.column(ticket.c.waiting_since) != [None]
        marcos.say("continuar com a assistente")
        await agency.quiet()
        assert marcos.heard()[heard].labels == ("Alta", "Média", "Baixa")

    with_agency(migrated_url, scenario, now=now)
