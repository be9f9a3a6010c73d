"""No test of WhatsApp waits for real seconds."""

import pytest

from tests.whatsapp.haste import WAITS


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name, wait in WAITS:
        monkeypatch.setattr(where, name, wait)
