"""A line between a platform and a program: slow, and at times it loses what goes along it, on the way there or on the way back."""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Literal

Fate = Literal["arrives", "lost", "unanswered"]  # unanswered: it arrived, and what was said to that is lost


@dataclass
class Line:
    """`loss`: the part of all requests, and of all answers, that is lost, though never of two in a row: who tries again gets through."""

    loss: float = 0.0
    least_seconds: float = 0.0
    most_seconds: float = 0.0
    seed: int = 0
    lost: int = 0
    _was_lost: bool = False
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    async def carries(self) -> Fate:
        fate = self.next()
        if self.most_seconds:
            await asyncio.sleep(self._chance.uniform(self.least_seconds, self.most_seconds))
        return fate

    def next(self) -> Fate:
        if self._was_lost or not self.loss:
            self._was_lost = False
            return "arrives"
        there, back = self._chance.random() < self.loss, self._chance.random() < self.loss
        self._was_lost = there or back
        self.lost += self._was_lost
        return "lost" if there else "unanswered" if back else "arrives"


GOOD = Line()
