"""A text as phrases of the table in `core.priority_words`."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.glance import hints
from core.phrases import Phrases
from core.priority_words import SIGNS, Meaning, Part, phrases, spelt
from core.spelling import Speller
from core.tickets import Priority
from core.words import Memo, Words

_SIGN = re.compile(f"[{''.join(SIGNS)}]")
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_DOUBLE = re.compile(r"([aeiou])\1+")
_OTHER = Meaning(Part.OTHER)
_TELLING = frozenset({Part.LEVEL, Part.NOUN, Part.STAGE, Part.NUMBER, Part.WORD, Part.CLOSED, Part.SOON, Part.NOW})
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


def may_tell(said: Words) -> bool:
    """The quick look: a word of the table, one with many neighbours ("pressa", "preso"), two of a phrase ("quando puder"), or a sign."""
    folded, begun = said.folded, said.begun
    if not _HINTS.isdisjoint(begun):
        return True
    if not _NEAR_HINTS.isdisjoint(begun) and _NEAR.search(folded):
        return True
    firsts, seconds = _FIRST_HINTS & begun, _SECOND_HINTS & begun
    if firsts and seconds and len(firsts | seconds) > 1:
        return True
    return (not folded.isascii() and bool(_SIGN.search(folded))) or (len(begun) <= len(_NOW_HINTS) and begun <= _NOW_HINTS)


def phrases_in(said: Words) -> list[Phrase]:
    """The longest phrase of the table at each place; none at all where no phrase tells a priority.

    Words that are in no phrase are one together, and so is one that is said again and again.
    """
    table = _table()
    typed = [*map(table.word.__getitem__, said.texts)]
    places = [at for at, word in enumerate(typed) if word and not (word == "-" and _is_inside(said, at))]
    words = [typed[at] for at in places]
    runs: list[tuple[Meaning, int, int]] = []  # meaning, first word, and the one behind the last
    read = 0
    for at, node in [(at, node) for at, node in enumerate(map(table.phrases.get, words)) if node is not None]:
        if at < read:
            continue
        goes_on = node and at + 1 < len(words) and words[at + 1] in node
        meaning, end = table.phrases.longest(words, at) if goes_on else (node.meaning, at + 1)
        if meaning is None:
            continue
        if read < at:
            runs.append((_OTHER, read, at))
        again = runs and runs[-1][0] is meaning and words[runs[-1][2] - 1] == words[end - 1]
        runs.append((meaning, runs.pop()[1] if again else at, end))
        read = end
    if _TELLING.isdisjoint(meaning.part for meaning, _, _ in runs):
        return []
    runs += [(_OTHER, read, len(words))] if read < len(words) else []
    return [Phrase(*meaning, said.starts[places[first]], said.end(places[end - 1]), words[end - 1]) for meaning, first, end in runs]


def _is_inside(said: Words, at: int) -> bool:
    """Of a sign: whether it stands between two letters, as in "guarda-roupa"."""
    around = said.folded[max(0, said.starts[at] - 1) : said.end(at) + 1]
    return around[0].isalpha() and around[-1].isalpha()


class _Table:
    """The phrases, and the spelling of their words. Written out on first use: there are some ten thousand."""

    def __init__(self) -> None:
        written = [*phrases()]
        self._vocabulary = frozenset(word for words, _ in written for word in words)
        self.phrases = Phrases.of((*written, *_signs()))
        self._speller = Speller(_MISTYPED, (*self._vocabulary, *_ALIKE))
        self.word = Memo(self._word)

    def _word(self, typed: str) -> str:
        """As the table has it: drawn out ("urgenteeee"), in another spelling ("qdo") or with a slip ("urgemte"); "" for other signs."""
        if typed[0] > "z" or not typed[0].isalnum():
            return typed[0] if typed[0] in self.phrases else ""
        typed = typed.rstrip("ªº")
        for word in (typed, _DRAWN_OUT.sub(r"\1\1", typed), _DRAWN_OUT.sub(r"\1", typed), _DOUBLE.sub(r"\1", typed)):
            if (known := spelt(word)) in self._vocabulary:
                return known
        return self._speller.meant(_DRAWN_OUT.sub(r"\1", typed))


def _signs() -> Iterator[tuple[tuple[str, ...], Meaning]]:
    yield from (((sign,), meaning) for sign, meaning in SIGNS.items())
    yield from (((stop,), Meaning(Part.STOP)) for stop in _STOPS)


@cache
def _table() -> _Table:
    return _Table()


_STOPS = ",.;:!?\n()\x00/|=–—-"
_MISTYPED = (
    "urgente urgencia emergencia prioridade esperar imediato imediata possivel brevidade pressa media baixa altissima baixissima".split()
)
# The quick look: words of the table that begin like few others, like many, and those that say something only in twos.
_HINTS = hints(
    "urgente urjente urgnte uregnte ugente hurgente urg orgente uirgente prexa isperar prioridade emergencia imergencia alta alto "
    "altissima auta aulta haltas alata media mdia medya midia meida medio moderada moderado baixa baxa bx baixissima baicha asap imediato "
    "emediato brevidade rapidez arta maxima minima nivel grau categoria classificacao calma maciota afobacao aperreio stress fila "
    "corre corram".split()
)
_NEAR = re.compile(
    r"\b(?:press|presa\b|esper[ao]|aguardar|antes\b|(?:ante)?ontem\b|elevada|intermediari|corre(?:r|ndo)|(?:seu|o) tempo\b|tempo de\b"
    r"|(?:do|no|um) meio\b|levando\b|ultim|impossivel|estress|neura|demor|s/|low\b|high\b|apressad)"
)
_NEAR_HINTS = hints(
    "pressa esperar aguardar antes ontem anteontem elevada intermediaria correr correndo tempo meio ultimo impossivel estresse levando "
    "neura demorar s/ low high apressado".split()
)
_FIRST_HINTS = hints(
    "quando qdo qnd qndo qto qnto quanto rapido rapida agora agr ja logo hoje hj depois dps mais pode podem tem deixa deixar outro "
    "para pra pro p meio assim as sem vida isso hora dia qualquer".split()
)
_SECOND_HINTS = hints(
    "der derem puder puderem tiver tiverem possivel conseguir conseguirem quiser quiserem sobrar houver cedo rapido rapida breve "
    "ligeiro depressa preciso precisamos precisa quero vem venha venham vir manda mande mandem mandar resolve resolver resolva "
    "resolvam arruma arrume arrumem arrumar agora agr ja logo hoje hj depois dps tempo frente adiante dia soon ser livre livres "
    "calhar morte termo pode podem semana mes melhor sobrar aparecer".split()
)
_NOW_HINTS = hints("agora agr mesmo msm rapido rapidinho imediatamente depressa ligeiro hoje e ja por favor pf pfv logo".split()) | {
    *_STOPS
}  # alone
