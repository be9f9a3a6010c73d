"""What Telegram's servers refuse, on demand."""

from tests.platforms.faults import Fault, Faults, drop_after, drop_before, held, proxy_error, slow, unanswered, unheard
from tests.telegram.calls import Refused

__all__ = [  # with what goes wrong on any platform
    "Fault",
    "Faults",
    "bad_json",
    "bad_request",
    "blocked",
    "drop_after",
    "drop_before",
    "held",
    "migrated",
    "not_found",
    "proxy_error",
    "refused",
    "server_error",
    "slow",
    "too_many",
    "unanswered",
    "unauthorized",
    "unheard",
]


def refused(code: int, description: str, **parameters: int) -> Fault:
    return Fault(Refused(code, description, **parameters))


def too_many(retry_after: int) -> Fault:
    return refused(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def blocked() -> Fault:
    return refused(403, "Forbidden: bot was blocked by the user")


def bad_request(text: str) -> Fault:
    return refused(400, f"Bad Request: {text}")


def migrated(to: int) -> Fault:
    return refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=to)


def unauthorized() -> Fault:
    return refused(401, "Unauthorized")


def not_found() -> Fault:
    return refused(404, "Not Found")


def server_error(code: int = 502, *, accepts: bool = False) -> Fault:
    words = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}
    return Fault(Refused(code, words[code]), accepts=accepts)


def bad_json(*, accepts: bool = True) -> Fault:
    return Fault(body=b'{"ok":true,"resu', accepts=accepts)
