"""What a report tells of: the words that speak of a home's parts and of what is wrong with them, clause by clause."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.spelling import Speller
from core.trouble_words import PARTS, TOLD_ALONE, WORDS, Sign

Signs = frozenset[Sign]
Span = tuple[int, int]
NONE: Signs = frozenset()
REACH = 3  # words between "não" and what does not work, "sem" and what is missing
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_STRONG = frozenset({Sign.LEAK, Sign.DAMP, Sign.DEAD, Sign.DANGER, Sign.REPAIR, Sign.CRAFT})  # wrong whatever it is said of
_WEAK = frozenset(
    {Sign.LOOSE, Sign.MARK, Sign.NUISANCE, Sign.WORKS, Sign.DO, Sign.OPEN, Sign.WITHOUT, Sign.NOT, Sign.CUT, Sign.ENTERS}
)  # wrong of a part of a home
_NAMED = PARTS | {Sign.WATER, Sign.POWER}
_CLAUSE_ENDS = re.compile(r"[,.;:!?\n()\x00]|\b(?:mas|porem|so que|e que|porque|pq)\b")
_SHORTEST_STEM = 3  # letters
_MISTYPED = (  # words that are known with a slip; most others stand too near to words of other matters ("unidade", "atende")
    "chuveiro torneira descarga privada banheiro fechadura geladeira aquecedor lampada interfone vazamento vazando infiltracao entupido "
    "entupida entupiu queimou quebrou quebrada quebrado pingando goteira disjuntor tomada esgoto energia encanador eletricista manutencao "
    "conserto funciona funcionando esquenta rachadura janela armario"
).split()
_ALIKE = "tomando tocada janelas concerto concertos tomara tornar energica".split()


class Clause(NamedTuple):
    """The words of a clause that mean something, each with what it means; `said` is all of it."""

    words: Sequence[str]
    signs: Sequence[Signs]
    said: Signs

    def tells(self, *signs: Sign) -> bool:
        return not self.said.isdisjoint(signs)

    def fails(self) -> bool:
        """ "não liga", "não consigo ligar"."""
        if Sign.NOT not in self.said:
            return False
        return self.near(Sign.NOT, Sign.WORKS) or (self.near(Sign.NOT, Sign.TRY) and self.near(Sign.TRY, Sign.DO, Sign.TOILET))

    def is_missing(self, *what: Sign) -> bool:
        """ "sem luz", "a água acabou", "não tem água"."""
        return any(self.near(Sign.WITHOUT, each) or self.near(each, Sign.WITHOUT) for each in what) or self.near(Sign.NOT, *what)

    def near(self, first: Sign, *seconds: Sign, reach: int = REACH) -> bool:
        """One of the others at most `reach` words behind the first: "não … liga"."""
        if first not in self.said or not self.tells(*seconds):
            return False
        return any(
            first in signs and any(not behind.isdisjoint(seconds) for behind in self.signs[at + 1 : at + 1 + reach])
            for at, signs in enumerate(self.signs)
        )


def trouble_at(folded: str) -> Span | None:
    """Where something wrong with a home is told, or a repair is asked for."""
    weak, said, before = None, set[Sign](), NONE
    for found in _WORD.finditer(folded):
        if signs := signs_of(found[0]):
            if (found[0] in TOLD_ALONE or not signs.isdisjoint(_STRONG)) and Sign.FOREIGN not in before:
                return found.span()
            weak = weak or (found.span() if not signs.isdisjoint(_WEAK) else None)
            said |= signs
        before = signs
    if weak is None or said.isdisjoint(_NAMED):
        return None
    named = not said.isdisjoint(PARTS)
    return weak if any(_goes_wrong(clause, named=named) for clause in clauses(folded)) else None


def _goes_wrong(clause: Clause, *, named: bool) -> bool:
    """`named`: the message speaks of a part of a home."""
    if named and (clause.tells(Sign.LOOSE, Sign.MARK, Sign.NUISANCE) or clause.fails()):
        return True
    if clause.tells(Sign.WATER) and clause.tells(Sign.ENTERS, Sign.MARK):
        return True
    if clause.tells(Sign.POWER) and clause.tells(Sign.CUT):
        return True
    if clause.is_missing(Sign.WATER, Sign.POWER, Sign.PART) or clause.near(Sign.WITHOUT, Sign.DOOR, reach=1):
        return True
    return clause.tells(Sign.DOOR) and clause.tells(Sign.OPEN)


def clauses(folded: str) -> Iterator[Clause]:
    for text in _CLAUSE_ENDS.split(folded):
        words = _WORD.findall(text)
        signs = [signs_of(word) for word in words]
        if any(signs):
            yield Clause(words, signs, frozenset().union(*signs))


@lru_cache(maxsize=4_096)  # words; people write few different ones
def signs_of(word: str) -> Signs:
    """ "vazando" is a leak, "entupimento" a part that is dead; also with a slip: "entupio", "chuvero"."""
    return _meant(word) or _meant(_SPELLER.meant(word))


def _meant(word: str) -> Signs:
    stems = (word[:length] for length in range(_SHORTEST_STEM, len(word) + 1))
    return _WHOLE.get(word, NONE).union(*(_STEMS[stem] for stem in stems if stem in _STEMS))


def _table(*, stems: bool) -> dict[str, Signs]:
    table: dict[str, Signs] = {}
    for sign, written in WORDS.items():
        for word in written.split():
            if word.endswith("*") is stems:
                table[word.rstrip("*")] = table.get(word.rstrip("*"), NONE) | {sign}
    return table


_WHOLE, _STEMS = _table(stems=False), _table(stems=True)
_SPELLER = Speller(_MISTYPED, (*_WHOLE, *_ALIKE))
