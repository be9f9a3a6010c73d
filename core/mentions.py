"""Documents, addresses and names that a free message mentions. What is invalid or could be two things is not found, never guessed."""

import re
from collections.abc import Callable, Iterator

from core.documents import parse_cnpj, parse_cpf
from core.emails import parse_email
from core.errors import Rejected
from core.homes import parse_address
from core.names import parse_company_name, parse_person_name
from core.phones import parse_mobile
from core.records import Record
from core.topics import BROKEN

Span = tuple[int, int]
Mention = tuple[str, Span]  # value, and its place with the label
MAX_TRIED = 20  # candidates of one field in one message
_LABEL_REACH = 40  # characters before a value in which its label may stand
_IS = r"\s*(?:e|eh|agora e|mudou para|:|-|=|n[oº°.]*)?[\s:]*$"
_OTHER_NUMBER = re.compile(
    r"\b(?:protocolo|cep|pedido|codigo|cod|contrato|matricula|rg|boleto|nota|nf|serie|conta|agencia|ramal|instalacao|chamado|"
    r"ticket)\b[^\n]{0,12}$"
)


class _Field(Record):
    """`labelled`: what counts only right behind a label."""

    name: str
    value: re.Pattern[str]
    label: re.Pattern[str]
    parse: Callable[[str], str]
    labelled: re.Pattern[str] | None = None


def _label(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:o |a |meu |minha |novo |nova |do |da |n[oº°.]* )*(?:{words})(?: novo| nova| correto| certo)?){_IS}")


_EMAIL = _Field(
    "email",
    re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"),
    _label(r"e-?mail|correio eletronico"),
    parse_email,
)
_NUMBERS = (
    _Field(
        "cnpj",
        re.compile(r"(?<![\w.@/-])(?:[0-9a-z]{2}\.[0-9a-z]{3}\.[0-9a-z]{3}/?[0-9a-z]{4}-?\d{2}|\d{8}/?\d{4}-?\d{2})(?![\w@]|[./-]\d)"),
        _label("cnpj"),
        parse_cnpj,
        re.compile(r"(?<![\w.@/-])[0-9a-z]{2}[. ]?[0-9a-z]{3}[. ]?[0-9a-z]{3}[/ ]?[0-9a-z]{4}[- ]?\d{2}(?![\w@]|[./-]\d)"),
    ),
    _Field("cpf", re.compile(r"(?<![\w.@/+(-])\d{3}[. ]?\d{3}[. ]?\d{3}[-./ ]?\d{2}(?![\w@]|[./-]\d)"), _label("cpf"), parse_cpf),
    _Field(
        "mobile",
        re.compile(r"(?<![\w.@/-])(?:\+|00)?(?:55 ?)?\(?0?\d{2}\)?[ .-]?9[ .-]?\d{4}[ .-]?\d{4}(?![\w@]|[./-]\d)"),
        _label(r"cel(?:ular)?|telefone|tel|fone|zap(?:zap)?|whats(?:app)?|wpp|numero|contato"),
        parse_mobile,
    ),
)
_STREET = r"(?:rua|avenida|av|alameda|al|travessa|tv|praca|pca|estrada|rodovia|largo|ladeira|viela|servidao|quadra|r)"
_NAME_WORD = r"(?!(?:ha|faz|desde|por|uns|umas|esperando|tem|esta|ta|e|mas|onde|que|so|queimou)\b)[a-z0-9'ªº.-]+"
_AREA = r"(?:bairro|vila|vl|jardim|jd|parque|pq|centro|cidade|residencial|conjunto|setor|chacara)"
_UNIT = r"(?:apartamento|apto|apt|ap|bloco|bl|casa|sala|loja|torre|conjunto|cj|fundos|cobertura|andar)"
_ADDRESS = re.compile(
    rf"\b{_STREET}\.? (?:{_NAME_WORD},? ){{0,6}}?[a-z'-]+\.?,? ?(?:,|no?\.?|n[º°]|numero)? ?(?P<number>\d{{1,5}}(?![\d/%:]| ?(?:h|hs|hrs|"
    rf"horas?|min|minutos|dias|anos|reais|x)\b)|s/n)(?:[a-z]\b)?"
    rf"(?:[ ,.-]*\b{_UNIT}\b\.? ?(?:\d{{1,5}}[a-z]?\b|[a-z]\b(?!\.? [a-z]))?)*"
    rf"(?P<area>[ ,-]+{_AREA}\b(?: (?!(?:e|o|a|que|esta|ta|tem|com|mas|queimou|meu|minha)\b)[a-z]+){{0,3}})?"
)
_CITY = re.compile(r"(?P<city>[ ]?[,-]+ ?(?:em )?(?!(?:o|a|e|um|uma|meu|minha|sou|com|sem|por|pf|obg)\b)[a-z]+(?: [a-z]+){0,2})[ .!]*$")
_NO_CITY = re.compile(r"urg|obrig|grat|favor|pressa|prioridade|\b(?:alta|media|baixa|esta|ta|tem|nao|posso|pode)\b")
_UNIT_BEFORE = re.compile(r"\b(?:n[oa]|do|ap|apto|apartamento|unidade) (?P<unit>\d{1,5}[a-z]?) d[oa] $")  # "no 31 da rua das Acácias 120"
_ADDRESS_LABEL = re.compile(
    r"(?:\b(?:eu )?(?:moro|fica|mora|resido|estou|e|o endereco|meu endereco|endereco|imovel)\s*(?:e|eh|:)?\s*(?:aqui )?(?:n[oa]|em)?\s*)$"
)
_NAME = re.compile(
    r"\b(?:meu nome(?: completo)? (?:e|eh)|meu nome:|nome(?: completo)?:|me chamo|(?:quem fala|aqui quem fala) (?:e|eh) (?:o |a )?)\s*:?\s*"
    r"(?P<name>[^\W\d_][\w'’.-]*(?: (?!(?:moro|sou|tenho|preciso|quero|estou|meu|minha|cpf|email|inquilin\w+|"
    r"do ap\w*)\b)(?:e )?[^\W\d_][\w'’.-]*){0,6}?)(?=\s*(?:[,;!\n]|\.(?:\s|$)|$| (?:e|moro|sou|tenho|preciso|quero|estou|meu|minha|"
    r"cpf|email|inquilin\w+)\b))"
)
_COMPANY = re.compile(
    r"\b(?:(?:nome da |minha )?empresa:|razao social:?|empresa (?:e|eh|se chama)|falo pela empresa|sou da empresa|"
    r"em nome da empresa)\s*(?P<name>[^,;\n]{2,80}?)(?=\s*(?:[,;\n]|\.(?:\s|$)|$| e (?:o|a|meu|minha)\b))"
)


def mentioned(text: str, folded: str) -> dict[str, Mention]:
    """Documents, e-mail and mobile by field. A number that could be two fields and has no label is none of them."""
    found = {}
    if "@" in text and (email := _only(_EMAIL, text, folded)):
        found["email"] = email
    for field in _NUMBERS:
        if mention := _only(field, text, folded):
            found[field.name] = mention
    return _without_doubt(found)


def _only(field: _Field, text: str, folded: str) -> Mention | None:
    """The one valid value, at its last place; None for none or several."""
    found = dict(_valid(field, text, folded))
    return next(iter(found.items())) if len(found) == 1 else None


def _valid(field: _Field, text: str, folded: str) -> Iterator[Mention]:
    for start, end in _candidates(field, folded):
        before = folded[max(0, start - _LABEL_REACH) : start]
        label = field.label.search(before)
        if label is None and _OTHER_NUMBER.search(before):
            continue
        try:
            value = field.parse(text[start:end])
        except Rejected:
            continue
        yield value, (start - len(before) + label.start() if label else start, end)


def _candidates(field: _Field, folded: str) -> Iterator[Span]:
    for tried, found in enumerate(field.value.finditer(folded)):
        if tried == MAX_TRIED:
            return
        yield found.span()
    if field.labelled and field.name in folded:
        yield from (
            found.span()
            for found in field.labelled.finditer(folded)
            if field.label.search(folded[max(0, found.start() - _LABEL_REACH) : found.start()])
        )


def _without_doubt(found: dict[str, Mention]) -> dict[str, Mention]:
    """Eleven digits can be a CPF and a mobile: the label decides, else nobody does."""
    cpf, mobile = found.get("cpf"), found.get("mobile")
    if cpf is None or mobile is None or cpf[1][1] != mobile[1][1]:
        return found
    lengths = {"cpf": cpf[1][0], "mobile": mobile[1][0]}
    doubtful = {"cpf", "mobile"} if lengths["cpf"] == lengths["mobile"] else {max(lengths, key=lengths.__getitem__)}
    return {name: mention for name, mention in found.items() if name not in doubtful}


def address_in(text: str, folded: str) -> Mention | None:
    """The one address, without its label; None for none or several."""
    found = {folded[slice(*each.span())]: (each.start(), _end_of(each)) for each in _ADDRESS.finditer(folded)}
    if len(found) != 1:
        return None
    ((start, end),) = found.values()
    value = text[start:end].rstrip(" ,.-")
    try:
        parse_address(value)
    except Rejected:
        return None
    before = folded[max(0, start - _LABEL_REACH) : start]
    if unit := _UNIT_BEFORE.search(before):
        return f"{value}, ap {unit['unit']}", (start - len(unit[0]), start + len(value))
    label = _ADDRESS_LABEL.search(before)
    return value, (start - (len(label[0]) if label else 0), start + len(value))


def _end_of(address: re.Match[str]) -> int:
    """Behind the city too, where the message ends with it: "…, Jardim São Paulo, Guarulhos"."""
    city = _CITY.match(address.string, address.end()) if address["area"] else None
    if city is None or _NO_CITY.search(city["city"]) or BROKEN.search(city["city"]):
        return address.end()
    return city.end("city")


def names_in(text: str, folded: str) -> dict[str, Mention]:
    """First and last name, and a company's, only where a label says so ("meu nome é …", "empresa: …")."""
    found = {}
    if (person := _NAME.search(folded)) and (name := _parsed(parse_person_name, text[slice(*person.span("name"))])):
        first, _, last = name.partition(" ")
        found["first_name"] = (first, person.span())
        if last:
            found["last_name"] = (last, person.span())
    if (company := _COMPANY.search(folded)) and (name := _parsed(parse_company_name, text[slice(*company.span("name"))])):
        found["company_name"] = (name, company.span())
    return found


def _parsed(parse: Callable[[str], str], text: str) -> str | None:
    try:
        return parse(text.strip())
    except Rejected:
        return None
