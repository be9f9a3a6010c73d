"""How urgent the client says it is ("Priority" in the rules of the trade): only explicit words, and only where they are clear.

A text is read as phrases of the table in `core.priority_words`, clause by clause. A clause states priorities, or denies them; the last
correction wins, and what contradicts itself says nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import islice, takewhile
from typing import NamedTuple

from core.priority_phrases import Phrase, phrases_in
from core.priority_words import HIGH, LOW, MEDIUM, Part
from core.tickets import Priority
from core.words import BLANK, Words

Span = tuple[int, int]
_NAMES = ":=-–—("  # signs that may stand between "prioridade" and its level
_MOST_AWAY = 8  # phrases between "prioridade" and its level

_BREAKS = frozenset({Part.STOP, Part.OPEN, Part.OR})
_ENDS = _BREAKS | {Part.START, Part.THAT}  # what may follow a level that stands for itself
_CLEARS = _BREAKS | {Part.FIX}
_BLURS = frozenset({Part.OTHER})
_NOT_AROUND = _BREAKS | {Part.OTHER}  # these a level looks through to neither side
_TERMS = frozenset({Part.LEVEL, Part.WORD, Part.CLOSED, Part.NOUN})
_ANSWERS = frozenset({"ja", "logo"})  # alone they answer other questions
_ALONE = frozenset({Part.NOT, Part.NOW, Part.SOON, Part.FILL, Part.POLITE, Part.IS, Part.FIX})
_AT_ONCE = (Part.NOW, Part.SOON)
_BEFORE_NUMBER = frozenset({Part.NOUN, Part.STAGE, Part.FILL, Part.IS, Part.STOP, Part.NOT})
_BEFORE_URGENCY = frozenset({Part.IS, Part.CALL, Part.START, Part.FILL, Part.NOT})
_OF = frozenset({"da", "do", "de"})  # behind "urgência" they lead to something else
_FILLERS = frozenset({Part.FILL, Part.POLITE, Part.LINK, Part.IS, Part.THAT, Part.START})
_AFTER_NOT = _BREAKS | {Part.POLITE, Part.PICK, Part.LEAN, Part.NOT}  # behind a "não" that denies what stood before it: "urgente não, viu"
_TAGS = frozenset("ne viu ok esta certo entendeu blz beleza combinado".split())  # "é urgente, tá?" asks nothing
_VERB_ENDS = ("ou", "iu", "eu", "ndo", "ar", "er", "ir")  # before "é alta" without a comma
_SENTENCE_ENDS = frozenset("queimou pifou vazou parou mais nada ontem hoje tudo dia dias semana semanas ainda".split())


class Said(NamedTuple):
    """A priority in a clause. `value` None: denied without saying another."""

    value: Priority | None
    at: int  # index of its phrase
    level: bool = False  # by its name, not by another word
    denies: Priority | None = None
    before: bool = False  # said of the past
    doubtful: bool = False


def priority_in(said: Words) -> tuple[Priority, Span] | None:
    """The one priority that is stated. "não é urgente" and "entre média e alta" say nothing for sure."""
    if not (found := phrases_in(said)):
        return None
    decided = _decided(_Reader(found).read())
    return (decided[0], _span(found, decided[1])) if decided else None


# -- what the clauses say


class _Reader:
    """Reads the phrases in their order; each kind of phrase has its rule."""

    def __init__(self, found: Sequence[Phrase]) -> None:
        self.found = found
        self._numbered = False
        self.said: list[Said | None] = []  # None: what stood before is taken back
        self._begin(0)

    @cached_property
    def clear_before(self) -> list[bool]:
        return _clear(self.found, _BLURS, _CLEARS)

    @cached_property
    def clear_behind(self) -> list[bool]:
        return _clear(self.found[::-1], _BLURS | {Part.LINK}, _CLEARS | _ENDS)[::-1]

    @cached_property
    def alone(self) -> bool:
        """Whether nothing of another matter is said at all."""
        return all(phrase.part in _ALONE or phrase.part is Part.STOP for phrase in self.found)

    def read(self) -> list[Said | None]:
        for at, phrase in enumerate(self.found):
            if rule := _RULES.get(phrase.part):
                rule(self, at)
        self._end(len(self.found))
        return self.said

    def _begin(self, start: int) -> None:
        self.start, self.said_before = start, len(self.said)
        self._asks: bool | None = None
        self.called = False
        self._forget()

    @property
    def asks(self) -> bool:
        """Whether the clause is a question."""
        if self._asks is None:
            self._asks = _asks(self.found, self.start)
        return self._asks

    def _forget(self) -> None:
        """What leads to a priority ends with the clause."""
        self.silent = False
        self._turn()

    def _turn(self) -> None:
        """Some of it ends at a word of another matter, too."""
        self.negated = self.hedged = self.before = self.picked = False
        self.named_at = -1

    # Ends

    def stop(self, at: int) -> None:
        """ "prioridade: alta" goes on."""
        if at == self.start:  # one stop behind another
            self.start, self._asks = at + 1, None
            return
        if self.found[at].word in _NAMES and self.named_at >= 0 and self.found[at - 1].part in (Part.NOUN, Part.STAGE):
            return
        self._end(at)
        self._begin(at + 1)

    def _end(self, at: int) -> None:
        """ "agora!" alone is high, but not "já está" nor beside a time that was cut out; "não" alone takes back: "baixa, não, média"."""
        said = self.found[self.start : at]
        if len(self.said) > self.said_before or not all(phrase.part in _ALONE for phrase in said) or self.asks:
            return
        parts = {phrase.part for phrase in said}
        if Part.NOT in parts:
            self.said.append(None)
        elif self.alone and any(phrase.part in _AT_ONCE and phrase.word not in _ANSWERS for phrase in said) and not self._is_cut(at):
            self.said.append(Said(HIGH, at - 1))

    def _is_cut(self, at: int) -> bool:
        return at < len(self.found) and self.found[at].word == BLANK

    def open(self, _: int) -> None:
        """ "meu marido acha que é alta, mas pra mim é média"."""
        self._forget()

    def other(self, _: int) -> None:
        self._turn()

    # What leads to a priority

    def not_(self, at: int) -> None:
        """ "não é urgente", "urgente não"; "baixa não alta" stays unclear."""
        if len(self.said) > self.said_before and (last := self.said[-1]) and self._between(last.at, at):
            if self._part(at + 1) in _AFTER_NOT or (self._part(at + 1) is Part.IS and self._part(at + 2) in _AFTER_NOT):
                self.said[-1] = last if last.denies else self._denied(last.at)
                return
            if self._part(at + 1) is Part.LEVEL and not last.denies:
                return
        self.negated = True

    def softens(self, at: int) -> None:
        """ "urgente, mas nem tanto" is medium; "não muito urgente" is a denial."""
        if self._part(at + 1) in _TERMS:
            self.negated = True
        elif self.said and (last := self.said[-1]) and last.value is HIGH and not last.level:
            self.said[-1] = last._replace(value=MEDIUM)

    def hedge(self, at: int) -> None:
        """ "meio urgente"; "urgente, mais ou menos" as well."""
        if self._part(at + 1) in _BREAKS:
            self.softens(at)
        else:
            self.hedged = True

    def was(self, _: int) -> None:
        self.before = True

    def fix(self, _: int) -> None:
        """ "alta, desculpa, baixa"."""
        self.said.append(None)
        self._forget()

    def pick(self, _: int) -> None:
        self.picked = True

    def silence(self, _: int) -> None:
        """ "não sei se é alta", "o porteiro disse que é urgente"."""
        self.silent = True

    def doubt(self, at: int) -> None:
        """ "alta ou média, o senhor decide"."""
        self.said.append(Said(None, at, doubtful=True))

    def call(self, _: int) -> None:
        self.called = True

    # Priorities

    def level(self, at: int) -> None:
        """ "é alta", "prioridade alta", "alta prioridade"; "médio urgente" is a hedge, "parede alta" nothing."""
        value = self.found[at].value
        if value is MEDIUM and self._part(at + 1) is Part.WORD:
            self.hedged = True
        elif self._is_level(at) and not self.asks and (value is MEDIUM or not self.hedged):
            if self.picked and not self.negated:
                self.said.append(None)
            self._say(at, level=True)
        else:
            self.other(at)

    def _is_level(self, at: int) -> bool:
        if self.named_at >= 0 or self._part(at + 1) is Part.NOUN:
            return True
        if self._part(at + 1) is Part.LINK and self._part(at + 2) in (Part.LEVEL, Part.NOUN):
            return True  # "média pra alta", "nível médio de urgência"
        return self.clear_behind[at] and (self.clear_before[at] or self.picked or self._follows_sentence(at))

    def _follows_sentence(self, at: int) -> bool:
        """ "a descarga parou de funcionar é média": another sentence begins, as it does not in "a janela é alta"."""
        verb = at - 2 if self._part(at - 1) is Part.IS else at - 1 if self.found[at].value is MEDIUM else -1
        return verb >= 0 and (self.found[verb].word.endswith(_VERB_ENDS) or self.found[verb].word in _SENTENCE_ENDS)

    def noun(self, at: int) -> None:
        """ "com urgência" is high; "urgência média" is not."""
        self.named_at = at
        if self._is_named(at):
            return
        before = self.found[at - 1] if at > self.start else None
        led = before is not None and (before.part in _BEFORE_URGENCY or before.word in ("com", "de"))
        alone = self.clear_before[at] and self.clear_behind[at]
        if self.found[at].word == "urgencia":
            if led or alone:
                self._say(at)
        elif alone and before and before.part is Part.IS:  # "isso é prioridade"
            self._say(at)

    def stage(self, at: int) -> None:
        """ "nível 2", but "subsolo nível 2"."""
        if self.clear_before[at]:
            self.named_at = at

    def number(self, at: int) -> None:
        """ "prioridade 2", "prioridade: nº 2", "prioridade 2, ops, 3"; "com urgência a segunda via" has none."""
        named = self.named_at >= 0 and all(phrase.part in _BEFORE_NUMBER for phrase in self.found[max(self.named_at, at - _MOST_AWAY) : at])
        if not self.asks and (named or (self.said and self.said[-1] is None and self._numbered)):
            self._numbered = True
            self.negated = self.negated and self._part(at - 1) is not Part.NOT  # "nº 1"
            self._say(at, level=True)

    def word(self, at: int) -> None:
        if not self.asks or self.called or self._calls(at):
            self._say(at)

    def _calls(self, at: int) -> bool:
        """ "quando der vocês mandam alguém?" """
        behind = takewhile(lambda phrase: phrase.part is not Part.STOP, islice(self.found, at + 1, at + 1 + _MOST_AWAY))
        return any(phrase.part is Part.CALL for phrase in behind)

    def closed(self, at: int) -> None:
        """ "quando der", "pode esperar"; "quando der problema" and "pode esperar o técnico" are something else."""
        if self._part(at + 1) not in (Part.OTHER, Part.LINK, Part.NUMBER, Part.THAT):
            self.word(at)

    def soon(self, at: int) -> None:
        """ "mandem alguém logo"."""
        if self.called:
            self.word(at)

    def now(self, at: int) -> None:
        """ "preciso de alguém agora", but "preciso de ajuda, agora o forno parou"."""
        if self.called and self.clear_behind[at]:
            self.word(at)

    def _say(self, at: int, *, level: bool = False) -> None:
        phrase = self.found[at]
        value = HIGH if phrase.part is Part.NOUN else phrase.value
        if not self.silent:
            if self.negated and not self.asks:
                said = self._denied(at)
            else:
                said = Said(MEDIUM if self.hedged and value is HIGH else value, at, level)
            self.said.append(said._replace(before=self.before))
        self._turn()

    def _denied(self, at: int) -> Said:
        phrase = self.found[at]
        return Said(phrase.denied, at, denies=phrase.value or HIGH)

    # Places

    def _part(self, at: int) -> Part:
        return self.found[at].part if 0 <= at < len(self.found) else Part.STOP

    def _between(self, start: int, end: int) -> bool:
        """Nothing but a few fillers."""
        return end - start <= _MOST_AWAY and all(phrase.part in _FILLERS for phrase in self.found[start + 1 : end])

    def _is_named(self, at: int) -> bool:
        """A level stands before the noun, or behind it: "média urgência", "urgência, no caso, média"."""
        if self._part(at - 1) is Part.LEVEL or (self._part(at - 1) is Part.LINK and self._part(at - 2) is Part.LEVEL):
            return True
        for phrase in self.found[at + 1 : at + _MOST_AWAY]:
            if phrase.part in (Part.LEVEL, Part.NUMBER):
                return True
            if phrase.word in _OF or (phrase.part in _NOT_AROUND and phrase.word not in _NAMES):
                return False
        return False


_RULES: Mapping[Part, Callable[[_Reader, int], None]] = {
    Part.STOP: _Reader.stop, Part.OPEN: _Reader.open, Part.OTHER: _Reader.other,
    Part.NOT: _Reader.not_, Part.SOFTENS: _Reader.softens, Part.HEDGE: _Reader.hedge, Part.WAS: _Reader.was, Part.FIX: _Reader.fix,
    Part.PICK: _Reader.pick, Part.UNSURE: _Reader.silence, Part.OTHERS: _Reader.silence, Part.CALL: _Reader.call,
    Part.DOUBT: _Reader.doubt,
    Part.LEVEL: _Reader.level, Part.NOUN: _Reader.noun, Part.STAGE: _Reader.stage, Part.NUMBER: _Reader.number,
    Part.WORD: _Reader.word, Part.CLOSED: _Reader.closed, Part.SOON: _Reader.soon, Part.NOW: _Reader.now,
}  # fmt: skip


def _clear(found: Sequence[Phrase], blurs: AbstractSet[Part], clears: AbstractSet[Part]) -> list[bool]:
    """For each phrase: whether only phrases that say nothing of another matter stand between it and the last end of a clause."""
    clear, seen = True, []
    for phrase in found:
        seen.append(clear)
        if phrase.part in blurs:
            clear = False
        elif phrase.part in clears:
            clear = True
    return seen


def _asks(found: Sequence[Phrase], start: int) -> bool:
    """Whether the clause that begins here ends with a question mark; "…, tá?" asks nothing."""
    for at in range(start, len(found)):
        if found[at].part is Part.STOP:
            return found[at].word == "?" and not (at - 1 > start and found[at - 1].word in _TAGS)
    return False


# -- what it comes to


def _decided(said: Iterable[Said | None]) -> tuple[Priority, Sequence[int]] | None:
    """The one priority that stands, and the places of all that speak of it."""
    standing: list[Said] = []
    last: list[Said] = []
    for each in said:
        if each is None:
            last = []
        else:
            standing.append(each)
            last.append(each)
    last = last or standing  # a correction that nothing follows
    present = [each for each in last if not each.before]
    value = _one(present)
    return (value, [each.at for each in standing]) if value else None


def _one(said: Sequence[Said]) -> Priority | None:
    """A name of a level goes before softer words beside it ("média, quando puderem"); opposites say nothing."""
    if any(each.doubtful for each in said):
        return None
    levels = {each.value for each in said if each.level and each.value}
    words = {each.value for each in said if not each.level and each.value}
    denied = {each.denies for each in said if each.denies and not each.value}
    if not levels and not words:
        return MEDIUM if denied >= {HIGH, LOW} else None  # "nem alta nem baixa"
    if levels == {MEDIUM} and words <= {LOW, MEDIUM}:
        words = set()
    return next(iter(levels | words)) if len(levels | words) == 1 and denied.isdisjoint(levels | words) else None


def _span(found: Sequence[Phrase], places: Sequence[int]) -> Span:
    """The words of it, with their whole clause if that says nothing else; all of them only where nothing else stands between."""
    first, last = min(places), max(places)
    if any(phrase.part is Part.OTHER for phrase in found[first:last]):
        first = last
    start, end = first, last
    while start > 0 and found[start - 1].part not in _NOT_AROUND:
        start -= 1
    while end + 1 < len(found) and found[end + 1].part not in _NOT_AROUND:
        end += 1
    whole = all(found[at].part in _BREAKS for at in (start - 1, end + 1) if 0 <= at < len(found))
    return (found[start].start, found[end].end) if whole else (found[first].start, found[last].end)
