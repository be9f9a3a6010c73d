"""A sentence about visit times as clauses: each a few words of times, and words that say what is with them.

A clause is written as its shape, one letter a part: T times, R "the rest", O only, N cannot, E except, Y can, F a double negation,
A any time, L a preference, W a reason.
"""

from collections.abc import Iterable, Iterator

from core.records import Record, evolve
from core.visit_clocks import ClockWords
from core.visit_tokens import Kind, Token

DAYS: tuple[Kind, ...] = ("day", "days", "any_day", "date")
WINDOWS: tuple[Kind, ...] = ("window", "office")
TIMES: tuple[Kind, ...] = (*DAYS, *WINDOWS)
LETTERS: dict[Kind, str] = {
    **dict.fromkeys(TIMES, "T"), "rest": "R", "only": "O", "not": "N", "except": "E", "yes": "Y", "free": "F", "any": "A", "like": "L",
    "may": "L",
    "reason": "W",
}  # fmt: skip
BREAKS: tuple[Kind, ...] = ("comma", "because", "stop", "but")
_MERGED = {  # "só" + "não" + "posso", "melhor" + "não"
    "NY": "N", "ON": "N", "OY": "O", "YO": "O", "EN": "E", "AY": "A", "YA": "A", "LA": "A", "AL": "A", "LN": "N", "EO": "E", "FY": "F",
    "YF": "F",
}  # fmt: skip


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
        parts = merged(parts_of(said))
        return cls(lead, said, parts, shape_of(parts))

    @property
    def times(self) -> set[Kind]:
        """The kinds of its times."""
        return {token.kind for token in self.tokens if token.kind in TIMES}

    @property
    def strong(self) -> bool:
        return any(token.strong for token in self.tokens)

    @property
    def points_back(self) -> bool:
        """ "nesse horário", "antes disso"."""
        return any(token.kind == "there" or (token.kind == "window" and token.strong) for token in self.tokens)

    @property
    def strange(self) -> int:
        """How many words nobody knows."""
        return sum(token.kind == "word" for token in self.tokens)

    @property
    def unknown(self) -> bool:
        """Names something that no table has: "cardiologista", "na metalúrgica"."""
        return any(token.kind in ("word", "topic") for token in self.tokens)

    @property
    def says_strangely(self) -> bool:
        """A word that nobody knows may change the one before it, or be a day itself: "não salta de manhã", "segunda e qaurat"."""
        around = zip((self.lead, *self.tokens), self.tokens, (*self.tokens[1:], None), strict=False)
        listed = any(word.kind == "word" and (_may_change(before) or _is_listed(before, after)) for before, word, after in around)
        return listed or self._names_strangely

    @property
    def _names_strangely(self) -> bool:
        """A word that nobody knows has the window: "dia 25 não, mas 27 de manhã ok"."""
        kinds = [token.kind for token in self.tokens if token.kind != "link"]
        return self.lead in ("comma", "but") and kinds[:2] == ["word", "window"]

    @property
    def blurred(self) -> bool:
        """Tells of somebody or something beside the times: "de manhã minha mãe está"."""
        return any(token.kind in ("word", "thing", "topic") for token in self.tokens)


def _may_change(before: Token | Kind | None) -> bool:
    if not isinstance(before, Token):
        return False
    return before.kind in TIMES or (before.kind in ("not", "only", "except") and not before.strong)


def _is_listed(before: Token | Kind | None, after: Token | None) -> bool:
    joins = before.kind if isinstance(before, Token) else before
    return joins in ("and", "or", "to") and (after is None or after.kind in (*TIMES, "not", "and", "or"))


def parts_of(said: Iterable[Token]) -> list[Part]:
    runs: list[tuple[str, list[Token]]] = []
    added = False  # "as segundas e as quartas" is no range
    for token in said:
        before = runs[-1][0] if runs else ""
        letter = LETTERS.get(token.kind, "T" if token.kind in ("to", "or", "and") and before == "T" and not added else "")
        added = token.kind == "and"
        if letter and letter == before:
            runs[-1][1].append(token)
        elif letter:
            runs.append((letter, [token]))
    return [Part(letter, tuple(run)) for letter, run in runs]


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Words beside each other that are one: "só não", "não … posso", "posso só"."""
    found: list[Part] = []
    for part in parts:
        letters = found[-1].letter + part.letter if found else part.letter
        if letters == "NW" and _denied(found[-1], part):
            found[-1] = Part("F", found[-1].tokens + part.tokens)
        elif len(letters) > 1 and (letters[0] == letters[1] or letters in _MERGED):
            found[-1] = Part(_MERGED.get(letters, letters[0]), found[-1].tokens + part.tokens)
        else:
            found.append(part)
    return tuple(found)


def _denied(no: Part, reason: Part) -> bool:
    """ "não trabalho": a no right before it, of which nobody says that it is about visits."""
    return no.tokens[-1].end + 1 >= reason.tokens[0].start and not any(token.strong for token in no.tokens)


def shape_of(parts: Iterable[Part]) -> str:
    return "".join(part.letter for part in parts)


def clauses_of(found: Iterable[Token]) -> list[Clause]:
    """The clauses in order; enumerated days are one clause, and what says nothing is gone."""
    return _with_lists(_without_empty(list(_clauses(list(found)))))


def _clauses(found: list[Token]) -> Iterator[Clause]:
    lead: Kind | None = None
    begun: list[Token] = []
    for index, token in enumerate(found):
        if token.kind in BREAKS or (token.kind in ("and", "or") and _ends(begun, found, index)):
            yield Clause.of(lead, begun)
            lead, begun = token.kind, []
        else:
            begun.append(token)
    yield Clause.of(lead, begun)


def _ends(begun: list[Token], found: list[Token], index: int) -> bool:
    """Whether "e" begins a new clause: a word of its own follows, or times after a clause that has its times and its word."""
    following = [token.kind for token in found[index + 1 :][:_LOOK_AHEAD] if token.kind in LETTERS or token.kind in BREAKS]
    if not following or following[0] in BREAKS:
        return False
    if following[0] not in TIMES:
        return any(token.kind != "rest" for token in begun if token.kind in LETTERS)  # "nos demais dias e horários não"
    shape = shape_of(merged(parts_of(begun)))
    mark = next((kind for kind in following if kind not in TIMES), None)
    if shape == "W" and mark in ("yes", "not", "only"):  # "levo as meninas na escola e às 8 já estou em casa"
        return True
    if shape == "T" and mark == "only":  # "sábado o dia inteiro e semana só à noite"
        kinds = {token.kind for token in begun}
        return not kinds.isdisjoint(DAYS) and not kinds.isdisjoint(WINDOWS)
    return shape in _HAVE_BOTH and mark in ("not", "reason", "only", "yes")


_HAVE_BOTH = ("TNT", "TWT", "TOT", "TYT", "TN", "TY", "TW", "TF")
_LOOK_AHEAD = 12  # tokens after "e"


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


def _with_lists(clauses: list[Clause]) -> list[Clause]:
    """ "não posso segunda, quarta e sexta, de manhã": days go on after a comma."""
    joined: list[Clause] = []
    for clause in clauses:
        before = joined[-1] if joined else None
        if before and _continues(before, clause):
            joined[-1] = Clause.of(before.lead, before.tokens + clause.tokens)
        elif before and clause.lead in ("comma", "stop") and _days_of_window(before, clause):
            said = tuple(map(_asked, before.tokens)) if "W" in before.shape else before.tokens
            joined[-1] = Clause.of(before.lead, said + clause.tokens)
        else:
            joined.append(clause)
    return joined


def _continues(before: Clause, after: Clause) -> bool:
    if after.lead == "comma" and (_goes_on(before, after) or _begins(before, after)):
        return True
    return after.lead != "but" and _windows_of(before, after)


def _goes_on(before: Clause, after: Clause) -> bool:
    """Days that days or windows follow, where at least one of both clauses has no word of its own."""
    last, first = before.parts[-1].tokens[-1].kind, after.parts[0].tokens[0].kind
    return last in DAYS and first in TIMES and "T" in (before.shape, after.shape)


def _windows_of(before: Clause, after: Clause) -> bool:
    """ "não posso quarta! de tarde": days, then nothing but their windows."""
    named = after.shape == "T" and before.shape in ("NT", "ET")
    return named and after.times <= set(WINDOWS) and before.times <= set(DAYS) and not after.blurred


def _begins(before: Clause, after: Clause) -> bool:
    """ "na quinta, das 15 às 17 estou no dentista": days, then windows with a word that has no days."""
    return before.shape == "T" and after.shape in ("TW", "TN") and before.times <= set(DAYS) and after.times <= set(WINDOWS)


def _days_of_window(before: Clause, after: Clause) -> bool:
    """ "trabalho das 8 às 17, seg a sex", "só das 10 às 12, todos os dias": windows, then nothing but their days."""
    days = [token.kind for token in after.tokens if token.kind in TIMES or token.kind in ("to", "or")]
    named = "days" in days or "to" in days or "W" in before.shape
    return (
        after.shape == "T" and before.times == {"window"} and set(days) <= {"day", "days", "to"} and named and before.shape in _HAVE_NO_DAYS
    )


_HAVE_NO_DAYS = ("WT", "TW", "OT", "NT", "TN", "YOT", "ET", "T")


def _asked(token: Token) -> Token:
    return evolve(token, value=evolve(token.value, asked=True)) if isinstance(token.value, ClockWords) else token
