"""What goes wrong on demand, on any platform: a queue of faults, each for some calls of one method, in one chat or in any."""

import asyncio
from collections.abc import Hashable
from dataclasses import dataclass, field

from tests.platforms.calls import Refused

HTML = b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"


@dataclass(frozen=True)
class Fault:
    """`accepts`: the call is carried out all the same. `drops`: the connection is cut instead of an answer."""

    refusal: Refused | None = None
    accepts: bool = False
    drops: bool = False
    seconds: float = 0.0  # before anything else
    until: asyncio.Event | None = None  # what is waited for before anything else
    answers: asyncio.Event | None = None  # what the answer waits for, once the call is carried out
    body: bytes | None = None  # instead of JSON
    code: int = 200  # of that body


def proxy_error(code: int = 502, *, accepts: bool = False) -> Fault:
    """A page in HTML, as what stands before a platform's servers sends."""
    return Fault(body=HTML, code=code, accepts=accepts)


def drop_before() -> Fault:
    return Fault(drops=True)


def drop_after() -> Fault:
    return Fault(drops=True, accepts=True)


def slow(seconds: float) -> Fault:
    return Fault(seconds=seconds, accepts=True)


def held(until: asyncio.Event) -> Fault:
    """Answers when the test says so."""
    return Fault(until=until, accepts=True)


def unanswered(until: asyncio.Event) -> Fault:
    """Carried out at once; the answer comes when the test says so."""
    return Fault(answers=until, accepts=True)


def unheard(until: asyncio.Event) -> Fault:
    """Taken in, and cut without having been carried out when the test says so."""
    return Fault(until=until, drops=True)


@dataclass
class _Planned:
    fault: Fault
    method: str
    chat: Hashable | None
    times: int


@dataclass
class Faults:
    _planned: list[_Planned] = field(default_factory=list)

    def add(self, fault: Fault, method: str, *, chat: Hashable | None = None, times: int = 1) -> None:
        """For the next `times` calls of the method. The download of a file is called "download"."""
        self._planned.append(_Planned(fault, method.lower(), chat, times))

    @property
    def left(self) -> int:
        """Calls that are still to fail."""
        return sum(each.times for each in self._planned)

    def next(self, method: str, chat: Hashable | None) -> Fault | None:
        for each in self._planned:
            if each.method == method and each.chat in {None, chat}:
                each.times -= 1
                if not each.times:
                    self._planned.remove(each)
                return each.fault
        return None
