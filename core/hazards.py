"""Danger in a message ("Emergencies" in the rules of the trade): read before anything else, in every state.

A danger whose words are denied right before ("não é vazamento de gás") is none; one that nobody is sure of ("não sei se é gás") stays
one. The words themselves are a table, `core.dangers`.
"""

import re
from typing import Literal
from unicodedata import normalize

from core.dangers import DANGERS, Danger, HazardKind, any_of
from core.glance import Beginnings, beginnings
from core.names import fold
from core.records import Record

__all__ = ["Certainty", "Hazard", "HazardKind", "find_hazards", "hazards_in", "says_safe", "takes_back"]

Certainty = Literal["sure", "ask"]
_LOOK_BACK = 40  # characters before a danger in which it may be denied


class Hazard(Record):
    """`sure`: a named danger; `ask`: a sign without a name, worth one question."""

    kind: HazardKind
    certainty: Certainty


_HINTS = frozenset[str]().union(*(danger.hints for danger in DANGERS))
_DENIED = re.compile(
    r"\b(?:nao|nem|sem|nunca|nenhuma?|ninguem|zero)(?: (?:e|eh|era|foi|fui|fomos|foram|esta|estou|estao|estamos|ta|to|tem|tinha|ha|houve|"
    r"sinto|senti|"
    r"existe|parece|seja|ser|se|trata|de|d|do|da|um|uma|o|a|mais|com|nenhuma?|ninguem|qualquer|caso|teve|vi|ocorreu|aconteceu|acho|que|me|"
    r"nos|"
    r"estava|tava|deu|ainda|levei|tomei|sinal))* $"
)
_MENDED = re.compile(
    r"\b(?:ja|depois|mas) (?:\w+ ){0,2}(?:consert\w+|arrum\w+|troc\w+|resolv\w+|repar\w+)"
    r"|\b(?:consert|arrum|resolv|repar|troc)(?:ad[oa]|id[oa]|aram|eram|amos|emos|ei|i) (?:ja|ontem|na hora|no mesmo dia)\b"
)
_DEVICE = re.compile(r"\b(aquecedor|fogao|boiler|chuveiro|forno|caldeira|lareira) a gas\b")  # the thing, not the gas
_SIGNS = re.compile(r"[^a-z0-9.;!?\n,]+")
_STOPS = re.compile(r"[ .;!?\n]*[.;!?\n][ .;!?\n]*")


def find_hazards(text: str) -> tuple[Hazard, ...]:
    """The dangers that a message speaks of, each kind at most once, in the order of the table."""
    folded = _folded(text)
    return hazards_in(folded, beginnings(folded))


def hazards_in(folded: str, begun: Beginnings) -> tuple[Hazard, ...]:
    """The same of a text already folded; `begun` are the beginnings of its words."""
    if _HINTS.isdisjoint(begun):
        return ()
    words = _DEVICE.sub(_device, _even(folded))
    found = (_hazard(danger, words) for danger in DANGERS if not danger.hints.isdisjoint(begun))
    return _without_doubles(tuple(hazard for hazard in found if hazard))


def _folded(text: str) -> str:
    """Accents that stand as characters of their own are joined first: some keyboards send them so."""
    return text.lower() if text.isascii() else fold(normalize("NFC", text))


def _even(folded: str) -> str:
    """Words with single spaces; commas and full stops are words of their own."""
    words = _SIGNS.sub(" ", folded)
    return " ".join(_STOPS.sub(" . ", words.replace(",", " , ")).split()) + " "


def _device(found: re.Match[str]) -> str:
    return "aquecedor" if found[1] == "chuveiro" else found[1]


def _hazard(danger: Danger, words: str) -> Hazard | None:
    if danger.friends:
        words = danger.friends.sub(" . ", words)
    if danger.past and _MENDED.search(words):
        return None
    if _is_said(danger.sure, words):
        return Hazard(danger.kind, "sure")
    return Hazard(danger.kind, "ask") if danger.ask and _is_said(danger.ask, words) else None


def _is_said(pattern: re.Pattern[str], words: str) -> bool:
    """Once at least, and not denied right before."""
    return any(not _DENIED.search(words[max(0, found.start() - _LOOK_BACK) : found.start()]) for found in pattern.finditer(words))


def _without_doubles(found: tuple[Hazard, ...]) -> tuple[Hazard, ...]:
    """A heater with a headache is carbon monoxide, not also a hint of gas; a named smell of gas stays."""
    if Hazard("carbon_monoxide", "sure") in found:
        return tuple(hazard for hazard in found if hazard != Hazard("gas", "ask"))
    return found


_MAX_CALM = 120  # characters of a message that says nothing but that all is well
_ASIDE_WORD = (  # around "estou bem", saying nothing of danger
    r"(?:sim|s|ok|oi|eu|nos|ja|agora|aqui|a gente|todos|todo mundo|gracas a deus|obrigad[oa]|por enquanto|pronto|viu|tambem|e|,|\.)"
)
_ASIDE = rf"(?:{_ASIDE_WORD} )*"
_AM = r"(?:estou|to|tou|estamos|tamos|tao|estao|fiquei|ficamos)"
_ALL_RIGHT = r"(?:certo|ok|tranquilo|sob controle)"
_WELL = rf"(?:bem|segur[oa]s?|salv[oa]s?|tranquil[oa]s?|tudo (?:bem|{_ALL_RIGHT}))"  # shares no word with what stands around it
_DONE = (
    r"(?:(?:desligu|fech|apagu|cort|abr)(?:ei|i|amos|imos|aram|iram|iu|ou)|desligad[oa]|fechad[oa]|soltaram|saiu|sai|saimos)"
    r"(?: (?:a|o|as|os|d[oae]|e|,|tudo|tod[oa]s?|registro|geral|principal|gas|agua|luz|energia|forca|disjuntor(?:es)?|chave|quadro|portas?|"
    r"janelas?|la|aqui|sai|saimos|abri|fechei|desliguei))*"
)
_CALM = re.compile(
    rf"{_ASIDE}(?:estou|estamos|sim (?:to|tamos)|{_AM} {_ASIDE}(?:sim|{_WELL})(?: (?:{_ASIDE_WORD}|{_WELL}))*"
    rf"|(?:(?:ta|esta) )?tudo {_ALL_RIGHT}|(?:ta|esta) (?:tudo|todos|todo mundo) (?:bem|{_ALL_RIGHT})"
    rf"|(?:todos|todo mundo) (?:(?:ta|esta|tao|estao) )?bem|ja {_DONE}) {_ASIDE}"
)
_HARM = r"(?:fuma\w+|fogo|agua|gas|fa[ig]\w+|cheiro|vapor|correndo)"
_SAFE = any_of(
    r"consegui(?:mos)? sair\b",
    rf"(?:(?:ja|eu|sim|nos) |(?<![a-z0-9] ))(?:sai|saimos|evacuamos|evacuei)\b(?! (?:um |muit\w+ |uma )*{_HARM})",
    r"(?:todos|todo mundo|ja|nos) (?:ja )?(?:sairam|saiu|saimos)\b",
    r"(?:estou|to|tou|estamos|tamos|ja|fiquei|ficamos|fomos|fui|vim) (?:ja |todos |aqui |agora |tudo |bem |, )*(?:em seguranca|"
    r"segur[oa]s?|a salvo|bem longe|longe)\b",
    r"em seguranca\b",
    r"(?:estou|to|tou|estamos|tamos|ja|fiquei|ficamos|fomos|fui|vim|vou ficar|aqui|aguardando|esperando) (?:ja |todos |aqui |agora |bem |"
    r", )*"
    r"(?:(?:n[oa]|pra|para|em|ate) (?:a |o )?(?:rua|calcada|portaria|terreo|patio|jardim|vizinh[oa]\w*|praca|estacionamento|hall)|(?:la |"
    r"aqui |do lado de |pro lado de )?fora)\b",
    r"fora d[oae] (?:casa|apartamento|ap|apto|predio|imovel)\b",
    r"^(?:n[oa] (?:rua|calcada|vizinh[oa])|la fora|aqui fora)\b",
)
_NOT_SAFE = re.compile(
    r"\b(?:nao|nem|ainda n|quase|so eu|so nos)\b|\b(?:vou|preciso|posso|devo|tenho que|como|quero|consigo) (?:\w+ )?(?:sair|ficar)|\?"
    r"|\b(?:mas|porem|so que|menos)\b.{0,200}\b(?:dentro|ficou|ficaram|falta|preso|presa)|\b(?:la|ainda|aqui) dentro\b"
)
_BACK = any_of(
    r"alarme falso|falso alarme",
    r"(?:foi|era|e|eh|fiz) (?:um |so |so um |tudo )?engano",
    r"me (?:enganei|confundi|equivoquei)",
    r"(?:era|foi|vinha|vem|e|eh) (?:[a-z]+ ){0,4}(?:d[oa]s?|n[oa]s?|o|a|os|as) vizinh[oa]\w*",
    r"(?:nao era|nao foi|nao e|nao eh) (?:nada|gas|fogo|incendio|vazamento|fumaca|isso|perigo|serio|grave|verdade)",
    r"nao (?:tem|ha|tinha) (?:perigo|gas|fogo|nada|risco|mais perigo)",
    r"(?:pode |podem |favor )?(?:desconsider\w+|ignor(?:a|e|em|ar))\b",
    r"(?:era|foi) (?:so|apenas|somente)\b",
    r"(?:errei|escrevi errado|mandei errado|sem querer)\b",
    r"(?:era |foi )?(?:brincadeira|um teste|so um teste|mentira)\b",
)
_BACK_DENIED = re.compile(r"\b(?:nao|nem)(?: (?:e|eh|foi|era|ha|acho|que|um|nenhum))* $")
_STILL = re.compile(r"\b(?:mas|porem|so que)\b.{0,200}\b(?:ainda|continua\w*|segue|tambem|piorou|aumentou)\b")


def says_safe(text: str) -> bool:
    """Words that say that the writer is out of danger now; a question, a plan, or somebody left inside is none."""
    folded = _folded(text)
    if "?" in folded:
        return False
    words = _even(folded)
    calm = len(words) <= _MAX_CALM and _CALM.fullmatch(words)
    return bool(calm or _SAFE.search(words)) and not _NOT_SAFE.search(words)


def takes_back(text: str) -> bool:
    """Words that take a danger back ("era do vizinho", "alarme falso"); it is only ever asked about, never dropped by them."""
    words = _even(_folded(text))
    said = any(not _BACK_DENIED.search(words[max(0, found.start() - _LOOK_BACK) : found.start()]) for found in _BACK.finditer(words))
    return said and not _STILL.search(words)
