"""Imports only point down: the contracts of `pyproject.toml` hold, and the contract of our own making refuses what it should."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from grimp import ImportGraph

from bot.programs.development import LINT_IMPORTS
from tests.setup.rooms import Room

ROOT = Path(__file__).parents[2]


def test_the_house_keeps_its_contracts() -> None:
    done = subprocess.run([sys.executable, "-c", LINT_IMPORTS, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_of_the_telegram_library_only_requests_and_errors_are_used() -> None:
    """Not its framework, which wants to own the loop and the state of a talk (decision 0009)."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "bot").rglob("*.py"))
    assert set(re.findall(r"^\s*(?:from|import) (telegram[\w.]*)", code, re.MULTILINE)) == {"telegram.error", "telegram.request"}


def graph_of(importer: str, imported: str) -> ImportGraph:
    graph = ImportGraph()
    for module in (importer, imported):
        graph.add_module(module)
    graph.add_import(importer=importer, imported=imported)
    return graph


def room(*, pure: bool = False) -> Room:
    options = {"rooms": ["shop.desk", "shop.till"], "may_import": ["goods", "pydantic"], "pure": str(pure)}
    return Room(name="", session_options={}, contract_options=options)


@pytest.mark.parametrize("imported", ["goods", "goods.bread", "pydantic", "shop.desk.drawer", "shop.till", "datetime", "time"])
def test_a_room_may_import_itself_what_its_list_names_and_the_standard_library(imported: str) -> None:
    assert room().check(graph_of("shop.desk.lamp", imported), verbose=False).kept


@pytest.mark.parametrize("imported", ["shop.cellar", "goodsyard", "sqlalchemy", "pydantic_settings"])
def test_a_room_may_import_nothing_else(imported: str) -> None:
    assert not room().check(graph_of("shop.desk.lamp", imported), verbose=False).kept


@pytest.mark.parametrize("imported", ["time", "socket", "sqlite3", "asyncio", "os"])
def test_a_pure_room_has_no_clock_network_or_database(imported: str) -> None:
    assert not room(pure=True).check(graph_of("shop.desk", imported), verbose=False).kept


def test_what_others_import_is_not_the_rooms_business() -> None:
    assert room().check(graph_of("shop.cellar", "sqlalchemy"), verbose=False).kept


def test_a_refusal_names_both_ends(capsys: pytest.CaptureFixture[str]) -> None:
    contract = room()
    contract.render_broken_contract(contract.check(graph_of("shop.desk", "sqlalchemy"), verbose=False))
    assert "shop.desk must not import sqlalchemy" in capsys.readouterr().out
