"""What each error of WhatsApp makes the sender do: every code that its page lists, and what it does not list."""

import pytest

from bot.handlers.whatsapp.outcomes import HELD, NOBODY_THERE, PAIR, TOO_FAST, UNCLEAR, failure_of, outcome_of
from core.messages import Outcome

TOKEN = "EAAGm0PX4ZCpsBAKexample"
THIS_MESSAGE_ALONE = (
    (100, 400),
    (130472, 400),  # the person takes part in a trial of Meta's
    (131008, 400),
    (131009, 400),
    (131047, 400),  # the 24 hours are over
    (131049, 400),
    (131050, 400),  # no advertisements, but answers
    (131051, 400),
    (131052, 400),
    (131053, 400),
    (131062, 400),
    (132000, 400),
    (132001, 404),
    (132005, 400),
    (132007, 400),
    (132012, 400),
    (132015, 400),
    (132016, 400),
    (132018, 400),
    (135000, 400),
    (999999, 400),
)


@pytest.fixture(autouse=True)
def in_haste() -> None:
    """The waits themselves are looked at here."""


@pytest.mark.parametrize("code", TOO_FAST)
@pytest.mark.parametrize("status", [200, 400, 429, 500])
def test_the_whole_account_waits(code: int, status: int) -> None:
    assert (outcome := outcome_of(code, "", status)).do == "again"
    assert outcome.pauses_account
    assert (outcome.after_seconds, outcome.counts) == (1.0, False)


def test_a_pair_waits_longer_each_time_and_nobody_else() -> None:
    waits = [outcome_of(PAIR, "", 429, attempt) for attempt in range(1, 7)]
    assert [each.after_seconds for each in waits] == [4, 16, 64, 256, 256, 256]
    assert all(each.do == "again" and each.counts and not each.pauses_account for each in waits)


@pytest.mark.parametrize("code", [*HELD, 200, 210, 299])
@pytest.mark.parametrize("status", [200, 400, 401, 403, 500])
def test_the_account_is_held_and_the_token_is_not_quoted(code: int, status: int) -> None:
    outcome = outcome_of(code, f"Malformed access token {TOKEN}", status)
    assert (outcome.do, outcome.dead_address) == ("hold", False)
    assert outcome.after_seconds >= 60
    assert outcome.reason.startswith(f"{code} ")
    assert TOKEN not in outcome.reason


@pytest.mark.parametrize("code", [0, 102, 463, 999999])
@pytest.mark.parametrize("status", [401, 403])
def test_whoever_is_refused_for_another_reason_is_held_too(code: int, status: int) -> None:
    outcome = outcome_of(code, TOKEN, status)
    assert outcome.do == "hold"
    assert TOKEN not in outcome.reason


@pytest.mark.parametrize("code", NOBODY_THERE)
def test_nothing_reaches_the_person_any_more(code: int) -> None:
    assert (outcome := outcome_of(code, "", 400)).do == "failed"
    assert outcome.dead_address


@pytest.mark.parametrize("code, status", THIS_MESSAGE_ALONE)
def test_only_this_message_is_refused(code: int, status: int) -> None:
    assert outcome_of(code, "what is wrong", status) == Outcome("failed", reason=f"{code} what is wrong")


def test_the_end_of_the_24_hours_is_known_by_its_reason() -> None:
    assert outcome_of(131047, "Re-engagement message", 400).reason.startswith("131047")


@pytest.mark.parametrize("code, status", [(1, 400), (2, 503), (131000, 500), (0, 502), (999999, 500)])
def test_nobody_knows(code: int, status: int) -> None:
    assert (outcome := outcome_of(code, "", status)).do == "unknown"
    assert not outcome.dead_address


@pytest.mark.parametrize("code", sorted(UNCLEAR))
def test_a_failure_of_whatsapp_that_is_reported_goes_again_later_each_time(code: int) -> None:
    outcomes = [failure_of(code, "Something went wrong", attempt) for attempt in (1, 2)]
    assert outcomes == [Outcome("again", after_seconds=seconds, reason=f"{code} Something went wrong") for seconds in (4, 16)]


@pytest.mark.parametrize("code", [PAIR, 190, 131026, 131047])
def test_any_other_failure_that_is_reported_is_what_it_is_as_an_answer(code: int) -> None:
    assert failure_of(code, "why", 2) == outcome_of(code, "why", 400, 2)


def test_too_many_requests_without_a_code_that_is_known() -> None:
    assert (outcome := outcome_of(0, "", 429)).do == "again"
    assert outcome.pauses_account


def test_a_reason_is_short() -> None:
    assert len(outcome_of(100, "x" * 5_000, 400).reason) == 200


def test_what_no_database_takes_is_left_out_of_the_words() -> None:
    assert outcome_of(100, "a\0b\ud800c").reason == "100 abc"
