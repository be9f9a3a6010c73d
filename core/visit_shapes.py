"""What a clause states, by its shape: each shape has one small rule. What has no shape here is left to a person."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from core.hours import DAYS
from core.records import Record, evolve
from core.visit_clauses import Part, merged, shape_of
from core.visit_times import Group, Times, Unclear, groups_of, united

Says = Literal["only", "not", "except", "yes", "free", "any", "like", "reason", "bare", "rest_not", "rest_yes"]
_SAYS: dict[str, Says] = {"O": "only", "N": "not", "E": "except", "Y": "yes", "F": "free", "L": "like", "W": "reason", "A": "any"}


class Statement(Record):
    """`scope`: the times inside which "só" limits ("fds só sábado"). `after`: its word came after the times ("segunda não").
    `blurred`: it told of somebody or something too ("de manhã minha mãe está"). `there`: it speaks of the times before ("nesse
    horário"). `strong`: of visits. `strange`: with words that nobody knows."""

    says: Says
    groups: tuple[Group, ...] = ()
    scope: tuple[Group, ...] = ()
    after: bool = False
    asked: bool = False
    blurred: bool = False
    there: bool = False
    strong: bool = False
    strange: bool = False

    @property
    def names_days(self) -> bool:
        return any(group.names_days for group in self.groups)

    @property
    def whole_week(self) -> bool:
        """ "todos os dias", without hours."""
        return bool(self.groups) and all(group.whole_week for group in self.groups)

    @property
    def names_a_point(self) -> bool:
        """An hour alone, of which nobody can say how long it lasts: "médico às 9"."""
        return any(each.form == "point" for group in self.groups for each in group.windows)

    def times(self) -> Times:
        return united(group.times() for group in self.groups)


Parts = tuple[Part, ...]
_PAIR = 2  # days: more of them are a part of the week


def _bare(parts: Parts) -> list[Statement]:
    said = Statement("bare", _groups(parts[0]))
    return [Statement("any") if said.whole_week and any(token.kind == "any_day" for token in parts[0].tokens) else said]


def _before(parts: Parts) -> list[Statement]:
    return [_marked(mark, times, after=False) for mark, times in zip(parts[::2], parts[1::2], strict=True)]


def _after(parts: Parts) -> list[Statement]:
    return [_marked(mark, times, after=True) for times, mark in zip(parts[::2], parts[1::2], strict=True)]


def _marked(mark: Part, times: Part, *, after: bool) -> Statement:
    """A denied reason is free, and asked: "sexta não trabalho" (or "sexta não, trabalho"?); so is "só" before windows, then their days."""
    groups = _groups(times)
    ranged = any(token.kind in ("days", "to") for token in times.tokens)
    if mark.letter == "O" and not after and ranged and all(_ends_with_a_part_of_the_week(group) for group in groups):
        strong = any(token.strong for token in mark.tokens)  # "só posso"; but "o porteiro só libera até as 16h de seg a sex"
        return Statement("only", groups, scope=() if strong else tuple(Group(group.days) for group in groups), asked=True)
    return Statement(_SAYS[mark.letter], groups, after=after, asked=mark.letter == "F" and mark.tokens[0].kind == "not")


def _ends_with_a_part_of_the_week(group: Group) -> bool:
    return group.windows_first and _PAIR < group.days.bit_count() < len(DAYS) and not group.dates


def _inside(parts: Parts) -> list[Statement]:
    """Limits inside what it follows; windows before it ("de manhã só sábado") too; "… e sábado até as 12h" inside that day."""
    said = tuple(token for token in parts[2].tokens if token.kind != "and")
    cut = next(
        (at for at, (one, other) in enumerate(pairwise(said), 1) if one.kind == "window" and other.kind in ("day", "days")), len(said)
    )
    others = [Statement("only", (group,), scope=(Group(group.days, group.dates),)) for group in groups_of(said[cut:]) if group.windows]
    cut = cut if others else len(said)
    return [Statement("only", tuple(groups_of(said[:cut])), scope=_groups(parts[0])), *others]


def _together(parts: Parts) -> list[Statement]:
    """Both sides are one time, if one has the days and the other the windows."""
    behind = [token for part in parts[2::2] for token in part.tokens]
    first, last = _groups(parts[0]), groups_of(behind)
    both = groups_of((*parts[0].tokens, *behind))
    if first == tuple(last):  # "segunda posso, pode vir segunda"
        return [Statement(_SAYS[parts[1].letter], first)]
    if len(first) == 1 and not first[0].has("windows") and _goes_on_with_days(last):
        shared = evolve(last[0], days=first[0].days, dates=first[0].dates)
        return [Statement(_SAYS[parts[1].letter], (shared, *last[1:]))]
    if len(first) > 1 or len(last) > 1 or (first[0].has("days") and last[0].has("days")):
        raise Unclear
    if first[0].has("windows") and last[0].has("windows") and (len(both) > 1 or len(both[0].windows) > 1):
        raise Unclear
    return [Statement(_SAYS[parts[1].letter], tuple(both))]


def _goes_on_with_days(groups: list[Group]) -> bool:
    """ "quinta tenho culto à noite e sábado de manhã"."""
    return len(groups) > 1 and not groups[0].has("days") and all(group.has("days") and group.windows for group in groups[1:])


def _bare_except(parts: Parts) -> list[Statement]:
    return [Statement("bare", _groups(parts[0])), Statement("except", _groups(parts[2]))]


def _any(parts: Parts) -> list[Statement]:
    return [Statement("any")]


def _no_any(parts: Parts) -> list[Statement]:
    """ "Não, qualquer horário" answers the question; "não pode ser a qualquer hora" says nothing clear; "qualquer horário, só não
    repare na bagunça" is asked."""
    no = next(part for part in parts if part.letter in "NF")
    far = no is parts[1] and parts[0].tokens[-1].end + 1 < no.tokens[0].start and not any(token.strong for token in no.tokens)
    if any(token.strong for token in parts[0].tokens) and not far:
        raise Unclear
    return [Statement("any", asked=far and no.letter == "N")]


def _any_there(parts: Parts) -> list[Statement]:
    """At any time of those days; an hour from which or until which on is a limit."""
    groups = _groups(next(part for part in parts if part.letter == "T"))
    strong = any(token.strong for part in parts if part.letter == "A" for token in part.tokens)
    limited = all(group.is_open and not group.names_days for group in groups)
    if limited or (strong and not any(group.has("days") for group in groups)):  # "pode vir qualquer dia de manhã"
        return [Statement("only", groups, asked=not limited)]
    return [Statement("free", groups, after=True)]


def _ends_well(parts: Parts) -> list[Statement]:
    return stated(parts[:2])


def _ends_badly(parts: Parts) -> list[Statement]:
    return stated(parts[:2]) + stated(parts[2:])


def _any_but(parts: Parts) -> list[Statement]:
    return [Statement("any"), *stated(parts[1:])]


def _likes(parts: Parts) -> list[Statement]:
    """A preference; "pode ser na sexta à tarde?" may be more than that."""
    may = any(token.kind == "may" for part in parts for token in part.tokens)
    if may and len(parts) == 1:  # "pode ser"
        return [Statement("yes")]
    named = [Statement("like", _groups(part)) for part in parts if part.letter == "T"]
    return [Statement("like", asked=may and any(each.names_days or each.names_a_point for each in named))]


def _free_there(parts: Parts) -> list[Statement]:
    return [Statement("free", _groups(parts[1]), after=True, asked=True)]


def _not_there(parts: Parts) -> list[Statement]:
    return [Statement("not", _groups(next(part for part in parts if part.letter == "T")))]


def _nothing_but(parts: Parts) -> list[Statement]:
    return [Statement("only", _groups(parts[1]), asked=True)]


def _not_only(parts: Parts) -> list[Statement]:
    """ "não posso só na quarta"; "não só quarta" says nothing clear."""
    if not any(token.strong for token in parts[0].tokens):
        raise Unclear
    return [Statement("not", _groups(parts[2]))]


def _only_there(parts: Parts) -> list[Statement]:
    return [Statement("only", _groups(next(part for part in parts if part.letter == "T")))]


def _last_is_free(parts: Parts) -> list[Statement]:
    """Of several times only the last one can be meant by the word after them."""
    *groups, last = _groups(parts[1])
    if not groups:
        raise Unclear
    return [Statement(_SAYS[parts[0].letter], tuple(groups)), Statement("free", (last,), after=True)]


def _only_asked(parts: Parts) -> list[Statement]:
    return [Statement("only", _groups(parts[2]), asked=True)]


def _rest_not(parts: Parts) -> list[Statement]:
    return [Statement("rest_not")]


def _rest_yes(parts: Parts) -> list[Statement]:
    return [Statement("rest_yes")]


def _rest_all_day(parts: Parts) -> list[Statement]:
    """ "nos outros dias o dia todo". Raises Unclear for a part of the rest."""
    if not Statement("bare", _groups(next(part for part in parts if part.letter == "T"))).whole_week:
        raise Unclear
    return [Statement("rest_yes")]


def _part_of_the_rest(parts: Parts) -> list[Statement]:
    """ "segunda, o resto". Raises Unclear for "à tarde nos outros dias"."""
    if any(group.windows for group in _groups(parts[0])):
        raise Unclear
    return [*_bare(parts), Statement("rest_yes")]


def _limits_inside(parts: Parts) -> list[Statement]:
    """ "dia 1 pode ser só à tarde"."""
    return _inside(tuple(part for part in parts if part.letter != "L"))


def _alone(parts: Parts) -> list[Statement]:
    """A word without times: `visit_grammar` finds them, or drops it."""
    return [Statement(_SAYS[parts[0].letter])]


Rule = Callable[[Parts], list[Statement]]
# Shape, rule, and sentences that show it (a test reads each).
SHAPES: tuple[tuple[str, Rule, tuple[str, ...]], ...] = (
    ("T", _bare, ("a partir das 14h", "segunda de manhã")),
    ("([NYEF]T)+|(WT)+", _before, ("não posso segunda", "menos de manhã", "trabalho das 8 às 17")),
    ("OT(NT|ET|YT)*", _before, ("só posso depois das 18h", "só de manhã menos sábado")),
    ("[YN]TET", _before, ("não posso de manhã exceto sábado",)),
    ("(T[NYF])+|(TW)+|TE", _after, ("terça que não", "de manhã não", "segunda não terça sim", "quinta tenho médico")),
    ("TO", _only_there, ("à tarde apenas",)),
    ("TOT", _inside, ("seg a sex só à tarde",)),
    ("T[NYFW]T|TNT(NT)+", _together, ("segunda não posso de manhã", "segunda não posso de manhã nem à noite")),
    ("TET", _bare_except, ("todo dia menos domingo",)),
    ("A|ATF", _any, ("pode vir qualquer horário", "não tem dia nenhum que eu não possa")),
    ("NA|NF|A[NF]", _no_any, ("não qualquer horário", "não tem hora que eu não possa")),
    ("AT|TA", _any_there, ("sábado qualquer horário", "qualquer horário depois das 9h")),
    ("OTF", _free_there, ("se só tiver de manhã não tem problema",)),
    ("FT[NY]+", _ends_well, ("não tem problema de manhã não",)),
    ("[EY]TY|WTW", _ends_well, ("tirando segunda tudo bem", "consigo à tarde sim", "no trabalho terça dou aula")),
    ("TY[NE]T", _ends_badly, ("todo dia está bom só não antes das 9h",)),
    ("A[EN]T|ATN|AOT", _any_but, ("qualquer horário menos segunda", "qualquer horário só depois das 15h")),
    ("LY?TL?|TY?L|YLT|L[YF]?", _likes, ("prefiro de manhã", "de manhã seria melhor")),
    ("[NW]TY", _last_is_free, ("trabalho seg a sex das 8h às 18h sábado livre",)),
    ("LOT", _only_asked, ("gostaria que viessem só depois das 10h",)),
    ("[ON]TN|OTE", _not_there, ("só terça que não", "só segunda não", "não posso segunda não")),
    ("ETN", _nothing_but, ("fora quarta não tem ninguém",)),
    ("NOT", _not_only, ("não posso só na quarta",)),
    ("OET", _not_there, ("só fora do horário comercial",)),
    ("NET", _only_there, ("não posso fora do horário comercial",)),
    ("OTY|[YL]TO", _only_there, ("só à tarde pode", "pode ser depois das 9h só")),
    ("(NR)+|R[NW]|WR", _rest_not, ("nos outros horários não",)),
    ("R[YA]?T|[YA]RT", _rest_all_day, ("nos outros dias o dia todo",)),
    ("TR", _part_of_the_rest, ("segunda o resto",)),
    ("TLOT", _limits_inside, ("sexta pode ser só à tarde",)),
    ("[YFAO]?R|R[YFA]", _rest_yes, ("no resto pode", "o resto qualquer horário")),
    ("F[NF]", _alone, ("não tenho nada não",)),
    ("[NYWOEF]", _alone, ("não posso",)),
)  # fmt: skip
_RULES = tuple((re.compile(shape), rule) for shape, rule, _ in SHAPES)
_LONGEST = 24  # parts of a clause: more of them are no sentence
_BEGIN = "RA"  # a part with such a letter may begin a clause without a comma before it
_OWN = "OYLFA"  # beside words that say what is possible a reason has its own times
_DROPPED = re.compile("[NEOYLFA]")


def stated(parts: Parts) -> list[Statement]:
    """Raises Unclear for a shape that no rule has, taken whole, without its reasons, or as two clauses."""
    if not parts or len(parts) > _LONGEST:
        raise Unclear
    if rule := _rule_of(parts):
        return rule(parts)
    shape = shape_of(parts)
    if "W" in shape and _DROPPED.search(shape):
        return _beside_reasons(parts, shape)
    for at in range(1, len(parts)):
        if (
            (parts[at].letter in _BEGIN or shape[at : at + 2] == "YR")
            and (first := _rule_of(parts[:at]))
            and (last := _rule_of(parts[at:]))
        ):
            return _first_of(first(parts[:at])) if shape[at:] == "A" else first(parts[:at]) + last(parts[at:])
    if "L" in shape and set(shape) - set("LT"):  # "se não puder, não faz mal, venha de manhã"
        return [evolve(each, asked=True) for each in stated(merged(part for part in parts if part.letter != "L"))]
    raise Unclear


def _first_of(said: list[Statement]) -> list[Statement]:
    """ "pode vir sábado a qualquer hora": any time of those days."""
    if any(each.says in ("yes", "bare") and each.groups for each in said):
        return [evolve(each, asked=True) for each in said]
    return [*said, Statement("any")]


def _rule_of(parts: Parts) -> Rule | None:
    shape = shape_of(parts)
    return next((rule for pattern, rule in _RULES if pattern.fullmatch(shape)), None)


def _beside_reasons(parts: Parts, shape: str) -> list[Statement]:
    """A reason adds nothing to what is said: "só depois das 18h trabalho", "quinta tenho pilates das 9 às 10 não posso".

    Times of its own keep it apart from what is possible: "só à tarde de manhã trabalho" is left to a person.
    """
    if "E" in shape and _DROPPED.findall(shape) == ["E"]:  # "das 4 às 14 fico na padaria todo dia menos domingo"
        cut = shape.index("E")
        return stated(parts[:cut]) + stated(parts[cut:])
    own = any(letter in shape for letter in _OWN)
    at = shape.index("W")
    if own and shape[at + 1 : at + 2] == "T" and (at == 0 or "T" in shape[:at]):
        cut = at or next((index for index, letter in enumerate(shape) if letter in _OWN), 0)
        return stated(parts[:cut]) + stated(parts[cut:])
    return stated(merged(part for part in parts if part.letter != "W"))


def _groups(part: Part) -> tuple[Group, ...]:
    return tuple(groups_of(part.tokens))
