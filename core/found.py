"""Somebody who was found: what a list shows of them, masked, and how near they are to what was typed."""

from collections.abc import Mapping, Sequence

from core.contacts import Contact
from core.documents import mask_cpf
from core.phones import format_mobile
from core.search_tokens import COMPANY, FIRST, LAST, words_of

Terms = Mapping[str, float]  # tokens, each with its closeness


class Found(Contact):
    """A contact as the table of a search shows it (R5, R6). Its `str` is the label: "Marina Souza · •••.982.247-•• · cel …98765-1234"."""

    def __str__(self) -> str:
        document = self.company_name or (mask_cpf(self.cpf) if self.cpf else None)
        reached = f"cel {_end_of(self.mobile)}" if self.mobile else self.email
        return " · ".join(part for part in (self.name, document, reached) if part)


def _end_of(e164: str) -> str:
    """…98765-1234: the number without its area code."""
    return f"…{format_mobile(e164).rpartition(' ')[2]}"


def nearest_first(found: Sequence[Found], conditions: Sequence[Terms]) -> list[Found]:
    """Whose names are nearest to the words of each condition; of equal ones those with the fewest other words, then by name."""
    ranked = []
    for each in found:
        words = _tokens(each)
        nearness = sum(max((terms.get(word, 0.0) for word in words), default=0.0) for terms in conditions)
        ranked.append((-round(nearness, 6), len(words), each.name, each.id, each))
    return [each for *_, each in sorted(ranked)]


def _tokens(found: Found) -> list[str]:
    named = ((FIRST, found.first_name), (LAST, found.last_name), (COMPANY, found.company_name))
    return [kind + word for kind, name in named for word in words_of(name)]
