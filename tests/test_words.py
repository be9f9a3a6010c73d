"""The words: each id that code can ask for has some, none is unused, all can be formatted, and what is long says why."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast as fluent
from fluent.syntax.serializer import FluentSerializer
from hypothesis import given
from hypothesis import strategies as st

from bot.flows import STEPS
from bot.steps import Ask, Choose, Rest
from bot.summary import ABOUT, UNSEEN
from core.contacts import parse_relation
from core.documents import parse_cnpj, parse_cpf
from core.emails import parse_email
from core.errors import Rejected
from core.homes import parse_address
from core.names import parse_company_name, parse_person_name
from core.phones import parse_mobile
from core.tickets import Status, parse_description
from tests.talks import COPY

ROOT = Path(__file__).parents[1]
CATALOGUES = sorted((ROOT / "bot" / "locale" / "pt-BR").glob("*.ftl"))
HAZARDS = ("gas", "carbon_monoxide", "fire", "shock", "flood", "structural", "crime", "trapped", "unnamed")
LONGEST = 300  # characters of a message (style: words); summaries, safety texts and notices excepted
LONGER = ("review-summary", "my-data", "safety-", "greeting")
BUTTON = 24  # characters of the longest label that any channel shows whole (WhatsApp's list title)


def messages() -> Iterator[fluent.Message]:
    for file in CATALOGUES:
        for entry in FluentResource(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, fluent.Message):
                yield entry


IDS = {message.id.name: {attribute.id.name for attribute in message.attributes} for message in messages()}


def strings(folder: str) -> set[str]:
    """Every string constant of the code below a folder."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in (ROOT / folder).rglob("*.py")]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def refusals() -> set[str]:
    """Every code that the parsers' modules name, in a `Rejected` or in the list at their head."""
    code = re.compile(r"[a-z]+(?:_[a-z]+)*")
    found = {each for text in strings("core") | strings("bot") for each in code.findall(text) if len(each) < 40}
    kinds = ("cpf", "cnpj", "mobile", "email", "name", "company", "address", "unit")
    return found | {f"{kind}_{each}" for kind in kinds for each in found}


def dashed(name: str) -> str:
    return name.replace("_", "-").replace(".", "-")


def wanted() -> set[str]:
    """Ids that are made from names: of states, of refusals, of hazards."""
    return {dashed(state) for state in STEPS} | {f"safety-{dashed(kind)}" for kind in HAZARDS}


def test_no_junk() -> None:
    for file in CATALOGUES:
        body = FluentResource(file.read_text(encoding="utf-8")).body
        junk = [entry.content for entry in body if isinstance(entry, fluent.Junk)]
        assert not junk, (file.name, junk)


def test_no_id_twice() -> None:
    names = [message.id.name for message in messages()]
    assert len(names) == len(set(names))


def test_every_id_has_words() -> None:
    lacking = sorted(each for each in wanted() if each not in IDS)
    assert not lacking


def test_no_words_are_unused() -> None:
    refused = {f"{kind}-{dashed(code)}" for code in refusals() for kind in ("error", "offer")}
    used = (
        {word for text in strings("bot") for word in text.split()}
        | wanted()
        | refused
        | {f"unsupported-{kind}" for kind in ("photo", "video", "voice", "document", "sticker", "unknown", "several")}
    )
    families = {each.partition(".")[0] for each in used}
    assert not sorted(name for name in IDS if name not in families)


@pytest.mark.parametrize("state", STEPS)
def test_every_question_has_its_hint_and_buttons(state: str) -> None:
    step = STEPS[state]
    expected = {"hint"}
    if isinstance(step, Ask) and step.without:
        expected.add("skip")
    if isinstance(step, Choose):
        expected |= {dashed(str(each)) for each in step.among}
    if isinstance(step, Rest):
        expected.add("another")
    assert expected <= IDS[dashed(state)]


def test_what_stands_before_the_question_asks_nothing() -> None:
    """One question a message: the open one follows a refusal or a notice."""
    before = ("error-", "unsupported-", "third-refusal", "noted", "asked-back", "place-", "voice-kept", "kept-as-was")
    asking = {
        message.id.name
        for message in messages()
        if message.id.name.startswith(before) and "?" in FluentSerializer().serialize_entry(message)
    }
    assert not asking


PARSERS = (
    parse_cpf,
    parse_cnpj,
    parse_email,
    parse_mobile,
    parse_person_name,
    parse_company_name,
    parse_address,
    parse_description,
    parse_relation,
)
NEAR_MISSES = (
    "",
    "1",
    "🙂",
    "x" * 500,
    "5" * 500,
    "111.111.111-11",
    "529.982.247-24",
    "2998224725",
    "0299822472S",
    "529.982.247-25 111.444.777-35",
    "5299 8224 725",
    "00.000.000/0000-00",
    "11.222.333/0001-82",
    "1.222.333/0001-81",
    "11.222.333/OOO1-81",
    "11.222.333/0001-81 11.222.333/0001-81",
    "112 22.333/0001-81",
    "a@b",
    "a@b.com, c@d.com",
    "a @ gmail.com",
    "nome arroba gmail",
    "11 3333-4444",
    "11 8765-1234",
    "11 9876-1234",
    "98765-1234",
    "10 98765-1234",
    "0800 123 4567",
    "11 98765-1234 e 11 98765-4321",
    "529.982.247-25",
    "+1 212 555 0100",
    "+44 20 7946 0000",
    "Jo4o",
    "www.x.com",
    "Мария Silva",
    "João Мария",
    "Rua sem número",
    "123",
    "rua <b> 12",
    "rua " + "x" * 400 + " 12",
    "rua um 10 ap " + "9" * 60,
)


@pytest.mark.parametrize("parse", PARSERS)
@given(text=st.one_of(st.sampled_from(NEAR_MISSES), st.text(), st.text(alphabet="0123456789 .-/@abcOI")))
def test_every_refusal_has_words(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except Rejected as refusal:
        values = {key: str(each) for key, each in refusal.details.items()}
        kind = "offer" if "suggestion" in values else "error"
        words = f"{kind}-{dashed(refusal.code)}"
        assert COPY.say(words, values)
        assert kind == "error" or {"yes", "no"} <= IDS[words]


def test_every_status_has_words() -> None:
    assert {dashed(each) for each in Status} == IDS["status"] - {"handed-over", "dropped"} == IDS["status-name"]


@pytest.mark.parametrize("message", list(messages()), ids=lambda message: message.id.name)
def test_words_can_be_formatted_and_are_short(message: fluent.Message) -> None:
    values = dict.fromkeys(re.findall(r"\{ ?\$(\w+) ?\}", _source(message)), "x")
    own = (message.id.name,) if message.value else ()
    for pattern in (*own, *(f"{message.id.name}.{attribute.id.name}" for attribute in message.attributes)):
        text = COPY.say(pattern, values)
        assert len(text) <= LONGEST or message.id.name.startswith(LONGER), (pattern, len(text))
        assert "\u2068" not in text
        assert "{" not in text


@pytest.mark.parametrize("state", [state for state, step in STEPS.items() if not step.rests and not state.startswith("safety.")])
def test_every_answer_has_its_label_and_its_line_of_the_summary(state: str) -> None:
    name = dashed(STEPS[state].name)
    assert name in IDS["field"]
    assert name in IDS["summary"] or name in {*map(dashed, UNSEEN), "summary"}


@pytest.mark.parametrize("state", [state for state in STEPS if state.startswith(ABOUT)])
def test_what_a_call_is_about_has_its_part_of_the_summary(state: str) -> None:
    assert dashed(STEPS[state].name) in IDS["call-summary"]


@pytest.mark.parametrize("state", STEPS)
def test_labels_fit_a_phone(state: str) -> None:
    for name in IDS[dashed(state)] - {"hint", "danger", "agent", "opened"}:
        assert len(COPY.say(f"{dashed(state)}.{name}")) <= BUTTON


def test_a_customers_asterisk_opens_no_bold() -> None:
    assert "a∗b" in COPY.say("was", {"value": "a*b"})


def _source(message: fluent.Message) -> str:
    return next(
        text
        for file in CATALOGUES
        for text in re.split(r"\n(?=\S)", file.read_text(encoding="utf-8"))
        if re.match(rf"{re.escape(message.id.name)} ?=", text)
    )


def test_a_refusal_does_not_ask_what_the_question_behind_it_asks() -> None:
    assert [
        each for each in IDS if each.startswith("error-") and "Qual " in COPY.say(each, dict.fromkeys(("area_code", "count", "limit"), "1"))
    ] == []
