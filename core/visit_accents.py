"""Words that folding makes look like others: "tá segunda" is not "esta segunda", "sô" is not "só"."""

from core.visit_words import DAY_WORDS
from core.words import Words

_THIS = frozenset(("ta", "tah", "esta"))  # before a day
_MAY_DECEIVE = _THIS | {"so"}
_OTHER_WORDS = frozenset(("sô", "sõ", "tá", "ta", "tah", "está"))


def unmistaken(text: str, said: Words) -> Words:
    """The folded text, with blanks where the text as typed has another word than the tables would read."""
    if _MAY_DECEIVE.isdisjoint(said.texts):
        return said
    others = [at for at, word in enumerate(said.texts) if word in _MAY_DECEIVE and _is_other(text, said, at)]
    return said.but(frozenset(others)) if others else said


def _is_other(text: str, said: Words, at: int) -> bool:
    return text[said.starts[at] : said.end(at)].lower() in _OTHER_WORDS and (said.texts[at] not in _THIS or _leads_to_day(said.texts, at))


def _leads_to_day(texts: list[str], at: int) -> bool:
    following = texts[at + 1 : at + 3]
    return bool(following) and following[following[0] == "," and len(following) > 1] in DAY_WORDS
