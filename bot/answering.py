"""How the open question hears an answer: whole, in part, as a correction of an earlier one, or not at all."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from bot.acts import ACTS
from bot.flows import STEPS
from bot.machine import walk
from bot.steps import Confirm, Heard, Step
from bot.talk import Talk
from core.answers import Answer
from core.conversations import Offer, Option
from core.errors import Rejected
from core.messages import Inbound
from core.names import fold
from core.reading import Found, read_message
from core.records import evolve
from core.small_talk import relation_in

MAX_REFUSALS = 3  # of one question; then a person looks at the field (design: who may see what)
READ = (
    "kind",
    "cpf",
    "cnpj",
    "email",
    "mobile",
    "first_name",
    "last_name",
    "company_name",
    "role",
    "address",
    "priority",
    "restriction",
    "description",
)
CORRECTABLE = frozenset(
    {"cpf", "cnpj", "email", "mobile", "priority", "restriction", "address"}
)  # read so surely that naming one again changes it
READ_AS_ANSWERS = ("text", "tap", "voice")  # kinds of message
Finds = Mapping[str, Found[Any]]


def hear_answer(talk: Talk, heard: Inbound) -> bool:
    """The open question has it: the whole text first, then what was found in it."""
    talk.offer = None
    found = listen(talk, heard)
    try:
        return talk.take(attempt(talk, heard)) or True
    except Rejected as refusal:
        return _hear_between(talk, heard, found) or _unasked(talk) or _refuse(talk, heard, refusal)


def attempt(talk: Talk, heard: Inbound) -> Heard:
    """What the step makes of the text, with what an open Offer puts before it. Raises `Rejected`."""
    before = talk.open.offer.before if talk.open and talk.open.offer else ""
    if before and not fold(heard.text).startswith(fold(before)):
        heard = evolve(heard, text=f"{before} {heard.text}")
    return talk.step.accept(heard, talk.answers, talk.turn)


def listen(talk: Talk, heard: Inbound) -> dict[str, Found[Any]]:
    """What a text says, by field; what belongs to questions not answered yet is kept for them."""
    if heard.choice or heard.kind == "voice" or not heard.text:
        return {}
    reading = read_message(heard.text, now=talk.turn.local(heard.sent_at or talk.turn.now))
    found: dict[str, Found[Any]] = {name: each for name in READ if (each := getattr(reading, name))}
    for name, each in found.items():
        if name in CORRECTABLE or not any(key.endswith("." + name) for key in talk.answers):
            talk.said[name] = Answer.of(each.value, heard).again()
    if "role" in found and (relation := relation_in(heard.text[slice(*found["role"].span)])):
        talk.said["relation"] = evolve(heard, text=relation)
    if found:
        talk.trace.append("read: " + ", ".join(sorted(found)))
    return found


def _hear_between(talk: Talk, heard: Inbound, found: Finds) -> bool:
    """Not an answer as it stands: it may hold one among others, correct earlier ones, or add to the problem."""
    if talk.state.startswith("safety."):
        return False  # what was found is kept; first they get out
    if isinstance(talk.step, Confirm) and "description" in found and not CORRECTABLE & found.keys():
        talk.offer = _more_to_tell(talk, heard)
    elif found and not talk.step.known(talk.said, talk.answers, talk.turn):
        _accept_left(talk, heard, found)
    _correct(talk, CORRECTABLE & found.keys())
    return bool(found)


def _accept_left(talk: Talk, heard: Inbound, found: Finds) -> None:
    cut = [each.span for each in found.values()]
    left = "".join(" " if any(start <= at < end for start, end in cut) else character for at, character in enumerate(heard.text))
    with suppress(Rejected):  # then this question is asked again; what was found is kept for its own
        talk.take(attempt(talk, evolve(heard, text=left.strip(" ,.;\n"))))


def _correct(talk: Talk, named: set[str] | frozenset[str]) -> None:
    """Drops the answers that the text names and goes back to the first of them: settle fills them and returns by itself.

    Not after the submission, when people correct.
    """
    if talk.ticket.submitted_at:
        return
    steps = [step for state in walk(talk.answers, talk.turn)[:-1] if _names(step := STEPS[state], named) and _is_open_to_words(talk, step)]
    for step in steps:
        talk.drop(step)
    if steps:
        talk.go(steps[0])


def _names(step: Step, named: set[str] | frozenset[str]) -> bool:
    return not named.isdisjoint(step.fields)


def _is_open_to_words(talk: Talk, step: Step) -> bool:
    """The priority that a danger set is lowered by people only."""
    return step.state != "maintenance.priority" or step.changeable(talk.answers)


def _more_to_tell(talk: Talk, heard: Inbound) -> Offer | None:
    """None when the path changed in this burst and no problem is told on it any more."""
    told = (key for state in walk(talk.answers, talk.turn) for key in STEPS[state].fills if key.endswith(".description"))
    key = next(told, None)
    if key is None or key not in talk.answers:
        return None
    before = talk.answers[key]
    both = {key: evolve(before, value=f"{before.value}\n{heard.text}", source=heard.id, at=heard.sent_at)}
    return Offer("offer-more", (Option("add", both), Option("replace", {key: Answer.of(heard.text, heard)}), Option("no", "go_on")))


def _unasked(talk: Talk) -> bool:
    """A later line of a burst meets a question that nobody has seen: it cannot have been meant for it."""
    return talk.state != talk.began


def _refuse(talk: Talk, heard: Inbound, refusal: Rejected) -> bool:
    if heard.kind not in READ_AS_ANSWERS:
        return True  # the caption of a photo is no try to answer
    refusals = talk.open.refusals + 1 if talk.open else 1
    if refusals < MAX_REFUSALS:
        talk.refused = True
        talk.tell(words_of(refusal), **{key: str(each) for key, each in refusal.details.items()})
        if refusals > 1:
            talk.tell(f"{talk.step.words}.hint")
    elif talk.step.gives_up is None:
        ACTS["person"](talk, heard, "")
    else:
        talk.tell("third-refusal")
        talk.fill({key: Answer.of(heard.text, heard, talk.step.gives_up) for key in talk.step.fills})
    return True


def words_of(refusal: Rejected) -> str:
    return "error-" + refusal.code.replace("_", "-")
