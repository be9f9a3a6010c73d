"""Words that folding makes look like others: "tá segunda" is not "esta segunda", "sô" is not "só"."""

import re

from core.visit_words import DAY_WORDS

_DAY = "|".join(word for word in DAY_WORDS if word.isalpha())
_MAY_DECEIVE = re.compile(rf"\b(?:so|(?:ta|tah|esta)(?=,? (?:{_DAY})\b))\b")
_OTHER_WORDS = frozenset(("sô", "sõ", "tá", "ta", "tah", "está"))


def unmistaken(text: str, folded: str) -> str:
    """The folded text, with blanks where the text as typed has another word than the tables would read."""
    for found in _MAY_DECEIVE.finditer(folded):
        start, end = found.span()
        if text[start:end].lower() in _OTHER_WORDS:
            folded = f"{folded[:start]}{' ' * (end - start)}{folded[end:]}"
    return folded
