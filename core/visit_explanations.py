"""What people add to explain a time ("que é quando eu durmo", "pois tenho missa"): it says nothing more, and goes."""

from core.records import evolve
from core.visit_clauses import BREAKS, DAYS, TIMES
from core.visit_clocks import ClockWords
from core.visit_tokens import Kind, Token
from core.visit_words import WHOLE_DAY

_STATES: tuple[Kind, ...] = ("not", "only", "except", "yes", "free", "any", "like", "may")
_TOLD = frozenset((*TIMES, "any"))
_OF_ITS_OWN: frozenset[Kind] = frozenset(
    ("only", "except", "yes", "free", "any", "like", "may", "rest", "fix", "also", "isnt", "vague", "duty")
)
_LIMITS: frozenset[Kind] = frozenset(("not", "nor", "reason", "leave", "early", "ends"))
_OPENS: tuple[Kind, ...] = ("because", "that", "moment")
_MOVES: tuple[Kind, ...] = ("early", "ends", "leave")


def without_explanations(found: list[Token]) -> list[Token]:
    """The tokens without the explanations that add nothing to what was said before them."""
    if not any(token.kind in _OPENS for token in found):
        return found
    kept: list[Token] = []
    at = 0
    while at < len(found):
        end = _end(found, at) if found[at].kind in _OPENS else at
        if end > at and _adds_nothing(found[at], _said(kept), found[at + 1 : end]):
            at = end
        else:
            kept.append(_left(found[at]))
            at += 1
    return kept


def _left(token: Token) -> Token:
    """What an opening word is, if it explains nothing: "porque" a break, "que" a link."""
    kinds: dict[Kind, Kind] = {"because": "comma", "that": "link"}
    return evolve(token, kind=kinds[token.kind]) if token.kind in kinds else token


def _end(found: list[Token], at: int) -> int:
    return next((index for index in range(at + 1, len(found)) if found[index].kind in (*BREAKS, "fix", "excuse")), len(found))


def _said(kept: list[Token]) -> list[Token]:
    """The clause before, its break passed over."""
    end = len(kept)
    while end and kept[end - 1].kind in BREAKS:
        end -= 1
    start = next((index + 1 for index in reversed(range(end)) if kept[index].kind in ("stop", "but", "fix")), 0)
    return kept[start:end]


def _adds_nothing(opening: Token, before: list[Token], after: list[Token]) -> bool:
    kinds = {token.kind for token in after}
    if not after or not _states(before) or not kinds.isdisjoint(_OF_ITS_OWN):
        return False
    if opening.kind == "moment":  # "depois das 18h, quando chego"
        moves = after[0].kind in _MOVES and before[-1].kind == "window" and kinds.isdisjoint(TIMES)
        busy = before[-1].kind in DAYS and "reason" in kinds and not any(token.kind in TIMES for token in after if not _all_day(token))
        return moves or busy  # "exceto dia 27, quando terei audiência o dia inteiro"
    if opening.kind == "that" and "not" in kinds:  # "só segunda que eu não posso", but "só de manhã, que de tarde não ajuda"
        limit = {token.value for token in before if token.kind in TIMES} if "only" in {token.kind for token in before} else set()
        return bool(limit) and not kinds.isdisjoint(TIMES) and all(token.value not in limit for token in after if token.kind in TIMES)
    if "like" in {token.kind for token in before}:  # "prefiro à tarde, porque de manhã sou devagar"
        return kinds.isdisjoint(_LIMITS) or kinds.isdisjoint(TIMES)
    times = {token.value for token in before if token.kind in TIMES}
    return all(token.kind not in TIMES or (token.value in times and "not" not in kinds) for token in after)


def _all_day(token: Token) -> bool:
    return isinstance(token.value, ClockWords) and (token.value.start, token.value.end) == WHOLE_DAY


def _states(before: list[Token]) -> bool:
    """Times with what is with them, or "qualquer horário"."""
    kinds = {token.kind for token in before}
    return not kinds.isdisjoint(_STATES) and not kinds.isdisjoint(_TOLD)
