"""A message about danger, cut into words that mean something: what stands where, what is denied, and what is only supposed."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise, takewhile
from typing import NamedTuple

from core.danger_phrases import PHRASES, SMALL
from core.danger_turns import BRIDGES, TURN_PHRASES, TURNS
from core.danger_words import OTHERS, SPELLED, WORDS
from core.phrases import Phrases
from core.spelling import Speller
from core.words import Memo
from core.words import Words as Said

Meaning = frozenset[str]
Places = Mapping[str, list[int]]

_NONE: Meaning = frozenset()
_COMMA: Meaning = frozenset({"pause"})
_STOP: Meaning = frozenset({"pause", "stop"})  # the end of a sentence, and of the message
_QUESTION: Meaning = _STOP | {"question"}
_SIGNS = frozenset(",.;!?\n")
_DOUBLED = re.compile(r"([a-z])\1+")
_SPOKEN = re.compile(r"(?<=[aei])n[ou]$")  # "vazano", "saino"
_AS_HEARD = (("ch", "x"), ("sh", "x"), ("z", "s"), ("qu", "k"))
_NO = frozenset(("n", "naum", "nau", "num"))  # short for "não"
_SMALL_BETWEEN = 2
_LONGEST = 24  # letters of a word that may be one of ours


class Words:
    """A message in words. `places` of each meaning are in order; a sentence is what stands between two stops.

    What is denied, in doubt or supposed is looked for only where somebody asks: most messages speak of no danger.
    """

    def __init__(self, words: Sequence[str], meanings: Sequence[Meaning]) -> None:
        self.words, self.meanings = words, meanings
        self.places: dict[str, list[int]] = {}
        for at, meaning in enumerate(meanings):
            for each in meaning:
                self.places.setdefault(each, []).append(at)
        self.told = frozenset(self.places)

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The number of the sentence of each word."""
        return [0, *accumulate("stop" in meaning for meaning in self.meanings)][:-1]

    @cached_property
    def denied(self) -> frozenset[int]:
        if "deny" not in self.places:
            return frozenset()
        behind = _denied_behind(self.words, self.meanings, self.places)
        return frozenset((*_reached("deny", self.words, self.meanings), *behind))

    @cached_property
    def doubted(self) -> frozenset[int]:
        return frozenset(_reached("doubt", self.words, self.meanings)) if "doubt" in self.places else frozenset()

    @cached_property
    def supposed(self) -> frozenset[int]:
        return frozenset(_supposed(self.words, self.meanings, self.places))


def words_of(said: Said) -> Words:
    """Words and signs with their meanings; a phrase is one word, small words go, and the end is a stop."""
    known = [*filter(None, map(_KNOWN.__getitem__, said.texts))]
    row: list[_Heard] = []
    read = 0
    for at in [at for at, (first, second) in enumerate(pairwise(known)) if first.begins and not first.next.isdisjoint(second.fits)]:
        if at >= read and (phrase := _phrase(known, at)):
            meaning, end = phrase
            row += [*known[read:at], _Heard("", meaning)]
            read = end
    row = [heard for heard in (*row, *known[read:], _END) if heard.meaning or not heard.small]
    return Words([heard.sound for heard in row], [heard.meaning for heard in row])


def heard(word: str) -> str:
    """A word as it sounds: "xeiro" and "cheiro", "gaz" and "gás", "vasando" and "vazando", "vazano" and "vazando" are one."""
    if word in _NO:
        return "nao"
    for letters, sound in _AS_HEARD:
        if letters in word:
            word = word.replace(letters, sound)
    return _SPOKEN.sub("ndo", _DOUBLED.sub(r"\1", word))


# -- meanings of words and phrases


def _split(words: str) -> Iterator[str]:
    return (heard(word) for word in words.split())


def _meanings(stems: bool) -> Mapping[str, Meaning]:
    """All meanings of each whole word, or of each stem."""
    found: dict[str, set[str]] = {}
    for meaning, words in (*WORDS.items(), *TURNS.items()):
        for word in _split(words):
            if word.endswith("*") == stems:
                found.setdefault(word.rstrip("*"), set()).add(meaning)
    return {word: frozenset(meant) for word, meant in found.items()}


def _phrases() -> Iterator[tuple[tuple[str, ...], Meaning]]:
    meant: dict[tuple[str, ...], set[str]] = {}
    for meaning, phrases in (*PHRASES.items(), *TURN_PHRASES.items()):
        for phrase in phrases:
            meant.setdefault(tuple(_split(phrase)), set()).add(meaning)
    return ((words, frozenset(meanings)) for words, meanings in meant.items())


_NO_WORDS: frozenset[str] = frozenset()
_SMALL = frozenset(map(heard, SMALL))
_WHOLE, _STEMS = _meanings(stems=False), _meanings(stems=True)
_STEM_LENGTHS = sorted({len(stem) for stem in _STEMS})
_PHRASES = Phrases.of(_phrases())
_IN_PHRASES = frozenset(word for words, _ in _phrases() for word in words)
_PHRASE_STEMS = sorted({len(word) - 1 for word in _IN_PHRASES if word.endswith("*")})
_SPELLER = Speller(_split(SPELLED), _split(OTHERS))


class _Heard(NamedTuple):
    """A word as it sounds, or a sign. `fits`: the words and stems of phrases that it is; `begins`: the phrases that it begins;
    `next`: the words and stems of which one must follow, or a small word before it."""

    sound: str
    meaning: Meaning
    small: bool = False
    fits: Sequence[str] = ()
    begins: Sequence[Phrases[Meaning]] = ()
    next: frozenset[str] = _NO_WORDS


def _known_of(piece: str) -> _Heard | None:
    """None for signs that say nothing."""
    if piece[0] in _SIGNS:
        return _Heard(piece, _COMMA if piece[0] == "," else _QUESTION if "?" in piece else _STOP)
    if piece[0] > "z" or not piece[0].isalnum():
        return None
    sound = heard(piece)
    fits = [word for word in (*(f"{sound[:length]}*" for length in _PHRASE_STEMS if length <= len(sound)), sound) if word in _IN_PHRASES]
    begins = [_PHRASES[word] for word in fits if word in _PHRASES]
    following = frozenset(chain.from_iterable(begins)) | _SMALL if begins else _NO_WORDS
    small = sound in _SMALL
    return _Heard(sound, _meaning_of(sound), small, [*fits, sound] if small else fits, begins, following)


_KNOWN = Memo(_known_of)
_END = _Heard(".", _STOP)


def _meaning_of(word: str) -> Meaning:
    """What a word means, whole and by its stems; else what it means less one slip."""
    return _known(word) or _known(_SPELLER.meant(word)) if len(word) <= _LONGEST else _NONE


def _known(word: str) -> Meaning:
    stems = [stem for length in _STEM_LENGTHS if (stem := word[:length]) in _STEMS and len(stem) == length]
    return _WHOLE.get(word, _NONE).union(*(_STEMS[stem] for stem in stems))


def _phrase(known: Sequence[_Heard], at: int) -> tuple[Meaning, int] | None:
    """The meaning of the longest phrase that begins here, and where it ends. Small words may stand between its own."""
    found = None
    ways = [(phrases, at + 1) for phrases in known[at].begins]
    while ways:
        ways = [way for phrases, place in ways for way in _ways_on(phrases, known, place)]
        found = next(((phrases.meaning, place) for phrases, place in ways if phrases.meaning is not None), found)
    return found


def _ways_on(phrases: Phrases[Meaning], known: Sequence[_Heard], at: int) -> Iterator[tuple[Phrases[Meaning], int]]:
    for place in range(at, min(at + 1 + _SMALL_BETWEEN, len(known))):
        for word in known[place].fits:
            if word in phrases:
                yield phrases[word], place + 1
        if not known[place].small:
            return


# -- what is denied, in doubt, or only supposed

_BRIDGES = frozenset(_split(BRIDGES))
_NOT = "nao"
_NONE_AT_ALL = frozenset(("nenhum", "nenhuma"))
_AT_ALL = frozenset(_split("nao nenhum nenhuma nada mais"))
_TAGS = frozenset(_split("viu visse ta pode fique fica so moco moca senhor menino menina oxe"))  # after a "não" that ends its clause
_INSTEAD = (["e"], ["eh"], ["era"], ["so"])  # "cheiro de queimado não, é de cola"
_THERE_IS = frozenset(_split("e eh foi era tem tinha teve ha houve senti sinto vi deu da ta esta"))
_IS = frozenset("e eh era foi seria sera ta tem ha deu teve houve senti vi".split())
_BEHIND = 3  # words before a "não é" that denies them
_FAR_BEHIND = 10  # words before a "não" that ends their clause, or around an "alguma vez"
_CLAUSE = 8  # words that a "não" is looked after
_UNREAL = re.compile(
    r"[a-z]+(?:[aei]r|[aei]rem)|for|forem"
    r"|(?:haja|vase|pege|fike|ocora|aconteca|estoure|entre|tenha|caia|desabe|alage|arombe|invada|roube)m?"
)
_VERB_WITHIN = 4  # words after "se"
_SUPPOSED_TILL = ("real", "pause", "but")
_TOLD_TILL = ("now", "pause")


def _reached(turn: str, words: Sequence[str], meanings: Sequence[Meaning]) -> Iterator[int]:
    """Words that a "não" or "não sei se" reaches: "não [tem mais cheiro de gás]", "sem [fogo ou fumaça]", "não [para] de sair fumaça"."""
    reaches = False
    for at, (word, meaning) in enumerate(zip(words, meanings, strict=True)):
        if turn in meaning:
            reaches = not (_is_asked(words, meanings, at) or _is_praise(word, meanings, at))
        elif "pause" in meaning:
            reaches = False
        elif reaches:
            yield at
            reaches = _is_bridge(words, at) or words[at + 1] == "ou" or _is_one_thing(meaning, meanings[at + 1])


def _is_bridge(words: Sequence[str], at: int) -> bool:
    """ "não [é] cheiro de gás"; but "ninguém atende [e] tem cheiro de gás"."""
    return words[at] in _BRIDGES and (words[at] != "e" or words[at - 1] in (_NOT, "", "se"))


_ONE_THING = {"leak": ("gas",), "smell": ("gas", "burnt"), "person": ("stuck", "inside"), "water": ("gush", "flows", "rises")}


def _is_one_thing(meaning: Meaning, following: Meaning) -> bool:
    """ "vazamento de gás", "cheiro de queimado", "gente presa"."""
    return any(not following.isdisjoint(_ONE_THING[each]) for each in meaning if each in _ONE_THING)


def _is_asked(words: Sequence[str], meanings: Sequence[Meaning], at: int) -> bool:
    """ "isso não é cheiro de gás?" is no denial."""
    following = (meaning for meaning in meanings[at + 1 : at + 1 + _CLAUSE] if "pause" in meaning)
    return words[at + 1] in _IS and "question" in next(following, _NONE)


def _is_praise(word: str, meanings: Sequence[Meaning], at: int) -> bool:
    """ "nunca levei um choque tão forte" is none either."""
    return word == "nunca" and any("such" in meaning for meaning in meanings[at + 1 : at + 1 + _CLAUSE])


def _denied_behind(words: Sequence[str], meanings: Sequence[Meaning], places: Places) -> Iterator[int]:
    """ "[cheiro de gás] não tem, só não acende", "tem [cheiro de gás] aqui não", "tem [gás vazando]? não", "[cheiro de gás] nenhum"."""
    for at in places["deny"]:
        if at + 2 < len(words) and words[at + 1] in _IS and ("pause" in meanings[at + 2] or words[at + 2] in _AT_ALL):
            yield from range(max(0, at - _BEHIND), at)
        elif words[at] in _NONE_AT_ALL and at and meanings[at - 1]:
            yield from range(max(0, at - 2), at)
        elif words[at] == _NOT and _ends_clause(words, meanings, at):
            yield from _clause_before(words, meanings, at)


def _ends_clause(words: Sequence[str], meanings: Sequence[Meaning], at: int) -> bool:
    return words[at + 1] in _TAGS or ("pause" in meanings[at + 1] and "question" not in meanings[at + 1])


def _clause_before(words: Sequence[str], meanings: Sequence[Meaning], at: int) -> Iterable[int]:
    """What stands before a closing "não", if it says that something is there; or the question that the "não" answers."""
    last = at - 1
    if last > 0 and "doubt" in meanings[last]:
        last -= 1
    asked = last >= 0 and "question" in meanings[last]
    last -= asked
    clause = list(takewhile(lambda place: "pause" not in meanings[place], range(last, max(-1, last - _FAR_BEHIND), -1)))
    told = asked or words[at + 2 : at + 3] in _INSTEAD or any(words[place] in _THERE_IS for place in clause)
    return clause if told and not any("deny" in meanings[place] for place in clause) else ()


def _supposed(words: Sequence[str], meanings: Sequence[Meaning], places: Places) -> Iterator[int]:
    """What has not happened: "se [vazar gás]", "em caso de [incêndio]", "risco de [choque]", but "se ligar o chuveiro dá [choque]".

    What is told of other times and places too: "vi no jornal que [desabou um prédio]", "quando era criança [levei choque]".
    """
    starts = [at for at in places.get("if", ()) if _is_unreal(words, meanings, at)]
    starts += [at for at in places.get("may", ()) if _UNREAL.fullmatch(words[at + 1])]
    beginnings = dict.fromkeys((*starts, *places.get("risk", ()), *places.get("in_case", ())), _SUPPOSED_TILL)
    beginnings |= dict.fromkeys((*places.get("told", ()), *places.get("how", ())), _TOLD_TILL)
    yield from _asked_ever(meanings, places)
    till = None
    for at, meaning in enumerate(meanings if beginnings else ()):
        if till and not meaning.isdisjoint(till):
            till = None
        if till:
            yield at
        till = till or beginnings.get(at)


def _asked_ever(meanings: Sequence[Meaning], places: Places) -> Iterator[int]:
    """ "aqui já teve [incêndio]?", "a casa já foi [assaltada] alguma vez?"."""
    for at in places.get("ever", ()):
        around = range(max(0, at - _FAR_BEHIND), min(at + _FAR_BEHIND, len(meanings)))
        end = next((place for place in around if place > at and "stop" in meanings[place]), at)
        start = next((place for place in reversed(around) if place < at and "stop" in meanings[place]), around.start)
        if "question" in meanings[end]:
            yield from range(start, end)


def _is_unreal(words: Sequence[str], meanings: Sequence[Meaning], at: int) -> bool:
    """Whether the verb after "se" speaks of what may be: "se o cano estourar", not "se eu ligo"."""
    for near in range(at + 1, min(at + 1 + _VERB_WITHIN, len(words))):
        if not meanings[near].isdisjoint(("real", "pause")):
            return False
        if _UNREAL.fullmatch(words[near]) or "burning" in meanings[near]:
            return True
    return False


# -- the quick look

_BEGUN = 4  # letters of a word that `core.glance` keeps
_SPELLINGS = (("ch", "x"), ("x", "ch"), ("ch", "sh"), ("s", "z"), ("z", "s"))


def beginnings_of(meanings: Collection[str]) -> frozenset[str]:
    """How words that mean one of them begin, of some also with a slip; and of phrases without such a word the last, the rarer one."""
    words = [word.rstrip("*") for meaning in meanings for word in WORDS.get(meaning, "").split()]
    slipped = [word for word in SPELLED.split() if not _known(heard(word)).isdisjoint(meanings)]
    spelled = (word.replace(letters, others) for word in words for letters, others in _SPELLINGS)
    begun = {word[:_BEGUN] for word in chain(words, spelled, *map(_slips, slipped))}
    phrases = [phrase.replace("*", "").split() for meaning in meanings for phrase in PHRASES.get(meaning, ())]
    return frozenset(begun | {phrase[-1][:_BEGUN] for phrase in phrases if begun.isdisjoint(word[:_BEGUN] for word in phrase)})


def _slips(word: str) -> Iterator[str]:
    for at in range(1, _BEGUN):
        yield word[:at] + word[at + 1 :]  # a letter less
        yield word[:at] + word[at - 1 :]  # one twice
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]  # two swapped
