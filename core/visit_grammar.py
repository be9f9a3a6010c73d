"""What a sentence says about visit times: its clauses' statements, in order, become blocked times."""

import re
from datetime import date
from itertools import takewhile

from core.hours import ALWAYS, DAY
from core.records import Record, evolve
from core.visit_any_time import PLAIN_ANY
from core.visit_clauses import BREAKS, LETTERS, clauses_of
from core.visit_dates import ONE_DAY, DateWords
from core.visit_links import linked, only_days
from core.visit_marks import PLAIN_NO
from core.visit_shapes import Statement
from core.visit_times import TIMES, Group, Times, Unclear, contrary, less, united, until_the_day_before
from core.visit_tokens import Kind, Token, tokens
from core.visit_wordings import plainly
from core.words import Words

MAX_LENGTH = 500  # characters: whoever writes more says more than times
MAX_UNKNOWN = 6  # words outside the vocabulary beside what is said: more of them, and a person reads it

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
    if _bare(said.folded) in PLAIN_NO:
        return ReadTimes({}, asked=False)
    if _bare(said.folded) in PLAIN_ANY:
        return ReadTimes({}, asked=True)
    found = tokens(said, today) if len(said.folded) <= MAX_LENGTH else []
    if _bare(_FIRST_CLAUSE.split(said.folded, 1)[0]) in PLAIN_NO and _says_nothing(found):
        return ReadTimes({}, asked=False)
    return read_tokens(found, today)


def _bare(folded: str) -> str:
    """A short answer without what people put around it: "nenhuuum", "por enquanto nenhum"."""
    return " ".join(_HEDGES.sub("", _LONG_DRAWN.sub(r"\1", folded)).strip(_SIGNS).split()) if len(folded) < _SHORT else ""


_SHORT = 60  # characters of a "no" with what people put around it
_SIGNS = " .,!?\n"
_HEDGES = re.compile(
    r"\b(?:no momento|por (?:enquanto|ora|agora)|ate agora|a principio|da minha parte|viu"
    r"|(?:que )?eu (?:saiba|lembre|me lembre)|que (?:me lembre|eu me recorde)|(?:eu )?(?:acho|creio|acredito|penso|imagino) que)\b"
)


def _says_nothing(found: list[Token]) -> bool:
    """But "não": "nenhum, mas me avisem antes", "nenhum, podem vir"."""
    kinds = [token.kind for token in found]
    rest = kinds[next((index for index, kind in enumerate(kinds) if kind in BREAKS), len(kinds)) :]
    return bool(rest) and all(kind in _SAY_NOTHING for kind in rest)


_FIRST_CLAUSE = re.compile(r"[,.;!\n]|\bmas\b")
_SAY_NOTHING: tuple[Kind, ...] = (
    "yes",
    "any",
    "filler",
    "link",
    "thing",
    "and",
    "or",
    "also",
    "that",
    "home",
    "there",
    "before",
    "after",
    "if",
    *BREAKS,
)


def read_tokens(found: list[Token], today: date | None) -> ReadTimes:
    """The same of tokens. Raises Unclear."""
    if len(found) > MAX_TOKENS or sum(token.kind in TIMES for token in found) > MAX_TIMES:
        raise Unclear
    told = plainly(found)
    plain = _from_any_time(told)
    if any(token.kind == "vague" for token in plain):
        raise Unclear
    clauses = clauses_of(plain)
    strange = sum(clause.strange for clause in clauses)
    if strange > MAX_UNKNOWN:
        raise Unclear
    asked = strange > MAX_UNASKED or any(clause.says_strangely for clause in clauses)
    read = _weighed(linked(clauses), today, asked=asked)
    doubtful = plain is not told or (bool(read.blocked) and _is_doubtful(plain))
    return evolve(read, asked=True) if doubtful else read


def _from_any_time(plain: list[Token]) -> list[Token]:
    """ "O rapaz veio segunda e não me achou. Mas eu fico em casa, qualquer hora": what a person would have to read is over then."""
    vague = next((at for at in reversed(range(len(plain))) if plain[at].kind == "vague"), None)
    if vague is None:
        return plain
    start = next((at for at in range(vague, len(plain)) if plain[at].kind in ("stop", "but")), len(plain))
    said = {token.kind for token in plain[start:] if token.kind in LETTERS and (token.strong or token.kind != "any")}
    return plain[start + 1 :] if "any" in said and said <= {"any", "yes", "free", "reason"} else plain


def _is_doubtful(plain: list[Token]) -> bool:
    """ "quinta é ruim, mas dou um jeito", "de manhã não tem ninguém, mas a chave fica na portaria"."""
    if any(token.kind == "doubt" for token in plain):
        return True
    contrasts = (plain[at + 1 :] for at, token in enumerate(plain) if token.kind == "but")
    return any(_tells_only(list(takewhile(lambda token: token.kind not in BREAKS, clause))) for clause in contrasts)


def _tells_only(clause: list[Token]) -> bool:
    """Nobody knows what it says: nothing of times, and more than politeness."""
    return any(token.kind in ("word", "thing", "topic") for token in clause) and not any(token.kind in LETTERS for token in clause)


def _weighed(said: list[Statement], today: date | None, *, asked: bool) -> ReadTimes:
    if any(statement.says == "any" for statement in said):  # "fico em casa o dia inteiro, zero restrição"
        said = [statement for statement in said if not (statement.says == "bare" and statement.whole_week)]
    if any(statement.says == "rest_not" for statement in said):  # "atendemos em horário comercial, fora disso não"
        said = [evolve(each, says="yes") if each.says == "reason" else each for each in said]
    if any(statement.says == "rest_yes" for statement in said):  # "tem hóspede de 27/11 a 30/11, fora isso pode entrar"
        said = [evolve(each, says="not", blurred=False) if each.says == "bare" and not each.names_a_point else each for each in said]
    if any(each.says in ("rest_yes", "rest_not") for each in said) and not any(each.groups or each.says == "any" for each in said):
        raise Unclear  # "em semana de prova não, nas outras dá"
    said = _without_told(said)
    said = [evolve(each, says="reason", asked=True) if each.says == "bare" and _is_kept_by(each) else each for each in said]
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


def _is_kept_by(bare: Statement) -> bool:
    """ "cardiologista quinta de manhã": what nobody knows takes place then; but not "de manhã minha mãe está"."""
    return bare.strange and bare.blurred and not any(group.is_open for group in bare.groups) and not bare.names_a_point


def _without_told(said: list[Statement]) -> list[Statement]:
    """Without what only leads to something clearer; where the two do not meet, that is asked."""
    clear = [each for each in said if each.says in ("only", "not", "yes") and each.groups and not each.names_a_point]
    told = [each for each in said if _leads_to(each, clear) or (each.says == "bare" and _said_again(each, said))]
    if not told:
        return said
    asked = not all(_said_again(each, said) or _meets(each, clear) for each in told)
    return [evolve(each, asked=True) if asked else each for each in said if each not in told]


def _said_again(bare: Statement, said: list[Statement]) -> bool:
    """ "de manhã meu filho dorme, de manhã não dá"."""
    return any(other.says not in ("bare", "reason") and other.groups == bare.groups for other in said)


def _leads_to(each: Statement, clear: list[Statement]) -> bool:
    """ "pediatra dia 26 às 9, então dia 26 de manhã não", "a zeladora fica até 16h, depois das 16h não tem ninguém"."""
    if not clear or each.says not in ("bare", "reason", "yes"):
        return False
    return each.names_a_point or (each.says == "bare" and each.blurred and not _overlap(each.times(), clear))


def _overlap(times: Times, clear: list[Statement]) -> bool:
    blocked = united(each.times() for each in clear if each.says == "not")
    return any(minutes & blocked.get(dates, 0) for dates, minutes in times.items())


def _meets(each: Statement, clear: list[Statement]) -> bool:
    """The same day, or an hour at which one begins or ends."""
    return bool(_days_named(each) & {day for other in clear for day in _days_named(other)}) or not _ends(each).isdisjoint(
        end for other in clear for end in _ends(other)
    )


def _days_named(statement: Statement) -> set[object]:
    return {day for group in statement.groups for day in (group.days, *(words.dates for words in group.dates)) if day}


def _ends(statement: Statement) -> set[int]:
    return {end for group in statement.groups for words in group.windows for end in (words.start, words.end) if 0 < end < DAY}


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
    if any(other.says == "only" for other in said) and all(group.windows and group.lasts_all_day for group in bare.groups):
        return evolve(bare, says="free", asked=True)  # "sábado o dia inteiro e na semana só à noite"
    if all(group.is_open for group in bare.groups):
        return Statement("only", bare.groups, scope=tuple(Group(group.days, group.dates) for group in bare.groups), asked=True)
    return evolve(bare, says="not", asked=True)


def _as_availability(said: list[Statement]) -> list[Statement]:
    """ "posso à tarde" leaves the rest out, unless something says what is not possible: then it only frees."""
    if all(each.says in ("yes", "reason") for each in said) and any(map(_opens, said)):  # "a partir das 13h, de manhã faço fisioterapia"
        said = [each for each in said if _opens(each)]
    limits = any(statement.says in ("only", "not", "reason") for statement in said)
    if limits:
        said = [_limit_of_its_day(each) if each.says == "yes" else each for each in said]
    if limits and not any(statement.says == "rest_not" for statement in said):
        return said
    if any(statement.says in ("any", "rest_yes", "like") for statement in said):
        return said
    clear = any(statement.says == "rest_not" for statement in said)
    return [_limit(each, clear=clear) if each.says == "yes" else each for each in said]


def _limit_of_its_day(yes: Statement) -> Statement:
    """ "segunda não, terça depois das 14h pode", "hoje até 17h pode, amanhã só de manhã"."""
    if not all(group.is_open and group.names_days and not group.office for group in yes.groups):
        return yes
    if any(words.side != "in" for group in yes.groups for words in group.dates):
        return yes
    scope = tuple(Group(group.days, group.dates) for group in yes.groups)
    return evolve(yes, says="only", scope=scope, asked=yes.asked or not _dated(yes))


_PAIR = 2  # days: more of them are a part of the week


def _limit(yes: Statement, *, clear: bool) -> Statement:
    """All other times are left out; those of a part of the week inside it: "seg a sex chego às 18h"."""
    asked = yes.asked or (yes.names_days and not clear)
    inside = all(group.is_open and group.days.bit_count() > _PAIR and not group.dates for group in yes.groups)
    scope = tuple(Group(group.days) for group in yes.groups) if inside and not clear and yes.names_days else ()
    return evolve(yes, says="only", scope=scope, asked=asked)


def _opens(statement: Statement) -> bool:
    return statement.says == "yes" and all(group.is_open and not group.names_days for group in statement.groups)


def _is_asked(statement: Statement) -> bool:
    """A reason without days counts for every day, one without hours for the whole day: both are asked."""
    vague_reason = statement.says == "reason" and not (_dated(statement) or (statement.names_days and not only_days(statement)))
    return statement.asked or vague_reason or any(group.asked for group in (*statement.groups, *statement.scope))


def _dated(statement: Statement) -> bool:
    return all(group.dates for group in statement.groups)


def _apply(blocked: Times, statement: Statement, before: list[Statement], today: date | None) -> Times:
    starts = [words for group in statement.groups for words in group.dates if words.side == "from"]
    if starts:
        return blocked if _goes_on(starts[0], before) else united((blocked, _from_date(statement, starts, today)))
    if statement.says == "only":
        return _apply_only(blocked, statement, before)
    if statement.says in ("not", "reason") or (statement.says == "except" and not _excepts_a_block(before)):
        return united((blocked, statement.times()))
    return less(blocked, statement.times()) if statement.says in ("yes", "free", "except") else blocked


def _from_date(statement: Statement, starts: list[DateWords], today: date | None) -> Times:
    (group, *others) = statement.groups
    if statement.says not in ("only", "yes", "free") or others or group.windows or group.days or today is None:
        raise Unclear
    return until_the_day_before(starts[0], today)


def _goes_on(start: DateWords, before: list[Statement]) -> bool:
    """ "hoje não, de amanhã em diante qualquer hora": what was said before ends there."""
    ends = [words.dates[1] for each in before for group in each.groups for words in group.dates]
    return bool(ends) and start.dates[0] <= max(ends) + ONE_DAY


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
