"""What a turn makes of taps, files, edits and signals that come late, twice, together, or while a person owns the talk."""

from core.messages import Command, Inbound, Media
from core.records import evolve
from core.tickets import Status
from tests.talks import Chat

PROBLEM = "o chuveiro queimou"
TO_SUMMARY = (PROBLEM, "média", "qualquer horário")


def said(*lines: str, persona: str = "tenant") -> Chat:
    chat = Chat(persona)
    for line in lines:
        chat.say(line)
    return chat


def words(chat: Chat) -> list[str]:
    assert chat.last
    return [each.words for each in chat.last.prompts if not each.clears]


def text(chat: Chat) -> str:
    assert chat.last
    return "\n".join(each.text for each in chat.last.prompts)


def cleared(chat: Chat) -> list[str]:
    assert chat.last
    return [each.clears for each in chat.last.prompts if each.clears]


def acts(chat: Chat) -> list[str]:
    assert chat.last
    return [each.act for each in chat.last.records if each.act != "answer"]


def tap(chat: Chat, option: int, prompt: int, of: str = "") -> Inbound:
    return evolve(chat._inbound("", "tap", None), prompt=prompt, option=option, of=of)


def asked(chat: Chat) -> int:
    assert chat.open
    return chat.open.id


# ── taps ─────────────────────────────────────────────────────────────────────


def test_a_tap_on_an_old_question_takes_its_buttons_away() -> None:
    chat = said(PROBLEM)
    old = asked(chat)
    chat.tap(1, of="m10")
    assert cleared(chat) == []
    chat.tap(0, prompt=old, of="m10")
    assert cleared(chat) == ["m10"]
    assert words(chat) == ["maintenance-visits"]
    assert "já foi respondida" in text(chat)
    assert chat.value("maintenance.priority") == "medium"


def test_where_the_channel_names_no_message_nothing_is_cleared() -> None:
    chat = said(PROBLEM, "média")
    chat.tap(0, prompt=1)
    assert cleared(chat) == []
    assert "já foi respondida" in text(chat)


def test_two_taps_in_one_turn_are_one() -> None:
    chat = said(*TO_SUMMARY, "enviar")
    prompt = asked(chat)
    chat.take(tap(chat, 0, prompt), tap(chat, 0, prompt))  # [Outro problema]
    assert len(chat.books.tickets) == 2
    assert words(chat) == ["maintenance-description"]
    assert "já foi respondida" not in text(chat)


def test_of_two_different_taps_in_one_turn_the_first_counts() -> None:
    chat = said(PROBLEM)
    prompt = asked(chat)
    chat.take(tap(chat, 0, prompt), tap(chat, 2, prompt))
    assert chat.value("maintenance.priority") == "high"
    assert "já foi respondida" in text(chat)


def test_a_second_tap_right_after_its_answer_is_taken_in_silence() -> None:
    chat = said(PROBLEM)
    prompt = asked(chat)
    chat.take(tap(chat, 0, prompt, "m1"))
    chat.wait(seconds=1)
    chat.take(tap(chat, 0, prompt, "m1"))
    assert words(chat) == []
    assert cleared(chat) == ["m1"]
    chat.wait(minutes=1)
    chat.take(tap(chat, 0, prompt, "m1"))
    assert words(chat) == ["maintenance-visits"]


def test_a_tap_on_an_old_copy_of_an_offer_stores_nothing() -> None:
    chat = said(PROBLEM, "sou inquilino", "Maria da Silva", "maria@gmial.com", persona="nobody")
    old = asked(chat)
    chat.say("maria@hotmial.com")
    assert words(chat) == ["offer-domain"]
    chat.tap(0, prompt=old)
    assert "individual.email" not in chat.ticket.answers
    assert words(chat) == ["offer-domain"]
    chat.tap(0)
    assert chat.value("individual.email") == "maria@hotmail.com"


def test_while_a_person_owns_the_talk_a_tap_is_taken_in_silence() -> None:
    chat = said(PROBLEM)
    prompt = asked(chat)
    chat.say("atendente")
    chat.tap(1, prompt=prompt, of="m1")
    assert chat.last
    assert chat.last.prompts == ()
    assert "maintenance.priority" not in chat.ticket.answers


# ── files, links, cards, places ──────────────────────────────────────────────


def test_a_file_is_kept_whoever_owns_the_talk_and_whatever_its_caption_says() -> None:
    chat = said(PROBLEM)
    chat.say("cheiro forte de gás", kind="photo")
    assert acts(chat) == ["media", "open"]
    chat.say("atendente")
    chat.say("", kind="photo")
    assert acts(chat) == ["media"]


def test_an_album_is_acknowledged_once_in_a_step_that_waits_for_nothing() -> None:
    chat = said(PROBLEM)
    photos = [evolve(chat._inbound("", "photo", Media("photo")), id=100 + number) for number in range(4)]
    chat.take(*photos)
    assert words(chat) == ["maintenance-priority"]
    assert text(chat).count("Guardei os 4 arquivos") == 1
    assert acts(chat) == ["media"] * 4


def test_a_payload_is_kept_no_longer_than_a_link_can_be() -> None:
    chat = Chat("nobody")
    chat.start("x" * 100)
    assert chat.last
    (event,) = [each for each in chat.last.records if each.act == "started"]
    assert event.after == "x" * 64


def test_what_a_link_brings_is_not_lost_in_a_burst() -> None:
    chat = Chat("nobody")
    chat.take(evolve(chat._inbound("", "text", None), payload="porta"), chat._inbound("o chuveiro queimou", "text", None))
    assert acts(chat) == ["started"]
    assert words(chat) == ["identification-role"]


def test_a_place_is_told_to_people_at_once_while_there_is_danger() -> None:
    chat = said("cheiro de gás aqui", persona="nobody")
    chat.send_place("Padaria Lua")
    assert chat.last
    assert [(each.kind, each.words) for each in chat.last.alerts] == [("place", "Padaria Lua (-23.550520,-46.633308)")]
    chat.say("atendente")
    chat.send_place()
    assert [each.kind for each in chat.last.alerts] == ["place"]


def test_after_the_reference_cards_and_places_go_to_the_ticket() -> None:
    chat = said(*TO_SUMMARY, "enviar")
    chat.command("approve")
    assert chat.ticket.waiting_since is None
    chat.send_place()
    assert acts(chat) == ["place"]
    assert chat.ticket.waiting_since
    assert words(chat) == ["submitted-open"]


def test_an_own_card_while_a_person_owns_the_talk_counts_when_the_bot_has_it_again() -> None:
    chat = said(PROBLEM, "atendente", persona="stranger")
    chat.send_card("+5511987651234", own=True)
    assert words(chat) == []
    chat.say("continuar com a assistente")
    assert words(chat) == ["maintenance-priority"]
    assert "Obrigada, Marcos!" in text(chat)


def test_a_card_sent_again_undoes_no_correction() -> None:
    chat = said(PROBLEM, persona="stranger")
    chat.send_card("+5511987651234", own=True)
    chat.say("meu e-mail é outro@exemplo.com.br")
    chat.send_card("+5511987651234", own=True)
    assert chat.value("individual.email") == "outro@exemplo.com.br"


# ── edits ────────────────────────────────────────────────────────────────────


def edit(chat: Chat, of: Inbound, text: str) -> Inbound:
    return evolve(chat._inbound(text, "edited", None), of=of.message, message="")


def test_a_message_edited_before_it_is_heard_is_heard_as_it_stands() -> None:
    chat = said(PROBLEM, "sou inquilino", persona="nobody")
    first = chat._inbound("Mraia da Silva", "text", None)
    chat.take(first, edit(chat, first, "Maria da Silva"))
    assert chat.value("individual.first_name") == "Maria"
    assert words(chat) == ["individual-email"]


def test_danger_is_heard_also_where_it_was_edited_away() -> None:
    chat = said(PROBLEM)
    first = chat._inbound("cheiro forte de gás", "text", None)
    chat.take(first, edit(chat, first, "nada não"))
    assert words(chat)[0] == "safety-gas"


def test_an_edit_of_words_that_nobody_has_is_kept() -> None:
    chat = said(PROBLEM)
    chat.take(evolve(chat._inbound("outra coisa", "edited", None), of="unknown", message=""))
    assert chat.last
    (event,) = [each for each in chat.last.records if each.act == "edited"]
    assert (event.before, event.after) == (None, "outra coisa")
    assert words(chat) == ["maintenance-priority"]


def test_an_edit_after_the_reference_waits_for_a_person() -> None:
    chat = said(*TO_SUMMARY, "enviar")
    chat.command("approve")
    chat.edit(2, "baixa")
    assert chat.last
    (event,) = [each for each in chat.last.records if each.act == "edited"]
    assert (event.before, event.after) == ("média", "baixa")
    assert chat.ticket.waiting_since
    assert chat.value("maintenance.priority") == "medium"


def test_an_edit_of_what_belongs_to_another_ticket_goes_there() -> None:
    chat = said(*TO_SUMMARY, "enviar", "outro problema")
    chat.edit(2, "alta")
    assert chat.last
    (event,) = [each for each in chat.last.records if each.act == "edited"]
    (forward,) = chat.last.forwards
    assert (event.ticket, forward.ticket, forward.input["words"]) == (123, 123, "alta")
    assert words(chat) == ["maintenance-description"]
    chat.take(evolve(forward, id=500))
    assert chat.books.tickets[123].waiting_since


def test_what_is_over_does_not_wait_for_people_again() -> None:
    chat = said(PROBLEM, "cancelar", "sim, cancelar", "a pia vaza")
    chat.edit(1, "o chuveiro da suíte queimou")
    assert chat.last
    (forward,) = chat.last.forwards
    chat.take(evolve(forward, id=500))
    assert chat.books.tickets[123].waiting_since is None


def test_while_somebody_gets_out_no_edit_asks_anything() -> None:
    chat = said(PROBLEM, "média", "cheiro de gás aqui")
    chat.edit(2, "baixa")
    assert words(chat) == ["safety-safe"]
    assert "edited" in acts(chat)


def test_an_edit_at_the_summary_takes_the_confirmation_back() -> None:
    chat = said(
        PROBLEM, "sou inquilino", "Maria da Silva", "pular", "pular", "pular", "rua um 10", "média", "qualquer horário", persona="nobody"
    )
    assert words(chat) == ["review-summary"]
    chat.edit(7, "rua um 12")
    assert words(chat) == ["offer-edit"]
    chat.say("sim")
    assert words(chat) == ["review-summary"]
    assert "rua um 12" in text(chat)


# ── who cannot be reached ────────────────────────────────────────────────────


def test_who_took_the_bot_off_is_not_written_to_and_nobody_is_lost() -> None:
    chat = said(PROBLEM)
    chat.signal("blocked")
    assert chat.conversation.unreachable_since
    assert chat.last
    assert chat.last.silences_bot
    chat.turn.now = chat.timers["nudge", chat.ticket.id]
    chat.wait(hours=10)  # at night nobody is written to; this needs no morning
    chat.ring("nudge")
    assert chat.ticket.status == Status.INCOMPLETE
    assert chat.ticket.waiting_since
    assert words(chat) == []


def test_what_people_did_meanwhile_is_told_when_the_person_is_back() -> None:
    chat = said(*TO_SUMMARY, "enviar")
    chat.signal("blocked")
    chat.command("approve")
    assert words(chat) == []
    assert not [kind for kind, _ in chat.timers if kind == "notice"]
    chat.signal("unblocked")
    assert words(chat) == ["approved"]


def test_any_message_says_that_the_person_can_be_reached() -> None:
    chat = said(PROBLEM)
    chat.lose()
    assert chat.conversation.unreachable_since
    assert chat.ticket.waiting_since
    chat.say("oi")
    assert chat.conversation.unreachable_since is None
    assert words(chat) == ["maintenance-priority"]


def test_an_alarm_that_is_still_open_is_kept_when_the_person_is_gone() -> None:
    chat = said("cheiro de gás aqui")
    chat.signal("blocked")
    chat.take(Command("add_words", chat.ticket.id, "Bia", input={"words": "x", "from": 0}, id=99))
    assert chat.ticket.hazards
    assert words(chat) == []


def test_signals_alone_begin_no_report() -> None:
    chat = said(PROBLEM, "cancelar", "sim, cancelar")
    tickets = len(chat.books.tickets)
    for kind in ("reaction", "blocked", "unblocked"):
        chat.signal(kind, "👍" if kind == "reaction" else "")
        assert words(chat) == []
    assert len(chat.books.tickets) == tickets
    assert chat.conversation.ticket_id is None


def test_a_reaction_that_is_taken_back_says_nothing() -> None:
    chat = said(PROBLEM)
    chat.signal("reaction")
    assert words(chat) == []
