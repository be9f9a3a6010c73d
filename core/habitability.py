"""How urgent a problem is by what it does to the home ("Priority" in the rules of the trade): a suggestion, never the client's word."""

from core.hazards import find_hazards
from core.tickets import Priority


def suggest_priority(text: str) -> Priority | None:
    """Alta: danger, or a home that cannot be used · média: one function lost · baixa: looks and comfort · None: no problem told."""
    return Priority.HIGH if find_hazards(text) else None
