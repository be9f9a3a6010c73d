"""How the open question hears an answer: whole, in part, as a correction of an earlier one, or not at all."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from bot.acts import ACTS
from bot.asking import ASIDES, description_key
from bot.corrections import asked_with, closes, correction_meant, field_named, hear_correction, of_open_question
from bot.doubts import ask_anew_if_unread, confirms_unread
from bot.flows import STEPS
from bot.machine import walk
from bot.steps import Ask, Confirm, Heard, Step, dashed
from bot.summary import noted, voice_length
from bot.talk import Talk
from core.answers import Answer, Status, read_aside
from core.conversations import Offer, Option
from core.errors import Rejected
from core.messages import Inbound
from core.names import fold
from core.reading import CORRECTABLE, Found, Reading, read_message
from core.records import evolve
from core.small_talk import relation_in, relation_named
from core.visits import VisitRestriction, adds

MAX_REFUSALS = 3  # of one question; then a person looks at the field (design: who may see what)
READ = tuple(name for name in Reading.__struct_fields__ if name != "hazards")  # danger has an ear of its own
CHOICE_WORDS = 4  # of a typed choice and nothing else: "Sim, pode ser sábado"
READ_AS_ANSWERS = ("text", "tap", "voice")  # kinds of message
Finds = Mapping[str, Found[Any]]


def hear_answer(talk: Talk, heard: Inbound) -> bool:
    """The open question has it, or refuses it."""
    refusal = take_answer(talk, heard)
    return refusal is None or _unasked(talk) or _refuse(talk, heard, refusal)


def take_answer(talk: Talk, heard: Inbound) -> Rejected | None:
    """The whole text as the answer, then what was found in it; why not, when it is nothing that can be used."""
    asked, talk.offer = talk.offer, None
    found = listen(talk, heard)
    if closes(talk, heard) or _hear_correction(talk, heard, found):
        return None
    if talk.state == "identification.role" and (relation := relation_named(heard.text)):
        talk.said["relation"] = evolve(heard, text=relation, choice=None)
    try:
        outcome = _answer(talk, of_open_question(talk, heard), asked, found)
    except Rejected as refusal:
        talk.offer = asked
        return None if _hear_between(talk, heard, found) else refusal
    if heard.kind == "voice":
        talk.tell("voice-kept", length=voice_length(heard.seconds))
    talk.take(outcome)
    return None


def _hear_correction(talk: Talk, heard: Inbound, found: Finds) -> bool:
    """A correction in free words; what else the message names is corrected beside it."""
    meant = correction_meant(talk, heard)
    if meant is None:
        return False
    step, said = meant
    others = {name: each for name, each in found.items() if name not in asked_with(step, said.field)}
    if (others and not said.sure) or not hear_correction(talk, heard, *meant):
        return False
    if said.value and talk.offer is None and step.answered(talk.answers) and said.field != "description":
        correct(talk, heard, others)
    return True


def _answer(talk: Talk, heard: Inbound, asked: Offer | None, found: Finds) -> Heard:
    try:
        outcome = attempt(talk, _said_plainly(talk, heard, found))
    except Rejected as refusal:  # beside a reading that is offered its buttons are what is asked
        raise Rejected("choose") if asked and refusal.code == "visits" else refusal from None
    if _is_no_answer(outcome, asked, found, talk.step):
        raise Rejected("choose")
    return outcome


def _said_plainly(talk: Talk, heard: Inbound, found: Finds) -> Inbound:
    """ "o mesmo do meu whatsapp" is the number that the channel vouches for. Raises `Rejected` for what is put in an answer's place."""
    aside = None if found or heard.choice or heard.kind != "text" else read_aside(heard.text)
    if aside == "same_number" and "mobile" in talk.step.fields:
        if talk.turn.number is None:
            raise Rejected("mobile_unseen")
        return evolve(heard, text=talk.turn.number)
    if aside == "question":
        raise Rejected("question")
    if aside == "declines" and isinstance(talk.step, Ask) and not talk.step.without:
        raise Rejected("missing")
    if confirms_unread(talk, heard):
        raise Rejected("choose")
    return heard


def _is_no_answer(outcome: Heard, asked: Offer | None, found: Finds, step: Step) -> bool:
    """What nobody could read does not replace a reading that was offered, nor take words that belong to another question."""
    if isinstance(outcome, Offer):
        return asked is not None and bool(asked.before) and outcome.words == asked.words
    unread = any(each.status == "doubtful" for each in outcome.values())
    return unread and (asked is not None or not CORRECTABLE.isdisjoint(found.keys() - set(step.fields)))


def attempt(talk: Talk, heard: Inbound) -> Heard:
    """What the step makes of the text, with what an open Offer puts before it. Raises `Rejected`."""
    before = talk.open.offer.before if talk.open and talk.open.offer else ""
    if before and not fold(heard.text).startswith(fold(before)):
        heard = evolve(heard, text=f"{before} {heard.text}")
    return talk.step.accept(heard, talk.answers, talk.turn)


def listen(talk: Talk, heard: Inbound) -> dict[str, Found[Any]]:
    """What a text says, by field; what belongs to questions not answered yet is kept for them."""
    if heard.kind == "voice" or not heard.text or (heard.choice and not _tells_more(heard)):
        return {}
    reading = read_message(heard.text, now=talk.turn.local(heard.sent_at or talk.turn.now))
    found: dict[str, Found[Any]] = {name: each for name in READ if (each := getattr(reading, name))}
    for name in _wanted(talk, found):
        _pool(talk, name, Answer.of(found[name].value, heard).again())
    if "role" in found and (relation := relation_in(heard.text[slice(*found["role"].span)])):
        talk.said["relation"] = evolve(heard, text=relation)
    if found:
        talk.trace.append("read: " + ", ".join(sorted(found)))
    return found


def _tells_more(heard: Inbound) -> bool:
    """ "manutenção: o chuveiro não esquenta" chooses, and tells the problem."""
    return heard.kind == "text" and len(heard.text.split()) > CHOICE_WORDS


def _wanted(talk: Talk, found: Finds) -> list[str]:
    """What may still be used: for a question that is not answered yet, or read so surely that it corrects an answer."""
    answered = {key.partition(".")[2] for key in talk.answers}
    return [name for name in found if name in CORRECTABLE or name not in answered]


def _pool(talk: Talk, name: str, heard: Inbound) -> None:
    """Keeps what was said for its question. More of the problem is added, never put in its place."""
    before = talk.said.get(name)
    if name == "description" and before is not None and heard.text not in before.text:
        heard = evolve(heard, text=f"{before.text}\n{heard.text}")
    talk.said[name] = heard


def keep_words(talk: Talk, heard: Inbound) -> None:
    """Words of danger stand on the ticket, whatever was told before."""
    key = description_key(talk)
    if key is None:
        if "description" not in talk.said:
            talk.said["description"] = heard
        return
    before = talk.answers[key]
    if heard.text not in str(before.value):
        status = "valid" if before.status == "confirmed" else before.status  # the summary did not show it
        talk.fill({key: evolve(before, value=f"{before.value}\n{heard.text}", status=status, seconds=None)})


def add_words(talk: Talk, heard: Inbound) -> None:
    """More of the problem, before it is asked or after."""
    if description_key(talk) is None:
        _pool(talk, "description", heard)
    else:
        keep_words(talk, heard)


def _hear_between(talk: Talk, heard: Inbound, found: Finds) -> bool:
    """Not an answer as it stands: it may hold one among others, correct earlier ones, or add to the problem."""
    step, used = talk.step, _wanted(talk, found)
    if talk.state.startswith("safety."):
        return False  # what was found is kept; first they get out
    if isinstance(step, Confirm):
        return _hear_at_summary(talk, heard, found)
    if talk.offer and used and talk.offer.words in ASIDES:
        talk.offer = None
    if used and step.known(talk.said, talk.answers, talk.turn):
        talk.offer = None  # the question that was open is answered by what was found
    elif found:
        _accept_left(talk, heard, found)
    correct(talk, heard, found)
    if not used and "description" in found and not step.answered(talk.answers):
        talk.offer = _more_to_tell(talk, heard)  # "além disso a pia entupiu": another problem, and no answer
        return talk.offer is not None
    if used and not step.answered(talk.answers) and step.known(talk.said, talk.answers, talk.turn) is None:
        _acknowledge(talk, {name: found[name] for name in used})
    return bool(used) or step.answered(talk.answers)


def _acknowledge(talk: Talk, used: Finds) -> None:
    """What was taken for other questions is said back, or the same question twice would look deaf."""
    talk.tell("noted-meanwhile", values=noted(talk, used))


def _hear_at_summary(talk: Talk, heard: Inbound, found: Finds) -> bool:
    """Named values are corrected at once, a named field is opened, another problem is offered to be added."""
    if not CORRECTABLE.isdisjoint(found):
        talk.offer, before = None, dict(talk.answers)
        correct(talk, heard, found)
        if talk.answers == before:  # an address, where the books name the homes
            talk.tell("change-by-button")
    elif "description" in found and _unasked(talk):
        add_words(talk, heard)  # the summary will show it; an Offer in its place would let unseen words be sent
    elif "description" in found:
        talk.offer = _more_to_tell(talk, heard)
    elif (state := field_named(talk, heard.text)) is not None:
        ACTS["change"](talk, heard, state)
    elif found:
        talk.tell("change-by-button")
    else:
        return False
    return True


def _accept_left(talk: Talk, heard: Inbound, found: Finds) -> None:
    cut = [each.span for each in found.values()]
    text = "".join(" " if any(start <= at < end for start, end in cut) else character for at, character in enumerate(heard.text))
    left = text.strip(" ,.;\n")
    with suppress(Rejected):  # then this question is asked again; what was found is kept for its own
        if left:
            talk.take(attempt(talk, evolve(heard, text=left)))


def correct(talk: Talk, heard: Inbound, found: Finds) -> None:
    """Drops the answers that the text names and goes back to the first of them: settle fills them and returns by itself."""
    if steps := drop_named(talk, heard, found):
        talk.go(steps[0])


def drop_named(talk: Talk, heard: Inbound, found: Finds) -> list[Step]:
    """The steps whose answers the text names, in their order; they are to be answered anew. After the submission people correct."""
    named = CORRECTABLE & found.keys()
    if talk.ticket.submitted_at or not named:
        return []
    if "restriction" in named and adds(heard.text) and _add_times(talk, found):
        named -= {"restriction"}
    steps = [step for state in walk(talk.answers, talk.turn)[:-1] if _names(step := STEPS[state], named) and _is_open_to_words(talk, step)]
    for step in steps:
        talk.drop(step)
    return steps


def _add_times(talk: Talk, found: Finds) -> bool:
    """ "Também não posso quarta": both hold."""
    before = talk.answers.get("maintenance.restriction")
    if before is None or not isinstance(before.value, VisitRestriction) or before.status not in ("valid", "confirmed"):
        return False
    both = before.value.plus(found["restriction"].value)
    talk.fill({"maintenance.restriction": evolve(before, value=both)})
    talk.said.pop("restriction", None)
    return True


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
    both = {key: evolve(before, value=f"{before.value}\n{heard.text}", source=heard.id, at=heard.sent_at, seconds=None)}
    return Offer("offer-more", (Option("add", both), Option("replace", {key: Answer.of(heard.text, heard)}), Option("no", "go_on")))


def _unasked(talk: Talk) -> bool:
    """A later line of a burst meets a question that nobody has seen: it cannot have been meant for it."""
    return not talk.by_phone and talk.state != talk.began


def _refuse(talk: Talk, heard: Inbound, refusal: Rejected) -> bool:
    if heard.kind not in READ_AS_ANSWERS:
        return True  # the caption of a photo is no try to answer
    if ask_anew_if_unread(talk):  # nobody can answer that
        return True
    if refusal.code == "question":
        return _explain(talk, refusal)
    refusals = talk.open.refusals + 1 if talk.open else 1
    if refusals < MAX_REFUSALS or talk.by_phone:  # an agent knows what is asked
        talk.refused = True
        talk.tell(words_of(refusal), **{key: str(each) for key, each in refusal.details.items()})
        if refusals > 1 and refusal.code == "choose" and not talk.offer:
            talk.tell(f"{talk.step.words}.hint")
    elif talk.step.gives_up is None:
        ACTS["person"](talk, heard, "")
    else:
        _give_up(talk, heard, talk.step.gives_up)
    return True


def _explain(talk: Talk, refusal: Rejected) -> bool:
    """Who asks back is told more, in danger without a word before it; nothing is counted."""
    if not talk.state.startswith("safety."):
        talk.tell(words_of(refusal))
    talk.tell(f"{talk.step.words}.hint")
    return True


def _give_up(talk: Talk, heard: Inbound, status: Status) -> None:
    """The third refusal: an answer that was good before stays; else a person looks at what was written."""
    talk.offer = None
    if any(key in talk.answers and talk.answers[key].status == "reopened" for key in talk.step.fills):
        talk.tell("kept-as-was")
        return ACTS["keep"](talk, heard, "")
    first, *others = talk.step.fills
    if status == "skipped":
        talk.tell("third-refusal.skipped")
        return talk.fill({key: Answer.of(None, heard, status) for key in talk.step.fills})
    talk.tell("third-refusal")
    talk.fill({first: Answer.of(heard.text, heard, status), **{key: Answer.of(None, heard, status) for key in others}})
    return None


def words_of(refusal: Rejected) -> str:
    return f"error-{dashed(refusal.code)}"
