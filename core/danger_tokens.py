"""A message about danger, cut into words that mean something: what stands where, what is denied, and what is only supposed."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from core.danger_phrases import PHRASES, SMALL
from core.danger_words import BRIDGES, OTHERS, SPELLED, TURNS, WORDS
from core.records import Record
from core.spelling import Speller

Meaning = frozenset[str]
Places = Mapping[str, list[int]]

_NONE: Meaning = frozenset()
_COMMA: Meaning = frozenset({"pause"})
_STOP: Meaning = frozenset({"pause", "stop"})  # the end of a sentence, and of the message
_QUESTION: Meaning = _STOP | {"question"}
_PIECE = re.compile(r"[a-z0-9]+|[.;!?\n]+|,")
_DOUBLED = re.compile(r"([a-z])\1+")
_SPOKEN = re.compile(r"(?<=[aei])n[ou]$")  # "vazano", "saino"
_AS_HEARD = (("ch", "x"), ("sh", "x"), ("z", "s"), ("qu", "k"))
_NO = frozenset(("n", "naum", "nau"))  # short for "não"
_KEY = 3  # letters by which phrases are looked up
_SMALL_BETWEEN = 2
_LONGEST = 24  # letters of a word that may be one of ours


class Words(Record):
    """A message in words. `places` of each meaning are in order; a sentence is what stands between two stops."""

    words: Sequence[str]
    meanings: Sequence[Meaning]
    sentences: Sequence[int]
    places: Places
    denied: frozenset[int]
    doubted: frozenset[int]
    supposed: frozenset[int]


def words_of(folded: str) -> Words:
    """Cuts a folded text."""
    words, meanings = _cut(_PIECE.findall(folded))
    places: dict[str, list[int]] = {}
    for at, meaning in enumerate(meanings):
        for each in meaning:
            places.setdefault(each, []).append(at)
    return Words(
        words,
        meanings,
        _sentences(meanings),
        places,
        denied=frozenset((*_reached("deny", words, meanings), *_denied_behind(words, meanings, places)))
        if "deny" in places
        else frozenset(),
        doubted=frozenset(_reached("doubt", words, meanings)) if "doubt" in places else frozenset(),
        supposed=frozenset(_supposed(words, meanings, places)),
    )


def heard(word: str) -> str:
    """A word as it sounds: "xeiro" and "cheiro", "gaz" and "gás", "vasando" and "vazando", "vazano" and "vazando" are one."""
    if word in _NO:
        return "nao"
    for letters, sound in _AS_HEARD:
        if letters in word:
            word = word.replace(letters, sound)
    return _SPOKEN.sub("ndo", _DOUBLED.sub(r"\1", word))


_heard = lru_cache(maxsize=4_096)(heard)


def _cut(pieces: Sequence[str]) -> tuple[list[str], list[Meaning]]:
    """Words and signs with their meanings; a phrase is one word, small words go, and the end is a stop."""
    sounds = [_heard(piece) for piece in pieces]
    words, meanings, at = [], [], 0
    while at < len(sounds):
        phrase = _phrase(sounds, at)
        meaning, end = phrase or (_meaning_of(sounds[at]), at + 1)
        if meaning or sounds[at] not in _SMALL:
            words.append("" if phrase else sounds[at])
            meanings.append(meaning)
        at = end
    return [*words, "."], [*meanings, _STOP]


def _sentences(meanings: Sequence[Meaning]) -> list[int]:
    numbers, number = [], 0
    for meaning in meanings:
        numbers.append(number)
        number += "stop" in meaning
    return numbers


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


Phrase = tuple[tuple[str, ...], Meaning]


def _phrases() -> Mapping[str, Mapping[str, list[Phrase]]]:
    """Phrases by the first letters of their first word and of their second, the longest first."""
    meant: dict[tuple[str, ...], set[str]] = {}
    for meaning, phrases in PHRASES.items():
        for phrase in phrases:
            meant.setdefault(tuple(_split(phrase)), set()).add(meaning)
    found: dict[str, dict[str, list[Phrase]]] = {}
    for words, meanings in sorted(meant.items(), key=lambda each: -len(each[0])):
        first, second = (word.rstrip("*")[:_KEY] for word in words[:2])
        found.setdefault(first, {}).setdefault(second, []).append((words, frozenset(meanings)))
    return found


_SMALL = frozenset(map(heard, SMALL))
_WHOLE, _STEMS = _meanings(stems=False), _meanings(stems=True)
_STEM_LENGTHS = sorted({len(stem) for stem in _STEMS})
_PHRASES = _phrases()
_SPELLER = Speller(_split(SPELLED), _split(OTHERS))


@lru_cache(maxsize=4_096)
def _meaning_of(word: str) -> Meaning:
    """What a sign or word means, whole and by its stems; else what it means less one slip."""
    if not word[0].isalnum():
        return _COMMA if word == "," else _QUESTION if "?" in word else _STOP
    return _known(word) or _known(_SPELLER.meant(word)) if len(word) <= _LONGEST else _NONE


def _known(word: str) -> Meaning:
    stems = [stem for length in _STEM_LENGTHS if (stem := word[:length]) in _STEMS and len(stem) == length]
    return _WHOLE.get(word, _NONE).union(*(_STEMS[stem] for stem in stems))


def _phrase(sounds: Sequence[str], at: int) -> tuple[Meaning, int] | None:
    """The meaning of the longest phrase that begins here, and where it ends."""
    if not (begun := _PHRASES.get(sounds[at][:_KEY])):
        return None
    following = sounds[at + 1 : at + 2 + _SMALL_BETWEEN]
    found = [phrase for sound in following for phrase in begun.get(sound[:_KEY], ())]
    for words, meaning in sorted(found, key=_length) if len(found) > 1 else found:
        if end := _phrase_end(words, sounds, at):
            return meaning, end
    return None


def _length(phrase: Phrase) -> int:
    return -len(phrase[0])


def _phrase_end(words: Sequence[str], sounds: Sequence[str], at: int) -> int:
    """Where a phrase ends that begins here; 0 if it does not. Small words may stand between its own."""
    for index, word in enumerate(words):
        if index:
            at = _after_small(sounds, at, word)
        if at >= len(sounds) or not _is(sounds[at], word):
            return 0
        at += 1
    return at


def _after_small(sounds: Sequence[str], at: int, word: str) -> int:
    for _ in range(_SMALL_BETWEEN):
        if at < len(sounds) and sounds[at] in _SMALL and sounds[at] != word:
            at += 1
    return at


def _is(sound: str, word: str) -> bool:
    return sound.startswith(word[:-1]) if word[-1] == "*" else sound == word


# -- what is denied, in doubt, or only supposed

_BRIDGES = frozenset(_split(BRIDGES))
_IS = frozenset("e eh era foi seria sera ta tem ha deu teve houve senti vi".split())
_BEHIND = 3  # words before a "não é" that denies them
_CLAUSE = 8  # words that a "não" is looked after
_UNREAL = re.compile(r"[a-z]+(?:[aei]r|[aei]rem)|for|forem|haja|vase|pege|fike|ocora|aconteca|estoure|entre|tenha|caia|desabe|alage")
_VERB_WITHIN = 4  # words after "se"


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
            reaches = word in _BRIDGES or words[at + 1] == "ou" or _is_one_thing(meaning, meanings[at + 1])


def _is_one_thing(meaning: Meaning, following: Meaning) -> bool:
    """ "vazamento de gás", "cheiro de queimado"."""
    return not meaning.isdisjoint(("leak", "smell")) and not following.isdisjoint(("gas", "burnt"))


def _is_asked(words: Sequence[str], meanings: Sequence[Meaning], at: int) -> bool:
    """ "isso não é cheiro de gás?" is no denial."""
    following = (meaning for meaning in meanings[at + 1 : at + 1 + _CLAUSE] if "pause" in meaning)
    return words[at + 1] in _IS and "question" in next(following, _NONE)


def _is_praise(word: str, meanings: Sequence[Meaning], at: int) -> bool:
    """ "nunca levei um choque tão forte" is none either."""
    return word == "nunca" and any("such" in meaning for meaning in meanings[at + 1 : at + 1 + _CLAUSE])


def _denied_behind(words: Sequence[str], meanings: Sequence[Meaning], places: Places) -> Iterator[int]:
    """ "[cheiro de gás] não tem, só não acende"."""
    for at in places["deny"]:
        if at + 2 < len(words) and words[at + 1] in _IS and not meanings[at + 2].isdisjoint(("pause", "deny")):
            yield from range(max(0, at - _BEHIND), at)


def _supposed(words: Sequence[str], meanings: Sequence[Meaning], places: Places) -> Iterator[int]:
    """What has not happened: "se [vazar gás]", "em caso de [incêndio]", "risco de [choque]", but "se ligar o chuveiro dá [choque]"."""
    starts = [at for at in places.get("if", ()) if _is_unreal(words, meanings, at)]
    starts += [at for at in places.get("may", ()) if _UNREAL.fullmatch(words[at + 1])]
    supposing = False
    beginnings = {*starts, *places.get("risk", ()), *places.get("in_case", ())}
    for at, meaning in enumerate(meanings if beginnings else ()):
        if supposing and not meaning.isdisjoint(("real", "pause")):
            supposing = False
        if supposing:
            yield at
        supposing = supposing or at in beginnings


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
