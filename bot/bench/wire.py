"""What the measuring process and a worker say to each other: JSON, a line each, over a pair of sockets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Generic, TypeVar

from msgspec.json import Decoder, Encoder

from core.records import Record

LONGEST = 2**20  # bytes of a line


class _Line(Record, array_like=True, tag=True):
    pass


# ── to the worker ────────────────────────────────────────────────────────────


class Deliver(_Line):
    """A platform reports a message."""

    external_id: str
    who: str
    text: str


class Seen(_Line):
    """The platform's answer to a send."""

    row: int


class Wake(_Line):
    """There are rows in the inbox."""


class Measure(_Line):
    """Asks for `Usage`. To look at the memory takes milliseconds, which would count as the worker's."""

    memory: bool = False


class Stop(_Line):
    """What is under way is finished."""


# ── from the worker ──────────────────────────────────────────────────────────


class Ready(_Line):
    """Turns are taken."""


class Acknowledged(_Line):
    """The message is in the inbox."""

    external_id: str


class Send(Record, array_like=True):
    """A row of the outbox that its channel was handed. `at`: seconds of `time.monotonic`, which all processes of a machine share."""

    row: int
    who: str
    purpose: str
    words: str
    at: float


class Sent(_Line):
    """All sends of one moment."""

    sends: tuple[Send, ...]


class Usage(_Line):
    """What the worker has used. `turn_seconds`: CPU of some of its latest calls of `take_turn`.

    Bytes; 0 when nobody asked, and where the system does not tell.
    """

    cpu_seconds: float
    turns: int
    turn_seconds: tuple[float, ...]
    rss: int
    pss: int


Order = Deliver | Seen | Wake | Measure | Stop
Report = Ready | Acknowledged | Sent | Usage

ORDERS: Decoder[Order] = Decoder(Order)
REPORTS: Decoder[Report] = Decoder(Report)

Said = TypeVar("Said")

_encode = Encoder().encode


class Line(Generic[Said]):
    """One end: says anything, hears what `decoder` knows."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, decoder: Decoder[Said]) -> None:
        self._reader, self._writer, self._decode = reader, writer, decoder.decode

    def say(self, what: Order | Report) -> None:
        """Never waits; what the other end does not live to hear is lost."""
        if not self._writer.is_closing():
            self._writer.write(_encode(what) + b"\n")

    async def heard(self) -> AsyncIterator[Said]:
        """Until the other end is closed, or its process dead; half a line of a dead one was not said."""
        with suppress(ConnectionError):
            while (line := await self._reader.readline()).endswith(b"\n"):
                yield self._decode(line)

    async def close(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()
