"""What of the house's style a program can see: size, names, first lines, and nothing that is true on one machine only."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "core", "storage", "desk", "tests")

MODULE_LINES = 400
FLOW_LINES = 120
FUNCTION_LINES = 40

# If a thing has no better name, it is not understood yet.
NAMES_THAT_SAY_NOTHING = re.compile(r"(^|_)(utils?|helpers?|common|manager|misc|stuff)(_|$)")

# Put together here, so that this file does not hold what it looks for.
ONE_MACHINE_ONLY = re.compile(
    "|".join(
        (
            r"pypi\." + "org",
            r"python" + r"hosted\.",
            r"npmjs\." + "(org|com)",
            r"(?<![\w.])/(work|root|farm|opt)" + "/",
            r"(?<![\w/])shared" + "/",
            r"\.pyenv" + "/",
        )
    )
)


def tracked_files() -> list[Path]:
    """What git holds or would take; in a copy without git, what a project's folders hold."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    folders = [*(ROOT / room for room in ROOMS), ROOT / "docs", ROOT / ".ci"]
    return [path for folder in folders for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


# A migration that shipped is never edited, nor cut in two.
MODULES = sorted(path for path in tracked_files() if path.suffix == ".py" and "versions" not in path.parts)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, str]]:
    """Name and source of each function of a module, those in classes and functions too."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, "\n".join(lines[node.lineno - 1 : node.end_lineno])


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_can_be_read_in_one_go(path: Path) -> None:
    limit = FLOW_LINES if path.parent == ROOT / "bot" / "flows" else MODULE_LINES
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= limit, "which nouns share this file?"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_begins_with_one_line_that_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    first, _, second = (ast.get_docstring(ast.parse(source)) or "").partition("\n")
    assert first or not source, "it has no docstring"
    assert not second.partition("\n")[0], "the docstring's first line stands alone"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_long_function_gives_its_reason(path: Path) -> None:
    """The reason is a comment inside it that begins with `Long:`."""
    assert [name for name, source in functions(path) if len(source.splitlines()) > FUNCTION_LINES and "# Long: " not in source] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in tracked_files() if any(NAMES_THAT_SAY_NOTHING.search(part) for part in named(path).split("/"))] == []


def test_nothing_is_true_on_one_machine_only() -> None:
    def places(path: Path) -> Iterator[str]:
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="ignore").splitlines(), 1):
            if ONE_MACHINE_ONLY.search(line):
                yield f"{named(path)}:{number}: {line.strip()[:100]}"

    assert [place for path in tracked_files() for place in places(path)] == []
