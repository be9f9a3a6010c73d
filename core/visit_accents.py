"""Words that look like others: "tá segunda" is not "esta segunda", "sô" is not "só", "posso ter" is not "posso terça"."""

import re

from core.visit_words import DAY_WORDS

_DAY = "|".join(word for word in DAY_WORDS if word.isalpha())
_MAY_DECEIVE = re.compile(rf"\b(?:so|(?:ta|tah|esta)(?=,? (?:{_DAY})\b))\b")
_OTHER_WORDS = frozenset(("sô", "sõ", "tá", "ta", "tah", "está"))


# "Ter" is the verb after these, unless a sign, a time or a link to one follows.
_BEFORE_THE_VERB = (
    "posso pode podem podemos vai vou vao vamos para pra de sem por que devo deve quero queria consigo poder poderia precisa preciso nao"
)
_AFTER_THE_DAY = (
    "a as e ate de das na no nao n num so apenas depois antes ou nem tambem tb tbm que qua qui sex sab dom seg pode posso da feira"
)
_VERB = re.compile(rf"\b(?:{'|'.join(_BEFORE_THE_VERB.split())}) (?P<verb>ter) (?!(?:{'|'.join(_AFTER_THE_DAY.split())})\b)[a-z]")


def unmistaken(text: str, folded: str) -> str:
    """The folded text, with blanks where the text as typed has another word than the tables would read."""
    for found in _MAY_DECEIVE.finditer(folded):
        start, end = found.span()
        if text[start:end].lower() in _OTHER_WORDS:
            folded = _blanked(folded, start, end)
    for found in _VERB.finditer(folded):
        folded = _blanked(folded, *found.span("verb"))
    return folded


def _blanked(folded: str, start: int, end: int) -> str:
    return f"{folded[:start]}{' ' * (end - start)}{folded[end:]}"
