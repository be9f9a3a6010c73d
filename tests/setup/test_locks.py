"""The locks hold what `pyproject.toml` asks for: each library once, within its range, with its hashes, and without any address."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")

ENTRY = re.compile(r"^(?P<requirement>[^\s#].*?) \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def declared(lock: str) -> list[str]:
    """What must stand in the lock: the run's needs, and in the developers' lock the tools too."""
    groups = project()["dependency-groups"]
    tools = [*groups["test"], *groups["check"]] if lock == "requirements-dev.lock" else []
    return [*project()["project"]["dependencies"], *tools]


def locked(lock: str) -> dict[str, str]:
    """Canonical name → version."""
    found = [Requirement(match["requirement"]) for match in ENTRY.finditer((ROOT / lock).read_text(encoding="utf-8"))]
    assert len(found) == len({each.name for each in found}), "a library stands twice"
    return {canonicalize_name(each.name): str(each.specifier).removeprefix("==") for each in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_declared_library_is_locked_within_its_range(lock: str) -> None:
    versions = locked(lock)
    asked = [Requirement(text) for text in declared(lock)]
    assert [str(each) for each in asked if not each.specifier.contains(versions.get(canonicalize_name(each.name), "0"))] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_is_nothing_but_pinned_and_hashed_entries(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert ENTRY.sub("", text) == ""
    assert all(re.fullmatch(r"[\w.]+", version) for version in locked(lock).values())
    assert "://" not in text


def test_the_developers_lock_holds_the_other_one() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()
