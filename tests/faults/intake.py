"""As `tests.faults.child`, with the real conversation.

Each person says the next thing when the answer to the last one has reached them, from the first word to the reference.
"""

import asyncio
from collections.abc import Iterable
from pathlib import Path

from bot.bench.talk import ANSWERED, ANSWERS, FIRST, LAST
from bot.ingest import Ingest
from bot.result import Input, Turn, TurnResult
from bot.turn import take_turn
from core.conversations import Conversation
from core.messages import Outgoing, Part
from core.tickets import Ticket
from tests.faults.child import CHANNEL, PEOPLE, Channel, Death, append, live

LOOK_SECONDS = 0.005  # between two looks of a person at the screen


class Screens:
    """What has reached each person: outlives the process, as a telephone does."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "screens"
        self._file.touch()
        self._seen: dict[str, dict[str, str]] = {who: {} for who in PEOPLE}  # by outbox row: the words id
        for line in self._file.read_text().splitlines():
            self._see(*line.split())

    def show(self, row: Outgoing) -> None:
        if row.purpose in ANSWERED:
            append(self._file, f"{row.address} {row.id} {row.call.words}")
            self._see(row.address, str(row.id), row.call.words)

    def _see(self, who: str, row: str, words: str) -> None:
        self._seen[who].setdefault(row, words)

    def of(self, who: str) -> list[str]:
        return list(self._seen[who].values())


async def person(who: str, screens: Screens, door: Ingest, death: Death) -> None:
    while LAST not in screens.of(who):
        asked = screens.of(who)
        text = ANSWERS[asked[-1]] if asked else FIRST
        await door.put([Part(CHANNEL, "", f"{who}:{len(asked)}", {"text": text}, (("name", who),), who, waits=False)])
        death.passes("inbox")
        while len(screens.of(who)) == len(asked):  # noqa: ASYNC110 (a person looks now and then)
            await asyncio.sleep(LOOK_SECONDS)


async def main(folder: Path, url: str, step: str, nth: int) -> None:
    death, screens = Death(step, nth), Screens(folder)

    def real(conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn) -> TurnResult:
        result = take_turn(conversation, tickets, inputs, turn)
        death.passes("turn")
        return result

    async def people(door: Ingest) -> None:
        await asyncio.gather(*[person(who, screens, door, death) for who in PEOPLE])

    await live(url, Channel(screens.show, death), real, death, people)
