"""Districts and cities behind an address: what still belongs to it."""

import re

from core.address_words import AREAS, CITIES, DISTRICTS, LED_AREAS, NO_PLACES, PARTICLES, STATES, STATES_TOO, STOPS, VERBAL
from core.given_names import GIVEN, SURNAMES
from core.troubles import signs_of

_MAX_WORDS = 4  # of a district or a city
_MAX_PLAIN = 3  # of one that nothing tells from other words
_SHORTEST = 3  # letters of its words
WORD = re.compile(r"[a-z0-9][a-z0-9'’-]*")
BETWEEN = re.compile(r" ?[,/(–-]? ?(?:[(–-] ?)?|,?\n(?=[a-z])")  # parts of an address
_LEAD = re.compile(r"(?:n[oa]|em|d[oa]) ")
_ENDS = re.compile(r" ?(?:$|[,.;:!?()\n\x00/]| [–-] )")
_GOOD = frozenset("boa bom nova novo alto alta baixa agua verde branca casa porto ponto".split())  # "boa" is no place, "boa vista" is one
_KNOWN = CITIES | {name for name in DISTRICTS if name not in GIVEN | SURNAMES}


def place_end(text: str, folded: str, at: int, start: int) -> int | None:
    """A district or city: named as one ("bairro Petrópolis"), well known, or written like one between commas."""
    lead = _LEAD.match(folded, start)
    first = WORD.match(folded, lead.end() if lead else start)
    if first is None:
        return None
    if city := _city_end(text, folded, first.start()):
        return city
    if first[0] in AREAS and (lead is None or first[0] in LED_AREAS):
        return _area_end(text, folded, first)
    if lead is not None or start == at:
        return None
    apart = bool(folded[at:start].strip())
    written = _proper_end(text, folded, start) if apart else _capitals_end(text, folded, start)
    return written or _plain_end(text, folded, start)


def _city_end(text: str, folded: str, at: int) -> int | None:
    """The longest known city or district from here on ("são bernardo do campo", "barra da tijuca"), or a state."""
    words: list[str] = []
    end, found = at, None
    while len(words) < _MAX_WORDS and (word := WORD.match(folded, end + bool(words))):
        words.append(word[0])
        end = word.end()
        found = end if " ".join(words) in _KNOWN and not folded.startswith((" de ", " com "), end) else found
        if folded[end : end + 1] != " ":
            break
    return found or _state_end(text, folded, at)


def _state_end(text: str, folded: str, at: int) -> int | None:
    """ "PE", "pe"; of states that are words too only "SE"."""
    state = WORD.match(folded, at)
    if state is None or state[0] not in STATES or not _ENDS.match(folded, state.end()):
        return None
    return state.end() if state[0] not in STATES_TOO or text[at : state.end()].isupper() else None


def _area_end(text: str, folded: str, kind: re.Match[str]) -> int | None:
    """ "bairro Boa Vista", "jd. das flores", "centro"."""
    at, capital = kind.end() + (folded[kind.end() : kind.end() + 1] == "."), None
    named = 0
    for _ in range(_MAX_WORDS):
        word = WORD.match(folded, at + 1) if folded[at : at + 1] in (" ", ":") else None
        if word is None or (word[0] in NO_PLACES and word[0] not in _GOOD):
            break
        typed = text[word.start()].isupper()
        if word[0] not in PARTICLES:
            capital = typed if capital is None else capital
            if capital and not typed:
                break
            named = word.end()
        elif not named and word[0] == "e":
            break
        at = word.end()
    return named or (kind.end() if kind[0] == "centro" else None)


def _proper_end(text: str, folded: str, start: int) -> int | None:
    """ ", Boa Viagem,": words alone between marks, with capitals, and nobody's name."""
    words = _segment(folded, start)
    if not words or text.isupper() or not all(text[word.start()].isupper() or word[0] in PARTICLES for word in words):
        return None
    typed = [word[0] for word in words]
    if any(word in (STOPS if len(typed) > 1 else NO_PLACES) for word in typed if word not in PARTICLES):
        return None
    return None if _is_person(text, folded, words) else words[-1].end()


def _plain_end(text: str, folded: str, start: int) -> int | None:
    """ ", rio tavares.", " gonzaga": words up to a mark that tell nothing, and are nobody's name."""
    words = _segment(folded, start)
    if not words or len(words) > _MAX_PLAIN or any(_tells(word[0], alone=len(words) == 1) for word in words):
        return None
    return None if _is_person(text, folded, words) else words[-1].end()


def _tells(word: str, *, alone: bool) -> bool:
    """Is a word of a sentence: "pingando", "urgente"."""
    if word in PARTICLES or (word in _GOOD and not alone):
        return False
    return word in NO_PLACES or len(word) < _SHORTEST or not word.isalpha() or VERBAL.fullmatch(word) is not None or bool(signs_of(word))


def _capitals_end(text: str, folded: str, start: int) -> int | None:
    """ "… ap 12 Bela Vista": capital words without a mark before them, two of them, or one before a mark."""
    words: list[re.Match[str]] = []
    at = start
    while not text.isupper() and len(words) < _MAX_WORDS and (word := WORD.match(folded, at)):
        if not text[at].isupper() and not (words and word[0] in PARTICLES):
            break
        words.append(word)
        at = word.end() + 1
        if folded[word.end() : at] != " " or _city_end(text, folded, at):
            break
    while words and words[-1][0] in PARTICLES:
        words.pop()
    typed = [word[0] for word in words]
    if not words or typed[0] in GIVEN or not NO_PLACES.isdisjoint(typed) or (len(words) == 1 and not _ENDS.match(folded, words[0].end())):
        return None
    return words[-1].end()


def _segment(folded: str, start: int) -> list[re.Match[str]]:
    """The words from here up to a mark; none where there are too many."""
    words: list[re.Match[str]] = []
    at = start
    for _ in range(_MAX_WORDS):
        word = WORD.match(folded, at)
        if word is None:
            return []
        words.append(word)
        if _ENDS.match(folded, word.end()):
            return words
        at = word.end() + 1
        if folded[word.end()] != " ":
            return []
    return []


def _city_follows(text: str, folded: str, at: int) -> bool:
    between = BETWEEN.match(folded, at)
    return bool(between and _city_end(text, folded, between.end()))


def _is_person(text: str, folded: str, words: list[re.Match[str]]) -> bool:
    """ "Débora Lins", "Marcos"; a given name alone is a place where one is called so, or a city follows."""
    first, *others = [word[0] for word in words]
    end = words[-1].end()
    if first not in GIVEN or _city_follows(text, folded, end):
        return False
    if others:
        return others[-1] in SURNAMES | GIVEN
    return first not in DISTRICTS or end >= len(folded.rstrip(" .!"))
