"""What people say around a report: thanks, "já resolveu", who they are to the home."""

import re

from core.names import fold, name_in
from core.reading import read_message

_THANKS = re.compile(r"(?:muito |mt[o]? )?(?:obrigad[oa]|brigad[oa]|valeu|vlw|agradeco|grat[oa]|tks|thanks)(?: mesmo| viu| demais)?")
_SOLVED = re.compile(
    r"(?:ja )?(?:esta |ta |foi |se |ficou )?"
    r"(?:resolvid[oa]|resolveu|resolvi|consertad[oa]|consertei|consertaram|arrumaram|arrumad[oa]|voltou a funcionar)"
    r"(?: ja| sozinh[oa]| aqui| tudo)?"
)
_RELATION = re.compile(r"^(?:(?:oi|ola),? )?(?:eu )?(?:sou|aqui e|falo como)?\s*(?:o|a|um|uma)?\s*")
_BUTTONS = frozenset(
    {"corrigir", "enviar", "pular", "pula", "confirmar", "continuar", "nao sei", "nao tenho", "sou eu", "eu", "eu mesmo", "eu mesma"}
)
_NO_NAMES = frozenset(  # words of sentences, of nobody's name
    "nao quero quer queria preciso precisa porque pra que quem qual quando voce vc vcs ja falei disse sei tenho tem isso prefiro dizer "
    "cadastrado cadastrada informar falar chamo nome atendimento obrigado obrigada inquilino inquilina proprietario proprietaria locatario "
    "locataria porteiro porteira vizinho vizinha zelador zeladora sindico sindica dono dona".split()
)
_UNSURE = re.compile(
    r"(?:eu )?(?:(?:ainda )?nao (?:sei|tenho certeza|da pra saber)(?: dizer| ao certo| direito)?"
    r"|sei la|talvez|acho que sim|pode ser|quem sabe)"
)
_DECLINES = re.compile(
    r"^(?:pula|pular|sem|depois|agora nao|depois eu (?:passo|mando|vejo))$|\bprefiro nao\b|\bnao (?:lembro|me lembro|sei)\b"
    r"|\bnao (?:tenho|tem|temos|possuo|uso)\b"
    r"|\bnao (?:quero|vou|posso|gosto)\b.*\b(?:dar|dizer|informar|passar|falar|cpf|email|celular)\b"
)
_MAX_DECLINE = 9  # words; a longer sentence says more
_SIGNS = re.compile(r"[^\w ]+")


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


def is_thanks(text: str) -> bool:
    """Only thanks: "obrigada!", "muito obrigado viu"."""
    return _THANKS.fullmatch(_plain(text)) is not None


def says_solved(text: str) -> bool:
    """Only that the problem is gone: "já resolveu"."""
    return _SOLVED.fullmatch(_plain(text)) is not None


def relation_in(text: str) -> str:
    """The relation inside a claim of one: "sou o porteiro" gives "porteiro"."""
    start = _RELATION.match(fold(text))
    return text[start.end() :].strip(" ,.!") if start else text


def is_unsure(text: str) -> bool:
    """Only that somebody does not know: "não sei", "talvez", "acho que sim"."""
    return _UNSURE.fullmatch(_plain(text)) is not None


def declines(text: str) -> bool:
    """Only that somebody has not, knows not, or would not say: "não tenho", "não quero dar CPF", "não lembro agora"."""
    words = _plain(text)
    return len(words.split()) <= _MAX_DECLINE and _DECLINES.search(words) is not None


def answers_who(text: str) -> bool:
    """Whether a text may be somebody's name: no sentence, no other answer, no button."""
    name = name_in(text)
    read = read_message(name)
    other = (read.kind, read.description, read.priority, read.role, read.restriction, read.address)
    words = _plain(name).split()
    return not any(other) and "?" not in text and " ".join(words) not in _BUTTONS and _NO_NAMES.isdisjoint(words)
