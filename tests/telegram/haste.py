"""What people wait for in seconds, tests wait for in hundredths of them."""

from datetime import timedelta
from typing import Any

from bot import ingest
from bot.handlers.telegram import channel, outcomes, polling

COMPANIONS = timedelta(seconds=0.03)
WAITS: tuple[tuple[Any, str, Any], ...] = (
    (ingest, "COMPANIONS", COMPANIONS),
    (channel, "CHAT_SECONDS", 0.0),
    (channel, "GROUP_SECONDS", 0.0),
    (outcomes, "RETRY_SECONDS", 0.05),
    (polling, "FIRST_REST_SECONDS", 0.02),
)
