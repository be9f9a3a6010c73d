"""The terminal as a channel: what a line becomes, and what is shown."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.ears import VERBS
from bot.handlers.console import HERE, KINDS, LIMITS, AgentConsole, Console
from core.messages import Call, Card, Choice, Inbound, Media, Outgoing, Place
from core.presses import Press
from core.records import evolve

IDS = (("name", "tenant/1"), ("number", "+5511987650132"))
PAGE = Call("list", "Qual imóvel?", (Choice("p12:0", "ap 31"), Choice("p12:>7", "Mais…"), Choice("p12:>0", "Anteriores")), "Escolher")


def heard(line: str, *shown: Call) -> Inbound:
    console = Console(IDS, lambda call: None)
    for call in shown:
        console.show(call)
    (part,) = console.split(line.encode())
    return evolve(console.parse(part), message="")


@pytest.mark.parametrize(
    "line, message",
    [
        ("oi, a pia vazou", Inbound(text="oi, a pia vazou")),
        ("/foto a pia", Inbound(kind="photo", text="a pia", media=Media("photo"))),
        ("/foto", Inbound(kind="photo", media=Media("photo"))),
        ("/video", Inbound(kind="video", media=Media("video"))),
        ("/vídeo o teto", Inbound(kind="video", text="o teto", media=Media("video"))),
        ("/documento contrato", Inbound(kind="document", text="contrato", media=Media("document"))),
        ("/figurinha", Inbound(kind="sticker", media=Media("sticker"))),
        ("/audio 0:43", Inbound(kind="voice", media=Media("voice", 43))),
        ("/Áudio 1:05", Inbound(kind="voice", media=Media("voice", 65))),
        ("/audio 75", Inbound(kind="voice", media=Media("voice", 75))),
        ("/audio", Inbound(kind="voice", media=Media("voice"))),
        ("/contato 11 91234-5678", Inbound(kind="contact", card=Card("+5511912345678", own=True))),
        ("/contato +55 (11) 91234-5678", Inbound(kind="contact", card=Card("+5511912345678", own=True))),
        ("/contato Bia Souza 11 91234-5678", Inbound(kind="contact", card=Card("+5511912345678", "Bia Souza"))),
        ("/contato Bia", Inbound(kind="contact", card=Card("", "Bia"))),
        ("/contato", Inbound(kind="contact", card=Card(""))),
        ("/local", Inbound(kind="location", place=Place(*HERE))),
        ("/local Rua Um, 10", Inbound(kind="location", place=Place(*HERE, "Rua Um, 10"))),
        ("/fotos da pia", Inbound(text="/fotos da pia")),
        ("12/24", Inbound(text="12/24")),
        ("a\0b", Inbound(text="ab")),
    ],
)
def test_a_line_is_one_message(line: str, message: Inbound) -> None:
    assert heard(line) == message


@pytest.mark.parametrize("line, vouched", [("/contato 11 91234-5678", "+5511912345678"), ("/contato Bia 11 91234-5678", None)])
def test_only_the_own_card_vouches_for_a_number(line: str, vouched: str | None) -> None:
    (part,) = Console((("name", "ana/1"),), lambda call: None).split(line.encode())
    assert dict(part.ids).get("number") == vouched


@pytest.mark.parametrize("line, first", [("mais", 7), ("Mais…", 7), ("anteriores", 0)])
def test_another_page_is_asked_for_by_its_label(line: str, first: int) -> None:
    assert heard(line, PAGE) == Inbound(kind="tap", text=line, prompt=12, first=first)


def test_the_label_of_a_page_is_plain_text_where_none_is_shown() -> None:
    assert heard("mais") == Inbound(text="mais")
    assert heard("mais", PAGE, Call("buttons", "E agora?", (Choice("p13:0", "Sim"),))) == Inbound(text="mais")


def at_phone(*lines: str, phone: str = "whatsapp") -> tuple[list[str], list[Inbound]]:
    """Why each line is refused, or "", and what is heard of the others."""
    console = Console((("name", f"tenant@{phone}/1"),), lambda call: None)
    why, said = list[str](), list[Inbound]()
    for line in lines:
        why.append(console.refused(line))
        said += [] if why[-1] else [console.parse(part) for part in console.split(line.encode())]
    return why, said


def test_the_last_message_is_edited_and_taken_back() -> None:
    why, (first, second, edited, deleted, again) = at_phone("oi", "/foto a pia", "/editar o teto", "/apagar", "/editar olá")
    assert why == [""] * 5
    assert (edited.kind, edited.text, edited.of, edited.message) == ("edited", "o teto", second.message, "")
    assert (deleted.kind, deleted.of) == ("deleted", second.message)
    assert (again.kind, again.text, again.of) == ("edited", "olá", first.message)


@pytest.mark.parametrize(
    "lines, phone, begins",
    [
        (("/apagar",), "whatsapp", "Desde que"),
        (("oi", "/apagar", "/editar olá"), "whatsapp", "Desde que"),
        (("/audio 0:43", "/editar olá"), "whatsapp", "A sua última"),
        (("oi", "/editar"), "whatsapp", "Depois de"),
        (("oi", "/apagar"), "telegram", "Quem apaga"),
    ],
)
def test_what_no_phone_can_change_is_not_sent(lines: tuple[str, ...], phone: str, begins: str) -> None:
    assert at_phone(*lines, phone=phone)[0][-1].startswith(begins)


@pytest.mark.parametrize("line", ["/editar olá", "/apagar"])
def test_what_an_agent_said_stands(line: str) -> None:
    assert agents_line(line) == Inbound(text=line, typed=line)


@given(st.text())
def test_no_line_is_refused_and_each_can_be_stored(line: str) -> None:
    (part,) = Console(IDS, lambda call: None).split(line.encode("utf-8", "surrogatepass"))
    assert "\0" not in json.dumps(part.body, ensure_ascii=False)
    assert isinstance(Console(IDS, lambda call: None).parse(part), Inbound)


def test_two_lines_are_two_messages_of_the_same_person() -> None:
    console = Console(IDS, lambda call: None)
    (first,), (second,) = console.split(b"oi"), console.split(b"oi")
    assert first.external_id != second.external_id
    assert {first.ids, second.ids} == {IDS}
    assert first.waits is False
    assert first.address == "tenant/1"


def test_what_is_sent_is_shown() -> None:
    shown: list[Any] = []
    console = Console(IDS, shown.append)
    outcome = asyncio.run(console.send(Outgoing(41, 1, "console", "", "tenant/1", "prompt", PAGE)))
    assert (outcome.do, outcome.external_id, shown) == ("sent", "41", [PAGE])


def test_a_phones_limits_hold() -> None:
    assert (LIMITS.buttons, LIMITS.rows, LIMITS.button, LIMITS.title, LIMITS.description) == (3, 10, 20, 24, 72)
    assert Console(IDS, lambda call: None).limits("tenant/1") is LIMITS


# ── agents ───────────────────────────────────────────────────────────────────

CARD = Call("buttons", "*2026-000001-1* espera", (Choice("c1:claim:9f", "Assumir"), Choice("c1:approve:9f", "Aprovar")))
ASKED = Call("buttons", "Tipo de pessoa?", (Choice("p3:0", "Pessoa física"),))


def agents_line(line: str, console: AgentConsole | None = None) -> Inbound:
    console = console or AgentConsole((("name", "agent/1"),), lambda call, number: None, {"7": CARD.choices})
    (part,) = console.split(line.encode())
    return console.parse(part)


@pytest.mark.parametrize(
    "line, message",
    [
        ("/assumir #1", Inbound(text="/assumir #1", typed="/assumir #1")),
        (" /fila alta ", Inbound(text="/fila alta", typed="/fila alta")),
        ("/foto a pia", Inbound(kind="photo", text="a pia", media=Media("photo"))),
        ("// sifão", Inbound(text="// sifão")),
        ("@7 já vamos", Inbound(text="já vamos", replies_to="7")),
        ("@7 // sifão", Inbound(text="// sifão", replies_to="7")),
        ("@7 /assumir", Inbound(text="/assumir", typed="/assumir", replies_to="7")),
        ("@7 /foto a pia", Inbound(kind="photo", text="a pia", media=Media("photo"), replies_to="7")),
        ("@7", Inbound(text="@7")),
        ("@sete", Inbound(text="@sete")),
        ("/start c0d3", Inbound(payload="c0d3")),
        ("a pia", Inbound(text="a pia")),
    ],
)
def test_a_line_of_an_agent_is_one_message(line: str, message: Inbound) -> None:
    assert agents_line(line) == message


def test_a_button_is_pressed_by_message_and_place() -> None:
    assert agents_line("@7.2") == Inbound(kind="button", text="@7.2", press=Press("card", 1, "approve", "9f"))


@pytest.mark.parametrize("line", ["@7.3", "@7.0", "@8.1", "@7.999"])
def test_a_button_that_is_not_there_is_a_tap_on_nothing(line: str) -> None:
    assert agents_line(line) == Inbound(kind="tap", text=line)


@given(st.text() | st.from_regex(r"@[0-9]+\.?[0-9]*\s.*", fullmatch=True))
def test_no_line_of_an_agent_is_refused(line: str) -> None:
    assert isinstance(agents_line(line.encode("utf-8", "ignore").decode()), Inbound)


def test_a_customers_line_has_neither_acts_nor_replies() -> None:
    for line in ("/assumir #1", "@7 já vamos", "@7.1", "/start c0d3"):
        assert heard(line) == Inbound(text=line)


def test_what_an_agent_is_told_of_a_ticket_is_shown_with_its_number() -> None:
    shown: list[Any] = []
    console = AgentConsole((("name", "agent/1"),), lambda *each: shown.append(each), {})
    said = Call("text", "*#1*: oi")
    for outgoing, number in (
        (Outgoing(41, 1, "console", "", "agent/1", "relay", said), "41"),
        (Outgoing(42, 1, "console", "", "agent/1", "prompt", ASKED), "42"),
        (Outgoing(43, 1, "console", "", "agent/1", "note", CARD), "43"),
        (Outgoing(44, 1, "console", "", "agent/1", "card", CARD, edits="40"), "40"),  # the newest edition of what stands there
    ):
        assert asyncio.run(console.send(outgoing)).external_id == number
    assert shown == [(said, "41"), (ASKED, ""), (CARD, "43"), (CARD, "40")]


def test_the_terminals_own_words_are_no_acts() -> None:
    assert not {*KINDS, "sair", "quit", "exit", "ajuda", "help", "start"} & VERBS.keys()
