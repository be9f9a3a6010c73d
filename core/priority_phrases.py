"""A text as phrases of the table in `core.priority_words`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count, pairwise
from typing import NamedTuple

from core.phrases import Phrases
from core.priority_words import SIGNS, Meaning, Part, phrases, spelt
from core.spelling import Speller
from core.tickets import Priority
from core.words import Memo, Words

_DRAWN_OUT = re.compile(r"([a-z])\1{2,}")
_DOUBLE = re.compile(r"([aeiou])\1+")
_OTHER = Meaning(Part.OTHER)
_TELLING = frozenset({Part.LEVEL, Part.NOUN, Part.STAGE, Part.WORD, Part.CLOSED, Part.SOON, Part.NOW})
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


def phrases_in(said: Words) -> list[Phrase]:
    """The longest phrase of the table at each place; none at all where no phrase can tell a priority.

    Words that are in no phrase are one together, and so is one that is said again and again.
    """
    table = _table()
    typed = [*map(table.word.__getitem__, said.texts)]
    if "-" in typed:
        typed = ["" if word == "-" and _is_inside(said, at) else word for at, word in enumerate(typed)]
    places, words = [*compress(count(), typed)], [*filter(None, typed)]
    if table.telling.isdisjoint(words) and table.telling.isdisjoint(pairwise(words)):
        return []
    runs: list[tuple[Meaning, int, int]] = []  # meaning, first word, and the one behind the last
    read = 0
    for at in compress(count(), map(table.phrases.__contains__, words)):
        if at < read:
            continue
        node = table.phrases[words[at]]
        goes_on = node and at + 1 < len(words) and words[at + 1] in node
        meaning, end = table.phrases.longest(words, at) if goes_on else (node.meaning, at + 1)
        if meaning is None:
            continue
        if read < at:
            runs.append((_OTHER, read, at))
        again = runs and runs[-1][0] is meaning and words[runs[-1][2] - 1] == words[end - 1]
        runs.append((meaning, runs.pop()[1] if again else at, end))
        read = end
    runs += [(_OTHER, read, len(words))] if read < len(words) else []
    return [Phrase(*meaning, said.starts[places[first]], said.end(places[end - 1]), words[end - 1]) for meaning, first, end in runs]


def _is_inside(said: Words, at: int) -> bool:
    """Of a sign: whether it stands between two letters, as in "guarda-roupa"."""
    around = said.folded[max(0, said.starts[at] - 1) : said.end(at) + 1]
    return around[0].isalpha() and around[-1].isalpha()


class _Table:
    """The phrases, and the spelling of their words. Written out on first use: there are some ten thousand.

    `telling`: the words, and two words of longer phrases, without which nothing tells a priority.
    """

    def __init__(self) -> None:
        written = [*phrases()]
        self._vocabulary = frozenset(word for words, _ in written for word in words)
        written += _signs()
        self.phrases = Phrases.of(written)
        self.telling = frozenset(
            max([*pairwise(words)][::-1], key=_letters, default=words[0]) for words, meaning in written if meaning.part in _TELLING
        )
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


def _letters(words: Sequence[str]) -> int:
    """Long words stand in few other phrases."""
    return sum(map(len, words))


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
