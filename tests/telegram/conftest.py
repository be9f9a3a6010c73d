"""What people wait for in seconds, tests wait for in hundredths of them."""

from datetime import timedelta

import pytest

from bot import ingest
from bot.handlers.telegram import channel, outcomes, polling

COMPANIONS = timedelta(seconds=0.03)


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "COMPANIONS", COMPANIONS)
    monkeypatch.setattr(channel, "CHAT_SECONDS", 0.0)
    monkeypatch.setattr(channel, "GROUP_SECONDS", 0.0)
    monkeypatch.setattr(channel, "ACCOUNT_SECONDS", 0.0)
    monkeypatch.setattr(outcomes, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(polling, "FIRST_REST_SECONDS", 0.02)
