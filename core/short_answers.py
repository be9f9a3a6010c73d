"""Short answers as they are typed: words and the ends of clauses, less a signature, after the last correction."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeVar
from unicodedata import normalize

from core.names import fold

AnswerT = TypeVar("AnswerT")
Words = tuple[str, ...]  # folded; "," ends a clause, "?" asks
MAX_SHORT = 200  # characters: a longer message is no short answer, but for its last line
_MAX_WORDS = 40
_MAX_SIGNATURE = 5  # lines, and words of each, that may be somebody's name
_TOKEN = re.compile(r"[^\W_]+|\?|[^\w\s?]")
_ENDS = frozenset(',.;:!/()\n\u2026-\u2013\u2014\u00b7|"')
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3")
_EMOJI: Mapping[str, str] = {  # emoji that answer, and as what
    "\U0001f51f": "10", "\U0001f947": "primeiro", "\U0001f948": "segundo", "\U0001f949": "terceiro",
    "👍": "sim", "👌": "sim", "✅": "sim", "✔": "sim", "☑": "sim", "🆗": "sim", "🤝": "sim", "🙆": "sim", "💯": "sim", "🫡": "sim",
    "👎": "nao", "❌": "nao", "✖": "nao", "🚫": "nao", "🙅": "nao", "⛔": "nao",
    "🤔": "talvez", "🤷": ", sei la ,", "❓": "?", "❔": "?", "⁉": "?",
}  # fmt: skip
_WRITTEN: Mapping[str, str] = {  # what chats write, and the word
    "q": "que", "msm": "mesmo", "mesma": "mesmo", "mesmos": "mesmo", "memo": "mesmo", "mermo": "mesmo", "mmo": "mesmo", "eh": "e",
    "n": "nao", "nn": "nao", "naum": "nao", "naun": "nao",
    "num": "nao", "nnao": "nao", "noa": "nao", "nau": "nao", "nom": "nao", "nam": "nao",
    "esta": "ta", "estou": "to", "tou": "to", "vcs": "voces", "vc": "voce", "ce": "voce", "ces": "voces", "ctz": "certeza", "axo": "acho",
    "tbm": "tambem", "tb": "tambem", "pq": "porque", "pra": "para", "pro": "para", "p": "para", "oq": "o que", "oque": "o que",
    "d": "de", "td": "tudo", "blz": "beleza", "nsei": "nao sei", "sla": "sei la", "ngm": "ninguem", "nd": "nada",
    "whats": "whatsapp", "wpp": "whatsapp", "wats": "whatsapp", "watsap": "whatsapp", "whatsap": "whatsapp", "zap": "whatsapp",
    "zapp": "whatsapp", "zapzap": "whatsapp", "uats": "whatsapp", "cel": "celular", "tel": "telefone", "fone": "telefone", "nro": "numero",
    "emails": "email", "imeil": "email", "imail": "email", "hj": "hoje", "agr": "agora",
    "aki": "aqui", "aq": "aqui", "cmg": "comigo", "cumigo": "comigo", "ctg": "contigo", "sinhora": "senhora", "sinhor": "senhor",
    "podi": "pode",
    "dps": "depois", "dpois": "depois",
    "msg": "mensagem", "mto": "muito", "mt": "muito", "tava": "estava", "tao": "estao",
}  # fmt: skip
_DRAWN_OUT = re.compile(r"([a-z])\1+$")
_MEANT: Mapping[str, Words] = {
    token: tuple(meant.split()) for token, meant in (*_EMOJI.items(), *_WRITTEN.items(), *((end, ",") for end in _ENDS), ("?", "?"))
}
_JOINED = re.compile(r"(?<=[a-z])[-'](?=[a-z])")
_MAIL = re.compile(r"\be-mails?\b")
_NUMBER_SIGN = re.compile(r"\b(?:n[o.]?|num\.?) ?(?=[0-9])|#(?=[0-9])")
_NAMED = re.compile(r"\s*\*[^*\n]{1,40}\*:?\s|\s*\*[^*\n]{1,40}:\*\s*")
_CLOSING = re.compile(r"\n[ \t]{0,9}(?:att|atenciosamente|cordialmente|abracos?|abs|assinado|grat[oa])\b")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_.'-]*")
_FIXES = (
    "alias", "quer dizer", "ou melhor", "melhor dizendo", "melhor", "digo", "quis dizer", "na verdade", "na vdd", "na real", "corrigindo",
    "correcao", "retificando", "minto", "mentira", "ops", "oops", "ups", "opa",
    "errei", "escrevi errado", "digitei errado", "cliquei errado",
    "apertei errado", "me enganei", "me confundi", "confundi", "pensando bem", "pera", "pera ai", "perai", "espera", "espera ai", "calma",
    "mudei de ideia", "brincadeira", "zoeira", "a resposta e", "minha resposta e", "resumindo", "em resumo", "ou seja", "conclusao",
    "troca para", "muda para", "desculpa", "desculpe", "perdao", "foi mal", "sorry",
)  # fmt: skip
_APOLOGIES = frozenset(("desculpa", "desculpe", "perdao", "foi mal", "sorry", "opa"))  # at the end they correct nothing
_FIX = re.compile(rf"\b({'|'.join(sorted(_FIXES, key=len, reverse=True))})\b")
_REASON = frozenset(("porque", "pois"))  # begins a reason, behind an answer
DOUBTS = frozenset("mas porem talvez depende dependendo se ou quase".split())  # no answer is clear beside them
_FIX_HINTS = frozenset(phrase.split()[0] for phrase in _FIXES)


def answered(text: str, read: Callable[[Words], AnswerT | None]) -> AnswerT | None:
    """What `read` makes of the whole message, else of its last line under a signature ("*João:*", then "1")."""
    whole = words_of(text) if len(text) <= MAX_SHORT else ()
    answer = read(whole) if whole else None
    if answer is not None or "\n" not in text:
        return answer
    *above, last = [line for line in text[-2 * MAX_SHORT :].splitlines() if line.strip()] or [""]
    if (
        not 0 < len(above) <= _MAX_SIGNATURE
        or len(last) > MAX_SHORT
        or not all(map(_may_sign, above))
        or any(read(words_of(line)) is not None for line in above)
    ):
        return None
    return read(words_of(last))


@lru_cache(maxsize=64)  # a message is read as an option, then as yes or no
def words_of(text: str) -> Words:
    """The words that count; none of a message with more than a short answer has."""
    found = plain_words(_unsigned(text))
    return _corrected(found) if len(found) <= _MAX_WORDS else ()


def plain_words(text: str) -> Words:
    """Folded words and the ends of clauses; emoji that answer are words, other signs go, what chats abbreviate is whole."""
    if not text.isascii():
        text = normalize("NFKC", _KEYCAP.sub(r" \1 ", text))
    folded = _NUMBER_SIGN.sub("numero ", fold(text).replace("\n", " , "))
    if "-" in folded or "'" in folded:
        folded = _JOINED.sub(" ", _MAIL.sub("email", folded))
    found: list[str] = []
    for token in _TOKEN.findall(folded):
        found += _MEANT.get(token) or _written(token)
    return tuple(found)


def _written(token: str) -> Words:
    """A word as it is, or drawn out at its end ("naummm"); a sign that means nothing is none."""
    drawn_out = token[-1] == token[-2:-1] and token.isalpha()
    return _MEANT.get(_DRAWN_OUT.sub(r"\1", token), (token,)) if drawn_out else (token,) if token.isalnum() else ()


def _unsigned(text: str) -> str:
    """Without a name in front ("*Ana:* 1") and a closing below ("1", then "Atenciosamente," and a name)."""
    if text[:1] in "* " and (named := _NAMED.match(text)):
        text = text[named.end() :]
    closing = _CLOSING.search(fold(text)) if "\n" in text else None
    return text[: closing.start()] if closing else text


def _may_sign(line: str) -> bool:
    """ "*Condomínio Flor:*", "Maria Souza": a few words with capitals, or a colon at the end."""
    words = line.replace("*", " ").replace("_", " ").split()
    if not 0 < len(words) <= _MAX_SIGNATURE or any(character.isdigit() for character in line) or "?" in line:
        return False
    return line.rstrip("* _").endswith(":") or all(_NAME_WORD.match(word) and (word[0].isupper() or len(word) <= 3) for word in words)


def _corrected(words: Words) -> Words:
    """What follows the last correction: "sim, ops, não". An apology at the end corrects nothing, other words there leave nothing."""
    if _FIX_HINTS.isdisjoint(words):
        return words
    before, *after = _FIX.split(" ".join(words))
    if not after:
        return words
    *_, fix, last = after
    if last.strip(" ,"):
        return tuple(last.split())
    before = before if len(after) == 2 else after[-3]
    if not before.strip(" ,"):
        return words  # "correção" as an answer
    return tuple(before.split()) if fix in _APOLOGIES else ()


def less_reason(words: Words) -> Words:
    """Without what follows "porque", unless it casts doubt: "não, porque trabalho fora"."""
    at = next((at for at, word in enumerate(words) if at and word in _REASON), len(words))
    reason = words[at + 1 :]
    return words[:at] if len(reason) > 1 and DOUBTS.isdisjoint(reason) else words
