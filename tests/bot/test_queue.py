"""The queue as people read it, and as programs do."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.cli import FILTERS as WORDS_FOR_FILTERS
from bot.copy import copy
from bot.desk.ticket_words import OF_CALL
from bot.flows import STEPS
from bot.programs.queue import FILTERS, View, record
from core.answers import Answer
from core.contacts import Contact
from core.homes import Home
from core.messages import Inbound
from core.queue import Only, QueueEntry
from core.records import evolve
from core.tickets import Kind, Priority, Registration, Status, Ticket, name_of
from core.visits import VisitRestriction
from storage.events import Happened
from storage.media import Medium
from storage.messages import Spoken
from storage.queue import Reporter, TicketFile

ANY_TIME = VisitRestriction((), "qualquer horário")
NOW = datetime(2026, 11, 24, 18, 10, tzinfo=UTC)
WORDS = copy("pt-BR")
VIEW = View(WORDS.say, NOW, lambda moment: moment)
KEYS = (
    "reference status kind priority suggested_priority description restriction registration contact reporter home hazards channel "
    "unreachable doubted waiting_since first_reply_due_at resolve_due_at fields"
).split()


def given(value: Any, status: Any = "confirmed", author: Any = "customer", source: int = 0) -> Answer:
    return Answer(value, status, source, author, NOW)


CLAIMED = Ticket(
    3,
    state="submitted.open",
    status=Status.AWAITING_REVIEW,
    reference="2026-000003-3",
    registration=Registration.CLAIMED,
    origin="console",
    waiting_since=NOW - timedelta(hours=2),
    answers={
        "start.kind": given(Kind.MAINTENANCE, author="rule"),
        "identification.role": given("tenant"),
        "individual.first_name": given("Maria", source=7),
        "individual.last_name": given("Aparecida da Silva", source=7),
        "individual.email": given("maria@exemplo.com.br"),
        "individual.cpf": given("52998224725"),
        "individual.mobile": given("+5511987651234", author="rule"),
        "contract.address": given("rua das flores 88 vila mariana"),
        "contract.unit": given("ap 12"),
        "maintenance.description": given("a pia da cozinha ta vazando"),
        "maintenance.priority": given(Priority.MEDIUM),
        "maintenance.restriction": given(ANY_TIME),
    },
)
SPOKEN = (
    Spoken("bot", "prompt", "Qual é o seu nome?", NOW, None),
    Spoken("customer", "text", "Maria Aparecida da Silva", NOW, 7),
    Spoken("customer", "photo", "a pia", NOW, 8),
    Spoken("customer", "voice", "", NOW, 9),
)
KNOWN = evolve(CLAIMED, id=4, reference="2026-000004-1", contact_id=9, home_id=2, registration=Registration.KNOWN, answers={})
MARCOS = Contact(9, "individual", "Lima", "Marcos", "marcos@exemplo.com.br", "20418377235", "+5511987650132")
FLAT = Home(2, "Rua das Acácias, 120", "ap 32", "tenant")
GAS = evolve(CLAIMED, id=5, reference="2026-000005-9", status=Status.OPEN, hazards={"gas": NOW}, registration=None, answers={})
DRAFT = Ticket(6, origin="console", waiting_since=NOW, said={"description": Inbound(text="o portão\nnão abre")})


def entry(ticket: Ticket, contact: Contact | None = None, home: Home | None = None) -> QueueEntry:
    return QueueEntry(ticket, contact, home)


def whole(one: QueueEntry, spoken: tuple[Spoken, ...] = SPOKEN) -> TicketFile:
    return TicketFile(one, Reporter("console", "tenant/1", "+5511987651234"), (), spoken)


def test_who_cannot_be_written_to_is_marked() -> None:
    assert "NÃO RECEBE MENSAGENS" in VIEW.queue([replace(entry(CLAIMED), unreachable=True)])
    assert "A ÚLTIMA PERGUNTA PODE NÃO TER CHEGADO" in VIEW.queue([replace(entry(CLAIMED), doubted=True)])
    assert "NÃO RECEBE MENSAGENS" not in VIEW.queue([entry(CLAIMED)])


def test_the_link_by_which_somebody_came_is_shown() -> None:
    came = Happened("customer", "started", None, "porta-12", NOW)
    shown = VIEW.ticket(replace(whole(entry(CLAIMED)), history=(came,)))
    assert "Veio pelo link: porta-12" in shown
    assert "Veio pelo link" not in VIEW.ticket(whole(entry(CLAIMED)))


def test_an_empty_queue_says_so() -> None:
    assert VIEW.queue(()) == WORDS.say("queue-empty")


def test_the_list_tells_of_each_what_is_urgent_and_nothing_of_documents() -> None:
    text = VIEW.queue((entry(GAS), entry(CLAIMED), entry(KNOWN, MARCOS, FLAT), entry(DRAFT)))
    assert "! 2026-000005-9 · PERIGO: gás" in text
    assert "  2026-000003-3 · média · para conferir · espera há 2 h" in text
    assert "ap 12 · rua das flores 88 vila mariana · Maria Aparecida da Silva" in text
    assert "ap 32 · Rua das Acácias, 120 · Marcos Lima" in text
    assert "  #6 · em conversa · espera há menos de 1 min" in text
    assert "o portão não abre" in text
    assert not any(secret in text for secret in ("529.982", "52998", "98765", "exemplo.com.br"))


def test_one_ticket_is_shown_whole() -> None:
    text = VIEW.ticket(whole(entry(CLAIMED)))
    for part in (
        "529.982.247-25",
        "maria@exemplo.com.br",
        "(11) 98765-1234",
        "mensagem 7",
        "[7]: Maria Aparecida da Silva",
        "como foi dito",
    ):
        assert part in text


def test_a_linked_ticket_names_contact_and_home_with_their_numbers() -> None:
    text = VIEW.ticket(whole(entry(KNOWN, MARCOS, FLAT), ()))
    assert "nº 9" in text
    assert "nº 2" in text


@pytest.mark.parametrize(
    "minutes, said",
    [(0, "há menos de 1 min"), (59, "há 59 min"), (60, "há 1 h"), (47 * 60, "há 47 h"), (48 * 60, "há 2 d"), (-5, "há menos")],
)
def test_how_long_somebody_waits(minutes: int, said: str) -> None:
    assert said in VIEW.queue((entry(evolve(DRAFT, waiting_since=NOW - timedelta(minutes=minutes))),))


def test_the_list_and_the_ticket_say_what_is_due() -> None:
    due = evolve(CLAIMED, first_reply_due_at=NOW + timedelta(hours=1), resolve_due_at=NOW + timedelta(days=1))
    late = evolve(KNOWN, first_reply_at=NOW, resolve_due_at=NOW - timedelta(hours=3))
    for shown in (VIEW.queue((entry(due),)), VIEW.ticket(whole(entry(due)))):
        assert "espera há 2 h · responder até hoje, 19h10" in shown
    assert "solução atrasada há 3 h" in VIEW.queue((entry(late, MARCOS, FLAT),))
    assert "prazo em pausa" in VIEW.queue((entry(evolve(due, paused_at=NOW)),))
    read = record(whole(entry(due)))
    assert (read["first_reply_due_at"], read["resolve_due_at"]) == ("2026-11-24T19:10:00+00:00", "2026-11-25T18:10:00+00:00")
    assert record(whole(entry(CLAIMED)))["resolve_due_at"] is None


def test_what_people_assigned_stands_before_what_was_stated() -> None:
    assigned = evolve(CLAIMED, assigned_priority=Priority.HIGH)
    assert "2026-000003-3 · alta · para conferir" in VIEW.queue((entry(assigned),))
    assert "Prioridade: alta (definida pela equipe; antes: média)" in VIEW.ticket(whole(entry(assigned)))
    assert (record(whole(entry(assigned)))["priority"], record(whole(entry(assigned)))["assigned_priority"]) == ("medium", "high")


def test_an_empty_part_of_the_queue_is_no_empty_queue() -> None:
    assert VIEW.queue((), Only.SOON_LATE) == WORDS.say("queue-none-such")


def test_the_command_line_knows_every_filter() -> None:
    assert tuple(FILTERS) == WORDS_FOR_FILTERS


def test_a_program_reads_every_key() -> None:
    for one in (entry(CLAIMED), entry(KNOWN, MARCOS, FLAT), entry(GAS), entry(DRAFT)):
        shown = json.loads(json.dumps(record(whole(one))))
        assert [key for key in shown if key in KEYS] == KEYS
        assert set(shown["contact"]) == {"kind", "first_name", "last_name", "cpf", "email", "mobile", "company_name", "cnpj"}
        assert set(shown["home"]) == {"address", "unit"}


def test_what_was_claimed() -> None:
    shown = record(whole(entry(CLAIMED)))
    assert shown["contact"]["kind"] == "individual"
    assert (shown["contact"]["cpf"], shown["contact"]["last_name"]) == ("52998224725", "Aparecida da Silva")
    assert shown["home"] == {"address": "rua das flores 88 vila mariana", "unit": "ap 12"}
    assert (shown["reporter"], shown["priority"], shown["suggested_priority"]) == (None, "medium", "medium")
    assert shown["fields"]["individual.first_name"] == {
        "value": "Maria",
        "status": "confirmed",
        "author": "customer",
        "source": 7,
        "source_text": "Maria Aparecida da Silva",
    }


def test_the_books_come_before_what_was_said() -> None:
    shown = record(whole(entry(evolve(KNOWN, answers=CLAIMED.answers), MARCOS, FLAT)))
    assert (shown["contact"]["first_name"], shown["home"]["unit"]) == ("Marcos", "ap 32")


def test_a_restriction_is_not_asked_or_any_time_or_words() -> None:
    def of(**answers: Answer) -> Any:
        return record(whole(entry(evolve(DRAFT, answers={f"maintenance.{name}": each for name, each in answers.items()}))))["restriction"]

    assert of() is None
    assert of(restriction=given(ANY_TIME))["opening_hours"] == "24/7"
    assert of(restriction=given(VisitRestriction((), "escala 12x36", "needs_agent")))["text"] == "escala 12x36"
    assert of(restriction=given("sei lá", "doubtful")) == {"text": "sei lá", "opening_hours": None, "status": "needs_agent"}


def test_somebody_who_reports_for_others_is_no_contact() -> None:
    answers = {"identification.role": given("neighbour"), "reporter.first_name": given("Severino"), "reporter.relation": given("porteiro")}
    shown = record(whole(entry(evolve(DRAFT, answers=answers))))
    assert shown["reporter"] == {"name": "Severino", "relation": "porteiro"}
    assert not any(shown["contact"].values())
    assert "Severino" in VIEW.queue((entry(evolve(DRAFT, answers=answers)),))


def test_a_danger_suggests_the_highest_priority() -> None:
    shown = record(whole(entry(GAS)))
    assert (shown["hazards"], shown["suggested_priority"]) == (["gas"], "high")


def test_nothing_that_people_send_reaches_into_the_terminal() -> None:
    said = "oi\x1b[2J\r\x9b31m\x07"
    draft = evolve(DRAFT, said={"description": Inbound(text=said)})
    file = Medium(8, "document", "application/pdf", f"{said}.pdf", 9, None, "pending", None)
    view = replace(VIEW, danger=lambda text: f"\x1b[31m{text}\x1b[0m")
    shown = view.ticket(replace(whole(entry(draft), (Spoken("customer", "text", said, NOW, 7),)), media=(file,)))
    assert "[2J" in shown
    for text in (shown, view.queue([entry(draft)])):
        assert not any(each in text for each in "\x1b\r\x9b\x07")
    assert view.queue([entry(GAS)]).startswith(f"{WORDS.say('queue-one')}\n\n\x1b[31m!\x1b[0m")  # our own colours stay


def test_a_draft_is_called_by_its_number() -> None:
    assert (name_of(DRAFT), name_of(CLAIMED)) == ("#6", "2026-000003-3")


@pytest.mark.parametrize("status", Status)
def test_every_status_has_words(status: Status) -> None:
    assert VIEW.queue((entry(evolve(DRAFT, status=status)),))


FIELDS = {key.partition(".")[2] for step in STEPS.values() if not step.rests for key in step.fills if not key.startswith(OF_CALL)}


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_has_a_label(field: str) -> None:
    assert WORDS.has(f"queue-field.{field.replace('_', '-')}")
