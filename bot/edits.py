"""Messages that were edited or deleted after they were heard: what an edit answers is asked about, never changed in silence."""

from collections.abc import Iterable
from contextlib import suppress

from bot.answering import listen, words_of
from bot.asking import description_key, option_named, shortened, told_problem
from bot.carrying import relay
from bot.flows import STEPS
from bot.result import Earlier, Input
from bot.steps import Confirm, Prove, Step
from bot.submission import WORDS_OF_ANOTHER
from bot.summary import shown
from bot.talk import Talk
from core.answers import Answer
from core.conversations import Offer, Option
from core.errors import Rejected
from core.hazards import find_hazards
from core.messages import Command, Inbound
from core.reading import after_greeting, read_message
from core.records import evolve
from core.small_talk import tells_something


def mended(inputs: Iterable[Input]) -> list[Input]:
    """A message that was edited before anybody heard it is heard as it stands now, one that was deleted not at all; words of danger are
    heard as they were, too.
    """
    waiting: list[Input] = []
    for each in inputs:
        at = _changed_in(waiting, each)
        if at is None:
            waiting.append(each)
        elif isinstance(each, Inbound) and each.kind == "deleted":
            waiting[at] = each
        else:
            waiting[at] = evolve(waiting[at], text=each.text, code=each.code)  # type: ignore[union-attr]
    return waiting


def _changed_in(waiting: list[Input], change: Input) -> int | None:
    if not (isinstance(change, Inbound) and change.kind in ("edited", "deleted") and change.of):
        return None
    of = change.of
    found = (at for at, each in enumerate(waiting) if isinstance(each, Inbound) and each.message == of and not find_hazards(each.text))
    return next(found, None)


def is_said_anew(talk: Talk, heard: Inbound) -> bool:
    """The newest message, of which nothing could be used, is a new try at the open question."""
    before = talk.edited
    if before is None or talk.owned or talk.ticket.submitted_at or _is_of_another_ticket(talk, before):
        return False
    is_new = before.newest and before.text != heard.text
    return is_new and not _answered(talk, before) and not _pooled(talk, before)


def hear_edited(talk: Talk, heard: Inbound) -> bool:
    """What it answered may be put in its place, once the person says so. What was sent is left to people; first everybody gets out."""
    if heard.kind != "edited":
        return False
    before = talk.edited
    if before is not None and before.text == heard.text:
        talk.silent = True
    elif before is not None and _is_of_another_ticket(talk, before):
        words = {"words": heard.text, "from": talk.ticket.id}
        talk.forwards.append(Command(WORDS_OF_ANOTHER, before.ticket or 0, by="customer", input=words))
        talk.tell("edit-kept")
    elif talk.ticket.submitted_at:
        talk.wait()
        talk.tell("edit-kept")
    elif (
        before is None
        or talk.state.startswith("safety.")
        or not (_change_line(talk, heard, before) or _change(talk, evolve(heard, kind="text", text=after_greeting(heard.text)), before))
    ):
        talk.tell("edit-kept")
    return True


def hear_deleted(talk: Talk, heard: Inbound) -> bool:
    """What it answered stands, which is told once while the form is open; people see that it was taken back, and what it said."""
    if heard.kind != "deleted":
        return False
    talk.silent = True
    before = talk.edited
    if before is not None and not _is_of_another_ticket(talk, before):
        if talk.owned or talk.ticket.submitted_at:
            talk.wait()
        if talk.owned:
            relay(talk, evolve(heard, text=before.text))
        elif not talk.ticket.submitted_at and not talk.state.startswith("safety.") and (_answered(talk, before) or _pooled(talk, before)):
            talk.silent = False
            talk.tell("deleted-kept")
    return True


def _is_of_another_ticket(talk: Talk, before: Earlier) -> bool:
    return before.ticket not in (None, talk.ticket.id)


def _change_line(talk: Talk, heard: Inbound, before: Earlier) -> bool:
    """One line of a problem that was told in several: the others stay. False: it is no such line."""
    was, now = after_greeting(before.text), after_greeting(heard.text)
    lines = told_problem(talk).split("\n")
    if len(lines) < 2 or was not in lines or not now or find_hazards(was):
        return False
    at = lines.index(was)
    whole = "\n".join((*lines[:at], now, *lines[at + 1 :]))
    key = description_key(talk)
    if key is None:
        talk.said["description"] = evolve(talk.said["description"], text=whole)
        talk.tell("edit-noted")
    else:
        talk.offer = _swap(talk, heard, before, {key: evolve(talk.answers[key], value=whole)})
    return True


def _change(talk: Talk, heard: Inbound, before: Earlier) -> bool:
    """What was only noted is noted anew, what was answered is asked about. False: nothing was made of it."""
    steps, noted = _answered(talk, before), _note_anew(talk, heard, before)
    if len(steps) == 1 and not noted:
        return _change_one(talk, heard, before, steps[0])
    if changes := {key: each for step in steps for key, each in (_said_of(talk, step, heard) or {}).items()}:
        talk.offer = _swap(talk, heard, before, changes)
    elif noted:
        talk.tell("edit-noted")
    return bool(changes) or noted


def _change_one(talk: Talk, heard: Inbound, before: Earlier, step: Step) -> bool:
    """The step hears the new text as it would any: it may refuse it, or want one word more."""
    try:
        outcome = step.accept(option_named(talk, step, heard), talk.answers, talk.turn)
    except Rejected as refusal:
        said = _said_of(talk, step, heard)
        if said is None:
            talk.tell(words_of(refusal), **{key: str(each) for key, each in refusal.details.items()})
            return True
        outcome = said
    if isinstance(outcome, Offer):  # asked there; the answer stands until another one is given
        talk.go(step)
        talk.offer = outcome
        return True
    changes = _different(talk, outcome)
    if changes:
        talk.offer = _swap(talk, heard, before, changes)
    return bool(changes)


def _said_of(talk: Talk, step: Step, heard: Inbound) -> dict[str, Answer] | None:
    """What the new text says of the step's fields and is different, as far as it can stand; None: it says nothing of them."""
    reading = read_message(heard.text, now=talk.turn.local(heard.sent_at or talk.turn.now))
    said = {name: Answer.of(found.value, heard).again() for name in step.fields if (found := getattr(reading, name, None))}
    known = step.known(said, talk.answers, talk.turn) if said else None
    if known is None:
        return None
    with suppress(Rejected):
        outcome = step.accept(known, talk.answers, talk.turn)
        return {} if isinstance(outcome, Offer) else _different(talk, outcome)
    return None


def _different(talk: Talk, answers: dict[str, Answer]) -> dict[str, Answer]:
    return {key: each for key, each in answers.items() if key not in talk.answers or talk.answers[key].value != each.value}


def _answered(talk: Talk, before: Earlier) -> list[Step]:
    """The steps that this message answered, in their order; of two that ask the same the later."""
    steps = [step for step in STEPS.values() if not isinstance(step, Confirm | Prove) and _is_answered_by(talk, step, before)]
    return list({step.fills: step for step in steps}.values())


def _is_answered_by(talk: Talk, step: Step, before: Earlier) -> bool:
    given = (talk.answers.get(key) for key in step.fills)
    return any(each is not None and each.author == "customer" and each.source in before.sources for each in given)


def _pooled(talk: Talk, before: Earlier) -> list[str]:
    """The fields of which it said something that has answered nothing yet."""
    answered = _fields_answered(talk)
    return [name for name, said in talk.said.items() if said.id in before.sources and name not in answered]


def _fields_answered(talk: Talk) -> set[str]:
    return {key.partition(".")[2] for key in talk.answers}


def _note_anew(talk: Talk, heard: Inbound, before: Earlier) -> bool:
    """What the text says of questions that nobody has answered; what it says of others stays out of the pool until it is asked about."""
    names, answered = _pooled(talk, before), _fields_answered(talk)
    kept = {name: each for name, each in talk.said.items() if name not in names}
    talk.said = dict(kept)
    found = listen(talk, heard)
    fresh = {name: each for name, each in talk.said.items() if name not in answered}
    talk.said = {**{name: kept[name] for name in answered & kept.keys()}, **fresh}
    if "description" in names and "description" not in talk.said and tells_something(heard.text):
        talk.said["description"] = heard
    return bool(names) or not found.keys() <= answered


def _swap(talk: Talk, heard: Inbound, before: Earlier, changes: dict[str, Answer]) -> Offer:
    steps = {step.fills: step for step in STEPS.values() if not changes.keys().isdisjoint(step.fills)}.values()
    was, now = (
        ", ".join(filter(None, (shown(talk, step, among) for step in steps))) for among in (talk.answers, {**talk.answers, **changes})
    )
    values = {"before": shortened(was or before.text), "after": shortened(now or heard.text)}
    return Offer("offer-edit", (Option("yes", changes), Option("no", "go_on")), values)
