"""No test of Telegram waits for real seconds."""

import pytest

from tests.telegram.haste import WAITS


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name, wait in WAITS:
        monkeypatch.setattr(where, name, wait)
