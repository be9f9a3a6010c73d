"""What was understood, in words: the one thing that the customer confirms, and what [Manter como estava] keeps."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.copy import Words
from bot.flows import STEPS
from bot.flows.rules import homes_of
from bot.machine import walk
from bot.steps import Step, dashed
from bot.talk import Talk
from core.abuse import is_abusive
from core.answers import Answer, Answers
from core.documents import format_cnpj, format_cpf, mask_cpf
from core.phones import format_mobile, mask_mobile
from core.reading import Found
from core.tickets import Kind
from core.visits import VisitRestriction, restriction_words

PEOPLE = ("identification.", "individual.", "company.", "reporter.")  # the flows that say who somebody is
OF_CALLER, ABOUT = ("individual.", "company.", "contract."), ("call.", "maintenance.", "handover.")  # the flows of a call's summary
FORMATS: Mapping[str, Callable[[Any], str]] = {"cpf": mask_cpf, "cnpj": format_cnpj, "mobile": format_mobile}
WHOLE: Mapping[str, Callable[[Any], str]] = {**FORMATS, "cpf": format_cpf}  # as an agent reads it back to the caller
TOLD = ("description", "matter")  # steps whose answer is in the customer's own words
SAY_ROLE = ("company.company_name", "reporter.relation")  # the role beside them would say it twice
LONGEST_NOTED = 80  # characters of a value that is said back beside the next question
UNSEEN = ("number", "same_problem", "find", "found", "caller")  # asked of the person or the ticket, not part of it


def summary(talk: Talk) -> Words:
    """A line for each answer on the path."""
    return _lines(talk, walk(talk.answers, talk.turn)[:-1])


def call_summary(talk: Talk) -> Words:
    """Of a call: a line for each thing that is new of the caller, then in one line what it is about."""
    states = walk(talk.answers, talk.turn)[:-1]
    new = [state for state in states if state.startswith(OF_CALLER) and _was_typed(talk, STEPS[state])]
    parts = [part for state in states if state.startswith(ABOUT) and (part := _part(talk, STEPS[state]))]
    return Words("\n".join((*_lines(talk, new).splitlines(), f"{' · '.join(parts)}.")))


def _was_typed(talk: Talk, step: Step) -> bool:
    """Neither from the books nor picked there."""
    return step.name != "home" and any((answer := talk.answers.get(key)) and answer.author != "rule" for key in step.fills)


def _part(talk: Talk, step: Step) -> str:
    given = [talk.answers[key] for key in step.fills]
    if given[0].value is None or given[0].value == Kind.MAINTENANCE:
        return ""
    if given[0].status == "doubtful":
        return _line(talk, step)
    return talk.turn.say(f"call-summary.{_words_name(step, given)}", _values(talk, step))


def personal_data(talk: Talk) -> Words:
    """The lines that say who the customer is."""
    return _lines(talk, [state for state in walk(talk.answers, talk.turn) if state.startswith(PEOPLE)])


def _lines(talk: Talk, states: list[str]) -> Words:
    unseen = (*UNSEEN, "role") if any(_says_role(talk, state) for state in states) else UNSEEN
    lines = [line for state in states if STEPS[state].name not in unseen and (line := _line(talk, STEPS[state]))]
    return Words("\n".join(lines))


def _says_role(talk: Talk, state: str) -> bool:
    """ "porteiro" says more than "Porteiro ou vizinho", and the company's name that somebody speaks for it."""
    return (
        state in SAY_ROLE and (answer := talk.answers.get(state)) is not None and answer.value is not None and answer.status != "doubtful"
    )


def _line(talk: Talk, step: Step) -> str:
    given = [answer for key in step.fills if (answer := talk.answers.get(key))]
    if any(each.status == "doubtful" for each in given):
        values = {"field": field_label(talk, step), "value": shown(talk, step)}
        if isinstance(given[0].value, VisitRestriction) and given[0].value.blocked:
            return talk.turn.say("summary.visits-doubtful", values)
        is_said = values["value"] and not is_abusive(values["value"])
        return talk.turn.say("summary.doubtful", values) if is_said else talk.turn.say("summary.lacking", values)
    if all(each.value is None for each in given):
        return talk.turn.say("summary.no-email") if given and step.name == "email" else ""
    if step.name in TOLD and is_abusive(str(given[0].value)):
        return talk.turn.say(f"summary.{step.name}-unquoted")
    if step.name in TOLD and given[0].seconds is not None:
        return talk.turn.say("summary.spoken", {"length": voice_length(given[0].seconds)})
    return talk.turn.say(f"summary.{_words_name(step, given)}", _values(talk, step))


def duration(seconds: int | None) -> str:
    """ "0:43"; "" where nobody knows."""
    return f"{seconds // 60}:{seconds % 60:02d}" if seconds else ""


def voice_length(seconds: int | None) -> str:
    """Behind the name of what lasts so long: " (0:43)", or "" where nobody knows."""
    return f" ({duration(seconds)})" if seconds else ""


def _words_name(step: Step, given: list[Answer]) -> str:
    if step.name == "mobile" and given[0].author == "rule":
        return "mobile-of-channel"
    if step.name == "name" and given[-1].value is None:
        return "first-name"
    if isinstance(given[0].value, VisitRestriction):
        return _times_name(given[0].value)
    return dashed(step.name)


def _times_name(restriction: VisitRestriction) -> str:
    """The side that names times stands first."""
    if not restriction.blocked:
        return "visits-any"
    return "visits-cannot-first" if restriction_words(restriction).cannot_first else "visits"


def _values(talk: Talk, step: Step) -> dict[str, str]:
    given = {name: talk.answers.get(key) for key, name in zip(step.fills, step.fields, strict=True)}
    restriction = given.get("restriction")
    if restriction and isinstance(restriction.value, VisitRestriction):
        can, cannot = restriction_words(restriction.value)
        return {"can": can, "cannot": cannot}
    if step.name == "name":
        return {name: str(each.value) if each and each.value else "" for name, each in given.items()}
    return {"value": shown(talk, step)}


def shown(talk: Talk, step: Step, answers: Answers | None = None) -> str:
    """The answer of a step as a person reads it, of these answers or those of the talk; "" when there is none."""
    among = talk.answers if answers is None else answers
    given = [(key, answer) for key in step.fills if (answer := among.get(key)) and answer.value is not None]
    return (" " if step.name == "name" else ", ").join(_shown(talk, step, key, answer) for key, answer in given)


def _shown(talk: Talk, step: Step, key: str, answer: Answer) -> str:
    name = key.partition(".")[2]
    if answer.status == "doubtful" and not isinstance(answer.value, VisitRestriction):
        return str(answer.value)  # as typed
    if isinstance(answer.value, VisitRestriction):
        return answer.value.text
    if name == "home":
        return next((str(home) for home in homes_of(talk.answers, talk.turn) if home.id == answer.value), str(answer.value))
    if name == "mobile" and answer.author == "rule" and not talk.by_phone:
        return mask_mobile(str(answer.value))
    if name in FORMATS:
        return (WHOLE if talk.by_phone else FORMATS)[name](answer.value)
    return _option_label(talk, step, str(answer.value))


def _option_label(talk: Talk, step: Step, value: str) -> str:
    is_option = any(option.name == value and not option.label for option in step.options(talk.answers, talk.turn))
    return talk.turn.say(f"{step.words}.{dashed(value)}") if is_option else value


def field_label(talk: Talk, step: Step) -> Words:
    """What a step is about, in a word or two: "E-mail"."""
    return Words(talk.turn.say(f"field.{dashed(step.name)}"))


def field_name(talk: Talk, key: str) -> Words:
    """The label of the step that fills a field, given as `flow.field` or by its own name."""
    return field_label(talk, _step_of(key))


def _step_of(key: str) -> Step:
    return next(step for step in STEPS.values() if key in step.fills or key in step.fields)


def noted(talk: Talk, found: Mapping[str, Found[Any]]) -> Words:
    """What was read, in a few words of each field: "*rua das flores 88 ap 12*, *urgência alta*"."""
    states = dict.fromkeys(_step_of(name).state for name in found)
    return Words(", ".join(noted_answer(talk, STEPS[state], _as_answers(STEPS[state], found)) for state in states))


def _as_answers(step: Step, found: Mapping[str, Found[Any]]) -> dict[str, Answer]:
    return {key: Answer(found[name].value) for key, name in zip(step.fills, step.fields, strict=True) if name in found}


def noted_answer(talk: Talk, step: Step, among: Answers) -> Words:
    """The answer of a step as it is said back at once; a long or rude one is not repeated."""
    first = next(among[key] for key in step.fills if key in among)
    if isinstance(first.value, VisitRestriction) and first.value.status != "needs_agent":
        can, cannot = restriction_words(first.value)
        return Words(talk.turn.say(f"noted-value.{_times_name(first.value)}", {"can": can, "cannot": cannot}))
    value = shown(talk, step, among).rstrip(".")
    if not 0 < len(value) <= LONGEST_NOTED or "\n" in value or is_abusive(value):
        return Words(talk.turn.say("noted-value.unquoted"))
    if step.name == "priority":
        return Words(talk.turn.say("noted-value.priority", {"value": value.lower()}))
    return Words(talk.turn.say("noted-value", {"value": value}))
