"""What Meta reports of the account, its numbers and its templates, and not of a talk: who looks after them is to hear it.

https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview lists the fields.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from core.characters import storable
from core.messages import Part
from core.records import evolve
from core.standing import Cause, Standing

NEWS: Mapping[str, Literal["quality", "limit", "account", "template"]] = {
    "phone_number_quality_update": "quality",
    "business_capability_update": "limit",
    "account_update": "account",
    "account_alerts": "account",
    "account_review_update": "account",
    "phone_number_name_update": "account",
    "security": "account",
    "message_template_status_update": "template",
    "message_template_quality_update": "template",
}
NEEDED = ("account_update", "business_capability_update", "message_template_status_update", "phone_number_quality_update")
# By `event` or `decision`: what is bad news, and what has to be mended then.
CAUSES: Mapping[tuple[str, str], Cause] = {
    ("quality", "FLAGGED"): "quality",
    ("quality", "DOWNGRADE"): "quality",
    ("account", "ACCOUNT_RESTRICTION"): "account",
    ("account", "ACCOUNT_VIOLATION"): "account",
    ("account", "DISABLED_UPDATE"): "account",
    ("account", "REJECTED"): "account",
    ("template", "REJECTED"): "template",
    ("template", "PAUSED"): "template",
    ("template", "DISABLED"): "template",
}
LONGEST = 400  # characters of what the platform says


def with_standing(part: Part) -> Part:
    """The same part, with what our people are told of it, if it is of that kind."""
    if part.about != "channel":
        return part
    standing = _standing(part)
    return part if standing is None else evolve(part, standing=standing)


def _standing(part: Part) -> Standing | None:
    kind, value = NEWS.get(str(part.body.get("field"))), part.body.get("value")
    if kind is None or not isinstance(value, Mapping):
        return None
    causes = (CAUSES.get((kind, str(value.get(name)))) for name in ("event", "decision"))
    said = storable("; ".join(_facts(value))[:LONGEST])
    return Standing(part.channel, part.account, kind, next(filter(None, causes), None), said)


def _facts(value: Mapping[str, Any], within: int = 0) -> Iterator[str]:
    """Each name with what it says; what stands in something else, at most twice, too."""
    for name, each in value.items():
        for fact in each if isinstance(each, list) else [each]:
            if isinstance(fact, Mapping):
                yield from _facts(fact, within + 1) if within < 2 else ()
            elif fact is not None and fact != "":
                yield f"{name}: {fact}"
