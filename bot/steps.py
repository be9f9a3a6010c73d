"""The vocabulary in which flows are written. A step reads; it never sends, sleeps or looks at the clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import NoneType
from typing import Annotated, Any, ClassVar, Protocol, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from bot.result import Turn
from core.answers import Answer, Answers, Status, Value
from core.conversations import Offer, Option
from core.errors import Rejected, rejections
from core.messages import Inbound, Place
from core.reading import read_message
from core.records import evolve

Rule = Callable[[Answers, Turn], bool]
Said = Mapping[str, Inbound]  # by field: what was said of it before it was asked
Reader = Callable[..., Any]  # pydantic's own validation of a field, without the adapter around it
Heard = dict[str, Answer] | Offer  # what a step makes of a message

_SKIP, _ANOTHER, _UNLISTED = (Option("skip"),), (Option("another", "another"),), Option("unlisted", pinned=True)
_PROOF = (Option("number", asks_contact=True), Option("skip"))
_SUMMARY = (Option("send"), Option("change", "choose_change"), Option("person", "person"))


class Row(Protocol):
    """What a Pick offers; its `str` is the label."""

    @property
    def id(self) -> int: ...


def dashed(name: str) -> str:
    """A name of code (a state, an option, a code of refusal) as the catalogue spells it: `company-company-name`."""
    return name.replace(".", "-").replace("_", "-")


@dataclass(frozen=True)
class Step:
    """One question. Its state is `flow.name`; its words `flow-name`, with the hint and the buttons as attributes."""

    name: str
    when: Rule | None = field(default=None, kw_only=True)
    fills: tuple[str, ...] = field(default=(), kw_only=True)  # fields; one of another flow is written `flow.field`
    collects: bool = field(default=False, kw_only=True)  # wait for more
    state: str = field(default="", kw_only=True)  # this and the next are set by `link`
    readers: Mapping[str, Reader] = field(default_factory=dict, kw_only=True, repr=False)
    shows: Callable[[Answers, Turn], Mapping[str, str]] | None = field(default=None, kw_only=True)  # values of its words
    gives_up: Status | None = field(default="doubtful", kw_only=True)  # what the third refusal makes of it; None: a person
    rests: ClassVar[bool] = False

    @cached_property
    def words(self) -> str:
        return dashed(self.state)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Its fields without their flow: the keys of the pool."""
        return tuple(key.partition(".")[2] for key in self.fills)

    def wanted(self, answers: Answers, turn: Turn) -> bool:
        return self.when is None or self.when(answers, turn)

    def answered(self, answers: Answers) -> bool:
        for key in self.fills:  # noqa: SIM110 (asked many times in a turn; `all` takes twice as long)
            if key not in answers or answers[key].status == "reopened":
                return False
        return True

    def changeable(self, answers: Answers) -> bool:
        """Whether the customer may change its answer: not one that a rule or the books gave."""
        return any(key in answers and answers[key].author != "rule" for key in self.fills)

    def known(self, said: Said, answers: Answers, turn: Turn) -> Inbound | None:
        """What needs no question: a message as if it had answered this one."""
        return said.get(self.fields[0])

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return ()

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        """Answers by `flow.field`, or one more question. Raises `Rejected`."""
        raise Rejected("choose")


@dataclass(frozen=True)
class Ask(Step):
    """Reads text into its field, or through `reads` into several (None: that part was not given)."""

    reads: Callable[[str], Sequence[str | None]] | None = field(default=None, kw_only=True)
    check: Callable[[dict[str, Answer], Turn], Heard | None] | None = field(
        default=None, kw_only=True
    )  # values read well that need a word more
    without: bool = field(default=False, kw_only=True)  # a required field that may stay empty: registration pending
    none: Value = field(default=None, kw_only=True)  # what skipping means, when it means something
    voice: bool = field(default=False, kw_only=True)  # a voice note is an answer

    def known(self, said: Said, answers: Answers, turn: Turn) -> Inbound | None:
        heard = [said[name] for name in self.fields if name in said]
        return evolve(heard[0], text=" ".join(each.text for each in heard)) if len(heard) > 1 else heard[0] if heard else None

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return _SKIP if self.without else ()

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        if heard.choice == "skip" and self.without:
            return {key: Answer.of(self.none, heard, "valid" if self.none is not None else "skipped") for key in self.fills}
        if heard.kind == "voice":
            return self._voice(heard)
        if heard.place is not None:
            return self._propose(heard, heard.place, answers, turn)
        try:
            found = self._read(heard, turn)
        except Rejected as refusal:
            if "suggestion" in refusal.details:
                return self._suggest(refusal, heard, answers, turn)
            if before := refusal.details.get("before"):
                return Offer(f"offer-{dashed(refusal.code)}", (), {"before": before}, before)
            raise
        return (self.check and self.check(found, turn)) or found

    def _voice(self, heard: Inbound) -> Heard:
        if not self.voice:
            raise Rejected("text_wanted")
        return {self.fills[0]: Answer.of(heard.text, heard)}

    def _propose(self, heard: Inbound, place: Place, answers: Answers, turn: Turn) -> Heard:
        """A place on the map is no answer by itself: whether its words are meant is asked."""
        meant = self.accept(evolve(heard, text=place.name, place=None), answers, turn)
        if isinstance(meant, Offer):
            raise Rejected("address_number")
        values = {"address": ", ".join(each.text for each in meant.values() if each.value)}
        return Offer("offer-place", (Option("yes", meant), Option("no", "ask")), values)

    def _read(self, heard: Inbound, turn: Turn) -> dict[str, Answer]:
        context = {"now": turn.local(heard.sent_at or turn.now)}
        parts = self.reads(heard.text) if self.reads else (heard.text,)
        return {key: self._part(key, part, heard, context) for key, part in zip(self.fills, parts, strict=True)}

    def _part(self, key: str, part: str | None, heard: Inbound, context: dict[str, Any]) -> Answer:
        if part is None:
            return Answer.of(None, heard, "skipped")
        try:
            return Answer.of(self.readers[key](part, context=context), heard)
        except ValidationError as error:
            raise rejections(error)[0] from None

    def _suggest(self, refusal: Rejected, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        """What was refused was probably meant as something else: asked, never taken by itself."""
        meant = self.accept(evolve(heard, text=refusal.details["suggestion"]), answers, turn)
        if isinstance(meant, Offer):
            return meant
        values = {key: str(each) for key, each in refusal.details.items()}
        return Offer(f"offer-{dashed(refusal.code)}", (Option("yes", meant), Option("no", "ask")), values)


@dataclass(frozen=True)
class Choose(Step):
    """One of fixed options; `free` reads text that is none of them but means one. Raises `Rejected` itself, or returns None."""

    among: Iterable[str] = ()
    free: Callable[[str], str | None] | None = field(default=None, kw_only=True)
    more: Callable[[Answers, Turn], tuple[Option, ...]] | None = field(default=None, kw_only=True)  # buttons beside, which do something

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(map(str, self.among))

    @cached_property
    def _options(self) -> tuple[Option, ...]:
        return tuple(map(Option, self._names))

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return (*self._options, *self.more(answers, turn)) if self.more else self._options

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        value = heard.choice if heard.choice in self._names else self.free(heard.text) if self.free else None
        if value is None:
            raise Rejected("choose")
        return {self.fills[0]: Answer.of(value, heard)}


@dataclass(frozen=True)
class Pick(Step):
    """One of the rows of a query; an only row needs no question, "não está na lista" is always offered. What was picked before is first.

    `names` reads which of them a text names. Raises `Rejected("pick_several", count=…)` or `("pick_none")`.
    """

    query: Callable[[Answers, Turn], Sequence[Row]] = field(default=lambda answers, turn: ())
    names: Callable[[str, Sequence[Any]], Sequence[Row]] = field(default=lambda text, rows: (), kw_only=True)
    told_in: tuple[str, ...] = field(default=(), kw_only=True)  # fields in whose words a row may be named before it is asked

    def changeable(self, answers: Answers) -> bool:
        return any(key in answers for key in self.fills)

    def known(self, said: Said, answers: Answers, turn: Turn) -> Inbound | None:
        rows = self.query(answers, turn)
        if len(rows) < 2:
            return Inbound(choice=str(rows[0].id) if rows else "unlisted", author="rule")
        told = (said[name] for name in self.told_in if name in said)
        return next((evolve(each, choice=str(row.id)) for each in told if (row := self._only(each.text, rows))), None)

    def _only(self, text: str, rows: Sequence[Row]) -> Row | None:
        found = self.names(text, rows)
        return found[0] if len(found) == 1 else None

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        before = answers.get(self.fills[0])
        rows = sorted(self.query(answers, turn), key=lambda row: before is None or row.id != before.value)
        return (*(Option(str(row.id), label=str(row)) for row in rows), _UNLISTED)

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        rows = self.query(answers, turn)
        row = next((row for row in rows if str(row.id) == heard.choice), None)
        if row is None and heard.choice != "unlisted":
            row = self._named(heard.text, rows)
        return {self.fills[0]: Answer.of(row.id if row else None, heard, "valid" if row else "skipped")}

    def _named(self, text: str, rows: Sequence[Row]) -> Row:
        found = self.names(text, rows)
        if len(found) > 1:
            raise Rejected("pick_several", count=len(found))
        if not found:
            raise Rejected("pick_none")
        return found[0]


@dataclass(frozen=True)
class Confirm(Step):
    """Shows what will be stored."""

    sends: ClassVar[tuple[str, ...]] = ("send",)  # options that confirm it
    gives_up: Status | None = field(default=None, kw_only=True)

    def changeable(self, answers: Answers) -> bool:
        return False

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return _SUMMARY

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        if heard.choice not in self.sends:
            raise Rejected("choose")
        return {self.fills[0]: Answer.of("sent", heard)}


@dataclass(frozen=True)
class Prove(Step):
    """Asks for the proof that the channel has, which is never an answer; that it was declined is one.

    A number that is typed instead proves nothing: it is kept for its own question.
    """

    gives_up: Status | None = field(default="skipped", kw_only=True)

    def known(self, said: Said, answers: Answers, turn: Turn) -> Inbound | None:
        return None

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return _PROOF

    def accept(self, heard: Inbound, answers: Answers, turn: Turn) -> Heard:
        if heard.choice != "skip" and read_message(heard.text).mobile is None:
            raise Rejected("proof")
        return {self.fills[0]: Answer.of(None, heard, "skipped")}


@dataclass(frozen=True)
class Rest(Step):
    """Nothing is asked, things are answered."""

    rests: ClassVar[bool] = True

    def answered(self, answers: Answers) -> bool:
        return False

    def known(self, said: Said, answers: Answers, turn: Turn) -> Inbound | None:
        return None

    def options(self, answers: Answers, turn: Turn) -> tuple[Option, ...]:
        return _ANOTHER


@dataclass(frozen=True, slots=True)
class Flow:
    """A table: its model says how each field is read, checked and stored, and whether it may be skipped.

    `then` is read from the top; the last row has no rule.
    """

    name: str
    model: type[BaseModel] | None
    steps: tuple[Step, ...]
    then: tuple[tuple[Rule | None, str], ...] = ()


def link(*flows: Flow) -> tuple[dict[str, Flow], dict[str, Step]]:
    """Gives each step its state and the readers of its fields; returns flows by name and steps by state."""
    by_name = {flow.name: flow for flow in flows}
    linked = [_link(step, flow, by_name) for flow in flows for step in flow.steps]
    return by_name, {step.state: step for step in linked}


def _link(step: Step, flow: Flow, flows: Mapping[str, Flow]) -> Step:
    fills = tuple(each if "." in each else f"{flow.name}.{each}" for each in step.fills or (step.name,))
    linked = replace(step, state=f"{flow.name}.{step.name}", fills=fills)
    if not isinstance(linked, Ask):
        return linked
    fields = {key: _field(key, flows) for key in fills}
    optional = not any(each.is_required() for each in fields.values())
    return replace(linked, readers={key: _reader(each) for key, each in fields.items()}, without=linked.without or optional)


def _field(key: str, flows: Mapping[str, Flow]) -> FieldInfo:
    owner, _, name = key.partition(".")
    model = flows[owner].model
    if model is None:
        raise TypeError(f"{key} is asked, but its flow keeps no form")
    return model.model_fields[name]


def _reader(info: FieldInfo) -> Reader:
    """How one field is read; `X | None` only says that it may be skipped."""
    kinds = [each for each in get_args(info.annotation) if each is not NoneType]
    kind: Any = kinds[0] if NoneType in get_args(info.annotation) else info.annotation
    return TypeAdapter(Annotated[(kind, *info.metadata)] if info.metadata else kind).validator.validate_python
