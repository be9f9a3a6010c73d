"""The source document's rules for customers, by their numbers (R1, R2, R9–R32); by phone they stand in test_rules_by_phone.py."""

import pytest

from core.contacts import Company, Individual
from core.tickets import Registration, Status
from core.visits import VisitRestriction
from tests.talks import MARCOS, PADARIA, Chat

PROBLEM = "a pia da cozinha está vazando"
PERSON = ("sou inquilino(a)", "Maria Aparecida da Silva", "maria@uol.com.br", "pular")
COMPANY = ("falo por uma empresa", "Padaria Lua Ltda", "11.222.333/0001-81", "João Souza")
HOME = "rua das flores 88 apto 12"
REST = (HOME, "média", "qualquer horário")


def talk(*lines: str, persona: str = "unknown") -> Chat:
    chat = Chat(persona)
    for line in lines:
        chat.say(line)
    return chat


def asked(chat: Chat) -> str:
    assert chat.open
    return chat.open.words


def test_r1_one_finished_conversation_is_one_ticket() -> None:
    chat = talk(PROBLEM, *PERSON, *REST, "enviar")
    assert [ticket.status for ticket in chat.books.tickets.values()] == [Status.AWAITING_REVIEW]


@pytest.mark.parametrize("words", ["oi", "novo", PROBLEM])
def test_r2_free_text_starts_it(words: str) -> None:
    assert asked(talk(words)) in ("start-kind", "identification-role")


def test_r9_what_was_said_before_is_proposed_and_not_asked_again() -> None:
    chat = talk(f"{PROBLEM}, meu e-mail é maria@uol.com.br, cpf 529.982.247-25", "sou inquilino(a)", "Maria da Silva")
    assert asked(chat) == "contract-address"
    assert chat.value("individual.email") == "maria@uol.com.br"
    assert chat.value("individual.cpf") == "52998224725"


def test_r9_a_part_is_never_the_whole() -> None:
    chat = talk(f"{PROBLEM}, meu cpf começa com 529.982", "sou inquilino(a)", "Maria da Silva", "maria@uol.com.br")
    assert asked(chat) == "individual-cpf"


@pytest.mark.parametrize("role, question", [("sou inquilino(a)", "individual-name"), ("falo por uma empresa", "company-company-name")])
def test_r10_the_fields_follow_the_kind_of_person(role: str, question: str) -> None:
    assert asked(talk(PROBLEM, role)) == question


def test_r11_first_name_may_lack() -> None:
    assert not Individual.model_fields["first_name"].is_required()


def test_r12_a_person_gives_a_surname() -> None:
    assert asked(talk(PROBLEM, "sou inquilino(a)", "Maria")) == "offer-surname"
    chat = talk(PROBLEM, "sou inquilino(a)", "Maria", "só tenho esse nome", "maria@uol.com.br", "pular", *REST, "enviar")
    assert chat.ticket.answers["individual.last_name"].status == "doubtful"
    assert chat.ticket.registration == Registration.PENDING


def test_r13_cpf_is_optional_and_valid_if_given() -> None:
    before = (PROBLEM, *PERSON[:3])
    assert asked(talk(*before, "529.982.247-24")) == "individual-cpf"
    assert asked(talk(*before, "pular")) == "contract-address"
    assert asked(talk(*before, "529.982.247-25")) == "contract-address"


def test_r14_a_person_without_email_goes_on_as_pending() -> None:
    chat = talk(PROBLEM, "sou inquilino(a)", "Maria da Silva", "não tenho e-mail", "pular", *REST, "enviar")
    assert chat.ticket.registration == Registration.PENDING
    assert chat.ticket.status == Status.AWAITING_REVIEW


def test_r14_an_email_on_file_cannot_be_saved_again() -> None:
    chat = talk(PROBLEM, "sou inquilino(a)", "Marcos Lima", "marcos@exemplo.com.br", "pular", *REST, "enviar")
    chat.books.contacts = {MARCOS.id: MARCOS}
    refused = chat.command("approve").results
    (result,) = refused.values()
    assert result.outcome == "refused"
    assert "Marcos Lima" in result.reason
    assert chat.ticket.status == Status.AWAITING_REVIEW


def test_r15_mobile_is_optional_for_a_person() -> None:
    chat = talk(PROBLEM, "sou inquilino(a)", "Maria da Silva", "maria@uol.com.br", "pular", persona="nobody")
    assert asked(chat) == "individual-mobile"
    chat.say("11 3333-4444")
    assert asked(chat) == "individual-mobile"
    chat.say("pular")
    assert asked(chat) == "contract-address"


def test_r16_r17_a_company_gives_its_name_and_cnpj() -> None:
    chat = talk(PROBLEM, "falo por uma empresa", "pular")
    assert chat.open
    assert not any(option.name == "skip" for option in chat.open.options)
    chat = talk(PROBLEM, "falo por uma empresa", "Padaria Lua Ltda", "11.222.333/0001-82")
    assert asked(chat) == "company-cnpj"


def test_r18_r19_r20_of_a_companys_person_only_the_surname_is_required() -> None:
    fields = Company.model_fields
    assert [name for name in ("first_name", "last_name", "cpf") if fields[name].is_required()] == ["last_name"]


def test_r21_r22_a_company_gives_an_email_or_a_mobile() -> None:
    chat = talk(PROBLEM, *COMPANY, "não tenho e-mail", "pular", "pular", persona="nobody")
    assert asked(chat) == "company-email"
    assert "e-mail ou de um celular" in chat.said[-1].text
    chat.say("não tenho e-mail")
    assert asked(chat) == "company-mobile"
    chat.say("11 98765-1234")
    assert asked(chat) == "contract-address"
    for line in (*REST, "enviar"):
        chat.say(line)
    assert chat.ticket.registration == Registration.CLAIMED


def test_r22_neither_of_them_is_pending_and_never_saved() -> None:
    nothing = ("não tenho e-mail", "pular", "pular", "não tenho e-mail", "pular")
    chat = talk(PROBLEM, *COMPANY, *nothing, *REST, "enviar", persona="nobody")
    assert chat.ticket.registration == Registration.PENDING
    (result,) = chat.command("approve").results.values()
    assert result.outcome == "refused"
    assert "E-mail" in result.reason
    assert not chat.books.registered


def test_r23_nothing_is_submitted_before_enviar_and_the_books_wait_for_a_person() -> None:
    chat = talk(PROBLEM, *PERSON, *REST)
    assert chat.ticket.status == Status.DRAFT
    chat.say("enviar")
    assert not chat.books.registered
    chat.command("approve")
    assert [form.last_name for form in chat.books.registered] == ["Aparecida da Silva"]
    assert chat.ticket.registration == Registration.KNOWN


def test_r24_a_person_on_file_never_becomes_a_company() -> None:
    chat = talk(PROBLEM, *COMPANY, "a@uol.com.br", "pular", *REST, "enviar")
    chat.books.contacts = {MARCOS.id: MARCOS, PADARIA.id: PADARIA}
    (result,) = chat.command("approve", given={"contact": MARCOS.id}).results.values()
    assert result.outcome == "refused"
    (result,) = chat.command("approve", given={"contact": PADARIA.id}).results.values()
    assert result.outcome == "done"


def test_r25_things_may_be_said_in_any_order() -> None:
    chat = talk(f"{PROBLEM}, {HOME}, urgente, menos segunda de manhã", *PERSON)
    assert asked(chat) == "review-summary"


def test_r26_the_home_is_one_of_ones_own_or_not_listed() -> None:
    chat = talk(PROBLEM, persona="owner")
    assert chat.open
    assert [option.label for option in chat.open.options] == ["ap 32 · Rua das Acácias, 120", "casa 2 · Rua Um, 1", "Não está na lista"]
    chat.say("não está na lista")
    assert asked(chat) == "contract-address"


def test_r26_one_home_is_shown_and_not_listed() -> None:
    chat = talk(PROBLEM, "alta", "qualquer horário", persona="tenant")
    assert asked(chat) == "review-summary"
    assert "ap 32 · Rua das Acácias, 120" in chat.said[-1].text


@pytest.mark.parametrize("kind", ["reembolso", "desocupação", "outro assunto"])
def test_r27_other_kinds_reach_a_person_with_a_ticket(kind: str) -> None:
    chat = talk("oi", kind, "quero falar do contrato", "enviar", persona="tenant")
    assert chat.ticket.status == Status.AWAITING_REVIEW
    assert chat.ticket.reference


def test_r28_r29_the_problem_is_kept_word_for_word() -> None:
    words = "A pia tá VAZANDO, pinga o dia todo!!"
    assert asked(talk("oi", "manutenção", "🙂", persona="tenant")) == "maintenance-description"
    assert talk("oi", "manutenção", words, persona="tenant").value("maintenance.description") == words


@pytest.mark.parametrize("said, kept", [("Alta", "high"), ("média", "medium"), ("3", "low")])
def test_r30_exactly_one_priority(said: str, kept: str) -> None:
    assert talk(PROBLEM, said, persona="tenant").value("maintenance.priority") == kept


def test_r31_times_are_optional_and_kept_as_said() -> None:
    free = talk(PROBLEM, "alta", "qualquer horário", persona="tenant").value("maintenance.restriction")
    assert isinstance(free, VisitRestriction)
    assert free.opening_hours == "24/7"
    kept = talk(PROBLEM, "alta", "menos segunda de manha", persona="tenant").value("maintenance.restriction")
    assert isinstance(kept, VisitRestriction)
    assert kept.text == "menos segunda de manha"
    assert kept.blocked


def test_r32_stored_once_with_a_reference() -> None:
    chat = talk(PROBLEM, "alta", "qualquer horário", "enviar", persona="tenant")
    assert chat.ticket.reference == "2026-000123-" + (chat.ticket.reference or "")[-1]
    chat.say("enviar")
    assert len(chat.books.tickets) == 1
    assert all(answer.status in ("confirmed", "skipped") for answer in chat.ticket.answers.values())
