"""The company for which somebody writes: "falo pela empresa Sol Ltda", "sou da padaria Três Irmãos"."""

import re
from itertools import islice
from typing import NamedTuple

from core.errors import Rejected
from core.given_names import GIVEN, NO_NAMES, SURNAMES, TITLES
from core.glance import hints
from core.names import fold, parse_company_name
from core.words import Span, Words

_MAX_WORDS = 8  # of one name
_MAX_TRIED = 12  # labels in one message

_BUSINESSES = (  # nouns that begin the name of a business
    "padaria|panificadora|confeitaria|loja|lojas|mercado|mercadinho|supermercado|mercearia|quitanda|hortifruti|acougue|farmacia|drogaria|"
    "clinica|consultorio|laboratorio|escritorio|restaurante|lanchonete|pizzaria|hamburgueria|churrascaria|cafeteria|cafe|bar|sorveteria|"
    "salao|barbearia|studio|estudio|atelie|oficina|auto|academia|escola|colegio|creche|curso|igreja|hotel|pousada|papelaria|livraria|"
    "grafica|construtora|transportadora|distribuidora|consultoria|contabilidade|contabil|lavanderia|otica|joalheria|floricultura|"
    "pet shop|petshop|veterinaria|autopecas|metalurgica|marcenaria|serralheria|industria|comercio|comercial|instituto|associacao|ong|"
    "transportes|transporte|cooperativa|granja|fazenda|agropecuaria|editora|agencia|produtora|fundacao|sindicato|federacao|"
    "borracharia|vidracaria|ferragens|ferragem|madeireira|tabacaria|adega|armazem|emporio|doceria|confeccoes|boutique|brecho|"
    "estetica|tecnologia|sistemas|engenharia|arquitetura|advocacia|assessoria|servicos|solucoes|buffet|turismo|viagens|moveis|calcados|modas|"
    "cosmeticos|informatica|importadora|exportadora|logistica|frigorifico|usina|cervejaria|templo|paroquia|clube|funeraria|imprensa|jornal|"
    "radio|cartorio|laticinios|grupo"
)
_FORM = r"(?:ltda|eireli|epp|mei|me|s\.?/?a|sa|slu|ss|cia)"
_FORMS = re.compile(rf"(?<!\w){_FORM}\b\.?(?:[ -]{{1,3}}{_FORM}\b\.?)?")
_UNIT = (  # "sou da área de facilities da Lumina Seguros S.A."
    r"(?:area|setor|departamento|depto|parte|equipe|time|rh|financeiro|contabilidade|administrativo|administracao|recepcao|gerencia|"
    r"diretoria|compras|juridico|ti|manutencao|limpeza|logistica)(?: de [a-z]+| [a-z]+)? d[aoe]"
)
_POST = (
    r"(?:representante|funcionari[oa]|gerente|responsavel|don[oa]|proprietari[oa]|soci[oa]|secretari[oa]|recepcionista|diretora?|"
    r"supervisora?|coordenadora?|administradora?|encarregad[oa]|assistente|auxiliar|analista|atendente|vendedora?|zeladora?|caixa)"
)
_FOR = (  # who writes acts for the company
    r"(?:falo|falamos|falando|escrevo|respondo|ligo|estou falando|to falando)(?: aqui)? (?:pel[oa]|por|em nome d[aeo]|d[ao])"
    r"|represent(?:o|amos)(?: aqui| a)?|sou (?:d[ao]|"
    rf"(?:[oa] )?{_POST} d[aoe])|somos(?: d[aoe])?|aqui (?:e|eh)(?: d[ao])?|aqui fala d[ao]|em nome d[ao]"
)
_SOMEBODY_FROM = (  # "aqui é a Vânia da Escola Girassol", "aqui é o João da Sol Ltda", "sou João, gerente da Padaria Trigo"
    r"(?:sou|a[qk]u?i (?:e|eh)|me chamo|quem fala (?:e|eh)|meu nome (?:e|eh)) (?:[oa] )?"
    r"(?:(?!vizinh|inquilin|client|filh|espos|mae\b|pai\b)[a-z'-]+ ){0,3}?"
    rf"(?:[a-z'-]+ (?=d[ao] (?:(?:empresa|firma|{_BUSINESSES}) |(?:[a-z0-9&'-]+ ){{1,6}}{_FORM}\b))"
    rf"|[a-z'-]+, (?:[oa] )?(?={_POST} d[aoe] |d[aoe] {_UNIT} ))"
)
_SPEAKS = re.compile(
    rf"\b(?:(?P<who>{_SOMEBODY_FROM})(?:{_POST} )?d[aoe]|{_FOR}) (?:{_UNIT} )?(?:(?:a |uma |minha |nossa )?(?:empresa|firma|pj)"
    rf"(?:,? (?:chamada|de nome|que se chama))? )?(?:[oa] )?"
)
_LABEL = re.compile(
    r"\b(?:(?:nome d[ao] (?:minha |nossa )?|minha |nossa |a |nome )?(?:empresa|firma)(?:(?: se chama| chama(?:-se)?| eh?)(?: [oa])? "
    r"| ?[:=] ?)|razao social(?: eh?)?(?: ?[:=] ?| )|nome fantasia(?: eh?)?(?: ?[:=] ?| ))"
)
_MARKS = re.compile(r"[,;:!?\n\x00]|\.(?=\s)")
_BEFORE_NAME = re.compile(r" ?(?:d?[oa] )?(?:(?:empresa|firma) )?")
_BEHIND_CNPJ = re.compile(r"[ ,;:\n\x00(–-]{1,5}(?:(?:d[ao] )?(?:empresa|firma|razao social) )?(?:[oa] )?")
_REACH = 80  # characters before a CNPJ in which the company's name can begin
_COMPANY_SAID = re.compile(r"\b(?:empresa|firma)\b")
_BUSINESS = re.compile(rf"(?:{_BUSINESSES})\b")
_WORD = re.compile(r"s[./]{1,2}a(?![a-z])|[a-z0-9][a-z0-9&'’+-]*|&")
_FIRST = re.compile(r"(?:d[aeo]s? )?[a-z0-9]")  # "ateliê da Nega"
_CLAUSE_END = re.compile(
    r"[,;\n\x00]|(?<![ .][a-z])(?<!cia)\.(?=\s|$)| e (?:o|a|meu|minha|cnpj)\b| (?:cnpj|cpf|e-?mail|tel|telefone|celular|zap)\b"
)
_ACTS = re.compile(r"(?:falo|falamos|falando|escrevo|respondo|represent|em nome)")
_GOES_ON = re.compile(r"(?i:(?<=\bcia)) [A-Z]")  # "Coco & Cia Alimentos ME"
_STOPS = frozenset(
    "aqui ali la que onde na no em com sem meu minha cnpj cpf email mail tel telefone celular cel zap preciso precisamos quero queremos"
    " gostaria gostariamos tenho temos estou estamos ta esta sou moro e o a os as um uma esquina bairro rua avenida av imobiliaria"
    " administradora inquilina inquilino locataria locatario do de da dos das".split()
)
_PARTICLES = frozenset("de da do dos das e &".split())
_NOT_OURS = frozenset("imobiliaria administradora condominio predio vcs voces".split())
_HINTS = hints("empresa firma razao nome falo falamos falando escrevo represento representamos sou somos aqui aki".split())
_LABEL_BEGINS = hints("a empresa firma minha nome nossa razao".split())
_SPEAKS_BEGINS = hints(
    "aki akui aqi aqui em escrevo estou falando falo ligo me meu quem represento representamos respondo somos sou to".split()
)


class Company(NamedTuple):
    """`speaks`: the writer says to act for it, not only how it is called."""

    name: str
    span: Span  # with the label
    speaks: bool


def has_legal_form(name: str) -> bool:
    """Whether a company's name says what it is by law, as only whole ones do: "Sol Ltda"."""
    return _FORMS.search(fold(name)) is not None


def company_in(text: str, words: Words, cnpj: Span | None = None) -> Company | None:
    """The company that is named, only where somebody says to write for it, or beside the writer's `cnpj`."""
    said = None if _HINTS.isdisjoint(words.begun) else _labelled(text, words) or _spoken_for(text, words)
    return said or (_beside(text, words.folded, cnpj[0]) or _behind(text, words.folded, cnpj[1]) if cnpj else None)


def _beside(text: str, folded: str, cnpj: int) -> Company | None:
    """ "Gráfica Brasil ME, cnpj …"."""
    end = len(folded[:cnpj].rstrip(" ,;:(\n-"))
    low = max(0, end - _REACH)
    start = max((mark.end() for mark in _MARKS.finditer(folded, low, end)), default=low)
    label = _BEFORE_NAME.match(folded, start)
    at = label.end() if label else start
    name_end = _name_end(text, folded, at, named="empresa" in folded[start:at])
    return _company(text, start, at, name_end, speaks=False) if name_end and not folded[name_end:end].strip(" .") else None


def _behind(text: str, folded: str, start: int) -> Company | None:
    """ "CNPJ … empresa Sol e Mar Ltda"."""
    label = _BEHIND_CNPJ.match(folded, start)
    name_end = _name_end(text, folded, label.end(), named=False) if label else None
    return _company(text, label.end(), label.end(), name_end, speaks=False) if label and name_end else None


def _labelled(text: str, words: Words) -> Company | None:
    """ "empresa: Sol Ltda", "razão social Mercadinho Dois Irmãos Ltda": everything up to the end of the clause."""
    for label in islice(words.matches(_LABEL, _LABEL_BEGINS), _MAX_TRIED):
        end = _clause_end(words.folded, label.end())
        ours = not {"minha", "nossa"}.isdisjoint(label[0].split())
        if company := _company(text, label.start(), label.end(), end, speaks=ours):
            return company
    return None


def _clause_end(folded: str, at: int) -> int:
    stop = _CLAUSE_END.search(folded, at)
    end = stop.start() if stop else len(folded)
    form = _FORMS.search(folded, at, end + 1)
    return form.end() if form and folded[form.end() - 1] == "." else end


def _spoken_for(text: str, words: Words) -> Company | None:
    for label in words.matches(_SPEAKS, _SPEAKS_BEGINS):
        acts = _ACTS.match(label[0]) is not None and _is_no_person(text, words.folded, label.end())
        named = acts or _COMPANY_SAID.search(label[0]) is not None
        end = _name_end(text, words.folded, label.end(), named=named)
        if end and (company := _company(text, max(label.start(), label.end("who")), label.end(), end, speaks=True)):
            return company
    return None


def _is_no_person(text: str, folded: str, at: int) -> bool:
    """ "falo pela Transportes Garupá"; not "falo pela Dona Rita", "falo pela Yolanda Prado"."""
    words = [word[0] for word in _words(text, folded, at)]
    known = not words or words[0] in GIVEN | TITLES | NO_NAMES or words[-1] in SURNAMES
    return len(words) > 1 and not known and text[at].isupper()


def _name_end(text: str, folded: str, start: int, *, named: bool) -> int | None:
    """Behind a name that begins like a business, has the form of one ("… Ltda"), or is said to be one."""
    business = _BUSINESS.match(folded, start)
    own = business.end() + 1 if business else start  # what tells it from others of its kind
    words = _words(text, folded, own)
    formed = len(words) > 1 and _FORMS.fullmatch(words[-1][0]) is not None
    called = text[start : start + 1].isupper() and any(_BUSINESS.fullmatch(word[0]) for word in words[1:])  # "Nexus Contabilidade"
    if not words or not (business or named or formed or called) or words[0][0] in _NOT_OURS:
        return None
    end = words[-1].end()
    return end + (formed and "." in words[-1][0] and folded[end : end + 1] == ".")


def _words(text: str, folded: str, at: int) -> list[re.Match[str]]:
    """The words of a name from here on: all with capitals, or none; up to "Ltda" where that stands."""
    first = _FIRST.match(folded, at)
    capital = first is not None and text[first.end() - 1].isupper()
    words: list[re.Match[str]] = []
    while len(words) < _MAX_WORDS and (word := _WORD.match(folded, at)):
        formed = bool(words) and _FORMS.fullmatch(word[0]) is not None and not _GOES_ON.match(text, word.end())
        joins = word[0] in _PARTICLES and (bool(words) or capital)
        if not (formed or joins) and (not (text[at].isupper() or text[at].isdecimal()) if capital else word[0] in _STOPS):
            break
        words.append(word)
        at = word.end() + 1
        if folded[word.end() : at] != " " or (formed and not _FORMS.match(folded, at)):
            break
    while words and words[-1][0] in _PARTICLES:
        words.pop()
    return words


def _company(text: str, start: int, name_start: int, end: int, *, speaks: bool) -> Company | None:
    try:
        name = parse_company_name(text[name_start:end])
    except Rejected:
        return None
    return Company(name, (start, end), speaks) if any(character.isalpha() for character in name) else None
