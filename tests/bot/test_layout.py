"""Whatever is to be said fits the channel that says it, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.console import LIMITS as PHONE
from bot.handlers.telegram.updates import PRIVATE
from bot.handlers.whatsapp.reader import LIMITS as WHATSAPP
from bot.layout import Labels, distinct, labels, layout, split
from core.conversations import Option, Prompt
from core.messages import Address, Attachment, Call, Limits, MediaKind, Original
from core.records import evolve
from core.utf16 import units

OWN = Labels("Escolher", "Mais…", "Anteriores", "Responda com o número:")
BUTTONS_ONLY = Limits(text=4096, body=4096, buttons=10, button=64)
TEXT_ONLY = Limits(text=4096, body=4096, buttons=0, button=0)
HOMES = tuple(Option(str(unit), label=f"Rua das Acácias, 120, bloco B, ap {unit}") for unit in range(31, 58))
NOT_LISTED = Option("none", label="Não está na lista", pinned=True)

label_texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["Rua das Acácias, 120, bloco B, ap 31", "Rua das Acácias, 120, bloco B, ap 32", "😀" * 30, "Alta", "1. Alta", "Mais…"]
    ),
)
options = st.lists(st.builds(Option, name=st.just("x"), label=label_texts, hint=label_texts, pinned=st.booleans()), max_size=40)
prompts = st.builds(
    Prompt,
    words=st.just("contract-home"),
    text=st.text(max_size=3000),
    options=options.map(tuple),
    id=st.integers(1, 2**62),
    first=st.integers(0, 60),
)


def obeys(call: Call, limits: Limits) -> bool:
    shown = [choice.label for choice in call.choices]
    alike = len({label.casefold() for label in shown}) < len(shown)
    if not call.text.strip() or alike or not all(shown):
        return False
    if call.kind == "text":
        return units(call.text) <= limits.text and not shown
    if call.kind == "buttons":
        return (
            units(call.text) <= limits.body and 0 < len(shown) <= limits.buttons and all(units(label) <= limits.button for label in shown)
        )
    rows = 0 < len(shown) <= limits.rows and all(units(label) <= limits.title for label in shown)
    hints = all(units(choice.hint) <= limits.description for choice in call.choices)
    return units(call.text) <= limits.body and rows and hints and 0 < units(call.opens) <= limits.button


@given(prompts, st.sampled_from([PHONE, BUTTONS_ONLY, TEXT_ONLY]))
def test_every_call_is_one_message_that_the_channel_takes(prompt: Prompt, limits: Limits) -> None:
    calls = layout(prompt, limits, OWN)
    assert calls
    assert all(obeys(call, limits) for call in calls)
    assert {call.words for call in calls} == {"contract-home"}
    assert all(call.kind == "text" for call in calls[:-1])


@given(st.text(max_size=400), st.integers(8, 60), st.integers(4, 60))
def test_splitting_loses_nothing_but_blanks(text: str, limit: int, last_limit: int) -> None:
    parts = split(text, limit, min(limit, last_limit))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(units(part) <= limit for part in parts)
    assert units(parts[-1]) <= min(limit, last_limit)


@given(options.filter(bool).map(tuple))
def test_every_option_is_reached_over_the_pages(some: tuple[Option, ...]) -> None:
    prompt, seen = Prompt("contract-home", "Qual?", some, id=7), set[str]()
    for _ in some:
        call = layout(prompt, PHONE, OWN)[-1]
        seen |= {choice.data for choice in call.choices}
        pages = [int(choice.data.removeprefix("p7:>")) for choice in call.choices if choice.data.startswith("p7:>")]
        if not pages or max(pages) <= prompt.first:
            break
        prompt = evolve(prompt, first=max(pages))
    assert {f"p7:{index}" for index in range(len(some))} <= seen


@given(st.lists(label_texts, max_size=12), st.integers(8, 30))
def test_labels_can_be_told_apart(names: list[str], limit: int) -> None:
    shown = distinct(names, limit)
    assert len({each.casefold() for each in shown}) == len(names)
    assert all(0 < units(each) <= limit for each in shown)


def test_pages_hold_the_pinned_option_and_count_over_the_whole_list() -> None:
    prompt = Prompt("contract-home", "Qual imóvel?", (*HOMES, NOT_LISTED), id=12)
    (first,), (second,) = layout(prompt, PHONE, OWN), layout(evolve(prompt, first=7), PHONE, OWN)
    assert [choice.data for choice in first.choices] == [*(f"p12:{index}" for index in range(7)), "p12:27", "p12:>7"]
    assert [choice.data for choice in second.choices] == [*(f"p12:{index}" for index in range(7, 14)), "p12:27", "p12:>14", "p12:>0"]


def test_a_page_that_is_not_there_is_the_first() -> None:
    prompt = Prompt("contract-home", "Qual imóvel?", HOMES, id=12)
    assert layout(evolve(prompt, first=900), PHONE, OWN) == layout(prompt, PHONE, OWN)


def test_buttons_go_off_an_old_message_without_a_word() -> None:
    gone = Prompt("already-answered", "", purpose="note", clears="501")
    assert layout(gone, PHONE, OWN) == (Call("clear", "", words="already-answered", edits="501"),)


def test_two_long_buttons_become_a_list_that_says_them_whole() -> None:
    long = (Option("a", label="Sou inquilino(a) do apartamento de cima"), Option("b", label="Sou inquilino(a) do apartamento de baixo"))
    (call,) = layout(Prompt("identification-role", "Quem fala?", long, id=3), PHONE, OWN)
    assert call.kind == "list"
    assert [choice.hint for choice in call.choices] == [option.label for option in long]


def test_addresses_are_cut_where_they_are_alike() -> None:
    assert distinct([HOMES[0].label, HOMES[1].label], 24) == ["Rua das Acácias…B, ap 31", "Rua das Acácias…B, ap 32"]


def test_labels_that_look_alike_once_cut_get_their_number() -> None:
    same_ends = [f"Rua das Flores, {number}, Vila Mariana, ap 12" for number in (10, 20)]
    assert [each[:3] for each in distinct(same_ends, 20)] == ["1. ", "2. "]


def test_three_short_options_are_buttons() -> None:
    (call,) = layout(
        Prompt("review-summary", "Confira", tuple(Option(name, label=name) for name in ("Enviar", "Corrigir", "Atendente")), id=1),
        PHONE,
        OWN,
    )
    assert (call.kind, len(call.choices), call.opens) == ("buttons", 3, "")


def test_options_are_numbered_where_there_are_no_buttons() -> None:
    (call,) = layout(
        Prompt("maintenance-priority", "Qual a urgência?", (Option("high", label="Alta"), Option("low", label="Baixa"))), TEXT_ONLY, OWN
    )
    assert call.text == "Qual a urgência?\n\nResponda com o número:\n1. Alta\n2. Baixa"


def test_the_question_itself_carries_the_buttons_of_a_long_summary() -> None:
    summary = "Confira, por favor:\n" + "\n".join("palavra " * 28 for _ in range(9)) + "\n\nPosso enviar?"
    calls = layout(Prompt("review-summary", summary, (Option("send", label="Enviar"),), id=1), PHONE, OWN)
    assert [call.kind for call in calls] == ["text", "buttons"]
    assert calls[-1].text == "Posso enviar?"


def test_words_that_cannot_be_parted_fill_each_message() -> None:
    assert [units(part) for part in split("a" * 100, 40, 20)] == [40, 40, 20]
    assert split("😀" * 10, 9, 9) == ["😀" * 4, "😀" * 4, "😀" * 2]


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_a_question_without_words_is_still_a_message(text: str) -> None:
    assert layout(Prompt("x", text, (Option("a", label="A"),), id=1), PHONE, OWN)[0].text.strip()


def test_the_labels_come_from_the_catalogue() -> None:
    assert labels(lambda words: words.upper()) == Labels("LAYOUT-OPEN", "LAYOUT-MORE", "LAYOUT-BEFORE", "LAYOUT-NUMBERED")


def with_file(kind: MediaKind, text: str, limits: Limits) -> list[tuple[str, int | None, str]]:
    """What each call is, which file it brings, and its words."""
    original = Original(Address("telegram", "1", "77"), "5")
    calls = layout(Prompt("agent", text, file=Attachment(9, kind), original=original), limits, OWN)
    return [(call.kind, call.file, call.text) for call in calls]


@pytest.mark.parametrize(
    "kind, text, limits, calls",
    [
        ("photo", "olha", WHATSAPP, [("media", 9, "olha")]),
        ("photo", "", WHATSAPP, [("media", 9, "")]),
        ("photo", "x" * 1025, WHATSAPP, [("text", None, "x" * 1025), ("media", 9, "")]),
        ("voice", "olha", WHATSAPP, [("text", None, "olha"), ("media", 9, "")]),
        ("voice", "", WHATSAPP, [("media", 9, "")]),
        ("photo", "olha", PRIVATE, [("copy", None, "olha")]),
        ("voice", "olha", PRIVATE, [("copy", None, "olha")]),
        ("voice", "olha", evolve(PRIVATE, copies=False), [("media", 9, "olha")]),
        ("photo", "olha", PHONE, [("text", None, "olha")]),
    ],
)
def test_a_file_stands_with_its_words_where_they_have_a_place(kind: MediaKind, text: str, limits: Limits, calls: list[object]) -> None:
    """A message itself is shown where its channel can; one that shows no files has the words alone."""
    assert with_file(kind, text, limits) == calls
