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
    {
        Sign.LOOSE,
        Sign.MARK,
        Sign.NUISANCE,
        Sign.WORKS,
        Sign.DO,
        Sign.OPEN,
        Sign.WITHOUT,
        Sign.NOT,
        Sign.CUT,
        Sign.ENTERS,
        Sign.FLOOR,
        Sign.PROBLEM,
    }
)  # wrong of a part of a home
_NAMED = PARTS | {Sign.WATER, Sign.POWER, Sign.SEWAGE}
_WEAKLY = frozenset("fraca fraquinha fraco".split())  # "a água está fraca"
_CLAUSE_ENDS = re.compile(r"[,.;:!?\n()\x00]|\b(?:mas|porem|so que|e que|porque|pq)\b")
_NO_NUISANCE = re.compile(r"\b(?:nao|n|nem) (?:ha|tem|sinto|senti|sentimos|tenho|ouco|ouvi|faz) (?:[a-z]+ )?(?:cheiro|ruido|barulho|fedor)")
_SHORTEST_STEM = 3  # letters
_MISTYPED = (  # words that are known with a slip; most others stand too near to words of other matters ("unidade", "atende")
    "chuveiro torneira descarga privada banheiro fechadura geladeira aquecedor lampada interfone vazamento vazando infiltracao entupido "
    "entupida entupiu queimou quebrou quebrada quebrado pingando goteira disjuntor tomada esgoto energia encanador eletricista manutencao "
    "conserto funciona funcionando esquenta rachadura janela armario"
).split()
_ALIKE = "tomando tocada janelas concerto concertos tomara tornar energica".split()


_SAID = tuple(  # words as they are said, and diminutives
    (re.compile(said), meant)
    for said, meant in (
        ("z?inh([oa]s?)$", r"\1"),  # vazamentinho
        ("zinh[oa]s?$", ""),  # vazamentozinho
        ("er([oa]s?)$", r"eir\1"),  # tornera, banhero
        ("r(?=[bcdfgpt])", "l"),  # vortou, fartou
        ("([aei])no$", r"\1ndo"),  # pingano
    )
)


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

    def is_a_nuisance(self) -> bool:
        """ "o ralo fede"; not "não há cheiro de gás"."""
        return Sign.NUISANCE in self.said and not _NO_NUISANCE.search(" ".join(self.words))

    def has_a_problem(self) -> bool:
        """ "um problema na janela"; not "abro a janela sem problema"."""
        named = self.near(Sign.PROBLEM, *PARTS)
        return named and not self.near(Sign.WITHOUT, Sign.PROBLEM, reach=1) and not self.near(Sign.NOT, Sign.PROBLEM, reach=2)

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
    if named and (clause.tells(Sign.LOOSE, Sign.MARK) or clause.is_a_nuisance() or clause.fails()):
        return True
    if clause.tells(Sign.WATER) and _water_goes_wrong(clause):
        return True
    if (clause.tells(Sign.POWER) and clause.tells(Sign.CUT)) or (clause.tells(Sign.SEWAGE) and clause.tells(Sign.BACK, Sign.NUISANCE)):
        return True
    if clause.has_a_problem() or (clause.tells(*PARTS) and clause.near(Sign.WITHOUT, Sign.LACKS, Sign.LOOKS)):
        return True
    if clause.is_missing(Sign.WATER, Sign.POWER, Sign.PART) or clause.near(Sign.WITHOUT, Sign.DOOR, reach=1):
        return True
    return clause.tells(Sign.DOOR) and clause.tells(Sign.OPEN)


def _water_goes_wrong(clause: Clause) -> bool:
    """ "cai água do teto", "a água está suja", "tem água no chão"; not "o celular caiu na água"."""
    if clause.near(Sign.WATER, Sign.FLOOR) or not _WEAKLY.isdisjoint(clause.words):
        return True
    return clause.tells(Sign.ENTERS, Sign.MARK) and not clause.tells(Sign.FOREIGN)


def clauses(folded: str) -> Iterator[Clause]:
    for text in _CLAUSE_ENDS.split(folded):
        words = _WORD.findall(text)
        signs = [signs_of(word) for word in words]
        if any(signs):
            yield Clause(words, signs, frozenset().union(*signs))


@lru_cache(maxsize=4_096)  # words; people write few different ones
def signs_of(word: str) -> Signs:
    """ "vazando" is a leak, "entupimento" a part that is dead; also with a slip: "entupio", "chuvero"."""
    return next(filter(None, map(_meant, (word, _SPELLER.meant(word), *_plainly(word)))), NONE)


def _plainly(word: str) -> Iterator[str]:
    """ "vortou" is "voltou", "portinha" a "porta"."""
    return (as_said.sub(meant, word) for as_said, meant in _SAID if as_said.search(word))


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
