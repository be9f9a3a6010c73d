"""What people say around a report: thanks, who they are to the home; and words in which nothing was recognised."""

import re

from core.name_sentences import is_known_name, is_sentence
from core.names import fold, name_in
from core.reading import read_message

_THANKS = re.compile(
    r"(?:muito |mt[o]? )?(?:obrigad[oa]|brigad[oa]|obg|obgd[oa]?|valeu|vlw|agradeco|grat[oa]|tks|thanks)(?: mesmo| viu| demais)?"
)
_RELATION = re.compile(r"^(?:(?:oi|ola),? )?(?:eu )?(?:sou|aqui e|falo como)?\s*(?:o|a|um|uma)?\s*")
_BUTTONS = frozenset(
    {"corrigir", "enviar", "pular", "pula", "confirmar", "continuar", "nao sei", "nao tenho", "sou eu", "eu", "eu mesmo", "eu mesma"}
)
_POINTING = frozenset(
    "olha olhe olhem olhai veja vejam ve ai ae so isso isto aqui assim ta esta como foto fotos segue seguem mais outra".split()
)
_POLITE = (
    r"(?:oi|ola|bom dia|boa tarde|boa noite|moc[oa]|obrigad[oa]|por favor|desculpa|desculpe|viu|ta|amig[oa]|ah|hum|hm|ue|olha|entao|"
    r"infelizmente)"
)
_POLITE_START, _POLITE_END = re.compile(rf"^(?:{_POLITE} )+"), re.compile(rf"(?: {_POLITE})+$")
_UNSURE = re.compile(
    r"(?:eu )?(?:(?:ainda |tambem )?nao (?:sei|tenho (?:muita |tanta )?certeza|da pra saber|faco ideia)(?: (?:dizer|ao certo|direito|nao|"
    r"bem|mesmo|se sim|ainda))*|sei la|talvez(?: sim)?|(?:acho|acredito|creio|parece)(?: que)? (?:sim|e|eh|seja)|"
    r"pode ser(?: que (?:sim|seja))?|quem sabe|sem certeza|mais ou menos|estou na duvida)"
)
_VAGUE = frozenset(
    "falar conversar informacao informacoes duvida duvidas ajuda ajudar pergunta perguntar atendimento alguem pessoa novo nova assunto "
    "problema atendente urgente urgencia saber coisa".split()
)
_SHORT = 2  # letters; shorter words say nothing
_RELATIONS = frozenset(
    "porteiro porteira vizinho vizinha zelador zeladora sindico sindica caseiro caseira faxineira diarista fiador fiadora marido esposa "
    "mulher namorado namorada mae pai filho filha irmao irma amigo amiga".split()
)
_MAX_SHORT = 200  # characters; a longer message says more
_SIGNS = re.compile(r"[^\w ]+")


def plain(text: str) -> str:
    """Folded words, without signs."""
    return " ".join(_SIGNS.sub(" ", fold(text)).split())


def is_thanks(text: str) -> bool:
    """Only thanks: "obrigada!", "muito obrigado viu"."""
    return _THANKS.fullmatch(plain(text)) is not None


def only_points(text: str) -> bool:
    """Nothing but words that point at a picture: "olha isso aí"."""
    return _POINTING.issuperset(plain(text).split())


def relation_in(text: str) -> str:
    """The relation inside a claim of one: "sou o porteiro" gives "porteiro"."""
    start = _RELATION.match(fold(text))
    return text[start.end() :].strip(" ,.!") if start else text


def relation_named(text: str) -> str | None:
    """ "porteiro", when a text says just that ("sou a vizinha do 32" is for `core.reading`)."""
    word = fold(text).strip(" .!,")
    return text.strip(" .!,") if word in _RELATIONS else None


def is_unsure(text: str) -> bool:
    """Only that somebody does not know: "não sei", "talvez", "acho que sim"."""
    return len(text) <= _MAX_SHORT and _UNSURE.fullmatch(_impolite(text)) is not None


def _impolite(text: str) -> str:
    """Plain words without politeness around."""
    return _POLITE_END.sub("", _POLITE_START.sub("", plain(text)))


def answers_who(text: str) -> bool:
    """Whether a text may be somebody's name, with or without a label: no sentence, no other answer, no button."""
    name = name_in(text)
    words = plain(name)
    if "?" in text or words in _BUTTONS or is_sentence(words):
        return False
    read = read_message(name)
    other = (read.kind, read.description, read.priority, read.role, read.restriction, read.address)
    return is_known_name(words) or not any(other)


def tells_something(text: str) -> bool:
    """Whether words that nobody recognised tell of something all the same ("geladeira parou"), or only open a talk."""
    words = [word for word in fold(text).replace(",", " ").replace(".", " ").split() if word.isalpha() and len(word) > _SHORT]
    return len(words) > 1 and _VAGUE.isdisjoint(words)
