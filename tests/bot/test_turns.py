"""Turns that hear several things at once: nothing that was said is lost, and whoever spoke is answered."""

from core.messages import Command, Inbound, Timer
from core.records import evolve
from tests.talks import Chat

PROBLEM = "o chuveiro do quarto 11 não esquenta"
TO_PRIORITY = (PROBLEM, "sou inquilino", "Ana Souza", "ana@exemplo.com.br", "529.982.247-25", "(11) 98765-1234", "Rua Um, 10, ap 1")
TO_VISITS = (*TO_PRIORITY, "baixa")
OTHER_EMAIL = "meu e-mail é outra@exemplo.com.br"


def said(*lines: str) -> Chat:
    chat = Chat("nobody")
    for line in lines:
        chat.say(line)
    return chat


def words(chat: Chat) -> list[str]:
    assert chat.last
    return [each.words for each in chat.last.prompts]


def message(chat: Chat, text: str) -> Inbound:
    return evolve(chat._inbound(text, "text", None), sent_at=chat.turn.now)


def test_words_beside_an_act_of_an_agent_are_answered() -> None:
    chat = said(*TO_PRIORITY)
    chat.take(message(chat, "baixa"), Command("add_words", 123, "Bia", input={"words": "x", "from": 0}, id=99))
    assert words(chat) == ["maintenance-visits"]


def test_words_beside_a_timer_are_answered() -> None:
    chat = said(*TO_PRIORITY)
    chat.take(message(chat, "baixa"), Timer("nudge", 123, 99))
    assert words(chat) == ["maintenance-visits"]


def test_an_act_alone_asks_nothing() -> None:
    chat = said(*TO_PRIORITY)
    chat.take(Command("add_words", 123, "Bia", input={"words": "x", "from": 0}, id=99), Timer("nudge", 123, 100))
    assert words(chat) == []


def test_to_take_the_talk_back_in_a_burst_asks_the_question() -> None:
    chat = said(PROBLEM, "sou inquilino", "Ana Souza", "atendente")
    chat.say("oi", "continuar com a assistente")
    assert chat.open
    assert chat.open.words == "individual-email"
    assert words(chat) == ["individual-email"]


def test_to_go_on_with_the_assistant_that_has_the_talk_is_no_refused_answer() -> None:
    chat = said(PROBLEM, "sou inquilino", "Ana Souza")
    for _ in range(3):
        chat.say("continuar com a assistente")
        assert words(chat) == ["individual-email"]
    assert "individual.email" not in chat.ticket.answers


def test_a_correction_at_the_visits_is_no_answer_to_them() -> None:
    chat = said(*TO_VISITS, OTHER_EMAIL)
    assert chat.value("individual.email") == "outra@exemplo.com.br"
    assert words(chat) == ["maintenance-visits"]


def test_a_correction_after_a_pause_is_kept() -> None:
    chat = said(*TO_PRIORITY)
    chat.wait(hours=13)
    chat.say(OTHER_EMAIL)
    assert chat.value("individual.email") == "outra@exemplo.com.br"
    assert words(chat) == ["maintenance-priority"]


def test_what_is_no_answer_after_a_pause_is_not_counted() -> None:
    chat = said(PROBLEM, "sou inquilino", "Ana Souza")
    chat.wait(hours=13)
    chat.say("hm")
    assert words(chat) == ["resume"]
    chat.say("continuar")
    assert chat.open
    assert (chat.open.words, chat.open.refusals) == ("individual-email", 0)


def test_a_correction_in_one_burst_with_a_danger_is_kept() -> None:
    chat = said(*TO_PRIORITY)
    chat.say(OTHER_EMAIL, "cheiro forte de gás aqui")
    assert words(chat)[0] == "safety-gas"
    chat.say("estou em segurança")
    assert chat.value("individual.email") == "outra@exemplo.com.br"


def test_a_correction_beside_a_doubt_about_danger_is_kept() -> None:
    chat = said(*TO_PRIORITY)
    chat.say(OTHER_EMAIL, "acho que deu curto")
    chat.say("não")
    assert chat.value("individual.email") == "outra@exemplo.com.br"
    assert words(chat) == ["maintenance-priority"]


def test_saturday_is_offered_only_where_people_work_then() -> None:
    chat = said(*TO_VISITS)
    chat.turn.service_hours = "Mo-Fr 08:00-18:00"
    chat.say("só depois das 18h")
    assert words(chat) == ["offer-no-slot"]
    chat.say("escrever outro")
    assert words(chat) == ["maintenance-visits"]
    chat.say("só depois das 18h")
    chat.say("combinar depois")
    assert words(chat) == ["review-summary"]
    assert chat.ticket.answers["maintenance.restriction"].status == "doubtful"
