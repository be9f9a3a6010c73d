"""How figures are written: the middle, the range, and the aim beside them."""

import math
import statistics
from collections.abc import Sequence

WIDTH = 44  # characters of a name
MEGABYTE = 1_000_000


def figure(name: str, values: Sequence[float], unit: str = "", aim: str = "", *, spread: bool = True) -> str:
    """A line: the median of several rounds, with their range."""
    places = 2 if max(values) < 10 else 0
    extremes = f" ({min(values):.{places}f}–{max(values):.{places}f})" if spread and len(values) > 1 else ""
    return line(name, f"{statistics.median(values):.{places}f} {unit}".rstrip() + extremes, aim)


def line(name: str, value: str, aim: str = "") -> str:
    return f"  {name:<{WIDTH}} {value}" + (f"   [aim {aim}]" if aim else "")


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of all does not exceed. NaN for none."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)] if values else math.nan


def megabytes(size: float) -> str:
    return f"{size / MEGABYTE:.1f} MB"
