"""The one `transitions` machine of the process; conversations pass through it and are never registered with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from transitions import Event, EventData, Machine, Transition
from transitions.extensions import GraphMachine

from bot.flows import FLOWS, STEPS
from bot.result import Turn
from bot.steps import Flow, Rule, Step
from core.answers import Answers

BEGIN, ALARM = "start.kind", "safety.safe"
Arrow = tuple[Rule | None, str]


def _next(flow: Flow, step: Step) -> tuple[Arrow, ...]:
    """What may follow a step: the next of its flow, or the flows it leads to."""
    at = flow.steps.index(step)
    if at + 1 < len(flow.steps):
        return ((None, f"{flow.name}.{flow.steps[at + 1].name}"),)
    return tuple((rule, f"{then}.{FLOWS[then].steps[0].name}") for rule, then in flow.then)


NEXT: dict[str, tuple[Arrow, ...]] = {f"{flow.name}.{step.name}": _next(flow, step) for flow in FLOWS.values() for step in flow.steps}


@dataclass(slots=True)
class _Cursor:
    """What `transitions` assigns the state to; our own records are frozen."""

    state: str


def move(state: str, trigger: str, answers: Answers | None = None, turn: Turn | None = None, to: str = "") -> str:
    """The state that `trigger` (advance, alarm, reopen) leads to. `advance` needs answers and turn, `reopen` needs `to`."""
    cursor = _Cursor(state)
    MACHINE.events[trigger].trigger(cursor, answers=answers, turn=turn, to=to)
    return cursor.state


def walk(answers: Answers, turn: Turn) -> list[str]:
    """The wanted states of the path as the answers make it, up to and with the first that is not answered."""
    path: list[str] = []
    state = BEGIN
    while True:
        step = STEPS[state]
        wanted = step.wanted(answers, turn)
        if wanted:
            path.append(state)
        if step.rests or (wanted and not step.answered(answers)):
            return path
        state = next(there for rule, there in NEXT[state] if rule is None or rule(answers, turn))


class _Arrow(Transition):
    """One that has conditions and nothing else: none of the library's callbacks and log lines (decision 0306)."""

    def execute(self, event_data: EventData) -> bool:
        if not self._eval_conditions(event_data):
            return False
        event_data.model.state = self.dest  # type: ignore[attr-defined]  # the cursor
        return True


class _Trigger(Event):
    """Tries its arrows from a state, in order. What cannot be done is left to the library, which says why."""

    def trigger(self, model: Any, *args: Any, **kwargs: Any) -> bool:
        arrows = self.transitions.get(model.state)
        if arrows is None:
            return bool(super().trigger(model, *args, **kwargs))
        event = EventData(None, self, self.machine, model, args, kwargs)
        return any(arrow.execute(event) for arrow in arrows)


class _Machine(Machine):
    transition_cls, event_cls = _Arrow, _Trigger


def _build(machine: type[Machine] = _Machine, *, model: Any = None, arrows_only: bool = False) -> Machine:
    built = machine(model=model, states=list(STEPS), initial=BEGIN, auto_transitions=False, send_event=True)
    for here, rows in NEXT.items():
        for rule, there in rows:
            built.add_transition("advance", here, there, conditions=_condition(rule) if rule else None)
    if not arrows_only:
        built.add_transition("alarm", "*", ALARM)
        for state in (state for state, step in STEPS.items() if not step.rests):
            built.add_transition("reopen", "*", state, conditions=_is(state))
    return built


def _condition(rule: Rule) -> Callable[[EventData], bool]:
    @wraps(rule)
    def condition(event: EventData) -> bool:
        return rule(event.kwargs["answers"], event.kwargs["turn"])

    return condition


def _is(state: str) -> Callable[[EventData], bool]:
    return lambda event: bool(event.kwargs["to"] == state)


class _Drawn:
    """GraphMachine needs an instance to draw; an empty one does."""


def diagram() -> str:
    """The conversation as Mermaid source: the `advance` arrows only (with `alarm` and `reopen` nobody could read it)."""
    model = _Drawn()
    _build(lambda **options: GraphMachine(graph_engine="mermaid", show_conditions=True, **options), model=model, arrows_only=True)  # type: ignore[arg-type]
    return str(model.get_graph().draw(None)).strip() + "\n"  # type: ignore[attr-defined]


MACHINE = _build()
