"""What people wait for in seconds, tests wait for in hundredths of them."""

from datetime import timedelta
from typing import Any

from bot import fetching, ingest
from bot.handlers.whatsapp import outcomes
from storage import media, repetition

COMPANIONS = timedelta(seconds=0.03)
WAITS: tuple[tuple[Any, str, Any], ...] = (
    (ingest, "COMPANIONS", COMPANIONS),
    (outcomes, "RETRY_SECONDS", 0.05),
    (outcomes, "FIRST_SECONDS", 0.05),
    (outcomes, "PAIR_BASE", 0.3),
    (outcomes, "HOLD_SECONDS", 0.3),
    (repetition, "REPORTED_WITHIN", timedelta(seconds=0.3)),
    (fetching, "POLL_SECONDS", 0.02),
    (media, "FIRST_WAIT", timedelta(seconds=0.05)),
)
