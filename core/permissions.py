"""Who may do what: the one table of acts and roles, for chat, desk and command line."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """Of the people who work here; customers have none."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


_EVERYONE = frozenset(Role)
ACTS: Mapping[str, frozenset[Role]] = {
    "approve": _EVERYONE,
}


def may(role: str, act: str) -> bool:
    """False for every role or act that the table does not name."""
    return role in ACTS.get(act, ())
