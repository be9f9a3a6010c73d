"""When people work again: service hours, nights, weekends, holidays."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core.service import first_span, hours_words, next_opening

HOURS = "Mo-Fr 08:00-18:00; Sa 08:00-12:00"


@pytest.mark.parametrize(
    "now, opens",
    [
        ("2026-11-24 15:00", None),
        ("2026-11-24 20:00", "2026-11-25 08:00"),
        ("2026-11-25 06:00", "2026-11-25 08:00"),
        ("2026-11-28 13:00", "2026-11-30 08:00"),  # Saturday afternoon
        ("2026-12-25 10:00", "2026-12-26 08:00"),  # Christmas
        ("2026-12-23 19:00", "2026-12-26 08:00"),  # the Eve is no day of work either
        ("2027-02-08 09:00", "2027-02-11 08:00"),  # Carnival and Ash Wednesday
    ],
)
def test_when_people_work_again(now: str, opens: str | None) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/Sao_Paulo"))
    assert next_opening(HOURS, local) == (datetime.fromisoformat(opens) if opens else None)


def test_hours_that_never_open() -> None:
    assert next_opening("off", datetime(2026, 11, 24, 15, tzinfo=ZoneInfo("America/Sao_Paulo"))) is None


def test_the_hours_in_words() -> None:
    assert hours_words(HOURS) == "seg a sex, 8h–18h, e sáb 8h–12h"


def test_the_first_span_of_a_day() -> None:
    assert first_span(HOURS, "sat") == (480, 720)
    assert first_span("Mo-Sa 09:00-12:00,13:00-17:00", "sat") == (540, 720)
    assert first_span("Mo-Fr 08:00-18:00", "sat") is None
