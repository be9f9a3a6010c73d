"""What people say in several words of a sentence, put into plain ones: corrections, "volto dia 10", "saio às 7 e chego às 18h"."""

from datetime import date

from core.records import evolve
from core.visit_clauses import BREAKS, DAYS, LETTERS, TIMES, WINDOWS
from core.visit_clocks import ClockWords, at_form
from core.visit_dates import ONE_DAY, DateWords
from core.visit_explanations import settled, without_explanations
from core.visit_tokens import Kind, Token
from core.visit_words import MORNING, WHOLE_DAY

_EMPTY: tuple[Kind, ...] = ("filler", "link", "thing", "to", "also", "comma")
_AROUND: tuple[Kind, ...] = ("comma", "fix", "excuse", "to", "filler", "link", "and", "or", "stop")


def plainly(found: list[Token]) -> list[Token]:
    """The same sentence, with what was corrected or only explains gone."""
    return _corrected(_spelled_out(_things(settled(without_explanations(_contrasted(found))))))


def _contrasted(found: list[Token]) -> list[Token]:
    """ "não é segunda, é terça" is a correction of its own; else "não é" is a no."""
    result: list[Token] = []
    for index, token in enumerate(found):
        if (
            token.kind in ("and", "or")
            and (wrong := _denied(result)) is not None
            and any(each.kind in TIMES for each in found[index + 1 :][:_SOON])
        ):
            result[wrong:] = [evolve(token, kind="fix")]
        else:
            result.append(token)
    return [evolve(token, kind="not") if token.kind == "isnt" else token for token in result]


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
        result.append(evolve(token, kind="thing") if token.kind == "word" and (before in ("link", "reason", "thing")) else token)
    return result


def _spelled_out(found: list[Token]) -> list[Token]:
    result: list[Token] = []
    for index, token in enumerate(found):
        value = token.value
        if isinstance(value, DateWords) and value.side == "away":
            result += [Token("not", token.start, token.start), evolve(token, value=_since(value, result))]
        elif isinstance(value, ClockWords) and value.form in ("point", "until") and (pair := _left_at(result)) is not None:
            result[pair:] = [evolve(token, value=ClockWords(_start(result[pair]), value.end, asked=value.asked))]
        elif isinstance(value, ClockWords) and value.form == "point" and _follows_early(result):
            start = at_form(value, "from")
            result.append(evolve(token, value=evolve(start, asked=True) if start else value))
        elif isinstance(value, DateWords) and value.side == "until" and value.asked and result and result[-1].kind == "day":
            result += [evolve(token, kind="to", value=None), evolve(token, kind="day", value=1 << value.dates[1].weekday())]
        elif token.kind == "nor":
            goes_on = _freed(result) or _shares(found, index)
            result.append(evolve(token, kind="and") if goes_on else evolve(token, kind="not", strong=True))
        elif isinstance(value, ClockWords) and _is_shared(found, index):
            result.append(evolve(token, value=evolve(value, asked=True)))
        elif token.kind == "whole":
            whole = bool(result) and result[-1].kind in DAYS
            result.append(evolve(token, kind="window", value=ClockWords(*WHOLE_DAY)) if whole else evolve(token, kind="filler"))
        elif token.kind == "morning":
            result.append(_early_on(token, result, found[index + 1 :]))
        else:
            result.append(token)
    return [_as_mark(token, result[index + 1 :][:_SOON]) for index, token in enumerate(result)]


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
    if token.kind == "ends":  # "fecho às 18h", "fecho na hora do almoço"
        closed = any(isinstance(other.value, ClockWords) and other.value.form == "span" for other in after)
        return evolve(token, kind="reason" if closed else "yes")
    kinds: dict[Kind, Kind] = {"early": "yes", "leave": "reason"}
    return evolve(token, kind=kinds[token.kind]) if token.kind in kinds else token


def _since(back: DateWords, before: list[Token]) -> DateWords:
    """ "viajo dia 10 e volto dia 15": away from the 10th on; the 10th is taken out of what came before."""
    left = [token for token in before if _leaves(token, back)]
    if not left:
        return back
    first = _day_of(left[-1], back.dates[0])
    before[:] = [token for token in before if not (token in left and _day_of(token, back.dates[0]) == first)]
    return evolve(back, dates=(first, back.dates[1]))


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
    said = [at for at in range(max(0, len(before) - _NEAR), len(before)) if before[at].kind in _MOVING or before[at].kind in TIMES]
    if len(said) < _PAIR or before[said[-1]].kind not in _MOVING:
        return None
    leave, hour = before[said[-3]], before[said[-2]].value
    return said[-2] if leave.kind == "leave" and isinstance(hour, ClockWords) and hour.form == "point" else None


_SAYS_WHEN: tuple[Kind, ...] = (*TIMES, "any")
_MOVING: tuple[Kind, ...] = ("leave", "early", "ends", "reason")
_NEAR = 16  # tokens between "saio" and the hour of coming back
_PAIR = 3  # "saio", its hour, "chego"


def _follows_early(before: list[Token]) -> bool:
    return next((token.kind in ("early", "ends") for token in reversed(before) if token.kind not in (*_EMPTY, "only")), False)


def _early_on(token: Token, before: list[Token], after: list[Token]) -> Token:
    """ "amanhã cedo" is its morning, and asked; "segunda cedo, das 7 às 9" says itself when; "cedo" alone a person must read."""
    end = next((index for index, other in enumerate(after) if other.kind in DAYS), len(after))
    if any(other.kind in WINDOWS for other in after[:end]) or (before and before[-1].kind == "reason"):
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
    before, after = _corrected(found[:at]), _behind(found[at + 1 :])
    while before and before[-1].kind in _AROUND:
        before = before[:-1]
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
    if token.kind == "like":  # "só depois das 14h; melhor, depois das 15h"
        return index > 0 and found[index - 1].kind in BREAKS and found[index + 1 : index + 2] != [] and found[index + 1].kind == "comma"
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
        return right
    days = any(token.kind in DAYS for token in first)
    windows = any(token.kind in WINDOWS for token in first)
    times = [token for token in wrong if token.kind in TIMES and not (days if token.kind in DAYS else windows)]
    return _marks_around(wrong, times + _in_form_of(wrong, first)) + rest


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
