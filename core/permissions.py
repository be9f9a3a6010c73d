"""Who may do what: the one table of acts and roles, for chat, desk and command line."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """Of the people who work here; customers have none."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


_EVERYONE = frozenset(Role)
_LEADS = frozenset({Role.SUPERVISOR, Role.ADMIN})
ACTS: Mapping[str, frozenset[Role]] = {
    "view": _EVERYONE,
    "approve": _EVERYONE,
    "acknowledge": _EVERYONE,
    "end_hazard": _EVERYONE,
    "claim": _EVERYONE,
    "give_back": _EVERYONE,
    "say": _EVERYONE,
    "note": _EVERYONE,
    "start": _EVERYONE,
    "resolve": _EVERYONE,
    "close": _EVERYONE,
    "reopen": _EVERYONE,
    "reopen_late": _LEADS,  # after the days in which a customer may
    "take_from": _LEADS,  # a talk that a colleague has
}
OWNERS = frozenset({"give_back", "say"})  # acts of whoever has the talk; leads may do all of them but speak


def may(role: str, act: str) -> bool:
    """False for every role or act that the table does not name."""
    return role in ACTS.get(act, ())
