"""What is due when: the first reply and the solution of a ticket, with pauses, dangers and people's word on how urgent it is."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.answers import Answer
from core.calendar import Calendar
from core.records import evolve
from core.targets import GOALS, SOON, TARGETS, Targets, counted, due_at, running
from core.tickets import Priority, Status, Ticket
from core.urgency import urgency

ZONE = ZoneInfo("America/Sao_Paulo")
CALENDAR = Calendar("Mo-Fr 08:00-18:00", ZONE)
TIGHT = Targets(first_reply_high=15, first_reply_medium=60, first_reply_low=120, resolve_high=300, resolve_medium=600, resolve_low=1_200)


def local(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


def report(priority: str | None = "medium", **more: Any) -> Ticket:
    """Sent on Tuesday, at three in the afternoon."""
    answers = {"maintenance.priority": Answer(priority)} if priority else {}
    return Ticket(1, filed_in=1, status=Status.AWAITING_REVIEW, answers=answers, submitted_at=local("11-24 15:00"), **more)


def count(ticket: Ticket, at: str = "11-24 15:00") -> Ticket:
    return counted(ticket, local(at), TIGHT, CALENDAR)


@pytest.mark.parametrize(
    "priority, first_reply, resolve",
    [
        ("high", "11-24 15:15", "11-25 10:00"),
        ("medium", "11-24 16:00", "11-25 15:00"),
        ("low", "11-24 17:00", "11-26 15:00"),
        (None, "11-24 16:00", "11-25 15:00"),  # nobody knows how urgent: as medium
    ],
)
def test_targets_by_priority(priority: str | None, first_reply: str, resolve: str) -> None:
    found = count(report(priority))
    assert running(found) == {"first_reply": local(first_reply), "resolve": local(resolve)}


def test_what_people_assign_counts() -> None:
    assert count(report("low", assigned_priority=Priority.HIGH)).first_reply_due_at == local("11-24 15:15")


def test_what_the_problem_suggests_counts_where_nobody_said() -> None:
    dry = report(None)
    dry = evolve(dry, answers={"maintenance.description": Answer("acabou a água do apartamento inteiro")})
    assert urgency(dry) is Priority.HIGH
    assert count(dry).first_reply_due_at == local("11-24 15:15")


def test_a_dangers_first_reply_counts_round_the_clock() -> None:
    night = local("11-24 23:00")
    gas = Ticket(1, status=Status.OPEN, opened_at=night, hazards={"gas": night}, answers={"maintenance.priority": Answer("high")})
    found = counted(gas, night, TIGHT, CALENDAR)
    assert found.first_reply_due_at == night + timedelta(minutes=15)
    assert found.resolve_due_at == local("11-25 13:00")
    again = counted(evolve(found, hazards={"gas": night + timedelta(hours=1)}, submitted_at=night), night, TIGHT, CALENDAR)
    assert again.first_reply_due_at == found.first_reply_due_at  # said again, the danger gives no more time


def test_a_draft_has_none_and_whoever_asks_for_a_person_has_a_first_reply() -> None:
    asked = local("11-24 15:00")
    assert running(count(Ticket(1, waiting_since=asked, status=Status.INCOMPLETE))) == {}
    found = count(Ticket(1, waiting_since=asked, status=Status.AWAITING_REVIEW))
    assert running(found) == {"first_reply": local("11-24 16:00")}


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.MERGED])
def test_what_is_over_has_none(status: Status) -> None:
    assert running(count(evolve(count(report()), status=status))) == {}


def test_after_the_first_reply_only_the_solution_is_due() -> None:
    found = count(evolve(count(report()), first_reply_at=local("11-24 15:30"), assigned_priority=Priority.HIGH), "11-24 15:30")
    assert running(found) == {"resolve": local("11-25 10:00")}
    assert found.first_reply_due_at == local("11-24 16:00")  # what was promised then stays on record


def test_a_ticket_that_was_sent_back_is_paused_and_goes_on_where_it_was() -> None:
    sent = count(evolve(count(report()), status=Status.SENT_BACK, first_reply_at=local("11-24 15:30")), "11-24 16:00")
    assert sent.paused_at == local("11-24 16:00")
    assert (running(sent), sent.resolve_due_at, sent.soon_late_at) == ({}, None, None)
    assert count(sent, "11-24 17:00") == sent
    answered = count(evolve(sent, status=Status.AWAITING_REVIEW), "11-25 09:00")  # two hours on Tuesday and one on Wednesday
    assert (answered.paused_at, answered.paused_minutes) == (None, 180)
    assert answered.resolve_due_at == local("11-25 18:00")
    twice = count(evolve(answered, status=Status.SENT_BACK), "11-25 10:00")
    assert count(evolve(twice, status=Status.OPEN), "11-25 10:30").paused_minutes == 210


@pytest.mark.parametrize("status", [Status.OPEN, Status.IN_PROGRESS, Status.AWAITING_REVIEW, Status.REOPENED])
def test_nothing_else_pauses(status: Status) -> None:
    before = count(report())
    assert count(evolve(before, status=status), "11-25 10:00").resolve_due_at == before.resolve_due_at


@pytest.mark.parametrize("status", [Status.RESOLVED, Status.CLOSED])
def test_a_resolved_ticket_that_is_opened_again_goes_on_without_the_time_between(status: Status) -> None:
    solved = count(evolve(count(report()), status=status, first_reply_at=local("11-24 15:30")), "11-24 17:00")
    assert solved.resolved_at == local("11-24 17:00")
    assert running(solved) == {}
    assert count(evolve(solved, status=Status.CLOSED), "11-25 08:00").resolved_at == local("11-24 17:00")
    again = count(evolve(solved, status=Status.REOPENED), "11-26 09:00")
    assert again.resolved_at is None
    assert running(again) == {"resolve": local("11-26 17:00")}


def test_from_when_it_is_soon_late() -> None:
    found = count(report())
    assert found.soon_late_at == local("11-24 15:48") == due_at(found, "first_reply", TIGHT, CALENDAR, SOON)
    replied = count(evolve(found, first_reply_at=local("11-24 15:30")))
    assert replied.soon_late_at == local("11-25 13:00")


def test_it_comes_out_the_same_however_often_it_is_counted() -> None:
    sent = evolve(count(report()), status=Status.SENT_BACK)
    for ticket in (
        count(report()),
        count(sent, "11-24 16:00"),
        count(evolve(count(sent, "11-24 16:00"), status=Status.OPEN), "11-25 09:00"),
    ):
        assert count(ticket, "11-26 12:00") == ticket


def test_the_defaults_are_in_order() -> None:
    for goal in GOALS:
        minutes = [TARGETS.minutes(goal, each) for each in Priority]
        assert minutes == sorted(minutes)
    assert TARGETS.minutes("first_reply", None) == TARGETS.first_reply_medium
