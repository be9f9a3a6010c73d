"""Words that look like others: "tá segunda" is not "esta segunda", "sô" is not "só", "posso ter" is not "posso terça"."""

from core.visit_words import DAY_WORDS
from core.words import Words

_THIS = frozenset(("ta", "tah", "esta"))  # before a day
_OTHER_WORDS = frozenset(("sô", "sõ", "tá", "ta", "tah", "está"))
# "Ter" is the verb after these, unless a sign, a time or a link to one follows.
_VERB = "ter"
_BEFORE_THE_VERB = frozenset(
    "posso pode podem podemos vai vou vao vamos para pra de sem por que devo deve quero queria consigo poder poderia precisa preciso"
    " nao".split()
)
_AFTER_THE_DAY = frozenset(
    "a as e ate de das na no nao n num so apenas depois antes ou nem tambem tb tbm que qua qui sex sab dom seg pode posso da feira".split()
)
_MAY_DECEIVE = _THIS | {"so", _VERB}


def unmistaken(text: str, said: Words) -> Words:
    """The folded text, with blanks where the text as typed has another word than the tables would read."""
    if _MAY_DECEIVE.isdisjoint(said.texts):
        return said
    others = [at for at, word in enumerate(said.texts) if word in _MAY_DECEIVE and _is_other(text, said, at)]
    return said.but(frozenset(others)) if others else said


def _is_other(text: str, said: Words, at: int) -> bool:
    if said.texts[at] == _VERB:
        return _is_verb(said.texts, at)
    return text[said.starts[at] : said.end(at)].lower() in _OTHER_WORDS and (said.texts[at] not in _THIS or _leads_to_day(said.texts, at))


def _leads_to_day(texts: list[str], at: int) -> bool:
    following = texts[at + 1 : at + 3]
    return bool(following) and following[following[0] == "," and len(following) > 1] in DAY_WORDS


def _is_verb(texts: list[str], at: int) -> bool:
    """ "Posso ter visita", but not "posso ter e qui"."""
    before, after = texts[max(0, at - 1) : at], texts[at + 1 : at + 2]
    return before != [] and before[0] in _BEFORE_THE_VERB and after != [] and after[0].isalpha() and after[0] not in _AFTER_THE_DAY
