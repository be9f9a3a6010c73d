"""The face of a card: a ticket as one agent sees it, field by field, and the buttons for what may be done now. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.desk.ticket_words import CONFIRMED, OF_CALL, TicketWords
from bot.fields import given_fields
from core.agents import Agent
from core.answers import Answer, first_value
from core.cards import AGENCY, CUSTOMER, Quote, digest, moved_to, newest_words, says_something, seen_digest
from core.characters import still
from core.conversations import Option
from core.names import fold
from core.permissions import may
from core.phones import format_mobile
from core.presses import Press, pressing
from core.queue import QueueEntry
from core.records import Record
from core.tickets import BY_PHONE, MOVES, Status, Ticket, awaits_approval, described, is_call_aside, name_of
from core.utf16 import head_of, units

LONGEST_VALUE, LONGEST_QUOTE = 300, 120  # UTF-16 units on a card; the ticket has them whole
NEWEST_WORDS = 3  # messages
MARKS: Mapping[str, str] = {"confirmed": "✓", "valid": "•", "doubtful": "?", "reopened": "↺", "skipped": "–"}  # by the answer's status
NUMBERS = ("individual.mobile", "company.mobile")


class Sight(NamedTuple):
    """What a card shows, and to whom. `quotes`: by inbox row, what was said."""

    entry: QueueEntry
    reader: Agent
    holder: Agent | None  # who goes on with it
    quotes: Mapping[int, Quote]
    merged: Sequence[QueueEntry] = ()  # what ended in it
    has_template: bool = False  # for what people say after the end of the window

    @property
    def ticket(self) -> Ticket:
        return self.entry.ticket


class Front(NamedTuple):
    """What a card shows to everybody."""

    text: str
    seen: str  # digest of what an approval confirms
    others: tuple[tuple[int, str], ...]  # whose own talks ended in this ticket: theirs, and their name


class Face(Record):
    """Two faces with one digest look alike."""

    text: str
    acts: tuple[str, ...]
    seen: str
    others: tuple[tuple[int, str], ...]

    @property
    def digest(self) -> str:
        return digest(self.text, self.acts, self.seen, self.others)


def front(words: TicketWords, sight: Sight, limit: int) -> Front:
    """Whoever reads it; within `limit` UTF-16 units."""
    text = still("\n".join((*_head(words, sight), "", *_fields(words, sight))))
    if units(text) > limit:
        end = words.say("card-more", {"name": name_of(sight.ticket)})
        text = f"{head_of(text, limit - units(end) - 2).rstrip()}…\n{end}"
    others = tuple((each.ticket.id, _reporter(words, each)) for each in sight.merged if _has_own_talk(each.ticket, sight.ticket))
    return Front(text, seen_digest(sight.ticket, newest_words(sight.quotes)), others)


def face(shown: Front, sight: Sight) -> Face:
    """To its reader: with the acts that are theirs."""
    acts = (act for act, wanted in ACTS_OF_A_CARD.items() if may(sight.reader.role, act) and wanted(sight))
    return Face(shown.text, tuple(acts), shown.seen, shown.others)


def buttons(words: TicketWords, shown: Face, card_id: int) -> tuple[Option, ...]:
    """What may be done; and to whom else a reply may go, which is chosen by taking that talk (F28)."""
    acts = [
        Option(act, label=words.say(f"card-act.{act.replace('_', '-')}", {}), data=pressing(Press("card", card_id, act, shown.seen)))
        for act in shown.acts
    ]
    others = [
        Option("reply", label=words.say("card-reply-to", {"name": name}), data=pressing(Press("ticket", number, "claim")))
        for number, name in shown.others
    ]
    return (*acts, *others)


# ── words ────────────────────────────────────────────────────────────────────


def _head(words: TicketWords, sight: Sight) -> Iterator[str]:
    """What it is, since when somebody waits, who has it, and how its customer can be told."""
    ticket = sight.ticket
    yield " · ".join((words.say("card-name", {"name": name_of(ticket)}), *words.state(ticket)))
    waits = words.say("card-waits", {"time": f"{words.local(ticket.waiting_since):%d/%m %Hh%M}"}) if ticket.waiting_since else ""
    yield from filter(None, [" · ".join(filter(None, (waits, words.target(ticket))))])
    yield words.say("card-holder", {"name": sight.holder.name}) if sight.holder else words.say("card-nobody", {})
    if (until := sight.entry.free_until) is not None:
        kind = "open" if until > words.now else "shut-template" if sight.has_template else "shut"
        yield words.say(f"card-window.{kind}", {"when": f"{words.local(until):%d/%m às %Hh%M}"})
    if sight.entry.unreachable:
        yield words.say("queue-unreachable", {})
    if sight.entry.doubted:
        yield words.say("queue-doubted", {})
    moved = moved_to(sight.quotes)
    if moved is not None and moved not in {first_value(ticket.answers, each) for each in NUMBERS}:
        yield words.say("card-moved", {"number": format_mobile(moved) if moved else words.say("card-no-number", {})})
    if sight.merged:
        yield words.say("card-merged", {"others": ", ".join(_reporter(words, each) for each in sight.merged)})
    if ticket.reply_to is None:
        number = first_value(ticket.answers, *NUMBERS) or (sight.entry.contact and sight.entry.contact.mobile)
        yield words.say("card-call", {"number": format_mobile(str(number)) if number else words.say("card-no-number", {})})


def _reporter(words: TicketWords, entry: QueueEntry) -> str:
    """Who reported what ended in another ticket, as far as it is known."""
    return words.person(entry) or name_of(entry.ticket)


def _has_own_talk(ticket: Ticket, there: Ticket) -> bool:
    return ticket.reply_to is not None and ticket.reply_to != there.reply_to


def _fields(words: TicketWords, sight: Sight) -> Iterator[str]:
    """A line for each answer; what was said stands below it where it is not the same."""
    ticket, quoted = sight.ticket, set[int]()
    if sight.entry.contact is not None:
        yield words.say("card-contact", {"contact": words.person(sight.entry, whole=True)})
    if not any(key.endswith(".description") for key in ticket.answers) and (told := described(ticket)):
        yield words.say("card-told", {"problem": _short(told, LONGEST_VALUE)})
    for key, answer in ticket.answers.items():
        if key == CONFIRMED or key.startswith(OF_CALL):
            continue
        value = _short(words.value(key, answer, sight.entry), LONGEST_VALUE)
        yield words.say("card-field", _of_field(words, key, answer, value))
        said = sight.quotes[answer.source].text if answer.source in sight.quotes else ""
        if said and answer.source not in quoted and fold(said) != fold(value):
            quoted.add(answer.source)
            yield words.say("card-quote", {"text": _short(said, LONGEST_QUOTE)})
    if since := _said_since(sight):
        yield words.say("card-since", {})
        yield from (words.say("card-quote", {"text": _short(each, LONGEST_QUOTE)}) for each in since)
    yield from (words.say("card-echo", {"text": _short(each, LONGEST_QUOTE)}) for each in _echoed(sight))


def _echoed(sight: Sight) -> Iterator[str]:
    """What was written last from the agency's own telephone; of a call, the words of the agent who registers it are none."""
    if sight.ticket.origin != BY_PHONE:
        yield from [each.text for _, each in sorted(sight.quotes.items()) if each.author == AGENCY and each.text.strip()][-1:]


def _said_since(sight: Sight) -> list[str]:
    """The customer's newest words that are in no field: said after the last answer that is theirs."""
    last = max((each.source for each in sight.ticket.answers.values() if each.author != "agent" and each.source), default=0)
    said = [
        each for source, each in sorted(sight.quotes.items()) if source > last and each.author == CUSTOMER and says_something(each.kind)
    ]
    return [each.text for each in said if each.text.strip()][-NEWEST_WORDS:]


def _of_field(words: TicketWords, key: str, answer: Answer, value: str) -> Mapping[str, str]:
    author = words.say(f"queue-author.{answer.author}", {})
    return {"mark": MARKS[answer.status], "label": words.field_label(key), "value": value, "author": author}


def _short(text: str, limit: int) -> str:
    """In one line."""
    line = " ".join(text.split())
    return line if units(line) <= limit else head_of(line, limit - 1).rstrip() + "…"


# ── what may be done ─────────────────────────────────────────────────────────

_OVER = frozenset(status for status in Status if not MOVES[status])


def _is_to_claim(sight: Sight) -> bool:
    return sight.holder is None and sight.ticket.status not in _OVER


def _is_to_take(sight: Sight) -> bool:
    return sight.holder is not None and sight.holder.id != sight.reader.id and sight.ticket.status not in _OVER


def _is_to_give_back(sight: Sight) -> bool:
    return sight.holder is not None and sight.holder.id == sight.reader.id and sight.ticket.reply_to is not None


def _is_to_approve(sight: Sight) -> bool:
    return awaits_approval(sight.ticket)


def _is_to_correct(sight: Sight) -> bool:
    return sight.ticket.status not in _OVER and bool(given_fields(sight.ticket))


def _is_to_send_back(sight: Sight) -> bool:
    ticket = sight.ticket
    was_sent = ticket.submitted_at is not None and ticket.reply_to is not None  # of a draft the assistant asks everything anyway
    return was_sent and not ticket.hazards and Status.SENT_BACK in MOVES[ticket.status] and bool(given_fields(ticket))


def _moves_to(*statuses: Status, of: frozenset[Status] = frozenset(Status)) -> Callable[[Sight], bool]:
    return lambda sight: sight.ticket.status in of and any(each in MOVES[sight.ticket.status] for each in statuses)


def _is_call_aside(sight: Sight) -> bool:
    return is_call_aside(sight.ticket) and sight.ticket.assignee_id == sight.reader.id


ACTS_OF_A_CARD: Mapping[str, Callable[[Sight], bool]] = {  # in the order of the buttons
    "continue_call": _is_call_aside,
    "claim": _is_to_claim,
    "take_from": _is_to_take,
    "approve": _is_to_approve,
    "correct": _is_to_correct,
    "send_back": _is_to_send_back,
    "start": _moves_to(Status.IN_PROGRESS),
    "resolve": _moves_to(Status.RESOLVED),
    "close": _moves_to(Status.CLOSED, of=frozenset({Status.RESOLVED})),
    "reopen": _moves_to(Status.REOPENED),
    "give_back": _is_to_give_back,
}
