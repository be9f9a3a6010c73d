"""Whether a person may still be written to freely; and where not, what goes in a template that the platform has approved (F24)."""

from bot.asking import shortened, told_problem
from bot.copy import Words
from bot.result import Result, SetTimer
from bot.talk import Talk
from core.conversations import Prompt
from core.messages import Template, Timer
from core.records import evolve
from core.templates import LONGEST, PARAMETERS, Use
from core.tickets import UNFINISHED, Ticket
from core.utf16 import head_of, units

WINDOW = "window"  # the timer of its end


def is_shut(talk: Talk) -> bool:
    until = talk.conversation.free_until
    return until is not None and until <= talk.turn.now


def watch_window(talk: Talk) -> None:
    """People who look at a ticket see it end; the card of one that was sent stands, though nobody waits."""
    until, it = talk.conversation.free_until, talk.ticket
    is_seen = talk.owned or it.waiting_since or it.assignee_id or it.status not in UNFINISHED
    if until is not None and not is_shut(talk) and is_seen:
        talk.timers.append(SetTimer(WINDOW, 0, until))


def hear_window(talk: Talk, heard: Timer) -> None:
    """It has ended: the cards say so after this turn."""
    talk.silent = True


# ── what is said nevertheless ────────────────────────────────────────────────


def has_template(talk: Talk, use: Use) -> bool:
    return talk.turn.template(use) is not None


def in_template(talk: Talk, use: Use, prompt: Prompt, *values: str) -> Prompt | None:
    """The same in the template of that use; None where the account has none. What is too long ends in "…"."""
    approved = talk.turn.template(use)
    if approved is None:
        return None
    *first, last = [_line(talk, each) for each in values]
    room = _room(talk, use, first)
    if units(last) > room:
        last = Words(head_of(last, room - 1).rstrip() + "…")
    text = talk.turn.say(f"template.{use}", dict(zip(PARAMETERS[use], (*first, last), strict=True)))
    return evolve(prompt, text=text, options=(), template=Template(approved.name, approved.language, (*first, last)))


def fits_template(talk: Talk, ticket: Ticket, text: str) -> bool:
    """Whether an agent's words go whole."""
    return units(_line(talk, text)) <= _room(talk, "question", [subject(talk, ticket)])


def as_question(talk: Talk, ticket: Ticket, prompt: Prompt) -> Prompt | None:
    """What is asked, its options in a line of text."""
    options = " ".join(f"{number}. {each.label}" for number, each in enumerate(prompt.options, 1))
    return in_template(talk, "question", prompt, subject(talk, ticket), Words(f"{prompt.text} {options}"))


def as_reminder(talk: Talk) -> Prompt | None:
    return in_template(talk, "reminder", Prompt("nudge", ""), shortened(told_problem(talk)))


def as_news(talk: Talk, ticket: Ticket, prompt: Prompt) -> Prompt | None:
    return in_template(talk, "status", prompt, subject(talk, ticket), prompt.text)


def subject(talk: Talk, ticket: Ticket) -> str:
    """ "o chamado 2026-000123-4" """
    return talk.turn.say("template.ticket", {"reference": ticket.reference}) if ticket.reference else talk.turn.say("template.report")


def _line(talk: Talk, text: str) -> str:
    """The platform takes no line break in a value; a customer's own asterisk opens no bold."""
    line = " ".join(text.split())
    return talk.turn.say("template.value", {"value": Words(line) if isinstance(text, Words) else line})


def _room(talk: Talk, use: Use, first: list[str]) -> int:
    return LONGEST - units(talk.turn.say(f"template.{use}", dict(zip(PARAMETERS[use], (*first, ""), strict=True))))


# ── what is not said ─────────────────────────────────────────────────────────


def refused_shut(talk: Talk, words: str) -> Result:
    """Why an agent's act is not done, and what can be done."""
    return Result("refused", talk.turn.say(f"window.{words}", {"when": shut_since(talk)}))


def shut_since(talk: Talk) -> str:
    until = talk.conversation.free_until
    return f"{talk.turn.local(until):%d/%m às %Hh%M}" if until else ""
