"""Words whose meaning their clause decides: "estou", "depois", "se", "folga", "plantão", "é quinta que não"."""

from collections.abc import Callable

from core.records import evolve
from core.visit_clauses import BREAKS, DAYS, LETTERS, TIMES, WINDOWS
from core.visit_clocks import ClockWords, Form, at_form
from core.visit_tokens import Kind, Token
from core.visit_words import WEEKDAYS

Said = list[Token]
MAX_SETTLED = 16  # such words in one sentence: whoever uses more is read by a person
_SMALL: tuple[Kind, ...] = ("filler", "link", "to", "also", "there", "home")
_ANSWERS: tuple[Kind, ...] = ("yes", "not", "nor", "free", "any", "only")
_NEAR = 12  # tokens between a window and the word that speaks of it
_SAYS: frozenset[Kind] = frozenset(kind for kind in LETTERS if kind not in TIMES)


def settled(found: Said) -> Said:
    """The tokens with each of these words as what it is here; a person must read what stays unclear."""
    if sum(token.kind in _RULES for token in found) > MAX_SETTLED:
        return [evolve(token, kind="vague") if token.kind in _RULES else token for token in found]
    return [_RULES[token.kind](found, index) if token.kind in _RULES else token for index, token in enumerate(found)]


def _ahead(found: Said, at: int) -> Said:
    """What follows in the same clause."""
    end = next((index for index in range(at + 1, len(found)) if found[index].kind in (*BREAKS, "and")), len(found))
    return found[at + 1 : end]


def _behind(found: Said, at: int) -> Said:
    """What stands before it in the same clause."""
    start = next((index + 1 for index in reversed(range(at)) if found[index].kind in BREAKS), 0)
    return found[start:at]


def _clause(found: Said, at: int) -> Said:
    return _behind(found, at) + _ahead(found, at)


def _day_off(found: Said, at: int) -> Token:
    """ "Folgo quarta, só posso quarta", "o resto trabalho", but not "só folgo quarta"."""
    ahead = found[at:]
    only = next((index for index, token in enumerate(ahead) if token.kind == "only"), len(ahead))
    limited = any(token.kind in (*TIMES, "there") for token in ahead[only:]) or any(token.kind == "rest" for token in ahead)
    return evolve(found[at], kind="yes" if limited and not (at and found[at - 1].kind == "only") else "vague")


def _on_a_date(kind: Kind) -> Callable[[Said, int], Token]:
    """ "Dia 8 é feriado, não dá", "sábado agora estou de plantão": clear on a date."""

    def settle(found: Said, at: int) -> Token:
        said = (*reversed(found[:at]), *found[at + 1 : at + 4])
        named = next((token.kind for token in said if token.kind in ("date", "day", "days", "any_day")), None)
        return evolve(found[at], kind=kind if named == "date" else "vague")

    return settle


def _moment(found: Said, at: int) -> Token:
    """ "Não gosto depois que escurece. Depois das 18h não": asked beside clear times; "só quando ele chegar" a person must read."""
    behind, ahead = _behind(found, at), _ahead(found, at)
    clause = behind + ahead
    others = found[: at - len(behind)] + found[at + 1 + len(ahead) :]
    clear = any(token.kind in TIMES for token in others) and any(token.kind in ("only", "not") for token in others)
    vague = not clear or any(token.kind in (*TIMES, "only") for token in clause)
    return evolve(found[at], kind="vague" if vague else "doubt")


def _being(found: Said, at: int) -> Token:
    """ "De manhã estou", "estou segunda em casa" can receive; "estou o dia inteiro na rua" cannot; "estou desempregado" says nothing."""
    ahead, clause = _ahead(found, at), _clause(found, at)
    kinds = {token.kind for token in ahead}
    if "home" in {token.kind for token in clause}:
        return evolve(found[at], kind="yes")
    if not kinds.isdisjoint(_SAYS - {"reason"}):
        return evolve(found[at], kind="filler")
    if "reason" not in kinds and not _somewhere(ahead):
        return evolve(found[at], kind="yes")
    timed = any(token.kind in (*TIMES, "before", "after") for token in clause)
    return evolve(found[at], kind="reason" if timed else "filler")


def _somewhere(ahead: Said) -> bool:
    """ "Na rua", "com a vizinha", "resolvendo coisas"."""
    before = [None, *ahead]
    return any(
        token.kind in ("thing", "topic") or (token.kind == "word" and before[index] is not None and before[index].kind == "link")  # type: ignore[union-attr]
        for index, token in enumerate(ahead)
    )


def _then(form: Form) -> Callable[[Said, int], Token]:
    """ "Até 10h pode, depois não": from then on; "hoje não, depois sim": the other times; "depois do serviço" a person must read."""

    def settle(found: Said, at: int) -> Token:
        ahead, kinds = _ahead(found, at), {token.kind for token in _clause(found, at)}
        if kinds.isdisjoint(WINDOWS) and not kinds.isdisjoint(DAYS) and _is_of_something(ahead):
            return evolve(found[at], kind="vague")  # "sexta depois do pôr do sol não"
        if not kinds.isdisjoint(WINDOWS) and _date_before(found, at):
            return evolve(found[at], kind="doubt")  # "até o dia 30 pode qualquer hora, depois disso só de manhã"
        if not kinds.isdisjoint(TIMES) or kinds.isdisjoint((*_ANSWERS, "reason", "being")):
            return evolve(found[at], kind="filler")
        if _is_of_something(ahead):
            return evolve(found[at], kind="filler" if kinds.isdisjoint(_ANSWERS) else "vague")
        said = _window_before(found, at)
        if said and "any" not in kinds and (window := at_form(_edge(said, form), form)):
            return evolve(found[at], kind="window", value=window, strong=True)  # strong: of the days before
        return evolve(found[at], kind="rest" if not kinds.isdisjoint(_ANSWERS) else "filler")

    return settle


def _is_of_something(ahead: Said) -> bool:
    """ "Depois do serviço", "depois da novela"."""
    first = next((index for index, token in enumerate(ahead) if token.kind != "link"), len(ahead))
    return first > 0 and any(token.kind in ("thing", "word", "topic", "reason") for token in ahead[first : first + 1])


def _edge(said: ClockWords, form: Form) -> ClockWords:
    """The hour that "antes" or "depois" counts from."""
    minute = said.start if said.form == "from" or (form == "until" and said.form != "until") else said.end
    return ClockWords(minute, minute, "point")


def _date_before(found: Said, at: int) -> bool:
    """Whether the time named last is a date."""
    return next((token.kind == "date" for token in reversed(found[:at]) if token.kind in TIMES), False)


def _window_before(found: Said, at: int) -> ClockWords | None:
    """The last window of the clause before."""
    values = [token.value for token in found[max(0, at - _NEAR) : at] if token.kind in TIMES]
    return values[-1] if values and isinstance(values[-1], ClockWords) else None


def _week(found: Said, at: int) -> Token:
    """ "Sábado o dia inteiro e semana só à noite", but "semana de provas"."""
    ahead = [token.kind for token in _ahead(found, at) if token.kind not in _SMALL or token.kind == "link"]
    own = ahead[:1] in (["only"], ["not"], ["yes"], ["window"])
    return evolve(found[at], kind="days", value=WEEKDAYS) if own else evolve(found[at], kind="filler")


def _staying(found: Said, at: int) -> Token:
    """ "Meu marido fica em casa segunda e terça"."""
    home = any(token.kind == "home" for token in found[at + 1 : at + 3])
    return evolve(found[at], kind="yes" if home else "link")


def _there(found: Said, at: int) -> Token:
    """ "Nesses dias à tarde não": the days before it; without them a person must read it."""
    window = next((token.kind for token in found[at + 1 : at + 3] if token.kind not in ("link", "to")), None) == "window"
    named = any(token.kind in DAYS for token in found[:at])
    return evolve(found[at], kind="vague") if window and not named else found[at]


def _already(found: Said, at: int) -> Token:
    """ "…, já terça não" begins the contrary, "às 18h já estou em casa" does not."""
    return evolve(found[at], kind="but" if at and found[at - 1].kind in BREAKS else "filler")


def _if(found: Said, at: int) -> Token:
    """ "Se for de manhã pode" names the times; "só se for urgente" a person must read; another condition is asked."""
    before = found[at - 1].kind if at else None
    begins = before is None or before in (*BREAKS, "and", "or", "only", "except", "not")
    ahead = [token for token in _ahead(found, at) if token.kind not in _SMALL]
    if not begins or (ahead and ahead[0].kind in (*TIMES, "like", "may", "better")):
        alone = begins and ahead and ahead[0].kind in TIMES and all(token.kind not in _SAYS for token in _clause(found, at))
        return evolve(found[at], kind="doubt" if alone else "filler")  # "se for pra vir de manhã, avise antes"
    return evolve(found[at], kind="vague" if before in ("only", "except") else "doubt")


_RULES: dict[Kind, Callable[[Said, int], Token]] = {
    "off": _day_off,
    "duty": _on_a_date("reason"),
    "holiday": _on_a_date("thing"),
    "moment": _moment,
    "being": _being,
    "before": _then("until"),
    "after": _then("from"),
    "ja": _already,
    "week": _week,
    "there": _there,
    "staying": _staying,
    "if": _if,
    "home": lambda found, at: evolve(found[at], kind="filler"),
}
