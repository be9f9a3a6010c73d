"""What somebody knows of a caller: seven fields, each in part, read from free text or filled in one by one (R3, R4).

Codes: `search_empty` (nothing that can be looked for) · `search_long(limit)`.
"""

import re
from collections.abc import Callable, Iterator

from core.characters import narrow, one_line, visible
from core.companies import has_legal_form
from core.documents import format_cnpj, format_cpf, parse_cnpj, parse_cpf
from core.emails import parse_email
from core.errors import Rejected
from core.given_names import GIVEN
from core.names import fold, parse_company_name, parse_person_name
from core.phones import format_mobile, parse_mobile
from core.records import Record, evolve
from core.search_tokens import PARTICLES, Condition, beginning_in_any, name_conditions, number_conditions, words_in

MAX_TYPED = 500  # characters
MAX_CONDITIONS = 8  # what is typed beyond them narrows nothing any more


class Query(Record):
    """Each as typed. `words` and `numbers` stand for no field: they may be any name, any document or mobile."""

    first_name: str = ""
    last_name: str = ""
    cpf: str = ""
    email: str = ""
    mobile: str = ""
    company_name: str = ""
    cnpj: str = ""
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def conditions(query: Query) -> tuple[Condition, ...]:
    """What all must hold of a contact that is meant. Raises `Rejected("search_empty")`."""
    found = (
        *number_conditions(query.cpf, query.cnpj, query.mobile, query.email),
        *name_conditions(query.first_name, query.last_name, query.company_name, query.words),
        *(each for number in query.numbers if (each := beginning_in_any(number))),
    )
    if not found:
        raise Rejected("search_empty")
    return found[:MAX_CONDITIONS]


# ── reading ──────────────────────────────────────────────────────────────────

_NAMED = re.compile(  # on folded text; a number's name counts only before a number
    r"(?<![\w@.-])(?:"
    r"(?P<company_name>(?:nome da empresa|razao social|empresa)\s*(?:[:=]|(?=\s\w)))"
    r"|(?P<last_name>sobrenome\s*(?:[:=]|(?=\s\w)))"
    r"|(?P<words>nome completo\s*(?:[:=]|(?=\s\w)))"
    r"|(?P<first_name>(?:primeiro )?nome\s*(?:[:=]|(?=\s\w)))"
    r"|(?P<cpf>cpf\s*(?:[:=]|(?=[\s.-]*\d)))"
    r"|(?P<cnpj>cnpj\s*(?:[:=]|(?=[\s.-]*\S*\d)))"
    r"|(?P<email>e-?mail\s*(?:[:=]|(?=\s\S)))"
    r"|(?P<mobile>(?:celular|cel|telefone|tel|fone|whatsapp|whats|zap)\.?\s*(?:[:=]|(?=[\s.-]*[\d(+])))"
    r")\s*"
)
_SEPARATOR = re.compile(r"[;,|·\n\r]+")
_AROUND = ".-–/:=\"'!?"  # marks around a piece, and between pieces
_HIDDEN = re.compile("[•*…]+")  # as lists show what they mask: "•••.982.247-••", "…98765-1234"
_END_OF = re.compile(r"\bfinal\b(?=[ :]*[0-9])", re.IGNORECASE)  # "final 1234": parts of a number are looked for at its end too
_NUMBER = re.compile(r"[+(]?[0-9][0-9().+/‐‑–-]*")
_CODE = re.compile(r"(?=(?:.*[0-9]){2})(?=.*[a-z])[0-9a-z./-]{5,}", re.IGNORECASE)  # part of a CNPJ with letters
_LEAST_DIGITS = 3  # of a number that nobody named; a shorter one belongs to a company's name
_GROUP = 5  # digits of the longest group between spaces
_AREA_CODE = re.compile("(?:55)?[1-9][1-9]")
_NAMES = frozenset(("first_name", "last_name", "company_name", "words"))
_DIGITS = re.compile("[^0-9]")


def parse_query(text: str) -> Query:
    """ "souza 98765", "nome: ana; cpf 982247". Raises `Rejected("search_…")`, see the module."""
    typed = narrow(visible(text, MAX_TYPED, "search_long", limit=MAX_TYPED))
    query = Query()
    for name, said in _parts(_END_OF.sub("", _HIDDEN.sub(" ", typed))):
        query = _with(query, name, said)
    conditions(query)
    return query


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The name of each field and what is said of it; an empty name for what stands alone."""
    for line in _SEPARATOR.split(text):
        named = list(_NAMED.finditer(fold(line)))
        ends = [*(each.start() for each in named[1:]), len(line)]
        yield "", line[: named[0].start() if named else len(line)]
        for each, end in zip(named, ends, strict=bool(named)):
            yield from _cut(str(each.lastgroup), line[each.end() : end])


def _cut(name: str, said: str) -> Iterator[tuple[str, str]]:
    """A number or an address is over with its last piece; a name goes on to the next one."""
    pieces = _pieces(said)
    own = len(pieces) if name in _NAMES else 1
    if name in _NAMES:
        own = next((at for at, piece in enumerate(pieces) if "@" in piece or _is_number(piece)), own)
    yield name, " ".join(pieces[:own])
    yield "", " ".join(pieces[own:])


def _with(query: Query, name: str, said: str) -> Query:
    if name and name != "words":
        return evolve(query, **{name: said}) if words_in(said) else query
    for piece in _pieces(said):
        query = _with_piece(query, piece)
    return query


def _with_piece(query: Query, piece: str) -> Query:
    if "@" in piece:
        return evolve(query, email=piece) if words_in(piece) else query
    if _is_number(piece):
        return evolve(query, numbers=(*query.numbers, piece))
    return evolve(query, words=(*query.words, piece)) if words_in(piece) else query


def _pieces(text: str) -> list[str]:
    """What stands between spaces; groups of one number are one piece: "11 98765-1234", "529 982 247 25"."""
    pieces: list[str] = []
    for piece in filter(None, (each.strip(_AROUND) for each in one_line(text).split(" "))):
        if pieces and _belong_together(pieces[-1], piece):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def _belong_together(before: str, piece: str) -> bool:
    if not (_NUMBER.fullmatch(piece) and all(map(_NUMBER.fullmatch, before.split(" ")))):
        return False
    groups = [_digits(each) for each in (*before.split(" "), piece)]
    return all(len(each) <= _GROUP for each in groups) or bool(_AREA_CODE.fullmatch("".join(groups[:-1])))


def _is_number(piece: str) -> bool:
    is_plain = all(map(_NUMBER.fullmatch, piece.split(" "))) and len(_digits(piece)) >= _LEAST_DIGITS
    return is_plain or bool(_CODE.fullmatch(piece))


def _digits(text: str) -> str:
    return _DIGITS.sub("", text)


# ── what a new registration takes from it ────────────────────────────────────

_WHOLE: tuple[tuple[str, Callable[[str], str], Callable[[str], str]], ...] = (
    ("cpf", parse_cpf, format_cpf),
    ("cnpj", parse_cnpj, format_cnpj),
    ("mobile", parse_mobile, format_mobile),
    ("email", parse_email, str),
)


def proposed(query: Query) -> dict[str, str]:
    """By field of a form: what is whole and valid (R9). A part of a name, document or mobile is never taken as the whole."""
    found = {name: value for name, parse, write in _WHOLE if (value := _valid(parse, write, getattr(query, name)))}
    for number in query.numbers:
        meant = {name: value for name, parse, write in _WHOLE if name != "email" and (value := _valid(parse, write, number))}
        found |= meant if len(meant) == 1 else {}  # eleven digits can be a CPF and a mobile
    return found | _proposed_name(query) | _proposed_company(query)


def _proposed_name(query: Query) -> dict[str, str]:
    """Whole are nome and sobrenome together, and words that begin with a name that many bear."""
    first, last = query.first_name, query.last_name
    if not (first or last) and len(query.words) > 1 and fold(query.words[0]) in GIVEN and fold(query.words[-1]) not in PARTICLES:
        first, last = query.words[0], " ".join(query.words[1:])
    names = {"first_name": _valid(parse_person_name, str, first), "last_name": _valid(parse_person_name, str, last)}
    return {name: value for name, value in names.items() if value} if all(names.values()) else {}


def _proposed_company(query: Query) -> dict[str, str]:
    """A company's name is whole with its legal form: "Padaria Sol Ltda"."""
    name = _valid(parse_company_name, str, query.company_name)
    return {"company_name": name} if name and has_legal_form(name) else {}


def _valid(parse: Callable[[str], str], write: Callable[[str], str], said: str) -> str | None:
    try:
        return write(parse(said))
    except Rejected:
        return None
