"""A code over HTTP: it goes by Meta's template to the phone on file, and comes back from whoever claims to be its holder."""

from datetime import timedelta

import pytest

from bot import ingest
from bot.settings import Templates
from storage.tables import event, outbox, ticket
from tests.platforms.intakes import KNOWN
from tests.platforms.reporting import go_on
from tests.whatsapp.agency import MARCOS, MARIA, Agency, with_agency

CLAIM = "sou inquilino, me chamo Marcos Lima, meu e-mail é marcos@exemplo.com.br e o chuveiro queimou"
META = "*{{1}}* é o seu código de verificação. Para sua segurança, não o compartilhe."
TEMPLATES = Templates(code="codigo:pt_BR")


@pytest.fixture(autouse=True)
def _companions_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "COMPANIONS", timedelta(0))


def test_from_another_number_somebody_proves_who_they_are(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        agency.whatsapp.templates.add("codigo", META, category="AUTHENTICATION")
        holder, writer = agency.customer(MARCOS), agency.customer(MARIA)
        writer.say(CLAIM)
        assert "mandamos um código de 6 números" in (await writer.next_message()).text
        words = (await holder.next_message()).text
        assert words.endswith("não o compartilhe.")
        writer.say(words)  # as it is copied
        await go_on(writer, KNOWN)
        await agency.quiet()
        assert await agency.column(ticket.c.registration) == ["known"]
        rows = await agency.rows(outbox.c.call, outbox.c.status, outbox.c.purpose)
        assert [(row.call.template, row.status) for row in rows if row.purpose == "code"] == [(None, "delivered")]

    with_agency(migrated_url, scenario, templates=TEMPLATES)


@pytest.mark.parametrize("category", ["AUTHENTICATION", "UTILITY"])
def test_a_code_that_does_not_arrive_is_an_event(sqlite_url: str, category: str) -> None:
    """Nobody has that number on WhatsApp; or the template takes no button."""

    async def scenario(agency: Agency) -> None:
        agency.whatsapp.templates.add("codigo", META, category=category)
        if category == "UTILITY":
            agency.customer(MARCOS)
        writer = agency.customer(MARIA)
        writer.say(CLAIM)
        await writer.next_message()
        await agency.quiet()
        assert (await agency.column(event.c.act))[-2:] == ["code_sent", "undelivered"]
        assert await agency.column(ticket.c.waiting_since) == [None]
        writer.say("pular")
        assert "endereço" in (await writer.next_message()).text

    with_agency(sqlite_url, scenario, templates=TEMPLATES)
