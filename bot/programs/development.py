"""The commands `check` and `test`, for who works on Zelador itself: they run the project's tools in the project's folder."""

import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# What a change must pass besides the tests. `{folder}` is a temporary one.
CHECKS = (
    ("format", ("-m", "ruff", "format", "--check")),
    ("lint", ("-m", "ruff", "check")),
    ("types", ("-m", "mypy")),
    ("imports", ("-c", LINT_IMPORTS, "--no-logo")),
    ("wheel", ("-m", "build", "--wheel", "--no-isolation", "--outdir", "{folder}")),
)


def check(arguments: Sequence[str] = ()) -> int:
    """Runs every check, or those that are named; all of them, even after one failed. Returns 0 when all passed."""
    wanted = [(name, words) for name, words in CHECKS if name in arguments or not arguments]
    if len(wanted) != len(arguments or CHECKS):
        _say(f"usage: zelador check [{'|'.join(name for name, _ in CHECKS)}]…")
        return 2
    if not _has_tools("ruff", "mypy", "importlinter", "build"):
        return 1
    failed = [name for name, words in wanted if not _passes(name, words)]
    _say(f"check FAILED: {', '.join(failed)}" if failed else "check passed")
    return 1 if failed else 0


def test(arguments: Sequence[str] = ()) -> int:
    """Runs pytest with these arguments; `--coverage` among them measures the branches too. Returns pytest's exit code."""
    if not _has_tools("pytest", "coverage"):
        return 1
    if "--coverage" not in arguments:
        return _run(("-m", "pytest", *_on_all_cores(arguments), *arguments))
    code = _run(("-m", "coverage", "run", "-m", "pytest", *(word for word in arguments if word != "--coverage")))
    return _run(("-m", "coverage", "report", "--skip-covered", "--show-missing")) or code


def _on_all_cores(arguments: Sequence[str]) -> tuple[str, ...]:
    """The whole suite runs in a process for each core; a part of it is quicker in one."""
    return () if set(arguments) - {"--sqlite-only"} else ("-n", "logical")


def _passes(name: str, words: Sequence[str]) -> bool:
    _say(f"── {name} ──")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        code = _run([word.format(folder=folder) if word == "{folder}" else word for word in words])
    _say(f"{name}: {'FAILED' if code else 'passed'} in {time.monotonic() - began:.1f} s")
    return code == 0


def _run(words: Sequence[str]) -> int:
    """Runs this Python with these words in the project's folder."""
    return subprocess.run([sys.executable, *words], cwd=ROOT, check=False).returncode


def _has_tools(*modules: str) -> bool:
    """Whether the tools are here; if not, says how to get them."""
    if (ROOT / "pyproject.toml").is_file() and all(importlib.util.find_spec(module) for module in modules):
        return True
    _say("The development tools are not installed here. In the folder of Zelador's sources: python3 zelador.py test")
    return False


def _say(line: str) -> None:
    print(line, flush=True)
