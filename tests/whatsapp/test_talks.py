"""Whole talks over HTTP, word for word as the phones show them, and what then stands in the books."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot import ingest
from storage.tables import event, hazard_alert, identity, media, outbox, ticket
from tests.platforms.agency import running_from
from tests.platforms.intakes import COMPANY, DOORMAN, KNOWN, PROBLEM, STORED_COMPANY, STORED_DOORMAN, STORED_TENANT, TENANT, form
from tests.platforms.reporting import answer, asked, report, until_asked
from tests.whatsapp.agency import JOAO, MARCOS, MARIA, ON_CALL, SEVERINO, Agency, with_agency
from tests.whatsapp.phones import Person

OFICINA = Person("5511987650009", "João Pereira")  # a company that nobody knows
EVENING, AFTERNOON = datetime(2026, 11, 24, 22, 42, tzinfo=UTC), datetime(2026, 11, 24, 18, 10, tzinfo=UTC)  # 19h42 and 15h10
BETWEEN_PHOTOS = timedelta(seconds=0.7)  # each comes by itself, to a machine that may be busy
SUMMARY = ("Enviar", "Corrigir", "Atendente")


PRIVACY = "Como cuidamos dos seus dados: https://exemplo.com.br/privacidade"
URGENCY = "Qual é a urgência? *Alta*: perigo, ou não dá para usar a casa. *Média*: atrapalha. *Baixa*: pode esperar."
LEVELS = ("Alta", "Média", "Baixa")

Screen = tuple[str, str, tuple[str, ...]]  # what they do; what the phone shows then: words with their marks, and what can be tapped

A: tuple[Screen, ...] = (
    (
        "oi, o chuveiro queimou, só posso depois das 18h 😩",
        (
            "Oi, Marcos! Sou a assistente virtual da Imobiliária Exemplo.\n"
            "Anotei: *o chuveiro queimou* (ap 32 · Rua das Acácias, 120).\n"
            f"{URGENCY}\n"
            f"(Não é você? Escreva *não sou eu*. Prefere uma pessoa? *atendente*. {PRIVACY})"
        ),
        LEVELS,
    ),
    (
        "Alta",
        "As visitas são de seg a sex, 8h–18h, e sáb 8h–12h. No sábado, 8h–12h, alguém pode receber?",
        ("Sim, sábado", "Não posso", "Combinar depois"),
    ),
    (
        "Sim, sábado",
        (
            "Confira, por favor:\n"
            "📌 Manutenção\n"
            "👤 *Marcos* · sobrenome *Lima*\n"
            "✉️ marcos@exemplo.com.br\n"
            "CPF •••.183.772-••\n"
            "📱 celular deste contato (•••-0132)\n"
            "🏠 ap 32 · Rua das Acácias, 120\n"
            '🔧 "o chuveiro queimou"\n'
            "⚡ Urgência: Alta\n"
            "🕐 *Pode:* sáb 8h–12h, ou todo dia depois das 18h. *Não pode:* nos outros horários.\n"
            "Posso enviar?"
        ),
        SUMMARY,
    ),
    (
        "Enviar",
        (
            "Pronto! Protocolo *2026-000001-1*, 24/11/2026, 19h42. Uma pessoa da equipe confere e responde por aqui, "
            "a partir de amanhã, 8h. "
            "Fotos ajudam: mande quando quiser. Se piorar, escreva."
        ),
        ("Outro problema",),
    ),
)
B: tuple[Screen, ...] = (
    (
        "boa tarde a pia da cozinha ta vazando embaixo",
        (
            "Oi! Sou a assistente virtual da Imobiliária Exemplo.\n"
            "Anotei: *a pia da cozinha ta vazando embaixo*.\n"
            "Quem está falando?\n"
            f"(Prefere falar com uma pessoa? Escreva *atendente*. {PRIVACY})"
        ),
        ("Sou inquilino(a)", "Sou proprietário(a)", "Falo por uma empresa", "Porteiro ou vizinho", "Outra pessoa"),
    ),
    ("Sou inquilino(a)", "Qual é o seu nome completo?", ()),
    ("Maria Aparecida da Silva", "E o seu e-mail?", ("Não tenho e-mail",)),
    ("maria.silva@gmial.com", "Só conferindo: é maria.silva@*gmail.com*?", ("Sim, gmail.com", "Como escrevi")),
    ("Sim, gmail.com", "Quer informar o CPF? É opcional e ajuda a achar seu contrato.", ("Pular",)),
    ("Pular", "Qual é o endereço, com número e apartamento?", ()),
    ("rua das flores 88 apto 12 vila mariana", URGENCY, LEVELS),
    ("Média", "Em que horários *não* dá para receber o prestador? Escreva do seu jeito.", ("Qualquer horário",)),
    (
        "menos segunda de manha",
        (
            "Confira, por favor:\n"
            "📌 Manutenção\n"
            "👤 Sou inquilino(a)\n"
            "👤 *Maria* · sobrenome *Aparecida da Silva*\n"
            "✉️ maria.silva@gmail.com\n"
            "📱 celular deste contato (•••-0001)\n"
            "🏠 rua das flores 88 vila mariana, ap 12\n"
            '🔧 "a pia da cozinha ta vazando embaixo"\n'
            "⚡ Urgência: Média\n"
            "🕐 *Não pode:* seg 6h–12h. *Pode:* no resto.\n"
            "Posso enviar?"
        ),
        SUMMARY,
    ),
    (
        "Enviar",
        (
            "Pronto! Protocolo *2026-000001-1*, 24/11/2026, 15h10. Uma pessoa da equipe confere e responde por aqui, em breve. "
            "Fotos ajudam: mande quando quiser. Se piorar, escreva."
        ),
        ("Outro problema",),
    ),
)


async def filed(agency: Agency) -> dict[str, Any]:
    """By the number that wrote: the row of its ticket."""
    its_writer = select(identity.c.value, ticket).join(ticket, ticket.c.filed_in == identity.c.conversation_id)
    rows = await agency.database.run(lambda connection: connection.execute(its_writer.where(identity.c.kind == "number")).all())
    return {row.value.removeprefix("+"): row for row in rows}


@pytest.mark.parametrize("who,talk,begins", [(MARCOS, A, EVENING), (MARIA, B, AFTERNOON)], ids=["a", "b"])
def test_talks_a_and_b_to_the_letter(migrated_url: str, who: Person, talk: tuple[Screen, ...], begins: datetime) -> None:
    """The known tenant in four messages, the unknown one in ten, a mistyped address included."""

    async def scenario(agency: Agency) -> None:
        customer = agency.customer(who)
        for does, words, labels in talk:
            if customer.heard() and does in customer.heard()[-1].labels:
                customer.tap(does)
            else:
                customer.say(does)
            shown = await customer.next_message()
            assert (shown.raw, shown.labels) == (words, labels)
        await agency.quiet()
        assert (len(customer.chat.messages), len(customer.heard())) == (len(talk), len(talk))
        assert set(await agency.column(outbox.c.status)) == {"delivered"}

    with_agency(migrated_url, scenario, now=running_from(begins))


def test_a_person_a_company_and_a_doorman_report_at_once(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        talks = {MARIA: (TENANT, STORED_TENANT), OFICINA: (COMPANY, STORED_COMPANY), SEVERINO: (DOORMAN, STORED_DOORMAN)}
        last = await asyncio.gather(*[report(agency.customer(who), PROBLEM, said) for who, (said, _) in talks.items()])
        await agency.quiet()
        rows = await filed(agency)
        assert len(rows) == len(await agency.tickets()) == 3
        for (who, (_, stored)), shown in zip(talks.items(), last, strict=True):
            row = rows[who.wa_id]
            assert form(row.answers) == stored
            assert (row.state, row.status, row.origin) == ("submitted.open", "awaiting_review", "whatsapp")
            assert row.reference in shown.bold
            assert row.contact_id is row.home_id is None

    with_agency(migrated_url, scenario)


def test_whose_number_is_in_the_books_is_asked_for_nothing_that_stands_there(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        shown = await asyncio.gather(*[report(agency.customer(who), PROBLEM, KNOWN) for who in (MARCOS, JOAO)])
        await agency.quiet()
        rows = await filed(agency)
        for who, last in zip((MARCOS, JOAO), shown, strict=True):
            row = rows[who.wa_id]
            assert (row.registration, row.state) == ("known", "submitted.open")
            assert row.contact_id is not None
            assert row.reference in last.bold

    with_agency(migrated_url, scenario)


def test_a_doorman_tells_of_a_danger_before_he_says_who_he_is(migrated_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        severino = agency.customer(SEVERINO)
        severino.say("socorro, cheiro forte de gás no ap 31")
        shown = await severino.next_message()
        assert ("*193*" in shown.raw, ON_CALL in shown.text) == (True, True)
        assert (await severino.next_message()).buttons == ("Estou em segurança",)
        severino.tap("Estou em segurança")
        assert asked(await severino.next_message()) == "safety-address"
        severino.say("Rua das Acácias, 120, ap 31")
        shown = await severino.next_message()
        assert (asked(shown), len(shown.rows)) == ("identification-role", 5)
        for words in ("Porteiro ou vizinho", DOORMAN["reporter-name"], DOORMAN["reporter-relation"], "Enviar"):
            answer(severino, shown, words)
            shown = await severino.next_message()
        assert "Completei seu chamado" in shown.text
        await agency.quiet()
        row = (await filed(agency))[SEVERINO.wa_id]
        assert (row.status, row.answers["maintenance.priority"].value, row.answers["reporter.first_name"].value) == (
            "open",
            "high",
            "Severino",
        )
        assert await agency.column(hazard_alert.c.kinds) == [("gas",)]
        assert await agency.column(hazard_alert.c.number) == [f"+{SEVERINO.wa_id}"]

    with_agency(migrated_url, scenario)


def test_what_brought_somebody_here_stands_in_the_history(sqlite_url: str) -> None:
    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        maria.from_ad(PROBLEM)
        assert "Anotei" in (await maria.next_message()).text
        await agency.quiet()
        assert ("started", "ad:120226305854810726") in await agency.rows(event.c.act, event.c.after)

    with_agency(sqlite_url, scenario)


def test_an_album_of_five_photos_is_one_turn_with_one_answer(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five webhooks in parallel, in any order; the first time each was lost on its way back, and comes again."""

    async def scenario(agency: Agency) -> None:
        maria = agency.customer(MARIA)
        await until_asked(maria, "individual-name", PROBLEM, TENANT)
        before = len(maria.heard())
        monkeypatch.setattr(ingest, "COMPANIONS", BETWEEN_PHOTOS)
        maria.album(5, caption="Maria Souza")
        for delivery in tuple(agency.whatsapp.webhook.waiting.values()):
            agency.whatsapp.webhook.repeat(delivery)
        assert asked(await maria.next_message()) == "individual-email"
        await agency.quiet()
        assert len(maria.heard()) == before + 1
        assert len(await agency.column(media.c.id)) == 5
        assert await agency.column(media.c.ticket_id) == await agency.column(ticket.c.id) * 5

    with_agency(migrated_url, scenario)
