"""How fast a platform takes what it is sent: one timestamp, as far ahead as a burst allows."""

from dataclasses import dataclass

GRAIN_SECONDS = 1e-4  # what sums of seconds since 1970 tell apart


@dataclass
class Pace:
    """`interval` in seconds."""

    interval: float
    burst: int
    free_at: float = float("-inf")

    def lets(self, now: float) -> bool:
        """Whether one more may go at this moment; then it counts."""
        if self.free_at - (self.burst - 1) * self.interval > now + GRAIN_SECONDS:
            return False
        self.free_at = max(self.free_at, now) + self.interval
        return True
