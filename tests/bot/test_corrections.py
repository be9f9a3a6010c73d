"""Fields that agents correct: read as the customer's answers are, told once, and never over what a colleague has just written."""

import pytest

from core.tickets import Registration, Status
from tests.bot.desk_acts import REGISTERED, SENT, UNKNOWN, act, chat_with, ordered, outcome, typed, words
from tests.talks import BIA, Chat


def test_a_field_is_corrected_and_the_confirmation_stays() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    done, said = act(chat, "correct", {"field": "individual.email", "value": "ana.souza@exemplo.com.br", "before": "ana@exemplo.com.br"})
    assert (done, "E-mail agora é ana.souza" in said) == ("done", True)
    answer = chat.ticket.answers["individual.email"]
    assert (answer.value, answer.status, answer.author) == ("ana.souza@exemplo.com.br", "confirmed", "agent")
    assert chat.ticket.answers["review.summary"].status == "confirmed"
    assert words(chat) == ["corrected"]
    assert chat.last
    (event,) = [each for each in chat.last.records if each.act == "correct"]
    assert (event.before["value"], event.after["value"]) == ("ana@exemplo.com.br", "ana.souza@exemplo.com.br")
    assert (chat.ticket.status, chat.ticket.owes) == (Status.AWAITING_REVIEW, ())


def test_what_a_colleague_has_just_corrected_is_not_written_over() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    seen = "ana@exemplo.com.br"
    assert outcome(chat, "correct", {"field": "individual.email", "value": "a@exemplo.com.br", "before": seen}) == "done"
    done, said = act(chat, "correct", {"field": "individual.email", "value": "b@exemplo.com.br", "before": seen}, BIA)
    assert (done, "a@exemplo.com.br" in said) == ("conflict", True)
    assert chat.value("individual.email") == "a@exemplo.com.br"


@pytest.mark.parametrize("value", ["529.982.247-24", "um dois três"])
def test_what_the_customers_answer_could_not_be_is_refused_in_the_same_words(value: str) -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    assert outcome(chat, "correct", {"field": "individual.cpf", "value": value}) == "refused"
    assert chat.value("individual.cpf") == "52998224725"
    assert words(chat) == []


def test_a_doubt_is_told_and_an_option_answers_it() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    given = {"field": "individual.email", "value": "ana@gmial.com"}
    done, said = act(chat, "correct", given)
    assert (done, "gmail.com" in said) == ("refused", True)
    assert outcome(chat, "correct", {**given, "option": "as_typed"}) == "done"
    assert chat.value("individual.email") == "ana@gmial.com"


def test_options_are_corrected_by_their_label() -> None:
    chat = chat_with(*SENT)
    assert outcome(chat, "correct", {"field": "maintenance.priority", "value": "baixa"}) == "done"
    assert chat.value("maintenance.priority") == "low"
    assert "Baixa" in chat.said[-1].text


def test_a_field_may_be_none() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    assert outcome(chat, "correct", {"field": "individual.cpf", "value": "-"}) == "done"
    assert chat.ticket.answers["individual.cpf"].status == "skipped"


def test_a_person_never_becomes_a_company_and_the_way_out_is_told() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    done, said = act(chat, "correct", {"field": "identification.role", "value": "empresa"})
    assert (done, "/aprovar contato" in said) == ("refused", True)
    assert outcome(chat, "correct", {"field": "identification.role", "value": "proprietário"}) == "done"


def test_what_lacks_nothing_any_more_may_be_approved() -> None:
    chat = chat_with(*UNKNOWN[:3], "não tenho", *UNKNOWN[4:], "Rua Um, 10, ap 1", "qualquer horário", "enviar", persona="nobody")
    assert chat.ticket.registration == Registration.PENDING
    assert outcome(chat, "approve") == "refused"
    assert outcome(chat, "correct", {"field": "individual.email", "value": "ana@exemplo.com.br"}) == "done"
    assert outcome(chat, "approve") == "done"


def test_in_mid_draft_the_open_question_that_people_answer_is_over() -> None:
    chat = chat_with(*UNKNOWN[:4], persona="nobody")
    assert chat.open
    assert chat.open.words == "individual-cpf"
    assert outcome(chat, "correct", {"field": "individual.cpf", "value": "529.982.247-25"}) == "done"
    assert words(chat) == ["individual-mobile"]
    assert "corrigiu" in chat.said[-1].text


def test_in_mid_draft_the_next_question_tells_what_people_corrected() -> None:
    chat = chat_with(*UNKNOWN[:4], persona="nobody")
    assert outcome(chat, "correct", {"field": "individual.email", "value": "outra@exemplo.com.br"}) == "done"
    assert words(chat) == []
    (said,) = chat.say("529.982.247-25")
    assert said.words == "individual-mobile"
    assert "outra@exemplo.com.br" in said.text


def test_beside_an_agent_who_has_the_talk_the_bot_tells_nothing() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    outcome(chat, "claim")
    assert outcome(chat, "correct", {"field": "individual.email", "value": "outra@exemplo.com.br"}) == "done"
    assert words(chat) == []
    chat.command("give_back")
    assert "outra@exemplo.com.br" in chat.said[-1].text


def test_a_doubt_is_answered_by_a_button_before_the_correction_goes() -> None:
    customer, desk = chat_with(*REGISTERED, persona="nobody"), Chat("agent")
    desk.books.tickets[123] = customer.ticket
    (asked,) = desk.say("/corrigir #123 email ana@gmial.com")
    assert "gmail.com" in asked.text
    assert [each.label for each in asked.options] == ["Sim, gmail.com", "Como escrevi", "Deixar como está"]
    assert desk.last
    assert not desk.last.forwards
    desk.tap(0)
    (command,) = desk.last.forwards
    assert outcome(customer, "correct", command.input) == "done"
    assert customer.value("individual.email") == "ana@gmail.com"
    desk.say("/corrigir #123 email ana@gmial.com")
    desk.say("ana@outra.com.br")
    (command,) = desk.last.forwards
    assert (command.input["value"], "option" in command.input) == ("ana@outra.com.br", False)


def test_fields_are_typed_by_their_label_or_state() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    for name in ("email", "E-mail", "individual.email"):
        given = ordered(chat, f"/corrigir #123 {name} b@exemplo.com.br")
        assert (given.act, given.input["field"], given.input["value"]) == ("correct", "individual.email", "b@exemplo.com.br")
        assert given.input["before"] == "ana@exemplo.com.br"


NEEDS_MORE = ("/corrigir #123", "/corrigir #123 cor azul", "/corrigir #123 email", "/pedir #123 cpf, cor", "/prioridade #123 roxa")


@pytest.mark.parametrize("line", NEEDS_MORE)
def test_what_an_act_still_needs_is_asked_with_an_example(line: str) -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    result = typed(chat, line)
    assert result.forwards == ()
    assert [each.words.partition(".")[0] for each in result.prompts] == ["desk-needs"]


@pytest.mark.parametrize(
    "line,name,given",
    [
        ("/pedir #123 celular, cpf", "send_back", {"fields": ["individual.mobile", "individual.cpf"]}),
        ("/pedir #123 celular e e-mail", "send_back", {"fields": ["individual.mobile", "individual.email"]}),
        ("/prioridade #123 Média", "prioritise", {"level": "medium"}),
        ("/atribuir #123", "assign", {"agent": 1}),
        ("/atribuir #123 bi", "assign", {"agent": 2}),
        ("/transferir #123 Bia", "transfer", {"agent": 2}),
        ("/cancelar #123 já foi resolvido", "cancel", {"text": "já foi resolvido"}),
        ("/supervisão #123 manual", "supervise", {"level": "manual"}),
        ("/supervisao #123 auto-when-proven", "supervise", {"level": "auto-when-proven"}),
        ("/aprovar #123", "approve", {}),
        ("/aprovar #123 contato 12 imóvel 3", "approve", {"contact": 12, "home": 3}),
        ("/aprovar #123 pendente", "approve", {"pending": True}),
        ("/tomar #123", "take_from", {}),
    ],
)
def test_what_is_typed_is_the_acts_input(line: str, name: str, given: dict[str, object]) -> None:
    command = ordered(chat_with(*REGISTERED, persona="nobody"), line)
    assert (command.act, command.ticket, dict(command.input)) == (name, 123, given)
