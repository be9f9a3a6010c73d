"""What people of the agency write from its own telephone is an agent's word, and takes the talk over (F12)."""

import pytest

from core.messages import Address
from core.records import evolve
from core.tickets import Status
from tests.bot.desk_acts import REGISTERED, act, chat_with, holder, words
from tests.talks import ANA


def test_the_talk_is_a_persons_though_nobody_knows_whose() -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("Oi! Aqui é a Bia")
    assert chat.last
    assert (holder(chat), words(chat), chat.last.silences_bot) == (("agent", None), [], True)
    assert chat.conversation.attended
    heard_at = chat.conversation.heard_at
    assert heard_at
    assert heard_at < chat.turn.now
    assert chat.say("obrigada, e quando?") == ()
    assert chat.ticket.waiting_since == chat.turn.now


def test_it_answers_whoever_waits() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    assert chat.ticket.waiting_since
    chat.echo("Recebemos, obrigada!")
    assert chat.ticket.waiting_since is None
    assert chat.ticket.first_reply_at == chat.turn.now
    assert (
        [(each.actor, each.act, each.after) for each in chat.last.records] == [("agent", "echo", {"text": "Recebemos, obrigada!"})]
        if chat.last
        else False
    )


def test_its_words_are_no_customers_words() -> None:
    """Neither an answer, nor a danger, nor a word that does something."""
    chat = chat_with("o chuveiro queimou")
    for text in ("atendente", "cancelar", "sinto cheiro de gás", "Ana Souza", "1"):
        chat.echo(text)
        assert words(chat) == []
    assert (chat.ticket.status, chat.ticket.hazards) == (Status.DRAFT, {})
    assert "identification.role" not in chat.ticket.answers


@pytest.mark.parametrize("kind", ["reaction", "edited", "deleted"])
def test_a_sign_takes_nothing_over(kind: str) -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("👍", kind)  # type: ignore[arg-type]
    assert (holder(chat), words(chat)) == (("bot", None), [])


def test_who_has_the_talk_keeps_it() -> None:
    chat = chat_with("o chuveiro queimou")
    act(chat, "claim")
    chat.say("e aí?")
    assert ("lease", 0) in chat.timers
    chat.echo("já falo com você")
    assert holder(chat) == ("agent", ANA.id)
    assert ("lease", 0) not in chat.timers


def test_given_back_the_question_is_asked_again() -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("Oi! Aqui é a Bia")
    chat.say("sou inquilino")
    act(chat, "claim")
    assert act(chat, "give_back")[0] == "done"
    assert (holder(chat), chat.conversation.attended) == (("bot", None), False)
    assert words(chat)


def test_an_agent_may_claim_it() -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("Oi! Aqui é a Bia")
    assert act(chat, "claim")[0] == "done"
    assert holder(chat) == ("agent", ANA.id)


def test_the_customer_may_go_on_with_the_assistant() -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("Oi! Aqui é a Bia")
    assert chat.say("continuar com a assistente")
    assert holder(chat) == ("bot", None)


def test_after_half_a_day_without_a_word_the_assistant_has_it_again() -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("Oi! Aqui é a Bia")
    chat.wait(hours=12)
    chat.ring("idle", 0)
    assert (holder(chat), words(chat)) == (("bot", None), [])


def test_who_waits_for_an_answer_is_not_given_to_the_assistant() -> None:
    chat = chat_with("o chuveiro queimou")
    chat.echo("Oi! Aqui é a Bia")
    chat.say("e quando?")
    chat.wait(hours=12)
    chat.ring("idle", 0)
    assert holder(chat) == ("agent", None)


def test_news_wait_beside_whoever_speaks_there() -> None:
    chat = chat_with(*REGISTERED, persona="nobody")
    chat.echo("já vejo isso")
    act(chat, "approve", {"pending": True})
    assert words(chat) == []
    assert ("notice", 123) in chat.timers


def test_what_is_written_to_a_colleague_is_nobodys_talk() -> None:
    chat = chat_with("oi")
    chat.books.agents[ANA.id] = evolve(ANA, chat=chat.conversation.id, at=Address("whatsapp", "1", "Ana"))
    chat.echo("Ana, pode ver isso?")
    assert holder(chat) == ("bot", None)
