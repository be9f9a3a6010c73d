"""Safe looks into JSON that a platform sent: what has another shape than it should is not there."""

from collections.abc import Mapping
from typing import Any

MOST = 2**63  # what both databases take; no id of Telegram's has more than 52 bits


def record(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def integer(value: Any, least: int = 1 - MOST) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and least <= value < MOST else None
