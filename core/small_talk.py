"""What people say around a report: thanks, "já resolveu", who they are to the home."""

import re
from datetime import UTC, datetime

from core.names import fold
from core.reading import read_message

_THANKS = re.compile(r"(?:muito |mt[o]? )?(?:obrigad[oa]|brigad[oa]|valeu|vlw|agradeco|grat[oa]|tks|thanks)(?: mesmo| viu| demais)?")
_SOLVED = re.compile(
    r"(?:ja )?(?:esta |ta |foi |se |ficou )?"
    r"(?:resolvid[oa]|resolveu|resolvi|consertad[oa]|consertei|consertaram|arrumaram|arrumad[oa]|voltou a funcionar)"
    r"(?: ja| sozinh[oa]| aqui| tudo)?"
)
_RELATION = re.compile(r"^(?:(?:oi|ola),? )?(?:eu )?(?:sou|aqui e|falo como)?\s*(?:o|a|um|uma)?\s*")
_BUTTONS = frozenset(
    {"corrigir", "enviar", "pular", "pula", "confirmar", "continuar", "nao sei", "nao tenho", "sou eu", "eu", "eu mesmo", "eu mesma"}
)
_SIGNS = re.compile(r"[^\w ]+")
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # the day does not matter where no time is read


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


def is_thanks(text: str) -> bool:
    """Only thanks: "obrigada!", "muito obrigado viu"."""
    return _THANKS.fullmatch(_plain(text)) is not None


def says_solved(text: str) -> bool:
    """Only that the problem is gone: "já resolveu"."""
    return _SOLVED.fullmatch(_plain(text)) is not None


def relation_in(text: str) -> str:
    """The relation inside a claim of one: "sou o porteiro" gives "porteiro"."""
    start = _RELATION.match(fold(text))
    return text[start.end() :].strip(" ,.!") if start else text


def answers_who(text: str) -> bool:
    """Whether a text may be somebody's name: no sentence about the home, no other answer, no button."""
    read = read_message(text, now=_ANY_DAY)
    other = (read.kind, read.description, read.priority, read.role, read.restriction, read.address)
    return not any(other) and _plain(text) not in _BUTTONS
