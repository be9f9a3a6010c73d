"""Tickets that wait for people, as text for a person and as JSON for a program."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.desk.lists import PARTS
from bot.desk.ticket_words import TicketWords, contact_of, home_of, reporter_of
from bot.steps import dashed
from core.answers import Answer, value_of
from core.characters import still
from core.phones import format_mobile
from core.queue import Only, QueueEntry
from core.tickets import described, name_of
from core.urgency import STATED, suggested_priority
from core.visits import VisitRestriction
from storage.media import Medium
from storage.messages import AGENT, BOT, Spoken
from storage.queue import TicketFile

CUSTOMER, NAMELESS = "customer", ("customer", BOT, AGENT)  # authors of what was said; agents stand there by name
MEGABYTE = 1_000_000
INDENT = 6  # columns of the later lines of a message
FILTERS: Mapping[str, Only] = {
    name: only for name, only in PARTS.items() if only not in (Only.ANY, Only.MINE)
}  # nobody is asked who they are


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
        "doubted": entry.doubted,
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
class View(TicketWords):
    """Tickets at the command line."""

    def queue(self, entries: Sequence[QueueEntry], only: Only = Only.ANY) -> str:
        """The list: two or three lines a ticket."""
        if not entries:
            return self._say("queue-empty" if only == Only.ANY else "queue-none-such")
        head = self._say("queue-one") if len(entries) == 1 else self._say("queue-many", count=str(len(entries)))
        return "\n\n".join((head, *map(self.short, entries), self._say("queue-more", name=name_of(entries[0].ticket).lstrip("#"))))

    def ticket(self, file: TicketFile) -> str:
        """One ticket whole: what is known, each answer with its origin, and all that was said."""
        parts = ["\n".join(self._facts(file))]
        if file.entry.ticket.answers:
            parts.append("\n".join((self._say("queue-answers"), *(f"  {line}" for line in self.answers(file.entry)))))
        if file.media:
            parts.append("\n".join((self._say("queue-media"), *(f"  {self._medium(each)}" for each in file.media))))
        if file.transcript:
            parts.append("\n".join((self._say("queue-transcript"), *(f"  {self._line(each)}" for each in file.transcript))))
        return "\n\n".join((self.title(file.entry), *map(still, parts)))

    def approved(self, entry: QueueEntry) -> str:
        """What an approval did."""
        lines = [self._say("queue-approved", name=name_of(entry.ticket))]
        if entry.contact:
            lines.append(self._say("queue-approved-contact", id=str(entry.contact.id), contact=self.person(entry)))
        if entry.home:
            lines.append(self._say("queue-approved-home", id=str(entry.home.id), home=self.home(entry)))
        return "\n".join(lines)

    def _facts(self, file: TicketFile) -> Iterator[str]:
        entry, ticket = file.entry, file.entry.ticket
        kind = value_of(ticket.answers, "start.kind")
        number = format_mobile(file.reporter.number) if file.reporter.number else ""
        facts = {
            "kind": self._say(f"queue-kind.{dashed(str(kind))}") if kind else "",
            "priority": self.priority(ticket),
            "problem": described(ticket) or self._say("queue-no-problem"),
            "home": self.home(entry, whole=True),
            "visits": self.visits(ticket.answers.get("maintenance.restriction")),
            "contact": self.person(entry, whole=True),
            "reporter": ", ".join(part for part in (reporter_of(ticket) or {}).values() if part),
            "registration": self._say(f"queue-registration.{ticket.registration or 'none'}", id=str(ticket.contact_id)),
            "channel": " · ".join(part for part in (file.reporter.channel, file.reporter.address, number) if part),
            "link": next((str(each.after) for each in file.history if each.act == "started"), ""),
        }
        yield from (f"{self._say(f'queue-line.{name}')}: {text}" for name, text in facts.items() if text)

    def _medium(self, each: Medium) -> str:
        where = each.place or self._say(f"queue-media-state.{dashed(each.state)}")
        size = f"{max(each.size / MEGABYTE, 0.1):.1f} MB".replace(".", ",") if each.size else ""
        kind = self._say(f"queue-said.{each.kind}")
        return " · ".join(part for part in (f"{kind} [{each.inbox_id}]", each.name, size, where) if part)

    def _line(self, spoken: Spoken) -> str:
        number = f" [{spoken.inbox_id}]" if spoken.inbox_id else ""
        is_text = spoken.author != CUSTOMER or spoken.kind == "text"
        parts = [] if is_text else [f"({self._say(f'queue-said.{spoken.kind}')})"]
        parts += [spoken.text.replace("\n", "\n" + " " * INDENT)] if spoken.text else []
        return f"{self.local(spoken.at):%d/%m %Hh%M} {self._author(spoken.author)}{number}: {' '.join(parts)}"

    def _author(self, author: str) -> str:
        """An agent by their own name."""
        return self._say(f"queue-author.{author}") if author in NAMELESS else author
