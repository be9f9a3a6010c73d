"""Danger in a message ("Emergencies" in the rules of the trade): read before anything else, in every state.

A message is cut into words that mean something (`core.danger_tokens`). A row of `core.dangers` whose meanings stand near each other is a
danger, unless it is denied, only supposed, harmless by what stands around it, or over.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, takewhile
from unicodedata import normalize

from core.danger_tokens import Words, beginnings_of, words_of
from core.dangers import ANYWHERE, DANGERS, Certainty, HazardKind, Meanings, Row
from core.hazard_relief import says_over, says_safe, takes_back
from core.names import fold
from core.records import Record
from core.words import Words as Said
from core.words import cut

__all__ = ["Certainty", "Hazard", "HazardKind", "find_hazards", "hazards_in", "says_over", "says_safe", "takes_back"]

Match = Sequence[int]  # the places of a row's meanings

_NEARBY = 6  # words from a danger to another place where it is
_AROUND = 3  # words before and after a danger that may make it harmless
_PAST = re.compile(r"[a-z]+(?:ou|eu|iu|ava|avam|ia|iam|aram|eram|iram)")
_ROWS = [(kind, row) for kind, rows in DANGERS.items() for row in rows]
_BY_HEAD: dict[str, list[int]] = {}
for _at, (_, _row) in enumerate(_ROWS):
    _BY_HEAD.setdefault(_row.means[_row.head], []).append(_at)
_HINTS = beginnings_of(_BY_HEAD)


class Hazard(Record):
    """`sure`: a named danger; `ask`: a sign without a name, worth one question."""

    kind: HazardKind
    certainty: Certainty


def find_hazards(text: str) -> tuple[Hazard, ...]:
    """The dangers that a message speaks of, each kind at most once, in the order of the table."""
    return hazards_in(cut(text.lower() if text.isascii() else fold(normalize("NFC", text))))


def hazards_in(said: Said) -> tuple[Hazard, ...]:
    """The same of a text already folded and cut."""
    return () if _HINTS.isdisjoint(said.begun) else _hazards_in(said)


@lru_cache(maxsize=64)  # one message is looked at by several readers
def _hazards_in(said: Said) -> tuple[Hazard, ...]:
    words = words_of(said)
    found: dict[HazardKind, Hazard] = {}
    for at in sorted({at for head in words.told & _BY_HEAD.keys() for at in _BY_HEAD[head]}):
        kind, row = _ROWS[at]
        if kind not in found and row.needs <= words.told and _is_said(kind, row, words):
            found[kind] = Hazard(kind, row.certainty)
    return _without_doubles(tuple(found.values()))


def _is_said(kind: HazardKind, row: Row, words: Words) -> bool:
    """Once at least, and meant."""
    return any(_is_meant(row, words, match) and not _is_over(kind, words, match, match[row.head]) for match in _matches(row, words))


def _without_doubles(found: tuple[Hazard, ...]) -> tuple[Hazard, ...]:
    """A heater with a headache is carbon monoxide, not also a hint of gas; a named smell of gas stays."""
    if Hazard("carbon_monoxide", "sure") in found:
        return tuple(hazard for hazard in found if hazard != Hazard("gas", "ask"))
    return found


# -- where a row's meanings stand


def _matches(row: Row, words: Words) -> Iterator[Match]:
    """For each place of the first meaning, the places of the others next to it, in one sentence."""
    first, *others = (words.places[meaning] for meaning in row.means)
    for at in first:
        match = [at]
        for places in others:
            near = _next(places, match[-1]) if row.ordered else _nearest(places, at)
            if near is None or abs(near - match[-1 if row.ordered else 0]) > row.near:
                break
            match.append(near)
        else:
            if row.near == ANYWHERE or words.sentences[min(match)] == words.sentences[max(match)]:
                yield match


def _next(places: Sequence[int], at: int) -> int | None:
    index = bisect_right(places, at)
    return places[index] if index < len(places) else None


def _nearest(places: Sequence[int], at: int) -> int:
    index = bisect_left(places, at)
    return min(places[max(0, index - 1) : index + 1], key=lambda place: abs(place - at))


# -- whether it is meant


def _is_meant(row: Row, words: Words, match: Match) -> bool:
    return (
        words.denied.isdisjoint(match)
        and match[row.head] not in words.supposed
        and not (row.in_doubt and _is_doubted(row, words, match))
        and not (row.sentence and _is_in_sentence(row, words, match))
        and words.told.isdisjoint(row.message)
        and not _is_harmless(row, words, match)
        and not (row.near < ANYWHERE and _is_elsewhere(words, match))
        and not _is_watched_for(words, min(match))
    )


def _is_watched_for(words: Words, first: int) -> bool:
    """ "quero um sensor de vazamento de gás": a thing to be had, unless it goes off."""
    before = words.meanings[max(0, first - 2) : first]
    return any("alarm" in meaning for meaning in before) and not _is_near("goes_off", words, first)


def _is_elsewhere(words: Words, match: Match) -> bool:
    """ "teve um incêndio numa fábrica", "tomou choque na roça": not at the home, unless something is here too."""
    first, last = min(match), max(match)
    if _is_near("far", words, first):
        return True
    if "away" not in words.places:
        return False
    away = _nearest(words.places["away"], last)
    if not first - _NEARBY <= away <= last + _NEARBY or words.sentences[away] != words.sentences[first] or _stays(words, away):
        return False
    return not _is_near("here", words, away)


def _is_near(meaning: str, words: Words, at: int) -> bool:
    """In the same sentence."""
    places = words.places.get(meaning, ())
    return bool(places) and words.sentences[_nearest(places, at)] == words.sentences[at]


def _stays(words: Words, at: int) -> bool:
    """ "estou no trabalho", "depois da obra do metrô": where the writer is, or what was before, not the danger."""
    return any("stay" in meaning for meaning in words.meanings[max(0, at - 2) : at])


def _is_doubted(row: Row, words: Words, match: Match) -> bool:
    """ "não sei se é funda": a crack, but nobody says that it is deep."""
    return any(at in words.doubted for meaning, at in zip(row.means, match, strict=True) if meaning in row.in_doubt)


def _is_in_sentence(row: Row, words: Words, match: Match) -> bool:
    near = (_nearest(places, at) for meaning in row.sentence if (places := words.places.get(meaning)) for at in match)
    sentences = {words.sentences[at] for at in match}
    return any(words.sentences[at] in sentences for at in near)


def _is_harmless(row: Row, words: Words, match: Match) -> bool:
    """By what stands between, before or after, up to a pause; of a row from anywhere, around each of its words."""
    spans = [(at, at) for at in match] if row.near == ANYWHERE else [(min(match), max(match))]
    return any(
        _stands(row.around | row.before, words, chain(range(first, last + 1), _up_to_and(words, range(first - 1, first - 1 - _AROUND, -1))))
        or _stands(row.around, words, _up_to_pause(words, range(last + 1, last + 1 + _AROUND)))
        for first, last in spans
    )


def _stands(meanings: Meanings, words: Words, places: Iterable[int]) -> bool:
    return bool(meanings) and any(not meanings.isdisjoint(words.meanings[at]) for at in places)


def _up_to_and(words: Words, places: range) -> Iterator[int]:
    """ "a maçaneta caiu do lado de fora [e fiquei trancada]"."""
    return takewhile(lambda at: words.words[at] != "e", _up_to_pause(words, places))


def _up_to_pause(words: Words, places: range) -> Iterator[int]:
    inside = (at for at in places if 0 <= at < len(words.words))
    return takewhile(lambda at: "pause" not in words.meanings[at], inside)


# -- whether it is over


def _is_over(kind: HazardKind, words: Words, match: Match, danger: int) -> bool:
    """ "levei um choque ontem, mas já arrumaram", "trocaram o cano que estourou"; not "arrumaram, e deu choque de novo"."""
    if _is_behind("cleared", words, danger) or _is_called_off(words) or _is_long_ago(_TIMES.get(kind, _YEARS), words, match):
        return True
    ends = [words.places[end] for end in _ENDS.get(kind, _MENDED) if end in words.places]
    if ends and _is_behind("well", words, danger):
        return True
    if "still" in words.places and words.places["still"][-1] > danger:
        return False
    return any(_ends_behind(places, danger, words) or _is_told_after(_before(places, danger), words, danger, max(match)) for places in ends)


_YEARS = frozenset(("year",))
_TIMES: dict[HazardKind, Meanings] = {"trapped": frozenset(("year", "ago"))}
_MENDED = ("mended",)
_ENDS: dict[HazardKind, Sequence[str]] = {
    "gas": ("mended", "not_gas", "gone"),
    "shock": ("mended", "stopped"),
    "trapped": ("mended", "freed"),
    "structural": ("mended", "filled", "shallow"),
    "crime": ("mended", "no_thief"),
}
_SINCE = frozenset(("desde", "depois", "apos"))
_PRESENT = frozenset(("still", "now", "real"))
_OPENING = 3  # words of a message in which it may say what it is about
_OBJECT = 2  # words from a verb to its object
_TOLD = 12  # words from what was mended to how it was broken


def _ends_behind(places: Sequence[int], danger: int, words: Words) -> bool:
    at = places[-1]
    return at > danger and not any(at in unsure for unsure in (words.denied, words.doubted, words.supposed)) and not _is_open(words, at)


def _is_open(words: Words, at: int) -> bool:
    return _is_cause(words, at) or _is_asked(words, at)


def _is_called_off(words: Words) -> bool:
    """ "alarme falso: o cheiro de queimado era do pão", unless something is there now."""
    first = words.places.get("false_alarm", (_OPENING,))[0]
    return first < _OPENING and first not in words.denied and words.told.isdisjoint(_PRESENT)


def _is_behind(meaning: str, words: Words, danger: int) -> bool:
    return meaning in words.places and _ends_behind(words.places[meaning], danger, words)


def _is_cause(words: Words, at: int) -> bool:
    """ "desde que trocaram o bico": what was done then has mended nothing."""
    return "that" in words.meanings[max(0, at - 1)] and words.words[max(0, at - 2)] in _SINCE


def _is_asked(words: Words, at: int) -> bool:
    """ "já consertaram?", "é superficial ou é perigosa?"."""
    return words.words[at + 1] == "ou" or "question" in words.meanings[at + 1]


def _is_long_ago(times: Meanings, words: Words, match: Match) -> bool:
    """ "alagou em 2020", unless it has come back; who was stuck in the lift last week is out again."""
    if "still" in words.places:
        return False
    return any(_is_near(time, words, match[0]) for time in times)


def _before(places: Sequence[int], danger: int) -> int:
    return places[bisect_left(places, danger) - 1]


def _is_told_after(mended: int, words: Words, danger: int, last: int) -> bool:
    """What was mended is told behind it: "arrumaram o vazamento de gás", "o cano que tinha estourado", "o chuveiro que dava choque"."""
    if not last - _TOLD <= mended < last or mended in words.denied:
        return False
    told = range(mended + 1, last + 1)
    if danger - mended <= _OBJECT and not any("real" in words.meanings[at] for at in told):
        return True
    past = any("had" in words.meanings[at] or _PAST.fullmatch(words.words[at]) for at in told)
    return past and any("that" in words.meanings[at] for at in told)
