"""The flows as tables: each required field is filled once on every path, each state can be reached and left, names that shipped stay."""

from collections.abc import Iterator

import pytest
from transitions import Machine, MachineError

from bot import machine
from bot.desk.chat import AT_DESK
from bot.flows import FLOWS, RENAMED, STEPS
from bot.machine import BEGIN, NEXT, diagram, move, walk
from bot.steps import Ask, Confirm, Rest
from core.answers import Answer
from core.calls import BEGINNING
from core.records import evolve
from tests.talks import COPY, MARINA, Chat

SHIPPED = (  # every state name that was ever stored; a new one is added here, one that goes needs a row in RENAMED
    "start.kind",
    "safety.safe",
    "safety.address",
    "identification.number",
    "identification.role",
    "individual.name",
    "individual.email",
    "individual.cpf",
    "individual.mobile",
    "company.company_name",
    "company.cnpj",
    "company.name",
    "company.email",
    "company.cpf",
    "company.mobile",
    "reporter.name",
    "reporter.relation",
    "contract.home",
    "contract.address",
    "contract.same_problem",
    "maintenance.description",
    "maintenance.priority",
    "maintenance.visits",
    "handover.matter",
    "review.summary",
    "submitted.open",
    "desk.open",
    "search.find",
    "search.found",
    "search.caller",
    "search.person",
    "call.kind",
)


IN_A_CALL = ("individual.", "company.", "contract.home", "contract.address", "maintenance.", "handover.", "review.", "submitted.")


def paths(state: str = BEGIN) -> Iterator[tuple[str, ...]]:
    """Every way from a state to the end, whatever the rules say."""
    if not NEXT[state]:
        yield (state,)
    for _, there in NEXT[state]:
        for rest in paths(there):
            yield (state, *rest)


def test_names_that_shipped_stay() -> None:
    assert {RENAMED.get(name, name) for name in SHIPPED} == set(STEPS)


@pytest.mark.parametrize("path", list(paths()), ids=lambda path: path[2].partition(".")[0] + "-" + path[-3].partition(".")[0])
def test_each_required_field_is_filled_by_exactly_one_step(path: tuple[str, ...]) -> None:
    filled = [key for state in path for key in STEPS[state].fills]
    for name in {state.partition(".")[0] for state in path}:
        model = FLOWS[name].model
        required = [field for field, info in model.model_fields.items() if info.is_required()] if model else []
        short = {"contract.address"} if path[path.index("contract.same_problem") + 1] == "submitted.open" else set()
        for field in required:
            assert filled.count(f"{name}.{field}") == 1 or f"{name}.{field}" in short


def test_every_filled_field_is_in_its_model() -> None:
    for step in STEPS.values():
        if isinstance(step, Ask):
            for key in step.fills:
                owner, _, name = key.partition(".")
                model = FLOWS[owner].model
                assert model is not None
                assert name in model.model_fields


def test_every_state_is_reached_and_left() -> None:
    reached = {state for path in paths() for state in path} | {state for path in paths("safety.safe") for state in path}
    assert reached | {AT_DESK} == set(STEPS)
    assert all(NEXT[state] or STEPS[state].rests for state in STEPS)


def test_an_agents_answers_lead_past_what_is_asked_of_customers() -> None:
    asked = walk(BEGINNING, Chat("agent").turn)
    assert asked == ["search.find"]
    passed = [path for path in paths() if "search.find" in path]
    assert passed
    assert not any(state.startswith(("identification.", "reporter.")) for path in passed for state in path)
    assert all("call.kind" not in path or "contract.home" in path for path in passed)


@pytest.mark.parametrize("state", [state for state in STEPS if state.startswith(IN_A_CALL)])
def test_an_agent_is_asked_about_the_caller(state: str) -> None:
    assert COPY.has(f"{STEPS[state].words}.agent")


def test_the_last_arrow_has_no_rule() -> None:
    for rows in NEXT.values():
        assert not rows or rows[-1][0] is None
        assert all(rule is not None for rule, _ in rows[:-1])


def test_a_customers_talk_has_one_confirmation() -> None:
    assert [state for state, step in STEPS.items() if isinstance(step, Confirm)] == ["review.summary"]
    assert [state for state, step in STEPS.items() if isinstance(step, Rest)] == ["submitted.open", AT_DESK]


@pytest.mark.parametrize("state", STEPS)
def test_alarm_and_reopen_lead_from_everywhere(state: str) -> None:
    assert move(state, "alarm") == "safety.safe"
    assert move(state, "reopen", to="individual.cpf") == "individual.cpf"


@pytest.mark.parametrize("state", STEPS)
def test_moves_are_those_of_the_library_itself(state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours only leave out what nobody asked for (decision 0306)."""
    turns = [Chat(persona).turn for persona in ("unknown", "tenant", "company", "agent")]
    roles = [{}, *({"identification.role": Answer(role)} for role in ("company", "neighbour", "tenant"))]
    roles += [{**BEGINNING, "search.found": Answer(MARINA.id), "search.person": Answer(kind)} for kind in ("individual", "company")]

    def moves() -> list[str]:
        advanced = [move(state, "advance", answers, turn) for turn in turns for answers in roles if NEXT[state]]
        return [*advanced, move(state, "alarm"), *(move(state, "reopen", to=there) for there in STEPS)]

    ours = moves()
    monkeypatch.setattr(machine, "MACHINE", machine._build(Machine))
    assert moves() == ours


def test_what_no_arrow_leads_from_is_refused() -> None:
    with pytest.raises(MachineError):
        move("submitted.open", "advance", {})
    with pytest.raises(ValueError, match="unknown"):
        move("unknown.state", "alarm")


def test_the_diagram_shows_each_state_and_rule() -> None:
    drawn = diagram()
    assert all(state in drawn for state in STEPS)
    assert "third_party" in drawn


def test_a_state_stored_under_an_old_name_still_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RENAMED, "individual.document", "individual.cpf")
    chat = Chat()
    for line in ("a pia está vazando", "sou inquilino(a)", "Maria da Silva", "maria@uol.com.br"):
        chat.say(line)
    chat.books.tickets[chat.ticket.id] = evolve(chat.ticket, state="individual.document")
    chat.say("529.982.247-25")
    assert chat.value("individual.cpf") == "52998224725"
