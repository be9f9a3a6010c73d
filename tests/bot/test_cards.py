"""The face of a card, as an agent reads it; and to whom a ticket is brought."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.desk.cards import LONGEST_VALUE, Face, Sight, buttons, face, front
from bot.desk.routing import alone_until, recipients
from bot.desk.ticket_words import TicketWords
from core.agents import Agent
from core.answers import Answer
from core.calendar import Calendar
from core.cards import Quote, newest_words, seen_digest
from core.permissions import Role
from core.presses import LONGEST
from core.queue import QueueEntry
from core.records import evolve
from core.targets import TARGETS, counted
from core.tickets import BY_PHONE, Registration, Status, Ticket
from core.utf16 import units
from tests.talks import ANA, BIA, COPY, ZONE

NOW = datetime(2026, 11, 24, 18, 10, tzinfo=UTC)  # a Tuesday, 15h10
WORDS = TicketWords(COPY.say, NOW, lambda moment: moment.astimezone(ZONE))
CALENDAR = Calendar("Mo-Fr 08:00-18:00", ZONE)
LIMIT = 4096
MARIA = Ticket(
    3,
    filed_in=1,
    reply_to=1,
    status=Status.AWAITING_REVIEW,
    reference="2026-000003-3",
    registration=Registration.CLAIMED,
    waiting_since=NOW,
    submitted_at=NOW,
    answers={
        "start.kind": Answer("maintenance", "confirmed", 1, "rule"),
        "individual.first_name": Answer("Maria", "confirmed", 2),
        "individual.last_name": Answer("da Silva", "confirmed", 2),
        "individual.email": Answer(None, "skipped", 3),
        "individual.cpf": Answer("529.982", "doubtful", 4),
        "individual.mobile": Answer("+5511987651234", "valid", 0, "rule"),
        "maintenance.description": Answer("a pia da cozinha está vazando", "confirmed", 1),
        "maintenance.priority": Answer("medium", "confirmed", 5),
        "review.summary": Answer("sent", "confirmed", 6),
    },
)
OPEN = evolve(MARIA, status=Status.OPEN, registration=Registration.KNOWN)
QUOTES = {
    1: Quote("Boa tarde! a pia da cozinha está vazando", "customer", "text"),
    2: Quote("maria da silva", "customer", "text"),
    4: Quote("é 529.982 e não lembro o resto", "customer", "text"),
    5: Quote("Média", "customer", "tap"),
}


def shown(
    ticket: Ticket = MARIA,
    reader: Agent = ANA,
    holder: Agent | None = None,
    *,
    unreachable: bool = False,
    doubted: bool = False,
    quotes: Mapping[int, Quote] = QUOTES,
    free_until: datetime | None = None,
    has_template: bool = False,
) -> Face:
    ticket = counted(ticket, NOW, TARGETS, CALENDAR)
    entry = QueueEntry(ticket, None, None, unreachable, free_until, doubted)
    sight = Sight(entry, reader, holder, quotes, has_template=has_template)
    return face(front(WORDS, sight, LIMIT), sight)


def test_until_when_the_customer_may_be_written_to_stands_there_by_the_hour() -> None:
    until = NOW + timedelta(hours=3, minutes=32)
    assert "\nEscrever ao cliente: até 24/11 às 18h42 (janela de 24 h do WhatsApp)\n" in shown(free_until=until).text
    over = shown(free_until=NOW).text
    assert "Escrever ao cliente: só quando ele escrever de novo; a janela de 24 h do WhatsApp fechou em 24/11 às 15h10\n" in over
    assert "só uma linha, pelo modelo aprovado; a janela" in shown(free_until=NOW, has_template=True).text
    assert "Escrever ao cliente" not in shown().text


def test_a_new_number_stands_beside_what_is_on_file() -> None:
    moved = {**QUOTES, 7: Quote("+5511976540077", "customer", "moved"), 8: Quote("", "customer", "moved")}
    face = shown(quotes=moved).text
    assert "\nMudou de número no WhatsApp: (11) 97654-0077 (nada mudou no cadastro)\n" in face
    assert "• celular: (11) 98765-1234" in face
    assert "Mudou de número no WhatsApp: número não informado" in shown(quotes={**QUOTES, 8: Quote("", "customer", "moved")}).text
    same = evolve(MARIA, answers=MARIA.answers | {"individual.mobile": Answer("+5511976540077", "confirmed", 9)})
    assert "Mudou de número" not in shown(same, quotes=moved).text


def test_what_was_written_from_the_agencys_telephone_stands_below() -> None:
    quotes = {**QUOTES, 7: Quote("já vejo", "agent", "text"), 8: Quote("a peça chega amanhã", "agent", "text")}
    assert shown(quotes=quotes).text.endswith("\nRespondido pelo celular da imobiliária: “a peça chega amanhã”")
    assert "celular da imobiliária" not in shown(evolve(MARIA, origin=BY_PHONE), quotes=quotes).text


def test_what_the_customer_wrote_since_stands_below_and_nothing_that_colleagues_wrote() -> None:
    since = [Quote(text, "customer", "text") for text in ("um", "dois", "mudei de ideia: só depois das 19h", "alguém?")]
    others = [Quote("Outro problema", "customer", "tap"), Quote("só um teste", "Ana", "text"), Quote("", "customer", "photo")]
    quotes = {**QUOTES, **dict(enumerate((*since, *others), 7))}
    below = shown(quotes=quotes).text.partition("Depois disso, o cliente escreveu:\n")[2]
    assert below == "    “dois”\n    “mudei de ideia: só depois das 19h”\n    “alguém?”"


def test_a_card_as_it_is_read() -> None:
    assert shown().text == (
        "*2026-000003-3* · média · para conferir\n"
        "espera desde 24/11 15h10 · responder até hoje, 17h10\n"
        "Ninguém assumiu\n"
        "\n"
        "✓ assunto: Manutenção · regra\n"
        "    “Boa tarde! a pia da cozinha está vazando”\n"
        "✓ nome: Maria · cliente\n"
        "    “maria da silva”\n"
        "✓ sobrenome: da Silva · cliente\n"
        "– e-mail: – · cliente\n"
        "? CPF: 529.982 · cliente\n"
        "    “é 529.982 e não lembro o resto”\n"
        "• celular: (11) 98765-1234 · regra\n"
        "✓ problema: a pia da cozinha está vazando · cliente\n"
        "✓ prioridade: Média · cliente"
    )


def test_a_report_by_phone_says_how_its_customer_is_told() -> None:
    by_phone = evolve(MARIA, reply_to=None, origin="phone")
    assert "Sem conversa: avisar por telefone, (11) 98765-1234" in shown(by_phone).text
    assert "NÃO RECEBE MENSAGENS" in shown(unreachable=True).text
    assert "\nA ÚLTIMA PERGUNTA PODE NÃO TER CHEGADO\n" in shown(doubted=True).text


@pytest.mark.parametrize(
    "ticket, reader, holder, acts",
    [
        (MARIA, ANA, None, {"claim", "approve", "correct", "send_back"}),
        (MARIA, ANA, BIA, {"approve", "correct", "send_back"}),
        (MARIA, BIA, ANA, {"take_from", "approve", "correct", "send_back"}),  # who leads may take it from her
        (MARIA, ANA, ANA, {"approve", "correct", "send_back", "give_back"}),
        (evolve(MARIA, reply_to=None), ANA, ANA, {"approve", "correct"}),
        (
            evolve(MARIA, status=Status.OPEN, registration=Registration.KNOWN),
            ANA,
            ANA,
            {"correct", "send_back", "start", "resolve", "give_back"},
        ),
        (evolve(MARIA, status=Status.MERGED), ANA, None, set()),
    ],
)
def test_buttons_are_for_what_may_be_done(ticket: Ticket, reader: Agent, holder: Agent | None, acts: set[str]) -> None:
    assert set(shown(ticket, reader, holder).acts) == acts


def test_a_button_carries_what_was_shown_and_fits_every_channel() -> None:
    pressed = [each.data for each in buttons(WORDS, shown(holder=ANA), 10**15)]
    assert pressed[0] == f"c{10**15}:approve:{seen_digest(MARIA, 4)}"
    assert max(len(each.encode()) for each in pressed) <= LONGEST


def test_a_long_card_ends_with_the_way_to_all_of_it() -> None:
    long = {f"individual.x{number}": Answer("é" * 500, "valid") for number in range(20)}
    text = shown(evolve(MARIA, answers=long)).text
    assert units(text) <= LIMIT
    assert text.endswith("zelador queue 2026-000003-3")
    assert "é" * LONGEST_VALUE not in text


def test_other_fields_have_another_digest() -> None:
    other = evolve(MARIA, answers=MARIA.answers | {"individual.cpf": Answer("52998224725", "valid", 4)})
    assert seen_digest(other, 4) != seen_digest(MARIA, 4)
    assert seen_digest(MARIA, 5) != seen_digest(MARIA, 4)
    assert seen_digest(evolve(MARIA, waiting_since=None, status=Status.OPEN), 4) == seen_digest(MARIA, 4)
    assert newest_words(QUOTES | {6: Quote("👍", "customer", "reaction"), 7: Quote("ok", "Ana", "text")}) == 4


def test_to_whom_a_ticket_is_brought() -> None:
    ana, bia = evolve(ANA, external_id="G7"), BIA
    everyone = (ana, bia)
    assert recipients(MARIA, everyone, None) == everyone
    assert recipients(MARIA, everyone, "G7") == [ana]
    assert recipients(MARIA, everyone, "G9") == everyone  # who is not here cannot look after it
    assert recipients(evolve(MARIA, assignee_id=bia.id), everyone, "G7") == [bia]


def test_a_keeper_has_it_alone_until_half_of_the_target() -> None:
    assert alone_until(MARIA, TARGETS, CALENDAR) == NOW + timedelta(minutes=TARGETS.first_reply_medium / 2)
    assert alone_until(evolve(MARIA, first_reply_at=NOW), TARGETS, replace(CALENDAR)) is None
    assert BIA.role == Role.SUPERVISOR
