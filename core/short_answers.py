"""Short answers as they are typed: yes or no, and which of some options."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from core.names import fold

MAX_SHORT = 200  # characters: a longer message is no short answer, but for its last line
MAX_YES_NO = 8  # words with politeness
NOT_LISTED = "nao esta na lista"
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_TEN = "\U0001f51f"  # the keycap for ten
_SIGNS = re.compile(r"[^\w\s?]+")
_THUMBS = {"\U0001f44d": " sim ", "\U0001f44e": " nao ", "\u2705": " sim ", "\u274c": " nao "}
_THUMB = re.compile("|".join(_THUMBS))
_DRAWN = re.compile(f"[\u20e3{_TEN}{''.join(_THUMBS)}]")

# Around the choice of an option, saying nothing: politeness and filler.
_FILLER = (
    "por favor", "por gentileza", "pf", "pfv", "pfvr", "obrigado", "obrigada", "obg", "muito obrigado", "muito obrigada", "grato", "grata",
    "oi", "ola",
    "bom dia", "boa tarde", "boa noite", "viu", "ne", "moca", "moco", "entao", "bem", "hm", "hum", "ah", "eu acho que", "acho que", "acho",
    "eu", "e", "eh",
    "quero", "queria", "gostaria", "prefiro", "pode ser", "seria", "vou", "fico com", "escolho", "opcao", "numero", "alternativa", "item",
    "resposta",
    "o", "a", "os", "as", "de", "do", "da", "no caso", "mesmo", "senhor", "senhora", "aqui", "isso", "essa", "esse", "que", "tudo bem",
    "ok", "certo", "amigo",
    "amiga", "querida", "querido", "sou", "la", "ai", "com",
)  # fmt: skip
# The same before yes and no, less the words that are an answer themselves.
_YES = frozenset((
    "sim", "s", "ss", "sss", "sim sim", "simm", "simmm", "si", "yes", "isso", "isso mesmo", "isso ai", "isso isso", "certo", "certinho",
    "correto", "correta",
    "claro", "claro que sim", "com certeza", "ok", "okay", "oki", "blz", "beleza", "pode", "pode sim", "pode ser", "posso", "positivo",
    "exato",
    "exatamente", "confirmo", "confirmado", "confirma", "confere", "ta certo", "esta certo", "ta correto", "esta correto", "tudo certo",
    "tudo ok",
    "e isso", "e isso mesmo", "e isso ai", "eh isso", "quero", "quero sim", "uhum", "aham", "ahan", "tenho", "tenho sim", "tem sim",
    "e sim", "sou",
    "sou sim", "sou eu", "sou eu mesmo", "sou eu mesma", "perfeito", "afirmativo", "de acordo", "concordo", "bora", "vamos", "joia",
    "fechado", "sim claro", "sim pode",
    "sim isso", "sim isso mesmo", "sim certo", "sim correto", "sim e isso", "sim sou eu", "sim esta certo", "sim ta certo", "sim quero",
    "sim tenho",
    "sim confirmo", "sim senhor", "sim senhora", "logico", "obvio", "com ctz", "sim com certeza", "sim pode ser", "sim e isso mesmo",
    "ok sim", "e", "certeza",
))  # fmt: skip
_NO = frozenset((
    "nao", "n", "nn", "nao nao", "naum", "nop", "nope", "no", "negativo", "errado", "errada", "incorreto", "de jeito nenhum",
    "de forma alguma",
    "de modo algum", "nunca", "jamais", "nao e", "nao e nao", "nao e isso", "nao esta certo", "nao ta certo", "ta errado", "esta errado",
    "nao quero",
    "nao posso", "nao pode", "nao da", "nao tenho", "nao tem", "nao sou", "nao confere", "nada disso", "nao senhor", "nao senhora",
    "claro que nao",
    "com certeza nao", "nao obrigado", "nem pensar", "nem", "nao precisa", "nao precisa nao", "nao sou eu", "nao nao e", "nao nao posso",
    "nao nao quero",
    "nao nao tenho", "nao esta errado", "nao ta errado", "nao esta nao", "tenho nao", "quero nao", "posso nao", "pode nao", "sou nao",
    "negativo nao",
))  # fmt: skip
_HEDGES = (
    "eu acho que", "acho que", "acredito que", "creio que", "parece que", "por favor", "obrigado", "obrigada", "obg", "muito", "oi", "ola",
    "bom dia",
    "boa tarde", "boa noite", "ah", "hum", "hm", "entao", "bem", "viu", "ta bom", "moca", "moco", "pf", "pfv", "ue", "eu diria que",
)  # fmt: skip
_NUMBERS = {
    "zero": 0, "um": 1, "uma": 1, "primeiro": 1, "primeira": 1, "dois": 2, "duas": 2, "segundo": 2, "segunda": 2, "tres": 3, "terceiro": 3,
    "terceira": 3, "quatro": 4, "quarto": 4, "quarta": 4, "cinco": 5, "quinto": 5, "quinta": 5, "seis": 6, "sexto": 6, "sexta": 6,
    "sete": 7,
    "setimo": 7, "setima": 7, "oito": 8, "oitavo": 8, "oitava": 8, "nove": 9, "nono": 9, "nona": 9, "dez": 10, "decimo": 10, "decima": 10,
}  # fmt: skip
_DIGITS = re.compile("([0-9]{1,2})[ao]?")
_LAST = frozenset(("ultimo", "ultima"))
_NONE = frozenset((
    "nenhum", "nenhuma", "nenhum deles", "nenhuma delas", "nenhum desses", "nenhuma dessas", "nenhum destes", "nenhuma destas",
    "nenhuma das opcoes",
    "nenhum dos dois", "nao esta na lista", "nao ta na lista", "nao esta", "nenhum dos acima",
))  # fmt: skip
_CHOOSING = _NUMBERS.keys() | _LAST | {phrase.split()[0] for phrase in _NONE}
_FIXES = (
    "desculpa", "desculpe", "perdao", "alias", "quer dizer", "ou melhor", "digo", "na verdade", "corrigindo", "minto", "ops", "opa",
    "errei", "me enganei",
)  # fmt: skip
_FIX = re.compile(rf"\b(?:{'|'.join(_FIXES)})\b")
_FIX_HINTS = frozenset(phrase.split()[0] for phrase in _FIXES)
_NUMBER_SIGN = re.compile(r"\bn[º°.] ?(?=[0-9])|#(?=[0-9])")
_MAIL = re.compile(r"\be[- ]mails?\b")
_BOTH_GENDERS = re.compile(r"o\(a\)")
_DRAWN_OUT = (re.compile(r"\bs+i+m+\b"), "sim"), (re.compile(r"\bn+a+o+\b"), "nao")
_AGAIN = re.compile(r"\b(\w+)(?: \1\b)+")
_MAX_SIGNATURE = 5  # words of a line that may be somebody's name
_NO_SIGNATURE = re.compile(r"\d|\b(?:nao|nem|mas|sim|porem)\b")


def read_yes_no(text: str) -> bool | None:
    """Yes, no, or None when unclear. "acho que sim" is yes; "sim, mas…", a question, and both at once are unclear."""
    if text.count(" ") > 2 * MAX_YES_NO:
        return None
    return next((answer for words in _attempts(text) if (answer := _yes_no(words)) is not None), None)


def read_option(text: str, labels: Sequence[str]) -> int | None:
    """The place (from 0) of the one option meant; None when unclear, several, or none.

    The whole message, less politeness and filler, must be a number, an ordinal or a unique part of one label: a label's word inside
    a longer sentence is no choice. A number that also stands in another label is unclear, and so is a negated option.
    """
    known = _labels(tuple(labels))
    return next((index for words in _attempts(text) if (index := _option(words, known)) is not None), None)


@lru_cache(maxsize=64)  # a message is read as an option, then as yes or no
def _attempts(text: str) -> list[str]:
    """What may be the answer: the whole message, else its last line under a signature ("*João:*", then "1")."""
    found = [text] if len(text) <= MAX_SHORT else []
    if "\n" in text:
        *above, last = [line for line in text[-2 * MAX_SHORT :].splitlines() if line.strip()] or [""]
        if above and len(last) <= MAX_SHORT and all(_may_sign(line) for line in above):
            found.append(last)
    return [_corrected(_plain(each)) for each in found]


def _may_sign(line: str) -> bool:
    return len(line.split()) <= _MAX_SIGNATURE and not _NO_SIGNATURE.search(fold(line))


def _plain(text: str) -> str:
    """Folded words with single spaces; emoji that answer become words, other signs but the question mark go."""
    if not text.isascii():
        text = normalize("NFC", text)
    if not text.isascii() and _DRAWN.search(text):
        text = _THUMB.sub(lambda found: _THUMBS[found[0]], _KEYCAP.sub(r" \1 ", text).replace(_TEN, " 10 "))
    words = _NUMBER_SIGN.sub("numero ", _MAIL.sub("email", fold(text)))
    return " ".join(_SIGNS.sub(" ", words.replace("º", "o").replace("ª", "a")).split())


def _corrected(words: str) -> str:
    """What follows the last correction, if anything does."""
    if not _may_hold(_FIX_HINTS, words):
        return words
    *before, last = _FIX.split(words)
    return last.strip() if last.strip() or not before else before[-1].strip()


# -- yes and no


def _yes_no(words: str) -> bool | None:
    if words.count(" ") >= MAX_YES_NO:
        return None
    for drawn_out, plain in _DRAWN_OUT:
        words = drawn_out.sub(plain, words)
    if not _KNOWN.issuperset(words.split()):
        return None  # the quick look: a word that stands in no answer and no hedge
    for said in (words, _unhedged(words)):
        once = _AGAIN.sub(r"\1", said)
        if once in _YES or once in _NO:
            return once in _YES
    return None


def _unhedged(words: str) -> str:
    """Without hedges and politeness at both ends."""
    left = _HEDGE_END.sub("", _HEDGE_START.sub("", f"{words} "))
    return left.strip()


# -- options


class _Label(NamedTuple):
    whole: frozenset[str]  # as written, for each gender
    core: tuple[str, ...]  # the same without filler, with spaces around
    words: frozenset[str]


@lru_cache(maxsize=512)
def _labels(labels: tuple[str, ...]) -> tuple[_Label, ...]:
    return tuple(_label(label) for label in labels)


def _label(label: str) -> _Label:
    spoken = {_plain(_BOTH_GENDERS.sub(ending, fold(label))) for ending in ("o", "a")}
    core = tuple(f" {_bare(each)} " for each in spoken)
    return _Label(frozenset(spoken), core, frozenset(word for each in core for word in each.split()))


def _option(words: str, labels: Sequence[_Label]) -> int | None:
    whole = [index for index, label in enumerate(labels) if words in label.whole]
    if words and len(whole) == 1:
        return whole[0]
    if "?" in words or not _may_choose(words, labels):
        return None
    meant = _bare(words)
    if not meant:
        return None
    places = _places(meant, len(labels)) | {index for index, label in enumerate(labels) if any(f" {meant} " in core for core in label.core)}
    if not places and words in _NONE:
        places = {index for index, label in enumerate(labels) if NOT_LISTED in label.whole}
    return places.pop() if len(places) == 1 else None


def _may_choose(words: str, labels: Sequence[_Label]) -> bool:
    """The quick look: most messages share no word with any label and hold no number."""
    said = set(words.split())
    return any(not said.isdisjoint(label.words) for label in labels) or not said.isdisjoint(_CHOOSING) or any(map(_DIGITS.fullmatch, said))


def _places(meant: str, count: int) -> set[int]:
    """The position that a number or an ordinal names."""
    if meant in _LAST:
        return {count - 1} if count else set()
    digits = _DIGITS.fullmatch(meant)
    number = int(digits[1]) if digits else _NUMBERS.get(meant, 0)
    return {number - 1} if 0 < number <= count else set()


def _bare(words: str) -> str:
    """Without politeness and filler; articles inside go too, in labels as in messages."""
    return " ".join(_FILLERS.sub(" ", words).split()) if _may_hold(_FILLER_HINTS, words) else words


def _may_hold(hints: frozenset[str], words: str) -> bool:
    """The quick look: whether any word is one with which a phrase of that kind begins."""
    return not hints.isdisjoint(words.replace("?", " ").split())


_KNOWN = frozenset(word for phrase in (*_YES, *_NO, *_HEDGES, "mesmo") for word in phrase.split())


def _one_of(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_FILLERS = re.compile(rf"\b(?:{_one_of(_FILLER)})\b")
_FILLER_HINTS = frozenset(phrase.split()[0] for phrase in _FILLER)
_HEDGE_START = re.compile(rf"^(?:(?:{_one_of(_HEDGES)}) )+")
_HEDGE_END = re.compile(rf"(?: (?:{_one_of((*_HEDGES, 'mesmo'))}))+ $")
