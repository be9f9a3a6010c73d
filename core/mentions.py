"""Documents, e-mail and mobile that a free message mentions. What is invalid, somebody else's or could be two things is not found."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from core.documents import parse_cnpj, parse_cpf
from core.emails import parse_email
from core.errors import Rejected
from core.glance import Beginnings, hints
from core.owners import Label, label_of
from core.phones import parse_mobile
from core.records import Record
from core.words import Span, Words

Mention = tuple[str, Span]  # value, and its place with the label
MAX_TRIED = 20  # candidates of one number in one message
MAX_ADDRESSES = 8  # of e-mail in one message: each costs more
_CORRECTION = re.compile(r"\b(?:ops|opa|quer dizer|digo|errei|errado|corrigindo|correcao|na verdade|alias|desculpa|desculpe|melhor)\b")


class _Field(Record):
    """`shape`: how the value is usually written; `labelled`: what counts only beside the field's name."""

    name: str
    shape: re.Pattern[str]
    parse: Callable[[str], str]
    labelled: re.Pattern[str]
    parse_labelled: Callable[[str], str]
    names: Beginnings  # without one of these no look at `labelled`


_DASH = "[-–‐‑]"
_END = r"(?![\w@]|[./-]\d)"
_FREE = r"[ .()/–‐‑-]{0,3}"  # between digits in groups of any size


def _digits(least: int, most: int, free: str = _FREE) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.@/-])\(?\+?\d(?:{free}\d){{{least - 1},{most - 1}}}(?!{free}\d){_END}")


_NO_DIGIT = re.compile("[^0-9]")


def _cpf_in_any_groups(text: str) -> str:
    return parse_cpf(_NO_DIGIT.sub("", text))


_NUMBERS = (
    _Field(
        "cnpj",
        re.compile(
            rf"(?<![\w.@/-])(?:[0-9a-z]{{2}}\.[0-9a-z]{{3}}\.[0-9a-z]{{3}}/?[0-9a-z]{{4}}{_DASH}?\d{{2}}|\d{{8}}/?\d{{4}}{_DASH}?\d{{2}}"
            rf"|(?=\d{{0,11}}[a-z])(?=[a-z]{{0,11}}\d)[0-9a-z]{{12}}\d\d){_END}"
        ),
        parse_cnpj,
        re.compile(rf"(?<![\w.@/-])[0-9a-z]{{2}}[. ]?[0-9a-z]{{3}}[. ]?[0-9a-z]{{3}}[/ ]?[0-9a-z]{{4}}[ –‐‑-]?\d{{2}}{_END}"),
        parse_cnpj,
        hints(("cnpj", "cgc")),
    ),
    _Field(
        "cpf",
        re.compile(rf"(?<![\w.@/+(-])\d{{3}}[. ]?\d{{3}}[. ]?\d{{3}}(?:[./ ]|{_DASH})?\d{{2}}{_END}"),
        parse_cpf,
        _digits(11, 11, _FREE.replace(".", ".,")),
        _cpf_in_any_groups,
        hints(("cpf", "cic")),
    ),
    _Field(
        "mobile",
        re.compile(rf"(?<![\w.@/-])(?:\+|00)?(?:55[ -]?)?\(?0?\d{{2}}\)?(?:[ .]|{_DASH})?9[ .-]?\d{{4}}(?:[ .]|{_DASH})?\d{{4}}{_END}"),
        parse_mobile,
        _digits(10, 15),
        parse_mobile,
        hints("cel tel telefone fone zap whats wpp celular numero contato".split()),
    ),
)
_MANY_DIGITS = re.compile(r"\d(?:\D{0,3}\d){9,}")  # less is no document and no mobile, but for a CNPJ with letters
_LETTERED = re.compile(r"[0-9a-z]/[0-9a-z]{4}-?\d\d|\d\d\b(?<=\b[0-9a-z]{14})")
_BEFORE, _BEHIND = 4, 3  # signs that belong to the first digits, or show that more follow
_LONGEST_LOCAL = 64  # characters before @; RFC 5321
_NO_LOCAL = re.compile(r"[^\w.+%-]")
_DOMAIN = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NEXT_SENTENCE = re.compile(r"(?<=\.com)\.(?![a-z]{2}\b)|(?<=\.br)\.")  # "ana@gmail.com.Meu nome é"
_BRACKETS = {"<": ">", "(": ")", "[": "]"}
_MAILTO = "mailto:"
_PART = r"[a-z0-9]{1,32}(?: ?(?:ponto|[._-]|underline|underscore|traco|hifen) ?[a-z0-9]{1,32}){0,4}"
_DICTATED = re.compile(  # sure only when nothing but its label stands before it
    rf"(?:^|(?<=[\n\x00])|(?<=[:,] )|\be-?mail:? (?:e |eh )?)(?P<address>{_PART} ?(?:@|\(?arroba\)?) ?"
    r"(?:gmail|hotmail|outlook|yahoo|icloud|uol|bol|terra|live) ?(?:ponto|\.) ?com(?: ?(?:ponto|\.) ?br)?)\b(?! ?(?:ponto\b|\.[a-z]))"
)
_SIGNS = {"arroba": "@", "ponto": ".", "underline": "_", "underscore": "_", "traco": "-", "hifen": "-"}
_SIGN_HINTS = hints(_SIGNS)
_SIGN = re.compile(rf" ?\(?({'|'.join(_SIGNS)})\)? ?")


class Mentions(Record):
    """What was found by field, and every place where one of the values stands, labels included."""

    found: dict[str, Mention]
    places: tuple[Span, ...] = ()


NONE = Mentions({})


class _Said(Record):
    """One valid value; `label` None: it is somebody else's."""

    value: str
    span: Span
    label: Label | None

    @property
    def place(self) -> Span:
        return self.label.span if self.label else self.span


def mentioned(text: str, words: Words) -> Mentions:
    """Documents, e-mail and mobile. A number that could be two fields and has no label is none of them."""
    folded, begun = words.folded, words.begun
    said: dict[str, list[_Said]] = {}
    if "@" in folded or "arro" in begun:
        said["email"] = [*_addresses(text, folded), *_dictated(folded, begun)]
    parts = [(max(0, many.start() - _BEFORE), many.end() + _BEHIND) for many in _MANY_DIGITS.finditer(folded)]
    if "cnpj" in begun or _LETTERED.search(folded):
        parts = [(0, len(folded))]
    if parts:
        said |= {field.name: list(_numbers(field, text, folded, parts, labelled=not field.names.isdisjoint(begun))) for field in _NUMBERS}
        _leave_doubtful(said)
    found = {name: (only.value, only.place) for name, each in said.items() if (only := _only(each, folded))}
    places = (one.place for name, each in said.items() for one in each if one.label or name != "mobile")
    return Mentions(found, tuple(places))


def _only(said: list[_Said], folded: str) -> _Said | None:
    """The writer's one value, at its last place; of several the last, if it corrects the one before: "…, ops, …"."""
    own = sorted((each for each in said if each.label), key=lambda each: each.span)
    if not own:
        return None
    *others, last = own
    other = next((each for each in reversed(others) if each.value != last.value), None)
    return last if other is None or _CORRECTION.search(folded, other.span[1], last.span[0]) else None


def _numbers(field: _Field, text: str, folded: str, parts: Sequence[Span], *, labelled: bool) -> Iterator[_Said]:
    places = [found.span() for found in _tried(field.shape, folded, parts)]
    for span in places:
        if said := _said(field.name, field.parse, text, folded, span):
            yield said
    if labelled:
        for found in _tried(field.labelled, folded, parts):
            said = None if found.span() in places else _said(field.name, field.parse_labelled, text, folded, found.span())
            if said and said.label and said.label.named:
                yield said


def _tried(shape: re.Pattern[str], folded: str, parts: Sequence[Span]) -> Iterator[re.Match[str]]:
    return islice((found for part in parts for found in shape.finditer(folded, *part)), MAX_TRIED)


def _said(name: str, parse: Callable[[str], str], text: str, folded: str, span: Span) -> _Said | None:
    try:
        value = parse(text[slice(*span)])
    except Rejected:
        return None
    return _Said(value, span, label_of(name, text, folded, span))


def _addresses(text: str, folded: str) -> Iterator[_Said]:
    for at in islice(re.finditer("@", folded), MAX_ADDRESSES):
        low = max(0, at.start() - _LONGEST_LOCAL)
        start = max((each.end() for each in _NO_LOCAL.finditer(folded, low, at.start())), default=low)
        domain = _DOMAIN.match(folded, at.start())
        if domain and start < at.start() and "@" not in (folded[start - 1 : start], folded[domain.end() : domain.end() + 1]):
            cut = _NEXT_SENTENCE.search(folded, at.start(), domain.end())
            span = _with_brackets(folded, start, cut.start() if cut else domain.end())
            if said := _said("email", parse_email, text, folded, span):
                yield said


def _with_brackets(folded: str, start: int, end: int) -> Span:
    """ "<ana@uol.com.br>", "mailto:ana@uol.com.br"."""
    if folded.endswith(_MAILTO, 0, start):
        start -= len(_MAILTO)
    return (start - 1, end + 1) if start and folded[end : end + 1] == _BRACKETS.get(folded[start - 1], "–") else (start, end)


def _dictated(folded: str, begun: Beginnings) -> Iterator[_Said]:
    """ "meu e-mail é ana ponto lima arroba gmail ponto com"."""
    found = None if begun.isdisjoint(_SIGN_HINTS) else _DICTATED.search(folded)
    if found and _SIGN.search(found["address"]) and (said := _said("email", _typed, folded, folded, found.span("address"))):
        yield said


def _typed(dictated: str) -> str:
    return parse_email(_SIGN.sub(lambda sign: _SIGNS[sign[1]], dictated).replace(" ", ""))


def _leave_doubtful(said: dict[str, list[_Said]]) -> None:
    """Eleven digits can be a CPF and a mobile: the label decides, else nobody does."""
    ends = {each.span[1] for each in said["cpf"]} & {each.span[1] for each in said["mobile"]}
    for name in ("cpf", "mobile"):
        said[name] = [each for each in said[name] if each.span[1] not in ends or (each.label and each.label.named)]
