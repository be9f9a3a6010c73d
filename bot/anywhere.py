"""The words that work anywhere in a talk, when they are the whole message."""

import re
from collections.abc import Mapping
from functools import lru_cache

from core.names import fold

_HOW_IS_MY_TICKET = tuple(
    f"{ask} {what}".strip()
    for ask in ("como esta", "como ta", "como anda", "cade", "e", "status do", "")
    for what in ("meu chamado", "o meu chamado", "meu pedido", "o meu pedido")
)
GLOBAL_WORDS: Mapping[str, str] = {  # phrase, less politeness → act (bot.acts.ACTS)
    "atendente": "person",
    "humano": "person",
    "pessoa": "person",
    "falar com atendente": "person",
    "falar com um atendente": "person",
    "falar com uma atendente": "person",
    "falar com uma pessoa": "person",
    "falar com o gerente": "person",
    "falar com a gerente": "person",
    "falar com gerente": "person",
    "falar com um responsavel": "person",
    "falar com alguem": "person",
    "falar com um humano": "person",
    "voltar": "back",
    "volta": "back",
    "cancelar": "cancel",
    "cancela": "cancel",
    "corrigir": "choose_change",
    "recomecar": "restart",
    "comecar de novo": "restart",
    "ajuda": "help",
    "me ajuda": "help",
    "status": "status",
    "protocolo": "status",
    "meu protocolo": "status",
    **dict.fromkeys(_HOW_IS_MY_TICKET, "status"),
    "alguma novidade": "status",
    "tem novidade": "status",
    "alguma noticia": "status",
    "meus dados": "my_data",
    "nao sou eu": "not_me",
    "nao sou essa pessoa": "not_me",
    "continuar com a assistente": "continue",
}
_WORDS = frozenset(word for phrase in GLOBAL_WORDS for word in phrase.split())
_POLITE = re.compile(r"\b(?:por favor|por gentileza|pfv?|obrigad[oa]|quero|queria|gostaria de|eu|oi|ola|bom dia|boa tarde|boa noite)\b")
_SIGNS = re.compile(r"[^\w ]+")
_LONGEST = 80  # characters; a longer message is never a global word


@lru_cache(maxsize=64)  # one message is looked at more than once in its turn
def act_meant(text: str) -> str:
    """The act that a whole message asks for, "" for any other message. A word inside a sentence asks for nothing (F19)."""
    if not text or len(text) > _LONGEST:
        return ""
    plain = _SIGNS.sub(" ", fold(text))
    words = plain.split()
    if _WORDS.isdisjoint(words):
        return ""
    return GLOBAL_WORDS.get(" ".join(words)) or GLOBAL_WORDS.get(" ".join(_POLITE.sub(" ", plain).split()), "")
