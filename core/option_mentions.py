"""What the options that an answer mentions come to: which of them are meant, which denied, which only stand beside another."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.labels import NOWHERE, Labels, Places


class Mention(NamedTuple):
    """A word that names options: because it stands in their labels, or by their place in the list."""

    by_word: Places = NOWHERE
    by_place: Places = NOWHERE
    weak: bool = False  # "rua" names nothing alone
    aside: bool = False  # "um", "de baixo": names only where nothing else does


Sign = Mention | str  # or the meaning of a phrase; "," ends a clause


class _Group:
    """Words next to each other that name one thing: "ap", "45"."""

    def __init__(self, denied: bool) -> None:
        self.mentions: list[Mention] = []
        self.denied = denied

    @property
    def places(self) -> Places:
        """The options that all words agree on; a number beside a label's words is one of them, if it can be ("ap 1")."""
        if len(self.mentions) == 1:
            return self.mentions[0].by_word | self.mentions[0].by_place
        by_words = frozenset.intersection(*(each.by_word for each in self.mentions))
        return by_words or frozenset.intersection(*(each.by_word | each.by_place for each in self.mentions))

    def takes(self, mention: Mention) -> bool:
        self.mentions.append(mention)
        if self.places:
            return True
        self.mentions.pop()
        return False

    @property
    def names(self) -> bool:
        return not all(mention.weak for mention in self.mentions)


class _Clauses:
    """The groups of an answer with what "não" does to them."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self.unclear = False
        self._open = False  # a group stands in this clause
        self._denies_next = False
        self._denies_last = False  # "alta não": if nothing follows
        self._and = False
        self._contrasts = False  # "alta e não baixa"

    @property
    def _affirms(self) -> bool:
        return any(not group.denied for group in self.groups)

    def hear(self, sign: Sign) -> None:
        if isinstance(sign, Mention):
            self._hear_mention(sign)
        elif sign in (",", "or"):
            self.end_clause()
        elif sign in ("not", "absent", "rather"):
            self._hear_not(contrasts=sign == "rather")
        if sign != "":
            self._and = sign == "and"

    def _hear_mention(self, mention: Mention) -> None:
        corrects = self._denies_next and self._affirms and not self._contrasts  # "1, não 2"
        self.unclear |= corrects or self._denies_last  # "alta não média"
        fits = self._open and not self._denies_next and self.groups[-1].takes(mention)
        if not fits:
            self.groups.append(_Group(self._denies_next))
            self.groups[-1].takes(mention)
        self._open, self._denies_next = True, False

    def _hear_not(self, *, contrasts: bool) -> None:
        if self._open and not self.groups[-1].denied and not self._and:
            self._denies_last = True
            return
        self._denies_next, self._contrasts = True, self._and or contrasts

    def end_clause(self) -> None:
        if self._denies_last:
            self.groups[-1].denied = True
        elif self._denies_next:
            self.groups.clear()  # "baixa, não, média"
        self._open = self._denies_next = self._denies_last = False


def chosen_of(signs: Iterable[Sign], labels: Labels) -> int | None:
    """The one option on which all groups that are not denied agree, else the one for a home that is not listed."""
    signs = tuple(signs)
    clauses = _Clauses()
    for sign in _placed_only(signs) if "place" in signs else signs:
        if not isinstance(sign, Mention) or not sign.aside:
            clauses.hear(sign)
    clauses.end_clause()
    affirmed = [group.places for group in clauses.groups if not group.denied and group.names]
    if clauses.unclear or "all" in signs or ("none" in signs and affirmed):
        return None
    if not affirmed and _unlisted(signs):
        return labels.unlisted[0] if len(labels.unlisted) == 1 else None
    asides = [sign.by_place for sign in signs if isinstance(sign, Mention) and sign.aside]
    agreed = (
        frozenset.intersection(*(affirmed or asides)) if affirmed or (asides and {"not", "absent", "rather"}.isdisjoint(signs)) else NOWHERE
    )
    return next(iter(agreed)) if len(agreed) == 1 else None


def _placed_only(signs: Iterable[Sign]) -> Iterable[Sign]:
    """Beside "opção" a number is a place, not a part of a label."""
    return [Mention(by_place=sign.by_place) if isinstance(sign, Mention) and sign.by_place else sign for sign in signs]


def _unlisted(signs: Sequence[Sign]) -> bool:
    """ "nenhuma dessas", "é outra", "a minha não aparece aí"."""
    return not {"none", "other", "absent"}.isdisjoint(signs)
