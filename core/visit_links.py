"""How the clauses of a sentence complete one another: "segunda, não posso", "terça e sexta, só nesses dias", "de manhã não, à tarde …"."""

from collections.abc import Callable

from core.hours import DAYS, EVERY_DAY
from core.records import evolve
from core.visit_clauses import Clause
from core.visit_clocks import ClockWords
from core.visit_shapes import Statement, stated
from core.visit_times import Group
from core.visit_tokens import Kind

Said = list[Statement]
Lead = Kind | None  # what stands before a clause: a comma, a full stop, "mas", "e"
_RANGE = 3  # days at least
_BOTH = 2  # windows, one of each


def linked(clauses: list[Clause]) -> Said:
    """All statements in order; a clause with times only, or with a word only, gets the other half from its neighbour."""
    said: Said = []
    for clause in clauses:
        for statement in stated(clause.parts):
            said = _link(said, _in_clause(statement, clause, said), clause.lead)
    if said and said[0].says == "not" and not said[0].groups and not said[0].strong:  # "não, só segunda": to the question, or on Monday?
        said = [evolve(each, asked=True) if each.says in ("only", "not") and not each.after else each for each in said]
    if all(each.says == "free" and not each.groups for each in said):
        return [Statement("any")] if said else []  # "nenhuma objeção"
    if all(each.says == "yes" and not each.groups for each in said) and any(each.strong and not each.blurred for each in said):
        return [Statement("any", asked=True)]  # "home office, pode vir"
    return _with_times(said)


def _in_clause(statement: Statement, clause: Clause, said: Said) -> Statement:
    asked = statement.asked or _is_beside(said, statement, clause) or _is_half(said, statement, clause)
    return evolve(statement, blurred=clause.blurred, there=clause.points_back, strong=clause.strong, strange=clause.unknown, asked=asked)


def _is_beside(said: Said, statement: Statement, clause: Clause) -> bool:
    """ "é quinta que não posso e não quarta": a second no, or the day that was wrong."""
    no = bool(said) and said[-1].says == statement.says == "not" and clause.lead in ("and", "or") and not statement.after
    return no and bool(statement.groups) and not clause.strong


def _is_half(said: Said, statement: Statement, clause: Clause) -> bool:
    """ "não posso terça de tarde. quarta também": the whole of it?"""
    also = any(token.kind == "also" for token in clause.tokens) and statement.says == "bare" and only_days(statement)
    return also and bool(said) and said[-1].names_days and not only_days(said[-1])


def _with_times(said: Said) -> Said:
    """Without words that found no times; a limit among them is asked: "segunda. só"."""
    lost = any(each.says in ("only", "except") and not each.groups for each in said)
    kept = [each for each in said if each.groups or each.says in ("any", "like", "rest_not", "rest_yes")]
    return [evolve(each, asked=True) for each in kept] if lost else kept


def _link(said: Said, statement: Statement, lead: Lead) -> Said:
    if not said:
        return [statement]
    found = (rule(said, statement, lead) for rule in _RULES)
    return next((linked for linked in found if linked is not None), [*said, statement])


def only_days(statement: Statement) -> bool:
    return all(not group.windows for group in statement.groups)


def _only_windows(statement: Statement) -> bool:
    return bool(statement.groups) and not any(group.has("days") for group in statement.groups)


def _days(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(Group(group.days, group.dates) for group in groups)


# -- rules: what is said once a statement follows; None where the rule has nothing to do with it


def _days_of_windows(said: Said, bare: Statement, lead: Lead) -> Said | None:
    """ "das 8h às 17h ela pode receber, de segunda a sexta": a part of the week, after windows without days."""
    before = said[-1]
    named = bare.says == "bare" and lead == "comma" and only_days(bare) and len(bare.groups) == 1
    if not (named and before.says in ("yes", "not") and before.after and _only_windows(before)):
        return None
    days = bare.groups[0].days
    if not _RANGE <= days.bit_count() < len(DAYS):
        return None
    return [*said[:-1], evolve(before, groups=tuple(evolve(group, days=days) for group in before.groups), scope=())]


def _narrower(said: Said, bare: Statement, _lead: Lead) -> Said | None:
    """ "só no período da tarde, das 13h às 17h"."""
    before = said[-1]
    windows = [words for each in (before, bare) for group in each.groups for words in group.windows]
    if bare.says != "bare" or before.says in ("bare", "except") or not (_only_windows(before) and _only_windows(bare)):
        return None
    if len(windows) != _BOTH or any(words.form != "span" for words in windows):
        return None
    wide, narrow = windows
    if not wide.start <= narrow.start < narrow.end <= wide.end:
        return None
    return [*said[:-1], evolve(before, groups=bare.groups, asked=before.asked or before.says in ("not", "reason"))]


def _end_of_limit(said: Said, last: Statement, _lead: Lead) -> Said | None:
    """ "só depois das 13:30, e tem que acabar até 16:30"."""
    first = said[-1]
    if first.says != "only" or last.says not in ("only", "bare") or len(first.groups) != 1 or not _only_windows(last):
        return None
    windows = [words for each in (first, last) for group in each.groups for words in group.windows]
    if [words.form for words in windows] != ["from", "until"] or windows[0].start >= windows[1].end:
        return None
    both = ClockWords(windows[0].start, windows[1].end, asked=any(words.asked for words in windows))
    return [*said[:-1], evolve(first, groups=(evolve(first.groups[0], windows=(both,)),))]


def _other_end(said: Said, no: Statement, _lead: Lead) -> Said | None:
    """ "depois das 9 tá bom, mas não depois das 17": the hours between, and asked."""
    yes = said[-1]
    if yes.says != "yes" or no.says != "not" or len(yes.groups) != 1 or not (_only_windows(yes) and _only_windows(no)):
        return None
    windows = [words for each in (yes, no) for group in each.groups for words in group.windows]
    if [words.form for words in windows] not in (["from", "from"], ["until", "until"]):
        return None
    first, last = windows
    start, end = (first.start, last.start) if first.form == "from" else (last.end, first.end)
    both = (evolve(yes.groups[0], windows=(ClockWords(start, end),)),)
    return [*said[:-1], evolve(yes, says="only", groups=both, asked=True)] if start < end else None


def _times_alone(said: Said, bare: Statement, lead: Lead) -> Said | None:
    """ "não posso segunda, quarta"; "dezembro todo tô fora, de 01/12 a 31/12" says it twice."""
    before = said[-1]
    if bare.says == "bare" and bare.groups == before.groups:
        return said
    if bare.says == "bare" and before.says == "only" and not before.names_days and _is_open_on_days(bare):
        return [*said, evolve(bare, says="only", scope=_days(bare.groups), asked=True)]  # "só libera até as 16h, e sábado até as 11h"
    return [*said, _with_word(said[-1], bare, lead)] if bare.says == "bare" else None


def _any_time(said: Said, any_time: Statement, lead: Lead) -> Said | None:
    """ "Trabalho em casa o dia todo, pode vir qualquer hora": what somebody does is no hindrance then, and asked without a "mas"."""
    if any_time.says != "any":
        return None
    if any_time.blurred and not any_time.strong:  # "acorda com qualquer barulho"
        return said
    if any(each.says in ("rest_yes", "rest_not") for each in said):
        return [*said, any_time]
    kept = [each for each in said if each.says != "reason" or not each.groups]
    doubtful = (len(kept) < len(said) and lead != "but") or any(each.says == "not" and each.groups for each in kept)
    return [*kept, evolve(any_time, asked=any_time.asked or doubtful)]


def _word_behind(said: Said, word: Statement, lead: Lead) -> Said | None:
    """ "segunda, quarta, não posso"; a late "só" is asked ("domingo, só")."""
    if word.groups or not _takes(said[-1], word):
        return None
    late = word.says == "only" and lead in ("comma", "stop") and not (word.there or word.strong)
    return _put_behind(said, evolve(word, asked=word.asked or late))


def _nothing_but(said: Said, word: Statement, _lead: Lead) -> Said | None:
    """ "tirando sábado, não consigo nenhum dia"."""
    if said[-1].says != "except" or word.says != "not" or not (word.whole_week or not word.groups):
        return None
    return [*said[:-1], evolve(said[-1], says="only", asked=True)]


def _limit_inside(said: Said, only: Statement, lead: Lead) -> Said | None:
    """ "segunda a sexta, só depois do meio-dia"."""
    before = said[-1]
    open_yet = before.says == "bare" or (before.says == "free" and before.asked)
    if lead != "comma" or only.says != "only" or only.scope or not _only_windows(only):
        return None
    return [*said[:-1], evolve(only, scope=before.groups)] if open_yet and only_days(before) and not before.whole_week else None


def _freed_or_not(said: Said, word: Statement, _lead: Lead) -> Said | None:
    """ "seg a sex só à noite, mas na semana que vem, à vontade"."""
    before = said[-1]
    if before.says != "free" or not before.asked or word.groups or word.says not in ("yes", "not"):
        return None
    return [*said[:-1], evolve(before, says="free" if word.says == "yes" else "not", asked=before.after)]


def _reason_alone(said: Said, reason: Statement, _lead: Lead) -> Said | None:
    """ "não posso segunda, trabalho"."""
    return said if reason.says == "reason" and not reason.groups else None


def _whole_day(said: Said, statement: Statement, lead: Lead) -> Said | None:
    """ "dia de semana não dá, trabalho o dia todo", "dia 5 tem show, estarei fora o dia inteiro"."""
    before = said[-1]
    named = before.says in ("not", "reason", "bare") and before.names_days and only_days(before)
    if (
        lead not in ("comma", "stop")
        or not named
        or statement.says not in ("not", "reason")
        or not (statement.groups and statement.whole_week)
    ):
        return None
    says = "not" if "not" in (before.says, statement.says) else "reason"
    return [*said[:-1], evolve(before, says=says, blurred=False)]


def _of_the_day_before(said: Said, statement: Statement, lead: Lead) -> Said | None:
    """ "segunda de manhã pode, à tarde não", "quinta tenho médico, de manhã não estou", "faço faxina seg e qua, saio 7 e volto 16",
    "quarta de manhã pode, mas só até as 10"."""
    before = said[-1]
    if not (_windows_of(before, statement) and _goes_on(before, statement, lead)):
        return None
    windows = tuple(words for group in statement.groups for words in group.windows)
    groups = tuple(evolve(group, windows=windows) for group in _days(before.groups))
    only = statement.says == "only"
    unsure = before.names_a_point or (before.says == "yes" and only_days(before))  # "segunda e quarta posso, só não posso de manhã"
    beside = evolve(statement, groups=groups, scope=_days(before.groups) if only else (), asked=statement.asked or only or unsure)
    told = (before.says == "reason" and statement.says != "yes") or (before.says == "bare" and statement.there)
    return [*(said[:-1] if told else said), beside]


def _said_closer(said: Said, statement: Statement, lead: Lead) -> Said | None:
    """ "dou aula na quarta, então quarta até as 11h não consigo": the hours of the reason, and asked."""
    before = said[-1]
    if lead not in ("comma", "stop") or before.says != "reason" or statement.says not in ("not", "only") or only_days(statement):
        return None
    same = only_days(before) and before.names_days and _days(before.groups) == _days(statement.groups)
    return [*said[:-1], evolve(statement, asked=True)] if same else None


def _only_then(said: Said, only: Statement, _lead: Lead) -> Said | None:
    """ "não posso de manhã, só depois das 11": of hours that are in both the last is meant, and asked."""
    before = said[-1]
    open_hours = only.says == "only" and _only_windows(only) and all(group.is_open for group in only.groups)
    if not (open_hours and before.says == "not" and _only_windows(before)) or before.names_a_point or only.names_a_point:
        return None
    barred, allowed = before.times().get(None, 0), only.times().get(None, 0)
    return [*said[:-1], evolve(only, asked=True)] if allowed & barred and allowed & ~barred else None


def _but_that_day(said: Said, no: Statement, _lead: Lead) -> Said | None:
    """ "pode vir de manhã, mas na sexta não": only in the morning, or at any time on other days?"""
    before = said[-1]
    alone = before.says == "yes" and _only_windows(before) and not any(each.says == "yes" for each in said[:-1])
    limited = alone and no.says == "not" and no.names_days and only_days(no)
    return [*said[:-1], evolve(before, says="only", asked=True), no] if limited else None


def _of_the_same_hours(said: Said, no: Statement, _lead: Lead) -> Said | None:
    """ "de seg a sex trabalho até as 16h, então até as 16h não dá": on those days, and asked."""
    before = said[-1]
    if before.says not in ("reason", "bare", "yes") or no.says != "not" or not _only_windows(no) or not before.names_days:
        return None
    same = [group.windows for group in before.groups] == [group.windows for group in no.groups]
    return [*said[:-1], evolve(no, groups=before.groups, asked=True)] if same else None


def _contrary_yes(said: Said, yes: Statement, _lead: Lead) -> Said | None:
    """ "sábado não me atrapalha, quarta sim"."""
    contrary = yes.says == "yes" and yes.after and said[-1].says == "free" and said[-1].after
    return [*said, evolve(yes, says="not", asked=True)] if contrary else None


def _permitted(said: Said, yes: Statement, _lead: Lead) -> Said | None:
    """ "não faz mal, venha de manhã"."""
    freed = yes.says == "yes" and yes.groups and said[-1].says == "free" and not said[-1].groups
    return [*said[:-1], evolve(yes, says="free", asked=True)] if freed else None


def _shared_word(said: Said, statement: Statement, _lead: Lead) -> Said | None:
    """ "segunda depois das 13, terça depois das 13 não dá": both days only, or both with hours."""
    before = said[-1]
    if not statement.after or before.says != "bare" or before.names_a_point:
        return None
    full = all(group.windows and group.has("days") for group in (*before.groups, *statement.groups))
    alike = full or (only_days(before) and only_days(statement))
    return [*_put_behind(said, statement), statement] if alike else None


_RULES: tuple[Callable[[Said, Statement, Lead], Said | None], ...] = (
    _days_of_windows,
    _narrower,
    _end_of_limit,
    _other_end,
    _times_alone,
    _any_time,
    _word_behind,
    _nothing_but,
    _limit_inside,
    _freed_or_not,
    _reason_alone,
    _whole_day,
    _of_the_day_before,
    _said_closer,
    _only_then,
    _but_that_day,
    _of_the_same_hours,
    _contrary_yes,
    _permitted,
    _shared_word,
)


# -- what the rules ask


def _windows_of(before: Statement, statement: Statement) -> bool:
    """Whether windows without days may be those of the days before."""
    named = bool(before.groups) and all(group.days != EVERY_DAY and group.has("days") and not group.office for group in before.groups)
    return named and _only_windows(statement) and not (statement.scope or statement.whole_week or any(g.office for g in statement.groups))


def _goes_on(before: Statement, statement: Statement, lead: Lead) -> bool:
    if statement.there:  # "sábado até as 10h, antes disso não"
        return statement.says in ("not", "only") or (statement.says == "yes" and before.says == "reason")
    if before.says == "reason":
        return (only_days(before) or before.names_a_point) and (
            statement.says in ("not", "only") or (statement.says == "reason" and lead == "comma")
        )
    contrary = (before.says in ("yes", "free") and statement.says == "not") or (before.says == "not" and statement.says == "only")
    return (contrary and not only_days(before)) or (before.says == "yes" and statement.says in ("not", "only"))


def _takes(before: Statement, word: Statement) -> bool:
    """ "segunda, não posso"; "das 7 às 13 estou no hospital, nesse horário não dá"; "a loja abre das 9 às 18, só nesses horários"."""
    if before.says == "reason":
        return bool(before.groups) and (word.says in ("not", "only") or (word.says == "yes" and word.there))
    if before.says in ("yes", "only"):  # "fecho dia 10, nesse dia não"; "quinta somente à tarde, nesse período não tem ninguém"
        return bool(before.groups) and word.there and word.says in ("not", "only")
    closed = not any(group.is_open for group in before.groups)
    return before.says == "bare" and (word.says in ("not", "yes", "free", "only") or (word.says == "reason" and closed))


def _put_behind(said: Said, word: Statement) -> Said:
    """The word is that of all times alone or with a reason before it; "o salão fecha segunda, é o único dia que posso" is asked."""
    at = len(said)
    while at and (said[at - 1].says in ("bare", "reason") or (word.there and at == len(said))):
        at -= 1
    return [*said[:at], *(_with(each, word) for each in said[at:])]


def _with(each: Statement, word: Statement) -> Statement:
    only_by_reason = each.says == "reason" and word.says == "only" and not word.there
    inside = each.scope and not each.names_days  # "quinta somente à tarde, nesse período não": the afternoon of Thursday
    groups = tuple(evolve(day, windows=group.windows) for day in each.scope for group in each.groups) if inside else each.groups
    return evolve(each, says=word.says, groups=groups, scope=(), after=True, asked=each.asked or word.asked or only_by_reason)


def _with_word(before: Statement, bare: Statement, lead: Lead) -> Statement:
    """ "não posso segunda, quarta": the word before governs on; after "de manhã não, …" or "mas" times alone may mean the contrary."""
    if before.says in ("bare", "like"):
        return bare
    if not before.groups:
        return _with_word_alone(before, bare)
    if before.says == "reason" and bare.names_days and lead != "but" and not only_days(bare):
        return evolve(bare, says="reason", asked=before.after or bare.blurred)  # "quarta de manhã tenho dentista, quinta à tarde o gás vem"
    if before.after or lead == "but" or before.scope or bare.blurred:
        if _is_open_on_days(bare):  # "segunda livre, terça até 12h"
            return bare
        return evolve(bare, says="free", asked=not _all_day(bare))
    return evolve(bare, says=before.says)


def _with_word_alone(before: Statement, bare: Statement) -> Statement:
    """ "posso: segunda à tarde", "faculdade, das 8 às 18"; but "trabalho, depois das 18h" is availability."""
    if before.says == "any":
        return bare
    if before.says == "yes" and not before.strong:  # "sim: das 12 às 14" answers the question, or says when
        return evolve(bare, asked=bare.asked or not all(group.is_open for group in bare.groups))
    if before.says == "reason" and any(group.is_open or not group.windows for group in bare.groups):
        return bare
    return evolve(bare, says=before.says, asked=bare.asked or before.says == "reason")


def _is_open_on_days(bare: Statement) -> bool:
    return bare.names_days and all(group.is_open for group in bare.groups)


def _all_day(bare: Statement) -> bool:
    """ "no fim de semana o dia inteiro"."""
    return bare.names_days and not bare.blurred and all(group.windows and group.lasts_all_day for group in bare.groups)
