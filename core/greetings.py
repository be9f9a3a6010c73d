"""Greetings: the words before a message says anything."""

import re

from core.names import fold

_WORDS = (
    r"o+i+(?:e+)?", r"ol+a+", r"opa", r"hey", r"hello", r"alo+", r"bo[am] (?:dia|tarde|noite)", r"bdia", r"btarde", r"e ai", r"eai",
    r"(?:tudo|td) (?:bem|bom|certo|joia)(?: (?:com|por) (?:voce|vc|voces|vcs|ai))?", r"(?:como|cm) vai(?: (?:voce|vc|voces))?",
    r"prezad[oa]s?", r"(?:pessoal|gente|moc[oa]|amig[oa]|senhor[ae]?s?|querid[oa])(?=\s*[,!.\n]|\s*$|\s+(?:bo[am]|tudo|td)\b)",
)  # fmt: skip
_ONE = rf"(?:{'|'.join(_WORDS)})(?![a-z0-9])"
_GREETING = re.compile(rf"[^\w]*(?:(?:{_ONE})[^\w(+*_#@/\"']*)+")
_FIRST_LETTERS = frozenset("oahbetcdpgmsq")  # with which any of the words can begin


def greeting_end(folded: str) -> int:
    """Where what follows the leading greeting begins; 0 without a greeting."""
    if folded[:1] not in _FIRST_LETTERS and not folded[:1].isspace() and folded[:1].isalnum():
        return 0
    found = _GREETING.match(folded)
    return found.end() if found else 0


def is_greeting(text: str) -> bool:
    """Nothing but a greeting: "oi, bom dia! 👋"."""
    return 0 < greeting_end(fold(text)) == len(text)


def after_greeting(text: str) -> str:
    """The text less the greeting in front of it; a bare greeting stays."""
    return text[greeting_end(fold(text)) :] or text
