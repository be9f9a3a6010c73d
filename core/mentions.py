"""Documents, e-mail and mobile that a free message mentions. What is invalid, somebody else's or could be two things is not found."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

from core.documents import parse_cnpj, parse_cpf
from core.emails import parse_email
from core.errors import Rejected
from core.glance import Beginnings, hints
from core.owners import Label, label_of
from core.phones import parse_mobile
from core.records import Record, evolve
from core.words import Span, Words

Mention = tuple[str, Span]  # value, and its place with the label
MAX_TRIED = 20  # candidates of one number in one message
MAX_ADDRESSES = 8  # of e-mail in one message: each costs more
_CORRECTION = re.compile(
    r"\b(?:ops|opa|quer dizer|digo|errei|errado|erro|corrigindo|corrijo|correcao|na verdade|alias|desculpa|desculpe|melhor|minto|errata|"
    r"mas eh?|perdao|aff|perai?|espera|calma|o certo|correto|nao(?=\s*[,.!…]))\b"  # "…, não, …"; "… e não …" is no correction
)
_REPLACED = re.compile(r"\W*(?:para|pra|pro|pelo|por|->|→)(?: o)?\W*")  # "troquem o … pelo …"


class _Field(Record):
    """`shape`: how the value is usually written; `labelled`: what counts only beside the field's name."""

    name: str
    shape: re.Pattern[str]
    parse: Callable[[str], str]
    labelled: re.Pattern[str]
    parse_labelled: Callable[[str], str]
    names: Beginnings  # without one of these no look at `labelled`


_DASH = "[-–‐‑]"
_BEGIN = r"(?<![\w.@/-])"
_END = r"(?![\w@]|[./-]\d)"
_FREE = r"[ .()/–‐‑-]{0,3}"  # between digits in groups of any size


def _digits(least: int, most: int, free: str = _FREE) -> re.Pattern[str]:
    return re.compile(rf"{_BEGIN}\(?\+?\d(?:{free}\d){{{least - 1},{most - 1}}}(?!{free}\d){_END}")


_NO_DIGIT = re.compile("[^0-9]")


_LETTER = re.compile("[a-z]", re.IGNORECASE)


def _cpf_in_any_groups(text: str) -> str:
    return parse_cpf(_NO_DIGIT.sub("", text))


_NUMBERS = (
    _Field(
        "cnpj",
        re.compile(
            rf"{_BEGIN}(?:[0-9a-z]{{2}}\.[0-9a-z]{{3}}\.[0-9a-z]{{3}}/?[0-9a-z]{{4}}{_DASH}?\d{{2}}|\d{{8}}/?\d{{4}}{_DASH}?\d{{2}}"
            rf"|(?=\d{{0,11}}[a-z])(?=[a-z]{{0,11}}\d)[0-9a-z]{{12}}\d\d){_END}"
        ),
        parse_cnpj,
        re.compile(
            rf"{_BEGIN}[0-9a-z]{{2}}[. ]?[0-9a-z]{{3}}[. ]?[0-9a-z]{{3}}[/ ]?[0-9a-z]{{4}}[ –‐‑-]?\d{{2}}{_END}"
            rf"|{_digits(14, 14).pattern}"
        ),
        lambda text: parse_cnpj(_NO_DIGIT.sub("", text) if text[:1].isdecimal() and not _LETTER.search(text) else text),
        hints(("cnpj", "cgc")),
    ),
    _Field(
        "cpf",
        re.compile(rf"{_BEGIN}(?<!\+)\d{{3}}[. ]?\d{{3}}[. ]?\d{{3}}(?:[./ ]|{_DASH})?\d{{2}}{_END}"),
        parse_cpf,
        _digits(11, 11, _FREE.replace(".", ".,_")),
        _cpf_in_any_groups,
        hints(("cpf", "cic")),
    ),
    _Field(
        "mobile",
        re.compile(rf"{_BEGIN}(?:\+|00)?(?:55[ -]?)?\(?0?\d{{2}}\)?(?:[ .]|{_DASH})?9[ .-]?\d{{4}}(?:[ .]|{_DASH})?\d{{4}}{_END}"),
        parse_mobile,
        _digits(10, 15),
        parse_mobile,
        hints("cel tel telefone fone zap whats wpp celular numero contato".split()),
    ),
)
_MANY_DIGITS = re.compile(r"\d(?:\D{0,3}\d){9,}")  # less is no document and no mobile, but for a CNPJ with letters
_LETTERED = re.compile(r"[0-9a-z]/[0-9a-z]{4}-?\d\d|\d\d\b(?<=\b[0-9a-z]{14})")
_BEFORE, _BEHIND = 4, 3  # signs that belong to the first digits, or show that more follow
_AND = re.compile(r"\W*(?:\be\b|\bou\b|/)\W*", re.IGNORECASE)
_OTHER_WORD = re.compile(r"(?!e\b)[a-z0-9]+")
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
_SUBSCRIBER = r"9[ .]?\d{4}[ .-]?\d{4}"
_APART = re.compile(  # the area code apart from the number
    rf"\bddd\W{{0,3}}(?:eh? |o )?0?(?P<area>\d\d)\b\W{{1,3}}(?:(?:e|o|meu|n|num|numero|cel|celular|tel|telefone|fone|zap|whats|whatsapp)\b"
    rf"\W{{1,3}}){{0,4}}(?P<number>{_SUBSCRIBER}){_END}"
    rf"|(?<![\w.@/-])(?P<number_before>{_SUBSCRIBER})\W{{1,3}}(?:com |o )?ddd\W{{0,3}}(?:eh? )?(?P<area_behind>\d\d){_END}"
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
    """One valid value."""

    value: str
    span: Span
    label: Label


def mentioned(text: str, words: Words) -> Mentions:
    """Documents, e-mail and mobile. A number that could be two fields and has no label is none of them."""
    folded, begun = words.folded, words.begun
    said: dict[str, list[_Said]] = {}
    if "@" in folded or "arro" in begun:
        said["email"] = [*_addresses(text, folded), *_dictated(folded, begun)]
    parts = [(max(0, many.start() - _BEFORE), many.end() + _BEHIND) for many in _MANY_DIGITS.finditer(folded)]
    if "cnpj" in begun or _LETTERED.search(folded):
        parts = [(0, len(folded))]
    if parts or "ddd" in begun:
        folded = folded.replace("º", " ").replace("wa.me/", "whats ")  # "CPF nº529…": a letter to regular expressions; a link to a chat
        said |= {field.name: list(_numbers(field, text, folded, parts, labelled=not field.names.isdisjoint(begun))) for field in _NUMBERS}
        said["mobile"] += _apart(folded) if "ddd" in begun else ()
        _leave_doubtful(said)
    said = _less_listed(said, text, folded)
    found = {name: (only.value, only.label.span) for name, each in said.items() if (only := _only(each, folded))}
    places = (one.label.span for name, each in said.items() for one in each if one.label.is_own or name != "mobile")
    return Mentions(found, tuple(places))


def _only(said: list[_Said], folded: str) -> _Said | None:
    """The writer's one value, at its last place; of several the last, if it corrects the one before: "…, ops, …"."""
    own = sorted((each for each in said if each.label.is_own), key=lambda each: each.span)
    if not own:
        return None
    *others, last = own
    other = next((each for each in reversed(others) if each.value != last.value), None)
    between = (other.span[1], last.span[0]) if other else (0, 0)
    if other is None or _CORRECTION.search(folded, *between) or _REPLACED.fullmatch(folded, *between):
        return last
    return _claimed(own, folded)


def _claimed(own: list[_Said], folded: str) -> _Said | None:
    """ "a nota para nf@uol.com.br, comigo é ana@uol.com.br": the one that is said to be the writer's; not "meus contatos são … e …"."""
    mine = [each for each in own if each.label.whose == "mine"]
    joined = any(_AND.fullmatch(folded, one.span[1], two.span[0]) for one, two in pairwise(own))
    return mine[-1] if len({each.value for each in mine}) == 1 and not joined else None


def _numbers(field: _Field, text: str, folded: str, parts: Sequence[Span], *, labelled: bool) -> Iterator[_Said]:
    places = [found.span() for found in _tried(field.shape, folded, parts)]
    for span in places:
        if said := _said(field.name, field.parse, text, folded, span):
            yield said
    if labelled:
        for found in _tried(field.labelled, folded, parts):
            said = None if found.span() in places else _said(field.name, field.parse_labelled, text, folded, found.span())
            if said and said.label.named:
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


def _apart(folded: str) -> Iterator[_Said]:
    """ "ddd 79, número 99911-4422", "99911-4422 (ddd 79)"."""
    for found in islice(_APART.finditer(folded), MAX_TRIED):
        area, number = found["area"] or found["area_behind"], found["number"] or found["number_before"]
        if said := _said("mobile", lambda _: parse_mobile(f"{area} {number}"), folded, folded, found.span()):  # noqa: B023 - called at once
            yield said


def _less_listed(said: dict[str, list[_Said]], text: str, folded: str) -> dict[str, list[_Said]]:
    """ "minha mãe, cpf …, tel …", "cpf dos dois: … e …": what follows in a list of somebody's data is theirs, where no "meu" stands."""
    theirs: set[Span] = set()
    listed = anothers = len(folded)  # where such a list, or a value of somebody else, has come to
    for each in sorted((each for every in said.values() for each in every), key=lambda each: each.span):
        start, end = each.label.span
        joined = not each.label.named and anothers <= start and _AND.fullmatch(text, anothers, start) is not None
        goes_on = listed <= start and _OTHER_WORD.search(folded, listed, start) is None
        follows = each.label.whose == "writers" and (joined or goes_on)
        if follows or each.label.whose == "listed":
            listed = end
            theirs.add(each.span)
        anothers = len(folded) if each.label.is_own and not follows else end
    return {name: [_anothers(each) if each.span in theirs else each for each in every] for name, every in said.items()} if theirs else said


def _anothers(said: _Said) -> _Said:
    return evolve(said, label=Label(said.span))


def _leave_doubtful(said: dict[str, list[_Said]]) -> None:
    """Eleven digits can be a CPF and a mobile: the label decides, else nobody does."""
    ends = {each.span[1] for each in said["cpf"]} & {each.span[1] for each in said["mobile"]}
    for name in ("cpf", "mobile"):
        said[name] = [each for each in said[name] if each.span[1] not in ends or each.label.named]
