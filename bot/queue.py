"""Tickets that wait for people, as text for a person and as JSON for a program."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, cast

from bot.flows import STEPS
from bot.moments import ago
from bot.registration import registering_flow
from bot.steps import dashed
from bot.targets import target_words
from core.answers import Answer, first_value, value_of
from core.characters import still
from core.documents import format_cnpj, format_cpf
from core.phones import format_mobile
from core.tickets import Ticket, described, name_of
from core.urgency import STATED, suggested_priority
from core.visits import VisitRestriction, restriction_words
from storage.media import Medium
from storage.messages import Spoken
from storage.queue import Only, QueueEntry, TicketFile

CONFIRMED = "review.summary"  # the answer that says only that the others were shown
OF_CALL = ("start.by", "search.", "call.")  # how an agent found the caller: no answer of theirs
CONTACT_FIELDS = ("first_name", "last_name", "cpf", "email", "mobile", "company_name", "cnpj")
MEGABYTE = 1_000_000
INDENT = 6  # columns of the later lines of a message
THIRD_PARTIES = ("reporter.first_name", "reporter.last_name", "reporter.relation")
FILTERS: Mapping[str, Only] = {"alta": Only.HIGH, "sla": Only.SOON_LATE, "rascunhos": Only.DRAFTS}  # as people type them
FORMATS: Mapping[str, Callable[[str], str]] = {"cpf": format_cpf, "cnpj": format_cnpj, "mobile": format_mobile}


class Catalogue(Protocol):
    """Words by their id."""

    def say(self, words: str, values: Mapping[str, str] = ..., /) -> str: ...

    def has(self, words: str) -> bool: ...


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


# ── for programs ─────────────────────────────────────────────────────────────


def record(file: TicketFile) -> dict[str, Any]:
    """A ticket as plain values. Documents stand whole: who may read the database file may read them."""
    entry, ticket = file.entry, file.entry.ticket
    return {
        "id": ticket.id,
        "reference": ticket.reference,
        "status": ticket.status,
        "kind": value_of(ticket.answers, "start.kind"),
        "priority": value_of(ticket.answers, STATED),
        "assigned_priority": ticket.assigned_priority,
        "suggested_priority": suggested_priority(ticket),
        "description": described(ticket),
        "restriction": _restriction(ticket.answers.get("maintenance.restriction")),
        "registration": ticket.registration,
        "contact": contact_of(entry),
        "reporter": reporter_of(ticket),
        "home": home_of(entry),
        "hazards": sorted(ticket.hazards),
        "channel": ticket.origin,
        "unreachable": entry.unreachable,
        "waiting_since": _moment(ticket.waiting_since),
        "first_reply_due_at": _moment(ticket.first_reply_due_at),
        "resolve_due_at": _moment(ticket.resolve_due_at),
        "media": [_medium(each) for each in file.media],
        "fields": {key: _field(answer, file.transcript) for key, answer in ticket.answers.items()},
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _medium(each: Medium) -> dict[str, Any]:
    """`place`: in the data folder, once the file is there."""
    names = ("kind", "mime", "name", "size", "state", "place", "reason")
    return {"source": each.inbox_id, **{name: getattr(each, name) for name in names}}


def _restriction(answer: Answer | None) -> dict[str, str | None] | None:
    """None: not asked."""
    if answer is None:
        return None
    if isinstance(answer.value, VisitRestriction):
        hours = None if answer.value.status == "needs_agent" else answer.value.opening_hours
        return {"text": answer.value.text, "opening_hours": hours, "status": answer.value.status}
    return {"text": None if answer.value is None else str(answer.value), "opening_hours": None, "status": "needs_agent"}


def _field(answer: Answer, spoken: Iterable[Spoken]) -> dict[str, Any]:
    said = next((each.text for each in spoken if answer.source and each.inbox_id == answer.source), None)
    value = answer.value.text if isinstance(answer.value, VisitRestriction) else answer.value
    return {"value": value, "status": answer.status, "author": answer.author, "source": answer.source or None, "source_text": said}


# ── for people ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class View:
    """How tickets are written for a person: words, the present, local time, and a mark for danger."""

    words: Catalogue
    now: datetime
    local: Callable[[datetime], datetime]
    danger: Callable[[str], str] = str

    def queue(self, entries: Sequence[QueueEntry], only: Only = Only.ANY) -> str:
        """The list: two or three lines a ticket."""
        if not entries:
            return self._say("queue-empty" if only == Only.ANY else "queue-none-such")
        head = self._say("queue-one") if len(entries) == 1 else self._say("queue-many", count=str(len(entries)))
        return "\n\n".join((head, *map(self._short, entries), self._say("queue-more", name=name_of(entries[0].ticket).lstrip("#"))))

    def _short(self, entry: QueueEntry) -> str:
        """Nothing of a person but the name: documents and numbers are for the whole ticket."""
        mark = self.danger("!") if entry.ticket.hazards else " "
        about = " · ".join(part for part in (self._home(entry), self._person(entry)) if part)
        problem = " ".join((described(entry.ticket) or self._say("queue-no-problem")).split())
        return f"{mark} {self._title(entry)}\n    {still(about)}\n    {still(problem)}"

    def _title(self, entry: QueueEntry) -> str:
        ticket, since = entry.ticket, entry.ticket.waiting_since
        priority = ticket.assigned_priority or value_of(ticket.answers, STATED)
        parts = [name_of(entry.ticket)]
        if ticket.hazards:
            kinds = ", ".join(self._say(f"queue-hazard.{dashed(kind)}") for kind in sorted(ticket.hazards))
            parts.append(self.danger(self._say("queue-danger", hazards=kinds)))
        parts += [self._say(f"queue-priority.{priority}")] if priority else []
        parts.append(self._say(f"queue-status.{dashed(ticket.status)}"))
        parts += [self._say("queue-waits", time=ago(self.words.say, since, self.now))] if since else []
        parts += [target] if (target := self._target(ticket)) else []
        parts += [self._say("queue-unreachable")] if entry.unreachable else []
        return " · ".join(parts)

    def _target(self, ticket: Ticket) -> str:
        return target_words(self.words.say, ticket, self.now, self.local)

    def ticket(self, file: TicketFile) -> str:
        """One ticket whole: what is known, each answer with its origin, and all that was said."""
        parts = ["\n".join(self._facts(file))]
        if file.entry.ticket.answers:
            parts.append("\n".join((self._say("queue-answers"), *(f"  {line}" for line in self._answers(file.entry)))))
        if file.media:
            parts.append("\n".join((self._say("queue-media"), *(f"  {self._medium(each)}" for each in file.media))))
        if file.transcript:
            parts.append("\n".join((self._say("queue-transcript"), *(f"  {self._line(each)}" for each in file.transcript))))
        return "\n\n".join((self._title(file.entry), *map(still, parts)))

    def approved(self, entry: QueueEntry) -> str:
        """What an approval did."""
        lines = [self._say("queue-approved", name=name_of(entry.ticket))]
        if entry.contact:
            lines.append(self._say("queue-approved-contact", id=str(entry.contact.id), contact=self._person(entry)))
        if entry.home:
            lines.append(self._say("queue-approved-home", id=str(entry.home.id), home=self._home(entry)))
        return "\n".join(lines)

    def _facts(self, file: TicketFile) -> Iterator[str]:
        entry, ticket = file.entry, file.entry.ticket
        kind = value_of(ticket.answers, "start.kind")
        number = format_mobile(file.reporter.number) if file.reporter.number else ""
        facts = {
            "kind": self._say(f"queue-kind.{dashed(str(kind))}") if kind else "",
            "priority": self._priority(ticket),
            "problem": described(ticket) or self._say("queue-no-problem"),
            "home": self._home(entry, whole=True),
            "visits": self._visits(ticket.answers.get("maintenance.restriction")),
            "contact": self._person(entry, whole=True),
            "reporter": ", ".join(part for part in (reporter_of(ticket) or {}).values() if part),
            "registration": self._say(f"queue-registration.{ticket.registration or 'none'}", id=str(ticket.contact_id)),
            "channel": " · ".join(part for part in (file.reporter.channel, file.reporter.address, number) if part),
            "link": next((str(each.after) for each in file.history if each.act == "started"), ""),
        }
        yield from (f"{self._say(f'queue-line.{name}')}: {text}" for name, text in facts.items() if text)

    def _priority(self, ticket: Ticket) -> str:
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
        if answer is None or answer.value is None or not self.words.has(f"queue-priority.{answer.value}"):
            return str(answer.value or "") if answer else ""
        label = self._say(f"queue-priority.{answer.value}")
        return self._say("queue-priority-set", priority=label) if answer.author == "rule" else label

    def _home(self, entry: QueueEntry, *, whole: bool = False) -> str:
        known = home_of(entry)
        label = " · ".join(part for part in (known["unit"], known["address"]) if part)
        if not label:
            return self._say("queue-no-home")
        if not whole:
            return label
        return (
            self._say("queue-home.known", home=label, id=str(entry.home.id)) if entry.home else self._say("queue-home.claimed", home=label)
        )

    def _person(self, entry: QueueEntry, *, whole: bool = False) -> str:
        given = contact_of(entry)
        names = [" ".join(part for part in (given["first_name"], given["last_name"]) if part), given["company_name"]]
        details = [_formatted(name, value) for name in ("cnpj", "cpf", "email", "mobile") if (value := given[name])] if whole else []
        shown = " · ".join(part for part in (*names, *details) if part)
        return shown or ("" if whole else (reporter_of(entry.ticket) or {}).get("name") or "")

    def _visits(self, answer: Answer | None) -> str:
        if answer is None or answer.value is None:
            return ""
        if not isinstance(answer.value, VisitRestriction) or answer.value.status == "needs_agent":
            text = answer.value.text if isinstance(answer.value, VisitRestriction) else str(answer.value)
            return self._say("queue-visits-unread", text=text)
        can, cannot = restriction_words(answer.value)
        return self._say("queue-visits", can=can, cannot=cannot) if cannot else can

    def _answers(self, entry: QueueEntry) -> Iterator[str]:
        for key, answer in entry.ticket.answers.items():
            if key == CONFIRMED or key.startswith(OF_CALL):
                continue
            values = {
                "label": self._field_label(key),
                "value": self._value(key, answer, entry),
                "status": self._say(f"queue-answer-status.{answer.status}"),
                "author": self._say(f"queue-author.{answer.author}"),
            }
            line = self._say("queue-answer", **values)
            yield self._say("queue-answer-of", answer=line, message=str(answer.source)) if answer.source else line

    def _field_label(self, key: str) -> str:
        words = f"queue-field.{dashed(key.partition('.')[2])}"
        return self._say(words) if self.words.has(words) else key

    def _value(self, key: str, answer: Answer, entry: QueueEntry) -> str:
        if answer.value is None:
            return self._say("queue-nothing")
        if isinstance(answer.value, VisitRestriction):
            return answer.value.text or self._visits(answer)
        if key == "contract.home" and entry.home and entry.home.id == answer.value:
            return str(entry.home)
        label = next((f"{step.words}.{dashed(str(answer.value))}" for step in STEPS.values() if key in step.fills), "")
        if answer.status != "doubtful" and self.words.has(label):
            return self._say(label)
        return str(answer.value) if answer.status == "doubtful" else _formatted(key.partition(".")[2], str(answer.value))

    def _medium(self, each: Medium) -> str:
        where = each.place or self._say(f"queue-media-state.{dashed(each.state)}")
        size = f"{max(each.size / MEGABYTE, 0.1):.1f} MB".replace(".", ",") if each.size else ""
        kind = self._say(f"queue-said.{each.kind}")
        return " · ".join(part for part in (f"{kind} [{each.inbox_id}]", each.name, size, where) if part)

    def _line(self, spoken: Spoken) -> str:
        number = f" [{spoken.inbox_id}]" if spoken.inbox_id else ""
        kind = f"queue-said.{spoken.kind}"
        parts = [f"({self._say(kind)})"] if self.words.has(kind) else []
        parts += [spoken.text.replace("\n", "\n" + " " * INDENT)] if spoken.text else []
        return f"{self.local(spoken.at):%d/%m %Hh%M} {self._say(f'queue-author.{spoken.author}')}{number}: {' '.join(parts)}"

    def _say(self, words: str, **values: str) -> str:
        return self.words.say(words, values) if values else self.words.say(words)


def _formatted(name: str, value: str) -> str:
    return FORMATS[name](value) if name in FORMATS else value
