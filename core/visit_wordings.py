"""What people say in several words of a sentence, put into plain ones: corrections, "volto dia 10", "saio às 7 e chego às 18h"."""

from datetime import date

from core.records import evolve
from core.visit_clauses import BREAKS, DAYS, LETTERS, TIMES, WINDOWS
from core.visit_clocks import ClockWords, at_form
from core.visit_contexts import settled
from core.visit_dates import ONE_DAY, DateWords
from core.visit_explanations import without_explanations
from core.visit_tokens import Kind, Token
from core.visit_words import MORNING, WHOLE_DAY

_EMPTY: tuple[Kind, ...] = ("filler", "link", "thing", "to", "also", "comma", "topic")
_AROUND: tuple[Kind, ...] = ("comma", "fix", "excuse", "to", "filler", "link", "and", "or", "stop")


def plainly(found: list[Token]) -> list[Token]:
    """The same sentence, with what was corrected or only explains gone."""
    return _corrected(_spelled_out(_things(settled(without_explanations(_contrasted(_without_past(found)))))))


def _without_past(found: list[Token]) -> list[Token]:
    """ "O chuveiro queimou ontem, umas 21h. De tarde não dá": without the sentence, or else the clause, that tells what happened."""
    past = next((at for at, token in enumerate(found) if token.kind == "past"), None)
    if past is None:
        return found
    start = next((at + 1 for at in reversed(range(past)) if found[at].kind in BREAKS), 0)
    for breaks in (_SENTENCES, BREAKS):
        end = next((at + 1 for at in range(past, len(found)) if found[at].kind in breaks), len(found))
        left = found[:start] + found[end:]
        if any(token.kind in (*TIMES, "any") for token in left):
            return _without_past(left)
    return [evolve(token, kind="vague") if token.kind == "past" else token for token in found]


_SENTENCES: tuple[Kind, ...] = ("stop", "but")


def _contrasted(found: list[Token]) -> list[Token]:
    """ "não é segunda, é terça" is a correction of its own; else "não é" is a no ("quinta n e sexta sim": and a new clause)."""
    result: list[Token] = []
    for index, token in enumerate(found):
        if token.kind == "better":
            result.append(evolve(token, kind="fix" if _stands_alone(found, index) else "like"))
        elif token.kind == "isnt" and result and result[-1].kind in TIMES and found[index + 1 :][:1] and found[index + 1].kind in TIMES:
            result += [evolve(token, kind="not"), Token("and", token.end, token.end)]
        elif (
            token.kind in ("and", "or")
            and (wrong := _denied(result)) is not None
            and any(each.kind in TIMES for each in found[index + 1 :][:_SOON])
        ):
            result[wrong:] = [evolve(token, kind="fix")]
        else:
            result.append(token)
    return [evolve(token, kind="not") if token.kind == "isnt" else token for token in result]


def _stands_alone(found: list[Token], index: int) -> bool:
    """ "só depois das 14h; melhor, depois das 15h"."""
    return index > 0 and found[index - 1].kind in BREAKS and found[index + 1 : index + 2] != [] and found[index + 1].kind == "comma"


_SOON = 3  # tokens between "é" and the day that is meant


def _denied(before: list[Token]) -> int | None:
    """Where "não é segunda," begins, if that was said last."""
    kinds = [token.kind for token in before]
    if kinds[-1:] not in (["comma"], ["but"]) and not (kinds[-2:-1] == ["isnt"] and kinds[-1] in DAYS):
        return None
    start = next((index for index in reversed(range(len(kinds))) if kinds[index] == "isnt"), None)
    return start if start is not None and any(kind in TIMES for kind in kinds[start:]) else None


def _things(found: list[Token]) -> list[Token]:
    """An unknown word after an article, a preposition or a reason is a thing: "tenho pilates", "na hidro", "com o veterinário"."""
    result: list[Token] = []
    for token in found:
        before = result[-1].kind if result else None
        result.append(evolve(token, kind="topic") if token.kind == "word" and (before in ("link", "reason", "thing", "topic")) else token)
    return result


def _spelled_out(found: list[Token]) -> list[Token]:
    result: list[Token] = []
    for index, token in enumerate(found):
        value = token.value
        if isinstance(value, DateWords) and value.side == "away":
            result += [Token("not", token.start, token.start), evolve(token, value=_since(value, result))]
        elif isinstance(value, DateWords) and value.side == "until" and _has_left(result):
            result.append(evolve(token, value=_since(value, result)))
        elif isinstance(value, ClockWords) and value.form in ("point", "until") and (pair := _left_at(result)) is not None:
            away = evolve(token, value=ClockWords(_start(result[pair]), value.end, asked=value.asked))
            result[pair:] = [*_leaving_behind(result[pair:]), away]
        elif isinstance(value, DateWords) and value.side == "until" and value.asked and result and result[-1].kind == "day":
            result += [evolve(token, kind="to", value=None), evolve(token, kind="day", value=1 << value.dates[1].weekday())]
        else:
            result.append(_in_its_place(token, result, found, index))
    return [_as_mark(token, result[index + 1 :][:_SOON]) for index, token in enumerate(result)]


def _in_its_place(token: Token, before: list[Token], found: list[Token], index: int) -> Token:
    if isinstance(token.value, ClockWords):
        return evolve(token, value=_clock_after(token.value, before, found, index))
    if token.kind == "and" and _is_between(before):
        return evolve(token, kind="to")
    if token.kind == "nor":
        goes_on = _freed(before) or _shares(found, index)
        return evolve(token, kind="and") if goes_on else evolve(token, kind="not", strong=True)
    if token.kind == "whole":
        whole = bool(before) and before[-1].kind in DAYS
        return evolve(token, kind="window", value=ClockWords(*WHOLE_DAY)) if whole else evolve(token, kind="filler")
    return _early_on(token, before, found[index + 1 :]) if token.kind == "morning" else token


def _clock_after(value: ClockWords, before: list[Token], found: list[Token], index: int) -> ClockWords:
    """ "chego entre 18h e 19h": from then on, and asked; so is a window that may be that of two days."""
    if value.form in ("point", "span") and _follows_early(before, value):
        start = at_form(ClockWords(value.end, value.end, "point", value.asked), "from")
        return evolve(start, asked=True) if start else value
    return evolve(value, asked=True) if _is_shared(found, index) else value


def _is_between(before: list[Token]) -> bool:
    """ "entre segunda e quarta"."""
    kinds = [token.kind for token in before[-_NEAR:] if token.kind not in ("link", "filler", "to")]
    return kinds[-2:] == ["between", "day"]


def _freed(before: list[Token]) -> bool:
    """ "não tem problema de manhã nem à tarde", "menos segunda nem terça"."""
    return next(
        (token.kind in ("free", "except") for token in reversed(before) if token.kind in LETTERS and token.kind not in TIMES), False
    )


def _shares(found: list[Token], nor: int) -> bool:
    """ "não posso terça nem quinta à tarde": the afternoon may be both days'."""
    return any(_is_shared(found, index) for index in range(nor, min(nor + _SOON + 2, len(found))))


def _is_shared(found: list[Token], window: int) -> bool:
    kinds = [token.kind for token in found[max(0, window - _NEAR) : window + 1] if token.kind not in ("link", "filler", "to")]
    return kinds[-4:-1] == ["day", "nor", "day"] and kinds[-1] == "window"


def _as_mark(token: Token, after: list[Token]) -> Token:
    if token.kind == "ends":  # "fecho às 18h", but "fecho na hora do almoço", "fechamos dia 10"
        hour = any(isinstance(other.value, ClockWords) and other.value.form != "span" for other in after)
        return evolve(token, kind="yes" if hour else "reason")
    if token.kind == "leave" and next((other.kind for other in after if other.kind in TIMES), None) == "date":
        return evolve(token, kind="doubt")  # "entro dia 1"
    kinds: dict[Kind, Kind] = {"early": "yes", "leave": "reason"}
    return evolve(token, kind=kinds[token.kind]) if token.kind in kinds else token


def _has_left(before: list[Token]) -> bool:
    """ "viajo dia 10 e fico fora até dia 14": of one sentence, and a reason before the day on which it begins."""
    start = next((at + 1 for at in reversed(range(len(before))) if before[at].kind in ("stop", "but")), 0)
    said = [token.kind for token in before[start:] if token.kind in (*_MOVING, "date")]
    return said.count("date") == 1 and len(said) > 1 and said[-1] in ("date", "reason", "leave")


def _since(back: DateWords, before: list[Token]) -> DateWords:
    """ "viajo dia 10 e volto dia 15": away from the 10th on; the 10th is taken out of what came before."""
    left = [token for token in before if _leaves(token, back)]
    if not left:
        return back
    first = _day_of(left[-1], back.dates[0])
    before[:] = [token for token in before if not (token in left and _day_of(token, back.dates[0]) == first)]
    return evolve(back, dates=(first, back.dates[1]), side="in", asked=True)


def _leaves(token: Token, back: DateWords) -> bool:
    left = token.value
    if isinstance(left, DateWords):
        return left.side == "in" and left.dates[0] <= back.dates[1]
    return token.kind == "day" and _day_of(token, back.dates[0]) <= back.dates[1]


def _day_of(token: Token, today: date) -> date:
    """ "viajo sexta": the next one."""
    if isinstance(token.value, DateWords):
        return token.value.dates[0]
    weekday = token.value.bit_length() - 1 if isinstance(token.value, int) else 0
    return today + (weekday - today.weekday()) % 7 * ONE_DAY


def _start(token: Token) -> int:
    return token.value.start if isinstance(token.value, ClockWords) else 0


def _left_at(before: list[Token]) -> int | None:
    """Where the hour stands at which somebody leaves, if "chego" or another "saio" came after it: the hour that follows ends it."""
    if "leave" not in {token.kind for token in before[-_NEAR:]}:
        return None
    said = [at for at in range(max(0, len(before) - _NEAR), len(before)) if before[at].kind in (*_MOVING, *TIMES)]
    if len(said) < _PAIR or before[said[-1]].kind not in _MOVING:
        return None
    pair = [at for at in said[:-1] if before[at].kind != "reason"][-2:]  # "entro no mercado às 14h", "11h50 saio"
    hours = [at for at in pair if _is_point(before[at])]
    return hours[0] if len(hours) == 1 and any(before[at].kind == "leave" for at in pair) else None


def _leaving_behind(said: list[Token]) -> list[Token]:
    """Of "11h50 saio e volto" the word that says what the hours are."""
    return [token for token in said[:-1] if token.kind == "leave"][:1]


def _is_point(token: Token) -> bool:
    return isinstance(token.value, ClockWords) and token.value.form == "point"


_SAYS_WHEN: tuple[Kind, ...] = (*TIMES, "any")
_MOVING: tuple[Kind, ...] = ("leave", "early", "ends", "reason")
_NEAR = 16  # tokens between "saio" and the hour of coming back
_PAIR = 3  # "saio", its hour, "chego"


def _follows_early(before: list[Token], value: ClockWords) -> bool:
    """ "chego às 18h", "fecho às 18h", "chego entre 18h e 19h", but not "fecho das 12h às 14h"."""
    kinds = ("early", "ends") if value.form == "point" else ("early",)
    return next((token.kind in kinds for token in reversed(before) if token.kind not in (*_EMPTY, "only")), False)


def _early_on(token: Token, before: list[Token], after: list[Token]) -> Token:
    """ "amanhã cedo" is its morning, and asked; "segunda cedo, das 7 às 9" says itself when; "cedo" alone a person must read."""
    end = next((index for index, other in enumerate(after) if other.kind in DAYS), len(after))
    liked = any(other.kind in ("like", "may") for other in before)
    if liked or any(other.kind in WINDOWS for other in after[:end]) or (before and before[-1].kind == "reason"):
        return evolve(token, kind="filler")
    last = next((other.kind for other in reversed(before) if other.kind not in _EMPTY), None)
    if last not in DAYS:
        return evolve(token, kind="vague")
    return evolve(token, kind="window", value=ClockWords(*MORNING, asked=True))


# -- corrections


def _corrected(found: list[Token]) -> list[Token]:
    """The last correction wins: what is corrected goes, and lends its words where the correction lacks them."""
    at = next((index for index in reversed(range(len(found))) if _corrects(found, index)), None)
    if at is None:
        return found
    before, after = _corrected(_ahead_of(found[:at])), _behind(found[at + 1 :])
    if not any(token.kind in LETTERS for token in after):
        return before
    said = {token.kind for token in after}
    if found[at].kind == "fix" and "any" in said and said.isdisjoint(("rest", "except")):  # "não posso segunda. esquece, qualquer dia"
        return after
    kept = next((index + 1 for index in reversed(range(len(before))) if before[index].kind in BREAKS), 0)
    wrong, right = before[kept:], _not_that(before[kept:], after)
    return before[:kept] + _lent(wrong, right) if before else right


def _corrects(found: list[Token], index: int) -> bool:
    """ "desculpa" only with times after it and times before it, and not if something is added ("desculpa, terça também não")."""
    token = found[index]
    if token.kind == "not" and not token.strong:
        return _takes_back(found, index)
    if token.kind != "excuse":
        return token.kind == "fix"
    after = [other.kind for other in found[index + 1 :]]
    return "also" not in after and any(kind in TIMES for kind in after) and any(other.kind in _SAYS_WHEN for other in found[:index])


def _takes_back(found: list[Token], index: int) -> bool:
    """ "não posso quarta. não, quinta"."""
    kinds = [token.kind for token in found[index + 1 :]]
    end = next((at for at, kind in enumerate(kinds[1:], 1) if kind in BREAKS), len(kinds))
    said = [kind for kind in kinds[:end] if kind in LETTERS or kind == "also"]
    begins = index > 0 and found[index - 1].kind in BREAKS and kinds[:1] == ["comma"]
    return begins and bool(said) and all(kind in TIMES for kind in said) and any(token.kind == "not" for token in found[:index])


def _ahead_of(before: list[Token]) -> list[Token]:
    """Without what leads to a correction: "sexta não posso. não, espera, …"."""
    while before and (before[-1].kind in _AROUND or _leads_back(before)):
        before = before[:-1]
    return before


def _leads_back(before: list[Token]) -> bool:
    """A "não" alone in its clause: "segunda não dá, não, pera, …"."""
    return len(before) > 1 and before[-1].kind == "not" and not before[-1].strong and before[-2].kind in BREAKS


def _behind(after: list[Token]) -> list[Token]:
    while after and after[0].kind in _AROUND:
        after = after[1:]
    return after


def _not_that(wrong: list[Token], right: list[Token]) -> list[Token]:
    """ "não posso terça; opa, terça não, é quarta": the times that are taken back."""
    end = next((index for index, token in enumerate(right) if token.kind in BREAKS), len(right))
    first, rest = right[:end], _behind(right[end:])
    same = {token.value for token in wrong if token.kind in TIMES} == {token.value for token in first if token.kind in TIMES}
    kinds = [token.kind for token in first if token.kind in LETTERS]
    back = kinds[-1:] == ["not"] and any(kind in TIMES for kind in kinds) and any(token.kind in TIMES for token in rest)
    return rest if same and back else right


def _lent(wrong: list[Token], right: list[Token]) -> list[Token]:
    end = next((index for index, token in enumerate(right) if token.kind in BREAKS), len(right))
    first, rest = right[:end], right[end:]
    if any(token.kind in LETTERS and token.kind not in TIMES for token in first):
        return _days_lent(wrong, first) + right
    days = any(token.kind in DAYS for token in first)
    windows = any(token.kind in WINDOWS for token in first)
    times = [token for token in wrong if token.kind in TIMES and not (days if token.kind in DAYS else windows)]
    return _marks_around(wrong, times + _in_form_of(wrong, first)) + rest


def _days_lent(wrong: list[Token], right: list[Token]) -> list[Token]:
    """ "quarta de manhã, ops, de tarde não dá": that Wednesday's; of days without a window it is asked."""
    if {token.kind for token in right if token.kind in TIMES} != {"window"}:
        return []
    days = [token for token in wrong if token.kind in DAYS]
    sure = any(token.kind in WINDOWS for token in wrong) or not days
    return days if sure else [*days, Token("doubt", days[-1].end, days[-1].end)]


def _marks_around(wrong: list[Token], times: list[Token]) -> list[Token]:
    at = next((index for index, token in enumerate(wrong) if token.kind in TIMES), len(wrong))
    marks = [(index, token) for index, token in enumerate(wrong) if token.kind in LETTERS and token.kind not in TIMES]
    return [token for index, token in marks if index < at] + times + [token for index, token in marks if index > at]


def _in_form_of(wrong: list[Token], right: list[Token]) -> list[Token]:
    """ "depois das 14h, aliás, 15h"."""
    forms = [token.value.form for token in wrong if isinstance(token.value, ClockWords) and token.value.form in ("from", "until")]
    if not forms:
        return right
    points = (
        (token, at_form(token.value, forms[-1])) for token in right if isinstance(token.value, ClockWords) and token.value.form == "point"
    )
    meant = {token: value for token, value in points if value}
    return [evolve(token, value=meant[token]) if token in meant else token for token in right]
