"""Spreadsheets go into the books: what is written, what is refused, and what happens in between."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from bot.importing import loading
from bot.importing.columns import COMPANIES, CONTACTS, CONTRACTS, HOMES, Sheet
from bot.importing.loading import Faults, OvertakenError, check, load, opened
from core.contacts import Individual
from storage import contacts
from storage.database import connect
from storage.tables import contact, home
from tests.house import START
from tests.tables import MOMENT, counts, imported, put, rows, run, templates

# ── what is written ──────────────────────────────────────────────────────────


def test_the_templates_can_be_imported_in_any_order_and_again(migrated_url: str, tmp_path: Path) -> None:
    files = templates(tmp_path)
    faults, totals = run(migrated_url, *files)
    assert (faults, totals) == (
        [],
        {"company": Counter(new=1), "contact": Counter(new=3), "home": Counter(new=2), "contract": Counter(new=2)},
    )
    assert run(migrated_url, *files) == ([], {noun: Counter(same=total["new"]) for noun, total in totals.items()})
    assert counts(migrated_url) == [1, 3, 2, 2]
    assert rows(migrated_url, select(contact.c.first_name, contact.c.last_name).where(contact.c.external_id == "C-EXEMPLO-2")) == [
        ("Marina", "Souza")
    ]
    assert rows(migrated_url, select(home.c.address, home.c.unit).order_by(home.c.id)) == [
        ("Rua das Acácias, 120", "ap 32"),
        ("Av. das Palmeiras, 1500", "loja 2"),
    ]


def test_more_rows_than_one_transaction_takes(migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH", 3)
    file = put(tmp_path, CONTACTS, *({"codigo": f"C{number}", "email": f"p{number}@exemplo.com.br"} for number in range(10)))
    assert run(migrated_url, file) == ([], {"contact": Counter(new=10)})
    file = put(tmp_path, CONTACTS, *({"codigo": f"C{number}", "email": f"p{max(number, 1)}@exemplo.com.br"} for number in range(1, 12)))
    assert run(migrated_url, file) == ([], {"contact": Counter(new=2, same=9)})


def test_one_wrong_row_and_nothing_is_written(migrated_url: str, tmp_path: Path) -> None:
    files = templates(tmp_path)
    wrong = put(tmp_path, CONTACTS, {"codigo": "C9", "cpf": "529.982.247-24", "email": "c9@exemplo.com.br"}, name="outros.csv")
    assert run(migrated_url, *files, wrong)[0] == ["outros.csv:2:cpf error-cpf-check-digits"]
    assert counts(migrated_url) == [0, 0, 0, 0]


def test_the_right_rows_alone_and_none_that_names_a_wrong_one(migrated_url: str, tmp_path: Path) -> None:
    people = put(tmp_path, CONTACTS, {"codigo": "C1"}, {"codigo": "C2", "email": ""}, {"codigo": "C3", "email": "c3@exemplo.com.br"})
    homes = put(tmp_path, HOMES, {"codigo": "I1"})
    leases = put(
        tmp_path,
        CONTRACTS,
        {"codigo": "L1", "codigo_imovel": "I1", "inquilinos": "C1", "proprietarios": "C3"},
        {"codigo": "L2", "codigo_imovel": "I1", "inquilinos": "C3", "proprietarios": "C2"},
    )
    blamed = ["contatos.csv:3:email error-missing"]
    assert run(migrated_url, people, homes, leases)[0] == blamed
    faults, totals = run(migrated_url, people, homes, leases, valid_only=True)
    assert faults == [*blamed, "contratos.csv:3:proprietarios import-unknown.contact"]
    assert totals == {"contact": Counter(new=2), "home": Counter(new=1), "contract": Counter(new=1)}
    assert counts(migrated_url) == [0, 2, 1, 1]


# ── what is refused ──────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "sheet, row, fault",
    [
        (CONTACTS, {"email": ""}, "email error-missing"),
        (CONTACTS, {"sobrenome": ""}, "sobrenome error-missing"),
        (CONTACTS, {"tipo": ""}, "tipo error-missing"),
        (CONTACTS, {"tipo": "X"}, "tipo error-kind-form"),
        (CONTACTS, {"tipo": "PJ", "codigo_empresa": "E-EXEMPLO", "email": "", "celular": "-"}, "email error-company-reachable"),
        (CONTACTS, {"tipo": "PJ"}, "codigo_empresa error-missing"),
        (CONTACTS, {"tipo": "PJ", "codigo_empresa": "E9"}, "codigo_empresa import-unknown.company"),
        (CONTACTS, {"codigo_empresa": "E-EXEMPLO"}, "codigo_empresa error-company-of-individual"),
        (CONTACTS, {"email": "marcos@gmail,com"}, "email error-email-meant"),
        (CONTACTS, {"cpf": "9982247-25"}, "cpf error-cpf-length"),
        (CONTACTS, {"celular": "3333-4444"}, "celular error-mobile-landline"),
        (CONTACTS, {"celular": "98765-0132"}, "celular error-mobile-area-code"),
        (CONTACTS, {"nome": "", "sobrenome": "", "nome_completo": "Marcos"}, "nome_completo error-surname"),
        (CONTACTS, {"sobrenome": "ConceiÃ§Ã£o"}, "sobrenome error-garbled"),
        (CONTACTS, {"codigo_empresa": ";x"}, " import-cells"),
        (COMPANIES, {"cnpj": "11.222.333/0001-82"}, "cnpj error-cnpj-check-digits"),
        (HOMES, {"numero": "", "unidade": ""}, "endereco error-address-number"),
        (CONTRACTS, {"codigo_imovel": "I9"}, "codigo_imovel import-unknown.home"),
        (CONTRACTS, {"inquilinos": "C-EXEMPLO-1, C9"}, "inquilinos import-unknown.contact"),
        (CONTRACTS, {"inquilinos": "", "proprietarios": ""}, "inquilinos error-contract-parties"),
        (CONTRACTS, {"encerrado_em": "31/02/2025"}, "encerrado_em error-day-form"),
        (CONTRACTS, {"encerrado_em": "06/01/2026"}, "encerrado_em import-future"),
    ],
)
def test_a_row_that_breaks_a_rule(sqlite_url: str, tmp_path: Path, sheet: Sheet, row: dict[str, str], fault: str) -> None:
    run(sqlite_url, *templates(tmp_path))
    before = counts(sqlite_url)
    own = {"codigo": "X1"} | ({"email": "x1@exemplo.com.br"} if sheet is CONTACTS else {})
    assert run(sqlite_url, put(tmp_path, sheet, own | row, name="x.csv"))[0] == [f"x.csv:2:{fault}"]
    assert counts(sqlite_url) == before


@pytest.mark.parametrize(
    "sheet, row, fault",
    [
        (CONTACTS, {"codigo": "C9"}, "email import-taken"),
        (CONTACTS, {"codigo": "C-EXEMPLO-2"}, "email import-taken"),
        (COMPANIES, {"codigo": "E9"}, "cnpj import-taken"),
        (CONTACTS, {"tipo": "PJ", "codigo_empresa": "E-EXEMPLO"}, "tipo import-kind.individual"),
        (CONTACTS, {"codigo": "C-EXEMPLO-3", "email": "joao@exemplo.com.br"}, "tipo import-kind.company"),
        (CONTACTS, {"email": "Bia@exemplo.com.br"}, "email import-taken-here"),
        (
            CONTACTS,
            {"codigo": "C9", "tipo": "PJ", "codigo_empresa": "E-EXEMPLO", "email": "bia@exemplo.com.br"},
            "tipo import-kind.individual",
        ),
    ],
)
def test_a_row_that_does_not_go_with_the_books(migrated_url: str, tmp_path: Path, sheet: Sheet, row: dict[str, str], fault: str) -> None:
    def registered(connection: Connection) -> int:
        return contacts.register(connection, Individual(last_name="Souza", email="bia@exemplo.com.br"), START)

    async def in_a_talk() -> None:
        database = connect(migrated_url)
        await database.run(registered)
        await database.close()

    run(migrated_url, *templates(tmp_path))
    asyncio.run(in_a_talk())
    before = rows(migrated_url, select(contact))
    assert run(migrated_url, put(tmp_path, sheet, row, name="x.csv"))[0] == [f"x.csv:2:{fault}"]
    assert rows(migrated_url, select(contact)) == before


def test_a_row_that_is_there_twice(sqlite_url: str, tmp_path: Path) -> None:
    first = put(tmp_path, CONTACTS, {"codigo": "C1"}, {"codigo": "C2", "email": "Marcos@exemplo.com.br"}, name="a.csv")
    second = put(tmp_path, CONTACTS, {"codigo": "C1", "email": "x@exemplo.com.br"}, name="b.csv")
    assert run(sqlite_url, first, second)[0] == ["a.csv:3:email import-repeated", "b.csv:2:codigo import-repeated"]
    assert run(sqlite_url, second, second) == ([], {"contact": Counter(new=1)})


def test_who_names_a_wrong_row_is_not_to_blame(sqlite_url: str, tmp_path: Path) -> None:
    run(sqlite_url, *templates(tmp_path))
    wrong = put(tmp_path, CONTACTS, {"codigo": "C1", "cpf": "1"}, {"codigo": "C2"}, name="x.csv")
    lease = put(tmp_path, CONTRACTS, {"inquilinos": "C1, C2"}, name="y.csv")
    assert run(sqlite_url, lease, wrong)[0] == ["x.csv:2:cpf error-cpf-length", "x.csv:3:email import-taken"]


@pytest.mark.parametrize(
    "content, fault",
    [
        ("", ":1: import-sheet"),
        ("código;valor", ":1: import-sheet"),
        ("codigo;empresa;cnpj;cnpj", ":1:cnpj import-column-twice"),
        ("codigo;empresa", ":1:cnpj import-column-missing"),
        ("PK\x03\x04", ":1: spreadsheet-workbook"),
        ('codigo;empresa;cnpj\n1;"Sol;', ":2: spreadsheet-quotes"),
    ],
)
def test_a_file_that_cannot_be_used(sqlite_url: str, tmp_path: Path, content: str, fault: str) -> None:
    (tmp_path / "x.csv").write_text(content)
    assert run(sqlite_url, tmp_path / "x.csv")[0] == [f"x.csv{fault}"]


def test_only_so_many_faults_are_kept(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_FAULTS", 2)
    file = put(tmp_path, CONTACTS, *({"codigo": f"C{number}", "email": ""} for number in range(5)))
    assert len(run(sqlite_url, file)[0]) == 2
    assert run(sqlite_url, file, valid_only=True)[1] == {"contact": Counter()}


@pytest.mark.parametrize("given", [{}, {"endereco": "sem número"}], ids=["good", "bad"])
def test_too_many_rows_are_refused(given: dict[str, str], sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "MAX_ROWS", 2)
    file = put(tmp_path, HOMES, *({"codigo": f"I{number}", **given} for number in range(3)))
    with pytest.raises(loading.FaultError) as raised:
        run(sqlite_url, file)
    assert raised.value.fault.words == "import-rows"
    assert counts(sqlite_url) == [0, 0, 0, 0]


# ── between check and write ──────────────────────────────────────────────────


def test_an_email_that_is_taken_in_between_ends_the_run_and_the_next_one_goes_on(migrated_url: str, tmp_path: Path) -> None:
    people = put(tmp_path, CONTACTS, {"codigo": "C1", "email": "c1@exemplo.com.br"}, {"codigo": "C2", "email": "c2@exemplo.com.br"})
    other = put(tmp_path, CONTACTS, {"codigo": "C9", "email": "c2@exemplo.com.br"}, name="x.csv")

    async def scenario() -> None:
        database = connect(migrated_url)
        files = opened([people], Faults())
        checked, _ = await check(database, files, MOMENT, lambda read: None, valid_only=False)
        await imported(database, [other])
        with pytest.raises(OvertakenError) as raised:
            await load(database, files, MOMENT, lambda read: None, checked)
        assert (raised.value.fault.line, raised.value.fault.words) == (3, "import-taken")
        await database.close()

    asyncio.run(scenario())
    put(tmp_path, CONTACTS, {"codigo": "C9", "email": "c9@exemplo.com.br"}, name="x.csv")
    run(migrated_url, other)
    assert run(migrated_url, people) == ([], {"contact": Counter(new=2)})


def test_a_file_that_changes_in_between_ends_the_run(sqlite_url: str, tmp_path: Path) -> None:
    people = put(tmp_path, CONTACTS, {"codigo": "C1"})

    async def scenario() -> None:
        database = connect(sqlite_url)
        files = opened([people], Faults())
        checked, _ = await check(database, files, MOMENT, lambda read: None, valid_only=False)
        put(tmp_path, CONTACTS, {"codigo": "C1", "cpf": "1"})
        with pytest.raises(OvertakenError):
            await load(database, files, MOMENT, lambda read: None, checked)
        await database.close()

    asyncio.run(scenario())
    assert counts(sqlite_url) == [0, 0, 0, 0]
