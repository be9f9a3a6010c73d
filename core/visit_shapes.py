"""What a clause states, by its shape: each shape has one small rule. What has no shape here is left to a person."""

import re
from collections.abc import Callable
from typing import Literal

from core.records import Record
from core.visit_clauses import Part
from core.visit_times import Group, Times, Unclear, groups_of, united

Says = Literal["only", "not", "except", "yes", "free", "any", "like", "reason", "bare", "rest_not", "rest_yes"]
_SAYS: dict[str, Says] = {"O": "only", "N": "not", "E": "except", "Y": "yes", "F": "free", "L": "like", "W": "reason", "A": "any"}


class Statement(Record):
    """`scope`: the times inside which "só" limits ("fds só sábado"). `after`: its word came after the times ("segunda não")."""

    says: Says
    groups: tuple[Group, ...] = ()
    scope: tuple[Group, ...] = ()
    after: bool = False
    asked: bool = False

    @property
    def names_days(self) -> bool:
        return any(group.names_days for group in self.groups)

    def times(self) -> Times:
        return united(group.times() for group in self.groups)


Parts = tuple[Part, ...]


def _bare(parts: Parts) -> list[Statement]:
    return [Statement("bare", _groups(parts[0]))]


def _before(parts: Parts) -> list[Statement]:
    """ "não posso segunda": the word, then its times; pair after pair."""
    return [Statement(_SAYS[mark.letter], _groups(times)) for mark, times in zip(parts[::2], parts[1::2], strict=True)]


def _after(parts: Parts) -> list[Statement]:
    """ "de manhã não, à tarde sim"."""
    return [Statement(_SAYS[mark.letter], _groups(times), after=True) for times, mark in zip(parts[::2], parts[1::2], strict=True)]


def _inside(parts: Parts) -> list[Statement]:
    """ "seg a sex só à tarde": limits inside what it follows; windows before it ("de manhã só sábado") too."""
    return [Statement("only", _groups(parts[2]), scope=_groups(parts[0]))]


def _together(parts: Parts) -> list[Statement]:
    """ "segunda não posso de manhã (nem de noite)": both sides are one time, if one has the days and the other the windows."""
    behind = [token for part in parts[2::2] for token in part.tokens]
    first, last = _groups(parts[0]), groups_of(behind)
    if len(first) > 1 or len(last) > 1 or any(first[0].has(what) and last[0].has(what) for what in ("days", "windows")):
        raise Unclear
    return [Statement(_SAYS[parts[1].letter], tuple(groups_of((*parts[0].tokens, *behind))))]


def _bare_except(parts: Parts) -> list[Statement]:
    return [Statement("bare", _groups(parts[0])), Statement("except", _groups(parts[2]))]


def _any(parts: Parts) -> list[Statement]:
    return [Statement("any")]


def _any_there(parts: Parts) -> list[Statement]:
    """ "sábado qualquer horário"."""
    return [Statement("free", _groups(next(part for part in parts if part.letter == "T")), after=True)]


def _any_except(parts: Parts) -> list[Statement]:
    return [Statement("any"), Statement("except", _groups(parts[-1]))]


def _likes(parts: Parts) -> list[Statement]:
    return [Statement("like")]


def _only_not(parts: Parts) -> list[Statement]:
    """ "só segunda não"; "não posso segunda não"."""
    return [Statement("not", _groups(parts[1]))]


def _only_yes(parts: Parts) -> list[Statement]:
    """ "só à tarde pode"; "chego só depois das 18h"."""
    return [Statement("only", _groups(next(part for part in parts if part.letter == "T")))]


def _only_after(parts: Parts) -> list[Statement]:
    """ "à tarde apenas"."""
    return [Statement("only", _groups(parts[0]))]


def _rest_not(parts: Parts) -> list[Statement]:
    return [Statement("rest_not")]


def _rest_yes(parts: Parts) -> list[Statement]:
    return [Statement("rest_yes")]


def _with_tail(parts: Parts) -> list[Statement]:
    """A reason behind it adds nothing: "só depois das 18h, trabalho"."""
    return stated(parts[:-1])


def _alone(parts: Parts) -> list[Statement]:
    """A word without times: `_linked` finds them, or drops it."""
    return [Statement(_SAYS[parts[0].letter])]


Rule = Callable[[Parts], list[Statement]]
SHAPES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(shape), rule)
    for shape, rule in (
        ("T", _bare),
        ("([NYEFW]T)+", _before),
        ("OT(NT|ET|YT)*", _before),
        ("[YN]TET", _before),
        ("(T[NYFW])+", _after),
        ("TO", _only_after),
        ("TOT", _inside),
        ("T[NYFW]T|TNT(NT)+", _together),
        ("TET", _bare_except),
        ("Y?AY?", _any),
        ("NA", _any),
        ("Y?AT|TY?A", _any_there),
        ("Y?AET", _any_except),
        ("LY?T|TY?L|LOT|YLT|L", _likes),
        ("[ON]TN", _only_not),
        ("OTY|YOT", _only_yes),
        ("NR|RN", _rest_not),
        ("[YFA]R|R[YFA]", _rest_yes),
        ("[ONYE]TW", _with_tail),
        ("[NYWOE]", _alone),
    )
)


def stated(parts: Parts) -> list[Statement]:
    shape = "".join(part.letter for part in parts)
    rule = next((rule for pattern, rule in SHAPES if pattern.fullmatch(shape)), None)
    if rule is None:
        raise Unclear
    return rule(parts)


def _groups(part: Part) -> tuple[Group, ...]:
    return tuple(groups_of(part.tokens))
