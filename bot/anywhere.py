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
# Who wants a person says so in anger too: "me passa pra um humano logo, porra", "não quero robô nenhum, seu lixo".
_HEAT = re.compile(
    r"\b(?:preciso|posso|da pra|tem como|tem jeito de|logo|agora|ja|so|mesmo|urgente|pelo amor de deus|porra|caralho|cacete|merda"
    r"|droga|inferno|saco|seus? (?:lixo|idiota|burro|inutil|merda)s?|inutil|inuteis|idiota|lixo|burro)\b"
)
_WHICH = r"(?: (?:humano|humana|real|de verdade|da imobiliaria|da equipe|da empresa))?"
_SOMEBODY = rf"(?:(?:um|uma) )?(?:atendente|atendimento|humano|ser humano|pessoa){_WHICH}"
_ANYBODY = rf"(?:(?:um|uma|o|a|algum|alguma) )?(?:gente|alguem|responsavel|dono|dona|gerente|supervisor|supervisora){_WHICH}"
_BRINGS = (
    r"(?:falar|conversar) com|(?:me )?(?:passa|passar|passe|transfere|transferir|transfira) (?:pra|para|pro)"
    r"|(?:me )?(?:chama|chamar|chame)|cade"
)
_MACHINE = r"(?:(?:um|uma|o|a|esse|essa) )?(?:robo|robos|maquina|maquinas|bot|assistente virtual)(?: nenhum| nenhuma)?"
_CALLS = (  # a call is a person's
    r"(?:(?:que|alguem|voces?|vcs?|pode|podem|poderia|tem como|vai|vao|mandem?|manda) ){0,3}"
    r"(?:me (?:liga|ligue|ligam|liguem|ligar|telefona|telefonem|telefonar)|(?:liga|ligue|liguem|ligar) (?:pra|para) mim"
    r"|(?:entra|entre|entrem|entrar) em contato(?: comigo)?)"
)
_IN_FOREIGN_WORDS = (  # English and Spanish
    r"(?:(?:i )?(?:want|need|would like|can i) (?:to )?)?(?:(?:talk|speak|chat) (?:to|with) )?"
    r"(?:someone|somebody|(?:(?:a|an|the) )?(?:real |human )?(?:human|person|agent|operator|being))"
    r"|(?:necesito |puedo )?(?:hablar con )(?:alguien|(?:un|una) (?:persona|humano|agente|asesor|operador)(?: real)?)"
)
_WANTS_PERSON = re.compile(
    rf"(?:{_MACHINE} )?(?:{_SOMEBODY}|(?:{_BRINGS}) (?:o |a )?(?:{_SOMEBODY}|{_ANYBODY})"
    rf"|{_CALLS}|{_IN_FOREIGN_WORDS})(?: {_MACHINE})?"
    rf"|(?:(?:nao|odeio|chega de)(?:(?: vou| gosto de)? fal(?:o|ar) com)?|sem) {_MACHINE}"
)
_WORDS = frozenset(word for phrase in GLOBAL_WORDS for word in phrase.split()) | frozenset(
    "gente robo robos maquina maquinas bot liga ligue ligam liguem ligar telefona telefonem telefonar contato someone somebody human "
    "person agent operator persona agente asesor operador alguien".split()
)
_POLITE = re.compile(
    r"\b(?:por favor|por gentileza|pfv?|please|pls|hello|hi|obrigad[oa]|quiero|quisiera|quero|queria|gostaria de|eu|oi"
    r"|ola|bom dia|boa tarde|boa noite)\b"
)
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
    asked = " ".join(_POLITE.sub(" ", plain).split())
    return GLOBAL_WORDS.get(" ".join(words)) or GLOBAL_WORDS.get(asked) or _person_wanted(asked)


def _person_wanted(asked: str) -> str:
    return "person" if _WANTS_PERSON.fullmatch(" ".join(_HEAT.sub(" ", asked).split())) else ""
