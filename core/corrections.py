"""What people write to correct an earlier answer: "o cpf tá errado", "não, meu ap é 23", "muda o horário pra só de manhã"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from core.given_names import GIVEN
from core.glance import hints
from core.homes import lone_unit
from core.names import fold
from core.records import Record
from core.small_talk import answers_who
from core.words import cut

MAX_LENGTH = 400  # characters; who corrects a field says little else
FIELD_NAMES: Mapping[str, str] = {  # how people call a field, folded
    "company_name": r"nome d[ao] (?:empresa|firma|loja)|razao social",
    "last_name": r"sobrenome",
    "first_name": r"nome(?: completo| todo)?",
    "cpf": r"(?:numero do )?cpf",
    "cnpj": r"(?:numero do )?cnpj",
    "email": r"e-?mail",
    "mobile": r"(?:numero (?:d[eo] )?(?:meu )?)?(?:telefone|celular|zap|whats(?:app)?|cel|tel|fone)",
    "unit": r"(?:numero d[oa] )?(?:apartamento|apt?o?|apt|unidade|bloco|torre|sala|casa)",
    "address": r"(?:nome d[ao] )?(?:endereco|rua|avenida)|numero da rua",
    "priority": r"(?:grau de |nivel de )?(?:urgencia|prioridade)",
    "restriction": r"(?:dias?|horas?|horarios?)(?: (?:d[ao]s? )?visitas?)?|visitas?|disponibilidade",
    "description": r"(?:descricao do )?(?:problema|defeito)|descricao|pedido",
    "relation": r"relacao",
}
_SAID_ALONE = frozenset("unit restriction".split())  # "casa", "dia": their names say too little when nothing else corrects
_HINTS = hints(
    "nome sobrenome razao numero cpf cnpj email e-mail telefone celular zap whats cel tel fone apartamento ap apto apt unidade bloco torre"
    " sala casa endereco rua avenida grau nivel urgencia prioridade dia dias hora horario visita disponibilidade descricao problema"
    " defeito pedido relacao chamo eh e".split()
)
_NAME = rf"(?P<name>{'|'.join(FIELD_NAMES.values())})(?![\w@-])"
_GAP = r"[ ,.!:;…-]+"
_CORRECTIVE = (
    r"(?:nao|n|na verdade|ops|opa|errei|desculpa|desculpe|perai|pera|espera|digo|quer dizer|alias|foi mal|corrigindo|correcao|minto|perdao)"
)
_SOFT = r"(?:oi|ah|olha|mas|e|entao|so que|por favor|pfv?|moc[oa]|eu)"
_OPENS = rf"(?:{_SOFT}{_GAP})*(?P<corrects>(?:{_CORRECTIVE}{_GAP}(?:{_SOFT}{_GAP})*)+)?"
_THE = r"(?:(?:[oa]s?|d[oa]s?) )?(?:(?:meus?|minhas?|noss[oa]s?) )?"
_IS = r"(?:(?:esta|ta|tava|estava|ficou|saiu|foi|veio|eh?) )"
_WRONG = (
    rf"{_IS}?(?:tudo )?(?:errad[oa]s?|trocad[oa]s?|incorret[oa]s?|desatualizad[oa]s?)"
    rf"|(?:ja )?mud(?:ou|aram)|eh? outr[oa]s?|nao (?:esta|ta|eh?) (?:mais )?(?:cert[oa]s?|corret[oa]s?|ess[ea]s?|isso|est[ea]s?|assim|mais)"
)
_THEN = r"(?P<value>(?: ?[,;:.!=-]+ ?| (?=(?:eh?|pra|para|pro|por|agora|o cert[oa]|a cert[oa]) )).+)?"
_WISH = (
    r"(?:(?:quero|queria|preciso|precisava|gostaria de|pode|podia|poderia|podem|da (?:pra|para)|posso|consigo|tem como|vou|vamos|so|me)"
    r" )*(?:(?:mud|alter|edit|atualiz|retific)(?:ar?|e)|troc(?:ar?)|troque|corrig(?:e|ir)|corrija)"
)
_MISTAKE = rf"(?:{_IS}?errad[oa]s?|(?:eu )?(?:errei|confundi|troquei)|(?:escrevi|coloquei|digitei|passei|mandei|botei) errado)"
_NEW = r"(?:cert[oa]|corret[oa]|nov[oa]|verdadeir[oa])"
_SURE = (
    re.compile(rf"{_OPENS}{_THE}{_NAME},? (?:{_WRONG})(?![\w]){_THEN}"),
    re.compile(rf"{_OPENS}(?:{_MISTAKE}|{_WISH}) {_THE}{_NAME}{_THEN}"),
)
_GIVEN_ANEW = re.compile(
    rf"{_OPENS}{_THE}(?P<new>{_NEW} )?{_NAME}(?P<newer> {_NEW})?(?: agora)?(?: (?:eh?|seria|fica|passou a ser) | ?[:=] ?)(?P<value>.+)"
)
_CALLED = re.compile(rf"{_OPENS}(?:me chamo|chamo-me|(?P<is>eh?)) (?:[oa] )?(?P<value>[^\W\d_][^\d,;:?!]+)")
_UNIT_ALONE = re.compile(rf"{_OPENS}(?:eh? )?(?:[on]o? |n?a )?(?P<value>(?:{FIELD_NAMES['unit']})[ .:]*(?:[on] |numero )?\S{{1,6}})")
_LEAD = re.compile(r"[ ,;:.!=-]+|(?:e|eh|mas|agora|na verdade|o cert[oa]|a cert[oa]|o corret[oa]|o nov[oa]|seria|fica|pra|para|pro|por) ")
_ENDS = re.compile(
    r"(?:[ ,.;!]+(?:por favor|pfv?|viu|ta|ok|moc[oa]|obrigad[oa]|desculpa|desculpe|ai|ne|(?:pode|da pra) (?:corrigir|mudar|trocar|arrumar)"
    r"|corrige|corrija|arruma))+[ ,.;!?]*$|[ ,;!?]+$"
)
_CLOSES = re.compile(
    r"(?:(?:ok|sim|ta|nao|agora|entao|ja|quero|vou|pode|podem|por favor|pfv?|pf)[ ,]+)*(?:"
    r"(?:envi|mand|confirm)(?:ar?|e|em|o)(?:[ ,]+(?:tudo|assim|mesmo|logo|isso|agora|ja|o (?:chamado|pedido|relato)|por favor|ai|certo))*"
    r"|(?:esta|ta) (?:tudo )?cert[oa](?: assim)?|deix[ae] (?:assim|como (?:esta|ta|estava)|pra la|quieto))[ .!]*"
)

_BUILDING = re.compile(r"\b(?:bloco|torre) \S+")


class Correction(Record):
    """`field` as a form calls it; `value` as typed, "" when only the field was named. Not `sure`: only where the value is one."""

    field: str
    value: str
    sure: bool


@lru_cache(maxsize=64)  # one message is looked at more than once in its turn
def read_correction(text: str) -> Correction | None:
    """The one field that a whole message corrects; None for any other message."""
    if not text or len(text) > MAX_LENGTH:
        return None
    folded = fold(text).replace("\n", ",")
    if _HINTS.isdisjoint(cut(folded).begun):
        return None
    return _sure(text, folded) or _given_anew(text, folded) or _named(text, folded) or _unit(text, folded)


def closes_correction(text: str) -> bool:
    """ "enviar", "pode mandar", "confirmo", "deixa como está": no value of any field, but the end of its correction."""
    return _CLOSES.fullmatch(fold(text).strip()) is not None


def fields_named(text: str) -> frozenset[str]:
    """The fields whose names stand in a text, less names that are words of everything."""
    folded = fold(text)
    return frozenset(
        name for name, said in FIELD_NAMES.items() if name not in _SAID_ALONE and re.search(rf"(?<![\w@.-])(?:{said})(?![\w@-])", folded)
    )


def unit_with(before: str, said: str) -> str:
    """The unit with the part that was said: "bloco C" beside "ap 12", and "ap 23" beside "bloco B"; else what was said."""
    building, kept = _BUILDING.search(said), _BUILDING.search(before)
    if building and building[0] == said:
        return f"{_BUILDING.sub('', before).strip()} {said}".strip()
    return f"{kept[0]} {said}" if kept and not building else said


def _sure(text: str, folded: str) -> Correction | None:
    found = next((said for form in _SURE if (said := form.fullmatch(folded.rstrip(" .!?")))), None)
    return _correction(text, folded, found, sure=True) if found else None


def _given_anew(text: str, folded: str) -> Correction | None:
    found = _GIVEN_ANEW.fullmatch(folded)
    if found is None:
        return None
    corrects = bool(found["corrects"] or found["new"] or found["newer"])
    said = _correction(text, folded, found, sure=corrects)
    return said if corrects or said.field != "description" else None  # "o problema é que …" may tell more of it


def _correction(text: str, folded: str, found: re.Match[str], *, sure: bool) -> Correction:
    value = _stripped(text, folded, found.span("value")) if found["value"] else ""
    field = _field(found["name"])
    if field == "unit" and value:
        value = _unit_of(found["name"], value)
    return Correction(field, value, sure)


def _field(name: str) -> str:
    return next(field for field, said in FIELD_NAMES.items() if re.fullmatch(said, name))


def _stripped(text: str, folded: str, span: tuple[int, int]) -> str:
    """The value less what leads to it and what is said behind it."""
    start, end = span
    if ends := _ENDS.search(folded[:end], start):
        end = ends.start()
    while lead := _LEAD.match(folded, start, end):
        start = lead.end()
    return text[start:end].strip()


def _unit_of(name: str, value: str) -> str:
    """ "ap 23" of "apartamento" and "o 23"; the value itself when it names a unit already."""
    kind = name.rpartition(" ")[2].replace("unidade", "ap")
    number = re.sub(r"^(?:[on]o? |n?a )?(?:numero |n[º°] ?)?", "", value, flags=re.IGNORECASE)
    return lone_unit(value) or lone_unit(f"{kind} {number}") or value


def _named(text: str, folded: str) -> Correction | None:
    """ "me chamo Juliana Prado"; "é Juliana Prado", "não, é Juliana"."""
    found = _CALLED.fullmatch(folded)
    if found is None or "\n" in text:
        return None
    value = _stripped(text, folded, found.span("value"))
    first, *others = fold(value).split() or [""]
    if found["is"]:
        written = text[found.start("is") : found.end("is")].lower()
        if written == "e" or first not in GIVEN or not (others or found["corrects"]):
            return None
    return Correction("first_name", value, sure=False) if answers_who(value) else None


def _unit(text: str, folded: str) -> Correction | None:
    """ "é ap 23", "apto 23"."""
    found = _UNIT_ALONE.fullmatch(folded.rstrip(" .!"))
    unit = lone_unit(text[slice(*found.span("value"))]) if found else None
    return Correction("unit", unit, sure=False) if unit and any(character.isdigit() for character in unit) else None
