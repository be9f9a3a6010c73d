"""What a first message says when nothing in it was recognised."""

from core.names import fold

_VAGUE = frozenset(
    "falar conversar informacao informacoes duvida duvidas ajuda ajudar pergunta perguntar atendimento alguem pessoa novo nova assunto "
    "problema atendente urgente urgencia saber coisa".split()
)
_SHORT = 2  # letters; shorter words say nothing


def tells_something(text: str) -> bool:
    """Whether words that nobody recognised tell of something all the same ("geladeira parou"), or only open a talk."""
    words = [word for word in fold(text).replace(",", " ").replace(".", " ").split() if word.isalpha() and len(word) > _SHORT]
    return len(words) > 1 and _VAGUE.isdisjoint(words)


_RELATIONS = frozenset(
    "porteiro porteira vizinho vizinha zelador zeladora sindico sindica caseiro caseira faxineira diarista fiador fiadora marido esposa "
    "mulher namorado namorada mae pai filho filha irmao irma amigo amiga".split()
)


def relation_named(text: str) -> str | None:
    """ "porteiro", when a text says just that ("sou a vizinha do 32" is for `core.reading`)."""
    word = fold(text).strip(" .!,")
    return text.strip(" .!,") if word in _RELATIONS else None
