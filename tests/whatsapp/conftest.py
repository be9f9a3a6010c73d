"""No test of WhatsApp waits for real seconds; and an installation with one number, for tests of what people see of its settings."""

from pathlib import Path

import pytest

from bot.settings import known
from tests.whatsapp.haste import WAITS
from tests.whatsapp.platform import NUMBER, SECRET, TOKEN, VERIFY

SETTINGS = {"TOKEN": TOKEN, "PHONE_NUMBER_ID": NUMBER, "APP_SECRET": SECRET, "VERIFY_TOKEN": VERIFY}


@pytest.fixture(autouse=True)
def in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    for where, name, wait in WAITS:
        monkeypatch.setattr(where, name, wait)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing else is set, and no `.env` is read."""
    for each in known():
        monkeypatch.delenv(each.name, raising=False)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(f"ZELADOR_WHATSAPP__{name}", value)
    monkeypatch.setenv("ZELADOR_PUBLIC_URL", "https://zelador.example")
    monkeypatch.chdir(tmp_path)
