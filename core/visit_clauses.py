"""A sentence about visit times as clauses: each a few words of times, and words that say what is with them.

A clause is written as its shape, one letter a part: T times, R "the rest", O only, N cannot, E except, Y can, F a double negation,
A any time, L a preference, W a reason.
"""

from collections.abc import Iterable

from core.records import Record, evolve
from core.visit_clocks import ClockWords, at_form
from core.visit_dates import DateWords
from core.visit_tokens import Kind, Token

_DAYS: tuple[Kind, ...] = ("day", "days", "date")
_TIMES: tuple[Kind, ...] = ("day", "days", "date", "window", "office")
_LETTERS: dict[Kind, str] = {
    **dict.fromkeys(_TIMES, "T"), "rest": "R", "only": "O", "not": "N", "except": "E", "yes": "Y", "free": "F", "any": "A", "like": "L",
    "reason": "W",
}  # fmt: skip
_BREAKS: tuple[Kind, ...] = ("comma", "stop", "but")


class Part(Record):
    letter: str
    tokens: tuple[Token, ...]


class Clause(Record):
    lead: Kind | None  # what stands before it
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]
    shape: str

    @classmethod
    def of(cls, lead: Kind | None, tokens: Iterable[Token]) -> "Clause":
        said = tuple(tokens)
        parts = _parts(said)
        return cls(lead, said, parts, "".join(part.letter for part in parts))


def clauses_of(found: list[Token]) -> list[Clause]:
    """The clauses of a sentence in order; what was corrected is gone, enumerated days are one clause."""
    return _clauses(_corrected(_spelled_out(found)))


def _spelled_out(found: list[Token]) -> list[Token]:
    """ "volto dia 10" is "not until then"; "chego às 18h" is "can from then on"."""
    result: list[Token] = []
    for token in found:
        value = token.value
        if isinstance(value, DateWords) and value.side == "away":
            result += [Token("not", token.start, token.start), evolve(token, value=_since(value, result))]
        elif isinstance(value, ClockWords) and value.form == "point" and _follows_early(result):
            start = at_form(value, "from")
            result.append(evolve(token, value=evolve(start, asked=True) if start else value))
        else:
            result.append(token)
    return [evolve(token, kind="yes") if token.kind == "early" else token for token in result]


def _since(back: DateWords, before: list[Token]) -> DateWords:
    """ "viajo dia 10 e volto dia 15": away from the 10th on; the 10th is taken out of what came before."""
    for index in reversed(range(len(before))):
        left = before[index].value
        if isinstance(left, DateWords) and left.dates[0] <= back.dates[1]:
            del before[index]
            return evolve(back, dates=(left.dates[0], back.dates[1]))
    return back


def _follows_early(before: list[Token]) -> bool:
    return next((token.kind == "early" for token in reversed(before) if token.kind not in ("filler", "to")), False)


def _corrected(found: list[Token]) -> list[Token]:
    """The last correction wins: what is corrected goes, and lends its words where the correction lacks them."""
    at = next((index for index in reversed(range(len(found))) if found[index].kind == "fix"), None)
    if at is None:
        return found
    before, after = _corrected(found[:at]), found[at + 1 :]
    while after and after[0].kind in ("comma", "fix", "to", "filler"):
        after = after[1:]
    while before and before[-1].kind in ("comma", "filler", "and"):
        before = before[:-1]
    if not any(token.kind in _LETTERS for token in after):
        return before
    kept = next((index + 1 for index in reversed(range(len(before))) if before[index].kind in _BREAKS), 0)
    return before[:kept] + _lent(before[kept:], after) if before else after


def _lent(wrong: list[Token], right: list[Token]) -> list[Token]:
    end = next((index for index, token in enumerate(right) if token.kind in _BREAKS), len(right))
    first, rest = right[:end], right[end:]
    if any(token.kind in _LETTERS and token.kind not in _TIMES for token in first):
        return right
    days = any(token.kind in ("day", "days", "date") for token in first)
    windows = any(token.kind in ("window", "office") for token in first)
    times = [token for token in wrong if token.kind in _TIMES and not (days if token.kind in ("day", "days", "date") else windows)]
    return _marks_around(wrong, times + _in_form_of(wrong, first)) + rest


def _marks_around(wrong: list[Token], times: list[Token]) -> list[Token]:
    at = next((index for index, token in enumerate(wrong) if token.kind in _TIMES), len(wrong))
    marks = [(index, token) for index, token in enumerate(wrong) if token.kind in _LETTERS and token.kind not in _TIMES]
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


def _clauses(found: list[Token]) -> list[Clause]:
    clauses: list[Clause] = []
    lead: Kind | None = None
    begun: list[Token] = []
    for index, token in enumerate(found):
        if token.kind in _BREAKS or (token.kind == "and" and _mark_follows(found, index)):
            clauses.append(Clause.of(lead, begun))
            lead, begun = token.kind, []
        else:
            begun.append(token)
    clauses.append(Clause.of(lead, begun))
    return _with_lists(_without_empty(clauses))


def _with_lists(clauses: list[Clause]) -> list[Clause]:
    """ "não posso segunda, quarta e sexta, de manhã": days go on after a comma."""
    joined: list[Clause] = []
    for clause in clauses:
        if joined and clause.lead == "comma" and _goes_on(joined[-1], clause):
            joined[-1] = Clause.of(joined[-1].lead, joined[-1].tokens + clause.tokens)
        elif joined and clause.lead == "comma" and _days_of_reason(joined[-1], clause):
            joined[-1] = Clause.of(joined[-1].lead, tuple(map(_asked, joined[-1].tokens)) + clause.tokens)
        else:
            joined.append(clause)
    return joined


def _goes_on(before: Clause, after: Clause) -> bool:
    """Days that days or windows follow, where at least one of both clauses has no word of its own."""
    last, first = before.parts[-1].tokens[-1].kind, after.parts[0].tokens[0].kind
    return last in _DAYS and first in _TIMES and "T" in (before.shape, after.shape)


def _days_of_reason(before: Clause, after: Clause) -> bool:
    """ "trabalho das 8 às 17, seg a sex": the reason's hours, then nothing but its days."""
    hours = {token.kind for part in before.parts for token in part.tokens if part.letter == "T"}
    days = {token.kind for part in after.parts for token in part.tokens}
    return before.shape == "WT" and after.shape == "T" and hours == {"window"} and days <= {"day", "days", "to"}


def _asked(token: Token) -> Token:
    return evolve(token, value=evolve(token.value, asked=True)) if isinstance(token.value, ClockWords) else token


def _without_empty(clauses: list[Clause]) -> list[Clause]:
    """ ", mas" is one break, and the stronger word of it counts."""
    kept: list[Clause] = []
    lead: Kind | None = None
    for clause in clauses:
        lead = clause.lead if lead is None or clause.lead == "but" else lead
        if clause.shape:
            kept.append(evolve(clause, lead=lead))
            lead = None
    return kept


def _mark_follows(found: list[Token], index: int) -> bool:
    following = next((token.kind for token in found[index + 1 :] if token.kind != "filler"), None)
    return following in _LETTERS and following not in _TIMES


def _parts(found: Iterable[Token]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for token in found:
        letter = _LETTERS.get(token.kind, "T" if token.kind == "to" and parts and parts[-1].letter == "T" else "")
        if letter and parts and parts[-1].letter == letter:
            parts[-1] = Part(letter, (*parts[-1].tokens, token))
        elif letter:
            parts.append(Part(letter, (token,)))
    return tuple(parts)
