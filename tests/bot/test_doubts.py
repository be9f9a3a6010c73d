"""Questions of which nobody knows whether they have arrived: nobody is judged by them, and whoever writes on is asked anew."""

import pytest

from core.messages import Undelivered
from core.tickets import Status
from tests.bot.desk_acts import REGISTERED, SENT, UNKNOWN
from tests.talks import Chat

IN_DOUBT = Undelivered("", asked=True, id=90)


def lost(*lines: str, persona: str = "nobody") -> Chat:
    """Nothing tells that the last question has arrived."""
    it = Chat(persona)
    for line in lines:
        it.say(line)
    it.books.is_unconfirmed = True
    return it


def said(it: Chat) -> str:
    return "\n".join(each.text for each in it.last.prompts) if it.last else ""


@pytest.mark.parametrize("words", ["como assim?", "???", "123"])
def test_what_answers_nothing_is_not_refused_and_not_counted(words: str) -> None:
    it = lost(*UNKNOWN[:4])
    for _ in range(4):
        (asked,) = it.say(words)
        assert asked.text.startswith("Minha última mensagem pode não ter chegado")
        assert (asked.words, it.open and it.open.refusals) == ("individual-cpf", 0)
    it.books.is_unconfirmed = False
    assert "pode não ter chegado" not in it.say(words)[0].text


@pytest.mark.parametrize("words", ["oi?", "como assim?", "alguém aí?"])
def test_whoever_may_have_read_nothing_yet_is_greeted_again(words: str) -> None:
    it = lost("o chuveiro queimou")
    (asked,) = it.say(words)
    assert asked.words == "identification-role"
    assert set(it.said[0].text.splitlines()) <= set(asked.text.splitlines())
    assert "Seus dados servem só a este atendimento." in asked.text


def test_what_fits_is_taken() -> None:
    it = lost(*UNKNOWN[:4])
    (asked,) = it.say(UNKNOWN[4])
    assert (asked.words, "pode não ter chegado" in asked.text) == ("individual-mobile", False)


@pytest.mark.parametrize("words", ["enviar", "sim", "pode mandar", "1"])
def test_words_confirm_no_summary_that_may_not_have_been_read(words: str) -> None:
    it = lost(*REGISTERED[:-1])
    (asked,) = it.say(words)
    assert (asked.words, it.ticket.status) == ("review-summary", Status.DRAFT)
    assert asked.text.startswith("Minha última mensagem pode não ter chegado")


def test_a_tap_shows_that_it_was_read() -> None:
    it = lost(*REGISTERED[:-1])
    it.tap(0)
    assert it.ticket.submitted_at is not None


def test_a_sign_is_enough_to_be_asked_anew() -> None:
    it = lost(*UNKNOWN[:4])
    it.books.is_unconfirmed = False
    assert [each.words for each in it.signal("reaction", "👍")] == ["individual-cpf"]
    assert it.signal("reaction", "👍") == ()
    it.books.is_unconfirmed = True
    assert [each.words for each in it.signal("reaction", "👍")] == ["individual-cpf"]


def test_a_reference_that_may_not_have_arrived_is_said_again() -> None:
    it = lost(*SENT, persona="tenant")
    it.say("obrigado!")
    assert it.ticket.reference
    assert it.ticket.reference in said(it)
    it.books.is_unconfirmed = False
    it.say("obrigado!")
    assert it.ticket.reference not in said(it)


# ── what people see ──────────────────────────────────────────────────────────


def test_a_person_sees_it_until_it_is_asked_anew() -> None:
    it = lost(*UNKNOWN[:4])
    assert it.take(IN_DOUBT) == ()
    assert it.conversation.doubted_since == it.ticket.waiting_since == it.turn.now
    it.take(IN_DOUBT)
    assert [each.act for each in it.books.history].count("undelivered") == 1
    it.say("oi?")
    assert (it.conversation.doubted_since, it.ticket.waiting_since) == (None, None)


def test_what_is_known_to_have_arrived_is_in_doubt_no_more() -> None:
    it = lost(*UNKNOWN[:4])
    it.take(IN_DOUBT)
    it.books.is_unconfirmed = False
    it.take(IN_DOUBT)
    assert (it.conversation.doubted_since, it.ticket.waiting_since) == (None, None)
    assert "answer" in {each.act for each in it.books.history}


def test_who_waited_before_waits_on() -> None:
    it = lost(*SENT, persona="tenant")
    since = it.ticket.waiting_since
    it.wait(minutes=1)
    it.take(IN_DOUBT)
    it.say("obrigado!")
    assert it.ticket.waiting_since == since is not None


def test_a_report_that_was_given_up_meanwhile_stays_in_the_queue() -> None:
    it = lost(*UNKNOWN[:4])
    it.take(IN_DOUBT)
    it.wait(hours=2, minutes=1)
    assert [each.words for each in it.ring("nudge")] == ["individual-cpf"]
    assert (it.conversation.doubted_since, it.ticket.status) == (None, Status.INCOMPLETE)
    assert it.ticket.waiting_since is not None
