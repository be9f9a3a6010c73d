"""The spreadsheets that can be imported: their columns, how the head of a file is read, and a template of each."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from core.entries import CompanyEntry, ContractEntry, Entry, HomeEntry, IndividualEntry, SpeakerEntry, parse_kind
from core.errors import Rejected
from core.names import fold, parse_person_name

Given = dict[str, str | None]  # text by field; None: to be emptied

NEAR = 0.8  # of difflib's ratio: a title that is nearly a column's is a slip, and must not be passed over
_SMALL = frozenset("de do da dos das".split())
_WORD = re.compile("[a-z0-9]+")


class Column(NamedTuple):
    name: str  # as the templates write it
    field: str  # of the entry
    about: str  # for who fills it in
    required: bool = False
    others: tuple[str, ...] = ()  # what exports of other programs call it
    replaces: str = ""  # the field that may be left out where this column is there


@dataclass(frozen=True, slots=True)
class Sheet:
    """`noun` is the name of its table; `entry` makes an entry of what a row gives; it raises `ValidationError` or `Refused`."""

    noun: str
    file: str  # of the template
    columns: tuple[Column, ...]
    examples: tuple[tuple[str, ...], ...]  # rows of the template; nobody there is real
    entry: Callable[[Given], Entry]

    @property
    def required(self) -> Iterator[Column]:
        return (each for each in self.columns if each.required)

    def template(self) -> bytes:
        """For Excel in Brazil: semicolons, and the mark by which it knows UTF-8."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(each.name for each in self.columns)
        writer.writerows(self.examples)
        return text.getvalue().encode("utf-8-sig")


class Refused(Exception):
    """One field, before there is an entry."""

    def __init__(self, field: str, refusal: Rejected) -> None:
        super().__init__(field, refusal)
        self.field, self.refusal = field, refusal


def _contact(given: Given) -> Entry:
    """A person or who speaks for a company (R10). Raises `Refused`."""
    kind = _read("kind", parse_kind, given.pop("kind", None))
    _split("full_name", given)
    model = IndividualEntry if kind == "individual" else SpeakerEntry
    return model.model_validate(given)


def _read(field: str, parse: Callable[[str], str], text: str | None) -> str:
    if text is None:
        raise Refused(field, Rejected("missing"))
    try:
        return parse(text)
    except Rejected as refusal:
        raise Refused(field, refusal) from refusal


def _split(field: str, given: Given) -> None:
    """A whole name becomes nome and sobrenome, unless these stand there too."""
    whole = given.pop(field, None)
    if whole is None or "last_name" in given:
        return
    given["first_name"], _, last = _read(field, parse_person_name, whole).partition(" ")
    if not last:
        raise Refused(field, Rejected("surname"))
    given["last_name"] = last


def _home(given: Given) -> Entry:
    """Many programs keep the number in a column of its own."""
    number, address = given.pop("number", None), given.get("address")
    if number and address:
        given["address"] = f"{address}, {number}"
    return HomeEntry.model_validate(given)


_CODES = ("cód", "id", "código externo")
_CODE = "código no seu sistema; não muda nunca"
COMPANIES = Sheet(
    "company",
    "empresas.csv",
    (
        Column("codigo", "code", _CODE, required=True, others=(*_CODES, "código da empresa")),
        Column("empresa", "company_name", "nome da empresa", required=True, others=("razão social", "nome da empresa")),
        Column("cnpj", "cnpj", "CNPJ, com ou sem pontos; também com letras", required=True),
    ),
    (("E-EXEMPLO", "Padaria Três Irmãos Ltda", "12.ABC.345/01DE-35"),),
    CompanyEntry.model_validate,
)
CONTACTS = Sheet(
    "contact",
    "contatos.csv",
    (
        Column("codigo", "code", _CODE, required=True, others=(*_CODES, "código do contato", "código do cliente")),
        Column("tipo", "kind", "PF, ou PJ (quem fala por uma empresa); não muda nunca", required=True, others=("tipo de pessoa",)),
        Column("nome", "first_name", "primeiro nome", others=("primeiro nome",)),
        Column("sobrenome", "last_name", "sobrenome", required=True, others=("último nome",)),
        Column("nome_completo", "full_name", "no lugar de nome e sobrenome", others=("nome e sobrenome", "cliente"), replaces="last_name"),
        Column("email", "email", "só deste contato; obrigatório para PF, e para PJ sem celular", others=("correio eletrônico",)),
        Column("cpf", "cpf", "CPF, com ou sem pontos", others=("número do cpf",)),
        Column("celular", "mobile", "com DDD; obrigatório para PJ sem e-mail", others=("telefone celular", "whatsapp", "cel")),
        Column("codigo_empresa", "company", "só para PJ: o código em empresas.csv", others=("cód empresa", "id da empresa")),
    ),
    (
        ("C-EXEMPLO-1", "PF", "Marcos", "Lima", "", "marcos@exemplo.com.br", "529.982.247-25", "(11) 98765-0132", ""),
        ("C-EXEMPLO-2", "PF", "", "", "Marina Souza", "marina@exemplo.com.br", "", "11987651234", ""),
        ("C-EXEMPLO-3", "PJ", "João", "Souza Lima", "", "", "", "+55 11 98765-0001", "E-EXEMPLO"),
    ),
    _contact,
)
HOMES = Sheet(
    "home",
    "imoveis.csv",
    (
        Column("codigo", "code", _CODE, required=True, others=(*_CODES, "código do imóvel")),
        Column("endereco", "address", "rua e número; a unidade pode vir junto", required=True, others=("logradouro", "rua")),
        Column("numero", "number", "número, se não está em endereco", others=("nº", "num", "nro")),
        Column("unidade", "unit", "apartamento, bloco, sala; vazia: a que está em endereco", others=("complemento",)),
        Column("cidade", "city", "cidade", others=("município",)),
    ),
    (
        ("I-EXEMPLO-1", "Rua das Acácias", "120", "ap 32", "São Paulo"),
        ("I-EXEMPLO-2", "Av. das Palmeiras, 1500 loja 2", "", "", "São Paulo"),
    ),
    _home,
)
_TENANT = ("inquilino", "locatário", "locatários", "código do inquilino", "código do locatário")
_LANDLORD = ("proprietário", "locador", "locadores", "código do proprietário", "código do locador")
CONTRACTS = Sheet(
    "contract",
    "contratos.csv",
    (
        Column("codigo", "code", _CODE, required=True, others=(*_CODES, "contrato", "código do contrato", "número do contrato")),
        Column("codigo_imovel", "home", "o código em imoveis.csv", required=True, others=("imóvel", "cód imóvel", "id do imóvel")),
        Column("inquilinos", "tenants", "códigos de contatos, vários com vírgula; ou então um proprietário", others=_TENANT),
        Column("proprietarios", "landlords", "códigos de contatos, vários com vírgula", others=_LANDLORD),
        Column("fiadores", "guarantors", "códigos de contatos, vários com vírgula", others=("fiador", "código do fiador")),
        Column("encerrado_em", "ended_on", "dia em que terminou, como 31/12/2025; vazio enquanto vale", others=("data de encerramento",)),
        Column(
            "gerente", "account_manager", "código de quem cuida do contrato (zelador agent add --external-id)", others=("gerente da conta",)
        ),
        Column("manutencao", "maintenance_owner", "código de quem cuida dos reparos", others=("responsável pela manutenção",)),
    ),
    (
        ("L-EXEMPLO-1", "I-EXEMPLO-1", "C-EXEMPLO-1", "C-EXEMPLO-2", "", "", "A-EXEMPLO-1", "A-EXEMPLO-2"),
        ("L-EXEMPLO-2", "I-EXEMPLO-2", "C-EXEMPLO-3", "C-EXEMPLO-2", "C-EXEMPLO-1, C-EXEMPLO-2", "31/12/2025", "", ""),
    ),
    ContractEntry.model_validate,
)
SHEETS = (COMPANIES, CONTACTS, HOMES, CONTRACTS)  # in the order in which they name each other


# ── the head of a file ───────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Head:
    """Which cell is which field; `unused` are the titles that mean nothing here."""

    sheet: Sheet
    places: Mapping[str, int]
    titles: Sequence[str]
    unused: tuple[str, ...]

    def title(self, field: str) -> str:
        """Of the column that gives a field, as the file writes it, or as a template does."""
        shown = next((each.field for each in self.sheet.columns if each.replaces == field and field not in self.places), field)
        if shown in self.places:
            return self.titles[self.places[shown]].strip()
        return next(each.name for each in self.sheet.columns if each.field == field)


class HeadError(Exception):
    """A head that cannot be used: `code` of the words, the title concerned, and what fills the words."""

    def __init__(self, code: str, title: str = "", **details: str) -> None:
        super().__init__(code, title)
        self.code, self.title, self.details = code, title, details


def key(title: str) -> str:
    """What spellings of a title have in common: no accents, capitals, marks or small words."""
    return "".join(word for word in _WORD.findall(fold(title)) if word not in _SMALL)


def _named(sheet: Sheet) -> dict[str, str]:
    """Field by the key of each name of its column."""
    return {key(name): each.field for each in sheet.columns for name in (each.name, *each.others)}


def read_head(titles: Sequence[str]) -> Head:
    """The sheet is the one that knows most of the titles. Raises `HeadError`."""
    keys = [key(each) for each in titles]
    sheet = max(SHEETS, key=lambda each: len(_named(each).keys() & set(keys)))
    fields = _named(sheet)
    if len({fields[each] for each in keys if each in fields}) < 2:
        raise HeadError("import-sheet")
    places: dict[str, int] = {}
    for place, each in enumerate(keys):
        if (field := fields.get(each)) in places:
            raise HeadError("import-column-twice", titles[place], column=titles[place], other=titles[places[fields[each]]])
        if field is not None:
            places[field] = place
    unused = tuple(title.strip() for title, each in zip(titles, keys, strict=True) if each and each not in fields)
    _refuse_slips(sheet, places, unused)
    return Head(sheet, places, tuple(titles), unused)


def _refuse_slips(sheet: Sheet, places: Mapping[str, int], unused: Sequence[str]) -> None:
    """Raises `HeadError` for a title that is nearly that of a column, and for a column that must be there and is not."""
    fields = _named(sheet)
    open_keys = [each for each, field in fields.items() if field not in places]
    for title in unused:
        if near := get_close_matches(key(title), open_keys, 1, NEAR):
            meant = next(each.name for each in sheet.columns if each.field == fields[near[0]])
            raise HeadError("import-column-slip", title, column=title, meant=meant)
    replaced = {each.replaces for each in sheet.columns if each.field in places}
    for column in sheet.required:
        if column.field not in places and column.field not in replaced:
            raise HeadError("import-column-missing", column.name, file=sheet.file)
