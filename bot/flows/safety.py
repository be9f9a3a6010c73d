"""Danger: first out of there, then where it is. Every state leads here by `alarm`."""

from collections.abc import Sequence

from bot.flows import rules
from bot.flows.checks import address_parts
from bot.steps import Ask, Choose, Flow
from core.errors import Rejected
from core.hazards import says_safe
from core.homes import parse_address
from core.names import fold
from core.reading import read_message

MAX_PLACE = 8  # words of an address that names no street: "acácias 120, bloco b ap 3"
_OF_SENTENCES = frozenset("nao nem to tou ta estou estamos esta tem e eh era foi fui vou ja eu meu minha atende quando porque".split())


def told_safe(text: str) -> str:
    """Words that say so, or an address: who can type it is no longer busy getting out."""
    if says_safe(text) or _is_address(text):
        return "safe"
    raise Rejected("not_safe")


def _is_address(text: str) -> bool:
    """Not a sentence with a number in it: "não é meu ap, é o 45"."""
    if read_message(text).address:
        return True
    words = fold(text).replace(",", " ").split()
    if len(words) > MAX_PLACE or not _OF_SENTENCES.isdisjoint(words):
        return False
    try:
        return bool(parse_address(text))
    except Rejected:
        return False


def where(text: str) -> Sequence[str | None]:
    """Street and unit; who says again to be safe names no street ("tô na rua"). Raises `Rejected`."""
    if says_safe(text) and not any(character.isdecimal() for character in text):
        raise Rejected("address_street")
    return address_parts(text)


SAFETY = Flow(
    "safety",
    None,
    steps=(
        Choose("safe", ("safe",), free=told_safe, gives_up=None),
        Ask("address", fills=("contract.address", "contract.unit"), reads=where, when=rules.home_unknown),
    ),
    then=((None, "start"),),
)
