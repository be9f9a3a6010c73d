"""Fields that people send back: just those are asked, echoed and confirmed, and then people look again."""

from datetime import timedelta

import pytest

from core.messages import Timer
from core.records import evolve
from core.tickets import Status
from tests.bot.desk_acts import REGISTERED, SENT, chat_with, outcome, words
from tests.talks import Chat

BACK = {"fields": ["individual.cpf", "individual.mobile"]}


def sent(persona: str = "nobody") -> Chat:
    return chat_with(*REGISTERED, persona=persona)


def test_the_bot_asks_just_those_fields_and_people_look_again() -> None:
    chat = sent()
    assert outcome(chat, "send_back", BACK) == "done"
    assert words(chat) == ["individual-cpf"]
    assert "falta pouco" in chat.said[-1].text
    assert (chat.ticket.status, chat.ticket.waiting_since, chat.ticket.paused_at) == (Status.SENT_BACK, None, chat.turn.now)
    (said,) = chat.say("111.444.777-35")
    assert (said.words, "Anotei em *CPF*: " in said.text) == ("individual-mobile", True)
    assert chat.ticket.answers["individual.cpf"].status == "confirmed"
    (said,) = chat.say("(11) 98765-4321")
    assert (said.words, "Anotei em *Celular*: (11) 98765-4321" in said.text) == ("submitted-open", True)
    assert "vai conferir" in said.text
    assert chat.ticket.status == Status.AWAITING_REVIEW
    assert chat.ticket.waiting_since == chat.turn.now
    assert chat.ticket.paused_at is None
    assert chat.ticket.answers["review.summary"].status == "confirmed"
    assert ("sent_back", 123) not in chat.timers


def test_what_stood_there_may_stay() -> None:
    chat = sent()
    outcome(chat, "send_back", {"fields": ["individual.cpf"]})
    (said,) = chat.say("manter como estava")
    assert said.words == "submitted-open"
    assert chat.ticket.answers["individual.cpf"].status == "confirmed"
    assert chat.ticket.status == Status.AWAITING_REVIEW


def test_what_does_not_fit_is_refused_as_ever() -> None:
    chat = sent()
    outcome(chat, "send_back", BACK)
    assert [each.words for each in chat.say("529.982.247-24")] == ["individual-cpf"]
    assert chat.ticket.status == Status.SENT_BACK


@pytest.mark.parametrize("lines", [REGISTERED[:3], ("oi",)])
def test_a_draft_is_not_sent_back(lines: tuple[str, ...]) -> None:
    chat = chat_with(*lines, persona="nobody")
    assert outcome(chat, "send_back", BACK) == "refused"
    chat.books.tickets[123] = evolve(chat.ticket, status=Status.INCOMPLETE)
    assert outcome(chat, "send_back", BACK) == "refused"
    assert words(chat) == []


def test_what_was_never_sent_is_not_sent_back_though_a_person_is_wanted() -> None:
    chat = chat_with(*REGISTERED[:3], "atendente", persona="nobody")
    assert chat.ticket.status == Status.AWAITING_REVIEW
    assert outcome(chat, "send_back", BACK) == "refused"


def test_an_answer_to_another_field_that_is_asked_back_is_kept_and_not_asked_again() -> None:
    chat = sent()
    outcome(chat, "send_back", BACK)
    (said,) = chat.say("(11) 91234-5678")
    assert (said.words, "Anotei em *Celular*: (11) 91234-5678" in said.text) == ("individual-cpf", True)
    (said,) = chat.say("111.444.777-35")
    assert said.words == "submitted-open"
    chat = sent()
    outcome(chat, "send_back", BACK)
    (said,) = chat.say("cpf 111.444.777-35 e celular (11) 91234-5678")
    assert said.words == "submitted-open"
    assert chat.ticket.answers["individual.mobile"].value == "+5511912345678"


def test_of_a_ticket_that_is_over_nothing_is_asked_any_more() -> None:
    chat = sent()
    outcome(chat, "send_back", BACK)
    outcome(chat, "claim")
    assert outcome(chat, "cancel", {"text": "aberto duas vezes"}) == "done"
    chat.command("give_back")
    assert "individual-cpf" not in words(chat)
    assert [each.words for each in chat.say("como está meu chamado?")] == ["submitted-open"]
    assert "foi cancelado" in chat.said[-1].text


def test_thanks_are_no_answer_and_not_refused() -> None:
    chat = sent()
    outcome(chat, "send_back", BACK)
    (said,) = chat.say("obrigada!")
    assert said.text == "Antes: *•••.982.247-••*.\nQuer informar o CPF? É opcional e ajuda a achar seu contrato."


def test_nothing_is_asked_in_danger_nor_of_somebody_without_a_talk() -> None:
    chat = chat_with("cheiro de gás na cozinha")
    assert outcome(chat, "send_back", BACK) == "refused"
    chat = sent()
    chat.books.tickets[123] = evolve(chat.ticket, reply_to=None, filed_in=1)
    assert outcome(chat, "send_back", BACK) == "refused"


def test_while_a_person_has_the_talk_it_waits_for_the_give_back() -> None:
    chat = sent()
    outcome(chat, "claim")
    assert outcome(chat, "send_back", BACK) == "done"
    assert words(chat) == []
    chat.say("oi?")
    assert words(chat) == []
    chat.command("give_back")
    assert words(chat) == ["individual-cpf"]


def test_another_report_is_finished_first() -> None:
    chat = chat_with(*SENT)
    chat.say("outro problema")
    chat.say("a torneira pinga")
    assert outcome(chat, "send_back", {"fields": ["maintenance.description"]}, ticket=123) == "done"
    assert words(chat) == []
    assert chat.books.tickets[123].status == Status.SENT_BACK
    for line in ("baixa", "qualquer horário", "enviar"):
        chat.say(line)
    assert words(chat) == ["submitted-open"]
    assert chat.last
    (passed_on,) = chat.last.forwards
    chat.take(evolve(passed_on, id=900))
    assert words(chat) == ["maintenance-description"]
    assert chat.ticket.id == 123
    chat.say("o chuveiro queimou e não sai água")
    assert chat.ticket.status == Status.AWAITING_REVIEW


def test_at_night_it_is_asked_in_the_morning() -> None:
    chat = sent()
    chat.wait(hours=8)
    assert outcome(chat, "send_back", BACK) == "done"
    assert words(chat) == []
    due = chat.timers["ask_back", 123]
    chat.turn.now = due
    assert [each.words for each in chat.take(Timer("ask_back", 123, 900))] == ["individual-cpf"]


def test_after_two_days_of_work_people_go_on_without_the_answer() -> None:
    chat = sent()
    outcome(chat, "send_back", BACK)
    assert chat.timers["sent_back", 123] - chat.turn.now == timedelta(days=2)  # from a Tuesday
    chat.turn.now = chat.timers["sent_back", 123]
    assert chat.take(Timer("sent_back", 123, 900)) == ()
    assert (chat.ticket.status, chat.ticket.waiting_since) == (Status.AWAITING_REVIEW, chat.turn.now)
    assert chat.ticket.answers["individual.cpf"].status == "doubtful"
    chat.say("desculpe a demora, é 529.982.247-25")
    assert words(chat) == ["submitted-open"]


def test_an_agent_who_learns_it_by_phone_corrects_it() -> None:
    chat = sent()
    outcome(chat, "send_back", {"fields": ["individual.cpf"]})
    assert outcome(chat, "correct", {"field": "individual.cpf", "value": "111.444.777-35"}) == "done"
    assert chat.ticket.status == Status.AWAITING_REVIEW
    assert words(chat) == ["submitted-open"]
