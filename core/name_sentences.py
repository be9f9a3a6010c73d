"""A sentence where a name is asked: the words of which no name is made."""

import re

from core.given_names import GIVEN, NO_NAMES, PARTICLES, SURNAMES, TITLES

_OF_SENTENCES = frozenset(  # of nobody's name
    "nao quero quer queria preciso precisa precisam porque pq que quem qual quais quando como onde voce voces vc vcs eu me meu minha "
    "falei disse tenho temos isso isto esse essa aqui ninguem prefiro dizer cadastro cadastrado cadastrada cliente informar falar passar "
    "lembro sabe entendi estou gostaria posso pode vou deixa mesmo chamo nome atendimento atendente humano robo por com cpf email "
    "esses essas perguntas "
    "celular telefone empresa obrigado obrigada inquilino inquilina proprietario proprietaria locatario locataria porteiro porteira "
    "vizinho vizinha zelador zeladora sindico sindica".split()
)
_SENTENCE = re.compile(  # words that are names too, where they can be none
    r"^(?:ja|sim|ok|os|as)(?: |$)|^(?:to|ta) (?:bom|certo|com|sem|na|no)\b|^(?:pra|para) "
    r"|\bja (?:f|disse|mand|tem|tinha|sou|esta|cadastr|pass)"
    r"|\bsei (?:la|que|disso)|\bpra que\b|\bmeus?\b"
    r"|^don[oa]$|\bdon[oa] d[oa]s?\b|^(?:ajuda|socorro|pressa|nada|urgente)$"
    r"|^(?:aff+s?|oxe|k{3,}|(?:rs){2,}|(?:ha){2,})(?: |$)"
)
_LETTERS = frozenset("a o e as os".split())  # "Zuila e Silva", "o Zuilton"
_MORE_WORDS = frozenset(
    "segunda terca quarta quinta sexta feira seg ter qua qui sex fds manha manhas tardes restricao livre"
    " ainda antes demais demora demorou depois desde durante enquanto igual logo mesmas mesmos nunca outras outros pouco pouca poucos"
    " quanto quase sempre talvez toda todo todas todos umas uns vez vezes hora horas minuto minutos momento semana semanas mes meses ano"
    " anos dias noites duas dois tres quatro cinco seis sete oito nove dez onze doze cedo"
    " vem vao vamos faco faria fez deu da dao dar dava esperar ficar chegar esquece foi era sao seja deve funciona funcionam aparecem"
    " custa acho sinto depende entre peguei ajuda ajudar manda mande chega aconteceu choveu chove morreu desceu resolve"
    " absurdo barulho cansada cansado cara caro cheiro confuso estranha estranho horrivel lento lenta lentos pessima pessimo pior"
    " palhacada pessoal piada ridiculo ruim triste vergonha coisa coisas culpa trabalho".split()
)
_UNLIKE_NAMES = (NO_NAMES | _MORE_WORDS) - (SURNAMES | PARTICLES | TITLES | _LETTERS)
_TELLS = re.compile(r".{3,}(?:ou|aram|eram|iram|avam|mente|veis|iu)|.{2,}[^\Wdnl]ei")  # "parou", "cansei", "infelizmente"; not "Sidnei"
_GOES_ON = re.compile(r" .{2,}[ae]ndo\b")  # "continua pingando": behind another word


def is_sentence(words: str) -> bool:
    """Whether plain folded words are none of anybody's name. A given name among them speaks for one: "Otávio Agora"."""
    said = words.split()
    if _SENTENCE.search(words) or not _OF_SENTENCES.isdisjoint(said):
        return True
    if not GIVEN.isdisjoint(said):
        return False
    if _LETTERS.issuperset(said):
        return True  # what is left of "o cpf é …"
    told = any(word in _UNLIKE_NAMES or (_TELLS.fullmatch(word) and word not in SURNAMES) for word in said)
    return told or _GOES_ON.search(words) is not None


def is_known_name(words: str) -> bool:
    """A given name and surnames that many bear, whatever else they mean: "Ana Furtado"."""
    first, *others = words.split() or [""]
    return first in GIVEN and bool(SURNAMES.intersection(others)) and (GIVEN | SURNAMES | PARTICLES | _LETTERS).issuperset(others)
