"""What people in danger need besides a way out: a doctor, help to get out at all, or word on what they may do."""

import re
from typing import Literal

from core.hazard_relief import any_of, plain

_LOOK_BACK = 20  # characters before an illness in which it may be denied
_ILL = any_of(
    r"(?:pass\w+|sent\w+|(?:es)?tou|to|muito) (?:muito |tao |bem )?mal\b(?! \w+[aei]d[oa]s?\b)",
    r"desmai\w+|desacordad\w+|inconscient\w+|convuls\w+|sufoca\w+|asfixi\w+|intoxica\w+|vomit\w+|tont(?:o|a|os|as|ura\w*)\b|sangra\w+",
    r"nao (?:\w+ ){0,2}(?:respir\w+|acord\w+|reag\w+)|(?:par\w+|dificuldade) (?:de|para|pra) respirar|falta de ar\b|sem ar\b(?! cond)",
    r"(?:me|se|nos) (?:queim\w+|machuc\w+|feri\w*|cort(?:ei|ou)\b)|(?:machucad|ferid)[oa]s?\b|queimaduras?\b",
    r"infart\w+|enfart\w+|dor no peito|(?:ta|esta|ficou) rox[oa]|(?:ta|esta|estao|to|estou) morrendo",
)
_NOBODY = re.compile(r"\b(?:nao|ninguem|nem)(?: \w+)? $")

_LEAVE = (
    r"(?:sair|andar|descer|levantar|caminhar|me mexer|me mover|se mexer)\b(?! (?:mais cedo|antes|d[oae] (?:trabalho|servico|reuniao|aula)))"
)
_STUCK_SELF = any_of(
    rf"nao (?:\w+ )?(?:consigo|conseguimos|posso|podemos|tenho como|temos como) (?:\w+ ){{0,2}}{_LEAVE}",
    r"(?:sou|como) cadeirante|como (?:eu |a gente |nos )?(?:faco|faz|fazemos|fazer|vou|vamos) (?:pra |para )?(?:sair|descer)\b",
    r"(?:uso|ando|estou|to|tou|fico) (?:de |em |com |na |numa )?(?:cadeira de rodas|muletas?|andador|acamad[oa])",
    r"(?:estou|to|tou|fiquei|estamos|tamos|ficamos) (?:aqui |muito )?(?:pres[oa]s?|trancad[oa]s?)\b",
)
_STUCK_OTHER = any_of(
    rf"nao (?:\w+ )?(?:consegue|conseguem|pode|podem|tem como) (?:\w+ )?{_LEAVE}", r"cadeirante|cadeira de rodas|acamad[oa]"
)

_LONGEST_QUESTION = 120  # characters; more is a story with a question in it
_MAY = r"(?:posso|podemos|devo|devemos|(?:ja )?da (?:pra|para)|(?:ja )?pode|consigo|e (?:pra|para))"
_DO = r"(?:volt|entr|acend|abr|us|sub|dorm|fic|peg|busc|sai|fech|deslig|apag|tom|cozinh|mex|lig(?!\w* (?:pra|para|pro)\b))\w*"
_ASKS = any_of(
    rf"{_MAY} (?:\w+ ){{0,2}}{_DO}",
    r"(?:e|eh|ta|esta|ainda e|ainda ta) (?:muito |mesmo )?(?:perigos[oa]|segur[oa]|arriscado)\b",
    r"(?:tem|ha|corr\w+|existe) (?:\w+ )?(?:perigo|risco)\b",
    r"(?:vai|pode) (?:explodir|pegar fogo|cair)",
    r"que (?:e que )?(?:eu |nos |a gente )?(?:faco|faz|fazer|fazemos|(?:devo|tenho que|preciso) fazer)\b",
    r"como (?:e que )?(?:eu |nos |a gente )?(?:faco|faz|procedo|proceder|fico|fica)\b(?! (?:pra|para)\b)",
)
_BEGINS = re.compile(rf"(?:(?:e|mas|entao|agora|ja|o|socorro|,) )*(?:{_ASKS.pattern})")


def says_ill(text: str) -> bool:
    """Somebody is ill or hurt; only meant of a talk in which there is danger. "ninguém passou mal" is nobody."""
    words = plain(text)
    return any(not _NOBODY.search(words[max(0, found.start() - _LOOK_BACK) : found.start()]) for found in _ILL.finditer(words))


def who_is_stuck(text: str) -> Literal["self", "other"] | None:
    """Who cannot get out of a danger: whoever writes, or somebody with them."""
    words = plain(text)
    if _STUCK_SELF.search(words):
        return "self"
    return "other" if _STUCK_OTHER.search(words) else None


def asks_about_danger(text: str) -> bool:
    """A question on what may be done now, with or without its sign; a "pode …" without it allows something."""
    words = plain(text)
    if len(words) > _LONGEST_QUESTION:
        return False
    return bool(_ASKS.search(words)) if "?" in words else bool(_BEGINS.match(words)) and not words.startswith(("pode ", "ja pode "))
