"""What a sentence says about visit times: its clauses' statements, in order, become blocked times."""

import re
from datetime import date

from core.hours import ALWAYS
from core.records import Record, evolve
from core.visit_clauses import BREAKS, Clause, clauses_of
from core.visit_dates import DateWords
from core.visit_marks import PLAIN_NO
from core.visit_shapes import Says, Statement, stated
from core.visit_times import TIMES, Group, Times, Unclear, contrary, less, united, until_the_day_before
from core.visit_tokens import Kind, Token, tokens
from core.visit_wordings import plainly
from core.words import Words

MAX_LENGTH = 500  # characters: whoever writes more says more than times
MAX_UNKNOWN = 3  # words outside the vocabulary beside what is said: more of them, and a person reads it

MAX_UNASKED = 1  # of them; with more the reading is asked
_LONG_DRAWN = re.compile(r"([a-z])\1{2,}")  # "nenhuuum"
MAX_TOKENS = 200  # of one sentence: more than `MAX_LENGTH` holds
MAX_TIMES = 40  # days and windows: nobody names more


class ReadTimes(Record):
    """Blocked times; `asked`: the reading is asked alone."""

    blocked: Times
    asked: bool


def read_times(said: Words, today: date | None) -> ReadTimes:
    """The times that a sentence blocks. Raises Unclear when a person must read it."""
    if _bare_no(said.folded):
        return ReadTimes({}, asked=False)
    found = tokens(said, today) if len(said.folded) <= MAX_LENGTH else []
    if _bare_no(_FIRST_CLAUSE.split(said.folded, 1)[0]) and _says_nothing(found):
        return ReadTimes({}, asked=False)
    return read_tokens(found, today)


def _bare_no(folded: str) -> bool:
    """ "nenhuuum", "por enquanto nenhum"."""
    return len(folded) < _SHORT and " ".join(_HEDGES.sub("", _LONG_DRAWN.sub(r"\1", folded)).strip(_SIGNS).split()) in PLAIN_NO


_SHORT = 60  # characters of a "no" with what people put around it
_SIGNS = " .,!?\n"
_HEDGES = re.compile(
    r"\b(?:no momento|por (?:enquanto|ora|agora)|(?:que )?eu saiba|(?:eu )?acho que|ate agora|a principio|da minha parte|viu)\b"
)


def _says_nothing(found: list[Token]) -> bool:
    """But "não": "nenhum, mas me avisem antes", "nenhum, podem vir"."""
    kinds = [token.kind for token in found]
    rest = kinds[next((index for index, kind in enumerate(kinds) if kind in BREAKS), len(kinds)) :]
    return bool(rest) and all(kind in _SAY_NOTHING for kind in rest)


_FIRST_CLAUSE = re.compile(r"[,.;!\n]|\bmas\b")
_SAY_NOTHING: tuple[Kind, ...] = ("yes", "any", "filler", "link", "thing", "and", "or", "also", "that", *BREAKS)


def read_tokens(found: list[Token], today: date | None) -> ReadTimes:
    """The same of tokens. Raises Unclear."""
    if len(found) > MAX_TOKENS or sum(token.kind in TIMES for token in found) > MAX_TIMES:
        raise Unclear
    plain = plainly(found)
    if any(token.kind == "vague" for token in plain):
        raise Unclear
    clauses = clauses_of(plain)
    strange = sum(clause.strange for clause in clauses)
    if strange > MAX_UNKNOWN:
        raise Unclear
    asked = strange > MAX_UNASKED or any(clause.says_strangely for clause in clauses)
    return _weighed(_linked(clauses), today, asked=asked)


def _linked(clauses: list[Clause]) -> list[Statement]:
    """All statements in order; a clause with times only, or with a word only, gets the other half from its neighbour."""
    said: list[Statement] = []
    for clause in clauses:
        for statement in stated(clause.parts):
            _link(
                said, evolve(statement, blurred=clause.blurred, asked=statement.asked or _is_beside(said, statement, clause)), clause.lead
            )
    if (
        said and said[0].says == "not" and not said[0].groups and not any(token.strong for token in clauses[0].tokens)
    ):  # "não, só segunda": no to the question, or not on Monday?
        said = [evolve(each, asked=True) if each.says in ("only", "not") and not each.after else each for each in said]
    if all(each.says == "free" and not each.groups for each in said):
        return [Statement("any")] if said else []  # "nenhuma objeção"
    if all(each.says == "yes" and not each.groups for each in said) and any(token.strong for each in clauses for token in each.tokens):
        return [Statement("any", asked=True)]  # "home office, pode vir"
    return [statement for statement in said if statement.groups or statement.says in ("any", "like", "rest_not", "rest_yes")]


def _is_beside(said: list[Statement], statement: Statement, clause: Clause) -> bool:
    """ "é quinta que não posso e não quarta": a second no, or the day that was wrong."""
    no = bool(said) and said[-1].says == statement.says == "not" and clause.lead in ("and", "or") and not statement.after
    return no and bool(statement.groups) and not any(token.strong for token in clause.tokens)


def _link(said: list[Statement], statement: Statement, lead: Kind | None) -> None:
    before = said[-1] if said else None
    if statement.says == "bare":
        said.append(_with_word(before, statement, lead))
    elif before and not statement.groups and _takes(before, statement.says):
        _put_behind(said, statement.says)
    elif before and lead == "comma" and _limits_inside(before, statement):
        said[-1] = evolve(statement, scope=before.groups)
    elif before and before.says == "free" and before.asked and not statement.groups and statement.says in ("yes", "not"):
        said[-1] = evolve(before, says="free" if statement.says == "yes" else "not", asked=False)  # "na semana, à vontade"
    elif before and statement.says == "reason" and not statement.groups:
        pass
    elif before and lead in ("comma", "stop") and _all_that_day(before, statement):
        said[-1] = evolve(before, says="not" if "not" in (before.says, statement.says) else "reason", blurred=False)
    elif before and statement.says == "yes" and statement.after and before.says == "free" and before.after:
        said.append(evolve(statement, says="not", asked=True))  # "sábado não me atrapalha, quarta sim"
    elif statement.after and before and before.says == "bare" and _alike(before, statement):
        _put_behind(said, statement.says)
        said.append(statement)
    else:
        said.append(statement)


def _limits_inside(before: Statement, only: Statement) -> bool:
    """ "segunda a sexta, só depois do meio-dia"."""
    days = before.says == "bare" and _only_days(before) and not before.whole_week
    return days and only.says == "only" and not only.scope and not any(group.has("days") for group in only.groups) and bool(only.groups)


def _all_that_day(before: Statement, statement: Statement) -> bool:
    """ "dia de semana não dá, trabalho o dia todo", "dia 5 tem show, estarei fora o dia inteiro"."""
    named = before.says in ("not", "reason", "bare") and before.names_days and _only_days(before)
    return named and statement.says in ("not", "reason") and bool(statement.groups) and statement.whole_week


def _takes(before: Statement, says: Says) -> bool:
    """ "segunda, não posso"; "das 7 às 13 estou no hospital, nesse horário não dá"; "terça e sexta, só nesses dias"."""
    if before.says == "reason":
        return says == "not" and bool(before.groups)
    closed = not any(group.is_open for group in before.groups)
    return before.says == "bare" and (says in ("not", "yes", "free", "only") or (says == "reason" and closed))


def _with_word(before: Statement | None, bare: Statement, lead: Kind | None) -> Statement:
    """ "não posso segunda, quarta": the word before governs on; after "de manhã não, …" or "mas" times alone may mean the contrary."""
    if before is None or before.says in ("bare", "like"):
        return bare
    if not before.groups:
        return bare if before.says in ("yes", "any", "reason") else evolve(bare, says=before.says)
    if before.after or lead == "but" or before.scope or bare.blurred:
        return evolve(bare, says="free", asked=not _all_day(bare))
    return evolve(bare, says=before.says)


def _all_day(bare: Statement) -> bool:
    """ "no fim de semana o dia inteiro"."""
    return bare.names_days and not bare.blurred and all(group.windows and group.lasts_all_day for group in bare.groups)


def _put_behind(said: list[Statement], says: Says) -> None:
    """ "segunda, quarta não posso"."""
    for index in reversed(range(len(said))):
        if said[index].says not in ("bare", "reason"):
            return
        said[index] = evolve(said[index], says=says, after=True)


def _alike(before: Statement, after: Statement) -> bool:
    """Both days only, or both with hours: "segunda depois das 13, terça depois das 13 não dá"."""
    if _only_days(before) and _only_days(after):
        return True
    return all(group.windows and group.has("days") for group in (*before.groups, *after.groups))


def _only_days(statement: Statement) -> bool:
    return all(not group.windows for group in statement.groups)


# -- statements to blocked times


def _weighed(said: list[Statement], today: date | None, *, asked: bool) -> ReadTimes:
    if any(statement.says == "any" for statement in said):  # "fico em casa o dia inteiro, zero restrição"
        said = [statement for statement in said if not (statement.says == "bare" and statement.whole_week)]
    if any(statement.says == "rest_not" for statement in said):  # "atendemos em horário comercial, fora disso não"
        said = [evolve(each, says="yes") if each.says == "reason" else each for each in said]
    said = [each for each in said if each.says != "bare" or not _said_again(each, said)]
    if not said or any(statement.says == "bare" and (asked or statement.blurred) for statement in said):
        raise Unclear
    if _contradicts_itself(said):
        raise Unclear
    said = _as_availability(_understood([_every_day_is_any(statement) for statement in said]))
    blocked: Times = {}
    for index, statement in enumerate(said):
        blocked = _apply(blocked, statement, said[:index], today)
    if blocked.get(None) == ALWAYS and any(statement.says == "only" for statement in said):
        raise Unclear  # "só de manhã. de manhã não posso"
    asked = asked or any(_is_asked(statement) for statement in said) or blocked.get(None) == ALWAYS
    return ReadTimes(blocked, asked)


def _said_again(bare: Statement, said: list[Statement]) -> bool:
    """ "de manhã meu filho dorme, de manhã não dá"."""
    return any(other.says != "bare" and other.groups == bare.groups for other in said)


def _contradicts_itself(said: list[Statement]) -> bool:
    """ "segunda sim segunda não"."""
    can, cannot = ({each.groups for each in said if each.groups and each.says == says} for says in ("yes", "not"))
    return not can.isdisjoint(cannot)


def _every_day_is_any(statement: Statement) -> Statement:
    """ "qualquer dia está ótimo"."""
    return Statement("any") if statement.says in ("yes", "free") and statement.whole_week else statement


def _understood(said: list[Statement]) -> list[Statement]:
    """Bare times: windows, and days with an open window, are availability; other days answer a question for what is NOT possible."""
    limits = [statement for statement in said if statement.says == "only"]
    if limits:  # a reason adds nothing to them, unless it has days of its own beside theirs ("trabalho seg a sex 8h–17h; sábado só …")
        inside = all(limit.scope for limit in limits)
        said = [statement for statement in said if statement.says != "reason" or (inside and statement.names_days)]
    barred = united(statement.times() for statement in said if statement.says == "not")
    said = [each for each in said if each.says != "reason" or not _inside(each.times(), barred)]
    return [_bare_meant(each, said, index) if each.says == "bare" else each for index, each in enumerate(said)]


def _inside(times: Times, others: Times) -> bool:
    return all(not minutes & ~others.get(dates, 0) for dates, minutes in times.items())


def _bare_meant(bare: Statement, said: list[Statement], index: int) -> Statement:
    """Raises Unclear for times that mean nothing without a word: "todos os dias", "até sexta"."""
    excepted = any(other.says == "except" for other in said[index + 1 :])
    sides = {words.side for group in bare.groups for words in group.dates}
    if bare.whole_week and any(other.says in ("only", "not", "except") for other in said):
        return Statement("any")
    if "until" in sides or (bare.whole_week and not excepted):
        raise Unclear
    if excepted or not bare.names_days or "from" in sides:
        return evolve(bare, says="yes")
    if all(group.is_open for group in bare.groups):
        return Statement("only", bare.groups, scope=tuple(Group(group.days, group.dates) for group in bare.groups), asked=True)
    return evolve(bare, says="not", asked=True)


def _as_availability(said: list[Statement]) -> list[Statement]:
    """ "posso à tarde" leaves the rest out, unless something says what is not possible: then it only frees."""
    if all(each.says in ("yes", "reason") for each in said) and any(map(_opens, said)):  # "a partir das 13h, de manhã faço fisioterapia"
        said = [each for each in said if _opens(each)]
    limits = any(statement.says in ("only", "not", "reason") for statement in said)
    if limits and not any(statement.says == "rest_not" for statement in said):
        return said
    if any(statement.says in ("any", "rest_yes", "like") for statement in said):
        return said
    clear = any(statement.says == "rest_not" for statement in said)
    return [evolve(each, says="only", asked=each.asked or (each.names_days and not clear)) if each.says == "yes" else each for each in said]


def _opens(statement: Statement) -> bool:
    return statement.says == "yes" and all(group.is_open and not group.names_days for group in statement.groups)


def _is_asked(statement: Statement) -> bool:
    """A reason without days counts for every day, one without hours for the whole day: both are asked."""
    vague_reason = statement.says == "reason" and not (_dated(statement) or (statement.names_days and not _only_days(statement)))
    return statement.asked or vague_reason or any(group.asked for group in (*statement.groups, *statement.scope))


def _dated(statement: Statement) -> bool:
    return all(group.dates for group in statement.groups)


def _apply(blocked: Times, statement: Statement, before: list[Statement], today: date | None) -> Times:
    starts = [words for group in statement.groups for words in group.dates if words.side == "from"]
    if starts:
        return united((blocked, _from_date(statement, starts, today)))
    if statement.says == "only":
        return _apply_only(blocked, statement, before)
    if statement.says in ("not", "reason") or (statement.says == "except" and not _excepts_a_block(before)):
        return united((blocked, statement.times()))
    return less(blocked, statement.times()) if statement.says in ("yes", "free", "except") else blocked


def _from_date(statement: Statement, starts: list[DateWords], today: date | None) -> Times:
    if statement.says == "free":
        return {}  # "de amanhã em diante qualquer hora"
    (group, *others) = statement.groups
    if statement.says not in ("only", "yes") or others or group.windows or group.days or today is None:
        raise Unclear
    return until_the_day_before(starts[0], today)


def _excepts_a_block(before: list[Statement]) -> bool:
    """ "não posso de manhã, exceto sábado"."""
    return next((statement.says in ("not", "reason") for statement in reversed(before) if statement.says != "except"), False)


def _apply_only(blocked: Times, statement: Statement, before: list[Statement]) -> Times:
    allowed = statement.times()
    if statement.scope:
        return _limited(blocked, united(group.times() for group in statement.scope), allowed)
    if None in allowed and any(earlier.says == "only" and not earlier.scope for earlier in before):
        return less(blocked, allowed)
    return united((blocked, contrary(allowed)))


def _limited(blocked: Times, scope: Times, allowed: Times) -> Times:
    """Inside the scope only what is allowed; the rest as it was."""
    result = dict(blocked)
    for dates, minutes in scope.items():
        result[dates] = result.get(dates, 0) & ~minutes | minutes & ~_allowed_in(allowed, dates)
    return {dates: minutes for dates, minutes in result.items() if minutes}


def _allowed_in(allowed: Times, dates: object) -> int:
    if set(allowed) == {None}:
        return allowed[None]
    if set(allowed) == {dates}:
        return next(iter(allowed.values()))
    raise Unclear
