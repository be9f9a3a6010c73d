"""The open question: which options it has, what stands before it, and whether it is still the one asked before."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.closed import when_people_answer
from bot.copy import Words
from bot.steps import Confirm, Step, dashed
from bot.summary import call_summary, shown, summary
from bot.talk import Said, Talk
from core.abuse import is_abusive
from core.answers import read_option
from core.conversations import OpenPrompt, Option, Prompt
from core.messages import Inbound, Purpose
from core.records import evolve
from core.tickets import DESCRIPTIONS, Status, Ticket, is_told_open

ASIDES = frozenset(
    {"choose-change", "my-data", "offer-cancel", "offer-edit", "offer-more", "resume"}
)  # Offers that any answer to the step itself ends
BREATH = timedelta(minutes=10)  # machines that answer each other leave no such pause (F16)
LONGEST_ECHO = 120  # characters of a customer's words that the bot repeats on the way; the summary has them whole
UNSENT = {Status.AWAITING_REVIEW: "handed-over", Status.CANCELLED: "dropped"}  # how those stand that were never sent
EVERYWHERE = ("keep", "unlisted")  # options whose label is the same in every question
_NO_VALUES: Mapping[str, str] = {}


def ask(talk: Talk, version: int) -> OpenPrompt:
    """The lead and the open question as one message. The same question with the same options keeps its id."""
    words, old_value = question(talk), _old_value(talk)
    options = _options(talk, old_value)
    before = talk.open if talk.open and talk.open.words == words else None
    same = before is not None and _same(before.options, options)
    opened = OpenPrompt(
        id=before.id if before and same else version,
        words=words,
        options=options,
        offer=talk.offer,
        asked_at=talk.turn.now,
        refusals=(before.refusals if before else 0) + talk.refused,
        asked=times_in_a_row(talk) + 1,
        page=talk.page if talk.page is not None else before.page if before and same else 0,
        tap=talk.tapped or (before.tap if before else None),
    )
    purpose = _purpose(talk)
    text = Words("\n".join(_text(talk, words, old_value)))
    talk.prompts.append(Prompt(words, text, options, opened.id, opened.page, purpose))
    return opened


def times_in_a_row(talk: Talk) -> int:
    """How often the question that is about to be asked was asked just before, without a pause."""
    before = talk.open
    if before is None or before.words != question(talk) or talk.turn.now - before.asked_at > BREATH:
        return 0
    return before.asked


def _purpose(talk: Talk) -> Purpose:
    """A reference is never cancelled; a question is, when a person takes over."""
    owed = not talk.state.startswith("safety.") and any(words == "reference" for words, _ in talk.ticket.owes)
    return "reference" if owed or talk.submitted_now else "prompt"


def question(talk: Talk) -> str:
    return talk.offer.words if talk.offer else talk.step.words


def _same(before: tuple[Option, ...], now: tuple[Option, ...]) -> bool:
    return [(each.name, each.does, each.label) for each in before] == [(each.name, each.does, each.label) for each in now]


def _options(talk: Talk, old_value: str) -> tuple[Option, ...]:
    shown_options = talk.offer.options if talk.offer else talk.step.options(talk.answers, talk.turn)
    if old_value:
        shown_options = (*shown_options, Option("keep", "keep"))
    values = talk.offer.values if talk.offer else _NO_VALUES
    return tuple(
        labelled(each, question(talk), talk.turn.say, values) for each in shown_options if not (talk.by_phone and each.does == "person")
    )


def spoken(talk: Talk, words: str, values: Mapping[str, str] = _NO_VALUES) -> str:
    """As it is said to whoever reads it: an agent is asked about the caller, where the words have an `.agent`."""
    return talk.turn.say(f"{words}.agent" if talk.by_phone and talk.turn.has(f"{words}.agent") else words, values)


def labelled(option: Option, asked: str, say: Callable[[str, Mapping[str, str]], str], values: Mapping[str, str] = _NO_VALUES) -> Option:
    """An option with its label, which is an attribute of the question asked; one that has its own keeps it."""
    if option.label:
        return option
    words = option.name if option.name in EVERYWHERE else f"{asked}.{dashed(option.name)}"
    return evolve(option, label=say(words, values))


def option_named(talk: Talk, step: Step, heard: Inbound) -> Inbound:
    """A text that names a button of that step, which the step itself reads, becomes its choice."""
    options = [labelled(option, step.words, talk.turn.say) for option in step.options(talk.answers, talk.turn)]
    index = read_option(heard.text, [option.label for option in options])
    return heard if index is None or options[index].does else evolve(heard, choice=options[index].name)


def _old_value(talk: Talk) -> str:
    """What stood there, when the question itself is opened again; else ""."""
    again = not talk.offer and any((was := talk.answers.get(key)) is not None and was.status == "reopened" for key in talk.step.fills)
    return shown(talk, talk.step) if again else ""


def _text(talk: Talk, words: str, old_value: str) -> list[str]:
    talk.lead[:0] = _owed(talk)
    lines: list[str] = [spoken(talk, each, values) for each, values in talk.lead]
    if old_value:
        lines.append(talk.turn.say("was", {"value": old_value}))
    tail = [talk.turn.say(each, values) for each, values in talk.tail]
    talk.lead, talk.tail = [], []
    if talk.offer or not talk.step.rests:
        return [*lines, spoken(talk, words, _values(talk)), *tail]
    if talk.by_phone and talk.ticket.status != Status.MERGED:
        return [*lines, spoken(talk, words, {"reference": talk.ticket.reference or ""})]
    if talk.submitted_now and talk.ticket.status != Status.MERGED:
        return [*lines, talk.turn.say(f"{words}{_how_it_stands(talk.ticket)}", _reference_values(talk))]
    return lines or [talk.turn.say(*status_of(talk.ticket))]  # what was said at the submission is not said again


def _how_it_stands(ticket: Ticket) -> str:
    """Which of the words at the submission are said."""
    return ".danger" if ticket.hazards else ".opened" if _status(ticket) == Status.OPEN else ""


def _status(ticket: Ticket) -> Status:
    """As its customer reads it."""
    return Status.OPEN if is_told_open(ticket) else ticket.status


def _owed(talk: Talk) -> list[Said]:
    """Greeting, "anotei" and reference wait until nobody is in danger; then the next question carries them."""
    if talk.state.startswith("safety.") or not talk.ticket.owes:
        return []
    owes = talk.ticket.owes
    talk.set(owes=())
    return [said for words, values in owes for said in _expanded(talk, words, values)]


def _expanded(talk: Talk, words: str, values: dict[str, str]) -> list[Said]:
    if words == "greeting":
        return _greeting(talk)
    if words == "noted":
        return _noted(talk)
    if words == "reference":
        return [] if talk.step.rests else [(words, {"reference": talk.ticket.reference or ""})]
    return [(words, values)]


def _greeting(talk: Talk) -> list[Said]:
    """Who speaks; after the question, the ways to a person and to the notice. After a danger nobody is told "oi"."""
    proven = talk.turn.proven
    after = "after-greeting-known" if proven else "after-greeting"
    talk.tail.append((f"{after}.person" if talk.owned else after, {}))
    if talk.ticket.hazards:
        return []
    return [("greeting-known", {"name": proven.first_name or proven.last_name})] if proven else [("greeting", {})]


def _noted(talk: Talk) -> list[Said]:
    """What was understood of the first message, with the home when it is known; not of a voice note, nor before the summary."""
    told = shortened(told_problem(talk))
    if not told or isinstance(talk.step, Confirm) or talk.step.rests or _is_spoken(talk):
        return []
    home = next((str(home) for home in talk.turn.homes() if home.id == _home(talk)), "")
    words, values = ("noted-home", {"home": home}) if home else ("noted", {})
    return [(f"{words}.unquoted", values)] if is_abusive(told) else [(words, {**values, "description": told})]


def status_of(ticket: Ticket) -> Said:
    """What a customer is told of a ticket. One that was never sent has no reference, though a person took it over or cancelled it."""
    name = dashed(_status(ticket)) if ticket.reference else UNSENT.get(ticket.status, dashed(ticket.status))
    return f"status.{name}", {"reference": ticket.reference or ""}


def shortened(text: str) -> str:
    """A long text by its beginning, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_ECHO else line[: LONGEST_ECHO - 1].rstrip() + "…"


def description_key(talk: Talk) -> str | None:
    """Which answer tells the problem; None while none does."""
    return next((key for key in DESCRIPTIONS if key in talk.answers and talk.answers[key].value), None)


def told_problem(talk: Talk) -> str:
    """The problem as far as it was said; "" when it was not."""
    if (key := description_key(talk)) is not None:
        return str(talk.answers[key].value)
    return talk.said["description"].text if "description" in talk.said else ""


def _is_spoken(talk: Talk) -> bool:
    """The problem is a voice note, of which nobody knows the words."""
    key = description_key(talk)
    told = talk.said.get("description") if key is None else talk.answers[key]
    return told is not None and told.seconds is not None


def _home(talk: Talk) -> object:
    home = talk.answers.get("contract.home")
    return home.value if home else None


def _values(talk: Talk) -> dict[str, str]:
    if talk.offer:
        return talk.offer.values
    if isinstance(talk.step, Confirm):
        return {"summary": call_summary(talk) if talk.by_phone else summary(talk)}
    return dict(talk.step.shows(talk.answers, talk.turn)) if talk.step.shows else {}


def _reference_values(talk: Talk) -> dict[str, str]:
    given = talk.ticket.submitted_at or talk.turn.now
    local = talk.turn.local(given)
    return {
        "reference": talk.ticket.reference or "",
        "date": f"{local:%d/%m/%Y}",
        "time": f"{local:%Hh%M}",
        "when": when_people_answer(talk),
    }
