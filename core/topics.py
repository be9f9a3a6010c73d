"""What a free message is about and who writes it: kind of request, role and priority, each read by a module of its own."""

import re

from core.kinds import kind_in
from core.priorities import priority_in
from core.roles import role_in

__all__ = ["kind_in", "priority_in", "role_in", "stands_alone"]

Span = tuple[int, int]
_LOOK_BACK = 30  # characters before a span in which a clause may end
_EDGE_BEFORE = re.compile(r"(?:^|[,.;:!?\n\x00(–—-]|\be|\bmas)\s*$")
_EDGE_AFTER = re.compile(r"\s*(?:$|[,.;:!?\n\x00)–—-]|e\b|mas\b|viu\b|ne\b|por favor\b|pf\b)")


def stands_alone(folded: str, span: Span) -> bool:
    """Is a clause of its own, so that cutting it leaves a sentence."""
    return bool(_EDGE_BEFORE.search(folded[max(0, span[0] - _LOOK_BACK) : span[0]]) and _EDGE_AFTER.match(folded, span[1]))
