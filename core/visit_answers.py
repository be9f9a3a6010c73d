"""Whether a text may answer when somebody can be received, though nobody could read its times."""

import re

from core.asides import read_aside
from core.names import fold
from core.visit_accents import unmistaken
from core.visit_grammar import MAX_LENGTH
from core.visit_times import TIMES
from core.visit_tokens import Kind, tokens
from core.words import cut

_OF_TIMES: frozenset[Kind] = frozenset(
    (*TIMES, *("only", "any", "free", "off", "duty", "holiday", "vague", "reason", "leave", "ends", "early", "home", "week"))
)
_GETS_IN = re.compile(r"\b(?:chaves?|portaria|porteir[oa]|vizinh[oa]|avis\w+|combin\w+|(?:me )?lig(?:a|ue|ar|uem))\b")  # how one gets in


def may_tell_times(text: str) -> bool:
    """A day, an hour or a word of availability stands in it ("12x36", "eu trabalho"), who opens ("a chave está na portaria"), or that
    somebody does not know yet. "É Ana Prado" and "obg" are nothing of it.
    """
    return len(text) > MAX_LENGTH or _speaks_of_times(text) or _GETS_IN.search(fold(text)) is not None or read_aside(text) == "declines"


def _speaks_of_times(text: str) -> bool:
    return any(token.strong or token.kind in _OF_TIMES for token in tokens(unmistaken(text, cut(fold(text))), None))
