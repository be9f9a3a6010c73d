"""What is said on WhatsApp is within its published limits, whatever is said, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.copy import copy
from bot.handlers.whatsapp.calls import Body, plain, wire
from bot.handlers.whatsapp.channel import hint
from bot.handlers.whatsapp.reader import LIMITS
from bot.layout import labels, layout
from core.conversations import Option, Prompt
from core.messages import Call, Outgoing, Template
from tests.whatsapp.published import refusal

OWN = labels(copy("pt-BR").say)
NUMBER, USER = "5511987654321", "BR.1502576394655843"

words = st.one_of(
    st.text(max_size=120),
    st.text("ab \n_~`*.", max_size=80),
    st.sampled_from(["Rua das Acácias, 120, bloco B, ap 31", "😀" * 30, "Sim", "sim", "1. Sim", "Mais…", "_~`x`~_", " ", "*negrito*"]),
)
long_words = st.one_of(
    words, st.builds(str.__mul__, st.sampled_from(["palavra ", "Frase inteira. ", "x", "😀", "linha\n"]), st.integers(1, 900))
)
options = st.lists(st.builds(Option, name=st.just("x"), label=words, hint=words, pinned=st.booleans()), max_size=45)
prompts = st.builds(
    Prompt,
    words=st.just("contract-home"),
    text=long_words,
    options=options.map(tuple),
    id=st.integers(1, 2**62),
    first=st.integers(0, 60),
)
templates = st.builds(
    Template,
    st.sampled_from(["lembrete", "situacao_2"]),
    st.sampled_from(["pt_BR", "en"]),
    st.lists(long_words).map(tuple),
    st.one_of(st.just(""), st.from_regex(r"[0-9]{6}", fullmatch=True)),
)
calls = st.one_of(
    prompts.map(lambda prompt: layout(prompt, LIMITS, OWN)),
    templates.map(lambda it: (Call("template", "olá", template=it),)),
    st.just((Call("mark", "", edits="wamid.HBgL"),)),
)


def row(call: Call, address: str = NUMBER) -> Outgoing:
    return Outgoing(41, 2, "whatsapp", "106540352242922", address, "prompt", call)


def sent(call: Call, address: str = NUMBER) -> Body:
    body = wire(row(call, address))
    assert body is not None
    assert refusal(body) is None
    return body


@given(calls, st.sampled_from([NUMBER, f"+{NUMBER}", USER]))
def test_every_message_is_one_that_whatsapp_takes(some: tuple[Call, ...], address: str) -> None:
    for call in some:
        body = sent(call, address)
        assert body["recipient" if address == USER else "to"] == address
        assert body["biz_opaque_callback_data"] == "z:41:2"


@given(st.lists(words, min_size=1, max_size=4), st.lists(words, min_size=1, max_size=4))
def test_what_somebody_typed_is_only_changed_in_marks(some: list[str], others: list[str]) -> None:
    text = " ".join((*some, *others))
    shown = plain(text)
    assert len(shown) == len(text)
    assert shown.translate(str.maketrans("＿∼‵", "_~`")) == text.translate(str.maketrans("＿∼‵", "_~`"))


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("a _pia_ vaza", "a ＿pia＿ vaza"),
        ("~não~ sim", "∼não∼ sim"),
        ("`ap 31`", "‵ap 31‵"),
        ("_~pia~_", "＿∼pia∼＿"),
        ("ana_maria_souza@exemplo.com.br", "ana_maria_souza@exemplo.com.br"),
        ("https://exemplo.com.br/_privacidade_/ _agora_", "https://exemplo.com.br/_privacidade_/ ＿agora＿"),
        ("2_000 ~ 3_000", "2_000 ~ 3_000"),
        ("*Confira*", "*Confira*"),
        ("_uma\nduas_", "_uma\nduas_"),
    ],
)
def test_only_our_own_mark_is_one(typed: str, shown: str) -> None:
    assert plain(typed) == shown


def test_a_question_with_three_answers() -> None:
    asked = Prompt("review-summary", "Posso enviar?", tuple(Option(name, label=name) for name in ("Enviar", "Corrigir", "Atendente")), id=7)
    (call,) = layout(asked, LIMITS, OWN)
    interactive = sent(call)["interactive"]
    assert interactive["type"] == "button"
    assert interactive["body"] == {"text": "Posso enviar?"}
    assert [each["reply"] for each in interactive["action"]["buttons"]] == [
        {"id": "p7:0", "title": "Enviar"},
        {"id": "p7:1", "title": "Corrigir"},
        {"id": "p7:2", "title": "Atendente"},
    ]


def test_a_question_with_many_answers_is_a_list_with_ways_to_more() -> None:
    homes = tuple(Option(str(unit), label=f"Rua das Acácias, 120, bloco B, ap {unit}") for unit in range(31, 58))
    asked = Prompt("contract-home", "Qual imóvel?", (*homes, Option("none", label="Não está na lista", pinned=True)), id=12, first=7)
    (call,) = layout(asked, LIMITS, OWN)
    action = sent(call)["interactive"]["action"]
    (section,) = action["sections"]
    assert section["rows"][0] == {"id": "p12:7", "title": "Rua das Acácias…B, ap 38", "description": homes[7].label}
    assert [each["id"] for each in section["rows"][-3:]] == ["p12:27", "p12:>14", "p12:>0"]
    assert len(section["rows"]) <= 10


def test_a_template_says_its_values_on_one_line_each() -> None:
    call = Call(
        "template", "olá", template=Template("situacao", "pt_BR", ("2026-000012-3", "consertamos:\n a pia,\to ralo      e a _luz_", " "))
    )
    assert sent(call)["template"] == {
        "name": "situacao",
        "language": {"code": "pt_BR"},
        "components": [
            {
                "type": "body",
                "parameters": [
                    {"type": "text", "text": "2026-000012-3"},
                    {"type": "text", "text": "consertamos: a pia, o ralo e a ＿luz＿"},
                    {"type": "text", "text": "…"},
                ],
            }
        ],
    }


@given(st.from_regex(r"[0-9]{6}", fullmatch=True))
def test_a_code_stands_in_the_words_and_in_the_button(code: str) -> None:
    template = sent(Call("template", "••••••", template=Template("codigo", "pt_BR", (code,), code)))["template"]
    parameters = [{"type": "text", "text": code}]
    assert template["components"] == [
        {"type": "body", "parameters": parameters},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": parameters},
    ]


def test_a_sign_of_having_been_sent_is_a_reaction() -> None:
    assert sent(Call("mark", "", edits="wamid.HBgL"))["reaction"] == {"message_id": "wamid.HBgL", "emoji": "👍"}


def test_an_edition_is_a_message_of_its_own() -> None:
    """What was sent can not be changed."""
    assert sent(Call("text", "PERIGO: gás\nAna cuida.", edits="wamid.HBgL"))["text"]["body"] == "PERIGO: gás\nAna cuida."


def test_buttons_stay_under_an_old_message() -> None:
    assert wire(row(Call("clear", "", edits="wamid.HBgL"))) is None


def test_read_and_typing_are_one_call() -> None:
    assert refusal(hint("wamid.HBgL")) is None
