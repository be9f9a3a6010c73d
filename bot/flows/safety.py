"""Danger: first out of there, then where it is. Every state leads here by `alarm`."""

from bot.flows import rules
from bot.flows.checks import address_parts
from bot.steps import Ask, Choose, Flow
from core.errors import Rejected
from core.hazards import says_safe
from core.homes import parse_address


def told_safe(text: str) -> str:
    """Words that say so, or an address: who can type it is no longer busy getting out."""
    if says_safe(text) or _is_address(text):
        return "safe"
    raise Rejected("not_safe")


def _is_address(text: str) -> bool:
    try:
        return bool(parse_address(text))
    except Rejected:
        return False


SAFETY = Flow(
    "safety",
    None,
    steps=(
        Choose("safe", ("safe",), free=told_safe, gives_up=None),
        Ask("address", fills=("contract.address", "contract.unit"), reads=address_parts, when=rules.home_unknown),
    ),
    then=((None, "start"),),
)
