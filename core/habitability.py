"""How urgent a problem is by what it does to the home ("Priority" in the rules of the trade): a suggestion, never the client's word."""

import re
from collections.abc import Callable, Sequence

from core.hazards import find_hazards
from core.names import fold
from core.tickets import Priority
from core.trouble_words import Sign
from core.troubles import Clause, clauses

Report = Sequence[Clause]
_MAX_READ = 4_096  # characters
_ONLY = re.compile(
    r"\bunic[oa]\b|\b(?:so|apenas|somente) (?:(?:tem|tenho|temos|existe|ha|e) )?(?:1|um|uma|esse|essa|este|esta|ele|ela)\b"
    r"|\be 1 so\b|\be uma? so\b|\bnao (?:tem|tenho|temos|ha|existe) outr[oa]\b"
)
_SHUT_OUT = re.compile(
    r"\b(?:trancad[oa]|pres[oa]|fiquei|ficamos|estou|to) (?:do lado de|para|pra|pro lado de) fora\b"
    r"|\bnao (?:consigo|conseguimos|da para|da pra) (?:entrar|abrir a porta|sair)\b(?! em contato)"
)
_WASHES_ELSEWHERE = re.compile(
    r"\b(?:banho|banheiro) (?:de (?:balde|caneca|bacia|canequinha)|n[oa] (?:casa d[aoe] )?(?:vizinh|mae|sogr|trabalho|academia))"
)
_WE_ARE = frozenset({"estamos", "ficamos", "estou", "to", "tamos"})
_FUNCTIONS = (Sign.TOILET, Sign.SHOWER, Sign.TAP, Sign.MAIN, Sign.PART, Sign.POWER, Sign.WATER)


def suggest_priority(text: str) -> Priority | None:
    """Alta: danger, or a home that cannot be used · média: one function lost · baixa: looks and comfort · None: no problem told."""
    if find_hazards(text):
        return Priority.HIGH
    folded = fold(text[:_MAX_READ])
    report = [*clauses(folded)]
    if any(rule(report) for rule in _UNUSABLE) or _only_one_fails(report, folded) or _SHUT_OUT.search(folded):
        return Priority.HIGH
    named = any(clause.tells(*_FUNCTIONS, Sign.DOOR, Sign.LOOKS) for clause in report)
    if any(_loses_function(clause, named=named) for clause in report):
        return Priority.MEDIUM
    return Priority.LOW if any(map(_looks_bad, report)) else None


# -- a home that cannot be used


def _no_water(report: Report) -> bool:
    """ "acabou a água do apê inteiro", "não sai água de nenhuma torneira"; not "sem água quente" nor "sem água na pia"."""
    return not _is_part(report) and any(
        clause.tells(Sign.WATER) and not clause.tells(Sign.HEAT) and _is_dry(clause) and not _is_local(clause) for clause in report
    )


def _is_dry(clause: Clause) -> bool:
    return clause.is_missing(Sign.WATER) or clause.tells(Sign.DRY) or (clause.fails() and clause.near(Sign.WATER, Sign.NOT))


def _no_taps(report: Report) -> bool:
    """ "as duas torneiras e o chuveiro, nada sai", "todas as torneiras secas"."""
    return any(
        clause.tells(Sign.TAP)
        and (
            (clause.tells(Sign.WHOLE) and (clause.fails() or _none_works(clause)))
            or (clause.tells(Sign.DRY) and (clause.tells(Sign.WHOLE) or "torneiras" in clause.words))
        )
        for clause in report
    )


def _none_works(clause: Clause) -> bool:
    return "nenhuma" in clause.words and clause.tells(Sign.WORKS)


def _no_power(report: Report) -> bool:
    """ "sem luz na casa toda", "caiu a energia", "tudo no escuro"; not "sem luz no quarto"."""
    return not _is_part(report) and any(
        not _is_local(clause)
        and (
            (clause.tells(Sign.POWER) and not clause.fails() and (clause.is_missing(Sign.POWER) or clause.tells(Sign.CUT)))
            or (clause.tells(Sign.DARK) and not clause.tells(Sign.LOOKS) and (clause.tells(Sign.WHOLE, Sign.HOME) or _we_are_in(clause)))
            or (clause.tells(Sign.MAIN) and (clause.fails() or clause.tells(Sign.DEAD, Sign.LOOSE)))
        )
        for clause in report
    )


def _we_are_in(clause: Clause) -> bool:
    return not _WE_ARE.isdisjoint(clause.words)


def _is_local(clause: Clause) -> bool:
    """At one tap, or in one room."""
    return clause.tells(Sign.TAP, Sign.SHOWER, Sign.TOILET, Sign.ROOM) and not clause.tells(Sign.WHOLE)


def _is_part(report: Report) -> bool:
    """ "no resto da casa sai", "só metade da casa tem luz"."""
    return any(
        clause.near(Sign.OTHER, Sign.HOME, Sign.ROOM, Sign.BATHROOM, Sign.TAP, Sign.WORKS) and not clause.tells(Sign.NOT)
        for clause in report
    )


def _only_one_fails(report: Report, folded: str) -> bool:
    """ "a privada entupiu e só tem essa", "tô sem chuveiro", "tomando banho de balde", "não dá pra usar o banheiro"."""
    if not _is_part(report) and any(clause.near(Sign.NOT, Sign.TRY) and clause.near(Sign.TRY, Sign.BATHROOM, reach=4) for clause in report):
        return True
    if _WASHES_ELSEWHERE.search(folded) or any(clause.near(Sign.WITHOUT, Sign.SHOWER, Sign.BATHROOM, reach=1) for clause in report):
        return True
    fails = any(clause.fails() or (clause.tells(Sign.TOILET, Sign.SHOWER) and clause.tells(Sign.DEAD, Sign.LOOSE)) for clause in report)
    washes = any(clause.tells(Sign.TOILET, Sign.SHOWER, Sign.BATHROOM) for clause in report)
    return fails and washes and bool(_ONLY.search(folded))


def _sewage_back(report: Report) -> bool:
    """ "voltou esgoto pelo ralo"; a smell of it is none."""
    return any(clause.tells(Sign.SEWAGE) and clause.tells(Sign.BACK) and not clause.near(Sign.NUISANCE, Sign.SEWAGE) for clause in report)


def _not_lockable(report: Report) -> bool:
    """ "a porta da rua não tranca", "fica aberta"; not the door of a bedroom or of the oven."""
    return any(clause.tells(Sign.DOOR) and not clause.tells(Sign.INSIDE) and _stays_open(clause) for clause in report)


def _stays_open(clause: Clause) -> bool:
    return (
        clause.tells(Sign.OPEN)
        or clause.near(Sign.NOT, Sign.LOCKS)
        or (clause.near(Sign.NOT, Sign.TRY) and clause.near(Sign.TRY, Sign.TO_LOCK))
        or clause.near(Sign.WITHOUT, Sign.DOOR, reach=1)
    )


_UNUSABLE: tuple[Callable[[Report], bool], ...] = (_no_water, _no_taps, _no_power, _sewage_back, _not_lockable)


# -- less than that


def _loses_function(clause: Clause, *, named: bool) -> bool:
    """ "a pia entupiu", "vaza um pouco", "sem água quente"; not "o puxador quebrou". `named`: the report speaks of a part of a home."""
    if clause.tells(Sign.LEAK, Sign.DAMP):
        return not _is_denied(clause, Sign.LEAK, Sign.DAMP)
    wrong = (named and clause.fails()) or clause.has_a_problem() or (clause.tells(Sign.DEAD) and not _is_denied(clause, Sign.DEAD))
    if (clause.tells(Sign.SHOWER) and clause.tells(Sign.COLD)) or (clause.tells(Sign.WATER) and clause.tells(Sign.ENTERS)):
        return True
    if clause.tells(*_FUNCTIONS):
        return wrong or clause.tells(Sign.LOOSE, Sign.REPAIR, Sign.CRAFT, Sign.SEWAGE) or clause.is_missing(*_FUNCTIONS, Sign.LACKS)
    return wrong and not clause.tells(Sign.LOOKS)


def _is_denied(clause: Clause, *wrong: Sign) -> bool:
    """ "não está vazando", "sem infiltração"; "não para de pingar" is not denied."""
    return (clause.near(Sign.NOT, *wrong, reach=2) and not clause.near(Sign.NOT, Sign.WORKS)) or clause.near(Sign.WITHOUT, *wrong, reach=1)


def _looks_bad(clause: Clause) -> bool:
    """ "a tinta descascou", "a porta range", "o puxador caiu"."""
    if clause.tells(Sign.MARK, Sign.NUISANCE) or (clause.tells(Sign.LOOKS) and clause.tells(Sign.WITHOUT)):
        return True
    return clause.tells(Sign.LOOKS, Sign.DOOR) and (clause.fails() or clause.tells(Sign.LOOSE, Sign.DEAD, Sign.REPAIR, Sign.CRAFT))
