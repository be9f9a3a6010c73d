"""What people add to explain a time ("que é quando eu durmo", "pois tenho missa"): it says nothing more, and goes."""

from core.records import evolve
from core.visit_clauses import BREAKS, TIMES
from core.visit_tokens import Kind, Token

_STATES: tuple[Kind, ...] = ("not", "only", "except", "yes", "free", "any", "like")
_TOLD = frozenset((*TIMES, "any"))
_OF_ITS_OWN: frozenset[Kind] = frozenset(("only", "except", "yes", "free", "any", "like", "rest", "fix", "also", "isnt", "vague", "duty"))
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
        return after[0].kind in _MOVES and before[-1].kind == "window" and kinds.isdisjoint(TIMES)
    if opening.kind == "that" and "not" in kinds:  # "só segunda que eu não posso"
        return False
    if "like" in {token.kind for token in before}:  # "prefiro à tarde, porque de manhã sou devagar"
        return kinds.isdisjoint(_LIMITS) or kinds.isdisjoint(TIMES)
    times = {token.value for token in before if token.kind in TIMES}
    return all(token.kind not in TIMES or (token.value in times and "not" not in kinds) for token in after)


def _states(before: list[Token]) -> bool:
    """Times with what is with them, or "qualquer horário"."""
    kinds = {token.kind for token in before}
    return not kinds.isdisjoint(_STATES) and not kinds.isdisjoint(_TOLD)


# -- words that are clear only beside others


def settled(found: list[Token]) -> list[Token]:
    """ "Dia 8 é feriado, não dá", "sábado agora estou de plantão": clear on a date; "folgo quarta, só quarta": beside a limit.

    Else a person must read them.
    """
    result: list[Token] = []
    dated = False
    for index, token in enumerate(found):
        dated = (dated or token.kind == "date") and token.kind not in ("day", "days", "any_day")
        if token.kind == "off":
            result.append(evolve(token, kind="yes" if _limited(found, index) else "vague"))
        elif token.kind in _ON_A_DATE:
            result.append(evolve(token, kind=(_ON_A_DATE if dated else _ON_ANY_DAY)[token.kind]))
        else:
            result.append(token)
    return result


def _limited(found: list[Token], off: int) -> bool:
    """ "folgo quarta, só posso quarta", but not "só folgo quarta"."""
    if off and found[off - 1].kind == "only":
        return False
    ahead = found[off:]
    only = next((index for index, token in enumerate(ahead) if token.kind == "only"), len(ahead))
    return any(token.kind in TIMES for token in ahead[only:]) or any(token.kind == "rest" for token in ahead)


_ON_A_DATE: dict[Kind, Kind] = {"duty": "reason", "holiday": "thing", "moment": "vague"}
_ON_ANY_DAY: dict[Kind, Kind] = dict.fromkeys(_ON_A_DATE, "vague")
