"""Safe looks into JSON that Meta sent: what has another shape than it should is not there."""

from collections.abc import Mapping
from typing import Any

MOST = 2**63  # what both databases take


def record(within: Any, name: str) -> Mapping[str, Any]:
    found = within.get(name) if isinstance(within, dict) else None
    return found if isinstance(found, dict) else {}


def listed(within: Any, name: str) -> list[Any]:
    found = within.get(name) if isinstance(within, dict) else None
    return found if isinstance(found, list) else []


def text(within: Any, name: str) -> str:
    """Ids come as numbers too, from some providers."""
    found = within.get(name) if isinstance(within, dict) else None
    if isinstance(found, str):
        return found
    return str(found) if isinstance(found, int) and not isinstance(found, bool) and abs(found) < MOST else ""


def number(within: Any, name: str) -> int | None:
    """Whole, and not negative; times come as text."""
    found = text(within, name)
    return int(found) if found.isascii() and found.isdigit() and len(found) < len(str(MOST)) else None


def degrees(within: Any, name: str, most: int) -> float | None:
    found = within.get(name) if isinstance(within, dict) else None
    if not isinstance(found, int | float) or isinstance(found, bool):
        return None
    return float(found) if -most <= found <= most else None
