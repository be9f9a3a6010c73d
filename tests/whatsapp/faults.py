"""What the Cloud API refuses, on demand: at once, or later by a status."""

from tests.platforms.faults import Fault, Faults, drop_after, drop_before, held, proxy_error, slow, unanswered, unheard
from tests.whatsapp.errors import Refused

__all__ = [  # with what goes wrong on any platform
    "Fault",
    "Faults",
    "bad_json",
    "drop_after",
    "drop_before",
    "held",
    "proxy_error",
    "refused",
    "server_error",
    "slow",
    "unanswered",
    "unheard",
]


def refused(number: int, details: str = "", *, status: int | None = None) -> Fault:
    """Any error of the table, in the answer to the call."""
    return Fault(Refused(number, details, status=status))


def server_error(status: int = 500, *, accepts: bool = False) -> Fault:
    return Fault(Refused(2, status=status), accepts=accepts)


def bad_json(*, accepts: bool = True) -> Fault:
    return Fault(body=b'{"messaging_product":"whatsapp","mess', accepts=accepts)
