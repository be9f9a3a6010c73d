"""A ticket in the words of the agency's people: its title, who and where, and each answer with its origin."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from bot.flows import STEPS
from bot.moments import Say, ago
from bot.registration import registering_flow
from bot.steps import Choose, dashed
from bot.targets import target_words
from core.answers import Answer, first_value, value_of
from core.characters import still
from core.documents import format_cnpj, format_cpf
from core.phones import format_mobile
from core.queue import QueueEntry
from core.tickets import Priority, Ticket, described, name_of
from core.urgency import STATED, suggested_priority
from core.visits import VisitRestriction, restriction_words

CONFIRMED = "review.summary"  # the answer that says only that the others were shown
OF_CALL = ("start.by", "search.", "call.")  # how an agent found the caller: no answer of theirs
CONTACT_FIELDS = ("first_name", "last_name", "cpf", "email", "mobile", "company_name", "cnpj")
THIRD_PARTIES = ("reporter.first_name", "reporter.last_name", "reporter.relation")
FORMATS: Mapping[str, Callable[[str], str]] = {"cpf": format_cpf, "cnpj": format_cnpj, "mobile": format_mobile}
FIELDS = frozenset(name for step in STEPS.values() for name in step.fields)  # those that have a label
LABELS = {  # by field and value: the label of the button that stands for it
    (key, str(value)): f"{step.words}.{dashed(str(value))}"
    for step in STEPS.values()
    if isinstance(step, Choose)
    for key in step.fills
    for value in step.among
}


def contact_of(entry: QueueEntry) -> dict[str, str | None]:
    """Of the books, or as the person said it, less what is doubtful; all None for somebody who reports for others."""
    flow = entry.contact.kind if entry.contact else registering_flow(entry.ticket)
    if entry.contact:
        given = {name: getattr(entry.contact, name) for name in CONTACT_FIELDS}
    else:
        given = {name: cast("str | None", value_of(entry.ticket.answers, f"{flow}.{name}")) for name in CONTACT_FIELDS}
    return {"kind": flow if any(given.values()) else None, **given}


def reporter_of(ticket: Ticket) -> dict[str, str | None] | None:
    first, last, relation = (first_value(ticket.answers, key) for key in THIRD_PARTIES)
    name = " ".join(part for part in (first, last) if part)
    return {"name": name or None, "relation": relation} if name or relation else None


def home_of(entry: QueueEntry) -> dict[str, str | None]:
    if entry.home:
        return {"address": entry.home.address, "unit": entry.home.unit}
    return {name: first_value(entry.ticket.answers, f"contract.{name}") for name in ("address", "unit")}


@dataclass(frozen=True, slots=True)
class TicketWords:
    """How tickets are written for a person: words, the present, local time, and a mark for danger."""

    say: Say
    now: datetime
    local: Callable[[datetime], datetime]
    danger: Callable[[str], str] = str

    def short(self, entry: QueueEntry) -> str:
        """Nothing of a person but the name: documents and numbers are for the whole ticket."""
        mark = self.danger("!") if entry.ticket.hazards else " "
        about = " · ".join(part for part in (self.home(entry), self.person(entry)) if part)
        problem = " ".join((described(entry.ticket) or self._say("queue-no-problem")).split())
        return f"{mark} {self.title(entry)}\n    {still(about)}\n    {still(problem)}"

    def title(self, entry: QueueEntry) -> str:
        ticket, since = entry.ticket, entry.ticket.waiting_since
        parts = [name_of(ticket), *self.state(ticket)]
        parts += [self._say("queue-waits", time=ago(self.say, since, self.now))] if since else []
        parts += [target] if (target := self.target(ticket)) else []
        parts += [self._say("queue-unreachable")] if entry.unreachable else []
        parts += [self._say("queue-doubted")] if entry.doubted else []
        return " · ".join(parts)

    def state(self, ticket: Ticket) -> Iterator[str]:
        """Danger, how urgent it is, and how far it has come."""
        if ticket.hazards:
            kinds = ", ".join(self._say(f"queue-hazard.{dashed(kind)}") for kind in sorted(ticket.hazards))
            yield self.danger(self._say("queue-danger", hazards=kinds))
        if priority := ticket.assigned_priority or value_of(ticket.answers, STATED):
            yield self._say(f"queue-priority.{priority}")
        yield self._say(f"queue-status.{dashed(ticket.status)}")

    def target(self, ticket: Ticket) -> str:
        return target_words(self.say, ticket, self.now, self.local)

    def priority(self, ticket: Ticket) -> str:
        before = self._unassigned(ticket)
        if ticket.assigned_priority is None:
            return before
        assigned = self._say(f"queue-priority.{ticket.assigned_priority}")
        return self._say("queue-priority-assigned", assigned=assigned, before=before or self._say("queue-nothing"))

    def _unassigned(self, ticket: Ticket) -> str:
        stated, suggested = self._stated(ticket), suggested_priority(ticket)
        label = self._say(f"queue-priority.{suggested}") if suggested else ""
        if label in ("", stated) or (ticket.hazards and stated):
            return stated
        return self._say("queue-priority-suggested", suggested=label, stated=stated or self._say("queue-nothing"))

    def _stated(self, ticket: Ticket) -> str:
        answer = ticket.answers.get(STATED)
        if answer is None or answer.value is None or answer.value not in set(Priority):
            return str(answer.value or "") if answer else ""
        label = self._say(f"queue-priority.{answer.value}")
        return self._say("queue-priority-set", priority=label) if answer.author == "rule" else label

    def home(self, entry: QueueEntry, *, whole: bool = False) -> str:
        known = home_of(entry)
        label = " · ".join(part for part in (known["unit"], known["address"]) if part)
        if not label:
            return self._say("queue-no-home")
        if not whole:
            return label
        return (
            self._say("queue-home.known", home=label, id=str(entry.home.id)) if entry.home else self._say("queue-home.claimed", home=label)
        )

    def person(self, entry: QueueEntry, *, whole: bool = False) -> str:
        given = contact_of(entry)
        names = [" ".join(part for part in (given["first_name"], given["last_name"]) if part), given["company_name"]]
        details = [_formatted(name, value) for name in ("cnpj", "cpf", "email", "mobile") if (value := given[name])] if whole else []
        shown = " · ".join(part for part in (*names, *details) if part)
        return shown or ("" if whole else (reporter_of(entry.ticket) or {}).get("name") or "")

    def visits(self, answer: Answer | None) -> str:
        if answer is None or answer.value is None:
            return ""
        if not isinstance(answer.value, VisitRestriction) or answer.value.status == "needs_agent":
            text = answer.value.text if isinstance(answer.value, VisitRestriction) else str(answer.value)
            return self._say("queue-visits-unread", text=text)
        can, cannot = restriction_words(answer.value)
        return self._say("queue-visits", can=can, cannot=cannot) if cannot else can

    def answers(self, entry: QueueEntry) -> Iterator[str]:
        for key, answer in entry.ticket.answers.items():
            if key == CONFIRMED or key.startswith(OF_CALL):
                continue
            values = {
                "label": self.field_label(key),
                "value": self.value(key, answer, entry),
                "status": self._say(f"queue-answer-status.{answer.status}"),
                "author": self._say(f"queue-author.{answer.author}"),
            }
            line = self._say("queue-answer", **values)
            yield self._say("queue-answer-of", answer=line, message=str(answer.source)) if answer.source else line

    def field_label(self, key: str) -> str:
        name = key.partition(".")[2]
        return self._say(f"queue-field.{dashed(name)}") if name in FIELDS else key

    def value(self, key: str, answer: Answer, entry: QueueEntry) -> str:
        if answer.value is None:
            return self._say("queue-nothing")
        if isinstance(answer.value, VisitRestriction):
            return answer.value.text or self.visits(answer)
        if key == "contract.home" and entry.home and entry.home.id == answer.value:
            return str(entry.home)
        if answer.status != "doubtful" and (label := LABELS.get((key, str(answer.value)))):
            return self._say(label)
        return str(answer.value) if answer.status == "doubtful" else _formatted(key.partition(".")[2], str(answer.value))

    def _say(self, words: str, **values: str) -> str:
        return self.say(words, values)


def _formatted(name: str, value: str) -> str:
    return FORMATS[name](value) if name in FORMATS else value
