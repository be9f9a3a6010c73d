"""Around a number or an e-mail address: which field it is named as, and whether it is the writer's own."""

from typing import Literal, NamedTuple

from core.owner_words import MEANINGS
from core.words import Span
from core.words_before import WordsBefore
from core.words_behind import end_behind, is_claimed

Whose = Literal["writers", "mine", "anothers", "listed"]  # taken for the writer's, said to be; somebody else's, in a list of theirs
_SENTENCES = 3  # before a value that may tell whose it is; marks stand in a row: "?!"


class Label(NamedTuple):
    """A value with the words that go with it; whether they name its field, and whose it is."""

    span: Span
    named: bool = False
    whose: Whose = "anothers"

    @property
    def is_own(self) -> bool:
        return self.whose in ("writers", "mine")


def label_of(field: str, text: str, folded: str, value: Span) -> Label:
    """Another field's, another thing's ("protocolo") and another person's ("o zap da síndica é") are somebody else's."""
    before = WordsBefore(field, folded, value[0])
    own = before.is_own() or is_claimed(field, folded, value[1])
    if not own or _is_said_before(before):
        return Label(value, whose="listed" if before.lists else "anothers")
    end = end_behind(field, text, folded, value[1], named=before.label is not None, ours=before.ours)
    if end is None or (before.loose and before.label is None and end == value[1] and _has_no_mask(field, folded, value)):
        return Label(value)
    if before.taken and end == value[1]:
        return Label(value)
    return Label((before.start(), end), before.label is not None or end > value[1], "mine" if before.mine else "writers")


def _is_said_before(before: WordsBefore) -> bool:
    """ "o cpf é do meu marido, viu? 529…", "esse é o número de vocês? 21 …": told in the sentence before a value that stands alone."""
    said = before
    for _ in range(_SENTENCES):
        if said.words or not said.low:
            break
        said = WordsBefore(before.field, before.folded, said.low - 1)
    names = any(MEANINGS.get(word.text) == before.field for word in said.words) or said.ends_in_a_person()
    return said is not before and names and not said.is_own()


def _has_no_mask(field: str, folded: str, value: Span) -> bool:
    """ "o número que saiu foi 52998224725": eleven digits among unknown words can be anything."""
    return field == "cpf" and folded[slice(*value)].isdecimal()
