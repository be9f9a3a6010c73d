"""Where a longer message speaks of visit times, and not of what happened when."""

import re
from datetime import date

from core.glance import Beginnings, hints
from core.visit_clauses import BREAKS, TIMES
from core.visit_holidays import NAMES
from core.visit_tokens import Kind, Token, tokens
from core.visit_words import DAY_WORDS, NUMBERS, OFFICE, PERIODS

Span = tuple[int, int]
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
))  # fmt: skip
_TIME_HINTS = hints(_TIME_WORDS)
_WORDS = re.compile("[a-z0-9]+")


def may_speak(folded: str, begun: Beginnings) -> bool:
    """False for most messages, at the cost of two look-ups; where beginnings deceive ("quarto", "quarta") whole words decide."""
    if _MARK_HINTS.isdisjoint(begun):
        return False
    if any(word[0].isdecimal() for word in begun):
        return True
    return not _TIME_HINTS.isdisjoint(begun) and not _TIME_WORDS.isdisjoint(_WORDS.findall(folded))


def clause_of(folded: str, today: date | None) -> list[Token]:
    """The tokens of the first run of clauses that speaks of visit times; none if there is none."""
    if len(folded) > MAX_MESSAGE:
        return []
    clauses = _clauses(tokens(folded, today))
    cores = [_core(clause) for clause in clauses]
    first = next((index for index, core in enumerate(cores) if core), None)
    if first is None:
        return _trimmed(said, folded) if (said := _answered(clauses)) else []
    run = list(cores[first])
    run = _said_before(clauses[:first]) + run if run[0] is clauses[first][0] else run
    if run[-1] is clauses[first][-1]:
        run += _said_after(clauses[first + 1 :])
    return _trimmed(run, folded)


def _answered(clauses: list[list[Token]]) -> list[Token]:
    """ "fico em call das 9 às 11, nesse horário não dá": the times stand in the clause before."""
    for index, clause in enumerate(clauses[1:], 1):
        if any(token.strong and token.kind == "not" for token in clause) and not any(token.kind in _UNKNOWN for token in clause):
            before = clauses[index - 1]
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


def _said_after(clauses: list[list[Token]]) -> list[Token]:
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
