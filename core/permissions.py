"""Who may do what, and when: the one table of acts, roles and statuses, for chat, desk and command line."""

from collections.abc import Mapping
from enum import StrEnum

from core.tickets import MOVES, Status


class Role(StrEnum):
    """Of the people who work here; customers have none."""

    AGENT = "agent"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


_EVERYONE = frozenset(Role)
LEADS = frozenset({Role.SUPERVISOR, Role.ADMIN})  # hear of what is late, and may act beside a talk's owner
ACTS: Mapping[str, frozenset[Role]] = {
    "view": _EVERYONE,
    "call": _EVERYONE,  # to search the books, and register for somebody on the phone
    "continue_call": _EVERYONE,
    "approve": _EVERYONE,
    "correct": _EVERYONE,
    "send_back": _EVERYONE,
    "prioritise": _EVERYONE,
    "lower_hazard": LEADS,  # to call less than high what holds a danger
    "assign": _EVERYONE,
    "assign_others": LEADS,
    "merge": _EVERYONE,
    "cancel": _EVERYONE,
    "drop_hazard": LEADS,  # to merge or cancel what holds a danger
    "supervise": LEADS,
    "acknowledge": _EVERYONE,
    "end_hazard": _EVERYONE,
    "claim": _EVERYONE,
    "take_from": LEADS,  # a talk that a colleague has
    "give_back": _EVERYONE,
    "transfer": _EVERYONE,
    "say": _EVERYONE,
    "send": _EVERYONE,
    "send_again": _EVERYONE,
    "note": _EVERYONE,
    "fetch_again": _EVERYONE,
    "start": _EVERYONE,
    "resolve": _EVERYONE,
    "close": _EVERYONE,
    "reopen": _EVERYONE,
    "reopen_late": LEADS,  # after the days in which a customer may
}
OWNERS = frozenset({"give_back", "send_again", "transfer"})  # of whoever has the talk, and of leads; `say` of anybody else is a note
LEADS_TO: Mapping[str, Status] = {"send_back": Status.SENT_BACK, "merge": Status.MERGED, "cancel": Status.CANCELLED}


def may(role: str, act: str) -> bool:
    """False for every role or act that the table does not name."""
    return role in ACTS.get(act, ())


def is_possible(act: str, status: Status) -> bool:
    """Whether a ticket of that status can be moved so; acts that move none are always possible."""
    return act not in LEADS_TO or LEADS_TO[act] in MOVES[status]
