"""`zelador doctor` as people start it: what it prints, what it leaves alone, how it ends."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.programs.readiness import checks
from bot.settings import Settings
from tests.programs import Start, programs
from tests.telegram.platform import TOKEN
from tests.telegram.server import serving_in_thread


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with programs(tmp_path) as started:
        yield started


def test_all_in_order_but_for_what_is_advised(start: Start, tmp_path: Path) -> None:
    with serving_in_thread() as (telegram, _):
        doctor = start("doctor", TELEGRAM__TOKEN=TOKEN, TELEGRAM__API_BASE=telegram.url)
        assert (doctor.ended(), doctor.errors.text) == (0, "")
    lines = doctor.out.text.splitlines()
    assert lines[:2] == ["✓ Configurações: lidas, e todas servem", "! zelador serve: não está rodando aqui (porta 8080)"]
    assert lines[-1] == "4 avisos."
    assert {call.method for call in telegram.calls} == {"getme", "getwebhookinfo"}
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_comes_with_how_to_mend_it(start: Start) -> None:
    doctor = start("doctor", "--json", DATABASE_URL="postgresql://zelador@127.0.0.1:1/zelador", AGENCY__ON_CALL_PHONE="193")
    assert (doctor.ended(), doctor.errors.text) == (1, "")
    found = {each["check"]: each for each in json.loads(doctor.out.text)}
    assert list(found) == ["settings", *(each.name for each in checks(Settings(_env_file=None)))]
    assert {name for name, each in found.items() if each["mark"] == "wrong"} == {"database", "platforms"}
    assert all(bool(each["mend"]) == (each["mark"] != "ok") for each in found.values())


def test_settings_that_cannot_be_read(start: Start) -> None:
    doctor = start("doctor", TIMEZONE="Lua")
    assert (doctor.ended(), doctor.errors.text) == (1, "")
    assert doctor.out.text.startswith("✗ Configurações: ZELADOR_TIMEZONE: ")


def test_where_whatsapp_is_set_up_its_own_check_is_named(start: Start) -> None:
    given = dict.fromkeys(("WHATSAPP__TOKEN", "WHATSAPP__PHONE_NUMBER_ID", "WHATSAPP__APP_SECRET", "WHATSAPP__VERIFY_TOKEN"), "1" * 16)
    doctor = start("doctor", **given, WHATSAPP__API_BASE="http://127.0.0.1:1")
    assert (doctor.ended(), doctor.errors.text) == (1, "")
    assert doctor.out.text.splitlines()[-1].endswith("zelador whatsapp check")
