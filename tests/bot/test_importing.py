"""The command `zelador import`: what it says, and what it leaves behind."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.copy import copy
from bot.importing import loading
from bot.importing.columns import CONTACTS, HOMES, SHEETS, Sheet, read_head
from bot.importing.command import told
from bot.importing.loading import Fault, Faults, File
from bot.importing.spreadsheets import Row
from storage.serving import Serving
from tests.chats import zelador
from tests.tables import HEADS, counts, put

WORDS = copy("pt-BR")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@given(
    sheet=st.sampled_from(SHEETS),
    cells=st.lists(st.text(max_size=30) | st.sampled_from(["PF", "PJ", "apagar", "-", "C1"]), min_size=9, max_size=10),
)
def test_every_fault_of_a_row_has_words(sheet: Sheet, cells: list[str]) -> None:
    titles = HEADS[sheet.noun]
    faults = Faults()
    row = Row(2, cells[: len(titles)])
    loading._entry(File(Path("x.csv"), read_head(titles)), row, faults)
    for fault in faults.told:
        assert told(fault, WORDS).startswith("x.csv, linha 2")
        assert not told(fault, WORDS).endswith("?")


IDS = ("import-taken", "import-taken-here", "import-kind.individual", "import-kind.company", "import-future", "import-repeated")


@pytest.mark.parametrize(
    "words", [*IDS, *(f"import-unknown.{noun}" for noun in ("company", "contact", "home")), "import-cells", "import-rows"]
)
def test_every_fault_of_the_books_has_words(words: str) -> None:
    fault = Fault(Path("x.csv"), 2, "código", words, {"id": 7, "code": "C1", "file": "x.csv", "line": 1, "limit": 3})
    assert told(fault, WORDS).startswith("x.csv, linha 2, coluna código: ")


def test_from_the_template_to_the_books(migrated_url: str, tmp_path: Path) -> None:
    shown = zelador(tmp_path, "import", "--template")
    assert shown.returncode == 0
    assert {sheet.file for sheet in SHEETS} <= set(names(tmp_path))
    files = [sheet.file for sheet in SHEETS]
    tried = zelador(tmp_path, "import", "--dry-run", *files, ZELADOR_DATABASE_URL=migrated_url)
    assert (tried.returncode, tried.stderr) == (0, "")
    assert tried.stdout.splitlines()[1::3] == ["contatos: inclusões 3 · alterações 0 · sem mudança 0", "Conferido. Nada foi gravado."]
    assert counts(migrated_url) == [0, 0, 0, 0]
    done = zelador(tmp_path, "import", *files, ZELADOR_DATABASE_URL=migrated_url)
    assert (done.returncode, done.stderr, done.stdout.splitlines()[-1]) == (0, "", "Importado.")
    assert counts(migrated_url) == [1, 3, 2, 2]


def test_faults_are_told_in_order_and_nothing_is_written(tmp_path: Path) -> None:
    put(tmp_path, CONTACTS, {"codigo": "C1"}, {"codigo": "C2"}, {"codigo": "C3", "cpf": "529.982.247-24"}, {"codigo": "C4", "email": ""})
    refused = zelador(tmp_path, "import", "contatos.csv", "--database", "x.sqlite3")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert [line.partition(":")[0] for line in refused.stderr.splitlines()] == [
        "contatos.csv, linha 3, coluna email",
        "contatos.csv, linha 4, coluna cpf",
        "contatos.csv, linha 5, coluna email",
        "Nada foi gravado. Erros a corrigir",
    ]
    partly = zelador(tmp_path, "import", "contatos.csv", "--database", "x.sqlite3", "--valid-only")
    assert partly.returncode == 1
    assert partly.stdout.splitlines() == ["contatos: inclusões 1 · alterações 0 · sem mudança 0", "Importado."]
    assert partly.stderr.splitlines()[-1] == "As linhas com erro ficaram de fora. Erros a corrigir: 3."


def test_columns_that_mean_nothing_are_named(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes("código;endereço;CEP;Bairro\n1;Rua do Sol, 3;1;2".encode("cp1252"))
    done = zelador(tmp_path, "import", "x.csv", "--database", "x.sqlite3")
    assert (done.returncode, done.stderr) == (0, "x.csv: estas colunas não são usadas: CEP, Bairro.\n")


def test_a_template_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "imoveis.csv").write_text("meus")
    refused = zelador(tmp_path, "import", "--template")
    assert (refused.returncode, names(tmp_path)) == (1, ["imoveis.csv"])
    assert (tmp_path / "imoveis.csv").read_text() == "meus"


@pytest.mark.parametrize("words", [(), ("x.csv",), ("nada.csv", "--database", "x.sqlite3")])
def test_what_is_asked_for_wrongly_is_told_in_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    put(tmp_path, HOMES, {}, name="x.csv")
    refused = zelador(tmp_path, "import", *words)
    assert (refused.returncode, len(refused.stderr.splitlines()), names(tmp_path)) == (2, 1, ["x.csv"])


def test_a_file_that_somebody_serves_is_imported_into(sqlite_url: str, tmp_path: Path) -> None:
    put(tmp_path, HOMES, {})
    with Serving(Path(sqlite_url.removeprefix("sqlite:///"))):
        assert zelador(tmp_path, "import", "imoveis.csv", ZELADOR_DATABASE_URL=sqlite_url).returncode == 0
    assert counts(sqlite_url) == [0, 0, 1, 0]


def test_who_was_imported_is_known(tmp_path: Path) -> None:
    for words in (("import", "--template"), ("import", *(sheet.file for sheet in SHEETS), "--database", "x.sqlite3")):
        assert zelador(tmp_path, *words).returncode == 0
    talk = zelador(tmp_path, "chat", "--json", "--number", "+55 11 98765-0132", "--database", "x.sqlite3", said="o chuveiro queimou\n")
    first = json.loads(talk.stdout.splitlines()[0])["text"]
    assert "Marcos" in first
    assert "ap 32 · Rua das Acácias, 120" in first
