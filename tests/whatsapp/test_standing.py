"""What Meta reports of the account: the examples of its pages, and whatever else may stand there."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.whatsapp.standing import LONGEST, NEWS, with_standing
from core.messages import Part
from core.standing import Standing

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


def reported(field: str, value: Any) -> Standing | None:
    return with_standing(Part("whatsapp", "", "hash:0", {"field": field, "value": value}, about="channel")).standing


@pytest.mark.parametrize(
    "field, value, kind, cause, said",
    [
        (
            "phone_number_quality_update",
            {"display_phone_number": "15550783881", "event": "FLAGGED", "current_limit": "TIER_1K"},
            "quality",
            "quality",
            "display_phone_number: 15550783881; event: FLAGGED; current_limit: TIER_1K",
        ),
        (
            "business_capability_update",
            {"max_daily_conversations_per_business": 2000, "max_phone_numbers_per_waba": 25},
            "limit",
            None,
            "max_daily_conversations_per_business: 2000; max_phone_numbers_per_waba: 25",
        ),
        (
            "account_update",
            {
                "event": "ACCOUNT_RESTRICTION",
                "restriction_info": [
                    {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1681913809},
                    {"restriction_type": "RESTRICTED_CUSTOMER_INITIATED_MESSAGING", "expiration": 1681913809},
                ],
            },
            "account",
            "account",
            (
                "event: ACCOUNT_RESTRICTION; restriction_type: RESTRICTED_BIZ_INITIATED_MESSAGING; expiration: 1681913809; "
                "restriction_type: RESTRICTED_CUSTOMER_INITIATED_MESSAGING; expiration: 1681913809"
            ),
        ),
        (
            "account_alerts",
            {"entity_type": "BUSINESS", "alert_info": {"alert_severity": "INFORMATIONAL", "alert_type": "INCREASED_CAPABILITIES_DENIED"}},
            "account",
            None,
            "entity_type: BUSINESS; alert_severity: INFORMATIONAL; alert_type: INCREASED_CAPABILITIES_DENIED",
        ),
        ("account_review_update", {"decision": "REJECTED"}, "account", "account", "decision: REJECTED"),
        (
            "message_template_status_update",
            {"event": "PAUSED", "message_template_name": "lembrete", "message_template_language": "pt_BR", "reason": None},
            "template",
            "template",
            "event: PAUSED; message_template_name: lembrete; message_template_language: pt_BR",
        ),
        (
            "message_template_status_update",
            {"event": "APPROVED", "message_template_name": "lembrete"},
            "template",
            None,
            "event: APPROVED; message_template_name: lembrete",
        ),
    ],
)
def test_news_of_the_account(field: str, value: Mapping[str, Any], kind: str, cause: str | None, said: str) -> None:
    standing = reported(field, value)
    assert standing is not None
    assert (standing.channel, standing.kind, standing.cause, standing.said) == ("whatsapp", kind, cause, said)


@pytest.mark.parametrize("field", ["messages", "flows", "user_preferences", "", "smb_app_state_sync"])
def test_other_news_is_told_to_nobody(field: str) -> None:
    assert reported(field, {"event": "FLAGGED"}) is None


def test_a_part_of_a_talk_is_left_as_it_is() -> None:
    said = Part("whatsapp", "1", "wamid.1", {"field": "account_update", "value": {}}, (("number", "+55"),), "55")
    assert with_standing(said) is said


@given(st.sampled_from([*NEWS]), JSON)
def test_whatever_stands_there_nothing_is_raised(field: str, value: Any) -> None:
    standing = reported(field, value)
    assert standing is None or len(standing.said) <= LONGEST


def test_what_no_database_takes_is_left_out() -> None:
    standing = reported("account_update", {"event": "a\0b", "reason": "c\ud800d"})
    assert standing is not None
    assert standing.said == "event: ab; reason: cd"
