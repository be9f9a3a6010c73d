"""What people say in several words of a sentence, put into plain ones: corrections, "volto dia 10", "saio às 7 e chego às 18h"."""

from core.records import evolve
from core.visit_clauses import BREAKS, DAYS, LETTERS, TIMES, WINDOWS
from core.visit_clocks import ClockWords, at_form
from core.visit_dates import DateWords
from core.visit_tokens import Kind, Token
from core.visit_words import MORNING

_EMPTY: tuple[Kind, ...] = ("filler", "link", "thing", "to", "also", "comma")
_AROUND: tuple[Kind, ...] = ("comma", "fix", "excuse", "to", "filler", "link", "and", "stop")


def plainly(found: list[Token]) -> list[Token]:
    """The same sentence, with what was corrected gone."""
    return _corrected(_spelled_out(_explained(found)))


def _explained(found: list[Token]) -> list[Token]:
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
        elif token.kind == "morning":
            result.append(_early_on(token, result, found[index + 1 :]))
        else:
            result.append(token)
    return [_as_mark(token) for token in result]


def _as_mark(token: Token) -> Token:
    kinds: dict[Kind, Kind] = {"early": "yes", "leave": "reason"}
    return evolve(token, kind=kinds[token.kind]) if token.kind in kinds else token


def _since(back: DateWords, before: list[Token]) -> DateWords:
    """ "viajo dia 10 e volto dia 15": away from the 10th on; the 10th is taken out of what came before."""
    for index in reversed(range(len(before))):
        left = before[index].value
        if isinstance(left, DateWords) and left.side == "in" and left.dates[0] <= back.dates[1]:
            del before[index]
            return evolve(back, dates=(left.dates[0], back.dates[1]))
    return back


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


_MOVING: tuple[Kind, ...] = ("leave", "early", "reason")
_NEAR = 16  # tokens between "saio" and the hour of coming back
_PAIR = 3  # "saio", its hour, "chego"


def _follows_early(before: list[Token]) -> bool:
    return next((token.kind == "early" for token in reversed(before) if token.kind not in (*_EMPTY, "only")), False)


def _early_on(token: Token, before: list[Token], after: list[Token]) -> Token:
    """ "amanhã cedo" is its morning, and asked; "segunda cedo, das 7 às 9" says itself when; "cedo" alone a person must read."""
    if any(other.kind in WINDOWS for other in after):
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
    return "also" not in after and any(kind in TIMES for kind in after) and any(other.kind in TIMES for other in found[:index])


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
