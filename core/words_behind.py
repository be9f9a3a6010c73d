"""What stands behind a number or an e-mail address: "… é meu celular", "… é do porteiro"."""

import re
from itertools import islice

from core.given_names import GIVEN, TITLES
from core.owner_words import (
    ARTICLES,
    BUSINESSES,
    ENDS,
    FIELDS,
    MEANINGS,
    NUMBERS,
    OF,
    OFF,
    OUR,
    OWN_THINGS,
    REACH,
    TALK,
    TENANTS,
    THE,
    WITH,
    WORD,
    Word,
)

_BEHIND = 8  # words after a value
_VALUE_NEXT = re.compile(r"[^\w,;\n]*(?:eh? )?\(?[\w.]*[\d@]")
_AND_IS = re.compile(r"\W{0,3}e o [^\d.;!?\n@]{1,40}(?:\be |:) ?\(?\d")  # "… e o número do contrato é 529…"
_IT_IS = ("eh", "esse", "este", "que")  # "…, é da minha mãe"
_EXTENSION = re.compile(r"[\s,;(–-]*(?:ramal\b|r\.)\W*\d")  # rules.md §3: no mobile
_CLAIM = re.compile(r"[\s(]*(?:(?:esse|este|que|eh?|o|so) ){0,3}(?:meu|minha)\b[\s)]*")
_CLAIM_ENDS = re.compile(r"\s*(?:$|[,.;!?)\n\x00]|e )")
_DISOWNED = re.compile(r"[^.;!?\n\d@]{0,60}\bnao (?:eh? )?(?:o )?(?:meu|minha)\b(?=\W*(?:$|[.,;!?\n]))")
_NONE = frozenset("mais nenhum nenhuma um e".split())  # between "não tenho" and what somebody has not
_WRITER = frozenset(("comigo", "eu", "mim"))  # "falar comigo", "com a Ana que sou eu"


def end_behind(field: str, text: str, folded: str, end: int, *, named: bool, ours: bool) -> int | None:
    """The end of "… é meu celular"; None for "… é do porteiro", "…, falar com a Ana"."""
    reach = min(len(folded), end + REACH)
    stop = next((found.start() for found in ENDS.finditer(folded, end, reach)), reach)
    if (field == "mobile" and _EXTENSION.match(folded, end)) or _DISOWNED.match(folded, end):
        return None
    words = [Word(found[0], *found.span()) for found in islice(WORD.finditer(folded, end, stop), _BEHIND)]
    texts = ["eh" if text[word.start] in "éÉ" else word.text for word in words]
    if texts[:1] == ["quem"] and _is_someone(texts[2:6]):
        return None  # "… quem atende é a Rosa"
    if _is_to_talk(texts):
        return None if _WRITER.isdisjoint(texts) else end
    if not words or ("," in folded[end : words[0].start] and texts[0] not in GIVEN and texts[0] not in _IT_IS):
        return end
    if ours and texts[0] in OF:
        return end  # "meu cpf … do marido não sei"
    return _told_behind(field, folded, end, words, texts, named=named)


def is_claimed(field: str, folded: str, end: int) -> bool:
    """ "… é meu", "… (meu)", "… meu cpf"; not "… meu marido"."""
    claim = _CLAIM.match(folded, end)
    if claim is None or _VALUE_NEXT.match(folded, claim.end()):
        return False
    following = WORD.match(folded, claim.end())
    named = following is not None and MEANINGS.get(following[0]) == field
    return _CLAIM_ENDS.match(folded, following.end() if following and named else claim.end()) is not None


def _told_behind(field: str, folded: str, end: int, words: list[Word], texts: list[str], *, named: bool) -> int | None:
    for at, word in enumerate(words):
        meaning = MEANINGS.get(word.text)
        if word.text.isdecimal() or (at and "," in folded[words[0].start : word.start] and texts[0] not in GIVEN):
            break
        if meaning in (*FIELDS, "number"):
            return _named_behind(field, folded, words[at:], end, named=named)
        if meaning == "person" and _leads_on(folded, end, words, at):
            break
        if field == "cnpj" and word.text in BUSINESSES and at and texts[at - 1] in OUR:
            break
        if _is_anothers(texts, at, named=named) or (meaning == "advert" and field in NUMBERS):
            return None
        if meaning not in ("link", "mine") and word.text not in GIVEN:
            break
    return end


def _is_to_talk(texts: list[str]) -> bool:
    """ "… falar com a Ana", "… com a Neide"."""
    if any(texts[at] in TALK and texts[at + 1] in WITH for at in range(min(3, len(texts) - 1))):
        return True
    someone = next((text for text in texts[1:4] if text not in THE | TITLES), "")
    return bool(texts) and texts[0] in WITH and _is_someone([someone])


def _is_someone(texts: list[str]) -> bool:
    return any(text in GIVEN or MEANINGS.get(text) == "person" for text in texts)


def _leads_on(folded: str, end: int, words: list[Word], at: int) -> bool:
    """ "… e o dela 21 …", "… / meu marido: 21 …" speak of the next value."""
    if any(MEANINGS.get(word.text) in FIELDS for word in words[at + 1 : at + 4]):
        return True  # "… fiador CPF 111…", "… sócio Pedro, cpf 111…"
    apart = words[0].text == "e" or "/" in folded[end : words[0].start] or folded.startswith(":", words[at].end)
    return apart and _VALUE_NEXT.match(folded, words[at].end) is not None


def _is_anothers(texts: list[str], at: int, *, named: bool) -> bool:
    """What a word behind a value says: "(o porteiro)", "do Marcos", "não é meu", "antigo"."""
    word, before, behind = texts[at], texts[at - 1] if at else "", texts[at + 1 : at + 3]
    if word == "nao":
        return (not OFF.isdisjoint(behind[:1]) or behind[1:2] == ["mais"]) and not _has_no(texts[at + 2 : at + 5])
    if word == "de" and behind and not (behind[0] in GIVEN or behind[0] == "quem" or MEANINGS.get(behind[0]) == "person"):
        return False  # "de preferência", "de manhã"
    if word in OF:
        own = (
            texts[:2] == ["e", "o"]
            or (named and texts[:1] == ["e"])
            or not behind
            or (behind[0] in OWN_THINGS and MEANINGS.get(behind[-1]) != "person")
        )
        return not own  # "… e o da minha esposa é …" speaks of the next number
    if MEANINGS.get(word) == "person":
        return word not in TENANTS or before in ARTICLES
    return MEANINGS.get(word) in ("old", "told")


def _has_no(texts: list[str]) -> bool:
    """ "… e não tenho e-mail", "… não uso nenhum zap"."""
    thing = next((text for text in texts if text not in _NONE), "")
    return thing in ("outro", "outra") or MEANINGS.get(thing) in FIELDS


def _named_behind(field: str, folded: str, words: list[Word], end: int, *, named: bool) -> int | None:
    """ "esse é o cnpj", "meu whats": not where the word leads to the next value, and not of another field."""
    word, *others = words
    behind = [each.text for each in others[:5]]
    if "nao" in behind[:2] and MEANINGS[word.text] in (field, "number") and _is_anothers(behind, behind.index("nao"), named=True):
        return None  # "esse e-mail não uso mais"
    if named or _VALUE_NEXT.match(folded, word.end) or _AND_IS.match(folded, end):
        return end
    if len(behind) > 1 and behind[0] in OF and (behind[1] not in OWN_THINGS or MEANINGS.get(behind[:3][-1]) == "person"):
        return None
    if MEANINGS[word.text] == field or (MEANINGS[word.text] == "number" and field in NUMBERS):
        return word.end + folded.startswith(")", word.end)
    return end
