"""Where a longer message speaks of visit times, and not of what happened when."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, pairwise

from core.glance import hints
from core.visit_clauses import BREAKS, TIMES
from core.visit_holidays import NAMES
from core.visit_tokens import Kind, Row, Token, tokens_of
from core.visit_words import DAY_WORDS, NUMBERS, OFFICE, PERIODS
from core.words import Words

MAX_MESSAGE = 4_096  # characters: one message of any channel is shorter
_UNKNOWN: tuple[Kind, ...] = ("word", "thing", "doubt", "past")
_EMPTY: tuple[Kind, ...] = (
    "filler",
    "link",
    "that",
    "whole",
    "and",
    "or",
    "to",
    "also",
    "home",
    "there",
    "before",
    "after",
    "if",
    "ja",
    "week",
    "staying",
    "between",
)
_LIMITS: tuple[Kind, ...] = ("only", "not", "nor", "isnt", "except")  # with nothing but times beside them they speak of visits
_MARKS: tuple[Kind, ...] = (
    *_LIMITS,
    "yes",
    "free",
    "any",
    "like",
    "may",
    "reason",
    "early",
    "ends",
    "rest",
    "fix",
    "excuse",
    "being",
    "better",
)
_PREPOSITIONS = frozenset(("de", "da", "do", "na", "no", "nas", "nos", "a", "as", "aos", "pela", "pelo", "em"))
# No clause without one of each: the quick look before any reading.
_MARK_HINTS = hints(
    "so soh apenas somente posso pode podem podemos nao n nn num menos exceto tirando fora salvo receber recebo consigo atendo disponivel "
    "disponibilidade indisponivel impossivel ninguem ngm qualquer qlqr qlq qq trabalho trabalhamos estudo chego volto casa livre nunca nem "
    "sem viajo viajando prefiro preferencia consulta compromisso tem tenho estou to estarei fico evitem evite venham venha".split()
)
_TIME_WORDS = frozenset((
    *(word.split()[0] for word in DAY_WORDS), *(word.split()[-1] for word in PERIODS), *(word.split()[-1] for word in OFFICE), "horario",
    *(name.split()[0] for name in NAMES), *NUMBERS, "hora", "hr", "fds", "fim", "final", "horarios", "horas", "hrs", "fins", "finais",
    "semana", "dia", "dias", "uteis", "hoje", "hj", "amanha", "amn", "meio", "meia", "mes", "quiser", "quiserem", "puder", "puderem",
    "findi", "finde", "diariamente", "almocar", "sempre", "direto", "periodo", "turno", "data", "totalmente",
))  # fmt: skip


def may_speak(said: Words) -> bool:
    """False for most messages, at the cost of two look-ups."""
    if _MARK_HINTS.isdisjoint(said.begun):
        return False
    return not _TIME_WORDS.isdisjoint(said.texts) or any(word[0].isdecimal() for word in said.begun)


class _Told:
    """The sentences of a text, those with times in them, and their clauses, each ended by the break behind it."""

    def __init__(self, said: Words, today: date | None) -> None:
        self.row, self.today = Row(said), today
        self.sentences = [*self.row.sentences]
        self.timely = [at for at, sentence in enumerate(self.sentences) if self._has_times(*sentence)]
        self._read: dict[int, list[list[Token]]] = {}

    def _has_times(self, first: int, last: int) -> bool:
        return any(self.row.near[first:last]) or not _TIME_WORDS.isdisjoint(self.row.words[first:last])

    def clauses(self, at: int) -> list[list[Token]]:
        """Of one sentence."""
        if at not in self._read:
            self._read[at] = _clauses(tokens_of(self.row, self.sentences[at], self.today))
        return self._read[at]

    def pairs(self) -> Iterator[tuple[list[Token], list[Token]]]:
        """Each clause of a sentence with times, and the one before it."""
        for at in self.timely:
            yield from pairwise([*(self.clauses(at - 1)[-1:] if at else []), *self.clauses(at)])


def clause_of(said: Words, today: date | None) -> list[Token]:
    """The tokens of the first run of clauses that speaks of visit times; none if there is none. Only sentences with times are read."""
    if len(said.folded) > MAX_MESSAGE:
        return []
    told = _Told(said, today)
    for at in told.timely:
        clauses = told.clauses(at)
        first, core = next(((index, core) for index, clause in enumerate(clauses) if (core := _core(clause))), (0, []))
        if core:
            run = _said_before(clauses[:first]) + core if core[0] is clauses[first][0] else [*core]
            if run[-1] is clauses[first][-1]:
                run += _said_after(chain(clauses[first + 1 :], chain.from_iterable(map(told.clauses, range(at + 1, len(told.sentences))))))
            return _trimmed(run, said.folded)
    run = _answered(told.pairs())
    return _trimmed(run, said.folded) if run else []


def _answered(told: Iterable[tuple[list[Token], list[Token]]]) -> list[Token]:
    """ "fico em call das 9 às 11, nesse horário não dá": the times stand in the clause before."""
    for before, clause in told:
        if any(token.strong and token.kind == "not" for token in clause) and not any(token.kind in _UNKNOWN for token in clause):
            start = next((at + 1 for at in reversed(range(len(before))) if before[at].kind in _UNKNOWN), 0)
            run = before[start:]
            return run + clause if _has_times(run) and any(token.kind == "reason" for token in run) else []
    return []


def _clauses(found: list[Token]) -> list[list[Token]]:
    """Clauses, each ended by the break behind it."""
    clauses: list[list[Token]] = [[]]
    for token in found:
        clauses[-1].append(token)
        if token.kind in BREAKS:
            clauses.append([])
    return [clause for clause in clauses if clause]


def _core(clause: list[Token]) -> list[Token]:
    """The part of one clause that speaks of visit times."""
    kinds = {token.kind for token in clause}
    if kinds.isdisjoint(_UNKNOWN):
        return clause if _limits(clause, kinds) else []
    marks = (index for index, token in enumerate(clause) if token.strong)
    return next((run for index in marks if (run := _around(clause, index))), [])


def _limits(clause: list[Token], kinds: set[Kind]) -> bool:
    """Nothing but known words: times beside a limit or a word of visits, a reason with its hours, or "qualquer horário"."""
    strong = any(token.strong for token in clause)
    if "any" in kinds and strong:
        return True
    limited = strong or not kinds.isdisjoint(_LIMITS) or not kinds.isdisjoint(("early", "ends"))
    return not kinds.isdisjoint(TIMES) and (limited or ("reason" in kinds and "window" in kinds))


def _around(clause: list[Token], mark: int) -> list[Token]:
    """From a word of visits on up to the first unknown word; times before it only if none come after."""
    end = next((index for index in range(mark, len(clause)) if clause[index].kind in _UNKNOWN), len(clause))
    start = next((index + 1 for index in reversed(range(mark)) if clause[index].kind in _UNKNOWN), 0)
    after, run = clause[mark:end], clause[start:end]
    if clause[mark].kind == "any" or _has_times(after):
        return run if start == 0 else after
    return run if _has_times(run) else []


def _has_times(run: list[Token]) -> bool:
    return any(token.kind in TIMES for token in run)


def _said_before(clauses: list[list[Token]]) -> list[Token]:
    """ "trabalho das 8 às 17, só depois das 18h": the clause before, if it has a reason and its times."""
    clause = clauses[-1] if clauses else []
    known = clause and not any(token.kind in _UNKNOWN for token in clause) and clause[-1].kind == "comma"
    return clause if known and _has_times(clause) and any(token.kind == "reason" for token in clause) else []


def _said_after(clauses: Iterable[list[Token]]) -> list[Token]:
    """What goes on: ", à tarde sim", "; sábado só de manhã"."""
    run: list[Token] = []
    for clause in clauses:
        if all(token.kind in (*_EMPTY, *BREAKS) for token in clause):
            run += clause
            continue
        if any(token.kind in (*_UNKNOWN, "vague") for token in clause):
            break
        if not (_has_times(clause) or any(token.kind in _MARKS for token in clause)):
            break
        run += clause
    return run


def _trimmed(run: list[Token], folded: str) -> list[Token]:
    """Without breaks and empty words around; a preposition in front stays."""
    first = next(index for index, token in enumerate(run) if token.kind not in (*_EMPTY, *BREAKS))
    last = next(index for index in reversed(range(len(run))) if run[index].kind not in (*_EMPTY, *BREAKS))
    if first and folded[run[first - 1].start : run[first - 1].end] in _PREPOSITIONS:
        first -= 1
    return run[first : last + 1]
