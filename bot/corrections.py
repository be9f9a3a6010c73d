"""Corrections in free words, wherever in the talk: a field and its new value, or the field alone, whose question is opened."""

import re
from collections.abc import Set as AbstractSet

from bot.acts import ACTS
from bot.asking import option_named
from bot.flows import STEPS
from bot.machine import walk
from bot.steps import Ask, Confirm, Heard, Step, dashed
from bot.summary import field_label, noted_answer
from bot.talk import Talk
from core.corrections import Correction, closes_correction, fields_named, read_correction, unit_with
from core.errors import Rejected
from core.messages import Inbound
from core.names import fold
from core.records import evolve

ANSWERED_IN: dict[str, AbstractSet[str]] = {  # field, as people name it → fields of the step that asks it
    "unit": {"unit", "home"},
    "address": {"address", "home"},
    "description": {"description", "matter"},
}
_MATTER = "handover."  # what is wrong on paper is told there: "meu nome está errado"


def correction_meant(talk: Talk, heard: Inbound) -> tuple[Step, Correction] | None:
    """The answer that a message corrects, and how; None where it is none of this talk's, or the open question's own value."""
    said = _said(talk, heard)
    if said is None:
        return None
    if _asks(talk.step, said.field):
        return None if said.value else (talk.step, said)
    step = next((each for each in _changeable(talk) if _asks(each, said.field)), None)
    return (step, said) if step else None


def _said(talk: Talk, heard: Inbound) -> Correction | None:
    if heard.kind != "text" or heard.choice or talk.ticket.submitted_at or talk.state.startswith("safety."):
        return None
    said = read_correction(heard.text)
    return said if said and (said.value or not talk.state.startswith(_MATTER)) else None


def _changeable(talk: Talk) -> list[Step]:
    """Those behind a question that is open again too."""
    answers = {key: evolve(each, status="valid") if each.status == "reopened" else each for key, each in talk.answers.items()}
    steps = (STEPS[state] for state in walk(answers, talk.turn)[:-1])
    return [step for step in steps if step.changeable(talk.answers)]


def asked_with(step: Step, field: str) -> AbstractSet[str]:
    """What a message may name when it corrects that field of the step."""
    return {*step.fields, *ANSWERED_IN.get(field, ())}


def _asks(step: Step, field: str) -> bool:
    return not ANSWERED_IN.get(field, {field}).isdisjoint(step.fields)


def hear_correction(talk: Talk, heard: Inbound, step: Step, said: Correction) -> bool:
    """Corrects the field and goes back to where they were; opens its question when no value was named, or none that can be one."""
    if step is talk.step:
        return True  # it is being asked
    outcome = _read(talk, heard, step, said) if said.value else None
    if isinstance(outcome, Rejected) and not said.sure:
        return False
    if step.state not in walk(talk.answers, talk.turn):
        _correct_behind(talk, step, outcome)
        return True
    ACTS["change"](talk, heard, step.state)
    if isinstance(outcome, Rejected):
        _refuse(talk, step, outcome)
    elif outcome is not None and talk.take(outcome) and not isinstance(STEPS[talk.began], Confirm):
        talk.tell("noted-meanwhile", values=noted_answer(talk, step, talk.answers))
    return True


def _correct_behind(talk: Talk, step: Step, outcome: Heard | Rejected | None) -> None:
    """The question that is open again stays so; the other one is answered, or asked after it."""
    talk.reopen(step)
    if isinstance(outcome, dict):
        talk.fill(outcome)
        talk.tell("noted-meanwhile", values=noted_answer(talk, step, talk.answers))
    else:
        talk.tell("change-next", field=field_label(talk, step))


def _refuse(talk: Talk, step: Step, refusal: Rejected) -> None:
    """Why the value is none; of buttons the question itself says enough."""
    if isinstance(step, Ask):
        talk.tell(f"error-{dashed(refusal.code)}", **{key: str(each) for key, each in refusal.details.items()})


def _read(talk: Talk, heard: Inbound, step: Step, said: Correction) -> Heard | Rejected:
    told = evolve(heard, text=_whole(talk, step, said))
    try:
        return step.accept(option_named(talk, step, told), talk.answers, talk.turn)
    except Rejected as refusal:
        return refusal


def _whole(talk: Talk, step: Step, said: Correction) -> str:
    """A part of an answer beside the part that stays: "rua um 10, ap 23", "Maria Prado"."""
    kept = talk.answers.get(step.fills[0])
    if kept is None or len(step.fills) == 1 or said.field not in ("unit", "last_name"):
        return said.value
    if said.field == "last_name":
        return f"{kept.text} {said.value}"
    before = talk.answers[step.fills[1]].text if step.fills[1] in talk.answers else ""
    return f"{kept.text}, {unit_with(before, said.value)}"


def of_open_question(talk: Talk, heard: Inbound) -> Inbound:
    """ "muda o problema: é a janela" where the problem is asked: its value."""
    said = _said(talk, heard)
    if said and said.value and (said.sure or _is_reopened(talk)) and _asks(talk.step, said.field):
        return evolve(heard, text=_whole(talk, talk.step, said))
    return heard


def closes(talk: Talk, heard: Inbound) -> bool:
    """Who sends while an answer is asked again keeps it as it was."""
    if heard.kind != "text" or not _is_reopened(talk) or not closes_correction(heard.text):
        return False
    talk.tell("kept-as-was")
    ACTS["keep"](talk, heard, "")
    return True


def _is_reopened(talk: Talk) -> bool:
    return any((was := talk.answers.get(key)) is not None and was.status == "reopened" for key in talk.step.fills)


def field_named(talk: Talk, text: str) -> str | None:
    """The one answer whose label or other name stands in a text: "o nome está errado"."""
    said, names = fold(text), fields_named(text)
    named = [
        step.state
        for step in _changeable(talk)
        if re.search(rf"\b{re.escape(fold(field_label(talk, step)))}\b", said) or any(_asks(step, name) for name in names)
    ]
    return named[0] if len(named) == 1 else None
