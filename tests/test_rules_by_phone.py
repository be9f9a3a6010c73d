"""The source document's rules in a call, by their numbers (R1–R10, R23–R27, R30–R32): what an attendant does, in chat."""

import pytest

from bot.result import Chat as TheirChat
from core.contacts import Company, Contact
from core.errors import Rejected
from core.search import conditions, parse_query
from core.templates import Approved
from core.tickets import Registration, Status
from tests.talks import ACACIAS, DRIPPING, JOAO, MARINA, RUA_UM, Chat

EMPTY = "É necessário preencher pelo menos um dos filtros"
CHOSEN = ("/novo marina", "1", "confere")
PROBLEM = "a pia está vazando; média; só à tarde"


def call(*lines: str) -> Chat:
    chat = Chat("agent")
    for line in lines:
        chat.say(line)
    return chat


def asked(chat: Chat) -> str:
    assert chat.open
    return chat.open.words


def labels(chat: Chat) -> list[str]:
    assert chat.open
    return [option.label for option in chat.open.options]


def test_r1_one_finished_call_is_one_ticket() -> None:
    chat = call(*CHOSEN, "manutenção", PROBLEM, "salvar", "concluir")
    assert [ticket.status for ticket in chat.books.tickets.values()] == [Status.OPEN]
    assert chat.conversation.ticket_id is None


def test_r2_novo_begins_it() -> None:
    assert asked(call("/novo")) == "search-find"
    assert asked(call("/NOVO marina")) == "search-found"


@pytest.mark.parametrize("known", ["mari", "souza", "982.247", "marina@exemplo", "98765-1234", "padaria", "11.222.333", "souza 98765"])
def test_r3_any_field_and_any_part_of_it(known: str) -> None:
    assert "resultado" in call(f"/novo {known}").said[-1].text
    assert conditions(parse_query(known))


@pytest.mark.parametrize("blank", [",", " . ", "\u200b", "-- ;"])
def test_r4_nothing_is_not_searched(blank: str) -> None:
    chat = call("/novo", blank)
    assert asked(chat) == "search-find"
    assert EMPTY in chat.said[-1].text
    with pytest.raises(Rejected):
        parse_query(blank)


def test_r5_a_company_is_found_by_its_person() -> None:
    text = call("/novo padaria").said[-1].text
    assert "*1* João Souza Lima · Padaria Três Irmãos Ltda" in text


def test_r6_a_table_paged_and_masked() -> None:
    chat = Chat("agent")
    chat.books.contacts = {each: Contact(each, "individual", f"Souza {each}", "Ana", cpf="52998224725") for each in range(20, 34)}
    chat.say("/novo ana")
    assert "14 resultados" in chat.said[-1].text
    assert "982.247" in chat.said[-1].text
    assert "529.982.247-25" not in chat.said[-1].text
    assert labels(chat) == ["1", "2", "3", "4", "5", "6", "Mais", "Novo", "Refinar"]
    chat.say("mais")
    assert "*1* Ana Souza 26" in chat.said[-1].text
    chat.say("mais")
    assert labels(chat) == ["1", "2", "Anteriores", "Novo", "Refinar"]
    chat.say("2")
    assert chat.value("search.found") == 33


def test_every_search_and_every_choice_is_in_the_history() -> None:
    chat = call("/novo souza")
    assert chat.last
    (search,) = [each for each in chat.last.records if each.act == "search"]
    assert (search.actor, search.before, search.after) == ("Ana", {"query": "souza"}, {"contacts": [MARINA.id, JOAO.id]})
    chat.say("1")
    acts = [(each.act, each.actor, each.contact) for each in chat.last.records if each.contact]
    assert ("choose_contact", "Ana", MARINA.id) in acts
    assert ("view_contact", "Ana", MARINA.id) in acts


def test_r7_the_data_of_whom_is_chosen_are_confirmed_or_updated() -> None:
    chat = call(*CHOSEN[:2])
    assert "marina@exemplo.com.br" in chat.said[-1].text
    assert labels(chat) == ["Confere", "Atualizar", "Voltar"]
    chat.say("atualizar")
    chat.say("e-mail")
    chat.say("marina.souza@uol.com.br")
    for line in ("manutenção", PROBLEM, "salvar"):
        chat.say(line)
    assert chat.books.contacts[MARINA.id].email == "marina.souza@uol.com.br"
    assert chat.last
    (change,) = [each for each in chat.last.records if each.act == "update_contact"]
    assert change.before["email"] == MARINA.email
    assert change.after["email"] == "marina.souza@uol.com.br"


@pytest.mark.parametrize("known", ["ninguém", "marina"])
def test_r8_new_is_always_offered(known: str) -> None:
    assert "Novo" in labels(call(f"/novo {known}"))


def test_r9_what_was_typed_is_carried_over() -> None:
    chat = call("/novo ana prado; ana@uol.com.br; 11 91234-5678; 111.444.777-35", "novo", "pessoa física")
    assert asked(chat) == "contract-address"
    assert (chat.value("individual.first_name"), chat.value("individual.last_name")) == ("ana", "prado")
    assert chat.value("individual.mobile") == "+5511912345678"
    assert chat.value("individual.cpf") == "11144477735"


def test_r9_a_part_is_never_the_whole() -> None:
    assert asked(call("/novo prado 98765", "novo", "pessoa física")) == "individual-name"


def test_r9_what_was_searched_before_for_another_is_not_carried_over() -> None:
    assert asked(call("/novo outra@uol.com.br", "prado", "novo", "pessoa física", "Ana Prado")) == "individual-email"


@pytest.mark.parametrize("kind, question", [("pessoa física", "individual-name"), ("pessoa jurídica", "company-company-name")])
def test_r10_the_fields_follow_the_kind_of_person(kind: str, question: str) -> None:
    assert asked(call("/novo ninguém", "novo", kind)) == question


def test_r14_without_an_email_the_ticket_is_open_and_the_registration_waits_for_a_person() -> None:
    chat = call(
        "/novo ninguém", "novo", "pessoa física", "Ana Prado; não tenho e-mail; pular; pular; rua um 10", "manutenção", PROBLEM, "salvar"
    )
    assert (chat.ticket.status, chat.ticket.registration) == (Status.OPEN, Registration.PENDING)
    assert chat.ticket.waiting_since
    assert not chat.books.registered


def test_r23_nothing_is_saved_before_salvar() -> None:
    chat = call("/novo ninguém", "novo", "pessoa física", "Ana Prado; a@uol.com.br; pular; pular; rua um 10", "manutenção", PROBLEM)
    assert (chat.ticket.status, chat.books.registered) == (Status.DRAFT, [])
    chat.say("salvar")
    assert [form.last_name for form in chat.books.registered] == ["Prado"]
    assert (chat.ticket.registration, chat.ticket.contact_id) == (Registration.KNOWN, 101)


def test_r23_who_is_chosen_and_confirmed_is_not_written_again() -> None:
    chat = call(*CHOSEN, "manutenção", PROBLEM, "salvar")
    assert not chat.books.registered
    assert chat.ticket.contact_id == MARINA.id


def test_r23_an_email_that_became_somebody_elses_meanwhile_is_an_offer_of_that_contact() -> None:
    chat = call("/novo ninguém", "novo", "pessoa física", "Ana Prado; a@uol.com.br; pular; pular; rua um 10", "manutenção", PROBLEM)
    chat.books.contacts[50] = Contact(50, "individual", "Prado", "Anita", "a@uol.com.br")
    chat.say("salvar")
    assert asked(chat) == "offer-holder"
    assert chat.ticket.status == Status.DRAFT
    chat.say("sim, é quem liga")
    assert asked(chat) == "search-caller"


def test_r24_a_person_on_file_never_becomes_a_company() -> None:
    chat = call("/novo marina", "1", "atualizar", "é de uma empresa")
    assert "não vira pessoa jurídica" in chat.said[-1].text
    chat.say("cadastrar empresa")
    chat.say("Loja Marina Ltda; 11.444.777/0001-61; não tenho e-mail; rua dois 20")
    for line in ("manutenção", PROBLEM, "salvar"):
        chat.say(line)
    (form,) = chat.books.registered
    assert isinstance(form, Company)
    assert (form.email, form.mobile) == (None, MARINA.mobile)
    assert chat.books.contacts[MARINA.id] == MARINA


def test_r25_the_client_comes_before_the_request() -> None:
    states = call(*CHOSEN).walked()
    assert states.index("search.found") < states.index("call.kind")


def test_r26_the_homes_are_those_of_the_chosen_contact() -> None:
    chat = call("/novo padaria", "1", "confere")
    assert labels(chat) == [str(ACACIAS), str(RUA_UM), "Não está na lista"]
    chat.say("casa 2")
    assert chat.said[-1].text.startswith("Rua Um, 1, casa 2 (locador(a)).")


def test_r26_the_agents_own_chat_proves_nobody() -> None:
    chat = Chat("agent")
    chat.books.proven, chat.books.homes, chat.books.number = JOAO, (RUA_UM,), JOAO.mobile
    for line in (*CHOSEN, "manutenção", PROBLEM, "salvar"):
        chat.say(line)
    assert (chat.ticket.contact_id, chat.ticket.home_id, chat.ticket.contract_id) == (MARINA.id, ACACIAS.id, ACACIAS.contract_id)


def test_r26_colleagues_see_at_once_whose_call_it_is_and_where() -> None:
    chat = call(*CHOSEN)
    assert (chat.ticket.contact_id, chat.ticket.home_id) == (MARINA.id, ACACIAS.id)
    chat.say("/novo marina")
    assert (chat.ticket.contact_id, chat.ticket.home_id) == (None, None)


def test_r27_three_kinds_and_what_is_open_there() -> None:
    chat = call(*CHOSEN)
    assert labels(chat) == ["Manutenção", "Reembolso", "Desocupação", "É o já aberto", "Outro imóvel"]
    assert DRIPPING.reference in chat.said[-1].text


def test_r27_of_several_that_are_open_one_is_chosen() -> None:
    chat = Chat("agent")
    chat.books.opened[ACACIAS.id] = (DRIPPING, type(DRIPPING)(10, "2026-000010-1", "porta"))
    for line in CHOSEN:
        chat.say(line)
    chat.say("É 2026-000010-1")
    assert (chat.ticket.status, chat.ticket.merged_into) == (Status.MERGED, 10)
    assert chat.last
    assert [(each.act, each.ticket, each.by) for each in chat.last.forwards] == [("add_words", 10, "Ana")]


def test_r28_r31_in_one_line_or_one_by_one() -> None:
    chat = call(*CHOSEN, "manutenção", "a pia está vazando")
    assert asked(chat) == "maintenance-priority"
    chat.say("média; qualquer horário")
    assert asked(chat) == "review-summary"


def test_a_clause_that_nobody_can_read_is_named() -> None:
    chat = call(*CHOSEN, "manutenção", "a pia está vazando; xyz abc; alta; só à tarde")
    assert "Não li: *xyz abc*" in chat.said[-1].text
    assert chat.value("maintenance.priority") == "high"
    assert asked(chat) == "review-summary"


def test_nothing_is_saved_by_the_line_that_tells_it() -> None:
    chat = call(*CHOSEN, "manutenção", f"{PROBLEM}; salvar")
    assert chat.ticket.status == Status.DRAFT
    assert "Ainda não li: *salvar*" in chat.said[-1].text


def test_refusals_are_not_counted() -> None:
    chat = call(*CHOSEN, "manutenção", "a pia está vazando", *["???"] * 12)
    assert asked(chat) == "maintenance-priority"
    assert chat.conversation.owner == "bot"


def test_r32_salvar_opens_the_ticket_and_concluir_leaves_it_open() -> None:
    chat = call(*CHOSEN, "manutenção", PROBLEM, "salvar")
    ticket = chat.ticket
    assert ticket.reference
    assert ticket.reference in chat.said[-1].text
    chat.say("concluir")
    assert chat.books.tickets[ticket.id].status == Status.OPEN


@pytest.mark.parametrize("has_template", [False, True])
def test_f24_nothing_is_sent_to_a_chat_in_which_nobody_may_write(has_template: bool) -> None:
    chat = call(*CHOSEN, "manutenção", PROBLEM)
    chat.books.chats[MARINA.id] = TheirChat(2, "whatsapp", chat.turn.now)
    chat.turn.templates = {"status": Approved("chamado_atualizado", "pt_BR")} if has_template else {}
    chat.say("salvar")
    assert chat.open
    assert ("tell" in [each.name for each in chat.open.options]) == has_template


def test_a_line_that_has_moved_is_written_there_alone() -> None:
    chat = call(*CHOSEN, "manutenção", PROBLEM, "salvar", "enviar por whatsapp")
    assert chat.last
    assert [(each.act, each.ticket) for each in chat.last.forwards] == [("tell_reference", chat.ticket.id)]
    assert [each.reply_to for each in chat.last.tickets] == [2]
    moved = chat.ticket.id
    chat.say("concluir")
    assert moved not in [each.id for each in chat.last.tickets]
