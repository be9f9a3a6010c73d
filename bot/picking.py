"""Which of the claimed conversations have their turn now, and with how much of what waits in them."""

from collections.abc import Mapping

from sqlalchemy import Connection

from core.messages import Command
from storage import conversations, inbox
from storage.inbox import Waiting
from storage.queries import Row
from storage.tables import ACT

BURST = 50  # messages of one conversation in one turn; the rest is heard in the next
Lines = Mapping[int, list[Waiting]]  # by conversation
Picked = list[tuple[Row, list[Waiting]]]


def suspect_in(claimed: Mapping[int, Row], lines: Lines) -> int | None:
    """The first conversation with a message that failed before, or during which a process died."""
    return next((number for number in claimed if any(each.attempts for each in lines[number])), None)


def picked(connection: Connection, claimed: Mapping[int, Row], lines: Lines, suspect: int | None) -> Picked:
    """All that were claimed; but a suspect goes alone, message by message, and so does an act on two conversations, once both are held."""
    numbers = [suspect] if suspect is not None else list(claimed)
    apart = [number for number in numbers if lines[number] and _is_apart(lines[number][0])]
    for number in apart:
        if _holds_both(connection, lines[number][0]):
            return [(claimed[number], lines[number][:1])]
    if suspect is not None:
        return [] if apart else [(claimed[suspect], lines[suspect][:1])]
    return [(row, _before_apart(lines[number])) for number, row in claimed.items() if lines[number] and number not in apart]


def _is_apart(row: Waiting) -> bool:
    return row.channel == inbox.COMMAND and row.account == inbox.APART


def _before_apart(line: list[Waiting]) -> list[Waiting]:
    end = next((at for at, row in enumerate(line) if _is_apart(row)), BURST)
    return line[: min(end, BURST)]


def _holds_both(connection: Connection, row: Waiting) -> bool:
    """Never waited for: two processes that hold one each would wait for ever. The row stays for the next look."""
    command: Command = ACT.decode(row.part)
    return conversations.hold(connection, set(inbox.lines(connection, command.about).values()))
