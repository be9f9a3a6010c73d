"""`check` and `test`: every check runs and is named when it fails, and pytest gets what was typed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.programs import development

PASSES, FAILS = ("-c", "pass"), ("-c", "raise SystemExit(1)")


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    return lambda *rows: monkeypatch.setattr(development, "CHECKS", rows)


def test_all_checks_run_after_one_failed_and_the_last_line_names_those_that_did(
    checks: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    checks(("first", FAILS), ("second", PASSES), ("third", FAILS))
    assert development.check() == 1
    said = capsys.readouterr().out
    assert "second: passed" in said
    assert said.endswith("check FAILED: first, third\n")


def test_checks_that_all_pass_give_zero(checks: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    checks(("first", PASSES))
    assert development.check() == 0
    assert capsys.readouterr().out.endswith("check passed\n")


def test_only_the_named_checks_run(checks: Callable[..., None]) -> None:
    checks(("first", FAILS), ("second", PASSES))
    assert development.check(["second"]) == 0


def test_an_unknown_check_shows_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert development.check(["spelling"]) == 2
    assert "format|lint|types|imports|wheel" in capsys.readouterr().out


def test_a_check_may_write_into_a_folder_that_is_gone_afterwards(checks: Callable[..., None], tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    checks(("write", ("-c", f"import pathlib, sys; pathlib.Path({str(seen)!r}).write_text(sys.argv[1])", "{folder}")))
    assert development.check() == 0
    assert not Path(seen.read_text(encoding="utf-8")).exists()


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["-k", "cpf"], ["-m", "pytest", "-k", "cpf"]),
        ([], ["-m", "pytest", "-n", "logical"]),
        (["--sqlite-only"], ["-m", "pytest", "-n", "logical", "--sqlite-only"]),
    ],
)
def test_pytest_gets_the_arguments_and_gives_the_exit_code(
    arguments: list[str], expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def run(words: list[str]) -> int:
        ran.append(list(words))
        return 5

    monkeypatch.setattr(development, "_run", run)
    assert development.test(arguments) == 5
    assert ran == [expected]


def test_coverage_is_reported_and_hides_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(words: list[str]) -> int:
        ran.append(list(words))
        return 1 if "pytest" in words else 0

    monkeypatch.setattr(development, "_run", run)
    assert development.test(["--coverage", "-x"]) == 1
    assert [words[:3] for words in ran] == [["-m", "coverage", "run"], ["-m", "coverage", "report"]]
    assert "--coverage" not in ran[0]


@pytest.mark.parametrize("command", [development.check, development.test])
def test_missing_tools_are_said_with_the_way_to_them(
    command: Callable[[], int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mypy", None)
    monkeypatch.setitem(sys.modules, "coverage", None)
    assert command() == 1
    assert "python3 zelador.py test" in capsys.readouterr().out
