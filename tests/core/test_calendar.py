"""When people work, and time that is counted only while they do: service hours, nights, holidays, zones, changes of the clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar import Calendar, DayOff, add_service, parse_days_off, service_minutes
from core.service import first_span, hours_words

HOURS = "Mo-Fr 08:00-18:00; Sa 08:00-12:00"
SAO_PAULO = ZoneInfo("America/Sao_Paulo")
CALENDAR = Calendar(HOURS, SAO_PAULO)


def local(text: str, zone: ZoneInfo = SAO_PAULO) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    "now, opens",
    [
        ("2026-11-24 15:00", None),
        ("2026-11-24 20:00", "2026-11-25 08:00"),
        ("2026-11-25 06:00", "2026-11-25 08:00"),
        ("2026-11-24 18:00", "2026-11-25 08:00"),  # the end is no more work
        ("2026-11-28 13:00", "2026-11-30 08:00"),  # Saturday afternoon
        ("2026-12-25 10:00", "2026-12-26 08:00"),  # Christmas
        ("2026-12-23 19:00", "2026-12-26 08:00"),  # the Eve is no day of work either
        ("2027-02-08 09:00", "2027-02-11 08:00"),  # Carnival and Ash Wednesday
        ("2027-05-27 09:00", "2027-05-28 08:00"),  # Corpus Christi
    ],
)
def test_when_people_work_again(now: str, opens: str | None) -> None:
    found = CALENDAR.opens_next(local(now))
    assert found == (local(opens) if opens else None)
    assert CALENDAR.is_open(local(now)) == (opens is None)


def test_local_holidays_are_days_off() -> None:
    calendar = Calendar(HOURS, SAO_PAULO, parse_days_off("25/01, 24/11/2026"))
    assert calendar.opens_next(local("2026-11-24 15:00")) == local("2026-11-25 08:00")
    assert calendar.is_open(local("2027-11-24 15:00"))
    assert not any(calendar.is_open(local(f"{year}-01-25 10:00")) for year in (2027, 2028, 2029))


def test_days_off_as_they_are_written() -> None:
    assert parse_days_off(" 25/1,20/03/2027, ") == {DayOff(25, 1), DayOff(20, 3, 2027)}
    assert parse_days_off("29/02") == {DayOff(29, 2)}
    assert parse_days_off("") == frozenset()


@pytest.mark.parametrize("text", ["30/02", "29/02/2027", "25-01", "natal", "25/01/27", "0/1", "1/13", "２5/01"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_days_off(f"25/01, {text}")


def test_hours_that_never_open() -> None:
    now = local("2026-11-24 15:00")
    assert Calendar("off", SAO_PAULO).opens_next(now) is None
    assert Calendar("off", SAO_PAULO).never_opens(now)
    assert Calendar("Dec 25 08:00-12:00", SAO_PAULO).never_opens(now)
    assert Calendar("Feb 27 08:00-12:00", SAO_PAULO, parse_days_off("27/02")).never_opens(now)
    assert not CALENDAR.never_opens(now)
    assert not Calendar("24/7", SAO_PAULO).never_opens(now)


def test_round_the_clock_is_on_holidays_too() -> None:
    assert Calendar("24/7", SAO_PAULO).is_open(local("2026-12-25 03:00"))


@pytest.mark.parametrize(
    "start, minutes, due",
    [
        ("2026-11-24 15:00", 60, "2026-11-24 16:00"),
        ("2026-11-24 17:00", 60, "2026-11-24 18:00"),  # the end of the day, not the next morning
        ("2026-11-24 17:00", 61, "2026-11-25 08:01"),
        ("2026-11-24 23:00", 30, "2026-11-25 08:30"),
        ("2026-11-27 17:30", 60, "2026-11-28 08:30"),  # Saturday counts
        ("2026-11-28 11:30", 60, "2026-11-30 08:30"),
        ("2026-12-23 17:00", 120, "2026-12-26 09:00"),  # Christmas and its Eve
        ("2026-11-24 15:00", 0, "2026-11-24 15:00"),
        ("2026-11-24 23:00", 0, "2026-11-24 23:00"),
        ("2026-11-23 08:00", 3_000, "2026-11-27 18:00"),
    ],
)
def test_service_time_is_added(start: str, minutes: int, due: str) -> None:
    assert add_service(local(start), minutes, CALENDAR) == local(due)


def test_the_zone_is_that_of_the_calendar() -> None:
    manaus = Calendar(HOURS, ZoneInfo("America/Manaus"))
    assert add_service(local("2026-11-24 17:30"), 60, manaus) == local("2026-11-24 18:30")  # an hour earlier there
    assert add_service(local("2026-11-24 08:00"), 60, manaus) == local("2026-11-24 10:00")


def test_a_change_of_the_clock_neither_gives_nor_takes_time() -> None:
    """São Paulo, 2018: the clock went from 0h to 1h on 4 November, and from 24h back to 23h on 17 February."""
    round_the_clock = Calendar("Mo-Su 00:00-24:00", SAO_PAULO)
    for start in ("2018-11-03 20:00", "2018-02-17 20:00"):
        moment = local(start)
        assert add_service(moment, 480, round_the_clock) == moment.astimezone(UTC) + timedelta(hours=8)
    by_night = Calendar("Mo-Su 22:00-02:00", SAO_PAULO)
    assert service_minutes(local("2018-11-03 20:00"), local("2018-11-04 04:00"), by_night) == 180
    assert service_minutes(local("2018-02-17 20:00"), local("2018-02-18 04:00"), by_night) == 300


def test_where_nobody_works_for_a_year_time_passes_as_on_any_clock() -> None:
    now = local("2026-11-24 15:00")
    assert add_service(now, 30, Calendar("off", SAO_PAULO)) == now + timedelta(minutes=30)
    assert add_service(now, 240, Calendar("2026 Mo-Fr 08:00-18:00 || 2026 Sa off", SAO_PAULO)) > now


# ── what holds for every calendar ────────────────────────────────────────────

CALENDARS = st.builds(
    Calendar,
    st.sampled_from(
        (HOURS, "24/7", "Mo-Fr 09:00-12:00,13:00-17:30", "Mo-Su 22:00-02:00", "Tu 08:00-08:01", "Mo-Fr 08:00-18:00; Dec 24 off")
    ),
    st.sampled_from((SAO_PAULO, ZoneInfo("America/Manaus"), ZoneInfo("Europe/Lisbon"), ZoneInfo("America/Noronha"))),
    st.frozensets(st.builds(DayOff, st.integers(1, 28), st.integers(1, 12)), max_size=5),
)
MOMENTS = st.integers(0, 13 * 366 * 1_440).map(lambda minutes: datetime(2017, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
MINUTES = st.integers(0, 3_000)


@given(CALENDARS, MOMENTS, MINUTES, MINUTES)
def test_service_time_is_additive(calendar: Calendar, start: datetime, first: int, then: int) -> None:
    assert add_service(add_service(start, first, calendar), then, calendar) == add_service(start, first + then, calendar)


@given(CALENDARS, MOMENTS, st.integers(0, 100_000), MINUTES)
def test_service_time_is_monotone(calendar: Calendar, start: datetime, later: int, minutes: int) -> None:
    due = add_service(start, minutes, calendar)
    assert due <= add_service(start + timedelta(minutes=later), minutes, calendar)
    assert due <= add_service(start, minutes + 1, calendar)
    assert due >= start + timedelta(minutes=minutes)


@given(CALENDARS, MOMENTS, st.integers(1, 3_000))
def test_nothing_is_due_while_nobody_works(calendar: Calendar, start: datetime, minutes: int) -> None:
    due = add_service(start, minutes, calendar)
    assert calendar.is_open(due - timedelta(microseconds=1))


@given(CALENDARS, MOMENTS, MINUTES)
def test_time_that_was_added_is_counted_again(calendar: Calendar, start: datetime, minutes: int) -> None:
    assert service_minutes(start, add_service(start, minutes, calendar), calendar) == minutes


@given(CALENDARS, MOMENTS)
def test_people_work_when_they_open(calendar: Calendar, moment: datetime) -> None:
    opens = calendar.opens_next(moment)
    assert (opens is None) == calendar.is_open(moment)
    if opens is not None:
        assert calendar.is_open(opens)
        assert not calendar.is_open(opens - timedelta(microseconds=1))


# ── the ordinary week ────────────────────────────────────────────────────────


def test_the_hours_in_words() -> None:
    assert hours_words(HOURS) == "de seg a sex, 8h–18h, e sáb 8h–12h"


def test_the_first_span_of_a_day() -> None:
    assert first_span(HOURS, "sat") == (480, 720)
    assert first_span("Mo-Sa 09:00-12:00,13:00-17:00", "sat") == (540, 720)
    assert first_span("Mo-Fr 08:00-18:00", "sat") is None
