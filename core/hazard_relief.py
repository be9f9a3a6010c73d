"""Words of relief, once a danger is told: who says to be safe, who takes the danger back, and who says that it is over."""

import re
from unicodedata import normalize

from core.names import fold

_LOOK_BACK = 40  # characters before a taking-back in which it may be denied
_SIGNS = re.compile(r"[^a-z0-9.;!?\n,]+")
_STOPS = re.compile(r"[ .;!?\n]*[.;!?\n][ .;!?\n]*")


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{pattern})" for pattern in patterns))


def _folded(text: str) -> str:
    """Accents that stand as characters of their own are joined first: some keyboards send them so."""
    return text.lower() if text.isascii() else fold(normalize("NFC", text))


def _even(folded: str) -> str:
    """Words with single spaces; commas and full stops are words of their own."""
    words = _SIGNS.sub(" ", folded)
    return " ".join(_STOPS.sub(" . ", words.replace(",", " , ")).split()) + " "


def plain(text: str) -> str:
    """Folded, in words: see `_even`."""
    return _even(_folded(text))


_MAX_CALM = 120  # characters of a message that says nothing but that all is well
_ASIDE_WORD = (  # around "estou bem", saying nothing of danger
    r"(?:sim|s|ok|oi|eu|nos|ja|agora|aqui|a gente|todos|todo mundo|gracas a deus|obrigad[oa]|por enquanto|pronto|viu|tambem|e|,|\.)"
)
_ASIDE = rf"(?:{_ASIDE_WORD} )*"
_AM = r"(?:estou|to|tou|estamos|tamos|tao|estao|fiquei|ficamos)"
_ALL_RIGHT = r"(?:certo|ok|tranquilo|sob controle)"
_WELL = rf"(?:bem|segur[oa]s?|salv[oa]s?|tranquil[oa]s?|tudo (?:bem|{_ALL_RIGHT}))"  # shares no word with what stands around it
_DONE = (
    r"(?:(?:deslig|desligu|fech|apag|apagu|cort|abr)(?:ei|i|amos|imos|aram|iram|iu|ou)|desligad[oa]|fechad[oa]|soltaram|saiu|sai|saimos)"
    r"(?: (?:a|o|as|os|d[oae]|e|,|tudo|tod[oa]s?|registro|geral|principal|gas|agua|luz|energia|forca|disjuntor(?:es)?|chave|quadro|portas?|"
    r"janelas?|la|aqui|sai|saimos|abri|fechei|desliguei))*"
)
_AND_LEFT = r"(?=(?:[a-z, ]+ )?(?:soltaram|saiu|sai|saimos) )"  # who closed the valve or opened a window may still stand beside it
_CALM = re.compile(
    rf"{_ASIDE}(?:estou|estamos|sim (?:to|tamos)|{_AM} {_ASIDE}(?:sim|{_WELL})(?: (?:{_ASIDE_WORD}|{_WELL}))*"
    rf"|(?:(?:ta|esta) )?tudo {_ALL_RIGHT}|(?:ta|esta) (?:tudo|todos|todo mundo) (?:bem|{_ALL_RIGHT})"
    rf"|(?:todos|todo mundo) (?:(?:ta|esta|tao|estao) )?bem|ja {_AND_LEFT}{_DONE}) {_ASIDE}"
)
_CLAUSE = re.compile(r" [,.] ")
_HARM = r"(?:fuma\w+|fogo|agua|gas|fa[ig]\w+|cheiro|vapor|correndo)"
_SAFE = any_of(
    r"consegui(?:mos)? sair\b",
    rf"(?:(?:ja|eu|sim|nos) |(?<![a-z0-9] ))(?:sai|saimos|evacuamos|evacuei)\b(?! (?:um |muit\w+ |uma )*{_HARM})",
    r"(?:todos|todo mundo|ja|nos) (?:ja )?(?:sairam|saiu|saimos)\b",
    r"(?:estou|to|tou|estamos|tamos|ja|fiquei|ficamos|fomos|fui|vim) (?:ja |todos |aqui |agora |tudo |bem |, )*(?:em seguranca|"
    r"segur[oa]s?|a salvo|bem longe|longe)\b",
    r"em seguranca\b",
    r"(?:ja )?(?:desci|descemos|fui embora|fomos embora)\b",
    r"(?:estou|to|tou|estamos|tamos|tamo|ja|ja to|ja estou) (?:la embaixo|no carro|na casa d[aeo])\b",
    r"(?:ta|esta|tao|estao) (?:todo mundo|todos) (?:la )?fora\b",
    r"(?:i m|i am|we are|we re) (?:safe|outside|out)\b|(?:estoy|estamos) (?:afuera|a salvo)\b",
    r"(?:estou|to|tou|estamos|tamos|tamo|ja|fiquei|ficamos|fomos|fui|vim|vou ficar|aqui|aguardando|esperando) "
    r"(?:ja |todos |aqui |agora |bem |, )*"
    r"(?:(?:n[oa]|pra|para|em|ate) (?:a |o )?(?:rua|calcada|portaria|terreo|patio|jardim|vizinh[oa]\w*|praca|estacionamento)|(?:la |"
    r"aqui |do lado de |pro lado de )?fora)\b",
    r"fora d[oae] (?:casa|apartamento|ap|apto|predio|imovel)\b",
    r"^(?:n[oa] (?:rua|calcada|vizinh[oa])|la fora|aqui fora)\b",
)
_NOT_SAFE = re.compile(
    r"\b(?:nao|nem|ainda n|voltei|voltamos|quase|so eu|so nos)\b"
    r"|\b(?:vou|preciso|posso|devo|tenho que|como|quero|consigo) (?:\w+ )?(?:sair|ficar|descer)|\?"
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
    r"era (?:(?:o|a|so|um|meu|minha|cheiro|de|da|do) ){1,4}"
    r"(?:lixo|esgoto|panela|comida|perfume|tinta|churrasco|cigarro|produto|vela|vapor)\b",
    r"(?:cliquei|apertei|mandei) (?:errado|por engano)|(?:tava|estava) enganad[oa]|esquece\b|deixa (?:pra|para) la|pode cancelar",
    r"false alarm|falsa alarma",
    r"(?:errei|escrevi errado|mandei errado|sem querer)\b",
    r"(?:era |foi )?(?:brincadeira|um teste|so um teste|mentira)\b",
)
_THEY = r"(?:bombeiros?|samu|defesa civil|policia|tecnicos?|comgas|naturgy|eletricista|encanador|moco|rapaz|eles)"
_OVER = any_of(
    rf"{_THEY} (?:ja |que |la ){{0,2}}(?:vieram|veio|estiveram|esteve|fecharam|fechou|apagaram|apagou|liberaram|liberou|resolveram|"
    r"resolveu|consertaram|consertou|arrumaram|arrumou|foram embora|foi embora)\b",
    rf"{_THEY} (?:ja )?(?:disseram|disse|falaram|falou) que (?:\w+ ){{0,3}}(?:segur[oa]|liberad[oa]|tudo bem|tudo certo|pod\w+ voltar)\b",
    r"(?:apaguei|apagamos|apagaram|apagou|control(?:ei|amos|aram)) (?:o |a |todo o )?(?:fogo|incendio|chamas?)\b",
    r"ja (?:apaguei|apagamos|apagaram)\b",
    r"(?:fogo|incendio|chamas?) (?:ja )?(?:foi |ta |esta )?(?:apagou|apagad[oa]|acabou|controlad[oa])\b",
    r"(?:cheiro|fumaca|perigo|vazamento)(?: de gas| do gas)? (?:ja )?(?:passou|sumiu|acabou|parou|foi embora|foi resolvido)\b",
    r"ja (?:foi |esta |ta )?(?:tudo )?(?:resolvid[oa]|resolveram|resolvemos|resolvi|liberad[oa]|liberaram|liberou|controlad[oa])\b",
    r"nao (?:tem|ha|sinto|sentimos|ta|esta com) mais (?:o |nenhum )?(?:cheiro|fogo|fumaca|gas|perigo|nada)\b",
)
_BACK_DENIED = re.compile(r"\b(?:nao|nem)(?: (?:e|eh|foi|era|ha|acho|que|um|nenhum))* $")
_STILL = re.compile(r"\b(?:mas|porem|so que)\b.{0,200}\b(?:ainda|continua\w*|segue|tambem|piorou|aumentou|voltou)\b")


def says_safe(text: str) -> bool:
    """Words that say that the writer is out of danger now; a question, a plan, or somebody left inside is none."""
    if "?" in text:
        return False
    words = plain(text)
    calm = len(words) <= _MAX_CALM and (_CALM.fullmatch(words) or all(_CALM.fullmatch(f"{each} ") for each in _CLAUSE.split(words.strip())))
    return bool(calm or _SAFE.search(words)) and not _NOT_SAFE.search(words)


def takes_back(text: str) -> bool:
    """Words that take a danger back ("era do vizinho", "alarme falso"); it is only ever asked about, never dropped by them."""
    return _is_said(_BACK, plain(text))


def says_over(text: str) -> bool:
    """News that the danger is past ("os bombeiros já fecharam o registro", "já apaguei o fogo"); people are told, nothing is dropped."""
    return "?" not in text and _is_said(_OVER, plain(text))


def _is_said(pattern: re.Pattern[str], words: str) -> bool:
    said = any(not _BACK_DENIED.search(words[max(0, found.start() - _LOOK_BACK) : found.start()]) for found in pattern.finditer(words))
    return said and not _STILL.search(words)
