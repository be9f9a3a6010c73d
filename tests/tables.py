"""Spreadsheets for tests, and what becomes of them."""

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.importing.columns import SHEETS, Sheet
from bot.importing.loading import Faults, Totals, check, load, opened
from storage.database import Database, connect
from storage.entries import Moment
from storage.tables import company, contact, contract, home
from tests.house import START

MOMENT = Moment(START, ZoneInfo("America/Sao_Paulo"))
HEADS = {sheet.noun: [column.name for column in sheet.columns] for sheet in SHEETS}
GOOD: Mapping[str, Mapping[str, str]] = {sheet.noun: dict(zip(HEADS[sheet.noun], sheet.examples[0], strict=True)) for sheet in SHEETS}


def put(folder: Path, sheet: Sheet, *rows: Mapping[str, str], name: str = "") -> Path:
    """A file with rows like the first one of the template, less what each says."""
    path = folder / (name or sheet.file)
    lines = [";".join(HEADS[sheet.noun]), *(";".join((dict(GOOD[sheet.noun]) | dict(row)).values()) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def templates(folder: Path) -> list[Path]:
    for sheet in SHEETS:
        (folder / sheet.file).write_bytes(sheet.template())
    return [folder / sheet.file for sheet in reversed(SHEETS)]


async def imported(database: Database, paths: list[Path], *, valid_only: bool = False) -> tuple[Faults, Totals]:
    """As the command does it."""
    faults = Faults()
    files = opened(paths, faults)
    if faults.count:
        return faults, {}
    faults, totals = await check(database, files, MOMENT, lambda read: None, valid_only=valid_only)
    if valid_only or not faults.count:
        totals = await load(database, files, MOMENT, lambda read: None, faults)
    return faults, totals


def run(url: str, *paths: Path, valid_only: bool = False) -> tuple[list[str], Totals]:
    """What is said of each fault, in the order of the lines; and the totals."""

    async def scenario() -> tuple[Faults, Totals]:
        database = connect(url)
        try:
            return await imported(database, list(paths), valid_only=valid_only)
        finally:
            await database.close()

    faults, totals = asyncio.run(scenario())
    return [f"{fault.path.name}:{fault.line}:{fault.title} {fault.words}" for fault in sorted(faults.told)], totals


def rows(url: str, statement: Any) -> list[Any]:
    async def scenario() -> list[Any]:
        database = connect(url)
        try:
            return await database.run(lambda connection: [tuple(row) for row in connection.execute(statement)])
        finally:
            await database.close()

    return asyncio.run(scenario())


def counts(url: str) -> list[int]:
    return [rows(url, select(func.count()).select_from(table))[0][0] for table in (company, contact, home, contract)]


# ── many rows, to measure with: .venv/bin/python -m tests.tables FOLDER ──────

MANY = 100_000  # rows in all


def fill(folder: Path, count: int = MANY) -> None:
    """Half contacts, in what Excel calls CSV; a quarter homes and a quarter contracts."""
    people = [f"C{n};PF;Conceição;Araújo {n % 7 * 'e Lima '};p{n}@exemplo.com.br;529.982.247-25;(11) 9{n:08}" for n in range(count // 2)]
    homes = [f"I{n};Rua das Acácias, {n} ap {n % 90};São Paulo" for n in range(count // 4)]
    leases = [f"L{n};I{n};C{n};C{count // 2 - 1 - n};{'31/12/2024' * (n % 5 == 0)}" for n in range(count // 4)]
    _write(folder / "contatos.csv", ["Código;Tipo;Nome;Sobrenome;E-mail;CPF;Celular", *people], "cp1252")
    _write(folder / "imoveis.csv", ["Código;Endereço;Cidade", *homes], "utf-8-sig")
    _write(folder / "contratos.csv", ["Código;Imóvel;Locatário;Locador;Data de encerramento", *leases], "utf-8")


def _write(path: Path, lines: list[str], encoding: str) -> None:
    path.write_text("\n".join(lines), encoding=encoding, newline="\r\n")


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
