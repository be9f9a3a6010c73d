"""The window in which a person may be written to freely: what goes after its end, in what form, and what waits (F24)."""

from datetime import timedelta

import pytest

from core.messages import Address, Command, Original, Template
from core.records import evolve
from core.templates import LONGEST, Approved, Use
from core.tickets import Status
from core.utf16 import units
from tests.bot.desk_acts import REGISTERED, act, letters
from tests.talks import ANA, BIA, Chat

ALL: dict[Use, Approved] = {use: Approved(f"modelo_{use}", "pt_BR") for use in ("reminder", "status", "question")}
DAY = timedelta(hours=24)
SHUT_AT = "fechou em 25/11 às 15h"
MINE = Original(Address("telegram", "1", "Ana"), "m77")


def chat(*lines: str, templates: dict[Use, Approved] | None = None) -> Chat:
    """On a channel with a window of a day."""
    it = Chat("nobody")
    it.books.agents = {each.id: evolve(each, at=Address("telegram", "1", each.name)) for each in (ANA, BIA)}
    it.turn.window, it.turn.templates = DAY, templates or {}
    for line in lines:
        it.say(line)
    return it


def shut(*lines: str, templates: dict[Use, Approved] | None = None, claimed: bool = False) -> Chat:
    it = chat(*lines, templates=templates)
    if claimed:
        act(it, "claim")
    it.wait(hours=24)
    return it


def said(it: Chat) -> list[tuple[str, Template | None]]:
    return [(each.words, each.template) for each in it.last.prompts] if it.last else []


# ── when it is open ──────────────────────────────────────────────────────────


def test_it_is_open_for_a_day_after_the_persons_own_words() -> None:
    it = chat("o chuveiro queimou")
    assert it.conversation.free_until == it.turn.now + DAY
    it.wait(hours=23)
    assert act(it, "claim")[0] == act(it, "say", {"text": "já vamos"})[0] == "done"
    assert said(it) == [("agent", None)]


@pytest.mark.parametrize("lines", [("o chuveiro queimou", "atendente"), REGISTERED, (*REGISTERED, "obrigada!")])
def test_cards_are_drawn_anew_when_it_ends(lines: tuple[str, ...]) -> None:
    """Also that of a ticket for which nobody waits: its customer has only given thanks since."""
    it = chat(*lines[:9])
    if len(lines) > 2:
        assert act(it, "approve", {"pending": True})[0] == "done"
    for line in lines[9:]:
        it.say(line)
    assert it.timers["window", 0] == it.conversation.free_until


def test_whoever_takes_a_talk_over_after_its_end_is_told_so() -> None:
    outcome, words = act(shut("o chuveiro queimou"), "claim")
    assert (outcome, SHUT_AT in words, "por telefone" in words) == ("done", True, True)
    outcome, words = act(shut("o chuveiro queimou", templates=ALL), "claim")
    assert (outcome, SHUT_AT in words, "no modelo aprovado" in words) == ("done", True, True)


@pytest.mark.parametrize("kind", ["reaction", "edited", "deleted", "unblocked"])
def test_what_is_no_message_opens_nothing(kind: str) -> None:
    it = chat("o chuveiro queimou")
    until = it.conversation.free_until
    it.signal(kind, "👍")  # type: ignore[arg-type]
    assert it.conversation.free_until == until


def test_what_our_people_write_opens_nothing() -> None:
    it = chat()
    it.echo("Boa tarde! Aqui é da imobiliária")
    assert it.conversation.free_until == it.turn.now  # they may not be written to before they write
    it.tap(0)
    assert it.conversation.free_until == it.turn.now + DAY
    until = it.conversation.free_until
    it.echo("certo")
    assert it.conversation.free_until == until


def test_it_counts_from_the_moment_at_which_they_wrote() -> None:
    it = chat()
    it.take(evolve(it._inbound("oi", "text", None), sent_at=it.turn.now - timedelta(hours=3)))
    assert it.conversation.free_until == it.turn.now + timedelta(hours=21)


def test_whoever_wrote_what_nobody_could_hear_is_answered() -> None:
    it = shut("o chuveiro queimou")
    it.break_down()
    assert "person" in [words for words, _ in said(it)]
    assert it.conversation.free_until == it.turn.now + DAY


def test_a_channel_without_a_window_has_none() -> None:
    it = Chat("nobody")
    it.say("o chuveiro queimou")
    assert it.conversation.free_until is None


# ── what an agent does after its end ─────────────────────────────────────────


def test_an_agents_words_are_refused_before_the_call_and_kept() -> None:
    it = shut(*REGISTERED, claimed=True)
    outcome, reason = act(it, "say", {"text": "o técnico vai amanhã"})
    assert (outcome, said(it)) == ("refused", [])
    assert "A janela de 24 h do WhatsApp fechou em 25/11 às 15h" in reason
    assert "/enviar" in reason
    it.say("alguma novidade?")
    assert act(it, "send")[0] == "done"
    assert [(each.words, each.text) for each in it.last.prompts] == [("agent", "o técnico vai amanhã")] if it.last else False


def test_an_agents_words_go_in_a_template() -> None:
    it = shut(*REGISTERED, templates=ALL, claimed=True)
    outcome, reason = act(it, "say", {"text": "o técnico vai amanhã\n*às 9h*"})
    assert outcome == "done"
    assert SHUT_AT in reason
    assert "pelo modelo aprovado" in reason
    (prompt,) = it.last.prompts if it.last else ()
    assert (prompt.purpose, prompt.by) == ("agent", "Ana")
    assert prompt.template == Template("modelo_question", "pt_BR", ("o chamado 2026-000123-3", "o técnico vai amanhã ∗às 9h∗"))
    assert prompt.text == "Sobre o chamado 2026-000123-3: o técnico vai amanhã ∗às 9h∗ Para responder, é só escrever aqui."


def test_what_no_template_brings_is_refused() -> None:
    it = shut(*REGISTERED, templates=ALL, claimed=True)
    outcome, reason = act(it, "say", {"text": "a" * LONGEST})
    assert (outcome, said(it)) == ("refused", [])
    assert "longo demais" in reason
    file = Command(
        "say",
        it.ticket.id,
        "Ana",
        ANA.id,
        {"text": "veja", "file": 5, "kind": "photo", "message": "m5"},
        Address("console", "", "Ana"),
        id=99,
    )
    it.take(file)
    assert "um arquivo" in it.last.results[99].reason if it.last else False
    assert said(it) == []


def test_fields_are_not_sent_back_where_nothing_can_ask() -> None:
    it = shut(*REGISTERED)
    outcome, reason = act(it, "send_back", {"fields": ["individual.cpf"]})
    assert (outcome, it.ticket.status) == ("refused", Status.AWAITING_REVIEW)
    assert SHUT_AT in reason


def test_fields_are_asked_back_in_a_template_and_answered_in_words() -> None:
    it = shut(*REGISTERED, templates=ALL)
    assert act(it, "send_back", {"fields": ["maintenance.priority"]})[0] == "done"
    (prompt,) = it.last.prompts if it.last else ()
    assert prompt.template is not None
    assert (prompt.template.name, prompt.options) == ("modelo_question", ())
    assert "1. Alta 2. Média 3. Baixa" in prompt.template.values[1]
    it.say("2")
    assert it.value("maintenance.priority") == "medium"
    assert it.ticket.status == Status.AWAITING_REVIEW


def test_once_more_is_refused_too() -> None:
    it = shut(*REGISTERED, claimed=True)
    outcome, reason = act(it, "send_again", {"row": 7})
    assert outcome == "refused"
    assert SHUT_AT in reason


# ── what the assistant says after its end ────────────────────────────────────


def test_news_wait_until_the_person_writes() -> None:
    it = shut(*REGISTERED)
    outcome, reason = act(it, "approve", {"pending": True})
    assert (outcome, said(it)) == ("done", [])
    assert f"espera até que o cliente escreva: a janela de 24 h do WhatsApp {SHUT_AT}" in reason
    assert [words for words, _ in it.ticket.owes] == ["approved"]
    (prompt,) = it.say("e aí?")
    assert it.ticket.reference
    assert it.ticket.reference in prompt.text
    assert it.ticket.owes == ()


def test_news_go_in_a_template() -> None:
    it = shut(*REGISTERED, templates=ALL)
    outcome, reason = act(it, "approve", {"pending": True})
    assert outcome == "done"
    assert "janela" not in reason
    ((words, template),) = said(it)
    assert (words, it.ticket.owes) == ("approved", ())
    assert template is not None
    assert (template.name, template.values[0]) == ("modelo_status", f"o chamado {it.ticket.reference}")


def test_an_abandoned_report_is_reminded_of_once_in_a_template() -> None:
    it = shut("o chuveiro queimou", templates=ALL)
    it.ring("nudge")
    assert said(it) == [("nudge", Template("modelo_reminder", "pt_BR", ("o chuveiro queimou",)))]
    assert it.ticket.status == Status.INCOMPLETE
    it.ring("nudge")
    assert said(it) == []


def test_without_a_template_nobody_is_reminded_and_may_be_later() -> None:
    it = shut("o chuveiro queimou")
    it.ring("nudge")
    assert (said(it), it.ticket.status) == ([], Status.INCOMPLETE)
    it.say("oi")
    it.wait(hours=2)
    it.ring("nudge")
    assert [words for words, _ in said(it)][:1] != []
    assert "nudge" in it.ticket.waived


def test_given_back_the_talk_waits_for_the_person() -> None:
    it = shut("o chuveiro queimou", claimed=True)
    assert act(it, "give_back")[0] == "done"
    assert said(it) == []
    assert it.say("oi")


def test_what_was_asked_back_comes_when_the_person_writes() -> None:
    it = chat(*REGISTERED)
    it.wait(hours=8)  # at night nobody is asked
    act(it, "send_back", {"fields": ["individual.cpf"]})
    it.wait(hours=16)
    it.ring("ask_back")
    assert said(it) == []
    it.say("oi")
    assert it.last
    assert [each.act for each in it.last.forwards] == ["ask_back"]


# ── what came too late ───────────────────────────────────────────────────────


def test_an_agents_words_that_came_too_late_are_told_to_the_agent() -> None:
    it = shut(*REGISTERED, claimed=True)
    it.come_late("agent", "já vamos", MINE)
    assert said(it) == []
    assert letters(it) == [("Ana", "undelivered")]
    assert SHUT_AT in it.last.letters[0].prompt.text if it.last else False
    assert it.ticket.waiting_since


def test_an_agents_words_that_came_too_late_go_in_a_template() -> None:
    it = shut(*REGISTERED, templates=ALL, claimed=True)
    it.come_late("agent", "já vamos", MINE)
    (prompt,) = it.last.prompts if it.last else ()
    assert (prompt.by, prompt.carries, prompt.purpose) == ("Ana", MINE, "agent")
    assert prompt.template == Template("modelo_question", "pt_BR", ("o chamado 2026-000123-3", "já vamos"))
    assert letters(it) == []


def test_a_question_that_came_too_late_waits_or_goes_in_a_template() -> None:
    it = shut("o chuveiro queimou")
    it.come_late("prompt", "Qual é o seu nome?")
    assert said(it) == []
    assert it.ticket.waiting_since == it.turn.now
    it = shut("o chuveiro queimou", templates=ALL)
    it.come_late("prompt", "Qual é o seu nome?")
    ((_, template),) = said(it)
    assert template is not None
    assert template.name == "modelo_question"


def test_news_that_came_too_late_are_owed_again() -> None:
    it = shut(*REGISTERED)
    it.come_late("note", "Seu chamado foi aprovado.")
    assert said(it) == []
    assert it.ticket.waiting_since
    (prompt,) = it.say("oi")
    assert "Seu chamado foi aprovado." in prompt.text


def test_the_platforms_word_shuts_it_and_nothing_goes_round_in_circles() -> None:
    it = chat("o chuveiro queimou")
    it.wait(hours=1)
    it.come_late("prompt", "Qual é o seu nome?", reason="131047 Re-engagement message")
    assert (said(it), it.conversation.free_until) == ([], it.turn.now)
    it.say("oi")
    assert it.conversation.free_until == it.turn.now + DAY


def test_who_has_written_since_is_simply_told() -> None:
    it = chat(*REGISTERED)
    act(it, "claim")
    it.come_late("agent", "já vamos", MINE)  # in the turn of their own words
    assert said(it) == [("agent", None)]
    it.wait(minutes=1)
    it.come_late("agent", "já vamos", MINE)  # the platform insists
    assert said(it) == []


def test_a_file_that_came_too_late_is_the_agents_to_decide() -> None:
    """It has no other form, and is not said to have gone because its person has written meanwhile."""
    it = chat(*REGISTERED)
    act(it, "claim")
    it.come_late("agent", "", MINE)
    assert (said(it), letters(it)) == ([], [("Ana", "undelivered")])
    assert SHUT_AT not in it.last.letters[0].prompt.text if it.last else False


def test_no_template_is_longer_than_the_platform_takes() -> None:
    it = shut("o chuveiro queimou", templates=ALL)
    ticket = evolve(it.ticket, owes=(("told-late", {"text": "muito " * 400}),), submitted_at=it.turn.now, reference="2026-000123-4")
    it.books.tickets[ticket.id] = evolve(ticket, status=Status.OPEN, state="submitted.open")
    it.ring("notice")
    ((_, template),) = said(it)
    assert template is not None
    assert template.values[1].endswith("…")
    assert units(it.said[-1].text) <= LONGEST
