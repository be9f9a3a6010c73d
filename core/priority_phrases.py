"""A text as phrases of the table in `core.priority_words`."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from core.glance import Beginnings, hints
from core.priority_words import SIGNS, Meaning, Part, phrases, spelt
from core.spelling import Speller
from core.tickets import Priority

_TOKENS = re.compile(rf"[sc]/(?=\s)|[a-z0-9]+(?:(?<=[a-z])-[a-z]+)*|[,.;:!?\n()\x00/|=–—-]|[{''.join(SIGNS)}]")
_SIGN = re.compile(f"[{''.join(SIGNS)}]")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_DOUBLE = re.compile(r"([aeiou])\1+")
_STOP = Meaning(Part.STOP)
_OTHER = Meaning(Part.OTHER)
_ALIKE = (  # words near those of the table that are none of them
    "baia baias medida medidas medica medico medicas medias meia meias mesmo presa preso presas presos pressao presta baixar baixas "
    "baixou baixos faixa caixa altar altas altos esperam esperei esperou melhora melhorar tenha tinha porta portas prima parede pareda "
    "deixou deixei rapidos quanta quantos quartos quarto minhas agente gentes ardendo morder logos longo demora demorar demorou colar "
    "medir certa"
).split()


class Phrase(NamedTuple):
    """A phrase of a message, or a word or sign that is none."""

    part: Part
    value: Priority | None
    denied: Priority | None
    start: int
    end: int
    word: str  # the last one, or the sign


def may_tell(folded: str, begun: Beginnings) -> bool:
    """The quick look: a word of the table, one with many neighbours ("pressa", "preso"), two of a phrase ("quando puder"), or a sign."""
    if not _HINTS.isdisjoint(begun):
        return True
    if not _NEAR_HINTS.isdisjoint(begun) and _NEAR.search(folded):
        return True
    firsts, seconds = _FIRST_HINTS & begun, _SECOND_HINTS & begun
    if firsts and seconds and len(firsts | seconds) > 1:
        return True
    return (not folded.isascii() and bool(_SIGN.search(folded))) or begun <= _NOW_HINTS


def phrases_in(folded: str) -> list[Phrase]:
    """The longest phrase of the table at each place. Words that are none are one phrase together, and so is one said again and again."""
    found = [*_TOKENS.finditer(folded)]
    words = [_word(each[0]) for each in found]
    runs: list[list[Any]] = []  # meaning, first and last word
    at = 0
    while at < len(words):
        meaning, length = _longest(words, at) if words[at] in _TREE else (_OTHER, 1)
        if runs and meaning is runs[-1][0] and (meaning is _OTHER or words[at + length - 1] == words[runs[-1][2]]):
            runs[-1][2] = at + length - 1
        else:
            runs.append([meaning, at, at + length - 1])
        at += length
    return [
        Phrase(meaning.part, meaning.value, meaning.denied, found[first].start(), found[last].end(), words[last])
        for meaning, first, last in runs
    ]


def _longest(words: Sequence[str], start: int) -> tuple[Meaning, int]:
    node, best, length = _TREE, _OTHER, 1
    for at in range(start, len(words)):
        if words[at] not in node:
            break
        node = node[words[at]]
        if node.meaning:
            best, length = node.meaning, at - start + 1
    return best, length


class _Node(dict[str, "_Node"]):
    """The phrases that go on with a word; `meaning` of the one that ends here."""

    meaning: Meaning | None = None


def _tree() -> _Node:
    tree = _Node()
    meant = [*phrases(), *(((sign,), meaning) for sign, meaning in SIGNS.items()), *(((stop,), _STOP) for stop in _STOPS)]
    for words, meaning in meant:
        node = tree
        for word in words:
            node = node.setdefault(word, _Node())
        node.meaning = meaning
    return tree


@lru_cache(maxsize=4_096)  # words; people write few different ones
def _word(typed: str) -> str:
    """As the table has it: drawn out ("urgenteeee"), in another spelling ("qdo") or with a slip ("urgemte")."""
    for word in (typed, _DRAWN_OUT.sub(r"\1\1", typed), _DRAWN_OUT.sub(r"\1", typed), _DOUBLE.sub(r"\1", typed)):
        if (known := spelt(word)) in _VOCABULARY:
            return known
    return _SPELLER.meant(_DRAWN_OUT.sub(r"\1", typed))


_STOPS = ",.;:!?\n()\x00/|=–—-"
_VOCABULARY = frozenset(word for words, _ in phrases() for word in words)
_SPELLER = Speller(
    "urgente urgencia emergencia prioridade esperar imediato imediata possivel brevidade pressa media baixa altissima baixissima".split(),
    (*_VOCABULARY, *_ALIKE),
)
_TREE = _tree()
# The quick look: words of the table that begin like few others, like many, and those that say something only in twos.
_HINTS = hints(
    "urgente urjente urgnte uregnte ugente hurgente urg orgente uirgente prexa isperar prioridade emergencia imergencia alta alto "
    "altissima auta aulta haltas alata media mdia medya midia meida medio moderada moderado baixa baxa bx baixissima baicha asap imediato "
    "emediato brevidade maxima minima nivel grau categoria classificacao calma maciota afobacao aperreio stress".split()
)
_NEAR = re.compile(
    r"\b(?:press|presa\b|espera|aguardar|antes\b|(?:ante)?ontem\b|elevada|intermediari|corre(?:r|ndo)|(?:seu|o) tempo\b|tempo de\b"
    r"|(?:do|no|um) meio\b|ultim|impossivel|estress|neura|demora|s/|low\b|high\b|apressad)"
)
_NEAR_HINTS = hints(
    "pressa esperar aguardar antes ontem anteontem elevada intermediaria correr correndo tempo meio ultimo impossivel estresse "
    "neura demorar s low high apressado".split()
)
_FIRST_HINTS = hints(
    "quando qdo qnd qndo qto qnto quanto rapido rapida agora agr ja logo hoje hj depois dps mais pode podem tem deixa deixar outro "
    "para pra pro p meio assim as sem vida isso".split()
)
_SECOND_HINTS = hints(
    "der derem puder puderem tiver tiverem possivel conseguir conseguirem quiser quiserem sobrar houver cedo rapido rapida breve "
    "ligeiro depressa preciso precisamos precisa quero vem venha venham vir manda mande mandem mandar resolve resolver resolva "
    "resolvam arruma arrume arrumem arrumar agora agr ja logo hoje hj depois dps tempo frente adiante dia soon ser livre livres "
    "calhar morte termo pode podem".split()
)
_NOW_HINTS = hints("agora agr mesmo msm rapido rapidinho imediatamente depressa ligeiro hoje e ja por favor pf pfv logo".split())  # alone
