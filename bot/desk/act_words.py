"""What an agent types behind a verb, as the input of its act: `/prioridade #12 alta`, `/corrigir #12 email ana@x.com`."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from bot.fields import field_meant, fields_meant, written
from bot.talk import Talk
from core.agents import Agent
from core.answers import read_option
from core.names import fold
from core.supervision import Level
from core.tickets import Priority, Ticket

Given = Mapping[str, Any]
Reader = Callable[[Talk, Ticket, str, Agent], Given | None]

_NUMBER = re.compile(r"(?:--)?(contato|contact|imovel|home)[ #]*(\d{1,18})\b")
_KEYS = {"contato": "contact", "contact": "contact", "imovel": "home", "home": "home"}
_PENDING = re.compile(r"(?:--)?(?:pendente|pending)\b")
_SURE = re.compile(r" (?:sim|confirmo)$")


def _whatever(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given:
    return {"text": text} if text else {}


def _words(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    return {"text": text} if text else None


def _approval(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """ "contato 12 imovel 3", or "pendente"."""
    plain = fold(text)
    found: dict[str, Any] = {_KEYS[key]: int(number) for key, number in _NUMBER.findall(plain)}
    if _PENDING.search(plain):
        found["pending"] = True
    return found if found or not plain else None


def _priority(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    return _one_of(text, {each: talk.turn.say(f"queue-priority.{each}") for each in Priority}, "level")


def _level(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """By its label, or as the settings spell it."""
    if fold(text) in list(Level):
        return {"level": fold(text)}
    return _one_of(text, {each: talk.turn.say(f"level-name.{each}") for each in Level}, "level")


def _one_of(text: str, labels: Mapping[Any, str], name: str) -> Given | None:
    index = read_option(text, list(labels.values())) if text else None
    return None if index is None else {name: str(list(labels)[index])}


def _colleague(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """By name, or its beginning where that is one person's."""
    said = fold(text)
    named = _named(talk.turn.agents(), said.__eq__) or _named(talk.turn.agents(), lambda name: name.startswith(said))
    return {"agent": named[0].id} if said and len(named) == 1 else None


def _named(agents: Iterable[Agent], fits: Callable[[str], bool]) -> list[Agent]:
    return [each for each in agents if fits(fold(each.name))]


def _assignee(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    return _colleague(talk, ticket, text, writer) if text else {"agent": writer.id}


def _survivor(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """ "2026-000012-3", with "sim" behind it for another customer's."""
    there = talk.turn.find_ticket(_SURE.sub("", text).strip()) if text else None
    return None if there is None else {"into": there.id, "sure": bool(_SURE.search(fold(text)))}


def _correction(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """ "email ana@x.com"; what stood there goes along, so that nobody corrects what somebody else has just corrected."""
    step, value = field_meant(talk, ticket, text)
    return None if step is None or not value else {"field": step.state, "value": value, "before": written(ticket, step)}


def _fields(talk: Talk, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """ "celular, cpf"."""
    steps = fields_meant(talk, ticket, text)
    return {"fields": [each.state for each in steps]} if steps else None


READERS: Mapping[str, Reader] = {
    "approve": _approval,
    "assign": _assignee,
    "cancel": _words,
    "correct": _correction,
    "merge": _survivor,
    "note": _words,
    "prioritise": _priority,
    "say": _words,
    "send_back": _fields,
    "supervise": _level,
    "transfer": _colleague,
}


def input_of(talk: Talk, act: str, ticket: Ticket, text: str, writer: Agent) -> Given | None:
    """None: what the act needs is not in the text."""
    return READERS.get(act, _whatever)(talk, ticket, text, writer)
