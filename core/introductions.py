"""Who says who they are: "aqui é o Marcos Lima", "sou a locatária Bianca", "Att, Ana Lima". Nobody else's name is read."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from core.address_words import VERBAL
from core.errors import Rejected
from core.given_names import GIVEN, NO_NAMES, PARTICLES, SURNAMES, TITLES
from core.glance import BEGUN
from core.introduction_words import (
    ASKS,
    BEFORE_NAME,
    BEGINS,
    BEHIND_NAME,
    DATA_NEXT,
    DENIED,
    EDGES,
    ENDS,
    FOREIGN,
    GAP_BEHIND,
    HERE,
    HINTS,
    HOME_BEHIND,
    IS_THE_NAME,
    IT_IS,
    IT_IS_HINTS,
    LABELS,
    LAST,
    LEADS_ON,
    MARKS,
    NO_SURNAME,
    OPENINGS,
    OPENS,
    ROLE_BEHIND,
    ROLES,
    SIDE_BEFORE,
    SIDE_BEHIND,
    SIDE_LEADS,
    SIGNED,
    SIGNED_HINTS,
    WITH_LABEL,
    WORD,
    Label,
)
from core.names import name_key, parse_person_name
from core.owner_words import MEANINGS
from core.records import Record
from core.troubles import signs_of
from core.words import Span, Words

Mention = tuple[str, Span]  # value, and its place with the label
Name = list[re.Match[str]]
_MAX_WORDS = 6  # of one name
_MAX_TRIED = 12  # places of one label in one message
_REACH = 60  # characters around a label or a document in which a name can stand
_WHOLE = 2  # words of a name with a surname
_BEGINS_WITH = {
    phrase: phrase.partition(" ")[0][:BEGUN] for phrase in (*(label.word for label in (*LABELS, *IT_IS, *HERE)), *BEHIND_NAME, *IS_THE_NAME)
}


class Introductions(Record):
    """Values by field, and every place to cut."""

    found: dict[str, Mention]
    places: tuple[Span, ...] = ()


NOBODY = Introductions({})


class _Person(NamedTuple):
    name: str
    span: Span  # with the label
    role: Mention | None = None


def introduced(text: str, said: Words, data: Sequence[Span] = ()) -> Introductions:
    """First and last name, and a role that is told with them. `said` has blanks where other things stood, `data` are the writer's."""
    begun = said.begun
    looked, signed = not HINTS.isdisjoint(begun), not SIGNED_HINTS.isdisjoint(begun)
    it_is = not IT_IS_HINTS.isdisjoint(begun)
    known = not GIVEN.isdisjoint(said.texts)
    if not (looked or signed or it_is or data or known):
        return NOBODY
    reader = _Reader(text, said)
    people = list(reader.labelled(LABELS)) if looked else []
    if known:
        people += reader.labelled(IT_IS) if it_is else ()
        people += (*reader.before_labels(), *reader.labelled(HERE)) if looked else ()
        people += reader.opening()
        people += reader.closing()
    people += reader.signed() if signed else ()
    people = people or (list(reader.beside(data)) if known else [])
    return _told(people, reader.last_name() if "sobr" in begun else None)


def _told(people: list[_Person], last: _Person | None) -> Introductions:
    """Nobody, where two different people are named."""
    firsts = {name_key(person.name).partition(" ")[0] for person in people}
    if len(firsts) > 1 or not (people or last):
        return NOBODY
    found: dict[str, Mention] = {}
    if people:
        longest = max(people, key=lambda person: len(person.name))
        first, _, rest = longest.name.partition(" ")
        found["first_name"] = (first, longest.span)
        if rest:
            found["last_name"] = (rest, longest.span)
        if role := next((person.role for person in people if person.role), None):
            found["role"] = role
    if last:
        found["last_name"] = (last.name, last.span)
    return Introductions(found, tuple(person.span for person in (*people, last) if person))


class _Reader:
    """One message: the text as typed beside its folded form."""

    def __init__(self, text: str, said: Words) -> None:
        self.text, self.said, self.folded = text, said, said.folded
        self.shouted = text.isupper()

    def labelled(self, labels: Sequence[Label]) -> Iterator[_Person]:
        for label in [label for label in labels if _BEGINS_WITH[label.word] in self.said.begun]:
            for at in self._places(label.word):
                found = label.pattern.match(self.folded, at)
                if found and (person := self._behind(label, found)):
                    yield person

    def _places(self, phrase: str) -> Iterator[int]:
        """Where a phrase begins, the first places."""
        begins = (at for at in self.said.places[_BEGINS_WITH[phrase]] if self.folded.startswith(phrase, at))
        return islice(begins, _MAX_TRIED)

    def _behind(self, label: Label, found: re.Match[str]) -> _Person | None:
        before = self.folded[max(0, found.start() - 16) : found.start()]
        if DENIED.search(before) or (label.begins and not BEGINS.search(before)):
            return None
        if label in HERE and not self._is_given(found.end()):
            return None
        if label in IT_IS and found[0] == "e " and self.text[found.start()] not in "éÉ":
            return None  # "e a Vera disse"
        lead = BEFORE_NAME.match(self.folded, found.end())
        start = lead.end() if lead else found.end()
        words = self._words(start, sure=label.sure)
        known = words and (words[0][0] in GIVEN or len(words) >= _WHOLE)
        if not label.sure and not known and not (words and lead and any(lead.groupdict().values())):
            words = self._loosely(start)
        goes_with = WITH_LABEL.search(before)
        role = next((_role(lead, group) for group in ("role", "relative") if lead and lead[group]), None)
        return self._person(words, found.start() - len(goes_with[0] if goes_with else ""), role)

    def _is_given(self, at: int) -> bool:
        word = WORD.match(self.folded, at)
        return word is not None and word[0] in GIVEN

    def _person(self, words: Name, start: int, role: Mention | None = None) -> _Person | None:
        if not words:
            return None
        end = words[-1].end() - words[-1][0].endswith(".")
        if ASKS.match(self.folded, end):
            return None
        try:
            name = parse_person_name(self.text[words[0].start() : end])
        except Rejected:
            return None
        return _Person(name, (start, end), role or self._role_behind(end))

    def _role_behind(self, end: int) -> Mention | None:
        behind = ROLE_BEHIND.match(self.folded, end)
        group = next((name for name, said in behind.groupdict().items() if said), None) if behind else None
        return _role(behind, group) if behind and group else None

    def _words(self, at: int, *, sure: bool) -> Name:
        """The words from here on that make a name; "da" counts when a name follows."""
        words: Name = []
        particle: Name = []
        while len(words) < _MAX_WORDS and (word := WORD.match(self.folded, at)):
            if word[0] in PARTICLES and words and not particle:
                particle = [word]
            elif self._is_name(word, words, sure=sure):
                words += [*particle, word]
                particle = []
            else:
                break
            at = word.end() + 1
            if self.folded[word.end() : at] != " ":
                break
        return words

    def _is_name(self, word: re.Match[str], before: Name, *, sure: bool) -> bool:
        """Known, or written like one: with a capital in a text that has others too. Behind a capital comes no unknown small word."""
        if word[0] in NO_NAMES:
            return False
        if word[0] in GIVEN or (before and word[0] in SURNAMES) or FOREIGN.search(word[0]):
            return True
        begun_small = not before or self.shouted or not self._is_capital(before[0])
        if begun_small and (sure or (before and before[0][0] in GIVEN and self._ends_name(word))):
            return True
        return not self.shouted and self._is_capital(word)

    def _ends_name(self, word: re.Match[str]) -> bool:
        """ "sou o gustavo marra, …", "raimunda nonata costa": an unknown word behind a given name, with a mark or another clause behind."""
        if word[0] in MEANINGS or VERBAL.fullmatch(word[0]) or NO_SURNAME.fullmatch(word[0]) or signs_of(word[0]):
            return False
        behind = ENDS.match(self.folded, word.end()) or WORD.match(self.folded, word.end() + 1)
        return behind is not None and (behind.re is ENDS or behind[0] in NO_NAMES or behind[0] in SURNAMES)

    def _is_capital(self, word: re.Match[str]) -> bool:
        return self.text[word.start()].isupper()

    def _loosely(self, at: int) -> Name:
        """Small letters that nobody knows are a name with a role or the writer's data behind them: "sou a zuila brandes inquilina"."""
        words: Name = []
        while len(words) < _MAX_WORDS and (word := WORD.match(self.folded, at)) and word[0] not in NO_NAMES:
            words.append(word)
            at = word.end()
            if ROLE_BEHIND.match(self.folded, at) or DATA_NEXT.match(self.folded, at):
                ends_well = PARTICLES.isdisjoint((words[0][0], word[0]))
                return words if ends_well and (len(words) >= _WHOLE or self._is_capital(word)) else []
            if self.folded[at : at + 1] != " ":
                break
            at += 1
        return []

    def before_labels(self) -> Iterator[_Person]:
        """ "Marcos Lima aqui", "fala com o Nonato que sou eu"."""
        for label in [label for label in (*BEHIND_NAME, *IS_THE_NAME) if _BEGINS_WITH[label] in self.said.begun]:
            for at in self._places(label):
                end = at + len(label)
                called = not self.folded[end : end + 1].isalnum() and not self.folded.startswith((" e ", " eh "), end)
                called = called and (label in BEHIND_NAME or ENDS.match(self.folded, end) is not None)
                if called and (person := self._before(at - 1, anywhere=label.endswith("sou eu"))):
                    yield person._replace(span=(person.span[0], end), role=person.role or self._role_behind(end))

    def _before(self, end: int, *, anywhere: bool) -> _Person | None:
        """The name up to `end`, alone in its clause."""
        low = max(0, end - _REACH)
        low = max((mark.end() for mark in MARKS.finditer(self.folded, low, max(low, end))), default=low)
        words = list(WORD.finditer(self.folded, low, max(low, end)))
        first = next((at for at, word in enumerate(words) if word[0] in GIVEN), None)
        if first is None:
            return None
        opening = " ".join(word[0] for word in words[:first] if word[0] not in TITLES)
        name = self._words(words[first].start(), sure=False) if anywhere or opening in OPENINGS else []
        return self._person(name, words[first].start()) if name and name[-1].end() == end else None

    def opening(self) -> Iterator[_Person]:
        """ "davi lucena, inquilino da rua …", "Ana Lima, ap 302, …", where the message begins."""
        start = OPENS.match(self.folded)
        words = self._words(start.end() if start else 0, sure=False)
        if not words or words[0][0] not in GIVEN:
            return
        side = SIDE_BEHIND.match(self.folded, words[-1].end())
        role = _role(side, "role" if side["role"] else "post") if side else None
        at_home = words[-1][0] in SURNAMES and words[-1][0] not in GIVEN and HOME_BEHIND.match(self.folded, words[-1].end())
        if (role or at_home) and (person := self._person(words, words[0].start(), role)):
            yield person

    def closing(self) -> Iterator[_Person]:
        """A name alone in the last line."""
        end = len(self.folded.rstrip(" .!\n\x00"))
        before = self.folded.rfind("\n", 0, end)
        if before < 0 or LEADS_ON.search(self.folded, max(0, before - _REACH), before):
            return
        words = self._words(before + 1, sure=False)
        if words and words[0][0] in GIVEN and words[-1].end() == end and (person := self._person(words, words[0].start())):
            yield person

    def signed(self) -> Iterator[_Person]:
        """ "Att, Ana Lima" at a sentence's end; thanks may be said to somebody, so that one name behind them needs a line of its own."""
        for label in islice(self.said.matches(SIGNED, SIGNED_HINTS), _MAX_TRIED):
            words = self._words(label.end(), sure=False)
            alone = label["sure"] or "\n" in label["break"]
            if not words or not (alone or len(words) >= _WHOLE):
                continue
            if not ENDS.match(self.folded, words[-1].end()) and not ROLE_BEHIND.match(self.folded, words[-1].end()):
                continue
            if (label["sure"] or words[0][0] in GIVEN) and (person := self._person(words, label.start())):
                yield person

    def beside(self, data: Sequence[Span]) -> Iterator[_Person]:
        """A name alone between marks beside the writer's own data: "Tiago Mourão, tiago@uol.com.br"."""
        for start, end in data:
            called = "meu " in self.text[start:end].lower()  # "Marina, meu cpf é …" speaks to Marina
            for piece in (self._piece_before(start), self._piece_behind(end)):
                side = self._side(piece[0]) if piece else None
                words = self._words(side.end() if side else piece[0], sure=False) if piece else []
                if not piece or not words or words[-1].end() != piece[1] or words[0][0] not in GIVEN:
                    continue
                addressed = called and len(words) < _WHOLE and piece[0] < start
                role = _role(side, "role") if side else None
                if not addressed and (person := self._person(words, side.start("role") if side else piece[0], role)):
                    yield person

    def _side(self, at: int) -> re.Match[str] | None:
        """ "locatária Helena Dutra, CPF …", "Locatária: Helena Dutra, CPF …"; not "a locatária Helena Dutra"."""
        return SIDE_LEADS.match(self.folded, at) or SIDE_BEFORE.search(self.folded[:at], max(0, at - _REACH))

    def _piece_before(self, at: int) -> Span | None:
        low = max(0, at - _REACH)
        end = low + len(self.folded[low:at].rstrip(EDGES + ",;:(\n<"))
        start = max((mark.end() for mark in MARKS.finditer(self.folded, low, end)), default=low)
        return self._stripped(start, end)

    def _piece_behind(self, at: int) -> Span | None:
        gap = GAP_BEHIND.match(self.folded, at)
        start = gap.end() if gap else at
        mark = MARKS.search(self.folded, start, start + _REACH)
        end = mark.start() if mark else len(self.folded)
        return self._stripped(start, end) if end - start <= _REACH and ENDS.match(self.folded, end) else None

    def _stripped(self, start: int, end: int) -> Span | None:
        piece = self.folded[start:end]
        start += len(piece) - len(piece.lstrip(EDGES))
        end -= len(piece) - len(piece.rstrip(EDGES))
        return (start, end) if start < end else None

    def last_name(self) -> _Person | None:
        """ "meu sobrenome é Pacheco"."""
        label = LAST.search(self.folded)
        return self._person(self._words(label.end(), sure=True), label.start()) if label else None


def _role(found: re.Match[str], group: str) -> Mention:
    word = found[group]
    return next((meant for begin, meant in ROLES.items() if word.startswith(begin)), "other"), found.span(group)
