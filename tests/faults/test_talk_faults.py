"""Faults that users of similar systems report, as far as one talk shows them: F10, F11, F16–F20, F25."""

from datetime import UTC, datetime

import pytest

from bot.turn import FLOOD_COST, FLOOD_ROOM, MAX_ASKED
from core.messages import MediaKind
from core.tickets import Status, described
from tests.talks import Chat

PROBLEM = "a pia da cozinha está vazando"


def words(chat: Chat) -> list[str]:
    assert chat.last
    return [prompt.words for prompt in chat.last.prompts]


def status(chat: Chat) -> Status:
    return chat.ticket.status


@pytest.mark.parametrize("kind", ["voice", "sticker", "document", "video"])
def test_f10_what_cannot_be_read_is_answered_in_the_same_question(kind: MediaKind) -> None:
    chat = Chat("tenant")
    chat.say(PROBLEM)
    for _ in range(3):
        chat.say("", kind=kind)
        assert words(chat) == ["maintenance-priority"]
        assert chat.open
        assert chat.open.refusals == 0
    assert chat.last
    assert [event.act for event in chat.last.records] == ["media"]


def test_f11_an_album_with_a_caption_is_one_turn_with_one_acknowledgement() -> None:
    chat = Chat("tenant")
    chat.say("oi")
    chat.album(("photo", PROBLEM), ("photo", ""), ("photo", ""))
    assert words(chat) == ["maintenance-priority"]
    assert chat.value("maintenance.description") == PROBLEM
    assert chat.last
    assert chat.last.prompts[0].text.count("Guardei") == 1


def test_f11_an_edit_of_an_answered_question_asks_whether_to_change_it() -> None:
    chat = Chat("tenant")
    for line in (PROBLEM, "alta"):
        chat.say(line)
    chat.edit(2, "baixa")
    assert words(chat) == ["offer-edit"]
    assert chat.value("maintenance.priority") == "high"
    chat.say("sim")
    assert chat.value("maintenance.priority") == "low"
    assert words(chat) == ["maintenance-visits"]


def test_f16_reactions_and_places_of_a_machine_end_too() -> None:
    chat = Chat()
    chat.say(PROBLEM)
    for _ in range(3 * MAX_ASKED):
        chat.signal("reaction", "👍")
        chat.send_place()
    assert chat.conversation.owner == "agent"
    assert sum("reação" in prompt.text for prompt in chat.said) == 1


def test_f16_a_greeting_is_said_once() -> None:
    chat = Chat()
    for _ in range(5):
        chat.say("oi")
    assert sum("Sou a assistente virtual" in prompt.text for prompt in chat.said) == 1


def test_f16_another_bot_ends_with_a_person_and_silence() -> None:
    chat = Chat()
    chat.say(PROBLEM)
    for _ in range(3 * MAX_ASKED):
        chat.say("oi")
    assert chat.conversation.owner == "agent"
    assert chat.ticket.waiting_since
    assert sum(prompt.words == "identification-role" for prompt in chat.said) == MAX_ASKED
    assert not words(chat)


def test_f16_after_the_reference_too() -> None:
    chat = Chat("tenant")
    for line in (PROBLEM, "alta", "qualquer horário", "enviar"):
        chat.say(line)
    for _ in range(MAX_ASKED + 5):
        chat.say("estamos fora do horário de atendimento")
    assert not words(chat)
    assert sum(prompt.words == "submitted-open" for prompt in chat.said) == MAX_ASKED


def test_f16_a_flood_goes_to_a_person_and_danger_still_speaks() -> None:
    chat = Chat()
    room = int(FLOOD_ROOM / FLOOD_COST)
    for number in range(room + 2):
        chat.take(chat._inbound(f"mensagem {number}", "text", None))
    assert chat.conversation.owner == "agent"
    chat.say("agora está com cheiro forte de gás")
    assert "safety-gas" in words(chat)


@pytest.mark.parametrize("status", ["doubtful"])
def test_f17_after_the_third_refusal_the_field_is_doubtful_and_never_valid(status: str) -> None:
    chat = Chat()
    for line in (PROBLEM, "sou inquilino(a)", "Maria da Silva", "bla", "ble", "bli"):
        chat.say(line)
    assert chat.ticket.answers["individual.email"].status == status
    for line in ("pular", "rua das flores 88", "alta", "qualquer horário", "enviar"):
        chat.say(line)
    assert chat.ticket.answers["individual.email"].status == status
    assert chat.ticket.registration == "pending"


@pytest.mark.parametrize(
    "said, kept",
    [
        ("1", "high"),
        ("1️⃣", "high"),
        ("um", "high"),
        ("primeira", "high"),
        ("a segunda", "medium"),
        ("baixa, por favor", "low"),
        ("MEDIA", "medium"),
        ("*Maria Silva:*\n2", "medium"),
    ],
)
def test_f18_options_are_understood_as_people_write_them(said: str, kept: str) -> None:
    chat = Chat("tenant")
    chat.say(PROBLEM)
    chat.say(said)
    assert chat.value("maintenance.priority") == kept


@pytest.mark.parametrize(
    "said", ["quero cancelar a visita de amanhã porque a pia parou", "não precisa cancelar nada", "vou voltar tarde e a pia vaza"]
)
def test_f19_a_word_inside_a_sentence_does_nothing(said: str) -> None:
    chat = Chat("tenant")
    chat.say("oi")
    chat.say("manutenção")
    chat.say(said)
    assert chat.ticket.status == Status.DRAFT
    assert chat.value("maintenance.description") == said


@pytest.mark.parametrize("said", ["cancelar", "Cancelar!", "quero cancelar por favor"])
def test_f19_the_whole_message_does(said: str) -> None:
    chat = Chat()
    chat.say(PROBLEM)
    chat.say(said)
    assert words(chat) == ["offer-cancel"]
    chat.say("sim, cancelar")
    assert chat.books.tickets[123].status == Status.CANCELLED


def test_f20_a_draft_is_reminded_once_then_waits_for_people_and_goes_on_after_days() -> None:
    chat = Chat()
    chat.say(PROBLEM)
    ((kind, ticket), due) = next(iter(chat.timers.items()))
    assert kind == "nudge"
    chat.turn.now = due
    chat.ring(kind, ticket)
    chat.turn.now = max(chat.timers.get((kind, ticket), due), due)
    chat.ring(kind, ticket)
    assert sum("ainda não foi enviado" in prompt.text for prompt in chat.said) == 1
    assert status(chat) == Status.INCOMPLETE
    assert chat.ticket.waiting_since
    chat.wait(days=3)
    chat.say("oi")
    assert words(chat) == ["resume"]
    assert status(chat) == Status.DRAFT
    chat.say("continuar")
    assert words(chat) == ["identification-role"]


def test_f20_at_night_the_reminder_waits_for_the_morning() -> None:
    chat = Chat()
    chat.wait(hours=6)  # 21h
    chat.say(PROBLEM)
    due = chat.timers["nudge", 123]
    chat.turn.now = due
    assert chat.ring("nudge") == ()
    assert chat.turn.local(chat.timers["nudge", 123]).hour == 8
    assert chat.ticket.status == Status.DRAFT


def test_f20_restart_is_always_honoured() -> None:
    chat = Chat()
    chat.say(PROBLEM)
    chat.wait(days=30)
    chat.say("recomeçar")
    assert words(chat) == ["restarted"]
    chat.say("o chuveiro queimou")
    assert chat.ticket.id != 123
    assert words(chat) == ["identification-role"]


@pytest.mark.parametrize("answer, tickets", [("sim, voltou", 1), ("é outro", 2)])
def test_f26_who_comes_back_after_the_end_says_whether_it_is_the_same(answer: str, tickets: int) -> None:
    chat = Chat("tenant")
    chat.say("o chuveiro queimou, qualquer horário, urgente")
    chat.say("enviar")
    chat.command("approve")
    chat.command("close")
    before = len(chat.books.tickets)
    chat.say("voltou a queimar")
    assert words(chat) == ["offer-reopen"]
    chat.say(answer)
    assert len(chat.books.tickets) == before + tickets - 1
    assert status(chat) == (Status.REOPENED if tickets == 1 else Status.DRAFT)


def closed_notices(chat: Chat) -> int:
    return sum("Nossa equipe responde" in prompt.text for prompt in chat.said)


def test_f25_who_writes_while_nobody_works_is_told_once_in_each_closed_period() -> None:
    chat = Chat("tenant")
    chat.say(PROBLEM)
    chat.say("atendente")  # Tuesday afternoon: "em breve"
    chat.wait(hours=6)
    for line in ("alguém aí?", "tem alguém?", "oi"):
        assert chat.conversation.owner == "agent"
        chat.say(line)
    assert closed_notices(chat) == 1
    assert [prompt.text for prompt in chat.said][-1] == "Nossa equipe responde a partir de amanhã, 8h; até lá, tudo fica guardado."
    chat.wait(hours=14)  # Wednesday, and people work
    chat.say("e agora?")
    assert closed_notices(chat) == 1
    chat.wait(hours=10)
    chat.say("boa noite")
    chat.say("ninguém respondeu")
    assert closed_notices(chat) == 2


def test_f25_from_when_people_answer_is_not_said_twice() -> None:
    """Who asked for a person, or sent the report, in this closed period has read it there."""
    chat = Chat("tenant")
    chat.wait(hours=6)
    for line in (PROBLEM, "baixa", "qualquer horário", "enviar", "pinga mais agora"):
        chat.say(line)
    assert sum("amanhã, 8h" in prompt.text for prompt in chat.said) == 1
    assert words(chat) == ["submitted-open"]
    chat.wait(hours=24)
    chat.say("continua pingando")
    assert chat.said[-1].text == "Anotei no seu chamado.\nNossa equipe responde a partir de amanhã, 8h; até lá, tudo fica guardado."


def test_f25_a_holiday_is_closed_too_and_drafts_are_taken_all_the_same() -> None:
    chat = Chat("tenant", datetime(2026, 12, 24, 13, tzinfo=UTC))  # Christmas Eve, a Thursday
    for line in (PROBLEM, "baixa", "qualquer horário", "enviar"):
        chat.say(line)
    assert chat.ticket.submitted_at
    assert "a partir de sábado, 8h" in chat.said[-1].text


def test_f25_in_danger_nobody_is_put_off() -> None:
    chat = Chat("tenant")
    chat.wait(hours=6)
    for line in ("cheiro de gás", "atendente", "cadê vocês?"):
        chat.say(line)
    assert closed_notices(chat) == 0


def test_f12_after_a_take_over_the_bot_is_silent_until_the_give_back() -> None:
    chat = Chat()
    chat.say(PROBLEM)
    chat.command("claim")
    for said in ("oi", "sou inquilino", "atendente", "voltar", "cancelar"):
        assert not [each for each in chat.say(said) if each.purpose == "prompt"]
    chat.command("give_back")
    assert chat.value("identification.role") == "tenant"
    assert words(chat) == ["individual-name"]


def test_f13_a_give_back_counts_no_refusals() -> None:
    chat = Chat()
    for line in (PROBLEM, "sou inquilino", "Ana Souza"):
        chat.say(line)
    chat.say("não é e-mail nenhum")
    assert chat.open
    before = chat.open.refusals
    chat.command("claim")
    for _ in range(5):
        chat.say("qualquer coisa")
    chat.command("give_back")
    assert words(chat) == ["individual-email"]
    assert chat.open.refusals == before


def test_f14_a_talk_is_taken_over_before_its_first_question() -> None:
    chat = Chat()
    chat.command("claim")
    assert chat.say(PROBLEM) == ()
    assert chat.conversation.agent_id is not None
    chat.command("give_back")
    assert words(chat) == ["identification-role"]
    assert described(chat.ticket) == PROBLEM
