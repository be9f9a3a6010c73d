"""The heads of spreadsheets, the templates, and the page that documents them."""

import csv
import re
from pathlib import Path

import pytest

from bot.importing.columns import COMPANIES, CONTACTS, CONTRACTS, HOMES, SHEETS, HeadError, Sheet, key, read_head

PAGE = Path(__file__).parents[2] / "docs" / "importing.md"


@pytest.mark.parametrize(
    "titles, sheet, unused",
    [
        (["Código", "Razão Social", "CNPJ"], COMPANIES, ()),
        (["TIPO DE PESSOA", "Código do Cliente", "Cliente", "E-mail", "CEP"], CONTACTS, ("CEP",)),
        (["id", "tipo", "sobrenome", "", " Telefone celular "], CONTACTS, ()),
        (["codigo", "Logradouro", "Nº", "Complemento", "Bairro", "Município"], HOMES, ("Bairro",)),
        (["Número do contrato", "ID do imóvel", "Locatário", "Locador"], CONTRACTS, ()),
    ],
)
def test_a_sheet_is_known_by_its_titles(titles: list[str], sheet: Sheet, unused: tuple[str, ...]) -> None:
    head = read_head(titles)
    assert (head.sheet, head.unused) == (sheet, unused)
    assert len(head.places) == sum(1 for each in titles if each) - len(unused)


@pytest.mark.parametrize(
    "titles, code, title",
    [
        ([], "import-sheet", ""),
        (["Relatório de clientes", ""], "import-sheet", ""),
        (["codigo", "valor", "vencimento"], "import-sheet", ""),
        (["codigo", "tipo", "nome", "email"], "import-column-missing", "sobrenome"),
        (["tipo", "sobrenome", "email"], "import-column-missing", "codigo"),
        (["codigo", "tipo", "Sobrenomme"], "import-column-slip", "Sobrenomme"),
        (["codigo", "imóvel", "inquilinno"], "import-column-slip", "inquilinno"),
        (["codigo", "tipo", "sobrenome", "celular", "WhatsApp"], "import-column-twice", "WhatsApp"),
    ],
)
def test_a_head_that_cannot_be_used(titles: list[str], code: str, title: str) -> None:
    with pytest.raises(HeadError) as raised:
        read_head(titles)
    assert (raised.value.code, raised.value.title) == (code, title)


def test_a_column_is_named_as_the_file_names_it() -> None:
    head = read_head(["código", "tipo", "Nome Completo"])
    assert [head.title(field) for field in ("code", "last_name", "email")] == ["código", "Nome Completo", "email"]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.file)
def test_no_title_means_two_columns(sheet: Sheet) -> None:
    keys = [key(name) for column in sheet.columns for name in (column.name, *column.others)]
    assert sorted({each for each in keys if keys.count(each) > 1}) == []
    assert all(keys)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.file)
def test_a_template_is_known_as_what_it_is(sheet: Sheet) -> None:
    text = sheet.template().decode("utf-8-sig")
    head, *rows = csv.reader(text.splitlines(), delimiter=";")
    read = read_head(head)
    assert (read.sheet, read.unused, rows) == (sheet, (), [list(each) for each in sheet.examples])
    assert all(len(row) == len(head) for row in rows)


def test_the_page_has_every_column() -> None:
    """Name, whether it must be there, and its other names; what it is for is said in the page's own words."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.read_text().splitlines() if re.match(r"\| `", line)]
    told = [(name, required, others) for name, required, others, what in rows if what]
    columns = [column for sheet in SHEETS for column in sheet.columns]
    assert told == [(f"`{each.name}`", "yes" if each.required else "", ", ".join(each.others)) for each in columns]
